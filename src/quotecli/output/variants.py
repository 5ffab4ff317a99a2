"""The wordings of one statement, one under the other, differences marked: ``show ID --variants``.

A wording that several outlets print stands once, with all of them. Each is compared word by word
with the fullest: marked are, in either, the words in which the two differ. What a wording lacks at
its beginning or end is told as a number of words.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from quotecli.model import Kind, Record, Span
from quotecli.output import cells, wording
from quotecli.output.cards import card
from quotecli.output.painting import FAINT, HEADING, MATCH, paint_lines
from quotecli.output.terminal import visible
from quotecli.text.normalise import fold
from quotecli.text.sameness.align import align
from quotecli.text.sameness.words import Word, read_wording


class _Compared(NamedTuple):
    """How a wording differs from the fullest: words of each, and how many it lacks around them."""

    ours: frozenset[Span]
    fullest: frozenset[Span]
    before: int
    after: int


def render_variants(
    records: Sequence[Record], *, width: int | None, colour: bool, links: bool
) -> str:
    """Give the copies of one statement, wording by wording, in the order of the records.

    Args:
        records: the copies, at least one.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used; if not, ``⟦ ⟧`` stand around what differs.
        links: whether the terminal opens links (OSC 8).
    """
    wordings: dict[tuple[str, Kind], list[Record]] = {}
    for record in records:
        wordings.setdefault((record.text, record.kind), []).append(record)
    groups = list(wordings.values())
    fullest = _fullest([group[0] for group in groups])
    compared = {group[0].id: _compare(group[0], fullest) for group in groups}
    in_fullest = frozenset(
        span
        for group in groups
        if group[0] is not fullest
        for span in compared[group[0].id].fullest
    )
    lines = [Text(_heading(groups, records), HEADING)]
    for group in groups:
        first = group[0]
        differs = in_fullest if first is fullest else compared[first.id].ours
        note = _note(first, fullest, compared[first.id], len(groups))
        lines.append(Text())
        lines += card(_marked(first, differs, colour), (cells.faint(note),), url=None, width=width)
        for record in group:
            lines += _place(record, links)
    return paint_lines(lines, colour=colour, links=links)


def _heading(groups: Sequence[object], records: Sequence[Record]) -> str:
    outlets = {record.outlet for record in records} - {None}  # as wording.elsewhere counts them
    if len(records) == 1:
        return "one wording, in one article"
    wordings = "one wording" if len(groups) == 1 else f"{len(groups)} wordings"
    articles = f"{len(records)} copies"
    if not outlets:
        return f"{wordings}, {articles}"
    return f"{wordings}, {articles}, {len(outlets)} outlet{'' if len(outlets) == 1 else 's'}"


def _fullest(records: Iterable[Record]) -> Record:
    return max(records, key=lambda record: sum(not w.added for w in _words(record)))


def _words(record: Record) -> tuple[Word, ...]:
    return read_wording(record.text, record.kind).words


def _compare(record: Record, fullest: Record) -> _Compared:
    """Compare two wordings word by word, in case, accents and marks as readers do: not at all."""
    long, short = _words(fullest), _words(record)
    if not short:
        return _Compared(frozenset(), frozenset(), 0, 0)
    found = align(long, short)
    ours, theirs = set[Span](), set[Span]()
    i, j = found.start, 0
    for edit in (*found.edits, None):
        until = (found.end, len(short)) if edit is None else (edit.long_start, edit.short_start)
        for x, y in zip(long[i : until[0]], short[j : until[1]], strict=True):
            if fold(fullest.text[x.start : x.end]) != fold(record.text[y.start : y.end]):
                theirs.add(Span(x.start, x.end))
                ours.add(Span(y.start, y.end))
        if edit is not None:
            theirs |= {Span(w.start, w.end) for w in long[edit.long_start : edit.long_end]}
            ours |= {Span(w.start, w.end) for w in short[edit.short_start : edit.short_end]}
            i, j = edit.long_end, edit.short_end
    return _Compared(frozenset(ours), frozenset(theirs), found.start, len(long) - found.end)


def _note(record: Record, fullest: Record, compared: _Compared, wordings: int) -> str | None:
    kind = wording.kind_note(record)
    if record is fullest:
        return ", ".join(filter(None, (kind, "the fullest" if wordings > 1 else None))) or None
    left_out = [
        f"without {count} word{'' if count == 1 else 's'} {where}"
        for count, where in ((compared.before, "before"), (compared.after, "after"))
        if count
    ]
    return ", ".join(filter(None, (kind, " and ".join(left_out) or None))) or None


def _marked(record: Record, differs: frozenset[Span], colour: bool) -> Text:
    text = Text("“" if record.kind is Kind.DIRECT else "")
    at = 0
    for start, end in _runs(record.text, differs):
        text.append(visible(record.text[at:start]))
        words = visible(record.text[start:end])
        text.append(words if colour else f"⟦{words}⟧", MATCH)
        at = end
    text.append(visible(record.text[at:]))
    return text.append("”" if record.kind is Kind.DIRECT else "")


def _runs(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Join marked words with nothing but blanks between them."""
    run: Span | None = None
    for span in sorted(spans):
        if run is not None and not text[run.end : span.start].strip():
            run = Span(run.start, max(run.end, span.end))
            continue
        if run is not None:
            yield run
        run = span
    if run is not None:
        yield run


def _place(record: Record, links: bool) -> Iterator[Text]:
    day, note = wording.dating(record)
    facts = (
        Text(day),
        cells.faint(note),
        cells.source(record),
        cells.speaker(record, unknown=wording.NOBODY),
        cells.identifier(record),
    )
    yield Text("  — ").append_text(cells.joined(*facts))
    if record.url is not None and not links:
        yield Text("    ").append(visible(record.url), FAINT)
