"""The words of a statement as they stand in the stored article, and which of them are in marks."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.model import Block, Kind, Span
from quotecli.search.verifying.words import Word, words_of
from quotecli.text.marks import find_quoted

_BREAK = "\n"  # between two blocks
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGen)(?<!\bSen)[.!?]"
)
_ELLIPSIS = re.compile(r"…|\.(?:\s?\.)+")
_INITIAL = re.compile(r"\b(?:[A-Z]\.)+$")
_MARKS = frozenset("\"“”„‟«»'‘’`＂‹›″")
_NEAR = 3  # a mark may be parted from its words by mark-up or a blank


class Page:
    """An article as a reader sees it: blocks without mark-up, each word tied to its place.

    Attributes:
        text: the words of all blocks; offsets in it are called places here, to tell them from
            the offsets of the article's text.
        blocks: the span of each block in ``text``.
        quoted: the stretches that stand in quotation marks, in order.
    """

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        parts: list[str] = []
        origins: list[tuple[int, int, int]] = []  # start in the article, place, length
        spans: list[Span] = []
        size = 0
        for block in blocks:
            begin = size
            for piece in block.pieces:
                parts.append(text[piece.start : piece.end])
                origins.append((piece.start, size, piece.end - piece.start))
                size += piece.end - piece.start
            spans.append(Span(begin, size))
            parts.append(_BREAK)
            size += 1
        self.text = "".join(parts)
        self.blocks = tuple(spans)
        self._words: dict[int, list[Word]] = {}
        self._origins = sorted(origins)
        filled = [span for span in spans if span.end > span.start]
        found, _ = find_quoted(self.text, filled)
        self.quoted = tuple(sorted(part for quoted in found for part in quoted.parts))

    def places(self, span: Span) -> list[Span]:
        """Carry a span of the article's text to the stretches of the page that it covers."""
        first = max(bisect_right(self._origins, (span.start, len(self.text), 0)) - 1, 0)
        found = []
        for start, place, size in self._origins[first:]:
            if start >= span.end:
                break
            low, high = max(span.start, start), min(span.end, start + size)
            if low < high:
                found.append(Span(place + low - start, place + high - start))
        return found

    def origin(self, start: int, end: int) -> tuple[Span, ...]:
        """Carry a stretch of the page back to spans of the article's text."""
        spans = []
        for origin, place, size in sorted(self._origins, key=lambda entry: entry[1]):
            low, high = max(start, place), min(end, place + size)
            if low < high:
                spans.append(Span(origin + low - place, origin + high - place))
        return tuple(spans)

    @property
    def words(self) -> list[Word]:
        """All words in order."""
        return [word for block in self.blocks for word in self._words_in(block)]

    def within(self, stretch: Span) -> list[Word]:
        """Give the words that begin in a stretch."""
        first = max(bisect_right(self.blocks, stretch.start, key=lambda b: b.start) - 1, 0)
        found = []
        for block in self.blocks[first:]:
            if block.start >= stretch.end:
                break
            words = self._words_in(block)
            low = bisect_left(words, stretch.start, key=lambda word: word.start)
            high = bisect_left(words, stretch.end, key=lambda word: word.start)
            found += words[low:high]
        return found

    def before(self, place: int, count: int) -> list[Word]:
        """Give the last words before a place, in its block."""
        return [w for w in self._words_in(self.block_at(place)) if w.start < place][-count:]

    def after(self, place: int, count: int) -> list[Word]:
        """Give the next words from a place on, in its block."""
        return [w for w in self._words_in(self.block_at(place)) if w.start >= place][:count]

    def block_at(self, place: int) -> Span:
        """Give the block in which a place lies, or the nearest before it."""
        at = bisect_right(self.blocks, place, key=lambda span: span.start) - 1
        return self.blocks[at] if at >= 0 else Span(0, 0)

    def _words_in(self, block: Span) -> list[Word]:
        if block.start not in self._words:  # most blocks of an article are never asked for
            self._words[block.start] = words_of(self.text[block.start : block.end], block.start)
        return self._words[block.start]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a place lies between quotation marks."""
        at = bisect_right(self.quoted, place, key=lambda span: span.start) - 1
        return at >= 0 and place < self.quoted[at].end

    def has_mark_near(self, stretch: Span) -> bool:
        """Tell whether a quotation mark stands right before or behind a stretch."""
        around = (
            self.text[max(stretch.start - _NEAR, 0) : stretch.start]
            + self.text[stretch.end : stretch.end + _NEAR]
        )
        return any(character in _MARKS for character in around)


class Passage(NamedTuple):
    """The words of one statement, or of several that follow each other.

    Attributes:
        page: where they stand.
        words: in order.
        keys: what they are compared by.
        marked: of each, whether it stands in quotation marks.
        stretches: what the statement covers of the page, in order.
        ends: of each word, whether a sentence ends with it.
        is_set_off: whether it is a quotation that has no marks at all, but a paragraph of its own.
    """

    page: Page
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    marked: tuple[bool, ...]
    stretches: tuple[Span, ...]
    ends: tuple[bool, ...]
    is_set_off: bool

    def read(self, first: int, last: int) -> str:
        """Give the words from ``first`` up to before ``last`` as a reader sees them."""
        if first >= last:
            return ""
        start, end = self.words[first].start, self.words[last - 1].end
        pieces = []
        for stretch in self.stretches:
            low, high = max(start, stretch.start), min(end, stretch.end)
            if low < high:
                pieces.append(self.page.text[low:high])
        return " ".join(" ".join(pieces).split())


def passage_of(page: Page, kind: Kind, segments: Iterable[Span]) -> Passage:
    """Give the words that a statement of some kind has in its article."""
    stretches = tuple(stretch for segment in segments for stretch in page.places(segment))
    words: list[Word] = []
    marked: list[bool] = []
    for stretch in stretches:
        inside = page.within(stretch)
        are_marked = [page.is_quoted(word.start) for word in inside]
        if kind is Kind.DIRECT and not any(are_marked) and page.has_mark_near(stretch):
            are_marked = [True] * len(inside)  # marks that could not be paired are marks
        words += inside
        marked += are_marked
    is_set_off = kind is Kind.DIRECT and not any(marked)
    return Passage(
        page=page,
        words=tuple(words),
        keys=tuple(word.key for word in words),
        marked=(True,) * len(words) if is_set_off else tuple(marked),
        stretches=stretches,
        ends=tuple(_ends(page.text, words)),
        is_set_off=is_set_off,
    )


def _ends(text: str, words: Sequence[Word]) -> list[bool]:
    """Tell of each word whether its sentence ends with it."""
    found = []
    for position, word in enumerate(words):
        if position + 1 == len(words):
            found.append(True)
            continue
        following = words[position + 1]
        # Between two segments stands the reporting clause: it ends the sentence with a stop of
        # its own, the quotation with one before its closing mark.
        between = _ELLIPSIS.sub(" ", text[word.end : following.start])
        stop = _SENTENCE_END.search(between)
        has_ended = stop is not None and (
            _is_new(text, following.start)
            and not _INITIAL.search(text[max(word.end - 5, 0) : word.end + 1])
        )
        found.append(has_ended or _BREAK in between)
    return found


def _is_new(text: str, place: int) -> bool:
    first = text[place]
    return first.isupper() or first.isdecimal() or not first.isalpha()
