r"""Records as CSV and TSV, for spreadsheets and shell tools: a header, then one row per record.

The columns are the record's keys in order. Lists become one value: ``speakers`` and the
identifiers of ``also`` are joined with "; ", spans read ``12-40 51-60``. Unknown is empty.

CSV is RFC 4180 with one difference: rows end in ``\n``, since ``cut``, ``awk`` and ``wc`` take a
``\r`` for a part of the last value, and every reader of CSV accepts both. TSV is as registered
with IANA: it has no way to quote a tab or a line break, so each becomes a space, and a row is
always one line.

Values are exact: there is no guard against spreadsheet formulas, which would put a character of
ours before words of somebody else's that begin with "=" or "-". With ``visible``, which is meant
for a terminal, control characters are written as escapes instead.
"""

import re
from collections.abc import Iterable, Iterator

from quotecli.model import Also, Record, Span
from quotecli.output.keys import KEYS, keys_of
from quotecli.output.terminal import visible as made_visible

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_BREAKS = re.compile(r"[\t\r\n]")


def csv_rows(records: Iterable[Record], *, visible: bool = False) -> Iterator[str]:
    """Yield the header and one row per record as comma-separated values."""
    yield from delimited(_rows(records, visible), ",")


def tsv_rows(records: Iterable[Record], *, visible: bool = False) -> Iterator[str]:
    """Yield the header and one line per record as tab-separated values."""
    yield from delimited(_rows(records, visible), "\t")


def delimited(rows: Iterable[Iterable[str]], separator: str) -> Iterator[str]:
    """Yield rows of any values as lines: CSV where the separator is a comma, TSV where a tab."""
    for values in rows:
        if separator == "\t":
            yield "\t".join(_BREAKS.sub(" ", value) for value in values) + "\n"
        else:
            yield ",".join(map(_quoted, values)) + "\n"


def _rows(records: Iterable[Record], visible: bool) -> Iterator[Iterable[str]]:
    """Yield the header, which the first record tells, and the values of each."""
    keys = None
    for record in records:
        if keys is None:
            yield (keys := keys_of(record))
        yield _values(record, keys, visible)
    if keys is None:
        yield KEYS


def _values(record: Record, keys: Iterable[str], visible: bool) -> Iterator[str]:
    for key in keys:
        value = _flat(getattr(record, key))
        yield made_visible(value) if visible else value


def _flat(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        if all(isinstance(item, Span) for item in value):
            return " ".join(f"{start}-{end}" for start, end in value)
        return "; ".join(item.id if isinstance(item, Also) else str(item) for item in value)
    return str(value)


def _quoted(value: str) -> str:
    if _NEEDS_QUOTES.search(value) is None:
        return value
    return '"' + value.replace('"', '""') + '"'
