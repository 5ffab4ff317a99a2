import pytest

from quotecli.text.thoughts import is_thought


@pytest.mark.parametrize(
    "cue",
    ["wants", "does not believe", "has long feared", "is eager", "would like", "planned", "sees"],
)
def test_wishes_beliefs_and_plans_are_thoughts(cue: str) -> None:
    assert is_thought(cue)


@pytest.mark.parametrize(
    "cue",
    ["said", "told", "according to", "denounced", "expressed fear", "said he hoped", ":", None],
)
def test_what_was_put_into_words_is_not(cue: str | None) -> None:
    assert not is_thought(cue)
