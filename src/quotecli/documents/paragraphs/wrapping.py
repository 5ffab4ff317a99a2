"""Lines to paragraphs: one paragraph to a line, or hard-wrapped; which, the file itself shows."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotecli.documents.lines.endings import (
    closes_quotation,
    is_finished,
    quotation_open,
    starts_lower,
    starts_with_quotation,
)
from quotecli.documents.lines.notes import read_notes
from quotecli.documents.lines.urls import continues_address, starts_address
from quotecli.documents.paragraphs.groups import Line, LineKind

_WIDEST_WRAP = 120  # columns; longer lines are paragraphs
_NARROWEST_WRAP = 50
_RAGGED = 8  # how much shorter than it could be a wrapped line is at most
_ENOUGH_BREAKS = 4  # fewer line breaks inside groups show nothing about a whole file


def paragraphs(text: str, groups: Sequence[list[Line]], *, markdown: bool) -> Iterator[list[Line]]:
    """Divide groups of lines into paragraphs.

    Args:
        text: the whole file.
        groups: its lines, parted by blank ones.
        markdown: whether a single line break by itself never ends a paragraph.
    """
    groups = [part for group in groups for part in _set_apart(text, group)]
    widths = _wrap_widths(text, groups)
    for group in groups:
        yield from _divide(text, group, widths.get(group[0].depth), markdown=markdown)


def _wrap_widths(text: str, groups: Sequence[list[Line]]) -> dict[int, int]:
    """Give the width at which the file's lines are wrapped, by their depth of quoting.

    In a wrapped file nearly every line break inside a group stands where the next word would not
    have fitted. Depths at which lines are not wrapped are missing.
    """
    pairs: dict[int, list[tuple[Line, Line]]] = defaultdict(list)
    for group in groups:
        pairs[group[0].depth] += pairwise(group)
    widths = ((depth, _wrap_width(text, pairs[depth])) for depth in pairs)
    return {depth: width for depth, width in widths if width is not None}


def _wrap_width(text: str, pairs: Sequence[tuple[Line, Line]]) -> int | None:
    widths = [line.end - line.start for line, _ in pairs]
    narrow = [width for width in widths if width <= _WIDEST_WRAP]
    if len(pairs) < _ENOUGH_BREAKS or len(narrow) < 0.8 * len(pairs):
        return None
    width = max(narrow)
    full = sum(_is_full(text, line, following, width) for line, following in pairs)
    return width if width >= _NARROWEST_WRAP and full >= 0.75 * len(pairs) else None


def _is_full(text: str, line: Line, following: Line, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this line."""
    word = text[following.start : min(following.end, following.start + 40)].split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - _RAGGED


def _set_apart(text: str, group: list[Line]) -> Iterator[list[Line]]:
    """Part the lines about the article from its text, each with what is left of its address."""
    if len(group) == 1:
        yield group
        return
    begin = at = 0
    while at < len(group):
        if not _is_about_article(text, group[at]):
            at += 1
            continue
        if begin < at:
            yield group[begin:at]
        begin, at = at, at + 1
        while at < len(group) and _address_goes_on(text, group[begin], group[at]):
            at += 1
        yield group[begin:at]
        begin = at
    if begin < at:
        yield group[begin:at]


def _divide(
    text: str, group: list[Line], wrap: int | None, *, markdown: bool
) -> Iterator[list[Line]]:
    """Divide a group of lines into paragraphs."""
    if wrap is None and 1 < len(group) <= _ENOUGH_BREAKS:
        wrap = _own_width(text, group)
    lines = [group[0]]
    is_open = _ends_open(text, group[0], before=False)
    for line, following in pairwise(group):
        if not _begins_anew(text, lines[0], line, following) and (
            _address_goes_on(text, line, following)
            or _goes_on(text, line, following, wrap, is_open=is_open, markdown=markdown)
        ):
            lines.append(following)
        else:
            yield lines
            lines, is_open = [following], False
        is_open = _ends_open(text, following, before=is_open)
    yield lines


def _own_width(text: str, group: list[Line]) -> int | None:
    """Give the width of a short group that is wrapped by itself, in a file with few such groups."""
    width = max(line.end - line.start for line in group)
    if not 60 <= width <= _WIDEST_WRAP:
        return None
    pairs = pairwise(group)
    wrapped = all(
        _is_full(text, a, b, width) and not is_finished(text[a.end - 1 : a.end]) for a, b in pairs
    )
    return width if wrapped else None


def _ends_open(text: str, line: Line, *, before: bool) -> bool:
    return quotation_open(text[line.start : line.end], before=before)


def _is_about_article(text: str, line: Line) -> bool:
    return line.end - line.start <= 300 and bool(read_notes(text[line.start : line.end]))


def _address_goes_on(text: str, line: Line, following: Line) -> bool:
    """Tell whether an address is broken between two lines."""
    first, second = text[line.start : line.end], text[following.start : following.end]
    if " " in second or len(second) > 300 or not continues_address(second):
        return False
    at = first.find("http")
    return 0 <= at < 40 and starts_address(first[at:]) and " " not in first[at:]


def _begins_anew(text: str, first: Line, line: Line, following: Line) -> bool:
    """Tell whether a line begins a list item or an indented paragraph."""
    if following.kind in {LineKind.BULLET, LineKind.NUMBER}:
        return (
            following.kind is first.kind
            or following.indent > line.indent
            or text[line.end - 1] in ":.!?"
        )
    if first.kind in {LineKind.BULLET, LineKind.NUMBER}:
        return False
    return following.indent >= line.indent + 2


def _goes_on(
    text: str, line: Line, following: Line, wrap: int | None, *, is_open: bool, markdown: bool
) -> bool:
    """Tell whether a paragraph goes on over a line break."""
    end = text[max(line.start, line.end - 12) : line.end]
    begin = text[following.start : min(following.end, following.start + 12)]
    finished = is_finished(end)
    if is_open and not starts_with_quotation(begin):
        if not finished or closes_quotation(text[following.start : following.end]):
            return True
    elif not finished and starts_lower(begin):
        return True
    if wrap is not None:
        return _is_full(text, line, following, wrap)
    return markdown and not (finished and line.end - line.start > _WIDEST_WRAP)
