from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Kind
from quotecli.text.sameness import align as align_module
from quotecli.text.sameness.align import Edit, align
from quotecli.text.sameness.words import End, Word, read_wording


def words(text: str) -> tuple[Word, ...]:
    return read_wording(text, Kind.DIRECT).words


def test_a_part_is_found_where_it_stands() -> None:
    found = align(words("we know that we will sail"), words("we will sail"))
    assert found == (3, 6, ())


def test_a_word_exchanged_put_in_and_left_out_are_edits() -> None:
    assert align(words("a b c d e"), words("a b x d e")).edits == (Edit(2, 3, 2, 3),)
    assert align(words("a b d e"), words("a b c d")).edits == (Edit(2, 2, 2, 3),)
    assert align(words("a b c d e"), words("a b d e")).edits == (Edit(2, 3, 2, 2),)


def test_the_first_word_and_the_last_are_exchanged_and_not_put_in() -> None:
    assert align(words("Iran agrees to it"), words("Iraq agrees to it")) == (
        0,
        4,
        (Edit(0, 1, 0, 1),),
    )
    assert align(words("we sail at dawn"), words("we sail at noon")).edits == (Edit(3, 4, 3, 4),)


_WORD = st.builds(
    lambda norm, gap, added: Word(norm, 0, 1, End.NONE, gap, added, quoted=True, name=False),
    st.sampled_from("abcd"),
    st.booleans(),
    st.booleans(),
)


@given(st.lists(_WORD, min_size=1, max_size=9), st.lists(_WORD, min_size=1, max_size=7))
def test_between_the_edits_the_words_are_the_same(long: list[Word], short: list[Word]) -> None:
    found = align(long, short)
    i, j = found.start, 0
    for edit in (*found.edits, Edit(found.end, found.end, len(short), len(short))):
        assert [w.norm for w in long[i : edit.long_start]] == [
            w.norm for w in short[j : edit.short_start]
        ]
        i, j = edit.long_end, edit.short_end
    assert 0 <= found.start <= found.end <= len(long)


@given(st.lists(_WORD, min_size=1, max_size=12), st.lists(_WORD, min_size=1, max_size=12))
def test_whole_rows_at_once_give_the_same_costs(long: list[Word], short: list[Word]) -> None:
    with patch.object(align_module, "_MANY", 0):
        at_once = align(long, short)
    assert at_once == align(long, short)
