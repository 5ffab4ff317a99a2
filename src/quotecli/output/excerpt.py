"""The paragraphs in which a statement stands, as a reader sees them, with its parts told apart."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from quotecli.model import Block, BlockKind, Record, Span
from quotecli.output.terminal import visible

_BLANKS = re.compile(r"\s+")


class Role(Enum):
    """What a stretch of an article is to a statement."""

    STATEMENT = auto()
    MENTION = auto()
    CUE = auto()
    REST = auto()


class Run(NamedTuple):
    """A stretch of visible text with one role."""

    text: str
    role: Role


_BLANK = Run(" ", Role.REST)


class Paragraph(NamedTuple):
    """One block; ``gap`` tells that blocks between it and the one before are left out."""

    kind: BlockKind
    runs: tuple[Run, ...]
    gap: bool


def excerpt(
    record: Record, text: str, blocks: Sequence[Block], *, context: int = 0
) -> list[Paragraph]:
    """Give the blocks that hold the statement, its mention or its cue, in reading order.

    Mark-up between the pieces of a block is left out and white space is collapsed; what a reader
    would see next to each other, stands next to each other.

    Args:
        record: the statement.
        text: the article's text, into which spans and blocks point.
        blocks: all blocks of the article.
        context: how many blocks more to show before and after.
    """
    if not any(_touches(block, record.segments) for block in blocks):
        # No block holds it, which should not be; better a bare statement than none.
        blocks = (Block(BlockKind.PARAGRAPH, record.segments),)
    # In this order: words that are statement and cue at once are statement.
    roles = [
        *((span, Role.STATEMENT) for span in record.segments),
        *((span, Role.MENTION) for span in record.mention_spans),
        *((span, Role.CUE) for span in record.cue_spans),
    ]
    spans = [span for span, _ in roles]
    touched = [n for n, block in enumerate(blocks) if _touches(block, spans)]
    shown = sorted(
        {
            near
            for n in touched
            for near in range(max(n - context, 0), min(n + context + 1, len(blocks)))
        }
    )
    return [
        Paragraph(blocks[n].kind, tuple(_shown(text, blocks[n], roles)), gap=n > before + 1)
        for before, n in pairwise([*shown[:1], *shown])
    ]


def _touches(block: Block, spans: Sequence[Span]) -> bool:
    return any(p.start < s.end and s.start < p.end for p in block.pieces for s in spans)


def _shown(text: str, block: Block, roles: Sequence[tuple[Span, Role]]) -> Iterator[Run]:
    for run in readable_runs(text, block, roles):
        shown = visible(run.text)
        if shown:
            yield Run(shown, run.role)


def readable_runs(text: str, block: Block, roles: Sequence[tuple[Span, Role]]) -> list[Run]:
    """Give a block as a reader sees it, cut where the role changes; characters are as they are."""
    runs: list[Run] = []
    for words, role in _fragments(text, block, roles):
        collapsed = _BLANKS.sub(" ", words)
        if not runs or runs[-1].text.endswith(" "):
            collapsed = collapsed.lstrip(" ")
        if not collapsed:
            continue
        if runs[-1:] == [_BLANK] and runs[-2:-1] and runs[-2].role is role:
            # Segments with nothing but a blank between them are read as one.
            collapsed = runs.pop().text + collapsed
        if runs and runs[-1].role is role:
            collapsed = runs.pop().text + collapsed
        runs.append(Run(collapsed, role))
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(" "), runs[-1].role)
    return [run for run in runs if run.text]


def _fragments(
    text: str, block: Block, roles: Sequence[tuple[Span, Role]]
) -> Iterator[tuple[str, Role]]:
    """Yield the block's pieces, cut wherever the role may change."""
    edges = sorted({edge for span, _ in roles for edge in span})
    for piece in block.pieces:
        inner = (edge for edge in edges if piece.start < edge < piece.end)
        for start, end in pairwise((piece.start, *inner, piece.end)):
            role = next((r for s, r in roles if s.start <= start and end <= s.end), Role.REST)
            yield text[start:end], role
