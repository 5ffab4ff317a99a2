"""Which statements: conditions in, numbers of rows or a count out."""

# ruff: noqa: S608  the SQL is put together from this file's own words; values are bound

import sys
from enum import StrEnum
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.outlets import sites
from quotecli.index.speakers import speaker_numbers
from quotecli.index.store import Index, reported
from quotecli.model import Kind

# Above this many speakers a list of tokens is slower than a look at each statement's speakers.
_MOST_TOKENS = 20


class Sort(StrEnum):
    """The order of statements; the values are those of ``--sort``. Undated ones come last."""

    RELEVANCE = "relevance"  # best match first, of equal ones the newest
    OLDEST = "date"
    NEWEST = "-date"
    SPEAKER = "speaker"  # by name as filed, each one's newest first


class Filter(NamedTuple):
    """Conditions that a statement must all meet, and which of those that do are wanted.

    Attributes:
        words: a full-text expression (``search.query.parse_words`` makes one).
        speakers: names as typed; any of them will do.
        since: first day, as ``YYYY-MM-DD``; a statement of unknown date meets no condition on it.
        until: last day.
        kinds: any of them will do; none at all means every kind.
        outlet: a name or domain as typed (see ``outlets.sites``).
        sort: the order; relevance needs ``words``.
        limit: at most so many; None means all.
        offset: leave out so many at the beginning.
    """

    words: str | None = None
    speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kinds: tuple[Kind, ...] = ()
    outlet: str | None = None
    sort: Sort = Sort.NEWEST
    limit: int | None = None
    offset: int = 0


_BY_SPEAKERS = "FROM statement_speaker WHERE speaker IN (SELECT value FROM json_each(:speakers))"
_OF_SITES = "SELECT article.number FROM article WHERE site IN (SELECT value FROM json_each(:sites))"
# `number` breaks ties, so that pages never overlap. NULL is the least value: last when descending.
_ORDER = {
    # A name in the words is rather the speaker's: its column weighs double, the tokens nothing.
    Sort.RELEVANCE: "bm25(statement_words, 1.0, 2.0, 0.0), date DESC, number",
    Sort.OLDEST: "date NULLS LAST, number",
    Sort.NEWEST: "date DESC, number",
    Sort.SPEAKER: "statement.speaker COLLATE NOCASE NULLS LAST, date DESC, number",
}


@reported
def statement_numbers(index: Index, wanted: Filter) -> list[int]:
    """Give the statements that meet the conditions, in their order.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    source, conditions, values = _selection(index, wanted, wanted.sort)
    query = (
        f"SELECT number FROM {source} WHERE {conditions}"
        f" ORDER BY {_ORDER[wanted.sort]} LIMIT :limit OFFSET :offset"
    )
    return [number for (number,) in index.execute(query, values)]


@reported
def count_records(index: Index, wanted: Filter) -> int:
    """Count all statements that meet the conditions, whatever limit and offset are.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    source, conditions, values = _selection(index, wanted, sort=None)
    query = f"SELECT count(*) FROM {source} WHERE {conditions}"
    (count,) = index.execute(query, values).fetchone()
    return int(count)


class _Selection(NamedTuple):
    """A search in parts of SQL: what follows FROM and WHERE, and the named parameters."""

    source: str
    conditions: str
    values: dict[str, str | int | None]


def _selection(index: Index, wanted: Filter, sort: Sort | None) -> _Selection:
    """Put a search together so that it looks at no more rows of ``statement`` than it must."""
    speakers = sorted({n for typed in wanted.speakers for n in speaker_numbers(index, typed)})
    conditions = _conditions_on_rows(wanted)
    match = None
    # CROSS JOIN keeps the order: first the few that words or speaker choose, then their rows.
    if wanted.words is not None:
        source = "statement_words"
        if conditions or sort is not None:
            source += " CROSS JOIN statement ON number = statement_words.rowid"
        conditions.append("statement_words MATCH :match")
        match = f"{{text speaker}} : ({wanted.words})"
        if 0 < len(speakers) <= _MOST_TOKENS:
            tokens = " OR ".join(f"s{speaker}" for speaker in speakers)
            match = f"({match}) AND filed : ({tokens})"
        elif wanted.speakers:
            conditions.append(f"+statement_words.rowid IN (SELECT statement {_BY_SPEAKERS})")
    elif wanted.speakers:
        if wanted.kinds or wanted.outlet is not None or sort is Sort.SPEAKER:
            source = (
                f"(SELECT DISTINCT statement AS spoken {_BY_SPEAKERS})"
                " CROSS JOIN statement ON number = spoken"
            )
        else:  # the statements' own rows are not needed at all
            source = f"(SELECT DISTINCT statement AS number, date {_BY_SPEAKERS})"
    else:
        source = "statement"
    return _Selection(
        source,
        " AND ".join(conditions) or "true",
        values={
            "match": match,
            "speakers": to_json(speakers),
            "since": wanted.since,
            "until": wanted.until,
            "kinds": to_json(wanted.kinds),
            "sites": to_json(sites(index, wanted.outlet) if wanted.outlet is not None else ()),
            "limit": -1 if wanted.limit is None else min(wanted.limit, sys.maxsize),
            "offset": min(wanted.offset, sys.maxsize),
        },
    )


def _conditions_on_rows(wanted: Filter) -> list[str]:
    asked = {
        "date >= :since": wanted.since is not None,
        "date <= :until": wanted.until is not None,
        "kind IN (SELECT value FROM json_each(:kinds))": bool(wanted.kinds),
        f"article IN ({_OF_SITES})": wanted.outlet is not None,
    }
    return [condition for condition, is_asked in asked.items() if is_asked]
