"""The table of statements that a person reads: ``--format table``.

On a terminal the lay-out follows the width: cards one under the other where it is narrow, else a
table whose first column holds the statements, whole and wrapped. In a pipe each statement is one
line, and nothing is cut.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.cards import record_cards
from quotecli.output.painting import FAINT, HEADING, MEASURE, folded, paint_lines, paint_table
from quotecli.output.rows import unwrapped_rows
from quotecli.output.terminal import visible
from quotecli.output.wrapping import columns as columns_of

# From these widths of the terminal on there is room for a table, for a column with the date, and
# for one with the title of the article.
_TABLE = 80
_DATE = 100
_TITLE = 160

_GAP = 2  # columns between two cells, of which the box gives one


class _Column(NamedTuple):
    """A column beside the statements: its cells, and how wide it may grow."""

    name: str
    cell: Callable[[Record], Text]
    widest: int


def render_table(
    records: Sequence[Record],
    *,
    width: int | None,
    colour: bool,
    links: bool,
    words: Iterable[str] = (),
) -> str:
    """Give records as a table; its header alone where there is none.

    Args:
        records: what to show, in order.
        width: columns of the terminal; ``None`` for one unwrapped line per statement.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8); if not, addresses are written out.
        words: words to mark in the statements, as the person typed them.
    """
    words = tuple(words)
    if width is None:
        return paint_lines(unwrapped_rows(records, words), colour=colour, links=links)
    if width < _TABLE:
        return paint_lines(
            record_cards(records, width=width, links=links, words=words),
            colour=colour,
            links=links,
        )
    table = _table(records, width, links, words)
    return paint_table(table, width=width, colour=colour, links=links)


def _table(records: Sequence[Record], width: int, links: bool, words: tuple[str, ...]) -> Table:
    columns = _columns(width)
    beside = [[column.cell(record) for column in columns] for record in records]
    widths = [_fitting(column, [row[n] for row in beside]) for n, column in enumerate(columns)]
    room = width - sum(widths) - _GAP * len(widths)
    table = Table(
        box=SIMPLE_HEAD,
        padding=0,
        show_edge=False,
        leading=1,
        header_style=HEADING,
        border_style=FAINT,
    )
    names = ("Statement", *(column.name for column in columns))
    widths.insert(0, min(room, MEASURE))
    for name, size in zip(names, widths, strict=True):
        # The gap is a part of the column: releases of Rich differ on where padding counts.
        gap = _GAP - 1 if len(table.columns) < len(columns) else 0
        table.add_column(name, width=size + gap, no_wrap=True, overflow="ignore")
    for record, row in zip(records, beside, strict=True):
        url = None if links or record.url is None else visible(record.url)
        statement = cells.statement(record, words)
        row.insert(0, cells.stacked(statement, cells.context(record), cells.faint(url)))
        sized = zip(row, widths, strict=True)
        table.add_row(*(Text("\n").join(folded(cell, size)) for cell, size in sized))
    return table


def _columns(width: int) -> tuple[_Column, ...]:
    if width < _DATE:
        return (
            _Column("Speaker", _speaker_and_identifier, 16),
            _Column("Date, source", _day_and_outlet, 20),
        )
    if width < _TITLE:
        return (
            _Column("Speaker", _speaker_and_identifier, 20),
            _Column("Date", _day, 10),
            _Column("Source", _outlet, 20),
        )
    return (
        _Column("Speaker", cells.speaker, 24),
        _Column("Date", _day, 20),
        _Column("Source", _outlet_and_title, width // 4),
        _Column("ID", _identifier_and_kind, 16),
    )


def _fitting(column: _Column, cells_: Iterable[Text]) -> int:
    lines = (line for cell in cells_ for line in cell.plain.split("\n"))
    return min(max(map(columns_of, (column.name, *lines))), column.widest)


def _speaker_and_identifier(record: Record) -> Text:
    return cells.stacked(cells.speaker(record), _identifier_and_kind(record))


def _identifier_and_kind(record: Record) -> Text:
    return cells.spaced(cells.identifier(record), cells.faint(wording.kind_note(record)))


def _day(record: Record) -> Text:
    day, note = wording.dating(record)
    return cells.stacked(Text(day), cells.faint(note))


def _outlet(record: Record) -> Text:
    return cells.stacked(cells.source(record), cells.faint(wording.elsewhere(record)))


def _day_and_outlet(record: Record) -> Text:
    return cells.stacked(_day(record), _outlet(record))


def _outlet_and_title(record: Record) -> Text:
    title = visible(record.title) if record.title and record.outlet else None
    return cells.stacked(
        cells.source(record), cells.faint(title), cells.faint(wording.elsewhere(record))
    )
