"""Why a search found nothing, in a sentence or two."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from quotecli.index.asking.tallies import By, tallies_by
from quotecli.index.filters import Filter, count_records
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.read import reach
from quotecli.index.store import Index
from quotecli.search.about import expression_about
from quotecli.search.query import Query, filter_of
from quotecli.search.suggest import nearest_words, similar_speakers
from quotecli.search.words import expression_of, parse_words

_MOST_OTHERS = 3
_MOST_NAMED = 5


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
        reasons = [_about_stranger(index, typed) for typed in strangers]
    else:
        reasons = _narrowing(index, query)
    return (*reasons, extent_sentence(index))


def extent_sentence(index: Index) -> str:
    """Say how many articles the index covers, and which days; without a full stop."""
    held = reach(index)
    if held is None:
        return "the index holds no statements yet"
    articles = f"the index covers {held.articles:,} article{'' if held.articles == 1 else 's'}"
    if held.first is None:
        return f"{articles} without a date"
    if held.first == held.last:
        return f"{articles}, published {held.first}"
    return f"{articles}, published {held.first} to {held.last}"


def _about_stranger(index: Index, typed: str) -> str:
    similar = similar_speakers(index, typed)
    question = f"; did you mean {' or '.join(similar)}?" if similar else ""
    return f"no speaker in the index is called {typed}{question}"


def _narrowing(index: Index, query: Query) -> list[str]:
    """Add one condition after the other until nothing is left."""
    wanted = filter_of(query)._replace(about=expression_about(index, query.about))
    left = 0
    if wanted.words is not None:
        left = count_records(index, Filter(words=wanted.words, collapsed=wanted.collapsed))
        if left == 0:
            return [_about_words(index, query)]
    met: list[str] = []
    for step in _steps(wanted, query):
        count = count_records(index, step.narrowed)
        if count == 0:
            has_words = wanted.words is not None
            others = _others(index, step.narrowed) if step.narrowed.speakers and left else ""
            return [_about_step(left, step.complement, met, has_words=has_words) + others]
        met.append(step.complement)
        left = count
    return []


def _steps(wanted: Filter, query: Query) -> list[_Step]:
    """Give the conditions one after the other, each on top of those before."""
    excluded = parse_words(query.words).excluded
    said = {
        "speakers": f"by {' or '.join(wanted.speakers)}",
        "kinds": f"of kind {' or '.join(wanted.kinds)}",
        "outlets": f"from an outlet called {' or '.join(wanted.outlets)}",
        "since": f"dated {_days(wanted.since, wanted.until)}",
        "undated": "without a date",
        "about": f"about {' and '.join(query.about)}",
        "title": f"in an article entitled {query.title}",
        "min_confidence": f"of confidence {wanted.min_confidence} or more",
        "no_thoughts": "put into words",
        "not_speakers": f"by anybody but {' or '.join(wanted.not_speakers)}",
        "without": f"without {' and '.join(excluded)}",
    }
    steps = []
    narrowed = Filter(words=wanted.words, collapsed=wanted.collapsed)
    for field, complement in said.items():
        condition = {field: getattr(wanted, field)}
        if field == "since":
            condition["until"] = wanted.until
        narrower = narrowed._replace(**condition)
        if narrower != narrowed:
            steps.append(_Step(narrower, complement))
            narrowed = narrower
    return steps


def _others(index: Index, narrowed: Filter) -> str:
    """Say who did say what somebody did not: "; Vladimir Putin has 3, Ada Roe 1"."""
    if narrowed._replace(collapsed=False) != Filter(
        words=narrowed.words, speakers=narrowed.speakers
    ):
        return ""  # another condition than the speaker left nothing over
    counts = tallies_by(index, narrowed._replace(speakers=()), By.SPEAKER, _MOST_OTHERS)
    named = [count for count in counts if count.value is not None]
    said = [
        f"{count.value} has {count.statements:,}"
        if n == 0
        else f"{count.value} {count.statements:,}"
        for n, count in enumerate(named)
    ]
    return f"; {', '.join(said)}" if said else ""


def _about_words(index: Index, query: Query) -> str:
    if query.expression is not None:
        return "no statement matches the expression"
    terms = parse_words(query.words).terms
    missing = _missing_terms(index, terms)
    if missing:
        named = missing[:_MOST_NAMED]
        near = [word for term in named for word in nearest_words(index, term)[:1]]
        question = f"; did you mean {' or '.join(near)}?" if near else ""
        more = " or others" if len(missing) > len(named) else ""
        return f"no statement has {' or '.join(named)}{more}{question}"
    return "no statement has all of these words"


def _missing_terms(index: Index, terms: Sequence[str]) -> list[str]:
    """Give those of the words and phrases that stand in no statement, or the first of them."""
    missing = (t for t in terms if count_records(index, Filter(words=expression_of([t]))) == 0)
    return list(islice(missing, _MOST_NAMED + 1))


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
