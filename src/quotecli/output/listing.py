"""A list of anything in columns: names on the left, whole and wrapped, then what is counted."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from quotecli.output.painting import FAINT, HEADING, folded
from quotecli.output.terminal import visible
from quotecli.output.wrapping import columns

_GAP = "  "
_NARROWEST = 12  # columns for the names


class Column(NamedTuple):
    """The heading of a column; numbers stand at its right edge."""

    name: str
    is_number: bool = False


def listing(
    heading: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None
) -> Iterator[Text]:
    """Yield a heading, a rule and the rows; only the first column is ever wrapped.

    Args:
        heading: the columns.
        rows: as many cells each.
        width: columns of the terminal; ``None`` for no wrapping and no rule.
    """
    cells = [[visible(cell) for cell in row] for row in rows]
    named = [[column.name for column in heading], *cells]
    widths = [max(columns(row[n]) for row in named) for n in range(len(heading))]
    if width is not None:
        room = width - sum(widths[1:]) - len(_GAP) * (len(widths) - 1)
        widths[0] = min(widths[0], max(room, _NARROWEST))
    for number, row in enumerate(named):
        first, *more = folded(Text(row[0]), widths[0]) or [Text()]
        line = _padded(first, widths[0])
        for column, cell, size in zip(heading[1:], row[1:], widths[1:], strict=True):
            blanks = " " * (size - columns(cell))
            line.append(_GAP).append(blanks + cell if column.is_number else cell + blanks)
        if number == 0:
            line.stylize(HEADING)
        yield line
        yield from more
        if number == 0 and width is not None:
            yield Text("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), FAINT)


def _padded(text: Text, size: int) -> Text:
    text.pad_right(max(size - columns(text.plain), 0))
    return text
