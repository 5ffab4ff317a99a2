"""How much of what a human annotator marked does the extractor find?

    python benchmarks/accuracy.py --gold FILE.jsonl [--variant rules|tagger] [--put-right]

FILE has one article a line: `doc`, `text` and `quotes`, each with `content`, `source` and `cue` as
lists of [start, end] in code points of `text`, and `kind`. PolNeAR (Newell, Margolin and Ruths,
LREC 2018) comes in this form from its authors' files.

A few annotations of PolNeAR have source and cue exchanged: "said" as the source, "Roe" as the cue.
With --put-right they are exchanged back first, and how many is told.

Spans are compared as sets of words, so marks, stops and an introductory "that" do not count.
  exact  both contents are the same words
  match  their words overlap with a Jaccard index of 0.5 or more; each statement counts once
  right  a match whose mention shares a word with the gold source, or neither has one
Precision is over what was found, recall over the gold; a row's recall goes by the gold statement's
kind, its precision by the found one's. `labels` is the exact-match F1 of each span by itself, the
figure that the literature on this corpus gives. The last lines compare confidence with the share
that is right; it is to be the share of right names as well, of which this gold knows nothing.
"""

import argparse
import json
import re
import sys
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypedDict

from quotecli.extraction.extract import extract
from quotecli.extraction.merging.merge import merge
from quotecli.extraction.prose.reading import read
from quotecli.extraction.rules.attribution import Attributed, attribute
from quotecli.extraction.tagger.decode import find_links
from quotecli.model import Article, Block, BlockKind, Kind, Metadata, Span
from quotecli.text.marks import find_quoted

_WORD = re.compile(r"\w+(?:[’']\w+)?")
_EXCHANGED = re.compile(r"(?:said|says|asked|told|added|wrote)\b[^A-Z]*")  # as the source
_ROWS = ("all", "quoted", "direct", "mixed", "indirect")
_MEASURES = ("exact", "match", "right")
_LABELS = ("source", "cue", "content")
_SURE = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.0)  # where the bins of confidence begin


class GoldStatement(TypedDict):
    """An annotation of the gold file."""

    content: list[list[int]]
    source: list[list[int]]
    cue: list[list[int]]
    kind: str


class GoldArticle(TypedDict):
    """A line of the gold file."""

    doc: str
    text: str
    quotes: list[GoldStatement]


class Words(NamedTuple):
    """A statement as the numbers of the words in its spans."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    kind: str
    confidence: float | None = None


@dataclass
class Score:
    """Counts of a row: gold and found statements, and of both those that pass each measure."""

    gold: int = 0
    found: int = 0
    gold_passed: Counter[str] = field(default_factory=Counter)
    found_passed: Counter[str] = field(default_factory=Counter)

    def figures(self, measure: str) -> tuple[float, float, float]:
        """Give precision, recall and F1 in per cent."""
        precision = self.found_passed[measure] / self.found if self.found else 0.0
        recall = self.gold_passed[measure] / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return 100 * precision, 100 * recall, 100 * f1


@dataclass
class Sure:
    """Statements of like confidence: how many, their confidence in all, and how many are right."""

    found: int = 0
    confidence: float = 0.0
    right: int = 0


@dataclass
class Tally:
    """All that is counted over a file."""

    rows: dict[str, Score] = field(default_factory=lambda: {row: Score() for row in _ROWS})
    labels: dict[str, Score] = field(default_factory=lambda: {row: Score() for row in _LABELS})
    sure: dict[float, Sure] = field(default_factory=lambda: {low: Sure() for low in _SURE})
    words: int = 0
    seconds: float = 0.0


def article_of(text: str) -> Article:
    """Make an article of plain text, a paragraph a line."""
    blocks = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            pieces = (Span(position, position + len(line)),)
            blocks.append(Block(BlockKind.PARAGRAPH, pieces))
        position += len(line) + 1
    return Article(text, tuple(blocks), Metadata())


class Found(NamedTuple):
    """A statement found: its kind and the spans that are compared."""

    kind: Kind
    segments: tuple[Span, ...]
    mention_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    speaker: str | None = None
    confidence: float | None = None


def find(article: Article, variant: str) -> list[Found]:
    """Extract: all that ships, the rules by themselves, or the tagger by itself."""
    if variant == "both":
        return [
            Found(s.kind, s.segments, s.mention_spans, s.cue_spans, s.speaker, s.confidence)
            for s in extract(article).statements
        ]
    reading = read(article)
    quoted, _ = find_quoted(reading.text, reading.passages)
    ruled = attribute(reading, quoted)
    links = find_links(reading.text, reading.passages, quoted) if variant == "tagger" else []
    if variant == "tagger":
        ruled = Attributed((), (), ruled.sentences)
    return [
        Found(a.kind, reading.spans(a.content), reading.spans(a.mention), reading.spans(a.cue))
        for a in merge(reading, quoted, links, ruled)
    ]


def put_right(article: GoldArticle) -> int:
    """Exchange source and cue back where a verb stands as the source; give in how many."""
    exchanged = 0
    for quote in article["quotes"]:
        source = " ".join(article["text"][start:end] for start, end in quote["source"])
        if quote["cue"] and _EXCHANGED.fullmatch(source):
            quote["source"], quote["cue"] = quote["cue"], quote["source"]
            exchanged += 1
    return exchanged


def gold_words(article: GoldArticle, index: "WordIndex") -> list[Words]:
    """Give the gold statements as words."""
    return [
        Words(
            index.within(q["content"], without_that=True),
            index.within(q["source"]),
            index.within(q["cue"]),
            q["kind"],
        )
        for q in article["quotes"]
    ]


def found_words(statements: Sequence[Found], index: "WordIndex") -> list[Words]:
    """Give the statements found as words."""
    return [
        Words(
            index.within(s.segments, without_that=True),
            index.within(s.mention_spans),
            index.within(s.cue_spans),
            s.kind.value,
            s.confidence,
        )
        for s in statements
    ]


class WordIndex:
    """The words of a text by their offsets."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self._starts = [m.start() for m in matches]
        self._ends = [m.end() for m in matches]
        self._texts = [m[0].lower() for m in matches]

    def within(
        self, spans: Iterable[Sequence[int]], *, without_that: bool = False
    ) -> frozenset[int]:
        """Give the numbers of the words that lie in some spans."""
        found = sorted(
            i
            for start, end in spans
            for i in range(bisect_right(self._ends, start), bisect_left(self._starts, end))
        )
        if without_that and len(found) > 1 and self._texts[found[0]] == "that":
            found = found[1:]
        return frozenset(found)


