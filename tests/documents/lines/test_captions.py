"""Captions: only where it is certain, as their statements are lost."""

import pytest

from quotecli.documents.lines.captions import is_caption


@pytest.mark.parametrize(
    "text",
    [
        "Planet.org",
        "AFP",
        "Getty Images",
        "Max Moe / TASS",
        "The river at Bonn last week. Max Moe / TASS",
        "Ann Poe with her German colleague Max Moe. planet.gov",
        "Ann Poe outside her home (Image: Daily Planet)",
        "Ann Poe leaves the talks. Photo by Max Moe",
        "Ann Poe leaves the talks. (AP Photo/Max Moe)",
        "Ann Poe leaves the talks [Max Moe/Reuters]",
        "Photo: Max Moe",
        "Image caption, The river was low last year",
        "Ann Poe (C), Max Moe (R) and a guest leave the talks in Bonn.",
        "Pictured at the back, from left, are Ann Poe, from Bonn, and Max Moe.",
    ],
)
def test_a_caption_is_known(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe left the talks in Bonn.",
        "Sen. Ann Poe (R) voted for the deal.",
        "The minister resigned on Monday, her office confirmed. (Reuters)",
        'Ann Poe (L) told Max Moe (R) that "nobody" was happy.',
        "“We won,” said Ann Poe. Photo: Max Moe",
        "She sold the photo: nobody knew why.",
        "Read it at planet.org today.",
    ],
)
def test_anything_else_is_a_paragraph(text: str) -> None:
    assert not is_caption(text)
