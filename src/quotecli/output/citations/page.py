"""References as a person reads them, each below the words that are cited: ``cite ID``."""

import re
from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.cards import card
from quotecli.output.citations.prose import Reference
from quotecli.output.citations.source import Source
from quotecli.output.painting import ITALIC, MEASURE, paint_lines
from quotecli.output.wrapping import columns

_HANGING = "    "


def render_citations(
    cited: Iterable[tuple[Source, Sequence[Record]]],
    style: Callable[[Source], Reference],
    *,
    width: int | None,
    colour: bool,
    links: bool,
) -> str:
    """Give each article's statements with their speakers, and below them its reference.

    Args:
        cited: articles, each with the statements cited from it.
        style: makes the reference.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used; without them italics are lost.
        links: whether the terminal opens links (OSC 8).
    """
    lines: list[Text] = []
    for source, records in cited:
        if lines:
            lines += [Text(), Text()]
        for record in records:
            lines += _quotation(record, width)
            lines.append(Text())
        reference = Text()
        for run in style(source):
            reference.append(run.text, ITALIC if run.italic else "")
        lines += _hung(reference, None if width is None else min(width, MEASURE))
    return paint_lines(lines, colour=colour, links=links)


def _hung(reference: Text, measure: int | None) -> Iterable[Text]:
    """Break a reference into lines, but no address, so that it can be copied."""
    if measure is None:
        yield reference
        return
    start = end = 0
    for word in re.finditer(r"\S+", reference.plain):
        indent = _HANGING if start else ""
        if end > start and columns(indent + reference.plain[start : word.end()]) > measure:
            yield Text(indent).append_text(reference[start:end])
            start = word.start()
        end = word.end()
    yield Text(_HANGING if start else "").append_text(reference[start:end])


def _quotation(record: Record, width: int | None) -> Iterable[Text]:
    day, note = wording.dating(record)
    facts = (
        cells.speaker(record, unknown=wording.NOBODY),
        Text(day),
        cells.faint(note),
        cells.faint(wording.kind_note(record)),
        cells.identifier(record),
        cells.faint(wording.basis(record)),
    )
    return card(cells.statement(record), facts, url=None, width=width)
