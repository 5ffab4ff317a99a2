"""Which organisation a phrase names, and how it is filed."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import Bodies, body_phrases
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.namewords import bare_word, is_like_person
from quotecli.extraction.names.ownnames import end_of_name
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import is_ordinal
from quotecli.extraction.prose.grammar import PREPOSITIONS, Range
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.context import words_of
from quotecli.extraction.speakers.heads import class_of
from quotecli.extraction.speakers.history import Source
from quotecli.model import Basis


class Organisations:
    """Reads the names of bodies, with those that the article gives in full."""

    def __init__(self, reading: Reading, cast: Cast, bodies: Bodies) -> None:
        self._reading = reading
        self._cast = cast
        self._bodies = bodies

    def filed(self, units: Sequence[Unit], run: Range) -> Source:
        """File an organisation, a place or an unknown name as it stands, without "the"."""
        run = _with_number(units, run)
        for phrase in body_phrases(units):
            if phrase.start <= run.start < phrase.end and len(range(*phrase)) > len(range(*run)):
                run = phrase
        name_end = next(
            (
                i
                for i in range(run.start + 1, len(units))
                if units[i].lower in {"of", "from", "at", "in"}
            ),
            len(units),
        )
        first = parse_name(units, Range(run.start, min(name_end, run.end)))
        end = len(units)
        if (
            name_end < len(units)
            and is_like_person(first.name)
            and first.name[0].lower() not in lexicon.places()
        ):
            end = name_end  # "Ama Osei of the Port Union"
        while end > run.start + 1 and not (
            units[end - 1].text[0].isupper() or units[end - 1].text[0].isdigit()
        ):
            end -= 1
        if is_like_person(parse_name(units, Range(run.start, end)).name):
            end = end_of_name(units, Range(run.start, end))
        name = words_of(self._reading, units[run.start : end])
        for ending in ("'s", "’s"):
            name = name.removesuffix(ending)
        if (whole := self._bodies.in_s(name)) is not None:
            return Source(whole, (whole,), Basis.NAMED)
        parse = parse_name(units, Range(run.start, end))
        thing = _is_with_article(units, run, parse.name)
        if is_like_person(parse.name) and not (thing or parse.name[0].lower() in PREPOSITIONS):
            if units[run.start].lower.endswith("'s") and not _names_body(parse.name):
                name = " ".join(parse.name)  # "the BJP's Jane Roe"
            return Source(name, (name,), Basis.NAMED, "u")
        people = name.lower() in lexicon.demonyms() or name.lower()[:-1] in lexicon.demonyms()
        if people and name.endswith("s"):
            return Source(words_of(self._reading, units), (), Basis.UNNAMED, plural=True)
        name = self._bodies.full(name)
        return Source(name, (name,), Basis.NAMED)

    def for_short(self, units: Sequence[Unit], position: int) -> Source | None:
        """Read "the Commission" and "the Wing": a body named before in full, never a person."""
        name = self._bodies.called_for_short(bare_word(units[1].text), position)
        if name is not None:
            return Source(name, (name,), Basis.ROLE)
        before = self._reading.text[max(position - 3, 0) : position].rstrip()[-1:]
        if units[0].text == "The" and before.islower() and class_of(units[1]) == "person":
            name = words_of(self._reading, units)  # "according to The Economist"
            return Source(name, (name,), Basis.NAMED)
        parse = parse_name(units, Range(1, 2))
        if parse.name and not parse.offices and self._cast.matches(parse.name[0]):
            return self.filed(units, Range(1, 2))
        return None


def _with_number(units: Sequence[Unit], run: Range) -> Range:
    """Give "9th Circuit" and "9/11 Commission" for the capitals behind the number."""
    number = units[run.start - 1].text if run.start else ""
    numbered = run.start > 0 and is_ordinal(units[run.start - 1])
    numbered |= number[:1].isdigit() and "/" in number
    numbered &= units[run.end - 1].lower not in lexicon.places()
    numbered &= run.start < 2 or units[run.start - 2].lower in {"the", "and", ","}
    return Range(run.start - numbered, run.end)


def _is_with_article(units: Sequence[Unit], run: Range, name: Sequence[str]) -> bool:
    """Tell "the Adventure Park" from "the Amir Sheikh Faisal", whose first word says his rank."""
    given, titles = lexicon.first_names(), lexicon.titles()
    return (
        run.start > 0
        and units[run.start - 1].lower == "the"
        and units[run.start].text in name[:1]
        and not any(w.lower() in given or w.lower() in titles for w in name)
    )


def _names_body(name: Sequence[str]) -> bool:
    """Tell "Harrow Council" from a person."""
    role = lexicon.roles().get(name[-1].lower())
    return role is not None and role.role_class == "body"
