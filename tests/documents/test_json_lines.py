"""JSON lines."""

import json
from collections.abc import Callable

import pytest

from quotecli.documents.read import read_articles
from quotecli.model import Article, Metadata, Problem

Seen = Callable[[Article], list[str]]
TEXT = "Poe quits\r\n\r\nAnn Poe “said” no."


def _read(*lines: object, given: Metadata | None = None) -> list[Article | Problem]:
    source = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_articles(source.encode(), "a.jsonl", given or Metadata()))


def test_each_line_is_an_article_with_its_exact_text(seen: Seen) -> None:
    fields = {
        "title": "Poe quits", "url": "https://example.org/a", "outlet": "Planet",
        "author": ["Jane Roe", "John Doe"], "published": "May 6, 2021",
    }  # fmt: skip
    one, other = _read({"text": TEXT, **fields}, {"text": "It was late."})
    assert isinstance(one, Article)
    assert one.text == TEXT
    assert one.path == "a.jsonl"
    assert one.metadata == Metadata(
        "Poe quits", "https://example.org/a", "Planet", "Jane Roe; John Doe", "2021-05-06"
    )
    assert seen(one) == ["title: Poe quits", "paragraph: Ann Poe “said” no."]
    assert isinstance(other, Article)
    assert other.metadata == Metadata()


def test_the_text_is_not_searched_for_metadata(seen: Seen) -> None:
    (article,) = _read({"text": "---\ntitle: x\n---\n\nBy Jane Roe\n\n6 May 2021\n\nIt was late."})
    assert isinstance(article, Article)
    assert article.metadata == Metadata()
    assert seen(article)[-1] == "paragraph: It was late."


def test_what_the_user_gives_goes_first() -> None:
    (article,) = _read({"text": "No.", "outlet": "x"}, given=Metadata(outlet="Planet"))
    assert isinstance(article, Article)
    assert article.metadata.outlet == "Planet"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is no JSON"),
        ("[" * 100_000, "is no JSON"),
        ("[1]", "is no JSON object"),
        ("{}", "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": 5}', "its text is no string"),
        ('{"text": " \\n"}', "its text is empty"),
        ('{"text": "a", "title": 5}', "its title is no string"),
        ('{"text": "a", "author": [1]}', "its author is no string"),
        ('{"text": "a \\ud800"}', "has half a character (a lone surrogate)"),
    ],
)
def test_a_bad_line_is_a_problem_and_the_rest_goes_on(line: str, message: str) -> None:
    before, bad, after = _read({"text": "One."}, "", line, "  \r", {"text": "Two."})
    assert bad == Problem("bad-line", f"line 3: {message}")
    assert isinstance(before, Article)
    assert isinstance(after, Article)


def test_other_programs_fields_do_no_harm() -> None:
    (article,) = _read({"text": "No.", "source": {"id": 1}, "id": 7, "date": "2021-05-06"})
    assert isinstance(article, Article)
    assert article.metadata == Metadata(published="2021-05-06")


def test_a_date_that_is_none_is_a_problem_of_its_article() -> None:
    (article,) = _read({"text": "No.", "published": "soon"})
    assert isinstance(article, Article)
    assert [p.code for p in article.problems] == ["unknown-date"]


def test_marks_line_ends_and_separators_inside_strings_are_fine() -> None:
    data = '\ufeff{"text": "a\u2028b"}\r\n\r\n{"text": "c"}'.encode()
    texts = [a.text for a in read_articles(data, "a.ndjson") if isinstance(a, Article)]
    assert texts == ["a\u2028b", "c"]


def test_another_encoding_is_told_once() -> None:
    data = "\n".join(json.dumps({"text": "café “x”"}, ensure_ascii=False) for _ in "ab")
    problem, *articles = read_articles(data.encode("cp1252"), "a.jsonl")
    assert isinstance(problem, Problem)
    assert problem.code == "encoding"
    assert len(articles) == 2
