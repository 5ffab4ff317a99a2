"""What stands in a page and is not of its article: words nobody sees, cards of other articles."""

import re
from typing import Any, TypeAlias

Element: TypeAlias = Any  # lxml's; it ships no types

# "opens in a new tab" beside a link is for screen readers; a reader of the page never sees it.
_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|hidden-visually|screen-?reader(?:-(?:text|only))?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNSEEN_STYLE = re.compile(
    r"clip:\s*rect\(\s*[01]|clip-path:\s*inset\((?:50|100)%|display:\s*none|visibility:\s*hidden",
    re.IGNORECASE,
)
_NEW_WINDOW = re.compile(
    r"\W*(?:external |this )?(?:link )?(?:will )?opens?(?: up)?(?: in)?(?: an?)?(?: new| another)"
    r"(?: browser)? (?:window|tab|page)\W*",
    re.IGNORECASE,
)
_INLINE = frozenset({"span", "small", "i", "b", "em", "strong", "label", "a"})
_LONGEST_UNSEEN = 80  # characters; whole articles are hidden too, until a script shows them
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LONGEST_CARD = 1500


def prune(tree: Element) -> None:
    """Take out of a page what its reader does not see, or what leads to another article."""
    for element in list(tree.iter(*_INLINE)):
        if _is_unseen(element):
            element.drop_tree()
    for button in list(tree.iter("button")):
        if _stands_in_sentence(button):
            button.drop_tag()
    for link in list(tree.iter("a")):
        if _is_card(link):
            link.drop_tree()


def _is_unseen(element: Element) -> bool:
    told = (
        element.get("hidden") is not None
        or _UNSEEN_CLASS.search(element.get("class") or "")
        or _UNSEEN_STYLE.search(element.get("style") or "")
        or (_NEW_WINDOW.fullmatch(element.text_content()) and _stands_in_link(element))
    )
    return bool(told) and len(element.text_content()) <= _LONGEST_UNSEEN


def _is_card(link: Element) -> bool:
    """Tell whether a link is the heading and the first lines of another article."""
    heading = next(link.iter(*HEADINGS), None)
    if heading is None or next(link.iter("p"), None) is None:
        return False
    return len(link.text_content()) <= _LONGEST_CARD


def _stands_in_sentence(button: Element) -> bool:
    """Tell whether a button is words of a sentence; without them it would be another sentence."""
    parent = button.getparent()
    return parent is not None and parent.tag == "p" and bool((button.tail or "").strip())


def _stands_in_link(element: Element) -> bool:
    return any(holder.tag == "a" for holder in element.iterancestors())
