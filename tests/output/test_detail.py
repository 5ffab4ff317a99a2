"""One statement with all that is known of it."""

import re
from collections.abc import Callable
from dataclasses import replace
from textwrap import dedent

import pytest

from quotecli.model import Also, Basis, Block, BlockKind, Kind, Record, Span
from quotecli.output.detail import render_detail
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]

FIRST = "By the sea"
SECOND = (
    '"We will not sign anything that our own parliament has not read," the minister said.'
    ' "Not one page."'
)
TEXT = f"{FIRST}\n\n{SECOND}\n"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


BLOCKS = (Block(BlockKind.TITLE, (span(FIRST),)), Block(BlockKind.PARAGRAPH, (span(SECOND),)))


@pytest.fixture
def said(record: Make) -> Record:
    return record(
        text="We will not sign anything that our own parliament has not read, Not one page.",
        segments=(
            span("We will not sign anything that our own parliament has not read,"),
            span("Not one page."),
        ),
        mention_spans=(span("the minister"),),
        cue_spans=(span("said"),),
    )


def plain(record: Record, *, width: int | None = 80, links: bool = False, context: int = 0) -> str:
    return render_detail(
        record, TEXT, BLOCKS, width=width, colour=False, links=links, context=context
    )


def test_all_that_is_known_comes_first_and_then_the_paragraph(said: Record) -> None:
    assert plain(said) == dedent("""\
        Speaker     Maria Okonkwo
                    “the minister”: an office or description that the article ties to
                    the name
        Said        not stated
        Published   2022-10-31
        Outlet      Harbour Post
        Title       Ministers meet by the sea
        Author      Ada Writer
        URL         https://harbourpost.example/2022/10/31/sea
        File        corpus/sea.md
        ID          3f9a2c1b
        Kind        direct quotation
        Confidence  0.93

          "⟦We will not sign anything that our own parliament has not read,⟧" ⟨the
          minister⟩ ‹said›. "⟦Not one page.⟧"

          ⟦statement⟧  ⟨mention⟩  ‹cue›
        """)


def test_context_shows_the_blocks_around(said: Record) -> None:
    assert '\n\n  By the sea\n\n  "⟦We will' in plain(said, context=1)


@pytest.mark.parametrize(
    ("said_on", "date", "words"),
    [
        ("2022-10-30", "2022-10-30", "2022-10-30"),
        (None, "2022-10-31", "not stated"),
        (None, None, "earlier, without a date"),
    ],
)
def test_the_day_it_was_said_and_the_day_of_publication_are_told_apart(
    record: Make, said_on: str | None, date: str | None, words: str
) -> None:
    shown = plain(record(said_on=said_on, date=date))
    assert f"\nSaid        {words}\nPublished   2022-10-31\n" in shown


def test_the_day_of_a_change_is_shown_where_there_was_one(record: Make) -> None:
    changed = render_detail(
        record(), TEXT, BLOCKS, width=80, colour=False, links=False, updated="2022-11-03"
    )
    assert "\nPublished   2022-10-31\nUpdated     2022-11-03\nOutlet" in changed
    assert "Updated" not in plain(record())


def test_what_is_unknown_is_a_dash(record: Make) -> None:
    unknown = record(
        speaker=None, published=None, date=None, outlet=None, title=None, author=None, url=None,
        path=None, basis=Basis.UNRESOLVED,
    )  # fmt: skip
    shown = plain(unknown)
    for label in ("Speaker", "Published", "Outlet", "Title", "Author", "URL", "File"):
        assert re.search(rf"^{label} +–$", shown, re.MULTILINE)
    assert "Said        not stated\n" in shown


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("basis", Basis)
def test_every_kind_and_basis_is_put_into_words(record: Make, kind: Kind, basis: Basis) -> None:
    shown = plain(record(kind=kind, basis=basis, speaker="Ann Lee", mention="Ann Lee"))
    assert re.search(r"^Speaker     Ann Lee\n +\w[^“]+$", shown, re.MULTILINE)
    assert re.search(r"^Kind        (direct|mixed|claim)\b", shown, re.MULTILINE)


def test_the_same_statement_elsewhere_is_listed(record: Make) -> None:
    also = (
        Also("77aa01de", "Gull Daily", "https://gull.example/1", "2022-11-01"),
        Also("0badf00d", None, None, None),
    )
    assert dedent("""\
        Also in     Gull Daily · 2022-11-01 · 77aa01de
                    https://gull.example/1
                    – · – · 0badf00d
        """) in plain(record(also=also))


def test_an_address_is_never_broken_so_that_it_can_be_copied(record: Make) -> None:
    url = "https://a.example/" + "long-" * 30
    assert f"URL         {url}\n" in plain(record(url=url), width=40)


def test_paragraphs_are_wrapped_at_the_width_and_not_at_all_without_one(said: Record) -> None:
    lines = plain(said, width=50).splitlines()
    assert max(len(line) for line in lines if not line.startswith("URL")) <= 50
    assert (
        "  "
        + SECOND.replace("We", "⟦We", 1)
        .replace("read,", "read,⟧")
        .replace("Not one page.", "⟦Not one page.⟧")
        .replace("the minister", "⟨the minister⟩")
        .replace("said", "‹said›")
        in plain(said, width=None).splitlines()
    )


def test_colour_marks_statement_mention_and_cue_instead_of_brackets(said: Record) -> None:
    shown = render_detail(said, TEXT, BLOCKS, width=None, colour=True, links=False)
    assert "⟦" not in shown
    for style, words in (("30;43", "Not one page."), ("36", "the minister"), ("32", "said")):
        assert f"\x1b[{style}m{words}\x1b[0m" in shown


def test_the_legend_names_the_parts_that_there_are(said: Record) -> None:
    alone = replace(said, mention_spans=(), cue_spans=())

    assert plain(alone).endswith('"⟦Not one page.⟧"\n\n  ⟦statement⟧\n')


def test_reasons_stand_below(said: Record) -> None:
    shown = render_detail(
        said, TEXT, BLOCKS, width=40, colour=False, links=False, why=("It was so.", "No. " * 12)
    )

    assert "‹cue›\n\nWhy\n  It was so.\n  No. No." in shown
    assert max(map(len, shown.partition("Why")[2].splitlines())) <= 40


def test_the_address_is_a_link_where_the_terminal_opens_links(said: Record) -> None:
    url = "https://harbourpost.example/2022/10/31/sea"
    assert re.search(rf"\x1b]8;id=\d+;{url}\x1b\\{url}\x1b]8;;\x1b\\\n", plain(said, links=True))


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str
) -> None:
    said = record(
        id=hostile, speaker=hostile, mention=hostile, said_on=hostile, published=hostile,
        outlet=hostile, title=hostile, author=hostile, url=hostile, path=hostile,
        segments=(Span(0, len(hostile)),), also=(Also(hostile, hostile, hostile, hostile),),
    )  # fmt: skip
    blocks = (Block(BlockKind.PARAGRAPH, said.segments),)
    for width in (40, None):
        shown = render_detail(said, hostile, blocks, width=width, colour=False, links=True)
        assert re.search(f"[{HIDDEN}]", shown.replace("\n", "")) is None
