"""The docs say what the program does."""

import dataclasses
import importlib.util
import re
import shutil
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from quotecli.cli.app import COMMANDS
from quotecli.model import Basis, Record

ROOT = Path(__file__).resolve().parent.parent


def load_examples() -> ModuleType:
    spec = importlib.util.spec_from_file_location("examples", ROOT / "docs" / "examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_every_example_prints_what_the_page_shows(page: str, tmp_path: Path) -> None:
    text = (ROOT / page).read_text("utf-8")
    if "jq" in text and shutil.which("jq") is None:
        text = re.sub(r"^```console\n[^`]*\| jq .*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    assert load_examples().refreshed(text, tmp_path / "index.sqlite") == text


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_no_example_looks_for_a_statement_that_is_not_there(page: str) -> None:
    assert "no statement has the ID" not in (ROOT / page).read_text("utf-8")


def test_the_python_example_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert code is not None
    exec(code[1], {})  # noqa: S102  it is our own page
    assert capsys.readouterr().out.startswith("Ada Roe We are ready,")


def test_every_command_has_its_help_on_the_page() -> None:
    page = (ROOT / "docs/commands.md").read_text("utf-8")
    assert [c for c in COMMANDS if f"$ quotecli {c} --help" not in page] == []


def test_every_key_of_the_record_is_described() -> None:
    page = (ROOT / "docs/record.md").read_text("utf-8")
    assert [f.name for f in dataclasses.fields(Record) if f"`{f.name}`" not in page] == []


def test_every_basis_is_described() -> None:
    page = (ROOT / "docs/record.md").read_text("utf-8")
    assert [basis for basis in Basis if f"| `{basis}` |" not in page] == []


def test_every_dependency_earns_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (ROOT / "docs/dependencies.md").read_text("utf-8")
    names = [re.split(r"[<>=]", d)[0] for d in project["dependencies"]]
    assert [name for name in names if f"`{name}`" not in page] == []


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == [], page.name


def test_the_commands_run_with_this_interpreter() -> None:
    assert (Path(sys.executable).parent / "quotecli").exists()
