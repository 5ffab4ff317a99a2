"""Where sentences end, well enough to show what stands around a statement."""

import re
from collections.abc import Iterator

from quotecli.model import Span
from quotecli.text.abbreviations import ABBREVIATED

_CLOSING = "\"”’'»)\\]"
_OPENING = "\"“‘'«(\\["
_BOUNDARY = re.compile(rf"[.!?…][{_CLOSING}]*(\s+)(?=[{_OPENING}]*[A-Z0-9À-Þ])")
_ABBREVIATED = re.compile(rf"(?:\b(?:{ABBREVIATED})|\b[A-Z]|\b[A-Z](?:\.[A-Z])+)\.")
_LONGEST = 12  # characters of an abbreviation, and those behind it that tell


def sentence_spans(text: str) -> Iterator[Span]:
    """Cut a paragraph into sentences, in order; the white space between them belongs to none."""
    start = 0
    for match in _BOUNDARY.finditer(text):
        end = match.start(1)
        if _is_abbreviated(text, start, end):
            continue
        yield Span(start, end)
        start = match.end(1)
    if text[start:].strip():
        yield Span(start, start + len(text[start:].rstrip()))


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    near = _ABBREVIATED.finditer(text, max(start, end - _LONGEST), end + _LONGEST)
    return any(found.end() == end for found in near)
