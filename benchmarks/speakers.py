"""Does a statement get the name under which a reader would file it?

    python benchmarks/speakers.py --gold polnear-dev.jsonl [--names FILE.tsv] [--errors]

`--gold` is the corpus file that `benchmarks/accuracy.py` reads; `--names` is who is meant, read by
hand (`tests/extraction/names/`, whose heads say what each column holds).

Two tables. *Given the spans*: the annotators' content, cue and source go straight to the step that
turns mentions into names. *End to end*: of the named statements those that the extractor finds by
itself (their words overlap by half), with the names that it gives them.
  right  the names are those of the gold, or a source that nobody names is filed in its own words
  short  it is the right one, but not in full ("Roe" for "Jane Roe") or not all of them
  wrong  another name is given
  none   no name is given: the mention stands for itself
`of gold` is the share of all statements, found or not, that come out right. Names are compared
without case, accents, marks, forms of address and a leading article.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from accuracy import GoldArticle, WordIndex, Words, article_of, gold_words, pairs
from quotecli.extraction.extract import extract
from quotecli.extraction.merging.fitting import Fitter
from quotecli.extraction.prose.reading import Reading, read
from quotecli.extraction.rules.attribution import Attribution, attribute
from quotecli.extraction.speakers.history import Source
from quotecli.extraction.speakers.resolve import resolve
from quotecli.extraction.tagger.decode import Link
from quotecli.model import Article, Kind, Span
from quotecli.text.marks import find_quoted
from quotecli.text.names import name_key, same_name

NAMES = Path(__file__).parent.parent / "tests" / "extraction" / "names" / "polnear-dev.tsv"
OUTCOMES = ("right", "short", "wrong", "none")
MENTIONS = ("pronoun", "surname", "role", "full name", "organisation", "unnamed")
_ROWS = ("all", "direct+mixed", "claims", *MENTIONS)
_CHECK_SET = "# Check set"
_SMALL_WORDS = frozenset({"and", "of", "the", "for", "to", "in", "a"})


class GoldName(NamedTuple):
    """A line of the names file: who a source is.

    ``names`` are fillings that are equally right, each a set of speakers; ``words`` heads of the
    article's own words; ``reason`` why nobody is named, else empty.
    """

    doc: str
    sha256: str
    kind: str
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    mention: str
    names: tuple[frozenset[str], ...]
    words: tuple[str, ...]
    reason: str


class Answer(NamedTuple):
    """What the extractor files a statement under."""

    label: str | None
    names: tuple[str, ...]
    basis: str


@dataclass
class Table:
    """Counts by row: the statements asked for, those found, and how their names came out."""

    gold: Counter[str] = field(default_factory=Counter)
    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, gold: GoldName, answer: Answer | None) -> str | None:
        """Count a statement; ``answer`` is None where it was not found. Gives the outcome."""
        outcome = judge(gold, answer) if answer is not None else None
        quoted = gold.kind != Kind.INDIRECT
        for row in ("all", "direct+mixed" if quoted else "claims", gold.mention):
            self.gold[row] += 1
            if outcome is not None:
                self.outcomes[row][outcome] += 1
        return outcome

    def report(self, title: str) -> str:
        """Give the table as text, in per cent of the statements found."""
        heads = "".join(f"{head:>8}" for head in (*OUTCOMES, "of gold"))
        lines = [f"{title:16}{'gold':>6}{'found':>7}{heads}"]
        for row in _ROWS:
            found = self.outcomes[row].total()
            counts = self.outcomes[row]
            shares = [_per_cent(counts[o], found) for o in OUTCOMES]
            shares.append(_per_cent(counts["right"], self.gold[row]))
            figures = "".join(f"{share:8.1f}" for share in shares)
            lines.append(f"{row:16}{self.gold[row]:6}{found:7}{figures}")
        return "\n".join(lines)


def _per_cent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def judge(gold: GoldName, answer: Answer) -> str:
    """Tell how an answer compares with the gold: one of ``OUTCOMES``."""
    if not answer.names:
        label = answer.label or ""
        own_words = any(_contains(label, words) for words in gold.words)
        by_name = {frozenset({_key(label)})} & {_keys(names) for names in gold.names}
        return "right" if own_words or by_name or gold.reason == "unclear" else "none"
    if _keys(answer.names) in {_keys(names) for names in gold.names}:
        return "right"
    if all(any(_contains(name, words) for words in gold.words) for name in answer.names):
        return "right"
    if any(
        all(any(_is_short(name, full) for full in names) for name in answer.names)
        for names in gold.names
    ):
        return "short"
    return "wrong"


def _keys(names: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_key, names))


def _key(name: str) -> tuple[str, ...]:
    words = name_key(name)
    return words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words


def _contains(text: str, words: str) -> bool:
    inside, outside = _key(words), _key(text)
    return any(
        outside[i : i + len(inside)] == inside for i in range(len(outside) - len(inside) + 1)
    )


def names_agree(wanted: Sequence[str], got: Sequence[str]) -> bool:
    """Tell whether as many names are given as wanted, each a form of one of those."""
    return len(set(wanted)) == len(set(got)) and all(
        any(
            _is_short(name, full) or _contains(name, full) or _contains(full, name)
            for full in wanted
        )
        for name in got
    )


def _is_short(name: str, full: str) -> bool:
    """Tell whether a name is a part of the full one, its initials, or the full one itself."""
    initials = "".join(word[0] for word in _key(full) if word not in _SMALL_WORDS)
    return same_name(name, full) or "".join(_key(name)) == initials


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Read a table with named columns, parted by tabs; lines that begin with # are remarks."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_names(path: Path) -> list[GoldName]:
    """Read a names file."""
    return [
        GoldName(
            row["doc"],
            row["sha256"],
            row["kind"],
            _spans(row["content"]),
            _spans(row["source"]),
            _spans(row["cue"]),
            row["mention"],
            tuple(frozenset(names.split("; ")) for names in _alternatives(row["names"])),
            tuple(_alternatives(row["words"])),
            row["reason"],
        )
        for row in rows_of(path)
    ]


def _alternatives(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


def _spans(cell: str) -> tuple[Span, ...]:
    ends = (stretch.split("-") for stretch in cell.split())
    return tuple(Span(int(start), int(end)) for start, end in ends)


def resolve_gold(article: Article, links: Sequence[Link]) -> list[Answer]:
    """Name the sources of annotated statements: the one place that calls the resolving step."""
    reading = read(article)
    quoted, _ = find_quoted(reading.text, reading.passages)
    sentences = attribute(reading, quoted).sentences
    fitter = Fitter(reading, quoted, sentences)
    moved = [
        link._replace(
            content=_in_reading(reading, link.content),
            cue=_in_reading(reading, link.cue),
            source=_in_reading(reading, link.source),
        )
        for link in links
    ]
    attributions = [fitter.fit(link) or _unfitted(link) for link in moved]
    return [_answer(source) for source in resolve(reading, attributions, sentences)]


def _unfitted(link: Link) -> Attribution:
    """Take a statement that the extractor would drop as it stands."""
    return Attribution(Kind.INDIRECT, link.content, link.cue, link.source, link.cue, frozenset())


def _in_reading(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Carry spans of the article to the reading; plain text differs by the lines left out."""
    moved = []
    for span in spans:
        at = max(i for i, origin in enumerate(reading.origins) if origin <= span.start)
        shift = reading.starts[at] - reading.origins[at]
        moved.append(Span(span.start + shift, span.end + shift))
    return tuple(moved)


