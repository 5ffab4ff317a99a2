"""``quotecli show``: a day's statements, or one statement in its context."""

import re
from contextlib import closing
from typing import Annotated

import typer

from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_DATE = re.compile(r"\d{4}(-.*)?")


@app.command()
def show(
    what: Annotated[
        str,
        typer.Argument(metavar="DAY|ID", help="2022-10-31, 2022-10, 2022, or a statement's ID."),
    ],
    context: Annotated[
        int, typer.Option("--context", min=0, help="Paragraphs around a statement.")
    ] = 0,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show what was said on or published on a day, or one statement in its paragraph."""
    from quotecli.cli import pages
    from quotecli.index.store import open_index

    wanted = chosen_format(format_, json)
    with closing(open_index(db_path(db))) as index:
        if _DATE.fullmatch(what):
            pages.show_period(index, what, wanted)
        else:
            pages.show_statement(index, what, wanted, context)
