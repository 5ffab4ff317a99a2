"""References onto standard output."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.pages import no_statement
from quotecli.cli.printing import note, screen, write, write_exactly
from quotecli.index.read import record_by_id
from quotecli.index.store import Index, open_index
from quotecli.model import Record
from quotecli.output.citations.source import Accessed, by_source, missing
from quotecli.text.days import parse_day


def print_citations(db: Path, ids: Sequence[str], style: str, accessed: str | None) -> None:
    """Print references for statements, and say what the articles do not give.

    Ends the program with status 1 where an ID is unknown; the others are printed.
    """
    with closing(open_index(db)) as index:
        records = _records(index, ids)
    cited = by_source(records, _day_of_access(accessed))
    if style == "bibtex":
        from quotecli.output.citations.bibtex import bibtex_entries

        write_exactly([bibtex_entries(cited)])
    elif style == "csl-json":
        from quotecli.output.citations.csl import csl_items

        write_exactly([csl_items(cited)])
    elif style == "wikipedia":
        from quotecli.output.citations.wikipedia import citation_templates

        write_exactly([citation_templates(cited)])
    else:
        from quotecli.output.citations.page import render_citations
        from quotecli.output.citations.prose import STYLES

        write([render_citations(cited, STYLES[style], **screen()._asdict())])
    for source, (first, *_) in cited:
        unknown = missing(source)
        if unknown:
            note(f"the article of {first.id} gives no {' and no '.join(unknown)}")
    if len(records) < len(ids):
        raise typer.Exit(NOTHING_FOUND)


def _records(index: Index, ids: Sequence[str]) -> list[Record]:
    found = []
    for id_ in ids:
        record = record_by_id(index, id_)
        if record is None:
            note(no_statement(id_))
        else:
            found.append(record)
    return found


def _day_of_access(given: str | None) -> Accessed:
    if given is not None:
        return Accessed(parse_day(given), is_given=True)
    import datetime

    return Accessed(datetime.datetime.now().astimezone().date().isoformat())
