"""``quotecli show``: a day's statements, or one statement in its context."""

import re
from contextlib import closing
from typing import Annotated

import typer

from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path

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
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show a day's statements, or one in its paragraph.

    Of a day, a month or a year all is shown that was said or published in it.
    """
    from quotecli.cli import pages
    from quotecli.index.store import open_index

    wanted = chosen_format(format_, json)
    with closing(open_index(db_path(db))) as index:
        if _ID.fullmatch(what) and not _YEAR.fullmatch(what):
            pages.show_statement(index, what, wanted, context)
        else:
            pages.show_period(index, what, wanted)
