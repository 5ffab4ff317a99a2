"""Repairs before the article's text is taken from a page: what trafilatura would lose.

Quotation marks that only the browser shows, headings that link to themselves, and paragraphs that
pages mark by empty lines or by what stands between them.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from quotecli.documents.pages.prune import HEADINGS

Element: TypeAlias = Any  # lxml's; it ships no types

_QUOTED_ALREADY = ("“", '"', "«", "„", "‘", "'")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
_BLOCKS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hr li main nav noscript ol p pre script section style table"
    " tbody td tfoot th thead tr ul".split()
)
_HOLDS_BLOCKS = ("div", "section", "article", "main")
_LOOSE = 40  # characters between two blocks that are surely prose


def repair(tree: Element) -> None:
    """Make a page's paragraphs and quotation marks such that its text can be taken."""
    _write_out_quotes(tree)
    for heading in tree.iter(*HEADINGS):
        _make_plain(heading)
    for block in list(tree.iter("pre")):
        _split_preformatted(block)
    for mark in list(tree.iter("span", "i")):
        _write_out_break(mark)
    broken = {id(parent): parent for parent in _with_empty_lines(tree)}
    broken.update((id(parent), parent) for parent in tree.iter(*_HOLDS_BLOCKS) if _is_mixed(parent))
    broken.update((id(body), body) for body in tree.iter("body"))
    for parent in broken.values():
        _make_paragraphs(parent)


def _write_out_quotes(tree: Element) -> None:
    """Put into the text the quotation marks that a browser shows around ``<q>``."""
    for quote in list(tree.iter("q")):
        nested = any(True for _ in quote.iterancestors("q"))
        if not quote.text_content().lstrip().startswith(_QUOTED_ALREADY):
            before, after = ("‘", "’") if nested else ("“", "”")
            quote.text = before + (quote.text or "")
            quote.tail = after + (quote.tail or "")
    # Two passes: without its element a tail is text of its parent.
    for quote in list(tree.iter("q")):
        quote.drop_tag()


def _make_plain(heading: Element) -> None:
    """Leave of a heading its words: one with a link to itself or a block in it would be lost."""
    for link in list(heading.iter("a")):
        if (link.get("href") or "#").startswith("#"):
            if any(character.isalnum() for character in link.text_content()):
                link.drop_tag()
            else:
                link.drop_tree()
    blocks = [inner for inner in heading.iter("div", "p") if inner is not heading]
    if len(blocks) == 1:
        blocks[0].drop_tag()


def _split_preformatted(block: Element) -> None:
    parts = _BLANK_LINE.split(block.text_content())
    if len(parts) > 1:
        tail = block.tail
        block.clear()
        block.tag, block.tail = "div", tail
        for part in parts:
            paragraph = block.makeelement("p")
            paragraph.text = part
            block.append(paragraph)


def _write_out_break(mark: Element) -> None:
    """Put an empty line where a page has an empty element of the class "br" for it."""
    if not len(mark) and not mark.text and "br" in (mark.get("class") or "").split():
        mark.tag = "br"
        mark.addprevious(mark.makeelement("br"))


def _is_mixed(parent: Element) -> bool:
    """Tell whether loose text stands among the blocks of an element.

    Once a block in the middle is left out, as an advertisement is, the words on its two sides
    would run into each other.
    """
    if not any(child.tag in _BLOCKS for child in parent):
        return False
    return any(len(text.strip()) >= _LOOSE for text in _own_text(parent))


def _own_text(parent: Element) -> Iterator[str]:
    yield parent.text or ""
    for child in parent:
        yield child.tail or ""


def _with_empty_lines(tree: Element) -> list[Element]:
    """Find the elements in which two line breaks follow each other."""
    return [
        line_break.getparent()
        for line_break in tree.iter("br")
        if not (line_break.tail or "").strip()
        and (following := line_break.getnext()) is not None
        and following.tag == "br"
    ]


def _make_paragraphs(parent: Element) -> None:
    """Put what stands between blocks and empty lines into paragraphs of its own."""
    children = list(parent)
    first = parent.text
    parent.text = None
    for child in children:
        parent.remove(child)
    if parent.tag == "p":
        parent.tag = "div"
    paragraphs = _Paragraphs(parent.append, parent.makeelement)
    paragraphs.say(first)
    breaks = 0
    for child in children:
        tail, child.tail = child.tail, None
        breaks = breaks + 1 if child.tag == "br" else 0
        if child.tag in _BLOCKS:
            paragraphs.end()
            parent.append(child)
        elif breaks > 1:
            paragraphs.end()
        else:
            paragraphs.put(child)
        paragraphs.say(tail)
        if tail and tail.strip():
            breaks = 0
    paragraphs.end()


class _Paragraphs:
    """The paragraph that is being filled, if there is one."""

    def __init__(self, append: Callable[[Element], None], make: Callable[[str], Element]) -> None:
        self._append, self._make = append, make
        self._current: Element = None

    def say(self, text: str | None) -> None:
        if not text or (self._current is None and not text.strip()):
            return
        paragraph = self._open()
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + text
        else:
            paragraph.text = (paragraph.text or "") + text

    def put(self, element: Element) -> None:
        self._open().append(element)

    def end(self) -> None:
        self._current = None

    def _open(self) -> Element:
        if self._current is None:
            self._current = self._make("p")
            self._append(self._current)
        return self._current
