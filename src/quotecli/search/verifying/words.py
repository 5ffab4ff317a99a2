"""Words as they are compared: what is left of a text without case, marks and blanks.

Two texts have the same words exactly where their keys are the same, one by one. What would change
what was said is a word: digits with their point, comma or stroke (``3.5``, ``3/4``), a minus,
``%``, signs of currency. What a printer changes is none: quotation marks, dashes and hyphens,
stops, soft hyphens, accents.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from quotecli.text.normalise import fold

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
# Combining marks, and the scripts that write vowels with marks that are no letters to Python.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0dff\u0e00-\u0fff\u1dc0-\u1dff\u20d0-\u20f0"
)
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])[{_UNSEEN}]*"
_APOSTROPHES = "'’‘ʼ`´′＇"
_CURRENCIES = "$€£¥₽₹₺₴₩₪₦"
_WORD = re.compile(
    rf"\d+(?:[.,:/\u2044]\d+)*"
    rf"|{_LETTER}(?:{_LETTER}|[{_APOSTROPHES}](?={_LETTER}))*"
    rf"|(?<![\w%)\]\"'”’.])[-−–](?=[{_CURRENCIES}]?\d)"
    rf"|[%‰°&+=±×÷{_CURRENCIES}]"
)
_DROPPED = re.compile(f"[{_UNSEEN}]")
_APOSTROPHE = re.compile(f"[{_APOSTROPHES}]")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPELT = {"-": "minus", "−": "minus", "–": "minus", "%": "percent", "&": "and"}

_ELLIPSIS = re.compile(
    r"\[\s*(?:…|\.\s?\.\s?\.+)\s*\]|\(\s*(?:…|\.\s?\.\s?\.+)\s*\)|(?:…\s*)+|\.(?:\s?\.){2,}"
)
_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
# "[T]he", "agree[d]", and "[i]'ve": a letter with an apostrophe behind is no word of its own.
_INNER_BRACKETS = re.compile(rf"\[\w+\](?=\w)|(?<=\w)\[\w+\]|\[\w\](?=[{_APOSTROPHES}]\w)")
_SIC = re.compile(r"[\[(]\s*sic\s*[!.]?\s*[\])]", re.IGNORECASE)
_JOINER = "\u2060"  # takes the place of a bracket inside a word ("[T]he") and is no part of a key


class Word(NamedTuple):
    """A word: what it is compared by, and its span in the text."""

    key: str
    start: int
    end: int


class Role(Enum):
    """What a piece of a typed text asks for."""

    WORD = auto()
    GAP = auto()  # a mark of ellipsis: words may be missing
    BRACKET = auto()  # words in square brackets: the writer's, in place of some or none


class Piece(NamedTuple):
    """A piece of a typed text.

    Attributes:
        role: what it asks for.
        keys: its words; several only in a bracket, none in a gap.
        start: its span in the text as typed.
        end: the same.
        stem: of a word with some letters in brackets those outside ("agree[d]"), else "".
    """

    role: Role
    keys: tuple[str, ...]
    start: int
    end: int
    stem: str = ""


def words_of(text: str, offset: int = 0) -> list[Word]:
    """Give the words of a text; brackets inside a word are no part of it.

    Args:
        text: the text.
        offset: where it begins in a longer text, to which the spans of the words are to refer.
    """
    words: list[Word] = []
    for match in _WORD.finditer(_without_inner_brackets(text)):
        key = _key(match[0])
        start, end = match.start() + offset, match.end() + offset
        if key == "cent" and words and words[-1].key == "per":
            words[-1] = Word("percent", words[-1].start, end)
        elif key:
            words.append(Word(key, start, end))
    return words


def pieces_of(text: str) -> list[Piece]:
    """Read words as somebody typed them, with marks of ellipsis and brackets.

    A bracket with nothing but "sic" in it is nobody's words and asks for nothing.
    """
    text = _SIC.sub(lambda match: " " * len(match[0]), text)
    clear = _without_inner_brackets(text)
    pieces: list[Piece] = []
    position = 0
    for match in _special(clear):
        pieces += _plain(text, clear, position, match.start())
        position = match.end()
        if match.re is _ELLIPSIS:
            pieces.append(Piece(Role.GAP, (), *match.span()))
        elif keys := tuple(word.key for word in words_of(match[1])):
            pieces.append(Piece(Role.BRACKET, keys, *match.span()))
    pieces += _plain(text, clear, position, len(text))
    return pieces


def _special(text: str) -> list[re.Match[str]]:
    found = list(_ELLIPSIS.finditer(text))
    taken = [match.span() for match in found]
    found += [
        match
        for match in _BRACKETS.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return sorted(found, key=lambda match: match.start())


def _plain(text: str, clear: str, start: int, end: int) -> Iterator[Piece]:
    for word in words_of(clear[start:end], start):
        typed = text[word.start : word.end]
        stem = ""
        if "[" in text[max(word.start - 1, 0) : word.end] and "]" in text[word.start : end]:
            outside = re.sub(r"\[[^\]]*\]?|^[^\[]*\]", "", typed)
            stem = _key(outside) if outside != typed else ""
        yield Piece(Role.WORD, (word.key,), word.start, word.end, stem)


def _without_inner_brackets(text: str) -> str:
    """Put joiners for the brackets inside words: the length stays the same."""
    if "[" not in text:
        return text
    return _INNER_BRACKETS.sub(lambda match: f"{_JOINER}{match[0][1:-1]}{_JOINER}", text)


def find_run(keys: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Give where ``wanted`` stands in ``keys`` as it is; nowhere where it is empty."""
    size = len(wanted)
    if not size:
        return []
    wanted = list(wanted)
    return [
        at
        for at in range(len(keys) - size + 1)
        if keys[at] == wanted[0] and list(keys[at : at + size]) == wanted
    ]


@lru_cache(maxsize=16_384)
def _key(word: str) -> str:
    if word.isdecimal():
        return fold(word)
    if word[0].isdecimal():
        return word.replace(",", "") if _THOUSANDS.fullmatch(word) else fold(word)
    if word in _SPELT:
        return _SPELT[word]
    return fold(_APOSTROPHE.sub("'", _DROPPED.sub("", word)))
