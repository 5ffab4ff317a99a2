"""Why a search found nothing, in a sentence or two."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.index.filters import Filter, count_records
from quotecli.index.read import extent
from quotecli.index.speakers import speaker_names, speaker_numbers
from quotecli.index.store import Index
from quotecli.search.query import Query, expression_of, filter_of, parse_words
from quotecli.search.suggest import similar_names


class _Step(NamedTuple):
    """The conditions up to one of them, and that one as in "none is by Aliyev"."""

    narrowed: Filter
    complement: str


def explain(index: Index, query: Query) -> tuple[str, ...]:
    """Say which condition of a query with no result left nothing over, and what the index covers.

    Gives sentences without a full stop. A speaker under whom nothing is filed comes with names
    spelt nearly so, all of which have statements.
    """
    strangers = [typed for typed in query.speakers if not speaker_numbers(index, typed)]
    if len(strangers) == len(query.speakers) > 0:
        names = speaker_names(index, limit=None)
        reasons = [_about_stranger(typed, names) for typed in strangers]
    else:
        reasons = _narrowing(index, query)
    return (*reasons, extent_sentence(index))


def extent_sentence(index: Index) -> str:
    """Say how many articles the index covers, and which days; without a full stop."""
    held = extent(index)
    if held.statements == 0:
        return "the index holds no statements yet"
    articles = f"the index covers {held.articles:,} article{'' if held.articles == 1 else 's'}"
    if held.first is None:
        return f"{articles} without a date"
    if held.first == held.last:
        return f"{articles}, published {held.first}"
    return f"{articles}, published {held.first} to {held.last}"


def _about_stranger(typed: str, names: Sequence[str]) -> str:
    similar = similar_names(typed, names)
    question = f"; did you mean {' or '.join(similar)}?" if similar else ""
    return f"no speaker in the index is called {typed}{question}"


def _narrowing(index: Index, query: Query) -> list[str]:
    """Add one condition after the other until nothing is left."""
    wanted = filter_of(query)
    left = 0
    if wanted.words is not None:
        left = count_records(index, Filter(words=wanted.words))
        if left == 0:
            return [_about_words(index, parse_words(query.words).terms)]
    met: list[str] = []
    for step in _steps(wanted):
        count = count_records(index, step.narrowed)
        if count == 0:
            has_words = wanted.words is not None
            return [_about_step(left, step.complement, met, has_words=has_words)]
        met.append(step.complement)
        left = count
    return []


def _steps(wanted: Filter) -> list[_Step]:
    steps = []
    narrowed = Filter(words=wanted.words)
    if wanted.speakers:
        narrowed = narrowed._replace(speakers=wanted.speakers)
        steps.append(_Step(narrowed, f"by {' or '.join(wanted.speakers)}"))
    if wanted.kinds:
        narrowed = narrowed._replace(kinds=wanted.kinds)
        steps.append(_Step(narrowed, f"of kind {' or '.join(wanted.kinds)}"))
    if wanted.outlet is not None:
        narrowed = narrowed._replace(outlet=wanted.outlet)
        steps.append(_Step(narrowed, f"from an outlet called {wanted.outlet}"))
    if wanted.since is not None or wanted.until is not None:
        narrowed = narrowed._replace(since=wanted.since, until=wanted.until)
        steps.append(_Step(narrowed, f"dated {_days(wanted.since, wanted.until)}"))
    return steps


def _about_words(index: Index, terms: Sequence[str]) -> str:
    missing = [
        term for term in terms if count_records(index, Filter(words=expression_of([term]))) == 0
    ]
    if missing:
        return f"no statement has {' or '.join(missing)}"
    return "no statement has all of these words"


def _about_step(left: int, complement: str, met: Sequence[str], *, has_words: bool) -> str:
    if not has_words and not met:
        return f"no statement is {complement}"
    one = left == 1
    clauses = []
    if has_words:
        clauses.append("matches the words" if one else "match the words")
    if met:
        clauses.append(f"{'is' if one else 'are'} {', '.join(met)}")
    are = f"{left:,} statement{'' if one else 's'} {' and '.join(clauses)}"
    return f"{are}; {'it is not' if one else 'none is'} {complement}"


def _days(since: str | None, until: str | None) -> str:
    if since == until and since is not None:
        return since
    if until is None:
        return f"{since} or later"
    return f"{until} or earlier" if since is None else f"{since} to {until}"
