"""Whether the index is sound: what SQLite, its full-text search and the rows say themselves."""

import sqlite3
from typing import NamedTuple

from quotecli.index.store import Index, reported


class KnownBytes(NamedTuple):
    """A file as it was read: where, the SHA-256 of its bytes, and by which extractor."""

    path: str
    sha256: str
    extractor: str


class Gaps(NamedTuple):
    """How many articles there are, and how many have no day of publication and no URL."""

    articles: int
    undated: int
    unlinked: int


@reported
def damage(index: Index) -> str | None:
    """Give the first thing that SQLite finds wrong with the file, or None.

    Every page is read.
    """
    (found,) = index.execute("PRAGMA integrity_check(1)").fetchone()
    return None if found == "ok" else str(found)


@reported
def orphans(index: Index) -> dict[str, int]:
    """Count the rows that belong to a row that is not there, by table."""
    found: dict[str, int] = {}
    for table, *_ in index.execute("PRAGMA foreign_key_check"):
        found[table] = found.get(table, 0) + 1
    return found


@reported
def search_damage(index: Index) -> list[str] | None:
    """Name the full-text tables that do not have what the statements have.

    None where that cannot be looked up: FTS5 checks itself only for who may write, and the index
    is read-only or being written to.
    """
    tables = index.execute(
        "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'"
    )
    names = [name for (name,) in tables]
    writer = sqlite3.connect(
        f"{index.path.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=1
    )
    try:
        writer.execute("BEGIN IMMEDIATE")
        return [name for name in names if not _is_sound(writer, name)]
    except sqlite3.OperationalError:
        return None
    finally:
        writer.close()  # and with it the transaction, in which nothing was written


@reported
def known_files(index: Index) -> list[KnownBytes]:
    """Give all files but standard input, in the order in which they were read."""
    rows = index.execute(
        "SELECT path, sha256, extractor FROM file WHERE path IS NOT NULL ORDER BY number"
    )
    return [KnownBytes(*row) for row in rows]


@reported
def gaps(index: Index) -> Gaps:
    """Count articles of which something is not known."""
    row = index.execute(
        "SELECT count(*), count(*) - count(published), count(*) - count(url) FROM article"
    ).fetchone()
    return Gaps(*row)


def _is_sound(writer: sqlite3.Connection, table: str) -> bool:
    try:
        # With the rank 1 the words are compared with those of the statements, too.
        writer.execute(
            f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
        )
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True
