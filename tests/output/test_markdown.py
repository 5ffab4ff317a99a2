"""Records as Markdown block quotes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

# Comes with Rich: the reference for what our escapes read like.
from markdown_it import MarkdownIt

from quotecli.model import Basis, Kind, Record
from quotecli.output.markdown import markdown_quotes

Make = Callable[..., Record]

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read(markdown: str) -> list[tuple[str, str]]:
    """Render and give each block of text with its kind, as a reader would see it."""
    tokens = _READER.parse(markdown)
    return [
        (tokens[n - 1].type, "".join(child.content for child in token.children or ()))
        for n, token in enumerate(tokens)
        if token.type == "inline"
    ]


def test_a_quotation_is_a_block_quote_with_its_origin(record: Make) -> None:
    assert "".join(markdown_quotes([record()])) == (
        "> “We will not sign anything that our own parliament has not read first.”\n"
        ">\n"
        "> — **Maria Okonkwo**, 2022-10-31,"
        " [Harbour Post: Ministers meet by the sea](https://harbourpost.example/2022/10/31/sea),"
        " `3f9a2c1b`\n"
    )


def test_a_claim_has_no_quotation_marks_and_says_that_it_is_one(record: Make) -> None:
    claim = record(
        text="the talks had failed",
        kind=Kind.INDIRECT,
        speaker=None,
        speakers=(),
        basis=Basis.UNRESOLVED,
        date=None,
        outlet=None,
        title=None,
        url=None,
    )
    assert "".join(markdown_quotes([claim])) == (
        "> the talks had failed\n"
        ">\n"
        "> — speaker unknown, earlier (published 2022-10-31), corpus/sea.md, *claim*, `3f9a2c1b`\n"
    )


def test_quotations_are_kept_apart_by_an_empty_line(record: Make) -> None:
    written = "".join(markdown_quotes([record(), record(id="77aa01de")]))
    assert [token.type for token in _READER.parse(written)].count("blockquote_open") == 2


@pytest.mark.parametrize(
    "text",
    [
        "[sic] and [a link](http://evil.example)",
        "*loud* _slant_ `code` ~~gone~~ <b>bold</b> a|b",
        "AT&amp;T and R&D &#65;",
        r"back\slash \* and \x1b",
        "# No heading",
        "- no list",
        "+ no list",
        "--- ***",
        "1. no list",
        "2022) no list",
        "> no quote",
        "    no code",
        "<!-- no comment -->",
        "US$5-US$6 and @handle",
    ],
)
def test_words_read_the_same_after_rendering(record: Make, text: str) -> None:
    claim = record(text=text, kind=Kind.INDIRECT)
    assert read("".join(markdown_quotes([claim])))[0] == ("paragraph_open", text.strip())


@given(text=st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~&;:=@$^\"'/ a1é"), min_size=1))
def test_no_mixture_of_special_characters_changes_the_words(record: Make, text: str) -> None:
    words = " ".join(text.split()) or "-"
    blocks = read("".join(markdown_quotes([record(text=words, kind=Kind.MIXED, speaker=words)])))
    assert blocks[0] == ("paragraph_open", words)
    assert blocks[1][0] == "paragraph_open"
    assert blocks[1][1].startswith(f"— {words}, 2022-10-31, Harbour Post")


@pytest.mark.parametrize("url", ["https://a.example/b_(c)*d*", "https://a.example/?a=1&copy;=2"])
def test_the_link_leads_to_the_address_as_it_is(record: Make, url: str) -> None:
    tokens = _READER.parse("".join(markdown_quotes([record(url=url)])))
    links = [
        child.attrs["href"]
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    assert links == [url]


def test_an_address_that_is_not_of_the_web_is_no_link(record: Make) -> None:
    assert "](" not in "".join(markdown_quotes([record(url="javascript:alert(1)")]))
