"""Statements that mention somebody: a name as a full-text expression."""

from collections.abc import Iterable

from quotecli.errors import UsageError
from quotecli.index.names.speakers import speakers_perhaps
from quotecli.index.store import Index
from quotecli.search.words import expression_of, parse_words
from quotecli.text.names import name_key


def expression_about(index: Index, names: Iterable[str]) -> str | None:
    """Give the full-text expression for texts that have every one of the names; None for none.

    Texts name people by surname, so "Vladimir Putin" is looked for as "Putin" too, unless the
    index has speakers of that surname whom the typed name does not mean.

    Raises:
        UsageError: a name has no letter or digit.
    """
    return " AND ".join(f"({_about(index, typed)})" for typed in names) or None


def _about(index: Index, typed: str) -> str:
    words = parse_words([typed]).terms
    key = name_key(typed)
    if not words or not key:
        raise UsageError(f"{typed!r} is no name", "write a name as in --about Putin")
    ways = [" ".join(words)]
    if len(key) > 1:
        meant = set(speakers_perhaps(index, typed))
        if meant and meant.issuperset(speakers_perhaps(index, key[-1])):
            ways.append(key[-1])
    return expression_of(ways, any_=True) or ""
