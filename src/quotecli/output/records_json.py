"""Records as JSON: one array (``--json``) or one object per line (``--format jsonl``).

The array has one key per line, so that people can read it and a comparison of two runs shows
what changed; the lines are for ``grep``, ``split`` and streaming. Values are exact. Characters
that a terminal would obey or hide are written as escapes, which a parser reads back as the same
characters.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, repeat, starmap

from quotecli.model import Record
from quotecli.output.keys import keys_of
from quotecli.output.terminal import HIDDEN

_encode = json.JSONEncoder(ensure_ascii=False).encode
_HIDDEN = re.compile(f"[{HIDDEN}]")
_NOTHING: Mapping[str, object] = {}

Added = Iterable[Mapping[str, object]]  # keys for the first record, for the second, …


def record_object(record: Record, added: Mapping[str, object] = _NOTHING) -> dict[str, object]:
    """Give a record as the object that becomes JSON: its own keys in order, then others."""
    values: dict[str, object] = {key: getattr(record, key) for key in keys_of(record)}
    values["also"] = [other._asdict() for other in record.also]
    return {**values, **added}


def json_array(records: Iterable[Record], added: Added = ()) -> Iterator[str]:
    """Yield one JSON array of all records, piece by piece; ``[]`` where there is none."""
    return array_of(starmap(record_object, _each_with(records, added)))


def json_lines(records: Iterable[Record], added: Added = ()) -> Iterator[str]:
    """Yield each record as one line of JSON."""
    return lines_of(starmap(record_object, _each_with(records, added)))


def array_of(objects: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield one JSON array of any objects, a line a key; ``[]`` where there is none."""
    separator = "[\n"
    for each in objects:
        lines = ",\n".join(f"    {escaped(key)}: {escaped(value)}" for key, value in each.items())
        yield f"{separator}  {{\n{lines}\n  }}"
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def lines_of(objects: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield each of any objects as one line of JSON."""
    return (escaped(each) + "\n" for each in objects)


def _each_with(
    records: Iterable[Record], added: Added
) -> Iterator[tuple[Record, Mapping[str, object]]]:
    return zip(records, chain(added, repeat(_NOTHING)), strict=False)


def escaped(value: object) -> str:
    """Give any JSON value on one line, what a terminal would obey or hide written as escapes."""
    # Outside strings JSON has no such character, so the finished text can be searched at once.
    encoded = _encode(value)
    return encoded if encoded.isprintable() else _HIDDEN.sub(_escape, encoded)


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
