"""``quotecli extract``: read and extract, without an index."""

from typing import Annotated

import typer

from quotecli.cli.options import (
    Format,
    FormatOption,
    Given,
    Json,
    MinConfidence,
    NoThoughts,
    chosen_format,
    given_metadata,
)
from quotecli.cli.shells import files
from quotecli.cli.spreading import spread


@spread
def extract(
    *,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files and folders; - is standard input.  [default: -]",
            autocompletion=files,
        ),
    ] = None,
    given: Given,
    min_confidence: MinConfidence = None,
    no_thoughts: NoThoughts = False,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
) -> None:
    """Print the statements of articles; no index is touched."""
    from quotecli.cli import reading
    from quotecli.cli.printing import print_records
    from quotecli.ingest import extract_path
    from quotecli.model import Record
    from quotecli.text.unspoken import is_unspoken

    metadata = given_metadata(given)
    named = reading.named_paths(paths) or ["-"]
    standard_input = reading.standard_input(named)
    records, failed = [], False
    for path in named:
        for found in extract_path(path, metadata, standard_input=standard_input):
            if isinstance(found, Record):
                unsure = found.confidence < (min_confidence or 0)
                if not unsure and not (no_thoughts and is_unspoken(found.cue)):
                    records.append(found)
            else:
                failed |= reading.tell_problem(found)
    print_records(records, chosen_format(format_, json))
    if failed:
        raise typer.Exit(2)
