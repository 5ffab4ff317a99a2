"""Which statements may be meant: a few dozen out of millions, by the rarest words they share.

A word in more statements than ``_MOST`` tells nothing and is not followed; two or three such words
in a row may be rare again, and then they are. So no list in the index is walked to its end.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from quotecli.index.asking.holding import Worded, articles_with, spoken_by, statements_with, worded
from quotecli.index.store import Index
from quotecli.search.verifying.lexicon import FUNCTION_WORDS
from quotecli.search.verifying.words import Piece, Role, words_of

_MOST = 300  # statements to a word, phrase or speaker and word
_MOST_EXACT = 100  # statements with all the words in their order
_MOST_READ = 60  # of which the words are looked at
_LONGEST_PHRASE = 24  # words; more tell nothing new
_MOST_LOOKUPS = 60
_LONGEST_GRAM = 3
_ENOUGH = 6  # rare words and runs: an altered word spoils one, two or three of them
_MOST_TRIPLES = 4  # of common words; each lookup costs as much as twenty of another kind
_MOST_LEFT_OUT = 7  # content words, up to which each is left out in turn
_LEAST_SHARED = 0.3
_ARTICLE_WORDS = 8
_MOST_ARTICLES = 20


class Candidate(NamedTuple):
    """A statement, and how much of the wanted words it shares, 0 to 1."""

    statement: Worded
    shared: float


def candidates(
    index: Index, pieces: Sequence[Piece], speakers: Sequence[int], most: int
) -> list[Candidate]:
    """Give the statements that share most with some words, the best first.

    Args:
        index: where to look.
        pieces: the words.
        speakers: numbers of the speakers asked for; their statements are looked through more
            closely, those of others too.
        most: how many to give.
    """
    wanted = Counter(piece.keys[0] for piece in pieces if piece.role is Role.WORD)
    if not wanted:
        return []
    numbers = _exact(index, pieces, speakers)
    exact = [c for c in _ranked(index, numbers, wanted) if c.shared == 1]
    if exact and (not speakers or spoken_by(index, (c.statement.number for c in exact), speakers)):
        return exact[:most]  # nothing else can come nearer
    votes = _votes(index, _grams(pieces), ())
    if speakers:
        votes += _votes(index, _grams(pieces), speakers)
    numbers += [number for number, _ in votes.most_common(_MOST_READ)]
    found = _ranked(index, numbers, wanted)
    if not found or found[0].shared < 1:
        found = _ranked(index, [*numbers, *_with_all_but_one(index, pieces)], wanted)
    return found[:most]


def articles_that_may_have(index: Index, keys: Sequence[str]) -> list[int]:
    """Give articles that have the rarest-looking of some words."""
    plain = {key for key in keys if key.isalnum()}
    content = sorted(plain - FUNCTION_WORDS, key=lambda key: (-len(key), key))
    words = content or sorted(plain, key=lambda key: (-len(key), key))
    return articles_with(index, words[:_ARTICLE_WORDS], _MOST_ARTICLES) if words else []


def _exact(index: Index, pieces: Sequence[Piece], speakers: Sequence[int]) -> list[int]:
    phrases = [" ".join(run)[:1000] for run in _fragments(pieces)]
    if not phrases:
        return []
    found = statements_with(index, phrases, _MOST_EXACT, speakers) if speakers else []
    return found + statements_with(index, phrases, _MOST_EXACT)


def _fragments(pieces: Sequence[Piece]) -> Iterator[list[str]]:
    """Give the runs of plain words, which the full-text index has in the same form."""
    run: list[str] = []
    for piece in pieces:
        key = piece.keys[0] if piece.role is Role.WORD and not piece.stem else ""
        if key.replace("'", "").isalpha() and key != "percent":
            run.append(key)
        elif run:
            yield run[:_LONGEST_PHRASE]
            run = []
    if run:
        yield run[:_LONGEST_PHRASE]


class _Gram(NamedTuple):
    """Some words in a row, by the position of the first."""

    start: int
    words: tuple[str, ...]


def _grams(pieces: Sequence[Piece]) -> list[tuple[str, ...]]:
    """Give the stretches of words between gaps and brackets."""
    stretches: list[list[str]] = [[]]
    for piece in pieces:
        if piece.role is Role.WORD:
            if any(character.isalnum() for character in piece.keys[0]):
                stretches[-1].append(piece.keys[0])
        else:
            stretches.append([])
    return [tuple(stretch) for stretch in stretches if stretch]


def _votes(
    index: Index, stretches: Sequence[tuple[str, ...]], speakers: Sequence[int]
) -> Counter[int]:
    """Let each rare word, or rare run of common ones, vote for the statements that have it."""
    votes: Counter[int] = Counter()
    lookups = telling = 0
    grams: list[tuple[str, ...]] = list(
        dict.fromkeys((word,) for stretch in stretches for word in stretch if _is_content(word))
    )
    grams.sort(key=lambda gram: -len(gram[0]))
    common: set[tuple[str, ...]] = {
        (word,) for stretch in stretches for word in stretch if not _is_content(word)
    }
    for size in range(1, _LONGEST_GRAM + 1):
        if telling >= _ENOUGH:
            break
        if size > 1:
            grams = [
                gram
                for stretch in stretches
                for gram in _runs(stretch, size)
                if all(part in common for part in _runs(gram, size - 1))
            ]
        grams = list(dict.fromkeys(grams))
        if size == _LONGEST_GRAM:
            grams = grams[:: 1 + len(grams) // _MOST_TRIPLES]
        for gram in grams:
            if lookups == _MOST_LOOKUPS:
                return votes
            lookups += 1
            found = statements_with(index, [" ".join(gram)], _MOST, speakers)
            if len(found) == _MOST:
                common.add(gram)
                if speakers:  # all of them are theirs: better than none
                    votes.update(dict.fromkeys(found, 1))
            else:
                telling += bool(found)
                weight = size * max(1, int(log2(_MOST / (1 + len(found))) * 2))
                votes.update(dict.fromkeys(found, weight))
    return votes


def _runs(words: tuple[str, ...], size: int) -> list[tuple[str, ...]]:
    return [words[at : at + size] for at in range(len(words) - size + 1)]


def _is_content(word: str) -> bool:
    return word not in FUNCTION_WORDS


def _with_all_but_one(index: Index, pieces: Sequence[Piece]) -> list[int]:
    """Give statements that have all of a few content words, or all but one, in any order."""
    words = list(
        dict.fromkeys(
            key
            for piece in pieces
            if piece.role is Role.WORD
            for key in piece.keys
            if _is_content(key) and key.isalnum()
        )
    )
    if not 2 < len(words) <= _MOST_LEFT_OUT:
        return []
    found: list[int] = []
    for left_out in words:
        rest = [word for word in words if word != left_out]
        found += statements_with(index, rest, _MOST_EXACT)
    return found


def _ranked(index: Index, numbers: Sequence[int], wanted: Counter[str]) -> list[Candidate]:
    total = sum(map(_weight, wanted.elements()))
    found = []
    for statement in worded(index, dict.fromkeys(numbers)):
        have = Counter(word.key for word in words_of(statement.text))
        shared = sum(map(_weight, (have & wanted).elements())) / total
        if shared >= _LEAST_SHARED:
            found.append((shared, -abs(sum(have.values()) - sum(wanted.values())), statement))
    found.sort(key=lambda entry: (-entry[0], -entry[1], entry[2].number))
    return [Candidate(statement, shared) for shared, _, statement in found]


def _weight(key: str) -> float:
    return 1.0 if _is_content(key) else 0.4
