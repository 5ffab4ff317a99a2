"""Finding statements in several processes at once."""

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from types import TracebackType

from quotecli.errors import QuotecliError
from quotecli.extraction.extract import extract
from quotecli.model import Article, Extraction

# A process of its own has to load the tagger first, which takes as long as some articles do.
_FEWEST = 12
_MOST = 8  # processes by default: each holds 150 MB


def usable_cores() -> int:
    """Give how many processes to use where the user does not say."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # macOS, Windows
        cores = os.cpu_count() or 1
    return min(cores, _MOST)


class Finding:
    """An article whose statements are being found, by another process or when asked for."""

    def __init__(self, article: Article, elsewhere: Future[Extraction] | None = None) -> None:
        self.article = article
        self._elsewhere = elsewhere

    def is_ready(self) -> bool:
        """Tell whether there is nothing to wait for: no other process is at it."""
        return self._elsewhere is None or self._elsewhere.done()

    def result(self) -> Extraction:
        """Give the statements.

        Raises:
            QuotecliError: the process ended before its time.
        """
        if self._elsewhere is None:
            return extract(self.article)
        try:
            return self._elsewhere.result()
        except BrokenProcessPool as error:
            raise _ended() from error


class Workers:
    """Finds statements in articles: here, or with several ``jobs`` in as many processes.

    The processes are started once there is work enough for them. Use it as a context; leaving it
    stops them, whatever they are at.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = max(1, jobs)
        self._pool: ProcessPoolExecutor | None = None
        self._begun = 0

    def __enter__(self) -> "Workers":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def extract(self, article: Article) -> Finding:
        """Begin to find an article's statements.

        Raises:
            QuotecliError: a process ended before its time.
        """
        self._begun += 1
        if self.jobs == 1 or self._begun <= _FEWEST:
            return Finding(article)
        if self._pool is None:
            # Spawned, not forked: a copy of this process would hold its database and its threads.
            context = get_context("spawn")
            self._pool = ProcessPoolExecutor(self.jobs, context, initializer=_leave_interrupts)
        try:
            return Finding(article, self._pool.submit(extract, article))
        except BrokenProcessPool as error:
            raise _ended() from error


def _ended() -> QuotecliError:
    return QuotecliError(
        "a process that was reading articles has been ended from outside",
        "memory may be short; try again with --jobs 1",
    )


def _leave_interrupts() -> None:
    """Let Ctrl-C reach the parent alone, which then stops this process in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
