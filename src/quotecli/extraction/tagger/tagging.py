"""Scores into tagged spans: the best sequence of tags that the quotation marks allow."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction.tagger.encoder import Scores

FLOOR = -9.0  # a log-probability below this tells nothing more


class Run(NamedTuple):
    """Pieces ``start`` to ``end - 1`` with one tag.

    ``certainty`` is the mean log-probability of that tag over the pieces, ``weakest`` the least.
    """

    start: int
    end: int
    certainty: float
    weakest: float


class TaggedSpans(NamedTuple):
    """The spans of a section, in order."""

    sources: list[Run]
    cues: list[Run]
    contents: list[Run]


def tagged_spans(scores: Scores, outside: float) -> TaggedSpans:
    """Find the spans of a section; ``outside`` is added to the score of the tag O."""
    tags = _best_tags(scores, outside)
    spans = TaggedSpans([], [], [])
    start = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at] and tags[at] % 2 == 0:
            continue  # goes on
        if tags[start]:
            kind = (tags[start] - 1) // 2
            inside = scores.tags[start:at, 2 * kind + 1 : 2 * kind + 3].max(axis=1)
            certainty, weakest = (max(FLOOR, float(x)) for x in (inside.mean(), inside.min()))
            spans[kind].append(Run(start, at, certainty, weakest))
        start = at
    contents = [run for run in spans.contents if _is_content(scores, run, spans.cues)]
    return spans._replace(contents=contents)


def _is_content(scores: Scores, run: Run, cues: Sequence[Run]) -> bool:
    """Refuse a lone lower-case piece that does not touch a cue: a slip of the tagger."""
    if run.end - run.start > 1 or scores.inputs.features[run.start, 1] >= 2:
        return True
    return any(abs(run.end - c.start) < 2 or abs(c.end - run.start) < 2 for c in cues)


def _best_tags(scores: Scores, outside: float) -> list[int]:
    """Find the best sequence of tags (Viterbi) that BIO, quotation marks and paragraphs allow.

    What stands in a pair of marks has one tag; only such a content goes on in the next paragraph.
    """
    import numpy as np

    emissions = scores.tags.astype(np.float64)
    emissions[:, 0] += outside
    quotation = scores.inputs.quotation
    tied = np.zeros(len(quotation), dtype=bool)  # this piece cannot be parted from the one before
    tied[1:] = (quotation[1:] >= 0) & (quotation[1:] == quotation[:-1])
    new_paragraph = scores.inputs.features[:, 2] == 2
    fresh = new_paragraph & ~tied
    tied &= ~new_paragraph
    none = -math.inf
    best = [0.0, none, none, none, none, none, none]
    back: list[tuple[int, ...]] = []
    for row, is_tied, is_fresh in zip(
        emissions.tolist(), tied.tolist(), fresh.tolist(), strict=True
    ):
        top = 0 if is_tied else max(range(7), key=best.__getitem__)
        source = 1 if best[1] >= best[2] else 2
        cue = 3 if best[3] >= best[4] else 4
        content = 5 if best[5] >= best[6] else 6
        begin = none if is_tied else best[top]
        back.append((top, top, source, top, cue, top, content))
        best = [
            best[top] + row[0],
            begin + row[1],
            none if is_fresh else best[source] + row[2],
            begin + row[3],
            none if is_fresh else best[cue] + row[4],
            begin + row[5],
            none if is_fresh else best[content] + row[6],
        ]
    tag = max(range(7), key=best.__getitem__)
    tags = []
    for pointers in reversed(back):
        tags.append(tag)
        tag = pointers[tag]
    return tags[::-1]
