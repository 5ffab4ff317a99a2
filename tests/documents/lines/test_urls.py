"""Addresses: found whole, mended where broken."""

import pytest

from quotecli.documents.lines.urls import outlet_of, read_url

WHOLE = "https://www.example.org/2024/08/19/river-deal-was-close-a86068"


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"<{WHOLE}>",
        f"[the article]({WHOLE})",
        f"[{WHOLE}](<{WHOLE}>)",
        "https://www.example.org/2024/08/19/river-de al-was-close-a86068",
        "https://www.example.org/2024/08/19/river-deal-\nwas-close-a86068",
        "<https://www.example.org/2024/08/19/river-de\n\nal-was-close-a86068>",
        f"{WHOLE} (accessed 5 May 2021)",
        f"  {WHOLE}.  ",
    ],
)
def test_an_address_is_read_whole(text: str) -> None:
    assert read_url(text) == WHOLE


@pytest.mark.parametrize(
    "text",
    [
        "", "www.example.org", "ftp://example.org/a", "see https://example.org/a", "https://",
        "https://example.org/a and more", "https://example.org/a https://example.org/b",
        "<https://example.org/a", "https://[::1", "mailto:a@example.org", "https://localhost/a",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_none(text: str) -> None:
    assert read_url(text) is None


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://news.example.co.uk:8080/a", "example.co.uk"),
        ("HTTPS://WWW.EXAMPLE.COM", "example.com"),
        ("http://10.0.0.1/a", None),
        ("nonsense", None),
    ],
)
def test_the_outlet_is_the_registered_domain(url: str, outlet: str | None) -> None:
    assert outlet_of(url) == outlet
