"""Bytes to articles: picks the reader for each file."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath

from quotecli.documents.binary import refuse_binary
from quotecli.documents.decode import Decoded, decode, has_byte_order_mark
from quotecli.documents.html import declared_charset, read_html
from quotecli.documents.jsonl import read_jsonl
from quotecli.documents.plain import read_plain
from quotecli.errors import ReadError
from quotecli.model import Article, Metadata, Problem

Reader = Callable[[Decoded, str | None, Metadata], Iterator[Article | Problem]]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_plain,
    ".markdown": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
}
"""The reader for each extension, lower case; all have the same signature."""

_NOTHING_GIVEN = Metadata()
_PAGE_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SNIFFED = 4000  # characters in which a page says that it is one


def read_articles(
    data: bytes, path: str | None, given: Metadata = _NOTHING_GIVEN
) -> Iterator[Article | Problem]:
    """Read one file, or standard input, as articles.

    The extension picks the reader; where it says nothing, the content does. A text file that is
    in truth a saved page is read as a page.

    Args:
        data: the whole file.
        path: where it is, for the articles' ``path``; ``None`` for standard input.
        given: what the user says of the article, before anything found in it.

    Returns:
        The articles in order, and a ``Problem`` for each line of JSON that is none. Decoding and
        the format are checked at once, not at the first article.

    Raises:
        ReadError: the file is empty or no text, or no article is in it.
    """
    name = path if path is not None else "standard input"
    if not has_byte_order_mark(data):
        refuse_binary(data, name)
    # A text that names a charset as a page does, and is not UTF-8, is a page or one's source.
    decoded = decode(data, declared_charset(data))
    if not decoded.text.strip():
        raise ReadError(f"{name} is empty", "give a file with an article in it")
    return _pick(decoded.text, path, name)(decoded, path, given)


def _pick(text: str, path: str | None, name: str) -> Reader:
    reader = READERS.get(PurePath(path).suffix.lower()) if path is not None else None
    if reader in {None, read_plain} and _PAGE_START.match(text, 0, _SNIFFED):
        return read_html
    return reader or _sniff_json(text, name) or read_plain


def _sniff_json(text: str, name: str) -> Reader | None:
    """Take text for JSON lines where its first line is an object."""
    head = text.lstrip()
    if not head.startswith(("{", "[")):
        return None
    if isinstance(_json(head.partition("\n")[0]), dict):
        return read_jsonl
    if _json(text) is None:
        return None
    raise ReadError(f"{name} is JSON, but not one object per line", "convert it with: jq -c '.[]'")


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
