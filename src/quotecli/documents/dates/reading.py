"""Dates as articles, front matter and pages write them: read strictly or not at all.

General date parsers fill in what is missing from today's date. Here day, month and year must all
be there, and nothing else but a weekday, a time and its zone.
"""

import re
from enum import Enum

from quotecli.documents.dates.monthnames import foreign_month
from quotecli.text.daywords import day_of, month_number, readings, weekday_number

_MONTHS = "january february march april may june july august september october november december"
_MONTH = r"(?P<month>{})\.?".format(
    "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS.split()).replace(
        "sep(?:tember)?", "sept?(?:ember)?"
    )
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?"
_EDGES = r"(?<![\w/.-]){}(?=T\d|$|[^\w/.-]|\.(?!\d))"
# What a date can look like; each with day, month and year, tried in this order.
_FORMS = tuple(
    re.compile(_EDGES.format(form), re.IGNORECASE | re.ASCII)
    for form in (
        r"(?P<year>\d{4})([-/.])(?P<month>\d{1,2})\2(?P<day>\d{1,2})",
        rf"{_MONTH}\s*{_DAY}(?:\s*,\s*|\s+){_YEAR}",
        rf"{_DAY}\.?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}",
        rf"{_YEAR}[\s,-]+{_MONTH}[\s-]+{_DAY}",
        rf"{_MONTH}\s+{_DAY}\s+{_CLOCK}(?:\s+[a-z]{{3,4}})?\s+{_YEAR}",  # as Unix writes it
        r"(?P<first>\d{1,2})([-/.])(?P<second>\d{1,2})\2(?P<year>\d{4})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
    )
)
_EASTERN = re.compile(
    r"(?P<year>\d{4})\s?[年년.]\s?(?P<month>\d{1,2})\s?[月월.]\s?(?P<day>\d{1,2})[日일.]"
)
# A date in another language: only its month's name is not ours.
_FOREIGN = re.compile(
    r"(?<!\S)(?:(?P<day>\d{1,2})(?:\.|er|º|ª)?\s+(?:de\s+|d['’])?(?P<month>[^\W\d_]{3,12})\.?,?\s+"
    r"(?:de[l]?\s+)?(?P<year>\d{4})|(?P<year2>\d{4})\.?\s+(?P<month2>[^\W\d_]{3,12})\s+"
    r"(?P<day2>\d{1,2})\.?)(?!\S*\d)"
)
_WEEKDAY = r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_TIME = (
    r"\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?(?:\s*[ap]\.?m\.?|\s*hrs?)?|\d{1,2}\s*[ap]\.?m\.?"
    r"|(?<=t)\d{4}(?:\d\d)?|\d{4}(?=\s*(?:gmt|utc|hrs|hkt|ist))"
)
_ZONE = (
    r"(?:gmt|utc)(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?|z|bst|[ecmpa][sd]?t|cest|[wec]et|eest|msk|ist|jst"
    r"|a[ecw][sd]t|nz[sd]?t|hkt|sgt|kst|pkt|npt|bdt|pht|ict|wi[bt]|wita|gst|trt|sast|[cew]at|brt|art"
    r"|hrs?|uhr|local\s+time|[+-]\d\d:?\d\d"
)
# What may stand beside a date without making it part of a sentence.
_COMPANY = re.compile(
    rf"(?:\s|[,;()|·•/–—-]|(?:at|on|{_WEEKDAY.replace('?P<weekday>', '?:')}|t?(?:{_TIME})z?|{_ZONE}"
    r"|\d{1,2}\s+min(?:ute)?s?\s+read)(?![a-z]))*",
    re.IGNORECASE | re.ASCII,
)
_NAMED_DAY = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE | re.ASCII)
_LONGEST = 80  # no date line is longer; keeps the patterns away from running text


class Undecided(Enum):
    """The answer for a date whose day and month could be either way round."""

    ORDER = "order"


def read_date(text: str, *, day_first: bool | None = None) -> str | Undecided | None:
    """Read a text that is a date and nothing more.

    Args:
        text: the date, perhaps with a weekday, a time and its zone.
        day_first: whether 03/04/2021 is the third of April, where that is known.

    Returns:
        The day as ``YYYY-MM-DD``, as it is written: a time zone is passed over, so the day is
        that of the place whose time is given. ``Undecided.ORDER`` for a date like 03/04/2021
        whose order neither a weekday nor ``day_first`` tells, ``None`` for anything else.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    for form in (*_FORMS, _EASTERN):
        match = form.search(text)
        if match is None or not _stands_alone(text, match):
            continue
        parts = match.groupdict()
        if parts.get("first") is not None:
            return _in_figures(text, parts, day_first)
        return _day(parts["year"], parts["month"], parts["day"])
    return _foreign(text)


def undecided_readings(text: str) -> tuple[str, ...]:
    """Give the days that a date can mean; several only where its order is open."""
    days = (read_date(text, day_first=order) for order in (True, False))
    return tuple(dict.fromkeys(day for day in days if isinstance(day, str)))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    return _COMPANY.fullmatch(f"{text[: match.start()]} {text[match.end() :]}") is not None


def _in_figures(
    text: str, parts: dict[str, str | None], day_first: bool | None
) -> str | Undecided | None:
    first, second, year = (int(parts[name] or 0) for name in ("first", "second", "year"))
    days = readings(first, second, year)
    named = _NAMED_DAY.search(text)
    if len(days) > 1 and named is not None:
        days = tuple(d for d in days if d.weekday() == weekday_number(named["weekday"])) or days
    if len(days) > 1 and day_first is not None:
        days = days[:1] if day_first else days[1:]
    if len(days) > 1:
        return Undecided.ORDER
    return days[0].isoformat() if days else None


def _foreign(text: str) -> str | None:
    match = _FOREIGN.search(text)
    if match is None or not _stands_alone(text, match):
        return None
    name = match["month"] or match["month2"]
    month = foreign_month(name)
    year, day = match["year"] or match["year2"], match["day"] or match["day2"]
    return _day(year, str(month), day) if month is not None else None


def _day(year: str | None, month: str | None, day: str | None) -> str | None:
    name = month or "0"
    number = int(name) if name.isdigit() else month_number(name)
    found = day_of(int(year or 0), number, int(day or 0))
    return found.isoformat() if found is not None else None
