"""What some words say of when: a day, or only that it was lately or long before.

Days are counted back from that of the article: news speaks of what was, so a weekday never means
a day to come. "Last week" is near the news and has no day; "in a 2019 interview", "last year" and
"at the time" are older than the news.
"""

import datetime
import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from quotecli.model import Span
from quotecli.text.daywords import MONTH, WEEKDAYS, YEAR, day_of, month_number, readings
from quotecli.text.daywords import weekday_number as number_of


class Age(IntEnum):
    """How far back some words point; what tells more comes first."""

    DAY = 0  # to one day
    EARLIER = 1  # to a time before the news, nobody knows which
    RECENT = 2  # to the days of the news, nobody knows which


class Time(NamedTuple):
    """What a stretch of words says of when; ``day`` is there only for ``Age.DAY``.

    ``doubt`` is set for a date in figures that can be read in two ways.
    """

    span: Span
    age: Age
    day: datetime.date | None = None
    words: str = ""
    doubt: bool = False


_Made: TypeAlias = tuple[Age, datetime.date | None]


class Clock(NamedTuple):
    """What an article's words count from.

    Attributes:
        published: the day of publication, if known.
        written: the day in the dateline, else that of publication.
        day_first: whether the outlet writes 3/4 for the third of April; None if not known.
    """

    published: datetime.date | None = None
    written: datetime.date | None = None
    day_first: bool | None = None


