"""With what weights is a pronoun's person chosen? Fits ``salience.WEIGHTS``.

    python training/pronouns.py --gold polnear-train.jsonl --syntax polnear-train-syntax.jsonl.gz

The syntax file has, for each article, CoreNLP's coreference chains and entity types; what a chain
names is taken for whom its pronouns mean. Such silver errs in about one pronoun of seven, mostly
where a name stands in a quotation, so an article's label may be noise (``NOISE``), and the weights
are held near those set by hand (``PRIOR``), which hold for styles that the corpus does not have.
The last fifth of the articles is only measured.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecli.extraction.prose.reading import Reading, read
from quotecli.extraction.rules.attribution import attribute
from quotecli.extraction.speakers.resolve import resolve
from quotecli.extraction.speakers.salience import WEIGHTS, Candidate
from quotecli.model import Article, Block, BlockKind, Metadata, Span
from quotecli.text.marks import find_quoted
from quotecli.text.names import name_key

PRIOR: Mapping[str, float] = {
    "same sentence": 1.6,
    "sentences 1": 1.5,
    "sentences 2": 0.5,
    "sentences 3": 0.2,
    "sentences 4": 0.0,
    "sentences 5": -0.3,
    "far": -1.4,
    "same paragraph": 1.0,
    "paragraphs 1": 0.4,
    "paragraphs 2": -0.2,
    "subject": 0.5,
    "spoke": 0.3,
    "spoke last": 1.0,
    "spoke before": 1.0,
    "subject last": 0.5,
    "subject before": 0.5,
    "spoke near": 0.6,
    "latest": 0.2,
    "possessor": -0.5,
    "after preposition": -0.4,
    "gender known": 0.4,
    "certain": 0.5,
    "often": 0.15,
    "unnamed": -0.6,
    "first": 0.1,
    "pronoun before": 0.3,
    "spoken of": -3.0,
    "told of": -0.5,
    "introduced": 0.5,
    "subject here": 0.6,
}
NOISE = 0.12
STIFFNESS = 80.0  # how firmly the weights are held
STEPS = 400
_WORD = re.compile(r"(?:he|she|him|her|his)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:of|for|to|by|with|and)\b|'s|,")
_LONGEST_LEAD = 40  # characters before the name in a phrase that names somebody

Floats = NDArray[np.float64]


class Example(NamedTuple):
    """A pronoun: its candidates' facts, a row each, and which one is right."""

    facts: Floats
    right: int


class Chains:
    """Whom the silver chains of an article name, by the place of the mention."""

    def __init__(self, text: str, syntax: Mapping[str, list[list[object]]]) -> None:
        runs: list[Span] = []
        for start, end, _, entity, *_ in syntax["tokens"]:
            if entity != "PERSON":
                continue
            if runs and not text[runs[-1].end : int(str(start))].strip():
                runs[-1] = Span(runs[-1].start, int(str(end)))
            else:
                runs.append(Span(int(str(start)), int(str(end))))
        self.named: dict[Span, str] = {}
        for chain in syntax["coref"]:
            spans = [Span(*map(int, re.findall(r"\d+", str(span)))) for span in chain]
            names = Counter(
                text[run.start : run.end]
                for span in spans
                for run in [r for r in runs if span.start <= r.start and r.end <= span.end][:1]
                if run.start - span.start < _LONGEST_LEAD
                and not _LEADS.search(text[span.start : run.start])
            )
            full = [name for name in names if " " in name] or list(names)
            if full:
                best = max(full, key=names.__getitem__)
                self.named.update(dict.fromkeys(spans, best))


