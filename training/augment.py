"""Variants of a document for training: other marks, casing and paragraphs, offsets unchanged.

Every change replaces one character by one, so the gold spans stay true.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from corpus import Document, line_spans

from quotecli.text.marks import find_quoted

_STYLES = ("‘’", '""', "“”", "«»", "„“")
_SENTENCE_END = re.compile(r"(?<=[a-z][.!?]|[.!?][”\"’]) (?=[A-Z“\"‘])")
_BREAK = re.compile(r"\n+")


@dataclass(frozen=True)
class Shares:
    """The share of documents that each change befalls in an epoch."""

    marks: float = 0.25
    unmarked: float = 0.02
    lower: float = 0.03
    upper: float = 0.01
    joined: float = 0.08
    split: float = 0.08


def vary(document: Document, shares: Shares, random: np.random.Generator) -> Document:
    """Give a variant of the document, most often the document itself."""
    text = document.text
    if random.random() < shares.marks:
        text = exchange_marks(text, _STYLES[random.choice(5, p=(0.5, 0.2, 0.14, 0.08, 0.08))])
    elif random.random() < shares.unmarked:
        text = exchange_marks(text, "  ")
    if random.random() < shares.lower:
        text = recase(text, str.lower)
    elif random.random() < shares.upper:
        text = recase(text, str.upper)
    if random.random() < shares.joined:
        text = join_paragraphs(text, lambda: random.random() < 0.4)
    if random.random() < shares.split:
        text = split_paragraphs(text, lambda: random.random() < 0.3)
    return document._replace(text=text)


def exchange_marks(text: str, style: str) -> str:
    """Write the outermost quotations in another style; inner double marks become single."""
    characters = list(text)
    for quoted in find_quoted(text, line_spans(text))[0]:
        if not quoted.closed or quoted.parts[0].start - quoted.start != 1:
            continue
        opening = quoted.start
        for part in quoted.parts:
            characters[opening] = style[0]
            opening = part.end
        characters[quoted.end - 1] = style[1]
    return "".join(characters)


def join_paragraphs(text: str, chosen: Callable[[], bool]) -> str:
    """Run paragraphs on into the next where ``chosen`` says so."""
    return _BREAK.sub(lambda m: " " * len(m[0]) if chosen() else m[0], text)


def split_paragraphs(text: str, chosen: Callable[[], bool]) -> str:
    """Begin a paragraph with a sentence where ``chosen`` says so."""
    return _SENTENCE_END.sub(lambda m: "\n" if chosen() else m[0], text)


def recase(text: str, change: Callable[[str], str]) -> str:
    """Change the case, unless the length would change with it."""
    changed = change(text)
    return changed if len(changed) == len(text) else text
