"""What the program loads before it answers: start-up speed is a feature."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import open_index

# By top-level name, or as a module of a package that is loaded in part.
HEAVY = frozenset(
    "asyncio charset_normalizer courlan dateparser dateutil email flatbuffers htmldate http justext"
    " logging lxml multiprocessing numpy onnxruntime pydantic pygments rapidfuzz regex rich ssl tld"
    " trafilatura unittest urllib.request urllib3 xml yaml zoneinfo quotecli.documents"
    " quotecli.extraction quotecli.ingest quotecli.index.write quotecli.search.explain".split()
)
NO_SETTINGS: Mapping[str, str] = {}


def loaded(*arguments: str, settings: Mapping[str, str] = NO_SETTINGS) -> set[str]:
    """Run the program in a process; give the modules that it imported, packages included."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "quotecli", *arguments],
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = (line for line in done.stderr.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip() for line in lines}


def heavy(modules: set[str]) -> set[str]:
    return {m for m in modules if any(m == h or m.startswith(f"{h}.") for h in HEAVY)}


def test_the_version_needs_neither_an_index_nor_anything_heavy() -> None:
    modules = loaded("--version")

    assert "quotecli.cli.app" in modules
    assert heavy(modules) == set()
    assert {
        "sqlite3",
        "json",
        "quotecli.index",
        "quotecli.search",
        "quotecli.output",
    } & modules == set()


def test_a_search_printed_as_json_loads_nothing_heavy(index: Path) -> None:
    modules = loaded("search", "--speaker", "Putin", "--json", settings={"QUOTECLI_DB": str(index)})

    assert "quotecli.search.run" in modules
    assert heavy(modules) == set()


@pytest.mark.parametrize("format_", ["jsonl", "csv", "tsv", "markdown"])
def test_no_format_but_the_table_loads_rich(index: Path, format_: str) -> None:
    modules = loaded("search", "--format", format_, settings={"QUOTECLI_DB": str(index)})

    assert heavy(modules) == set()


@pytest.mark.parametrize(
    "command",
    [
        "cite ID --style bibtex",
        "cite ID --style csl-json",
        "cite ID --style wikipedia",
        "open ID --print",
        "timeline --speaker Aliyev --json",
        "compare Putin Aliyev --json",
        "outlets --json",
        "stats --json",
        "show ID --why --json",
    ],
)
def test_what_is_printed_for_programs_loads_nothing_heavy(index: Path, command: str) -> None:
    with closing(open_index(index)) as opened:
        (record,) = find_records(opened, Filter(speakers=("Aliyev",)))
    words = command.replace("ID", record.id).split()

    assert heavy(loaded(*words, settings={"QUOTECLI_DB": str(index)})) == set()


def test_a_table_loads_rich_and_nothing_else_that_is_heavy(index: Path) -> None:
    modules = loaded("search", "--speaker", "Putin", settings={"QUOTECLI_DB": str(index)})

    assert {module.partition(".")[0] for module in heavy(modules)} == {"rich"}


def test_tab_loads_nothing_heavy(index: Path) -> None:
    modules = loaded(
        settings={
            "QUOTECLI_DB": str(index),
            "_QUOTECLI_COMPLETE": "complete_zsh",
            "_TYPER_COMPLETE_ARGS": "quotecli search --speaker Pu",
        }
    )

    assert "quotecli.cli.completion" in modules
    assert heavy(modules) == set()


def test_help_loads_nothing_heavy() -> None:
    assert heavy(loaded("--help")) == set()
    assert heavy(loaded("index", "--help")) == set()
