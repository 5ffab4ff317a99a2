"""What of an article may reach a terminal."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.output.terminal import HIDDEN, safe_link, visible

ANY_TEXT = st.text(st.characters())

# Format characters that words are written with: the joiners, and those with a shape of their own.
SHOWN_FORMAT_CHARACTERS = frozenset(
    map(
        chr,
        [
            *range(0x600, 0x606),
            0x6DD,
            0x70F,
            0x890,
            0x891,
            0x8E2,
            0x200C,
            0x200D,
            0x110BD,
            0x110CD,
            *range(0x13430, 0x13440),
        ],
    )
)


def test_every_control_surrogate_and_separator_is_hidden_and_every_format_character_judged() -> (
    None
):
    hidden = re.compile(f"[{HIDDEN}]")
    wrong = [
        f"U+{ord(char):04X}"
        for char in map(chr, range(sys.maxunicode + 1))
        if (category := unicodedata.category(char)) in {"Cc", "Cs", "Zl", "Zp", "Cf"}
        and (hidden.match(char) is None) != (category == "Cf" and char in SHOWN_FORMAT_CHARACTERS)
    ]
    assert wrong == []


@given(ANY_TEXT)
def test_what_is_shown_has_nothing_that_a_terminal_obeys_or_hides(text: str) -> None:
    assert re.search(f"[{HIDDEN}]", visible(text)) is None


@given(ANY_TEXT)
def test_harmless_text_comes_back_unchanged(text: str) -> None:
    harmless = re.sub(f"[{HIDDEN}]", "", text)
    assert visible(harmless) == harmless


@given(ANY_TEXT, ANY_TEXT)
def test_each_character_is_judged_by_itself(one: str, other: str) -> None:
    assert visible(one + other) == visible(one) + visible(other)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("over\rwritten", r"over\x0dwritten"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("\U000e0041", r"\U000e0041"),
        ("\udc80", r"\udc80"),
        ("two\nlines\tof it", "two lines of it"),
        ("parlia\u00adment", "parliament"),
    ],
)
def test_a_hidden_character_is_written_as_its_escape(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    ["cafe\u0301", "می\u200cخواهم", "👩\u200d👩\u200d👧", "☀\ufe0f", "10\u00a0km", "नमस्ते", r"\x1b"],
)
def test_combining_marks_joiners_and_variation_selectors_stay(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/b?c=d&e=(f)#g", "https://a.example/b?c=d&e=(f)#g"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("https://a.example/é|\u202e", "https://a.example/%C3%A9%7C%E2%80%AE"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https:///path", None),
        (" https://a.example", None),
        ("https://a.example/a b", None),
        ("https://a.example/\x1b\\", None),
        ("https://a.example/\u2028", None),
        ("https://a.example/\udc80", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_clean_web_address_becomes_a_link(url: str | None, link: str | None) -> None:
    assert safe_link(url) == link


@given(ANY_TEXT)
def test_a_link_is_printable_ascii_without_blanks(tail: str) -> None:
    link = safe_link("https://a.example/" + tail)
    assert link is None or re.fullmatch(r"[!-~]+", link)
