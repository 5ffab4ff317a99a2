"""Bylines."""

import pytest

from quotecli.documents.lines.bylines import read_byline


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By AFP", "AFP"),
        ("By Jane Roe", "Jane Roe"),
        ("by Jane Roe", "Jane Roe"),
        ("BY JANE ROE", "JANE ROE"),
        ("By: Jane Roe", "Jane Roe"),
        ("Written by Jane Roe", "Jane Roe"),
        ("By Jane Roe, Political Editor", "Jane Roe"),
        ("By JANE ROE, Associated Press", "JANE ROE"),
        ("By Jane Roe in London", "Jane Roe"),
        ("By Jane Roe for Planet Online", "Jane Roe"),
        ("By Jane Roe @janeroe", "Jane Roe"),
        ("By Jane Roe (AFP)", "Jane Roe"),
        ("By Jane Roe and John Doe", "Jane Roe; John Doe"),
        ("By Jane Roe in London and John Doe in Kyiv", "Jane Roe; John Doe"),
        ("By Jane Roe, John Doe and Ann Poe", "Jane Roe; John Doe; Ann Poe"),
        ("By Jane Roe, Political Editor, and John Doe", "Jane Roe; John Doe"),
        ("By Jane Roe, Daily Planet", "Jane Roe, Daily Planet"),
        ("By J. R. Roe Jr.", "J. R. Roe Jr."),
        ("By Ludwig van der Berg", "Ludwig van der Berg"),
        ("By Seán O’Brien", "Seán O’Brien"),
        ("By Mohammed al-Assad", "Mohammed al-Assad"),
        ("By The Associated Press", "The Associated Press"),
        ("By Reuters Staff", "Reuters Staff"),
    ],
)
def test_a_byline_gives_its_authors(line: str, author: str) -> None:
    assert read_byline(line) == author


@pytest.mark.parametrize(
    "line",
    [
        "By the time he arrived, it was over", "By Monday", "By Monday Evening", "By then", "By",
        "By Mary Poe said she would go", "Byron Smith", "By Saturday, Ann Poe will have left.",
        "AFP contributed reporting.", "Jane Roe",
    ],
)  # fmt: skip
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None
