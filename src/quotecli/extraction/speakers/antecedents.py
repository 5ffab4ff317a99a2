"""Of whom "who" and "which" tell: "Roe is a nurse who", "a worry for investors, who"."""

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import body_phrases
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.parsing import parse_name
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
_MANY = frozenset({"have", "are", "were", "do"})


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
    """Take whom "who" means of "a worry for investors" or "came from Roe", whose head is nobody.

    Of "which" it is the body or document of the two, as in "a blow for Roe's company".
    """
    links = [i for i, u in enumerate(units) if i and u.lower in PREPOSITIONS]
    if not links or links[-1] == len(units) - 1:
        return units
    head, tail = units[links[0] - 1], units[links[-1] + 1 :]
    speaks = PEOPLE if relative == "who" else _IMPERSONAL
    named = relative == "who" and tail[-1].is_capital and len(links) == 1
    if head.is_capital or class_of(head) in speaks or not (named or class_of(tail[-1]) in speaks):
        return units
    return tail


def joined(sentence: Sequence[Unit], units: Sequence[Unit], cast: Cast) -> Sequence[Unit]:
    """Take "Roe and Poe" for the Poe of "Roe and Poe, who have".

    Args:
        sentence: the words of the sentence.
        units: the name that ends before "who".
        cast: who is named in the article.
    """
    start = bisect_left(sentence, units[0].start, key=lambda u: u.start)
    end = bisect_left(sentence, units[-1].end, key=lambda u: u.start)
    behind = [u.lower for u in sentence[end : end + 3] if u.text != ","]
    verb = behind[1] if len(behind) > 1 else ""
    cue = lexicon.cues().get(verb)
    many = verb in _MANY or behind[:1] in (["who've"], ["who're"]) or (cue and cue.tense == "base")
    if (
        not many
        or start < 2
        or not units[-1].is_capital
        or sentence[start - 1].lower not in {"and", "&"}
    ):
        return units
    first = start - 1
    while first:
        comma = sentence[first - 1].text == ","
        if not comma and first < start - 1:
            break
        stop = begin = first - comma
        while begin and sentence[begin - 1].is_capital:
            begin -= 1
        if begin == stop or not _may_be_one(sentence[begin:stop], cast, listed=comma):
            break
        first = begin
    return sentence[first:end] if first < start - 1 else units


def _may_be_one(units: Sequence[Unit], cast: Cast, *, listed: bool) -> bool:
    """Tell whether a name may be one of several: "In Ashby, Roe and Poe" are two.

    Args:
        units: the name.
        cast: who is named in the article.
        listed: whether a comma stands behind the name, so that it may belong to something else.
    """
    runs = list(name_runs(units))
    names = (" ".join(parse_name(units, run).name) for run in runs[-1:])
    if any(cast.matches(name) for name in names):
        return True
    return not listed and " ".join(u.lower for u in units) not in lexicon.places()


def in_full(sentence: Sequence[Unit], units: Sequence[Unit]) -> Sequence[Unit]:
    """Take "Centre for Harbour Studies" for its last two words before "which"."""
    start, end = units[0].start, units[-1].end
    return next(
        (
            sentence[p.start : p.end]
            for p in body_phrases(sentence)
            if sentence[p.start].start < start and sentence[p.end - 1].end == end
        ),
        units,
    )


def said_by(units: Sequence[Unit], attribution: Attribution, reading: Reading) -> Sequence[Unit]:
    """Take Roe of "a recording of Roe" that is heard "saying" something."""
    of = next((i for i, u in enumerate(units) if u.lower == "of"), 0)
    if not 0 < of < len(units) - 1 or units[of - 1].lower not in _FILMED or not attribution.cue:
        return units
    cue = attribution.cue[0]
    heard = reading.words([cue]).partition(" ")[0].endswith("ing")
    return units[of + 1 :] if heard and 0 <= cue.start - units[-1].end <= 1 else units