_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_WEEKDAY = rf"(?:{'|'.join(name.capitalize() for name in WEEKDAYS)})"
_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon))?"
_MONTH = rf"(?=[A-Z])(?i:{MONTH})"  # "may" and "march" are words
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:%]|[-–/.]\d)\b"
_NOT_ING = (
    r"(?!(?!morning|evening|spring|meeting|hearing|briefing|filing|ruling|gathering)\w+ing\b)"
)
_BETWEEN = rf"(?:(?!(?:to|about|since|until|by|for|and|who)\b){_NOT_ING}[\w’'.&-]+\s+){{0,4}}?"
_SEASON = r"spring|summer|autumn|fall|winter"
_SPAN = r"\d|few|several|couple|day|week|month|year|decade|two|three|four|five|six"
_COUNTED = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|some|many|couple|of"
    r"|nearly|almost|about|more|than|over)"
)
# Near the news, without a day; the first kind may reach into the week before.
_NEAR_WEEK = r"""
    last\s+week(?:end)? | a\s+week\s+ago | (?:a\s+(?:few|couple\s+of)|several)\s+days\s+ago
  | (?:earlier\s+)?(?:this|in\s+the)\s+week(?:end)? | (?:over|at|during)\s+the\s+(?:past\s+)?weekend
  | days\s+(?:ago|earlier|before) | in\s+recent\s+days
  | (?:over|in)\s+the\s+(?:last|past)\s+(?:few\s+)?days
  | (?:a|the)\s+(?:previous\s+)?(?:day|night)\s+(?:earlier|before) | the\s+previous\s+(?:day|night)
  | overnight
"""
_NEAR = r"(?:earlier\s+|later\s+)?this\s+month | recently | lately | in\s+recent\s+weeks"
_EARLIER = rf"""
    (?:late\s+|early\s+|earlier\s+)?(?:(?<!the\ )last|the\s+previous)
      \s+(?:month|year|century|decade|{_SEASON})
  | last\s+(?-i:{_MONTH})
  | earlier\s+(?:this|in\s+the)\s+(?:year|decade|century|{_SEASON}) | this\s+(?:{_SEASON})
  | (?:{_COUNTED}\s+)* (?:weeks|months|years|decades|a\s+(?:month|year|decade|century)) \s+
      (?:ago|earlier|back|before(?!\s+\w))
  | an?\s+(?:previous|prior|earlier)\s+\w+
  | at\s+(?:that|the)\s+time | back\s+then
  | in\s+(?:the\s+past(?!\s+(?:{_SPAN}))|years\s+past|the\s+(?:19|20)?\d0s)
  | (?:in|from)\s+(?:his|her|their|its|the|an?)\s+
      (?!(?:new|forthcoming|upcoming|latest|recent|coming)\b)
      (?:\w+\s+)?(?:memoirs?|autobiography|diary|diaries)
"""
_WHICH = (
    r"last|this(?:\s+past)?|the\s+past|next|this\s+coming|coming|every|each|an?|one|most|some|by|from"
    r"|starting|beginning|through|until|till"
)
_IN = r"(?i:in|during|at|from|(?:back|early|late|earlier)\s+in)"
_TIME = re.compile(
    rf"""
      (?:{_WEEKDAY},?\s+)? \b (?P<month>{_MONTH}) \s+ (?P<day>{_DAY}) (?:,?\s+ (?P<year>{YEAR})\b)?
    | (?:{_WEEKDAY},?\s+)? (?:the\s+)? \b (?P<day2>{_DAY}) \s+ (?:of\s+)? (?P<month2>{_MONTH}) \b
        (?:,?\s+ (?P<year2>{YEAR})\b)?
    | \b (?P<iso>{YEAR}-\d\d-\d\d) \b
    | (?<![\d/.-]) (?P<first>\d{{1,2}}) (?P<sign>[/.-]) (?P<second>\d{{1,2}}) (?P=sign)
        (?P<year3>{YEAR}) \b
    | (?P<lastweek>\b last\s+week,?\s+ (?:on\s+)?)? \b (?:(?P<which>(?i:{_WHICH}))\s+)?
        (?P<weekday>{_WEEKDAY}) (?!\s+(?:through|to|or|and)\s+(?:on\s+)?{_WEEKDAY}) \b {_PART}
        (?P<weekago>\s+(?:(?:of\s+)?last\s+week)\b)?
    | \b (?P<yesterday>(?:y|(?<=^)Y)esterday {_PART} | (?i:last\s+night)) \b
    | \b (?P<today>(?:(?:earlier|later|late|early)\s+)?(?:t|(?<=^)T)oday | tonight
        | (?i:(?:earlier\s+)?this\s+(?:morning|afternoon|evening))) \b
    | \b (?P<count>(?i:two|three|four|five|six)|[2-6]) \s+days\s+ago \b
    | \b (?P<nearweek>(?i:{_NEAR_WEEK})) \b
    | \b (?P<near>(?i:{_NEAR})) \b
    | \b {_IN} \s+ {_BETWEEN} (?P<inyear>{YEAR}) (?![-–]?\d) (?:s\b|\b)
    | \b [Ii]n\s+ (?:(?:early|mid|late)[\s-]+)? (?P<inmonth>{_MONTH}) (?!\s*\d) (?![\w’'])
    | \b (?P<earlier>(?i:{_EARLIER})) \b
    """,
    re.VERBOSE,
)
# Names that have a weekday in them, and days that nobody names without a reason of their own.
_NAMED = re.compile(
    r"\b(?:fox\s+news|good|black|super|cyber|bloody|easter|ash|palm|holy|shrove|fat|whit|giving"
    r"|small\s+business|mail\s+on|sheffield|casual|spy|stir[- ]up)\s*$",
    re.IGNORECASE,
)
# What is made of words: "at Tuesday's briefing", "in a Feb. 3 letter"; a vote or an attack is not.
_SPOKEN = (
    r"briefing|conference|presser|interview|debate|hearing|speech|rally|statement|address|letter"
    r"|memo|e-?mail|tweet|post|op-ed|column|article|story|report|editorial|podcast|broadcast"
    r"|edition|issue|episode|show|program(?:me)?|call|meeting|event|town\s+hall|forum|summit|talk"
    r"|session|appearance|remarks|testimony|deposition|filing|ruling|opinion|order|decision|video"
    r"|message|note|lecture|panel|fundraiser|gathering|ceremony|sermon|announcement|release"
    r"|complaint|lawsuit|dinner|lunch(?:eon)?|breakfast|visit|trip|blog|stop|poll|survey|study"
    r"|chat|discussion|bulletin|communiqu[eé]|newsletter|press|news"
)
_ADJUNCT = re.compile(rf"(?:['’]s)?\s+(?:[\w’'.-]+\s+){{0,3}}?(?:{_SPOKEN})s?\b")
_PAPER = re.compile(r"['’]s\s+(?:[A-Z][\w.’'-]*)")  # "in Saturday's New York Times"
_GOVERNS = re.compile(
    r"(?:^\s*|\b(?:in|at|during|on|from|to|via|through|told|addressed|of|before)\s+)"
    r"(?:an?|the|his|her|its|their|another|that|this|of)?\s*$",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"['’]s\b|['’](?=\s)")
