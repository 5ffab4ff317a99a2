"""Scores into links: which content belongs to which cue, and which cue to which source.

Tags are decoded over the whole section, with one constraint beside the usual ones: what stands in
a pair of quotation marks is never cut. Contents, cues and sources are then linked by what the
pointers say together with distance, paragraph breaks and other cues in between.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from quotecli.extraction.tagger.encoder import Encoder, Scores, load_encoder
from quotecli.extraction.tagger.linking import Attribution, Weights, link_spans
from quotecli.extraction.tagger.tagging import FLOOR, Run, tagged_spans
from quotecli.model import Span
from quotecli.text.marks import Quoted


class Link(NamedTuple):
    """A content with its cue and its source, as spans of the text.

    ``content`` and ``cue`` hold at least one span, ``source`` may be empty. ``score`` is the
    calibrated probability that content and source are right.
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    score: float


def find_links(
    text: str,
    paragraphs: Sequence[Span],
    quoted: Sequence[Quoted],
    encoder: Encoder | None = None,
) -> list[Link]:
    """Find what is said, by which cue and by whom.

    Args:
        text: the running text.
        paragraphs: its paragraphs, in order; what lies between them is white space.
        quoted: its marked quotations, as ``quotecli.text.marks.find_quoted`` gives them.
        encoder: the tagger; the shipped one by default.

    Returns:
        The links in the order of their contents. Spans are offsets of ``text``.

    Raises:
        QuotecliError: the shipped tagger cannot be loaded.
    """
    if not any(character.isalpha() for character in text):
        return []  # the tagger need not even be started
    encoder = encoder or load_encoder()
    weights = Weights(**encoder.linking)
    links = [
        Link(
            found.content,
            found.cue,
            found.source,
            confidence(found.features, encoder.calibration),
        )
        for section in encoder.score(text, paragraphs, quoted)
        for found in decode(section, weights)
    ]
    return sorted(links)


class Decoded(NamedTuple):
    """A link before its score: spans of the text, and the features the score is made of."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    features: Mapping[str, float]


def confidence(features: Mapping[str, float], calibration: Mapping[str, float]) -> float:
    """Give the probability of the logistic model ``calibration`` ("bias" and feature weights)."""
    total = sum(weight * features.get(name, 0.0) for name, weight in calibration.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def decode(scores: Scores, weights: Weights) -> Iterator[Decoded]:
    """Give the links of one section."""
    for found in link_spans(scores, tagged_spans(scores, weights.outside), weights):
        source = [] if found.source.run is None else [found.source.run]
        yield Decoded(
            _text_spans(scores, found.contents),
            _text_spans(scores, [found.cue]),
            _text_spans(scores, source),
            _features(scores, found),
        )


def _features(scores: Scores, found: Attribution) -> dict[str, float]:
    """Give what tells a right link from a wrong one."""
    quotation = scores.inputs.quotation
    parts, source = found.contents, found.source.run
    length = sum(run.end - run.start for run in parts)
    inside = sum(int((quotation[run.start : run.end] >= 0).sum()) for run in parts)
    return {
        "bias": 1.0,
        "content": min(run.certainty for run in parts),
        "weakest": min(run.weakest for run in parts),
        "cue": found.cue.certainty,
        "source": source.certainty if source else 0.0,
        "no source": float(source is None),
        "to cue": max(-12.0, found.score),
        "cue margin": max(-6.0, min(6.0, found.margin)),
        "source margin": min(6.0, found.source.margin),
        "quoted": inside / length,
        "all quoted": float(inside >= length - 1),
        "length": math.log(length),
        "edges": min(_edge_certainty(scores, run) for run in parts),
        "parts": float(len(parts) > 1),
    }


def _edge_certainty(scores: Scores, run: Run) -> float:
    """Give the log-probability that the content begins at its first and ends at its last piece."""
    first = float(scores.tags[run.start, 5])
    if run.end < len(scores.tags):
        first += math.log(max(1e-6, 1 - math.exp(float(scores.tags[run.end, 6]))))
    return max(FLOOR, first)


def _text_spans(scores: Scores, runs: Sequence[Run]) -> tuple[Span, ...]:
    starts, ends = scores.inputs.starts, scores.inputs.ends
    return tuple(Span(int(starts[run.start]), int(ends[run.end - 1])) for run in runs)
