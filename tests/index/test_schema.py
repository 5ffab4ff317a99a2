# ruff: noqa: S608  the queries are the product's own
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import quotecli
from quotecli.index.filters import Filter, Sort, selection
from quotecli.index.store import Index, _schema, _statements
from quotecli.model import Kind, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]

SOURCE = Path(quotecli.__file__).parent
SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|DELETE\s+FROM|CREATE\s+(?:TABLE|VIEW|INDEX)|PRAGMA\s)\b",
    re.DOTALL,
)


def test_only_the_index_folder_speaks_sql() -> None:
    speakers = [
        path.relative_to(SOURCE)
        for path in SOURCE.rglob("*")
        if path.suffix in {".py", ".sql"} and SQL.search(path.read_text(encoding="utf-8"))
    ]
    assert speakers
    assert {path.parts[0] for path in speakers} == {"index"}


def test_every_table_and_view_is_explained_where_it_is_made() -> None:
    made = [
        text
        for text in _statements(_schema())
        if re.search("^CREATE (?!(?:UNIQUE )?INDEX)", text, re.MULTILINE)
    ]
    assert len(made) >= 19
    for text in made:
        assert re.search(r"^--.*\nCREATE", text, re.MULTILINE), text


def plan(index: Index, wanted: Filter) -> list[str]:
    chosen = selection(index, wanted, wanted.sort)
    query = (
        f"EXPLAIN QUERY PLAN SELECT {chosen.number} FROM {chosen.source}"
        f" WHERE {chosen.conditions} ORDER BY {chosen.order}"
    )
    return [detail for *_, detail in index.execute(query, chosen.values)]


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(words='"harbour"', speakers=("Brook",), since="2022-01-01", sort=Sort.RELEVANCE),
        Filter(speakers=("Brook",), kinds=(Kind.DIRECT,)),
        Filter(since="2022-10-01", until="2022-10-31"),
        Filter(outlets=("Harbour Post",)),
    ],
)
def test_no_search_looks_at_every_statement(
    index: Index, say: Say, add: Add, wanted: Filter
) -> None:
    add(say(), outlet="Harbour Post")
    details = plan(index, wanted)
    assert details
    assert [d for d in details if re.match(r"SCAN (?:statement|article|speaker)\b", d)] == []


def test_words_and_a_speaker_are_one_full_text_query(index: Index, say: Say, add: Add) -> None:
    add(say())
    details = plan(index, Filter(words='"harbour"', speakers=("Brook",)))
    assert len(details) == 1  # no row is looked at, and the newest come first by themselves
    assert "statement_words VIRTUAL TABLE" in details[0]
