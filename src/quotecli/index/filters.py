"""Which statements: conditions in, numbers of rows or a count out."""

# ruff: noqa: S608  the SQL is put together from this package's own words; values are bound

import sys
from enum import StrEnum
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.copies.reading import hidden_copies
from quotecli.index.names.filed import FILED_AS
from quotecli.index.names.outlets import parted_sites
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.store import Index, reported
from quotecli.index.words import places, tokens
from quotecli.model import Kind

# Above this many speakers or sites a list of tokens is slower than a look at each statement.
_MOST_TOKENS = 200


class Sort(StrEnum):
    """The order of statements; the values are those of ``--sort``. Undated ones come last."""

    RELEVANCE = "relevance"  # best match first, of equal ones the newest
    OLDEST = "date"
    NEWEST = "-date"
    SPEAKER = "speaker"  # by name as filed, each one's newest first
    OUTLET = "outlet"  # by name, each one's newest first


class Filter(NamedTuple):
    """Conditions that a statement must all meet, and which of those that do are wanted.

    Attributes:
        words: a full-text expression (``search.words`` makes one).
        without: one that must not match.
        about: one that the statement's own text must match, whatever the speaker's name has.
        speakers: names as typed; any of them will do.
        speaker_numbers: speakers by their numbers; any of these will do, too.
        not_speakers: names as typed; none of them may be among the speakers.
        since: first day, as ``YYYY-MM-DD``; a statement of unknown date meets no condition on it.
        until: last day.
        undated: only statements of unknown date.
        kinds: any of them will do; none at all means every kind.
        outlets: names or domains as typed (see ``outlets.sites``); any of them will do.
        title: a full-text expression for the article's title.
        min_confidence: at least so sure, from 0 to 1.
        no_thoughts: leave out what was thought, wished or done (see ``text.unspoken``).
        sort: the order; relevance needs ``words``.
        limit: at most so many; None means all.
        offset: leave out so many at the beginning.
        collapsed: of the copies of one statement only the fullest that meets the conditions.
    """

    words: str | None = None
    without: str | None = None
    about: str | None = None
    speakers: tuple[str, ...] = ()
    speaker_numbers: tuple[int, ...] = ()
    not_speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    undated: bool = False
    kinds: tuple[Kind, ...] = ()
    outlets: tuple[str, ...] = ()
    title: str | None = None
    min_confidence: float | None = None
    no_thoughts: bool = False
    sort: Sort = Sort.NEWEST
    limit: int | None = None
    offset: int = 0
    collapsed: bool = False


class Counts(NamedTuple):
    """How many statements meet the conditions, and which of these a search does not show.

    ``hidden`` are those that are copies of one that is shown, in no order.
    """

    with_copies: int
    hidden: tuple[int, ...] = ()

    @property
    def shown(self) -> int:
        """How many statements a search shows, on all pages."""
        return self.with_copies - len(self.hidden)


_BY = "(SELECT statement FROM statement_speaker WHERE speaker IN (SELECT value FROM json_each({})))"
_OF_SITES = (
    "article IN (SELECT article.number FROM article"
    " WHERE site IN (SELECT value FROM json_each(:sites)))"
)
_ENTITLED = (
    "article IN (SELECT article_titles.rowid FROM article_titles WHERE article_titles MATCH :title)"
)
_WITHOUT = (
    f"{{number}} NOT IN (SELECT {places.NUMBER} FROM statement_words"
    " WHERE statement_words MATCH :without)"
)
_OUTLET = "(SELECT outlet FROM article WHERE article.number = statement.article)"
_BY_NAME = "{} COLLATE NOCASE NULLS LAST, statement.date DESC, statement.number"
# `number` breaks ties, so that pages never overlap. NULL is the least value: last when descending.
_ORDER_OF_ROWS = {
    Sort.OLDEST: "statement.date NULLS LAST, statement.number",
    Sort.NEWEST: "statement.date DESC, statement.number",
    Sort.SPEAKER: _BY_NAME.format(FILED_AS),
    Sort.OUTLET: _BY_NAME.format(_OUTLET),
}
_ORDER_OF_MATCHES = {
    # A name in the words is rather the speaker's: its column weighs double, the tokens nothing.
    Sort.RELEVANCE: f"bm25(statement_words, 1.0, 2.0, 0.5, 0.0), {places.NEWEST}",
    Sort.OLDEST: places.OLDEST,
    Sort.NEWEST: places.NEWEST,
}


