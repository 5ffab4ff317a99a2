import pytest

from quotecli.index.copies.voices import covers, voice_of


@pytest.mark.parametrize(
    ("fuller", "barer"),
    [
        (["Vladimir Putin"], ["Putin"]),
        (["Vladimir Putin"], ["V. Putin"]),
        (["Vladimir V. Putin"], ["President Vladimir Putin"]),
        (["Volodymyr Zelenskyy"], ["Zelensky"]),
        (["Ilham Aliyev", "Nikol Pashinyan"], ["Pashinyan", "Aliev"]),
        (["Ministry of Defence"], ["Ministry of Defense"]),
        (["Putin"], []),
        ([], []),
    ],
)
def test_a_fuller_name_covers_a_barer_one(fuller: list[str], barer: list[str]) -> None:
    assert covers(voice_of(fuller), voice_of(barer))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["Putin"], ["Vladimir Putin"]),
        (["V. Putin"], ["Vladimir Putin"]),
        (["Bill Clinton"], ["Hillary Clinton"]),
        (["George Bush"], ["George W. Bush"]),
        (["Ilham Aliyev"], ["Ilham Aliyev", "Nikol Pashinyan"]),
        ([], ["Putin"]),
    ],
)
def test_a_name_covers_none_that_says_more_or_something_else(
    one: list[str], other: list[str]
) -> None:
    assert not covers(voice_of(one), voice_of(other))
