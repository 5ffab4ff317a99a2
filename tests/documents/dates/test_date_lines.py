"""Dates, read strictly."""

import pytest

from quotecli.documents.dates.reading import Undecided, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2020-10-30", "2020-10-30"),
        ("2020/10/30", "2020-10-30"),
        ("20201030", "2020-10-30"),
        ("2020-10-30T23:05:00+03:00", "2020-10-30"),
        ("2020-10-30T14:05:00.000Z", "2020-10-30"),
        ("2020-10-30 06:30", "2020-10-30"),
        ("October 30, 2020", "2020-10-30"),
        ("October 30,2020", "2020-10-30"),
        ("OCTOBER 30TH 2020", "2020-10-30"),
        ("Oct. 30, 2020", "2020-10-30"),
        ("Sept. 3, 2020 at 5:00 p.m. EDT", "2020-09-03"),
        ("Oct 30, 2020, 10:31am ET", "2020-10-30"),
        ("October 30, 2020 / 5:34 PM", "2020-10-30"),
        ("30 October 2020", "2020-10-30"),
        ("30th of October, 2020", "2020-10-30"),
        ("30-Oct-2020", "2020-10-30"),
        ("Monday, 31 October 2022 14:05", "2022-10-31"),
        ("Fri 30 Oct 2020 17.02 GMT", "2020-10-30"),
        ("Fri, 30 Oct 2020 17:02:00 +0000", "2020-10-30"),
        ("0314 GMT November 27, 2021", "2021-11-27"),
        ("31/10/2022", "2022-10-31"),
        ("10/31/2022", "2022-10-31"),
        ("05.05.2022", "2022-05-05"),
        ("0314 GMT (1114 HKT) November 27, 2020", "2020-11-27"),
        ("2020-11-27T23:30:00-05:00", "2020-11-27"),  # the day where it was written
        ("2020-11-28T04:30:00Z", "2020-11-28"),
        ("2020-11-27 03:14:00 UTC+3", "2020-11-27"),
        ("Fri Nov 27 03:14:00 UTC 2020", "2020-11-27"),
        ("3:14 PM ET, Fri November 27, 2020", "2020-11-27"),
        ("27 Nov, 2020 | 08:15 IST", "2020-11-27"),
        ("27th Nov 2020 10:42hrs IST", "2020-11-27"),
        ("27 Nov 2020, 10:42 am SGT", "2020-11-27"),
        ("27 Nov 2020 02:05AM (UTC+08:00)", "2020-11-27"),
        ("November 27, 2020 at 3:14 pm AEDT", "2020-11-27"),
        ("20201127T104211Z", "2020-11-27"),
        ("27 Nov. 2020 • 5 min read", "2020-11-27"),
    ],
)
def test_a_date_is_read(text: str, day: str) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize("text", ["03/04/2021", "3.4.2021", "3-4-2021 10:00"])
def test_a_date_whose_order_is_open_is_undecided(text: str) -> None:
    assert read_date(text) is Undecided.ORDER


@pytest.mark.parametrize(
    "text",
    [
        "", "Oct 2020", "30 October", "Friday", "12:30", "2020", "2022-13-45", "31 November 2021",
        "They met on October 30, 2020", "October 30, 2020.", "1 Jan 2020 to 3 Jan 2020",
        "30/10/20", "1604066400", "Oct 30, 2020 edition", "0000-01-01", "12020-10-30",
    ],
)  # fmt: skip
def test_what_is_not_wholly_a_date_is_none(text: str) -> None:
    assert read_date(text) is None
