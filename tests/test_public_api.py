"""What other programs may import from the package."""

import json
import subprocess
import sys
import types
from contextlib import closing
from pathlib import Path

import pytest

import quotecli

TEXT = '"We are ready," Ada Roe said on Friday. "The bridge is open," she said.'


def test_the_public_names_are_these() -> None:
    assert quotecli.__all__ == [
        "Basis",
        "Kind",
        "Metadata",
        "Query",
        "QuotecliError",
        "Record",
        "__version__",
        "extract",
        "index_paths",
        "open_index",
        "search_index",
    ]


def test_every_public_name_is_there_and_has_a_docstring() -> None:
    for name in quotecli.__all__:
        value = getattr(quotecli, name)
        assert isinstance(value, str) or value.__doc__, name


def test_nothing_but_the_public_names_and_submodules_is_offered() -> None:
    assert dir(quotecli) == sorted(quotecli.__all__)
    found = {name for name, value in vars(quotecli).items() if not name.startswith("_")}
    modules = {n for n in found if isinstance(vars(quotecli)[n], types.ModuleType)}
    assert found - modules <= {*quotecli.__all__, "TYPE_CHECKING", "Any", "import_module"}


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extarct'"):
        _ = quotecli.extarct  # type: ignore[attr-defined]


def test_a_text_gives_records() -> None:
    records = quotecli.extract(
        TEXT, published="2022-10-31", url="https://example.org/a", outlet="The Example"
    )

    assert [r.text for r in records] == ["We are ready,", "The bridge is open,"]
    assert {r.speaker for r in records} == {"Ada Roe"}
    assert [r.said_on for r in records] == ["2022-10-28", None]
    assert {(r.published, r.url, r.outlet, r.path) for r in records} == {
        ("2022-10-31", "https://example.org/a", "The Example", None)
    }
    assert all(isinstance(r, quotecli.Record) and r.also == () for r in records)
    assert [[TEXT[s:e] for s, e in r.segments] for r in records] == [[r.text] for r in records]


def test_a_text_without_statements_gives_none() -> None:
    assert quotecli.extract("") == []
    assert quotecli.extract("The harbour is closed.") == []


@pytest.mark.parametrize("day", ["2022-13-45", "yesterday", "2022-10", "0000"])
def test_a_day_that_is_none_is_an_error_of_ours(day: str) -> None:
    with pytest.raises(quotecli.QuotecliError) as caught:
        quotecli.extract(TEXT, published=day)
    assert caught.value.hint


WATCHED = """
import json, os, sys
touched = []
def watch(event, arguments):
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        touched.append(str(arguments[0]))
    elif event in {"sqlite3.connect", "os.mkdir", "os.rename", "os.remove", "socket.connect"}:
        touched.append(event)
sys.addaudithook(watch)
import quotecli
records = quotecli.extract(sys.argv[1], published="2022-10-31")
print(json.dumps([len(records), touched]))
"""


def test_extracting_writes_nothing_and_asks_nobody(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHED, TEXT],
        cwd=tmp_path,
        env={"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(done.stdout) == [2, []]
    assert list(tmp_path.iterdir()) == []


def test_articles_go_into_an_index_and_statements_come_out(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(TEXT, "utf-8")
    path = tmp_path / "index.sqlite"

    report = quotecli.index_paths(path, [tmp_path], quotecli.Metadata(published="2022-10-31"))
    with closing(quotecli.open_index(path)) as index:
        found = quotecli.search_index(
            index, quotecli.Query(words=("bridge",), kinds=(quotecli.Kind.DIRECT,))
        )

    assert (report.added, report.statements) == (1, 2)
    assert [record.text for record in found.records] == ["The bridge is open,"]
    assert found.records[0].basis is quotecli.Basis.PRONOUN
