from collections.abc import Callable

import pytest

from quotecli.extraction.layouts.turns import find_turns
from quotecli.extraction.prose.reading import read
from quotecli.extraction.tagger.decode import Link
from quotecli.model import Article, Span
from quotecli.text.marks import find_quoted

MARKS_FOR_PLAYERS = """
Leeds beat Ashby 2-1 on Saturday. Here is how the players did.
Harry Lane: Quick and lively on the left. Should have scored before the break.
Tom Beck: A poor day. Lost the ball twice near his own goal.
Karen Holm: Kept Leeds in the game. Saved two shots in the first half.
Mark Sand: Came on late and did little. Hit the bar once.
"""
SHORT_LIVES = """
Three people stand for mayor on Sunday.
Dr. Jane Roe: A doctor from Zed who has led the clinic since 2004. She wants a new bridge.
Mr. Tom Beck: The owner of the mill. He has never held an office and says little of his plans.
Mrs. Mia Sand: A teacher and the mother of three. She lost in 2016.
"""
PROSE = """
The committee met on Monday. One thing is clear: the bridge has to be mended before the winter.
The mayor: a woman of few words. The ferry: a boat from 1960 that you would not trust.
But the question remains: who pays for it?
Roe has a plan: she wants a toll of two dollars on every car.
The result: you pay more and wait longer.
Her answer: nobody has to use the bridge.
"""


@pytest.mark.parametrize("text", [MARKS_FOR_PLAYERS, SHORT_LIVES, PROSE])
def test_what_a_colon_says_about_somebody_is_no_turn_even_where_the_tagger_takes_it_for_one(
    article: Callable[..., Article], text: str
) -> None:
    reading = read(article(text))
    quoted, _ = find_quoted(reading.text, reading.passages)
    colons = [at for at, letter in enumerate(reading.text) if letter == ":"]
    links = [Link((Span(at + 2, at + 8),), (Span(at, at + 1),), (), 0.9) for at in colons]

    assert not find_turns(reading, quoted, links)


def test_two_labels_far_from_one_another_are_no_exchange(article: Callable[..., Article]) -> None:
    between = "The bridge was built in 1960 and has been mended twice.\n" * 6
    reading = read(
        article(f"Mr. Lane: We have no money.\n{between}Mrs. Roe: I have heard that before.\n")
    )

    assert not find_turns(reading, [])
