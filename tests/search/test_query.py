import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.errors import UsageError
from quotecli.index.filters import Filter, Sort, count_records
from quotecli.index.store import Index
from quotecli.search.query import Query, filter_of
from quotecli.search.words import atom, expression_of, parse_words


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        (["peace"], ["peace"]),
        (["peace", "valley"], ["peace", "valley"]),
        (["peace valley"], ["peace", "valley"]),
        (["peace", "peace"], ["peace"]),
        (['"we will remain"', "peace"], ["we will remain", "peace"]),
        (["“we will remain”"], ["we will remain"]),
        (["“we", "will", "remain”"], ["we will remain"]),
        (['“we will remain"'], ["we will remain"]),
        (["«мы останемся»"], ["мы останемся"]),
        (['5"', "pipe"], ["5", "pipe"]),
        (['"we will', "remain"], ["we", "will", "remain"]),
        (["don't", "covid-19", "C++", "50%"], ["don't", "covid-19", "C++", "50%"]),
        (["AND", "OR", "NOT", "NEAR("], ["AND", "OR", "NOT", "NEAR("]),
        (["^x", "col:x", "text:", "a*", "(b", "c-"], ["^x", "col:x", "text:", "a*", "(b", "c-"]),
        (["ada@post.example"], ["ada@post.example"]),
        (["a\0b", "c\udcffd"], ["a", "b", "c", "d"]),
    ],
)
def test_what_is_typed_is_looked_for_word_by_word(typed: list[str], terms: list[str]) -> None:
    assert parse_words(typed) == (tuple(terms), (), ())


@pytest.mark.parametrize(
    ("typed", "terms", "ignored"),
    [
        (["*"], [], ["*"]),
        (["peace", "—", "…"], ["peace"], ["—", "…"]),
        (['"?!"', "peace"], ["peace"], ["?!"]),
        (['""', "peace"], ["peace"], []),
        (['"'], [], []),
        ([], [], []),
        (["  "], [], []),
    ],
)
def test_what_has_no_letter_or_digit_is_given_back(
    typed: list[str], terms: list[str], ignored: list[str]
) -> None:
    assert parse_words(typed) == (tuple(terms), (), tuple(ignored))


@pytest.mark.parametrize(
    ("typed", "terms", "excluded"),
    [
        (["war", "-nuclear"], ["war"], ["nuclear"]),
        (["war -nuclear -arms"], ["war"], ["nuclear", "arms"]),
        (["war", '-"nuclear arms"'], ["war"], ["nuclear arms"]),
        (["war", "-“nuclear arms”", "talks"], ["war", "talks"], ["nuclear arms"]),
        (['"cold war"', "-covid-19"], ["cold war"], ["covid-19"]),
        (["war", "−nuclear"], ["war"], ["nuclear"]),
        (["-50%", "-don't", "tax"], ["tax"], ["50%", "don't"]),
        (["covid-19", "war-", "--x", "a - b"], ["covid-19", "war-", "--x", "a", "b"], []),
        (['war-"nuclear arms"'], ["war-", "nuclear arms"], []),
    ],
)
def test_a_dash_before_a_word_or_a_phrase_leaves_it_out(
    typed: list[str], terms: list[str], excluded: list[str]
) -> None:
    assert parse_words(typed)[:2] == (tuple(terms), tuple(excluded))


@pytest.mark.parametrize(
    ("term", "expression"),
    [
        ("peace", '"peace"'),
        ("don't", '"don\'t"'),
        ("cease-fire", '("cease-fire" OR "ceasefire")'),
        ("Łukasz", '("Łukasz" OR "lukasz")'),
        ("we will remain", '"we will remain"'),
    ],
)
def test_a_word_is_looked_for_as_it_may_be_written(term: str, expression: str) -> None:
    assert atom(term) == expression


def test_one_of_the_words_may_be_enough() -> None:
    assert expression_of(["peace", "war"], any_=True) == '"peace" OR "war"'


def test_nothing_to_look_for_is_no_expression() -> None:
    assert expression_of([]) is None
    assert filter_of(Query(words=("*",))).words is None


@given(typed=st.lists(st.text(st.characters(), max_size=20), max_size=4))
def test_whatever_is_typed_the_database_understands(typed: list[str]) -> None:
    expression = expression_of(parse_words(typed).terms)
    if expression is not None:
        with closing(sqlite3.connect(":memory:")) as plain:
            plain.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
            plain.execute("SELECT * FROM words WHERE words MATCH ?", (expression,)).fetchall()


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("don't", 1),
        ("don’t", 1),
        ("dont", 0),
        ('"open road"', 1),
        ("open road", 2),
        ("opening roads", 2),
        ("PEACE AND", 1),
        ("peace OR ceasefire", 0),
        ("pea*", 0),
        ("text:peace", 0),
        ("zelenskyy", 1),
    ],
)
def test_typed_words_find(archive: Index, typed: str, count: int) -> None:
    assert count_records(archive, filter_of(Query(words=(typed,)))) == count


@pytest.mark.parametrize(
    ("words", "sort", "expected"),
    [
        ((), None, Sort.NEWEST),
        (("peace",), None, Sort.RELEVANCE),
        (("*",), None, Sort.NEWEST),
        ((), Sort.RELEVANCE, Sort.NEWEST),
        (("peace",), Sort.OLDEST, Sort.OLDEST),
        ((), Sort.SPEAKER, Sort.SPEAKER),
    ],
)
def test_the_order_is_by_relevance_where_words_give_one(
    words: tuple[str, ...], sort: Sort | None, expected: Sort
) -> None:
    assert filter_of(Query(words=words, sort=sort)).sort is expected


def test_all_other_conditions_go_on_as_they_are() -> None:
    query = Query(
        speakers=("Ada",), since="2022", until="2023", outlets=("Post",), limit=5, offset=10
    )
    assert filter_of(query) == Filter(
        speakers=("Ada",),
        since="2022",
        until="2023",
        outlets=("Post",),
        limit=5,
        offset=10,
        collapsed=True,
    )


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(UsageError, match="since 2023-01-01 and until 2022-12-31; exchange"):
        filter_of(Query(since="2023-01-01", until="2022-12-31"))
