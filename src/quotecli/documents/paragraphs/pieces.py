"""What a reader sees of a stretch of text: its pieces between the mark-up."""

from collections.abc import Iterator, Sequence

from quotecli.documents.paragraphs.markup import Hole
from quotecli.model import Span


def visible_pieces(text: str, span: Span, holes: Sequence[Hole]) -> Iterator[tuple[Span, ...]]:
    """Give the pieces of a span between its holes, without white space at either end.

    A hole that breaks the line where no white space does divides the span, as the words beside
    it would otherwise read as one.
    """
    pieces: list[Span] = []
    at = span.start
    for hole in holes:
        if hole.start > at:
            pieces.append(Span(at, hole.start))
        if hole.breaks and not _white(text, hole.start - 1) and not _white(text, hole.end):
            yield _trimmed(text, pieces)
            pieces = []
        at = max(at, hole.end)
    if span.end > at:
        pieces.append(Span(at, span.end))
    yield _trimmed(text, pieces)


def _white(text: str, at: int) -> bool:
    return not 0 <= at < len(text) or text[at].isspace()


def _trimmed(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    inked = [at for at, (start, end) in enumerate(pieces) if not text[start:end].isspace()]
    if not inked:
        return ()
    kept = list(pieces[inked[0] : inked[-1] + 1])
    start, end = kept[0].start, kept[-1].end
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    kept[0] = Span(start, kept[0].end)
    kept[-1] = Span(kept[-1].start, end)
    return tuple(kept)


def seen_text(text: str, pieces: Sequence[Span]) -> str:
    """Give what a reader sees of a block as one line, white space collapsed."""
    return " ".join("".join(text[start:end] for start, end in pieces).split())
