"""Made-up documents in layouts that the training articles hardly have.

Quotations and names of the training articles are set as lists of voices (“…” — Name), as statements
with a colon (Name: “…”) and as transcripts (NAME: …). The cue is the dash or the colon. Datelines
and labels ("CHENNAI: …", "Photo: …") look much like it, and nobody speaks there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from corpus import Attribution, Document

from quotecli.model import Span

_NAME = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w’'-]+")
_QUOTATION = re.compile(r"[“\"]([^“”\"]{15,400}?),?[”\"]")
_MARKS = ("“”", "“”", '""', "‘’", "«»")
_PLACES = (
    "London Nairobi Chennai Lagos Kingston Sydney Toronto Brussels Accra Manila Lahore Dublin"
    " Jakarta Auckland Colombo Harare Belfast Mumbai Karachi Durban Bridgetown Singapore"
).split()
_DATELINES = (
    "{}: ", "{} — ", "{} - ", "{}, ", "{} (Reuters) - ", "{} (AP) — ", "{}, March 4 – ", "{} | "
)  # fmt: skip
_LABELS = (
    "Photo: {}", "Source: {}", "Picture: {}", "Updated: {}", "Read more: {}", "Image: {}",
    "Location: {}", "Verdict: {}", "Summary: {}", "Video: {}", "Background: {}", "Note: {}",
)  # fmt: skip
_DASHES = (" ― ", " — ", " – ", " - ", "— ", " ―\xa0", "\n— ", "\n– ")


@dataclass
class Stock:
    """What the documents are made of."""

    names: list[str] = field(default_factory=list)
    quotations: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def stock_of(documents: Sequence[Document]) -> Stock:
    """Collect names of sources, words in marks, and lines in which nobody says anything."""
    stock = Stock()
    for document in documents:
        text = document.text
        for attribution in document.attributions:
            for span in attribution.source:
                name = text[span.start : span.end]
                if _NAME.fullmatch(name):
                    stock.names.append(name)
            for span in attribution.content:
                match = _QUOTATION.fullmatch(text, span.start, span.end)
                if match:
                    stock.quotations.append(match[1])
        taken = [s for a in document.attributions for s in (*a.content, *a.cue, *a.source)]
        for line in re.finditer(r"[^\n]{20,300}", text):
            if not any(line.start() < s.end and line.end() > s.start for s in taken):
                stock.lines.append(line[0])
    return stock


def made_up(stock: Stock, number: int, random: np.random.Generator) -> list[Document]:
    """Make ``number`` documents."""
    return [_document(stock, f"made-up-{i}", random) for i in range(number)]


def datelined(document: Document, random: np.random.Generator) -> Document:
    """Put a dateline or a label before a document; all spans move with its text."""
    place = _PLACES[int(random.integers(len(_PLACES)))]
    line = _DATELINES[int(random.integers(len(_DATELINES)))]
    prefix = line.format(place.upper() if random.random() < 0.5 else place)
    if random.random() < 0.2:
        prefix = _LABELS[int(random.integers(len(_LABELS)))].format("")
    by = len(prefix)

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(s.start + by, s.end + by) for s in spans)

    syntax = document.syntax
    if syntax is not None:
        syntax = syntax._replace(starts=syntax.starts + by, ends=syntax.ends + by)
    attributions = tuple(Attribution(*map(moved, a)) for a in document.attributions)
    return document._replace(text=prefix + document.text, attributions=attributions, syntax=syntax)


def _document(stock: Stock, name: str, random: np.random.Generator) -> Document:
    def choose(items: Sequence[str]) -> str:
        return items[int(random.integers(len(items)))]

    layout = choose(("dash", "dash", "colon", "transcript"))
    marks, dash, people = choose(_MARKS), choose(_DASHES), [choose(stock.names) for _ in range(4)]
    capitals = layout == "transcript" and random.random() < 0.6
    gap = choose(("\n", "\n\n"))
    text, attributions = "", []

    def add(piece: str) -> Span:
        nonlocal text
        text += piece
        return Span(len(text) - len(piece), len(text))

    for turn in range(int(random.integers(3, 10))):
        if random.random() < 0.25:
            line = choose((choose(stock.lines), choose(stock.names)))
            add((choose(_LABELS).format(line) if random.random() < 0.4 else line) + gap)
        sentences = int(random.integers(1, 4)) if layout == "transcript" else 1
        said = " ".join(_sentence(choose(stock.quotations)) for _ in range(sentences))
        if layout == "dash":
            content = add(marks[0] + said + marks[1])
            cue = add(dash)
            source = add(choose(stock.names))
            add(choose(("", "", ".", ", 34")))
        else:
            person = people[turn % 2] if layout == "transcript" else choose(people)
            person = person.split()[-1] if random.random() < 0.3 else person
            source = add(person.upper() if capitals else person)
            cue = add(":")
            add(" ")
            content = add(f"{marks[0]}{said}{marks[1]}" if layout == "colon" else said)
        add(gap)
        mark = next(i for i in range(cue.start, cue.end) if not text[i].isspace())
        attributions.append(Attribution((content,), (source,), (Span(mark, mark + 1),)))
    return Document(name, text, tuple(attributions), None)


def _sentence(words: str) -> str:
    return words + "." if words[-1].isalnum() else words
