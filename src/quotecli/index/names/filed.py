"""The rows of names that statements are filed under, and the keys by which they meet."""

from collections.abc import Sequence

from quotecli.index.names.typed import name_words
from quotecli.index.store import Index
from quotecli.text.names import name_key
from quotecli.text.normalise import fold

SEPARATOR = "; "  # between the names in ``Statement.speaker``
# The column ``speaker``, or what a user says in its place.
FILED_AS = (
    "iif(fixed IS NULL, statement.speaker,"
    " (SELECT group_concat(value, '; ') FROM json_each(fixed)))"
)


def keys_of(name: str) -> frozenset[str]:
    """Give all keys of a name: those for comparing, those of its family name, the name itself."""
    # A search needs no keys: what compares names is long to load.
    from quotecli.text.naming.compare import block_keys, family_keys

    return block_keys(name) | family_keys(name) | {f"= {fold(name)}"}


def row_of(index: Index, name: str, named: bool, entry: int | None) -> int:
    """Give the row of a name, or with ``entry`` that of its statements that mean that one."""
    own = "NOT elsewhere" if entry is None else "elsewhere AND entry = ?3"
    row = index.execute(
        f"SELECT number FROM speaker WHERE name = ?1 AND named = ?2 AND {own}",  # noqa: S608
        (name, named) if entry is None else (name, named, entry),
    ).fetchone()
    return int(row[0]) if row else _add_speaker(index, name, named, entry)


def speakers_of(speaker: str | None, speakers: Sequence[str]) -> dict[str, bool]:
    """Give all that a statement is filed under, and of each whether it is a name."""
    named = dict.fromkeys(speakers, True)
    filed_as = (speaker or "").split(SEPARATOR)
    return named | dict.fromkeys((name for name in filed_as if name and name not in named), False)


def number_of_speaker(index: Index, name: str, named: bool) -> int:
    """Give the row of a name as articles have it, adding it where there is none yet."""
    return row_of(index, name, named, None)


def _add_speaker(index: Index, name: str, named: bool, entry: int | None = None) -> int:
    """Add a row for a name, or with ``entry`` for its statements that mean that one."""
    number = (
        index.execute(
            "INSERT INTO speaker (name, named, elsewhere, entry) VALUES (?, ?, ?, ?)",
            (name, named, entry is not None, entry),
        ).lastrowid
        or 0
    )
    words = {*name_words(name), *name_key(name)}
    index.executemany("INSERT INTO speaker_word VALUES (?, ?)", [(word, number) for word in words])
    if named:
        keys = [(key, number) for key in keys_of(name)]
        index.executemany("INSERT INTO speaker_key VALUES (?, ?)", keys)
    return number


def remove_speakers(index: Index, speakers: str) -> None:
    """Take out names, numbers as a JSON array, under which nothing is filed any more."""
    of = "IN (SELECT value FROM json_each(?))"
    index.execute(f"DELETE FROM speaker_word WHERE speaker {of}", (speakers,))  # noqa: S608
    index.execute(f"DELETE FROM speaker_key WHERE speaker {of}", (speakers,))  # noqa: S608
    index.execute(f"DELETE FROM speaker WHERE number {of}", (speakers,))  # noqa: S608
