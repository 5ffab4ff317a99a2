# ruff: noqa: S608  the tables are the test's own
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecli.index.files import FileVersion, known_file
from quotecli.index.filters import Filter, count_records
from quotecli.index.read import article_of, find_records
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file, move_file, put_losses, remove_file
from quotecli.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Extraction,
    Kind,
    Metadata,
    Problem,
    Span,
    Statement,
)

Say = Callable[..., Statement]
Add = Callable[..., int]

TABLES = ("file", "article", "statement", "speaker", "speaker_word", "statement_speaker")


def sizes(index: Index) -> dict[str, int]:
    return {table: index.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def check(index: Index) -> None:
    """Raise if the full-text index differs from the statements, or a reference leads nowhere."""
    with transaction(index):
        index.execute(
            "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
        )
    assert index.execute("PRAGMA foreign_key_check").fetchall() == []
    assert index.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_integrity_check_sees_a_word_left_behind(index: Index, say: Say, add: Add) -> None:
    add(say())
    with transaction(index):
        index.execute("UPDATE statement SET text = 'Other words.'")
    with pytest.raises(Exception, match="malformed"):
        index.execute(
            "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
        )


def test_a_removed_file_leaves_nothing(index: Index, say: Say, add: Add) -> None:
    file = add(
        say("We shall rebuild.", "Ada Brook"),
        say("So shall we.", "Ben Cole; a senior aide", speakers=("Ben Cole",)),
        say("Nobody knows.", None),
    )
    check(index)
    with transaction(index):
        remove_file(index, file)
    assert sizes(index) == dict.fromkeys(TABLES, 0)
    assert count_records(index, Filter(words='"rebuild"')) == 0
    check(index)


def test_removing_a_file_keeps_what_others_say(index: Index, say: Say, add: Add) -> None:
    file = add(say("We shall rebuild.", "Ada Brook"), say("So shall we.", "Ben Cole"))
    kept = add(say("We shall rebuild.", "Ada Brook"))
    with transaction(index):
        remove_file(index, file)
    assert [record.text for record in find_records(index, Filter(words='"rebuild"'))] == [
        "We shall rebuild."
    ]
    assert index.execute("SELECT name FROM speaker").fetchall() == [("Ada Brook",)]
    assert index.execute("SELECT number FROM file").fetchall() == [(kept,)]
    check(index)


def test_one_name_is_one_speaker_and_an_unnamed_source_of_the_same_words_another(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Kremlin"), say(speaker="Kremlin"), say(speaker="Kremlin", speakers=()))
    assert sizes(index)["speaker"] == 2
    assert sizes(index)["statement_speaker"] == 3


def test_two_articles_with_the_same_text_share_ids(index: Index, say: Say, add: Add) -> None:
    statement = say()
    add(statement)
    add(statement)
    assert [record.id for record in find_records(index, Filter())] == [statement.id] * 2


def test_a_moved_file_is_found_at_its_new_path(index: Index, say: Say, add: Add) -> None:
    file = add(say(), path="/old.txt")
    with transaction(index):
        move_file(index, file, "/new.txt")
    assert [record.path for record in find_records(index, Filter())] == ["/new.txt"]


def test_losses_are_kept_with_the_file(index: Index) -> None:
    version = FileVersion("/a.jsonl", "0", "test-1", Metadata())
    with transaction(index):
        put_losses(index, add_file(index, version), [Problem("bad-line", "line 3: is no JSON")])
    known = known_file(index, version)
    assert known is not None
    assert known.losses == (Problem("bad-line", "line 3: is no JSON"),)


texts = st.text(max_size=40)
maybe = st.none() | texts
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(*pair))
some_spans = st.lists(spans, max_size=3).map(tuple)
days = st.none() | st.dates().map(lambda day: day.isoformat())
statements = st.builds(
    Statement,
    id=st.text("abcdef0123456789", min_size=12, max_size=12),
    kind=st.sampled_from(Kind),
    text=texts,
    speaker=maybe,
    speakers=st.lists(texts, max_size=3).map(tuple),
    mention=maybe,
    cue=maybe,
    said_on=days,
    date=days,
    segments=some_spans,
    mention_spans=some_spans,
    cue_spans=some_spans,
    basis=st.sampled_from(Basis),
    confidence=st.floats(0, 1),
)
articles = st.builds(
    Article,
    text=texts,
    blocks=st.lists(
        st.builds(Block, kind=st.sampled_from(BlockKind), pieces=some_spans), max_size=3
    ).map(tuple),
    metadata=st.builds(
        Metadata, title=maybe, url=maybe, outlet=maybe, author=maybe, published=days
    ),
    path=st.just("/a.txt"),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article=articles, told=st.lists(statements, max_size=3, unique_by=lambda s: s.id))
def test_what_is_written_is_read_again_character_for_character(
    tmp_path: Path, article: Article, told: list[Statement]
) -> None:
    path = tmp_path / "index.sqlite"
    path.unlink(missing_ok=True)  # what an example that failed has left
    with closing(open_index(path, create=True)) as index:
        with transaction(index):
            file = add_file(index, FileVersion("/a.txt", "0", "test-1", Metadata()))
            add_article(index, file, 0, article, Extraction(tuple(told)))
        check(index)
        records = find_records(index, Filter())
        assert {record.id for record in records} == {statement.id for statement in told}
        for record in records:
            (statement,) = (s for s in told if s.id == record.id)
            for field in Statement.__dataclass_fields__:
                assert getattr(record, field) == getattr(statement, field)
            for field in Metadata.__dataclass_fields__.keys() - {"updated"}:  # the article's alone
                assert getattr(record, field) == getattr(article.metadata, field)
            assert article_of(index, record) == replace(article, path=record.path)
        with transaction(index):
            remove_file(index, file)
        assert sizes(index) == dict.fromkeys(TABLES, 0)
