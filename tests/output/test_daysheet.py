"""What was said on a day or published on it."""

import re
from collections.abc import Callable
from textwrap import dedent

from quotecli.model import Kind, Record
from quotecli.output.daysheet import render_daysheet
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]


def plain(records: list[Record], width: int | None = 80) -> str:
    return render_daysheet(records, width=width, colour=False, links=False)


def test_statements_stand_under_their_articles_and_speakers(record: Make) -> None:
    other = {"title": "A letter", "outlet": None, "url": None, "published": None, "date": None}
    assert plain(
        [
            record(),
            record(id="77aa01de", text="the talks had failed", kind=Kind.INDIRECT, **other),
            record(id="0badf00d", text="Not one page.", speaker=None),
            record(id="5eabed00", text="Not a line."),
        ]
    ) == dedent("""\
        Ministers meet by the sea — Harbour Post, 2022-10-31
        https://harbourpost.example/2022/10/31/sea

          Maria Okonkwo
            “We will not sign anything that our own parliament has not read first.”
              — 3f9a2c1b

            “Not a line.”
              — 5eabed00

          speaker unknown
            “Not one page.”
              — 0badf00d


        A letter — no date

          Maria Okonkwo
            the talks had failed
              — claim · 77aa01de


        4 statements by 1 speaker in 2 articles
        """)


def test_a_wide_terminal_gets_lines_that_can_be_read(record: Make) -> None:
    assert plain([record(text="word " * 40)], 200) == dedent(f"""\
        Ministers meet by the sea — Harbour Post, 2022-10-31
        https://harbourpost.example/2022/10/31/sea

          Maria Okonkwo
            “{"word " * 18}word
            {"word " * 18}word
            word word ”
              — 3f9a2c1b
        """)


def test_a_statement_of_another_day_than_its_article_says_so(record: Make) -> None:
    shown = plain(
        [
            record(said_on="2022-10-30", date="2022-10-30"),
            record(id="77aa01de", said_on="2022-10-31"),
            record(id="0badf00d", date=None),
        ]
    )
    assert re.findall(r"— (.*)", shown)[1:] == [
        "said 2022-10-30 · 3f9a2c1b",
        "77aa01de",
        "said earlier · 0badf00d",
    ]


def test_lines_keep_to_the_width_and_addresses_are_never_broken(record: Make) -> None:
    url = "https://a.example/" + "long-" * 30
    lines = plain([record(url=url, title="word " * 40, text="word " * 80)], 60).splitlines()
    assert url in lines
    assert max(len(line) for line in lines if line != url) <= 60


def test_without_a_width_nothing_is_wrapped(record: Make) -> None:
    text = " ".join(["word"] * 300)
    assert f"    “{text}”" in plain([record(text=text)], None).splitlines()


def test_no_record_gives_no_text() -> None:
    assert plain([]) == ""


def test_title_and_address_are_links_where_the_terminal_opens_links(record: Make) -> None:
    shown = render_daysheet([record()], width=80, colour=False, links=True)
    assert len(re.findall(r"\x1b]8;id=\d+;https://harbourpost\.example/[!-~]+\x1b\\", shown)) == 2


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str
) -> None:
    said = record(
        id=hostile, text=hostile, speaker=hostile, said_on=hostile, published=hostile,
        outlet=hostile, title=hostile, url=hostile, path=hostile,
    )  # fmt: skip
    for width in (40, None):
        shown = render_daysheet([said], width=width, colour=False, links=True)
        assert re.search(f"[{HIDDEN}]", shown.replace("\n", "")) is None
