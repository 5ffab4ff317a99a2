"""A verdict on the screen, and as data."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from quotecli.model import (
    Block,
    BlockKind,
    Change,
    Compared,
    Covered,
    Difference,
    Finding,
    Place,
    Record,
    Rest,
    Span,
    Verdict,
    Verification,
)
from quotecli.output.terminal import HIDDEN
from quotecli.output.verdict_rows import (
    markdown_verdicts,
    verdict_array,
    verdict_lines,
    verdict_table,
)
from quotecli.output.verdicts import render_verdicts

Make = Callable[..., Record]
TEXT = '"We will not sign it," she said.'


def finding(record: Record, verdict: Verdict = Verdict.ALTERED, text: str = TEXT) -> Finding:
    return Finding(
        verdict=verdict,
        record=record,
        similarity=0.8,
        is_part=True,
        differences=(Difference(Change.NEGATION, "not", "", "“not” was dropped"),),
        comparison=(
            Compared("We will", "We will", same=True),
            Compared("not", "", same=False),
            Compared("sign it", "sign it", same=True),
        ),
        rest=Rest("", "before May"),
        notes=("a note",),
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, (Span(0, len(text)),)),),
    )


def answer(*findings: Finding, **more: Any) -> Verification:
    values: dict[str, Any] = {
        "verdict": findings[0].verdict if findings else Verdict.NOT_FOUND,
        "query": "We will sign it",
        "speaker": "Okonkwo",
        "line": 7,
        "findings": findings,
        "places": (),
        "notes": (),
        "covered": None if findings else Covered(2, 9, "2020-01-01", None),
    }
    return Verification(**{**values, **more})


def shown(*answers: Verification, width: int | None = 80, colour: bool = False) -> str:
    return render_verdicts(answers, width=width, colour=colour, links=False)


@pytest.fixture
def said(record: Make) -> Record:
    return record(segments=(Span(1, 21),), mention_spans=(), cue_spans=())


def test_both_wordings_the_difference_and_the_record_are_shown(said: Record) -> None:
    assert shown(answer(finding(said))).splitlines() == [
        "ALTERED · line 7 · asked for Okonkwo",
        "  asked   We will sign it",
        "  record  We will ⟦not⟧ sign it",
        "          • “not” was dropped",
        "          a note",
        "  by      Maria Okonkwo · 2022-10-31 · Harbour Post · 3f9a2c1b",
        "          Ministers meet by the sea",
        "          https://harbourpost.example/2022/10/31/sea",
        "",
        '  "⟦We will not sign it,⟧" she said.',
    ]


def test_of_many_answers_the_paragraphs_are_left_out(said: Record) -> None:
    both = shown(answer(finding(said)), answer())
    assert "she said" not in both
    assert "\n\n\nNOT IN THIS INDEX" in both


def test_other_records_are_listed_after_the_first(said: Record) -> None:
    out = shown(answer(finding(said), *[finding(said, Verdict.OTHER_SPEAKER)] * 10))
    assert "  also    other speaker · Maria Okonkwo · 2022-10-31 · Harbour Post" in out
    assert "+2 more; --json has all" in out


def test_words_in_an_article_alone_are_shown_with_their_paragraph() -> None:
    place = Place("Gull", None, "https://gull.example/", "2020-01-01", None, (), True, "So it is.")
    out = shown(answer(places=(place,)))
    assert "stands in quotation marks in an article, but not as a recorded" in out
    assert "          So it is.\n          https://gull.example/\n" in out


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_keep_to_the_width(said: Record, width: int) -> None:
    lines = shown(answer(finding(said), finding(said)), width=width).splitlines()
    assert max(len(line) for line in lines if "https" not in line) <= width


def test_colour_is_never_the_only_mark(said: Record) -> None:
    plain = shown(answer(finding(said)))
    coloured = shown(answer(finding(said)), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_json_says_all(said: Record) -> None:
    told = json.loads("".join(verdict_array([answer(finding(said), finding(said)), answer()])))
    assert [each["verdict"] for each in told] == ["altered", "not in this index"]
    assert told[0]["rest"] == {"before": "", "after": "before May"}
    assert told[0]["context"] == TEXT
    assert [other["verdict"] for other in told[0]["others"]] == ["altered"]
    assert (told[0]["extent"], told[1]["extent"]["articles"]) == (None, 2)
    assert list(told[0]) == list(told[1])
    lines = list(verdict_lines([answer(finding(said)), answer()]))
    assert [json.loads(line)["line"] for line in lines] == [7, 7]


def test_a_table_has_as_many_values_as_columns(said: Record) -> None:
    for answers in ([answer(finding(said))], [answer()]):
        header, row = "".join(verdict_table(answers, tabs=True)).splitlines()
        assert header.count("\t") == row.count("\t")


def test_markdown_escapes_what_is_special(said: Record) -> None:
    out = "".join(markdown_verdicts([answer(finding(said), query="*bold* words")]))
    assert out.startswith(
        "**altered** (line 7): “\\*bold\\* words”, Okonkwo\n- “not” was dropped\n"
    )
    assert "\n> “We will not sign anything" in out


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str
) -> None:
    said = record(
        id=hostile, speaker=hostile, outlet=hostile, title=hostile, url=hostile, path=hostile,
        segments=(Span(0, len(hostile)),), published=hostile,
    )  # fmt: skip
    found = Finding(
        Verdict.ALTERED, said, 0.5, True, (Difference(Change.ADDED, hostile, hostile, hostile),),
        (Compared(hostile, hostile, same=False),), Rest(hostile, hostile), (hostile,), hostile,
        (Block(BlockKind.PARAGRAPH, (Span(0, len(hostile)),)),),
    )  # fmt: skip
    place = Place(hostile, hostile, hostile, hostile, hostile, (), False, hostile)
    full = answer(found, found, places=(place,), notes=(hostile,), query=hostile, speaker=hostile)
    for width in (40, None):
        out = render_verdicts([full], width=width, colour=False, links=True)
        kept = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\", "", out).replace("\n", "")
        assert re.search(f"[{HIDDEN}]", kept) is None
