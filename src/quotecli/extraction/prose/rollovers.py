"""What a page puts behind a linked name: "President Roe James RoePort shut Sea calm MORE said".

Some papers hang a box on the name of everybody they write of, with the full name and titles of
other articles. Where mark-up is lost its words stand in the sentence, the first ones glued.
"""

import re
from collections.abc import Iterator, Sequence

from quotecli.model import Span

_LONGEST = 500  # characters of titles
_BOX = re.compile(
    r"\b(?P<name>[A-Z][\w'’-]+)"  # "Roe", which ends the full name once more
    r"(?P<box> (?:[(\"“]?[A-Z][\w.'’-]*[)\"”]? ){1,5}?(?P=name)"
    rf"(?:MORE|[A-Z\d\"“'‘](?:[^\n]{{0,{_LONGEST}}}?) ?\bMORE)\b)"
)


def without_boxes(text: str, pieces: Sequence[Span]) -> Iterator[Span]:
    """Give the pieces of a block without the boxes in it.

    Args:
        text: the article's text.
        pieces: the block's spans of it, ascending.
    """
    seen = "".join(text[start:end] for start, end in pieces)
    boxes = [m.span("box") for m in _BOX.finditer(seen)] if "MORE" in seen else []
    offset = 0  # of the piece in ``seen``
    for start, end in pieces:
        shift = start - offset
        offset += end - start
        at = start
        for box in boxes:
            first, last = max(box[0] + shift, at), min(box[1] + shift, end)
            if first < last:
                if at < first:
                    yield Span(at, first)
                at = last
        if at < end:
            yield Span(at, end)
