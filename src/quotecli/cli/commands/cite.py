"""``quotecli cite``: a statement as a paper, LaTeX or Wikipedia cites it."""

from enum import StrEnum
from typing import Annotated

import typer

from quotecli.cli.options import Db, db_path


class Style(StrEnum):
    """How references are written."""

    APA = "apa"
    MLA = "mla"
    CHICAGO = "chicago"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"
    WIKIPEDIA = "wikipedia"


def cite(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="IDs of statements.")],
    style: Annotated[
        Style, typer.Option("--style", help="How to write the reference.", case_sensitive=False)
    ] = Style.APA,
    accessed: Annotated[
        str | None,
        typer.Option(
            metavar="DAY", help="When the page was read.  [default: today, where the style asks]"
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Give references to statements, for papers, LaTeX and Wikipedia.

    With each go its words, its speaker and how the speaker was found. Names and titles stand as
    the article has them; what it does not give is left out as the style says, and told.
    """
    from quotecli.cli import citing

    citing.print_citations(db_path(db), ids, style.value, accessed)
