"""Where a shorter wording stands in a longer one, and in what the two differ there.

A semi-global alignment (Needleman and Wunsch 1970, with free ends in the longer wording): what the
longer one has before and after the shorter costs nothing, nor what marks of omission stand for.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.text.sameness.words import Word

# In hundredths of a word, whole numbers so that sums are exact.
_EXCHANGE = 160  # less than leaving one word out and putting another in
_LEFT_OUT = 100
_BRACKETED = 20
_OMITTED = 2
_MANY = 2_500  # pairs of words; from there on whole rows at once are faster


class Edit(NamedTuple):
    """A place where two wordings differ: ``long[long_start:long_end]`` for ``short[...]``."""

    long_start: int
    long_end: int
    short_start: int
    short_end: int


class Alignment(NamedTuple):
    """The shorter wording lies at ``long[start:end]`` but for the edits, which are in order."""

    start: int
    end: int
    edits: tuple[Edit, ...]


def align(long: Sequence[Word], short: Sequence[Word]) -> Alignment:
    """Lay the shorter wording on the longer one at the least cost."""
    exact = find_exact(long, short)
    if exact is not None:
        return Alignment(exact, exact + len(short), ())
    costs = _costs if len(long) * len(short) < _MANY else _costs_of_many
    return _traced(long, short, costs(long, short))


def find_exact(long: Sequence[Word], short: Sequence[Word]) -> int | None:
    """Give where the shorter wording begins in the longer one if it stands there unchanged."""
    wanted = [word.norm for word in short]
    size = len(wanted)
    for start in range(len(long) - size + 1):
        if long[start].norm == wanted[0] and [w.norm for w in long[start : start + size]] == wanted:
            return start
    return None


def _skip_long(long: Sequence[Word], short: Sequence[Word], i: int, j: int) -> int:
    """Give the cost of ``long[i]`` having no partner, between ``short[j - 1]`` and ``short[j]``."""
    if j in {0, len(short)}:
        return 0
    if short[j].gap:
        return _OMITTED
    return _BRACKETED if long[i].added else _LEFT_OUT


def _skips(
    long: Sequence[Word], short: Sequence[Word]
) -> Iterator[tuple[Word, list[int], list[int]]]:
    """Go through the shorter wording; with each word come the costs of having no partner.

    First of each word of the longer one behind it (``_skip_long``), then of the word itself before
    each word of the longer one and at its end.
    """
    omitted, free = [_OMITTED] * len(long), [0] * len(long)
    left_out = [_BRACKETED if word.added else _LEFT_OUT for word in long]
    ups = {
        added: [*(_OMITTED if word.gap else cost for word in long), cost]
        for added, cost in ((False, _LEFT_OUT), (True, _BRACKETED))
    }
    for word, following in zip(short, [*short[1:], None], strict=True):
        behind = omitted if following is not None and following.gap else left_out
        yield word, free if following is None else behind, ups[word.added]


def _costs(long: Sequence[Word], short: Sequence[Word]) -> list[list[int]]:
    """Give the least cost for each beginning of ``short`` and each of ``long``."""
    norms = [word.norm for word in long]
    rows = [[0] * (len(long) + 1)]
    for word, lefts, ups in _skips(long, short):
        norm, above = word.norm, rows[-1]
        cost = above[0] + ups[0]
        row = [cost]
        diagonal = above[0]
        for other, left, up, over in zip(norms, lefts, ups[1:], above[1:], strict=True):
            cost += left
            if over + up < cost:  # noqa: PLR1730  min() takes twice as long
                cost = over + up
            step = diagonal if other == norm else diagonal + _EXCHANGE
            if step < cost:  # noqa: PLR1730
                cost = step
            row.append(cost)
            diagonal = over
        rows.append(row)
    return rows


def _costs_of_many(long: Sequence[Word], short: Sequence[Word]) -> list[list[int]]:
    """Give the same as ``_costs``, a whole row at once.

    A word of the longer one may be left out after any other: the least sum of what was to pay up
    to there and what has been left out since.
    """
    import numpy as np

    numbers: dict[str, int] = {}
    norms = np.array([numbers.setdefault(word.norm, len(numbers)) for word in long])
    row = np.zeros(len(long) + 1, dtype=np.int64)
    rows = [row.tolist()]
    for word, lefts, ups in _skips(long, short):
        exchange = np.where(norms == numbers.get(word.norm, -1), 0, _EXCHANGE)
        reached = row + ups
        reached[1:] = np.minimum(reached[1:], row[:-1] + exchange)
        left_out = np.cumsum([0, *lefts])
        row = np.minimum.accumulate(reached - left_out) + left_out
        rows.append(row.tolist())
    return rows


def _traced(long: Sequence[Word], short: Sequence[Word], rows: list[list[int]]) -> Alignment:
    last = rows[-1]
    j = len(short)

    def rated(at: int) -> tuple[int, bool, int]:
        ends_alike = at > 0 and long[at - 1].norm == short[-1].norm
        return last[at], not ends_alike, at

    i = min(range(len(long) + 1), key=rated)
    while i > 0 and long[i - 1].norm != short[-1].norm and last[i - 1] == last[i]:
        i -= 1  # a word behind the shorter wording, at no cost
    end = i
    edits: list[Edit] = []
    open_at: tuple[int, int] | None = None  # where the edit that is being walked back ends
    while j > 0:
        here = rows[j][i]
        equal = i > 0 and long[i - 1].norm == short[j - 1].norm
        if equal and here == rows[j - 1][i - 1]:
            if open_at is not None:
                edits.append(Edit(i, open_at[0], j, open_at[1]))
                open_at = None
            i, j = i - 1, j - 1
            continue
        open_at = open_at or (i, j)
        if i > 0 and here == rows[j - 1][i - 1] + _EXCHANGE:
            i, j = i - 1, j - 1
        elif i > 0 and here == rows[j][i - 1] + _skip_long(long, short, i - 1, j):
            i -= 1
        else:
            j -= 1
    if open_at is not None:
        edits.append(Edit(i, open_at[0], 0, open_at[1]))
    return _with_ends(long, short, Alignment(i, end, tuple(reversed(edits))))


def _with_ends(long: Sequence[Word], short: Sequence[Word], found: Alignment) -> Alignment:
    """Lay first and last words of the shorter wording on those that stand there in the longer one.

    What stands before and after costs nothing, so "Iraq agrees" in "Iran agrees" would otherwise
    be a word put in and not a word exchanged.
    """
    start, end, edits = found.start, found.end, list(found.edits)
    if edits and edits[0].short_start == 0 and edits[0].long_start == edits[0].long_end:
        start = max(start - edits[0].short_end, 0)
        edits[0] = edits[0]._replace(long_start=start)
    if edits and edits[-1].short_end == len(short) and edits[-1].long_end == end:
        size = edits[-1].short_end - edits[-1].short_start
        room = size - (edits[-1].long_end - edits[-1].long_start)
        end = min(end + max(room, 0), len(long))
        edits[-1] = edits[-1]._replace(long_end=end)
    return Alignment(start, end, tuple(edits))
