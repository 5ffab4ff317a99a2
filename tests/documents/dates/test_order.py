"""Whether 03/04/2021 has the day first: by evidence, or not at all."""

from collections.abc import Callable

import pytest

from quotecli.documents.dates.order import find_order
from quotecli.documents.dates.reading import Undecided, read_date, undecided_readings
from quotecli.model import Article, Metadata

Read = Callable[..., Article]
BODY = "Ann Poe said on the pier that she would go, as the deal was dead.\n"
LONG = f"<p>{BODY * 3}</p><p>She told the {'small ' * 20}crowd that nobody had warned her.</p>"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Saturday 03/04/2021", "2021-04-03"),
        ("Thu, 03/04/2021 10:00 am", "2021-03-04"),
        ("Friday 03/04/2021", Undecided.ORDER),  # neither day is a Friday
        ("03/04/2021", Undecided.ORDER),
        ("25/04/2021", "2021-04-25"),
    ],
)
def test_a_weekday_tells_the_order(text: str, day: object) -> None:
    assert read_date(text) == day


def test_a_known_order_is_kept_to_unless_it_gives_no_day() -> None:
    assert read_date("03/04/2021", day_first=True) == "2021-04-03"
    assert read_date("03/04/2021", day_first=False) == "2021-03-04"
    assert read_date("25/04/2021", day_first=False) == "2021-04-25"
    assert undecided_readings("03/04/2021") == ("2021-04-03", "2021-03-04")


@pytest.mark.parametrize(
    ("url", "language", "text", "order"),
    [
        ("https://example.co.uk/a", None, "", True),
        ("https://example.com.au/a", None, "", True),
        ("https://example.in/a", None, "", True),
        ("https://example.ie/a", "en", "", True),
        ("https://example.us/a", None, "", False),
        ("https://state.example.gov/a", None, "", False),
        ("https://example.ca/a", None, "", None),
        ("https://example.com/a", None, "", None),
        ("https://example.com/a", "en-GB", "", True),
        ("https://example.com/a", "en_AU", "", True),
        ("https://example.com/a", "en-US", "", None),
        ("https://example.com/a", "de", "", True),
        ("https://example.co.uk/a", "en-US", "", True),
        ("https://example.us/a", "en-GB", "", None),
        (None, None, "The deal of 25/12/2020 held.", True),
        (None, None, "The deal of 12/25/2020 held.", False),
        ("https://example.co.uk/a", None, "The deal of 12/25/2020 held.", False),
        (None, None, "From 25/12/2020 to 12/26/2020.", None),
        (None, None, "Version 25.12.2020.1 of 1/13/20205", None),
        ("not a [url", None, "", None),
        (None, None, "", None),
    ],
)
def test_the_order_needs_evidence_that_agrees(
    url: str | None, language: str | None, text: str, order: bool | None
) -> None:
    assert find_order(text, Metadata(url=url), language) is order


@pytest.mark.parametrize(
    ("metadata", "order"),
    [
        (Metadata(url="https://example.com/2021/04/03/deal"), True),
        (Metadata(url="https://example.com/2021/03/04/deal"), False),
        (Metadata(url="https://example.com/20210403-deal"), True),
        (Metadata(url="https://example.com/2021/05/05/deal"), None),
        (Metadata(updated="2021-03-10"), False),  # no article is changed before it is published
        (Metadata(updated="2021-04-10"), None),
    ],
)
def test_a_known_day_tells_the_order(metadata: Metadata, order: bool | None) -> None:
    assert find_order("", metadata, undecided=["03/04/2021"]) is order


@pytest.mark.parametrize(
    ("source", "path", "published"),
    [
        (f"---\ndate: 03/04/2021\nurl: https://example.co.uk/a\n---\n{BODY}", "a.md", "2021-04-03"),
        (f"Dead\n\nPublished: 03/04/2021\nUpdated: 25/04/2021\n\n{BODY}", "a.txt", "2021-04-03"),
        (f"Deal dead\n\n03/04/2021\n\n{BODY}\nhttps://example.us/deal", "a.txt", "2021-03-04"),
        (f"Deal dead\n\n03/04/2021\n\n{BODY}\nhttps://example.ca/deal", "a.txt", None),
        (
            '{"text": "She said no.", "published": "03/04/2021", "url": "https://example.in/a"}',
            "a.jsonl",
            "2021-04-03",
        ),
        (f'<html lang="en-GB"><time class="published">03/04/2021</time>{LONG}</html>', "a.html",
         "2021-04-03"),
        (f'<html lang="en-US"><time class="published">03/04/2021</time>{LONG}</html>', "a.html",
         None),
        (f'<html lang="en"><meta name="date" content="03/04/2021"><p>Updated 20/04/2021</p>{LONG}',
         "a.html", "2021-04-03"),
    ],
)  # fmt: skip
def test_every_format_is_read_in_the_order_of_its_outlet(
    read: Read, source: str, path: str, published: str | None
) -> None:
    article = read(source, path)
    assert article.metadata.published == published
    codes = [problem.code for problem in article.problems]
    assert codes == ([] if published else ["ambiguous-date"])


def test_the_order_is_handed_on_for_the_dates_in_the_text(read: Read) -> None:
    text = f"Deal dead\n\nThe talks ended on 25/12/2020.\n\n{BODY}"
    assert read(text).day_first is True
    assert read(BODY).day_first is None
