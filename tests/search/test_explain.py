import pytest

from quotecli.index.store import Index
from quotecli.model import Kind
from quotecli.search.explain import explain, extent_sentence
from quotecli.search.query import Query
from quotecli.search.run import search

COVERED = "the index covers 5 articles, published 2019-03-02 to 2022-11-01"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (
            Query(words=("peace",), speakers=("Aliyev",)),
            "3 statements match the words; none is by Aliyev;"
            " Nikol Pashinyan has 2, Hillary Clinton 1",
        ),
        (
            Query(words=("ceasefire",), speakers=("Aliyev",)),
            "1 statement matches the words; it is not by Aliyev; Volodymyr Zelenskyy has 1",
        ),
        (
            Query(words=("peace",), speakers=("Pashinyan",), since="2023-01-01"),
            "2 statements match the words and are by Pashinyan; none is dated 2023-01-01 or later",
        ),
        (
            Query(speakers=("Aliyev", "Clinton"), kinds=(Kind.MIXED, Kind.INDIRECT)),
            "2 statements are by Aliyev or Clinton; none is of kind mixed or indirect",
        ),
        (
            Query(
                speakers=("Clinton",),
                kinds=(Kind.DIRECT,),
                outlets=("Valley",),
                until="2018-12-31",
            ),
            "1 statement is by Clinton, of kind direct, from an outlet called Valley;"
            " it is not dated 2018-12-31 or earlier",
        ),
        (Query(outlets=("AFP",)), "no statement is from an outlet called AFP"),
        (
            Query(since="2021-01-01", until="2021-12-31"),
            "no statement is dated 2021-01-01 to 2021-12-31",
        ),
        (
            Query(since="2021-01-01", until="2021-01-01"),
            "no statement is dated 2021-01-01",
        ),
        (Query(words=("harbour",)), "no statement has harbour"),
        (Query(words=("peace", "harbour", "ship")), "no statement has harbour or ship"),
        (Query(words=("patience", "ceasefire")), "no statement has all of these words"),
        (
            Query(speakers=("Alyev",)),
            "no speaker in the index is called Alyev; did you mean Ilham Aliyev?",
        ),
        (
            Query(words=("peace",), speakers=("Bill Clinton",)),
            "no speaker in the index is called Bill Clinton",
        ),
        (
            Query(words=("patience",), speakers=("Aliyev", "Nobody")),
            "1 statement matches the words; it is not by Aliyev or Nobody; Hillary Clinton has 1",
        ),
    ],
)
def test_the_condition_that_left_nothing_is_named(
    archive: Index, query: Query, reason: str
) -> None:
    query = query._replace(exact=True)
    assert search(archive, query).total == 0
    assert explain(archive, query) == (reason, COVERED)


def test_an_empty_index_is_reason_enough(empty: Index) -> None:
    assert explain(empty, Query())[-1] == "the index holds no statements yet"
    assert extent_sentence(empty) == "the index holds no statements yet"
