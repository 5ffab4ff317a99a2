"""Days and periods as people type them: ``2022``, ``2022-10``, ``2022-10-31``."""

import calendar
import datetime
import re
from typing import NamedTuple

from quotecli.errors import UsageError

_PERIOD = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Period(NamedTuple):
    """The days from ``first`` to ``last``, both included, as ISO strings."""

    first: str
    last: str


def parse_period(text: str) -> Period:
    """Read a year, a month or a day.

    Raises:
        UsageError: there is no such day, or the text has another form.
    """
    match = _PERIOD.fullmatch(text.strip())
    if match is None:
        raise UsageError(
            f"{text!r} is no date", "write a day as 2022-10-31, a month as 2022-10, a year as 2022"
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        assert year is not None  # noqa: S101  the pattern's first group always matches
        first = datetime.date(year, 1 if month is None else month, 1 if day is None else day)
        last_month = 12 if month is None else month
        last_day = calendar.monthrange(year, last_month)[1] if day is None else day
        last = datetime.date(year, last_month, last_day)
    except (ValueError, calendar.IllegalMonthError):
        raise UsageError(f"there is no such date: {text.strip()}", "check month and day") from None
    return Period(first.isoformat(), last.isoformat())


def parse_day(text: str) -> str:
    """Read one day and give it as ``YYYY-MM-DD``.

    Raises:
        UsageError: there is no such day, or the text is a month, a year or something else.
    """
    period = parse_period(text)
    if period.first != period.last:
        raise UsageError(f"{text!r} is more than one day", "write the day as 2022-10-31")
    return period.first


class Bounds(NamedTuple):
    """The first and the last day of a search; None where it is open."""

    first: str | None
    last: str | None


def between(year: str | None, since: str | None, until: str | None) -> Bounds:
    """Read the options for the date; the narrower of two bounds holds.

    Raises:
        UsageError: one of them is no date.
    """
    periods = [parse_period(text) for text in (year,) if text]
    first = [p.first for p in periods] + ([parse_period(since).first] if since else [])
    last = [p.last for p in periods] + ([parse_period(until).last] if until else [])
    return Bounds(max(first, default=None), min(last, default=None))
