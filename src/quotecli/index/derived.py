"""What is computed when writing, only so that a statement or article can be found again."""

import hashlib
import re
from urllib.parse import urlsplit

from quotecli.model import Metadata
from quotecli.text.normalise import fold

_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 3  # a "Yes" in two articles is not the same statement


def site_of(metadata: Metadata) -> str:
    """Give outlet and host of the URL, folded, one per line."""
    try:
        host = urlsplit(metadata.url or "").hostname or ""
    except ValueError:  # "http://[" is no URL
        host = ""
    return f"{fold(metadata.outlet or '')}\n{fold(host)}"


def wording_of(text: str) -> int | None:
    """Give a 64-bit hash of a statement's words, or None where they are too few to compare.

    Case, accents, punctuation and quotation marks make no difference.
    """
    words = _WORD.findall(fold(text))
    if len(words) < _FEWEST_WORDS:
        return None
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
