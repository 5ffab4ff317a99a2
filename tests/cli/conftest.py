"""A real index, the program in this process, and real shells at a pseudo-terminal."""

import fcntl
import json
import os
import pty
import select
import shutil
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from quotecli.cli.app import app
from quotecli.index.files import FileVersion
from quotecli.index.store import open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.ingest import index_paths
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Span, Statement

_ARTICLES = {
    "harbour.md": """---
title: Ministers meet by the sea
url: https://harbourpost.example/2022/10/31/sea
outlet: Harbour Post
published: 2022-10-31
---

"We will keep talking," said Vladimir Putin. "It is in the interest of both sides," Putin said.

"There is little left to discuss," Ilham Aliyev said on Sunday.

Seán O'Brien said that the harbour would stay open.
""",
    "pier.md": """---
title: No new pier
outlet: The Morning Gull
published: 2021-05-04
---

"Nobody asked us," said Ada Roe, the mayor.
""",
}
_SCRIPTS = {"bash": "quotecli.bash", "zsh": "_quotecli", "fish": "quotecli.fish"}
_OPTIONS = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}
_MARK = "echo '<rea''dy>'"  # so that what is typed differs from what is printed
_PREPARATION = {
    "bash": """bind 'set show-all-if-ambiguous on'; told() { printf '%s\\0' "$@" > told; };"""
    """ source "$SCRIPT" """,
    "zsh": """bindkey -e; autoload -Uz compinit; compinit -u -D;"""
    """ told() { printf '%s\\0' "$@" > told; }; source "$SCRIPT" """,
    "fish": """function told; printf '%s\\0' $argv > told; end; source $SCRIPT""",
}
_PATIENCE = 20.0  # seconds; these machines are busy


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with two articles."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in _ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an index of those articles; tests only read it."""
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    index_paths(path, [articles])
    return path


class Answer(NamedTuple):
    """What the program did.

    Attributes:
        status: the exit status.
        out: standard output.
        err: the lines of standard error.
    """

    status: int
    out: str
    err: list[str]

    @property
    def records(self) -> list[dict[str, Any]]:
        """Standard output, read as the JSON array that it has to be."""
        value: list[dict[str, Any]] = json.loads(self.out)
        return value


@pytest.fixture
def quotecli(index: Path, tmp_path: Path) -> Callable[..., Answer]:
    """Give a function that runs the program with some arguments, by default on the index above."""

    def run(*arguments: str | Path, db: Path = index, stdin: bytes = b"") -> Answer:
        result = CliRunner().invoke(
            app,
            [str(argument) for argument in arguments],
            input=stdin,
            env={"QUOTECLI_DB": str(db), "HOME": str(tmp_path)},
            prog_name="quotecli",
        )
        assert isinstance(result.exception, SystemExit | None), result.exception
        return Answer(result.exit_code, result.stdout, result.stderr.splitlines())

    return run


@pytest.fixture(scope="session")
def hostile_index(
    article: Callable[..., Article], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Give an index of names that no shell should take into its line as they are."""
    names = [
        "Ada; touch gone",
        "Bea $(touch gone) `touch gone`",
        "Cleo \\$(touch gone)",
        "Dora *?[a-z] {a,b} ~ !x",
        """Eve "the 'Hat'" Roe""",
        "Fay: A & B | C > D < E # F %s",
        "Gil \x1b[31mGilbert",
    ]
    path = tmp_path_factory.mktemp("hostile") / "index.sqlite"
    words = '"Well," said somebody.'
    with closing(open_index(path, create=True)) as opened, transaction(opened):
        file = add_file(opened, FileVersion(None, sha256="", extractor="", given=Metadata()))
        statements = [
            Statement(
                id=f"id{number}",
                kind=Kind.DIRECT,
                text="Well,",
                speaker=name,
                speakers=(name,),
                mention=None,
                cue=None,
                said_on=None,
                date=None,
                segments=(Span(1, 6),),
                mention_spans=(),
                cue_spans=(),
                basis=Basis.NAMED,
                confidence=1.0,
            )
            for number, name in enumerate(names)
        ]
        add_article(opened, file, 0, article(words), Extraction(tuple(statements)))
    return path


class Shell:
    """An interactive shell at a pseudo-terminal, with quotecli on its path.

    Attributes:
        folder: where it runs.
    """

    def __init__(self, name: str, index: Path, folder: Path) -> None:
        self.folder = folder
        self._name = name
        script = Path(__file__).resolve().parents[2] / "completions" / _SCRIPTS[name]
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
            "HOME": str(folder),
            "TERM": "dumb",
            "LC_ALL": "C.UTF-8",
            "QUOTECLI_DB": str(index),
            "SCRIPT": str(script),
        }
        command = [name, *_OPTIONS[name]]
        self._process, self._terminal = pty.fork()
        if self._process == 0:
            os.chdir(folder)
            os.execvpe(name, command, environment)  # noqa: S606  no shell is wanted in between
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 200, 0, 0))
        self.run(_PREPARATION[name])

    def complete(self, typed: str) -> list[str]:
        """Type the beginning of a line and TAB; give the arguments that the line then has."""
        (self.folder / "told").unlink(missing_ok=True)
        # Ctrl-A goes to the beginning of the line, which is then run as arguments of "told".
        self.run(f"{typed}\t\x01told ")
        return (self.folder / "told").read_text("utf-8").split("\0")[:-1]

    def offers(self, typed: str, last: str) -> str:
        """Type the beginning of a line and TAB; give what is shown up to the last offer."""
        if self._name == "fish":  # shows no list on a terminal as plain as ours
            return self.run(f"complete --do-complete '{typed}'")
        os.write(self._terminal, f"{typed}\t".encode())
        shown = self._read_until(last)
        os.write(self._terminal, b"\x03")  # Ctrl-C leaves the line
        self.run("")
        return shown

    def run(self, keys: str) -> str:
        """Type a line and Enter; give what the terminal shows until it has been run."""
        os.write(self._terminal, f"{keys}\r{_MARK}\r".encode())
        return self._read_until("<ready>")

    def close(self) -> None:
        """End the shell."""
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._terminal)

    def _read_until(self, end: str) -> str:
        seen = b""
        deadline = time.monotonic() + _PATIENCE
        while end.encode() not in seen:
            left = max(0.0, deadline - time.monotonic())
            if not select.select([self._terminal], [], [], left)[0]:
                pytest.fail(f"no {end!r} in {seen.decode(errors='replace')!r}")
            try:
                seen += os.read(self._terminal, 4096)
            except OSError:  # what Linux says when the other side has gone
                pytest.fail(f"the shell ended: {seen.decode(errors='replace')!r}")
        return seen.decode()


@pytest.fixture(scope="module", params=["bash", "zsh", "fish"])
def shell(
    request: pytest.FixtureRequest, index: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shell]:
    """Give each of the shells in turn."""
    name = request.param
    if name != "bash" and shutil.which(name) is None:
        pytest.skip(f"{name} is not installed here")
    shell = Shell(name, index, tmp_path_factory.mktemp(name))
    yield shell
    shell.close()
