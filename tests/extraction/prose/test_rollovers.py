"""Boxes that a page hangs on names are left out of the prose, and every span stays true."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quotecli.extraction.extract import extract
from quotecli.extraction.prose.reading import read
from quotecli.model import Article, Block, BlockKind, Span

BOX = " Jane Anne RoeHarbour council votes to shut the bridge Poe: ferry stays MORE"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (f"President Roe{BOX} said on Monday it was late.", "President Roe said on Monday"),
        (f"Rep. Jane Roe{BOX} (R-Ohio) said no.", "Rep. Jane Roe (R-Ohio) said no."),
        (f"It was Roe{BOX}’s bridge.", "It was Roe’s bridge."),
        ("Her aide Tom Poe Thomas (Tom) James PoeMORE said no.", "Her aide Tom Poe said no."),
    ],
)
def test_a_box_behind_a_name_is_no_prose(
    article: Callable[..., Article], text: str, read_as: str
) -> None:
    assert read(article(text)).text.startswith(read_as)


@pytest.mark.parametrize(
    "text",
    [
        "Roe said MORE was needed.",
        "President Roe met Jane Roe, who wanted MORE money.",
        "Jane Roe and Anne RoePoe asked for more.",
        "“Trump Donald Trump's team will win,” said Jane Poe. “We need MORE money,” said Tom Doe.",
        "In Ireland Northern Ireland's Ann Lee said the bridge was open. SEE MORE on our site.",
        "Roe James Roe“We won,” said Jane Poe. We need MORE of it.",
        "Roe James RoePort shuts its gates. Jane Poe asked for MORE money.",
        "Roe James RoePort shuts READ MORE on our site.",
        "Roe James RoeMOREover was late.",
    ],
)
def test_other_prose_is_read_as_it_stands(article: Callable[..., Article], text: str) -> None:
    assert read(article(text)).text == text


def test_a_box_is_left_out_of_all_the_pieces_that_it_touches(
    article: Callable[..., Article],
) -> None:
    text = "Roe Jane RoePort shut MORE said no. " * 3
    made = replace(
        article(text),
        blocks=(
            Block(
                BlockKind.PARAGRAPH,
                tuple(Span(at, min(at + 7, len(text))) for at in range(0, len(text), 7)),
            ),
        ),
    )
    assert read(made).text.split() == ["Roe", "said", "no."] * 3


def test_a_claim_around_a_box_is_made_of_the_article_s_own_words(
    article: Callable[..., Article],
) -> None:
    text = f"Tom Poe said President Roe{BOX} was late for the ferry on Monday."
    made = article(text)
    (statement,) = extract(made).statements
    assert statement.text == "President Roe was late for the ferry on Monday"
    assert [text[start:end] for start, end in statement.segments] == [
        "President Roe",
        "was late for the ferry on Monday",
    ]
