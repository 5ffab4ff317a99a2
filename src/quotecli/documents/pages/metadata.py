"""What a saved page says about its article, mostly in its head.

Only what a page states as fact. Its dates are in ``dates.py``.
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from quotecli.documents.lines.bylines import is_role, read_authors, read_byline
from quotecli.documents.lines.notes import About, read_notes
from quotecli.documents.lines.urls import read_url
from quotecli.documents.pages.dates import Dates, find_dates
from quotecli.model import Metadata
from quotecli.text.normalise import fold

Element: TypeAlias = Any  # lxml's; it ships no types

_AUTHOR = (
    "author article:author byl parsely-author sailthru.author dc.creator dcterms.creator"
    " citation_author"
).split()
_OUTLET = ["og:site_name", "publisher", "dc.publisher", "application-name"]
_TITLE = ["og:title", "headline", "twitter:title", "dc.title", "title"]
_BYLINES = "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline')]"
_NAMED = "//*[@itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]"
_BY = re.compile(r"by\s", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:authors?|words|(?:written |posted |published )?by|(?:veröffentlicht )?von|par|por)\b"
    r"\s*:?\s*)",
    re.IGNORECASE,
)
_LEADS_TO_NAME = re.compile(r"(?:\bby|\bauthors?|\bvon|\band|&|,|:)$", re.IGNORECASE)
_FOLLOWS_NAME = re.compile(r"(?:and\b|&|,|\|)", re.IGNORECASE)
_BYLINE_LEVELS = 3  # elements from a name to the one that holds its "By"
_LONGEST_NAME = 40
_SHORTEST_PARAGRAPH = 60
_BESIDE = frozenset({"figure", "figcaption", "aside", "footer", "nav"})
_LONGEST_BYLINE = 100
_NOBODY = frozenset({"admin", "administrator", "author", "editor", "staff", "webmaster"})
_ARTICLE_TYPE = re.compile(r"\w*Article|BlogPosting|LiveBlogPosting|Report|Review")
# Browsers note in a comment where a page came from.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|SingleFile\s+url:\s+(\S+)")
_HEAD = 4000  # characters in which that comment stands
_SITE_SUFFIX = re.compile(r"\s+[|–—·•-]\s+[^|–—·•]{2,60}$")


class Page(NamedTuple):
    """What a page says: its metadata but for the dates, the dates as they stand, its language."""

    metadata: Metadata = Metadata()
    dates: Dates = Dates()
    language: str | None = None


def read_page(tree: Element, source: str) -> Page:
    """Read what a page states of its article; what it does not is ``None``.

    Args:
        tree: the page as parsed.
        source: the page as text, with its comments.
    """
    meta = _meta(tree)
    linked = _linked_data(tree, meta)
    outlet = _outlet(meta, linked)
    title = _title(tree, meta, linked, outlet)
    author = _author(tree, meta, linked, title)
    if author is not None and outlet is not None and _squashed(author) == _squashed(outlet):
        author = None  # "by the paper" is nobody
    metadata = Metadata(
        title=title,
        url=_url(tree, source, meta, linked),
        outlet=outlet if outlet is None or _same_script(outlet, title) else None,
        author=author,
    )
    return Page(metadata, find_dates(tree, meta, linked), _language(tree, meta))


def _language(tree: Element, meta: dict[str, str]) -> str | None:
    root = tree.getroottree().getroot()
    return _clean(root.get("lang") or root.get("xml:lang")) or meta.get("content-language")


def _meta(tree: Element) -> dict[str, str]:
    """Give the page's ``<meta>`` values by their name, lower case; of several the first."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _clean(element.get("content") or element.get("value"))
        if name and content:
            values.setdefault(name.lower(), content)
    return values


def _linked_data(tree: Element, meta: dict[str, str]) -> dict[str, Any]:
    """Give the JSON-LD object of the page's own article, empty where that is not certain."""
    articles: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                value = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            articles += _articles(value)
    if len(articles) > 1:
        title = fold(meta.get("og:title", "") + " " + (tree.findtext(".//title") or ""))
        headlines = ((fold(_text(a.get("headline")) or ""), a) for a in articles)
        return next((a for headline, a in headlines if headline and headline in title), {})
    return articles[0] if articles else {}