# Words behind a day that go on with the sentence; any other makes of it "the Friday vote".
_GOES_ON = re.compile(
    r"\s*(?:$|[^\w\s'’]|(?:in|on|at|to|from|by|with|without|during|after|before|ahead|as|when|while"
    r"|where|that|which|who|and|but|or|for|of|about|via|through|over|against|following|amid|near"
    r"|outside|inside|under|between|because|if|since|until|despite|upon|into|within|early|late"
    r"|morning|afternoon|evening|night|last|this|he|she|they|it|his|her|their|its|the|a|an|there|not"
    r"|also|just|only|so|than|local|alongside|aboard|en|said|told|has|have|had|is|are|was|were|would|\w+ed|\w+ly|\w+ing)\b)"
)


def find_times(words: str, clock: Clock) -> Iterator[Time]:
    """Give what the words say of when, in their order.

    Args:
        words: a stretch of prose; words that name an event of their own are the caller's to cut.
        clock: what the days are counted from.
    """
    for match in _TIME.finditer(words):
        if _is_name(words, match) or not _is_free(words, match):
            continue
        made = _read(match, clock)
        if made is not None:
            doubt = bool(match["first"]) and made[1] is None
            yield Time(Span(*match.span()), *made, match[0], doubt)


def _is_name(words: str, match: re.Match[str]) -> bool:
    """Tell whether a weekday is part of a name: "Super Tuesday", "the Sunday Herald"."""
    if not match["weekday"]:
        return False
    rest = words[match.end("weekday") :]
    return _NAMED.search(words, 0, match.start("weekday")) is not None or bool(
        re.match(r"\s+[A-Z]", rest) and not _ADJUNCT.match(rest)
    )


def _is_free(words: str, match: re.Match[str]) -> bool:
    """Tell whether a day dates what is said, and not another event: "the Friday vote"."""
    if match.lastgroup in {"nearweek", "near", "earlier", "inyear", "inmonth", "count"}:
        return not _POSSESSED.match(words, match.end()) or _is_adjunct(words, match)
    if _POSSESSED.match(words, match.end()) or not _GOES_ON.match(words, match.end()):
        return _is_adjunct(words, match)
    before = words[: match.start()]
    return not re.search(r"\b(?:by|from|since|until|till|for|of|than)\s+$", before)


def _is_adjunct(words: str, match: re.Match[str]) -> bool:
    spoken = _ADJUNCT.match(words, match.end()) or _PAPER.match(words, match.end())
    start = match.start()
    if match.groupdict().get("which") in {"a", "an"}:
        start = match.start("weekday")
    return spoken is not None and _GOVERNS.search(words, 0, start) is not None


def _read(match: re.Match[str], clock: Clock) -> _Made | None:
    if match["weekday"]:
        return _weekday(match, clock)
    if match["yesterday"] or match["today"] or match["count"]:
        return _days_back(match, clock)
    if match["nearweek"]:
        return _near(clock, weeks=1 if "last" in match["nearweek"].lower() else 0)
    if match["near"]:
        return (Age.RECENT, None)
    if match["earlier"]:
        return (Age.EARLIER, None)
    if match["inyear"]:
        return _year(match, clock)
    if match["inmonth"]:
        return _month(month_number(match["inmonth"]), None, clock)
    return _date(match, clock)


