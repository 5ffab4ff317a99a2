"""The day of the last change, which never stands in for the day of publication."""

import json
from collections.abc import Callable

import pytest

from quotecli.model import Article

Read = Callable[..., Article]
BODY = (
    "Ann Poe said on the pier that she would go, as the deal was dead and nobody had called.\n\n"
    "She told the crowd that nobody had warned her of it, and that she was sorry for the town.\n"
)
PAGE = "".join(f"<p>{paragraph}</p>" for paragraph in BODY.split("\n\n") * 3)


def _days(article: Article) -> tuple[str | None, str | None]:
    return article.metadata.published, article.metadata.updated


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        ("Published: 1 Nov 2020\nUpdated: 3 Nov 2020", "2020-11-01", "2020-11-03"),
        ("Published November 1, 2020\n\nUpdated November 3, 2020", "2020-11-01", "2020-11-03"),
        ("Published November 1, 2020 | Updated November 3, 2020", "2020-11-01", "2020-11-03"),
        ("First published on 1 Nov 2020\nLast updated on 3 Nov 2020", "2020-11-01", "2020-11-03"),
        ("Updated 3 Nov 2020", None, "2020-11-03"),
        ("Updated: 0314 GMT November 27, 2020", None, "2020-11-27"),
        ("Last modified: 2020-11-03T23:30:00-05:00", None, "2020-11-03"),
        ("Published: 1 Nov 2020\n\nUpdated:\n3 Nov 2020", "2020-11-01", "2020-11-03"),
        ("By Jane Roe, 1 November 2020\nUpdated 10:05 GMT, 3 November 2020", "2020-11-01",
         "2020-11-03"),
        ("1 November 2020", "2020-11-01", None),
        ("Published: 3 Nov 2020\nUpdated: 1 Nov 2020", "2020-11-03", None),
        ("Published: 1 Nov 2020\nAccessed: 9 Nov 2020", "2020-11-01", None),
    ],
)  # fmt: skip
def test_lines_of_a_text(
    read: Read, lines: str, published: str | None, updated: str | None
) -> None:
    assert _days(read(f"The deal is dead\n\n{lines}\n\n{BODY}")) == (published, updated)


@pytest.mark.parametrize(
    "remark",
    [
        "This article was amended on 3 November 2020 to correct the height of the pier.",
        "This story was last updated on November 3, 2020.",
        "• This article was corrected on 3 November 2020. The pier is in Tessik.",
    ],
)
def test_a_remark_of_the_editors(read: Read, remark: str) -> None:
    article = read(f"The deal is dead\n\nPublished: 1 Nov 2020\n\n{BODY}\n{remark}\n")
    assert _days(article) == ("2020-11-01", "2020-11-03")


@pytest.mark.parametrize("key", ["updated", "modified", "last-modified", "lastmod", "updated_at"])
def test_front_matter_and_json_lines(read: Read, key: str) -> None:
    front = f"---\npublished: 2020-11-01\n{key}: Nov 3, 2020 10:00 EST\n---\n{BODY}"
    line = json.dumps({"text": BODY, "published": "2020-11-01", key: "2020-11-03T10:00:00Z"})

    assert _days(read(front, "a.md")) == ("2020-11-01", "2020-11-03")
    assert _days(read(line, "a.jsonl")) == ("2020-11-01", "2020-11-03")


@pytest.mark.parametrize("value", [1604066400, "soon", None, True])
def test_a_change_that_is_no_day_costs_nothing(read: Read, value: object) -> None:
    article = read(json.dumps({"text": BODY, "updated": value}), "a.jsonl")
    assert (_days(article), article.problems) == ((None, None), ())


@pytest.mark.parametrize(
    ("head", "body", "published", "updated"),
    [
        ('<meta property="article:published_time" content="2020-11-01">'
         '<meta property="article:modified_time" content="2020-11-03">', "", "2020-11-01",
         "2020-11-03"),
        ('<meta property="og:updated_time" content="2020-11-03T01:00:00+05:30">', "", None,
         "2020-11-03"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x",'
         '"datePublished": "2020-11-01T23:30:00-05:00", "dateModified": "2020-11-03T00:10:00Z"}'
         "</script>", "", "2020-11-01", "2020-11-03"),
        ("", "<time itemprop='datePublished' datetime='2020-11-01'>x</time>"
         "<time itemprop='dateModified' datetime='2020-11-03'>x</time>", "2020-11-01",
         "2020-11-03"),
        ("", "<article><time class='updated' datetime='2020-11-03'>x</time></article>", None,
         "2020-11-03"),
        ("", "<p>Updated <time datetime='2020-11-03'>Tuesday</time></p>", None, None),
        ("", "<p>Updated: 3 Nov 2020</p>", None, "2020-11-03"),
    ],
)  # fmt: skip
def test_saved_pages(
    read: Read, head: str, body: str, published: str | None, updated: str | None
) -> None:
    page = f"<html><head>{head}</head><body><h1>The deal is dead</h1>{body}{PAGE}</body></html>"
    assert _days(read(page, "a.html")) == (published, updated)
