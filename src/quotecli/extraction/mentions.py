"""What kind of phrase a mention is: a name, a description, several of them, with what behind."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.grammar import DETERMINERS, PARTICLES
from quotecli.extraction.units import Unit

_PLURAL = frozenset({"they", "both", "others", "many", "some", "several", "most", "all"})


def without_tail(units: Sequence[Unit]) -> Sequence[Unit]:
    """Leave out what describes a name further: ", the mayor", "(D-Ohio)", ", who"."""
    while units and units[-1].text == ",":
        units = units[:-1]
    for at, unit in enumerate(units):
        if at == 0 or unit.text not in {",", "(", "—", "–", "-"}:
            continue
        rest = units[at + 1 :]
        if unit.text != "," or (rest and rest[0].lower in _CLAUSES):
            return units[:at]
        joined = any(u.lower == "and" for u in units[:at])
        described = not units[at - 1].is_capital or is_description(units[:at])
        if described and not joined and _is_full_name(rest):
            return rest  # "the spokesman for the plant, John Doe"
        if units[at - 1].is_capital and not any(u.lower == "and" for u in rest):
            return units[:at]
    return units


_CLAUSES = frozenset({"who", "whose", "which", "where", "whom"})


def _is_full_name(units: Sequence[Unit]) -> bool:
    return 1 < len(units) < 5 and all(u.is_capital or u.lower in PARTICLES for u in units)


def coordinated(units: Sequence[Unit]) -> list[Sequence[Unit]]:
    """Split "Both Aliyev and Pashinyan" and "Roe, Doe and the mayor"."""
    if not any(u.lower == "and" for u in units):
        return [units]
    start = 1 if units[0].lower == "both" else 0
    parts: list[list[Unit]] = [[]]
    for unit in units[start:]:
        if unit.lower == "and" or unit.text in {",", "&"}:
            parts.append([])
        else:
            parts[-1].append(unit)
    kept = [p for p in parts if p]
    if all(_can_stand_alone(p) for p in kept):
        return list(kept)
    return [units]


def _can_stand_alone(units: Sequence[Unit]) -> bool:
    if units[0].lower in DETERMINERS:
        return True
    return all(
        u.is_capital or u.lower in lexicon.roles() or u.lower == "of" for u in units
    ) and not (units[-1].lower in lexicon.roles() and not units[-1].is_capital)


def is_description(units: Sequence[Unit]) -> bool:
    """Tell "the Russian president" and "a spokesman for Roe" from "President Roe"."""
    stop = next(
        (
            i
            for i, u in enumerate(units)
            if i and u.lower in {"of", "for", "from", "at", "with", "to", "in"}
        ),
        len(units),
    )
    head = units[stop - 1]
    if head.is_capital:
        return units[0].lower in {"a", "an", "one", "another"} and stop < len(units)
    return head.is_word


def is_definite(units: Sequence[Unit]) -> bool:
    """Tell "the president" and "Armenia's president" from "a president"."""
    first = units[0].lower
    return (
        first in {"the", "his", "her", "their", "this"}
        or first.endswith("'s")
        or (len(units) > 1 and units[1].lower.endswith("'s"))
    )


def is_plural(units: Sequence[Unit]) -> bool:
    """Tell "officials" and "both countries" from one person or body."""
    lowered = [u.lower for u in units]
    if lowered[0] in _PLURAL or lowered[0] in {"two", "three", "four", "five"}:
        return True
    stop = next(
        (i for i, w in enumerate(lowered) if i and w in {"of", "for", "from", "in"}), len(units)
    )
    role = lexicon.roles().get(lowered[stop - 1])
    return (role is not None and role.role_class == "group") or lowered[stop - 1] in {
        "countries",
        "sides",
        "nations",
        "parties",
        "leaders",
        "ministers",
        "presidents",
        "men",
        "women",
        "governments",
    }


def is_body(units: Sequence[Unit], head: str) -> bool:
    """Tell the name of a body ("Ministry of Defence") from an office ("the Prime Minister")."""
    if lexicon.roles()[head].role_class in {"office", "person", "anonymous"}:
        return False
    words = units[1:] if units[0].lower == "the" else units
    capitals = sum(u.is_capital for u in words)
    return capitals > 1 and all(
        u.is_capital or u.lower in {"of", "the", "for", "and"} for u in words
    )
