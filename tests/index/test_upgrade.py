import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.errors import LockedIndexError, OlderIndexError
from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import open_index
from quotecli.index.upgrade import open_for_writing
from quotecli.ingest import index_paths
from quotecli.model import Kind

SCHEMA = Path(__file__).with_name("data") / "schema_1.sql"
TEXT = '"The ferry is safe," said Ada Brook.'


FILE = (1, "/gone.txt", "ab", "1", '{"url":"u"}', "[]")
ARTICLE = (1, 1, 0, "Ferries", "u", "Quay", None, "2020-12-17", "quay")
BLOCKS = '[["paragraph",[[0,36]]]]'
STATEMENT = (1, 1, "direct", "2020-12-17", None, None, "aaaaaaaaaaaa", "Ada Brook")
WORDS = ("The ferry is safe,", '["Ada Brook"]', "Ada Brook", "said")
PLACES = ("[[1,19]]", "[[26,35]]", "[[21,25]]", "named", 0.9)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Give an index as the first version of the program made it; its file is gone."""
    path = tmp_path / "index.sqlite"
    with closing(sqlite3.connect(path)) as index:
        index.executescript(SCHEMA.read_text(encoding="utf-8"))
        rows = {
            "file": FILE,
            "article": (*ARTICLE, BLOCKS, TEXT),
            "statement": (*STATEMENT, *WORDS, *PLACES),
        }
        for table, row in rows.items():
            marks = ", ".join("?" * len(row))
            index.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608  own names
        index.commit()
    return path


def test_an_older_index_is_not_read_and_the_message_says_what_to_do(old: Path) -> None:
    with pytest.raises(OlderIndexError, match="bring it up to date with: quotecli index"):
        open_index(old)


def test_an_older_index_keeps_its_statements_when_it_is_made_anew(old: Path) -> None:
    open_for_writing(old).close()
    with closing(open_index(old)) as index:
        (record,) = find_records(index, Filter(words='"ferry"', speakers=("Brook",)))
    assert (record.id, record.kind, record.speakers) == (
        "aaaaaaaaaaaa",
        Kind.DIRECT,
        ("Ada Brook",),
    )
    assert (record.path, record.outlet, record.published) == ("/gone.txt", "Quay", "2020-12-17")
    assert [p.name for p in old.parent.iterdir()] == ["index.sqlite"]


def test_indexing_brings_an_older_index_up_to_date(old: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text('"It is not," said Ben Cole.')
    index_paths(old, [tmp_path / "new.txt"])
    with closing(open_index(old)) as index:
        assert {r.speaker for r in find_records(index, Filter())} == {"Ada Brook", "Ben Cole"}


def test_an_older_index_that_somebody_is_reading_stays_until_they_have_ended(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        reader.execute("UPDATE file SET losses = '[]'")  # what only the -wal file has yet
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM file").fetchall()
        with pytest.raises(LockedIndexError, match="is reading the index"):
            open_for_writing(old)
        assert reader.execute("PRAGMA user_version").fetchone() == (1,)
    open_for_writing(old).close()
    with closing(open_index(old)) as index:
        assert len(find_records(index, Filter())) == 1


def test_an_older_index_stays_as_it_is_if_it_cannot_be_made_anew(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    monkeypatch.setattr("quotecli.index.upgrade.add_article", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_for_writing(old)
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.iterdir()] == ["index.sqlite"]
