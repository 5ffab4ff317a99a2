"""Statements onto standard output, in the format asked for and as the terminal allows."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from quotecli.cli.options import Format
from quotecli.model import Record


class Screen(NamedTuple):
    """What standard output can show; ``width`` is None where lines are not to be wrapped."""

    width: int | None
    colour: bool
    links: bool


def screen() -> Screen:
    """Look at standard output: a terminal, or a pipe, whose width only COLUMNS can tell."""
    terminal = sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    if terminal:
        width: int | None = shutil.get_terminal_size().columns
    else:
        columns = os.environ.get("COLUMNS", "")
        width = int(columns) if columns.isdigit() and int(columns) > 0 else None
    return Screen(width, terminal and not plain, terminal and not plain)


def print_records(records: Sequence[Record], format_: Format, words: Iterable[str] = ()) -> None:
    """Print statements; ``words`` are those to be marked in a table."""
    if format_ is Format.TABLE:
        from quotecli.output.table import render_table

        seen = screen()
        write([render_table(records, **seen._asdict(), words=words)])
    else:
        write(_lines(records, format_))


def _lines(records: Sequence[Record], format_: Format) -> Iterator[str]:
    from quotecli.output import delimited, markdown, records_json

    if format_ is Format.CSV:
        return delimited.csv_rows(records, visible=sys.stdout.isatty())
    if format_ is Format.TSV:
        return delimited.tsv_rows(records, visible=sys.stdout.isatty())
    if format_ is Format.MARKDOWN:
        return markdown.markdown_quotes(records)
    if format_ is Format.JSONL:
        return records_json.json_lines(records)
    return records_json.json_array(records)


def write(pieces: Iterable[str]) -> None:
    """Write text as it is; a character that the output cannot encode is written as an escape."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    for piece in pieces:
        sys.stdout.write(piece)


def note(message: str) -> None:
    """Tell the user something on standard error, one line."""
    from quotecli.output.terminal import visible

    sys.stdout.flush()  # on a terminal the note stands below what it is about
    print(visible(message), file=sys.stderr)  # noqa: T201  standard error is for people
