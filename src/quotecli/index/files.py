"""Which files the index knows, and in which version."""

from dataclasses import dataclass

from quotecli.index.columns import metadata_to, problems_from
from quotecli.index.store import Index, reported
from quotecli.model import Metadata, Problem


@dataclass(frozen=True, slots=True)
class FileVersion:
    """A file as it is read: what has been read once in this version need not be read again.

    Attributes:
        path: absolute, or None for standard input.
        sha256: of the bytes, in hexadecimal.
        extractor: the version of the extractor.
        given: the metadata that the user gave for it.
    """

    path: str | None
    sha256: str
    extractor: str
    given: Metadata


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file in the index.

    Attributes:
        number: its row.
        path: where it was read, or None for standard input.
        is_current: whether it was read in the version that was asked about.
        losses: the articles in it that could not be read.
    """

    number: int
    path: str | None
    is_current: bool
    losses: tuple[Problem, ...]


@reported
def known_file(index: Index, version: FileVersion) -> KnownFile | None:
    """Find the file at the path of ``version``; standard input is known by its content."""
    found = _files(
        index,
        version,
        "path = :path OR :path IS NULL AND path IS NULL AND sha256 = :sha256 AND given = :given",
    )
    return found[0] if found else None


@reported
def files_with_content(index: Index, version: FileVersion) -> list[KnownFile]:
    """Find files elsewhere with the same bytes and given metadata, the first one read first."""
    return _files(index, version, "sha256 = :sha256 AND given = :given AND path IS NOT :path")


def _files(index: Index, version: FileVersion, condition: str) -> list[KnownFile]:
    query = (
        "SELECT number, path, losses, sha256 = :sha256 AND given = :given"  # noqa: S608  our own words
        f" AND extractor = :extractor FROM file WHERE {condition} ORDER BY number"
    )
    rows = index.execute(
        query,
        {
            "path": version.path,
            "sha256": version.sha256,
            "extractor": version.extractor,
            "given": metadata_to(version.given),
        },
    )
    return [
        KnownFile(number, path, bool(is_current), problems_from(losses))
        for number, path, losses, is_current in rows
    ]