def _answer(source: Source) -> Answer:
    return Answer(source.label, source.names, source.basis)


def given_spans(
    corpus: GoldArticle, gold: Mapping[tuple[Span, ...], GoldName]
) -> dict[tuple[Span, ...], Answer]:
    """Answer for every annotated statement of an article, by its content."""
    links = []
    for quote in sorted(corpus["quotes"], key=lambda q: q["content"]):
        content = _plain(quote["content"])
        name = gold.get(content)
        source = name.source if name else _plain(quote["source"])
        cue = name.cue if name else _plain(quote["cue"])
        if source and cue:
            links.append(Link(content, cue, source, 1.0))
    answers = resolve_gold(article_of(corpus["text"]), links)
    return {link.content: answer for link, answer in zip(links, answers, strict=True)}


def end_to_end(corpus: GoldArticle) -> dict[tuple[Span, ...], Answer]:
    """Answer for the annotated statements that the extractor finds by itself."""
    index = WordIndex(corpus["text"])
    statements = extract(article_of(corpus["text"])).statements
    gold = gold_words(corpus, index)
    found = [
        Words(
            index.within(s.segments, without_that=True),
            index.within(s.mention_spans),
            index.within(s.cue_spans),
            s.kind.value,
        )
        for s in statements
    ]
    return {
        _plain(corpus["quotes"][i]["content"]): Answer(
            statements[j].speaker, statements[j].speakers, statements[j].basis
        )
        for i, j in pairs(gold, found)
    }


