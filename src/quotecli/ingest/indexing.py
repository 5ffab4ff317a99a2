"""Files into the index: which of them have to be read, and what became of them."""

import hashlib
import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from quotecli.errors import ReadError
from quotecli.extraction import EXTRACTOR
from quotecli.index.files import FileVersion, KnownFile, files_with_content, known_file
from quotecli.index.store import Index, begin, commit, open_index, savepoint
from quotecli.index.write import add_article, add_file, move_file, put_losses, remove_file
from quotecli.ingest.reading import (
    NOTHING_GIVEN,
    FileProblem,
    bytes_of,
    list_files,
    read_file,
    told_of,
    unreadable,
)
from quotecli.model import Metadata, Problem

_BATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the files.

    Attributes:
        added: files read for the first time.
        changed: files read again, as they, the extractor or the given metadata had changed.
        unchanged: files that did not have to be read.
        moved: files that lie elsewhere now.
        copies: files left out because another one in the index has the same bytes.
        articles: how many were written.
        statements: how many were written.
        problems: what could not be read. What the index held of a file stays where nothing of it
            can be read any more.
        remarks: what was odd and did no harm.
    """

    added: int
    changed: int
    unchanged: int
    moved: int
    copies: int
    articles: int
    statements: int
    problems: tuple[FileProblem, ...]
    remarks: tuple[FileProblem, ...]


def index_paths(
    db: str | Path,
    paths: Iterable[str | Path],
    given: Metadata = NOTHING_GIVEN,
    *,
    standard_input: bytes = b"",
    batch_seconds: float = _BATCH_SECONDS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Report:
    """Bring the index up to date with files and folders.

    What cannot be read is reported and the rest goes on. Finished files are committed about every
    ``batch_seconds``, and also when an error or Ctrl-C ends the work; a file is in the index as
    a whole, or as it was before.

    Args:
        db: the index; made if there is none yet and a file to read.
        paths: files and folders; "-" is standard input.
        given: what the user says about every article in them.
        standard_input: what "-" holds.
        batch_seconds: how long a transaction lasts, and other processes have to wait to write.
        on_progress: called after each file with the number of files done and of all.

    Raises:
        StoreError: the index cannot be used.
    """
    listed = list(list_files(paths))
    indexing = _Indexing(given, [item for item in listed if isinstance(item, FileProblem)])
    files = dict.fromkeys(_absolute(item) for item in listed if not isinstance(item, FileProblem))
    if files:
        with closing(open_index(db, create=True)) as index:
            batch_end = time.monotonic() + batch_seconds
            try:
                for done, path in enumerate(files, start=1):
                    indexing.take(index, path, standard_input)
                    if time.monotonic() >= batch_end:
                        commit(index)
                        batch_end = time.monotonic() + batch_seconds
                    if on_progress is not None:
                        on_progress(done, len(files))
            finally:
                commit(index)
    return indexing.report()


class _Copy(Enum):
    """What became of a file with the same bytes that the index knows under another path."""

    THERE = auto()
    GONE = auto()
    CHANGED = auto()


class _Indexing:
    """One run over many files: decides what each needs, and counts."""

    def __init__(self, given: Metadata, told: list[FileProblem]) -> None:
        self._given = given
        self._told = told
        self._counts = Counter[str]()

    def take(self, index: Index, path: Path | None, standard_input: bytes) -> None:
        """Bring one file up to date, within a transaction that is left open."""
        try:
            data = bytes_of(path, standard_input)
            version = _version(path, data, self._given)
            known = known_file(index, version)
            if known is not None and known.is_current:
                self._counts["unchanged"] += 1
                self._tell_again(version.path, known.losses)
            elif not self._take_as_copy(index, version, data, known):
                outcome, replaces = ("changed", known.number) if known else ("added", None)
                self._write(index, version, outcome, data, replaces)
        except ReadError as error:
            self._told.append(unreadable(path, error))

    def report(self) -> Report:
        return Report(
            added=self._counts["added"],
            changed=self._counts["changed"],
            unchanged=self._counts["unchanged"],
            moved=self._counts["moved"],
            copies=self._counts["copies"],
            articles=self._counts["articles"],
            statements=self._counts["statements"],
            problems=tuple(told for told in self._told if told.lost),
            remarks=tuple(told for told in self._told if not told.lost),
        )

    def _take_as_copy(
        self, index: Index, version: FileVersion, data: bytes, known: KnownFile | None
    ) -> bool:
        """Deal with bytes that the index knows from elsewhere; tell whether it was so."""
        for other in files_with_content(index, version):
            state = _state(other.path, version)
            if state is _Copy.CHANGED:
                continue
            begin(index)
            with savepoint(index):
                if known is not None:
                    remove_file(index, known.number)
                if state is _Copy.GONE:
                    move_file(index, other.number, version.path)
            if state is _Copy.THERE:
                self._counts["copies"] += 1
            elif other.is_current:
                self._counts["moved"] += 1
                self._tell_again(version.path, other.losses)
            else:  # moved, and read by an older extractor
                self._write(index, version, "moved", data, other.number)
            return True
        return False

    def _write(
        self, index: Index, version: FileVersion, outcome: str, data: bytes, replaces: int | None
    ) -> None:
        """Read a file and put it into the index, if it has articles at all."""
        counts = Counter({outcome: 1})
        losses = []
        begin(index)
        with savepoint(index):
            if replaces is not None:
                remove_file(index, replaces)
            file = add_file(index, version)
            for item in read_file(version.path, data, self._given):
                if isinstance(item, FileProblem):
                    self._told.append(item)
                    losses += [Problem(item.code, item.message)] if item.lost else []
                else:
                    add_article(index, file, counts["articles"], item.article, item.extraction)
                    counts["articles"] += 1
                    counts["statements"] += len(item.extraction.statements)
            if losses and not counts["articles"]:
                raise ReadError("none of its articles could be read", "mend the lines named")
            put_losses(index, file, losses)
        self._counts += counts

    def _tell_again(self, path: str | None, losses: Iterable[Problem]) -> None:
        self._told += [told_of(path, loss) for loss in losses]


def _absolute(path: Path | None) -> Path | None:
    # Not resolve(): a file behind a link is known by the path under which people look for it.
    return None if path is None else Path(os.path.abspath(path))  # noqa: PTH100


def _version(path: Path | None, data: bytes, given: Metadata) -> FileVersion:
    return FileVersion(
        path=None if path is None else str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        extractor=EXTRACTOR,
        given=given,
    )


def _state(path: str | None, version: FileVersion) -> _Copy:
    """Look at the file that once had the bytes of ``version``."""
    if path is None:
        return _Copy.GONE
    try:
        data = Path(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return _Copy.GONE
    except OSError:
        return _Copy.CHANGED
    is_same = hashlib.sha256(data).hexdigest() == version.sha256
    return _Copy.THERE if is_same else _Copy.CHANGED
