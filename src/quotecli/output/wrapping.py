"""Where a text is broken into lines. Nothing but blanks at the break is ever left out.

Rich can wrap, too, but it cuts a long name at any letter, breaks at no-break spaces and may crop
a line whose characters it measures differently in pieces than as a whole.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from quotecli.model import Span

_WIDENS = "\ufe0f"  # asks for the emoji form of the character before, which may be wider
# Blanks at which a line may end: not the no-break ones (U+00A0, U+2007, U+202F).
_WORD = re.compile("[^ \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_BREAKS_AFTER = "-–—./_?&="  # where a word that is longer than a line breaks best


def columns(text: str) -> int:
    """Count the columns of a terminal that ``text`` takes at most, however it is cut up."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(cell_len, text)) + text.count(_WIDENS)


def line_spans(text: str, width: int) -> Iterator[Span]:
    """Yield the lines of ``text``, none wider than ``width`` columns (two at least).

    Lines end at blanks; a word longer than a line is continued on the next one. Blanks at the
    ends of lines belong to no span; a text of nothing else gives none.
    """
    start = end = used = 0
    for word in _WORD.finditer(text):
        between = columns(text[end : word.start()])
        size = columns(word.group())
        if end and used + between + size <= width:
            end, used = word.end(), used + between + size
            continue
        if end:
            yield Span(start, end)
        start, end = word.span()
        while size > width:
            cut = _cut(text, start, width)
            yield Span(start, cut)
            size -= columns(text[start:cut])
            start = cut
        used = size
    if end > start:
        yield Span(start, end)


def _cut(text: str, start: int, width: int) -> int:
    """Find where the word at ``start``, longer than a line, is best continued on the next."""
    used, cut, at = 0, start, start
    while (used := used + columns(text[at])) <= width:
        at += 1
        if text[at - 1] in _BREAKS_AFTER and used >= width // 3:
            cut = at
    return cut if cut > start else at
