"""Families: "the elder Roe", "her father Abdul Roe"."""

from collections.abc import Sequence

from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.grammar import DETERMINERS
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import name_key

_ELDER = frozenset({"elder", "older", "senior"})
_YOUNGER = frozenset({"younger", "junior"})
_PARENTS = frozenset({"father", "mother", "dad", "mum", "mom", "grandfather", "grandmother"})
_CHILDREN = frozenset({"son", "daughter", "grandson", "granddaughter"})
_RELATIVES = frozenset({"wife", "husband", "brother", "sister", "uncle", "aunt", "cousin"})
CLOSE_KIN = _PARENTS | _CHILDREN | _RELATIVES


def of_generation(units: Sequence[Unit], at: int, persons: Sequence[Person]) -> Person | None:
    """Find who of a family is "the elder Roe", whose name is unit ``at``: by kin, else by age."""
    elder = units[at - 1].lower in _ELDER
    if len(persons) == 1:
        return persons[0] if _generation(persons[0]) == (1 if elder else -1) else None
    known = {id(p): n for p in persons if (n := _generation(p)) is not None}
    if len(persons) == 2 and len(known) == 1:  # the other one is the father of the son
        known |= {id(p): -known[next(iter(known))] for p in persons if id(p) not in known}
    if len(set(known.values())) < 2:
        ages = {id(p): int(*p.ages) for p in persons if len(p.ages) == 1 and min(p.ages).isdigit()}
        known = ages if len(ages) == len(persons) else {}
    ranked = sorted(known.values(), reverse=elder)
    found = [p for p in persons if known.get(id(p)) == ranked[0]] if len(ranked) > 1 else []
    return found[0] if len(found) == 1 and ranked[0] != ranked[1] else None


def names_generation(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the name at unit ``at`` is one of a family: "the elder Roe"."""
    kin = at > 1 and units[at - 1].lower in _ELDER | _YOUNGER
    return kin and units[at - 2].lower in DETERMINERS


def _generation(person: Person) -> int | None:
    """Give 1 for a parent, -1 for a child, nothing where the article tells neither or both."""
    held = {office for office, _ in person.offices}
    parent, child = bool(held & _PARENTS), bool(held & _CHILDREN)
    return None if parent == child else 1 if parent else -1


def is_kin_of_namesake(found: Occurrence, person: Person) -> bool:
    """Tell "her father Abdul Roe" from Laila Abdul Roe, whose name ends so."""
    key = name_key(" ".join(found.parse.name))
    kin = not CLOSE_KIN.isdisjoint(found.parse.offices)
    return kin and not person.is_called(key)
