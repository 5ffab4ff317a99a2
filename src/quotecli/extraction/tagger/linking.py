"""Which content belongs to which cue, and which cue to which source.

Pairs are scored by what the pointers say together with distance, paragraph breaks and other cues in
between.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from quotecli.extraction.tagger.encoder import TO_CUE, TO_SOURCE, Scores
from quotecli.extraction.tagger.tagging import FLOOR, Run, TaggedSpans

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_SAMPLED = 16  # pieces of a long content that are asked for their cue


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the joint decision, in units of log-probability; the model's card has its own.

    ``*_gap`` counts for each unit of ``log(1 + pieces between)``, ``*_break`` for each paragraph
    break, ``*_between`` for each cue between. ``floor`` is the least a content and its cue must
    reach, ``second_floor`` that of a further content of the same cue, ``second_margin`` how much
    better a served cue must be than a free one. ``no_source`` is added to the pointer to nowhere.
    """

    outside: float = -0.3
    cue_gap: float = 1.0
    cue_break: float = 3.0
    cue_between: float = 1.0
    floor: float = -12.0
    second_floor: float = -5.0
    second_margin: float = 0.0
    source_gap: float = 0.6
    source_break: float = 3.0
    source_between: float = 0.0
    no_source: float = -4.0
    farthest: float = 90.0


class Source(NamedTuple):
    """The source chosen for a cue, if any, and by how much it is better than the next choice."""

    run: Run | None
    margin: float


class Attribution(NamedTuple):
    """A cue with its contents and its source.

    ``score`` is that of its best content with the cue, ``margin`` by how much that is better than
    the same content with another cue.
    """

    contents: tuple[Run, ...]
    cue: Run
    source: Source
    score: float
    margin: float


def link_spans(scores: Scores, spans: TaggedSpans, weights: Weights) -> list[Attribution]:
    """Link the spans of a section; what finds no partner is left out."""
    if not spans.cues or not spans.contents:
        return []
    layout = _Layout(scores, spans.cues)
    to_cue = layout.link_scores(
        TO_CUE,
        spans.contents,
        spans.cues,
        _Costs(weights.cue_gap, weights.cue_break, weights.cue_between, weights.farthest),
    ).total
    to_source = layout.link_scores(
        TO_SOURCE,
        spans.cues,
        spans.sources,
        _Costs(weights.source_gap, weights.source_break, weights.source_between, weights.farthest),
    )
    sources = [
        _choose_source(spans.sources, nowhere + weights.no_source, choices)
        for nowhere, choices in zip(
            to_source.nowhere.tolist(), to_source.total.tolist(), strict=True
        )
    ]
    return [
        Attribution(
            tuple(spans.contents[i] for i in sorted(contents)),
            spans.cues[cue],
            sources[cue],
            float(to_cue[contents[0], cue]),
            _margin(to_cue[contents[0]].tolist(), cue),
        )
        for cue, contents in _assign(to_cue, weights).items()
    ]


def _choose_source(sources: Sequence[Run], nowhere: float, scores: Sequence[float]) -> Source:
    choices = [nowhere, *scores]
    best = max(range(len(choices)), key=choices.__getitem__)
    return Source(sources[best - 1] if best else None, _margin(choices, best))


def _margin(choices: Sequence[float], chosen: int) -> float:
    """Give by how much a choice is better than the best other one."""
    others = [*choices[:chosen], *choices[chosen + 1 :]]
    return choices[chosen] - max(others, default=-math.inf)


class _Costs(NamedTuple):
    """What position costs a link; see ``Weights``."""

    gap: float
    breaks: float
    between: float
    farthest: float


class _LinkScores(NamedTuple):
    """Scores of ``a`` spans against ``b`` targets; ``nowhere`` (a) those of no target."""

    total: "Floats"
    nowhere: "Floats"


class _Layout:
    """Where the spans of a section stand to each other."""

    def __init__(self, scores: Scores, cues: Sequence[Run]) -> None:
        import numpy as np

        self._scores = scores
        self._cue_starts = np.array([run.start for run in cues])
        self._paragraph = np.cumsum(scores.inputs.features[:, 2] == 2)

    def link_scores(
        self,
        pointer: int,
        spans: Sequence[Run],
        targets: Sequence[Run],
        costs: _Costs,
    ) -> _LinkScores:
        """Score every span against every target, by pointer and by position."""
        import numpy as np

        start, end = (
            np.array(x)[:, None] for x in zip(*((r.start, r.end) for r in spans), strict=True)
        )
        target_start = np.array([run.start for run in targets], dtype=np.int64)[None]
        target_end = np.array([run.end for run in targets], dtype=np.int64)[None]
        follows = target_start >= end
        gap = np.maximum(0, np.where(follows, target_start - end, start - target_end))
        left = np.where(follows, end, target_end) - 1
        right = np.where(follows, target_start, start)
        breaks = np.clip(self._paragraph[right] - self._paragraph[left], 0, 2)
        between = np.maximum(
            0,
            np.searchsorted(self._cue_starts, right)
            - np.searchsorted(self._cue_starts, left, "right"),
        )
        pointed = np.stack([self._pointed(pointer, run, target_start[0]) for run in spans])
        total = (
            pointed[:, 1:]
            - costs.gap * np.log1p(gap)
            - costs.breaks * breaks
            - costs.between * between
        )
        total[gap > costs.farthest] = -math.inf
        return _LinkScores(total, pointed[:, 0])

    def _pointed(self, pointer: int, run: Run, targets: "NDArray[np.int64]") -> "Floats":
        """Give the mean log-probability that a span points nowhere, and at each target."""
        import numpy as np

        scores = self._scores
        rows = np.unique(np.linspace(run.start, run.end - 1, _SAMPLED).astype(np.int64))
        found = np.full((len(rows), 1 + len(targets)), FLOOR)
        owners = scores.window_of[rows]
        for window in np.unique(owners).tolist():
            start, logits = scores.window_starts[window], scores.pointers[window][pointer]
            mine = owners == window
            own = logits[rows[mine] - start + 1].astype(np.float64)
            own -= own.max(axis=1, keepdims=True)
            own -= np.log(np.exp(own).sum(axis=1, keepdims=True))
            columns = np.concatenate(([0], targets - start + 1))
            seen = (columns >= 0) & (columns < logits.shape[1] - 1)
            seen[1:] &= columns[1:] > 0
            found[np.ix_(mine, seen)] = np.maximum(own[:, columns[seen]], FLOOR)
        mean: Floats = found.mean(axis=0)
        return mean


def _assign(scores: "Floats", weights: Weights) -> dict[int, list[int]]:
    """Give each content (row) to a cue (column): every cue is served before one is served twice.

    Returns:
        For each cue that got any, its contents, the best one first.
    """
    import numpy as np

    contents, cues = np.nonzero(scores > weights.floor)
    order = np.argsort(-scores[contents, cues], kind="stable")
    pairs = list(zip(contents[order].tolist(), cues[order].tolist(), strict=True))
    given: set[int] = set()
    served: dict[int, list[int]] = {}
    free = np.ones(scores.shape[1], dtype=bool)
    for patient in (True, False):
        for content, cue in pairs:
            if content in given:
                continue
            if cue in served:
                score = scores[content, cue]
                if score <= weights.second_floor:
                    continue
                rival = scores[content, free].max(initial=-math.inf)
                if patient and rival > score - weights.second_margin:
                    continue
            given.add(content)
            served.setdefault(cue, []).append(content)
            free[cue] = False
    return served
