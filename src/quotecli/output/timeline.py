"""Statements in the order of their days, with a chart of how many: ``timeline``."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.bars import Count, bar_chart
from quotecli.output.cards import fact_lines
from quotecli.output.painting import MEASURE, paint_lines, wrapped

_DAY = 12  # columns, the gap included


def render_timeline(
    records: Sequence[Record],
    counts: Sequence[Count],
    *,
    width: int | None,
    colour: bool,
    links: bool,
    blocks: bool,
    words: Sequence[str] = (),
) -> str:
    """Give the statements with their days, then the chart, which so stays on the screen.

    The speaker is named where not all statements have the same.

    Args:
        records: what to show, in order.
        counts: the bars.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
        blocks: whether the output can show the characters of bars.
        words: words to mark in the statements.
    """
    several = len({record.speaker for record in records}) > 1
    measure = None if width is None else min(width, MEASURE)
    lines: list[Text] = []
    for record in records:
        lines += _entry(record, measure, words, several=several)
        lines.append(Text())
    lines += bar_chart(counts, width=width, blocks=blocks)
    return paint_lines(lines, colour=colour, links=links)


def _entry(
    record: Record, measure: int | None, words: Sequence[str], *, several: bool
) -> Iterator[Text]:
    day = wording.dating(record).day
    indent = " " * _DAY
    yield from wrapped(cells.statement(record, words), measure, first=day.ljust(_DAY), rest=indent)
    facts = cells.facts_of_a_day(record, named=several)
    yield from fact_lines(facts, measure, first=f"{indent}— ", rest=f"{indent}  ")
