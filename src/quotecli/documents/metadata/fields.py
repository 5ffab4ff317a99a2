"""Named fields, as front matter and JSON lines give them, to metadata."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quotecli.documents.dates.reading import Undecided, read_date
from quotecli.documents.lines.urls import outlet_of, read_url
from quotecli.model import Metadata, Problem

# The names under which each field goes, the contract's own first.
_NAMES = {
    "title": ("title", "headline"),
    "url": ("url", "link", "permalink", "canonical_url", "original_url"),
    "outlet": ("outlet", "publisher", "publication", "site", "sitename", "site_name", "source"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "published_on", "published_at", "publication_date"),
    "updated": (
        "updated",
        "modified",
        "updated_on",
        "updated_at",
        "last_updated",
        "last_modified",
        "lastmod",
        "date_modified",
        "modified_at",
    ),
}
_DATE_CODES = frozenset({"ambiguous-date", "unknown-date"})


class Fields(NamedTuple):
    """What some named fields say, and what was odd about it."""

    metadata: Metadata
    problems: tuple[Problem, ...] = ()
    undecided: tuple[str, ...] = ()  # the date whose order is open


def read_fields(
    values: Mapping[str, str | Sequence[str] | None], day_first: bool | None = None
) -> Fields:
    """Read metadata from named values; names that mean nothing here are passed over.

    Lists are joined by "; ". A ``source`` that is an address is the URL where no other is given.
    ``day_first`` is the order of 3/4/2021, where it is known.
    """
    said = {
        _normal(name): text
        for name, value in values.items()
        if (text := _one_line(value if isinstance(value, str) else "; ".join(value or ())))
    }
    outlet = _first(said, "outlet")
    url = _first(said, "url")
    if outlet is not None and (address := read_url(outlet)) is not None:
        url, outlet = url or address, None
    date, change = _first(said, "published"), _first(said, "updated")
    published, problems = _published(date, day_first)
    updated = read_date(change, day_first=day_first) if change is not None else None
    metadata = Metadata(
        title=_first(said, "title"),
        url=read_url(url) or url if url is not None else None,
        outlet=outlet,
        author=_first(said, "author"),
        published=published,
        updated=updated if isinstance(updated, str) else None,
    )
    undecided = [
        value
        for value in (date, change)
        if value is not None and isinstance(read_date(value, day_first=day_first), Undecided)
    ]
    return Fields(metadata, problems, tuple(undecided))


def merge(sources: Iterable[Metadata]) -> Metadata:
    """Take each field from the first source that has it; the outlet, at last, from the URL.

    A change before the day of publication is none that a reader could see, and is left out.
    """
    sources = tuple(sources)

    def first(field: str) -> str | None:
        return next((value for s in sources if (value := getattr(s, field)) is not None), None)

    url, outlet = first("url"), first("outlet")
    if outlet is None and url is not None:
        outlet = outlet_of(url)
    published, updated = first("published"), first("updated")
    if published is not None and updated is not None and updated < published:
        updated = None
    return Metadata(first("title"), url, outlet, first("author"), published, updated)


def settled(problems: Iterable[Problem], metadata: Metadata) -> tuple[Problem, ...]:
    """Leave out the problems about a date where another source had one after all."""
    return tuple(p for p in problems if metadata.published is None or p.code not in _DATE_CODES)


def ambiguous_date(date: str) -> Problem:
    """Say that a date can be read in two ways and was not used."""
    return Problem(
        "ambiguous-date",
        f"the date {date} can be read in two ways; give the right one with --published",
    )


def _published(value: str | None, day_first: bool | None) -> tuple[str | None, tuple[Problem, ...]]:
    day = read_date(value, day_first=day_first) if value is not None else None
    if value is None or isinstance(day, str):
        return day if isinstance(day, str) else None, ()
    if isinstance(day, Undecided):
        return None, (ambiguous_date(value),)
    return None, (Problem("unknown-date", f"{value[:60]!r} is no date of publication"),)


def _first(said: Mapping[str, str], field: str) -> str | None:
    return next((said[name] for name in _NAMES[field] if name in said), None)


def _normal(name: str) -> str:
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def _one_line(text: str) -> str:
    return " ".join(text.split())
