"""Statements for a pipe: one line each, aligned as far as that is possible, nothing cut."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.painting import HEADING

_HEADER = ("ID", "Date", "Published", "Kind", "Speaker", "Source", "Statement", "URL")
_ALIGNED = 6  # the columns before the statement, which has no length to align anything to
_LONGEST_ALIGNED = 40  # one very long name must not push all statements to the right


def unwrapped_rows(records: Sequence[Record], words: Iterable[str]) -> list[Text]:
    """Give a header and one line per record."""
    words = tuple(words)
    header = (*_HEADER, *(["Context"] if any(map(cells.context, records)) else []))
    rows = [[Text(name, HEADING) for name in header]]
    rows += [_row(record, words) for record in records]
    widths = [_width(row[n].plain for row in rows) for n in range(_ALIGNED)]
    return [Text("  ").join(_padded(row, widths)) for row in rows]


def _row(record: Record, words: tuple[str, ...]) -> list[Text]:
    return [
        cells.identifier(record),
        Text(wording.dating(record).day),
        Text(wording.known(record.published)),
        Text(record.kind.value),
        cells.speaker(record),
        cells.spaced(cells.source(record), cells.faint(wording.elsewhere(record))),
        cells.statement(record, words),
        Text(wording.known(record.url)),
        *filter(None, [cells.context(record)]),
    ]


def _width(cells_: Iterable[str]) -> int:
    widths = (cell_len(cell) for cell in cells_)
    return max((width for width in widths if width <= _LONGEST_ALIGNED), default=0)


def _padded(row: list[Text], widths: list[int]) -> Iterator[Text]:
    for cell, width in zip(row, widths, strict=False):
        cell.pad_right(max(width - cell_len(cell.plain), 0))
        yield cell
    yield from row[len(widths) :]
