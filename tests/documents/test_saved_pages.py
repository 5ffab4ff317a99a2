"""Whole pages saved as text, in the styles in which they come."""

from collections.abc import Callable

from quotecli.model import Article, Metadata

Read = Callable[..., Article]
Seen = Callable[[Article], list[str]]


def test_a_tabloid(read: Read, seen: Seen) -> None:
    article = read("""\
Home
News
Skip to main content

'I WON'T QUIT': Defiant mayor Ann Poe hits back at 'cowardly' rivals
- Mayor vows to stay after leaked tape
- Rivals called on her to go on Sunday
By JANE ROE, POLITICAL EDITOR FOR THE DAILY PLANET
PUBLISHED: 10:31 GMT, 5 May 2021 | UPDATED: 12:02 GMT, 6 May 2021

12
View comments

Mayor Ann Poe last night told critics to "put up or s*** up" after a tape of her f*** row leaked.

The 52-year-old said: 'I won't quit. I've got a job to do.'

Ann Poe outside her home yesterday (Image: Daily Planet)

Share this article
Share

She added: 'They're cowards - every last one of them.'
""")
    title = "'I WON'T QUIT': Defiant mayor Ann Poe hits back at 'cowardly' rivals"
    assert article.metadata == Metadata(
        title=title, author="JANE ROE", published="2021-05-05", updated="2021-05-06"
    )
    assert seen(article) == [
        "heading: News",
        f"title: {title}",
        "paragraph: Mayor vows to stay after leaked tape",
        "paragraph: Rivals called on her to go on Sunday",
        'paragraph: Mayor Ann Poe last night told critics to "put up or s*** up" after a tape of'
        " her f*** row leaked.",
        "paragraph: The 52-year-old said: 'I won't quit. I've got a job to do.'",
        "caption: Ann Poe outside her home yesterday (Image: Daily Planet)",
        "paragraph: She added: 'They're cowards - every last one of them.'",
    ]


def test_an_agency_wire(read: Read, seen: Seen) -> None:
    article = read("""\
Ministers agree river deal after night of talks

By Jane Roe and John Doe

LONDON, May 5 (Reuters) - Ministers from six states agreed a deal on Wednesday to share the water.

"It was close to failing at 3 a.m.," one of them said.

MORE TALKS

The six will meet again in June.

(Reporting by Jane Roe in London and John Doe in Bonn; Editing by Max Moe)

https://www.example-wire.com/world/ministers-agree-river-deal-2021-05-05/
""")
    assert article.metadata == Metadata(
        "Ministers agree river deal after night of talks",
        "https://www.example-wire.com/world/ministers-agree-river-deal-2021-05-05/",
        "example-wire.com",
        "Jane Roe; John Doe",
        None,
    )
    assert seen(article)[1:4] == [
        "paragraph: LONDON, May 5 (Reuters) - Ministers from six states agreed a deal on Wednesday"
        " to share the water.",
        'paragraph: "It was close to failing at 3 a.m.," one of them said.',
        "heading: MORE TALKS",
    ]


def test_a_newsletter_saved_from_the_mail(read: Read, seen: Seen) -> None:
    article = read("""\
From: The Morning Planet <morning@example.org>
Subject: The river deal, explained
Date: Thu, 6 May 2021 06:00:11 +0100
To: reader@example.org

View this email in your browser

The river deal, explained
=========================

Good morning. Six states agreed to share the water of the river last night.
Nobody expected it. "We could not go home without a text," said Ann Poe, the
Dutch minister, who had not slept for two days. Her German colleague, Max
Moe, called it "the best bad deal we could get". The farmers disagree.

> The deal is a disgrace, and we will
> fight it in court, in parliament and
> on the banks of the river.

That is what the farmers' union wrote to us. What happens now is less clear,
as the text has holes.

Sign up for our evening newsletter here
Unsubscribe
""")
    assert article.metadata == Metadata(title="The river deal, explained", published="2021-05-06")
    assert seen(article) == [
        "title: The river deal, explained",
        "paragraph: Good morning. Six states agreed to share the water of the river last night."
        ' Nobody expected it. "We could not go home without a text," said Ann Poe, the Dutch'
        " minister, who had not slept for two days. Her German colleague, Max Moe, called it"
        ' "the best bad deal we could get". The farmers disagree.',
        "quote: The deal is a disgrace, and we will fight it in court, in parliament and on"
        " the banks of the river.",
        "paragraph: That is what the farmers' union wrote to us. What happens now is less clear,"
        " as the text has holes.",
    ]


