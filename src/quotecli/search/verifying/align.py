"""Words as typed beside the stretch of a statement that is likest to them."""

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from quotecli.search.verifying.lexicon import (
    FUNCTION_WORDS,
    POINTING,
    expanded,
    is_written_otherwise,
)
from quotecli.search.verifying.words import Piece, Role

# Costs. A word that the record does not have costs more than some words of it dropped, which are
# one slip if they stand together; small words, which stand everywhere, cost less. A word in place
# of another costs a little less than one added, a like word (an ending, a case) far less. What
# stands before and after the stretch costs nothing, and under a mark of ellipsis hardly anything.
_LIKE = 120
_ADDED, _ADDED_SMALL = 320, 180
_EXCHANGED_LESS = 10
_FIRST_DROPPED = 120
_NEXT_DROPPED = 30
_GAP = 20
_PER_GAP_WORD = 1
_BRACKET = 60
_PER_BRACKET_WORD = 20
_POINTING_WORD = -5
_MOST_UNDER_BRACKET = 6  # words that a bracket may stand for
_FEWEST_ALIKE = 3
_NEVER = 1 << 30


class Tag(Enum):
    """What became of a piece or word."""

    SAME = auto()
    REPLACED = auto()
    ADDED = auto()  # typed, and not in the record
    DROPPED = auto()  # in the record, and not typed
    GAP = auto()  # dropped under a mark of ellipsis
    BRACKET = auto()  # a bracket, and what the record has in its place


class Step(NamedTuple):
    """Pieces ``[first, last)`` beside words ``[begin, end)`` of the record."""

    tag: Tag
    first: int
    last: int
    begin: int
    end: int


class Alignment(NamedTuple):
    """The steps in order, and the stretch ``[begin, end)`` of the record that they cover."""

    steps: tuple[Step, ...]
    begin: int
    end: int
    cost: int


def align(pieces: Sequence[Piece], keys: Sequence[str]) -> Alignment:
    """Lay pieces along the cheapest stretch of a record's keys."""
    # best[i][j]: pieces[:i] beside a stretch that ends before keys[j]; dropped[i][j]: the same
    # where keys[j - 1] was dropped.
    width = len(keys) + 1
    distinct = set(keys)
    best = [[0] * width]
    dropped = [[_NEVER] * width]
    for piece in pieces:
        above = best[-1]
        if piece.role is Role.GAP:
            row = _under_gap(above)
        elif piece.role is Role.BRACKET:
            row = [_under_bracket(piece, keys, above, j)[0] for j in range(width)]
        else:
            key = piece.keys[0]
            costs = {other: _exchange(key, other, piece.stem) for other in distinct}
            costs[key] = 0
            extra = _extra(key)
            row = [above[0] + extra]
            for j, other in enumerate(keys):
                cost, added = above[j] + costs[other], above[j + 1] + extra
                row.append(min(added, cost))
        drops = [_NEVER]
        drop = _NEVER
        for j in range(1, width):
            first, drop = row[j - 1] + _FIRST_DROPPED, drop + _NEXT_DROPPED
            drop = min(drop, first)
            drops.append(drop)
            row[j] = min(row[j], drop)
        best.append(row)
        dropped.append(drops)
    end = min(range(width), key=lambda j: best[-1][j])
    steps = _with_whole_contractions(_trace(pieces, keys, best, dropped, end), pieces, keys)
    begin, end = (steps[0].begin, steps[-1].end) if steps else (end, end)
    return Alignment(tuple(steps), begin, end, best[-1][end])


@lru_cache(maxsize=65_536)
def alike(one: str, other: str) -> bool:
    """Tell whether two words share so much of their beginning that one may be the other's form."""
    if one[:1] != other[:1]:
        return False
    if expanded((one,))[0] == expanded((other,))[0]:
        return True  # "did" and "didn't"
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= max(_FEWEST_ALIKE, 0.6 * max(len(one), len(other)))


def _exchange(key: str, other: str, stem: str) -> int:
    if stem and other.startswith(stem):
        return _BRACKET
    if alike(key, other) or (key[0].isdecimal() and other[0].isdecimal()):
        return _LIKE
    return _extra(key) - _EXCHANGED_LESS


