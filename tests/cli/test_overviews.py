"""What the index holds, and whether all is well: stats, outlets and doctor."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quotecli.cli.shells import script_for

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py


def test_stats_tells_how_much_there_is(quotecli: Run, index: Path) -> None:
    answer = quotecli("stats")

    assert (answer.status, answer.err) == (0, [])
    assert f"Index             {index}, " in answer.out
    assert "Articles          2  published 2021-05-04 to 2022-10-31\n" in answer.out
    assert "Year\n  2021  1  ██████████\n  2022  4  █████████████████████████████" in answer.out


def test_stats_as_json_has_every_figure(quotecli: Run, index: Path) -> None:
    held = json.loads(quotecli("stats", "--json").out)

    assert held["bytes"] >= index.stat().st_size
    assert (held["articles"], held["statements"], held["linked"]) == (2, 5, 4)
    assert held["kinds"] == {"direct": 4, "indirect": 1}
    assert held["outlets"] == {"Harbour Post": 4, "The Morning Gull": 1}


def test_outlets_are_listed_with_their_counts(quotecli: Run) -> None:
    assert quotecli("outlets").out == (
        "Outlet            Articles  Statements  Published\n"
        "Harbour Post             1           4  2022-10-31\n"
        "The Morning Gull         1           1  2021-05-04\n"
    )


@pytest.mark.parametrize(
    ("sort", "first"),
    [("articles", "C"), ("statements", "B"), ("name", "A"), ("first", "A"), ("last", "C")],
)
def test_outlets_are_sorted(quotecli: Run, tmp_path: Path, sort: str, first: str) -> None:
    said = '"We are ready," said Ada Roe. '
    more = '"We are ready," said Ada Roe. "You are not," said Ben Lee.'
    days = {"A": ["2021"], "B": ["2019", "2020"], "C": ["2005", "2006", "2024"]}
    articles = [
        {"outlet": outlet, "published": f"{year}-01-01", "text": more if outlet == "B" else said}
        for outlet, years in days.items()
        for year in years
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, articles)))
    quotecli("index", tmp_path / "news.jsonl", db=tmp_path / "db")
    answer = quotecli("outlets", "--sort", sort, "--json", db=tmp_path / "db")

    assert json.loads(answer.out)[0]["outlet"] == first


def test_outlets_are_narrowed_by_a_name(quotecli: Run) -> None:
    (outlet,) = json.loads(quotecli("outlets", "gull", "--json").out)

    assert outlet == {
        "outlet": "The Morning Gull",
        "articles": 1,
        "statements": 1,
        "first": "2021-05-04",
        "last": "2021-05-04",
        "years": {"2021": 1},
    }


def test_an_unknown_outlet_is_status_1(quotecli: Run) -> None:
    answer = quotecli("outlets", "nowhere", "--json")

    assert (answer.status, answer.out, answer.err) == (1, "[]\n", ["no outlet is called nowhere"])


# --- doctor ---


@pytest.fixture
def news(quotecli: Run, tmp_path: Path) -> Path:
    """Give an index of one article in a file of its own, in a folder of its own."""
    (tmp_path / "one.txt").write_text('"We are ready for the sea," said Ada Roe.')
    given = ("--published", "2020-12-17", "--url", "https://a.example/1")
    quotecli("index", tmp_path / "one.txt", *given, db=tmp_path / "db")
    return tmp_path / "db"


@pytest.fixture
def diagnosed(
    quotecli: Run, news: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, Any]]:
    """Give a function that runs the doctor and gives what he found, by check."""
    monkeypatch.setenv("SHELL", "/bin/sh")

    def run(*, status: int = 0, db: Path = news) -> dict[str, Any]:
        answer = quotecli("doctor", "--json", db=db)
        assert (answer.status, answer.err) == (status, [])
        return {check["check"]: check for check in json.loads(answer.out)}

    return run


def test_the_doctor_finds_nothing_wrong_where_nothing_is(
    diagnosed: Callable[..., Any], quotecli: Run, news: Path
) -> None:
    found = diagnosed()

    assert {name: check["state"] for name, check in found.items()} == dict.fromkeys(
        ("program", "tagger", "terminal", "completion", "index", "pages", "rows", "search", "files",
         "extractor", "articles"),
        "ok",
    )  # fmt: skip
    lines = quotecli("doctor", db=news).out.splitlines()
    assert len(lines) == len(found)
    assert all(line.startswith("ok    ") for line in lines)


def test_changed_and_lost_files_are_a_warning(diagnosed: Callable[..., Any], news: Path) -> None:
    (news.parent / "one.txt").write_text("Nothing was said.")
    changed = diagnosed()["files"]
    assert changed["state"] == "warn"
    assert changed["message"].startswith("1 changed since they were read, as ")
    assert "quotecli index" in changed["advice"]

    (news.parent / "one.txt").unlink()
    gone = diagnosed()["files"]
    assert gone["message"] == f"1 gone or not readable, as {news.parent / 'one.txt'}"


def test_files_of_another_extractor_are_a_warning(
    diagnosed: Callable[..., Any], news: Path
) -> None:
    with closing(sqlite3.connect(news)) as other, other:
        other.execute("UPDATE file SET extractor = 'older'")

    found = diagnosed()["extractor"]
    assert (found["state"], "quotecli index" in found["advice"]) == ("warn", True)


def test_articles_without_a_date_or_url_are_a_warning(
    diagnosed: Callable[..., Any], news: Path
) -> None:
    with closing(sqlite3.connect(news)) as other, other:
        other.execute("UPDATE article SET url = NULL")

    assert diagnosed()["articles"]["message"] == "of 1: 0 without date, 1 without URL"
    assert diagnosed()["files"]["message"] == "it is as it was read"


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("UPDATE statement SET text = 'Something else.'", "search"),
        ("DELETE FROM file", "rows"),
    ],
)
def test_rows_that_do_not_agree_are_a_failure(
    diagnosed: Callable[..., Any], news: Path, damage: str, check: str
) -> None:
    with closing(sqlite3.connect(news)) as other, other:
        other.execute(damage)

    found = diagnosed(status=2)
    assert [name for name, one in found.items() if one["state"] == "fail"] == [check]
    assert found[check]["advice"] == "move the index away and index again"


def test_a_damaged_page_is_a_failure(diagnosed: Callable[..., Any], news: Path) -> None:
    data = bytearray(news.read_bytes())
    for start in range(4096 * 3, len(data), 4096):
        data[start : start + 512] = b"\xff" * 512
    news.write_bytes(data)

    failed = [check for check in diagnosed(status=2).values() if check["state"] == "fail"]
    assert len(failed) >= 1
    assert all("index again" in check["advice"] for check in failed)


def test_no_index_is_a_failure_that_says_what_to_do(
    diagnosed: Callable[..., Any], tmp_path: Path
) -> None:
    found = diagnosed(status=2, db=tmp_path / "none")

    assert found["index"]["advice"] == "make one with: quotecli index FOLDER"
    assert list(found)[-1] == "index"


def test_completion_is_looked_for_where_it_is_installed(
    diagnosed: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    script = tmp_path / ".config/fish/completions/quotecli.fish"
    assert diagnosed()["completion"]["advice"] == "run: quotecli --install-completion"

    script.parent.mkdir(parents=True)
    script.write_text(script_for("fish"))
    assert diagnosed()["completion"]["state"] == "ok"
    script.write_text("# of yore")
    assert "of another version" in diagnosed()["completion"]["message"]
