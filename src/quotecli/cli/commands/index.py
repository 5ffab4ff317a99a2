"""``quotecli index``: read articles into the index."""

from typing import Annotated

import typer

from quotecli.cli.options import (
    Author,
    Db,
    Outlet,
    Published,
    Title,
    Url,
    db_path,
    given_metadata,
)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def index(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files and folders; - is standard input.  [default: corpus]"
        ),
    ] = None,
    title: Title = None,
    url: Url = None,
    outlet: Outlet = None,
    author: Author = None,
    published: Published = None,
    db: Db = None,
) -> None:
    """Read articles into the index: text, Markdown, HTML and JSON lines.

    Unchanged files are not read again, changed ones are replaced. What the options say holds for
    all files named and overrides what the files say of themselves.
    """
    from quotecli.cli import reading
    from quotecli.ingest import index_paths

    given = given_metadata(title, url, outlet, author, published)
    named = reading.paths_or_corpus(paths)
    with reading.progress() as advance:
        report = index_paths(
            db_path(db),
            named,
            given,
            standard_input=reading.standard_input(named),
            on_progress=advance,
        )
    reading.tell(report)
    if report.problems:
        raise typer.Exit(2)
