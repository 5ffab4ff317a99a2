"""A search answered on the screen: the statements, and in words what was left out and why."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from quotecli.cli.options import Format
from quotecli.cli.printing import note, print_number, print_records, print_tallies
from quotecli.errors import UsageError
from quotecli.index.asking.tallies import By
from quotecli.index.store import Index
from quotecli.search.query import Query

if TYPE_CHECKING:
    from quotecli.search.run import Result

NOTHING_FOUND = 1


def limit_for(format_: Format, asked: int | None, few: int, page: int | None = None) -> int | None:
    """Give how many statements to print: a screenful for a person or a page, else all.

    Raises:
        UsageError: a page is asked for, of all there are.
    """
    if asked == 0 and page is not None:
        raise UsageError(
            "--limit 0 is all on one page", "leave --page out, or say how many on each"
        )
    if asked is not None:
        return asked or None
    is_read = format_ is Format.TABLE and sys.stdout.isatty()
    return few if is_read or page is not None else None


def refuse_together(options: Mapping[str, bool]) -> None:
    """Allow at most one of some options.

    Raises:
        UsageError: there are two.
    """
    given = [name for name, is_given in options.items() if is_given]
    if len(given) > 1:
        raise UsageError(f"{' and '.join(given)} do not go together", f"leave {given[-1]} out")


def answer(query: Query, format_: Format, db: Path, context: int = 0) -> None:
    """Search, print, and end with status 1 where nothing was found."""
    from quotecli.index.store import open_index
    from quotecli.search.run import search

    with closing(open_index(db)) as index:
        result = search(index, query)
        if context:
            from quotecli.search.context import in_context

            result = result._replace(records=in_context(index, result.records, context))
        print_records(result.records, format_, result.words)
        _tell(result.notes)
        _tell(_mistaken_options(index, query))
        if not result.records:
            if result.total:
                _beyond_the_last_page(result.total, "statement")
            _nothing_found(index, query)
    extent = _extent(query, result)
    if extent is not None:
        note(extent)


def answer_with_count(query: Query, format_: Format, db: Path) -> None:
    """Print how many statements there are, and end with status 1 where there are none."""
    from quotecli.index.store import open_index
    from quotecli.search.run import count

    with closing(open_index(db)) as index:
        statements, notes = count(index, query)
        print_number(statements, format_)
        _tell(notes)
        if not statements:
            _nothing_found(index, query)


def answer_with_tallies(query: Query, by: By, format_: Format, db: Path) -> None:
    """Print how many statements each speaker, year, … has, and end with status 1 where none is."""
    from quotecli.index.store import open_index
    from quotecli.search.run import tally

    with closing(open_index(db)) as index:
        counts, notes = tally(index, query, by)
        shown = counts[query.offset :][: query.limit]
        print_tallies(shown, by, format_)
        _tell(notes)
        if not counts:
            _nothing_found(index, query)
    if not shown:
        _beyond_the_last_page(len(counts), by.value)
    if len(shown) < len(counts):
        note(f"{_which(query, len(shown))} of {len(counts):,}; --limit 0 shows all")


def _beyond_the_last_page(total: int, noun: str) -> NoReturn:
    """Say of a page that has nothing how much there is, and end with status 1."""
    only = f"is only 1 {noun}" if total == 1 else f"are only {total:,} {noun}s"
    note(f"there {only}; give a smaller --page")
    raise typer.Exit(NOTHING_FOUND)


def _which(query: Query, shown: int) -> str:
    return f"{query.offset + 1:,} to {query.offset + shown:,}" if query.offset else f"{shown:,}"


def _mistaken_options(index: Index, query: Query) -> list[str]:
    """Say of "-sputin" that it leaves a word out, where a speaker may have been meant."""
    from quotecli.search.words import parse_words

    names = [word[1:] for word in parse_words(query.words).excluded if word[:1] == "s"]
    if not names:
        return []
    from quotecli.index.names.speakers import speaker_numbers

    return [
        f"-s{name} leaves out the word s{name}; for the speaker write -s {name}"
        for name in names
        if any(map(str.isalnum, name)) and speaker_numbers(index, name)
    ]


def _extent(query: Query, result: "Result") -> str | None:
    """Say how much of what was found is not shown, and what shows it; None where all is."""
    shown, copies = len(result.records), result.with_copies > result.total
    counted = f"{result.total:,} statement{'' if result.total == 1 else 's'}"
    if copies:
        counted += f", {result.with_copies:,} with {'its' if result.total == 1 else 'their'} copies"
    if query.offset:
        return f"{_which(query, shown)} of {counted}"
    if shown < result.total:
        every = ", --all each copy" if copies else ""
        return f"{_which(query, shown)} of {counted}; --limit 0 shows all{every}"
    return f"{counted}; --all shows each" if copies else None


def _nothing_found(index: Index, query: Query) -> None:
    from quotecli.search.explain import explain

    _tell(explain(index, query))
    raise typer.Exit(NOTHING_FOUND)


def _tell(notes: Iterable[str]) -> None:
    for remark in notes:
        note(remark)
