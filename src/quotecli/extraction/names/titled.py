"""Who is named by an office and a surname only: "President Otu", whose first name nobody tells."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import modifiers
from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.names.sameoffices import same_office
from quotecli.extraction.prose.grammar import Range

_NO_LONGER = frozenset("former ex late then ousted deposed vice deputy acting shadow".split())
_TITLE = 3  # words before a name


class Titled(NamedTuple):
    """A surname that stands behind an office, the office and its place.

    ``first`` is where in the reading it first does so.
    """

    first: int
    name: str
    office: str
    place: str | None


def named_by_title(cast: Cast) -> list[Titled]:
    """Give who has an office and a surname only, and whose administration is told of.

    "The Otu administration" is the president's, where the article gives that office to nobody.
    """
    found: list[Titled] = []
    ruling: dict[str, int] = {}
    for occurrence in cast.occurrences:
        parse = occurrence.parse
        if len(parse.name) != 1:
            continue
        name = parse.name[0]
        if _is_before(occurrence, "administration"):
            ruling.setdefault(name, occurrence.start)
        elif parse.offices and not cast.matches(name) and not _is_former(occurrence):
            office = parse.offices[-1]
            if office != "doctor" and lexicon.roles()[office].role_class in lexicon.PERSONAL:
                found.append(Titled(occurrence.start, name, office, parse.place))
    others = any(t.office == "president" for t in found) or cast.holders("president", None)
    if len(ruling) == 1 and not others:
        found += [Titled(start, name, "president", None) for name, start in ruling.items()]
    return found


def only_holder(titled: Sequence[Titled], office: str, place: str | None) -> str | None:
    """Give the name of the only one who holds an office, and of no other place."""
    held = {t.name for t in titled if same_office(t.office, office) and place in {None, t.place}}
    return held.pop() if len(held) == 1 else None


def _is_before(found: Occurrence, noun: str) -> bool:
    """Tell "the Otu administration" from "the Ashby administration", a town's."""
    units, end = found.units, found.run.end
    named = found.parse.name[0].lower() not in lexicon.places()
    return named and end < len(units) and units[end].lower == noun


def _is_former(found: Occurrence) -> bool:
    start = max(found.run.start - _TITLE, 0)
    return bool(modifiers(found.units, Range(start, found.run.end)) & _NO_LONGER)
