"""Days, months and years as people type them."""

import datetime

import pytest

from quotecli.errors import UsageError
from quotecli.text.days import (
    Bounds,
    Period,
    between,
    parse_day,
    parse_period,
    relative_period,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-10", "2022-10-01", "2022-10-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2022-10-31", "2022-10-31", "2022-10-31"),
        ("2022-3-4", "2022-03-04", "2022-03-04"),
        (" 2022-10-31\n", "2022-10-31", "2022-10-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: str, last: str) -> None:
    assert parse_period(text) == Period(first, last)


@pytest.mark.parametrize(
    "text", ["2022-13", "2022-00", "2022-02-30", "2023-02-29", "2022-10-32", "2022-10-0", "0000"]
)
def test_a_date_that_does_not_exist_is_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError, match=f"no such date: {text}"):
        parse_period(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", "22", "20221031", "2022/10/31", "31.10.2022", "yesterday", "2022-10-31T09", "-2022"],
)
def test_another_form_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError, match="is no date") as raised:
        parse_period(text)

    assert "2022-10-31" in raised.value.hint


def test_digits_of_another_script_are_taken_or_refused_but_never_misread() -> None:
    try:
        period = parse_period("٢٠٢٢")
    except UsageError:
        return
    assert period == Period("2022-01-01", "2022-12-31")


@pytest.mark.parametrize(
    ("text", "day"), [("2022-10-31", "2022-10-31"), ("2022-1-9", "2022-01-09")]
)
def test_a_day_is_given_in_its_full_form(text: str, day: str) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize("text", ["2022", "2022-10"])
def test_more_than_a_day_is_no_day(text: str) -> None:
    with pytest.raises(UsageError, match="more than one day"):
        parse_day(text)


@pytest.mark.parametrize(
    ("year", "since", "until", "bounds"),
    [
        (None, None, None, Bounds(None, None)),
        ("2022", None, None, Bounds("2022-01-01", "2022-12-31")),
        (None, "2021-05", None, Bounds("2021-05-01", None)),
        (None, None, "2021-05", Bounds(None, "2021-05-31")),
        ("2022", "2022-06", "2022-08-15", Bounds("2022-06-01", "2022-08-15")),
        ("2022", "2019", "2030", Bounds("2022-01-01", "2022-12-31")),
        (None, "2022-06", "2022-06", Bounds("2022-06-01", "2022-06-30")),
    ],
)
def test_the_narrower_of_two_bounds_holds(
    year: str | None, since: str | None, until: str | None, bounds: Bounds
) -> None:
    assert between(year, since, until) == bounds


def test_a_wrong_bound_is_refused() -> None:
    with pytest.raises(UsageError, match="no such date"):
        between("2022", "2022-13", None)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("today", ("2026-03-18", "2026-03-18")),
        ("Yesterday", ("2026-03-17", "2026-03-17")),
        ("this week", ("2026-03-16", "2026-03-18")),
        ("last week", ("2026-03-09", "2026-03-15")),
        ("last month", ("2026-02-01", "2026-02-28")),
        ("this  month", ("2026-03-01", "2026-03-18")),
        (" LAST YEAR ", ("2025-01-01", "2025-12-31")),
        ("this year", ("2026-01-01", "2026-03-18")),
    ],
)
def test_a_period_may_be_told_as_seen_from_today(text: str, period: tuple[str, str]) -> None:
    today = datetime.date(2026, 3, 18)  # a Wednesday
    assert relative_period(text, today) == period
    assert between(None, text, None, today).first == period[0]
    assert between(None, None, text, today).last == period[1]
    assert between(text, None, None, today) == Bounds(*period)


@pytest.mark.parametrize("text", ["2022", "last", "last decade", "month", "yesterdayish", ""])
def test_what_is_not_told_from_today_is_left_to_the_calendar(text: str) -> None:
    assert relative_period(text, datetime.date(2026, 3, 18)) is None


def test_the_last_month_of_january_is_december() -> None:
    assert relative_period("last month", datetime.date(2026, 1, 31)) == ("2025-12-01", "2025-12-31")
