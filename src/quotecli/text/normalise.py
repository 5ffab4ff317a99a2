"""Folding: what counts as the same when texts are compared, never what is shown."""

import unicodedata

# Letters that Unicode does not decompose, as the news agencies write them without the mark.
_UNDECOMPOSED = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "e",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "–": "-",
        "\u00ad": None,
    }
)


def fold(text: str) -> str:
    """Give ``text`` without case, accents and variants of hyphen and apostrophe.

    The length may change: a folded text is for comparing, not for offsets.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold().translate(_UNDECOMPOSED)
    again = unicodedata.normalize("NFKD", decomposed)  # case folding may compose: "ΐ"
    return "".join(c for c in again if not unicodedata.combining(c)).translate(_UNDECOMPOSED)
