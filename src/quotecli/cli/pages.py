"""The pages of ``quotecli show``."""

import os
from collections.abc import Sequence
from dataclasses import replace

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.options import Format
from quotecli.cli.printing import note, print_records, screen, write
from quotecli.index.read import article_of, record_by_id, records_of_period, variants_of
from quotecli.index.store import Index
from quotecli.model import Kind, Record
from quotecli.text.days import parse_period


def show_period(
    index: Index,
    text: str,
    format_: Format,
    speakers: Sequence[str],
    kinds: Sequence[Kind],
    *,
    every_copy: bool,
) -> None:
    """Print what was said or published in a day, month or year, article by article."""
    period = parse_period(text)
    records = records_of_period(index, period, speakers, kinds, collapsed=not every_copy)
    if format_ is Format.TABLE and records:
        from quotecli.output.daysheet import render_daysheet

        write([render_daysheet(records, **screen()._asdict())])
    else:
        print_records(records, format_)
    if not records:
        from quotecli.search.explain import extent_sentence

        by = f" by {' or '.join(speakers)}" if speakers else ""
        kind = f" of kind {' or '.join(kinds)}" if kinds else ""
        when = f"{'on' if period.first == period.last else 'in'} {text}"
        note(f"nothing{by}{kind} was said or published {when}; {extent_sentence(index)}")
        raise typer.Exit(NOTHING_FOUND)


def show_variants(index: Index, id_: str, format_: Format) -> None:
    """Print all wordings of one statement."""
    variants = variants_of(index, statement_called(index, id_, format_))
    if format_ is Format.TABLE:
        from quotecli.output.variants import render_variants

        write([render_variants(variants, **screen()._asdict())])
    else:
        print_records(variants, format_)


def show_statement(
    index: Index, id_: str, format_: Format, context: int, *, why: bool = False
) -> None:
    """Print one statement in its paragraph; with ``why`` also what it is filed by.

    In JSON that is one more key, ``why``.
    """
    record = statement_called(index, id_, format_)
    sentences: tuple[str, ...] = ()
    if why:
        from quotecli.output.reasons import reasons

        article = article_of(index, record)
        sentences = reasons(record, article.text, article.blocks)
    if format_ is not Format.TABLE:
        print_records((record,), format_, added=[{"why": sentences}] if why else ())
        return
    from quotecli.output.detail import render_detail

    article = article_of(index, record)
    shown = replace(record, path=from_here(record.path))
    look = {**screen()._asdict(), "context": context, "why": sentences}
    look["updated"] = article.metadata.updated
    write([render_detail(shown, article.text, article.blocks, **look)])


def statement_called(index: Index, id_: str, format_: Format | None = None) -> Record:
    """Give the statement with this ID or beginning of one.

    Ends the program with status 1 and one line where there is none, with what ``format_`` has for
    nothing on standard output.
    """
    record = record_by_id(index, id_)
    if record is None:
        if format_ is not None:
            print_records((), format_)
        note(no_statement(id_))
        raise typer.Exit(NOTHING_FOUND)
    return record


def no_statement(id_: str) -> str:
    """Say that no statement has this ID, and how to come by one."""
    return (
        f"no statement has the ID {id_}; quotecli search shows the IDs,"
        " and a day is written 2022-10-31"
    )


def from_here(path: str | None) -> str | None:
    """Give a path below the current folder as a person would type it here."""
    here = os.getcwd() + os.sep  # noqa: PTH109  no Path is needed for a prefix
    return path.removeprefix(here) if path is not None else None
