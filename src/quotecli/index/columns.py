"""Values to columns and back: spans, blocks, names and metadata as compact JSON."""

import json
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

from quotecli.model import Block, BlockKind, Metadata, Problem, Span

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_T = TypeVar("_T")
_E = TypeVar("_E", bound=StrEnum)


class UnreadableRowError(ValueError):
    """A row is not as this program writes it: the file is damaged."""


def to_json(value: object) -> str:
    """Give any JSON value in its shortest form; tuples become arrays."""
    return _ENCODER.encode(value)


def spans_from(column: str) -> tuple[Span, ...]:
    """Read ``[[start, end], ...]``."""
    return _each(column, _span)


def names_from(column: str) -> tuple[str, ...]:
    """Read ``["name", ...]``."""
    return _each(column, str)


def member_from(members: type[_E], column: str) -> _E:
    """Read a member of an enumeration."""
    try:
        return members(column)
    except ValueError as error:
        raise UnreadableRowError(str(error)) from error


def blocks_to(blocks: Iterable[Block]) -> str:
    """Give blocks as ``[[kind, [[start, end], ...]], ...]``."""
    return to_json(list(blocks))


def blocks_from(column: str) -> tuple[Block, ...]:
    """Read what ``blocks_to`` gives."""
    return _each(column, lambda item: Block(BlockKind(item[0]), tuple(map(_span, item[1]))))


def problems_to(problems: Iterable[Problem]) -> str:
    """Give problems as ``[[code, message], ...]``; where they stood is not kept."""
    return to_json([(problem.code, problem.message) for problem in problems])


def problems_from(column: str) -> tuple[Problem, ...]:
    """Read what ``problems_to`` gives."""
    return _each(column, lambda item: Problem(str(item[0]), str(item[1])))


def metadata_to(metadata: Metadata) -> str:
    """Give what is known as an object with its keys in one fixed order.

    The same metadata is always the same string.
    """
    known = {
        "title": metadata.title,
        "url": metadata.url,
        "outlet": metadata.outlet,
        "author": metadata.author,
        "published": metadata.published,
        "updated": metadata.updated,
    }
    return to_json({name: value for name, value in known.items() if value is not None})


def _span(pair: Any) -> Span:
    start, end = pair
    return Span(int(start), int(end))


def _each(column: str, read: Callable[[Any], _T]) -> tuple[_T, ...]:
    try:
        return tuple([read(item) for item in json.loads(column)])
    except (TypeError, ValueError, LookupError) as error:
        raise UnreadableRowError(str(error)) from error
