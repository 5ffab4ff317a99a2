import os
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from quotecli.errors import StoreError
from quotecli.extraction.extract import extract as find_statements
from quotecli.index.filters import Filter
from quotecli.index.read import extent, find_records
from quotecli.index.registry.fixes import put_fix
from quotecli.index.store import open_index, transaction
from quotecli.ingest import Report, indexing, reading, workers
from quotecli.ingest.indexing import index_paths
from quotecli.model import Article, Extraction, Metadata

HARBOUR = '"We shall rebuild the harbour before winter," said Ada Brook.\n'
BRIDGE = '"The bridge stays closed until spring," said Ben Cole.\n'
ROAD = '"Nobody asked us about the road," said Cid Dale.\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with two articles."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(HARBOUR)
    (tmp_path / "news" / "b.txt").write_text(BRIDGE)
    return tmp_path / "news"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Give a path for an index."""
    return tmp_path / "index.sqlite"


def files(report: Report) -> dict[str, int]:
    """Give how many files there are of each outcome that occurred."""
    outcomes = ("added", "changed", "unchanged", "moved", "copies")
    return {name: count for name, count in asdict(report).items() if name in outcomes and count}


def speakers(db: Path) -> set[tuple[str, str | None]]:
    """Give each indexed file's name with its speaker."""
    with closing(open_index(db)) as index:
        return {(Path(r.path or "-").name, r.speaker) for r in find_records(index, Filter())}


BOTH = {("a.txt", "Ada Brook"), ("b.txt", "Ben Cole")}


def test_a_folder_is_indexed_and_then_left_alone(folder: Path, db: Path) -> None:
    first = index_paths(db, [folder])
    assert files(first) == {"added": 2}
    assert (first.articles, first.statements, first.problems) == (2, 2, ())
    assert speakers(db) == BOTH
    again = index_paths(db, [folder])
    assert files(again) == {"unchanged": 2}
    assert (again.articles, again.statements) == (0, 0)
    assert speakers(db) == BOTH


def test_an_unchanged_file_is_not_read_as_an_article(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, [folder])
    monkeypatch.delattr(reading, "read_articles")
    (folder / "a.txt").touch()
    assert files(index_paths(db, [folder])) == {"unchanged": 2}


def test_a_changed_file_is_replaced(folder: Path, db: Path) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").write_text(ROAD)
    report = index_paths(db, [folder])
    assert files(report) == {"changed": 1, "unchanged": 1}
    assert speakers(db) == {("a.txt", "Cid Dale"), ("b.txt", "Ben Cole")}


def test_a_new_extractor_reads_unchanged_files_again(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, [folder])
    monkeypatch.setattr(indexing, "EXTRACTOR", "rules-next")
    assert files(index_paths(db, [folder])) == {"changed": 2}
    assert files(index_paths(db, [folder])) == {"unchanged": 2}
    assert speakers(db) == BOTH


def test_other_given_metadata_read_unchanged_files_again(folder: Path, db: Path) -> None:
    index_paths(db, [folder])
    given = Metadata(published="2020-12-17", outlet="Harbour Post")
    assert files(index_paths(db, [folder], given)) == {"changed": 2}
    with closing(open_index(db)) as index:
        assert {(r.published, r.outlet) for r in find_records(index, Filter())} == {
            ("2020-12-17", "Harbour Post")
        }
    assert files(index_paths(db, [folder], given)) == {"unchanged": 2}


