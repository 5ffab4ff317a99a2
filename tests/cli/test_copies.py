"""One statement in many outlets, as it is printed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotecli.ingest import index_paths

Run = Callable[..., Any]

_PRINTED = {
    "Harbour Post": (
        "2022-10-31",
        '"The harbour belongs to the town, and the town will decide what is built there," said'
        " Mayor Ada Brook.",
    ),
    "Morning Gull": ("2022-11-01", '"The harbor belongs to the town," Ada Brook said.'),
    "Evening Wire": (
        "2022-10-30",
        'Ada Brook said: "The harbour [basin] belongs to the town, and the town will decide what'
        ' is built there."',
    ),
}


@pytest.fixture(scope="module")
def wires(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an index of three outlets that print one statement, and one of them another."""
    folder = tmp_path_factory.mktemp("wires")
    for outlet, (day, text) in _PRINTED.items():
        url = f"https://{outlet.split()[1].lower()}.example/{day}"
        head = f"---\noutlet: {outlet}\npublished: {day}\nurl: {url}\n---\n\n"
        (folder / f"{outlet}.md").write_text(head + text + "\n", encoding="utf-8")
    other = "---\noutlet: Evening Wire\npublished: 2022-10-31\n---\n\n"
    other += '"The ferry sails again," said Ben Cole.\n'
    (folder / "ferry.md").write_text(other, encoding="utf-8")
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    index_paths(path, [folder])
    return path


def outlets(answer: Any) -> list[str]:
    return [record["outlet"] for record in answer.records]


def test_a_search_shows_the_fullest_wording_and_how_many_outlets_have_it(
    quotecli: Run, wires: Path
) -> None:
    answer = quotecli("search", "--speaker", "Brook", db=wires)
    assert answer.status == 0
    assert "what is built there" in answer.out
    assert "+2 outlets" in answer.out
    assert "Morning Gull" not in answer.out
    assert answer.err == ["1 statement, 3 with its copies; --all shows each"]


def test_every_format_has_the_same_statements(quotecli: Run, wires: Path) -> None:
    (record,) = quotecli("search", "--speaker", "Brook", "--json", db=wires).records
    assert [also["outlet"] for also in record["also"]] == ["Evening Wire", "Morning Gull"]
    for format_ in "jsonl", "tsv":
        lines = quotecli("search", "-s", "Brook", "-f", format_, db=wires).out.splitlines()
        assert len(lines) == (1 if format_ == "jsonl" else 2)


def test_all_shows_each_copy_and_nothing_is_left_to_tell(quotecli: Run, wires: Path) -> None:
    answer = quotecli("search", "--speaker", "Brook", "--all", "--sort", "date", "--json", db=wires)
    assert outlets(answer) == ["Evening Wire", "Harbour Post", "Morning Gull"]
    assert answer.err == []


def test_limit_counts_statements_and_not_copies(quotecli: Run, wires: Path) -> None:
    answer = quotecli("search", "--limit", "1", "--json", db=wires)
    assert len(answer.records) == 1
    assert answer.err == [
        "1 of 2 statements, 4 with their copies; --limit 0 shows all, --all each copy"
    ]


def test_a_word_that_only_one_outlet_has_finds_its_wording(quotecli: Run, wires: Path) -> None:
    assert outlets(quotecli("search", "basin", "--json", db=wires)) == ["Evening Wire"]
    assert outlets(quotecli("search", "--outlet", "gull", "--json", db=wires)) == ["Morning Gull"]


def test_what_comes_nearest_is_shown_once_too(quotecli: Run, wires: Path) -> None:
    typed = ("town", "will", "decide", "tomorrow", "what", "is", "built")
    answer = quotecli("search", *typed, db=wires)
    assert answer.out.count("belongs to the town") == 1
    assert "+2 outlets" in answer.out
    assert answer.err[0].startswith("no statement has all of these words; showing")
    assert answer.err[-1] == "1 statement, 2 with its copies; --all shows each"
    assert len(quotecli("search", *typed, "--all", "--json", db=wires).records) == 2


def test_a_period_has_each_statement_once(quotecli: Run, wires: Path) -> None:
    assert len(quotecli("show", "2022", "--json", db=wires).records) == 2
    assert len(quotecli("show", "2022", "--all", "--json", db=wires).records) == 4
    assert quotecli("show", "2022", db=wires).out.count("belongs to the town") == 1


def test_variants_stand_one_under_the_other_with_marks_where_they_differ(
    quotecli: Run, wires: Path
) -> None:
    (record,) = quotecli("search", "-s", "Brook", "--json", db=wires).records
    answer = quotecli("show", record["id"], "--variants", db=wires)
    assert answer.status == 0
    places = [
        answer.out.index(outlet) for outlet in ("Evening Wire", "Harbour Post", "Morning Gull")
    ]
    assert places == sorted(places)
    assert "⟦harbor⟧" in answer.out
    assert "[⟦basin⟧]" in answer.out
    assert "without 9 words after" in answer.out
    assert "https://gull.example/2022-11-01" in answer.out


def test_variants_for_programs_are_the_records_of_all_copies(quotecli: Run, wires: Path) -> None:
    (record,) = quotecli("search", "-s", "Brook", "--json", db=wires).records
    shown = quotecli("show", record["id"], "--variants", "--format", "jsonl", db=wires)
    days = [json.loads(line)["published"] for line in shown.out.splitlines()]
    assert days == ["2022-10-30", "2022-10-31", "2022-11-01"]


def test_variants_are_those_of_one_statement(quotecli: Run, wires: Path) -> None:
    answer = quotecli("show", "2022", "--variants", db=wires)
    assert (answer.status, answer.out) == (2, "")
    assert "is no ID" in answer.err[0]
    assert quotecli("show", "zzzzzzzz", "--variants", db=wires).status == 1
