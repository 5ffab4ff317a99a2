"""The command ``verify``: exit statuses, lists, drafts and formats."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py

DRAFT = """---
title: A draft
published: 2023-01-01
---

“We will keep talking,” said Vladimir Putin on Monday.

“There is much left to discuss,” Ilham Aliyev said.

Putin called it “in the interest of both sides”. “Nobody has ever asked the gulls,” said Ada Roe.
"""


@pytest.mark.parametrize(
    ("arguments", "status", "verdict"),
    [
        (["We will keep talking"], 0, "verbatim"),
        (["We", "will", "keep", "talking", "-s", "Putin"], 0, "verbatim"),
        (["We will keep talking", "--speaker", "Aliyev"], 1, "other speaker"),
        (["We will not keep talking"], 1, "altered"),
        (["the harbour would stay open"], 1, "paraphrase"),
        (["gulls on the wing"], 1, "not in this index"),
        (["We will keep talking", "--year", "2022"], 0, "verbatim"),
        (["We will keep talking", "--since", "2023"], 1, "not in this index"),
        (["We will keep talking", "-s", "Aliyev", "-s", "Putin"], 0, "verbatim"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_only_verbatim_is_status_0(
    quotecli: Run, arguments: list[str], status: int, verdict: str
) -> None:
    answer = quotecli("verify", *arguments, "--json")

    assert (answer.status, [each["verdict"] for each in answer.records]) == (status, [verdict])
    assert answer.err == []


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "name either words, --file or --draft"),
        (["“…”"], "has no word to check"),
        (["words", "--draft", "x.md"], "name either words, --file or --draft"),
        (["--file", "missing.txt"], "cannot read missing.txt"),
        (["--draft", "missing.md"], "cannot read missing.md"),
        (["--draft", "."], "is a folder"),
        (["words", "--year", "soon"], "'soon' is no date"),
        (["words", "--speaker", "!"], "is no name"),
    ],
    ids=str,
)
def test_wrong_usage_is_one_line_and_status_2(
    quotecli: Run, arguments: list[str], complaint: str
) -> None:
    answer = quotecli("verify", *arguments)

    assert (answer.status, answer.out, len(answer.err)) == (2, "", 1)
    assert complaint in answer.err[0]


def test_the_keys_are_those_of_the_docs(quotecli: Run) -> None:
    (answer,) = quotecli("verify", "We will not keep talking", "-s", "Putin", "--json").records

    assert list(answer) == (
        "verdict query speaker line record part similarity differences comparison rest context"
        " notes others places extent".split()
    )
    assert answer["speaker"] == "Putin"
    assert answer["record"]["speaker"] == "Vladimir Putin"
    assert answer["differences"] == [
        {"kind": "negation", "record": "", "query": "not", "note": "“not” was added"}
    ]
    page = (Path(__file__).resolve().parents[2] / "docs" / "record.md").read_text("utf-8")
    assert [key for key in answer if f"`{key}`" not in page] == []


def test_a_list_has_a_line_number_each_and_a_summary(quotecli: Run, tmp_path: Path) -> None:
    lines = "We will keep talking\n\nWe shall keep talking\ngulls on the wing\n"
    listed = tmp_path / "list.txt"
    listed.write_text(lines, "utf-8")

    piped = quotecli("verify", "-", "--json", stdin=lines.encode())

    assert [(each["line"], each["verdict"]) for each in piped.records] == [
        (1, "verbatim"),
        (3, "altered"),
        (4, "not in this index"),
    ]
    assert (piped.status, piped.err) == (1, ["1 verbatim, 1 altered, 1 not in this index"])
    assert quotecli("verify", "--file", listed, "--json").records == piped.records
    assert quotecli("verify", "-", stdin=b"We will keep talking\n").status == 0


def test_an_empty_list_verifies_nothing(quotecli: Run) -> None:
    answer = quotecli("verify", "-", "--json", stdin=b"\n")

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err == ["no quotation found to check"]


def test_a_draft_is_checked_with_its_own_speakers(quotecli: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, "utf-8")

    answer = quotecli("verify", "--draft", draft, "--json")

    told = [(a["line"], a["query"], a["speaker"], a["verdict"]) for a in answer.records]
    assert told == [
        (6, "We will keep talking,", "Vladimir Putin", "verbatim"),
        (8, "There is much left to discuss,", "Ilham Aliyev", "altered"),
        (10, "in the interest of both sides", "Vladimir Putin", "verbatim"),
        (10, "Nobody has ever asked the gulls,", "Ada Roe", "not in this index"),
    ]
    assert (answer.status, answer.err) == (1, ["2 verbatim, 1 altered, 1 not in this index"])


def test_a_draft_of_html_has_the_lines_of_its_file(quotecli: Run, tmp_path: Path) -> None:
    draft = tmp_path / "draft.html"
    paragraphs = "".join(f"<p>Nothing is said in paragraph {n}.</p>\n" for n in range(9))
    draft.write_text(
        f"<html><body><article>\n{paragraphs}"
        "<p>&ldquo;We will <b>keep</b> talking,&rdquo; said Vladimir Putin.</p>\n"
        "</article></body></html>\n",
        "utf-8",
    )

    answer = quotecli("verify", "--draft", draft, "--json")

    assert [(a["line"], a["verdict"]) for a in answer.records] == [(11, "verbatim")]


def test_the_formats_hold_the_same_verdicts(quotecli: Run) -> None:
    stdin = b"We will keep talking\nWe shall keep talking\n"
    verdicts = ["verbatim", "altered"]

    def out(format_: str) -> str:
        return str(quotecli("verify", "-", "-f", format_, stdin=stdin).out)

    assert [json.loads(line)["verdict"] for line in out("jsonl").splitlines()] == verdicts
    for format_, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(csv.DictReader(io.StringIO(out(format_)), delimiter=delimiter))
        assert [row["verdict"] for row in rows] == verdicts
        assert rows[1]["differences"] == "“will” → “shall”"
    assert all(f"**{verdict}**" in out("markdown") for verdict in verdicts)
    assert all(verdict.upper() in out("table") for verdict in verdicts)


def test_the_table_marks_what_differs_without_colour(quotecli: Run) -> None:
    out = quotecli("verify", "We shall keep talking", "-s", "Putin").out

    assert "  asked   We ⟦shall⟧ keep talking\n" in out
    assert "  record  We ⟦will⟧ keep talking\n" in out
    assert "          • “will” → “shall”\n" in out
    assert "https://harbourpost.example/2022/10/31/sea" in out
    assert "⟦We will keep talking,⟧" in out


def test_not_found_is_not_never_said(quotecli: Run) -> None:
    out = quotecli("verify", "gulls on the wing", "-s", "Putkin").out

    assert "NOT IN THIS INDEX" in out
    assert "did you mean Vladimir Putin?" in out
    assert "that is not “never said”: the index covers 2 articles" in out


def test_no_index_is_an_error(quotecli: Run, tmp_path: Path) -> None:
    answer = quotecli("verify", "words", db=tmp_path / "none.sqlite")

    assert answer.status == 2
    assert "make one with: quotecli index FOLDER" in answer.err[0]
