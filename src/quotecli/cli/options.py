"""Options that more than one command takes."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quotecli.cli.shells import files
from quotecli.model import Kind, Metadata
from quotecli.text.days import parse_day


class Format(StrEnum):
    """How statements are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class KindName(StrEnum):
    """The kinds of statement by name, and the two groups of them."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    QUOTE = "quote"
    CLAIM = "claim"


_GROUPS = {
    KindName.QUOTE: (Kind.DIRECT, Kind.MIXED),
    KindName.CLAIM: (Kind.INDIRECT,),
}

Db = Annotated[
    Path | None,
    typer.Option(
        "--db",
        metavar="FILE",
        envvar="QUOTECLI_DB",
        help="The index file.  [default: index.sqlite in your user data folder]",
        show_default=False,
        autocompletion=files,
    ),
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to print statements.", case_sensitive=False)
]
EveryCopy = Annotated[
    bool,
    typer.Option("--all", help="Each copy of a statement, not only the fullest wording."),
]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]

Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The title of the articles read.")]
Url = Annotated[str | None, typer.Option(metavar="URL", help="The URL at which they stand.")]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")]
Author = Annotated[str | None, typer.Option(metavar="NAME", help="Who wrote them.")]
Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="The day of publication, as 2022-10-31.")
]

MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="SHARE",
        min=0.0,
        max=1.0,
        help="Only statements at least so sure, as 0.8.  [default: all]",
        show_default=False,
    ),
]

NoThoughts = Annotated[
    bool,
    typer.Option(
        "--no-thoughts", help='Leave out what was thought or wished: "wants", "believes", "plans".'
    ),
]


def db_path(given: Path | None) -> Path:
    """Give the index to use: the one named, else the one in the user's data folder."""
    if given is not None:
        return given
    from platformdirs import user_data_path

    return user_data_path("quotecli", appauthor=False) / "index.sqlite"


def given_metadata(
    title: str | None,
    url: str | None,
    outlet: str | None,
    author: str | None,
    published: str | None,
) -> Metadata:
    """Gather what the user says of the articles; it overrides what they say themselves.

    Raises:
        UsageError: ``published`` is no day.
    """
    return Metadata(title, url, outlet, author, parse_day(published) if published else None)


def chosen_format(format_: Format, json: bool) -> Format:
    """Let ``--json`` stand for ``--format json``."""
    return Format.JSON if json else format_


def kinds(names: list[KindName] | None) -> tuple[Kind, ...]:
    """Give the kinds that the names stand for; none at all means every kind."""
    found = [kind for name in names or () for kind in _GROUPS.get(name) or (Kind(name.value),)]
    return tuple(dict.fromkeys(found))
