"""``quotecli timeline``: what somebody said over time."""

from pathlib import Path
from typing import Annotated

import typer

from quotecli.cli.exclusions import WordsCommand as Command
from quotecli.cli.narrowing import Narrowing, Speakers, query_of
from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path
from quotecli.cli.shells import files
from quotecli.cli.spreading import spread
from quotecli.text.steps import Step

__all__ = ["Command", "timeline"]


@spread
def timeline(
    *,
    speaker: Speakers = None,
    asked: Narrowing,
    by: Annotated[
        Step | None, typer.Option(help="How long a bar is.  [default: as the days reach]")
    ] = None,
    svg: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Draw the chart as a picture, too.", autocompletion=files
        ),
    ] = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show what somebody said on a topic over time, with a chart.

    The oldest comes first, what has no date last. For example:

      quotecli timeline --speaker Putin peace --svg peace.svg
    """
    from quotecli.cli import chronicle

    query = query_of(asked, speaker)
    chronicle.print_timeline(query, chosen_format(format_, json), db_path(db), by, svg)
