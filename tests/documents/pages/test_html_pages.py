"""Saved HTML pages."""

import re
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


P2 = "<p>The water will be shared by weight of fields and not by heads, for the first time.</p>"
P3 = "<p>Farmers along the lower river had asked for that since the drought of the year before.</p>"

SHIP = "<li><a href='/b'>Pride of the Northern Harbour, built in Ashby</a></li>"


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


def test_words_for_screen_readers_are_left_out(read: Read, seen: Seen) -> None:
    hidden = "clip:rect(0 0 0 0);height:1px;position:absolute"
    link = f"<a href='/r'>report<span style='{hidden}'>, opens new tab</span></a>"
    body = f"<p>The {link} says <b>no<i class='sr-only'> bold</i></b> to it.</p>"
    assert seen(read(_page(body=body), "a.html"))[0] == "paragraph: The report says no to it."


def test_a_long_text_that_a_script_will_show_stays(read: Read, seen: Seen) -> None:
    words = "Six states agreed to share the water of the river, and will meet again in June or May."
    body = f"<p><span style='display:none'>{words}</span></p>"
    assert f"paragraph: {words}" in seen(read(_page(body=body), "a.html"))


def test_cards_of_other_articles_are_left_out(read: Read, seen: Seen) -> None:
    card = "<a href='/dam'><h3>Dam bursts</h3><p>A dam burst, two officials said on Friday.</p></a>"
    found = seen(read(_page(body=f"{P}<div>{card}</div>"), "a.html"))
    assert found[0] == LEAD
    assert not any("dam" in line.lower() for line in found)


def test_a_linked_headline_stays(read: Read, seen: Seen) -> None:
    body = f"<a href='/river'><h1>River deal was close</h1></a>{P}"
    assert seen(read(_page(body=body), "a.html"))[0] == "title: River deal was close"


@pytest.mark.parametrize(
    "gap",
    [
        "<div class='poll-widget'><div>Vote now</div></div>",
        "<span class='id-r br' data-pos='2'></span>",
        "<br><br>",
    ],
)
def test_what_stands_between_paragraphs_never_glues_them(read: Read, seen: Seen, gap: str) -> None:
    one = "They warned the six states for the second time this week."
    two = "He named the talks a game that nobody could win by waiting."
    found = seen(read(_page(body=f"<div>{one}{gap}{two}</div>"), "a.html"))
    assert [line for line in found if "Vote" not in line][:2] == [
        f"paragraph: {one}",
        f"paragraph: {two}",
    ]


def test_a_pull_quote_is_not_said_twice(read: Read, seen: Seen) -> None:
    words = "Nobody in this valley has slept since the river rose"
    body = (
        f"{P}<blockquote><p>‘{words}’</p><p>— Mayor Ann Poe</p></blockquote>"
        f"<p>“{words},” Mayor Ann Poe said.</p>"
    )
    found = seen(read(_page(body=body), "a.html"))
    assert found[1] == f"paragraph: “{words},” Mayor Ann Poe said."


def test_a_caption_in_the_words_of_the_text_is_left_out(read: Read, seen: Seen) -> None:
    line = "The old bridge carried ten thousand people a day"
    body = f"<p>{line} until it fell on Friday.</p><p>{line}</p>{P}"
    assert seen(read(_page(body=body), "a.html"))[1] == LEAD


@pytest.mark.parametrize(
    "words", ["We will not go.", "“People of this valley, and you who came to hear us today!"]
)
def test_words_may_be_said_twice(read: Read, seen: Seen, words: str) -> None:
    body = f"{P}<p>{words}</p><p>“Never,” she said.</p><p>{words}</p>"
    assert seen(read(_page(body=body), "a.html")).count(f"paragraph: {words}") == 2


def test_a_heading_in_capitals_is_one_though_the_page_marks_it_as_text(
    read: Read, seen: Seen
) -> None:
    found = seen(read(_page(body=f"{P}<p>‘WE HAD PLANS’</p><p>NO, SHE SAID.</p>"), "a.html"))
    assert found[1:3] == ["heading: ‘WE HAD PLANS’", "paragraph: NO, SHE SAID."]


