"""A statement as papers, LaTeX and Wikipedia cite it."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py
STYLES = ("apa", "mla", "chicago", "bibtex", "csl-json", "wikipedia")


@pytest.fixture
def ids(quotecli: Run) -> dict[str, str]:
    """Give the IDs of statements by their speakers; of several by one speaker the last."""
    return {record["speaker"]: record["id"] for record in quotecli("search", "--json").records}


def test_a_statement_is_cited_with_its_words_speaker_and_basis(
    quotecli: Run, ids: dict[str, str]
) -> None:
    answer = quotecli("cite", ids["Ilham Aliyev"])

    assert (answer.status, answer.err) == (0, [])
    assert answer.out == (
        "“There is little left to discuss,”\n"
        f"  — Ilham Aliyev · 2022-10-30 · published 2022-10-31 · {ids['Ilham Aliyev']}"
        " · named in full where the words stand\n"
        "\n"
        "Ministers meet by the sea. (2022, October 31). Harbour Post."
        " https://harbourpost.example/2022/10/31/sea\n"
    )


@pytest.mark.parametrize("style", STYLES)
def test_what_the_article_does_not_give_is_told(
    quotecli: Run, ids: dict[str, str], style: str
) -> None:
    answer = quotecli("cite", ids["Ada Roe"], "--style", style.upper())

    assert (answer.status, answer.err) == (0, [f"the article of {ids['Ada Roe']} gives no URL"])
    assert "No new pier" in answer.out
    assert "Nobody asked us," in answer.out


def test_the_day_of_access_is_today_unless_the_user_names_one(
    quotecli: Run, ids: dict[str, str]
) -> None:
    def accessed(*arguments: str) -> list[int]:
        answer = quotecli("cite", ids["Ilham Aliyev"], "--style", "csl-json", *arguments)
        (item,) = json.loads(answer.out)
        day: list[int] = item["accessed"]["date-parts"][0]
        return day

    before = datetime.date.today()  # noqa: DTZ011  the user's own day
    day = datetime.date(*accessed())
    assert before <= day <= datetime.date.today()  # noqa: DTZ011
    assert accessed("--accessed", "2024-2-29") == [2024, 2, 29]
    out = quotecli("cite", ids["Ilham Aliyev"], "--style", "mla", "--accessed", "2024-02-29").out
    assert out.endswith(" Accessed 29 Feb. 2024.\n")


def test_a_day_that_does_not_exist_is_an_error(quotecli: Run, ids: dict[str, str]) -> None:
    answer = quotecli("cite", ids["Ada Roe"], "--accessed", "2023-02-29")

    assert (answer.status, answer.out) == (2, "")


def test_an_unknown_id_does_not_cost_the_others(quotecli: Run, ids: dict[str, str]) -> None:
    answer = quotecli("cite", "zzzzzzzz", ids["Ilham Aliyev"], "--style", "wikipedia")

    assert (answer.status, answer.out.count("{{cite news")) == (1, 1)
    assert answer.err[0].startswith("no statement has the ID zzzzzzzz")
    assert json.loads(quotecli("cite", "zzzzzzzz", "--style", "csl-json").out) == []
