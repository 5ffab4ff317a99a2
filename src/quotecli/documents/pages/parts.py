"""Where an article stands in its page, when trafilatura has taken only some of it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from quotecli.documents.pages.squash import squashed

Element: TypeAlias = Any  # lxml's; it ships no types

_CONTAINERS = frozenset({"div", "section"})
_HIGHEST = 3  # levels from a part to the element that holds all of them
_FIRST = 300  # characters of prose in the first part
_NEXT = 60  # and in another one
_BESIDE = 0.3  # of a part's length; more words beside it are a text of their own
_NO_HEADLINE = frozenset({"figure", "aside", "script", "style", "noscript"})
_HEADINGS = ("h2", "h3", "h4")
# What an article, a comment or a card has of its own.
_OWN = (
    "descendant-or-self::*[self::h1 or self::time or self::form or self::article"
    " or @rel='author' or @itemprop='author' or @itemprop='headline'"
    " or (self::h2 or self::h3 or self::h4) and (.//a[@href] or ancestor::a)]"
)
_OTHERS = re.compile(
    r"comment|reply|review|teaser|card|related|promo|footer|sidebar|author|bio\b|newsletter|post\b",
    re.IGNORECASE,
)

Path: TypeAlias = tuple[tuple[str, str], ...]
"""Tag and class of an element and of those around it."""


class Taken:
    """What trafilatura took of a page, its stretches without blanks."""

    def __init__(self, stretches: Iterable[str]) -> None:
        self._stretches = frozenset(stretches)
        self._text = "\n".join(self._stretches)

    def __contains__(self, text: str) -> bool:
        return text in self._stretches or text in self._text


def join_parts(tree: Element, taken: Taken) -> bool:
    """Put the parts of an article's body into the first one, and tell whether there were any.

    Pages set advertisements between containers of one class; trafilatura takes one of these.

    Args:
        tree: the page.
        taken: what was taken of it.
    """
    groups: dict[tuple[Element, Path], list[Element]] = defaultdict(list)
    for part in tree.iter(*_CONTAINERS):
        if (part.get("class") or "").strip() and _prose(part) >= _NEXT:
            for holder, path in _holders(part):
                groups[holder, path].append(part)
    for (_, path), (first, *others) in groups.items():
        if (
            others
            and _prose(first) >= _FIRST
            and _is_taken(first, taken)
            and not any(_is_taken(part, taken) for part in others)
            and not any(_OTHERS.search(name) for _, name in path)
            and all(_is_part(part, len(path)) for part in others)
        ):
            first.extend([child for part in others for child in part])
            return True
    return False


def mark_body(tree: Element, taken: Taken) -> bool:
    """Mark the element that holds the paragraphs taken and headings, and tell whether there is one.

    Where nothing tells trafilatura which element is the article, it takes all paragraphs and no
    headings.
    """
    held: dict[Element, int] = defaultdict(int)
    for paragraph in tree.iter("p"):
        if _is_text_taken(paragraph, taken):
            held[paragraph.getparent()] += len(squashed(paragraph.text_content()))
    body = max(held, key=held.__getitem__, default=None)
    if body is None or not any(child.tag in _HEADINGS for child in body):
        return False
    body.set("itemprop", "articleBody")
    return True


def _holders(part: Element) -> Iterator[tuple[Element, Path]]:
    """Give the elements that may hold a part and others like it, with the way up to each."""
    path: list[tuple[str, str]] = []
    at = part
    while at.tag in _CONTAINERS and len(path) < _HIGHEST and at.getparent() is not None:
        path.append((at.tag, " ".join((at.get("class") or "").split())))
        at = at.getparent()
        yield at, tuple(path)


def _is_part(part: Element, height: int) -> bool:
    """Tell whether a container is nothing by itself, nor with what is around it."""
    around = part
    for _ in range(height - 1):
        if any(_says_something(before) for before in around.itersiblings(preceding=True)):
            return False
        around = around.getparent()
    own, all_of_it = len(squashed(part.text_content())), len(squashed(around.text_content()))
    return not around.xpath(_OWN) and all_of_it - own <= _BESIDE * own


def _says_something(element: Element) -> bool:
    """Tell whether an element over a part may be its headline; a picture's caption is none."""
    return element.tag not in _NO_HEADLINE and bool(squashed(element.text_content()))


def _prose(container: Element) -> int:
    """Count the characters of a container's own paragraphs."""
    return sum(len(squashed(child.text_content())) for child in container if child.tag == "p")


def _is_taken(part: Element, taken: Taken) -> bool:
    return any(child.tag == "p" and _is_text_taken(child, taken) for child in part)


def _is_text_taken(paragraph: Element, taken: Taken) -> bool:
    text = squashed(paragraph.text_content())
    return len(text) >= _NEXT and text in taken
