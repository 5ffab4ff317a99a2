"""A statement as a card: its words over the whole width, a line of facts below."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells
from quotecli.output.painting import FAINT, MEASURE, wrapped
from quotecli.output.terminal import visible
from quotecli.output.wrapping import columns


def record_cards(
    records: Iterable[Record], *, width: int, links: bool, words: tuple[str, ...]
) -> Iterator[Text]:
    """Yield the lines of one card per record, with an empty line between two.

    Args:
        records: what to show, in order.
        width: columns of the terminal.
        links: whether the terminal opens links; if not, addresses are written out.
        words: words to mark in the statements.
    """
    for number, record in enumerate(records):
        if number:
            yield Text()
        url = None if links or record.url is None else visible(record.url)
        statement = cells.stacked(cells.statement(record, words), cells.context(record))
        yield from card(statement, cells.facts(record), url=url, width=width)


def card(
    statement: Text,
    facts: Iterable[Text | None],
    *,
    url: str | None,
    width: int | None,
    indent: str = "",
) -> Iterator[Text]:
    """Yield the lines of one statement.

    Args:
        statement: its words.
        facts: who said it, when, where; none is broken over lines while it fits into one.
        url: an address to be written out below, never broken, so that it can be copied.
        width: columns of the terminal; ``None`` for no wrapping.
        indent: what each line begins with.
    """
    measure = None if width is None else min(width, MEASURE)
    first, rest = f"{indent}  — ", f"{indent}    "
    yield from wrapped(statement, measure, first=indent, rest=indent)
    yield from fact_lines(facts, measure, first=first, rest=rest)
    if url is not None:
        yield Text(rest).append(url, FAINT)


def fact_lines(
    facts: Iterable[Text | None], measure: int | None, *, first: str, rest: str
) -> Iterator[Text]:
    """Yield what there is of facts, side by side; none is broken while it fits into a line."""
    for line in _packed(facts, None if measure is None else measure - len(first)):
        yield from wrapped(line, measure, first=first, rest=rest)
        first = rest


def _packed(facts: Iterable[Text | None], room: int | None) -> Iterator[Text]:
    line: Text | None = None
    for fact in filter(None, facts):
        longer = cells.joined(line, fact)
        if line is not None and room is not None and columns(longer.plain) > room:
            yield line
            longer = cells.joined(fact)
        line = longer
    if line is not None:
        yield line
