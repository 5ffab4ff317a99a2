"""The tables in cases/: the statements of short articles, all of them and in order.

Each row of a table has ``name``, ``text`` (a paragraph per line) and ``expect``: a row per
statement with ``kind``, ``text``, ``speaker`` and whatever else of the record matters there. An
empty string stands for null. ``published`` is the day of publication, ``author`` who wrote it,
``title = true`` makes the first line the title, and ``xfail`` says why a case is known to fail.
"""

import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotecli.extraction.extract import extract
from quotecli.model import Article, Statement

CASES = [
    row
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
CASE_KEYS = {"name", "text", "published", "author", "title", "expect", "xfail"}
EXPECTED_KEYS = {"kind", "text", "speaker"}
MORE_KEYS = {"speakers", "mention", "cue", "said_on", "date", "basis"}


def _param(row: dict[str, Any]) -> Any:  # pytest gives the type of a parameter set no public name
    marks = [pytest.mark.xfail(reason=row["xfail"])] if "xfail" in row else []
    return pytest.param(row, id=row["name"], marks=marks)


def _value(statement: Statement, key: str) -> object:
    value = getattr(statement, key)
    return list(value) if isinstance(value, tuple) else value or ""


@pytest.mark.parametrize("case", [_param(row) for row in CASES])
def test_case(case: dict[str, Any], article: Callable[..., Article]) -> None:
    made = article(
        case["text"],
        case.get("published"),
        author=case.get("author"),
        title=case.get("title", False),
    )
    found = extract(made).statements

    assert [s.text for s in found] == [wanted["text"] for wanted in case["expect"]]
    for statement, wanted in zip(found, case["expect"], strict=True):
        assert {key: _value(statement, key) for key in wanted} == wanted


def test_no_two_cases_share_a_name() -> None:
    assert {name for name, count in Counter(c["name"] for c in CASES).items() if count > 1} == set()


def test_cases_use_only_the_keys_that_the_loop_reads() -> None:
    for case in CASES:
        assert case.keys() <= CASE_KEYS, case["name"]
        for wanted in case["expect"]:
            assert wanted.keys() >= EXPECTED_KEYS, case["name"]
            assert wanted.keys() <= EXPECTED_KEYS | MORE_KEYS, case["name"]
