"""A statement as it is compared with others: its words, its voice, its day, and its keys.

Statements that agree in all of these are one wording. Wordings that share no key are never
compared, so a new one is compared with a few however large the index is (``crowds`` sees to the
keys that many share).
"""

import datetime
import hashlib
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

from quotecli.index.columns import names_from, to_json
from quotecli.index.copies.voices import Voice, covers, voice_of
from quotecli.model import Kind
from quotecli.text.sameness.judge import Likeness, is_comparable, is_long, likeness
from quotecli.text.sameness.sketch import Sketch, may_be_same, sketch_of
from quotecli.text.sameness.words import Wording, content_stems, read_wording

UNKNOWN_DAY = 0
WINDOW = 7  # days within which copies of one statement are looked for

_DAYS = {
    Likeness.SAME_WORDS: WINDOW,
    Likeness.SAME_FEW_WORDS: 1,
    Likeness.CUT: WINDOW,
    Likeness.EDITED: 3,
}
_DAYS_OF_A_SHORT_CUT = 3
_SHORT_CUT = 8  # words
_DAYS_BETWEEN_STATED = 1  # two days that the articles state: only time zones may part them
_KINDS = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
_LATE = 9_999_999  # where a day is unknown, in the order of wordings
_MOST_WORDS = 9_999


class Said(NamedTuple):
    """The columns of a statement that make its wording."""

    kind: str
    text: str
    speakers: str
    date: str | None
    said_on: str | None


class Node(NamedTuple):
    """A wording by a voice on a day.

    Attributes:
        number: stands for all that it is, the same in every index; of the wordings of one day the
            fullest have the lowest.
        text: its words as they are written.
        kind: what kind of statement it is.
        sketch: what most other wordings can be told from it by.
        voice: who said it.
        day: its date as a day's number, or ``UNKNOWN_DAY``.
        is_stated: whether the article states the day, and it is not that of publication.
        keys: what it shares with wordings that it has to be compared with.
        exact: the key that it shares with the same words by anybody on any day; None where they
            are too few to tell anything.
        order: earlier ones lead later ones; the fullest wording comes first.
    """

    number: int
    text: str
    kind: Kind
    sketch: Sketch
    voice: Voice
    day: int
    is_stated: bool
    keys: tuple[int, ...]
    exact: int | None
    order: str

    @property
    def words(self) -> Wording:
        """Its words; a thousand wordings are kept while one of them is read again."""
        return _words(self.text, self.kind)


def wording_number(said: Said) -> int | None:
    """Give the number of a statement's wording; None where it is too short to be compared."""
    node = read_node(said)
    return node.number if node is not None else None


@lru_cache(maxsize=256)
def read_node(said: Said) -> Node | None:
    """Take a statement apart; None where its words are too few or too common."""
    kind = Kind(said.kind)
    words = _words(said.text, kind)
    if not is_comparable(words):
        return None
    voice = voice_of(names_from(said.speakers))
    day = UNKNOWN_DAY if said.date is None else datetime.date.fromisoformat(said.date).toordinal()
    said_words, put_in = min(_said_words(words), _MOST_WORDS), min(_put_in(words), 99)
    fullness, rank = min(voice.fullness, 999), _KINDS.index(kind)
    number = _number(_place(said_words, put_in, fullness, rank), said)
    exact = _key("=", " ".join(words.norms)) if is_long(words) else None
    order = (
        f"{_MOST_WORDS - said_words:04}{put_in:02}{999 - fullness:03}{rank}"
        f"{day or _LATE:07}{number & (1 << 64) - 1:016x}"
    )
    keys = () if day == UNKNOWN_DAY else _keys(words, voice)
    stated = said.said_on is not None
    sketch = sketch_of(words)
    return Node(number, said.text, kind, sketch, voice, day, stated, keys, exact, order)


@lru_cache(maxsize=1024)
def _words(text: str, kind: Kind) -> Wording:
    return read_wording(text, kind)


def _place(said_words: int, put_in: int, fullness: int, rank: int) -> int:
    """Give the beginning of ``Node.order`` in 17 bits, as well as they can tell it."""
    words = 255 - min(said_words, 255)
    return ((words << 2 | min(put_in, 3)) << 5 | 31 - min(fullness // 2, 31)) << 2 | rank


def _number(place: int, said: Said) -> int:
    """Put 47 bits of a hash behind the place: as good as all 64, as few wordings share a place."""
    digest = hashlib.blake2b(to_json(said).encode(errors="surrogatepass"), digest_size=8).digest()
    return (place << 47 | int.from_bytes(digest, "big") >> 17) - (1 << 63)


def leads(leader: Node, follower: Node) -> bool:
    """Tell whether the second is a copy of the first, the fuller of the two."""
    if leader.order >= follower.order or not covers(leader.voice, follower.voice):
        return False
    apart = _days_apart(leader, follower)
    if apart is not None and apart > WINDOW:
        return False
    if not may_be_same(leader.sketch, follower.sketch):
        return False
    found = likeness(leader.words, follower.words)
    if apart is None or (leader.voice.keys and not follower.voice.keys):
        # Nobody, or no day: only many words, all of them the same, can stand for it.
        return found is Likeness.SAME_WORDS and is_long(follower.words)
    if not follower.voice.keys and not (found is Likeness.SAME_WORDS and is_long(follower.words)):
        return False
    return apart <= _days_allowed(found, leader, follower)


def _days_allowed(found: Likeness, leader: Node, follower: Node) -> int:
    if found is Likeness.DIFFERENT:
        return -1
    if leader.is_stated and follower.is_stated:
        return _DAYS_BETWEEN_STATED
    shorter = min(len(leader.sketch.norms), len(follower.sketch.norms))
    if found is Likeness.CUT and shorter < _SHORT_CUT:
        return _DAYS_OF_A_SHORT_CUT
    return _DAYS[found]


def _days_apart(one: Node, other: Node) -> int | None:
    if UNKNOWN_DAY in {one.day, other.day}:
        return None
    return abs(one.day - other.day)


def _said_words(wording: Wording) -> int:
    """Count the words that are the speaker's own as far as the marks tell."""
    return sum(
        not word.added and (word.quoted or wording.kind is Kind.INDIRECT) for word in wording.words
    )


def _put_in(wording: Wording) -> int:
    """Count the brackets' words and the marks of omission: an editor's, not the speaker's."""
    return sum(word.added + word.gap for word in wording.words)


def _keys(wording: Wording, voice: Voice) -> tuple[int, ...]:
    """Give a key for each two content words that follow each other, within one voice.

    These are rare enough to lead to few wordings, and most of them outlive a cut, brackets, a
    changed article or a tense. Function words between them are no part of a key. All words of a
    short statement are another key: its few pairs may be in everybody's mouth.
    """
    if not voice.keys:
        return ()
    stems = content_stems(wording.words)
    pairs = {f"{one} {other}" for one, other in pairwise(stems)}
    if not pairs or not is_long(wording):
        pairs.add(f"= {' '.join(wording.norms)}")
    return tuple(sorted(_key(voice.surnames, pair) for pair in pairs))


def _key(*parts: str) -> int:
    # 32 bits, signed: four bytes in the index. Two that fall together cost a comparison.
    return crc32("\n".join(parts).encode(errors="surrogatepass")) - (1 << 31)
