"""What a sketch rules out, the verdict calls different, too."""

from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Kind
from quotecli.text.sameness.judge import Likeness, likeness
from quotecli.text.sameness.sketch import may_be_same, sketch_of
from quotecli.text.sameness.words import Wording, read_wording

from .test_judge import DEV

TEXTS = (
    "The ferry company will pay five hundred crowns for every boat that the storm has sunk, and"
    " nobody else can help the villages of the lower valley",
    "We have agreed on a treaty about the frontier, but the ministry may not sign it before winter",
)
WORDS = (
    "700 not will perhaps Xanadu deal accord border frontiers cease-fire ceasefire compamy crown"
    " the they on storms ... [it] [sic]"
).split()


@st.composite
def wordings(draw: st.DrawFn) -> Wording:
    """Print one of two texts as outlets do, with some words of it or of others changed."""
    words = draw(st.sampled_from(TEXTS)).split()
    words = words[draw(st.integers(0, 4)) : draw(st.integers(9, len(words)))]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + draw(st.integers(0, 1))] = [draw(st.sampled_from(WORDS))]
    text = " ".join(words)
    if draw(st.booleans()):
        at = draw(st.integers(0, 6))
        text = f"{' '.join(words[:at])} “{' '.join(words[at:])}”"
    return read_wording(text, draw(st.sampled_from(Kind)))


@given(wordings(), wordings())
def test_nothing_is_ruled_out_that_is_the_same(one: Wording, other: Wording) -> None:
    if not may_be_same(sketch_of(one), sketch_of(other)):
        assert likeness(one, other) is Likeness.DIFFERENT


@given(st.sampled_from(DEV), st.sampled_from(DEV))
def test_no_pair_judged_by_hand_is_ruled_out_wrongly(one: Wording, other: Wording) -> None:
    if not may_be_same(sketch_of(one), sketch_of(other)):
        assert likeness(one, other) is Likeness.DIFFERENT


def test_a_formula_with_another_number_or_name_is_ruled_out() -> None:
    said = "Our thoughts tonight are with the brave people of Halden and with their 12 firemen"
    whole = sketch_of(read_wording(said, Kind.DIRECT))
    for other in said.replace("12", "13"), said.replace("Halden", "Moss"):
        assert not may_be_same(whole, sketch_of(read_wording(other, Kind.DIRECT)))
    for other in said.replace("brave ", ""), said.replace("people of Halden", "people"):
        assert may_be_same(whole, sketch_of(read_wording(other, Kind.DIRECT)))