def _plain(spans: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in spans)


def measure(
    names: Sequence[GoldName], corpus: Mapping[str, GoldArticle]
) -> tuple[Table, Table, list[str]]:
    """Count both ways, and give a line for each statement whose name is not right."""
    given, whole = Table(), Table()
    errors = []
    by_doc: dict[str, dict[tuple[Span, ...], GoldName]] = defaultdict(dict)
    for name in names:
        by_doc[name.doc][name.content] = name
    for doc, gold in by_doc.items():
        article = corpus[doc]
        by_spans, by_itself = given_spans(article, gold), end_to_end(article)
        for content, name in gold.items():
            if name.reason == "no source":
                continue
            for table, answers in ((given, by_spans), (whole, by_itself)):
                answer = answers.get(content)
                outcome = table.add(name, answer)
                if answer is not None and outcome != "right":
                    way = "given" if table is given else "whole"
                    errors.append(_error(way, name, outcome, answer))
    return given, whole, errors


def _error(way: str, gold: GoldName, outcome: str | None, answer: Answer) -> str:
    spans = ",".join(f"{s.start}-{s.end}" for s in gold.source)
    wanted = " | ".join("; ".join(sorted(n)) for n in gold.names) or " | ".join(gold.words)
    got = "; ".join(answer.names) or f"({answer.label})"
    return f"{way} {outcome}\t{gold.doc}\t{spans}\t{gold.mention}\t{wanted}\t{got}\t{answer.basis}"


def _matching(names: Sequence[GoldName], path: Path) -> dict[str, GoldArticle]:
    """Read the corpus and make sure that its articles are those that were read by hand."""
    articles: Iterator[GoldArticle] = map(json.loads, path.read_text("utf-8").splitlines())
    corpus = {article["doc"]: article for article in articles}
    for name in names:
        article = corpus.get(name.doc)
        if article is None:
            sys.exit(f"{path} has no article {name.doc}: give the file that the names belong to")
        if hashlib.sha256(article["text"].encode()).hexdigest() != name.sha256:
            sys.exit(f"{name.doc} in {path} is not the text whose names were read")
    return corpus


def main() -> None:
    """Read the names and the corpus, print the tables."""
    parser = argparse.ArgumentParser(description="Measure the names that statements get.")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--names", type=Path, default=NAMES)
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    options = parser.parse_args()
    if options.errors and options.names.read_text("utf-8").startswith(_CHECK_SET):
        sys.exit("a check set gives totals only: who looks at its errors has no check set any more")
    names = read_names(options.names)
    given, whole, errors = measure(names, _matching(names, options.gold))
    print(given.report("given the spans"), "", whole.report("end to end"), sep="\n")
    if options.errors:
        print("", *errors, sep="\n")


if __name__ == "__main__":
    main()
