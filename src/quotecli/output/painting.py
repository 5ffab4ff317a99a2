"""The one place that turns Rich's values into text: styles, wrapping, lines."""

import io
from collections.abc import Iterable
from zlib import crc32

from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.table import Table
from rich.text import Text

from quotecli.output.wrapping import line_spans

SPEAKER = "bold"
HEADING = "bold"
FAINT = "dim"
ITALIC = "italic"
SOURCE = "cyan"
MATCH = "bold red"
STATEMENT = "black on yellow"  # a marker pen: legible on dark and on light ground
MENTION = "cyan"
CUE = "green"
BAR = "cyan"

MEASURE = 100  # columns; longer lines of running text are hard to read

_WIDEST = 1 << 30  # for text that must not be wrapped
_NARROWEST = 10  # less room makes nothing readable


def console(width: int | None = None) -> Console:
    """Give a console that prints nothing and asks nothing of its surroundings."""
    return Console(
        file=io.StringIO(),
        width=width or _WIDEST,
        height=25,  # with the width it spares the look at the real terminal
        force_terminal=True,
        force_jupyter=False,
        color_system="standard",
        no_color=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def linked(text: Text, url: str | None) -> Text:
    """Make all of ``text`` a link to ``url``, an address from ``safe_link``."""
    if url is not None:
        text.stylize(Style(link=url))
    return text


def folded(text: Text, width: int) -> list[Text]:
    """Break a text into lines of at most ``width`` columns."""
    lines: list[Text] = []
    for line in text.split("\n", allow_blank=True):
        edges = [edge for span in line_spans(line.plain, width) for edge in span]
        # All at once, since each cut goes over the whole text; the odd parts are the lines and
        # the even ones the blanks around them.
        lines += line.divide(edges)[1::2]
    return lines


def wrapped(text: Text, width: int | None, *, first: str = "", rest: str = "") -> list[Text]:
    """Break a text into lines after an indent; ``None`` for no width and one line."""
    if width is None:
        return [Text(first).append_text(text)]
    lines = folded(text, max(width - max(len(first), len(rest)), _NARROWEST))
    return [Text(rest if n else first).append_text(line) for n, line in enumerate(lines)]


def paint_lines(lines: Iterable[Text], *, colour: bool, links: bool) -> str:
    """Give lines as text."""
    screen = console()
    # Text.render forgets the style of a text that has no spans; as a part of another it is one.
    whole = (Text().append_text(line) for line in lines)
    return _written((line.render(screen) for line in whole), colour, links)


def paint_table(table: Table, *, width: int, colour: bool, links: bool) -> str:
    """Give a table as text of at most ``width`` columns."""
    return _written(console(width).render_lines(table, pad=False), colour, links)


def _written(lines: Iterable[Iterable[Segment]], colour: bool, links: bool) -> str:
    return "".join(_line(list(line), colour, links) + "\n" for line in lines)


def _line(segments: list[Segment], colour: bool, links: bool) -> str:
    while segments and not segments[-1].text.strip():
        segments.pop()
    if segments:
        last = segments[-1]
        segments[-1] = Segment(last.text.rstrip(), last.style)
    return "".join(_ink(segment, colour, links) for segment in segments)


def _ink(segment: Segment, colour: bool, links: bool) -> str:
    style = segment.style
    if style is None:
        return segment.text
    url = style.link
    system = ColorSystem.STANDARD if colour else None
    inked = style.update_link(None).render(segment.text, color_system=system)
    if not (links and url):
        return inked
    # Written here since Rich numbers links by chance, and the same records should give the same
    # text. The number tells the terminal that the lines of a broken link are one.
    return f"\x1b]8;id={crc32(url.encode())};{url}\x1b\\{inked}\x1b]8;;\x1b\\"
