"""Days and periods as people type them: ``2022``, ``2022-10``, ``2022-10-31``."""

import calendar
import datetime
import re
from typing import NamedTuple

from quotecli.errors import UsageError

_RELATIVE = re.compile(r"(this|last)\s+(week|month|year)|today|yesterday", re.IGNORECASE)
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


def relative_period(text: str, today: datetime.date) -> Period | None:
    """Read "today", "yesterday", "this" or "last" "week", "month" or "year"; None for all else.

    A week begins on Monday. What is not over yet ends today.
    """
    match = _RELATIVE.fullmatch(text.strip())
    if match is None:
        return None
    if match[2] is None:
        day = today - datetime.timedelta(days=match[0].lower() == "yesterday")
        return Period(day.isoformat(), day.isoformat())
    first = {
        "week": today - datetime.timedelta(days=today.weekday()),
        "month": today.replace(day=1),
        "year": today.replace(month=1, day=1),
    }[match[2].lower()]
    if match[1].lower() == "this":
        return Period(first.isoformat(), today.isoformat())
    last = first - datetime.timedelta(days=1)
    before = {
        "week": first - datetime.timedelta(days=7),
        "month": last.replace(day=1),
        "year": last.replace(month=1, day=1),
    }[match[2].lower()]
    return Period(before.isoformat(), last.isoformat())


class Bounds(NamedTuple):
    """The first and the last day of a search; None where it is open."""

    first: str | None
    last: str | None


def between(
    year: str | None, since: str | None, until: str | None, today: datetime.date | None = None
) -> Bounds:
    """Read the options for the date; the narrower of two bounds holds.

    Args:
        year: a period in which all lies.
        since: a period with whose first day it begins.
        until: a period with whose last day it ends.
        today: what "last month" is seen from; None for the day that the clock of this machine has.

    Raises:
        UsageError: one of them is no date.
    """
    now = today or datetime.datetime.now().astimezone().date()

    def read(text: str) -> Period:
        return relative_period(text, now) or parse_period(text)

    first = [read(text).first for text in (year, since) if text is not None]
    last = [read(text).last for text in (year, until) if text is not None]
    return Bounds(max(first, default=None), min(last, default=None))
