"""``quotecli stats``: what the index holds."""

from typing import Annotated

import typer

from quotecli.cli.options import Db, db_path


def stats(
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    db: Db = None,
) -> None:
    """Show how much the index holds, and how much of it is known."""
    from quotecli.cli import overviews

    overviews.print_totals(db_path(db), json=json)
