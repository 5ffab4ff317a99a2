"""The days of publication and of change that a saved page states.

A date is taken where it is marked as one of them, not where one happens to stand.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from quotecli.documents.dates.reading import Undecided, read_date
from quotecli.documents.metadata.fields import Fields, ambiguous_date
from quotecli.model import Metadata

Element: TypeAlias = Any  # lxml's; it ships no types

_PUBLISHED = (
    "article:published_time article:published og:article:published_time datepublished pubdate"
    " publishdate publish-date publish_date publication_date published_time parsely-pub-date"
    " sailthru.date rnews:datepublished dc.date.issued dcterms.issued dc.date dcterms.date"
    " citation_publication_date cxenseparse:recs:publishtime date"
).split()
_UPDATED = (
    "article:modified_time article:modified og:updated_time og:article:modified_time datemodified"
    " last-modified lastmod modified_time rnews:datemodified dc.date.modified dcterms.modified"
    " cxenseparse:recs:modifiedtime updated_time"
).split()
_MARKED = "//*[@itemprop='datePublished' or @pubdate or contains(@class, 'publish')]"
_TIMES = "//article//time | //main//time | //header//time"
_CHANGES = f"//*[@itemprop='dateModified'] | {_TIMES}"
_CHANGED = re.compile(r"updat|modif|chang|edit", re.IGNORECASE)
_UPDATE = re.compile(r"updat|modif", re.IGNORECASE)

Values: TypeAlias = tuple[str, ...]
"""What one element says of a day: its attributes, then its text."""


class Dates(NamedTuple):
    """The dates of a page as they stand, unread, since the order of their figures may be open.

    Attributes:
        published: what the head states.
        marked: elements that are marked as the day of publication.
        times: other times about the article; they count where they agree.
        updated: what the head states of the last change, then elements marked as that.
    """

    published: Values = ()
    marked: tuple[Values, ...] = ()
    times: tuple[Values, ...] = ()
    updated: tuple[Values, ...] = ()


def find_dates(tree: Element, meta: Mapping[str, str], linked: Mapping[str, Any]) -> Dates:
    """Find the dates of a page.

    Args:
        tree: the page as parsed.
        meta: its ``<meta>`` values by name, lower case.
        linked: the JSON-LD object of its article.
    """
    changes: list[Values] = [(value,) for value in _stated(meta, linked, "dateModified", _UPDATED)]
    changes += [_values(e) for e in tree.xpath(_CHANGES) if _is_change(e, _UPDATE)]
    return Dates(
        published=tuple(_stated(meta, linked, "datePublished", _PUBLISHED)),
        marked=tuple(_values(e) for e in tree.xpath(_MARKED) if not _is_change(e, _CHANGED)),
        times=tuple(_values(e) for e in tree.xpath(_TIMES) if not _is_change(e, _CHANGED)),
        updated=tuple(changes),
    )


def read_dates(metadata: Metadata, dates: Dates, day_first: bool | None) -> Fields:
    """Read the dates into the metadata of their page; ``day_first`` is the order of 3/4/2021."""
    published, undecided = _published(dates, day_first)
    days = (_read(values, day_first) for values in dates.updated)
    updated = next((day for day in days if isinstance(day, str)), None)
    problems = tuple(ambiguous_date(date) for date in undecided[:1])
    return Fields(
        replace(metadata, published=published, updated=updated), problems, tuple(undecided)
    )


def _published(dates: Dates, day_first: bool | None) -> tuple[str | None, list[str]]:
    undecided: list[str] = []
    for values in (*((value,) for value in dates.published), *dates.marked):
        day = _read(values, day_first)
        if isinstance(day, str):
            return day, []
        if day is not None:
            undecided.append(next(v for v in values if isinstance(read_date(v), Undecided)))
    read = (_read(values, day_first) for values in dates.times)
    different = {day for day in read if isinstance(day, str)}
    return (different.pop() if len(different) == 1 else None), undecided


def _read(values: Sequence[str], day_first: bool | None) -> str | Undecided | None:
    read = [read_date(value, day_first=day_first) for value in values]
    days = (day for day in read if isinstance(day, str))
    return next(days, next((day for day in read if day is not None), None))


def _stated(
    meta: Mapping[str, str], linked: Mapping[str, Any], key: str, names: Sequence[str]
) -> list[str]:
    value = linked.get(key)
    values = [value] if isinstance(value, str) else []
    return values + [meta[name] for name in names if name in meta]


def _is_change(element: Element, words: re.Pattern[str]) -> bool:
    """Tell whether an element or what stands right around it speaks of a change."""
    parent = element.getparent()
    near = [element.get("class"), element.get("itemprop")]
    if parent is not None:
        near += [parent.get("class"), parent.text]
    return any(words.search(text) for text in near if text)


def _values(element: Element) -> Values:
    found = (element.get("datetime"), element.get("content"), element.text_content())
    return tuple(" ".join(value.split()) for value in found if value and value.strip())
