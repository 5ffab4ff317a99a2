"""JSON lines: one article per line, an object with ``text`` and the fields of the metadata."""

import dataclasses
import json
from collections.abc import Iterator
from typing import NamedTuple

from quotecli.documents.dates.order import look_in_order
from quotecli.documents.decode import Decoded
from quotecli.documents.metadata.about import furniture, same_line
from quotecli.documents.metadata.fields import Fields, merge, read_fields, settled
from quotecli.documents.paragraphs.blocks import make_blocks
from quotecli.documents.paragraphs.units import Unit, split_units
from quotecli.model import Article, Metadata, Problem

# A change that other programs note as a number costs nobody an article.
_OURS = frozenset(field.name for field in dataclasses.fields(Metadata)) - {"updated"}


class _BadLineError(Exception):
    """A line is no article; the message says why."""


class _Line(NamedTuple):
    text: str
    values: dict[str, str | list[str] | None]


def read_jsonl(decoded: Decoded, path: str | None, given: Metadata) -> Iterator[Article | Problem]:
    """Read a JSON lines file, an article for each line and a problem for each that is none."""
    yield from decoded.problems
    for number, source in enumerate(decoded.text.split("\n"), start=1):
        if not source.strip():
            continue
        try:
            line = _read_line(source)
        except _BadLineError as error:
            yield Problem("bad-line", f"line {number}: {error}")
            continue
        fields, day_first = _fields(line, given)
        metadata = fields.metadata
        units = split_units(line.text)
        title = _title(units, metadata.title)
        blocks = make_blocks(line.text, units, title, furniture(units))
        problems = settled(fields.problems, metadata)
        yield Article(line.text, blocks, metadata, path, problems, day_first)


def _fields(line: _Line, given: Metadata) -> tuple[Fields, bool | None]:
    def look(day_first: bool | None) -> Fields:
        fields = read_fields(line.values, day_first)
        return fields._replace(metadata=merge([given, fields.metadata]))

    return look_in_order(look, line.text)


def _read_line(source: str) -> _Line:
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        raise _BadLineError("is no JSON") from None
    if not isinstance(value, dict):
        raise _BadLineError("is no JSON object")
    text = value.pop("text", None)
    if not isinstance(text, str):
        raise _BadLineError("has no text" if text is None else "its text is no string")
    if not text.strip():
        raise _BadLineError("its text is empty")
    named = {name: _checked(name, field) for name, field in value.items()}
    try:
        "".join((text, *map(str, named.values()))).encode()
    except UnicodeEncodeError:
        raise _BadLineError("has half a character (a lone surrogate)") from None
    return _Line(text, named)


def _checked(name: str, field: object) -> str | list[str] | None:
    """Give a field that can be metadata; other programs' fields may hold anything."""
    if field is None or isinstance(field, str):
        return field
    if isinstance(field, list) and all(isinstance(item, str) for item in field):
        return field
    if name in _OURS:
        raise _BadLineError(f"its {name} is no string")
    return None


def _title(units: list[Unit], title: str | None) -> int | None:
    """Find the title where the text begins with it."""
    first = units[0].text if units else None
    return 0 if first is not None and title is not None and same_line(first, title) else None