@pytest.mark.parametrize(
    ("site", "publisher", "outlet"),
    [
        ("theplanet", "The Planet", "The Planet"),
        ("Planet.co.uk", "The Planet", "The Planet"),
        ("Planet", "Planet Media Group", "Planet"),
        ("9News", "Nine Planet", "9News"),
    ],
)
def test_the_outlet_is_written_as_its_readers_write_it(
    read: Read, site: str, publisher: str, outlet: str
) -> None:
    head = f"""<meta property="og:site_name" content="{site}"><script type="application/ld+json">
      {{"@type": "NewsArticle", "headline": "River", "publisher": {{"name": "{publisher}"}},
       "author": {{"name": "{publisher}"}}}}</script>"""
    metadata = read(_page(head), "a.html").metadata
    assert metadata.outlet == outlet
    assert metadata.author == (None if outlet == publisher else publisher)


def test_names_in_another_script_than_the_title_are_another_editions(read: Read) -> None:
    head = """<link rel="canonical" href="https://news.example.co.uk/r">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "River deal close",
       "publisher": {"name": "行星報"}, "author": {"name": "行星"}}</script>"""
    body = f"<h1>River deal close</h1><p class='byline'>By Jane Roe / Planet Staff Writer</p>{P}"
    metadata = read(_page(head, body), "a.html").metadata
    assert (metadata.outlet, metadata.author) == ("example.co.uk", "Jane Roe")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Poe defiant over taking Doe's boats", "Poe defiant over taking Doe's boats"),
        ("The Daily Planet", "Poe says she will go on taking boats from Doe"),
    ],
)
def test_the_headline_on_the_page_goes_before_one_like_it_in_the_head(
    read: Read, heading: str, title: str
) -> None:
    stated = "Poe says she will go on taking boats from Doe"
    head = f'<meta property="og:title" content="{stated}">'
    article = read(_page(head, f"<h1>{heading}</h1>{P}"), "a.html")
    assert article.metadata.title == title


def test_another_heading_is_not_the_title(read: Read, seen: Seen) -> None:
    head = '<meta property="og:title" content="River deal was close"><title>x</title>'
    body = f"<h2>Highlights</h2>{P}"
    assert seen(read(_page(head, body), "a.html"))[0] == "heading: Highlights"


def test_nothing_follows_the_last_line_of_an_agency(read: Read, seen: Seen) -> None:
    body = f"{P}{END}<p>Reporting by Jane Roe in Bonn; Editing by Max Moe</p><p>Fevers rose.</p>"
    found = seen(read(_page(body=body.replace(END, "")), "a.html"))
    assert "paragraph: Fevers rose." not in found


def test_a_line_over_the_text_that_ends_in_by_is_not_the_first_paragraph(
    read: Read, seen: Seen
) -> None:
    over = (
        "Beyond the cheerful headlines of the week some of the yards on the river are barely"
        " scraping by"
    )
    first = "Orders rose by six per cent in May, the first rise in two years, the board said."
    article = read(_page(body=f"<h1>Yards</h1><p>{over}</p><p>{first}</p>"), "a.html")
    assert seen(article)[1:3] == [f"paragraph: {over}", f"paragraph: {first}"]


def test_a_paragraph_that_an_advertisement_broke_is_one(read: Read, seen: Seen) -> None:
    broken = "The board said on Monday that orders for the yards on the river had been rising by"
    rest = "six per cent since May."
    article = read(_page(body=f"<p>{broken}</p><p>{rest}</p>"), "a.html")
    assert seen(article)[0] == f"paragraph: {broken} {rest}"


def test_a_few_words_without_a_stop_over_a_paragraph_are_a_heading(read: Read, seen: Seen) -> None:
    body = f"<h1>Mine</h1><p>“Two of us work there.”</p><p>Chiefs respond</p>{P}"
    article = read(_page(body=body), "a.html")
    assert seen(article)[2:4] == ["heading: Chiefs respond", LEAD]


def test_a_line_all_in_capitals_is_a_link_to_another_story(read: Read, seen: Seen) -> None:
    link = "VIDEO SHOWS MEN ACCUSED OF SINKING THE FERRY WALKING HOME WITH THE MAYOR, CAPTAIN"
    article = read(_page(body=f"{P}<p>{link}</p>{P}"), "a.html")
    assert f"heading: {link}" in seen(article)


