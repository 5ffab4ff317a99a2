"""Figures, lists and checks as pages."""

import re
from textwrap import dedent
from typing import Any

import pytest

from quotecli.output.checks import Check, State, render_check, worst
from quotecli.output.objects_json import json_object, json_objects
from quotecli.output.overview import render_outlets, render_totals, size_in_words
from quotecli.output.terminal import HIDDEN

HELD: dict[str, Any] = {
    "index": "/home/ada/index.sqlite", "bytes": 1_234_567, "files": 3, "articles": 1812,
    "articles_dated": 1800, "articles_linked": 0, "statements": 12_000, "named": 9_000,
    "dated": 11_999, "linked": 0, "speakers": 321, "unnamed": 1, "first": "2019-03-02",
    "last": "2024-08-19", "kinds": {"direct": 9_000, "indirect": 3_000},
    "years": {"2019": 2, "2024": 11_997},
    "outlets": {f"Outlet {n}": 100 - n for n in range(12)}, "bases": {"named": 12_000},
}  # fmt: skip


def totals(held: dict[str, Any], width: int | None = 80) -> str:
    return render_totals(held, width=width, colour=False, links=False, blocks=True)


def outlets(held: list[dict[str, Any]], width: int | None = 80) -> str:
    return render_outlets(held, width=width, colour=False, links=False, blocks=True)


def outlet(name: str | None = "Harbour Post", **changes: Any) -> dict[str, Any]:
    return {
        "outlet": name, "articles": 1812, "statements": 12_000, "first": "2019-03-02",
        "last": "2024-08-19", "years": {"2019": 2, "2024": 1810}, **changes,
    }  # fmt: skip


def test_the_figures_come_first_and_then_the_charts() -> None:
    shown = totals(HELD)

    assert shown.startswith(
        dedent("""\
        Index             /home/ada/index.sqlite, 1.2 MB
        Files             3
        Articles          1,812  published 2019-03-02 to 2024-08-19
          with a date     1,800  99%
          with a URL      0  0%
        Statements        12,000
          with a name     9,000  75%
          with a date     11,999  100%
          with a URL      0  0%
        Speakers          321  and 1 unnamed source

        Kind
          direct    9,000  ████████████████████████████████████████
          indirect  3,000  █████████████▍

        Year
          2019          2  ▏
          2024     11,997  ████████████████████████████████████████
          no date       1  ▏

        Outlet, the first 10
          Outlet 0  100  ████████████████████████████████████████
        """)
    )
    assert "Outlet 9" in shown
    assert "Outlet 10" not in shown


def test_an_empty_index_has_figures_and_no_charts() -> None:
    nothing: dict[str, Any] = {
        key: {} if isinstance(value, dict) else 0 if isinstance(value, int) else None
        for key, value in HELD.items()
    }
    shown = totals({**nothing, "index": "/x"})

    assert "Articles          0\n" in shown
    assert "Kind" not in shown
    assert "%" not in shown


@pytest.mark.parametrize("width", [None, 40, 80, 200])
def test_outlets_are_listed_in_columns_and_never_cut(width: int | None) -> None:
    shown = outlets([outlet("The Harbour Post of the Sea " * 2), outlet(None, first=None)], width)

    assert " ".join(re.sub(r"[\d,]+| to |-|no date", "", shown).split()).startswith(
        "Outlet Articles"
    )
    assert len(re.findall("Sea", shown)) == 2
    assert "no date" in shown
    if width == 80:
        assert shown.splitlines()[0].endswith("Articles  Statements  Published")


def test_one_outlet_alone_has_a_chart_of_its_years() -> None:
    assert outlets([outlet()]).endswith(
        "\n\n2019      2  ▏\n2024  1,810  ████████████████████████████████████████\n"
    )


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (12_345, "12 kB"), (1 << 40, "1.1 TB"),
     (10**16, "10000 TB")],
)  # fmt: skip
def test_a_size_is_given_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


def test_a_check_is_a_line_with_its_advice_below() -> None:
    check = Check("files", State.WARN, "3 changed since they were read", "run: quotecli index")

    assert render_check(check, width=80, colour=False, links=False) == (
        "warn  files       3 changed since they were read\n"
        "                  → run: quotecli index\n"
    )
    assert "\x1b[33mwarn" in render_check(check, width=80, colour=True, links=False)


def test_the_worst_of_several_checks_counts() -> None:
    ok, warn, fail = (Check("x", state, "") for state in State)

    assert worst([]) is State.OK
    assert worst([warn, ok]) is State.WARN
    assert worst([ok, fail, warn]) is State.FAIL


def test_objects_are_json_with_a_key_a_line() -> None:
    assert "".join(json_object({"a": 1, "b": {"c": None}})) == (
        '{\n  "a": 1,\n  "b": {"c": null}\n}\n'
    )
    assert "".join(json_objects([{"a": 1}, {"a": 2}])) == (
        '[\n  {\n    "a": 1\n  },\n  {\n    "a": 2\n  }\n]\n'
    )
    assert "".join(json_objects([])) == "[]\n"


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(hostile: str) -> None:
    pages = [
        page
        for width in (40, None)
        for page in (
            totals({**HELD, "index": hostile, "outlets": {hostile: 3}}, width),
            outlets([outlet(hostile)], width),
            render_check(
                Check("x", State.FAIL, hostile, hostile), width=width, colour=False, links=False
            ),
        )
    ]
    for shown in (*pages, "".join(json_object({"outlets": {hostile: 1}}))):
        assert re.search(f"[{HIDDEN}]", shown.replace("\n", "")) is None


def test_what_has_no_date_or_outlet_has_a_line_so_that_charts_add_up() -> None:
    shown = totals({**HELD, "outlets": {"Post": 11_990}})

    assert re.search(r"\n  no date  +1  ", shown)
    assert re.search(r"\n  no outlet  +10  ", shown)
