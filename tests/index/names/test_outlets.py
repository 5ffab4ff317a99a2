from collections.abc import Callable

import pytest

from quotecli.errors import UsageError
from quotecli.index.filters import Filter, count_records
from quotecli.index.names.outlets import outlet_names
from quotecli.index.store import Index
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


@pytest.mark.parametrize(
    ("typed", "outlet", "url"),
    [
        ("AFP", "AFP", None),
        ("afp", "AFP", None),
        ("ap", "AP News", None),
        ("harbour", "The Harbour Post", None),
        ("THE HARBOUR POST", "The Harbour Post", None),
        ("Pais", "El País", None),
        ("harbourpost.example", None, "https://www.harbourpost.example/2022/sea"),
        ("www.harbourpost.example", None, "https://www.harbourpost.example/2022/sea"),
        ("harbour", None, "https://theharbourpost.example/2022/sea"),
    ],
)
def test_an_outlet_is_found_by_a_part_of_its_name_or_host(
    index: Index, say: Say, add: Add, typed: str, outlet: str | None, url: str | None
) -> None:
    add(say(), outlet=outlet, url=url)
    add(say(), outlet="Another", url="https://another.example/harbour")
    assert count_records(index, Filter(outlets=(typed,))) == 1


@pytest.mark.parametrize("typed", ["ap", "sea", "2022", "https", "nowhere"])
def test_what_only_looks_like_it_is_another_outlet(
    index: Index, say: Say, add: Add, typed: str
) -> None:
    add(say(), outlet="Japan Times", url="https://jtimes.example/2022/sea")
    add(say(), outlet=None, url="http://[broken")
    add(say(), outlet=None, url=None)
    assert count_records(index, Filter(outlets=(typed,))) == 0


@pytest.mark.parametrize("typed", ["", " ", "*"])
def test_a_name_without_a_letter_is_refused(index: Index, typed: str) -> None:
    with pytest.raises(UsageError, match="is no outlet"):
        count_records(index, Filter(outlets=(typed,)))


def test_outlets_are_named_the_most_frequent_first(index: Index, say: Say, add: Add) -> None:
    for outlet in "B Post", "C Post", "C Post", "A Post", None:
        add(say(), outlet=outlet)
    assert outlet_names(index) == ["C Post", "A Post", "B Post"]
