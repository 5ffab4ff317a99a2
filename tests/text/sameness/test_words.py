import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Kind
from quotecli.text.sameness.words import End, read_wording


def norms(text: str) -> list[str]:
    return list(read_wording(text, Kind.DIRECT).norms)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("we can't", "we cannot"),
        ("we won’t", "we will not"),
        ("they've", "they have"),
        ("it's", "it is"),
        ("the U.S.", "the US"),
        ("isn't", "is not"),
        ("Ada's boat", "Ada boat"),
        ("colour", "color"),
        ("Zelenskiy", "Zelenskyy"),
    ],
)
def test_two_ways_to_write_a_word_are_one(short: str, full: str) -> None:
    assert norms(short) == norms(full)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("hour", "hor"),
        ("police", "policy"),
        ("filled", "filed"),
        ("us", "US"),
        ("will", "would"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert norms(one) != norms(other)


def test_brackets_marks_of_omission_and_ends_are_known() -> None:
    words = read_wording("They [the crews] left… at dawn. Why?", Kind.DIRECT).words
    assert [word.norm for word in words if word.added] == ["the", "crews"]
    assert [word.norm for word in words if word.gap] == ["at"]
    assert [word.after for word in words[-3:]] == [End.NONE, End.SENTENCE, End.QUESTION]


def test_of_a_mixed_quotation_the_words_in_marks_are_known() -> None:
    words = read_wording("the dam is “safe and sound” today", Kind.MIXED).words
    assert [word.norm for word in words if word.quoted] == ["safe", "and", "sound"]


@given(st.text(max_size=60), st.sampled_from(Kind))
def test_every_word_lies_in_the_text_and_none_before_the_one_before(text: str, kind: Kind) -> None:
    words = read_wording(text, kind).words
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    starts = [word.start for word in words]
    assert starts == sorted(starts)
