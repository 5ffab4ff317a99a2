"""One statement, many outlets: which wordings are copies of which, kept up to date.

Each wording either leads a group or follows one leader: the earliest in ``Node.order``, in which
the fullest come first, that leads and whose copy it is (``wordings.leads``). So every follower has
been compared with its leader, and a chain of small differences ends after one step. This is star
clustering (Aslam, Pelekhov and Rus, "The Star Clustering Algorithm for Static and Dynamic
Information Organization", 2004) with fullness in place of degree. The groups are a function of
the wordings in the index alone: neither the order in which they came nor what has gone matters.

Which wordings are compared at all, ``crowds`` says. Where a wording comes or goes, only wordings
after it in the order can change, and of those only the ones whose leader has come or gone or is
met no more; they are settled in that order.
"""

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager

from quotecli.index.columns import spans_from, to_json
from quotecli.index.copies.crowds import (
    Met,
    fallen_behind,
    meeting,
    met_by,
    put_under_keys,
    take_from_keys,
)
from quotecli.index.copies.wordings import UNKNOWN_DAY, Node, Said, leads, read_node, wording_number
from quotecli.index.store import Index

# What a user says of the speakers goes before what the article seems to say.
_SAID = "kind, statement.text, coalesce(fixed, speakers), date, said_on"
_KEPT = 8192  # wordings in memory, some 2 kB each


def group_statements(index: Index, numbers: Sequence[int]) -> None:
    """Bring new statements into groups; they and their articles are in the index already."""
    rows = index.execute(
        "SELECT wording, number, (SELECT min(number) FROM statement AS other"
        " WHERE other.wording = statement.wording) AS first FROM statement"
        " WHERE number IN (SELECT value FROM json_each(?)) AND wording IS NOT NULL ORDER BY number",
        (to_json(numbers),),
    ).fetchall()
    new = {wording for wording, number, first in rows if number == first}
    nodes = _nodes(index, new)
    for node in nodes:
        put_under_keys(index, node)
    met = {node.number: met_by(index, node) for node in nodes}
    behind = {
        other
        for node in nodes
        for other in fallen_behind(index, node, met[node.number], len(nodes))
    }
    led = [follower for other in behind for follower in _followers(index, other)]
    _settle(index, [*nodes, *_nodes(index, led)], met)
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
            f"SELECT DISTINCT leader FROM copy WHERE {of_these}",  # noqa: S608  our own words
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
    nodes = _nodes(index, wordings)
    index.execute(f"DELETE FROM copy WHERE {of_these}", (numbers,))  # noqa: S608
    yield
    gone = [node for node in nodes if not _is_there(index, node.number)]
    come_to_front = {other for node in gone for other in take_from_keys(index, node)}
    come_to_front -= {node.number for node in gone}
    orphans = [number for node in gone for number in _followers(index, node.number)]
    unsettled = {node.number: node for node in _nodes(index, orphans)}
    for node in _nodes(index, come_to_front):
        meet = _nodes(index, meeting(index, node))
        unsettled |= {other.number: other for other in meet if leads(node, other)}
    _settle(index, unsettled.values(), {})
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


def _settle(index: Index, nodes: Iterable[Node], new: Mapping[int, Met]) -> None:
    """Find the leader of each wording anew, and of those that hang on it.

    Args:
        index: the index.
        nodes: wordings whose leaders may have come or gone.
        new: those of them that have just come, and whom they meet.
    """
    queue = [(node.order, node) for node in nodes]
    heapq.heapify(queue)
    queued = {node.number for _, node in queue}
    touched = set()
    while queue:
        _, node = heapq.heappop(queue)
        was = None if node.number in new else _leader(index, node.number)
        met = new.get(node.number) or met_by(index, node)
        others = sorted(_nodes(index, met.numbers), key=lambda other: other.order)
        leader = next((other for other in others if _leads(index, other, node)), node)
        if leader.number == was:
            continue
        if leader is not node or was not in {None, node.number}:
            _follow(index, [node.number], leader.number)
        touched |= {leader.number} if was is None else {leader.number, was}
        hanging: list[Node] = []
        if leader is node:
            meet = others if met.are_all else _nodes(index, meeting(index, node))
            hanging, left = _take_over(index, node, meet, queued)
            touched |= left
        elif was == node.number:
            hanging = _nodes(index, _followers(index, node.number))
        for other in hanging:
            if other.number not in queued:
                queued.add(other.number)
                heapq.heappush(queue, (other.order, other))
    _tidy(index, touched)


