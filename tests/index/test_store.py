import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quotecli.errors import (
    DamagedIndexError,
    ForeignIndexError,
    LockedIndexError,
    NewerIndexError,
    NoIndexError,
    StoreError,
)
from quotecli.index import store
from quotecli.index.read import extent
from quotecli.index.store import Index, open_index, savepoint, transaction

INSERT = "INSERT INTO speaker (name, named) VALUES (?, 1)"


def make(path: Path) -> Path:
    open_index(path, create=True).close()
    return path


def speakers(index: Index) -> list[str]:
    return [name for (name,) in index.execute("SELECT name FROM speaker ORDER BY number")]


def test_reading_where_there_is_no_index_says_how_to_make_one_and_makes_none(
    tmp_path: Path,
) -> None:
    with pytest.raises(NoIndexError) as told:
        open_index(tmp_path / "none.sqlite")
    assert told.value.message == f"no index at {tmp_path / 'none.sqlite'}"
    assert told.value.hint == "make one with: quotecli index FOLDER"
    assert list(tmp_path.iterdir()) == []


def test_a_path_through_a_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NoIndexError):
        open_index(tmp_path / "file" / "index.sqlite")
    with pytest.raises(StoreError, match="cannot make the folder"):
        open_index(tmp_path / "file" / "index.sqlite", create=True)


def test_creating_makes_missing_folders(tmp_path: Path) -> None:
    assert make(tmp_path / "a" / "b" / "index.sqlite").stat().st_size > 0


def test_a_new_index_is_marked_as_ours_and_writes_ahead(tmp_path: Path) -> None:
    make(tmp_path / "index.sqlite")
    with closing(sqlite3.connect(tmp_path / "index.sqlite")) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (store.APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (store.SCHEMA_VERSION,)
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def write_nothing(path: Path) -> None:
    path.touch()


def write_database_without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("VACUUM")
    assert path.stat().st_size > 0


@pytest.mark.parametrize("empty", [write_nothing, write_database_without_tables])
def test_an_empty_file_is_no_index_yet_and_can_become_one(
    tmp_path: Path, empty: Callable[[Path], None]
) -> None:
    empty(tmp_path / "index.sqlite")
    with pytest.raises(NoIndexError):
        open_index(tmp_path / "index.sqlite")
    with closing(open_index(tmp_path / "index.sqlite", create=True)) as index:
        assert extent(index).articles == 0


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_left_alone(tmp_path: Path, create: bool) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as plain:
        plain.execute("CREATE TABLE recipe (name TEXT)")
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(ForeignIndexError, match=r"other\.db is a database of another program"):
        open_index(tmp_path / "other.db", create=create)
    assert (tmp_path / "other.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["other.db"]


@pytest.mark.parametrize("create", [False, True])
def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, create: bool) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader, " * 100)
    with pytest.raises(DamagedIndexError, match="move it away and index again"):
        open_index(tmp_path / "letter.txt", create=create)
    assert (tmp_path / "letter.txt").read_text() == "Dear reader, " * 100


@pytest.mark.parametrize("create", [False, True])
def test_an_index_of_a_newer_version_is_left_alone(tmp_path: Path, create: bool) -> None:
    make(tmp_path / "index.sqlite")
    with closing(sqlite3.connect(tmp_path / "index.sqlite")) as plain:
        plain.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerIndexError, match="update quotecli"):
        open_index(tmp_path / "index.sqlite", create=create)


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_no_index(tmp_path: Path, create: bool) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_index(tmp_path, create=create)


@pytest.mark.parametrize(
    "name", ["with blanks.sqlite", "what?.sqlite", "#1.sqlite", "100%41.sqlite", "файл&x=y.sqlite"]
)
def test_any_character_may_stand_in_the_path(tmp_path: Path, name: str) -> None:
    with closing(open_index(tmp_path / name, create=True)) as index, transaction(index):
        index.execute(INSERT, ("Ada",))
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with closing(open_index(tmp_path / name)) as index:
        assert speakers(index) == ["Ada"]


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    make(tmp_path / "index.sqlite")
    with (
        closing(open_index(tmp_path / "index.sqlite")) as index,
        pytest.raises(sqlite3.OperationalError, match="readonly"),
    ):
        index.execute(INSERT, ("Ada",))


def test_a_reader_leaves_no_file_behind(tmp_path: Path) -> None:
    make(tmp_path / "index.sqlite")
    with closing(open_index(tmp_path / "index.sqlite")) as index:
        extent(index)
    assert [path.name for path in tmp_path.iterdir()] == ["index.sqlite"]


