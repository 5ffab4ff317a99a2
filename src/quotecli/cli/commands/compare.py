"""``quotecli compare``: what two people said, side by side."""

from typing import Annotated

import typer

from quotecli.cli.completion import speakers
from quotecli.cli.exclusions import WordsCommand as Command
from quotecli.cli.narrowing import Narrowing, query_of
from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path
from quotecli.cli.spreading import spread

__all__ = ["Command", "compare"]


@spread
def compare(
    *,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A speaker.", autocompletion=speakers)],
    other: Annotated[
        str, typer.Argument(metavar="NAME", help="Another speaker.", autocompletion=speakers)
    ],
    asked: Narrowing,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show what two speakers said on a topic, side by side.

    By day, the oldest first. For example:

      quotecli compare Putin Aliyev peace --year 2022
    """
    from quotecli.cli import chronicle

    wanted = chosen_format(format_, json)
    chronicle.print_comparison(query_of(asked), one, other, wanted, db_path(db))
