"""The words of the index, and those that a misspelt one may have meant."""

from collections.abc import Callable

import pytest

from quotecli.index.store import Index, transaction
from quotecli.index.words.vocabulary import uses_of, words_like, words_of
from quotecli.index.write import remove_file
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def test_words_are_folded_and_figures_and_short_words_left_out() -> None:
    assert words_of("Don’t go to Córdoba on 3 May 2022, covid-19!") == [
        "don't",
        "cordoba",
        "may",
        "covid",
    ]


def test_a_word_is_counted_once_for_each_statement(index: Index, say: Say, add: Add) -> None:
    add(say("Peace, peace and harbour."), say("Peace."))
    assert uses_of(index, ["peace", "harbour", "zebra"]) == {"peace": 2, "harbour": 1, "zebra": 0}


@pytest.mark.parametrize("typed", ["habour", "harrbour", "hrabour", "harboyr", "harbourr", "harb"])
def test_a_slip_or_shared_letters_lead_to_the_word(
    index: Index, say: Say, add: Add, typed: str
) -> None:
    add(say("We rebuild the harbour."))
    assert words_like(index, typed)["harbour"] == 1


def test_words_that_stand_nowhere_any_more_are_forgotten(index: Index, say: Say, add: Add) -> None:
    gone = add(say("We rebuild the harbour."))
    add(say("We rebuild."))
    with transaction(index):
        remove_file(index, gone)
    assert uses_of(index, ["rebuild", "harbour"]) == {"rebuild": 1, "harbour": 0}
    assert words_like(index, "habour") == {}
    left = index.execute(
        "SELECT count(*) FROM word_trigram WHERE word NOT IN (SELECT number FROM word)"
    ).fetchone()
    assert left == (0,)
