"""What a page sets among its article's paragraphs to lead its reader elsewhere.

Links to other articles, to an app or a live blog. A linked sentence, a linked fact of a list and
a linked heading of the article stay.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, TypeAlias

from quotecli.documents.dates.reading import read_date
from quotecli.documents.lines.endings import is_finished
from quotecli.documents.lines.speech import may_speak
from quotecli.documents.pages.squash import squashed
from quotecli.documents.paragraphs.units import Form

Element: TypeAlias = Any  # lxml's; it ships no types

_BLOCKS = frozenset(
    "address article aside blockquote dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header li main nav ol p pre section table td tr ul".split()
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HELD_APART = frozenset({"blockquote", "figure", "figcaption", "li", "td", "th", "dd", "dt"})
_FEWEST_WORDS = 4  # of a headline; a link of fewer may be a name or a subheading
_FEWEST_BEHIND_LABEL = 3
_LONGEST_LABEL = 40
_PROSE = 60  # characters of a paragraph of the article
_PROSE_TO_TEASERS = 2  # a page with fewer paragraphs to a link is a list of links
_LONGEST_CALL = 200
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")
_LABEL = re.compile(
    r".*\b(?:more|also|related|read|see|watch|listen|recommended|next|don['’]t miss)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LABEL_END = (":", "|", ">", "»")
_CALL = re.compile(
    r"(?:please )?(?:click|tap|read|see|watch|follow|listen|find out|sign up|subscribe|download"
    r"|learn more|check out|view|explore|discover)\b",
    re.IGNORECASE,
)
_CLICK = re.compile(r"(?:click|tap) here\b", re.IGNORECASE)
_OTHER_STORIES = re.compile(
    r"(?:(?:more|other|related|recommended|latest|popular|trending|most)\b.*"
    r"\b(?:stories|articles|posts|news|coverage|reading|links)\b.*"
    r"|related|recommended|(?:read|see) (?:more|also)|most (?:read|popular))\W*",
    re.IGNORECASE,
)
_LONGEST_STORY = 250
_TOPICS = ".//a[@itemprop='articleSection' or @itemprop='keywords' or @rel='tag']"

Teaser: TypeAlias = tuple[Form, str]
"""What it is, an item, a heading or prose, and its text without blanks."""


def find_teasers(tree: Element) -> frozenset[Teaser]:
    """Find a page's paragraphs and items that only lead elsewhere, to be left out of its text.

    They stay in the page: without them it would be another one to trafilatura, which knows lists
    of links by their links.
    """
    paragraphs = [p for p in tree.iter("p", "div") if not _holds_blocks(p) and not _is_apart(p)]
    teasers = [p for p in paragraphs if _is_teaser(p)]
    lists = [each for each in tree.iter("ul", "ol") if _is_list_of_teasers(each)]
    prose = _counted(p for p in tree.iter("p") if _is_prose(p))
    links = _counted(teasers)
    found = [p for p in teasers if _is_among_prose(p, prose, links)]
    found += [item for each in lists if _is_among_prose(each, prose, links) for item in each]
    found += [p for p in paragraphs if _is_call(p)]
    found += [item for each in tree.iter("ul", "ol") if _is_of_topics(each) for item in each]
    found += [heading for heading in tree.iter(*_HEADINGS) if _is_of_card(heading)]
    titles = {squashed(_text(title)) for title in tree.iter("h1", "title")}
    texts = ((_form(each), squashed(_text(each))) for each in found)
    return frozenset((form, text) for form, text in texts if text and text not in titles)


def _form(block: Element) -> Form:
    if block.tag == "li":
        return Form.ITEM
    return Form.HEADING if block.tag in _HEADINGS else Form.PROSE


def _is_teaser(block: Element) -> bool:
    """Tell whether a paragraph is a link to another page, perhaps with a label ("MORE :")."""
    links = [link for link in block.iter("a") if _text(link)]
    if not links or len({link.get("href") for link in links}) > 1 or not _leads_away(links[0]):
        return False
    words = " ".join(_text(link) for link in links)
    text = _text(block)
    before, found, after = text.partition(words)
    is_label = _is_nothing(before) or _is_label(before.strip(), in_list=block.tag == "li")
    if not found or not is_label or not _is_nothing(after):
        return False
    speaks = may_speak(words)
    if speaks and _is_nothing(before):
        return False  # a linked sentence, in which somebody says something
    if _CALL.match(words) and not speaks:
        return True
    marked = text.startswith(("“", '"', "«")) and text.endswith(("”", '"', "»"))
    fewest = _FEWEST_WORDS if _is_nothing(before) else _FEWEST_BEHIND_LABEL
    few = len(words.split()) < fewest
    return not few and not marked and (text.endswith("?") or not is_finished(text))


def _is_list_of_teasers(items: Element) -> bool:
    """Tell whether a list holds nothing but teasers and no sentence announces it."""
    entries = [item for item in items if item.tag == "li" and _text(item)]
    if not entries or any(_holds_blocks(item) for item in entries):
        return False
    before = items.getprevious()
    announced = _text(before) if before is not None else ""
    if len(announced) <= _LONGEST_LABEL and _OTHER_STORIES.fullmatch(announced):
        return all(_is_story(item) for item in entries)
    if announced.endswith(":"):
        return False
    return all(_is_teaser(item) for item in entries)


def _is_story(item: Element) -> bool:
    """Tell whether an item below "More stories" may be one: a few words with a link."""
    return len(_text(item)) <= _LONGEST_STORY and any(map(_leads_away, item.iter("a")))


def _is_of_card(heading: Element) -> bool:
    """Tell whether a heading has nothing with it but a picture that leads where it leads."""
    link = next((link for link in heading.iter("a") if _text(link) == _text(heading)), None)
    if link is None or not _leads_away(link) or len(_text(link).split()) < _FEWEST_WORDS:
        return False
    longest = len(_text(heading)) + _LONGEST_LABEL
    box = heading
    for holder in heading.iterancestors():
        if _is_longer(holder, longest):
            break
        box = holder
    pictures = (a for a in box.iter("a") if a.find(".//img") is not None)
    return any(picture.get("href") == link.get("href") for picture in pictures)


def _is_longer(element: Element, length: int) -> bool:
    """Tell whether an element has more words than so many characters, without reading them all."""
    for text in element.itertext():
        length -= len(" ".join(text.split()))
        if length < 0:
            return True
    return False


def _is_call(block: Element) -> bool:
    """Tell whether a paragraph asks its reader to click: "On our app, click here to watch"."""
    link = next((link for link in block.iter("a") if _CLICK.match(_text(link))), None)
    if link is None:
        return False
    text = _text(block)
    return len(text) <= _LONGEST_CALL and not re.search(r"[.!?]\s", text) and not may_speak(text)


def _is_label(text: str, *, in_list: bool) -> bool:
    """Tell whether words before a link announce it: "MORE :", in a list "A SIMPLE GUIDE:" too.

    Elsewhere a name in capitals is whoever speaks.
    """
    if len(text) > _LONGEST_LABEL or not text.endswith(_LABEL_END) or may_speak(text):
        return False
    in_capitals = text.isupper() and (in_list or not text.endswith(":"))
    return in_capitals or _LABEL.fullmatch(text) is not None


def _is_nothing(text: str) -> bool:
    """Tell whether words beside a link say nothing: marks, or the day of what it leads to."""
    return not _WORDS.search(text) or isinstance(read_date(text.strip(" -–—|,()")), str)


def _leads_away(link: Element) -> bool:
    href = (link.get("href") or "").strip()
    return bool(href) and not href.lower().startswith(("#", "mailto:", "tel:", "javascript:"))


def _is_of_topics(items: Element) -> bool:
    """Tell whether a list holds links to the topics of the article and at most a label."""
    if not items.xpath(_TOPICS):
        return False
    linked = sum(len(_text(link)) for link in items.iter("a"))
    return len(_text(items)) - linked <= _LONGEST_LABEL


def _is_among_prose(block: Element, prose: Counter[Element], teasers: Counter[Element]) -> bool:
    """Tell whether a link stands in an article and not in a list of links that is one itself."""
    holder = next((holder for holder in block.iterancestors() if prose[holder]), None)
    return holder is not None and prose[holder] >= _PROSE_TO_TEASERS * teasers[holder]


def _counted(blocks: Iterable[Element]) -> Counter[Element]:
    """Count how many of some blocks each element of the page holds."""
    return Counter(holder for block in blocks for holder in block.iterancestors())


def _is_prose(block: Element) -> bool:
    linked = sum(len(_text(link)) for link in block.iter("a"))
    return len(_text(block)) - linked >= _PROSE


def _is_apart(block: Element) -> bool:
    return any(holder.tag in _HELD_APART for holder in block.iterancestors())


def _holds_blocks(block: Element) -> bool:
    return any(inner.tag in _BLOCKS for inner in block.iterdescendants())


def _text(element: Element) -> str:
    return " ".join(element.text_content().split())
