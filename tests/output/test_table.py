"""The table of statements that a person reads."""

import re
from collections.abc import Callable
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quotecli.model import Also, Basis, Kind, Record
from quotecli.output.table import render_table
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]

WIDTHS = (20, 60, 80, 100, 160, 200)

# What we write ourselves: styles, and links to a web address in printable ASCII.
_OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b]8;id=\d+;https?://[!-~]+\x1b\\|\x1b]8;;\x1b\\")


def plain(records: list[Record], width: int | None) -> str:
    return render_table(records, width=width, colour=False, links=True)


def unlinked(text: str) -> str:
    return _OURS.sub("", text)


@pytest.fixture
def three(record: Make) -> list[Record]:
    return [
        record(said_on="2022-10-30", date="2022-10-30"),
        record(
            id="77aa01de",
            kind=Kind.MIXED,
            text="he hopes for “normal working relations” before the winter, and that there will"
            " be no third meeting",
            speaker="Johannes Brandt",
            outlet="kyivharbour.example",
            also=(Also("x", "Gull Daily", None, None), Also("y", "Tern Weekly", None, None)),
        ),
        record(
            id="0badf00d",
            kind=Kind.INDIRECT,
            text="the talks had failed",
            speaker="a senior aide to the minister",
            basis=Basis.UNNAMED,
            outlet=None,
            title=None,
            url=None,
            path="corpus/undated-letter.txt",
            published=None,
            date=None,
        ),
    ]


def expected(text: str) -> str:
    return dedent(text).lstrip("\n")


def test_sixty_columns_hold_one_card_per_statement(three: list[Record]) -> None:
    assert unlinked(plain(three, 60)) == expected("""
        “We will not sign anything that our own parliament has not
        read first.”
          — Maria Okonkwo · 2022-10-30 · published 2022-10-31
            Harbour Post · 3f9a2c1b

        he hopes for “normal working relations” before the winter,
        and that there will be no third meeting
          — Johannes Brandt · 2022-10-31 · kyivharbour.example
            +2 outlets · mixed · 77aa01de

        the talks had failed
          — a senior aide to the minister · no date
            corpus/undated-letter.txt · claim · 0badf00d
        """)


def test_eighty_columns_hold_a_table_of_three(three: list[Record]) -> None:
    assert unlinked(plain(three, 80)) == expected("""
        Statement                                 Speaker           Date, source
        ────────────────────────────────────────────────────────────────────────────────
        “We will not sign anything that our own   Maria Okonkwo     2022-10-30
        parliament has not read first.”           3f9a2c1b          published 2022-10-31
                                                                    Harbour Post

        he hopes for “normal working relations”   Johannes Brandt   2022-10-31
        before the winter, and that there will    77aa01de mixed    kyivharbour.example
        be no third meeting                                         +2 outlets

        the talks had failed                      a senior aide to  no date
                                                  the minister      corpus/undated-
                                                  0badf00d claim    letter.txt
        """)


def test_a_hundred_and_twenty_columns_hold_the_date_apart(three: list[Record]) -> None:
    assert unlinked(plain(three, 120)) == expected("""
        Statement                                                         Speaker               Date        Source
        ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        “We will not sign anything that our own parliament has not read   Maria Okonkwo         2022-10-30  Harbour Post
        first.”                                                           3f9a2c1b              published
                                                                                                2022-10-31

        he hopes for “normal working relations” before the winter, and    Johannes Brandt       2022-10-31  kyivharbour.example
        that there will be no third meeting                               77aa01de mixed                    +2 outlets

        the talks had failed                                              a senior aide to the  no date     corpus/undated-
                                                                          minister                          letter.txt
                                                                          0badf00d claim
        """)  # noqa: E501  a table of 120 columns


def test_two_hundred_columns_hold_the_titles(three: list[Record]) -> None:
    assert unlinked(plain(three, 200)) == expected("""
        Statement                                                                                             Speaker                   Date                  Source                     ID
        ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
        “We will not sign anything that our own parliament has not read first.”                               Maria Okonkwo             2022-10-30            Harbour Post               3f9a2c1b
                                                                                                                                        published 2022-10-31  Ministers meet by the sea

        he hopes for “normal working relations” before the winter, and that there will be no third meeting    Johannes Brandt           2022-10-31            kyivharbour.example        77aa01de mixed
                                                                                                                                                              Ministers meet by the sea
                                                                                                                                                              +2 outlets

        the talks had failed                                                                                  a senior aide to the      no date               corpus/undated-letter.txt  0badf00d claim
                                                                                                              minister
        """)  # noqa: E501  a table of 200 columns


def test_a_pipe_gets_one_whole_line_per_statement(three: list[Record]) -> None:
    assert render_table(three, width=None, colour=False, links=False) == expected("""
        ID        Date        Published   Kind      Speaker                        Source                          Statement  URL
        3f9a2c1b  2022-10-30  2022-10-31  direct    Maria Okonkwo                  Harbour Post                    “We will not sign anything that our own parliament has not read first.”  https://harbourpost.example/2022/10/31/sea
        77aa01de  2022-10-31  2022-10-31  mixed     Johannes Brandt                kyivharbour.example +2 outlets  he hopes for “normal working relations” before the winter, and that there will be no third meeting  https://harbourpost.example/2022/10/31/sea
        0badf00d  no date     –           indirect  a senior aide to the minister  corpus/undated-letter.txt       the talks had failed  –
        """)  # noqa: E501  one line per statement, however long


