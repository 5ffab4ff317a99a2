"""The sentences around statements, out of the stored articles."""

import re
from collections.abc import Sequence
from dataclasses import fields

from quotecli.index.read import articles_of
from quotecli.index.store import Index
from quotecli.model import Article, BlockKind, Record, RecordInContext
from quotecli.text.sentences import sentence_spans

_BLANKS = re.compile(r"\s+")


def in_context(index: Index, records: Sequence[Record], sentences: int) -> tuple[Record, ...]:
    """Give records with the sentences that they stand in and so many before and after.

    A context is what a reader of the article sees there, with white space collapsed.
    """
    articles = articles_of(index, records)
    return tuple(
        RecordInContext(
            **{field.name: getattr(record, field.name) for field in fields(Record)},
            context=_passage(record, article, sentences),
        )
        for record, article in zip(records, articles, strict=True)
    )


def _passage(record: Record, article: Article, more: int) -> str:
    found: list[str] = []
    touched: list[int] = []
    for block in article.blocks:
        if block.kind is BlockKind.CAPTION and not _touches(record, block.pieces):
            continue  # a caption between two paragraphs goes on with neither
        seen = "".join(article.text[piece.start : piece.end] for piece in block.pieces)
        spots = _places(record, block.pieces)
        for sentence in sentence_spans(seen):
            if any(start < sentence.end and sentence.start < end for start, end in spots):
                touched.append(len(found))
            found.append(seen[sentence.start : sentence.end])
    if not touched:
        return record.text
    shown = found[max(touched[0] - more, 0) : touched[-1] + more + 1]
    return _BLANKS.sub(" ", " ".join(shown)).strip()


def _places(record: Record, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give where in a block's visible text the statement stands."""
    places = []
    before = 0
    for start, end in pieces:
        for segment in record.segments:
            first, last = max(start, segment.start), min(end, segment.end)
            if first < last:
                places.append((before + first - start, before + last - start))
        before += end - start
    return places


def _touches(record: Record, pieces: Sequence[tuple[int, int]]) -> bool:
    return bool(_places(record, pieces))
