"""Linking weights and confidence, fitted on articles that the tagger was not trained on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import NamedTuple

import numpy as np
from corpus import Document, line_spans
from evaluate import Table, right, table
from numpy.typing import NDArray

from quotecli.extraction.tagger.decode import Decoded, decode
from quotecli.extraction.tagger.encoder import Encoder, Scores
from quotecli.extraction.tagger.linking import Weights
from quotecli.text.marks import find_quoted

_GRID = {
    "outside": (-1.0, -0.6, -0.3, 0.0, 0.3),
    "cue_gap": (0.3, 0.5, 0.75, 1.0, 1.3),
    "cue_break": (1.0, 2.0, 3.0, 4.0),
    "cue_between": (0.3, 0.6, 1.0, 1.5),
    "floor": (-17.0, -14.0, -12.0, -10.0, -8.0),
    "second_floor": (-10.0, -8.0, -6.0, -5.0, -4.0, -3.0),
    "second_margin": (-1.0, 0.0, 0.5, 1.0, 2.0),
    "source_gap": (0.3, 0.6, 1.0),
    "source_break": (1.0, 2.0, 3.0, 4.0),
    "source_between": (0.0, 0.3, 0.6, 1.0),
    "no_source": (-6.0, -5.0, -4.0, -3.0, -2.0),
}


class Bin(NamedTuple):
    """Links of like confidence: how many, and the share that is right."""

    low: float
    links: int
    right: float


class Scored(NamedTuple):
    """A document with the tagger's scores."""

    document: Document
    sections: tuple[Scores, ...]


def score_documents(encoder: Encoder, documents: Iterable[Document]) -> list[Scored]:
    """Run the tagger over documents."""
    scored = []
    for document in documents:
        paragraphs = line_spans(document.text)
        quoted = find_quoted(document.text, paragraphs)[0]
        sections = tuple(encoder.score(document.text, paragraphs, quoted))
        scored.append(Scored(document, sections))
    return scored


def fit_linking(scored: Sequence[Scored], *, report: Callable[[str], None]) -> Weights:
    """Search the weights one by one, twice, for the best mean F1 of all and of quotations."""
    weights = Weights()
    best = _objective(scored, weights)
    for _ in range(2):
        for name, values in _GRID.items():
            for value in values:
                trial = replace(weights, **{name: value})
                found = _objective(scored, trial)
                if found > best + 1e-4:
                    best, weights = found, trial
        report(f"linking: {best:.4f} {asdict(weights)}")
    return weights


def fit_confidence(scored: Sequence[Scored], weights: Weights) -> dict[str, float]:
    """Fit a logistic model of "this link is right"; gives the weight of each feature."""
    judged = _judged(scored, weights)
    beta = _logistic(judged.features, judged.right)
    return dict(zip(judged.names, (round(float(b), 4) for b in beta), strict=True))


def rescale(
    confidence: dict[str, float], scored: Sequence[Scored], weights: Weights
) -> tuple[dict[str, float], tuple[Bin, ...]]:
    """Shift and scale a model of confidence to fit other weights of the tagger.

    Returns:
        The new model, and how well it does: each fifth of the articles is judged by a shift and
        scale fitted to the other four.
    """
    judged = _judged(scored, weights)
    logits = judged.features @ np.array([confidence[name] for name in judged.names])
    x = np.stack([np.ones(len(logits)), logits], axis=1)
    probability = np.zeros(len(x))
    for fold in range(5):
        mine = judged.fold == fold
        beta = _logistic(x[~mine], judged.right[~mine])
        probability[mine] = 1 / (1 + np.exp(-x[mine] @ beta))
    step = np.minimum(9, (probability * 10).astype(int))
    bins = tuple(
        Bin(i / 10, int((step == i).sum()), float(judged.right[step == i].mean()))
        for i in range(10)
        if (step == i).any()
    )
    shift, scale = (float(b) for b in _logistic(x, judged.right))
    rescaled = {name: round(weight * scale, 4) for name, weight in confidence.items()}
    rescaled["bias"] = round(rescaled["bias"] + shift, 4)
    return rescaled, bins


class _Judged(NamedTuple):
    """Links of all documents: features, whether right, fifth of the documents."""

    names: tuple[str, ...]
    features: NDArray[np.float64]
    right: NDArray[np.float64]
    fold: NDArray[np.int64]


def _judged(scored: Sequence[Scored], weights: Weights) -> _Judged:
    rows: list[dict[str, float]] = []
    answers: list[bool] = []
    folds: list[int] = []
    for number, one in enumerate(scored):
        links = links_of(one, weights)
        rows += [dict(link.features) for link in links]
        answers += right(one.document, [x.content for x in links], [x.source for x in links])
        folds += [number % 5] * len(links)
    if not rows:
        raise SystemExit("the tagger finds no link at all: train it longer than in this trial")
    names = tuple(rows[0])
    return _Judged(
        names,
        np.array([[row[name] for name in names] for row in rows]),
        np.array(answers, dtype=float),
        np.array(folds),
    )


def _logistic(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Fit weights by Newton's method; the first column is the constant, not regularised."""
    beta = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [2.0] * (x.shape[1] - 1))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (y - p) - penalty @ beta
        beta += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, gradient)
    return beta


def links_of(one: Scored, weights: Weights) -> list[Decoded]:
    """Decode a document."""
    return [link for section in one.sections for link in decode(section, weights)]


def table_of(scored: Sequence[Scored], weights: Weights) -> Table:
    """Give the F1 of right links."""
    return table(
        (one.document, [(x.content, x.source) for x in links_of(one, weights)]) for one in scored
    )


def _objective(scored: Sequence[Scored], weights: Weights) -> float:
    found = table_of(scored, weights)
    return (found.all + found.quoted) / 2
