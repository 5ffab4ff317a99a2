"""Addresses of articles: mending broken ones, and the outlet that an address names."""

import re
from urllib.parse import urlsplit

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_LINK = re.compile(r"\[[^\]\n]*\]\(<?(https?://[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*)>?\)")
_ADDRESS_CHARS = re.compile(r"[\w.~%/?#&=+,;:@!$'*()\[\]-]+")
# What a piece cut off an address has and a plain word has not.
_CUT_OFF = re.compile(r"[-/=%_&?#\d]|\.\w")
_LONGEST = 4000


def starts_address(text: str) -> bool:
    """Tell whether a text begins with an address, bare or in angle brackets."""
    return _SCHEME.match(text.removeprefix("<")) is not None


def continues_address(word: str) -> bool:
    """Tell whether a single word may be the rest of an address broken before it."""
    word = word.removesuffix(">")
    return (
        _ADDRESS_CHARS.fullmatch(word) is not None
        and _CUT_OFF.search(word) is not None
        and not starts_address(word)
    )


def read_url(text: str) -> str | None:
    """Read a text that is one address and nothing more, and mend it.

    The address may stand bare, in angle brackets or as a Markdown link, and may have been broken
    by white space inside. A remark in brackets after it is passed over.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    if link := _LINK.fullmatch(text):
        return _checked(link[1])
    if text.startswith("<"):
        inside, closed, _ = text[1:].partition(">")
        return _checked("".join(inside.split())) if closed and starts_address(inside) else None
    return _read_bare(text.split())


def outlet_of(url: str) -> str | None:
    """Give the registered domain of an address ("bbc.co.uk"); ``None`` where it has none."""
    from tld import get_fld

    domain: str | None = get_fld(url, fail_silently=True)
    return domain


def _read_bare(words: list[str]) -> str | None:
    if not words or not starts_address(words[0]):
        return None
    rest = words[1:]
    if rest and rest[0].startswith(("(", "[", "|")):
        rest = []
    if rest and not continues_address(rest[-1]):
        return None
    if not all(_ADDRESS_CHARS.fullmatch(word) and not starts_address(word) for word in rest):
        return None
    return _checked("".join([words[0], *rest]))


def _checked(url: str) -> str | None:
    url = url.rstrip(".,;")
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return url if host and "." in host else None