def test_a_blog_in_markdown(read: Read, seen: Seen) -> None:
    article = read(
        """\
# What the river deal *really* means

*by Jane Roe · 6 May 2021 · 4 min read*

![The river at Bonn](river.jpg "Bonn")

Six states [agreed](https://example.org/a_(b)) to share the water. **Ann Poe**, the Dutch minister,
told [a paper][1] that "nobody [in the room] was happy".

* "It was *close* to failing," said one official.
* "We were tired,"
  said another.

> "The deal is a disgrace," the union wrote.
> "We will fight it."

The note is here[^1].

[1]: https://example.org/paper
[^1]: See its site.
""",
        "blog.md",
    )
    assert article.metadata == Metadata(
        title="What the river deal really means", author="Jane Roe", published="2021-05-06"
    )
    assert seen(article) == [
        "title: What the river deal really means",
        "paragraph: Six states agreed to share the water. Ann Poe, the Dutch minister, told a paper"
        ' that "nobody [in the room] was happy".',
        'paragraph: "It was close to failing," said one official.',
        'paragraph: "We were tired," said another.',
        'quote: "The deal is a disgrace," the union wrote. "We will fight it."',
        "paragraph: The note is here.",
        "paragraph: See its site.",
    ]


def test_a_transcript(read: Read, seen: Seen) -> None:
    article = read("""\
TRANSCRIPT: Ann Poe on Planet Radio
Air date: May 6, 2021

JANE ROE: Are you happy with the deal?

ANN POE: Nobody is happy. [LAUGHTER] But we could not go home without a text, and I told the
others so (several times).

MR. SMITH: I disagree.
""")
    assert article.metadata == Metadata(
        title="TRANSCRIPT: Ann Poe on Planet Radio", published="2021-05-06"
    )
    assert seen(article)[1:] == [
        "paragraph: JANE ROE: Are you happy with the deal?",
        "paragraph: ANN POE: Nobody is happy. [LAUGHTER] But we could not go home without a text,"
        " and I told the others so (several times).",
        "paragraph: MR. SMITH: I disagree.",
    ]


def test_a_file_from_windows(read: Read, seen: Seen) -> None:
    source = (
        "Minister: river deal was close\r\nBy Jane Roe, May 6, 2021\r\n\r\n"
        "Ann Poe said the deal was close to failing at three in the morning.\r\n"
        "“We were tired,” she said.\r\n\r\n"
        "URL: https://example.org/2021/05/river-deal-\r\nwas-close\r\n"
    )
    article = read(source.encode("cp1252"))
    assert article.text == source
    assert article.metadata == Metadata(
        "Minister: river deal was close",
        "https://example.org/2021/05/river-deal-was-close",
        "example.org",
        "Jane Roe",
        "2021-05-06",
    )
    assert [p.message for p in article.problems] == ["read as windows-1252, not UTF-8"]
    assert seen(article)[1:] == [
        "paragraph: Ann Poe said the deal was close to failing at three in the morning.",
        "paragraph: “We were tired,” she said.",
    ]


def test_a_page_of_a_broadcaster_copied_by_hand(read: Read, seen: Seen) -> None:
    article = read("""\
Menu
River deal: Six states share the water
Published
6 May 2021
Share
Image source, Getty Images
Image caption, Ann Poe did not sleep for two days
By Jane Roe
Planet News

Six states have agreed to share the water of the river, after talks that lasted three days.
Ann Poe called it "the best bad deal".
Related Topics
Rivers
More on this story
""")
    assert article.metadata == Metadata(
        title="River deal: Six states share the water", author="Jane Roe", published="2021-05-06"
    )
    assert [block for block in seen(article) if not block.startswith(("caption", "heading"))] == [
        "title: River deal: Six states share the water",
        "paragraph: Six states have agreed to share the water of the river, after talks that lasted"
        " three days.",
        'paragraph: Ann Poe called it "the best bad deal".',
        "paragraph: Rivers",
    ]


def test_an_agency_page_with_its_furniture(read: Read, seen: Seen) -> None:
    article = read("""\
News ID: 4711
Published: 0314 GMT May 6, 2021

Poe: Talks with Moe ‘close to failing’

Poe: Talks with Moe ‘close to failing’

Dutch minister Ann Poe (C), German minister Max Moe (R) and a guest leave the talks in Bonn.

Dutch minister Ann Poe <u>said</u> the talks were “close to failing” at three in the morning.

**Related article:** [Poe: “No deal”](#)

She had told the

others so, she added.

Security Key:
Captcha refresh
Page Generated in 0/0123 sec
""")
    title = "Poe: Talks with Moe ‘close to failing’"
    assert article.metadata == Metadata(title=title, published="2021-05-06")
    assert article.blocks[0].pieces[0].start == article.text.index(title)
    assert seen(article)[1:] == [
        "caption: Dutch minister Ann Poe (C), German minister Max Moe (R) and a guest leave the"
        " talks in Bonn.",
        "paragraph: Dutch minister Ann Poe said the talks were “close to failing” at three in the"
        " morning.",
        "paragraph: She had told the others so, she added.",
    ]
