"""The pieces of a content, each fitted to the marks in it: where does it begin and end?"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.extraction.merging.markedtext import WORD, MarkedText
from quotecli.extraction.merging.trimming import EDGE, has_subject_before, trim
from quotecli.model import Kind, Span

_AROUND = EDGE + "“”\"‘’'«»"  # of the words beside a quotation
# "As the meeting began, Putin said …": no part of what he said
_SCRAP = re.compile(
    r"\W*(?:as|and|but|so|that|when|while|where|then|if|the|a|an|in|on|to|of|by|for|with|from|at"
    r"|what|which|whom|who|whose)\W*",
    re.IGNORECASE,
)
# No statement ends so: the tagger lost its thread.
_DANGLING = re.compile(
    r"(?:^|\s)(?:a|an|the|his|her|their|its|by|of|to|with|for|in|on|from|into|about|at|than|as|if"
    r"|that|when|what|who|whose|which|whether|because|\w+(?:'s|’s))$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.?!)—–]|--|\s-\s|\n|$")
# "The paper said the bridge was shut but did not elaborate": that is the reporter's remark.
_REMARK = re.compile(
    r",? none of (?:which|whom)\b(?: (?:he|she|they|it)\b(?: \w+)?)?"
    r"|,? and (?:sentenced|jailed|fined|remanded|acquitted|convicted) (?:him|her|them|the \w+)\b"
    r"|,? (?:but|and|though|although) (?:\w+ )?"
    r"(?:(?:do|does|did|has|have|would) not|\w+n['’]t|declined to|refused to)"
    r" (?:immediately |further )?(?:elaborate|specify|comment|respond|do so"
    r"|(?:give|provide|offer|release|disclose|share|cite) (?:\w+ ){0,2}?(?:detail|evidence"
    r"|specific|proof|reason|explanation|example|timeline|timeframe|figure|number|name)s?)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\s+(?:when|after|before|while|until)\s+\w")
_FEW_BEHIND = 2  # words behind a finished quotation that are no part of the statement
_THAT = re.compile(r"\bthat\s+$")
_LONGEST_THAT = 8  # characters, with a line's end


class Piece(NamedTuple):
    """A piece of a content: its stretches, and the numbers of the quotations in it."""

    kind: Kind
    stretches: tuple[Span, ...]
    quotes: tuple[int, ...]


def pieces_of(
    marked: MarkedText, content: Iterable[Span], others: Sequence[Span], clause: Span
) -> list[Piece]:
    """Fit a content that has ``others``, a mention and a cue, in ``clause``."""
    spans = [span for whole in content for span in _within(marked, whole, clause)]
    pieces = (_piece(marked, span, others, clause, alone=len(spans) == 1) for span in spans)
    return [piece for piece in pieces if piece is not None]


def _within(marked: MarkedText, span: Span, clause: Span) -> list[Span]:
    """Keep to the sentence of the cue, and to what stands in marks.

    The reporter's own words in another sentence are nobody's statement.
    """
    parts = marked.parts_in(span)
    if not WORD.search(marked.outside(span, parts)):
        return [span]
    near = Span(max(span.start, clause.start), min(span.end, clause.end))
    return [near] if near.start < near.end else parts


def _piece(
    marked: MarkedText, whole: Span, others: Sequence[Span], clause: Span, *, alone: bool
) -> Piece | None:
    """Fit one piece of a content; None where nothing of it is left."""
    span = _apart(whole, others)
    if span.start >= span.end:
        return None
    inside = marked.quotes_in(span)
    parts = tuple(part for part, _ in inside)
    quotes = tuple(number for _, number in inside)
    if inside and marked.outside(span, parts).strip(_AROUND).lower() in {"", "as"}:
        worded = tuple(p for p in parts if WORD.search(marked.words(p)))
        return Piece(Kind.DIRECT, worded, quotes) if worded else None
    span = _closed(marked, _with_marks(marked, span, parts), parts)
    if inside and not WORD.search(marked.outside(span, parts)):
        return Piece(Kind.DIRECT, parts, quotes)
    if not alone and _SCRAP.fullmatch(marked.words(span)):
        return None
    span = _finished(marked.text, span, others, clause)
    trimmed = trim(marked.reading, _before_remark(marked.text, span, parts))
    if trimmed is None:
        return None
    claim = _with_subject(marked.text, trimmed, others)
    return Piece(Kind.MIXED if inside else Kind.INDIRECT, (claim,), quotes)


def _apart(span: Span, others: Iterable[Span]) -> Span:
    """Cut off the end of a content that runs into its own mention or cue."""
    start, end = span
    for other in others:
        if start < other.start < end <= other.end:
            end = other.start
        elif other.start <= start < other.end < end:
            start = other.end
    return Span(start, end)


def _with_marks(marked: MarkedText, span: Span, parts: Sequence[Span]) -> Span:
    """Widen a span that begins or ends within marks to the marks."""
    if not parts:
        return span
    first, last = parts[0].start, parts[-1].end
    start = marked.outer(first) if first <= span.start else span.start
    end = marked.outer(last) if span.end <= last else span.end
    return Span(min(start, span.start), max(end, span.end))


def _closed(marked: MarkedText, span: Span, parts: Sequence[Span]) -> Span:
    """Cut a word or two behind marks that end with a comma or a stop: '"…," showing'.

    When it was said is the reporter's too: '"…," when Roe asked about the tax'.
    """
    if not parts or marked.text[parts[-1].end - 1] not in ",.!?":
        return span
    end = marked.outer(parts[-1].end)
    if _WHEN.match(marked.text, end, max(end, span.end)):
        return Span(span.start, end)
    behind = WORD.findall(marked.text, end, max(end, span.end))
    return Span(span.start, end) if 0 < len(behind) <= _FEW_BEHIND else span


def _finished(text: str, span: Span, others: Iterable[Span], clause: Span) -> Span:
    """Let a content that ends with "the" or "by" go on to the end of its clause."""
    if not _DANGLING.search(text, span.start, span.end):
        return span
    end = _CLAUSE_END.search(text, span.end, max(span.end, clause.end))
    stop = end.start() if end is not None else span.end
    if any(span.end <= other.start < stop for other in others):
        return span
    return Span(span.start, stop)


def _before_remark(text: str, span: Span, parts: Sequence[Span]) -> Span:
    """Cut the reporter's remark on what was not said: "but did not give details"."""
    remark = _REMARK.search(text, *span)
    if remark is None or any(p.start <= remark.start() < p.end for p in parts):
        return span
    return Span(span.start, remark.start())


def _with_subject(text: str, span: Span, others: Iterable[Span]) -> Span:
    """Give "that" back to "would cost jobs", whose subject it is."""
    that = _THAT.search(text, max(0, span.start - _LONGEST_THAT), span.start)
    if that is None or not has_subject_before(text, span):
        return span
    taken = any(o.start < that.end() and that.start() < o.end for o in others)
    return span if taken else Span(that.start(), span.end)
