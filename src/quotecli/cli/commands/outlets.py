"""``quotecli outlets``: who published what the index holds."""

from enum import StrEnum
from typing import Annotated

import typer

from quotecli.cli.completion import outlets as offered
from quotecli.cli.options import Db, db_path


class By(StrEnum):
    """What outlets are sorted by."""

    ARTICLES = "articles"
    STATEMENTS = "statements"
    NAME = "name"
    FIRST = "first"
    LAST = "last"


def outlets(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]", help="Only those of this name or domain.", autocompletion=offered
        ),
    ] = None,
    sort: Annotated[
        By, typer.Option(help="Most first; by first and last day the newest first.")
    ] = By.ARTICLES,
    json: Annotated[bool, typer.Option("--json", help="Print a JSON array.")] = False,
    db: Db = None,
) -> None:
    """List the outlets, and how much the index has of each."""
    from quotecli.cli import overviews

    overviews.print_outlets(db_path(db), name, sort.value, json=json)
