"""Records as CSV and TSV."""

import csv
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Also, Record, Span
from quotecli.output.delimited import csv_rows, tsv_rows

Make = Callable[..., Record]
ANY_TEXT = st.text(st.characters())

HEADER = (
    "id,kind,text,speaker,speakers,mention,cue,said_on,published,date,outlet,title,author,url,"
    "path,segments,mention_spans,cue_spans,basis,confidence,also\n"
)


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@given(text=ANY_TEXT, title=ANY_TEXT)
def test_csv_is_read_back_exactly(record: Make, text: str, title: str) -> None:
    rows = read_csv("".join(csv_rows([record(text=text, title=title), record()])))
    assert [(row["text"], row["title"]) for row in rows] == [
        (text, title),
        (record().text, record().title),
    ]


@given(text=ANY_TEXT, title=ANY_TEXT)
def test_tsv_has_one_line_and_one_value_per_column(record: Make, text: str, title: str) -> None:
    written = "".join(tsv_rows([record(text=text, title=title), record()]))
    lines = written.split("\n")
    assert len(lines) == 4
    assert {line.count("\t") for line in lines[:3]} == {20}
    assert "\r" not in written


def test_tabs_and_line_breaks_become_spaces_in_tsv_and_backslashes_stay(record: Make) -> None:
    row = list(tsv_rows([record(title="a\tb\nc\\n")]))[1]
    assert row.split("\t")[11] == "a b c\\n"


def test_the_header_stands_even_where_there_is_no_record() -> None:
    assert list(csv_rows([])) == [HEADER]
    assert list(tsv_rows([])) == [HEADER.replace(",", "\t")]


def test_lists_become_one_value_and_unknown_is_empty(record: Make) -> None:
    also = (Also("77aa01de", "B", None, None), Also("0badf00d", "C", None, None))
    changed = record(
        speakers=("Ann Lee", "Bo Ray"),
        segments=(Span(12, 40), Span(51, 60)),
        cue_spans=(),
        also=also,
        date=None,
    )
    row = read_csv("".join(csv_rows([changed])))[0]
    assert row["speakers"] == "Ann Lee; Bo Ray"
    assert row["segments"] == "12-40 51-60"
    assert row["cue_spans"] == ""
    assert row["also"] == "77aa01de; 0badf00d"
    assert row["date"] == ""
    assert (row["kind"], row["basis"], row["confidence"]) == ("direct", "role", "0.93")


def test_words_that_look_like_a_formula_are_left_as_they_are(record: Make) -> None:
    assert read_csv("".join(csv_rows([record(text="=1+1")])))[0]["text"] == "=1+1"


@pytest.mark.parametrize("rows", [csv_rows, tsv_rows])
def test_control_characters_are_exact_in_a_file_and_visible_on_a_terminal(
    record: Make, rows: Callable[..., list[str]]
) -> None:
    hostile = record(text="a\x1b[31mb")
    assert "a\x1b[31mb" in list(rows([hostile]))[1]
    assert r"a\x1b[31mb" in list(rows([hostile], visible=True))[1]
