"""What of an article may reach a terminal: foreign text and foreign addresses made harmless."""

import re

# One set for every output: characters that a terminal obeys (C0, DEL, C1), that reorder what
# stands around them (the bidirectional controls), that nobody can see, or that no encoding holds
# (lone surrogates). Not in it, because words are written with them: combining marks, the joiners
# U+200C and U+200D (Persian, the Indic scripts, emoji), variation selectors, and the format
# characters that have a shape of their own (Arabic, Syriac and Kaithi number signs, Egyptian
# joiners). A test compares the set with Unicode's categories.
HIDDEN = (
    "\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff"
)
_HIDDEN = re.compile(f"[{HIDDEN}]")
# A browser shows nothing for a soft hyphen inside a line; terminals differ on its width.
_READ_AS = {"\n": " ", "\t": " ", "\u00ad": ""}

# RFC 3986: what may stand in an address as it is.
_NOT_IN_URL = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)


def visible(text: str) -> str:
    r"""Write characters that a terminal would obey or hide as escapes (``\x1b``, ``\u202e``).

    Line feed and tab become a space and a soft hyphen nothing. Each character is judged by
    itself, so ``visible(a + b) == visible(a) + visible(b)``; text without such characters comes
    back unchanged.
    """
    if text.isprintable():  # by far the commonest case; all hidden characters are unprintable
        return text
    return _HIDDEN.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    char = match.group()
    shown = _READ_AS.get(char)
    return escaped(char) if shown is None else shown


def escaped(char: str) -> str:
    r"""Give one character as Python writes it in a string: ``\xNN``, ``\uNNNN``, ``\UNNNNNNNN``."""
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def safe_link(url: str | None) -> str | None:
    """Give ``url`` as a terminal may be told to open it, or ``None`` where it must not.

    Only web addresses pass, and none with a blank or control character; what may not stand in an
    address is percent-encoded, so the result is plain printable ASCII.
    """
    if url is None or _WEB.match(url) is None:
        return None
    if any(char.isspace() or ord(char) < 0x20 or 0x7F <= ord(char) <= 0x9F for char in url):
        return None
    try:
        return _NOT_IN_URL.sub(_percent_encoded, url)
    except UnicodeEncodeError:  # a lone surrogate has no bytes
        return None


def _percent_encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode())
