"""Which words of a record stand beside those typed."""

from hypothesis import given
from hypothesis import strategies as st

from quotecli.search.verifying.align import Tag, align, alike
from quotecli.search.verifying.words import pieces_of, words_of


def aligned(typed: str, record: str) -> list[tuple[str, str, str]]:
    pieces = pieces_of(typed)
    keys = [word.key for word in words_of(record)]
    return [
        (
            step.tag.name.lower(),
            " ".join(key for piece in pieces[step.first : step.last] for key in piece.keys),
            " ".join(keys[step.begin : step.end]),
        )
        for step in align(pieces, keys).steps
    ]


def test_the_words_stand_somewhere_in_the_record() -> None:
    assert aligned("c d", "a b c d e") == [("same", "c d", "c d")]


def test_a_word_exchanged_dropped_or_added_is_told() -> None:
    assert aligned("we sell the boats", "now we buy the boats") == [
        ("same", "we", "we"),
        ("replaced", "sell", "buy"),
        ("same", "the boats", "the boats"),
    ]
    assert aligned("we sell boats", "we sell the old boats") == [
        ("same", "we sell", "we sell"),
        ("dropped", "", "the old"),
        ("same", "boats", "boats"),
    ]
    assert aligned("we sell new boats", "we sell boats") == [
        ("same", "we sell", "we sell"),
        ("added", "new", ""),
        ("same", "boats", "boats"),
    ]


def test_an_ellipsis_covers_what_is_missing() -> None:
    assert aligned("we … boats", "we never sell boats") == [
        ("same", "we", "we"),
        ("gap", "", "never sell"),
        ("same", "boats", "boats"),
    ]


def test_a_bracket_stands_for_some_words_or_for_none() -> None:
    assert aligned("[the pilots] sell boats", "they sell boats")[0] == (
        "bracket",
        "the pilots",
        "they",
    )
    assert aligned("we sell [old] boats", "we sell boats")[1] == ("bracket", "old", "")
    assert aligned("we sell [old] boats", "we sell old boats") == [
        ("same", "we sell old boats", "we sell old boats")
    ]


def test_forms_of_one_word_are_alike() -> None:
    assert alike("agree", "agreed")
    assert alike("did", "didn't")
    assert not alike("may", "man")


@given(st.lists(st.sampled_from("abcde"), max_size=8), st.lists(st.sampled_from("abcde")))
def test_every_word_typed_has_its_place_and_same_means_same(
    typed: list[str], keys: list[str]
) -> None:
    pieces = pieces_of(" ".join(typed))
    alignment = align(pieces, keys)

    at, place = 0, alignment.begin
    for step in alignment.steps:
        assert (step.first, step.begin) == (at, place)
        if step.tag is Tag.SAME:
            same = [piece.keys[0] for piece in pieces[step.first : step.last]]
            assert same == keys[step.begin : step.end]
        at, place = step.last, step.end
    assert (at, place) == (len(pieces), alignment.end)
