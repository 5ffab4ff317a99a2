"""Who is named together: "Jane Roe and Tom Poe", "Roe and his wife, Ann Roe", whom "they" means."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.grammar import BREAKERS, DETERMINERS, PREPOSITIONS
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.kin import KIN

_OWN = frozenset({"his", "her"})
_TIES = KIN | {"partner", "spouse", "fiancé", "fiancée"}
_LINKS = PREPOSITIONS | DETERMINERS | BREAKERS
_LONGEST_TITLE = 4  # words


def named_together(cast: Cast) -> Iterator[tuple[Occurrence, tuple[Person, ...]]]:
    """Give each list of persons that ends with "and" and one more, with the name that ends it."""
    row: list[Person] = []
    for first, second in pairwise(cast.occurrences):
        one, other = (_person(cast, found) for found in (first, second))
        link = _link(first, second) if one and other else ""
        if one is None or other is None or not link:
            row = []
            continue
        row = row or [one]
        row.append(other)
        if link == "and" and len(set(row)) == len(row):
            yield second, tuple(row)
            row = []


def _person(cast: Cast, found: Occurrence) -> Person | None:
    """Find whom a name means: not the Roe of "Roe's lawyer"."""
    if found.units[found.run.end - 1].lower.endswith("'s"):
        return None
    person = cast.find(" ".join(found.parse.name)) if found.parse.name else None
    return person if person is not None and person.human else None


def _link(first: Occurrence, second: Occurrence) -> str:
    """Give "and" or a comma where that joins two names, else nothing."""
    if second.units is not first.units:
        return ""
    between = [u for u in first.units[first.run.end : second.run.start] if u.text != ","]
    if not between:
        return "," if second.run.start - first.run.end == 1 else ""
    joins = between[0].lower in {"and", "&"}
    return "and" if joins and _is_title(between[1:]) else ""


def _is_title(units: Sequence[Unit]) -> bool:
    """Tell "his wife" and "prime minister" before a name, or nothing at all, from other words."""
    words = [u.lower for u in units]
    if not words:
        return True
    if len(words) > _LONGEST_TITLE or not all(u.is_word for u in units):
        return False
    if words[0] in _OWN:
        return words[-1] in _TIES
    return words[-1] in lexicon.roles() and _LINKS.isdisjoint(words)
