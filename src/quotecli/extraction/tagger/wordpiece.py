"""WordPiece: a text in the word pieces of BERT's uncased vocabulary, with exact offsets.

Unlike the usual implementations, every piece knows the code points it came from, whatever the
text holds: accents, soft hyphens and control characters are left out of the piece, not of its
span.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

# Characters that continue a word without being letters: combining marks, soft hyphen, joiners.
_JOINED = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"
_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff"
_WORD = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}](?:[^\W_{_IDEOGRAPHS}]|[{_JOINED}])*|\S")
_LONGEST_WORD = 100  # longer ones are one unknown piece, as in BERT
_REMEMBERED_WORDS = 50_000


class Piece(NamedTuple):
    """One word piece: its row in the vocabulary and its span, in code points."""

    id: int
    start: int
    end: int


class WordPieces:
    """A tokeniser over one vocabulary; calls may come from one thread at a time."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: row for row, piece in enumerate(vocabulary)}
        self._longest = max((len(piece) for piece in self._ids), default=1)
        self._unknown = self._ids["[UNK]"]
        self._words: dict[str, tuple[Piece, ...]] = {}

    def id_of(self, piece: str) -> int:
        """Give the vocabulary row of a piece; that of ``[UNK]`` where there is none."""
        return self._ids.get(piece, self._unknown)

    def split(self, text: str) -> list[Piece]:
        """Split a text into pieces in time linear in its length."""
        pieces: list[Piece] = []
        words = self._words
        for match in _WORD.finditer(text):
            word = match[0]
            known = words.get(word)
            if known is None:
                known = self._split_word(word)
                if len(words) >= _REMEMBERED_WORDS:
                    words.clear()
                if len(word) <= _LONGEST_WORD:
                    words[word] = known
            at = match.start()
            pieces.extend([Piece(row, at + start, at + end) for row, start, end in known])
        return pieces

    def _split_word(self, word: str) -> tuple[Piece, ...]:
        if len(word) > _LONGEST_WORD:
            return (Piece(self._unknown, 0, len(word)),)
        letters, origin = _plain(word)
        pieces: list[Piece] = []
        at = 0
        while at < len(letters):
            prefix = "##" if at else ""
            for end in range(min(len(letters), at + self._longest), at, -1):
                row = self._ids.get(prefix + letters[at:end])
                if row is not None:
                    break
            else:
                return (Piece(self._unknown, 0, len(word)),)
            start = pieces[-1].end if pieces else 0
            stop = origin[end] if end < len(letters) else len(word)
            pieces.append(Piece(row, start, stop))
            at = end
        # Half of a letter that decomposes into two has no code point of its own.
        return tuple(piece for piece in pieces if piece.end > piece.start)


def _plain(word: str) -> tuple[str, list[int]]:
    """Lower a word and drop accents and invisible characters.

    Returns:
        The letters left, and for each the code point of ``word`` that it came from.
    """
    if word.isascii() and word.isprintable():
        return word.lower(), list(range(len(word)))
    letters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(word):
        for letter in unicodedata.normalize("NFD", character.lower()):
            if unicodedata.category(letter) not in {"Mn", "Cc", "Cf"}:
                letters.append(letter)
                origin.append(at)
    return "".join(letters), origin
