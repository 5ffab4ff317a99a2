"""Statements in the order of their days, and two speakers side by side."""

import re
from collections.abc import Callable
from textwrap import dedent

import pytest

from quotecli.model import Kind, Record
from quotecli.output.bars import Count
from quotecli.output.comparison import Side, render_comparison
from quotecli.output.terminal import HIDDEN
from quotecli.output.timeline import render_timeline

Make = Callable[..., Record]


def timeline(records: list[Record], width: int | None = 80, *, blocks: bool = True) -> str:
    counts = [Count("2021", 1), Count("2022", 2)]
    return render_timeline(records, counts, width=width, colour=False, links=False, blocks=blocks)


def comparison(
    left: list[Record], right: list[Record], width: int | None = 80, names: str = "Okonkwo Roe"
) -> str:
    one, other = names.split()
    return render_comparison(
        Side(one, left), Side(other, right), width=width, colour=False, links=False
    )


def test_a_timeline_has_the_days_on_the_left_and_the_chart_below(record: Make) -> None:
    records = [
        record(id="a", published="2021-05-04", date="2021-05-04"),
        record(
            id="b", said_on="2022-10-30", date="2022-10-30", text="it was so", kind=Kind.INDIRECT
        ),
        record(id="c", date=None),
    ]
    assert timeline(records) == dedent("""\
        2021-05-04  “We will not sign anything that our own parliament has not read
                    first.”
                    — Harbour Post · a

        2022-10-30  it was so
                    — Harbour Post · published 2022-10-31 · claim · b

        earlier     “We will not sign anything that our own parliament has not read
                    first.”
                    — Harbour Post · published 2022-10-31 · c

        2021  1  ████████████████████
        2022  2  ████████████████████████████████████████
        """)


def test_speakers_are_named_where_there_are_several(record: Make) -> None:
    shown = timeline([record(id="a"), record(id="b", speaker="Ada Roe")])

    assert "— Maria Okonkwo · Harbour Post · a\n" in shown
    assert "— Ada Roe · Harbour Post · b\n" in shown


def test_an_output_without_blocks_gets_number_signs(record: Make) -> None:
    assert "2022  2  ####" in timeline([record()], blocks=False)


def test_two_speakers_stand_side_by_side_by_day(record: Make) -> None:
    left = [record(id="a", date="2021-05-04", published="2021-05-04"), record(id="b")]
    right = [record(id="c", text="Nobody asked us."), record(id="d", date=None, text="Never.")]
    assert comparison(left, right, 84) == dedent("""\
        Okonkwo  2 statements                      Roe  2 statements
        ───────────────────────────────────────────────────────────────────────────────────
        2021-05-04
        “We will not sign anything that our own
        parliament has not read first.”
        — Harbour Post · a

        2022-10-31
        “We will not sign anything that our own    “Nobody asked us.”
        parliament has not read first.”            — Harbour Post · c
        — Harbour Post · b

        earlier
                                                   “Never.”
                                                   — Harbour Post · published 2022-10-31
                                                     d
        """)


def test_a_narrow_terminal_gets_one_after_the_other(record: Make) -> None:
    right = [record(id="c", text="Nobody asked us.", date="2022-11-01", published="2022-11-01")]
    assert comparison([record()], right, 50) == dedent("""\
        Okonkwo  1 statement
        Roe  1 statement

        2022-10-31
          Okonkwo: “We will not sign anything that our own
          parliament has not read first.”
            — Harbour Post · 3f9a2c1b

        2022-11-01
          Roe: “Nobody asked us.”
            — Harbour Post · c
        """)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_keep_to_the_width(record: Make, width: int) -> None:
    records = [record(text="word " * 80), record(text="x" * 300, outlet="Gull " * 30)]
    for shown in (timeline(records, width), comparison(records, records[:1], width)):
        assert max(map(len, shown.splitlines())) <= width


def test_without_a_width_nothing_is_wrapped(record: Make) -> None:
    text = " ".join(["word"] * 300)
    assert f"2022-10-31  “{text}”" in timeline([record(text=text)], None).splitlines()
    assert f"  Roe: “{text}”" in comparison([], [record(text=text)], None).splitlines()


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str
) -> None:
    said = record(
        id=hostile, text=hostile, speaker=hostile, said_on=hostile, published=hostile,
        date=hostile, outlet=hostile, title=hostile, url=hostile, path=hostile,
    )  # fmt: skip
    for width in (40, 100, None):
        for shown in (
            timeline([said, record()], width),
            render_comparison(
                Side(hostile, [said]), Side("x", []), width=width, colour=False, links=True
            ),
        ):
            plain = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", shown).replace("\n", "")
            assert re.search(f"[{HIDDEN}]", plain) is None


@pytest.mark.parametrize("width", [40, 100])
def test_of_two_people_under_one_name_each_statement_tells_whose_it_is(
    record: Make, width: int
) -> None:
    roes = [record(id="a", speaker="Ada Roe"), record(id="b", speaker="Peter Roe")]
    shown = comparison(roes, [record(id="c")], width, "Roe Okonkwo")

    assert "— Ada Roe · Harbour Post" in shown
    assert "— Peter Roe · Harbour Post" in shown
    assert "Maria Okonkwo" not in shown
