"""Whether a name, as it stands, is a person's, and whether that person acts."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.ages import age_of_name
from quotecli.extraction.names.appositions import LONGEST_TITLE, apposed_before, described_behind
from quotecli.extraction.names.namewords import CLOSED, PORTFOLIOS, describes, is_first_name
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.prose.grammar import AUXILIARIES, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit

_LONGEST_OFFICE = 5  # words between "said" and a name
_FIRST_CJK = "\u3040"  # hiragana; the scripts of China, Japan and Korea follow


class Occurrence(NamedTuple):
    """A name where it stands: units ``run`` of the row ``units``."""

    units: Sequence[Unit]
    run: Range
    parse: Named

    @property
    def start(self) -> int:
        """Where it begins in the reading."""
        return self.units[self.run.start].start


def is_certain(found: Occurrence) -> bool:
    """Tell whether a first name, title, age or apposition makes a name a person's."""
    parse, units, run = found.parse, found.units, found.run
    if parse.offices or parse.gender:
        return True
    if any(word.lower() in lexicon.first_names() for word in parse.name[:-1][:2]):
        return True
    if age_of_name(units, run) is not None:
        return True
    at = run.end
    if _has_gloss(units, at) and "-" in parse.name[-1]:
        return True
    if at + 1 < len(units) and units[at].text == "," and units[at + 1].lower in {"who", "whose"}:
        return True
    return bool(described_behind(units, run).offices) or apposed_before(units, run) is not None


def _has_gloss(units: Sequence[Unit], at: int) -> bool:
    """Tell "Kao Shih-lin (高世林)", whose name follows in the letters of its language."""
    return at + 1 < len(units) and units[at].text == "(" and units[at + 1].text[0] >= _FIRST_CJK


def is_thing(found: Occurrence) -> bool:
    """Tell "Student Money Survey" from a person, whose last word is written in lower case too."""
    known = is_first_name(found.parse.name[0]) or _has_honorific(found)
    return not (known or _says(found) or age_of_name(found.units, found.run) is not None)


def _has_honorific(found: Occurrence) -> bool:
    before = found.units[: found.run.end - len(found.parse.name)]
    return any(u.lower.rstrip(".") in lexicon.titles() for u in before[-LONGEST_TITLE:])


def _says(found: Occurrence) -> bool:
    """Tell whether a name has a verb of saying behind or before it."""
    near = found.units[max(found.run.start - 1, 0) : found.run.start]
    return any(u.lower in lexicon.cues() for u in (*near, *found.units[found.run.end :][:1]))


def is_of_body(found: Occurrence) -> bool:
    """Tell "television channel Al Zedia" from "the bank, Jane Roe"."""
    units, at = found.units, found.run.start - 1
    role = lexicon.roles().get(units[at].lower) if at >= 0 else None
    behind = role is not None and role.role_class == "body" and not units[at].is_capital
    return behind and not is_first_name(found.parse.name[0])


def is_of_country(name: Sequence[str]) -> bool:
    """Tell "South China" and "Korea Eximbank" from persons whose first name is none."""
    firsts, places = lexicon.first_names(), lexicon.places()
    return any(w.lower() in places and w.lower() not in firsts for w in (name[0], name[-1]))


def is_behind_the(found: Occurrence) -> bool:
    """Tell "the Data Retention Bill" and "The American Theatre Wing" from a person."""
    units, at = found.units, found.run.start
    whose = units[at].lower.endswith("'s")  # "the MRP's Jane Roe"
    return at > 0 and units[at - 1].lower == "the" and not whose


def is_behind_field(found: Occurrence, speaking: Collection[str]) -> bool:
    """Tell the Jane Roe of "superintendent of police Jane Roe", who speaks."""
    units, at = found.units, found.run.start - 1
    if at > 1 and units[at].text == ")":
        at -= 3  # "of police (SP) Jane Roe"
    if at < 0 or units[at].lower not in PORTFOLIOS | {"police"} or units[at].is_capital:
        return False
    ending = f"{units[at].text} {' '.join(found.parse.name)}"
    return any(mention.endswith(ending) for mention in speaking)


def is_credit(found: Occurrence) -> bool:
    """Tell the photographer of "REUTERS/Jane Roe" and "Jane Roe/AP" from others."""
    units, run = found.units, found.run
    beside = [(run.start - 1, run.start - 2), (run.end, run.end + 1)]
    return len(found.parse.name) > 1 and any(
        0 <= slash < len(units)
        and units[slash].text == "/"
        and 0 <= agency < len(units)
        and units[agency].is_capital
        for slash, agency in beside
    )


def only_behind_in(occurrences: Sequence[Occurrence]) -> frozenset[tuple[str, ...]]:
    """Give the names that stand behind "in" and nowhere else, without a title."""
    behind: set[tuple[str, ...]] = set()
    elsewhere: set[tuple[str, ...]] = set()
    for found in occurrences:
        units, at, parse = found.units, found.run.start, found.parse
        titled = parse.offices or parse.gender or at == 0
        sited = not titled and units[at - 1].lower == "in"
        (behind if sited else elsewhere).add(parse.name)
    return frozenset(behind - elsewhere)


def opens_sentence(found: Occurrence) -> bool:
    """Tell a run whose first word may be capital for its place only ("See Roe")."""
    return found.run.start == 0 or not found.units[found.run.start - 1].is_word


def names_another(found: Occurrence, lower: AbstractSet[str]) -> bool:
    """Tell "Zorandel Roe kept", who has the surname of another one, from "Embattled Roe said".

    Args:
        found: a run that opens a sentence.
        lower: the words that the article writes in lower case, and those of names like it.
    """
    first = found.parse.name[0].lower()
    ordinary = first in lower or first in CLOSED or describes(first) or first.endswith("ly")
    return not ordinary and is_followed_by_verb(found.units, found.run)


def is_behind_verb(units: Sequence[Unit], run: Range) -> bool:
    """Tell whether somebody says something before a name: "said Roe", "said the author Roe"."""
    at = run.start - 1
    while at >= 0 and run.start - at <= _LONGEST_OFFICE and units[at].is_word:
        if units[at].lower in lexicon.cues():
            return True
        if units[at].lower in PREPOSITIONS | {"and", "or"}:
            return False
        at -= 1
    return False


def is_followed_by_verb(units: Sequence[Unit], run: Range) -> bool:
    """Tell whether a name seems to be a subject: "Roe said", "Roe, 45, has"."""
    at = run.end
    opens = run.start == 0 or not units[run.start - 1].is_word
    if at < len(units) and units[at].text == ",":
        comma = next(
            (i for i in range(at + 1, min(len(units), at + 15)) if units[i].text == ","), None
        )
        if comma is None or not opens:
            return False
        at = comma + 1
    if at >= len(units) or units[at].is_capital or not units[at].is_word:
        return False
    if run.start and units[run.start - 1].lower in PREPOSITIONS | {"and", "or"}:
        return False
    lower = units[at].lower
    if lower in AUXILIARIES or lower in lexicon.cues() or lower.endswith("ed"):
        return True
    return opens and lower not in PREPOSITIONS and lower not in {"and", "or", "who", "whose"}
