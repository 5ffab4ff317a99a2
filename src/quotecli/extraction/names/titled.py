"""Who is named by an office and a surname only: "President Otu", whose first name nobody tells."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import modifiers
from quotecli.extraction.names.occurrences import Occurrence, is_followed_by_verb
from quotecli.extraction.names.ranks import BENEATH, PAST
from quotecli.extraction.names.sameoffices import same_office
from quotecli.extraction.prose.grammar import Range

_NOT_NOW = PAST | BENEATH | {"acting", "shadow"}
# Before an administration that may be over: "back to", "under", "before the Otu administration"
_OVER = frozenset("to under during since from of former last previous".split())
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

    "The Otu administration" is the president's, where nobody else of the article may be that.
    """
    found: list[Titled] = []
    known: set[tuple[str, str, str | None]] = set()
    ruling: dict[str, int] = {}
    over: set[str] = set()
    acting: set[str] = set()
    for occurrence in cast.occurrences:
        parse = occurrence.parse
        if len(parse.name) != 1:
            continue
        name = parse.name[0]
        if _is_before(occurrence, "administration"):
            ruling.setdefault(name, occurrence.start)
            if _is_over(occurrence):
                over.add(name)
            continue
        if not parse.offices and name.lower() not in lexicon.places():
            acting |= {name} if is_followed_by_verb(occurrence.units, occurrence.run) else set()
        elif parse.offices and not cast.matches(name) and not _is_former(occurrence):
            office = parse.offices[-1]
            held = (name, office, parse.place)
            personal = lexicon.roles()[office].role_class in lexicon.PERSONAL
            if office != "doctor" and personal and held not in known:
                known.add(held)
                found.append(Titled(occurrence.start, name, office, parse.place))
    if len(ruling) == 1 and not over:
        (name, start), *_ = ruling.items()
        if not (acting - {name} or _has_other_president(cast, name, found)):
            found.append(Titled(start, name, "president", None))
    return found


def only_holder(titled: Sequence[Titled], office: str, place: str | None) -> str | None:
    """Give the name of the only one who holds an office, and of no other place."""
    held = {t.name for t in titled if same_office(t.office, office) and place in {None, t.place}}
    return held.pop() if len(held) == 1 else None


def _has_other_president(cast: Cast, name: str, titled: Sequence[Titled]) -> bool:
    """Tell whether somebody else may be the president, or the one of that name is a governor."""
    own = cast.matches(name)
    if cast.holders("president", None) or any(
        t.office == "president" or t.name == name for t in titled
    ):
        return True
    return any(any(held for held, _ in p.offices) if p in own else p.acts for p in cast.persons)


def _is_over(found: Occurrence) -> bool:
    """Tell the Otu administration that may be no longer: "back to", "the former"."""
    start = max(found.run.start - 2, 0)
    return any(u.lower in _OVER for u in found.units[start : found.run.start])


def _is_before(found: Occurrence, noun: str) -> bool:
    """Tell "the Otu administration" from "the Ashby administration", a town's."""
    units, end = found.units, found.run.end
    named = found.parse.name[0].lower() not in lexicon.places()
    return named and end < len(units) and units[end].lower == noun


def _is_former(found: Occurrence) -> bool:
    start = max(found.run.start - _TITLE, 0)
    return bool(modifiers(found.units, Range(start, found.run.end)) & _NOT_NOW)
