"""Of whom a description tells that "who" hangs on: "Roe is a nurse who", "Roe, a nurse, who"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import AUXILIARIES, BREAKERS, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit

_IS = frozenset({"is", "was", "became", "remains"})
_MARKS = frozenset({",", "-", "–", "—", "("})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_REACH = 16  # units between a name and the end of what describes it


def name_described(units: Sequence[Unit], at: int) -> Range | None:
    """Find the name that a description is about.

    Args:
        units: the sentence up to the description.
        at: a unit of the description.
    """
    ends = {run.end: run for run in name_runs(units[: at + 1])}
    for i in range(at, max(0, at - _REACH), -1):
        unit = units[i]
        if unit.quote >= 0 or unit.lower in BREAKERS:
            return None
        opens = i < at and units[i + 1].lower in _ARTICLES
        if unit.lower in _IS and opens:
            return ends.get(_subject_end(units, i))
        if unit.lower in AUXILIARIES or _is_past(unit):
            return None
        if unit.lower in PREPOSITIONS and i < at and not units[i + 1].is_capital:
            return None  # "Roe is a friend of a nurse who"
        if unit.text in _MARKS and opens and i in ends:
            return ends[i]
    return None


def _subject_end(units: Sequence[Unit], verb: int) -> int:
    """Give where the subject of a verb ends, without ", from Zed," behind it."""
    if units[verb - 1].text != ",":
        return verb
    return next((i for i in range(verb - 2, 0, -1) if units[i].text == ","), verb)


def _is_past(unit: Unit) -> bool:
    cue = lexicon.cues().get(unit.lower)
    return cue is not None and cue.tense == "past" and not unit.is_capital
