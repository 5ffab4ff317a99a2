"""``quotecli index``: read articles into the index."""

from typing import Annotated

import typer

from quotecli.cli.options import Db, Given, db_path, given_metadata
from quotecli.cli.shells import files
from quotecli.cli.spreading import spread


@spread
def index(
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files and folders; - is standard input.  [default: corpus]",
            autocompletion=files,
        ),
    ] = None,
    given: Given,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="Processes that read at once.  [default: one a core, at most 8]",
            show_default=False,
        ),
    ] = None,
    db: Db = None,
) -> None:
    """Read articles into the index.

    Text, Markdown, HTML and JSON lines are read, in folders those files whose names end so.
    Unchanged files are not read again, changed ones are replaced. What the options say holds for
    all files named and overrides what the files say of themselves.
    """
    from quotecli.cli import reading
    from quotecli.cli.printing import note
    from quotecli.ingest import index_paths

    metadata = given_metadata(given)
    named = reading.paths_or_corpus(paths)
    standard_input = reading.standard_input(named)
    try:
        with reading.progress() as advance:
            report = index_paths(
                db_path(db),
                named,
                metadata,
                standard_input=standard_input,
                jobs=jobs,
                on_progress=advance,
            )
    except KeyboardInterrupt:
        note("quotecli: stopped; the files read so far are in the index")
        raise
    reading.tell(report)
    if report.problems:
        raise typer.Exit(2)
