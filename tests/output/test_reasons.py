"""Why a statement is filed as it is, in sentences."""

# ruff: noqa: E501  a sentence is read best on one line

import re
from collections.abc import Callable
from typing import Any

import pytest

from quotecli.model import Article, Basis, Kind, Record, Span
from quotecli.output.reasons import reasons
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]
TEXT = (
    "The fishing towns by the sea have long waited for what Maria Okonkwo was to bring them from"
    " the capital last week.\n"
    '"We are ready," the minister said on Sunday. She left.'
)


@pytest.fixture
def told(record: Make, article: Callable[..., Article]) -> Callable[..., list[str]]:
    """Give a function that explains the statement in the text above, with some fields changed."""
    made = article(TEXT)

    def span(words: str) -> Span:
        at = TEXT.index(words)
        return Span(at, at + len(words))

    spans = {
        "segments": (span("We are ready,"),),
        "mention_spans": (span("the minister"),),
        "cue_spans": (span("said"),),
    }

    def explain(**changes: Any) -> list[str]:
        return list(reasons(record(**{**spans, **changes}), made.text, made.blocks))

    return explain


def test_kind_speaker_day_and_confidence_are_explained(told: Callable[..., list[str]]) -> None:
    assert told(said_on="2022-10-30", date="2022-10-30") == [
        "All of the statement stands in quotation marks.",
        "“said” reports it.",
        "“the minister” is an office or description that the article ties to Maria Okonkwo.",
        "The article has the name Maria Okonkwo first in “… by the sea have long waited for what Maria"
        " Okonkwo was to bring them from the capital …”.",
        "The day it was said is 2022-10-30, a Sunday: “Sunday” tells it, in an article of"
        " 2022-10-31.",
        "The confidence is 0.93: of a hundred statements with this one, about 93 should have kind,"
        " words and speaker right.",
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "The article does not tell the day on which it was said; it is filed under the day of publication, 2022-10-31."),
        ({"date": None}, "The article says that it was said earlier and not when; it is filed under no day."),
        ({"date": None, "published": None}, "The article has no date; the statement is filed under no day."),
        ({"said_on": "2022-10-29"}, "The day it was said is 2022-10-29, a Saturday: the reporting sentence tells it, in an article of 2022-10-31."),
        ({"said_on": "2022-10-30", "published": None}, "The day it was said is 2022-10-30, a Sunday: “Sunday” tells it."),
    ],
)  # fmt: skip
def test_the_day_is_explained(
    told: Callable[..., list[str]], changes: dict[str, Any], sentence: str
) -> None:
    assert told(**changes)[-2] == sentence


@pytest.mark.parametrize(
    ("words", "said_on", "found"),
    [
        ("on Oct. 3", "2022-10-03", "Oct. 3"),
        ("on 3 October", "2022-10-03", "3 October"),
        ("on the 3rd of October", "2022-10-03", "3rd of October"),
        ("on Oct. 31", "2022-10-03", None),
        ("yesterday", "2022-10-30", "yesterday"),
        ("yesterday", "2022-10-31", None),
        ("this morning", "2022-10-31", "this morning"),
        ("on MONDAY", "2022-10-31", "MONDAY"),
    ],
)
def test_only_words_that_mean_the_day_are_named(
    record: Make, article: Callable[..., Article], words: str, said_on: str, found: str | None
) -> None:
    made = article(f'"We are ready on Monday," the minister said {words}.')
    said = record(
        said_on=said_on, segments=(Span(1, 24),), mention_spans=(), cue_spans=(), mention=None
    )
    day = reasons(said, made.text, made.blocks)[-2]

    assert (f"“{found}” tells it" if found else "the reporting sentence tells it") in day


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("mention", ["she", None])
@pytest.mark.parametrize("speaker", ["Maria Okonkwo", None])
def test_every_basis_is_put_into_a_sentence(
    told: Callable[..., list[str]], basis: Basis, mention: str | None, speaker: str | None
) -> None:
    names = () if speaker is None else (speaker,)
    for sentence in told(basis=basis, mention=mention, speaker=speaker, speakers=names):
        assert re.fullmatch(r"\S.*\.", sentence)
        assert "None" not in sentence
        assert "{" not in sentence


def test_a_name_that_the_article_has_in_another_form_is_told(
    told: Callable[..., list[str]],
) -> None:
    speakers = ("Maria A. Okonkwo",)
    assert "The article's text does not have the name as Maria A. Okonkwo." in told(
        speaker="Maria A. Okonkwo", speakers=speakers
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_put_into_a_sentence(told: Callable[..., list[str]], kind: Kind) -> None:
    assert "quot" in told(kind=kind, cue=None)[0]


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, article: Callable[..., Article], hostile: str
) -> None:
    made = article(f"{hostile} was here")
    said = record(
        mention="x" + hostile, cue=hostile, speaker=hostile, speakers=(hostile,),
        segments=(Span(0, 3),), mention_spans=(), cue_spans=(), said_on="2022-10-30",
    )  # fmt: skip
    for sentence in reasons(said, made.text, made.blocks):
        assert re.search(f"[{HIDDEN}]", sentence) is None
