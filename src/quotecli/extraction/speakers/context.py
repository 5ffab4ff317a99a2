"""What stands where a mention stands: its words, its sentence, and the one before."""

from bisect import bisect_right
from collections.abc import Sequence

from quotecli.extraction.prose.grammar import Range, span_of
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of
from quotecli.extraction.rules.attribution import Sentence
from quotecli.extraction.speakers.history import History

_QUOTED_REACH = 4  # sentences of a quotation between a question and its answer


def words_of(reading: Reading, units: Sequence[Unit]) -> str:
    """Give the words of a phrase as they stand in the article."""
    return reading.words([span_of(units, Range(0, len(units)))])


class Context:
    """The words around a place of the article."""

    def __init__(self, reading: Reading, sentences: Sequence[Sentence], history: History) -> None:
        self._reading = reading
        self._sentences = sentences
        self._place = history.place

    def sentence_at(self, position: int) -> Sequence[Unit]:
        """Give the words of the sentence at a position, or of the headline or caption there."""
        number = self._place(position).sentence
        if number:
            sentence = self._sentences[number - 1]
            units = sentence.row.units[sentence.units.start : sentence.units.end]
            if position < units[-1].end:
                return units
        passages = self._reading.passages
        passage = passages[bisect_right(passages, position, key=lambda p: p.start) - 1]
        return units_of(self._reading.text, passage, ()).units

    def opening(self, position: int) -> Sequence[Unit]:
        """Give the words of a sentence before a comma and a pronoun: "As Mr Doe left"."""
        if self._place(position).sentence == 0:
            return ()
        before = [u for u in self.sentence_at(position) if u.start < position]
        quoted = next((i for i, u in enumerate(before) if u.quote >= 0), len(before))
        before = before[:quoted]
        return before[:-1] if before and before[-1].text == "," else ()

    def sentence_before(self, position: int) -> Sequence[Unit]:
        """Give the words of the sentence before one that begins here, quotations skipped."""
        place = self._place(position)
        at = place.sentence - 1
        if not 0 < at < len(self._sentences) or self._sentences[at].span.start < position - 1:
            return ()
        for sentence in reversed(self._sentences[max(0, at - _QUOTED_REACH) : at]):
            units = sentence.row.units[sentence.units.start : sentence.units.end]
            near = place.paragraph - self._place(units[0].start).paragraph <= 1
            if any(u.quote < 0 and u.is_word for u in units):
                return units if near else ()
        return ()
