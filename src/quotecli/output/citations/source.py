"""What is known of the article that is cited, as references need it."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from quotecli.model import Record
from quotecli.output.citations.authors import Author, read_authors
from quotecli.output.terminal import safe_link, visible

_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)


class Accessed(NamedTuple):
    """The day on which the page was read.

    ``is_given`` tells that the user named it: the styles for people then print it always, else
    only where they ask for it.
    """

    day: str
    is_given: bool = False


class Source(NamedTuple):
    """An article; unknown is ``None``.

    ``is_website`` tells that the outlet of a page is known by its domain at most, and so is no
    paper or agency by name. ``url`` is a web address that is safe to print.
    """

    authors: tuple[Author, ...]
    title: str | None
    outlet: str | None
    is_website: bool
    published: str | None
    url: str | None
    accessed: Accessed


def source_of(record: Record, accessed: Accessed) -> Source:
    """Give the article of a record; control characters in its metadata are made harmless."""
    outlet = _known(record.outlet)
    url = safe_link(record.url)
    return Source(
        authors=read_authors(_known(record.author), outlet),
        title=_known(record.title),
        outlet=outlet,
        is_website=url is not None and (outlet is None or _DOMAIN.fullmatch(outlet) is not None),
        published=record.published,
        url=url,
        accessed=accessed,
    )


def by_source(
    records: Iterable[Record], accessed: Accessed
) -> list[tuple[Source, tuple[Record, ...]]]:
    """Give each article once, with the statements that stand in it, in the order asked for."""
    found: dict[tuple[Source, str | None], list[Record]] = {}
    for record in records:
        found.setdefault((source_of(record, accessed), record.path), []).append(record)
    return [(source, tuple(cited)) for (source, _), cited in found.items()]


def missing(source: Source) -> tuple[str, ...]:
    """Name what a reference should have and the article does not give."""
    wanted = {
        "title": source.title,
        "date": source.published,
        "outlet": source.outlet,
        "URL": source.url,
    }
    return tuple(name for name, value in wanted.items() if value is None)


def _known(value: str | None) -> str | None:
    return " ".join(visible(value or "").split()) or None
