"""Options that more than one command takes."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from quotecli.cli.shells import files
from quotecli.errors import UsageError
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

FEW = 25  # a table on a terminal shows so many unless asked for more
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        metavar="NUMBER",
        min=0,
        help=f"At most so many; 0 is all.  [default: {FEW} on a terminal]",
    ),
]


class Given(NamedTuple):
    """What the user says of articles; each field is an option."""

    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The title of the articles read.")
    ] = None
    url: Annotated[str | None, typer.Option(metavar="URL", help="The URL at which they stand.")] = (
        None
    )
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published them.")] = None
    author: Annotated[str | None, typer.Option(metavar="NAME", help="Who wrote them.")] = None
    published: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of publication, as 2022-10-31.")
    ] = None


MinConfidence = Annotated[
    float | None,
    typer.Option(metavar="NUMBER", min=0, max=1, help="At least so sure, from 0 to 1."),
]

NoThoughts = Annotated[
    bool,
    typer.Option(
        "--no-thoughts",
        help='Leave out what was thought, wished or done: "wants", "believes", "voted".',
    ),
]


def db_path(given: Path | None) -> Path:
    """Give the index to use: the one named, else the one in the user's data folder."""
    if given is not None:
        return given
    from platformdirs import user_data_path

    return user_data_path("quotecli", appauthor=False) / "index.sqlite"


def given_metadata(given: Given) -> Metadata:
    """Read what the user says of the articles; it overrides what they say themselves.

    What is blank, as an unset variable of a script, is not given.

    Raises:
        UsageError: ``published`` is no day, or ``url`` no address of a page.
    """
    title, url, outlet, author, published = (
        " ".join(value.split()) or None if value is not None else None for value in given
    )
    if url is not None and not _is_page_address(url):
        raise UsageError(f"{url!r} is no URL", "write it in full, as https://example.org/page")
    return Metadata(title, url, outlet, author, parse_day(published) if published else None)


def _is_page_address(text: str) -> bool:
    """Tell whether a text is an address that a browser opens; whether anything is there is open."""
    from urllib.parse import urlsplit

    try:
        address = urlsplit(text)
        host = address.hostname
    except ValueError:
        return False
    return address.scheme in {"http", "https"} and bool(host) and not re.search(r"\s", text)


def chosen_format(format_: Format, json: bool) -> Format:
    """Let ``--json`` stand for ``--format json``."""
    return Format.JSON if json else format_


def kinds(names: list[KindName] | None) -> tuple[Kind, ...]:
    """Give the kinds that the names stand for; none at all means every kind."""
    found = [kind for name in names or () for kind in _GROUPS.get(name) or (Kind(name.value),)]
    return tuple(dict.fromkeys(found))
