"""The quotations of a draft, with the speakers that it names and the lines on which they stand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotecli.cli.printing import note
from quotecli.cli.quotations import Quotation
from quotecli.ingest.reading import NOTHING_GIVEN, FileProblem, FileReading, Read
from quotecli.model import BlockKind, Kind, Span, Statement
from quotecli.search.verifying.passages import Page
from quotecli.search.verifying.words import words_of

_FEWEST_WORDS = 4  # of a quotation that no statement holds; fewer are a title or an odd term
_WORDS_TO_FIND = 4
_BETWEEN_WORDS = r"(?:<[^>]*>|&[#\w]+;|\W)+"


class _Draft(NamedTuple):
    """A draft as read: its article, that article's words, and the file."""

    read: Read
    page: Page
    source: str


def quotations_of(path: Path | None, data: bytes) -> list[Quotation]:
    """Give every quotation of a draft in the order of its text, with the draft's own speakers.

    Of a statement that is quoted in parts each part is a quotation. Words in marks that belong to
    no statement are taken where they are too many for a title or a term.

    Args:
        path: the file; None for standard input.
        data: what it holds.

    Raises:
        ReadError: there is no article in it.
    """
    source = data.decode("utf-8", errors="replace")
    found: list[Quotation] = []
    for item in FileReading(None if path is None else str(path), data, NOTHING_GIVEN):
        if isinstance(item, FileProblem):
            note(f"quotecli: {item.message}")
        else:
            page = Page(item.article.text, item.article.blocks)
            found += _quotations(_Draft(item, page, source))
    return found


def _quotations(draft: _Draft) -> Iterator[Quotation]:
    found: dict[Span, Quotation] = {}
    taken: list[Span] = []
    for statement in draft.read.extraction.statements:
        if statement.kind is Kind.INDIRECT:
            continue
        stretches = [s for span in statement.segments for s in draft.page.places(span)]
        taken += stretches
        if statement.kind is Kind.DIRECT:
            if stretches:
                found[stretches[0]] = _quotation(draft, statement.text, statement, stretches[0])
            continue
        for stretch in stretches:
            for part in draft.page.quoted:
                start, end = max(part.start, stretch.start), min(part.end, stretch.end)
                if words_of(draft.page.text[start:end]):
                    words = draft.page.text[start:end]
                    found[Span(start, end)] = _quotation(draft, words, statement, Span(start, end))
    for part in draft.page.quoted:
        words = draft.page.text[part.start : part.end]
        is_taken = any(part.start < end and start < part.end for start, end in taken)
        if not is_taken and len(words_of(words)) >= _FEWEST_WORDS and not _in_heading(draft, part):
            found[part] = _quotation(draft, words, None, part)
    return (found[place] for place in sorted(found))


def _quotation(draft: _Draft, words: str, statement: Statement | None, place: Span) -> Quotation:
    speakers = statement.speakers if statement is not None else ()
    return Quotation(" ".join(words.split()), speakers, _line(draft, place))


def _in_heading(draft: _Draft, place: Span) -> bool:
    at = next((n for n, span in enumerate(draft.page.blocks) if span.end > place.start), None)
    return at is not None and draft.read.article.blocks[at].kind in {
        BlockKind.TITLE,
        BlockKind.HEADING,
    }


def _line(draft: _Draft, place: Span) -> int | None:
    """Give the line of the file on which a stretch of the page begins."""
    article = draft.read.article
    origin = draft.page.origin(*place)
    if article.text == draft.source and origin:
        return article.text.count("\n", 0, origin[0].start) + 1
    words = draft.page.text[place.start : place.end]
    # A page of HTML or a line of JSON: look for the first words, mark-up or not between them.
    plain = re.findall(r"\w+", words)[:_WORDS_TO_FIND]
    match = re.search(_BETWEEN_WORDS.join(map(re.escape, plain)), draft.source) if plain else None
    return draft.source.count("\n", 0, match.start()) + 1 if match else None
