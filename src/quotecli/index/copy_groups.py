"""One statement, many outlets: which wordings are copies of which, kept up to date.

Each wording either leads a group or follows one leader: the earliest in ``Node.order``, in which
the fullest come first, that leads and whose copy it is (``wordings.leads``). So every follower has
been compared with its leader, and a chain of small differences ends after one step. This is star
clustering (Aslam, Pelekhov and Rus, "The Star Clustering Algorithm for Static and Dynamic
Information Organization", 2004) with fullness in place of degree. The groups are a function of
the wordings in the index alone: neither the order in which they came nor what has gone matters.

Where a wording comes or goes, only wordings after it in the order can change, and of those only
the ones whose leader has come or gone; they are settled in that order.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from quotecli.index.columns import spans_from, to_json
from quotecli.index.store import Index
from quotecli.index.wordings import (
    UNKNOWN_DAY,
    WINDOW,
    Node,
    Said,
    leads,
    read_node,
    wording_number,
)

# What a user says of the speakers goes before what the article seems to say.
_SAID = "kind, statement.text, coalesce(fixed, speakers), date, said_on"


class _State(NamedTuple):
    """A wording in the index and the leader of its group; None where it is alone in it."""

    node: Node
    leader: int | None


def group_statements(index: Index, numbers: Sequence[int]) -> None:
    """Bring new statements into groups; they and their articles are in the index already."""
    rows = index.execute(
        "SELECT wording, number, (SELECT min(number) FROM statement AS other"
        " WHERE other.wording = statement.wording) AS first FROM statement"
        " WHERE number IN (SELECT value FROM json_each(?)) AND wording IS NOT NULL ORDER BY number",
        (to_json(numbers),),
    ).fetchall()
    new = {wording for wording, number, first in rows if number == first}
    for state in _states(index, new):
        _add_keys(index, state.node)
    _settle(index, new, new=new)
    for wording, number, first in rows:
        if number != first:  # the same words by the same voice on the same day
            _join(index, number, first, wording)


@contextmanager
def statements_leave(index: Index, numbers: str) -> Iterator[None]:
    """Take statements out of their groups; the block takes them out of the index.

    Args:
        index: the index.
        numbers: the statements as a JSON array.
    """
    of_these = "statement IN (SELECT value FROM json_each(?))"
    leaders = {
        leader
        for (leader,) in index.execute(
            f"SELECT DISTINCT leader FROM copy WHERE {of_these}",  # noqa: S608  see above
            (numbers,),
        )
    }
    wordings = [
        wording
        for (wording,) in index.execute(
            "SELECT DISTINCT wording FROM statement"
            " WHERE number IN (SELECT value FROM json_each(?)) AND wording IS NOT NULL",
            (numbers,),
        )
    ]
    nodes = [state.node for state in _states(index, wordings)]
    index.execute(f"DELETE FROM copy WHERE {of_these}", (numbers,))  # noqa: S608
    yield
    left = {state.node.number for state in _states(index, wordings)}
    orphans = []
    for node in nodes:
        if node.number not in left:
            _remove_keys(index, node)
            orphans += _followers(index, node.number)
    _settle(index, orphans, new=set())
    _tidy(index, leaders)


@contextmanager
def statements_change(index: Index, numbers: str) -> Iterator[None]:
    """Group statements anew whose speakers the block corrects (``statement.fixed``).

    Args:
        index: the index.
        numbers: the statements as a JSON array.
    """
    with statements_leave(index, numbers):
        yield
        rows = index.execute(
            f"SELECT number, {_SAID} FROM statement"  # noqa: S608  this file's own words
            " WHERE number IN (SELECT value FROM json_each(?))",
            (numbers,),
        ).fetchall()
        index.executemany(
            "UPDATE statement SET wording = ? WHERE number = ?",
            [(wording_number(Said(*columns)), number) for number, *columns in rows],
        )
    group_statements(index, [number for number, *_ in rows])


def _join(index: Index, statement: int, first: int, wording: int) -> None:
    """Put a statement into the group of the first one of its wording."""
    found = index.execute("SELECT leader FROM copy WHERE statement = ?", (first,)).fetchone()
    if found is None:
        _put(index, [first, statement], wording)
    else:
        _put(index, [statement], found[0])


def _settle(index: Index, wordings: Iterable[int], new: set[int]) -> None:
    """Find the leader of each wording anew, and of those that hang on it."""
    queue = [(state.node.order, state) for state in _states(index, wordings)]
    heapq.heapify(queue)
    queued = {state.node.number for _, state in queue}
    touched = set()
    while queue:
        _, state = heapq.heappop(queue)
        node = state.node
        was = None if node.number in new else _leader(state)
        before: list[_State] = []
        after: list[_State] = []
        for other in _near(index, node):
            (before if other.node.order < node.order else after).append(other)
        leader = next(
            (o.node for o in before if _leader(o) == o.node.number and leads(o.node, node)), node
        )
        if leader.number == was:
            continue
        if leader is not node:
            _put_node(index, leader, leader.number)
        if leader is not node or state.leader is not None:
            _put_node(index, node, leader.number)
        touched |= {leader.number} if was is None else {leader.number, was}
        if (was == node.number) != (leader is node):
            for other in after:
                if other.node.number not in queued and leads(node, other.node):
                    queued.add(other.node.number)
                    heapq.heappush(queue, (other.node.order, other))
    _tidy(index, touched)


def _leader(state: _State) -> int:
    return state.node.number if state.leader is None else state.leader


def _near(index: Index, node: Node) -> list[_State]:
    """Give the other wordings that share a key with one, in their order."""
    rows = index.execute(
        "SELECT wording FROM json_each(:keys) CROSS JOIN wording_key"
        " ON wording_key.key = value AND day BETWEEN :first AND :last WHERE :day <> :unknown"
        " UNION SELECT wording FROM wording_key WHERE key = :exact"
        " AND (day BETWEEN :first AND :last OR day = :unknown OR :day = :unknown)",
        {
            "keys": to_json(node.keys),
            "exact": node.exact,
            "day": node.day,
            "first": node.day - WINDOW,
            "last": node.day + WINDOW,
            "unknown": UNKNOWN_DAY,
        },
    )
    others = [wording for (wording,) in rows if wording != node.number]
    return sorted(_states(index, others), key=lambda state: state.node.order)


def _states(index: Index, wordings: Iterable[int]) -> list[_State]:
    """Read wordings; one that no statement has any more is left out."""
    rows = index.execute(
        # min(): of very many statements in the same words one is read.
        f"SELECT {_SAID}, leader FROM json_each(?)"  # noqa: S608  this file's own words
        " CROSS JOIN statement"
        " ON number = (SELECT min(number) FROM statement WHERE wording = value)"
        " LEFT JOIN copy ON copy.statement = number",
        (to_json(list(wordings)),),
    )
    read = ((read_node(Said(*columns)), leader) for *columns, leader in rows)
    return [_State(node, leader) for node, leader in read if node is not None]


def _followers(index: Index, leader: int) -> list[int]:
    rows = index.execute(
        "SELECT DISTINCT wording FROM copy JOIN statement ON number = statement WHERE leader = ?",
        (leader,),
    )
    return [wording for (wording,) in rows]


def _put_node(index: Index, node: Node, leader: int) -> None:
    """Note the leader of all statements of a wording."""
    numbers = index.execute("SELECT number FROM statement WHERE wording = ?", (node.number,))
    _put(index, [number for (number,) in numbers], leader)


def _put(index: Index, statements: Sequence[int], leader: int) -> None:
    rows = index.execute(
        f"SELECT statement.number, {_SAID},"  # noqa: S608  this file's own words
        " published, outlet, url, segments, id"
        " FROM statement JOIN article ON article.number = article"
        " WHERE statement.number IN (SELECT value FROM json_each(?))",
        (to_json(statements),),
    ).fetchall()
    for number, *columns in rows:
        node = read_node(Said(*columns[:5]))
        assert node is not None  # noqa: S101  it has a wording
        index.execute(
            "INSERT INTO copy (statement, leader, rank) VALUES (?, ?, ?)"
            " ON CONFLICT (statement) DO UPDATE SET leader = excluded.leader",
            (number, leader, _rank(node, columns[5:])),
        )


def _rank(node: Node, origin: Sequence[str | None]) -> str:
    """Give what a group is sorted by: its wordings in order, of each the earliest published.

    What follows only makes the order the same whichever file was read first.
    """
    published, outlet, url, segments, id_ = origin
    start = min((span.start for span in spans_from(segments or "[]")), default=0)
    return f"{node.order}\t{published or '9999'}\t{outlet}\t{url}\t{start:09}\t{id_}"


def _tidy(index: Index, leaders: Iterable[int]) -> None:
    """Forget groups of which one statement is left."""
    for leader in leaders:
        left = index.execute(
            "SELECT statement FROM copy WHERE leader = ? LIMIT 2", (leader,)
        ).fetchall()
        if len(left) == 1:
            index.execute("DELETE FROM copy WHERE statement = ?", left[0])


def _add_keys(index: Index, node: Node) -> None:
    index.executemany(
        "INSERT OR IGNORE INTO wording_key (key, day, wording) VALUES (?, ?, ?)", _rows(node)
    )


def _remove_keys(index: Index, node: Node) -> None:
    index.executemany(
        "DELETE FROM wording_key WHERE key = ? AND day = ? AND wording = ?", _rows(node)
    )


def _rows(node: Node) -> list[tuple[int, int, int]]:
    keys = node.keys if node.exact is None else (*node.keys, node.exact)
    return [(key, node.day, node.number) for key in keys]
