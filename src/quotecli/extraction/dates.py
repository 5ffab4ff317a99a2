"""The day on which it was said, where the reporting clause tells it.

"said Monday", "on Oct. 3", "yesterday" are counted back from the day of publication: news speaks
of what was, so a weekday never means a day to come. "Last month", "in a 2019 interview" and
"previously" say that it was earlier, not when.
"""

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction.attribution import Attribution
from quotecli.extraction.reading import Reading
from quotecli.model import Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_EVENTS = "talks|meeting|summit|event|vote|attack"  # "Friday talks" dates the talks
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
_TIME = re.compile(
    rf"""
      \b(?P<next>next\s+)? (?P<weekday>{"|".join(_WEEKDAYS)}) \b
      (?! ['’]s | \s+(?:{_EVENTS}) | \s+(?-i:[A-Z]) )
    | \b(?P<month>{_MONTH}) \s+ (?P<day>\d{{1,2}}) (?:st|nd|rd|th)? \b
      (?:,?\s+ (?P<year>{_YEAR}) )?
    | \b(?P<day2>\d{{1,2}}) (?:st|nd|rd|th)? \s+ (?P<month2>{_MONTH}) \b
      (?:,?\s+ (?P<year2>{_YEAR}) )?
    | \b(?P<yesterday>(?-i:y)esterday)\b
    | \b(?P<today>(?-i:t)oday|tonight|this\s+(?:morning|afternoon|evening))\b
    | \b(?P<earlier>
        (?:last|earlier\s+this|the\s+previous)\s+(?:week|month|year|spring|summer|autumn|fall|winter)
      | (?:in|a|the|his|her|their)\s+(?:\w+\s+)?{_YEAR}\b
      | in\s+{_MONTH}\b
      | an?\s+(?:earlier|previous)\s+\w+
      | (?:days|weeks|months|years)\s+(?:ago|earlier|before)
      )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_EVENT = re.compile(
    r"\b(?:who|which|whose|ahead of|before|since|until|after|following|when|where|for|about|by)\b"
    r"|[;(]",
    re.IGNORECASE,
)


_FRONT = re.compile(
    rf"\s*(?:in|on|at|during|after|late|early|last|earlier|yesterday|speaking|\w+ing|{_MONTH}"
    rf"|{'|'.join(_WEEKDAYS)})\b",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """``said_on`` is the day, if known; ``earlier`` tells that it was said before the news."""

    said_on: str | None
    earlier: bool


def said_on(reading: Reading, attribution: Attribution, published: str | None) -> Day:
    """Find the day in the words around the cue; the content and other events are left out."""
    today = datetime.date.fromisoformat(published) if published else None
    for words in _around_cue(reading, attribution):
        matches = list(_TIME.finditer(words))
        for match in sorted(matches, key=lambda m: m["weekday"] is not None):
            day = _day(match, today)  # "on Friday, Oct. 7": the date is surer than the weekday
            if day is not None:
                return day
    return Day(None, attribution.earlier)


def _around_cue(reading: Reading, attribution: Attribution) -> Sequence[str]:
    """Give what follows the cue, what stands between mention and cue, and a fronted phrase."""
    if not attribution.cue or not attribution.clause:
        return ()
    text = reading.text
    cue, sentence = attribution.cue[0], attribution.clause[0]
    mention = attribution.mention[0] if attribution.mention else cue
    first, last = min(cue, mention), max(cue, mention)
    # A cue may take its day in ("said Thursday"), or another event ("said ahead of the talks").
    start = cue.start if last == cue else last.end
    after = _until_content(text, Span(start, sentence.end), attribution.content)
    between = text[first.end : last.start] if first.end < last.start else ""
    front = ""
    if all(c.start >= first.start for c in attribution.content):
        fronted = text[sentence.start : first.start]
        short = len(fronted.split()) <= 4  # "Last year he said"
        front = fronted if short or fronted.rstrip().endswith(",") else ""
    return _before_other_event(after), _before_other_event(between), _fronted(front)


def _until_content(text: str, stretch: Span, content: Sequence[Span]) -> str:
    end = min((c.start for c in content if c.start >= stretch.start), default=stretch.end)
    return text[stretch.start : min(end, stretch.end, stretch.start + 120)]


def _before_other_event(words: str) -> str:
    other = _OTHER_EVENT.search(words)
    return words[: other.start()] if other else words


def _fronted(words: str) -> str:
    """Keep a fronted phrase that dates the saying: "On Friday,", "Opening the talks on Friday,"."""
    return words if _FRONT.match(words) else ""


def _day(match: re.Match[str], today: datetime.date | None) -> Day | None:
    if match["earlier"]:
        return Day(None, earlier=True)
    if match["weekday"]:
        if match["next"] or today is None:
            return None
        back = (today.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        return _known(today - datetime.timedelta(days=back))
    if match["yesterday"] or match["today"]:
        if today is None:
            return None
        return _known(today - datetime.timedelta(days=1 if match["yesterday"] else 0))
    month = match["month"] or match["month2"]
    return _month_day(
        month, int(match["day"] or match["day2"]), match["year"] or match["year2"], today
    )


def _month_day(month: str, day: int, year: str | None, today: datetime.date | None) -> Day | None:
    number = next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == month.lower()[:3])
    try:
        if year is not None:
            return _known(datetime.date(int(year), number, day))
        if today is None:
            return None
        found = datetime.date(today.year, number, day)
        return _known(found if found <= today else found.replace(year=today.year - 1))
    except ValueError:
        return None


def _known(day: datetime.date) -> Day:
    return Day(day.isoformat(), earlier=False)
