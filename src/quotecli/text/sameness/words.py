"""A statement's text as words that can be compared, and what stands between them."""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from quotecli.model import Kind
from quotecli.text.normalise import fold
from quotecli.text.sameness.classes import is_content
from quotecli.text.sameness.numbers import is_number_word, read_figure, read_number
from quotecli.text.sameness.spelling import one_spelling, stem


class End(IntEnum):
    """What follows a word."""

    NONE = 0
    CLAUSE = 1  # a comma, a colon, a dash
    SENTENCE = 2
    QUESTION = 3


class Word(NamedTuple):
    """A word to be compared.

    Attributes:
        norm: folded, in one spelling; numbers as figures.
        start: where it begins in the text; with ``end`` its place, which several words may share
            ("don't" is "do" and "not").
        end: where it ends.
        after: what follows it.
        gap: whether marks of an omission ("...") stand right before it.
        added: whether it stands in brackets, put in by an editor.
        quoted: whether it stands in quotation marks, or the whole statement does.
        name: whether it is written with a capital, as names are, and first words.
    """

    norm: str
    start: int
    end: int
    after: End
    gap: bool
    added: bool
    quoted: bool
    name: bool


class Wording(NamedTuple):
    """The words of a statement in order."""

    words: tuple[Word, ...]
    kind: Kind

    @property
    def norms(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(word.norm for word in self.words)


_TOKEN = re.compile(
    r"(?P<gap>\[?\(?(?:\.\s?\.\s?\.(?:\s?\.)?|…)\)?\]?)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<figure>(?<![\w.,])[-−+]?\d+(?:[.,]\d+)*[^\W\d_]*|\d+(?:[.,]\d+)*[^\W\d_]*)"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*(?:['’ʼ`][^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w])"
)
_SENTENCE_ENDS = frozenset(".!;")
_CLAUSE_ENDS = frozenset(",:–—()")
_OPENING, _CLOSING = frozenset("“„«‟"), frozenset("”»")
_SIGNS = {"%": "percent", "$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_CURRENCIES = frozenset({"$", "€", "£", "¥"})
_MONEY = {"dollars": "dollar", "euros": "euro", "pounds": "pound"}
_ABBREVIATIONS = frozenset("mr mrs ms dr st gen sen rep gov prof col lt sgt jr sr vs".split())
_INITIALS = {"us": "usa", "uk": "uk", "eu": "eu", "un": "un"}
_IS = frozenset("it that there here what who where he she how this".split())
_ENDINGS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_PHRASES = {
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "cannot": "can not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "let's": "let us",
}


def read_wording(text: str, kind: Kind) -> Wording:
    """Take a statement's text apart."""
    reader = _Reader(text, quoted=kind is Kind.DIRECT)
    for match in _TOKEN.finditer(text):
        reader.take(match)
    words: list[Word] = []
    for word in _numbered(reader.words):
        before = words[-1] if words else None
        if before is not None and (before.norm, word.norm) == ("per", "cent"):
            words[-1] = before._replace(norm="percent", end=word.end, after=word.after)
        else:
            words.append(word)
    return Wording(tuple(words), kind)


def content_stems(words: Sequence[Word]) -> list[str]:
    """Give the stems of the words that say what a statement is about; an editor's are left out."""
    return [stem(word.norm) for word in words if not word.added and is_content(word.norm)]


class _Reader:
    """Goes through a text once; ``words`` has the numbers in words still as they stand."""

    def __init__(self, text: str, *, quoted: bool) -> None:
        self.words: list[Word] = []
        self._text, self._all_quoted = text, quoted
        self._inside = quoted
        self._brackets = 0
        self._gap = False
        self._sign = ""  # of a currency, until the number behind it is read

    def take(self, match: re.Match[str]) -> None:
        """Read the next piece of the text."""
        piece, kind = match.group(), str(match.lastgroup)
        if kind == "gap":
            self._gap = True
            self._close(End.CLAUSE)
        elif kind == "mark":
            self._take_mark(piece, match)
        else:
            is_name = piece[0].isupper() and piece != "I"
            for norm in _norms(piece, kind):
                self._add(norm, match, is_name=is_name)
            if self._sign and not (kind == "figure" and _is_scaled(self._text, match.end())):
                self._add(self._sign, match)
                self._sign = ""

    def _take_mark(self, mark: str, match: re.Match[str]) -> None:
        if mark in _CURRENCIES:
            self._sign = _SIGNS[mark]
            return
        if not self._all_quoted:
            self._inside = _inside(self._inside, mark)
        self._brackets = max(self._brackets + (mark in {"[", "("}) - (mark in {"]", ")"}), 0)
        if mark in _SIGNS:
            self._add(_SIGNS[mark], match)
        self._close(_end(self._text, match.start(), self.words))

    def _add(self, norm: str, match: re.Match[str], *, is_name: bool = False) -> None:
        added = self._brackets > 0
        place = match.span()
        self.words.append(Word(norm, *place, End.NONE, self._gap, added, self._inside, is_name))
        self._gap = False

    def _close(self, end: End) -> None:
        if self.words and end > self.words[-1].after:
            self.words[-1] = self.words[-1]._replace(after=end)


def _is_scaled(text: str, at: int) -> bool:
    """Tell whether a word such as "million" follows."""
    following = text[at : at + 12].split()
    return bool(following) and is_number_word(following[0].lower().strip(".,"))


def _inside(inside: bool, mark: str) -> bool:
    if mark == '"':
        return not inside
    return (inside or mark in _OPENING) and mark not in _CLOSING


def _end(text: str, at: int, words: list[Word]) -> End:
    mark = text[at]
    if mark == "?":
        return End.QUESTION
    if mark in _SENTENCE_ENDS:
        is_abbreviation = mark == "." and words and words[-1].norm in _ABBREVIATIONS
        return End.NONE if is_abbreviation else End.SENTENCE
    if mark in _CLAUSE_ENDS or (mark == "-" and text[at - 1 : at] in {" ", ""}):
        return End.CLAUSE
    return End.NONE


def _norms(piece: str, kind: str) -> list[str]:
    folded = fold(piece)
    if kind == "figure":
        return read_figure(folded)
    if kind == "initials":
        bare = folded.replace(".", "")
        return [_INITIALS.get(bare, bare)]
    if piece in {"US", "USA"}:
        return ["usa"]
    return [_MONEY.get(word, one_spelling(word)) for word in _expanded(folded)]


def _expanded(word: str) -> list[str]:
    """Write a short form in full: "don't" is "do not", "Ada's" is "ada"."""
    if word in _PHRASES:
        return _PHRASES[word].split()
    if "'" not in word:
        return [word]
    if word.endswith("n't"):
        return [word[:-3], "not"]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return [word.removesuffix(ending), full]
    if word.endswith("'s"):
        base = word.removesuffix("'s")
        return [base, "is"] if base in _IS else [base]
    return [word.replace("'", "")]


def _numbered(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words with every number as one figure."""
    at = 0
    while at < len(words):
        word = words[at]
        if is_number_word(word.norm) or word.norm[:1].isdigit():
            until = at + 1
            while until < len(words) and until < at + 12 and words[until - 1].after is End.NONE:
                until += 1
            number = read_number([other.norm for other in words[at:until]])
            if number is not None:
                figure, used = number
                last = words[at + used - 1]
                yield word._replace(norm=figure, end=last.end, after=last.after)
                at += used
                continue
        yield word
        at += 1