def count(tally: Tally, gold: Sequence[Words], found: Sequence[Words]) -> None:
    """Add one article to the tally."""
    gold = [g for g in gold if g.content]
    found = [f for f in found if f.content]
    partner = dict(pairs(gold, found))
    back = {j: i for i, j in partner.items()}
    for i, statement in enumerate(gold):
        passed = _passed(statement, found[partner[i]]) if i in partner else ()
        for row in _rows_of(statement.kind):
            tally.rows[row].gold += 1
            tally.rows[row].gold_passed.update(passed)
    for j, statement in enumerate(found):
        passed = _passed(gold[back[j]], statement) if j in back else ()
        for row in _rows_of(statement.kind):
            tally.rows[row].found += 1
            tally.rows[row].found_passed.update(passed)
        if statement.confidence is not None:
            sure = tally.sure[next(low for low in _SURE if statement.confidence >= low)]
            sure.found += 1
            sure.confidence += statement.confidence
            sure.right += "right" in passed
    for label in _LABELS:
        _count_label(tally.labels[label], gold, found, label)


def _count_label(score: Score, gold: Sequence[Words], found: Sequence[Words], label: str) -> None:
    left = {getattr(g, label) for g in gold} - {frozenset()}
    right = {getattr(f, label) for f in found} - {frozenset()}
    score.gold += len(left)
    score.found += len(right)
    score.gold_passed["exact"] += len(left & right)
    score.found_passed["exact"] += len(left & right)


def pairs(gold: Sequence[Words], found: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Pair statements that overlap by half, the best pairs first."""
    overlaps = sorted(
        (
            (len(g.content & f.content) / len(g.content | f.content), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g.content & f.content
        ),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for overlap, i, j in overlaps:
        if overlap >= 0.5 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            yield i, j


def _passed(gold: Words, found: Words) -> list[str]:
    passed = ["match"]
    if gold.content == found.content:
        passed.append("exact")
    if gold.source & found.source or not (gold.source or found.source):
        passed.append("right")
    return passed


def _rows_of(kind: str) -> tuple[str, ...]:
    return ("all", kind) if kind == Kind.INDIRECT else ("all", "quoted", kind)


def report(tally: Tally) -> str:
    """Give the tables as text."""
    head = "".join(f"{measure:>9} P     R    F1" for measure in _MEASURES)
    lines = [f"{'':9}{'gold':>6}{'found':>6}{head}"]
    for row, score in tally.rows.items():
        figures = "".join(
            f"{p:11.1f} {r:5.1f} {f:5.1f}" for p, r, f in map(score.figures, _MEASURES)
        )
        lines.append(f"{row:9}{score.gold:6}{score.found:6}{figures}")
    labels = ", ".join(
        f"{label} {score.figures('exact')[2]:.1f}" for label, score in tally.labels.items()
    )
    lines.append(f"labels, exact F1: {labels}")
    lines += [
        f"confidence {low:.1f} and more: {sure.found} found, {sure.confidence / sure.found:.2f} on"
        f" average, {sure.right / sure.found:.2f} right"
        for low, sure in tally.sure.items()
        if sure.found
    ]
    lines.append(f"{tally.words / tally.seconds:,.0f} words a CPU second, one process")
    return "\n".join(lines)


def main() -> None:
    """Read the gold, run the extractor, print the tables."""
    parser = argparse.ArgumentParser(description="Measure the extractor against gold statements.")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--predictions", type=Path, help="write what was found, a line an article")
    parser.add_argument("--variant", choices=("both", "rules", "tagger"), default="both")
    parser.add_argument("--put-right", action="store_true", help="mend source and cue exchanged")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    options = parser.parse_args()
    tally = Tally()
    written = []
    mended = 0
    for line in options.gold.read_text("utf-8").splitlines()[: options.limit]:
        gold: GoldArticle = json.loads(line)
        mended += put_right(gold) if options.put_right else 0
        before = time.process_time()
        statements = find(article_of(gold["text"]), options.variant)
        tally.seconds += time.process_time() - before
        tally.words += len(gold["text"].split())
        index = WordIndex(gold["text"])
        count(tally, gold_words(gold, index), found_words(statements, index))
        written.append(json.dumps({"doc": gold["doc"], "quotes": list(map(_plain, statements))}))
    if options.predictions:
        options.predictions.write_text("\n".join(written) + "\n", "utf-8")
    told = f"\n{mended} annotations had source and cue exchanged.\n" if options.put_right else "\n"
    sys.stdout.write(report(tally) + told)


def _plain(statement: Found) -> dict[str, object]:
    return {
        "content": statement.segments,
        "source": statement.mention_spans,
        "cue": statement.cue_spans,
        "kind": statement.kind,
        "speaker": statement.speaker,
        "confidence": statement.confidence,
    }


if __name__ == "__main__":
    main()
