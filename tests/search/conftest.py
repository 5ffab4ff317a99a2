"""A little archive to search in."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.index.files import FileVersion
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Statement

_TOLD = (
    ("Ilham Aliyev", "The road through the valley must open.", Kind.DIRECT, "2020-11-10"),
    ("Nikol Pashinyan", "Peace in the valley is within reach.", Kind.DIRECT, "2022-10-31"),
    ("Nikol Pashinyan", "he hopes for “peace” and an open road", Kind.MIXED, "2022-11-01"),
    ("Volodymyr Zelenskyy", "they don't expect a ceasefire before winter", Kind.INDIRECT, None),
    ("Hillary Clinton", "Peace needs patience.", Kind.DIRECT, "2019-03-02"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Index]:
    """Give an index of five articles with a statement each, open for reading."""
    path = tmp_path / "index.sqlite"
    with closing(open_index(path, create=True)) as index, transaction(index):
        for number, (speaker, text, kind, date) in enumerate(_TOLD):
            file = add_file(index, FileVersion(f"/{number}.txt", f"{number}", "", Metadata()))
            told = _statement(f"id{number}", speaker, text, kind, date)
            metadata = Metadata(outlet="Valley News", published=date)
            add_article(index, file, 0, Article("", (), metadata), Extraction((told,)))
    with closing(open_index(path)) as index:
        yield index


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Index]:
    """Give an index without articles."""
    with closing(open_index(tmp_path / "empty.sqlite", create=True)) as index:
        yield index


def _statement(id_: str, speaker: str, text: str, kind: Kind, date: str | None) -> Statement:
    return Statement(
        id=id_,
        kind=kind,
        text=text,
        speaker=speaker,
        speakers=(speaker,),
        mention=None,
        cue=None,
        said_on=None,
        date=date,
        segments=(),
        mention_spans=(),
        cue_spans=(),
        basis=Basis.NAMED,
        confidence=1.0,
    )
