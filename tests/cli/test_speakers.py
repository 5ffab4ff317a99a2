"""The speakers of the index on the command line, and corrections of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def own(quotecli: Run, articles: Path, tmp_path: Path) -> Run:
    """Give the program on an index of its own, which may be corrected."""
    db = tmp_path / "own.sqlite"
    assert quotecli("index", articles, db=db).status == 0

    def run(*arguments: str | Path, stdin: bytes = b"") -> Any:
        return quotecli(*arguments, db=db, stdin=stdin)

    return run


def names(answer: Any) -> list[str]:
    return [profile["name"] for profile in answer.records]


def test_speakers_are_listed_the_most_quoted_first(quotecli: Run) -> None:
    answer = quotecli("speakers", "--json")
    assert names(answer) == ["Vladimir Putin", "Ada Roe", "Ilham Aliyev", "Seán O'Brien"]
    assert list(answer.records[0]) == [
        *("name", "names", "statements", "articles", "first", "last", "years", "roles"),
        *("outlets", "wikidata"),
    ]
    assert names(quotecli("speakers", "--sort", "first", "--limit", "1", "--json")) == [
        "Vladimir Putin"
    ]
    assert quotecli("speakers", "--limit", "1").err == ["1 of 4 speakers; --limit 0 shows all"]


def test_one_speaker_is_shown_with_outlets_and_years(quotecli: Run) -> None:
    page = quotecli("speakers", "putin").out
    assert page.startswith("Vladimir Putin\n2 statements in 1 article, 2022-10-31\n")
    assert "Harbour Post  2  █" in page
    assert "2022  2  █" in page


@pytest.mark.parametrize(
    ("format_", "first", "lines"),
    [
        ("csv", "name,names,statements", 5),
        ("tsv", "name\tnames\tstatements", 5),
        ("jsonl", '{"name": "Vladimir Putin"', 4),
        ("markdown", "| Speaker | Statements", 6),
    ],
)
def test_every_format_has_the_same_speakers(
    quotecli: Run, format_: str, first: str, lines: int
) -> None:
    out = quotecli("speakers", "--format", format_).out
    assert out.startswith(first)
    assert out.count("\n") == lines


def test_nobody_found_is_told_with_a_likely_name(quotecli: Run) -> None:
    answer = quotecli("speakers", "Aliyvev", "--json")
    assert (answer.status, answer.records) == (1, [])
    assert answer.err == ["no speaker in the index is called Aliyvev; did you mean Ilham Aliyev?"]


def test_a_name_that_is_also_a_command_is_reached_behind_list(quotecli: Run) -> None:
    assert quotecli("speakers", "list", "merge").err == ["no speaker in the index is called merge"]


def test_a_group_without_a_name_lists_and_its_help_names_the_commands(quotecli: Run) -> None:
    assert quotecli("speakers").status == 0
    help_ = quotecli("speakers", "--help").out
    for command in ("list", "merge", "split", "rename", "export", "import"):
        assert f"\n  {command} " in help_


def test_merging_holds_and_is_taken_back(own: Run) -> None:
    assert own("speakers", "merge", "Ada Roe", "Seán O'Brien").err == [
        "one speaker now: Ada Roe, Seán O'Brien"
    ]
    assert len(own("search", "--speaker", "Roe", "--json").records) == 2
    assert own("speakers", "merge", "Ada Roe", "Sean O'Brien", "--undo").status == 0
    assert len(own("search", "--speaker", "Roe", "--json").records) == 1
    answer = own("speakers", "merge", "Ada Roe", "Seán O'Brien", "--undo")
    assert (answer.status, len(answer.err)) == (2, 1)


def test_merging_says_whom_short_names_were_taken_for_and_takes_them_back(own: Run) -> None:
    assert own("speakers", "merge", "roe", "o'brien").err == [
        "one speaker now: Ada Roe, Seán O'Brien"
    ]
    assert own("speakers", "merge", "roe", "putin", "--undo").status == 2
    assert own("speakers", "merge", "o'brien", "roe", "--undo").status == 0
    assert len(own("search", "--speaker", "Roe", "--json").records) == 1


def test_renaming_and_splitting_hold_and_are_taken_back(own: Run) -> None:
    own("speakers", "rename", "Roe", "Ada Lake")
    assert own("search", "--speaker", "Lake", "--json").records[0]["speaker"] == "Ada Lake"
    assert own("speakers", "rename", "Ada Lake", "--undo").status == 0
    assert "Ada Roe" in names(own("speakers", "--json"))
    assert own("speakers", "split", "Ada Roe").status == 0
    assert own("speakers", "split", "Ada Roe", "--undo").status == 0


def test_two_speakers_may_be_given_as_a_record_has_them(own: Run) -> None:
    (found,) = own("search", "--speaker", "Aliyev", "--json").records
    own("fix", found["id"], "--speaker", "Putin; Jane Moe")
    fixed = own("show", found["id"], "--json").records[0]
    assert fixed["speakers"] == ["Vladimir Putin", "Jane Moe"]
    assert own("search", "--speaker", "Moe", "--json").records == [fixed]


def test_a_fix_tells_of_a_speaker_who_is_new(own: Run) -> None:
    (found,) = own("search", "--speaker", "Aliyev", "--json").records
    answer = own("fix", found["id"], "--speaker", "Ada Row", "--speaker", "putin")
    assert answer.err == [
        f"{found['id']}: Ada Row; Vladimir Putin",
        "Ada Row is a new speaker; did you mean Ada Roe?",
    ]
    assert own("fix", found["id"].upper(), "--speaker", "Ada Row").err == [
        f"{found['id']}: Ada Row"
    ]
    own("speakers", "rename", "Putin", "The President")
    assert own("fix", found["id"], "--speaker", "Putin").err == [f"{found['id']}: The President"]


def test_a_full_name_is_not_filed_under_a_bare_surname(own: Run) -> None:
    own("index", "-", stdin=b'"Boats come first," said Moe.')
    (found,) = own("search", "--speaker", "Aliyev", "--json").records
    own("fix", found["id"], "--speaker", "Jane Moe")
    assert own("show", found["id"], "--json").records[0]["speaker"] == "Jane Moe"


def test_a_statement_is_fixed_and_stays_so_when_all_is_read_again(own: Run, articles: Path) -> None:
    (found,) = own("search", "--speaker", "Aliyev", "--json").records
    assert own("fix", found["id"][:6], "--speaker", "Putin").err == [
        f"{found['id']}: Vladimir Putin"
    ]
    own("index", articles, "--author", "Somebody")  # given metadata: every file is read again
    (fixed,) = own("show", found["id"], "--json").records
    assert (fixed["speaker"], fixed["basis"]) == ("Vladimir Putin", "fixed")
    assert "as your correction has it" in own("show", found["id"]).out
    assert own("fix", found["id"], "--unknown").status == 0
    assert own("show", found["id"], "--json").records[0]["speaker"] is None
    assert own("fix", found["id"], "--undo").status == 0
    assert own("show", found["id"], "--json").records[0] == {**found, "author": "Somebody"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("fix", "zzzzzzzz", "--unknown"), 1),
        (("fix", "zzzzzzzz"), 2),
        (("fix", "zzzzzzzz", "--unknown", "--undo"), 2),
        (("fix", "zzzzzzzz", "--undo"), 1),
        (("speakers", "merge", "Ada Roe"), 2),
        (("speakers", "merge", "Ada Roe", "Nobody"), 2),
        (("speakers", "split", "Nobody"), 2),
        (("speakers", "rename", "Ada Roe"), 2),
        (("speakers", "rename", "Ada Roe", "Vladimir Putin"), 2),
        (("speakers", "rename", "Ada Roe", "--undo"), 2),
        (("speakers", "import", "no-such-file"), 2),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    own: Run, arguments: tuple[str, ...], status: int
) -> None:
    answer = own(*arguments)
    assert (answer.status, answer.out, len(answer.err)) == (status, "", 1)


def test_corrections_are_exported_and_imported(own: Run, tmp_path: Path) -> None:
    own("speakers", "rename", "Ada Roe", "Ada Lake")
    file = tmp_path / "corrections.jsonl"
    assert own("speakers", "export", file).err == [f"1 correction written to {file}"]
    assert own("speakers", "export").out == file.read_text(encoding="utf-8")
    assert own("speakers", "import", file).err == ["corrections: 0 new, 1 known"]
    other = json.loads(file.read_text(encoding="utf-8")) | {"shown": "Ada Sea"}
    told = json.dumps(other).encode()
    answer = own("speakers", "import", "-", stdin=told)
    assert answer.status == 2
    assert "Ada Lake here and Ada Sea there" in answer.err[1]
    assert own("speakers", "import", "-", "--replace", stdin=told).status == 0
    assert "Ada Sea" in names(own("speakers", "--json"))
    for wrong in (b"no JSON", b'{"correction": "other"}', b"\xff"):
        assert own("speakers", "import", "-", stdin=wrong).status == 2


def test_wikidata_items_are_taken_from_a_table(own: Run) -> None:
    table = b"name\titem\nPutin\tQ7747\nNobody\tQ1\n"
    answer = own("speakers", "import", "--wikidata", "-", stdin=table)
    assert answer.status == 0
    assert answer.err == [
        "Wikidata items: 1 new, 0 known",
        "left out: no speaker in the index is called Nobody",
    ]
    assert own("speakers", "putin", "--json").records[0]["wikidata"] == "Q7747"
    assert own("speakers", "import", "--wikidata", "-", stdin=b"a,b\nc,d\n").status == 2


def test_a_speaker_fits_into_a_narrow_terminal(own: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    own("index", "-", "--published", "2020-01-31", stdin=b'"The pier stays," said Vladimir Putin.')
    monkeypatch.setenv("COLUMNS", "30")
    lines = own("speakers", "putin").out.splitlines()

    assert lines[1:3] == ["3 statements in 2 articles,", "  2020-01-31 to 2022-10-31"]
    assert max(map(len, lines)) <= 30


def test_charts_of_a_speaker_add_up(own: Run) -> None:
    own("index", "-", stdin=b'"The pier stays," said Vladimir Putin.')
    page = own("speakers", "putin").out

    assert page.startswith("Vladimir Putin\n3 statements in 2 articles, 2022-10-31\n")
    assert "no outlet     1  █" in page
    assert "no date  1  █" in page


def test_a_name_in_full_is_found_alone_and_who_may_be_the_same_is_told(own: Run) -> None:
    own("index", "-", stdin=b'"The pier is mine," said Ben Roe. "So is the sea," he said.')
    own("index", "-", stdin=b'"Boats come first," said Roe. "And last," said Roe.')
    searched = own("search", "--speaker", "Ada Roe", "--json")
    assert [record["speaker"] for record in searched.records] == ["Ada Roe"]
    assert searched.err == ["also 2 by “Roe”, perhaps the same; see: quotecli search --speaker Roe"]
    assert own("speakers", "Ada Roe", "--json").records[0]["statements"] == 1
    assert own("search", "--speaker", "Ada Roe", "boats", "--count").out == "0\n"
    assert "also 1 by “Roe”" in own("search", "--speaker", "Ada Roe", "boats", "--count").err[0]
    pier = own("search", "--speaker", "Ada Roe", "pier")
    assert pier.err[0].startswith("1 statement matches the words; it is not by Ada Roe")
    assert len(own("search", "--speaker", "Roe", "--json").records) == 5
    both = own("search", "--speaker", "Ada Roe", "--speaker", "Roe", "--json")
    assert (len(both.records), both.err) == (5, [])
    others = own("search", "--speaker", "Roe", "--not-speaker", "Ada Roe", "--json")
    assert {record["speaker"] for record in others.records} == {"Roe", "Ben Roe"}
