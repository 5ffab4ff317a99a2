"""Counts over time as a picture."""

import re
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from quotecli.output.bars import Count
from quotecli.output.svg import bar_picture
from quotecli.output.terminal import HIDDEN

SVG = "{http://www.w3.org/2000/svg}"
YEARS = [Count("2020", 4), Count("2021", 0), Count("2022", 2)]


def drawn(title: str, counts: list[Count]) -> ET.Element:
    return ET.fromstring(bar_picture(title, counts))  # noqa: S314  made here


def test_bars_are_as_high_as_their_counts_and_stand_on_one_line() -> None:
    bars = [group.find(f"{SVG}rect") for group in drawn("Said", YEARS).iter(f"{SVG}g")]
    sizes = [
        (float(bar.attrib["y"]), float(bar.attrib["height"])) for bar in bars if bar is not None
    ]

    assert [height for _, height in sizes] == [200, 0, 100]
    assert {y + height for y, height in sizes} == {264}


def test_a_screen_reader_is_told_what_the_bars_show() -> None:
    picture = drawn("Said by Ada Roe", YEARS)

    assert picture.attrib["role"] == "img"
    named = {element.attrib.get("id"): element.text for element in picture}
    title, description = picture.attrib["aria-labelledby"].split()
    assert named[title] == "Said by Ada Roe"
    assert named[description] == "Bar chart. 2020: 4; 2021: 0; 2022: 2."
    assert [group.findtext(f"{SVG}title") for group in picture.iter(f"{SVG}g")] == [
        "2020: 4",
        "2021: 0",
        "2022: 2",
    ]


def test_a_picture_holds_all_bars_and_no_more_labels_than_can_be_read() -> None:
    picture = drawn("Said", [Count(str(year), 1) for year in range(1900, 2000)])
    width = float(picture.attrib["width"])

    assert all(
        float(bar.attrib["x"]) + 18 < width for bar in picture.findall(f".//{SVG}g/{SVG}rect")
    )
    assert len([text for text in picture.iter(f"{SVG}text") if "transform" in text.attrib]) == 34


def test_nothing_to_draw_is_a_picture_all_the_same() -> None:
    assert drawn("Said", []).findtext(f"{SVG}desc") == "Bar chart without bars."


def test_markup_in_a_name_is_taken_literally() -> None:
    title = "<script>alert(1)</script> & \"x\" 'y' ]]>"

    assert drawn(title, [Count(title, 1)]).findtext(f"{SVG}title") == title


@given(words=st.text())
def test_any_name_makes_a_picture_that_can_be_read(words: str) -> None:
    picture = bar_picture(words, [Count(words, 1)])

    ET.fromstring(picture)  # noqa: S314  made here
    assert re.search(f"[{HIDDEN}]", picture.replace("\n", "")) is None