@pytest.mark.parametrize(
    "link",
    [
        "<p>MORE : <a href='/b'>Two ferries collide in fog off the northern harbour</a></p>",
        "<p><strong><a href='/b'>WHY THE FERRY SANK IN A CALM SEA</a></strong></p>",
        "<p>[<a href='/b'>The ferries of the north and their captains</a>]</p>",
        "<p><em><a href='/live'>Follow all the news of the storm on our live blog.</a></em></p>",
        "<p><i>If you have our app, <a href='/tv'>click here to watch it live</a></i></p>",
        "<ul><li><a href='/b'>Ferry sinks in fog off Ashby</a> - May 4, 2027</li></ul>",
        "<ul><li>A SHORT GUIDE: <a href='/b'>How do I get home?</a></li></ul>",
        "<div>More Planet stories</div><ul><li>The ferry <a href='/b'>and its men</a></li></ul>",
        "<ul><li>Filed in</li><li><a rel='tag' href='/t'>Ferries</a></li></ul>",
    ],
)
def test_what_only_leads_to_another_page_is_left_out(read: Read, seen: Seen, link: str) -> None:
    assert seen(read(_page(body=f"{P}{P2}{link}{P3}"), "a.html")) == [
        LEAD,
        *(f"paragraph: {text[3:-4]}" for text in (P2, P3, END)),
    ]


@pytest.mark.parametrize(
    "linked",
    [
        "<p><a href='/b'>Two ferries had collided in the fog, the harbour master said.</a></p>",
        "<p><a href='/b'>Two ferries had collided in the fog, the harbour master said</a></p>",
        "<p><a href='/b'>“Nobody has ever been so sorry”</a></p>",
        "<p><a href='#names'>What the two captains had to say</a></p>",
        "<p>ROE: <a href='/b'>Why did nobody call for help?</a></p>",
        "<p>The mayor, <a href='/roe'>Jane Roe</a></p>",
        f"<p>These sank:</p><ul>{3 * SHIP}</ul>",
        "<ul><li><a href='/b'>Pride of the Northern Harbour</a></li><li>Ashby, in fog</li></ul>",
    ],
)
def test_a_linked_sentence_or_fact_of_the_article_stays(
    read: Read, seen: Seen, linked: str
) -> None:
    found = seen(read(_page(body=f"{P}{P2}{linked}{P3}"), "a.html"))
    words = " ".join(re.sub("<[^>]+>", " ", linked).split()).split()[-3:]
    assert any(line.endswith(" ".join(words)) for line in found)


def test_a_list_of_links_that_is_the_article_stays(read: Read, seen: Seen) -> None:
    link = "The ferry number {} to Ashby and back is late again"
    texts = enumerate((P, P2, P3))
    links = "".join(f"<p><a href='/{n}'>{link.format(n)}</a></p>{text}" for n, text in texts)
    assert f"paragraph: {link.format(2)}" in seen(read(_page(body=links), "a.html"))


def test_the_card_of_another_article_is_known_by_its_picture(read: Read, seen: Seen) -> None:
    card = "<h3><a href='/b'><img src='b.png' alt='x'>Ferry sinks in thick fog off Ashby</a></h3>"
    found = seen(read(_page(body=f"{P}{P2}{card}{P3}"), "a.html"))
    assert not any("Ferry sinks" in line for line in found)


def test_words_about_a_new_window_are_no_part_of_the_sentence(read: Read, seen: Seen) -> None:
    link = "<a href='/b'>said<span>Opens a new window </span></a>"
    article = read(_page(body=f"<p>The two captains {link} that nobody was hurt.</p>"), "a.html")
    assert seen(article)[0] == "paragraph: The two captains said that nobody was hurt."


def test_a_button_in_a_sentence_is_words_of_it(read: Read, seen: Seen) -> None:
    button = "<button class='term'>ballast</button>"
    article = read(_page(body=f"<p>The ship had lost its {button} in the storm.</p>"), "a.html")
    assert seen(article)[0] == "paragraph: The ship had lost its ballast in the storm."


