"""``quotecli search``: find statements."""

from typing import Annotated

import typer

from quotecli.cli.exclusions import WordsCommand as Command
from quotecli.cli.narrowing import Narrowing, Speakers, query_of
from quotecli.cli.options import (
    FEW,
    Db,
    Format,
    FormatOption,
    Json,
    Limit,
    chosen_format,
    db_path,
)
from quotecli.cli.spreading import spread
from quotecli.index.asking.tallies import By
from quotecli.index.filters import Sort

__all__ = ["Command", "search"]


@spread
def search(
    *,
    speaker: Speakers = None,
    asked: Narrowing,
    context: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="Sentences around each statement.")
    ] = 0,
    sort: Annotated[
        Sort | None,
        typer.Option(help="Default: relevance with words, else newest first (-date)."),
    ] = None,
    limit: Limit = None,
    page: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", min=1, help=f"Of {FEW} or --limit each, from 1."),
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only say how many there are.")] = False,
    by: Annotated[By | None, typer.Option("--by", help="Count them by one of these.")] = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Find statements by words, speaker, date, kind or outlet.

    All conditions must hold; of several speakers, kinds or outlets any will do. For example:

      quotecli search --speaker Putin

      quotecli search war -nuclear --since "last month" --by speaker

      quotecli search normalization --year 2022 --json | jq -r '.[].text'
    """
    from quotecli.cli import answers

    answers.refuse_together({"--count": count, "--by": by is not None, "--context": context > 0})
    answers.refuse_together({"--count": count, "--page": page is not None})
    wanted = chosen_format(format_, json)
    most = answers.limit_for(wanted, limit, FEW, page)
    offset = ((page or 1) - 1) * (most or 0)
    query = query_of(asked, speaker)._replace(sort=sort, limit=most, offset=offset)
    if count:
        answers.answer_with_count(query, wanted, db_path(db))
    elif by is not None:
        answers.answer_with_tallies(query, by, wanted, db_path(db))
    else:
        answers.answer(query, wanted, db_path(db), context)
