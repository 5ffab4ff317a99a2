"""Which wordings meet: those that share a key, and of a crowd under one key only the fullest.

A formula that somebody repeats with another number each time makes thousands of wordings under the
same keys. Of each day and key the fullest are *in front*, and a wording meets those in front under
any of its keys. A copy of a statement still meets its leader: that is among the fullest that have
their rarest words in common. So a wording meets a bounded number of others, however many are alike,
and whom it meets depends on what the index holds and not on the order in which it came.

The numbers of wordings begin with their fullness (``wordings.Node``): in the table of keys the
fullest of a day come first.
"""

import json
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.copies.wordings import UNKNOWN_DAY, WINDOW, Node
from quotecli.index.store import Index

IN_FRONT = 16  # of a day, under one key
_FEW = 250  # rows; more are not read before it is known which are in front


class Met(NamedTuple):
    """The wordings that one meets.

    Attributes:
        numbers: which they are.
        crowded: the keys under which there are more than it meets.
        undated: whether some of them are of an unknown day.
        are_all: whether these, and no others, meet it in turn.
    """

    numbers: set[int]
    crowded: list[int]
    undated: bool
    are_all: bool


def put_under_keys(index: Index, node: Node) -> None:
    """Put a wording where others will meet it."""
    index.executemany(
        "INSERT OR IGNORE INTO wording_key (key, day, wording) VALUES (?, ?, ?)", _rows(node)
    )


def take_from_keys(index: Index, node: Node) -> list[int]:
    """Take a wording from under its keys, and give those who have come to the front for it."""
    index.executemany(
        "DELETE FROM wording_key WHERE key = ? AND day = ? AND wording = ?", _rows(node)
    )
    found = _next_behind(index, node, _every_key(node), IN_FRONT - 1, 1)
    return found + _next_behind_undated(index, node, IN_FRONT - 1, 1)


def fallen_behind(index: Index, node: Node, met: Met, count: int) -> list[int]:
    """Give those who may have stood in front before so many wordings came, this one among them."""
    found = _next_behind(index, node, met.crowded, IN_FRONT, count) if met.crowded else []
    return found + (_next_behind_undated(index, node, IN_FRONT, count) if met.undated else [])


def met_by(index: Index, node: Node) -> Met:
    """Give the wordings that one meets."""
    rows = index.execute(
        "SELECT NULL, wording FROM (SELECT wording FROM wording_key"
        " WHERE wording_key.key = :exact AND day = :unknown ORDER BY wording LIMIT :front)"
        " UNION ALL SELECT wording_key.key, wording FROM json_each(:keys) CROSS JOIN wording_key"
        " ON wording_key.key = value AND day BETWEEN :first AND :last WHERE :day <> :unknown"
        " LIMIT :few",
        {
            "exact": node.exact,
            "unknown": UNKNOWN_DAY,
            "front": IN_FRONT,
            "keys": to_json(_every_key(node)),
            **_days(node),
            "day": node.day,
            "few": _FEW,
        },
    ).fetchall()
    found = {number for key, number in rows if key is None}
    undated = bool(found)
    is_dated = node.day != UNKNOWN_DAY
    crowded: list[int] = []
    if len(rows) < _FEW:
        counts = Counter(key for key, _ in rows)
        crowded = [key for key, count in counts.items() if count > IN_FRONT and key is not None]
        found.update(number for key, number in rows if counts[key] <= IN_FRONT)
    elif is_dated:
        crowded = _crowded(index, node, found)
    if is_dated and crowded:
        found |= _in_front(index, node, crowded)
    if not is_dated and node.exact is not None:
        crowded = [node.exact] if len(found) == IN_FRONT else []
        found |= _first_of_all_days(index, node)
    are_all = is_dated and not crowded and not undated
    return Met(found - {node.number}, crowded, undated, are_all)


def meeting(index: Index, node: Node) -> set[int]:
    """Give the wordings that meet one, and perhaps some more."""
    keys = [
        key
        for (key,) in index.execute(
            "SELECT value FROM json_each(:keys) WHERE :number <= coalesce((SELECT wording"
            " FROM wording_key WHERE wording_key.key = value AND day = :day"
            " ORDER BY wording LIMIT 1 OFFSET :last), :number)",
            {
                "keys": to_json(_every_key(node)),
                "number": node.number,
                "day": node.day,
                "last": IN_FRONT - 1,
            },
        )
    ]
    is_dated = node.day != UNKNOWN_DAY
    rows = index.execute(
        "SELECT wording FROM json_each(:keys) CROSS JOIN wording_key"
        " ON wording_key.key = value AND (day BETWEEN :first AND :last OR NOT :dated)"
        " UNION SELECT wording FROM json_each(:keys) CROSS JOIN wording_key"
        " ON wording_key.key = value AND day = :unknown WHERE value = :exact",
        {
            "keys": to_json(keys),
            **_days(node),
            "dated": is_dated,
            "unknown": UNKNOWN_DAY,
            "exact": node.exact,
        },
    )
    return {number for (number,) in rows} - {node.number}


