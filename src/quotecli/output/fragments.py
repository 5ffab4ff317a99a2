"""Links that open a page at the words of a statement.

The rules are those of the WICG draft "URL Fragment Text Directives"
(https://wicg.github.io/scroll-to-text-fragment/): ``#:~:text=[prefix-,]start[,end][,-suffix]``.
A browser takes the first place of the page where all parts follow each other, whatever the case;
it matches whole words, and each part within one block.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple
from urllib.parse import quote

from quotecli.model import Block, Span
from quotecli.output.excerpt import Role, readable_runs

_LONGEST_EXACT = 100  # characters; longer statements are given by their first and last words
_SHORTEST_ALONE = 20  # characters; shorter ones may well stand elsewhere on the page, too
_EDGE_WORDS = range(5, 13)  # how many of the first and last words are tried
_CONTEXT_WORDS = (3, 5, 8)
_WORD = re.compile(r"\S+")
# Browsers ask ICU for the edges of words: "president's", "1,000" and "e.g" are one word each.
_BEGINS = r"(?<!\w)(?<!\w['’.,:])"
_ENDS = r"(?!\w)(?!['’.,:]\w)"


class Directive(NamedTuple):
    """One ``text=``: where to begin and end, and what stands right before and behind."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""


def link_to_words(
    url: str, segments: Sequence[Span], text: str, blocks: Sequence[Block], title: str | None = None
) -> str:
    """Give the address that opens the page at these words.

    A fragment that the address has is kept, other directives in it come last: the browser goes to
    the place of the first.

    Args:
        url: the address, as ``safe_link`` gives it.
        segments: of the statement, in ``text``.
        text: the article's text.
        blocks: all its blocks.
        title: the article's title, which a page shows above the text.
    """
    found = "&".join(map(_written, directives(segments, text, blocks, title)))
    if not found:
        return url
    page, mark, others = url.partition(":~:")
    anchor = page if "#" in page else f"{page}#"
    return f"{anchor}:~:{found}{'&' if mark and others else ''}{others}"


def directives(
    segments: Sequence[Span], text: str, blocks: Sequence[Block], title: str | None = None
) -> list[Directive]:
    """Give a directive for each stretch of the statement that a reader sees in one piece."""
    page, passages = _as_read(segments, text, blocks, title)
    return [_directive(page, block, words) for block, words in passages]


def find_directive(page: str, wanted: Directive) -> Span | None:
    """Find what a browser would show on a page of this text, one block a line."""
    prefix = rf"{_BEGINS}{_exactly(wanted.prefix)} *" if wanted.prefix else _BEGINS
    suffix = rf" *{_exactly(wanted.suffix)}{_ENDS}" if wanted.suffix else _ENDS
    between = rf"{_ENDS}.*?{_BEGINS}{_exactly(wanted.end)}" if wanted.end else ""
    pattern = rf"{prefix}({_exactly(wanted.start)}{between}){suffix}"
    match = re.search(pattern, page, re.IGNORECASE | re.DOTALL)
    return None if match is None else Span(*match.span(1))


def _exactly(words: str) -> str:
    return re.escape(words)


def _written(directive: Directive) -> str:
    parts = (
        f"{_encoded(directive.prefix)}-" if directive.prefix else "",
        _encoded(directive.start),
        _encoded(directive.end),
        f"-{_encoded(directive.suffix)}" if directive.suffix else "",
    )
    return "text=" + ",".join(part for part in parts if part)


def _encoded(words: str) -> str:
    # "-" is no character that addresses encode, but one that parts the directive.
    return quote(words, safe="", errors="replace").replace("-", "%2D")


def _as_read(
    segments: Sequence[Span], text: str, blocks: Sequence[Block], title: str | None
) -> tuple[str, list[tuple[Span, Span]]]:
    """Give the page, one block a line, and where on it each passage and its block stand."""
    roles = [(span, Role.STATEMENT) for span in segments]
    lines = [title or ""]
    passages = []
    at = len(lines[0]) + 1
    for block in blocks:
        runs = readable_runs(text, block, roles)
        line = "".join(run.text for run in runs)
        position = at
        for run in runs:
            words = _trimmed(run.text, position) if run.role is Role.STATEMENT else None
            if words is not None:
                passages.append((Span(at, at + len(line)), words))
            position += len(run.text)
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), passages


def _trimmed(words: str, at: int) -> Span | None:
    """Leave out marks at both ends: a page may have the comma outside the quotation marks."""
    match = re.search(r"\w(?:.*\w)?", words, re.DOTALL)
    return None if match is None else Span(at + match.start(), at + match.end())


def _directive(page: str, block: Span, words: Span) -> Directive:
    """Find the shortest directive that leads to these words and to no earlier place."""
    edges = list(_edges(page[words.start : words.end]))
    contexts = _contexts(page, block, words)
    for (prefix, suffix), (start, end) in product(contexts, edges):
        directive = Directive(start, end, prefix, suffix)
        if find_directive(page, directive) == words:
            return directive
    return Directive(*edges[-1])  # it may lead to an earlier place that reads the same


def _edges(words: str) -> Iterator[tuple[str, str]]:
    """Yield where to begin and to end, the shortest first; short words are given in full."""
    found = list(_WORD.finditer(words))
    if len(words) <= _LONGEST_EXACT or len(found) < 2 * _EDGE_WORDS.start:
        yield words, ""
        return
    for count in range(_EDGE_WORDS.start, min(_EDGE_WORDS.stop, len(found) // 2 + 1)):
        # What joins the edge to the rest (a comma) is no part of it.
        start = re.sub(r"\W+$", "", words[: found[count - 1].end()])
        end = re.sub(r"^\W+", "", words[found[-count].start() :])
        if start and end:
            yield start, end
    yield words, ""


def _contexts(page: str, block: Span, words: Span) -> Iterator[tuple[str, str]]:
    """Yield what may be asked to stand before and behind, the least first."""
    before = list(_WORD.finditer(page[block.start : words.start]))
    behind = list(_WORD.finditer(page[words.end : block.end]))
    if words.end - words.start >= _SHORTEST_ALONE:
        yield "", ""
    for count in _CONTEXT_WORDS:
        prefix = suffix = ""
        if before:
            first = before[-min(count, len(before))].start()
            prefix = re.sub(r"^\W+", "", page[block.start + first : words.start].rstrip())
        if behind:
            last = behind[min(count, len(behind)) - 1].end()
            suffix = re.sub(r"\W+$", "", page[words.end : words.end + last].lstrip())
        if prefix:
            yield prefix, ""
        if suffix:
            yield "", suffix
        if prefix and suffix:
            yield prefix, suffix
    yield "", ""
