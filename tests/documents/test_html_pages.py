"""Saved HTML pages."""

from collections.abc import Callable

import pytest

from quotecli.errors import ReadError
from quotecli.model import Article, Metadata

Read = Callable[..., Article]
Seen = Callable[[Article], list[str]]
P = "<p>Six states agreed to share the water of the river last night, two officials said.</p>"
LEAD = (
    "paragraph: Six states agreed to share the water of the river last night, two officials said."
)


END = "<p>They will meet again in June, for three days, to fill the holes in the text.</p>"


def _page(head: str = "", body: str = P, before: str = "") -> str:
    return (
        f"<!DOCTYPE html>{before}<html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article>{body}{END}</article><footer>© 2027 Planet</footer></body></html>"
    )


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "“We were <em>very</em> <a href='/x'>tired</a>,” she said<br>on Monday.",
            "“We were very tired,” she said on Monday.",
        ),
        ("un<b>believ<i>a</i></b>ble, <span>she <u>said</u></span>.", "unbelievable, she said."),
        ("She said <q>no and <q>never</q></q>.", "She said “no and ‘never’”."),
        ("She said <q>“no”</q> twice.", "She said “no” twice."),
        ("&ldquo;R&amp;D&rdquo; is [sic] *starred*.", "“R&D” is [sic] *starred*."),
        ("One\n  line\twith   white space.", "One line with white space."),
    ],
)
def test_words_and_spaces_are_those_of_the_page(
    read: Read, seen: Seen, source: str, shown: str
) -> None:
    article = read(_page(body=f"<p>{source}</p>"), "a.html")
    assert seen(article)[0] == f"paragraph: {shown}"


def test_blocks_lie_in_the_text_with_a_blank_line_between(read: Read, seen: Seen) -> None:
    body = """<h1>Poe quits</h1><p>Ann Poe quit.</p><h2>What now?</h2>
      <blockquote><p>"I am sorry,"</p><p>She wrote so.</p></blockquote>
      <ul><li>"First thing," he said.</li><li>Second <em>thing</em></li></ul>
      <p>Question?<br><br>Answer.</p><p>Ann Poe quit.</p>
      <table><tr><td>"Cell," said Moe</td></tr></table>"""
    article = read(_page(body=body), "a.html")
    assert seen(article) == [
        "title: Poe quits",
        "paragraph: Ann Poe quit.",
        "heading: What now?",
        'quote: "I am sorry,"',
        "quote: She wrote so.",
        'paragraph: "First thing," he said.',
        "paragraph: Second thing",
        "paragraph: Question?",
        "paragraph: Answer.",
        "paragraph: Ann Poe quit.",
        'paragraph: "Cell," said Moe',
        "paragraph: They will meet again in June, for three days, to fill the holes in the text.",
    ]
    assert article.text.split("\n\n") == [block.partition(": ")[2] for block in seen(article)]


@pytest.mark.parametrize(
    "body",
    [
        "“We <b>won</b>,” she said.<br><br>They left.<br> <br/>Nobody spoke.",
        "<div>“We won,” she said.<br><br>They <i>left</i>.<br><br>Nobody spoke.</div>",
        "<table><tr><td>“We won,” she said.<br><br>They left.<p>Nobody spoke.</td></tr></table>",
        "<pre>“We won,” she said.\n\nThey\nleft.\n \nNobody spoke.</pre>",
        "<div>“We won,” she said.</div><div>They left.</div><div><span>Nobody spoke.</span></div>",
    ],
)
def test_pages_without_paragraphs_have_them_all_the_same(read: Read, seen: Seen, body: str) -> None:
    article = read(f"<html><body>{body}</body></html>", "a.html")
    assert seen(article) == [
        "paragraph: “We won,” she said.",
        "paragraph: They left.",
        "paragraph: Nobody spoke.",
    ]


def test_linked_data_tells_all(read: Read) -> None:
    head = """<link rel="canonical" href="https://news.example.co.uk/river">
      <title>River deal was close - Planet</title><script type="application/ld+json">
      {"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
       "headline": "River deal &amp; all", "datePublished": "2021-05-06T23:30:00-05:00",
       "dateModified": "2021-05-09", "publisher": {"name": "The Planet"},
       "author": [{"@type": "Person", "name": "Jane Roe"}, {"name": "John Doe"}]}]}</script>"""
    assert read(_page(head), "a.html").metadata == Metadata(
        "River deal & all",
        "https://news.example.co.uk/river",
        "The Planet",
        "Jane Roe; John Doe",
        "2021-05-06",
        "2021-05-09",
    )


