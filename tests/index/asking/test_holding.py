"""Statements and articles by their words."""

from collections.abc import Callable

from quotecli.index.asking.holding import (
    articles_with,
    spoken_by,
    spoken_in,
    statements_with,
    stored,
    worded,
)
from quotecli.index.store import Index, transaction
from quotecli.index.write import remove_file
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def test_phrases_find_statements_and_a_list_is_never_longer_than_asked(
    index: Index, say: Say, add: Add
) -> None:
    add(say("The old harbour sleeps."), say("The harbour, old as it is."), say("No word."))

    assert statements_with(index, ["old harbour"], 10) == [1]
    assert statements_with(index, ["old", "harbour"], 10) == [1, 2]
    assert statements_with(index, ["harbour"], 1) == [1]
    assert [w.text for w in worded(index, [2, 1])] == [
        "The old harbour sleeps.",
        "The harbour, old as it is.",
    ]


def test_a_speaker_narrows_them(index: Index, say: Say, add: Add) -> None:
    add(say("The harbour.", "Ada Brook"), say("The harbour.", "Ben Crane"))
    (number,) = index.execute("SELECT number FROM speaker WHERE name = 'Ben Crane'").fetchone()

    assert statements_with(index, ["harbour"], 10, [number]) == [2]
    assert spoken_by(index, [1, 2], [number]) == {2}
    assert spoken_by(index, [1, 2], []) == set()


def test_the_statements_of_an_article_come_in_order(index: Index, say: Say, add: Add) -> None:
    add(say("One thing.", "Ada Brook"), say("Two things.", None))

    assert [tuple(spoken) for spoken in spoken_in(index, 1)] == [(1, "Ada Brook"), (2, None)]
    assert stored(index, 1).text == '"One thing."\n"Two things."'


def test_the_words_of_an_article_go_with_it(index: Index, say: Say, add: Add) -> None:
    first = add(say("The harbour sleeps."))
    add(say("The harbour wakes."))

    assert articles_with(index, ["harbour"], 10) == [1, 2]
    assert articles_with(index, ["harbour"], 1) == [1]
    assert articles_with(index, ["wakes", "harbour"], 10) == [2]
    with transaction(index):
        remove_file(index, first)
    assert articles_with(index, ["harbour"], 10) == [2]
    index.execute("INSERT INTO article_words (article_words, rank) VALUES ('integrity-check', 1)")
