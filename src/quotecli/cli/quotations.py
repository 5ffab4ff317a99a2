"""Words to be checked, and where they come from."""

import sys
from pathlib import Path
from typing import NamedTuple

from quotecli.cli.printing import note
from quotecli.errors import ReadError


class Quotation(NamedTuple):
    """Words to be checked.

    Attributes:
        words: as they stand.
        speakers: who is said to have said them; empty where nobody is named.
        line: where they stand, from 1; None where that is not known.
    """

    words: str
    speakers: tuple[str, ...]
    line: int | None


def lines_of(path: Path | None) -> list[Quotation]:
    """Give each line of a file, or of standard input for None, that is not blank.

    Raises:
        ReadError: it cannot be read.
    """
    text = bytes_of(path).decode("utf-8-sig", errors="replace")
    return [
        Quotation(line.strip(), (), number)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip()
    ]


def bytes_of(path: Path | None) -> bytes:
    """Read a file whole, or standard input for None.

    Raises:
        ReadError: it cannot be read.
    """
    if path is None:
        if sys.stdin is None:  # closed by the caller ("<&-")
            return b""
        if sys.stdin.isatty():
            note("quotecli: type what is to be checked, and end with Ctrl-D on a line of its own")
        return sys.stdin.buffer.read()
    if path.is_dir():
        raise ReadError(f"{path} is a folder", "name a file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot read {path}: {error.strerror}", "check the name") from error