def _near(clock: Clock, weeks: int) -> _Made:
    """Take a time of this week or the last for one of the news, unless that began last year."""
    today = clock.published
    if today is None:
        return Age.RECENT, None
    monday = today - datetime.timedelta(today.weekday() + 7 * weeks)
    return (Age.RECENT if monday.year == today.year else Age.EARLIER), None


def _weekday(match: re.Match[str], clock: Clock) -> _Made | None:
    which = (match["which"] or "").lower()
    adjunct = which in {"a", "an"} and _is_adjunct(match.string, match)
    if which and not adjunct and not which.startswith(("last", "this", "the past")):
        return None
    if which == "this coming":
        return None
    if clock.published is None or clock.written is None:
        return Age.RECENT, None
    number = number_of(match["weekday"])
    if match["lastweek"] or match["weekago"]:
        monday = clock.published - datetime.timedelta(clock.published.weekday() + 7)
        return Age.DAY, monday + datetime.timedelta(number)
    back = (clock.published.weekday() - number) % 7
    if which == "last":
        back = back or 7
        if back < 3:  # on a Friday "last Thursday" is yesterday for some, a week older for others
            return _near(clock, weeks=1)
    day = clock.published - datetime.timedelta(back)
    if day > clock.written:  # written before that day, or brought up to date after it
        return Age.RECENT, None
    return Age.DAY, day


def _days_back(match: re.Match[str], clock: Clock) -> _Made:
    if clock.written is None:
        return Age.RECENT, None
    count = (match["count"] or "").lower()
    back = _COUNTS.get(count) or int(count or bool(match["yesterday"]))
    return Age.DAY, clock.written - datetime.timedelta(back)


def _year(match: re.Match[str], clock: Clock) -> _Made | None:
    year = int(match["inyear"])
    decade = match[0].endswith("s")
    named = re.search(rf"\b({_MONTH})\s+(?:of\s+)?{YEAR}$", match[0])
    if named and not decade:
        return _month(month_number(named[1]), year, clock)
    if clock.published is None or decade or year < clock.published.year:
        return Age.EARLIER, None
    return (Age.RECENT, None) if year == clock.published.year else None


def _month(month: int, year: int | None, clock: Clock) -> _Made | None:
    today = clock.published
    if today is None:
        return Age.EARLIER, None
    year = year or (today.year if month <= today.month else today.year - 1)
    if (year, month) > (today.year, today.month):
        return None
    return (Age.RECENT if (year, month) == (today.year, today.month) else Age.EARLIER), None


def _date(match: re.Match[str], clock: Clock) -> _Made | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return _stated(day_of(year, month, day), clock)
    if match["first"]:
        return _in_figures(match, clock)
    number = month_number(match["month"] or match["month2"])
    day = int(re.sub(r"\D", "", match["day"] or match["day2"]))
    year_named = match["year"] or match["year2"]
    if year_named:
        return _stated(day_of(int(year_named), number, day), clock)
    return _without_year(number, day, clock)


def _stated(day: datetime.date | None, clock: Clock) -> _Made | None:
    if day is None or (clock.published is not None and day > clock.published):
        return None
    return Age.DAY, day


def _in_figures(match: re.Match[str], clock: Clock) -> _Made | None:
    """Read 3/4/2021: nothing is said after it is published, and outlets keep to one order."""
    found = readings(int(match["first"]), int(match["second"]), int(match["year3"]))
    past = [day for day in found if clock.published is None or day <= clock.published]
    if len(found) == 2 and len(past) == 2 and clock.day_first is not None:
        past = [found[0] if clock.day_first else found[1]]
    if not past:
        return None
    return (Age.DAY, past[0]) if len(past) == 1 else (Age.EARLIER, None)


def _without_year(month: int, day: int, clock: Clock) -> _Made | None:
    """Take the last such day; one of the coming week is more likely no day of saying at all."""
    today = clock.published
    if today is None:
        return Age.RECENT, None
    this, last = day_of(today.year, month, day), day_of(today.year - 1, month, day)
    if this is not None and this <= today:
        return Age.DAY, this
    if this is not None and (this - today).days <= 7:
        return None
    return _stated(last, clock)
