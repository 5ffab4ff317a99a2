"""How typed words become a full-text expression."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.text.normalise import fold

DOUBLE_MARKS = '"“”„‟«»＂″'
# The dash that leaves out stands before a word or mark, and not behind one as in "covid-19".
_LEFT_OUT = re.compile(rf"(?<!\S)[-−](?=[^\s\-−{DOUBLE_MARKS}]|[{DOUBLE_MARKS}])")
_DOUBLE_MARK = re.compile(f"[{DOUBLE_MARKS}]")
# The database takes no NUL and no half of a surrogate pair; the private use area is ours
# (index/words/tokens.py).
_UNREADABLE = re.compile("[\0\ud800-\udfff\ue000-\uf8ff]")
_HYPHENED = re.compile(r"\w(?:[-\u2010\u2011]\w+)+")
_NO_LETTERS = re.compile(r"\W")


class Words(NamedTuple):
    """What is to be looked for, each a word or a phrase.

    Attributes:
        terms: what a statement must have.
        excluded: what it must not have.
        ignored: what was typed and has no letter or digit.
    """

    terms: tuple[str, ...]
    excluded: tuple[str, ...]
    ignored: tuple[str, ...]


class _Typed(NamedTuple):
    text: str
    is_excluded: bool


def parse_words(words: Sequence[str]) -> Words:
    """Read what was typed: all of it is wanted but what has a dash before it.

    Nothing else typed is syntax but double quotation marks, straight or curly: what stands between
    two of them is looked for as a phrase. A mark without a partner is ignored. So is a word
    without a letter or digit, and it is given back as ignored.
    """
    typed = list(_terms(_UNREADABLE.sub(" ", " ".join(words))))
    readable = [term for term in typed if _has_word(term.text)]
    return Words(
        tuple(dict.fromkeys(term.text for term in readable if not term.is_excluded)),
        tuple(dict.fromkeys(term.text for term in readable if term.is_excluded)),
        tuple(term.text for term in typed if not _has_word(term.text)),
    )


def expression_of(terms: Iterable[str], *, any_: bool = False) -> str | None:
    """Give the full-text expression that asks for all of the terms, or with ``any_`` for one.

    None where there are no terms.
    """
    return (" OR " if any_ else " AND ").join(map(atom, terms)) or None


def atom(term: str) -> str:
    """Give the full-text expression for one word or phrase, however it may be written.

    "cease-fire" finds "ceasefire" and "cease fire" too, "Łukasz" finds "Lukasz".
    """
    ways = {term: None}
    if not any(character.isspace() for character in term):
        if _HYPHENED.search(term):
            ways[_NO_LETTERS.sub("", fold(term))] = None
        if not term.isascii():
            ways[fold(term)] = None
    quoted = [f'"{way}"' for way in ways if _has_word(way)]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def _terms(text: str) -> Iterator[_Typed]:
    position = 0
    is_excluded = False
    for mark in _pairs(text):
        before = text[position : mark.start]
        is_excluded = bool(_LEFT_OUT.search(before + '"', max(len(before) - 1, 0)))
        yield from _single(before[:-1] if is_excluded else before)
        phrase = text[mark.start + 1 : mark.end - 1].strip()
        if phrase:
            yield _Typed(phrase, is_excluded)
        position = mark.end
    yield from _single(_DOUBLE_MARK.sub(" ", text[position:]))


class _Pair(NamedTuple):
    start: int
    end: int


def _pairs(text: str) -> Iterator[_Pair]:
    """Find each mark and its partner, the next one whatever its shape."""
    marks = [match.start() for match in _DOUBLE_MARK.finditer(text)]
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        yield _Pair(start, end + 1)


def _single(text: str) -> Iterator[_Typed]:
    for word in text.split():
        if _LEFT_OUT.match(word):
            yield _Typed(word[1:], is_excluded=True)
        else:
            yield _Typed(word, is_excluded=False)


def _has_word(term: str) -> bool:
    return any(character.isalnum() for character in term)
