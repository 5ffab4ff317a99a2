"""The page of a statement, opened at its words."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py
QUOTECLI = Path(sys.executable).with_name("quotecli")
LINK = "https://harbourpost.example/2022/10/31/sea#:~:text=We%20will%20keep%20talking"


def id_of(quotecli: Run, words: str, **where: Any) -> str:
    (record,) = quotecli("search", words, "--json", **where).records
    return str(record["id"])


@pytest.fixture(autouse=True)
def _no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


def test_the_link_is_printed_alone(quotecli: Run) -> None:
    answer = quotecli("open", id_of(quotecli, "talking"), "--print")

    assert (answer.status, answer.out, answer.err) == (0, f"{LINK}\n", [])


def test_the_beginning_of_an_id_is_enough(quotecli: Run) -> None:
    assert quotecli("open", id_of(quotecli, "talking")[:6], "--print").out == f"{LINK}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen always")
def test_a_machine_without_a_screen_gets_one_line_and_the_link(quotecli: Run) -> None:
    answer = quotecli("open", id_of(quotecli, "talking"))

    assert (answer.status, answer.out) == (0, f"{LINK}\n")
    assert answer.err == ["no browser could be opened here; this is the link:"]


@pytest.mark.parametrize("works", [True, False])
def test_the_browser_of_the_user_is_given_the_link(
    quotecli: Run, index: Path, tmp_path: Path, works: bool
) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/asked; exit {int(not works)}\n')
    browser.chmod(0o755)
    done = subprocess.run(
        [QUOTECLI, "open", id_of(quotecli, "talking")],
        env={**os.environ, "QUOTECLI_DB": str(index), "BROWSER": str(browser)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert (tmp_path / "asked").read_text() == LINK
    assert done.stdout == ("" if works else f"{LINK}\n")


def test_an_article_without_a_url_is_one_line_that_names_its_file(
    quotecli: Run, articles: Path
) -> None:
    answer = quotecli("open", id_of(quotecli, "asked"), "--print")

    assert (answer.status, answer.out) == (1, "")
    assert answer.err == [
        f"no link: the article gives no URL; it was read from {articles / 'pier.md'}"
    ]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/x"])
def test_only_web_addresses_are_opened(quotecli: Run, tmp_path: Path, url: str) -> None:
    db = tmp_path / "db"
    article = f'---\nurl: {url}\n---\n\n"We are ready," said Ada Roe.'
    quotecli("index", "-", db=db, stdin=article.encode())
    answer = quotecli("open", id_of(quotecli, "ready", db=db), db=db)

    assert (answer.status, answer.out, len(answer.err)) == (1, "", 1)
    assert answer.err[0].startswith("no link: the article")


def test_a_copy_that_has_a_url_is_named_instead(quotecli: Run, tmp_path: Path) -> None:
    db = tmp_path / "db"
    words = b'"We are ready for the sea," said Ada Roe.'
    quotecli("index", "-", db=db, stdin=words)
    url = ("--url", "https://gull.example/1", "--outlet", "Gull")
    quotecli("index", "-", *url, db=db, stdin=words + b" She left.")
    ids = {
        record["url"]: record["id"]
        for record in quotecli("search", "--all", "--json", db=db).records
    }
    answer = quotecli("open", ids[None], db=db)

    assert (answer.status, answer.err) == (1, [
        "no link: the article gives no URL; the same words stand in Gull:"
        f" quotecli open {ids['https://gull.example/1']}"
    ])  # fmt: skip


def test_an_unknown_id_is_status_1(quotecli: Run) -> None:
    answer = quotecli("open", "zzzzzzzz", "--print")

    assert (answer.status, answer.out) == (1, "")
    assert answer.err[0].startswith("no statement has the ID zzzzzzzz")
