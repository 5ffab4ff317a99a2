import os
import signal
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.errors import QuotecliError
from quotecli.index.filters import Filter, Sort
from quotecli.index.read import find_records
from quotecli.index.store import open_index
from quotecli.ingest.indexing import index_paths
from quotecli.ingest.workers import Workers
from quotecli.model import Article, Block, BlockKind, Metadata, Record, Span


def records(db: Path) -> list[Record]:
    with closing(open_index(db)) as index:
        return list(find_records(index, Filter(sort=Sort.OLDEST)))


def article(number: int) -> Article:
    text = f'"The ferry has sailed {number} times," said Ada Brook.'
    return Article(text, (Block(BlockKind.PARAGRAPH, (Span(0, len(text)),)),), Metadata())


def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(20):
        (news / f"{number:02}.txt").write_text(article(number).text)
    (news / "copy.txt").write_text(article(19).text)
    (news / "empty.txt").write_text("")
    one = index_paths(tmp_path / "one", [news], jobs=1)
    three = index_paths(tmp_path / "three", [news], jobs=3)
    assert one == three
    assert three.statements == 20
    assert three.copies == 1
    assert records(tmp_path / "one") == records(tmp_path / "three")


def test_a_process_that_is_killed_is_told_in_one_line() -> None:
    with Workers(2) as workers:
        for number in range(12):
            workers.extract(article(number))
        first = workers.extract(article(12))
        assert first.result().statements
        assert workers._pool is not None
        for process in workers._pool._processes.values():
            os.kill(process.pid or 0, signal.SIGKILL)
        with pytest.raises(QuotecliError, match="ended from outside"):
            [
                workers.extract(article(13)).result() for _ in range(1000)
            ]  # until the pool has noticed
