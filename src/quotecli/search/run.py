"""A query answered."""

import json
from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.asking.tallies import By, Tally, tallies_by
from quotecli.index.filters import Filter, Sort, count_records, counts_of
from quotecli.index.names.speakers import looser_speakers, other_spellings
from quotecli.index.read import find_records, records_of
from quotecli.index.store import Index
from quotecli.index.words.expressions import check_expression
from quotecli.model import Record
from quotecli.search.about import expression_about
from quotecli.search.query import Query, filter_of, has_only_words
from quotecli.search.words import parse_words

# To rank a statement costs many times as much as to find it, and words that stand in so many
# tell none of them from the others.
_MOST_RANKED = 20_000
_MOST_OTHERS = 3


class Result(NamedTuple):
    """What was found.

    Attributes:
        records: those on the asked page, in order.
        total: how many there are on all pages.
        notes: sentences for the user about how the query was understood.
        words: words to mark in the records.
        with_copies: how many there are with every copy of each.
    """

    records: tuple[Record, ...]
    total: int
    notes: tuple[str, ...]
    words: tuple[str, ...] = ()
    with_copies: int = 0


def search(index: Index, query: Query) -> Result:
    """Answer a query.

    Raises:
        UsageError: the conditions contradict each other, or one of them cannot be read.
        StoreError: the index turns out to be damaged.
    """
    wanted, notes = understood(index, query)
    if wanted is None:
        return Result((), 0, notes)
    counts = counts_of(index, wanted)
    total = counts.shown
    if wanted != (ranked := _ranked(wanted, query, total)):
        wanted = ranked
        notes += (f"{total:,} statements match, too many to rank: the newest come first",)
    if total == 0 and not query.exact:
        return _second_look(index, query, notes)
    records = tuple(find_records(index, wanted, counts))
    return Result(records, total, notes, marked(query), counts.with_copies)


def _second_look(index: Index, query: Query, notes: tuple[str, ...]) -> Result:
    from quotecli.search.explain import extent_sentence
    from quotecli.search.second import look_again

    answer = look_again(index, query)
    if answer is None:
        return Result((), 0, notes, marked(query))
    if answer.wanted is not None:
        counts = counts_of(index, answer.wanted)
        total, with_copies = counts.shown, counts.with_copies
        records = find_records(index, _ranked(answer.wanted, query, total), counts)
    else:
        total, with_copies = len(answer.numbers), answer.with_copies
        end = None if query.limit is None else query.offset + query.limit
        records = records_of(index, answer.numbers[query.offset : end])
    notes += (*answer.notes, extent_sentence(index))
    return Result(tuple(records), total, notes, answer.words, with_copies)


def _ranked(wanted: Filter, query: Query, total: int) -> Filter:
    """Let the newest come first where too many match to be ranked."""
    if query.sort is None and wanted.sort is Sort.RELEVANCE and total > _MOST_RANKED:
        return wanted._replace(sort=Sort.NEWEST)
    return wanted


def count(index: Index, query: Query) -> tuple[int, tuple[str, ...]]:
    """Count the statements that meet a query; the second value are notes as in ``Result``.

    Raises:
        UsageError: as ``search``.
    """
    wanted, notes = understood(index, query)
    return (0 if wanted is None else count_records(index, wanted)), notes


def tally(index: Index, query: Query, by: By) -> tuple[list[Tally], tuple[str, ...]]:
    """Count the statements that meet a query by one of their columns, with notes as in ``Result``.

    Raises:
        UsageError: as ``search``.
    """
    wanted, notes = understood(index, query)
    return ([] if wanted is None else tallies_by(index, wanted, by)), notes


def understood(index: Index, query: Query) -> tuple[Filter | None, tuple[str, ...]]:
    """Give the conditions that a query sets, and notes; None where nothing is left to look for.

    Raises:
        UsageError: as ``search``.
    """
    if query.expression is not None:
        check_expression(index, query.expression)
    words = parse_words(query.words)
    notes: tuple[str, ...] = ()
    if words.ignored:
        notes = (f"ignored, as it has no letter or digit: {' '.join(words.ignored)}",)
    elif query.words and not (words.terms or words.excluded):
        notes = ("ignored, as they are empty: the words",)
    if has_only_words(query) and not words.terms:
        if words.excluded:
            out = " ".join(f'-"{word}"' if " " in word else f"-{word}" for word in words.excluded)
            raise UsageError(
                f"{out} only leaves out", "add a word to look for, or a condition as -s NAME"
            )
        # Words without a letter find nothing, and no words at all everything.
        return (None if query.words else filter_of(query)), notes
    for typed in (*query.speakers, *query.not_speakers):
        if others := other_spellings(index, typed):
            notes += (f"no speaker in the index is called {typed}; showing {' or '.join(others)}",)
    wanted = filter_of(query)._replace(about=expression_about(index, query.about))
    return wanted, notes + _about_others(index, wanted)


def _about_others(index: Index, wanted: Filter) -> tuple[str, ...]:
    """Tell of those whom a full name may mean besides the one who has it: a bare "Roe"."""
    others = {
        number: name
        for typed in wanted.speakers
        for number, name in looser_speakers(index, typed).items()
    }
    if not others:
        return ()
    theirs = wanted._replace(
        speakers=(),
        speaker_numbers=tuple(others),
        not_speakers=(*wanted.not_speakers, *wanted.speakers),
    )
    names = set(others.values())
    counts = [c for c in tallies_by(index, theirs, By.SPEAKER) if c.value in names][:_MOST_OTHERS]
    if not counts:
        return ()
    said = " and ".join(f"{count.statements:,} by “{count.value}”" for count in counts)
    options = " ".join(f"--speaker {_as_argument(str(count.value))}" for count in counts)
    return (f"also {said}, perhaps the same; see: quotecli search {options}",)


def _as_argument(name: str) -> str:
    return name if name.isalnum() else json.dumps(name, ensure_ascii=False)


def marked(query: Query) -> tuple[str, ...]:
    """Give what to mark in the statements found."""
    return (*parse_words(query.words).terms, *query.about, *_words_in(query.expression or ""))


def _words_in(expression: str) -> tuple[str, ...]:
    """Give what a full-text expression looks for, its operators and exclusions left out."""
    wanted = expression.split(" NOT ", maxsplit=1)[0]
    return tuple(word for word in wanted.split() if word not in {"AND", "OR", "NEAR"})
