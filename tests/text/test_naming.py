"""Can two names be one person's? Judged on pairs written before the rules were."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.text.naming.bodies import body_key, is_body
from quotecli.text.naming.compare import Verdict, block_keys, compare, family_keys, is_full
from quotecli.text.naming.parse import parse_person
from quotecli.text.naming.spelling import spelling

PAIRS = [
    line.split("\t")
    for line in Path(__file__)
    .with_name("data")
    .joinpath("name_pairs.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
]
# Every third pair was not looked at while the rules were made; see docs/accuracy.md.
KEPT_ASIDE = PAIRS[2::3]


def precision_and_recall(pairs: list[list[str]]) -> tuple[float, float]:
    judged = [(compare(one, other) > 0, verdict == "same") for verdict, one, other, _ in pairs]
    right = sum(called and same for called, same in judged)
    return right / sum(called for called, _ in judged), right / sum(same for _, same in judged)


def test_the_pairs_are_many_and_distinct() -> None:
    assert len({frozenset(pair[1:3]) for pair in PAIRS if pair[1] != pair[2]}) >= 390
    assert {verdict for verdict, *_ in PAIRS} == {"same", "different"}


def test_names_are_told_apart_and_recognised() -> None:
    precision, recall = precision_and_recall(PAIRS)
    assert precision >= 0.99
    assert recall >= 0.95


def test_so_are_the_pairs_that_nobody_looked_at() -> None:
    precision, recall = precision_and_recall(KEPT_ASIDE)
    assert precision >= 0.98  # one error is 1.3 %
    assert recall >= 0.95


@pytest.mark.parametrize(("verdict", "one", "other", "about"), PAIRS)
def test_which_name_comes_first_makes_no_difference(
    verdict: str, one: str, other: str, about: str
) -> None:
    assert compare(one, other) is compare(other, one)


@pytest.mark.parametrize(("verdict", "one", "other", "about"), PAIRS)
def test_names_that_are_called_one_meet_under_a_key(
    verdict: str, one: str, other: str, about: str
) -> None:
    if compare(one, other) is Verdict.DIFFERENT or is_body(one) or is_body(other):
        return
    if is_full(one) and is_full(other):
        assert block_keys(one) & block_keys(other)
    elif is_full(one) or is_full(other):
        assert family_keys(one) & family_keys(other)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Ada Roe", "ada", "roe"),
        ("Dr. Ada M. Roe, PhD", "ada m", "roe"),
        ("Roe, Ada", "ada", "roe"),
        ("Ursula von der Leyen", "ursula", "leyen"),
        ("von der Leyen", "", "leyen"),
        ("Jean-Marie Le Pen", "jean marie", "pen"),
        ("Anna Smith-Jones", "anna", "smith jones"),
        ("Kim Jong-un", "jongun", "kim"),
        ("Jae-in Moon", "jaein", "moon"),
        ("Orbán Viktor", "viktor", "orban"),
        ("Al Gore", "al", "gore"),
        ("JD Vance", "j d", "vance"),
        ("William “Bill” Roe", "william", "roe"),
        ("Earl Warren", "earl", "warren"),
        ("King", "", "king"),
        ("—", "", ""),
    ],
)
def test_a_name_has_given_and_family_names(name: str, given: str, family: str) -> None:
    person = parse_person(name)
    assert (" ".join(person.given), " ".join(person.family)) == (given, family)


def test_a_generation_and_a_father_are_kept() -> None:
    assert parse_person("Robert Roe, Jr.").generation == "jr"
    assert parse_person("Tamim bin Hamad al-Thani").fathers == ("hamad",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aliyev", "aliev"),
        ("zelenskyy", "zelensky"),
        ("lukashenka", "lukashenko"),
        ("schroeder", "schroder"),
        ("gorbachov", "gorbachev"),
        ("mcdonald", "macdonald"),
    ],
)
def test_the_spellings_of_a_word_share_a_key(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ivanov", "ivanova"), ("green", "greene"), ("hansen", "hanson"), ("navalny", "navalnaya")],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


def test_the_place_of_a_country_is_free_only_in_the_names_of_its_organs() -> None:
    assert body_key("Ministry of Defence of Russia") == body_key("Russian Defense Ministry")
    assert body_key("University of York") != body_key("York University")


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    assert compare(one, other) is compare(other, one)
    assert compare(one, one) is Verdict.SAME
    block_keys(one)
    family_keys(one)
