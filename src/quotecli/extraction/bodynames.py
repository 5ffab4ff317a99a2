"""Names of organisations that end in lower case: "the Kenyan army", "the Harrow council"."""

from collections.abc import Sequence
from itertools import pairwise

from quotecli.extraction import lexicon
from quotecli.extraction.grammar import Range
from quotecli.extraction.naming import PORTFOLIOS, name_runs
from quotecli.extraction.units import Unit

# Nouns of which a country or town has one.
_STATE = frozenset(
    "government army military navy parliament ministry police embassy senate cabinet"
    " presidency judiciary".split()
)
# Nouns that belong to the name before them.
_NAMED = frozenset(
    "administration campaign party union council court committee commission club society"
    " association church hospital university college school federation".split()
)
# Nouns that only say what the name before them is.
GENERIC = frozenset("newspaper magazine daily tabloid agency broadcaster charity".split())
_INSIDE = PORTFOLIOS | {"foreign", "and", "of", "city", "town", "county", "federal"}
_LONGEST = 4  # units behind the capitals: "Zed food and farming ministry"


def named_with_noun(units: Sequence[Unit], run: Range) -> Range | None:
    """Give "Kenyan army" for the capitals "Kenyan", if a noun behind completes the name.

    Args:
        units: the row.
        run: a run of capital words.
    """
    if units[run.end - 1].lower.endswith("'s"):
        return None
    stop = run.end
    while stop < len(units) and stop - run.end < _LONGEST and units[stop].lower in _INSIDE:
        stop += 1
    if stop == len(units) or units[stop].is_capital:
        return None
    noun, within = units[stop].lower, stop - run.end
    placed = _is_place(units, run)
    fits = noun in _STATE if placed or within else noun in _NAMED
    return Range(run.start, stop + 1) if fits else None


def is_named_with_noun(units: Sequence[Unit]) -> Range | None:
    """Give the name that a whole mention is: "Kenyan army" of "the Kenyan army"."""
    at = 1 if units[0].lower == "the" else 0
    run = next(name_runs(units), None)
    if run is not None and run.start == at and units[at].lower.endswith("'s"):
        run = next((r for r in name_runs(units) if r.start == run.end), None)
    elif run is not None and run.start != at:
        return None
    if run is None:
        return None
    tail = [u.lower for u in units[run.end :]]
    if tail[-1:] == ["agency"] and tail != ["news", "agency"]:
        return None
    if tail and tail[-1] in GENERIC and len(tail) <= 1 + at and not _is_place(units, run):
        return run  # "the Associated Press news agency", "the Harrow Daily newspaper"
    name = named_with_noun(units, run)
    return name if name is not None and name.end == len(units) else None


def spelled(units: Sequence[Unit]) -> str:
    """Give the words of a name as they stand: "B&Q" is three units."""
    gaps = ("" if b.start == a.end else " " for a, b in pairwise(units))
    return units[0].text + "".join(gap + u.text for gap, u in zip(gaps, units[1:], strict=True))


def _is_place(units: Sequence[Unit], run: Range) -> bool:
    words = " ".join(u.lower for u in units[run.start : run.end])
    return words in lexicon.places() or words in lexicon.demonyms()
