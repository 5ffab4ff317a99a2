"""The day of a statement: a table of reporting phrases, and what holds for any words."""

import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.extraction.days.timewords import Age, Clock, find_times
from quotecli.extraction.extract import extract
from quotecli.model import Article

_HEADER, *_LINES = Path(__file__).with_name("days.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(None if cell == "-" else cell for cell in line.split("\t")) for line in _LINES]


@pytest.mark.parametrize(
    ("published", "said_on", "date", "text"), ROWS, ids=[str(row[3]) for row in ROWS]
)
def test_the_reporting_phrase_gives_the_day(
    article: Callable[..., Article],
    published: str | None,
    said_on: str | None,
    date: str | None,
    text: str,
) -> None:
    statements = extract(article(text, published)).statements

    assert statements
    assert (statements[0].said_on, statements[0].date) == (said_on, date)


def test_no_phrase_stands_in_the_table_twice() -> None:
    assert len(set(ROWS)) == len(ROWS) >= 120


@pytest.mark.parametrize(
    ("day_first", "said_on"), [(True, "2022-04-03"), (False, "2022-03-04"), (None, None)]
)
def test_a_date_in_figures_follows_the_order_of_its_outlet(
    article: Callable[..., Article], day_first: bool | None, said_on: str | None
) -> None:
    made = article('"The dam is open," Poe said on 03/04/2022.', "2022-10-31")
    found = extract(dataclasses.replace(made, day_first=day_first))

    assert [s.said_on for s in found.statements] == [said_on]
    assert [p.code for p in found.problems] == (["ambiguous-date"] if said_on is None else [])


_TEXTS = st.text() | st.lists(
    st.sampled_from(
        "on in at last this next a the said Monday Thursday's Friday, Oct. 3 31 2019 12/10/2022"
        " week month year ago yesterday today night earlier interview ( – “ May 2022-10-31".split()
    )
).map(" ".join)
_DAYS = st.dates(datetime.date(1900, 1, 20), datetime.date(2100, 1, 1))


@given(_TEXTS, st.none() | _DAYS, st.none() | st.booleans())
def test_any_words_are_read_and_no_day_is_after_publication(
    words: str, published: datetime.date | None, day_first: bool | None
) -> None:
    for time in find_times(words, Clock(published, published, day_first)):
        assert words[time.span.start : time.span.end]
        assert (time.day is not None) == (time.age is Age.DAY)
        assert published is None or time.day is None or time.day <= published


@given(_DAYS, st.integers(0, 6))
def test_a_weekday_is_one_of_the_seven_days_up_to_publication(
    published: datetime.date, weekday: int
) -> None:
    name = (datetime.date(2024, 1, 1) + datetime.timedelta(weekday)).strftime("%A")
    (time,) = find_times(f" on {name}", Clock(published, published))

    assert time.day is not None
    assert time.day.weekday() == weekday
    assert 0 <= (published - time.day).days < 7
