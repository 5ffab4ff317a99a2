"""Dates whose month is named in another language."""

import subprocess
import sys

import pytest

from quotecli.documents.dates.monthnames import foreign_month
from quotecli.documents.dates.reading import read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 octobre 2020", "2020-10-30"),
        ("1er mars 2021", "2021-03-01"),
        ("30. Oktober 2020, 10:42 Uhr", "2020-10-30"),
        ("3. März 2021", "2021-03-03"),
        ("30 de octubre de 2020", "2020-10-30"),
        ("30 ottobre 2020", "2020-10-30"),
        ("30 de outubro de 2020", "2020-10-30"),
        ("30 октября 2020", "2020-10-30"),
        ("30 жовтня 2020", "2020-10-30"),
        ("30 października 2020", "2020-10-30"),
        ("30 Ekim 2020", "2020-10-30"),
        ("2020. október 30.", "2020-10-30"),
        ("30 Οκτωβρίου 2020", "2020-10-30"),
        ("2020年11月27日", "2020-11-27"),
        ("2020년 11월 27일", "2020-11-27"),
        ("2020. 11. 27.", "2020-11-27"),
        ("30 listopada 2020", None),  # November in Polish, October in Croatian
        ("31 septembre 2020", None),
    ],
)
def test_a_date_in_another_language(text: str, day: str | None) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["2 min 2020", "12 sat 2020", "1 de 2020", "3 people 2020", "7 a 2020", "3 out 2020",
     "Group 4 2022", "octobre 2020", "30 octobre", "le 30 octobre 2020 à Paris"],
)  # fmt: skip
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read_date(text) is None


def test_english_words_are_no_months() -> None:
    assert [word for word in "out set pro van sen people".split() if foreign_month(word)] == []


def test_the_names_are_loaded_only_for_such_a_date() -> None:
    code = (
        "import sys; from quotecli.documents.dates.reading import read_date;"
        "read_date('30 October 2020'); assert 'babel' not in sys.modules;"
        "read_date('30 octobre 2020'); assert 'babel' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
