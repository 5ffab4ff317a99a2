"""What is somebody's: "Roe's statement" is Roe's words, "Roe's committee" the one Roe leads."""

from collections.abc import Sequence

from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.units import Unit, without_possessive
from quotecli.extraction.speakers.bodykinds import FIRMS, NOUNS, may_be_firm, parts_of
from quotecli.text.normalise import fold

_WORDS = frozenset("statement letter tweet tweets post posts message memo testimony".split())


def owner_of_words(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "Jane Roe" of "Jane Roe's statement", where that is the whole mention."""
    return _owner(units) if units[-1].lower in _WORDS else ()


def owner_of_body(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "Roe" of "Roe's committee"."""
    return _owner(units) if units[-1].lower in NOUNS else ()


def body_of(person: Person, noun: str) -> str | None:
    """Give the name of the body of somebody's that a noun says, if it leads only one such."""
    found = {b for b in person.leads if _is_kind(fold(b), noun)}
    return found.pop() if len(found) == 1 else None


def _is_kind(key: str, noun: str) -> bool:
    return noun in parts_of(key) or (noun in FIRMS and may_be_firm(noun, key))


def _owner(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give a name that ends in "'s" before the last unit, without that."""
    if len(units) < 2 or not all(u.is_capital for u in units[:-1]):
        return ()
    last = units[-2]
    if not last.lower.endswith("'s"):
        return ()
    return [*units[:-2], without_possessive(last)]
