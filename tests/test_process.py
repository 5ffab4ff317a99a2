"""The program as a process: pipes, signals, locks, terminals, encodings."""

import fcntl
import json
import os
import pty
import re
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from quotecli.ingest import index_paths

QUOTECLI = (sys.executable, "-m", "quotecli")
HOSTILE = (
    "red \x1b[31malert\x1b[0m, \x1b]8;;http://evil.example\x07click\x1b]8;;\x07, \x9b2J,"
    " \u202eright to left\u202c, [bold]loud[/bold], [link=http://evil.example]x[/link] and [sic]"
)
Settings = Mapping[str, str]
NO_SETTINGS: Settings = {}
OUR_CODES = re.compile(r"\x1b\[[\d;]*m|\x1b\]8;[^;\x1b\x07]*;[!-~]*\x1b\\")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an index of a hostile article and a long one; tests only read it."""
    folder = tmp_path_factory.mktemp("process")
    hostile = {
        "title": "Signs \x1b]0;of\x07 the times",
        "url": "https://harbourpost.example/signs",
        "outlet": "Harbour \x1b[7mPost",
        "published": "2022-10-31",
        "text": f'"The sign is {HOSTILE}," said Ada Roe.',
    }
    (folder / "hostile.jsonl").write_text(json.dumps(hostile), "utf-8")
    paragraphs = (f'"Point {n} of the “list” is settled," said Vladimir Putin.' for n in range(400))
    (folder / "long.txt").write_text("\n\n".join(paragraphs), "utf-8")
    path = folder / "index.sqlite"
    index_paths(path, [folder])
    return path


def run(
    *arguments: str,
    index: Path | None = None,
    command: tuple[str, ...] = QUOTECLI,
    stdin: bytes = b"",
    settings: Settings = NO_SETTINGS,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*command, *arguments],
        input=stdin,
        env=environment_with(index, settings),
        capture_output=True,
        timeout=60,
        check=False,
    )


def environment_with(index: Path | None, settings: Settings = NO_SETTINGS) -> dict[str, str]:
    return {**os.environ, **({"QUOTECLI_DB": str(index)} if index else {}), **settings}


def at_terminal(
    *arguments: str,
    index: Path,
    columns: int = 80,
    command: tuple[str, ...] = QUOTECLI,
    settings: Settings = NO_SETTINGS,
) -> str:
    """Run the program at a pseudo-terminal; give all that the terminal received."""
    controller, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 25, columns, 0, 0))
    process = subprocess.Popen(
        [*command, *arguments],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=environment_with(index, {"TERM": "xterm-256color", **settings}),
    )
    os.close(terminal)
    seen = b""
    while piece := read_terminal(controller):
        seen += piece
    os.close(controller)
    process.wait(timeout=60)
    return seen.decode("utf-8")


def read_terminal(controller: int) -> bytes:
    try:
        return os.read(controller, 65536)
    except OSError:  # what Linux says when the other side has gone
        return b""


def in_bash(script: str, index: Path) -> subprocess.CompletedProcess[bytes]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return run("-c", script, command=("bash",), index=index, settings={"PATH": path})


@contextmanager
def nobody_reads() -> Iterator[int]:
    """Give the writing end of a pipe whose reader has gone."""
    read, write = os.pipe()
    os.close(read)
    yield write
    os.close(write)


@contextmanager
def locked(index: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(index, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


# --- Pipes ---


@pytest.mark.parametrize("format_", ["table", "jsonl"])
def test_a_reader_that_has_enough_ends_the_program_quietly(index: Path, format_: str) -> None:
    done = in_bash(f"quotecli search --format {format_} | head -1; echo ${{PIPESTATUS[0]}}", index)

    first, status = done.stdout.decode().splitlines()
    assert (first != "", status, done.stderr) == (True, "0", b"")


@pytest.mark.parametrize(
    "arguments", ["search", "search --json", "search zebra", "--help", "--version"]
)
def test_a_reader_that_left_before_the_first_line_ends_the_program_quietly(
    index: Path, arguments: str
) -> None:
    with nobody_reads() as pipe:
        done = subprocess.run(
            [*QUOTECLI, *arguments.split()],
            stdout=pipe,
            stderr=subprocess.PIPE,
            env=environment_with(index),
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(("arguments", "status"), [("search zebra", 1), ("search --bogus", 2)])
def test_nobody_listening_to_standard_error_changes_nothing(
    index: Path, arguments: str, status: int
) -> None:
    with nobody_reads() as pipe:
        done = subprocess.run(
            [*QUOTECLI, *arguments.split(), "--json"],
            stdout=subprocess.PIPE,
            stderr=pipe,
            env=environment_with(index),
            check=False,
        )

    assert (done.returncode, done.stdout) == (status, b"[]\n" if status == 1 else b"")


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_bug(index: Path, redirection: str) -> None:
    done = in_bash(f"quotecli search --limit 2 {redirection}", index)

    assert done.returncode == 0
    assert b"bug" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "arguments", [("search", "--json"), ("--help",), ("search", "--help"), ("--version",)]
)
def test_a_full_disk_under_the_output_is_one_line(index: Path, arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*QUOTECLI, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment_with(index),
            check=False,
        )

    assert done.returncode == 2
    assert re.fullmatch(rb"quotecli: cannot write the output: .*\n", done.stderr)


def test_a_table_in_a_pipe_is_one_whole_line_per_statement(index: Path) -> None:
    lines = run("search", "--speaker", "Putin", index=index).stdout.decode().splitlines()

    assert len(lines) == 401
    assert all("of the “list” is settled" in line for line in lines[1:])
    assert "\x1b" not in "".join(lines)


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_columns_sets_the_width_of_a_table(index: Path, columns: int) -> None:
    done = run("search", "--limit", "3", index=index, settings={"COLUMNS": str(columns)})

    widths = {len(line) for line in done.stdout.decode().splitlines()}
    assert max(widths) <= columns


@pytest.mark.parametrize("columns", ["", "0", "-5", "many", "²"])
def test_columns_that_are_no_width_are_ignored(index: Path, columns: str) -> None:
    plain = run("search", "--limit", "3", index=index).stdout

    assert run("search", "--limit", "3", index=index, settings={"COLUMNS": columns}).stdout == plain


def test_an_article_comes_in_at_standard_input_and_its_statements_go_out() -> None:
    done = run("extract", "-", "--json", stdin=b'"We are ready," said Ada Roe.')

    (record,) = json.loads(done.stdout)
    assert (record["speaker"], record["path"], done.returncode) == ("Ada Roe", None, 0)


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is not installed here")
def test_jq_reads_what_is_printed(index: Path) -> None:
    done = in_bash("quotecli search --speaker roe --json | jq -r '.[].speaker'", index)

    assert done.stdout == b"Ada Roe\n"


# --- Signals, locks, bugs ---


def test_ctrl_c_keeps_the_files_that_were_read(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f'"This is {name}," said Ada Roe.')
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    index = tmp_path / "index.sqlite"
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)  # "&" has it ignored
    process = subprocess.Popen(
        [*QUOTECLI, "index", "one.txt", "two.txt", "pipe"],
        cwd=tmp_path,
        env=environment_with(index),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    signal.signal(signal.SIGINT, inherited)
    writer = open_when_read(pipe)  # now the program waits for the third file
    process.send_signal(signal.SIGINT)
    try:
        out, err = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:  # it came in the moment before the program began to wait
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    os.close(writer)

    assert (process.returncode, out) == (130, b"")
    assert re.fullmatch(rb"quotecli: stopped; .*\n", err)
    assert len(json.loads(run("search", "--json", index=index).stdout)) == 2


def open_when_read(pipe: Path) -> int:
    """Open a named pipe as soon as somebody waits at its other end."""
    for _ in range(600):
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.05)
    pytest.fail("nobody reads the pipe")


def test_an_index_that_another_process_writes_to_can_be_read(index: Path) -> None:
    with locked(index):
        done = run("search", "--limit", "1", "--json", index=index)

    assert (done.returncode, len(json.loads(done.stdout))) == (0, 1)


def test_writing_waits_for_another_process(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text('"This is one," said Ada Roe.')
    index = tmp_path / "index.sqlite"
    assert run("index", str(tmp_path / "one.txt"), index=index).returncode == 0
    (tmp_path / "two.txt").write_text('"This is two," said Ada Roe.')
    with locked(index) as other:
        process = subprocess.Popen(
            [*QUOTECLI, "index", str(tmp_path / "two.txt")],
            env=environment_with(index),
            stderr=subprocess.PIPE,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=1)
        other.execute("COMMIT")
        _, err = process.communicate(timeout=60)

    assert (process.returncode, b"1 added" in err) == (0, True)


def test_writing_gives_up_after_a_while_with_one_line(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text('"This is one," said Ada Roe.')
    index = tmp_path / "index.sqlite"
    index_paths(index, [tmp_path / "one.txt"])
    (tmp_path / "two.txt").write_text('"This is two," said Ada Roe.')
    impatient = "store.open_index.__kwdefaults__['busy_seconds'] = 0.1"
    with locked(index):
        done = run(
            *("-c", f"from quotecli.index import store; {impatient}; import quotecli.__main__"),
            *("index", str(tmp_path / "two.txt")),
            command=(sys.executable,),
            index=index,
        )

    assert done.returncode == 2
    assert re.fullmatch(rb"quotecli: another process is writing to .*; try again .*\n", done.stderr)
    assert len(json.loads(run("search", "--json", index=index).stdout)) == 1


BUG = """
import quotecli.search.run
def search(*_):
    raise RuntimeError("the wheel came\\n off \\x1b[31m")
