"""Whether the index is sound."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.index import health
from quotecli.index.store import Index, open_index
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


@pytest.fixture
def filled(index: Index, say: Say, add: Add) -> Path:
    """Give the path of an index of two articles."""
    add(say(), path="/news/one.txt", url="https://a.example/1")
    add(say("Not one page.", "Ben Lee"), path="/news/two.txt", published=None)
    return index.path


def tampered(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        for statement in statements:
            other.execute(statement)


def test_a_sound_index_has_nothing_to_tell(filled: Path) -> None:
    with closing(open_index(filled)) as index:
        assert health.damage(index) is None
        assert health.orphans(index) == {}
        assert health.search_damage(index) == []


def test_rows_without_what_they_belong_to_are_counted(filled: Path) -> None:
    tampered(filled, "DELETE FROM article WHERE number = 1")
    with closing(open_index(filled)) as index:
        assert health.orphans(index) == {"statement": 1}


def test_a_search_with_other_words_than_the_statements_is_found(filled: Path) -> None:
    tampered(filled, "UPDATE statement SET text = 'Something else.' WHERE number = 1")
    with closing(open_index(filled)) as index:
        assert health.damage(index) is None
        assert health.search_damage(index) == ["statement_words"]


def test_the_search_is_not_checked_while_somebody_writes(filled: Path) -> None:
    with (
        closing(sqlite3.connect(filled, isolation_level=None)) as other,
        closing(open_index(filled)) as index,
    ):
        other.execute("BEGIN IMMEDIATE")
        assert health.search_damage(index) is None


def test_checking_writes_nothing(filled: Path) -> None:
    with closing(open_index(filled)) as index:
        before = list(index.iterdump())
        health.search_damage(index)
    with closing(open_index(filled)) as index:
        assert list(index.iterdump()) == before


def test_files_and_gaps_are_as_they_were_read(filled: Path) -> None:
    with closing(open_index(filled)) as index:
        files = health.known_files(index)
        assert [(file.path, file.extractor) for file in files] == [
            ("/news/one.txt", "test-1"),
            ("/news/two.txt", "test-1"),
        ]
        assert health.gaps(index) == health.Gaps(articles=2, undated=1, unlinked=1)
