"""What ``index`` and ``extract`` share: standard input, progress and the report."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from quotecli.cli.printing import note
from quotecli.errors import UsageError
from quotecli.ingest import STANDARD_INPUT, FileProblem, Report

_CORPUS = "corpus"


def paths_or_corpus(paths: Sequence[str] | None) -> list[str]:
    """Give the paths named, else the folder ``corpus``.

    Raises:
        UsageError: none was named, and there is no such folder here.
    """
    if paths:
        return list(paths)
    if not Path(_CORPUS).is_dir():
        raise UsageError(
            f"nothing to index: there is no folder {_CORPUS!r} here",
            "name files or folders: quotecli index FOLDER",
        )
    return [_CORPUS]


def standard_input(paths: Sequence[str]) -> bytes:
    """Read standard input if it is among the paths."""
    return sys.stdin.buffer.read() if STANDARD_INPUT in paths else b""


@contextmanager
def progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on a terminal while many files are read."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


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
    written = f"; {report.articles:,} articles with {report.statements:,} statements written"
    note(f"files: {files or 'none read'}{written if report.articles else ''}")


def tell_problem(problem: FileProblem) -> bool:
    """Print a problem of a file; tell whether something could not be read."""
    note(f"quotecli: {problem.path or 'standard input'}: {problem.message}")
    return problem.lost
