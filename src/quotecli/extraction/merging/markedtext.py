"""An article's words with its quotation marks, sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Sentence
from quotecli.model import BlockKind, Span
from quotecli.text.marks import Quoted

WORD = re.compile(r"[^\W_]+")
_SPOKEN_IN = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH})


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return a.start < b.end and b.start < a.end


class MarkedText:
    """Tells of a span what stands in it and around it.

    Attributes:
        reading: the article, of which all spans are.
        text: its words.
    """

    def __init__(
        self, reading: Reading, quoted: Sequence[Quoted], sentences: Sequence[Sentence]
    ) -> None:
        self.reading = reading
        self.text = reading.text
        self._parts = [(part, number) for number, q in enumerate(quoted) for part in q.parts]
        self._starts = [part.start for part, _ in self._parts]
        self._outer = {q.parts[0].start: q.start for q in quoted}
        self._outer |= {q.parts[-1].end: q.end for q in quoted}
        self._passages = [passage.start for passage in reading.passages]
        self._sentences = sentences
        self._sentence_spans = [s.span for s in sentences]

    def words(self, span: Span) -> str:
        """Give the words of a span as they stand."""
        return self.text[span.start : span.end]

    def is_bare(self, start: int, end: int) -> bool:
        """Tell whether no word stands in a stretch."""
        return start <= end and WORD.search(self.text, start, end) is None

    def is_spoken(self, span: Span) -> bool:
        """Tell a headline or a paragraph, where people speak, from a heading or a caption."""
        return self.reading.kinds[self._passage(span)] in _SPOKEN_IN

    def passage_of(self, span: Span) -> Span:
        """Give the paragraph, or the headline, in which a span begins."""
        return self.reading.passages[self._passage(span)]

    def _passage(self, span: Span) -> int:
        return bisect_right(self._passages, span.start) - 1

    def sentence_of(self, span: Span) -> Sentence | None:
        """Give the sentence in which a span begins."""
        at = bisect_right(self._sentence_spans, span.start, key=lambda s: s.start) - 1
        if at < 0 or span.start >= self._sentence_spans[at].end:
            return None
        return self._sentences[at]

    def clause_of(self, cue: Span) -> Span:
        """Give the sentence of a cue, or the whole passage of one that stands in none."""
        sentence = self.sentence_of(cue)
        return self.passage_of(cue) if sentence is None else sentence.span

    def quotes_in(self, span: Span) -> list[tuple[Span, int]]:
        """Give the marked parts that a span covers, wholly or in part, with their numbers."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for part, number in self._parts[first:]:
            if part.start >= span.end:
                break
            if overlap(part, span):
                found.append((part, number))
        return found

    def parts_in(self, span: Span) -> list[Span]:
        """Give the marked parts that a span covers, wholly or in part."""
        return [part for part, _ in self.quotes_in(span)]

    def outside(self, span: Span, parts: Iterable[Span]) -> str:
        """Give the words of a span that stand in none of the parts."""
        words = []
        position = span.start
        for part in parts:
            words.append(self.text[position : max(position, part.start)])
            position = max(position, part.end)
        words.append(self.text[position : max(position, span.end)])
        return " ".join(words)

    def outer(self, at: int) -> int:
        """Give the outer side of the mark at the beginning or end of a quotation's words."""
        return self._outer.get(at, at)