def _take_over(
    index: Index, leader: Node, others: Iterable[Node], queued: Set[int]
) -> tuple[list[Node], set[int]]:
    """Let copies follow a wording that leads now, and whose leaders come after it.

    All that come before it are settled: so none of them leads a copy that has not been queued.

    Returns:
        The copies that have to be settled themselves, as they led their groups, and the leaders
        that the others have left.
    """
    after = [o for o in others if o.order > leader.order and o.number not in queued]
    leader_of = {other.number: _leader(index, other.number) for other in after}
    order_of = {node.number: node.order for node in _nodes(index, leader_of.values())}
    hanging, moved = [], []
    for other in after:
        was = leader_of[other.number]
        if order_of.get(was, "") < leader.order or not leads(leader, other):
            continue
        # ``meeting`` may give one too many of an unknown day.
        if was == other.number or UNKNOWN_DAY in {leader.day, other.day}:
            hanging.append(other)
        else:
            moved.append(other.number)
    if moved:
        _follow(index, moved, leader.number)
    return hanging, {leader_of[number] for number in moved}


def _leads(index: Index, other: Node, node: Node) -> bool:
    return leads(other, node) and _leader(index, other.number) == other.number


_recent: dict[int, Node] = {}  # by number, which stands for all that they are in any index


def _nodes(index: Index, wordings: Iterable[int]) -> list[Node]:
    """Read wordings; one that no statement has is left out unless it has just been there."""
    wanted = set(wordings)
    found = [_recent[number] for number in wanted if number in _recent]
    rows = index.execute(
        # min(): of very many statements in the same words one is read.
        f"SELECT {_SAID} FROM json_each(?)"  # noqa: S608  this file's own words
        " CROSS JOIN statement"
        " ON number = (SELECT min(number) FROM statement WHERE wording = value)",
        (to_json([number for number in wanted if number not in _recent]),),
    )
    for columns in rows:
        node = read_node(Said(*columns))
        assert node is not None  # noqa: S101  it has a wording
        found.append(node)
    if len(_recent) + len(found) > _KEPT:
        _recent.clear()
    _recent.update((node.number, node) for node in found)
    return found


def _is_there(index: Index, wording: int) -> bool:
    query = "SELECT 1 FROM statement WHERE wording = ?"
    return index.execute(query, (wording,)).fetchone() is not None


def _leader(index: Index, wording: int) -> int:
    """Give the wording that leads the group of one; where it is alone in it, itself."""
    row = index.execute(
        "SELECT leader FROM copy"
        " WHERE statement = (SELECT min(number) FROM statement WHERE wording = ?)",
        (wording,),
    ).fetchone()
    return wording if row is None else int(row[0])


def _followers(index: Index, leader: int) -> list[int]:
    rows = index.execute(
        "SELECT DISTINCT wording FROM copy JOIN statement ON number = statement WHERE leader = ?",
        (leader,),
    )
    return [wording for (wording,) in rows]


def _follow(index: Index, wordings: Iterable[int], leader: int) -> None:
    """Note the leader of all statements of some wordings, and that it is in the group itself."""
    moved = set(wordings)
    alone = {wording for wording in moved | {leader} if _is_alone(index, wording)}
    for wording in alone:
        _put(index, _statements_of(index, wording), leader)
    index.execute(
        "UPDATE copy SET leader = ? WHERE statement IN"
        " (SELECT number FROM json_each(?) CROSS JOIN statement ON wording = value)",
        (leader, to_json(list(moved - alone))),
    )


def _is_alone(index: Index, wording: int) -> bool:
    return (
        index.execute(
            "SELECT 1 FROM copy"
            " WHERE statement = (SELECT min(number) FROM statement WHERE wording = ?)",
            (wording,),
        ).fetchone()
        is None
    )


def _statements_of(index: Index, wording: int) -> list[int]:
    rows = index.execute("SELECT number FROM statement WHERE wording = ?", (wording,))
    return [number for (number,) in rows]


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
