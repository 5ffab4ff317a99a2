"""Days gathered by year, month or day."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum


class Step(StrEnum):
    """How long a period is."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


_LETTERS = {Step.YEAR: 4, Step.MONTH: 7, Step.DAY: 10}  # of an ISO day
_MOST_MONTHS = 36
_MOST_DAYS = 45
_SHORTEST_GAP = 3  # so many empty periods are told as one


def fitting_step(days: Iterable[str]) -> Step:
    """Choose the shortest step by which a chart of these days stays on a screen."""
    known = sorted(days)
    if not known:
        return Step.YEAR
    first, last = (datetime.date.fromisoformat(day) for day in (known[0], known[-1]))
    if (last - first).days < _MOST_DAYS:
        return Step.DAY
    months = 12 * (last.year - first.year) + last.month - first.month
    return Step.MONTH if months < _MOST_MONTHS else Step.YEAR


def period_of(day: str, step: Step) -> str:
    """Give the year, month or day as "2022", "2022-10", "2022-10-31"."""
    return day[: _LETTERS[step]]


def counted(days: Iterable[str], step: Step) -> list[tuple[str, int]]:
    """Count days by period, in order, from the first to the last and those without any between.

    A longer gap is one row, as ("2022-11 to 2023-05", 0).
    """
    counts = Counter(period_of(day, step) for day in days)
    rows: list[tuple[str, int]] = []
    before: str | None = None
    for period in sorted(counts):
        if before is not None:
            rows += [(gap, 0) for gap in _between(before, period)]
        rows.append((period, counts[period]))
        before = period
    return rows


def _between(first: str, last: str) -> Iterator[str]:
    """Yield the periods between two, or one label for all of them."""
    empty: list[str] = []
    period = _moved(first, 1)
    while period < last and len(empty) < _SHORTEST_GAP:
        empty.append(period)
        period = _moved(period, 1)
    if len(empty) < _SHORTEST_GAP:
        yield from empty
    else:
        yield f"{empty[0]} to {_moved(last, -1)}"


def _moved(period: str, by: int) -> str:
    parts = [int(part) for part in period.split("-")]
    if len(parts) == 1:
        return f"{parts[0] + by:04}"
    if len(parts) == 2:
        year, month = divmod(12 * parts[0] + parts[1] - 1 + by, 12)
        return f"{year:04}-{month + 1:02}"
    return (datetime.date(*parts) + datetime.timedelta(days=by)).isoformat()
