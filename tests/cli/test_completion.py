"""TAB, as a person presses it in bash, zsh and fish."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

COMPLETIONS = Path(__file__).resolve().parents[2] / "completions"
QUOTECLI = Path(sys.executable).with_name("quotecli")


class Shell(Protocol):
    """What the fixture of this name gives; see conftest.py."""

    folder: Path

    def complete(self, typed: str) -> list[str]: ...
    def offers(self, typed: str, last: str) -> str: ...
    def run(self, keys: str) -> str: ...


def ask(instruction: str, **environment: str) -> str:
    """Call the program as a shell does; give what it prints."""
    done = subprocess.run(
        [QUOTECLI],
        env={**os.environ, "_QUOTECLI_COMPLETE": instruction, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize(
    ("shell_name", "file"),
    [("bash", "quotecli.bash"), ("zsh", "_quotecli"), ("fish", "quotecli.fish")],
)
def test_the_committed_script_is_the_one_that_the_program_prints(
    shell_name: str, file: str
) -> None:
    assert (COMPLETIONS / file).read_text("utf-8") == ask(f"source_{shell_name}")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("quotecli se", ["quotecli", "search"]),
        ("quotecli search --spe", ["quotecli", "search", "--speaker"]),
        ("quotecli search --speaker Pu", ["quotecli", "search", "--speaker", "Putin"]),
        ("quotecli search -s vl", ["quotecli", "search", "-s", "vladimir Putin"]),
        ("quotecli search --speaker=Pu", ["quotecli", "search", "--speaker=Putin"]),
        ("quotecli search -s Ilh", ["quotecli", "search", "-s", "Ilham Aliyev"]),
        ("quotecli search -s Ilham\\ A", ["quotecli", "search", "-s", "Ilham Aliyev"]),
        ("quotecli search -s 'Ilham A", ["quotecli", "search", "-s", "Ilham Aliyev"]),
        ('quotecli search -s "Ilham ', ["quotecli", "search", "-s", "Ilham Aliyev"]),
        ("quotecli search -s Sean", ["quotecli", "search", "-s", "Sean O'Brien"]),
        ("quotecli search --kind mi", ["quotecli", "search", "--kind", "mixed"]),
        ("quotecli search --outlet gull", ["quotecli", "search", "--outlet", "gull"]),
        ("quotecli search --outlet The", ["quotecli", "search", "--outlet", "The Morning Gull"]),
        ("quotecli compare Putin Ali", ["quotecli", "compare", "Putin", "Aliyev"]),
        ("quotecli outlets gu", ["quotecli", "outlets", "gull"]),
    ],
)
def test_tab_completes_the_line_to_these_words(shell: Shell, typed: str, words: list[str]) -> None:
    assert shell.complete(typed) == words


def test_tab_lists_what_may_follow(shell: Shell) -> None:
    shown = shell.offers("quotecli search --kind ", last="claim")

    assert {"direct", "mixed", "indirect", "quote", "claim"} <= set(re.findall(r"\w+", shown))


def test_tab_offers_files_where_files_are_read_and_only_there(shell: Shell) -> None:
    (shell.folder / "harbour news.md").touch()

    assert shell.complete("quotecli index har") == ["quotecli", "index", "harbour news.md"]
    assert shell.complete("quotecli search --db har")[-1] == "harbour news.md"
    assert shell.complete("quotecli search har") == ["quotecli", "search", "har"]
    assert shell.complete("quotecli show har") == ["quotecli", "show", "har"]


def test_tab_asks_the_index_that_the_line_names(shell: Shell, hostile_index: Path) -> None:
    line = f"quotecli search --db {hostile_index} --speaker Ada"

    assert shell.complete(line)[-1] == "Ada; touch gone"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ada", "Ada; touch gone"),
        ("Dora", "Dora *?[a-z] {a,b} ~ !x"),
        ("Eve", """Eve "the 'Hat'" Roe"""),
        ("Fay", "Fay: A & B | C > D < E # F %s"),
    ],
)
def test_tab_makes_one_argument_of_any_name_and_runs_none(
    shell: Shell, hostile_index: Path, typed: str, name: str
) -> None:
    assert shell.complete(f"quotecli search --db {hostile_index} -s {typed}")[-1] == name
    assert not (shell.folder / "gone").exists()


@pytest.mark.parametrize("typed", ["Bea", "Cleo", "Gil"])
def test_tab_does_not_offer_what_a_shell_or_terminal_might_obey(
    shell: Shell, hostile_index: Path, typed: str
) -> None:
    assert shell.complete(f"quotecli search --db {hostile_index} -s {typed}")[-1] == typed


def test_tab_is_silent_without_an_index(shell: Shell, tmp_path: Path) -> None:
    typed = f"quotecli search --db {tmp_path}/none.sqlite --speaker Pu"
    shown = shell.run(f"{typed}\t\x01told ")

    assert shell.complete(typed)[-1] == "Pu"
    assert "quotecli:" not in shown
    assert "Error" not in shown
    assert "Traceback" not in shown
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("content", ["", "no index", "SQLite format 3\0"], ids=repr)
def test_a_file_that_is_no_index_offers_nothing(tmp_path: Path, content: str) -> None:
    path = tmp_path / "other.sqlite"
    path.write_text(content)

    offers = ask(
        "complete_bash",
        COMP_WORDS="quotecli\nsearch\n--speaker\nPu",
        COMP_CWORD="3",
        QUOTECLI_DB=str(path),
    )
    assert offers.strip() == ""


def test_an_offer_comes_with_its_description(index: Path) -> None:
    line = "quotecli search --speaker Pu"
    offers = ask("complete_fish", _TYPER_COMPLETE_ARGS=line, QUOTECLI_DB=str(index))

    assert offers == "Putin\tVladimir Putin\n"


@pytest.mark.parametrize(
    ("shell_name", "files"),
    [
        ("bash", [".bashrc", ".bash_completions/quotecli.sh"]),
        ("zsh", [".zshrc", ".zfunc/_quotecli"]),
        ("fish", [".config/fish/completions/quotecli.fish"]),
    ],
)
def test_install_completion_sets_up_the_same_script(
    tmp_path: Path, shell_name: str, files: list[str]
) -> None:
    subprocess.run(
        [QUOTECLI, "--install-completion", shell_name],
        env={
            **os.environ,
            "HOME": str(tmp_path),
            "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
        },
        check=True,
        capture_output=True,
    )

    assert all((tmp_path / file).exists() for file in files)
    installed = (tmp_path / files[-1]).read_text("utf-8")
    assert installed.strip() == ask(f"source_{shell_name}").strip()
