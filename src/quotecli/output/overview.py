"""What the index holds, as a page of figures and charts: ``stats`` and ``outlets``."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.text import Text

from quotecli.output.bars import Chart, Count, bar_chart, titled_charts, with_rest
from quotecli.output.listing import Column, listing
from quotecli.output.painting import FAINT, paint_lines
from quotecli.output.terminal import visible
from quotecli.output.wording import UNKNOWN, period

_LABEL = 18  # columns
_MOST_OUTLETS = 10
_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def render_totals(
    held: Mapping[str, Any], *, width: int | None, colour: bool, links: bool, blocks: bool
) -> str:
    """Give what ``stats`` prints.

    Args:
        held: the object that ``stats --json`` prints.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
        blocks: whether the output can show the characters of bars.
    """
    lines = list(_figures(held))
    whole = held["statements"]
    charts = (
        Chart("Kind", [Count(*item) for item in held["kinds"].items()]),
        Chart("Year", with_rest(held["years"], whole, "no date")),
        Chart("Outlet", with_rest(held["outlets"], whole, "no outlet"), _MOST_OUTLETS),
        Chart("Speaker found by", [Count(*item) for item in held["bases"].items()]),
    )
    lines += titled_charts(charts, width=width, blocks=blocks, indent="  ")
    return paint_lines(lines, colour=colour, links=links)


def render_outlets(
    outlets: Sequence[Mapping[str, Any]],
    *,
    width: int | None,
    colour: bool,
    links: bool,
    blocks: bool,
) -> str:
    """Give the list of outlets, its heading alone where there is none; of one its years, too."""
    heading = (
        Column("Outlet"),
        Column("Articles", is_number=True),
        Column("Statements", is_number=True),
        Column("Published"),
    )
    rows = [
        (
            outlet["outlet"] or UNKNOWN,
            f"{outlet['articles']:,}",
            f"{outlet['statements']:,}",
            period(outlet["first"], outlet["last"]),
        )
        for outlet in outlets
    ]
    lines = list(listing(heading, rows, width=width))
    if len(outlets) == 1 and outlets[0]["years"]:
        years = [Count(*item) for item in outlets[0]["years"].items()]
        lines += [Text(), *bar_chart(years, width=width, blocks=blocks)]
    return paint_lines(lines, colour=colour, links=links)


def size_in_words(size: int) -> str:
    """Give a number of bytes with a unit, two digits at least."""
    amount, unit = float(size), 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    digits = 1 if unit and amount < 10 else 0
    return f"{amount:.{digits}f} {_UNITS[unit]}"


def _figures(held: Mapping[str, Any]) -> Iterator[Text]:
    articles, statements = held["articles"], held["statements"]
    yield _figure("Index", f"{held['index']}, {size_in_words(held['bytes'])}")
    yield _figure("Files", f"{held['files']:,}")
    yield _figure("Articles", f"{articles:,}", _published(held["first"], held["last"]))
    yield _figure("  with a date", *_share(held["articles_dated"], articles))
    yield _figure("  with a URL", *_share(held["articles_linked"], articles))
    yield _figure("Statements", f"{statements:,}")
    yield _figure("  with a name", *_share(held["named"], statements))
    yield _figure("  with a date", *_share(held["dated"], statements))
    yield _figure("  with a URL", *_share(held["linked"], statements))
    unnamed = held["unnamed"]
    note = f"and {unnamed:,} unnamed source{'' if unnamed == 1 else 's'}" if unnamed else ""
    yield _figure("Speakers", f"{held['speakers']:,}", note)


def _figure(label: str, value: str, note: str = "") -> Text:
    line = Text().append(label.ljust(_LABEL), FAINT).append(visible(value))
    return line.append(f"  {note}", FAINT) if note else line


def _share(part: int, whole: int) -> tuple[str, str]:
    return f"{part:,}", f"{part / whole:.0%}" if whole else ""


def _published(first: str | None, last: str | None) -> str:
    return f"published {period(first, last)}" if first else ""
