"""A byline as the list of its authors."""

# ruff: noqa: E501  a reference is read best on one line

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.output.citations.authors import Author, read_authors


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        (None, []),
        ("", []),
        (" ", []),
        ("Ada Roe", [Author("Roe", "Ada")]),
        ("By Ada Roe", [Author("Roe", "Ada")]),
        ("Ada Mary Roe and Ben Lee", [Author("Roe", "Ada Mary"), Author("Lee", "Ben")]),
        ("Ada Roe; Ben Lee", [Author("Roe", "Ada"), Author("Lee", "Ben")]),
        ("Ada Roe, Ben Lee and Cy Day", [Author("Roe", "Ada"), Author("Lee", "Ben"), Author("Day", "Cy")]),
        ("Ada Roe & Ben Lee", [Author("Roe", "Ada"), Author("Lee", "Ben")]),
        ("Ada Roe, AFP", [Author("Roe", "Ada"), Author("AFP")]),
        ("AFP", [Author("AFP")]),
        ("Agence France-Presse", [Author("Agence France-Presse")]),
        ("The Associated Press", [Author("The Associated Press")]),
        ("Harbour Post Staff", [Author("Harbour Post Staff")]),
        ("Gull and Sons", [Author("Gull"), Author("Sons")]),
        ("the editors", [Author("the editors")]),
        ("Jan van der Berg", [Author("van der Berg", "Jan")]),
        ("Martin L. Roe Jr.", [Author("Roe", "Martin L.", "Jr.")]),
        ("Martin L. Roe, Jr.", [Author("Roe", "Martin L.", "Jr.")]),
        ("Martin Roe III", [Author("Roe", "Martin", "III")]),
        ("Jean-Paul Íñiguez", [Author("Íñiguez", "Jean-Paul")]),
        ("Seán O'Brien", [Author("O'Brien", "Seán")]),
        ("J.K. Roe", [Author("Roe", "J.K.")]),
        ("Roe", [Author("Roe")]),
        ("Ada Roe, Ada Roe", [Author("Roe", "Ada")]),
        ("desk@harbour.example", [Author("desk@harbour.example")]),
    ],
)  # fmt: skip
def test_people_are_taken_apart_and_organisations_are_not(
    byline: str | None, authors: list[Author]
) -> None:
    assert list(read_authors(byline)) == authors


def test_a_byline_that_is_the_outlet_is_no_person() -> None:
    assert read_authors("Harbour Gull", "The Gull") == (Author("Gull", "Harbour"),)
    assert read_authors("Harbour Gull", "harbour gull") == (Author("Harbour Gull"),)


@given(st.text())
def test_no_word_is_invented_whatever_the_byline(byline: str) -> None:
    for author in read_authors(byline):
        assert author.family
        for part in author:
            assert all(word in byline for word in part.split())
