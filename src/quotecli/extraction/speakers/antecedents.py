"""Of whom "who" and "which" tell: "Roe is a nurse who", "a worry for investors, who"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import AUXILIARIES, BREAKERS, PREPOSITIONS, Range
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.heads import PEOPLE, class_of

_IS = frozenset({"is", "was", "became", "remains"})
_MARKS = frozenset({",", "-", "–", "—", "("})
_ARTICLES = frozenset({"a", "an", "the", "one"})
_REACH = 16  # units between a name and the end of what describes it
_FILMED = frozenset("video videos footage clip recording tape film audio".split())
_IMPERSONAL = frozenset({"body", "document"})


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


def nearest(units: Sequence[Unit], relative: str) -> Sequence[Unit]:
    """Take whom "who" means of "a worry for investors", whose head is nobody.

    Of "which" it is the body or document of the two, as in "a blow for Roe's company".
    """
    links = [i for i, u in enumerate(units) if i and u.lower in PREPOSITIONS]
    if not links or links[-1] == len(units) - 1:
        return units
    head, tail = units[links[0] - 1], units[links[-1] + 1 :]
    speaks = PEOPLE if relative == "who" else _IMPERSONAL
    if head.is_capital or class_of(head) in speaks or class_of(tail[-1]) not in speaks:
        return units
    return tail


def said_by(units: Sequence[Unit], attribution: Attribution, reading: Reading) -> Sequence[Unit]:
    """Take Roe of "a recording of Roe" that is heard "saying" something."""
    of = next((i for i, u in enumerate(units) if u.lower == "of"), 0)
    if not 0 < of < len(units) - 1 or units[of - 1].lower not in _FILMED or not attribution.cue:
        return units
    cue = attribution.cue[0]
    heard = reading.words([cue]).partition(" ")[0].endswith("ing")
    return units[of + 1 :] if heard and 0 <= cue.start - units[-1].end <= 1 else units