def _articles(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _articles(item, depth)
    elif isinstance(value, dict) and depth < 4:
        types = value.get("@type")
        named = types if isinstance(types, list) else [types]
        if any(_ARTICLE_TYPE.fullmatch(str(name)) for name in named):
            yield value
        else:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _articles(value.get(key), depth + 1)


def _outlet(meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    """Give the outlet as its readers write it: "The Planet", not "theplanet"."""
    site, publisher = _first(meta, _OUTLET[:1]), _name(linked.get("publisher"))
    if site is not None and publisher is not None and " " not in site and " " in publisher:
        return publisher if _squashed(site) == _squashed(publisher) else site
    return site or publisher or _first(meta, _OUTLET[1:])


def _squashed(name: str) -> str:
    """Give a name as an address has it: "theplanet"."""
    bare = re.sub(r"\.(?:com?|org|net)(?:\.[a-z]{2})?$|\W", "", fold(name))
    return bare.removeprefix("the")


def _same_script(name: str, title: str | None) -> bool:
    """Tell whether a name is written as the title is: many head elements are another edition's."""
    latin = re.compile(r"[A-Za-z]")
    return title is None or latin.search(title) is None or latin.search(name) is not None


def _title(
    tree: Element, meta: dict[str, str], linked: dict[str, Any], outlet: str | None
) -> str | None:
    """Give the headline that a reader sees, else the one that the head states."""
    stated = _text(linked.get("headline")) or _first(meta, _TITLE)
    named = _clean(tree.findtext(".//head/title"))
    headings = [_clean(heading.text_content()) for heading in tree.iter("h1")]
    for heading in headings:
        if heading and any(heading in other for other in (stated, named) if other):
            return heading
    if len(headings) == 1 and headings[0] and (stated is None or _is_like(headings[0], stated)):
        return headings[0]
    title = stated or named
    if title is None:
        return next((heading for heading in headings if heading), None)
    suffix = _SITE_SUFFIX.search(title)
    if suffix and (title is named or (outlet and fold(outlet) in fold(suffix[0]))):
        title = title[: suffix.start()]
    return title


def _is_like(heading: str, stated: str) -> bool:
    """Tell whether a heading is the stated title in other words: half of them are the same."""
    words, others = (set(re.findall(r"\w+", fold(text))) for text in (heading, stated))
    return len(words) > 3 and 2 * len(words & others) >= len(words)


def _url(tree: Element, source: str, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if e.get("rel", "").lower() == "canonical"]
    page = linked.get("mainEntityOfPage")
    stated = [
        *links,
        meta.get("og:url"),
        _text(linked.get("url")),
        _text(page.get("@id") if isinstance(page, dict) else page),
    ]
    for url in stated:
        if url and (read := read_url(url)):
            return read
    saved_from = _SAVED_FROM.search(source, 0, _HEAD)
    return read_url(saved_from[1] or saved_from[2]) if saved_from else None


def _author(
    tree: Element, meta: dict[str, str], linked: dict[str, Any], title: str | None
) -> str | None:
    people = linked.get("author")
    names = [_name(person) for person in (people if isinstance(people, list) else [people])]
    stated = "; ".join(dict.fromkeys(name for name in names if name)) or _first(meta, _AUTHOR)
    if stated and _is_author(stated) and _same_script(stated, title):
        return read_byline(stated) or stated
    for element in tree.xpath(_BYLINES):
        text = _clean(element.text_content())
        if text and (author := read_byline(_opening(element)) or read_byline(text)):
            return author
        if text and element.get("rel") == "author" and (author := read_byline(f"By {text}")):
            return author
    for found in (_dated_bylines(tree), _bare_bylines(tree), _linked_bylines(tree)):
        authors = {author for author in found if not is_role(author)}
        if len(authors) == 1:  # several are those of other articles' cards too
            return authors.pop()
    return None


def _opening(element: Element) -> str:
    """Give the words an element begins with, as far as they belong together.

    "By", "Jane Roe", "and", "Ann Poe" do, each an element; "Twitter" behind them does not.
    """
    words: list[str] = []
    for text in map(_clean, element.itertext()):
        if not text:
            continue
        if words and not (_LEADS_TO_NAME.search(words[-1]) or _FOLLOWS_NAME.match(text)):
            break
        words.append(text)
    return " ".join(words).replace(" ,", ",")


def _byline(element: Element) -> str | None:
    """Read a byline, with the day behind it that many pages give in the same element."""
    notes = read_notes(_opening(element))
    return next((note.value for note in notes if note.about is About.AUTHOR), None)


def _dated_bylines(tree: Element) -> Iterator[str]:
    """Give the names of bylines that hold a day too: "By Jane Roe | May 4, 2021"."""
    yield from filter(None, map(_byline, tree.xpath(_BYLINES)))


def _bare_bylines(tree: Element) -> Iterator[str]:
    """Give the full names that stand alone where a page has its byline."""
    for element in tree.xpath(_NAMED):
        text = _opening(element)
        name = _LABEL.sub("", text)
        is_all = _squashed(text) == _squashed(element.text_content())
        if is_all and " " in name and name[0].isupper() and (author := read_authors(name)):
            yield author


def _linked_bylines(tree: Element) -> Iterator[str]:
    """Give the names that are links behind the word "By", above the article's second paragraph.

    The first may be its standfirst; below are commenters and the authors of other articles.
    """
    paragraphs = 0
    for element in tree.iter("a", "p"):
        name = _clean(element.text_content()) or ""
        if element.tag == "p":
            paragraphs += len(name) >= _SHORTEST_PARAGRAPH
            if paragraphs > 1:
                return
            continue
        if not name or " " not in name or len(name) > _LONGEST_NAME or _is_beside(element):
            continue
        for holder in list(element.iterancestors())[:_BYLINE_LEVELS]:
            if len(holder.text_content()) > _LONGEST_BYLINE:
                break
            if _BY.match(_opening(holder)) and (author := _byline(holder)):
                yield author
                break


def _is_beside(link: Element) -> bool:
    return any(holder.tag in _BESIDE for holder in link.iterancestors())


def _is_author(stated: str) -> bool:
    return stated.lower() not in _NOBODY and not stated.startswith(("http", "@", "//"))


def _first(meta: dict[str, str], names: list[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _name(value: object) -> str | None:
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: object) -> str | None:
    return _clean(html.unescape(value)) if isinstance(value, str) else None


def _clean(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
