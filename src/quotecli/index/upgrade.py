"""An index that an older version of the program made, made anew in the present form.

Nothing is read from the files again: articles and statements are taken as the old index has them,
whether their files are still there or not. The next run reads again what has changed since.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from quotecli.errors import LockedIndexError, OlderIndexError
from quotecli.index.columns import blocks_from, names_from, problems_from, spans_from
from quotecli.index.faults import told_as_faults_of
from quotecli.index.files import FileVersion
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file, put_losses
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Statement

# What users have said, in versions that knew of it; copied as it stands.
_RULINGS = ("ruling_same", "ruling_apart", "ruling_shown", "ruling_speaker", "wikidata")
_BUSY_SECONDS = 10.0


def open_for_writing(path: str | Path) -> Index:
    """Open the index at ``path`` for writing, made anew first where an older version made it.

    Raises:
        StoreError: as ``open_index`` does.
    """
    try:
        return open_index(path, create=True)
    except OlderIndexError:
        upgrade(Path(path).absolute())
        return open_index(path, create=True)


def upgrade(path: Path) -> None:
    """Put a new index into the place of an old one; the old one stays if anything goes wrong."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    with told_as_faults_of(path):
        old = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        old.row_factory = sqlite3.Row
        try:
            with closing(old):
                old.execute("BEGIN IMMEDIATE")  # nobody may write what would not be copied
                with closing(open_index(fresh, create=True)) as index, transaction(index):
                    _copy(old, index)
                    link_speakers(index)
            _check_unread(path)
            os.replace(fresh, path)  # noqa: PTH105  Path.replace() would hide that it is atomic
        finally:
            fresh.unlink(missing_ok=True)


def _check_unread(path: Path) -> None:
    """Refuse where another process has the old index open.

    The last one to close it takes away its -wal file; left lying there, SQLite would read it as
    part of the new index.
    """
    if path.with_name(f"{path.name}-wal").exists():
        raise LockedIndexError(
            f"another process is reading the index at {path}", "try again when it has ended"
        )


def _copy(old: sqlite3.Connection, index: Index) -> None:
    for row in _rows(old, "file"):
        version = FileVersion(
            row["path"], row["sha256"], row["extractor"], Metadata(**json.loads(row["given"]))
        )
        file = add_file(index, version)
        put_losses(index, file, problems_from(row["losses"]))
        for article in _rows(old, "article", "file", row["number"]):
            statements = map(_statement, _rows(old, "statement", "article", article["number"]))
            extraction = Extraction(tuple(statements))
            add_article(index, file, article["position"], _article(article), extraction)
    kept = {name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in _RULINGS:
        if table in kept:
            for row in _rows(old, table):
                columns = ", ".join(row.keys())
                marks = ", ".join("?" * len(row))
                index.execute(
                    f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608  own names
                    tuple(row),
                )


def _rows(
    old: sqlite3.Connection, table: str, column: str = "", value: int = 0
) -> Iterator[sqlite3.Row]:
    condition = f" WHERE {column} = ?" if column else ""
    values = (value,) if column else ()
    yield from old.execute(f"SELECT * FROM {table}{condition} ORDER BY 1", values)  # noqa: S608


def _article(row: sqlite3.Row) -> Article:
    names = ("title", "url", "outlet", "author", "published", "updated")
    known = {name: row[name] for name in names if name in row.keys()}  # noqa: SIM118  a Row is no dict
    return Article(row["text"], blocks_from(row["blocks"]), Metadata(**known))


def _statement(row: sqlite3.Row) -> Statement:
    return Statement(
        id=row["id"],
        kind=Kind(row["kind"]),
        text=row["text"],
        speaker=row["speaker"],
        speakers=names_from(row["speakers"]),
        mention=row["mention"],
        cue=row["cue"],
        said_on=row["said_on"],
        date=row["date"],
        segments=spans_from(row["segments"]),
        mention_spans=spans_from(row["mention_spans"]),
        cue_spans=spans_from(row["cue_spans"]),
        basis=Basis(row["basis"]),
        confidence=row["confidence"],
    )
