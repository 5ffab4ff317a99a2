"""Which gender an article tells of a person: by titles, descriptions and pronouns."""

from quotecli.extraction.names.appositions import described_behind, title_before
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import modifiers, served
from quotecli.extraction.names.families import CLOSE_KIN
from quotecli.extraction.names.occurrences import Occurrence

_PRONOUNS = {"he": "m", "his": "m", "him": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
TOLD = 3  # what a title or "his wife" counts for a gender, beside a first name or a pronoun


def read_genders(cast: Cast) -> None:
    """Let forms of address ("Mr Moyle") and pronouns close behind a name tell its gender.

    Where a name of one word stands, its offices and description are noted as well.
    """
    pairs = [(o, cast.find(" ".join(o.parse.name))) for o in cast.occurrences if o.parse.name]
    for found, person in pairs:
        if person is not None and len(found.parse.name) == 1:
            told = found.parse.gender
            if told in {"f", "m"} and person.gender in {"", told}:
                person.genders[told] += TOLD
            offices, gender, described, serves = described_behind(found.units, found.run)
            if {gender, person.gender} == {"f", "m"}:
                continue
            person.offices.update(offices)
            person.offices.update((office, found.parse.place) for office in found.parse.offices)
            title = title_before(found.units, found.run, 1)
            person.described |= described | modifiers(found.units, title)
            person.serves |= serves
            if not CLOSE_KIN.isdisjoint(found.parse.offices):  # "Roe's mother Anna"
                person.serves |= served(found.units, title, in_full=True)
    unknown = {id(p) for p in cast.persons if not p.genders}
    for found, person in pairs:
        if id(person) in unknown and person is not None and (told := _pronoun_behind(found)):
            person.genders[told] += 1


def _pronoun_behind(found: Occurrence) -> str:
    """Give the gender of a pronoun that follows in the sentence, before another name.

    Only where the name seems to be the sentence's subject: "Roe said she …", "Roe and his …".
    """
    units, run = found.units, found.run
    if run.start and units[run.start - 1].is_word:
        return ""
    for at in range(run.end, min(len(units), run.end + 12)):
        unit = units[at]
        if unit.quote >= 0 or unit.text in {".", "?", "!", ";", ":", "“", '"', "”", "‘"}:
            return ""
        if unit.is_capital:
            return ""
        if unit.lower in _PRONOUNS:
            return _PRONOUNS[unit.lower]
    return ""


def gender_behind(found: Occurrence) -> str:
    """Read f of "Zorina, a mother of two"; nothing where no description tells."""
    return described_behind(found.units, found.run).gender
