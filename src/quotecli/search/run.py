"""A query answered."""

from typing import NamedTuple

from quotecli.index.filters import Sort, count_records
from quotecli.index.read import find_records
from quotecli.index.store import Index
from quotecli.model import Record
from quotecli.search.query import Query, filter_of, parse_words

# To rank a statement costs five times as much as to find it, and words that stand in so many
# tell none of them from the others.
_MOST_RANKED = 20_000


class Result(NamedTuple):
    """What was found.

    Attributes:
        records: those on the asked page, in order.
        total: how many there are on all pages.
        notes: sentences for the user about how the query was understood.
    """

    records: tuple[Record, ...]
    total: int
    notes: tuple[str, ...]


def search(index: Index, query: Query) -> Result:
    """Answer a query.

    Raises:
        UsageError: ``since`` is after ``until``, or a speaker or outlet has no letter or digit.
        StoreError: the index turns out to be damaged.
    """
    notes = []
    terms, ignored = parse_words(query.words)
    if ignored:
        notes.append(f"ignored, as it has no letter or digit: {' '.join(ignored)}")
    if query.words and not terms and query == Query(query.words, limit=query.limit):
        return Result((), 0, tuple(notes))  # nothing is left to look for: not everything
    wanted = filter_of(query)
    total = count_records(index, wanted)
    if query.sort is None and wanted.sort is Sort.RELEVANCE and total > _MOST_RANKED:
        wanted = wanted._replace(sort=Sort.NEWEST)
        notes.append(f"{total:,} statements match, too many to rank: the newest come first")
    return Result(tuple(find_records(index, wanted)), total, tuple(notes))
