"""Dates as articles, front matter and pages write them: read strictly or not at all.

General date parsers fill in what is missing from today's date. Here day, month and year must all
be there, and nothing else but a weekday, a time and its zone.
"""

import datetime
import re
from enum import Enum

_MONTH_NAMES = (
    "january february march april may june july august september october november december"
).split()
_MONTHS = {name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTH = r"(?P<month>{})\.?".format(
    "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTH_NAMES).replace(
        "sep(?:tember)?", "sept?(?:ember)?"
    )
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_EDGES = r"(?<![\w/.-]){}(?=T\d|$|[^\w/.-]|\.(?!\d))"
# What a date can look like; each with day, month and year, tried in this order.
_FORMS = tuple(
    re.compile(_EDGES.format(form), re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        rf"{_MONTH}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}",
        rf"{_YEAR}[\s,-]+{_MONTH}[\s-]+{_DAY}",
        r"(?P<first>\d{1,2})([-/.])(?P<second>\d{1,2})\2(?P<year>\d{4})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    )
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_TIME = (
    r"\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
    r"|\d{4}(?=\s*(?:gmt|utc|hrs))"
)
_ZONE = (
    r"gmt|utc|z|bst|[ecmpa][sd]?t|cest|[wec]et|eest|msk|ist|jst|a[ew][sd]t|hrs|local\s+time"
    r"|[+-]\d\d:?\d\d"
)
# What may stand beside a date without making it part of a sentence.
_COMPANY = re.compile(
    rf"(?:\s|[,;()|·•/–—-]|(?:at|on|{_WEEKDAY}|t?(?:{_TIME})z?|{_ZONE})(?![a-z]))*",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 80  # no date line is longer; keeps the patterns away from running text


class Undecided(Enum):
    """The answer for a date whose day and month could be either way round."""

    ORDER = "order"


def read_date(text: str) -> str | Undecided | None:
    """Read a text that is a date and nothing more.

    Returns:
        The day as ``YYYY-MM-DD`` (where a time zone is given, the day in that zone),
        ``Undecided.ORDER`` for a date like 03/04/2021, ``None`` for anything else.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.search(text)
        if match is None:
            continue
        if _COMPANY.fullmatch(f"{text[: match.start()]} {text[match.end() :]}") is None:
            continue
        return _as_day(match.groupdict())
    return None


def _as_day(parts: dict[str, str | None]) -> str | Undecided | None:
    year = int(parts["year"] or 0)
    if parts.get("first") is None:
        name = (parts["month"] or "").lower()
        month = int(name) if name.isdigit() else _MONTHS[name[:3]]
        return _day(year, month, int(parts["day"] or 0))
    first, second = int(parts["first"] or 0), int(parts["second"] or 0)
    european, american = _day(year, second, first), _day(year, first, second)
    if european and american and european != american:
        return Undecided.ORDER
    return european or american


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
