"""Links to statements: made, printed and opened in a browser."""

import os
import sys

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.pages import from_here
from quotecli.cli.printing import note, write
from quotecli.index.read import article_of
from quotecli.index.store import Index
from quotecli.model import Record
from quotecli.output.fragments import link_to_words
from quotecli.output.terminal import safe_link


def link_to(index: Index, record: Record) -> str:
    """Give the web address that opens a statement at its words.

    Ends the program with status 1 and one line where the article has none; the line then says
    where else the words stand.
    """
    url = safe_link(record.url)
    if url is None:
        note(f"no link: {_why_not(record)}{_elsewhere(record)}")
        raise typer.Exit(NOTHING_FOUND)
    article = article_of(index, record)
    return link_to_words(url, record.segments, article.text, article.blocks, record.title)


def print_link(link: str) -> None:
    """Print a link on a line of its own."""
    write([f"{link}\n"])


def follow(link: str) -> None:
    """Open a link in the user's browser; where there is none, print it."""
    if not _opened(link):
        note("no browser could be opened here; this is the link:")
        print_link(link)


def _opened(link: str) -> bool:
    # Without a screen Python would take a browser that runs in the terminal: that knows no text
    # fragments, and in a pipe it writes what nobody wants there.
    has_screen = sys.platform in {"darwin", "win32"} or any(
        os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY")
    )
    if not has_screen:
        return False
    import webbrowser

    try:
        return webbrowser.get().open(link)
    except webbrowser.Error:
        return False


def _why_not(record: Record) -> str:
    if record.url is None:
        return "the article gives no URL"
    return f"the article's URL is no web address that could be opened: {record.url}"


def _elsewhere(record: Record) -> str:
    for other in record.also:
        if safe_link(other.url) is not None:
            return (
                f"; the same words stand in {other.outlet or other.url}: quotecli open {other.id}"
            )
    if record.path is not None and os.path.exists(record.path):  # noqa: PTH110
        return f"; it was read from {from_here(record.path)}"
    return ""
