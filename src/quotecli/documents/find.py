"""Which files to read, in an order that is the same on every machine."""

import os
import re
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from quotecli.documents.html import read_html
from quotecli.documents.read import READERS
from quotecli.errors import ReadError

# What projects and people put beside articles; "license-fees-rise.md" is an article.
_PAPER_WORK = re.compile(
    r"(?:README|LICEN[CS]E|CHANGELOG).*|(?i:readme|licen[cs]e|changelog)(?:\.\w+)*"
)


def find_files(path: str | Path) -> list[Path]:
    """Find the files that a path names.

    Args:
        path: a file, which gives itself whatever it is called, or a folder, which gives the
            articles in it and in its folders: known extensions, not hidden, no paper-work such
            as README.md, not what a browser saved beside a page ("Page_files").

    Returns:
        The files, sorted by their path written with "/". Among them a folder further down that
        must not be looked into: whoever reads it will say so, and the rest goes on.

    Raises:
        ReadError: there is nothing at the path, no article in it, or no permission.
    """
    root = Path(path)
    try:
        if not root.exists():
            raise ReadError(f"there is no file or folder {root}", "check the spelling")
        if not root.is_dir():
            return [root]
        found = sorted(_walk(root), key=Path.as_posix)
    except PermissionError as error:
        raise ReadError(
            f"no permission to look into {error.filename or root}", "ask its owner, or name others"
        ) from None
    except OSError as error:
        raise ReadError(f"cannot read {root}: {error.strerror}", "check the path") from None
    if not found:
        known = " ".join(READERS)
        raise ReadError(f"no articles in {root}", f"put files there that end in {known}")
    return found


def _walk(root: Path) -> Iterator[Path]:
    """Give the articles under a folder; each folder once, whatever links lead to it."""
    seen: set[tuple[int, int]] = set()
    folders, links = [root], deque[Path]()
    while folders or links:
        # Links last, so that a folder is named by where it is rather than by a link to it.
        folder = folders.pop() if folders else links.popleft()
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        try:
            with os.scandir(folder) as listing:
                entries = sorted((e for e in listing if not e.name.startswith(".")), key=_name)
        except PermissionError:
            if folder == root:
                raise
            yield folder
            continue
        beside_pages = {f"{Path(e.name).stem}_files" for e in entries if _is_page(e.name)}
        for entry in entries:
            if entry.is_dir():
                if entry.name not in beside_pages:
                    (links if entry.is_symlink() else folders).append(folder / entry.name)
            elif entry.is_file() and _is_article(entry.name):
                yield folder / entry.name


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_page(name: str) -> bool:
    return READERS.get(Path(name).suffix.lower()) is read_html


def _is_article(name: str) -> bool:
    return Path(name).suffix.lower() in READERS and _PAPER_WORK.fullmatch(name) is None
