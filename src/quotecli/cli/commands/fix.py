"""``quotecli fix``: say who really said it."""

from typing import Annotated

import typer

from quotecli.cli.narrowing import speaker_option
from quotecli.cli.options import Db, db_path


def fix(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The statement's ID.")],
    speaker: Annotated[
        list[str] | None, speaker_option("Who said it; several times for several.")
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="Nobody knows who said it.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the correction back.")] = False,
    db: Db = None,
) -> None:
    """Correct the speaker of one statement, for good.

    The correction holds, whatever is indexed again.
    quotecli speakers export lists all corrections.
    """
    from quotecli.cli import registers

    registers.fix(db_path(db), id_, tuple(speaker or ()), unknown=unknown, undo=undo)