def examples(text: str, syntax: Mapping[str, list[list[object]]]) -> Iterator[Example]:
    """Give the pronouns of an article whose person the silver names and the resolver knows."""
    reading = _read(text)
    chains = Chains(text, syntax)
    quoted, _ = find_quoted(reading.text, reading.passages)
    ruled = attribute(reading, quoted)
    found: dict[int, Example] = {}

    def watch(
        position: int, candidates: Sequence[Candidate], names: Sequence[tuple[str, ...]]
    ) -> None:
        word = _WORD.match(reading.text, position)
        spans = reading.spans([Span(position, word.end())]) if word else ()
        silver = chains.named.get(spans[0]) if spans else None
        if silver is None:
            return
        same = [i for i, name in enumerate(names) if name and _same(name[0], silver)]
        if len(same) == 1:
            rows = [[c.facts.get(fact, 0.0) for fact in PRIOR] for c in candidates]
            found[position] = Example(np.array(rows), same[0])

    resolve(reading, ruled.attributions, ruled.sentences, watch=watch)
    yield from found.values()


def _read(text: str) -> Reading:
    blocks = [
        Block(BlockKind.PARAGRAPH, (Span(*match.span()),))
        for match in re.finditer(r"[^\n]*\S[^\n]*", text)
    ]
    return read(Article(text, tuple(blocks), Metadata()))


def _same(name: str, silver: str) -> bool:
    own, key = name_key(name), name_key(silver)
    if not own or not key:
        return False
    if own[-1] == key[-1]:
        return min(len(own), len(key)) == 1 or own[0][0] == key[0][0]
    return len(key) == 1 and own[0] == key[0]


def fit(data: Sequence[Example]) -> Floats:
    """Find the weights by gradient ascent (Adam) on the chance of the right candidates."""
    prior = np.array(list(PRIOR.values()))
    weights, first, second = prior.copy(), np.zeros_like(prior), np.zeros_like(prior)
    for step in range(1, STEPS + 1):
        gradient = -STIFFNESS * (weights - prior)
        for facts, right in data:
            chance = _chances(facts, weights)
            trust = (1 - NOISE) * chance[right]
            trust /= trust + NOISE / len(chance)
            off = -chance
            off[right] += 1
            gradient += trust * (facts.T @ off)
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        scaled = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        weights += 0.05 * first / (1 - 0.9**step) / scaled
    return weights


def _chances(facts: Floats, weights: Floats) -> Floats:
    powers = np.exp((scores := facts @ weights) - scores.max())
    chances: Floats = powers / powers.sum()
    return chances


def agreement(data: Sequence[Example], weights: Floats, least: float = 0.0) -> tuple[float, float]:
    """Give the share of pronouns with a likely candidate, and how many of those are silver's."""
    chances = [(_chances(facts, weights), right) for facts, right in data]
    likely = [(c, right) for c, right in chances if c.max() >= least]
    return len(likely) / len(data), sum(int(c.argmax()) == r for c, r in likely) / len(likely)


def main() -> None:
    """Read the articles, fit, print the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of pronouns.")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--syntax", type=Path, required=True)
    options = parser.parse_args()
    with gzip.open(options.syntax, "rt", encoding="utf-8") as lines:
        syntax = {each["doc"]: each for each in map(json.loads, lines)}
    articles = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines()]
    made = [
        list(examples(article["text"], syntax[article["doc"]]))
        for article in articles
        if article["doc"] in syntax
    ]
    cut = len(made) * 4 // 5
    train, test = ([e for some in part for e in some] for part in (made[:cut], made[cut:]))
    fitted = fit(train)
    told = [f'    "{fact}": {weight:.2f},' for fact, weight in zip(PRIOR, fitted, strict=True)]
    for name, weights in (
        ("by hand", np.array(list(PRIOR.values()))),
        ("shipped", np.array([WEIGHTS[fact] for fact in PRIOR])),
        ("fitted", fitted),
    ):
        for least in (0.0, 0.5, 0.8):
            share, right = agreement(test, weights, least)
            told.append(f"{name:8} from {least}: {share:6.1%} of {len(test)}, right {right:6.1%}")
    sys.stdout.write("\n".join(told) + "\n")


if __name__ == "__main__":
    main()
