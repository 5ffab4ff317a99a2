"""Days gathered by year, month or day."""

# ruff: noqa: E501  a case is read best on one line

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.text.steps import Step, counted, fitting_step, period_of

DAYS = st.lists(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)).map(str), max_size=30
)


@pytest.mark.parametrize(
    ("first", "last", "step"),
    [
        ("2022-10-31", "2022-10-31", Step.DAY),
        ("2022-10-01", "2022-11-14", Step.DAY),
        ("2022-10-01", "2022-11-15", Step.MONTH),
        ("2020-01-31", "2022-12-01", Step.MONTH),
        ("2020-01-31", "2023-01-01", Step.YEAR),
    ],
)
def test_the_step_follows_the_extent(first: str, last: str, step: Step) -> None:
    assert fitting_step([last, first]) is step


def test_without_a_day_the_step_is_a_year() -> None:
    assert fitting_step([]) is Step.YEAR


@pytest.mark.parametrize(
    ("days", "step", "rows"),
    [
        ([], Step.DAY, []),
        (["2022-10-31"], Step.YEAR, [("2022", 1)]),
        (["2021-05-04", "2019-01-01", "2021-01-01"], Step.YEAR, [("2019", 1), ("2020", 0), ("2021", 2)]),
        (["2021-11-30", "2022-02-01"], Step.MONTH, [("2021-11", 1), ("2021-12", 0), ("2022-01", 0), ("2022-02", 1)]),
        (["2021-11-30", "2022-03-01"], Step.MONTH, [("2021-11", 1), ("2021-12 to 2022-02", 0), ("2022-03", 1)]),
        (["2024-02-28", "2024-03-01"], Step.DAY, [("2024-02-28", 1), ("2024-02-29", 0), ("2024-03-01", 1)]),
    ],
)  # fmt: skip
def test_periods_are_counted_and_empty_ones_told(
    days: list[str], step: Step, rows: list[tuple[str, int]]
) -> None:
    assert counted(days, step) == rows


@given(days=DAYS, step=st.sampled_from(Step))
def test_every_day_is_counted_once_and_in_order(days: list[str], step: Step) -> None:
    rows = counted(days, step)

    assert sum(count for _, count in rows) == len(days)
    assert [label for label, _ in rows] == sorted(label for label, _ in rows)
    filled = {label for label, count in rows if count}
    assert filled == {period_of(day, step) for day in days}