@reported
def statement_numbers(index: Index, wanted: Filter, counts: Counts | None = None) -> list[int]:
    """Give the statements that meet the conditions, in their order.

    Args:
        index: the index.
        wanted: the conditions.
        counts: what ``counts_of`` gave for them, if it was asked.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    chosen = selection(index, wanted, wanted.sort)
    if wanted.collapsed:
        hidden = _hidden(index, wanted) if counts is None else counts.hidden
        chosen = _without(chosen, hidden)
    query = (
        f"SELECT {chosen.number} FROM {chosen.source} WHERE {chosen.conditions}"
        f" ORDER BY {chosen.order} LIMIT :limit OFFSET :offset"
    )
    return [number for (number,) in index.execute(query, chosen.values)]


@reported
def count_records(index: Index, wanted: Filter) -> int:
    """Count all statements that meet the conditions, whatever limit and offset are.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    return counts_of(index, wanted).shown


@reported
def counts_of(index: Index, wanted: Filter) -> Counts:
    """Count all statements that meet the conditions, with and without copies of another.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    chosen = selection(index, wanted)
    if not wanted.collapsed or chosen.conditions == "true":
        query = f"SELECT count(*) FROM {chosen.source} WHERE {chosen.conditions}"
        (count,) = index.execute(query, chosen.values).fetchone()
        return Counts(count, _hidden(index, wanted) if wanted.collapsed else ())
    # One walk for both: common words are in most of the index.
    query = (
        "SELECT count(*), json_group_array(copy.statement) FILTER (WHERE copy.statement NOT NULL)"
        f" FROM {chosen.source} LEFT JOIN copy ON copy.statement = {chosen.number}"
        f" WHERE {chosen.conditions}"
    )
    count, copies = index.execute(query, chosen.values).fetchone()
    rows = index.execute(hidden_copies("json_each(?)", "true", "value"), (copies,))
    return Counts(count, tuple([number for (number,) in rows]))


def _hidden(index: Index, wanted: Filter) -> tuple[int, ...]:
    chosen = selection(index, wanted)
    query = hidden_copies(chosen.source, chosen.conditions, chosen.number)
    return tuple([number for (number,) in index.execute(query, chosen.values)])


class Selection(NamedTuple):
    """A search in parts of SQL.

    Attributes:
        number: the expression for the statement's number.
        source: what follows FROM.
        conditions: what follows WHERE.
        order: what follows ORDER BY.
        values: the named parameters.
        has_rows: whether the columns of ``statement`` can be used.
        has_places: whether those of ``statement_words`` can be.
    """

    number: str
    source: str
    conditions: str
    order: str
    values: dict[str, str | int | float | None]
    has_rows: bool
    has_places: bool


def shown_selection(index: Index, wanted: Filter, *, rows: bool = False) -> Selection:
    """Put a search together as ``selection`` does, without the copies that it does not show."""
    chosen = selection(index, wanted, rows=rows)
    return _without(chosen, _hidden(index, wanted)) if wanted.collapsed else chosen


def _without(chosen: Selection, hidden: tuple[int, ...]) -> Selection:
    if not hidden:
        return chosen
    left_out = f"{chosen.number} NOT IN (SELECT value FROM json_each(:hidden))"
    return chosen._replace(
        conditions=f"{chosen.conditions} AND {left_out}",
        values={**chosen.values, "hidden": to_json(hidden)},
    )


def selection(
    index: Index, wanted: Filter, sort: Sort | None = None, *, rows: bool = False
) -> Selection:
    """Put a search together so that it looks at no more rows of ``statement`` than it must.

    Whatever the full-text index can tell (words, speakers, kinds, outlets, days) is asked of it
    alone. Only where nothing positive is left to ask it, the table itself is gone through.

    Args:
        index: the index.
        wanted: the conditions.
        sort: the order; None where there is to be none.
        rows: whether columns of ``statement`` are needed in any case.
    """
    meant = _Meant(
        _numbers(index, wanted.speakers, wanted.speaker_numbers),
        _numbers(index, wanted.not_speakers),
        *(parted_sites(index, wanted.outlets) if wanted.outlets else ([], [])),
    )
    match, conditions = _asked(wanted, meant)
    has_places = bool(match.wanted)
    needs_rows = any("{number}" not in condition for condition in conditions)
    has_rows = rows or not has_places or needs_rows or sort in {Sort.SPEAKER, Sort.OUTLET}
    conditions += _days(wanted, has_places=has_places)
    source = "statement"
    if has_places:
        conditions.append("statement_words MATCH :match")
        # CROSS JOIN keeps the order: first the few that the full-text index chooses.
        joined = f"statement_words CROSS JOIN statement ON statement.number = {places.NUMBER}"
        source = joined if has_rows else "statement_words"
    number = "statement.number" if has_rows else places.NUMBER
    orders = _ORDER_OF_ROWS | _ORDER_OF_MATCHES if has_places else _ORDER_OF_ROWS
    return Selection(
        number=number,
        source=source,
        conditions=" AND ".join(conditions).format(number=number) or "true",
        order=orders[sort] if sort is not None else number,
        values={
            "match": match.expression(),
            "without": wanted.without,
            "speakers": to_json(meant.speakers),
            "others": to_json(meant.others),
            "since": wanted.since,
            "until": wanted.until,
            "sites": to_json(meant.sites),
            "title": wanted.title,
            "least": wanted.min_confidence,
            "limit": -1 if wanted.limit is None else min(wanted.limit, sys.maxsize),
            "offset": min(wanted.offset, sys.maxsize),
        },
        has_rows=has_rows,
        has_places=has_places,
    )


class _Meant(NamedTuple):
    """What typed names mean in an index: numbers of speakers, and sites.

    ``other_sites`` are all those that are not meant, where outlets were typed.
    """

    speakers: list[int]
    others: list[int]
    sites: list[str]
    other_sites: list[str]


class _Match:
    """A full-text query that grows: all that is wanted must be there, nothing of the unwanted."""

    def __init__(self) -> None:
        self.wanted: list[str] = []
        self.unwanted: list[str] = []

    def expression(self) -> str | None:
        if not self.wanted:
            return None
        unwanted = f" NOT ({' OR '.join(self.unwanted)})" if self.unwanted else ""
        return f"({' AND '.join(self.wanted)}){unwanted}"


def _asked(wanted: Filter, meant: _Meant) -> tuple[_Match, list[str]]:
    """Tell what to ask of the full-text index, and the conditions in SQL for the rest."""
    match = _Match()
    conditions = []
    if wanted.words is not None:
        match.wanted.append(f"({wanted.words})")
    if wanted.about is not None:
        match.wanted.append(f"{{text variants}} : ({wanted.about})")
    if 0 < len(meant.speakers) <= _MOST_TOKENS:
        match.wanted.append(tokens.any_of(tokens.of_speakers(meant.speakers)))
    elif wanted.speakers or wanted.speaker_numbers:
        conditions.append(f"{{number}} IN {_BY.format(':speakers')}")
    if wanted.kinds:
        match.wanted.append(tokens.any_of(tokens.of_kinds(wanted.kinds)))
    if match.wanted and len(meant.other_sites) < min(len(meant.sites), _MOST_TOKENS):
        # Of the found ones leave out the few others: every token more takes its time.
        if meant.other_sites:
            match.unwanted.append(tokens.any_of(tokens.of_sites(meant.other_sites)))
    elif 0 < len(meant.sites) <= _MOST_TOKENS:
        match.wanted.append(tokens.any_of(tokens.of_sites(meant.sites)))
    elif wanted.outlets:
        conditions.append(_OF_SITES)
    _leave_out(match, conditions, wanted, meant)
    if wanted.title is not None:
        conditions.append(_ENTITLED)
    if wanted.min_confidence is not None:
        conditions.append("confidence >= :least")
    if wanted.no_thoughts:
        conditions.append("NOT thought")
    return match, conditions


def _leave_out(match: _Match, conditions: list[str], wanted: Filter, meant: _Meant) -> None:
    """Add what must not be; the full-text index can leave out only of what it has found."""
    if meant.others and match.wanted and len(meant.others) <= _MOST_TOKENS:
        match.unwanted.append(tokens.any_of(tokens.of_speakers(meant.others)))
    elif meant.others:
        conditions.append(f"{{number}} NOT IN {_BY.format(':others')}")
    if wanted.without is not None and match.wanted:
        match.unwanted.append(f"({wanted.without})")
    elif wanted.without is not None:
        conditions.append(_WITHOUT)


def _numbers(index: Index, names: tuple[str, ...], more: tuple[int, ...] = ()) -> list[int]:
    return sorted({*more, *(n for typed in names for n in speaker_numbers(index, typed))})


def _days(wanted: Filter, *, has_places: bool) -> list[str]:
    asked = {
        ("statement.date >= :since", places.SINCE): wanted.since is not None,
        ("statement.date <= :until", places.UNTIL): wanted.until is not None,
        ("statement.date IS NOT NULL", places.DATED): wanted.since is None
        and wanted.until is not None,
        ("statement.date IS NULL", places.UNDATED): wanted.undated,
    }
    return [ways[has_places] for ways, is_asked in asked.items() if is_asked]
