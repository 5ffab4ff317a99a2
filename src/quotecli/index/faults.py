"""What SQLite's errors mean to the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quotecli.errors import DamagedIndexError, LockedIndexError, StoreError
from quotecli.index.columns import UnreadableRowError

# A file cut short shows as a failed read.
_DAMAGED = frozenset(
    {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR_SHORT_READ}
)
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNUSABLE = {
    sqlite3.SQLITE_CANTOPEN: "cannot open",
    sqlite3.SQLITE_FULL: "there is no room left to write",
    sqlite3.SQLITE_IOERR: "cannot read or write",
    sqlite3.SQLITE_PERM: "no permission for",
    sqlite3.SQLITE_READONLY: "cannot write",
}


@contextmanager
def told_as_faults_of(path: Path) -> Iterator[None]:
    """Raise ``StoreError`` where SQLite says that the file at ``path`` is at fault.

    What is no fault of the file (wrong SQL, a broken constraint) is a bug and goes on unchanged.
    """
    try:
        yield
    except (UnreadableRowError, UnicodeDecodeError) as error:
        # The latter where SQLite's message quotes what stands in the file instead of the schema.
        raise _damaged(path) from error
    except sqlite3.DatabaseError as error:
        fault = _fault(error, path)
        if fault is None:
            raise
        raise fault from error


def primary_code(error: sqlite3.Error) -> int | None:
    """Give SQLite's result code without its details, or None for an error of Python's module."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _fault(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    code = primary_code(error)
    if code is None:
        # Python itself found bytes in a text column that are no UTF-8.
        undecodable = isinstance(error, sqlite3.OperationalError)
        return _damaged(path) if undecodable else None
    # A full-text index whose definition was overwritten is told as wrong SQL.
    undefined = "in tokenize directive" in str(error) or "no such tokenizer" in str(error)
    if undefined or code in _DAMAGED or error.sqlite_errorcode in _DAMAGED:
        return _damaged(path)
    if code in _LOCKED:
        return LockedIndexError(
            f"another process is writing to the index at {path}", "try again when it has ended"
        )
    if code in _UNUSABLE:
        return StoreError(f"{_UNUSABLE[code]} {path}", "check the disk, or choose another --db")
    return None


def _damaged(path: Path) -> DamagedIndexError:
    return DamagedIndexError(
        f"{path} is not an index, or is damaged", "move it away and index again"
    )
