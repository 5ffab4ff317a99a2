"""What is computed when writing, only so that a statement or article can be found again."""

import re
import unicodedata
from urllib.parse import urlsplit

from quotecli.model import Metadata
from quotecli.text.normalise import fold

_WORD = re.compile(r"\w+")
# Words from their beginning and without a step back: one of 100,000 letters would take minutes.
_HYPHENED = re.compile(r"(?<!\w)\w++(?:[-\u2010\u2011\u00ad]\w++)+")


def site_of(metadata: Metadata) -> str:
    """Give outlet and host of the URL, folded, one per line."""
    try:
        host = urlsplit(metadata.url or "").hostname or ""
    except ValueError:  # "http://[" is no URL
        host = ""
    return f"{fold(metadata.outlet or '')}\n{fold(host)}"


def variants_of(text: str) -> str | None:
    """Give words of a text as they might be written otherwise and the full-text index cannot tell.

    Hyphened words are joined ("ceasefire" for "cease-fire"), and letters that Unicode does not
    decompose are written plain ("lukasz" for "Łukasz"). None where there is no such word.
    """
    joined = [re.sub(r"\W", "", fold(match)) for match in _HYPHENED.findall(text)]
    plain = () if text.isascii() else _otherwise(text)
    return " ".join(dict.fromkeys((*joined, *plain))) or None


def _otherwise(text: str) -> list[str]:
    return [
        folded
        for word in _WORD.findall(text)
        if not word.isascii() and (folded := fold(word)) != _without_marks(word)
    ]


def _without_marks(word: str) -> str:
    """Fold a word as far as the full-text index does by itself."""
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))
