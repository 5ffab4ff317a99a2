"""The articles in corpus/ and their hand-made gold fit together."""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ARTICLES = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md")
FIELDS = ["title", "url", "outlet", "author", "published"]
KEYS = ["kind", "text", "speaker", "speakers", "mention", "cue", "said_on", "segments"]
KINDS = {"direct", "mixed", "indirect"}
OPENING, CLOSING = '"“', '"”'
MARK = re.compile(f"[{OPENING}{CLOSING}]")

every_article = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)


@dataclass(frozen=True, slots=True)
class Gold:
    """One statement as the gold file gives it; ``index`` is for messages."""

    index: int
    fields: dict[str, Any]

    @property
    def segments(self) -> list[tuple[int, int]]:
        return [(start, end) for start, end in self.fields["segments"]]


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def gold_of(path: Path) -> tuple[Gold, ...]:
    document = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert list(document) == ["article", "statements"]
    assert document["article"] == path.name
    return tuple(Gold(index, fields) for index, fields in enumerate(document["statements"]))


def front_matter(text: str) -> tuple[dict[str, Any], int]:
    """Give the front matter of an article and the offset at which its body starts."""
    assert text.startswith("---\n")
    end = text.index("\n---\n", 3)
    return yaml.safe_load(text[4:end]), end + len("\n---\n")


def around(text: str, segments: list[tuple[int, int]]) -> str:
    """Give the paragraphs in which the segments stand."""
    start = text.rfind("\n\n", 0, segments[0][0])
    end = text.find("\n\n", segments[-1][1])
    return text[start : end if end != -1 else len(text)]


def test_there_are_five_articles_and_each_has_its_gold() -> None:
    assert len(ARTICLES) == 5
    assert {path.name for path in CORPUS.glob("*.gold.json")} == {
        f"{path.stem}.gold.json" for path in ARTICLES
    }


@every_article
def test_front_matter_parses_and_gives_every_field_a_value_or_null(path: Path) -> None:
    fields, body = front_matter(read_text(path))

    assert list(fields) == FIELDS
    assert isinstance(fields["title"], str)
    assert all(fields[key] is None or isinstance(fields[key], str) for key in FIELDS[1:4])
    assert fields["published"] is None or type(fields["published"]) is date
    assert read_text(path)[body:].strip()


@every_article
def test_the_file_name_begins_with_the_day_of_publication(path: Path) -> None:
    fields, _ = front_matter(read_text(path))

    assert path.name.startswith(f"{fields['published'] or 'undated'}-")


@every_article
def test_gold_has_every_key_and_a_valid_kind(path: Path) -> None:
    assert gold_of(path)
    for statement in gold_of(path):
        assert list(statement.fields) == KEYS, statement.index
        assert statement.fields["kind"] in KINDS, statement.index


@every_article
def test_segments_slice_to_the_text(path: Path) -> None:
    text = read_text(path)
    _, body = front_matter(text)
    for statement in gold_of(path):
        assert statement.segments, statement.index
        assert all(body <= start < end for start, end in statement.segments), statement.index
        sliced = " ".join(text[start:end] for start, end in statement.segments)
        assert " ".join(sliced.split()) == statement.fields["text"]


@every_article
def test_gold_is_in_text_order_and_nothing_overlaps(path: Path) -> None:
    offsets = [offset for s in gold_of(path) for segment in s.segments for offset in segment]

    assert offsets == sorted(offsets)
    assert len(offsets) == len(set(offsets))


@every_article
def test_direct_statements_stand_in_quotation_marks(path: Path) -> None:
    text = read_text(path)
    for statement in gold_of(path):
        if statement.fields["kind"] != "direct":
            continue
        segments = statement.segments
        assert all(text[start - 1] in OPENING for start, _ in segments), statement.index
        assert text[segments[-1][1]] in CLOSING, statement.index
        for _, end in segments[:-1]:
            # A paragraph may end without a closing mark where the speaker goes on in the next.
            assert text[end] in CLOSING or text[end : end + 2] == "\n\n", statement.index
        assert not MARK.search(statement.fields["text"]), statement.index


@every_article
def test_mixed_statements_hold_quoted_words_and_indirect_ones_do_not(path: Path) -> None:
    for statement in gold_of(path):
        quoted = MARK.search(statement.fields["text"]) is not None
        if statement.fields["kind"] == "mixed":
            assert quoted, statement.index
        if statement.fields["kind"] == "indirect":
            assert not quoted, statement.index


@every_article
def test_content_ends_where_the_reported_clause_ends(path: Path) -> None:
    for statement in gold_of(path):
        text = statement.fields["text"]
        assert text == text.strip()
        if statement.fields["kind"] != "direct":
            assert not text.startswith("that "), statement.index
            assert text[-1] not in ",.;", statement.index


@every_article
def test_speakers_joined_by_a_semicolon_are_the_speaker(path: Path) -> None:
    for statement in gold_of(path):
        assert statement.fields["speakers"], statement.index
        assert "; ".join(statement.fields["speakers"]) == statement.fields["speaker"]


@every_article
def test_mention_and_cue_stand_beside_the_statement(path: Path) -> None:
    text = read_text(path)
    for statement in gold_of(path):
        paragraphs = around(text, statement.segments)
        assert statement.fields["mention"] in paragraphs, statement.index
        assert statement.fields["cue"] in paragraphs, statement.index


@every_article
def test_a_day_of_saying_is_a_day_up_to_publication(path: Path) -> None:
    fields, _ = front_matter(read_text(path))
    for statement in gold_of(path):
        said_on = statement.fields["said_on"]
        if said_on is not None:
            assert fields["published"] is not None, "a weekday without a date is no day"
            assert date.fromisoformat(said_on) <= fields["published"], statement.index


def test_the_corpus_shows_every_kind_of_statement_and_of_quotation_mark() -> None:
    assert {s.fields["kind"] for path in ARTICLES for s in gold_of(path)} == KINDS
    texts = [read_text(path) for path in ARTICLES]
    assert any('"' in text and "“" not in text for text in texts)
    assert any("“" in text and '"' not in text for text in texts)
