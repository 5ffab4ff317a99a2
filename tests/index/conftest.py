"""An index, and hand-made articles to put into it."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from quotecli.index.files import FileVersion
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Extraction,
    Kind,
    Metadata,
    Span,
    Statement,
)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """Give an empty index, open for writing."""
    with closing(open_index(tmp_path / "index.sqlite", create=True)) as opened:
        yield opened


@pytest.fixture
def say() -> Callable[..., Statement]:
    """Give a function that makes a direct quotation; keywords replace single fields."""
    numbers = count(1)

    def make(
        text: str = "We shall rebuild the harbour.", speaker: str | None = "Ada Brook", **more: Any
    ) -> Statement:
        made = Statement(
            id=f"id{next(numbers):06}",
            kind=Kind.DIRECT,
            text=text,
            speaker=speaker,
            speakers=(speaker,) if speaker else (),
            mention=speaker,
            cue="said",
            said_on=None,
            date="2022-10-31",
            segments=(Span(1, 1 + len(text)),),
            mention_spans=(),
            cue_spans=(),
            basis=Basis.NAMED,
            confidence=0.9,
        )
        return replace(made, **more)

    return make


@pytest.fixture
def add(index: Index) -> Callable[..., int]:
    """Give a function that adds an article of some statements as a file of its own.

    It takes the statements, the file's ``path`` and fields of the metadata, and gives the number
    of the file.
    """
    numbers = count(1)

    def write(*statements: Statement, path: str | None = None, **metadata: Any) -> int:
        number = next(numbers)
        text = "\n".join(f'"{statement.text}"' for statement in statements)
        article = Article(
            text=text,
            blocks=(Block(BlockKind.PARAGRAPH, (Span(0, len(text)),)),),
            metadata=Metadata(**{"published": "2022-10-31", **metadata}),
        )
        version = FileVersion(path or f"/news/{number}.txt", f"{number:064x}", "test-1", Metadata())
        with transaction(index):
            file = add_file(index, version)
            add_article(index, file, 0, article, Extraction(statements))
        return file

    return write
