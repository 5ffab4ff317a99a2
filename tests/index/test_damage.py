"""Whatever happened to the file, the user is told; nothing ends in a traceback or in rubbish."""

# ruff: noqa: S311, S608  chance here is no secret, and the columns are the test's own
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.errors import DamagedIndexError, StoreError
from quotecli.index.filters import Filter, Sort, count_records
from quotecli.index.names.outlets import outlet_names
from quotecli.index.names.speakers import speaker_names
from quotecli.index.read import article_of, extent, find_records, record_by_id, records_of_period
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import remove_file
from quotecli.model import Statement
from quotecli.text.days import Period

Say = Callable[..., Statement]
Add = Callable[..., int]

WORDS = Filter(words='"harbour"', sort=Sort.RELEVANCE)


@pytest.fixture
def sound(index: Index, say: Say, add: Add) -> bytes:
    """Give the bytes of an index with many pages of each kind."""
    words = [f"harbour{number}" for number in range(50)]
    chance = random.Random(1)
    for article in range(60):
        texts = [" ".join(["harbour", *chance.choices(words, k=12)]) for _ in range(4)]
        add(*(say(text, f"Ada Brook{article % 7}") for text in texts), outlet=f"Post {article}")
    path = index.path
    index.close()
    return path.read_bytes()


def read_everything(path: Path) -> None:
    with closing(open_index(path)) as index:
        extent(index)
        count_records(index, WORDS)
        records = find_records(index, WORDS)
        find_records(index, Filter(speakers=("Brook3",), outlets=("Post",), sort=Sort.OLDEST))
        records_of_period(index, Period("2022-01-01", "2022-12-31"))
        speaker_names(index, "Br")
        outlet_names(index)
        for record in records[:3]:
            article_of(index, record)
            record_by_id(index, record.id)


def test_what_the_fixture_makes_is_sound(tmp_path: Path, sound: bytes) -> None:
    (tmp_path / "index.sqlite").write_bytes(sound)
    read_everything(tmp_path / "index.sqlite")


@pytest.mark.parametrize("part", [0.02, 0.3, 0.6])
def test_an_index_cut_short_is_damaged(tmp_path: Path, sound: bytes, part: float) -> None:
    (tmp_path / "cut.sqlite").write_bytes(sound[: int(len(sound) * part)])
    with pytest.raises(DamagedIndexError, match="move it away and index again"):
        read_everything(tmp_path / "cut.sqlite")


@pytest.mark.parametrize("length", [8, 4096])
def test_wherever_bytes_are_overwritten_reading_ends_well_or_in_a_store_error(
    tmp_path: Path, sound: bytes, length: int
) -> None:
    chance = random.Random(length)
    outcomes = set()
    for number in range(60):
        start = chance.randrange(0, len(sound) - length)
        damaged = sound[:start] + chance.randbytes(length) + sound[start + length :]
        path = tmp_path / f"{number}.sqlite"
        path.write_bytes(damaged)
        try:
            read_everything(path)
            outcomes.add("read")
        except StoreError:
            outcomes.add("told")
    assert "told" in outcomes


def test_a_row_that_this_program_never_writes_is_damage(index: Index, say: Say, add: Add) -> None:
    add(say())
    for column, value in {"segments": "[[1]]", "speakers": "{", "kind": "sung"}.items():
        with transaction(index):
            index.execute(f"UPDATE statement SET {column} = ?", (value,))
        with pytest.raises(DamagedIndexError):
            find_records(index, Filter())


def test_writing_into_a_damaged_index_is_told_too(sound: bytes, tmp_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    half = len(sound) // 2
    path.write_bytes(sound[:half] + bytes(len(sound) - half))
    index = open_index(path, create=True)
    with closing(index), pytest.raises(DamagedIndexError), transaction(index):
        remove_file(index, 1)
