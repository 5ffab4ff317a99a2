"""What was said on a day or published on it, article by article: ``show DAY``."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.text import Text

from quotecli.model import Record
from quotecli.output import cells, wording
from quotecli.output.cards import card
from quotecli.output.painting import FAINT, HEADING, MEASURE, linked, paint_lines, wrapped
from quotecli.output.terminal import safe_link, visible


class _Article(NamedTuple):
    """What tells one article from another in records."""

    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    path: str | None


def render_daysheet(
    records: Sequence[Record], *, width: int | None, colour: bool, links: bool
) -> str:
    """Give records under the articles in which they stand, and there under their speakers.

    Articles come in the order of their first record, and so do the speakers of each. A statement
    says when it was said where that is another day than its article's. Nothing gives no text.

    Args:
        records: what to show, in order.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
    """
    articles: dict[_Article, dict[str | None, list[Record]]] = {}
    for record in records:
        article = _Article(record.title, record.outlet, record.published, record.url, record.path)
        articles.setdefault(article, {}).setdefault(record.speaker, []).append(record)
    lines: list[Text] = []
    for article, speakers in articles.items():
        if lines:
            lines += [Text(), Text()]
        lines += _heading(article, width)
        for statements in speakers.values():
            lines.append(Text())
            lines += _speaker(statements[0], width)
            for number, record in enumerate(statements):
                if number:
                    lines.append(Text())
                lines += card(
                    cells.statement(record), _facts(record), url=None, width=width, indent="    "
                )
    if len(records) > 1:
        lines += [Text(), Text(), Text(_extent(records, len(articles)), FAINT)]
    return paint_lines(lines, colour=colour, links=links)


def _speaker(record: Record, width: int | None) -> Iterator[Text]:
    measure = None if width is None else min(width, MEASURE)
    yield from wrapped(
        cells.speaker(record, unknown=wording.NOBODY), measure, first="  ", rest="  "
    )


def _facts(record: Record) -> tuple[Text | None, ...]:
    return (
        _day(record),
        cells.faint(wording.elsewhere(record)),
        cells.faint(wording.kind_note(record)),
        cells.identifier(record),
    )


def _extent(records: Sequence[Record], articles: int) -> str:
    speakers = len({record.speaker for record in records if record.speaker})
    parts = ((len(records), "statement"), (speakers, "speaker"), (articles, "article"))
    said, by, where = (f"{count:,} {noun}{'' if count == 1 else 's'}" for count, noun in parts)
    return f"{said} by {by} in {where}" if speakers else f"{said} in {where}"


def _heading(article: _Article, width: int | None) -> Iterator[Text]:
    url = safe_link(article.url)
    title = linked(Text(wording.known(article.title or article.path), HEADING), url)
    origin = ", ".join(filter(None, (article.outlet, article.published or "no date")))
    heading = Text().append_text(title).append(f" — {visible(origin)}")
    yield from wrapped(heading, None if width is None else min(width, MEASURE))
    if article.url:
        yield linked(Text(visible(article.url), FAINT), url)


def _day(record: Record) -> Text | None:
    if record.said_on is not None and record.said_on != record.published:
        return Text(f"said {visible(record.said_on)}")
    if record.date is None and record.published is not None:
        return Text("said earlier")
    return None
