"""A passage as a row of units: words, stops, and each marked quotation as one unit.

Taking a quotation for one unit keeps its inside (its verbs, names and full stops) from
interfering with the sentence around it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from quotecli.model import Span
from quotecli.text.abbreviations import ABBREVIATED, MAY_END, SMALL, STATES
from quotecli.text.marks import Quoted

_LOWER = re.compile(r"[a-z]")
_TOKEN = re.compile(
    rf"""
      (?:{ABBREVIATED}|{SMALL}|approx|incl|D-N\.Y)\.(?=[\s,;)'’A-Z]|$)  # Mr.  Co.'s
    | (?:[DIR]-)?(?:{STATES})\.(?=[,;)’'-]|\s[a-z])     # R-Ariz.  Conn.
    | <[A-Z][A-Z\d.=]{{0,9}}>                          # <HRW.L>, as agencies mark shares
    | (?<=\()[A-Z][A-Z\d]{{0,6}}\.[A-Z]{{1,3}}(?=\))     # LUV.N, later
    | (?<!\S)\.\d+(?:-?\w+)*                         # .45-caliber
    | (?:\w+-)?(?:[^\W\d_]\.(?:-?[^\W\d_]\.)+)(?:['’]s)?  # U.S.  J.R.  U.S.'s  Anglo-U.S.
    | (?:[A-Z]\.)+[A-Z](?:['’]s)?\b|[ap]\.m\b         # U.S  a.m  as some papers write
    | \w*[A-Z\d](?:\.\d+)+\w*                       # RM69.6  BA.2.2  QR330.7mn
    | \w+(?:\.\w+){{0,5}}\.(?:com|org|net|gov|edu|info|tv|co\.\w\w)\b  # Change.org
    | [A-Z]\.(?=\s?[A-Z])                             # V. in "V. Putin"
    | \d+(?:[.,:/]\d+)*%?\w*                          # 3.5  1,000  44th
    | \w+(?:[-'’]\w+)*                                # word  Armenia's  re-elected
    | \.\.\.+ | --+                                   # ...  --
    | \S
    """,
    re.VERBOSE,
)
_MAY_END = re.compile(rf"(?:{MAY_END})\.")
_OPENS = re.compile(r"\s+[\"“‘'«]+[A-Z]")
_ENDS = frozenset(".?!")


class Unit(NamedTuple):
    """One unit; offsets are those of the reading. ``quote`` is its number in the passage or -1."""

    start: int
    end: int
    text: str
    lower: str
    quote: int = -1

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.quote < 0 and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word with a capital letter."""
        return self.quote < 0 and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Row:
    """The units of one passage and the marked quotations among them."""

    units: tuple[Unit, ...]
    quotes: tuple[Span, ...]  # the words between the marks
    outer: tuple[Span, ...]  # the same with the marks
    text: str  # the whole reading, to look into a quotation

    def ends_sentence(self, at: int) -> bool:
        """Tell whether unit ``at`` is a full stop, or a quotation that ends in one."""
        unit = self.units[at]
        if unit.quote >= 0:
            inner = self.quotes[unit.quote]
            return self.text[inner.start : inner.end].rstrip("’'”\" ")[-1:] in _ENDS
        return unit.text in _ENDS

    def last_character(self, at: int) -> str:
        """Give the last character inside quotation ``at``."""
        inner = self.quotes[self.units[at].quote]
        return self.text[inner.start : inner.end].rstrip()[-1:]


def units_of(text: str, passage: Span, quoted: Sequence[Quoted]) -> Row:
    """Cut a passage into units.

    Args:
        text: the reading's text.
        passage: where the passage stands in it.
        quoted: all quotations that touch the passage, in order.
    """
    units: list[Unit] = []
    quotes: list[Span] = []
    outer: list[Span] = []
    position = passage.start
    for quote in quoted:
        first = bisect_left(quote.parts, passage.start, key=lambda p: p.start)
        for part in quote.parts[first : first + 1]:
            if part.start > passage.end:
                continue
            start = max(part.start - _mark_width(quote, part), passage.start)
            last = part is quote.parts[-1]
            end = quote.end if last else part.end
            units.extend(_tokens(text, position, start))
            units.append(Unit(start, end, text[start:end], "", len(quotes)))
            quotes.append(part)
            outer.append(Span(start, end))
            position = end
    units.extend(_tokens(text, position, passage.end))
    return Row(tuple(units), tuple(quotes), tuple(outer), text)


def _mark_width(quote: Quoted, part: Span) -> int:
    return quote.parts[0].start - quote.start if part is quote.parts[0] else 1


def _tokens(text: str, start: int, end: int) -> list[Unit]:
    found = list(_TOKEN.finditer(text, start, end))
    shouted = len(found) > 1 and _LOWER.search(text, start, end) is None
    units = [
        Unit(
            m.start(), m.end(), m[0], _in_lists(m[0], text[m.end() : m.end() + 1], shouted=shouted)
        )
        for m in found
    ]
    return _with_stop(units, text)


def _with_stop(units: list[Unit], text: str) -> list[Unit]:
    """Part the stop of 'said Roe of Zed Ltd. "We go,"', which ends a sentence too."""
    last = units[-1] if units else None
    if last is None or not _MAY_END.fullmatch(last.text) or not _OPENS.match(text, last.end):
        return units
    word = last._replace(end=last.end - 1, text=last.text[:-1], lower=last.lower[:-1])
    return [*units[:-1], word, Unit(last.end - 1, last.end, ".", ".")]


def _in_lists(word: str, behind: str, *, shouted: bool) -> str:
    """Give a word as the word lists have it; neither the WHO nor the AT of AT&T is in them."""
    named = (word == "WHO" and not shouted) or (word.isupper() and behind == "&")
    return word if named else word.lower().replace("’", "'")


def without_possessive(unit: Unit) -> Unit:
    """Give the "Roe" of "Roe's"."""
    return Unit(unit.start, unit.end - 2, unit.text[:-2], unit.lower[:-2])


def spelled(units: Sequence[Unit]) -> str:
    """Give the words of a name as they stand: "B&Q" is three units."""
    gaps = ("" if b.start == a.end else " " for a, b in pairwise(units))
    return units[0].text + "".join(gap + u.text for gap, u in zip(gaps, units[1:], strict=True))