def test_meta_elements_tell_all(read: Read) -> None:
    head = """<meta property="og:title" content="River deal was close | Planet">
      <meta property="og:site_name" content="Planet"><meta name="author" content="By AFP">
      <meta property="og:url" content="https://example.org/river">
      <meta property="article:published_time" content="2021-05-06T10:00:00Z">"""
    assert read(_page(head), "a.html").metadata == Metadata(
        "River deal was close", "https://example.org/river", "Planet", "AFP", "2021-05-06"
    )


def test_what_the_page_does_not_state_is_none(read: Read) -> None:
    head = """<meta property="article:modified_time" content="2021-05-09T10:00:00Z">
      <meta name="author" content="admin"><script type="application/ld+json">{broken</script>"""
    body = f"<time datetime='2021-05-08' class='updated'>x</time><img src='/2021/05/07/a.jpg'>{P}"
    assert read(_page(head, body), "a.html").metadata == Metadata(updated="2021-05-09")


def test_another_articles_linked_data_is_not_taken(read: Read) -> None:
    head = """<title>River deal was close</title><script type="application/ld+json">
      [{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"},
       {"@type": "NewsArticle", "headline": "Third", "datePublished": "2020-01-02"}]</script>"""
    assert read(_page(head), "a.html").metadata == Metadata(title="River deal was close")


@pytest.mark.parametrize(
    "body",
    [
        "<header><time datetime='2021-05-06T10:00'>today</time></header>",
        "<span itemprop='datePublished' content='2021-05-06'>x</span>",
        "<span class='published-date'>May 6, 2021</span>",
        "<p>Published: May 6, 2021</p>",
    ],
)
def test_the_day_of_publication_may_stand_in_the_body(read: Read, body: str) -> None:
    assert (
        read(_page(body=f"<h1>Poe quits</h1>{body}{P}"), "a.html").metadata.published
        == "2021-05-06"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<p class='byline'>By <a>Jane Roe</a></p>",
        "<a rel='author'>Jane Roe</a>",
        "<p>By Jane Roe</p>",
    ],
)
def test_the_byline_may_stand_in_the_body(read: Read, body: str) -> None:
    article = read(_page(body=f"<h1>Poe quits</h1>{body}{P}"), "a.html")
    assert article.metadata.author == "Jane Roe"


def test_a_browsers_remark_gives_the_address(read: Read) -> None:
    remark = "<!-- saved from url=(0031)https://news.example.co.uk/river -->"
    metadata = read(_page(before=remark), "a.html").metadata
    assert (metadata.url, metadata.outlet) == ("https://news.example.co.uk/river", "example.co.uk")


def test_the_declared_charset_is_respected(read: Read, seen: Seen) -> None:
    page = _page("<meta charset='windows-1250'>", "<p>Ann Poe of Łódź said “no” to it.</p>")
    article = read(page.encode("cp1250"), "a.html")
    assert seen(article)[0] == "paragraph: Ann Poe of Łódź said “no” to it."
    assert article.problems == ()


def test_an_xhtml_page_with_its_declaration_is_read(read: Read, seen: Seen) -> None:
    page = _page(body="<p>Poe said “no” to it.</p>", before="")
    page = '<?xml version="1.0" encoding="iso-8859-1"?>' + page
    assert seen(read(page.encode(), "a.xhtml"))[0] == "paragraph: Poe said “no” to it."


def test_comments_of_readers_are_left_out(read: Read) -> None:
    page = _page(body=P + "<div id='comments'><p>Bob said: this is a bad thing to do.</p></div>")
    assert "Bob" not in read(page, "a.html").text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html",
        "<!doctype html><html><body><script>a=1</script></body>",
    ],
)
def test_a_page_without_article_text_is_a_read_error(read: Read, page: str) -> None:
    with pytest.raises(ReadError, match=r"no article text in the page a\.html"):
        read(page, "a.html")


def test_nothing_is_logged_or_printed(read: Read, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ReadError):
        read("<html", "a.html")
    read("<p>Ann Poe said no.</p>", "a.html")
    assert capfd.readouterr() == ("", "")