@pytest.mark.parametrize("width", [80, 100, 160, 200])
def test_a_quotation_has_at_least_forty_columns(record: Make, width: int) -> None:
    crowded = record(
        text="w" * 40,
        kind=Kind.INDIRECT,
        speaker="Maximiliana Constantinopoulou-Featherstonehaugh",
        outlet="The Very Long Morning and Evening Chronicle of the Coast",
        said_on="2022-10-30",
    )
    assert "w" * 40 in plain([crowded], width)


def test_a_quotation_is_wrapped_and_never_cut(record: Make) -> None:
    words = [f"word{n}" for n in range(400)]
    for width in WIDTHS:
        found = re.findall(r"word\d+", plain([record(text=" ".join(words))], width))
        assert found == words


@given(text=st.text(st.characters()))
def test_no_character_of_a_statement_is_lost_at_any_width(record: Make, text: str) -> None:
    shown = re.sub(rf"[{HIDDEN}]|\s", "", text)
    for width in (40, 80, 120, 200, None):
        rest = iter(plain([record(text=text)], width))
        assert all(char in rest for char in shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(record: Make, hostile: str, width: int) -> None:
    records = [record(), record(text=hostile, speaker=hostile, outlet=hostile, title=hostile)]
    lines = unlinked(plain(records, width)).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize("width", [*WIDTHS, None])
def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str, width: int | None
) -> None:
    also = (Also("x", hostile, None, hostile),)
    of_article = {"title": hostile, "outlet": hostile, "url": hostile, "path": hostile}
    records = [
        record(text=hostile, speaker=hostile, also=also, **of_article),
        record(outlet=None, title=None, path=hostile, url="https://a.example/" + hostile),
    ]
    dates = record(said_on=hostile, published=hostile, date=hostile, id=hostile)
    shown = render_table(
        [*records, dates], width=width, colour=True, links=True, words=["red", "sic", hostile]
    )
    assert re.search(f"[{HIDDEN}]", unlinked(shown).replace("\n", "")) is None
    assert "\x1b" not in render_table(records, width=width, colour=False, links=False)


@pytest.mark.parametrize("width", [60, 80, 100, 160, None])
def test_what_looks_like_mark_up_or_an_emoji_code_is_shown_as_it_is(
    record: Make, width: int | None
) -> None:
    for words in ("[sic]", "[bold]x[/bold]", "[/]", ":smile:", "[link=http://e.example]"):
        assert words in plain([record(text=words, kind=Kind.MIXED)], width)


def test_the_outlet_is_a_link_where_the_terminal_opens_links(record: Make) -> None:
    url = "https://harbourpost.example/2022/10/31/sea"
    shown = render_table([record()], width=80, colour=False, links=True)
    assert re.search(rf"\x1b]8;id=\d+;{re.escape(url)}\x1b\\Harbour Post\x1b]8;;\x1b\\", shown)
    assert "javascript" not in plain([record(url="javascript:alert(1)")], 80)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_address_is_written_out_where_no_link_can_be_clicked(record: Make, width: int) -> None:
    shown = render_table([record()], width=width, colour=False, links=False)
    assert "https://harbourpost.example/2022/10/31/sea" in shown.replace("\n", "")


def test_words_that_were_searched_for_are_marked_where_there_is_colour(record: Make) -> None:
    words = ["sign", "PARLIAMENT"]
    shown = render_table([record()], width=120, colour=True, links=False, words=words)
    assert re.findall(r"\x1b\[1;31m(\w+)\x1b\[0m", shown) == ["sign", "parliament"]
    assert "\x1b" not in render_table([record()], width=120, colour=False, links=False, words=words)


@pytest.mark.parametrize("width", [*WIDTHS, None])
def test_a_named_speaker_stands_out_and_an_unnamed_source_does_not(
    record: Make, width: int | None
) -> None:
    unnamed = record(speaker="an aide", basis=Basis.UNNAMED)
    shown = render_table([record(), unnamed], width=width, colour=True, links=False)
    assert "\x1b[1mMaria" in shown
    assert "an aide" in shown
    assert re.search(r"\x1b\[[12]man aide", shown) is None


def test_an_unknown_speaker_is_a_dash(record: Make) -> None:
    unknown = record(speaker=None, speakers=(), basis=Basis.UNRESOLVED)
    assert re.search(r"first\.” +– +2022-10-31", plain([unknown], 150))
    assert "— speaker unknown ·" in plain([unknown], 60)


def test_where_there_is_nothing_the_header_stands_alone() -> None:
    assert plain([], 80).splitlines()[0].split() == ["Statement", "Speaker", "Date,", "source"]
    assert plain([], None) == "ID  Date  Published  Kind  Speaker  Source  Statement  URL\n"
    assert plain([], 60) == ""


def test_one_very_long_name_in_a_pipe_moves_no_other_line(record: Make) -> None:
    lines = unlinked(plain([record(), record(speaker="N" * 500)], None)).splitlines()
    assert lines[1].index("Harbour") < 60
    assert "N" * 500 in lines[2]


def test_the_same_records_give_the_same_text_whatever_the_surroundings(
    three: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = render_table(three, width=80, colour=True, links=True)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb"), ("COLUMNS", "20"), ("LINES", "5")):
        monkeypatch.setenv(name, value)
    assert render_table(three, width=80, colour=True, links=True) == shown
    assert "\x1b[1m" in shown