def test_a_moved_file_is_found_at_its_new_place_without_being_read(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").rename(folder / "z.txt")
    monkeypatch.delattr(reading, "read_articles")
    assert files(index_paths(db, [folder])) == {"moved": 1, "unchanged": 1}
    assert speakers(db) == {("z.txt", "Ada Brook"), ("b.txt", "Ben Cole")}


def test_a_moved_file_is_read_again_by_a_new_extractor(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").rename(folder / "z.txt")
    monkeypatch.setattr(indexing, "EXTRACTOR", "rules-next")
    report = index_paths(db, [folder])
    assert files(report) == {"moved": 1, "changed": 1}
    assert report.articles == 2
    assert files(index_paths(db, [folder])) == {"unchanged": 2}
    assert speakers(db) == {("z.txt", "Ada Brook"), ("b.txt", "Ben Cole")}


def test_a_file_moved_over_another_takes_its_place(folder: Path, db: Path) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").replace(folder / "b.txt")
    assert files(index_paths(db, [folder])) == {"moved": 1}
    assert speakers(db) == {("b.txt", "Ada Brook")}


def test_a_second_copy_is_left_out_until_the_first_is_gone(folder: Path, db: Path) -> None:
    (folder / "copy.txt").write_text(HARBOUR)
    assert files(index_paths(db, [folder])) == {"added": 2, "copies": 1}
    assert speakers(db) == BOTH
    assert files(index_paths(db, [folder])) == {"unchanged": 2, "copies": 1}
    (folder / "a.txt").unlink()
    assert files(index_paths(db, [folder])) == {"unchanged": 1, "moved": 1}
    assert speakers(db) == {("copy.txt", "Ada Brook"), ("b.txt", "Ben Cole")}


def test_a_file_that_became_a_copy_is_taken_out(folder: Path, db: Path) -> None:
    index_paths(db, [folder])
    (folder / "b.txt").write_text(HARBOUR)
    assert files(index_paths(db, [folder])) == {"unchanged": 1, "copies": 1}
    assert speakers(db) == {("a.txt", "Ada Brook")}


def test_two_files_that_exchanged_their_content_both_stay(folder: Path, db: Path) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").write_text(BRIDGE)
    (folder / "b.txt").write_text(HARBOUR)
    assert files(index_paths(db, [folder])) == {"changed": 2}
    assert speakers(db) == {("a.txt", "Ben Cole"), ("b.txt", "Ada Brook")}


def test_a_copy_with_other_given_metadata_is_an_article_of_its_own(folder: Path, db: Path) -> None:
    index_paths(db, [folder / "a.txt"], Metadata(outlet="Harbour Post"))
    (folder / "copy.txt").write_text(HARBOUR)
    report = index_paths(db, [folder / "copy.txt"], Metadata(outlet="Island Times"))
    assert files(report) == {"added": 1}


def test_a_file_named_twice_is_read_once(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    report = index_paths(db, ["a.txt", folder / "a.txt", "../news/a.txt", "."])
    assert files(report) == {"added": 2}
    with closing(open_index(db)) as index:
        paths = [record.path for record in find_records(index, Filter())]
    assert sorted(paths, key=str) == [str(folder / "a.txt"), str(folder / "b.txt")]


def test_standard_input_is_known_again_by_its_content(folder: Path, db: Path) -> None:
    assert files(index_paths(db, ["-"], standard_input=ROAD.encode())) == {"added": 1}
    assert files(index_paths(db, ["-"], standard_input=ROAD.encode())) == {"unchanged": 1}
    assert speakers(db) == {("-", "Cid Dale")}
    (folder / "c.txt").write_text(ROAD)
    assert files(index_paths(db, [folder / "c.txt"])) == {"moved": 1}
    assert speakers(db) == {("c.txt", "Cid Dale")}
    assert files(index_paths(db, ["-"], standard_input=ROAD.encode())) == {"copies": 1}


def test_standard_input_is_read_again_by_a_new_extractor_and_kept_once(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, ["-"], standard_input=ROAD.encode())
    monkeypatch.setattr(indexing, "EXTRACTOR", "rules-next")
    assert files(index_paths(db, ["-"], standard_input=ROAD.encode())) == {"changed": 1}
    with closing(open_index(db)) as index:
        assert extent(index).articles == 1


def test_a_missing_path_is_reported_and_the_rest_is_done(folder: Path, db: Path) -> None:
    report = index_paths(db, ["absent", folder])
    assert files(report) == {"added": 2}
    (problem,) = report.problems
    assert (problem.path, problem.code, problem.lost) == ("absent", "unreadable", True)
    assert "absent" in problem.message


def test_nothing_to_read_makes_no_index(tmp_path: Path, db: Path) -> None:
    assert files(index_paths(db, [tmp_path / "absent"])) == {}
    assert not db.exists()


def test_what_the_index_has_of_a_file_stays_when_the_file_turns_unreadable(
    folder: Path, db: Path
) -> None:
    index_paths(db, [folder])
    (folder / "a.txt").write_bytes(b"")
    report = index_paths(db, [folder])
    assert files(report) == {"unchanged": 1}
    assert [Path(problem.path or "").name for problem in report.problems] == ["a.txt"]
    assert speakers(db) == BOTH
    (folder / "a.txt").write_text(HARBOUR)
    assert files(index_paths(db, [folder])) == {"unchanged": 2}


def test_a_file_that_cannot_be_opened_is_reported(folder: Path, db: Path) -> None:
    (folder / "link.txt").symlink_to("link.txt")
    report = index_paths(db, [folder / "a.txt", folder / "link.txt"])
    assert files(report) == {"added": 1}
    assert len(report.problems) == 1


@pytest.mark.skipif(os.name == "nt", reason="file names are Unicode here")
def test_a_file_whose_name_is_not_unicode_is_reported(folder: Path, db: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(ROAD)
    report = index_paths(db, [folder])
    assert files(report) == {"added": 2}
    (problem,) = report.problems
    assert r"caf\udce9.txt' is not valid Unicode; rename it" in problem.message


LINES = '{"text": "\\"We shall rebuild the harbour,\\" said Ada Brook."}\n'


def test_a_line_that_cannot_be_read_is_reported_as_long_as_it_is_there(
    folder: Path, db: Path
) -> None:
    (folder / "more.jsonl").write_text(f"{LINES}oops\n")
    for outcome in "added", "unchanged":
        report = index_paths(db, [folder / "more.jsonl"])
        assert files(report) == {outcome: 1}
        assert [problem.message for problem in report.problems] == ["line 2: is no JSON"]
    assert speakers(db) == {("more.jsonl", "Ada Brook")}


def test_a_file_of_which_no_line_can_be_read_any_more_stays_as_it_was(
    folder: Path, db: Path
) -> None:
    (folder / "more.jsonl").write_text(LINES)
    index_paths(db, [folder / "more.jsonl"])
    (folder / "more.jsonl").write_text("oops\n")
    for _ in range(2):
        report = index_paths(db, [folder / "more.jsonl"])
        assert files(report) == {}
        assert [problem.message for problem in report.problems] == [
            "line 1: is no JSON",
            "none of its articles could be read; mend the lines named",
        ]
    assert speakers(db) == {("more.jsonl", "Ada Brook")}


def test_what_is_odd_is_a_remark_and_no_problem(folder: Path, db: Path) -> None:
    (folder / "old.txt").write_bytes("“The café stays open,” said Cid Dale.\n".encode("cp1252"))
    report = index_paths(db, [folder / "old.txt"])
    assert files(report) == {"added": 1}
    assert report.problems == ()
    assert [(remark.code, remark.lost) for remark in report.remarks] == [("encoding", False)]


Find = Callable[[Article], Extraction]


def fail_at(name: str, error: type[BaseException], find: Find) -> Find:
    """Give an extractor that fails at one file."""

    def find_or_fail(article: Article) -> Extraction:
        if article.path is not None and article.path.endswith(name):
            raise error
        return find(article)

    return find_or_fail


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
@pytest.mark.parametrize("batch_seconds", [0, 60])
def test_a_bug_and_an_interruption_go_on_and_finished_files_stay(
    folder: Path,
    db: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[BaseException],
    batch_seconds: float,
) -> None:
    (folder / "c.txt").write_text(ROAD)
    failing = fail_at("b.txt", error, find_statements)
    monkeypatch.setattr(workers, "extract", failing)
    with pytest.raises(error):
        index_paths(db, [folder], batch_seconds=batch_seconds)
    assert speakers(db) == {("a.txt", "Ada Brook")}
    monkeypatch.undo()
    assert files(index_paths(db, [folder])) == {"unchanged": 1, "added": 2}


def test_a_correction_holds_for_what_was_read_before_an_interruption(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_paths(db, [folder])
    with closing(open_index(db, create=True)) as index, transaction(index):
        (wrong,) = find_records(index, Filter(speakers=("Ada Brook",)))
        put_fix(index, wrong, ["Eve Ford"])
    monkeypatch.setattr(indexing, "EXTRACTOR", "another")  # everything is read again
    monkeypatch.setattr(workers, "extract", fail_at("b.txt", KeyboardInterrupt, find_statements))
    with pytest.raises(KeyboardInterrupt):
        index_paths(db, [folder])
    assert speakers(db) == {("a.txt", "Eve Ford"), ("b.txt", "Ben Cole")}


def test_a_bug_in_the_middle_of_a_file_leaves_the_file_as_it_was(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "more.jsonl").write_text(LINES)
    index_paths(db, [folder / "more.jsonl"])
    (folder / "more.jsonl").write_text(LINES.replace("Ada Brook", "Eve Ford") + LINES)

    def fail_at_second(article: Article) -> Extraction:
        if "Ada" in article.text:
            raise RuntimeError
        return find_statements(article)

    monkeypatch.setattr(workers, "extract", fail_at_second)
    with pytest.raises(RuntimeError):
        index_paths(db, [folder / "more.jsonl"])
    assert speakers(db) == {("more.jsonl", "Ada Brook")}


def test_finished_batches_can_be_read_while_the_rest_is_being_indexed(
    folder: Path, db: Path
) -> None:
    seen = []

    def look(done: int, total: int) -> None:
        seen.append((done, total, len(speakers(db))))

    index_paths(db, [folder], jobs=1, batch_seconds=0, on_progress=look)
    assert seen == [(1, 2, 1), (2, 2, 2)]


def test_what_another_process_writes_meanwhile_is_no_bug_and_written_once(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Overtaken(reading.FileReading):
        """A file that another process writes while this one reads it."""

        def __init__(self, *arguments: Any, **named: Any) -> None:
            monkeypatch.setattr(indexing, "FileReading", reading.FileReading)
            other.append(index_paths(db, [folder], jobs=1))
            super().__init__(*arguments, **named)

    other: list[Report] = []
    monkeypatch.setattr(indexing, "FileReading", Overtaken)
    assert files(index_paths(db, [folder], jobs=1)) == {"unchanged": 2}
    assert files(other[0]) == {"added": 2}
    for text in (ROAD, HARBOUR):
        (folder / "a.txt").write_text(text)
        monkeypatch.setattr(indexing, "FileReading", Overtaken)
        index_paths(db, [folder], jobs=1)
    assert speakers(db) == BOTH


def test_a_process_that_waits_to_write_gets_its_turn(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Nothing was said on day {number}.\n")
    monkeypatch.setattr(indexing, "_GIVE_WAY_EVERY", 0.5)
    waited: list[bool] = []
    finished: list[bool] = []

    def slow(article: Article) -> Extraction:
        time.sleep(0.05)
        return find_statements(article)

    def correct() -> None:
        with closing(open_index(db, create=True, busy_seconds=5)) as index, transaction(index):
            waited.append(not finished)

    monkeypatch.setattr(workers, "extract", slow)
    other = threading.Thread(target=correct)
    index_paths(
        db,
        [folder],
        jobs=1,
        batch_seconds=0.1,
        on_progress=lambda done, _: other.start() if done == 3 else None,
    )
    finished.append(True)
    other.join()
    assert waited == [True]


def test_an_index_that_cannot_be_used_ends_the_work(folder: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        index_paths(folder, [folder])


def test_a_folder_that_may_not_be_read_costs_only_itself(
    folder: Path, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "secret").mkdir()
    scandir = os.scandir

    def refuse_one(path: Path) -> object:  # tests may run as root, who may read everything
        if path.name == "secret":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr("quotecli.documents.find.os.scandir", refuse_one)
    report = index_paths(db, [folder])

    assert files(report) == {"added": 2}
    assert ["no permission to look into" in problem.message for problem in report.problems] == [
        True
    ]
