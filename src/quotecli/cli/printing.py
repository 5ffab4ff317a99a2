"""Statements onto standard output, in the format asked for and as the terminal allows."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TextIO

from quotecli.cli.options import Format
from quotecli.errors import QuotecliError
from quotecli.index.asking.tallies import By, Tally
from quotecli.model import Record

_NAMELESS = {
    By.SPEAKER: "nobody named",
    By.YEAR: "no date",
    By.OUTLET: "no outlet",
    By.KIND: "no kind",
}


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
        width = int(columns) if columns.isdecimal() and int(columns) > 0 else None
    return Screen(width, terminal and not plain, terminal and not plain)


def can_show(characters: str) -> bool:
    """Tell whether standard output's encoding has all of these characters."""
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def print_records(
    records: Sequence[Record],
    format_: Format,
    words: Iterable[str] = (),
    added: Sequence[Mapping[str, object]] = (),
) -> None:
    """Print statements; ``words`` are those to be marked in a table, ``added`` more keys for JSON.

    A table is for people and keeps to the encoding of the terminal. All else is for programs
    and is UTF-8 whatever the locale, as JSON has to be.
    """
    if format_ is Format.TABLE:
        from quotecli.output.table import render_table

        seen = screen()
        write([render_table(records, **seen._asdict(), words=words)])
    else:
        write_exactly(_lines(records, format_, added))


def print_tallies(counts: Sequence[Tally], by: By, format_: Format) -> None:
    """Print how many statements each speaker, year, … has; for people as bars."""
    if format_ is Format.TABLE:
        from quotecli.output.bars import BLOCKS, Count, bar_chart
        from quotecli.output.painting import paint_lines

        seen = screen()
        named = [Count(value or _NAMELESS[by], number) for value, number in counts]
        lines = bar_chart(named, width=seen.width, blocks=can_show(BLOCKS))
        write([paint_lines(lines, colour=seen.colour, links=seen.links)])
    else:
        from quotecli.output.tallies import tally_lines

        write_exactly(tally_lines(counts, by, format_))


def print_number(statements: int, format_: Format) -> None:
    """Print a number of statements: bare for people and shells, in JSON as an object."""
    if format_ in {Format.JSON, Format.JSONL}:
        write([f'{{"statements": {statements}}}\n'])
    else:
        write([f"{statements}\n"])


def _lines(
    records: Sequence[Record], format_: Format, added: Sequence[Mapping[str, object]]
) -> Iterator[str]:
    from quotecli.output import delimited, markdown, records_json

    if format_ is Format.CSV:
        return delimited.csv_rows(records, visible=sys.stdout.isatty())
    if format_ is Format.TSV:
        return delimited.tsv_rows(records, visible=sys.stdout.isatty())
    if format_ is Format.MARKDOWN:
        return markdown.markdown_quotes(records)
    if format_ is Format.JSONL:
        return records_json.json_lines(records, added)
    return records_json.json_array(records, added)


def write_exactly(pieces: Iterable[str]) -> None:
    """Write what is for programs: UTF-8 whatever the locale."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    write(pieces)


def write(pieces: Iterable[str]) -> None:
    """Write text as it is; a character that the output cannot encode is written as an escape.

    Raises:
        QuotecliError: the disk is full, ...
        BrokenPipeError: nobody reads any more.
    """
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up(sys.stdout)
        raise QuotecliError(f"cannot write the output: {error.strerror}", "make room") from error


def give_up(stream: TextIO) -> None:
    """Let what is still to be written vanish: Python would fail with it once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def note(message: str) -> None:
    """Tell the user something on standard error, one line."""
    from quotecli.output.terminal import visible

    try:
        print(visible(message), file=sys.stderr)  # noqa: T201  standard error is for people
    except OSError:  # nobody listens
        give_up(sys.stderr)
