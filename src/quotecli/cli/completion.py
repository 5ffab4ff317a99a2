"""What the TAB key offers beyond the names of options: the speakers in the index."""

import os
import shlex
from contextlib import closing
from pathlib import Path

from quotecli.errors import QuotecliError
from quotecli.index.store import open_index

_MOST = 30


def speaker_names(incomplete: str) -> list[tuple[str, str]]:
    """Give the speakers of whom a name begins with what was typed, the most quoted first.

    Typer offers only what begins with the typed letters, so a surname is offered alone:
    "Pu" gives "Putin", with the full name beside it. A search for it finds the person.
    """
    from quotecli.cli.options import db_path
    from quotecli.index.speakers import speaker_names as names_in

    given = os.environ.get("QUOTECLI_DB")
    typed = incomplete.strip("'\"").replace("\\ ", " ")
    offers: dict[str, str] = {}
    try:
        with closing(open_index(db_path(Path(given) if given else None))) as index:
            for name in names_in(index, typed):
                offer = _offer(typed, name)
                if offer is not None:
                    offers.setdefault(offer, name)
    except QuotecliError:
        return []  # no index yet: nothing to offer, and a prompt is no place for an error
    return [(_escaped(offer), name) for offer, name in list(offers.items())[:_MOST]]


def _offer(typed: str, name: str) -> str | None:
    """Give the end of the name that begins with what was typed, in the letters typed."""
    words = name.split()
    for start in range(len(words)):
        rest = " ".join(words[start:])
        if rest.casefold().startswith(typed.casefold()):
            return typed + rest[len(typed) :]
    return None


def _escaped(offer: str) -> str:
    """Bash puts an offer into the line as it is; zsh and fish quote it themselves."""
    if os.environ.get("_QUOTECLI_COMPLETE") == "complete_bash" and " " in offer:
        return offer.replace(" ", "\\ ") if "'" not in offer else shlex.quote(offer)
    return offer
