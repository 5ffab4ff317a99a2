"""One record to start from, and texts that try to get out of their cell."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quotecli.model import Basis, Kind, Record, Span

_RECORD = Record(
    id="3f9a2c1b",
    kind=Kind.DIRECT,
    text="We will not sign anything that our own parliament has not read first.",
    speaker="Maria Okonkwo",
    speakers=("Maria Okonkwo",),
    mention="the minister",
    cue="said",
    said_on=None,
    published="2022-10-31",
    date="2022-10-31",
    outlet="Harbour Post",
    title="Ministers meet by the sea",
    author="Ada Writer",
    url="https://harbourpost.example/2022/10/31/sea",
    path="corpus/sea.md",
    segments=(Span(12, 81),),
    mention_spans=(Span(84, 96),),
    cue_spans=(Span(97, 101),),
    basis=Basis.ROLE,
    confidence=0.93,
)

HOSTILE = (
    "red \x1b[31malert\x1b[0m",
    "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07",
    "over\rwritten \x08\x08 and \x00 and \x7f and \x9b2J",
    "[bold]loud[/bold] [link=http://evil.example]x[/link] [/] [sic]",
    ":smile: and :warning:",
    "right \u202eto left\u202c and \u2066isolated\u2069",
    "zero\u200bwidth\ufeff and tag\U000e0041",
    "line\u2028and\u2029paragraph\u0085separators",
    "lone \udc80 surrogate \ud800",
    "cafe\u0301 नमस्ते می\u200cخواهم 👩\u200d👩\u200d👧 ☀\ufe0f 日本語のとても長い文章です",
    "w" * 10_000,
)


@pytest.fixture(scope="session")
def record() -> Callable[..., Record]:
    """Give a function that makes a record; keywords replace single fields."""

    def make(**changes: Any) -> Record:
        return replace(_RECORD, **changes)

    return make


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """Give one text that a careless program would let loose on the terminal."""
    return str(request.param)