quotecli.search.run.search = search
import quotecli.__main__
"""


def test_a_bug_is_one_line_and_status_70(index: Path) -> None:
    done = run("-c", BUG, "search", command=(sys.executable,), index=index)

    assert (done.returncode, done.stdout) == (70, b"")
    assert re.fullmatch(
        rb"quotecli: this is a bug in quotecli \(RuntimeError: the wheel came  off \\x1b\[31m, at"
        rb" <string>:4\); please report .*QUOTECLI_TRACEBACK=1\n",
        done.stderr,
    )


def test_a_bug_shows_its_traceback_when_asked(index: Path) -> None:
    done = run(
        "-c",
        BUG,
        "search",
        command=(sys.executable,),
        index=index,
        settings={"QUOTECLI_TRACEBACK": "1"},
    )

    assert done.returncode == 70
    assert b"Traceback (most recent call last)" in done.stderr
    assert b"RuntimeError: the wheel came" in done.stderr


# --- Terminals ---


@pytest.fixture(scope="module")
def hostile_id(index: Path) -> str:
    (record,) = json.loads(run("search", "--speaker", "roe", "--json", index=index).stdout)
    return str(record["id"])


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        ("search --speaker roe", 60),
        ("search --speaker roe", 80),
        ("search --speaker roe", 200),
        ("show 2022-10-31", 80),
        ("show ID", 80),
    ],
)
def test_a_terminal_gets_no_codes_but_ours(
    index: Path, hostile_id: str, command: str, columns: int
) -> None:
    words = command.replace("ID", hostile_id).split()
    shown = at_terminal(*words, index=index, columns=columns)

    assert "\x1b[" in shown  # a terminal does get colours
    assert "\x1b[31m" not in shown
    assert "\x1b]8;;http://evil.example" not in shown
    left = OUR_CODES.sub("", shown).replace("\r\n", "\n")
    assert re.findall(r"[^\n -~“”–—…·─]", left) == []
    assert max(map(len, left.splitlines())) <= columns or command == "show ID"
    assert "[sic]" in " ".join(left.split())
    assert "\\x1b[31m" in left


@pytest.mark.parametrize("format_", ["csv", "tsv", "markdown", "json"])
def test_a_terminal_gets_no_codes_in_any_other_format(index: Path, format_: str) -> None:
    shown = at_terminal("search", "--speaker", "roe", "--format", format_, index=index)

    assert re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", shown) == []


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_plain_terminal_gets_no_codes_at_all(index: Path, setting: dict[str, str]) -> None:
    shown = at_terminal("search", index=index, settings=setting)

    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80
    assert "25 of 401 statements" in shown


def test_a_short_wait_shows_no_bar_and_a_long_one_does(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text('"This is one," said Ada Roe.')
    told = "files: 1 added; 1 article with 1 statement written\r\n"

    def indexed(patience: float) -> str:
        started = f"import quotecli.cli.reading as r; r._PATIENCE = {patience}"
        return at_terminal(
            *("-c", f"{started}; import quotecli.__main__", "index", str(tmp_path)),
            command=(sys.executable,),
            index=tmp_path / f"{patience}.sqlite",
        )

    assert indexed(60.0) == told
    long = indexed(-1.0)
    assert "reading" in long
    assert "1/1" in long
    assert long.endswith(told)


def test_json_keeps_the_words_exact(index: Path) -> None:
    (record,) = json.loads(run("search", "--speaker", "roe", "--json", index=index).stdout)

    assert record["text"] == f"The sign is {HOSTILE},"


# --- Encodings ---


@pytest.mark.parametrize(
    "setting",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_an_encoding_without_curly_quotes_is_no_obstacle(
    index: Path, setting: dict[str, str]
) -> None:
    table = run("search", "--limit", "1", index=index, settings=setting)
    assert (table.returncode, table.stderr.count(b"\n")) == (0, 1)
    assert b"\\u201c" in table.stdout

    for format_ in ("json", "csv"):
        plain = run("search", "--format", format_, index=index)
        assert (
            run("search", "--format", format_, index=index, settings=setting).stdout == plain.stdout
        )
