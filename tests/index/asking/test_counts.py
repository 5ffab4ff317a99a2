"""How much the index holds, counted by one thing or another."""

from collections.abc import Callable

import pytest

from quotecli.errors import UsageError
from quotecli.index.asking.counts import OutletCount, outlet_counts, totals
from quotecli.index.store import Index
from quotecli.model import Basis, Kind, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


@pytest.fixture
def news(index: Index, say: Say, add: Add) -> Index:
    """Give an index of five articles by two outlets and one that is unknown."""
    add(say(), say("Not one page.", None, date=None, basis=Basis.UNRESOLVED), outlet="Gull Daily")
    add(say(kind=Kind.INDIRECT, date="2021-05-04"), outlet="Gull Daily", published="2021-05-05",
        url="https://gull.example/1")  # fmt: skip
    add(outlet="Gull Daily", published=None, url="https://gull.example/2")
    add(say(), outlet="Harbour Post", published="2023-01-01", url="https://harbour.example/1")
    unnamed = {"speakers": (), "basis": Basis.UNNAMED}
    add(say("It is over, said one.", "a senior aide", **unnamed), published=None)
    return index


def test_outlets_are_counted_by_articles_statements_and_years(news: Index) -> None:
    assert outlet_counts(news) == [
        OutletCount("Gull Daily", 3, 3, "2021-05-05", "2022-10-31", {"2021": 1, "2022": 1}),
        OutletCount(None, 1, 1, None, None, {}),
        OutletCount("Harbour Post", 1, 1, "2023-01-01", "2023-01-01", {"2023": 1}),
    ]


@pytest.mark.parametrize("typed", ["harbour", "harbour.example", "HARBOUR POST"])
def test_outlets_are_narrowed_by_name_or_domain(news: Index, typed: str) -> None:
    assert [count.outlet for count in outlet_counts(news, typed)] == ["Harbour Post"]


def test_no_outlet_of_that_name_counts_nothing(news: Index) -> None:
    assert outlet_counts(news, "nowhere") == []
    with pytest.raises(UsageError):
        outlet_counts(news, "*")


def test_the_whole_is_counted_by_kind_year_outlet_and_basis(news: Index) -> None:
    found = totals(news)

    assert (found.files, found.articles, found.articles_dated, found.articles_linked) == (
        5,
        5,
        3,
        3,
    )
    assert (found.statements, found.named, found.dated, found.linked) == (5, 3, 4, 2)
    assert (found.speakers, found.unnamed) == (1, 1)
    assert (found.first, found.last) == ("2021-05-05", "2023-01-01")
    assert found.kinds == {"direct": 4, "indirect": 1}
    assert found.years == {"2021": 1, "2022": 3}
    assert found.bases == {"named": 3, "unresolved": 1, "unnamed": 1}
    assert found.outlets == {"Gull Daily": 3, "Harbour Post": 1}


def test_an_empty_index_counts_nothing(index: Index) -> None:
    found = totals(index)

    assert (found.articles, found.statements, found.first, found.kinds) == (0, 0, None, {})
    assert outlet_counts(index) == []


@pytest.mark.parametrize("count", [totals, outlet_counts])
def test_the_number_of_queries_does_not_grow_with_the_index(
    index: Index, say: Say, add: Add, count: Callable[[Index], object]
) -> None:
    def queries() -> int:
        asked: list[str] = []
        index.set_trace_callback(asked.append)
        count(index)
        index.set_trace_callback(None)
        return len(asked)

    few = queries()
    for number in range(20):
        add(
            say(), say("Not one page."), outlet=f"Outlet {number}", published=f"20{number:02}-01-01"
        )
    assert queries() == few
