"""A search answered on the screen: the statements, and in words what was left out and why."""

import sys
from contextlib import closing
from pathlib import Path

import typer

from quotecli.cli.options import Format
from quotecli.cli.printing import note, print_records
from quotecli.search.query import Query

NOTHING_FOUND = 1


def limit_for(format_: Format, asked: int | None, few: int) -> int | None:
    """Give how many statements to print: a screenful where a person reads, else all."""
    if asked is not None:
        return asked or None
    return few if format_ is Format.TABLE and sys.stdout.isatty() else None


def answer(query: Query, format_: Format, db: Path) -> None:
    """Search, print, and end with status 1 where nothing was found."""
    from quotecli.index.store import open_index
    from quotecli.search.run import search

    with closing(open_index(db)) as index:
        result = search(index, query)
        print_records(result.records, format_, query.words)
        for remark in result.notes:
            note(remark)
        if not result.records:
            from quotecli.search.explain import explain

            for sentence in explain(index, query):
                note(sentence)
            raise typer.Exit(NOTHING_FOUND)
    if len(result.records) < result.total:
        note(f"{len(result.records)} of {result.total} statements; --limit 0 shows all")
