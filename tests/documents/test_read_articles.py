"""Picking the reader, and refusing what is no text."""

import io
import zipfile

import pytest

from quotecli.documents.read import read_articles
from quotecli.errors import ReadError
from quotecli.model import Article, Metadata

PAGE = "<html><body><article><p>Ann Poe said “no” to all of it.</p></article></body></html>"


def _texts(source: str, path: str | None) -> list[str]:
    return [a.text for a in read_articles(source.encode(), path) if isinstance(a, Article)]


@pytest.mark.parametrize("path", [None, "a", "a.HTML", "a.txt", "page.aspx"])
def test_a_page_is_known_by_its_extension_or_its_beginning(path: str | None) -> None:
    assert _texts(f"<!-- a --> <!-- b -->\n{PAGE}", path) == ["Ann Poe said “no” to all of it."]


@pytest.mark.parametrize("path", [None, "a", "a.json", "a.JSONL"])
def test_json_lines_are_known_by_extension_or_first_line(path: str | None) -> None:
    assert _texts('\n{"text": "No."}\n{"text": "Yes."}\n', path) == ["No.", "Yes."]


@pytest.mark.parametrize("path", [None, "a", "a.txt", "a.log"])
def test_anything_else_is_text(path: str | None) -> None:
    for source in ("[sic] he said.", "{so} it goes.", "<b>No</b>, she said."):
        assert _texts(source, path) == [source]


def test_one_json_document_is_refused_with_a_way_out() -> None:
    with pytest.raises(ReadError, match="not one object per line; convert it with: jq"):
        read_articles(b'[\n{"text": "a"}\n]', None)


@pytest.mark.parametrize(
    "data", [b"", b" \r\n\t", b"\xef\xbb\xbf\n", b"\xff\xfe", "\u00a0".encode()]
)
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt is empty"):
        read_articles(data, "a.txt")


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF document; save it as text or HTML first"),
        (b"{\\rtf1 a}", "an RTF document"),
        (_zip("word/document.xml"), "a Word document"),
        (_zip("xl/workbook.xml"), "an office document"),
        (_zip("mimetype", "a.opf"), "an EPUB book"),
        (_zip("a.txt"), "a zip archive; unpack it first"),
        (b"\x1f\x8b\x08\x00", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"From: <Saved by Blink>\r\nSubject: x\r\n", "a web archive"),
        (b"abc\x00def", "a binary file; save it as text or HTML first"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_articles(data, "a.txt")
    assert str(caught.value).startswith(f"a.txt is {what}")


def test_standard_input_is_called_so() -> None:
    with pytest.raises(ReadError, match="standard input is a PDF document"):
        read_articles(b"%PDF-1.7", None)


def test_errors_come_at_once_and_not_at_the_first_article() -> None:
    with pytest.raises(ReadError):
        read_articles(b"<html></html>", "a.html")


def test_a_utf_16_file_is_text_and_its_page_a_page() -> None:
    (article,) = read_articles(PAGE.encode("utf-16"), "a")
    assert isinstance(article, Article)
    assert article.text == "Ann Poe said “no” to all of it."


def test_path_and_what_is_given_reach_the_article() -> None:
    (article,) = read_articles(b"No.", "x/a.txt", Metadata(author="Jane Roe"))
    assert isinstance(article, Article)
    assert article == Article("No.", article.blocks, Metadata(author="Jane Roe"), "x/a.txt")
