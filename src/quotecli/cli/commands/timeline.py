"""``quotecli timeline``: what somebody said over time."""

from pathlib import Path
from typing import Annotated

import typer

from quotecli.cli.narrowing import Kinds, OutletName, Since, Speakers, Until, Words, Year
from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path
from quotecli.cli.options import kinds as kinds_of
from quotecli.cli.shells import files
from quotecli.text.steps import Step


def timeline(
    words: Words = None,
    speaker: Speakers = None,
    year: Year = None,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    outlet: OutletName = None,
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
    from quotecli.search.query import Query
    from quotecli.text.days import between

    period = between(year, since, until)
    query = Query(
        words=tuple(words or ()),
        speakers=tuple(speaker or ()),
        since=period.first,
        until=period.last,
        kinds=kinds_of(kind),
        outlets=(outlet,) if outlet is not None else (),
    )
    chronicle.print_timeline(query, chosen_format(format_, json), db_path(db), by, svg)
