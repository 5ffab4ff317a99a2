"""Counts as a small bar chart of text: a label, the count and a bar a line."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.text import Text

from quotecli.output.painting import BAR, HEADING, folded
from quotecli.output.terminal import visible
from quotecli.output.wrapping import columns

BLOCKS = "▏▎▍▌▋▊▉█"  # an eighth to a whole column
_WIDEST_BAR = 40  # columns
_NARROWEST_BAR = 8
_NARROWEST_LABEL = 10
_GAP = "  "


class Count(NamedTuple):
    """One line of a chart."""

    label: str
    number: int


def with_rest(counts: Mapping[str, int], whole: int, rest: str) -> list[Count]:
    """Give the lines of a chart, and one more for what none of them counts.

    Args:
        counts: numbers by label.
        whole: what they would add up to if all were known.
        rest: the label of what is left, as "no date".
    """
    lines = [Count(*item) for item in counts.items()]
    left = whole - sum(counts.values())
    return [*lines, Count(rest, left)] if left > 0 else lines


def bar(count: int, most: int, width: int, *, blocks: bool = True) -> str:
    """Give a bar for ``count`` where ``most`` fills ``width`` columns.

    What is not nothing is never shown as nothing. Without ``blocks``, for an output that cannot
    show them, the bar is one of number signs.
    """
    if count <= 0 or most <= 0:
        return ""
    if not blocks:
        return "#" * max(round(width * count / most), 1)
    eighths = max(round(8 * width * count / most), 1)
    whole, rest = divmod(eighths, 8)
    return BLOCKS[-1] * whole + (BLOCKS[rest - 1] if rest else "")


class Chart(NamedTuple):
    """A chart with a title, of which no more than the first lines are shown."""

    title: str
    counts: Sequence[Count]
    most: int | None = None


def titled_charts(
    charts: Sequence[Chart], *, width: int | None, blocks: bool, indent: str
) -> Iterator[Text]:
    """Yield the lines of charts, an empty line before each; see ``bar_chart``."""
    for title, counts, most in charts:
        if counts:
            shown = counts[:most]
            more = f", the first {most}" if len(shown) < len(counts) else ""
            yield from (Text(), Text(title + more, HEADING))
            yield from bar_chart(shown, width=width, blocks=blocks, indent=indent)


def bar_chart(
    counts: Sequence[Count], *, width: int | None, blocks: bool = True, indent: str = ""
) -> Iterator[Text]:
    """Yield the lines of a chart; the longest bar belongs to the largest count.

    Args:
        counts: one line each, in order.
        width: columns of the terminal; ``None`` for labels that are never wrapped.
        blocks: whether the output can show the characters of ``BLOCKS``.
        indent: what each line begins with.
    """
    labels = [Text(visible(label)) for label, _ in counts]
    numbers = [f"{count:,}" for _, count in counts]
    most = max((count for _, count in counts), default=0)
    figures = max(map(len, numbers), default=0)
    longest = max((columns(label.plain) for label in labels), default=0)
    bars = _WIDEST_BAR
    if width is not None:
        room = width - len(indent) - figures - 2 * len(_GAP)
        bars = max(min(_WIDEST_BAR, room - longest), min(_NARROWEST_BAR, room // 2))
        longest = min(longest, max(room - bars, _NARROWEST_LABEL))
        bars = max(min(bars, room - longest), 1)
    for label, number, (_, count) in zip(labels, numbers, counts, strict=True):
        first, *rest = folded(label, max(longest, 1)) or [Text()]
        first.pad_right(longest - columns(first.plain))
        line = Text(indent).append_text(first).append(f"{_GAP}{number.rjust(figures)}")
        drawn = bar(count, most, bars, blocks=blocks)
        yield line.append(_GAP).append(drawn, BAR) if drawn else line
        yield from (Text(indent).append_text(more) for more in rest)