def test_a_reader_sees_one_state_while_another_process_writes(tmp_path: Path) -> None:
    make(tmp_path / "index.sqlite")
    with (
        closing(open_index(tmp_path / "index.sqlite")) as reader,
        closing(open_index(tmp_path / "index.sqlite", create=True)) as writer,
    ):
        assert speakers(reader) == []
        with transaction(writer):
            writer.execute(INSERT, ("Ada",))
            assert speakers(reader) == []
        assert speakers(reader) == []
    with closing(open_index(tmp_path / "index.sqlite")) as reader:
        assert speakers(reader) == ["Ada"]


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    path = make(tmp_path / "index.sqlite")
    with (
        closing(open_index(path, create=True)) as one,
        closing(open_index(path, create=True, busy_seconds=0)) as other,
        transaction(one),
        pytest.raises(LockedIndexError, match="another process is writing"),
        transaction(other),
    ):
        pass


def test_several_processes_may_make_the_index_at_once(tmp_path: Path) -> None:
    barrier = threading.Barrier(4)
    made = []

    def make_at_once() -> None:
        barrier.wait()
        with closing(open_index(tmp_path / "index.sqlite", create=True)) as index:
            made.append(extent(index).articles)

    threads = [threading.Thread(target=make_at_once) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [0, 0, 0, 0]


def write_and_raise(index: Index, error: type[BaseException]) -> None:
    index.execute(INSERT, ("Ben",))
    raise error


def test_a_transaction_keeps_what_its_block_wrote(index: Index) -> None:
    with transaction(index):
        index.execute(INSERT, ("Ada",))
    assert not index.in_transaction
    assert speakers(index) == ["Ada"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_a_transaction_undoes_all_when_its_block_raises_and_the_error_goes_on(
    index: Index, error: type[BaseException]
) -> None:
    with pytest.raises(error), transaction(index):
        write_and_raise(index, error)
    assert not index.in_transaction
    assert speakers(index) == []


def test_a_savepoint_undoes_only_its_own_block(index: Index) -> None:
    with transaction(index):
        index.execute(INSERT, ("Ada",))
        with pytest.raises(LookupError), savepoint(index):
            write_and_raise(index, LookupError)
        with savepoint(index):
            index.execute(INSERT, ("Cid",))
    assert speakers(index) == ["Ada", "Cid"]


def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(index: Index) -> None:
    with transaction(index):
        index.execute(INSERT, ("Ada",))
    (pages,) = index.execute("PRAGMA page_count").fetchone()
    index.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="no room left"), transaction(index), savepoint(index):
        index.executemany(INSERT, [(f"Ben {number}",) for number in range(10_000)])
    assert speakers(index) == ["Ada"]


def test_wrong_sql_is_a_bug_and_no_fault_of_the_file(index: Index) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), transaction(index):
        index.execute("SELECT * FROM missing")


def test_an_old_sqlite_is_named_with_what_is_needed(index: Index) -> None:
    with pytest.raises(StoreError, match=r"SQLite \(3\.36\.0\).*3\.37 or newer"):
        store._check_sqlite(index, (3, 36, 0))


needs_posix = pytest.mark.skipif(
    not hasattr(os, "seteuid"), reason="folders have other permissions here"
)


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Take the right to write into a folder away, from the administrator too."""
    folder.chmod(0o555)
    user = os.geteuid()
    try:
        if user == 0:
            os.seteuid(65534)
        yield
    finally:
        os.seteuid(user)
        folder.chmod(0o755)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that other users can reach, as pytest's own cannot be."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@needs_posix
def test_an_index_in_a_folder_that_cannot_be_written_can_be_read(open_folder: Path) -> None:
    path = make(open_folder / "index.sqlite")
    with unwritable(open_folder), closing(open_index(path)) as index:
        assert extent(index).articles == 0


@needs_posix
def test_an_index_in_a_folder_that_cannot_be_written_cannot_be_written(open_folder: Path) -> None:
    path = make(open_folder / "index.sqlite")
    with unwritable(open_folder), pytest.raises(StoreError, match="cannot write"):
        open_index(path, create=True)


@needs_posix
def test_what_a_crash_left_unfinished_is_not_silently_passed_over(open_folder: Path) -> None:
    path = make(open_folder / "index.sqlite")
    (open_folder / "index.sqlite-wal").write_bytes(b"unfinished")
    with unwritable(open_folder), pytest.raises(StoreError, match="not closed properly"):
        open_index(path)
