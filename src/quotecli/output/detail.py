"""One statement with all that is known of it, and where it stands: ``show ID``."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from quotecli.model import Block, BlockKind, Kind, Record
from quotecli.output import cells, wording
from quotecli.output.excerpt import Paragraph, Role, excerpt
from quotecli.output.painting import (
    CUE,
    FAINT,
    HEADING,
    MEASURE,
    MENTION,
    SOURCE,
    STATEMENT,
    linked,
    paint_lines,
    wrapped,
)
from quotecli.output.terminal import safe_link, visible

_KINDS = {
    Kind.DIRECT: "direct quotation",
    Kind.MIXED: "mixed: the reporter's words with quoted words inside",
    Kind.INDIRECT: "claim: reported without quotation marks",
}
_STYLES = {Role.STATEMENT: STATEMENT, Role.MENTION: MENTION, Role.CUE: CUE, Role.REST: ""}
_BRACKETS = {
    Role.STATEMENT: ("⟦", "⟧"),
    Role.MENTION: ("⟨", "⟩"),
    Role.CUE: ("‹", "›"),
    Role.REST: ("", ""),
}
_LABEL = 12  # columns of the labels, the blank after them included


def render_detail(
    record: Record,
    text: str,
    blocks: Sequence[Block],
    *,
    width: int | None,
    colour: bool,
    links: bool,
    context: int = 0,
    updated: str | None = None,
    why: Sequence[str] = (),
) -> str:
    """Give one statement with its origin and its paragraph, its parts marked.

    Args:
        record: the statement.
        text: the article's text, into which spans and blocks point.
        blocks: all blocks of the article.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used; if not, brackets stand around the parts.
        links: whether the terminal opens links (OSC 8).
        context: how many blocks more to show before and after.
        updated: the day of the article's last change, where it is known.
        why: sentences that explain the record, to be shown below.
    """
    measure = None if width is None else min(width, MEASURE)
    lines = list(_facts(record, updated, measure))
    paragraphs = excerpt(record, text, blocks, context=context)
    for paragraph in paragraphs:
        lines.append(Text())
        if paragraph.gap:
            lines += [Text("  …", FAINT), Text()]
        lines += wrapped(_paragraph(paragraph, colour), measure, first="  ", rest="  ")
    lines += [Text(), *wrapped(_legend(paragraphs, colour), measure, first="  ", rest="  ")]
    if why:
        lines += [Text(), Text("Why", HEADING)]
    for sentence in why:
        lines += wrapped(Text(sentence), measure, first="  ", rest="  ")
    return paint_lines(lines, colour=colour, links=links)


def _facts(record: Record, updated: str | None, measure: int | None) -> Iterator[Text]:
    url = safe_link(record.url)
    for label, value in (
        ("Speaker", cells.speaker(record)),
        ("", cells.faint(wording.basis(record))),
        ("Said", Text(_said(record))),
        ("Published", Text(wording.known(record.published))),
        ("Updated", Text(visible(updated)) if updated is not None else None),
        ("Outlet", Text(wording.known(record.outlet))),
        ("Title", Text(wording.known(record.title))),
        ("Author", Text(wording.known(record.author))),
        ("URL", linked(Text(wording.known(record.url), SOURCE if url else ""), url)),
        ("File", Text(wording.known(record.path))),
        ("ID", Text(visible(record.id))),
        ("Kind", Text(_KINDS[record.kind])),
        ("Confidence", Text(f"{record.confidence:.2f}")),
    ):
        # An address is never broken, so that it can be copied.
        room = None if label == "URL" else measure
        yield from _fact(label, value, room)
    for number, other in enumerate(record.also):
        other_url = safe_link(other.url)
        name = wording.known(other.outlet)
        where = cells.joined(
            linked(Text(name, SOURCE if other_url else ""), other_url),
            Text(wording.known(other.published)),
            cells.faint(visible(other.id)),
        )
        yield from _fact("" if number else "Also in", where, measure)
        if other.url:
            yield from _fact("", Text(visible(other.url), FAINT), None)


def _fact(label: str, value: Text | None, measure: int | None) -> Iterator[Text]:
    if value is None:
        return
    indent = " " * _LABEL
    for number, line in enumerate(wrapped(value, measure, first=indent, rest=indent)):
        if number:
            yield line
        else:
            yield Text().append(label.ljust(_LABEL), FAINT).append_text(line[_LABEL:])


def _said(record: Record) -> str:
    if record.said_on is not None:
        return visible(record.said_on)
    earlier = record.date is None and record.published is not None
    return "earlier, without a date" if earlier else "not stated"


def _paragraph(paragraph: Paragraph, colour: bool) -> Text:
    text = Text(style=HEADING if paragraph.kind in {BlockKind.TITLE, BlockKind.HEADING} else "")
    for words, role in paragraph.runs:
        text.append_text(_marked(words, role, colour))
    return text


def _marked(words: str, role: Role, colour: bool) -> Text:
    opening, closing = ("", "") if colour else _BRACKETS[role]
    return Text(f"{opening}{words}{closing}", _STYLES[role])


def _legend(paragraphs: Iterable[Paragraph], colour: bool) -> Text:
    """Say how the parts are marked, of those that there are."""
    found = {run.role for paragraph in paragraphs for run in paragraph.runs}
    return Text("  ").join(
        _marked(role.name.lower(), role, colour)
        for role in _BRACKETS
        if role in found - {Role.REST}
    )
