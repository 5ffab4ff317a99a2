"""Counts as a small bar chart."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.output.bars import BLOCKS, Count, bar, bar_chart
from quotecli.output.painting import paint_lines
from quotecli.output.terminal import HIDDEN
from quotecli.output.wrapping import columns

YEARS = [Count("2020", 1200), Count("2021", 0), Count("2022", 30), Count("no date", 1)]


def plain(counts: list[Count], width: int | None = 80, *, blocks: bool = True) -> str:
    lines = bar_chart(counts, width=width, blocks=blocks)
    return paint_lines(lines, colour=False, links=False)


def test_labels_counts_and_bars_stand_under_each_other() -> None:
    assert plain(YEARS) == dedent("""\
        2020     1,200  ████████████████████████████████████████
        2021         0
        2022        30  █
        no date      1  ▏
        """)


def test_an_output_without_block_characters_gets_number_signs() -> None:
    assert plain(YEARS, 30, blocks=False) == dedent("""\
        2020     1,200  ##############
        2021         0
        2022        30  #
        no date      1  #
        """)


def test_a_long_label_is_wrapped_and_not_cut() -> None:
    assert plain([Count("the ministry of the sea", 2), Count("Ada", 1)], 30) == dedent("""\
        the ministry of    2  ████████
        the sea
        Ada                1  ████
        """)


def test_no_counts_give_no_lines() -> None:
    assert plain([]) == ""


@given(count=st.integers(0, 10**9), more=st.integers(0, 10**9), width=st.integers(1, 60))
def test_a_bar_is_as_long_as_its_share(count: int, more: int, width: int) -> None:
    most = count + more
    drawn = bar(count, most, width)
    eighths = sum(BLOCKS.index(character) + 1 for character in drawn)

    assert (drawn == "") == (count == 0)
    assert len(drawn) <= width
    if count:
        assert abs(eighths - 8 * width * count / most) <= 1


@given(
    counts=st.lists(st.builds(Count, st.text(max_size=60), st.integers(0, 10**7)), max_size=8),
    width=st.integers(30, 200),
)
def test_every_label_and_width_gives_lines_that_fit(counts: list[Count], width: int) -> None:
    shown = plain(counts, width)

    assert re.search(f"[{HIDDEN}]", shown.replace("\n", "")) is None
    assert max((columns(line) for line in shown.splitlines()), default=0) <= width


@pytest.mark.parametrize("width", [None, 80])
def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    hostile: str, width: int | None
) -> None:
    assert re.search(f"[{HIDDEN}]", plain([Count(hostile, 3)], width).replace("\n", "")) is None
