from typing import Any

import pytest

from quotecli.extraction.tagger.inputs import make_inputs
from quotecli.extraction.tagger.wordpiece import WordPieces
from quotecli.model import Span
from quotecli.text.marks import find_quoted

WORDS = ["he", "said", "it", "was", "one", "two", "three", "four", "five", "and"]
VOCABULARY = ["[UNK]", *WORDS, *".,“”‘’\"'«»", *(f"[unused{i}]" for i in range(1, 6))]


def lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def rows(text: str) -> list[tuple[str, str, int, int, int, int]]:
    """Piece, surface, mark state, casing, gap, quotation."""
    paragraphs = lines(text)
    inputs = make_inputs(text, paragraphs, find_quoted(text, paragraphs)[0], WordPieces(VOCABULARY))
    columns: Any = zip(
        inputs.ids.tolist(),
        inputs.starts.tolist(),
        inputs.ends.tolist(),
        inputs.features.tolist(),
        inputs.quotation.tolist(),
        strict=True,
    )
    return [(VOCABULARY[i], text[s:e], *features, q) for i, s, e, features, q in columns]


def test_casing_gaps_and_paragraphs_are_told() -> None:
    found = rows("He said.\nIT was.")
    assert [(surface, casing, gap) for _, surface, _, casing, gap, _ in found] == [
        ("He", 2, 2),
        ("said", 1, 1),
        (".", 0, 0),
        ("IT", 3, 2),
        ("was", 1, 1),
        (".", 0, 0),
    ]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»"])
def test_marks_of_all_styles_look_alike(marks: str) -> None:
    found = rows(f"{marks[0]}It was one,{marks[1]} he said.")
    assert [(piece, state, q) for piece, _, state, _, _, q in found] == [
        ("“", 2, 0),
        ("it", 1, 0),
        ("was", 1, 0),
        ("one", 1, 0),
        (",", 1, 0),
        ("”", 3, 0),
        ("he", 0, -1),
        ("said", 0, -1),
        (".", 0, -1),
    ]


def test_the_middle_of_a_long_quotation_is_one_piece_that_covers_it() -> None:
    inside = "one two three four five and " * 6 + "one."
    found = rows(f"“{inside}” he said.")
    pieces = [piece for piece, *_ in found]
    assert pieces[:8] == ["“", "one", "two", "three", "four", "five", "and", "[unused3]"]
    assert pieces[8:] == ["five", "and", "one", ".", "”", "he", "said", "."]
    assert found[7][1] == inside[len("one two three four five and ") : -len(" five and one.")]


def test_a_quotation_that_is_never_closed_is_not_collapsed() -> None:
    found = rows("He said “" + "one two three " * 10 + ".")
    assert {q for *_, q in found} == {-1}
    assert sum(state == 4 for _, _, state, _, _, _ in found) == 31
