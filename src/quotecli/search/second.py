"""The second look, where nothing has what was asked for word by word: what comes nearest?

First a speaker or words that nobody has may be misspelt. Then a wording may be half remembered:
what has most of its words is ranked by how much of them it has, and how like the whole reads.
Every answer says in a note what it shows in place of what was asked.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.index.asking.nearest import Near, statements_near
from quotecli.index.copies.reading import leaders_of
from quotecli.index.filters import Filter, count_records
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.store import Index
from quotecli.index.words.vocabulary import is_vocabulary, uses_of
from quotecli.search.about import expression_about
from quotecli.search.query import Query, filter_of
from quotecli.search.suggest import nearest_words, similar_speakers
from quotecli.search.words import Words, atom, expression_of, parse_words
from quotecli.text.normalise import fold

_FEWEST_WORDS = 3  # of fewer, "most" would be one, and that is any statement
_LEAST_SHARE = 0.5  # of the weight of all words
_MOST_NEAR = 200
_MOST_SPELT = 100  # words; more are no slip but a page of something else
_FOR_ORDER = 0.2  # what the same letters in the same order add to all words
_UNKNOWN = 0.5  # of what the other words weigh on average
_SHORT = 1.0
_MANY = 10_000_000  # statements; a word that stands in so many would weigh nothing


class Answer(NamedTuple):
    """What to show in place of what was asked.

    Attributes:
        wanted: conditions that statements meet; None where ``numbers`` tells them one by one.
        numbers: statements in their order.
        notes: what is shown, and why.
        words: words to mark.
        with_copies: how many ``numbers`` there would be with every copy of each.
    """

    wanted: Filter | None
    numbers: tuple[int, ...]
    notes: tuple[str, ...]
    words: tuple[str, ...]
    with_copies: int = 0


def look_again(index: Index, query: Query) -> Answer | None:
    """Give what comes nearest to a query that nothing meets; None where nothing does."""
    query, notes = _with_known_speakers(index, query)
    read = parse_words(query.words)
    wanted = filter_of(query)._replace(about=expression_about(index, query.about))
    if notes and count_records(index, wanted):
        return Answer(wanted, (), notes, read.terms)
    if not read.terms or query.expression is not None:
        return None
    if count_records(index, Filter(words=wanted.words)):
        return None  # the words are there: it is another condition that nothing meets
    spelt, misspelt = _spelt(index, read)
    if misspelt is not None:
        words = tuple(word for group in spelt for word in group)
        corrected = wanted._replace(words=_expression(spelt, any_=query.any_word))
        if count_records(index, corrected):
            return Answer(corrected, (), (*notes, misspelt), words)
    if query.any_word:
        return None
    near = _with_most(index, wanted, spelt)
    if not near:
        return None
    said = "no statement has all of these words; showing those with most of them"
    words = tuple(word for group in spelt for word in group)
    shown = near if query.every_copy else _one_a_group(index, near)
    return Answer(None, shown, (*notes, said), words, len(near))


def _one_a_group(index: Index, near: tuple[int, ...]) -> tuple[int, ...]:
    """Keep of the copies of one statement the nearest."""
    leaders = leaders_of(index, near)
    kept: dict[tuple[bool, int], int] = {}
    for number in near:
        group = (True, leaders[number]) if number in leaders else (False, number)
        kept.setdefault(group, number)
    return tuple(kept.values())


def _with_known_speakers(index: Index, query: Query) -> tuple[Query, tuple[str, ...]]:
    """Put the one similar name in the place of each that no speaker has."""
    names, notes = [], []
    for typed in query.speakers:
        similar = [] if speaker_numbers(index, typed) else similar_speakers(index, typed)
        if len(similar) == 1:
            notes.append(f"no speaker in the index is called {typed}; showing {similar[0]}")
        names.append(similar[0] if len(similar) == 1 else typed)
    return query._replace(speakers=tuple(names)), tuple(notes)


def _spelt(index: Index, read: Words) -> tuple[list[list[str]], str | None]:
    """Give for each term the words to look for in its place, and a note where any is another."""
    if len(read.terms) > _MOST_SPELT:
        return [[term] for term in read.terms], None
    groups, changed = [], []
    for term in read.terms:
        near = []
        if not any(character.isspace() for character in term) and not count_records(
            index, Filter(words=expression_of([term]))
        ):
            near = nearest_words(index, term)
        if near:
            changed.append((term, near))
        groups.append(near or [term])
    if not changed:
        return groups, None
    typed = " or ".join(term for term, _ in changed)
    shown = ", ".join(" or ".join(near) for _, near in changed)
    return groups, f"no statement has {typed}; showing {shown}"


def _expression(groups: Sequence[Sequence[str]], *, any_: bool) -> str:
    parts = [f"({expression_of(group, any_=True)})" for group in groups]
    return (" OR " if any_ else " AND ").join(parts)


def _with_most(index: Index, wanted: Filter, groups: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Give the statements that have most of some words, the nearest first."""
    parts = (part for group in groups for part in group[0].split())
    words = list(dict.fromkeys(part for part in parts if any(map(str.isalnum, part))))
    if len(words) < _FEWEST_WORDS:
        return ()
    weights = _weights(index, words)
    near = statements_near(index, wanted, {atom(w): weights[w] for w in words}, _MOST_NEAR)
    least = _LEAST_SHARE * sum(weights.values())
    typed = fold(" ".join(words))
    ranked = sorted(
        (row for row in near if row.weight >= least),
        key=lambda row: (-_likeness(row, typed, sum(weights.values())), row.place),
    )
    return tuple(row.number for row in ranked)


def _weights(index: Index, words: Sequence[str]) -> dict[str, float]:
    """Weigh words: the rarer, the more it says that a statement has one.

    A word that the index does not have says little: the person remembers it wrongly. Nor do words
    too short for the index's vocabulary.
    """
    uses = uses_of(index, [fold(word) for word in words])
    known = {word: math.log(_MANY / uses[fold(word)]) for word in words if uses[fold(word)]}
    unknown = _UNKNOWN * sum(known.values()) / max(len(known), 1)
    return {word: known.get(word, unknown if is_vocabulary(word) else _SHORT) for word in words}


def _likeness(row: Near, typed: str, whole: float) -> float:
    from rapidfuzz import fuzz

    return (
        row.weight / whole
        + fuzz.partial_token_ratio(typed, fold(row.text)) / 1000
        + (fuzz.partial_ratio(typed, fold(row.text)) / 500)
    )
