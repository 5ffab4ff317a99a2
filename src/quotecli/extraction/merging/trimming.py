"""Contents, cues and mentions without the stops and joints at their ends."""

import re
from collections.abc import Sequence
from functools import lru_cache

from quotecli.extraction.merging.markedtext import WORD
from quotecli.extraction.prose.grammar import WEEKDAYS, is_subject_that
from quotecli.extraction.prose.reading import Reading
from quotecli.model import Span
from quotecli.text.abbreviations import ABBREVIATED, STATES

EDGE = ".,;:!?…—–- \n"
WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS))})"
"""A day of the week, for patterns that ignore case."""

# "that" with a capital is no conjunction: "That timing raises concerns, they wrote."
_LEADING = re.compile(
    rf"(?:(?-i:that)|however|(?:on )?{WEEKDAY})\b,?\s+",
    re.IGNORECASE,
)
# What was done, not said: "to rebuild the town and has opened a school"
_DONE = re.compile(r",? and (?:\w+ly )?(?:\w[\w-]*ed|has|have|had|is|are|was|were)\b")
_TRAILING = re.compile(
    r"(?:[\s,]+(?:and|but|although|though)"
    r"|(?<!\ba)(?<!\bthe)(?<!\bher)(?<!\bhis)(?<!their)(?<!little)(?<!short)(?<!long)[\s,]+while)$",
    re.IGNORECASE,
)
# ", reasserting its role": the tagger left the beginning of what the reporter goes on with.
_PARTICIPLE = re.compile(r",\s+\w+ing$")
# "the U.S", "Conn" before their last stop
_SHORTENED = re.compile(rf"(?:\b|-)(?!No$)(?:(?:[A-Z]\.)+[A-Z]|{STATES}|{ABBREVIATED})$")
_TWO_WORDS = 24  # characters, at most
_DAYS = frozenset("day night week month year".split())
# They have an article in some uses only: "a time of war", "time was short"
_ALSO_MASS = frozenset(
    "time life work business power school food trade war peace demand treatment education research"
    " experience crime light space paper success failure hope fear love faith law truth".split()
)
# What stands behind a noun: "that office was", "that day in May"
_BEHIND_NOUN = frozenset("is was has had will would can could does did in of on at".split())
_AFTER_ONE = (
    r"(?=[.,;:)]| (?:of|in|on|at|for|to|that|which|who|is|was|has|had|will|and|from|with)\b)"
)


def trim(reading: Reading, span: Span) -> Span | None:
    """Cut stops, an introductory "that" or day, and a conjunction at the end.

    A closing mark of a quotation inside stays, and so does a question mark.
    """
    start = _start(reading.text, reading.after_dateline(span.start), span.end)
    end = _end(reading.text, start, span.end)
    return with_stop(reading.text, Span(start, end)) if start < end else None


def _start(text: str, start: int, end: int) -> int:
    while start < end and text[start] in EDGE:
        start += 1
    if text[start : start + 1] == "(" and ")" not in text[start:end]:
        start += 1
    while (leading := _LEADING.match(text, start, end)) is not None:
        rest = Span(leading.end(), end)
        if leading[0].startswith("that") and has_subject_before(text, rest):
            break
        start = rest.start
    return start


def _end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in EDGE and text[end - 1] not in "?!":
        end -= 1
    done = _DONE.search(text, start, end) if text.startswith("to ", start) else None
    end = done.start() if done else end
    trailing = _TRAILING.search(text, max(start, end - 12), end)
    end = trailing.start() if trailing else end
    if text[end : end + 2].strip()[:1].isalpha():
        participle = _PARTICIPLE.search(text, max(start, end - 24), end)
        end = participle.start() if participle else end
    if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
        end += 1
    return end


def has_subject_before(text: str, span: Span) -> bool:
    """Tell whether a "that" before a span is part of its subject and not a conjunction."""
    end = min(span.end, span.start + _TWO_WORDS)
    words = WORD.findall(text, span.start, end)[:2]
    return is_subject_that(words) or _points(text, words)


def _points(text: str, words: Sequence[str]) -> bool:
    """Tell "that office was shut" by a noun which has an article elsewhere, so must have one."""
    if len(words) < 2 or not words[0].islower() or words[1] not in _BEHIND_NOUN:
        return False
    if words[0] in _ALSO_MASS:
        return False
    return words[0] in _DAYS or _has_article(text, words[0])


@lru_cache(maxsize=8)  # a long text may say the same again and again
def _has_article(text: str, noun: str) -> bool:
    return re.search(rf"\ban? {noun}\b{_AFTER_ONE}", text, re.IGNORECASE) is not None


def with_stop(text: str, span: Span) -> Span:
    """Give the last stop back to "the U.S." and "R-Ariz."."""
    if text[span.end : span.end + 1] != ".":
        return span
    shortened = _SHORTENED.search(text, max(span.start, span.end - 12), span.end)
    return Span(span.start, span.end + 1) if shortened else span
