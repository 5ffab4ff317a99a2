"""``quotecli show``: a day's statements, or one statement in its context."""

import re
from contextlib import closing
from typing import Annotated

import typer

from quotecli.cli.narrowing import Kinds, Speakers
from quotecli.cli.options import (
    Db,
    EveryCopy,
    Format,
    FormatOption,
    Json,
    chosen_format,
    db_path,
)
from quotecli.cli.options import kinds as kinds_of

_YEAR = re.compile(r"\d{4}")
_ID = re.compile(r"[a-z2-7]+")


def show(
    what: Annotated[
        str,
        typer.Argument(metavar="DAY|ID", help="2022-10-31, 2022-10, 2022, or a statement's ID."),
    ],
    context: Annotated[
        int,
        typer.Option("--context", metavar="NUMBER", min=0, help="Paragraphs around a statement."),
    ] = 0,
    variants: Annotated[
        bool, typer.Option("--variants", help="All wordings of a statement, in all outlets.")
    ] = False,
    why: Annotated[
        bool, typer.Option("--why", help="Explain a statement's speaker, day and confidence.")
    ] = False,
    speaker: Speakers = None,
    kind: Kinds = None,
    every_copy: EveryCopy = False,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show a day's statements, or one in its paragraph.

    Of a day, a month or a year all is shown that was said or published in it, of the copies of
    one statement the fullest; --speaker and --kind leave out the rest.
    """
    from quotecli.cli import pages
    from quotecli.errors import UsageError
    from quotecli.index.store import open_index

    wanted = chosen_format(format_, json)
    what = what.strip().lower()  # IDs have no capitals, and days no letters
    with closing(open_index(db_path(db))) as index:
        if _ID.fullmatch(what) and not _YEAR.fullmatch(what):
            if speaker or kind:
                raise UsageError("--speaker and --kind narrow a day down", f"or show {what} alone")
            if variants and why:
                raise UsageError("--variants and --why do not go together", "leave one out")
            if variants:
                pages.show_variants(index, what, wanted)
            else:
                pages.show_statement(index, what, wanted, context, why=why)
        else:
            if context:
                raise UsageError("--context goes with one statement", "give its ID")
            if why:
                raise UsageError("--why explains one statement", "give its ID")
            if variants:
                raise UsageError(
                    f"{what!r} is no ID: --variants shows the wordings of one statement",
                    "name it by its ID, as quotecli search shows it",
                )
            narrowed = (tuple(speaker or ()), kinds_of(kind))
            pages.show_period(index, what, wanted, *narrowed, every_copy=every_copy)
