"""The cue and the mention of a link without what is no part of them: days, asides, prepositions."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotecli.extraction.merging.markedtext import MarkedText
from quotecli.extraction.merging.trimming import WEEKDAY, trim, with_stop
from quotecli.extraction.prose.grammar import PREPOSITIONS, phrase_after, span_of
from quotecli.model import Span

# Behind a cue: "said late on Friday night", "said in a", "said at the Friday", "said last"
_ASIDE = re.compile(
    rf"(?:\s+(?:on|late|early|last|this|earlier))*\s+{WEEKDAY}"
    r"(?:\s+(?:morning|afternoon|evening|night))?$"
    rf"|\s+(?:(?:in|at|on|during)\s+(?:an?|the)|last)(?:\s+{WEEKDAY})?$",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(rf"\s+{WEEKDAY}\b", re.IGNORECASE)
_DAY = re.compile(rf"{WEEKDAY}(?:['’]s)?", re.IGNORECASE)  # of "Wednesday's ruling"
# "The WHO today": no part of the source
_DAY_BEHIND = re.compile(
    r"(?<=\w)\s(?:today|yesterday|tonight|tomorrow"
    rf"|(?:(?:on|last|late|early|this)\s)?{WEEKDAY}|(?:last|this) (?:week|month|year))\W*$",
    re.IGNORECASE,
)
# "a report published last year": there it is
_DESCRIBED = re.compile(r",|\b(?:who|which|that|\w+ed)\b")
_ARTICLE = re.compile(r"the|an?", re.IGNORECASE)  # all that was left of "The signs, which …"
_LAST_WORD = re.compile(r"\w+$")
# "research by", "data from": the tagger left the name out.
_MADE_BY = frozenset("by from of for with".split())


def cue_of(marked: MarkedText, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Trim a cue; one of which nothing would be left stays as it is."""
    trimmed = (trim(marked.reading, _without_aside(marked.text, span)) for span in spans)
    return tuple(span for span in trimmed if span is not None) or tuple(spans)


def _without_aside(text: str, span: Span) -> Span:
    """Cut a day, and what begins an aside: "said in a".

    Of "said on Friday" the tagger may have left the day out.
    """
    day = _NEXT_DAY.match(text, span.end)
    aside = _ASIDE.search(text, span.start, span.end if day is None else day.end())
    return span if aside is None else Span(span.start, min(span.end, aside.start()))


def mention_of(marked: MarkedText, spans: Sequence[Span], clause: Span) -> tuple[Span, ...]:
    """Trim a mention, and leave out what is none: a day, an article, words behind the clause."""
    trimmed = (_trimmed(marked, span) for span in spans)
    return tuple(
        span
        for span in trimmed
        if span is not None
        and span.start < clause.end  # never in a later sentence
        and not _ARTICLE.fullmatch(marked.words(span))
    )


def _trimmed(marked: MarkedText, span: Span) -> Span | None:
    """Trim a mention; one that ends in "by" goes on to the name, or ends before it."""
    day = _DAY_BEHIND.search(marked.text, *span)
    if day is not None and not _DESCRIBED.search(marked.text, span.start, day.start()):
        span = Span(span.start, day.start())
    trimmed = trim(marked.reading, span)
    if trimmed is None or _DAY.fullmatch(marked.text, *trimmed):
        return None
    last = _LAST_WORD.search(marked.text, *trimmed)
    if last is None or last[0].lower() not in PREPOSITIONS or last.start() == trimmed.start:
        return trimmed
    named = _name_behind(marked, trimmed) if last[0].lower() in _MADE_BY else None
    if named is not None:
        return with_stop(marked.text, Span(trimmed.start, named.end))
    return trim(marked.reading, Span(trimmed.start, last.start()))


def _name_behind(marked: MarkedText, span: Span) -> Span | None:
    sentence = marked.sentence_of(span)
    if sentence is None:
        return None
    units = sentence.row.units
    at = bisect_left(units, span.end, sentence.units.start, key=lambda u: u.start)
    named = phrase_after(units, at, sentence.units.end)
    return None if named is None else span_of(units, named)
