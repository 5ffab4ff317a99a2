"""YAML front matter."""

from collections.abc import Callable

import pytest

from quotecli.documents.metadata.frontmatter import read_front_matter
from quotecli.model import Article, Metadata

Read = Callable[..., Article]
Seen = Callable[[Article], list[str]]
BODY = "\n# Poe quits\n\nAnn Poe said she would go, as the deal was dead.\n"


def test_all_fields_are_read() -> None:
    front = read_front_matter(
        "---\ntitle: 'Poe: I quit'\nurl: https://example.org/a\noutlet: The Planet\n"
        "author: Jane Roe\npublished: 2021-05-06\n---\nText"
    )
    assert front.metadata == Metadata(
        "Poe: I quit", "https://example.org/a", "The Planet", "Jane Roe", "2021-05-06"
    )
    assert front.problems == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date: 2021-05-06 06:30:00 +02:00", Metadata(published="2021-05-06")),
        ("published: May 6, 2021", Metadata(published="2021-05-06")),
        ("headline: No", Metadata(title="No")),
        ("title: 2021", Metadata(title="2021")),
        ("title: >\n  Poe\n  quits", Metadata(title="Poe quits")),
        ("title: ~", Metadata()),
        ("authors: [Jane Roe, John Doe]", Metadata(author="Jane Roe; John Doe")),
        ("authors:\n- name: Jane Roe\n  mail: x\n- Ann Poe", Metadata(author="Jane Roe; Ann Poe")),
        ("byline: AFP", Metadata(author="AFP")),
        ("link: <https://example.org/a>", Metadata(url="https://example.org/a")),
        ("source: https://example.org/a", Metadata(url="https://example.org/a")),
        ("Source: The Planet", Metadata(outlet="The Planet")),
        ("site-name: The Planet", Metadata(outlet="The Planet")),
        ("tags: [a, b]\nlayout: {x: y}", Metadata()),
    ],
)
def test_aliases_and_forms(line: str, expected: Metadata) -> None:
    front = read_front_matter(f"---\n{line}\n---\nText")
    assert (front.metadata, front.problems) == (expected, ())


def test_front_matter_is_in_the_text_and_in_no_block(read: Read, seen: Seen) -> None:
    source = "---\r\ntitle: Poe quits\r\n---\r\n" + BODY
    article = read(source, "a.md")
    assert article.text == source
    assert seen(article) == [
        "title: Poe quits",
        "paragraph: Ann Poe said she would go, as the deal was dead.",
    ]


def test_broken_yaml_is_read_line_by_line_with_a_problem(read: Read, seen: Seen) -> None:
    article = read("---\ntitle: Poe: I quit\ndate: 6 May 2021\n---\n" + BODY, "a.md")
    assert article.metadata == Metadata(title="Poe: I quit", published="2021-05-06")
    assert [p.code for p in article.problems] == ["front-matter"]
    assert "line 2" in article.problems[0].message
    assert seen(article)[-1] == "paragraph: Ann Poe said she would go, as the deal was dead."


def test_a_date_that_cannot_be_decided_is_none_with_a_problem() -> None:
    front = read_front_matter("---\npublished: 03/04/2021\n---\nText")
    assert front.metadata.published is None
    assert [p.code for p in front.problems] == ["ambiguous-date"]


def test_a_date_that_is_none_is_a_problem() -> None:
    front = read_front_matter("---\npublished: last week\n---\nText")
    assert front.metadata.published is None
    assert [(p.code, "last week" in p.message) for p in front.problems] == [("unknown-date", True)]


@pytest.mark.parametrize(
    "text",
    ["---\nAnn Poe said no.\n---\nShe left.", "---\ntitle: a\nno end", "title: a\n---\n", "--- a"],
)
def test_a_rule_without_keys_behind_it_opens_no_front_matter(text: str) -> None:
    assert read_front_matter(text).end == 0


def test_front_matter_that_defies_yaml_does_no_harm() -> None:
    bomb = "---\na: &a [x]\nb: &b [*a, *a]\nauthors: [*b, *b]\nc: " + "[" * 1000 + "\n---\nText"
    assert read_front_matter(bomb).metadata == Metadata()
