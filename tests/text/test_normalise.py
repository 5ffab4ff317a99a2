"""Folding says what counts as the same when texts are compared."""

import pytest

from quotecli.text.normalise import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Putin", "PUTIN"),
        ("Erdoğan", "Erdogan"),
        ("Wałęsa", "Walesa"),
        ("Kærgård", "Kaergard"),
        ("Müller", "Muller"),
        ("Müller", "Mu\u0308ller"),
        ("Straße", "STRASSE"),
        ("Øystein Đorđe", "oystein dorde"),
        ("Əliyev", "Eliyev"),
        ("Þór", "Thor"),
        ("Ștefan", "Stefan"),
        ("Nguyễn", "nguyen"),
        ("O’Brien", "O'Brien"),
        ("Oʼzbek", "O'zbek"),
        ("Jean‑Luc", "Jean-Luc"),
        ("1939–1945", "1939-1945"),
        ("co\u00adoperate", "cooperate"),
        ("ﬁne", "fine"),
        ("İzmir", "izmir"),
        ("ISPARTA", "ısparta"),
        ("ΑΘΗΝΑΣ", "αθηνας"),
    ],
)
def test_variants_of_one_spelling_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Roe", "Row"), ("co-operate", "cooperate"), ("well", "we'll"), ("Jane Roe", "JaneRoe")],
)
def test_different_spellings_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    "text", ["", " ", "Łódź", "Straße", "İı", "e\u0301\u0323", "日本語", "‘’`´"]
)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_plain_text_only_loses_its_capitals() -> None:
    assert fold("The Mayor's 12 Dogs - Really?") == "the mayor's 12 dogs - really?"


def test_other_scripts_keep_their_letters() -> None:
    assert fold("Путин 東京 ירושלים") == "путин 東京 ירושלים"


def test_a_lone_surrogate_is_no_error() -> None:
    assert fold("A\ud800é") == "a\ud800e"
