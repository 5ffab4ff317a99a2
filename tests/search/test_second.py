"""What is shown where nothing has what was asked for word by word."""

import pytest

from quotecli.index.store import Index
from quotecli.search.query import Query
from quotecli.search.run import search
from quotecli.search.suggest import nearest_words, similar_speakers

COVERED = "the index covers 5 articles, published 2019-03-02 to 2022-11-01"


@pytest.mark.parametrize(
    ("query", "texts", "note"),
    [
        (
            Query(words=("patince",)),
            ["Peace needs patience."],
            "no statement has patince; showing patience",
        ),
        (
            Query(words=("valey", "raod")),
            ["The road through the valley must open."],
            "no statement has valey or raod; showing valley, road",
        ),
        (
            Query(words=("patience", "needs", "everybody", "peace")),
            ["Peace needs patience."],
            "no statement has all of these words; showing those with most of them",
        ),
        (
            Query(words=('"they do not expect a ceasefire in spring"',)),
            ["they don't expect a ceasefire before winter"],
            "no statement has all of these words; showing those with most of them",
        ),
        (
            Query(words=("valey",), speakers=("Aliyev",)),
            ["The road through the valley must open."],
            "no statement has valey; showing valley",
        ),
        (
            Query(words=("patience",), speakers=("Hilary Klinton",)),
            ["Peace needs patience."],
            "no speaker in the index is called Hilary Klinton; showing Hillary Clinton",
        ),
    ],
)
def test_what_comes_nearest_is_shown_with_a_note(
    archive: Index, query: Query, texts: list[str], note: str
) -> None:
    result = search(archive, query)
    assert [record.text for record in result.records] == texts
    assert result.total == len(texts)
    assert result.notes == (note, COVERED)


@pytest.mark.parametrize(
    "query",
    [
        Query(words=('0"1 \x1b', '"')),
        Query(words=("patince",), exact=True),
        Query(words=("harbour",)),
        Query(words=("harbour", "ship", "winter")),
        Query(words=("patience",), speakers=("Aliyev",)),  # somebody else said just that
        Query(words=("patience",), since="2020-01-01"),
        Query(expression="patince"),
        Query(speakers=("Nobody",)),
    ],
)
def test_nothing_is_shown_for_what_is_not_near(archive: Index, query: Query) -> None:
    assert search(archive, query).records == ()


def test_pages_of_near_statements_follow_each_other(archive: Index) -> None:
    query = Query(words=("peace", "valley", "reach", "zebra"), limit=1)
    first, second = (search(archive, query._replace(offset=offset)) for offset in (0, 1))
    assert first.total == second.total
    assert [record.text for record in first.records] == ["Peace in the valley is within reach."]
    assert first.records != second.records


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("patince", ["patience"]),
        ("ceasefrie", ["ceasefire"]),
        ("raod", ["road"]),
        ("zebra", []),
        ("pece", ["peace"]),
        ("", []),
        ("1234", []),
    ],
)
def test_words_are_suggested_that_are_in_the_index(
    archive: Index, typed: str, words: list[str]
) -> None:
    assert nearest_words(archive, typed) == words


def test_only_speakers_of_the_index_are_suggested(archive: Index) -> None:
    assert similar_speakers(archive, "Pashinian") == ["Nikol Pashinyan"]
    assert similar_speakers(archive, "Merkel") == []


@pytest.mark.parametrize(
    "query",
    [
        Query(words=("peace",), speakers=("Pashinyan",)),
        Query(words=("peace", "valley"), any_word=True),
        Query(words=("peac",)),
        Query(words=("peace", "needs", "zebra", "road")),
    ],
)
def test_a_search_executes_as_many_statements_whatever_it_finds(
    archive: Index, query: Query
) -> None:
    counts = []
    for limit in 0, 1, None:
        executed: list[str] = []
        archive.set_trace_callback(executed.append)
        result = search(archive, query._replace(limit=limit))
        archive.set_trace_callback(None)
        # FTS5 prepares its own reads of its tables; those are no statements of ours.
        counts.append(len([sql for sql in executed if not sql.startswith("--")]))
        assert result.total > 0
    assert counts[1] == counts[2]
    assert counts[2] <= 40
