from pathlib import Path

import pytest

from quotecli.errors import UsageError
from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import open_index
from quotecli.ingest import FileProblem, extract, extract_path, index_paths
from quotecli.model import Metadata, Record

HARBOUR = '"We shall rebuild the harbour before winter," said Ada Brook.\n'


def test_text_gives_records_that_point_into_it() -> None:
    (record,) = extract(HARBOUR, published="2022-10-31", outlet="Harbour Post")
    assert record.text == "We shall rebuild the harbour before winter,"
    assert [HARBOUR[start:end] for start, end in record.segments] == [record.text]
    assert (record.speaker, record.published, record.outlet) == (
        "Ada Brook",
        "2022-10-31",
        "Harbour Post",
    )
    assert (record.path, record.also) == (None, ())


def test_what_is_given_goes_before_what_the_text_says() -> None:
    text = f"---\ntitle: Harbour news\npublished: 2022-10-31\n---\n\n{HARBOUR}"
    (record,) = extract(text, published="2020-01-02")
    assert (record.title, record.published) == ("Harbour news", "2020-01-02")
    assert [text[start:end] for start, end in record.segments] == [record.text]


@pytest.mark.parametrize("text", ["", "  \n", "The harbour lay quiet in the snow."])
def test_text_without_statements_gives_none(text: str) -> None:
    assert extract(text) == []


def test_text_is_never_taken_for_another_format() -> None:
    assert extract('{"text": "x"}') == []


@pytest.mark.parametrize("day", ["31/10/2022", "2022-13-45", "2022"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(UsageError):
        extract(HARBOUR, published=day)


def test_a_folder_gives_the_records_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(HARBOUR.replace("Ada Brook", "Ben Cole"))
    (tmp_path / "a.txt").write_text(HARBOUR)
    records = list(extract_path(tmp_path, Metadata(outlet="Harbour Post")))
    assert [r.speaker for r in records if isinstance(r, Record)] == ["Ada Brook", "Ben Cole"]


def test_standard_input_has_no_path() -> None:
    (record,) = extract_path("-", standard_input=HARBOUR.encode())
    assert isinstance(record, Record)
    assert (record.speaker, record.path) == ("Ada Brook", None)


def test_what_cannot_be_read_comes_among_the_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(HARBOUR)
    problem, record = extract_path(tmp_path)
    assert isinstance(problem, FileProblem)
    assert (problem.path, problem.lost) == (str(tmp_path / "a.txt"), True)
    assert isinstance(record, Record)
    (missing,) = extract_path(tmp_path / "absent")
    assert isinstance(missing, FileProblem)
    assert missing.lost


def test_extracting_and_indexing_give_the_same_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HARBOUR)
    index_paths(tmp_path / "index.sqlite", [tmp_path / "a.txt"])
    index = open_index(tmp_path / "index.sqlite")
    assert find_records(index, Filter()) == list(extract_path(tmp_path / "a.txt"))
    index.close()
