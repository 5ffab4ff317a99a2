"""PolNeAR's JSON lines as what the tagger learns: inputs, tags and pointers."""

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from quotecli.extraction.tagger.inputs import Inputs, make_inputs
from quotecli.extraction.tagger.wordpiece import WordPieces
from quotecli.model import Span
from quotecli.text.marks import find_quoted

Array = NDArray[np.int64]

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
IGNORED = -100  # no loss here
NOWHERE = -1  # a pointer to nothing: the cue has no source


class Attribution(NamedTuple):
    """One gold attribution: spans of content, source and cue."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]


class Syntax(NamedTuple):
    """Tokens of a parser: spans, the token each depends on (itself at the root), labels."""

    starts: Array
    ends: Array
    heads: Array
    relations: tuple[str, ...]
    tags: tuple[str, ...]


class Document(NamedTuple):
    """One article; where nobody labelled it, only a teacher tells what is in it.

    ``taught`` is the weight of what a teacher thinks of it, against that of the annotators; the
    recipe's own where it is ``None``.
    """

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    syntax: Syntax | None
    labelled: bool = True
    taught: float | None = None


class Example(NamedTuple):
    """A document as rows of numbers.

    ``tags`` are rows of ``TAGS``; ``targets`` (3 × n) the row that each row points at: from
    content to its cue, from cue to its source, from a token to its head. ``relations`` and
    ``parts`` (of speech) label tokens. ``taught`` is the document's.
    """

    inputs: Inputs
    tags: Array
    targets: Array
    relations: Array
    parts: Array
    taught: float | None = None


def read_plain(folder: Path) -> list[Document]:
    """Read articles without labels: every .txt file below the folder, in the order of names."""
    paths = sorted(folder.rglob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    return [
        Document(path.stem, text, (), None, labelled=False)
        for path, text in zip(paths, texts, strict=True)
    ]


def read(path: Path, syntax: Path | None = None, taught: float | None = None) -> list[Document]:
    """Read gold articles, with their syntax where there is any."""
    parses = {}
    if syntax is not None and syntax.exists():
        with gzip.open(syntax, "rt", encoding="utf-8") as lines:
            parses = {row["doc"]: _syntax(row["tokens"]) for row in map(json.loads, lines)}
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Document(
            row["doc"],
            row["text"],
            tuple(_attributions(row)),
            parses.get(row["doc"]),
            taught=taught,
        )
        for row in rows
    ]


def _attributions(row: dict[str, Any]) -> Iterator[Attribution]:
    for quote in row["quotes"]:
        yield Attribution(
            *(tuple(Span(*span) for span in quote[role]) for role in ("content", "source", "cue"))
        )


def _syntax(tokens: Sequence[Sequence[Any]]) -> Syntax:
    starts, ends, tags, _, heads, relations = zip(*tokens, strict=True)
    return Syntax(np.array(starts), np.array(ends), np.array(heads), relations, tags)


class Labels(NamedTuple):
    """The labels that the auxiliary heads learn."""

    relations: tuple[str, ...]
    parts: tuple[str, ...]


def line_spans(text: str) -> list[Span]:
    """Give the lines that hold more than white space, trimmed: PolNeAR's paragraphs."""
    spans: list[Span] = []
    position = 0
    for line in text.split("\n"):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        if end > start:
            spans.append(Span(start, end))
        position += len(line) + 1
    return spans


def labels_of(documents: Sequence[Document]) -> Labels:
    """Collect the labels of the documents' syntax."""
    parses = [d.syntax for d in documents if d.syntax is not None]
    return Labels(
        tuple(sorted({label for parse in parses for label in parse.relations})),
        tuple(sorted({label for parse in parses for label in parse.tags})),
    )


def example(document: Document, pieces: WordPieces, labels: Labels) -> Example:
    """Label the rows of a document."""
    text = document.text
    paragraphs = line_spans(text)
    inputs = make_inputs(text, paragraphs, find_quoted(text, paragraphs)[0], pieces)
    count = len(inputs.ids)
    tags = np.zeros(count, dtype=np.int64)
    targets = np.full((3, count), IGNORED, dtype=np.int64)

    def rows(span: Span) -> tuple[int, int]:
        first = int(np.searchsorted(inputs.ends, span.start, side="right"))
        return first, int(np.searchsorted(inputs.starts, span.end))

    def tag(span: Span, begin: int) -> tuple[int, int]:
        first, last = rows(span)
        if first >= last or tags[first:last].any():
            return first, first  # an attribution inside another one: the outer one counts
        tags[first:last] = begin + 1
        tags[first] = begin
        return first, last

    outer_first = sorted(
        document.attributions, key=lambda a: a.content[0].start - a.content[-1].end
    )
    for attribution in outer_first:
        if not attribution.cue:  # a quotation that only its neighbours give to somebody
            for span in attribution.content:
                first, last = rows(span)
                tags[first:last] = np.where(tags[first:last], tags[first:last], IGNORED)
            continue
        cue = rows(attribution.cue[0])[0]
        for span in attribution.content:
            first, last = tag(span, 5)
            targets[0, first:last] = cue
        for span in attribution.cue:
            tag(span, 3)
        for span in attribution.source:
            tag(span, 1)
        first, last = rows(attribution.cue[0])
        source = rows(attribution.source[0])[0] if attribution.source else NOWHERE
        targets[1, first:last] = source
    if not document.labelled:
        tags[:] = IGNORED
    if document.syntax is None:
        unknown = np.full(count, IGNORED, dtype=np.int64)
        return Example(inputs, tags, targets, unknown, unknown, document.taught)
    targets[2], relations, parts = _syntax_labels(document.syntax, inputs, labels)
    return Example(inputs, tags, targets, relations, parts, document.taught)


def _syntax_labels(syntax: Syntax, inputs: Inputs, labels: Labels) -> tuple[Array, Array, Array]:
    """Label the first piece of each token that was not collapsed: head, relation, part."""
    heads, relations, parts = (np.full(len(inputs.ids), IGNORED) for _ in range(3))
    rows = np.minimum(np.searchsorted(inputs.starts, syntax.starts), len(inputs.ids) - 1)
    exact = inputs.starts[rows] == syntax.starts
    relation_ids = np.array([labels.relations.index(label) for label in syntax.relations])
    part_ids = np.array([labels.parts.index(label) for label in syntax.tags])
    relations[rows[exact]] = relation_ids[exact]
    parts[rows[exact]] = part_ids[exact]
    linked = exact & exact[syntax.heads]
    heads[rows[linked]] = rows[syntax.heads[linked]]
    return heads, relations, parts
