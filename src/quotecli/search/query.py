"""What a person asks, as a value, and as the conditions that the index takes."""

from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.filters import Filter, Sort
from quotecli.model import Kind
from quotecli.search.words import expression_of, parse_words


class Query(NamedTuple):
    """A search as it was asked; a statement must meet every condition.

    Attributes:
        words: as typed, see ``words.parse_words``.
        any_word: one of the words is enough.
        expression: a full-text expression as FTS5 takes it, on top of the words.
        about: names; each must stand in the statement itself (see ``about.expression_about``).
        speakers: names as typed; any of them will do.
        not_speakers: names as typed; none of them may be among the speakers.
        since: first day, as ``YYYY-MM-DD``.
        until: last day.
        undated: only statements of unknown date.
        kinds: any of them will do; none at all means every kind.
        outlets: names or domains, or parts of them; any of them will do.
        title: words of the article's title.
        min_confidence: at least so sure, from 0 to 1.
        no_thoughts: leave out what was thought, wished or done (see ``text.unspoken``).
        sort: None means newest first, or with words by relevance unless too many match.
        limit: at most so many; None means all.
        offset: leave out so many at the beginning.
        exact: leave it at what was asked, without a second look where nothing is found.
        every_copy: give each copy of a statement, not only the fullest wording of all.
    """

    words: tuple[str, ...] = ()
    any_word: bool = False
    expression: str | None = None
    about: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    not_speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    undated: bool = False
    kinds: tuple[Kind, ...] = ()
    outlets: tuple[str, ...] = ()
    title: str | None = None
    min_confidence: float | None = None
    no_thoughts: bool = False
    sort: Sort | None = None
    limit: int | None = None
    offset: int = 0
    exact: bool = False
    every_copy: bool = False


def filter_of(query: Query) -> Filter:
    """Give the conditions of a query as the index takes them; ``about`` needs the index itself.

    Raises:
        UsageError: no statement could ever meet the conditions.
    """
    _refuse_contradictions(query)
    read = parse_words(query.words)
    expression = expression_of(read.terms, any_=query.any_word)
    if query.expression is not None:
        expression = " AND ".join(f"({part})" for part in (query.expression, expression) if part)
    sort = query.sort or Sort.RELEVANCE
    return Filter(
        words=expression,
        without=expression_of(read.excluded, any_=True),
        speakers=query.speakers,
        not_speakers=query.not_speakers,
        since=query.since,
        until=query.until,
        undated=query.undated,
        kinds=query.kinds,
        outlets=query.outlets,
        title=_title(query.title),
        min_confidence=query.min_confidence,
        no_thoughts=query.no_thoughts,
        sort=Sort.NEWEST if sort is Sort.RELEVANCE and expression is None else sort,
        limit=query.limit,
        offset=query.offset,
        collapsed=not query.every_copy,
    )


def _refuse_contradictions(query: Query) -> None:
    if query.since and query.until and query.since > query.until:
        raise UsageError(
            f"no day is both since {query.since} and until {query.until}",
            "exchange the two, or leave one out",
        )
    if query.undated and (query.since or query.until):
        raise UsageError(
            "a statement without a date lies in no period", "leave --undated or the dates out"
        )


def has_only_words(query: Query) -> bool:
    """Tell whether a query sets no other condition than its words."""
    bare = query._replace(words=(), limit=None, offset=0, sort=None, exact=False, every_copy=False)
    return bare == Query()


def _title(typed: str | None) -> str | None:
    if typed is None:
        return None
    expression = expression_of(parse_words([typed]).terms)
    if expression is None:
        raise UsageError(f"{typed!r} is no title", "write words of it as in --title summit")
    return expression
