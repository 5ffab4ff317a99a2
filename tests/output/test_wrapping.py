"""Where a text is broken into lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quotecli.output.wrapping import columns, line_spans

BLANKS = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
WIDE_TEXT = st.text(st.one_of(st.characters(), st.sampled_from(" 日☀\ufe0f\u200d👩\u0301-/a")))


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in line_spans(text, width)]


@given(WIDE_TEXT, st.integers(2, 30))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_left_out(text: str, width: int) -> None:
    spans = [(0, 0), *line_spans(text, width), (len(text), len(text))]
    assert all(text[one[1] : other[0]].strip(BLANKS) == "" for one, other in pairwise(spans))
    for line in lines(text, width):
        assert cell_len(line) <= columns(line) <= width


@pytest.mark.parametrize(
    ("text", "width", "broken"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("  one   two  ", 80, ["one   two"]),
        ("it took 10\u00a0km", 10, ["it took", "10\u00a0km"]),
        ("Anna Okonkwo-Lindqvist", 16, ["Anna", "Okonkwo-", "Lindqvist"]),
        ("https://a.example/long/path", 20, ["https://a.example/", "long/path"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("abcdefghij k", 4, ["abcd", "efgh", "ij k"]),
        ("日本語", 4, ["日本", "語"]),
        ("", 4, []),
        ("   ", 4, []),
    ],
)
def test_lines_end_at_blanks_and_long_words_where_they_break_best(
    text: str, width: int, broken: list[str]
) -> None:
    assert lines(text, width) == broken


def test_a_word_of_a_hundred_thousand_letters_is_folded_at_once() -> None:
    assert "".join(lines("w" * 100_000, 40)) == "w" * 100_000
