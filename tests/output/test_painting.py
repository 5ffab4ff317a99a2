"""From Rich's values to text."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from rich.text import Text

from quotecli.output.painting import console, folded, linked, paint_lines, wrapped

SCREEN = console()


@given(
    words=st.text("ab 日", max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3),
    width=st.integers(2, 12),
)
def test_folding_keeps_the_style_of_every_letter(
    words: str, spans: list[tuple[int, int]], width: int
) -> None:
    text = Text(words, "italic")
    for start, end in spans:
        text.stylize("bold", start, end)

    def styled(part: Text) -> list[tuple[str, Style]]:
        return [
            (char, part.get_style_at_offset(SCREEN, n))
            for n, char in enumerate(part.plain)
            if char != " "
        ]

    assert [letter for line in folded(text, width) for letter in styled(line)] == styled(text)


def test_the_indent_counts_and_the_first_line_may_have_another() -> None:
    lines = wrapped(Text("one two three four"), 15, first="- ", rest="  ")
    assert [line.plain for line in lines] == ["- one two three", "  four"]


def test_a_style_is_written_only_where_there_is_colour() -> None:
    line = Text("loud", "bold")
    assert paint_lines([line], colour=True, links=False) == "\x1b[1mloud\x1b[0m\n"
    assert paint_lines([line], colour=False, links=True) == "loud\n"


def test_a_link_is_written_only_where_it_can_be_opened_and_always_the_same() -> None:
    line = linked(Text("here", "bold"), "https://a.example")
    opened = r"\x1b]8;id=(\d+);https://a\.example\x1b\\here\x1b]8;;\x1b\\\n"
    found = [re.fullmatch(opened, paint_lines([line], colour=False, links=True)) for _ in range(2)]
    assert found[0] is not None
    assert found[1] is not None
    assert found[0].group(1) == found[1].group(1)
    assert paint_lines([line], colour=False, links=False) == "here\n"


def test_blanks_at_the_end_of_a_line_are_left_out() -> None:
    line = Text("word").append("  ", "bold").append(" ")
    assert paint_lines([line, Text("  ")], colour=True, links=True) == "word\n\n"


def test_a_width_without_room_still_shows_everything() -> None:
    assert "".join(line.plain for line in wrapped(Text("abcdefghijkl"), 1)) == "abcdefghijkl"
