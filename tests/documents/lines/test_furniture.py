"""Page furniture: each row by its example, and no sentence of an article."""

import re

import pytest

from quotecli.documents.lines.furniture import FurnitureRow, furniture_rows, is_furniture

ROWS = furniture_rows()


def test_the_rows_have_names_of_their_own() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_each_row_fits_its_example_and_not_its_counterexample(row: FurnitureRow) -> None:
    pattern = re.compile(row.pattern, re.IGNORECASE)
    assert pattern.fullmatch(row.example)
    assert not pattern.fullmatch(row.counterexample)
    assert is_furniture(row.example)
    assert not is_furniture(row.counterexample)


@pytest.mark.parametrize(
    "line",
    [
        "Related article: Poe says “no”",
        "Read also: What Poe said",
        "Captcha refresh",
        "Page Generated in 0/0123 sec",
        "Security Key:",
        "News ID: 4711",
        "Sign up",
        "Share",
        "Follow @planet on Twitter",
        "1 Comment",
        "7",
        "© Daily Planet",
        "This is a live blog. Scroll down for the latest updates",
        "Get daily National news",
        "[ Ann Roe: The river never had friends in this town ]",
        "Poe defends the pier as the council meets again Read more",
        "Facebook Twitter Pinterest Ann Roe on the pier. Photograph: Ike Tull",
    ],
)
def test_furniture_is_known(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        '"Share this," she said.',
        "Sign up for the draft, the minister said.",
        "Copyright law is broken, Poe told the court.",
        "Google will stop the use of cookies in our browsers.",
        "Advertisements for guns were banned.",
        "Read the bill before you sign it.",
        "Search parties went out.",
        "Comments by the minister were not welcome.",
        "Page after page was torn out.",
        "Loading docks were shut.",
        "[Laughter]",
        "This is a live issue for the party.",
        "People in this town should read more",
        "Twitter and Pinterest were down",
    ],
)
def test_a_sentence_is_not_furniture(line: str) -> None:
    assert not is_furniture(line)
