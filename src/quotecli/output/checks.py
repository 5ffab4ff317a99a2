"""What a check of the installation found, a line each: ``doctor``."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from rich.text import Text

from quotecli.output.painting import FAINT, MEASURE, paint_lines, wrapped
from quotecli.output.terminal import visible


class State(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


class Check(NamedTuple):
    """One thing that was looked at.

    Attributes:
        check: its name, one word.
        state: how it ended.
        message: what was found.
        advice: what to do about it; empty where nothing is to be done.
    """

    check: str
    state: State
    message: str
    advice: str = ""


_STYLES = {State.OK: "green", State.WARN: "yellow", State.FAIL: "bold red"}
_NAME = 12  # columns
_INDENT = " " * 6


def render_check(check: Check, *, width: int | None, colour: bool, links: bool) -> str:
    """Give a check on a line, and below it what to do."""
    measure = None if width is None else min(width, MEASURE)
    rest = " " * (len(_INDENT) + _NAME)
    first, *more = wrapped(Text(visible(check.message)), measure, first=rest, rest=rest)
    line = Text(f"{check.state:<6}", _STYLES[check.state]).append(check.check.ljust(_NAME), FAINT)
    line = Text().append_text(line).append_text(first[len(rest) :])
    lines = [line, *more]
    if check.advice:
        lines += wrapped(Text(visible(check.advice)), measure, first=f"{rest}→ ", rest=f"{rest}  ")
    return paint_lines(lines, colour=colour, links=links)


def worst(checks: Iterable[Check]) -> State:
    """Give the worst state of all; of none it is OK."""
    order = list(State)
    return max((check.state for check in checks), key=order.index, default=State.OK)
