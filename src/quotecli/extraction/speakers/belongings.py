"""What is somebody's: "Roe's statement" is Roe's words, "Roe's committee" the one Roe leads."""

from collections.abc import Sequence

from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.bodykinds import NOUNS, parts_of
from quotecli.text.normalise import fold

_WORDS = frozenset("statement letter tweet tweets post posts message memo testimony".split())
_FIRMS = frozenset("company firm business".split())


def writer(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "Jane Roe" of "Jane Roe's statement", where that is the whole mention."""
    return _owner(units) if units[-1].lower in _WORDS else ()


def leader(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "Roe" of "Roe's committee"."""
    return _owner(units) if units[-1].lower in NOUNS else ()


def body_of(person: Person, noun: str) -> str | None:
    """Give the name of the body of somebody's that a noun says, if it leads only one such."""
    found = {b for b in person.leads if noun in parts_of(fold(b)) or noun in _FIRMS}
    return found.pop() if len(found) == 1 else None


def _owner(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give a name that ends in "'s" before the last unit, without that."""
    if len(units) < 2 or not all(u.is_capital for u in units[:-1]):
        return ()
    last = units[-2]
    if not last.lower.endswith("'s"):
        return ()
    bare = Unit(last.start, last.end - 2, last.text[:-2], last.lower[:-2])
    return [*units[:-2], bare]
