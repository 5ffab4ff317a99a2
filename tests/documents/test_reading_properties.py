"""What holds for every input, whatever is in it."""

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.documents.decode import decode
from quotecli.documents.read import read_articles
from quotecli.errors import ReadError
from quotecli.model import Article, BlockKind, Problem

# Bits of text in which mark-up, furniture, line ends and quotation marks meet.
FRAGMENTS = (
    "Ann Poe said “the deal is close” to failing.|By Jane Roe|5 May 2021|Published: 5 May 2021"
    "|Original url:|<https://example.org/a-|b>|https://example.org/a b-c|**|*|_|~~|`|``|[|](#)|]"
    "|![x](y.z)|<u>|</u>|<br>|<!--|-->|# |## |> |- |1. |---|===|```|[a]: https://e.org|[a]|[^1]"
    "|\\[|“|”|\"|'|« | »|, |-|Page 2 of 3|Advertisement|Photo: AP|kremlin.ru|the|districts of it"
    "|\n|\n\n|\r\n|\r|\f|\u2028|\u00a0|\t|    |\ufeff|é|𝒳||title: x: y|(C)|(R)|word|Word, "
).split("|")
texts = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("\n\n".join),
    st.text(max_size=200),
)
words = st.text(alphabet="abcdefghijklmnopqrstuvwxyzéß", min_size=1, max_size=9)
sentences = st.lists(words, min_size=9, max_size=30).map(lambda some: f"O{' '.join(some)}.")


def _check(article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert block.pieces
        for start, end in block.pieces:
            assert at <= start < end <= len(article.text)
            at = end
        shown = "".join(article.text[start:end] for start, end in block.pieces)
        assert shown.strip() == shown != ""


@given(texts, st.sampled_from(["a.txt", "a.md", None]))
def test_pieces_are_in_order_inside_the_text_and_not_empty(text: str, path: str | None) -> None:
    try:
        results = list(read_articles(text.encode("utf-8", "ignore"), path))
    except ReadError:
        return
    for article in results:
        if isinstance(article, Article):
            _check(article)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.jsonl", None]))
@settings(max_examples=60)
def test_bytes_of_any_kind_give_articles_or_a_read_error(data: bytes, path: str | None) -> None:
    with contextlib.suppress(ReadError):
        for result in read_articles(data, path):
            if isinstance(result, Article):
                _check(result)


@given(st.lists(sentences, min_size=1, max_size=8), st.sampled_from(["\n\n", "\r\n\r\n", "\n \n"]))
def test_each_ordinary_paragraph_is_one_block_and_whole(parts: list[str], between: str) -> None:
    (article,) = read_articles(between.join(parts).encode(), "a.txt")
    assert isinstance(article, Article)
    shown = ["".join(article.text[s:e] for s, e in block.pieces) for block in article.blocks]
    assert shown == parts
    assert {block.kind for block in article.blocks} == {BlockKind.PARAGRAPH}


# No NUL: after UTF-16's mark it would make that of UTF-32, and no text has one.
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_the_text_is_the_file_decoded_and_nothing_else(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        expected = text.removeprefix("\ufeff") if encoding == "utf-8" else text
        assert decode(text.encode(encoding)).text == expected


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
FIELDS = ["text", "title", "url", "outlet", "author", "published", "date"]


@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), json_values), min_size=1, max_size=4))
@settings(max_examples=50)
def test_each_json_line_is_an_article_or_a_problem(objects: list[dict[str, object]]) -> None:
    data = "\n".join(json.dumps(value) for value in objects).encode()
    results = list(read_articles(data, "a.jsonl"))
    assert len(results) == len(objects)
    for value, result in zip(objects, results, strict=True):
        if isinstance(result, Problem):
            assert result.code == "bad-line"
        else:
            assert result.text == value["text"]
            _check(result)


@pytest.mark.parametrize("unit", ["Ann Poe said “no” to it, ", "[a](", "*a ", "<a ", "<!-- ", "> "])
def test_half_a_megabyte_without_a_paragraph_is_read_in_linear_time(unit: str) -> None:
    data = (unit * (500_000 // len(unit))).encode()
    begin = time.process_time()
    list(read_articles(data, "a.md"))
    assert time.process_time() - begin < 1
