"""The units of a text: its paragraphs, headings, list items and lines about the article."""

from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from quotecli.documents.lines.notes import Note, read_notes
from quotecli.documents.paragraphs.groups import Line, LineKind, line_groups
from quotecli.documents.paragraphs.markup import Hole, find_definitions, find_holes
from quotecli.documents.paragraphs.pieces import seen_text, visible_pieces
from quotecli.documents.paragraphs.wrapping import paragraphs
from quotecli.model import Span


class Form(Enum):
    """What a unit is marked as in the file."""

    PROSE = "prose"
    QUOTED = "quoted"  # a paragraph of a block quote
    HEADING = "heading"
    ITEM = "item"  # of a list, or a row of a table


class Unit(NamedTuple):
    """One paragraph, heading, list item or line about the article.

    ``pieces`` are what a reader sees of the file, ``text`` the same as one line, ``notes`` what
    it says about the article where it says nothing else. ``level`` counts for headings.
    """

    form: Form
    level: int
    pieces: tuple[Span, ...]
    text: str
    notes: tuple[Note, ...] = ()


def split_units(text: str, start: int = 0, *, markdown: bool = False) -> list[Unit]:
    """Split ``text[start:]`` into its units, in order.

    Args:
        text: the whole file.
        start: where its front matter ends.
        markdown: whether a single line break by itself never ends a paragraph.
    """
    definitions = find_definitions(text)
    labels = frozenset(definitions.values())
    groups = list(line_groups(text, start, definitions))
    return [
        unit
        for lines in paragraphs(text, groups, markdown=markdown)
        for unit in _units(text, lines, labels)
    ]


def _units(text: str, lines: list[Line], labels: frozenset[str]) -> Iterator[Unit]:
    """Make the unit of some lines; several where ``<br>`` glues what a reader sees apart."""
    first = lines[0]
    holes: list[Hole] = []
    for line, following in pairwise(lines):
        if following.depth:  # the ">" before each line of quoted text
            quoting = text.find(">", line.end, following.start)
            holes.append(Hole(quoting, following.start))
    holes = sorted([*holes, *find_holes(text, first.start, lines[-1].end, labels)])
    form, level = Form.PROSE, 0
    if first.kind is LineKind.HEADING:
        form, level = Form.HEADING, len(first.mark)
    elif first.kind in {LineKind.BULLET, LineKind.NUMBER, LineKind.ROW}:
        form = Form.ITEM
    elif first.depth:
        form = Form.QUOTED
    for pieces in visible_pieces(text, Span(first.start, lines[-1].end), holes):
        seen = seen_text(text, pieces)
        if seen:
            raw = text[first.start : lines[-1].end] if holes else None
            yield Unit(form, level, pieces, seen, read_notes(seen, raw))
