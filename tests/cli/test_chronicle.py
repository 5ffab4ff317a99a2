"""What was said over time: timeline and compare."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py


@pytest.fixture(scope="session")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file of four articles from 2018 to 2024, one without a date."""
    said = '"The harbour stays open in {}," said Ada Roe. "The pier does not," said Ben Lee.'
    articles = [
        {"title": day, "outlet": "Gull", "published": day, "text": said.format(day or "any year")}
        for day in ("2024-02-01", "2018-05-04", "2023-12-31", None)
    ]
    path = tmp_path_factory.mktemp("years") / "years.jsonl"
    path.write_text("\n".join(map(json.dumps, articles)))
    return path


@pytest.fixture
def db(quotecli: Run, years: Path, tmp_path: Path) -> Path:
    quotecli("index", years, db=tmp_path / "db")
    return tmp_path / "db"


def test_a_timeline_is_in_the_order_of_the_days_with_a_chart(quotecli: Run, db: Path) -> None:
    answer = quotecli("timeline", "--speaker", "roe", "harbour", db=db)
    lines = answer.out.splitlines()

    assert [line[:10] for line in lines if "harbour" in line] == [
        "2018-05-04", "2023-12-31", "2024-02-01", "no date   "
    ]  # fmt: skip
    bar = "█" * 40
    assert lines[-4:] == [
        f"2018          1  {bar}",
        "2019 to 2022  0",
        f"2023          1  {bar}",
        f"2024          1  {bar}",
    ]
    assert (answer.status, answer.err) == (0, ["1 of 4 have no date and no bar"])


@pytest.mark.parametrize(
    ("arguments", "periods"),
    [
        ("", ["2018", "2023", "2024", None]),
        ("--by month", ["2018-05", "2023-12", "2024-02", None]),
        ("--since 2023", ["2023-12-31", "2024-02-01"]),
        ("--since 2023 --by year", ["2023", "2024"]),
        ("--year 2024", ["2024-02-01"]),
    ],
)
def test_the_period_of_a_record_is_a_key_after_the_others(
    quotecli: Run, db: Path, arguments: str, periods: list[str | None]
) -> None:
    answer = quotecli("timeline", "-s", "Lee", *arguments.split(), "--json", db=db)

    assert [record["period"] for record in answer.records] == periods
    assert list(answer.records[0])[-2:] == ["also", "period"]


def test_a_timeline_in_another_format_is_a_list_of_statements(quotecli: Run, db: Path) -> None:
    lines = quotecli("timeline", "pier", "-f", "jsonl", db=db).out.splitlines()

    assert [json.loads(line)["period"] for line in lines][:2] == ["2018", "2023"]
    assert quotecli("timeline", "pier", "-f", "csv", db=db).out.count("\n") == 5


def test_a_picture_is_drawn_into_a_file(quotecli: Run, db: Path, tmp_path: Path) -> None:
    file = tmp_path / "pier.svg"
    answer = quotecli("timeline", "-s", "Lee", "pier", "--svg", file, "--json", db=db)

    assert (answer.status, answer.err[0], len(answer.records)) == (0, f"drawn: {file}", 4)
    picture = ET.parse(file).getroot()  # noqa: S314  made here
    title, description = picture[0].text, picture[1].text
    assert title == "Statements by Lee on pier, by year"
    assert description == "Bar chart. 2018: 1; 2019 to 2022: 0; 2023: 1; 2024: 1."


def test_a_picture_that_cannot_be_written_is_one_line(
    quotecli: Run, db: Path, tmp_path: Path
) -> None:
    answer = quotecli("timeline", "-s", "Lee", "--svg", tmp_path / "no" / "x.svg", db=db)

    assert answer.status == 2
    assert answer.err[-1].endswith("No such file or directory; name another file with --svg")


def test_a_timeline_of_everything_is_refused(quotecli: Run, db: Path) -> None:
    answer = quotecli("timeline", db=db)

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == [
        "quotecli: a timeline of whom or of what; name a --speaker, words, or both"
    ]


