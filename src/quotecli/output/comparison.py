"""What two said, side by side by day: ``compare``."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.cards import fact_lines
from quotecli.output.painting import FAINT, HEADING, MEASURE, folded, paint_lines, wrapped
from quotecli.output.terminal import visible
from quotecli.output.wrapping import columns

_TWO_COLUMNS = 80  # from this width on
_GAP = 3


class Side(NamedTuple):
    """One of the two: the name asked for, and the statements in the order of their days."""

    name: str
    records: Sequence[Record]

    @property
    def is_of_several(self) -> bool:
        """Whether the name asked for means more than one, so that each statement tells whom."""
        return len({record.speaker for record in self.records}) > 1


def render_comparison(
    left: Side,
    right: Side,
    *,
    width: int | None,
    colour: bool,
    links: bool,
    words: Sequence[str] = (),
) -> str:
    """Give both in two columns, or where there is no room for two, one after the other by day.

    Args:
        left: whom the first column is for.
        right: whom the second is for.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
        words: words to mark in the statements.
    """
    if width is None or width < _TWO_COLUMNS:
        lines = _stacked(left, right, width, words)
    else:
        lines = _beside(left, right, min((width - _GAP) // 2, MEASURE), words)
    return paint_lines(lines, colour=colour, links=links)


def _beside(left: Side, right: Side, size: int, words: Sequence[str]) -> Iterator[Text]:
    titles = [folded(_title(side), size) for side in (left, right)]
    yield from _rows(titles[0], titles[1], size)
    yield Text("─" * (2 * size + _GAP), FAINT)
    for number, (day, said) in enumerate(_by_day(left, right)):
        if number:
            yield Text()
        yield Text(day, FAINT)
        one, other = (
            list(_cell(records, size, words, named=side.is_of_several))
            for side, records in zip((left, right), said, strict=True)
        )
        yield from _rows(one, other, size)


def _rows(left: Sequence[Text], right: Sequence[Text], size: int) -> Iterator[Text]:
    for one, other in zip_longest(left, right, fillvalue=Text()):
        padded = one.copy()
        padded.pad_right(max(size - columns(one.plain), 0))
        yield Text().append_text(padded).append(" " * _GAP).append_text(other)


def _cell(
    records: Sequence[Record], size: int, words: Sequence[str], *, named: bool
) -> Iterator[Text]:
    for number, record in enumerate(records):
        if number:
            yield Text()
        yield from folded(cells.statement(record, words), size)
        yield from fact_lines(
            cells.facts_of_a_day(record, named=named), size, first="— ", rest="  "
        )


def _stacked(left: Side, right: Side, width: int | None, words: Sequence[str]) -> Iterator[Text]:
    measure = None if width is None else min(width, MEASURE)
    for side in (left, right):
        yield from wrapped(_title(side), measure)
    for day, said in _by_day(left, right):
        yield Text()
        yield Text(day, FAINT)
        for side, records in zip((left, right), said, strict=True):
            name = Text(f"{visible(side.name)}: ", HEADING)
            for record in records:
                words_ = Text().append_text(name).append_text(cells.statement(record, words))
                yield from wrapped(words_, measure, first="  ", rest="  ")
                facts = cells.facts_of_a_day(record, named=side.is_of_several)
                yield from fact_lines(facts, measure, first="    — ", rest="      ")


def _title(side: Side) -> Text:
    count = len(side.records)
    told = f"{count:,} statement{'' if count == 1 else 's'}"
    return Text(visible(side.name), HEADING).append(f"  {told}", FAINT)


def _by_day(left: Side, right: Side) -> list[tuple[str, tuple[list[Record], list[Record]]]]:
    """Give what each said by day, in order; what has no day comes last."""
    days: dict[tuple[bool, str], tuple[list[Record], list[Record]]] = {}
    for number, side in enumerate((left, right)):
        for record in side.records:
            key = record.date is None, wording.dating(record).day
            days.setdefault(key, ([], []))[number].append(record)
    return [(day, said) for (_, day), said in sorted(days.items(), key=lambda item: item[0])]
