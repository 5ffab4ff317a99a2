"""``quotecli search``: find statements."""

from typing import Annotated

import typer

from quotecli.cli.completion import outlets, speakers
from quotecli.cli.exclusions import WordsCommand as Command
from quotecli.cli.narrowing import Kinds, Since, Speakers, Until, Year
from quotecli.cli.options import (
    Db,
    EveryCopy,
    Format,
    FormatOption,
    Json,
    NoThoughts,
    chosen_format,
    db_path,
)
from quotecli.cli.options import kinds as kinds_of
from quotecli.index.filters import Sort
from quotecli.index.tallies import By

__all__ = ["Command", "search"]

_FEW = 25  # a table on a terminal shows so many unless asked for more


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help='Words or a "phrase in quotation marks"; -word leaves a word out.',
        ),
    ] = None,
    speaker: Speakers = None,
    not_speaker: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Who did not say it.", autocompletion=speakers),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Whom it mentions.", autocompletion=speakers),
    ] = None,
    year: Year = None,
    since: Since = None,
    until: Until = None,
    undated: Annotated[bool, typer.Option("--undated", help="Only what has no date.")] = False,
    kind: Kinds = None,
    outlet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Who published it: a name or domain.", autocompletion=outlets
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of the article's title.")
    ] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(metavar="NUMBER", min=0, max=1, help="At least so sure, from 0 to 1."),
    ] = None,
    no_thoughts: NoThoughts = False,
    any_: Annotated[bool, typer.Option("--any", help="One of the words is enough.")] = False,
    exact: Annotated[
        bool,
        typer.Option("--exact", help="Do not look for nearly the same where nothing is found."),
    ] = False,
    fts: Annotated[
        bool, typer.Option("--fts", help="The words are an expression in the language of FTS5.")
    ] = False,
    context: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="Sentences around each statement.")
    ] = 0,
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
    page: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", min=1, help=f"Of {_FEW} or --limit each, from 1."),
    ] = None,
    count: Annotated[bool, typer.Option("--count", help="Only say how many there are.")] = False,
    by: Annotated[By | None, typer.Option("--by", help="Count them by one of these.")] = None,
    every_copy: EveryCopy = False,
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
    from quotecli.search.query import Query
    from quotecli.text.days import between

    answers.refuse_together({"--any": any_, "--fts": fts})
    answers.refuse_together({"--count": count, "--by": by is not None, "--context": context > 0})
    answers.refuse_together({"--count": count, "--page": page is not None})
    period = between(year, since, until)
    wanted = chosen_format(format_, json)
    most = answers.limit_for(wanted, limit, _FEW, page)
    typed = tuple(words or ())
    query = Query(
        words=() if fts else typed,
        any_word=any_,
        expression=" ".join(typed).strip() or None if fts else None,
        about=tuple(about or ()),
        speakers=tuple(speaker or ()),
        not_speakers=tuple(not_speaker or ()),
        since=period.first,
        until=period.last,
        undated=undated,
        kinds=kinds_of(kind),
        outlets=tuple(outlet or ()),
        title=title,
        min_confidence=min_confidence,
        no_thoughts=no_thoughts,
        sort=sort,
        limit=most,
        offset=((page or 1) - 1) * (most or 0),
        exact=exact,
        every_copy=every_copy,
    )
    if count:
        answers.answer_with_count(query, wanted, db_path(db))
    elif by is not None:
        answers.answer_with_tallies(query, by, wanted, db_path(db))
    else:
        answers.answer(query, wanted, db_path(db), context)
