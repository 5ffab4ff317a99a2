"""``quotecli search``: find statements."""

from typing import Annotated

import typer

from quotecli.cli.completion import outlets, speakers
from quotecli.cli.options import Db, Format, FormatOption, Json, KindName, chosen_format, db_path
from quotecli.cli.options import kinds as kinds_of
from quotecli.index.filters import Sort

_FEW = 25  # a table on a terminal shows so many unless asked for more


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help='Words or a "phrase in quotation marks".'),
    ] = None,
    speaker: Annotated[
        list[str] | None,
        typer.Option(
            "--speaker", "-s", metavar="NAME", help="Who said it.", autocompletion=speakers
        ),
    ] = None,
    year: Annotated[
        str | None, typer.Option("--year", "-y", metavar="YEAR", help="Said or published in it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="From a day, month or year on.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Up to a day, month or year.")
    ] = None,
    kind: Annotated[
        list[KindName] | None,
        typer.Option("--kind", "-k", help="quote is direct and mixed, claim is indirect."),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Who published it: a name or domain.", autocompletion=outlets
        ),
    ] = None,
    sort: Annotated[
        Sort | None,
        typer.Option(help="Default: relevance with words, else newest first (-date)."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            "-n",
            metavar="NUMBER",
            min=0,
            help=f"At most so many; 0 is all.  [default: {_FEW} on a terminal]",
        ),
    ] = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Find statements by words, speaker, date, kind or outlet.

    All conditions must hold; of several speakers or kinds any will do. For example:

      quotecli search --speaker Putin

      quotecli search normalization --year 2022 --json | jq -r '.[].text'
    """
    from quotecli.cli import answers
    from quotecli.search.query import Query
    from quotecli.text.days import between

    period = between(year, since, until)
    wanted = chosen_format(format_, json)
    query = Query(
        words=tuple(words or ()),
        speakers=tuple(speaker or ()),
        since=period.first,
        until=period.last,
        kinds=kinds_of(kind),
        outlet=outlet,
        sort=sort,
        limit=answers.limit_for(wanted, limit, _FEW),
    )
    answers.answer(query, wanted, db_path(db))
