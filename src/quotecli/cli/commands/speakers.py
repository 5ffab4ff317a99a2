"""``quotecli speakers``: who is quoted, and corrections of who is whom."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotecli.cli.completion import speakers as offered
from quotecli.cli.default_command import ListByDefault
from quotecli.cli.options import (
    FEW,
    Db,
    Format,
    FormatOption,
    Json,
    Limit,
    chosen_format,
    db_path,
)
from quotecli.cli.shells import files

speakers = typer.Typer(
    cls=ListByDefault,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""List who is quoted, show one of them, and correct who is whom.

    quotecli speakers putin is short for: quotecli speakers list putin
    """,
)

_Names = Annotated[
    list[str], typer.Argument(metavar="NAME...", help="In full.", autocompletion=offered)
]
_Undo = Annotated[bool, typer.Option("--undo", help="Take such a correction back.")]


class By(StrEnum):
    """What speakers are sorted by."""

    STATEMENTS = "statements"
    ARTICLES = "articles"
    NAME = "name"
    FIRST = "first"
    LAST = "last"


@speakers.command("list")
def list_(
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]", help="Only who is meant by it.", autocompletion=offered),
    ] = None,
    sort: Annotated[
        By, typer.Option(help="Most first; by first and last day the newest first.")
    ] = By.STATEMENTS,
    limit: Limit = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """List the speakers with counts and years; of one also names, roles, outlets (the default)."""
    from quotecli.cli import answers, registers

    wanted = chosen_format(format_, json)
    few = answers.limit_for(wanted, limit, FEW)
    typed = None if name is None else " ".join(name)
    registers.print_speakers(db_path(db), typed, sort.value, few, wanted)


@speakers.command()
def merge(names: _Names, undo: _Undo = False, db: Db = None) -> None:
    """Make two or more one: quotecli speakers merge "Jane Roe" "Jane Roe-Doe"."""
    from quotecli.cli import registers

    registers.merge(db_path(db), names, undo=undo)


@speakers.command()
def split(names: _Names, undo: _Undo = False, db: Db = None) -> None:
    """Take names out of the speaker they were given to, as one of their own."""
    from quotecli.cli import registers

    registers.split(db_path(db), names, undo=undo)


@speakers.command()
def rename(
    name: Annotated[str, typer.Argument(metavar="NAME", autocompletion=offered)],
    shown: Annotated[str | None, typer.Argument(metavar="[NEW]")] = None,
    undo: _Undo = False,
    db: Db = None,
) -> None:
    """Show a speaker under another name."""
    from quotecli.cli import registers

    registers.rename(db_path(db), name, shown, undo=undo)


@speakers.command()
def export(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="[default: standard output]", autocompletion=files),
    ] = None,
    db: Db = None,
) -> None:
    """Write all corrections as a plain file, one a line."""
    from quotecli.cli import registers

    registers.export(db_path(db), path)


@speakers.command("import")
def import_(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="- is standard input.", autocompletion=files)
    ],
    wikidata: Annotated[
        bool,
        typer.Option("--wikidata", help="A table of names and Wikidata items (TSV or CSV)."),
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Where the file says otherwise, it is right.")
    ] = False,
    db: Db = None,
) -> None:
    """Read corrections that export wrote; those that are known change nothing."""
    from quotecli.cli import registers

    take = registers.import_wikidata if wikidata else registers.import_corrections
    take(db_path(db), path, replace=replace)