@pytest.mark.parametrize(
    "heading",
    [
        "<h2 id='n'>The night of the storm <a href='#n'><svg><path d='M0'></path></svg></a></h2>",
        "<h2 id='n'>The night of the storm <a href='#n'>¶</a></h2>",
        "<h2><div><a name='n'>The night of the storm</a></div></h2>",
    ],
)
def test_a_heading_with_a_link_to_itself_is_one(read: Read, seen: Seen, heading: str) -> None:
    found = seen(read(_page(body=f"{P}{heading}{P2}"), "a.html"))
    assert found[1] == "heading: The night of the storm"


def test_headings_stay_where_nothing_tells_which_element_is_the_article(
    read: Read, seen: Seen
) -> None:
    body = f"<div><div id='x7'>{P}<h2>The night of the storm</h2>{P2}{P3}</div></div>"
    page = f"<html><body>{body}</body></html>"
    assert seen(read(page, "a.html"))[1] == "heading: The night of the storm"


_STORY = "".join(
    f"<p>The harbour master told the inquiry of the {n} hour of the night of the storm, in which"
    " two ferries were lost and six men saved by the crew of a tug.</p>"
    for n in ("first", "second", "third", "fourth")
)
_REST = "".join(
    f"<p>The {n} captain said that he had seen no light and heard no horn that night.</p>"
    for n in ("first", "second", "third")
)


def _in_parts(over: str) -> str:
    advertisement = "<div class='row ad'><div class='slot'></div></div>"
    row = "<div class='row'>{}<div class='article__body'>{}</div></div>"
    parts = row.format("", _STORY) + advertisement + row.format(over, _REST)
    return f"<html><body><main><div class='chunks'>{parts}</div></main></body></html>"


def test_the_parts_of_a_body_around_an_advertisement_are_one(read: Read, seen: Seen) -> None:
    found = seen(read(_in_parts(""), "a.html"))
    assert len(found) == 7
    assert found[-1].startswith("paragraph: The third captain said")


@pytest.mark.parametrize("over", ["<div class='h6'>Another ferry</div>", "<time>May 4</time>"])
def test_the_bodies_of_two_articles_are_not_joined(read: Read, seen: Seen, over: str) -> None:
    assert len(seen(read(_in_parts(over), "a.html"))) == 4


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("<div class='byline'>Jane Roe</div>", "Jane Roe"),
        ("<div class='byline'>By Jane Roe | May 4, 2027 12:01 PM</div>", "Jane Roe"),
        ("<div class='byline'><b>By Jane Roe</b><b>Twitter</b></div>", "Jane Roe"),
        ("<p>By <a href='/roe'>Jane Roe</a>, May 4, 2027</p>", "Jane Roe"),
        ("<div><b>By</b><b><a href='/roe'>J.R. Roe</a></b></div>", "J.R. Roe"),
        ("<div class='byline'>Planet Staff</div>", None),
        ("<div class='byline'>Jane Roe</div><div class='byline'>Max Moe</div>", None),
        ("<p itemprop='author'>Photograph by Max Moe, Planet Creative</p>", None),
    ],
)
def test_the_author_is_who_the_page_names_as_such(
    read: Read, byline: str, author: str | None
) -> None:
    assert read(_page(body=f"<h1>River deal</h1>{byline}{P}"), "a.html").metadata.author == author


@pytest.mark.parametrize(
    "other",
    [
        "<div class='comment'><div>By <a href='/u/9'>Max Moe</a></div><p>Well said.</p></div>",
        "<div class='card'><b>Another river</b><div>By <a href='/moe'>Max Moe</a></div></div>",
    ],
)
def test_who_is_linked_below_the_article_is_not_its_author(read: Read, other: str) -> None:
    page = _page(body=f"<h1>River deal</h1>{P}{END}{other}")

    assert read(page, "a.html").metadata.author is None


def test_a_photographer_is_not_the_author(read: Read) -> None:
    figure = (
        "<figure><figcaption>The river. <b>By <a href='/m'>Max Moe</a></b></figcaption></figure>"
    )

    assert read(_page(body=f"<h1>River deal</h1>{figure}{P}"), "a.html").metadata.author is None
