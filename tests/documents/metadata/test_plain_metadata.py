"""What a plain text tells about itself."""

from collections.abc import Callable

import pytest

from quotecli.model import Article, Metadata

Read = Callable[..., Article]
Seen = Callable[[Article], list[str]]
LEAD = "Six states agreed to share the water of the river last night, two officials said."
TEXT = (
    f"River deal was close\n\n{{}}\n\n{LEAD}\n\nThey will meet again in June to fill the holes.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "May 6, 2021",
        "Published: 0314 GMT May 6, 2021",
        "PUBLISHED: 10:31 GMT, 6 May 2021 | UPDATED: 12:02 GMT, 7 May 2021",
        "Published May 6, 2021Updated May 7, 2021",
        "Published On 6 May 2021",
        "Published\n6 May 2021",
        "Updated:\n7 May 2021\nPublished:\n6 May 2021",
        "Posted on May 6, 2021 by Jane Roe",
        "By Jane Roe, May 6, 2021",
        "By Jane Roe - May 6, 2021 - 4 min read",
        "Posted by Jane Roe on May 6, 2021",
        "Bonn | 6 May 2021",
        "Source: Planet | 2021-05-06 10:31:02 | Editor: jroe",
        "**Published:** May 6, 2021 **Author:** Jane Roe",
        "Last modified on Fri 7 May 2021 09.00 BST\n\nFirst published on Thu 6 May 2021 10.00 BST",
    ],
)
def test_a_date_line_at_the_head_is_the_day_of_publication(
    read: Read, seen: Seen, line: str
) -> None:
    article = read(TEXT.format(line))
    assert article.metadata.published == "2021-05-06"
    assert article.problems == ()
    assert seen(article)[:2] == ["title: River deal was close", f"paragraph: {LEAD}"]


@pytest.mark.parametrize(
    "line",
    [
        "Updated: May 6, 2021",
        "Last modified 6 May 2021",
        "Updated\nMay 6, 2021",
        "5 hours ago",
        "May 2021",
        "The ministers met in a hotel in Bonn on May 6, 2021, and stayed.",
    ],
)
def test_no_other_date_is_the_day_of_publication(read: Read, line: str) -> None:
    assert read(TEXT.format(line)).metadata.published is None


def test_the_date_beside_a_byline_may_stand_under_the_standfirst(read: Read) -> None:
    head = f"{LEAD}\n\nBy Jane Roe\n\n6 May 2021"
    metadata = read(TEXT.format(head)).metadata
    assert (metadata.author, metadata.published) == ("Jane Roe", "2021-05-06")


def test_a_chronicle_has_no_day_of_publication(read: Read, seen: Seen) -> None:
    article = read(
        TEXT.format("1 March 2021") + "\n4 May 2021\n\nThen they met again, in a hotel in Bonn.\n"
    )
    assert article.metadata.published is None
    assert "heading: 4 May 2021" in seen(article)


def test_the_pages_own_date_over_the_title_is_not_the_articles(read: Read) -> None:
    article = read("Saturday, 5 June 2027\nThe Planet\n" + TEXT.format("6 May 2021"))
    assert article.metadata.published == "2021-05-06"


def test_two_dates_at_the_head_are_none_with_a_problem(read: Read) -> None:
    article = read(TEXT.format("6 May 2021\n\n7 May 2021"))
    assert article.metadata.published is None
    assert [p.code for p in article.problems] == ["ambiguous-date"]


def test_an_undecided_date_is_none_with_a_problem_unless_one_is_given(read: Read) -> None:
    source = TEXT.format("Published: 03/04/2021")
    article = read(source)
    assert article.metadata.published is None
    assert "03/04/2021" in article.problems[0].message
    assert read(source, given=Metadata(published="2021-04-03")).problems == ()


def test_a_labelled_head_is_read_whole(read: Read, seen: Seen) -> None:
    head = "Title: Poe quits\nAuthor: Jane Roe\nDate: 2021-05-06\nSource: The Planet\n"
    article = read(f"{head}URL: https://example.org/a\n\n{LEAD}\n")
    assert article.metadata == Metadata(
        "Poe quits", "https://example.org/a", "The Planet", "Jane Roe", "2021-05-06"
    )
    assert seen(article) == [f"paragraph: {LEAD}"]


