import pytest

from quotecli.text.unspoken import is_unspoken


@pytest.mark.parametrize(
    "cue",
    ["wants", "does not believe", "has long feared", "is eager", "would like", "planned", "sees"],
)
def test_wishes_beliefs_and_plans_are_thoughts(cue: str) -> None:
    assert is_unspoken(cue)


@pytest.mark.parametrize("cue", ["voted for", "refused to", "has declined", "chose", "sued over"])
def test_deeds_are_not_put_into_words(cue: str) -> None:
    assert is_unspoken(cue)


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "told",
        "according to",
        "denounced",
        "expressed fear",
        "said he hoped",
        "wrote and signed",
        "agreed",
        ":",
        None,
    ],
)
def test_what_was_put_into_words_is_not(cue: str | None) -> None:
    assert not is_unspoken(cue)
