"""What the TAB key offers beyond the names of commands and options."""

from collections.abc import Callable, Iterable
from contextlib import closing

import typer

from quotecli.cli.options import db_path
from quotecli.errors import QuotecliError
from quotecli.index.names.outlets import outlet_names
from quotecli.index.names.speakers import speaker_names
from quotecli.index.store import Index, open_index
from quotecli.text.normalise import fold

_MOST = 30
_RISKY = set("$`\\")  # bash does not quote these reliably, and hardly a name has one


def speakers(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Give the speakers of whom a word begins with what was typed, the most quoted first.

    Shells take only what goes on from the typed letters, so a surname is offered alone: "Pu"
    gives "Putin", with the full name as its description. A search for it finds the person.
    """
    return _offers(ctx, incomplete, lambda index: speaker_names(index, incomplete))


def outlets(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Give the outlets of which a word begins with what was typed."""
    return _offers(ctx, incomplete, outlet_names)


def _offers(
    ctx: typer.Context, incomplete: str, names_in: Callable[[Index], Iterable[str]]
) -> list[tuple[str, str]]:
    offers: dict[str, str] = {}
    try:
        with closing(open_index(db_path(ctx.params.get("db")))) as index:
            for name in names_in(index):
                offer = _going_on(incomplete, name)
                if offer is not None and offer.isprintable() and not _RISKY & set(offer):
                    offers.setdefault(offer, name)
    except QuotecliError:
        return []  # no index yet: nothing to offer, and a prompt is no place for an error
    return list(offers.items())[:_MOST]


def _going_on(typed: str, name: str) -> str | None:
    """Give the end of a name that begins with what was typed, in the letters typed."""
    words = name.split()
    folded = fold(typed)
    for start in range(len(words)):
        rest = " ".join(words[start:])
        for end in range(len(rest) + 1):
            if fold(rest[:end]) == folded:
                return typed + rest[end:]
    return None
