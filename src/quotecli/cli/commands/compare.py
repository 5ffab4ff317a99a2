"""``quotecli compare``: what two people said, side by side."""

from typing import Annotated

import typer

from quotecli.cli.completion import speakers
from quotecli.cli.narrowing import Kinds, OutletName, Since, Until, Words, Year
from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path
from quotecli.cli.options import kinds as kinds_of


def compare(
    one: Annotated[str, typer.Argument(metavar="NAME", help="A speaker.", autocompletion=speakers)],
    other: Annotated[
        str, typer.Argument(metavar="NAME", help="Another speaker.", autocompletion=speakers)
    ],
    words: Words = None,
    year: Year = None,
    since: Since = None,
    until: Until = None,
    kind: Kinds = None,
    outlet: OutletName = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Show what two speakers said on a topic, side by side.

    By day, the oldest first. For example:

      quotecli compare Putin Aliyev peace --year 2022
    """
    from quotecli.cli import chronicle
    from quotecli.search.query import Query
    from quotecli.text.days import between

    period = between(year, since, until)
    query = Query(
        words=tuple(words or ()),
        since=period.first,
        until=period.last,
        kinds=kinds_of(kind),
        outlets=(outlet,) if outlet is not None else (),
    )
    chronicle.print_comparison(query, one, other, chosen_format(format_, json), db_path(db))
