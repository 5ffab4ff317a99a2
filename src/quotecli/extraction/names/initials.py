"""Offices that an article calls by their initials: "the chief roads commissioner (CRC)"."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.descriptions import describe
from quotecli.extraction.names.namewords import is_like_person
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit

_LINKS = frozenset({"of", "for", "the", "and", "in", "on"})
_FEWEST, _MOST = 2, 6  # letters


class Office(NamedTuple):
    """What the initials stand for, and the name behind the brackets, if there is one."""

    units: Sequence[Unit]
    name: str


def offices_by_initials(rows: Iterable[Sequence[Unit]]) -> Mapping[str, Office]:
    """Read which offices are given with their initials in brackets."""
    found: dict[str, Office] = {}
    for units in rows:
        for at in range(_FEWEST, len(units) - 2):
            letters = units[at + 1].text
            if units[at].text != "(" or units[at + 2].text != ")" or not _are_initials(letters):
                continue
            phrase = _standing_for(units, at, letters)
            described = describe(units, phrase) if phrase is not None else None
            if phrase is None or described is None:
                continue
            if lexicon.roles()[described[0]].role_class in {"office", "person"}:
                office = Office(units[phrase.start : phrase.end], _name_at(units, at + 3))
                found.setdefault(letters, office)
    return found


def _are_initials(word: str) -> bool:
    return word.isupper() and word.isalpha() and _FEWEST <= len(word) <= _MOST


def _standing_for(units: Sequence[Unit], end: int, letters: str) -> Range | None:
    """Give the words before unit ``end`` whose initials are these letters."""
    at = end
    for letter in reversed(letters.lower()):
        at -= 1
        while at > 0 and units[at].lower in _LINKS:
            at -= 1
        if at < 0 or not units[at].lower.startswith(letter):
            return None
    return Range(at, end)


def _name_at(units: Sequence[Unit], at: int) -> str:
    if at >= len(units) or not units[at].is_capital:
        return ""
    run = next(iter(name_runs(units[at:])), None)
    if run is None or run.start:
        return ""
    name = parse_name(units, Range(at, at + run.end)).name
    return " ".join(name) if is_like_person(name) else ""
