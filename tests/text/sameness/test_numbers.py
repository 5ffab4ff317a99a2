import pytest

from quotecli.model import Kind
from quotecli.text.sameness.words import read_wording


def norms(text: str) -> list[str]:
    return list(read_wording(text, Kind.DIRECT).norms)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("five", "5"),
        ("twenty-five", "25"),
        ("one hundred and five", "105"),
        ("two thousand nineteen", "2019"),
        ("three hundred thousand", "300000"),
        ("2.5 million", "2500000"),
        ("5,000", "5000"),
        ("5k", "5000"),
        ("1.2bn", "1200000000"),
        ("-15", "-15"),
        ("−15", "-15"),
        ("first", "1th"),
        ("1st", "1th"),
        ("twenty-first", "21th"),
        ("3.50", "3.5"),
        ("1990s", "1990s"),
    ],
)
def test_a_number_is_one_figure_however_it_is_written(text: str, figure: str) -> None:
    assert norms(text) == [figure]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$5.5bn", ["5500000000", "dollar"]),
        ("$5.5 billion", ["5500000000", "dollar"]),
        ("5.5 billion dollars", ["5500000000", "dollar"]),
        ("25%", ["25", "percent"]),
        ("twenty-five per cent", ["25", "percent"]),
        ("covid-19", ["covid", "19"]),
        ("one, two, three", ["1", "2", "3"]),
        ("ten five", ["10", "5"]),
        ("3, 500 of them", ["3", "500", "of", "them"]),
    ],
)
def test_signs_and_lists_keep_numbers_apart(text: str, words: list[str]) -> None:
    assert norms(text) == words
