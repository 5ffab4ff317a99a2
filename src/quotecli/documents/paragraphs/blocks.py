"""Units to blocks: mending page breaks, and what each block is."""

import re
from collections.abc import Collection, Iterator, Sequence

from quotecli.documents.lines.captions import is_caption
from quotecli.documents.lines.endings import (
    closes_quotation,
    is_finished,
    leads_on,
    may_lead_on,
    quotation_open,
    starts_lower,
    starts_with_quotation,
)
from quotecli.documents.lines.speech import may_speak
from quotecli.documents.paragraphs.units import Form, Unit
from quotecli.model import Block, BlockKind, Span

_LONGEST_HEADING = 100  # characters, without mark-up that says so
_MOST_HEADING_WORDS = 14
_FEW_HEADING_WORDS = 4
_MOST_CROSSHEAD_WORDS = 20
_WHITE = re.compile(r"\s+")
_MOST_BETWEEN = 4  # units of furniture between the halves of a sentence


def make_blocks(
    text: str,
    units: Sequence[Unit],
    title: int | None = None,
    spent: Collection[int] = (),
    *,
    guess_headings: bool = True,
) -> tuple[Block, ...]:
    """Make the blocks of an article.

    Args:
        text: the whole text.
        units: its units, in order.
        title: the index of the unit that is the title.
        spent: the indices of those that are no part of the running text.
        guess_headings: whether the source may have headings that it does not mark.
    """
    blocks: list[Block] = []
    for run in _mended(units, title, spent, marked=not guess_headings):
        parts = [units[at] for at in run]
        kind = BlockKind.PARAGRAPH
        if run[0] == title:
            kind = BlockKind.TITLE
        elif parts[0].form is Form.HEADING:
            kind = BlockKind.HEADING
        elif len(parts) == 1 and is_caption(parts[0].text):
            kind = BlockKind.CAPTION
        elif parts[0].form is Form.QUOTED:
            kind = BlockKind.QUOTE
        elif len(parts) == 1 and _is_crosshead(parts[0]):
            kind = BlockKind.HEADING
        elif (
            len(parts) == 1
            and _may_be_heading(parts[0])
            and (guess_headings or _is_few_words(parts[0]))
        ):
            over_title = title is not None and run[0] < title
            if over_title or _stands_over_text(units, run[0], spent):
                kind = BlockKind.HEADING
        blocks.append(Block(kind, _joined(text, parts)))
    return tuple(blocks)


def _mended(
    units: Sequence[Unit], title: int | None, spent: Collection[int], *, marked: bool
) -> Iterator[list[int]]:
    """Gather the units that are one paragraph, mostly each its own.

    ``marked`` tells whether the source marks its paragraphs, as pages do.
    """
    run: list[int] = []
    is_open = False
    for at, unit in enumerate(units):
        if at in spent:
            continue
        if (
            run
            and at - run[-1] <= _MOST_BETWEEN + 1
            and title not in {run[-1], at}
            and _is_broken(units[run[-1]], unit, is_open=is_open, marked=marked)
        ):
            run.append(at)
        else:
            if run:
                yield run
            run, is_open = [at], False
        is_open = quotation_open(unit.text, before=is_open)
    if run:
        yield run


def _is_broken(first: Unit, second: Unit, *, is_open: bool, marked: bool) -> bool:
    """Tell whether a page break divides a paragraph between two units.

    Args:
        first: the unit before.
        second: the unit after.
        is_open: whether a quotation mark is open at the end of the first.
        marked: whether the source marks its paragraphs. Then one that ends in "by" and is followed
            by a capital is a line over the text, as "Output slipped, and firms barely scrape by".
    """
    if not _is_running(first) or first.form is not second.form or second.notes:
        return False
    if starts_with_quotation(second.text):
        return False
    # The marks tell most: an open quotation, unless the paragraph ended as one of many.
    if is_open and closes_quotation(second.text):
        return True
    if is_finished(first.text) or first.text.endswith((":", ";")) or is_caption(first.text):
        return False
    words = first.text.count(" ") + 1
    return (
        (words > 3 and starts_lower(second.text))
        or (words > 4 and leads_on(first.text))
        or (words > _MOST_HEADING_WORDS and not marked and may_lead_on(first.text))
    )


def _is_running(unit: Unit) -> bool:
    return unit.form in {Form.PROSE, Form.QUOTED} and not unit.notes


def _joined(text: str, units: Sequence[Unit]) -> tuple[Span, ...]:
    """Give the pieces of units that are one block, with the white space that parts them."""
    pieces = list(units[0].pieces)
    for unit in units[1:]:
        last, following = pieces[-1], unit.pieces[0]
        if text[last.end : following.start].isspace():
            pieces[-1:] = [Span(last.start, following.end), *unit.pieces[1:]]
        else:
            # Mark-up or furniture lies between; the words must not run into each other.
            white = _WHITE.search(text, last.end, following.start)
            pieces += [Span(*white.span())] if white else []
            pieces += unit.pieces
    return tuple(pieces)


def _may_be_heading(unit: Unit) -> bool:
    """Tell whether a line without mark-up may be a heading: short, unfinished, nobody speaks."""
    line = unit.text
    return (
        unit.form is Form.PROSE
        and len(line) <= _LONGEST_HEADING
        and line.count(" ") < _MOST_HEADING_WORDS
        and not is_finished(line)
        and not line.endswith((":", ",", ";", "-", "–", "—"))
        and not starts_lower(line)
        and not may_speak(line)
    )


def _is_few_words(unit: Unit) -> bool:
    """Tell a line that even a page that marks its headings may have over a part: "Chiefs reply"."""
    return unit.text.count(" ") < _FEW_HEADING_WORDS


def _is_crosshead(unit: Unit) -> bool:
    """Tell whether a line is a heading in capitals: "NEVER SAY GOODBYE"."""
    line = unit.text
    return (
        unit.form is Form.PROSE
        and line.isupper()
        and line.count(" ") < _MOST_CROSSHEAD_WORDS
        and not is_finished(line)
        and not line.endswith((":", ",", ";", "-", "–", "—"))
    )


def _stands_over_text(units: Sequence[Unit], at: int, spent: Collection[int]) -> bool:
    following = range(at + 1, min(at + _MOST_BETWEEN + 2, len(units)))
    text = next((units[n].text for n in following if n not in spent), "")
    return is_finished(text) or len(text) > _LONGEST_HEADING
