from dataclasses import replace
from typing import Any

import pytest

from quotecli.index.files import FileVersion, files_with_content, known_file
from quotecli.index.store import Index, transaction
from quotecli.index.write import add_file
from quotecli.model import Metadata

VERSION = FileVersion("/a.txt", "abc", "rules-1", Metadata(published="2022-10-31"))


def keep(index: Index, *versions: FileVersion) -> None:
    with transaction(index):
        for version in versions:
            add_file(index, version)


def test_a_file_is_unknown_before_it_is_added(index: Index) -> None:
    assert known_file(index, VERSION) is None


def test_the_same_version_is_current(index: Index) -> None:
    keep(index, VERSION)
    known = known_file(index, VERSION)
    assert known is not None
    assert (known.path, known.is_current, known.losses) == ("/a.txt", True, ())


@pytest.mark.parametrize(
    "change",
    [
        {"sha256": "abd"},
        {"extractor": "rules-2"},
        {"given": Metadata()},
        {"given": Metadata(published="2022-10-31", outlet="Post")},
    ],
)
def test_other_bytes_extractor_or_given_metadata_make_another_version(
    index: Index, change: dict[str, Any]
) -> None:
    keep(index, VERSION)
    known = known_file(index, replace(VERSION, **change))
    assert known is not None
    assert not known.is_current


def test_standard_input_is_known_by_what_it_held(index: Index) -> None:
    nameless = replace(VERSION, path=None)
    keep(index, nameless, replace(nameless, sha256="abd"))
    known = known_file(index, nameless)
    assert known is not None
    assert (known.number, known.is_current) == (1, True)
    assert known_file(index, replace(nameless, sha256="abe")) is None


def test_the_same_content_is_found_under_every_other_path(index: Index) -> None:
    keep(
        index,
        VERSION,
        replace(VERSION, path="/b.txt", extractor="rules-0"),
        replace(VERSION, path=None),
        replace(VERSION, path="/other.txt", sha256="abd"),
        replace(VERSION, path="/given.txt", given=Metadata()),
    )
    found = files_with_content(index, VERSION)
    assert [(file.path, file.is_current) for file in found] == [("/b.txt", False), (None, True)]
