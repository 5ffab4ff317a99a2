"""Files into the index: which of them have to be read, and what became of them."""

import hashlib
import os
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from quotecli.errors import ReadError
from quotecli.extraction import EXTRACTOR
from quotecli.index.files import FileVersion, KnownFile, files_with_content, known_file
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import Index, begin, commit, savepoint, transaction
from quotecli.index.upgrade import open_for_writing
from quotecli.index.write import add_article, add_file, move_file, put_losses, remove_file
from quotecli.ingest.reading import (
    NOTHING_GIVEN,
    FileProblem,
    FileReading,
    bytes_of,
    list_files,
    told_of,
    unreadable,
)
from quotecli.ingest.workers import Workers, usable_cores
from quotecli.model import Metadata, Problem

_BATCH_SECONDS = 1.0
# A process that waits to write looks ten times a second and gives up after ten: between two
# batches that follow each other at once it would never find the index free.
_GIVE_WAY = 0.15
_GIVE_WAY_EVERY = 4.0
_SHOWN = 60  # characters of a lost correction's statement
_AHEAD = 4  # articles of a file under way, for each process


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
    jobs: int | None = None,
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
        jobs: how many processes find statements; by default one for each core, eight at most.
        batch_seconds: how long a transaction lasts, and other processes have to wait to write.
        on_progress: called after each file with the number of files done and of all.

    Raises:
        StoreError: the index cannot be used.
    """
    listed = list(list_files(paths))
    indexing = _Indexing(given, [item for item in listed if isinstance(item, FileProblem)])
    files = dict.fromkeys(_absolute(item) for item in listed if not isinstance(item, FileProblem))
    if files:
        workers = Workers(usable_cores() if jobs is None else jobs)
        with closing(open_for_writing(db)) as index, workers:
            batch_end = time.monotonic() + batch_seconds
            give_way = time.monotonic() + _GIVE_WAY_EVERY
            try:
                for done in indexing.take_all(index, files, standard_input, workers):
                    if time.monotonic() >= batch_end:
                        commit(index)
                        if time.monotonic() >= give_way:
                            time.sleep(_GIVE_WAY)
                            give_way = time.monotonic() + _GIVE_WAY_EVERY
                        batch_end = time.monotonic() + batch_seconds
                    if on_progress is not None:
                        on_progress(done, len(files))
            finally:
                commit(index)
                with transaction(index):  # after Ctrl-C as well: corrections hold for what was read
                    indexing.link(index)
    return indexing.report()


class _Pending(NamedTuple):
    """A file that is being read; what the index holds of it is known when it is written."""

    path: Path | None
    version: FileVersion
    outcome: str
    reading: FileReading


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

    def take_all(
        self, index: Index, files: Iterable[Path | None], standard_input: bytes, workers: Workers
    ) -> Iterator[int]:
        """Bring files up to date, within transactions that are left open.

        While one file is written, the next ones are being read. Gives, after each step, how many
        files are done.
        """
        pending: deque[_Pending] = deque()
        most = 2 * workers.jobs if workers.jobs > 1 else 0
        for begun, path in enumerate(files, start=1):
            try:
                data = bytes_of(path, standard_input)
                version = _version(path, data, self._given)
                while any(other.version.sha256 == version.sha256 for other in pending):
                    self._write(index, pending.popleft())  # a copy of a file just begun
                started = self._start(index, path, version, data, workers)
            except ReadError as error:
                self._told.append(unreadable(path, error))
                started = None
            if started is not None:
                pending.append(started)
                started.reading.begin()
            while pending and (len(pending) > most or pending[0].reading.is_ready()):
                self._write(index, pending.popleft())
            yield begun - len(pending)
        while pending:
            self._write(index, pending.popleft())
            yield begun - len(pending)

    def link(self, index: Index) -> None:
        """Link the speakers, and tell which corrections find their statement no more."""
        for fix in link_speakers(index):
            words = fix.text if len(fix.text) <= _SHOWN else f"{fix.text[:_SHOWN].rstrip()}…"
            message = f"the correction of {fix.id} finds its statement no more: {words}"
            self._told.append(FileProblem(fix.path, "lost-fix", message, lost=False))

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

    def _start(
        self, index: Index, path: Path | None, version: FileVersion, data: bytes, workers: Workers
    ) -> _Pending | None:
        """Begin to read a file; None where it need not be read."""
        known = known_file(index, version)
        outcome = "changed" if known else "added"
        if known is not None and known.is_current:
            self._counts["unchanged"] += 1
            self._tell_again(version.path, known.losses)
            return None
        for other in files_with_content(index, version):
            state = _state(other.path, version)
            if state is _Copy.CHANGED:
                continue
            if not index.in_transaction:
                begin(index)  # and look once more: another process may have been faster
                return self._start(index, path, version, data, workers)
            self._replace_by_copy(index, version, other, state, known)
            if state is _Copy.THERE or other.is_current:
                return None
            outcome = "moved"  # and read by an older extractor
            break
        reading = FileReading(
            version.path, data, self._given, workers.extract, ahead=_AHEAD * workers.jobs
        )
        return _Pending(path, version, outcome, reading)

    def _replace_by_copy(
        self,
        index: Index,
        version: FileVersion,
        other: KnownFile,
        state: _Copy,
        known: KnownFile | None,
    ) -> None:
        """Deal with bytes that the index knows from elsewhere."""
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

    def _write(self, index: Index, pending: _Pending) -> None:
        """Write a file that has been read into the index, if it has articles at all."""
        try:
            self._counts += self._written(index, pending)
        except ReadError as error:
            self._told.append(unreadable(pending.path, error))

    def _written(self, index: Index, pending: _Pending) -> Counter[str]:
        counts = Counter({pending.outcome: 1})
        losses = []
        begin(index)
        known = known_file(index, pending.version)
        if known is not None and known.is_current:  # another process was faster
            self._tell_again(pending.version.path, known.losses)
            return Counter(unchanged=1)
        with savepoint(index):
            if known is not None:
                remove_file(index, known.number)
            file = add_file(index, pending.version)
            for item in pending.reading:
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
        return counts

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
