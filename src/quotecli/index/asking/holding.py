"""Statements and articles that have some words: what a check of somebody's words starts from.

Each list is cut at ``most``, so that a word which stands in half of all statements costs no more
than a rare one.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.index.columns import UnreadableRowError, blocks_from, to_json
from quotecli.index.names.filed import FILED_AS
from quotecli.index.store import Index, reported
from quotecli.index.words import places, tokens
from quotecli.model import Block

_MOST_TOKENS = 200  # speakers in one full-text expression


class Worded(NamedTuple):
    """A statement's number in the index, that of its article, and its words."""

    number: int
    article: int
    text: str


class Stored(NamedTuple):
    """An article as the index keeps it, with what is known of it."""

    number: int
    text: str
    blocks: tuple[Block, ...]
    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    path: str | None


class Spoken(NamedTuple):
    """A statement's number and the name it is filed under."""

    number: int
    speaker: str | None


@reported
def statements_with(
    index: Index, phrases: Iterable[str], most: int, speakers: Sequence[int] = ()
) -> list[int]:
    """Give statements that have all of the phrases, the newest first; ``most`` at most.

    Args:
        index: where to look.
        phrases: words in their order, without quotation marks; compared by their stems.
        most: how many to give.
        speakers: numbers of speakers; where there are some, only their statements.
    """
    match = " AND ".join(f'text : "{phrase}"' for phrase in phrases)
    if 0 < len(speakers) <= _MOST_TOKENS:
        match = f"({match}) AND {tokens.any_of(tokens.of_speakers(speakers))}"
    rows = index.execute(
        f"SELECT {places.NUMBER} FROM statement_words WHERE statement_words MATCH ? LIMIT ?",  # noqa: S608  our own words
        (match, most),
    )
    return [number for (number,) in rows]


@reported
def worded(index: Index, numbers: Iterable[int]) -> list[Worded]:
    """Give the words of statements."""
    rows = index.execute(
        "SELECT number, article, text FROM statement"
        " WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number",
        (to_json(list(numbers)),),
    )
    return [Worded(*row) for row in rows]


@reported
def spoken_by(index: Index, numbers: Iterable[int], speakers: Sequence[int]) -> set[int]:
    """Give those of the statements that are filed under one of the speakers."""
    rows = index.execute(
        "SELECT DISTINCT statement FROM statement_speaker"
        " WHERE statement IN (SELECT value FROM json_each(?))"
        " AND speaker IN (SELECT value FROM json_each(?))",
        (to_json(list(numbers)), to_json(list(speakers))),
    )
    return {number for (number,) in rows}


@reported
def spoken_in(index: Index, article: int) -> list[Spoken]:
    """Give the statements of an article in the order of its text."""
    rows = index.execute(
        f"SELECT number, {FILED_AS} FROM statement WHERE article = ? ORDER BY number",  # noqa: S608
        (article,),
    )
    return [Spoken(*row) for row in rows]


@reported
def articles_with(index: Index, words: Iterable[str], most: int) -> list[int]:
    """Give articles whose text has all of the words (letters and digits only), in any order."""
    match = " AND ".join(f'"{word}"' for word in words)
    rows = index.execute(
        "SELECT rowid FROM article_words WHERE article_words MATCH ? LIMIT ?", (match, most)
    )
    return [number for (number,) in rows]


@reported
def stored(index: Index, article: int) -> Stored:
    """Give an article by its number."""
    row = index.execute(
        "SELECT text, blocks, outlet, title, url, published, path"
        " FROM article JOIN file ON file.number = file WHERE article.number = ?",
        (article,),
    ).fetchone()
    if row is None:  # one table has what another lacks
        raise UnreadableRowError("a row is missing")
    text, blocks, *known = row
    return Stored(article, text, blocks_from(blocks), *known)
