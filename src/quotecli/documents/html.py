"""Saved HTML pages: the readable text, a blank line between its paragraphs."""

import re
from collections.abc import Iterator

from quotecli.documents.dates.order import look_in_order
from quotecli.documents.decode import Decoded
from quotecli.documents.lines.notes import read_notes
from quotecli.documents.metadata.about import Found, look_for_metadata
from quotecli.documents.metadata.fields import merge, settled
from quotecli.documents.pages.dates import read_dates
from quotecli.documents.pages.metadata import Page, read_page
from quotecli.documents.pages.repeats import find_repeats
from quotecli.documents.pages.text import Stretch, article_text, parse_page
from quotecli.documents.paragraphs.blocks import make_blocks
from quotecli.documents.paragraphs.units import Unit
from quotecli.errors import ReadError
from quotecli.model import Article, Metadata, Problem, Span

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_CHARSET_WITHIN = 4096  # bytes


def declared_charset(data: bytes) -> str | None:
    """Give the encoding that a page names in its head."""
    match = _CHARSET.search(data[:_CHARSET_WITHIN])
    return match[1].decode("ascii", "replace") if match else None


def read_html(decoded: Decoded, path: str | None, given: Metadata) -> Iterator[Article | Problem]:
    """Read a saved page as one article.

    Raises:
        ReadError: there is no article text in it.
    """
    tree = parse_page(decoded.text)
    page = read_page(tree, decoded.text) if tree is not None else Page()
    stretches = article_text(tree) if tree is not None else []
    if not stretches:
        raise ReadError(
            f"no article text in the page {path if path is not None else 'on standard input'}",
            "save the page of one article, or its text",
        )
    text = "\n\n".join(stretch.text for stretch in stretches)
    units = list(_units(stretches))

    def look(day_first: bool | None) -> Found:
        dated = read_dates(page.metadata, page.dates, day_first)
        said = merge([given, dated.metadata])
        found = look_for_metadata(units, said.title, day_first)
        return found._replace(
            metadata=merge([given, dated.metadata, found.metadata]),
            problems=(*dated.problems, *found.problems),
            undecided=(*dated.undecided, *found.undecided),
        )

    found, day_first = look_in_order(look, text, page.language)
    spent = found.spent | (find_repeats(units) - {found.title})
    blocks = make_blocks(text, units, found.title, spent, guess_headings=False)
    problems = settled((*decoded.problems, *found.problems), found.metadata)
    return iter([Article(text, blocks, found.metadata, path, problems, day_first)])


def _units(stretches: list[Stretch]) -> Iterator[Unit]:
    at = 0
    for form, level, text in stretches:
        line = " ".join(text.split())
        yield Unit(form, level, (Span(at, at + len(text)),), line, read_notes(line))
        at += len(text) + 2
