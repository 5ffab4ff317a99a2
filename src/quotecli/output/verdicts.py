"""Answers to "was this said?" for a person: the verdict, both wordings, what differs, the record.

What differs stands in ``⟦ ⟧`` in both wordings, with colour or without.
"""

from collections.abc import Iterator, Sequence

from rich.text import Text

from quotecli.model import Compared, Finding, Place, Record, Verdict, Verification
from quotecli.output import cells, wording
from quotecli.output.excerpt import Role, excerpt
from quotecli.output.painting import FAINT, MEASURE, SOURCE, linked, paint_lines, wrapped
from quotecli.output.terminal import safe_link, visible

_STYLES = {
    Verdict.VERBATIM: "bold green",
    Verdict.CUT: "bold yellow",
    Verdict.ALTERED: "bold red",
    Verdict.PARAPHRASE: "bold yellow",
    Verdict.OTHER_SPEAKER: "bold magenta",
    Verdict.NOT_FOUND: "bold",
}
_DIFFERENT = "bold red"
_LABEL = 10  # columns of the labels, the blanks around them included
_MOST_OTHERS = 8


def render_verdicts(
    answers: Sequence[Verification], *, width: int | None, colour: bool, links: bool
) -> str:
    """Give answers one below the other; of a single one the record's paragraph, too.

    Args:
        answers: what to show, in order.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
    """
    measure = None if width is None else min(width, MEASURE)
    lines: list[Text] = []
    for answer in answers:
        if lines:
            lines += [Text(), Text()]
        lines += _answer(answer, measure, is_only=len(answers) == 1)
    return paint_lines(lines, colour=colour, links=links)


def _answer(answer: Verification, measure: int | None, *, is_only: bool) -> Iterator[Text]:
    heading = cells.joined(
        Text(answer.verdict.upper(), _STYLES[answer.verdict]),
        cells.faint(f"line {answer.line}") if answer.line is not None else None,
        cells.faint(f"asked for {visible(answer.speaker)}") if answer.speaker else None,
    )
    yield from wrapped(heading, measure)
    best = answer.findings[0] if answer.findings else None
    if best is None:
        yield from _labelled("asked", Text(_in_marks(answer.query)), measure)
    else:
        yield from _finding(best, answer.query, measure)
    for note in answer.notes:
        yield from _labelled("", Text(visible(note)), measure)
    for place in answer.places:
        yield from _place(place, measure)
    if best is not None and is_only:
        yield from _context(best, measure)
    others = answer.findings[1:]
    for number, other in enumerate(others[:_MOST_OTHERS]):
        yield from _other(other, measure, label="" if number else "also")
    if len(others) > _MOST_OTHERS:
        more = f"+{len(others) - _MOST_OTHERS} more; --json has all"
        yield from _labelled("", Text(more, FAINT), measure)


def _finding(finding: Finding, query: str, measure: int | None) -> Iterator[Text]:
    if finding.differences:
        yield from _labelled("asked", _side(finding.comparison, of_record=False), measure)
        yield from _labelled("record", _side(finding.comparison, of_record=True), measure)
        for difference in finding.differences:
            yield from _labelled("", Text(f"• {visible(difference.note)}"), measure)
    else:
        yield from _labelled("asked", Text(_in_marks(query)), measure)
    for note in finding.notes:
        yield from _labelled("", Text(visible(note)), measure)
    yield from _origin(finding.record, measure)


def _origin(record: Record, measure: int | None) -> Iterator[Text]:
    yield from _labelled("by", cells.joined(*cells.facts(record)), measure)
    if record.title and record.outlet:  # else the title stands for the outlet
        yield from _labelled("", Text(visible(record.title)), measure)
    if record.url:
        address = linked(Text(visible(record.url), SOURCE), safe_link(record.url))
        yield from _labelled("", address, None)
    elif record.path:
        yield from _labelled("", Text(visible(record.path), FAINT), None)


def _other(finding: Finding, measure: int | None, label: str) -> Iterator[Text]:
    record = finding.record
    facts = cells.joined(
        Text(finding.verdict, _STYLES[finding.verdict]),
        cells.speaker(record, unknown=wording.NOBODY),
        Text(wording.dating(record).day),
        cells.source(record),
        cells.identifier(record),
    )
    yield from _labelled(label, facts, measure)
    shown = "; ".join(difference.note for difference in finding.differences)
    if shown:
        yield from _labelled("", Text(visible(shown), FAINT), measure)


def _place(place: Place, measure: int | None) -> Iterator[Text]:
    marks = "in quotation marks" if place.is_quoted else "without quotation marks"
    where = wording.known(", ".join(filter(None, (place.outlet, place.title))) or place.path)
    said = f"stands {marks} in an article, but not as a recorded statement: {where}"
    day = f" ({visible(place.published)})" if place.published else ""
    yield from _labelled("but", Text(said + day), measure)
    yield from _labelled("", Text(visible(place.context), FAINT), measure)
    if place.url:
        address = linked(Text(visible(place.url), SOURCE), safe_link(place.url))
        yield from _labelled("", address, None)


def _context(finding: Finding, measure: int | None) -> Iterator[Text]:
    for paragraph in excerpt(finding.record, finding.text, finding.blocks):
        text = Text()
        for words, role in paragraph.runs:
            text.append(f"⟦{words}⟧" if role is Role.STATEMENT else words, _role_style(role))
        yield Text()
        yield from wrapped(text, measure, first="  ", rest="  ")


def _role_style(role: Role) -> str:
    return "" if role is Role.STATEMENT else FAINT


def _side(comparison: Sequence[Compared], *, of_record: bool) -> Text:
    parts = []
    for stretch in comparison:
        words = visible(stretch.record if of_record else stretch.query)
        if not words:
            continue
        parts.append(Text(words) if stretch.same else Text(f"⟦{words}⟧", _DIFFERENT))
    return Text(" ").join(parts)


def _labelled(label: str, value: Text, measure: int | None) -> Iterator[Text]:
    indent = " " * _LABEL
    for number, line in enumerate(wrapped(value, measure, first=indent, rest=indent)):
        if number or not label:
            yield line
        else:
            yield Text().append(f"  {label}".ljust(_LABEL), FAINT).append_text(line[_LABEL:])


def _in_marks(words: str) -> str:
    shown = visible(" ".join(words.split()))
    return shown if shown[:1] in {'"', "“", "«", "„"} else f"“{shown}”"
