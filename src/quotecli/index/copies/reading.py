"""The same statement in other articles, read; ``groups`` finds out which these are."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.store import Index
from quotecli.model import Also


class Copy(NamedTuple):
    """A statement of a group, and where it stands."""

    number: int
    article: int
    also: Also


def copies_of(index: Index, leaders: Iterable[int]) -> dict[int | None, list[Copy]]:
    """Give all statements of each group, the earliest published first."""
    rows = index.execute(
        "SELECT leader, statement.number, article, id, outlet, url, published FROM copy"
        " JOIN statement ON statement.number = statement JOIN article ON article.number = article"
        " WHERE leader IN (SELECT value FROM json_each(?))"
        " ORDER BY published NULLS LAST, rank",
        (to_json(sorted(leaders)),),
    )
    copies: dict[int | None, list[Copy]] = defaultdict(list)
    for leader, number, article, *also in rows:
        copies[leader].append(Copy(number, article, Also(*also)))
    return copies


def elsewhere(copies: Iterable[Copy], article: int) -> tuple[Also, ...]:
    """Give those in other articles, of each article the first in its text."""
    found: dict[int, Copy] = {}
    for copy in copies:
        if copy.article != article:
            known = found.setdefault(copy.article, copy)
            found[copy.article] = min(known, copy, key=lambda one: one.number)
    return tuple(copy.also for copy in found.values())


def leaders_of(index: Index, statements: Iterable[int]) -> dict[int, int]:
    """Give the leaders of the groups in which statements are; those that stand alone have none."""
    rows = index.execute(
        "SELECT statement, leader FROM json_each(?) CROSS JOIN copy ON statement = value",
        (to_json(list(statements)),),
    )
    return dict(rows.fetchall())


def hidden_copies(source: str, conditions: str, number: str) -> str:
    """Give a query for the statements that a search leaves out as copies of one that it shows.

    Of each group the first of those that meet the conditions is shown: the fullest wording, or
    where that does not meet them the fullest that does. No more of the statements than those in
    groups are sorted.

    Args:
        source: what follows FROM in a query for all statements that meet the conditions.
        conditions: what follows WHERE.
        number: the column with a statement's number in ``source``.
    """
    is_all = (source, conditions) == ("statement", "true")
    where = "copy" if is_all else f"{source} CROSS JOIN copy ON copy.statement = {number}"
    return (
        "SELECT statement FROM (SELECT copy.statement AS statement,"  # noqa: S608  only our words
        " row_number() OVER (PARTITION BY copy.leader ORDER BY copy.rank) AS place"
        f" FROM {where} WHERE {conditions})"
        " WHERE place > 1"
    )
