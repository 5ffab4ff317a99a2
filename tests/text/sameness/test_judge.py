"""Pairs of wordings judged by hand, and what may never be one statement."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Kind
from quotecli.text.sameness.judge import Likeness, likeness
from quotecli.text.sameness.words import Wording, read_wording

_KINDS = {"~": Kind.MIXED, "=": Kind.INDIRECT}


class Pair(NamedTuple):
    is_same: bool
    one: Wording
    other: Wording


def wording(written: str) -> Wording:
    kind = _KINDS.get(written[0])
    if kind is not None:
        return read_wording(written[1:], kind)
    return read_wording(written, Kind.DIRECT)


def pairs(part: str) -> Iterator[Pair]:
    path = Path(__file__).parent / f"pairs-{part}.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            judged, _, one, other = line.split("\t")
            assert judged in {"same", "different"}
            yield Pair(judged == "same", wording(one), wording(other))


def is_same(one: Wording, other: Wording) -> bool:
    return likeness(one, other) is not Likeness.DIFFERENT


@pytest.mark.parametrize(("part", "least_recall"), [("dev", 0.98), ("check", 0.88)])
def test_none_is_the_same_wrongly_and_few_are_missed(part: str, least_recall: float) -> None:
    judged = list(pairs(part))
    found = [pair for pair in judged if is_same(pair.one, pair.other)]
    assert len(judged) >= 70
    assert [pair for pair in found if not pair.is_same] == []
    assert len(found) / sum(pair.is_same for pair in judged) >= least_recall


DEV = [pair.one for pair in pairs("dev")]
TEXTS = [
    line.split("\t")[2].lstrip("~=")
    for line in (Path(__file__).parent / "pairs-dev.tsv").read_text("utf-8").splitlines()[1:]
]
CHANGES = "not never no may might will would could can must without five perhaps if only".split()


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.sampled_from(CHANGES), st.data())
def test_a_negation_a_modal_or_a_number_put_in_makes_another_statement(
    text: str, before: str, change: str, data: st.DataObject
) -> None:
    words = f"{before.rstrip('.')}, {text}".split() if data.draw(st.booleans()) else text.split()
    at = data.draw(st.integers(1, len(words) - 1))
    changed = " ".join([*words[:at], change, *words[at:]])
    assert not is_same(wording(" ".join(words)), wording(changed))


@given(st.sampled_from(TEXTS), st.integers(0, 9999), st.integers(0, 9999), st.data())
def test_another_number_makes_another_statement(
    text: str, one: int, other: int, data: st.DataObject
) -> None:
    words = text.split()
    at = data.draw(st.integers(1, len(words) - 1))
    first, second = (" ".join([*words[:at], str(n), *words[at:]]) for n in (one, other))
    assert (one == other) or not is_same(wording(first), wording(second))


@given(st.sampled_from(DEV), st.sampled_from(DEV))
def test_which_wording_is_named_first_makes_no_difference(one: Wording, other: Wording) -> None:
    assert likeness(one, other) is likeness(other, one)


def test_a_wording_of_hundreds_of_words_is_compared_by_its_words_alone() -> None:
    long = "the ferry sails past the old lighthouse at dawn and " * 60
    assert is_same(wording(long), wording(long.upper()))
    assert not is_same(wording(long), wording(long + "comes back empty"))
