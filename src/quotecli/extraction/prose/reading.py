"""What a reader reads: the article's words in order, each tied to its place in the source.

Mark-up is left out and white space is blanks, so the rules see plain prose; every span they find
is carried back to ``Article.text``.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quotecli.extraction.prose.rollovers import without_boxes
from quotecli.model import Article, BlockKind, Span
from quotecli.text.marks import find_quoted

BREAK = "\n"  # stands between two passages of a reading, and nowhere else
# "LONDON, May 5 (Reuters) - ", "NAIROBI (Reuters) – ", "BRUSSELS —"
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][A-Za-z.'’/-]*){0,5}(?:,? \d{1,2})?"
    r"(?: ?\([^()]{2,40}\))? ?[-–—]+ "
)
# "NEW DELHI: ", as papers from India to Tanzania have it; elsewhere such words name who speaks.
_PLACE = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2}: ")
# ‘No urgency’, a paragraph of its own: a subheading of a text that has no mark-up
_SUBHEADING = re.compile(
    r"[“\"‘'«](?!['’])(?:[^“”\"«»‘’'`]|(?<=\w)['’](?=\w)){2,100}(?<![\s.,!?…;:])[”\"’'»]\s*"
)
_LONGEST_SUBHEADING = 12  # words
# "ROE: So – POE: I did not. ROE: Who did it?": a transcript that has lost its line breaks
_TURN = re.compile(
    r"(?:(?<![^\n])|(?<=[.!?…–—)\]”\"’-] ))[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3}: (?=\S)"
)
_FEWEST_TURNS = 4
_TALK = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Yy]our|[Oo]ur)\b|\?")
_LEAST_TALK = 1 / 3  # of the turns
_MARKS = "“\"‘'«"
_BLANKS = str.maketrans(dict.fromkeys("\n\r\t\v\f\x1c\x1d\x1e\x85\u00a0\u2028\u2029", " "))


@dataclass(frozen=True, slots=True)
class Reading:
    """The running text of an article.

    Attributes:
        text: the blocks' words, joined by ``BREAK``; one character for each one kept.
        kinds: what each passage is; a quoted paragraph is read as any other.
        set_off: the numbers of the passages that are set off as quoted.
        passages: where each block stands in ``text``, or each turn of one that is a transcript.
        starts: where each piece begins in ``text``, ascending.
        origins: where the same piece begins in the source.
        source: the article's text.
        place: the dateline of a report that begins "NEW DELHI: ".
    """

    text: str
    kinds: tuple[BlockKind, ...]
    passages: tuple[Span, ...]
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    source: str
    set_off: frozenset[int] = frozenset()
    place: Span | None = None

    def spans(self, stretches: Sequence[Span]) -> tuple[Span, ...]:
        """Carry stretches of the reading back to spans of the source.

        A stretch is split where the source has mark-up between its words; two spans with nothing
        but white space between them are one. No span begins or ends with white space.
        """
        spans: list[Span] = []
        for stretch in stretches:
            piece = max(bisect_right(self.starts, stretch.start) - 1, 0)
            while piece < len(self.starts) and self.starts[piece] < stretch.end:
                shift = self.origins[piece] - self.starts[piece]
                last = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
                start = max(stretch.start, self.starts[piece])
                end = min(stretch.end, last)
                span = _trimmed(self.text, start, end)
                if span is not None:
                    self._append(spans, Span(span.start + shift, span.end + shift))
                piece += 1
        return tuple(spans)

    def _append(self, spans: list[Span], span: Span) -> None:
        if spans and spans[-1].end <= span.start:
            between = self.source[spans[-1].end : span.start]
            if not between or between.isspace():
                spans[-1] = Span(spans[-1].start, span.end)
                return
        spans.append(span)

    def after_dateline(self, start: int) -> int:
        """Skip the place and agency before the first word of a report, if they stand at ``start``.

        ``start`` is given back unchanged where no passage begins there or it has no dateline.
        """
        at = bisect_right(self.passages, start, key=lambda p: p.start) - 1
        if at < 0 or self.passages[at].start != start:
            return start
        if self.place is not None and self.place.start == start:
            return self.place.end
        dateline = _DATELINE.match(self.text, start)
        return dateline.end() if dateline else start

    def without_place(self) -> str:
        """Give the text with blanks for a dateline that looks like the label of a speaker."""
        if self.place is None:
            return self.text
        start, end = self.place
        return self.text[:start] + " " * (end - start) + self.text[end:]

    def words(self, stretches: Sequence[Span]) -> str:
        """Give the words of some stretches as one readable string."""
        return " ".join(word for s in stretches for word in self.text[s.start : s.end].split())


def read(article: Article) -> Reading:
    """Lay out an article for the rules."""
    text: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    spans: list[Span] = []
    length = 0
    for block in article.blocks:
        if text:
            text.append(BREAK)
            length += 1
        first = length
        for piece in without_boxes(article.text, block.pieces):
            starts.append(length)
            origins.append(piece.start)
            text.append(article.text[piece.start : piece.end].translate(_BLANKS))
            length += piece.end - piece.start
        spans.append(Span(first, length))
    whole = "".join(text)
    turns = [_turns(whole, span) for span in spans]
    passages = [turn for several in turns for turn in several]
    blocks = [b for b, several in zip(article.blocks, turns, strict=True) for _ in several]
    whole = _broken(whole, [turn.start - 1 for several in turns for turn in several[1:]])
    paragraphs = [whole[p.start : p.end] for p in passages]
    kinds = tuple(_kind(n, block.kind, paragraphs) for n, block in enumerate(blocks))
    return Reading(
        whole,
        kinds,
        tuple(passages),
        tuple(starts),
        tuple(origins),
        article.text,
        frozenset(n for n, block in enumerate(blocks) if block.kind is BlockKind.QUOTE),
        _find_place(whole, kinds, passages),
    )


def _broken(text: str, blanks: Sequence[int]) -> str:
    """Make breaks of some blanks."""
    characters = list(text) if blanks else []
    for at in blanks:
        characters[at] = BREAK
    return "".join(characters) or text


def _turns(text: str, block: Span) -> list[Span]:
    """Part a block where it is a transcript: where the labels of two people or more come back.

    Some of the turns must sound like talk, and no label may stand in a quotation.
    """
    labels = list(_TURN.finditer(text, *block))
    counts = Counter(label[0] for label in labels)
    if len(labels) < _FEWEST_TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return [block]
    edges = [block.start, *(m.start() for m in labels if m.start() > block.start), block.end + 1]
    turns = [Span(start, end - 1) for start, end in pairwise(edges)]
    talk = sum(_TALK.search(text, *turn) is not None for turn in turns)
    quoted = find_quoted(text, [block])[0]
    torn = any(q.start < turn.start < q.end for q in quoted for turn in turns[1:])
    return turns if talk >= len(turns) * _LEAST_TALK and not torn else [block]


def _kind(number: int, kind: BlockKind, paragraphs: Sequence[str]) -> BlockKind:
    """Say as what a passage is read: a quoted one as a paragraph, some paragraphs as headings."""
    if kind is BlockKind.PARAGRAPH and _is_subheading(number, paragraphs):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH if kind is BlockKind.QUOTE else kind


def _is_subheading(number: int, paragraphs: Sequence[str]) -> bool:
    """Tell words in marks that head what follows: a few, without a stop, and no one of a list."""
    if not 0 < number < len(paragraphs) - 1 or not _SUBHEADING.fullmatch(paragraphs[number]):
        return False
    before, behind = paragraphs[number - 1].rstrip(), paragraphs[number + 1]
    listed = _SUBHEADING.fullmatch(before) or behind.startswith(tuple(_MARKS))
    short = len(paragraphs[number].split()) <= _LONGEST_SUBHEADING
    return short and not listed and not before.endswith(":")


def _find_place(text: str, kinds: Sequence[BlockKind], passages: Sequence[Span]) -> Span | None:
    """Find a dateline with a colon: the first paragraph has it, and no other one the like."""
    labelled = [n for n, p in enumerate(passages) if _PLACE.match(text, p.start, p.end)]
    first = next((n for n, kind in enumerate(kinds) if kind is BlockKind.PARAGRAPH), None)
    if first is None or labelled != [first]:
        return None
    place = _PLACE.match(text, passages[first].start)
    return Span(*place.span()) if place is not None else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