@pytest.mark.parametrize(
    "foot",
    [
        "Original url:\n\n<https://example.org/a-river-deal>",
        "Original url: <https://example.org/a-river-\ndeal>",
        "URL: https://example.org/a-ri ver-deal",
        "Source: [The Planet](https://example.org/a-river-deal)",
        "Link:\nhttps://example.org/a-river-\n\ndeal/\n".replace("deal/", "deal?"),
        "Permalink: https://example.org/a-river-deal",
        "https://example.org/a-river-deal",
        "[https://example.org/a-river-deal](https://example.org/a-river-deal)",
        "https://other.example.com/x\n\nOriginal url: https://example.org/a-river-deal",
    ],
)
def test_an_address_at_the_foot_is_the_articles(read: Read, seen: Seen, foot: str) -> None:
    article = read(TEXT.format("6 May 2021") + "\n" + foot)
    assert (article.metadata.url or "").rstrip("?") == "https://example.org/a-river-deal"
    assert article.metadata.outlet == "example.org"
    assert len(seen(article)) == 3


def test_an_address_at_the_head_is_the_articles(read: Read) -> None:
    article = read("https://example.org/a\n\n" + TEXT.format("6 May 2021"))
    assert article.metadata.url == "https://example.org/a"
    assert article.metadata.title == "River deal was close"


@pytest.mark.parametrize(
    "line",
    [
        "Read it at https://example.org/a if you can, the minister said to us.",
        "See [the deal](https://example.org/a), which has forty pages and no index.",
        "https://example.org/a\n\nhttps://example.org/b",
    ],
)
def test_other_addresses_are_not_the_articles(read: Read, line: str) -> None:
    article = read(TEXT.format("6 May 2021") + "\n" + line)
    assert (article.metadata.url, article.metadata.outlet) == (None, None)


@pytest.mark.parametrize(
    "head",
    [
        "Rivers, Ann Poe\n\nRiver deal was close, after all",
        "World\n\nRiver deal was close, after all",
        "River deal was close, after all\n\nRiver deal was close, after all",
        "Menu\n\n# River deal was *close*, after all\n\nWhat the ministers of six states want now",
        "River deal was close, after all\n\nWhat the ministers of the six states in Bonn want now",
        "River deal was close, after all\n===============================",
    ],
)
def test_the_title_is_found_among_the_first_lines(read: Read, seen: Seen, head: str) -> None:
    article = read(f"{head}\n\n{LEAD}\n")
    assert article.metadata.title == "River deal was close, after all"
    titles = [block for block in seen(article) if "River deal was close" in block]
    assert titles == ["title: River deal was close, after all"]


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "Ann Poe said she was ready to sign\n\nMax Moe was not.",
        "Ann Poe is ready to sign the\n\ndeal, and Max Moe is not ready to sign anything.",
        "“We won,” she says\n\n“They lost,” he says",
    ],
)
def test_a_text_without_a_title_has_none_and_loses_no_line(
    read: Read, seen: Seen, text: str
) -> None:
    article = read(text)
    assert article.metadata.title is None
    assert {block.partition(":")[0] for block in seen(article)} == {"paragraph"}


def test_what_the_user_gives_goes_before_what_is_found_field_by_field(read: Read) -> None:
    source = "---\ntitle: Front\nauthor: Jane Roe\n---\n" + TEXT.format("6 May 2021")
    given = Metadata(title="Mine", url="https://news.example.co.uk/a")
    assert read(source, given=given).metadata == Metadata(
        "Mine", "https://news.example.co.uk/a", "example.co.uk", "Jane Roe", "2021-05-06"
    )


@pytest.mark.parametrize("line", ["Photo by Max Moe", "Image by Max Moe | 6 May 2021", "Max Moe"])
def test_other_names_at_the_head_are_not_the_authors(read: Read, line: str) -> None:
    assert read(TEXT.format(line)).metadata.author is None


def test_a_remark_on_who_helped_is_no_byline_and_stays_in_the_text(read: Read, seen: Seen) -> None:
    article = read(TEXT.format("6 May 2021") + "\n*AFP contributed reporting.*\n")
    assert article.metadata.author is None
    assert seen(article)[-1] == "paragraph: AFP contributed reporting."


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE: Ann Poe has resigned as minister.",
        "Source of the quarrel: the water of the river.",
        "To: the minister. From: us.",
        "By the river: the six states and their wishes.",
        "Date: nobody would name one.",
        "Original: that is the word for it.",
    ],
)
def test_a_sentence_that_looks_like_a_label_stays(read: Read, seen: Seen, line: str) -> None:
    assert f"paragraph: {line}" in seen(read(TEXT.format("6 May 2021") + "\n" + line + "\n"))
    assert f"paragraph: {line}" in seen(read(TEXT.format(line)))
