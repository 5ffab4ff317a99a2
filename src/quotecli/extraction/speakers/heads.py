"""The head of a phrase, the noun it turns on: where it ends, and of what class it is."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.prose.units import Unit

# What hangs more on the noun before: "the mayor of Zed"
LINKS = frozenset("of for from at with to in on by near close behind around between aboard".split())
PEOPLE = lexicon.PERSONAL | {"group"}


def end_of_head(units: Sequence[Unit]) -> int:
    """Give where the head of a phrase ends: of "the mayor of Zed" at "of", else where it ends."""
    return next((i for i, u in enumerate(units) if i and u.lower in LINKS), len(units))


def class_of(unit: Unit) -> str:
    """Give the class of a head noun, as the table of roles has it; nothing where it has none."""
    role = lexicon.roles().get(unit.lower)
    return role.role_class if role is not None else "group" if unit.lower == "people" else ""
