"""Names of weekdays and months as English writes them, and what a date in figures can mean."""

import datetime

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january february march april may june july august september october november december"
).split()
YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
"""A month's name or short form, for patterns that ignore case."""

_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBERS = {name[:3]: number for number, name in enumerate(WEEKDAYS)}


def month_number(name: str) -> int:
    """Give 1 to 12 for a name that ``MONTH`` matches."""
    return _NUMBERS[name.lower()[:3]]


def weekday_number(name: str) -> int:
    """Give 0 (Monday) to 6 for a weekday's name or short form, as ``datetime`` counts them."""
    return _WEEKDAY_NUMBERS[name.lower()[:3]]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """Give the day; ``None`` where there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def readings(first: int, second: int, year: int) -> tuple[datetime.date, ...]:
    """Give the days that a date in figures can mean, the one with the day first before the other.

    Empty where there is no such day, one where only one order gives a day or both give the same.
    """
    both = (day_of(year, second, first), day_of(year, first, second))
    return tuple(dict.fromkeys(day for day in both if day is not None))
