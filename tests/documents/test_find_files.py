"""Which files a path names."""

from pathlib import Path

import pytest

from quotecli.documents.find import find_files
from quotecli.errors import ReadError


def _make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Ann Poe said no.")


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_files(folder)]


def test_a_file_gives_itself_whatever_it_is_called(tmp_path: Path) -> None:
    _make(tmp_path, "README.odd")
    assert find_files(str(tmp_path / "README.odd")) == [tmp_path / "README.odd"]


def test_a_folder_gives_its_articles_in_the_order_of_their_paths(tmp_path: Path) -> None:
    _make(tmp_path, "b.txt", "a/z.md", "a.html", "B.TXT", "a/y/x.jsonl", "c.htm", "d.xhtml")
    _make(tmp_path, "e.text", "f.markdown", "g.ndjson", "h.pdf", "i.gold.json", "j")
    assert _names(tmp_path) == [
        "B.TXT", "a.html", "a/y/x.jsonl", "a/z.md", "b.txt", "c.htm", "d.xhtml", "e.text",
        "f.markdown", "g.ndjson",
    ]  # fmt: skip


def test_hidden_files_and_paper_work_are_passed_over(tmp_path: Path) -> None:
    _make(tmp_path, ".a.txt", ".git/b.txt", "README.md", "readme.de.txt", "LICENSE-MIT.txt")
    _make(tmp_path, "Changelog.md", "licence.txt", "license-fees-rise.md", "readmes.txt")
    assert _names(tmp_path) == ["license-fees-rise.md", "readmes.txt"]


def test_what_a_browser_saves_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    _make(tmp_path, "Deal.html", "Deal_files/frame.html", "my_files/a.html")
    assert _names(tmp_path) == ["Deal.html", "my_files/a.html"]


def test_links_that_run_in_a_circle_end_and_a_folder_is_read_once(tmp_path: Path) -> None:
    _make(tmp_path, "z/a.txt")
    (tmp_path / "z" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "z")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone")
    assert _names(tmp_path) == ["z/a.txt"]


def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    _make(tmp_path, "elsewhere/a.txt")
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "elsewhere")
    assert _names(tmp_path / "here") == ["link/a.txt"]


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"there is no file or folder .*gone.*check the spelling"):
        find_files(tmp_path / "gone")


def test_a_folder_without_articles_says_what_would_be_one(tmp_path: Path) -> None:
    _make(tmp_path, "a.pdf", "README.md")
    with pytest.raises(ReadError, match=r"no articles in .*\.txt .*\.jsonl"):
        find_files(tmp_path)


def test_a_folder_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("quotecli.documents.find.os.scandir", refuse)  # tests may run as root
    with pytest.raises(ReadError, match="no permission to look into"):
        find_files(tmp_path)