@pytest.mark.parametrize(
    ("arguments", "days"),
    [
        ("-s Lee --about harbour", []),
        ("pier --not-speaker Roe", ["2018-05-04", "2023-12-31", "2024-02-01", None]),
        ("harbour pier --any -s Roe --outlet gull --outlet post --until 2018", ["2018-05-04"]),
        ("--fts harb* -y 2018", ["2018-05-04"]),
        ("pier stays -open --any -y 2018", ["2018-05-04"]),
        ("--title 2024 --min-confidence 0.5 --no-thoughts harbour", ["2024-02-01"]),
        ("-s Roe --undated", [None]),
        ("habour --exact", []),
        ("habour -y 2018", ["2018-05-04"]),
    ],
)
def test_a_timeline_is_narrowed_as_a_search_is(
    quotecli: Run, db: Path, arguments: str, days: list[str | None]
) -> None:
    answer = quotecli("timeline", *arguments.split(), "--json", db=db)

    assert [record["date"] for record in answer.records] == days
    assert quotecli("timeline", *arguments.split(), db=db).status == (0 if days else 1)


def test_the_words_that_were_looked_for_are_in_the_title_of_a_picture(
    quotecli: Run, db: Path, tmp_path: Path
) -> None:
    quotecli("timeline", "--fts", "harb*", "--svg", tmp_path / "harb.svg", db=db)
    picture = ET.parse(tmp_path / "harb.svg").getroot()  # noqa: S314  made here
    assert picture[0].text == "Statements on harb*, by year"


def test_nothing_found_is_status_1_and_says_why(quotecli: Run, db: Path) -> None:
    answer = quotecli("timeline", "-s", "Zebedee", "--json", db=db)

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err[0].startswith("no speaker in the index is called Zebedee")


# --- compare ---


def test_two_speakers_are_compared_by_day(quotecli: Run, db: Path) -> None:
    out = quotecli("compare", "Roe", "Lee", "--since", "2023", db=db).out

    assert out.startswith("Roe  2 statements\nLee  2 statements\n\n2023-12-31\n  Roe: “The harbour")
    assert out.index("Roe: ") < out.index("Lee: ") < out.index("2024-02-01\n")


def test_whose_statement_it_is_stands_in_a_key_after_the_others(quotecli: Run, db: Path) -> None:
    records = quotecli("compare", "roe", "Ben Lee", "-y", "2018", "--json", db=db).records

    assert [(record["speaker"], record["compared"]) for record in records] == [
        ("Ada Roe", "roe"),
        ("Ben Lee", "Ben Lee"),
    ]


def test_words_narrow_both_and_who_said_nothing_is_told(quotecli: Run, db: Path) -> None:
    answer = quotecli("compare", "Roe", "Lee", "pier", db=db)

    assert answer.status == 0
    assert answer.out.startswith("Roe  0 statements\nLee  4 statements\n")
    assert answer.err[0].startswith("4 statements match the words; none is by Roe")


def test_a_comparison_is_narrowed_as_a_search_is(quotecli: Run, db: Path) -> None:
    narrowed = ("--title", "2018", "--not-speaker", "Lee", "-open", "--all")
    records = quotecli("compare", "Roe", "Lee", *narrowed, "--json", db=db).records
    assert records == []
    records = quotecli("compare", "Roe", "Lee", *narrowed[:2], "-open", "--json", db=db).records
    assert [record["speaker"] for record in records] == ["Ben Lee"]


def test_two_names_of_one_speaker_are_told(quotecli: Run, db: Path) -> None:
    answer = quotecli("compare", "Roe", "Ada Roe", "--json", db=db)

    assert (answer.status, len(answer.records)) == (0, 8)
    assert answer.err == ["Roe and Ada Roe are one speaker in the index"]
    assert quotecli("compare", "Roe", "Lee", "-k", "quote", db=db).err == []


def test_two_who_said_nothing_are_status_1(quotecli: Run, db: Path) -> None:
    answer = quotecli("compare", "Roe", "Lee", "zebra", "--json", db=db)

    assert (answer.status, answer.out) == (1, "[]\n")
