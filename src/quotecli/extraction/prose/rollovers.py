"""What a page puts behind a linked name: "President Roe James RoePort shut Sea calm MORE said".

Some papers hang a box on the name of everybody they write of, with the full name and titles of
other articles. Where mark-up is lost its words stand in the sentence, the first ones glued.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotecli.model import Span

_LONGEST = 500  # characters of titles
_NAMES = re.compile(
    r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]++)"  # "Roe", which ends the full name once more
    r"(?P<full> (?:[(\"“]?[A-Z][\w.'’-]*+[)\"”]? ){1,5}?(?P=name))"
    r"(?:(?P<glued>MORE\b)|(?=[A-Z\d\"“]))"
)
_MORE = re.compile(r"\bMORE\b")
# No titles: a line, a sentence or a quotation ends, or a link: "READ MORE". "Gov. Roe" goes on.
_PROSE = re.compile(
    r"\n|[a-z]{4}[.!?] [A-Z]|[,.!?][\"”]|\b(?:READ|LEARN|NO|SEE|FOR) MORE$", re.ASCII
)


def without_boxes(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Give the pieces of a block without the boxes in it.

    Args:
        text: the article's text.
        pieces: the block's spans of it, ascending.
    """
    seen = "".join(text[start:end] for start, end in pieces)
    boxes = list(_boxes(seen)) if "MORE" in seen else []
    number = 0  # of the first box that does not end before the piece
    offset = 0  # of the piece in ``seen``
    for start, end in pieces:
        shift = start - offset
        offset += end - start
        at = start
        while number < len(boxes) and boxes[number].start + shift < end:
            box = boxes[number]
            first, last = max(box.start + shift, at), min(box.end + shift, end)
            if first < last:
                if at < first:
                    yield Span(at, first)
                at = last
            if box.end + shift > end:
                break  # the next piece begins in it
            number += 1
        if at < end:
            yield Span(at, end)


def _boxes(text: str) -> Iterator[Span]:
    """Find the boxes in a block, from the names that stand near before each MORE."""
    ends = [found.end() for found in _MORE.finditer(text)]
    at = 0
    while (names := _NAMES.search(text, at)) is not None:
        start, behind = names.span("full")
        end = names.end() if names["glued"] else _end_of_titles(text, behind, ends)
        if end is not None:
            yield Span(start, end)
        at = start if end is None else end  # names that are no box may hold those of one


def _end_of_titles(text: str, start: int, ends: Sequence[int]) -> int | None:
    """Give where the first MORE behind the names ends, if only titles stand before it.

    Args:
        text: the block's text.
        start: where the titles begin.
        ends: where the words MORE end, ascending.
    """
    at = bisect_left(ends, start + 1)
    if at == len(ends) or ends[at] - start > _LONGEST:
        return None
    return None if _PROSE.search(text, start, ends[at]) else ends[at]