def _days(node: Node) -> dict[str, int]:
    """Give the first and the last day on which a wording may be the same one."""
    return {"first": node.day - WINDOW, "last": node.day + WINDOW}


def _crowded(index: Index, node: Node, found: set[int]) -> list[int]:
    """Give the keys under which there are too many to read, and add the wordings of the others."""
    rows = index.execute(
        "SELECT value, (SELECT json_group_array(wording) FROM (SELECT wording FROM wording_key"
        " WHERE wording_key.key = value AND day BETWEEN :first AND :last LIMIT :more))"
        " FROM json_each(:keys)",
        {**_days(node), "more": IN_FRONT + 1, "keys": to_json(_every_key(node))},
    )
    crowded = []
    for key, some in rows:
        if some.count(",") >= IN_FRONT:
            crowded.append(key)
        else:
            found.update(json.loads(some))
    return crowded


def _in_front(index: Index, node: Node, keys: Sequence[int]) -> set[int]:
    rows = index.execute(
        # From one day of a key on which there is any to the next one.
        "WITH RECURSIVE at (key, day) AS ("
        " SELECT value, (SELECT day FROM wording_key WHERE wording_key.key = value"
        "  AND day BETWEEN :first AND :last ORDER BY day LIMIT 1) FROM json_each(:keys)"
        " UNION ALL SELECT key, (SELECT day FROM wording_key WHERE wording_key.key = at.key"
        "  AND day > at.day AND day <= :last ORDER BY day LIMIT 1) FROM at WHERE day IS NOT NULL"
        ") SELECT (SELECT json_group_array(wording) FROM (SELECT wording FROM wording_key"
        "  WHERE wording_key.key = at.key AND day = at.day ORDER BY wording LIMIT :front))"
        " FROM at WHERE day IS NOT NULL",
        {
            "keys": to_json(keys),
            **_days(node),
            "front": IN_FRONT,
        },
    )
    # The keys of a formula have the same wordings in front.
    return {number for some in {some for (some,) in rows} for number in json.loads(some)}


def _first_of_all_days(index: Index, node: Node) -> set[int]:
    rows = index.execute(
        "SELECT wording FROM wording_key WHERE key = ? AND day > ? ORDER BY day, wording LIMIT ?",
        (node.exact, UNKNOWN_DAY, IN_FRONT),
    )
    return {number for (number,) in rows}


def _next_behind(
    index: Index, node: Node, keys: Sequence[int], place: int, count: int
) -> list[int]:
    """Give those who stand at a place, from 0, under one of the keys, and behind the wording."""
    rows = index.execute(
        "SELECT (SELECT json_group_array(wording) FROM (SELECT wording FROM wording_key"
        " WHERE wording_key.key = value AND day = :day"
        " ORDER BY wording LIMIT :count OFFSET :place)) FROM json_each(:keys)",
        {"keys": to_json(keys), "day": node.day, "place": place, "count": count},
    )
    found = {number for some in {some for (some,) in rows} for number in json.loads(some)}
    return [number for number in found if number > node.number]


def _next_behind_undated(index: Index, node: Node, place: int, count: int) -> list[int]:
    """Give the same of all days together, whom wordings of an unknown day meet."""
    if node.exact is None or node.day == UNKNOWN_DAY:
        return []
    rows = index.execute(
        "SELECT wording FROM (SELECT day, wording FROM wording_key"
        " WHERE key = ? AND day > ? ORDER BY day, wording LIMIT ? OFFSET ?)"
        " WHERE (day, wording) > (?, ?)",
        (node.exact, UNKNOWN_DAY, count, place, node.day, node.number),
    )
    return [number for (number,) in rows]


def _rows(node: Node) -> list[tuple[int, int, int]]:
    return [(key, node.day, node.number) for key in _every_key(node)]


def _every_key(node: Node) -> tuple[int, ...]:
    return node.keys if node.exact is None else (*node.keys, node.exact)