def _extra(key: str) -> int:
    return _ADDED_SMALL if key in FUNCTION_WORDS else _ADDED


def _under_gap(above: Sequence[int]) -> list[int]:
    row = []
    nearest = _NEVER
    for cost in above:
        nearest += _PER_GAP_WORD
        row.append(min(cost, nearest + _GAP))
        nearest = min(nearest, cost)
    return row


def _under_bracket(
    piece: Piece, keys: Sequence[str], above: Sequence[int], end: int
) -> tuple[int, int]:
    """Give the cost of a bracket that ends before ``keys[end]``, and where it begins."""
    size = len(piece.keys)
    if size <= end and tuple(keys[end - size : end]) == piece.keys:
        return above[end - size], end - size
    cost, best = _BRACKET, (above[end] + _BRACKET, end)
    for begin in range(end - 1, max(end - _MOST_UNDER_BRACKET, 0) - 1, -1):
        # A bracket stands for a word that points to something rather than for any other.
        is_pointing = begin == end - 1 and keys[begin] in POINTING
        cost += _POINTING_WORD if is_pointing else _PER_BRACKET_WORD
        best = min(best, (above[begin] + cost, begin))
    return best


def _trace(
    pieces: Sequence[Piece],
    keys: Sequence[str],
    best: Sequence[Sequence[int]],
    dropped: Sequence[Sequence[int]],
    end: int,
) -> list[Step]:
    steps: list[Step] = []
    i, j = len(pieces), end
    while i > 0:
        if best[i][j] == dropped[i][j]:
            begin = j - 1
            while dropped[i][begin + 1] != best[i][begin] + _FIRST_DROPPED:
                begin -= 1
            steps.append(Step(Tag.DROPPED, i, i, begin, j))
            j = begin
            continue
        piece = pieces[i - 1]
        above = best[i - 1]
        tag, begin = Tag.ADDED, j
        if piece.role is Role.GAP:
            tag = Tag.GAP
            if best[i][j] != above[j]:
                begin = next(
                    k
                    for k in range(j - 1, -1, -1)
                    if above[k] + _GAP + _PER_GAP_WORD * (j - k) == best[i][j]
                )
        elif piece.role is Role.BRACKET:
            tag = Tag.BRACKET
            begin = _under_bracket(piece, keys, above, j)[1]
            if tuple(keys[begin:j]) == piece.keys:
                tag = Tag.SAME
        elif j and best[i][j] == above[j - 1] + (
            0 if piece.keys[0] == keys[j - 1] else _exchange(piece.keys[0], keys[j - 1], piece.stem)
        ):
            begin = j - 1
            tag = Tag.SAME if piece.keys[0] == keys[j - 1] else Tag.REPLACED
            if tag is Tag.REPLACED and piece.stem and keys[j - 1].startswith(piece.stem):
                tag = Tag.BRACKET
        steps.append(Step(tag, i - 1, i, begin, j))
        i, j = i - 1, begin
    return _joined(steps[::-1])


def _with_whole_contractions(
    steps: list[Step], pieces: Sequence[Piece], keys: Sequence[str]
) -> list[Step]:
    """Take in both words of the record for which a contraction at either end was typed."""
    if not steps:
        return steps
    first, last = steps[0], steps[-1]
    if _is_contraction(first, pieces, keys[max(first.begin - 1, 0) : first.end]):
        steps[0] = first._replace(begin=first.begin - 1)
    if _is_contraction(last, pieces, keys[last.begin : last.end + 1]):
        steps[-1] = last._replace(end=last.end + 1)
    return steps


def _is_contraction(step: Step, pieces: Sequence[Piece], keys: Sequence[str]) -> bool:
    return (
        step.tag is Tag.REPLACED
        and len(keys) > step.end - step.begin
        and is_written_otherwise(pieces[step.first].keys, tuple(keys))
    )


def _joined(steps: Sequence[Step]) -> list[Step]:
    """Make one step of those in a row that are alike."""
    joined: list[Step] = []
    for step in steps:
        if joined and joined[-1].tag is step.tag and step.tag in {Tag.SAME, Tag.ADDED}:
            before = joined.pop()
            step = Step(step.tag, before.first, step.last, before.begin, step.end)  # noqa: PLW2901
        joined.append(step)
    return joined
