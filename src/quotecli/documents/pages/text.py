"""The article's text in a page, by trafilatura, block by block."""

import logging
import re
from typing import Any, NamedTuple, TypeAlias

from quotecli.documents.pages.parts import Taken, join_parts, mark_body
from quotecli.documents.pages.prune import prune
from quotecli.documents.pages.repair import repair
from quotecli.documents.pages.squash import squashed
from quotecli.documents.pages.teasers import find_teasers
from quotecli.documents.paragraphs.units import Form

Element: TypeAlias = Any  # lxml's; it ships no types

_WHITE = re.compile(r"[ \t\r\n\f]+")
_LINE_ENDS = re.compile(r" *\n *")
_FORMS = {"item": Form.ITEM, "cell": Form.ITEM, "quote": Form.QUOTED}
_INLINE = frozenset({"hi", "ref", "del", "span"})
_SHORT = 1000  # characters; a shorter text may be a teaser that stands for an article elsewhere


class Stretch(NamedTuple):
    """One block of a page's text; ``level`` counts for headings."""

    form: Form
    level: int
    text: str


def parse_page(source: str) -> Element | None:
    """Parse a page or a part of one; ``None`` where it is no HTML."""
    from trafilatura import load_html

    # Its remarks on odd pages are of no use to somebody reading articles.
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    head = source[:2000].lower()
    if "<html" not in head and "<body" not in head:
        source = f"<html><body>{source}</body></html>"
    return load_html(source)


def article_text(tree: Element) -> list[Stretch]:
    """Take the article's text from a parsed page; empty where there is none."""
    prune(tree)
    repair(tree)
    teasers = find_teasers(tree)
    stretches = _take(tree)
    if join_parts(tree, _taken(stretches)):
        stretches = _take(tree)
    if not any(stretch.form is Form.HEADING for stretch in stretches):
        stretches = _with_headings(tree, stretches)
    return [
        stretch for stretch in stretches if (stretch.form, squashed(stretch.text)) not in teasers
    ]


def _take(tree: Element) -> list[Stretch]:
    stretches = _extract(tree, favour_recall=True)
    if _length(stretches) < _SHORT:
        other = _extract(tree, favour_recall=False)
        if _length(other) > 1.5 * _length(stretches):
            return other
    return stretches


def _with_headings(tree: Element, stretches: list[Stretch]) -> list[Stretch]:
    """Take the text again with its headings; as it was where that would lose some of it."""
    if not mark_body(tree, _taken(stretches)):
        return stretches
    again = _take(tree)
    return again if {s.text for s in stretches} <= {s.text for s in again} else stretches


def _taken(stretches: list[Stretch]) -> Taken:
    return Taken(squashed(stretch.text) for stretch in stretches)


def _extract(tree: Element, *, favour_recall: bool) -> list[Stretch]:
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    # Below this size it would take all of the page's text, with spaces where tags are in words.
    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    document = bare_extraction(
        tree,
        favor_recall=favour_recall,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        config=config,
    )
    if document is None or isinstance(document, dict):
        return []
    gathered = _Gathered()
    gathered.add(document.body, Form.PROSE, 0)
    gathered.finish(Form.PROSE, 0)
    return gathered.stretches


def _length(stretches: list[Stretch]) -> int:
    return sum(len(stretch.text) for stretch in stretches)


class _Gathered:
    """The text of trafilatura's tree."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self._words: list[str] = []

    def add(self, element: Element, form: Form, level: int) -> None:
        """Add an element with all that it holds, without its tail."""
        tag = element.tag
        if tag == "lb":
            self._words.append("\n")
            return
        inside, inside_level = form, level
        if tag == "head":
            inside, inside_level = Form.HEADING, int((element.get("rend") or "h2")[-1])
        elif tag in _FORMS:
            inside = _FORMS[tag]
        if tag not in _INLINE:
            self.finish(form, level)
        self._say(element.text)
        for child in element:
            self.add(child, inside, inside_level)
            self._say(child.tail)
        if tag not in _INLINE:
            self.finish(inside, inside_level)

    def finish(self, form: Form, level: int) -> None:
        """End a block; what trafilatura gives as an empty line ends one too."""
        text = _LINE_ENDS.sub("\n", "".join(self._words))
        self._words.clear()
        for part in re.split(r"\n{2,}", text):
            line = re.sub(r" {2,}", " ", part.strip())
            if line:
                self.stretches.append(Stretch(form, level, line))

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(_WHITE.sub(" ", text))
