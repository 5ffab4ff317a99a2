"""What the tagger sees of a text: word pieces with casing, quotation-mark state and line breaks.

A long quotation in marks is collapsed: a few pieces of its beginning and end stay, one special
piece stands for the middle. Quotations then neither fill the window nor offer false cues.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotecli.extraction.tagger.wordpiece import Piece, WordPieces
from quotecli.model import Span
from quotecli.text.marks import Quoted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Rows of the embedding tables that go with the word pieces; the shipped weights depend on them.
MARK_STATES = ("outside", "inside", "opening", "closing", "unclosed")
CASINGS = ("none", "lower", "title", "upper")
GAPS = ("none", "blank", "paragraph")

_KEPT_FIRST, _KEPT_LAST = 6, 4
_COLLAPSED_FROM = 14  # pieces between two marks from which the middle is collapsed
_LENGTH_STEPS = (10, 20, 40, 80)  # pieces left out, for the special pieces [unused1] to [unused5]


class Inputs(NamedTuple):
    """A text as ``n`` rows for the tagger.

    ``ids`` are rows of the vocabulary; ``features`` (n × 3) rows of the tables of mark state,
    casing and gap before. ``starts`` and ``ends`` are the code points of each piece. ``quotation``
    is, for each piece, the number of the marked quotation it belongs to, marks included, or -1;
    only quotations whose marks can be trusted count.
    """

    ids: "NDArray[np.int64]"
    features: "NDArray[np.int64]"
    starts: "NDArray[np.int64]"
    ends: "NDArray[np.int64]"
    quotation: "NDArray[np.int64]"

    def cut(self, start: int, end: int) -> "Inputs":
        """Give the rows ``start`` to ``end - 1``."""
        return Inputs(*(column[start:end] for column in self))


def make_inputs(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], pieces: WordPieces
) -> Inputs:
    """Prepare a text for the tagger.

    Args:
        text: the running text.
        paragraphs: its paragraphs, in order; what lies between them is white space.
        quoted: its marked quotations, in order, as ``find_quoted`` gives them.
        pieces: the tokeniser.
    """
    import numpy as np

    split = pieces.split(text)
    ids, starts, ends = np.array(split, dtype=np.int64).reshape(-1, 3).T.copy()
    features = np.zeros((len(ids), 3), dtype=np.int64)
    features[:, 1] = [_casing(text, piece) for piece in split]
    features[1:, 2] = starts[1:] > ends[:-1]
    first_pieces = np.searchsorted(starts, [p.start for p in paragraphs])
    features[first_pieces[first_pieces < len(ids)], 2] = 2
    quotation = np.full(len(ids), -1, dtype=np.int64)
    kept = np.ones(len(ids), dtype=bool)
    opening, closing = pieces.id_of("“"), pieces.id_of("”")
    for number, quote in enumerate(quoted):
        trusted = quote.closed or len(quote.parts) > 1
        first, last = np.searchsorted(starts, [quote.start, quote.end])
        if trusted:
            quotation[first:last] = number
        position = quote.start
        for part in quote.parts:
            mark, inner, after = np.searchsorted(starts, [position, part.start, part.end])
            # A mark is told by its role, so that all styles of marks look alike.
            ids[mark:inner], features[mark:inner, 0] = opening, 2
            features[inner:after, 0] = 1 if trusted else 4
            if trusted and after - inner >= _COLLAPSED_FROM:
                left, right = inner + _KEPT_FIRST, after - _KEPT_LAST
                bucket = 1 + sum(int(right - left) > step for step in _LENGTH_STEPS)
                ids[left], features[left, 1] = pieces.id_of(f"[unused{bucket}]"), 0
                ends[left] = ends[right - 1]
                kept[left + 1 : right] = False
            position = part.end
        mark = np.searchsorted(starts, position)
        ids[mark:last], features[mark:last, 0] = closing, 3
    return Inputs(ids[kept], features[kept], starts[kept], ends[kept], quotation[kept])


def _casing(text: str, piece: Piece) -> int:
    surface = text[piece.start : piece.end]
    if surface.islower():
        return 1
    if not surface[0].isalpha():
        return 0
    if surface.isupper() and len(surface) > 1:
        return 3
    return 2 if surface[0].isupper() else 1
