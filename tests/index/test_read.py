from collections.abc import Callable
from contextlib import closing

import pytest

from quotecli.errors import UsageError
from quotecli.index.filters import Filter, Sort, count_records
from quotecli.index.read import (
    Extent,
    Reach,
    article_of,
    extent,
    find_records,
    reach,
    record_by_id,
    records_of_period,
)
from quotecli.index.store import Index, open_index
from quotecli.model import Kind, Statement
from quotecli.text.days import Period

Say = Callable[..., Statement]
Add = Callable[..., int]


def test_a_statement_is_found_by_its_id_or_the_beginning_of_it(
    index: Index, say: Say, add: Add
) -> None:
    add(say("One.", id="abcd1234"), say("Two.", id="abcd5678"), say("Three.", id="xyz"))
    for id_, text in {"abcd1234": "One.", "abcd5": "Two.", "xyz": "Three."}.items():
        record = record_by_id(index, id_)
        assert record is not None
        assert record.text == text


@pytest.mark.parametrize("id_", ["abce", "abc", "ab", "", "abcd%", "abcd*", "é", "\udcff"])
def test_another_id_is_no_statements(index: Index, say: Say, add: Add, id_: str) -> None:
    add(say(id="abcd1234"))
    assert record_by_id(index, id_) is None


def test_an_id_in_capitals_is_the_same(index: Index, say: Say, add: Add) -> None:
    add(say(id="abcd1234"))
    for typed in "ABCD", "ABCD1234", " abcd1234 ":
        assert record_by_id(index, typed) is not None


def test_the_beginning_of_several_ids_is_answered_with_them(
    index: Index, say: Say, add: Add
) -> None:
    add(say(id="abcd1"), say(id="abcd2"))
    with pytest.raises(UsageError, match="begin with abcd: abcd1, abcd2"):
        record_by_id(index, "abcd")
    add(*(say(id=f"abcd{number}") for number in range(3, 9)))
    with pytest.raises(UsageError, match="abcd1, abcd2, abcd3, abcd4, abcd5, …"):
        record_by_id(index, "abcd")


def test_of_articles_with_one_text_the_earliest_gives_the_record(
    index: Index, say: Say, add: Add
) -> None:
    statement = say()
    for published in None, "2022-11-02", "2022-11-01":
        add(statement, published=published, title=f"of {published}")
    record = record_by_id(index, statement.id)
    assert record is not None
    assert record.title == "of 2022-11-01"
    assert article_of(index, record).metadata.title == "of 2022-11-01"


def test_each_record_leads_to_its_own_article(index: Index, say: Say, add: Add) -> None:
    statement = say()
    add(statement, path="/a.txt", title="A")
    add(statement, path="/b.txt", title="B")
    for record in find_records(index, Filter()):
        article = article_of(index, record)
        assert (article.path, article.metadata.title) == (record.path, record.title)
        assert [article.text[start:end] for start, end in record.segments] == [record.text]


def test_the_day_of_the_last_change_is_kept_with_the_article(
    index: Index, say: Say, add: Add
) -> None:
    add(say(), published="2022-10-31", updated="2022-11-03")
    (record,) = find_records(index, Filter())
    metadata = article_of(index, record).metadata
    assert (record.published, metadata.published) == ("2022-10-31", "2022-10-31")
    assert metadata.updated == "2022-11-03"


def test_a_day_has_what_was_said_on_it_and_what_was_published_on_it(
    index: Index, say: Say, add: Add
) -> None:
    add(say("later report", said_on="2022-10-31", date="2022-10-31"), published="2022-11-02")
    add(say("old words", said_on="2019-01-01", date="2019-01-01"), published="2022-10-31")
    add(say("of the day"), say("of no known day", date=None), published="2022-10-31")
    add(say("another day"), published="2022-11-01")
    add(say("undated", date=None), published=None)
    add(say("said that day", said_on="2022-10-31", date="2022-10-31"), published=None)
    day = records_of_period(index, Period("2022-10-31", "2022-10-31"))
    assert [record.text for record in day] == [
        "old words",
        "of the day",
        "of no known day",
        "later report",
        "said that day",
    ]
    year = records_of_period(index, Period("2022-01-01", "2022-12-31"))
    assert len(year) == 6
    assert records_of_period(index, Period("2018-01-01", "2018-12-31")) == []


def test_the_extent_counts_and_dates_the_index(index: Index, say: Say, add: Add) -> None:
    assert extent(index) == Extent(0, 0, None, None)
    assert reach(index) is None
    add(say(), say(), published="2022-10-31")
    add(published="2019-03-02")
    add(say(), published=None)
    assert extent(index) == Extent(3, 3, "2019-03-02", "2022-10-31")
    assert reach(index) == Reach(3, "2019-03-02", "2022-10-31")


def test_a_search_is_a_fixed_number_of_sql_statements_however_much_it_finds(
    index: Index, say: Say, add: Add
) -> None:
    wanted = Filter(words='"peace"', speakers=("Brook",), outlets=("Post",), sort=Sort.RELEVANCE)
    counts = []
    for _ in range(2):
        for _ in range(20):
            add(say("Peace is near and war far."), say("Peace."), outlet="Post")
        with closing(open_index(index.path)) as reader:
            traced: list[str] = []
            reader.set_trace_callback(traced.append)
            found = find_records(reader, wanted)
            assert count_records(reader, wanted) == len(found)
            # The full-text index reads its own tables, the more the larger it is.
            ours = [
                sql for sql in traced if sql.startswith(("SELECT", "WITH")) and "'main'." not in sql
            ]
            counts.append((len(found), len(ours)))
    (few, statements_for_few), (many, statements_for_many) = counts
    assert (few, many) == (40, 80)
    assert statements_for_few == statements_for_many == 11


def test_a_period_is_narrowed_to_speakers_and_kinds(index: Index, say: Say, add: Add) -> None:
    add(say("One."), say("Two.", "Ben Lee"), say("three", kind=Kind.INDIRECT))
    add(say("Four.", date="2021-05-04"), published="2021-05-04")
    year = Period("2022-01-01", "2022-12-31")

    def texts(*speakers: str, kinds: tuple[Kind, ...] = ()) -> list[str]:
        return [record.text for record in records_of_period(index, year, speakers, kinds)]

    assert texts() == ["One.", "Two.", "three"]
    assert texts("brook") == ["One.", "three"]
    assert texts("brook", "Lee") == ["One.", "Two.", "three"]
    assert texts("brook", kinds=(Kind.DIRECT, Kind.MIXED)) == ["One."]
    assert texts("nobody") == []
    with pytest.raises(UsageError):
        texts("*")
