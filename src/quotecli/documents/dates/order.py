"""Whether 03/04/2021 is the third of April or the fourth of March, by what shows it.

Evidence is a date of the same article that only one order makes a day (25/12/2021), the country
of the address, and the language of the page where it names a country. Where there is none, or it
does not agree, the order is not known.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar
from urllib.parse import urlsplit

from quotecli.documents.dates.reading import undecided_readings
from quotecli.model import Metadata

_IN_FIGURES = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)\d\d(?![\w/-]|\.\d)")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?!\d)")
# Countries by how their news writes 3/4; Canada's writes both.
_DAY_FIRST = frozenset(
    "uk gb au nz ie in pk bd lk np za ng gh ke ug tz zw zm bw sg my hk mt cy jm tt fr de es it pt"
    " nl be at ch pl cz sk ro bg gr tr ru ua am az ge kz by il ae sa qa eg br ar mx cl pe id th"
    " vn".split()
)
_MONTH_FIRST = frozenset("us gov mil edu".split())
_READ = 200_000  # characters of an article that are looked through for dates in figures


class Said(Protocol):
    """What a reader found: the metadata, and the dates in it whose order is open."""

    @property
    def metadata(self) -> Metadata:
        """What is known of the article."""

    @property
    def undecided(self) -> Sequence[str]:
        """The dates that were not read, as they are written."""


_S = TypeVar("_S", bound=Said)


def look_in_order(
    look: Callable[[bool | None], _S], text: str, language: str | None = None
) -> tuple[_S, bool | None]:
    """Look for metadata, once more where the order of an undecided date shows afterwards.

    Args:
        look: gives what is found with days first (True), months first, or not known.
        text: the article.
        language: the page's language tag.
    """
    said = look(None)
    order = find_order(text, said.metadata, language, said.undecided)
    return (said if order is None or not said.undecided else look(order)), order


def find_order(
    text: str, metadata: Metadata, language: str | None = None, undecided: Iterable[str] = ()
) -> bool | None:
    """Tell whether the outlet writes the day first; ``None`` where nothing shows it.

    Args:
        text: the article, with its date lines.
        metadata: what is known; its ``url`` and ``updated`` are looked at.
        language: the page's language tag ("en-GB"); ``en-US`` is what many systems write unasked,
            and shows nothing.
        undecided: the dates whose order is asked for: one that is the day in the address, or
            before that of a change in one order only, shows it.
    """
    for votes in (
        _by_other_dates(text),
        _by_known_days(undecided, metadata),
        {_by_country(language), _by_country(_domain(metadata.url))} - {None},
    ):
        if len(votes) == 1:
            return votes.pop()
    return None


def _by_other_dates(text: str) -> set[bool | None]:
    votes: set[bool | None] = set()
    for match in _IN_FIGURES.finditer(text, 0, _READ):
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second > 0:
            votes.add(True)
        elif second > 12 >= first > 0:
            votes.add(False)
    return votes


def _by_known_days(undecided: Iterable[str], metadata: Metadata) -> set[bool | None]:
    named = {"-".join(parts) for parts in _IN_ADDRESS.findall(metadata.url or "")}
    votes: set[bool | None] = set()
    for date in undecided:
        days = undecided_readings(date)
        if len(days) != 2:
            continue
        possible = [day for day in days if metadata.updated is None or day <= metadata.updated]
        possible = [day for day in possible if day in named] or possible
        if len(possible) == 1:
            votes.add(possible[0] == days[0])
    return votes


def _by_country(name: str | None) -> bool | None:
    """Judge a language tag ("en-GB") or a host ("example.co.uk") by its last part."""
    country = re.split(r"[._-]", name.lower())[-1] if name else ""
    if country in _MONTH_FIRST and (name or "").lower() not in {"en-us", "en_us"}:
        return False
    return True if country in _DAY_FIRST else None


def _domain(url: str | None) -> str | None:
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
