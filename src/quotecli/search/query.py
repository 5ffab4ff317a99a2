"""What a person asks: a value, and how typed words become a full-text expression."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.filters import Filter, Sort
from quotecli.model import Kind

_DOUBLE_MARK = re.compile('["“”„‟«»＂]')
_UNREADABLE = re.compile("[\0\ud800-\udfff]")  # the database takes neither


class Query(NamedTuple):
    """A search as it was asked; a statement must meet every condition.

    Attributes:
        words: as typed, see ``parse_words``.
        speakers: names as typed; any of them will do.
        since: first day, as ``YYYY-MM-DD``.
        until: last day.
        kinds: any of them will do; none at all means every kind.
        outlet: a name or domain, or a part of one.
        sort: None means newest first, or with words by relevance unless too many match.
        limit: at most so many; None means all.
        offset: leave out so many at the beginning.
    """

    words: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kinds: tuple[Kind, ...] = ()
    outlet: str | None = None
    sort: Sort | None = None
    limit: int | None = None
    offset: int = 0


class Words(NamedTuple):
    """What is to be looked for, each a word or a phrase, and what was left out."""

    terms: tuple[str, ...]
    ignored: tuple[str, ...]


def parse_words(words: Sequence[str]) -> Words:
    """Read what was typed: all of it is wanted.

    Nothing typed is syntax but double quotation marks, straight or curly: what stands between two
    of them is looked for as a phrase. A mark without a partner is ignored. So is a word without
    a letter or digit, and it is given back as ignored.
    """
    typed = list(_terms(_UNREADABLE.sub(" ", " ".join(words))))
    wanted = dict.fromkeys(term for term in typed if _has_word(term))
    return Words(tuple(wanted), tuple(term for term in typed if not _has_word(term)))


def expression_of(terms: Iterable[str]) -> str | None:
    """Give the full-text expression that asks for all of the terms; None where there are none."""
    return " AND ".join(f'"{term}"' for term in terms) or None


def filter_of(query: Query) -> Filter:
    """Give the conditions of a query as the index takes them.

    Raises:
        UsageError: the first day is after the last.
    """
    if query.since and query.until and query.since > query.until:
        raise UsageError(
            f"no day is both since {query.since} and until {query.until}",
            "exchange the two, or leave one out",
        )
    words = expression_of(parse_words(query.words).terms)
    sort = query.sort or Sort.RELEVANCE
    return Filter(
        words=words,
        speakers=query.speakers,
        since=query.since,
        until=query.until,
        kinds=query.kinds,
        outlet=query.outlet,
        sort=Sort.NEWEST if sort is Sort.RELEVANCE and words is None else sort,
        limit=query.limit,
        offset=query.offset,
    )


def _terms(text: str) -> Iterator[str]:
    *parts, last = _DOUBLE_MARK.split(text)
    for position, part in enumerate(parts):
        is_between_marks = position % 2 == 1
        yield from [part.strip()] if is_between_marks and part.strip() else part.split()
    yield from last.split()


def _has_word(term: str) -> bool:
    return any(character.isalnum() for character in term)
