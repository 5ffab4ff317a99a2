"""What cannot speak: times, numbers, changes and events that stand where a speaker would.

"The past year suggests a slowdown" and "the truce saw both sides pull back" are the reporter's own
words. People, bodies and whatever is written or measured (a report, a bill, the data) do speak.
"""

import re

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import MONTHS, WEEKDAYS

_TIMES = frozenset(
    "year years month months week weeks weekend weekends day days night nights decade decades"
    " century centuries hour hours minute minutes summer winter spring autumn period era time times"
    " morning afternoon evening moment past ago today yesterday tomorrow".split()
)
_EVENTS = frozenset(
    "increase increases decrease drop decline gain gains loss losses growth slump surge shift"
    " shifts change changes trend trends improvement improvements move moves step steps timing"
    " truce ceasefire event events incident incidents accident accidents attack attacks raid raids"
    " war wars conflict conflicts clash clashes crisis feud row case cases demonstrations outbreak"
    " storm storms flood floods earthquake pandemic weather arrival departure revelation"
    " revelations fact situation price prices inflation temperatures".split()
)
_AGREEMENTS = frozenset("agreement agreements deal deals treaty pact accord accords".split())
_SEE = re.compile(r"\b(?:saw|see|sees|seen|seeing)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BEHIND_HEAD = frozenset(
    "of for from in on at by with to since after before during between among over against about"
    " who which that when where".split()
)


def is_mute(mention: str, cue: str) -> bool:
    """Tell whether nobody speaks in the words that name the source."""
    words = _WORD.findall(mention.partition(",")[0])
    head = _head(words)
    if not head.islower() and len(words) > 1:
        return False  # "The Evening Times"
    head = head.lower()
    if head in _TIMES or head in _EVENTS:
        return True
    role = lexicon.roles().get(head)
    written = head in _AGREEMENTS or (role is not None and role.role_class == "document")
    return written and _SEE.search(cue) is not None  # "the deal saw thousands march"


def is_mute_antecedent(phrase: str) -> bool:
    """Tell whether the words before ", which" end in a time, a number or an event."""
    words = _WORD.findall(phrase)
    last = words[-1] if words else ""
    if last.lower() in WEEKDAYS | MONTHS or last[:1].isdigit():
        return True
    return last in _TIMES | _EVENTS


def _head(words: list[str]) -> str:
    """Give the noun that the rest describes: "study" of "a study published last year"."""
    stop = next(
        (i for i, w in enumerate(words) if i and (w in _BEHIND_HEAD or w.endswith("ed"))),
        len(words),
    )
    return words[stop - 1] if words else ""
