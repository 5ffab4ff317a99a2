"""Bytes to text: which encoding a file is in, and what to say when it is not UTF-8.

Nothing but the byte order mark is left out, and line ends stay as they are: offsets into the
text count the code points of the file.
"""

import codecs
import re
import string
import unicodedata
from typing import NamedTuple

from quotecli.errors import ReadError
from quotecli.model import Problem

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What text in Latin letters is likely to be in, likeliest first; ties go to the earlier.
_LATIN = ("cp1252", "cp1250", "iso8859_2", "mac_roman")
_OTHERS = (
    "cp1251 koi8_r iso8859_5 cp1253 cp1254 cp1255 cp1256 cp1257 cp932 euc_jp gb18030 big5 euc_kr"
).split()
_NAMES = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "iso8859_2": "ISO 8859-2",
    "mac_roman": "Mac Roman",
    "koi8_r": "KOI8-R",
}
_AT_HOME_BESIDE_LETTERS = frozenset("“”„‘’‚‹›«»–—…•·†‡®™©ªº°\u00a0\u00ad")
_ASCII = bytes(range(0x80))
_LETTERS = string.ascii_letters.encode()
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_STRAY = re.compile("[\udc80-\udcff]")  # how "surrogateescape" marks a byte that is not UTF-8


class Decoded(NamedTuple):
    """A text, and what was odd about reading it."""

    text: str
    problems: tuple[Problem, ...] = ()


def has_byte_order_mark(data: bytes) -> bool:
    """Tell whether the first bytes name the encoding."""
    return any(data.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a file.

    Args:
        data: the whole file.
        declared: the encoding that the document itself names, if it does.

    Raises:
        ReadError: a byte order mark promises UTF-16 or UTF-32 and the bytes are not.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if declared is not None and (text := _decode_declared(data, declared)) is not None:
        return Decoded(text)
    return _mend_utf8(data) or _detect(data)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _mend_utf8(data) or _detect(data)
        name = encoding[:6].upper()
        raise ReadError(
            f"the file begins as {name} and is damaged further on", "save it again as UTF-8"
        ) from None


def _decode_declared(data: bytes, declared: str) -> str | None:
    """Decode by the page's own word; ``None`` where that is unknown or wrong."""
    try:
        encoding = codecs.lookup(declared).name
        if encoding == "iso8859-1":  # browsers read that label as the larger set, and so do pages
            encoding = "cp1252"
        return data.decode(encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _mend_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 into which a few bytes of another encoding were pasted.

    ``None`` where most of the bytes above 127 are not UTF-8, so that another encoding is likelier.
    """
    text = data.decode("utf-8", errors="surrogateescape")
    strays = len(_STRAY.findall(text))
    if strays >= len(_NOT_ASCII.findall(text)) - strays:
        return None
    text = _STRAY.sub(lambda m: bytes([ord(m[0]) & 0xFF]).decode("cp1252", "replace"), text)
    count = "1 byte" if strays == 1 else f"{strays} bytes"
    problem = Problem("encoding", f"read as UTF-8, {count} in it as windows-1252")
    return Decoded(text, (problem,))


def _detect(data: bytes) -> Decoded:
    encoding = _likely_latin(data) or _ask_detector(data)
    text = data.decode(encoding, errors="replace")
    name = _NAMES.get(encoding, encoding.upper().replace("_", "-"))
    return Decoded(text, (Problem("encoding", f"read as {name}, not UTF-8"),))


def _likely_latin(data: bytes) -> str | None:
    """Give the encoding in which a text in Latin letters reads best; ``None`` for no such text.

    General detectors need paragraphs of accented letters; an English article has a few quotation
    marks, and taking those for another set loses quotations.
    """
    high = len(data.translate(None, _ASCII))
    letters = len(data) - len(data.translate(None, _LETTERS))
    if high > letters:
        return None
    best, fewest = None, high // 4 + 1
    for encoding in _LATIN:
        try:
            odd = _count_oddities(data.decode(encoding))
        except UnicodeDecodeError:
            continue
        if odd < fewest:
            best, fewest = encoding, odd
    return best


def _count_oddities(text: str) -> int:
    """Count what a wrong encoding leaves behind: symbols in words, capitals after small letters."""
    odd = 0
    for match in _NOT_ASCII.finditer(text):
        at, char = match.start(), match[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char.isalpha():
            odd += (char.isupper() and before.islower()) or (char.islower() and after.isupper())
            odd += before > "\x7f" and before.isalpha() and after > "\x7f" and after.isalpha()
        elif unicodedata.category(char) == "Cc":
            odd += 1
        elif char not in _AT_HOME_BESIDE_LETTERS:
            odd += before.isalpha() or after.isalpha()
    return odd


def _ask_detector(data: bytes) -> str:
    from charset_normalizer import from_bytes

    match = from_bytes(data, cp_isolation=[*_LATIN, *_OTHERS]).best()
    return match.encoding if match is not None else "cp1252"
