"""Statements in the order of their days, onto standard output."""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.options import Format
from quotecli.cli.printing import can_show, note, print_records, screen, write
from quotecli.errors import QuotecliError, UsageError
from quotecli.index.filters import Sort
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.store import Index, open_index
from quotecli.search.query import Query
from quotecli.search.run import Result, search
from quotecli.text.steps import Step, counted, fitting_step, period_of


def print_timeline(
    query: Query, format_: Format, db: Path, by: Step | None, svg: Path | None
) -> None:
    """Print statements by day and a chart of them; ends with status 1 where there are none.

    In JSON each record has one more key, ``period``.
    """
    if not (query.speakers or query.words or query.expression or query.about or query.title):
        raise UsageError("a timeline of whom or of what", "name a --speaker, words, or both")
    with closing(open_index(db)) as index:
        found = _search(index, query)
        _tell(found.notes)
        records = found.records
        if not records:
            print_records((), format_)
            _explain(index, query)
            raise typer.Exit(NOTHING_FOUND)
    days = [record.date for record in records if record.date is not None]
    step = by or fitting_step(days)
    if format_ is Format.TABLE:
        from quotecli.output.bars import BLOCKS, Count
        from quotecli.output.timeline import render_timeline

        counts = [Count(*row) for row in counted(days, step)]
        seen = {**screen()._asdict(), "blocks": can_show(BLOCKS)}
        write([render_timeline(records, counts, **seen, words=found.words)])
    else:
        periods = [record.date and period_of(record.date, step) for record in records]
        print_records(records, format_, added=[{"period": period} for period in periods])
    if svg is not None:
        _draw(svg, query, days, step)
    if len(days) < len(records):
        note(f"{len(records) - len(days):,} of {len(records):,} have no date and no bar")


def print_comparison(query: Query, one: str, other: str, format_: Format, db: Path) -> None:
    """Print what two said side by side; ends with status 1 where neither said anything.

    In JSON each record has one more key, ``compared``: the name as it was typed.
    """
    with closing(open_index(db)) as index:
        asked = [query._replace(speakers=(name,)) for name in (one, other)]
        sides = [_search(index, side) for side in asked]
        _tell(sides[0].notes + sides[1].notes)
        found = [(record, name) for name, side in zip((one, other), sides, strict=True)
                 for record in side.records]  # fmt: skip
        if format_ is Format.TABLE and found:
            from quotecli.output.comparison import Side, render_comparison

            left, right = Side(one, sides[0].records), Side(other, sides[1].records)
            words = tuple(dict.fromkeys(sides[0].words + sides[1].words))
            write([render_comparison(left, right, **screen()._asdict(), words=words)])
        else:
            found.sort(key=lambda pair: (pair[0].date is None, pair[0].date or ""))
            names = [{"compared": name} for _, name in found]
            print_records([record for record, _ in found], format_, added=names)
        for query_of_one, side in zip(asked, sides, strict=True):
            if not side.records:
                _explain(index, query_of_one)
        if found and speaker_numbers(index, one) == speaker_numbers(index, other):
            note(f"{one} and {other} are one speaker in the index")
    if not found:
        raise typer.Exit(NOTHING_FOUND)


def _search(index: Index, query: Query) -> Result:
    return search(index, query._replace(sort=Sort.OLDEST, limit=None))


def _explain(index: Index, query: Query) -> None:
    from quotecli.search.explain import explain

    _tell(explain(index, query))


def _tell(notes: Iterable[str]) -> None:
    for remark in dict.fromkeys(notes):
        note(remark)


def _draw(file: Path, query: Query, days: list[str], step: Step) -> None:
    from quotecli.output.bars import Count
    from quotecli.output.svg import bar_picture

    who = f" by {' or '.join(query.speakers)}" if query.speakers else ""
    words = query.expression or " ".join(query.words)
    what = f" on {words}" if words else ""
    title = f"Statements{who}{what}, by {step}"
    picture = bar_picture(title, [Count(*row) for row in counted(days, step)])
    try:
        file.write_text(picture, encoding="utf-8")
    except OSError as error:
        raise QuotecliError(
            f"cannot write {file}: {error.strerror}", "name another file with --svg"
        ) from error
    note(f"drawn: {file}")
