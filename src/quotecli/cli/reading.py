"""What ``index`` and ``extract`` share: standard input, progress and the report."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from quotecli.cli.printing import note
from quotecli.errors import UsageError
from quotecli.ingest import STANDARD_INPUT, FileProblem, Report

if TYPE_CHECKING:
    from rich.progress import Progress

_CORPUS = "corpus"
_PATIENCE = 1.0  # seconds


def named_paths(paths: Sequence[str] | None) -> list[str]:
    """Give the paths named, perhaps none.

    Raises:
        UsageError: one is empty, as of an unset variable in a script; as a path it would be the
            current folder.
    """
    if paths and "" in paths:
        raise UsageError("the name of a file or folder is empty", "name files or folders")
    return list(paths or ())


def paths_or_corpus(paths: Sequence[str] | None) -> list[str]:
    """Give the paths named, else the folder ``corpus``.

    Raises:
        UsageError: one is empty, or none was named and there is no such folder here.
    """
    if paths:
        return named_paths(paths)
    if not Path(_CORPUS).is_dir():
        raise UsageError(
            f"nothing to index: there is no folder {_CORPUS!r} here",
            "name files or folders: quotecli index FOLDER",
        )
    return [_CORPUS]


def standard_input(paths: Sequence[str]) -> bytes:
    """Read standard input if it is among the paths."""
    if STANDARD_INPUT not in paths or sys.stdin is None:  # None: closed by the caller ("<&-")
        return b""
    if sys.stdin.isatty():
        note("quotecli: type or paste an article, and end with Ctrl-D on a line of its own")
    return sys.stdin.buffer.read()


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on a terminal once it is clear that reading takes a while."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as shown:
        bar: Progress | None = None
        due = time.monotonic() + _PATIENCE

        def advance(done: int, total: int) -> None:
            nonlocal bar
            if bar is None and time.monotonic() > due:
                bar = shown.enter_context(_bar())
                bar.add_task("reading")
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done, total=total)

        yield advance


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("reading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)


def tell(report: Report) -> None:
    """Print what was read, and what could not be."""
    for problem in (*report.remarks, *report.problems):
        tell_problem(problem)
    counts = {
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "moved": report.moved,
        "copies left out": report.copies,
    }
    files = ", ".join(f"{count:,} {name}" for name, count in counts.items() if count)
    written = (
        f"; {_counted(report.articles, 'article')} with"
        f" {_counted(report.statements, 'statement')} written"
    )
    if files:
        note(f"files: {files}{written if report.articles else ''}")


def tell_problem(problem: FileProblem) -> bool:
    """Print a problem of a file; tell whether something could not be read."""
    name = problem.path or "standard input"
    place = "" if name in problem.message else f"{name}: "
    note(f"quotecli: {place}{problem.message}")
    return problem.lost


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
