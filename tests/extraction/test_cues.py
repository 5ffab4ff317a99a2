"""The table of reporting verbs holds together."""

from collections import Counter
from pathlib import Path

import pytest

from quotecli.extraction import lexicon

TABLE = Path(lexicon.__file__).with_name("cues.tsv")
HEADER, *LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = [dict(zip(HEADER.split("\t"), line.split("\t"), strict=True)) for line in LINES]


def test_the_columns_are_named() -> None:
    assert HEADER.split("\t") == ["lemma", "past", "class", "frames"]


def test_the_file_ends_with_a_line_feed_and_has_no_carriage_return() -> None:
    content = TABLE.read_bytes()

    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    assert b"\r" not in content


def test_lemmas_are_sorted_and_none_stands_twice() -> None:
    lemmas = [row["lemma"] for row in ROWS]

    assert lemmas == sorted(set(lemmas))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["lemma"])
def test_every_row_keeps_to_the_closed_sets(row: dict[str, str]) -> None:
    assert row["class"] in lexicon.CUE_CLASSES
    assert row["frames"]
    assert set(row["frames"]) <= lexicon.FRAMES
    assert len(set(row["frames"])) == len(row["frames"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["lemma"])
def test_every_form_is_one_lower_case_word(row: dict[str, str]) -> None:
    for form in [row["lemma"], *row["past"].split("|")]:
        assert form.isalpha()
        assert form.islower()


def test_no_form_belongs_to_two_verbs() -> None:
    written = Counter(form for row in ROWS for form in {row["lemma"], *row["past"].split("|")})

    assert {form for form, count in written.items() if count > 1} == set()
    for row in ROWS:  # a present form or a participle hides no form of another verb either
        for form in (row["lemma"], *row["past"].split("|")):
            assert lexicon.cues()[form].lemma == row["lemma"]


def test_every_closed_set_is_in_use() -> None:
    assert {row["class"] for row in ROWS} == lexicon.CUE_CLASSES
    assert {frame for row in ROWS for frame in row["frames"]} == lexicon.FRAMES


@pytest.mark.parametrize(
    ("form", "lemma", "tense"),
    [
        ("said", "say", "past"),
        ("says", "say", "present"),
        ("say", "say", "base"),
        ("saying", "say", "ing"),
        ("denies", "deny", "present"),
        ("denying", "deny", "ing"),
        ("stresses", "stress", "present"),
        ("wishes", "wish", "present"),
        ("urging", "urge", "ing"),
        ("agreeing", "agree", "ing"),
        ("shown", "show", "past"),
        ("signalled", "signal", "past"),
        ("signaled", "signal", "past"),
        ("signaling", "signal", "ing"),
        ("admitting", "admit", "ing"),
        ("quipping", "quip", "ing"),
        ("snapping", "snap", "ing"),
        ("submitting", "submit", "ing"),
        ("begging", "beg", "ing"),
        ("dubbing", "dub", "ing"),
        ("planning", "plan", "ing"),
        ("referring", "refer", "ing"),
        ("regretting", "regret", "ing"),
        ("slamming", "slam", "ing"),
        ("labelling", "label", "ing"),
        ("signalling", "signal", "ing"),
    ],
)
def test_forms_are_spelt_as_in_the_newspaper(form: str, lemma: str, tense: str) -> None:
    cue = lexicon.cues().get(form)

    assert cue is not None
    assert (cue.lemma, cue.tense) == (lemma, tense)


def test_a_noun_or_an_unknown_verb_is_no_form() -> None:
    assert not lexicon.cues().keys() & {"", "statement", "to", "walk", "walked", "sayed", "telled"}
