"""Files that are no text: what they are, and what their reader can do."""

from quotecli.errors import ReadError

_AS_TEXT = "save it as text or HTML first"
_UNPACK = "unpack it first"
_PICTURE = "save the page itself, as text or HTML"
# First bytes (at an offset), what they mean, what to do.
_SIGNATURES: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF document", _AS_TEXT),
    (0, b"{\\rtf", "an RTF document", _AS_TEXT),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", _AS_TEXT),
    (0, b"bplist00", "a Safari web archive", "save the page as HTML instead"),
    (0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    (0, b"BZh", "a bzip2 archive", _UNPACK),
    (0, b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (257, b"ustar", "a tar archive", _UNPACK),
    (0, b"\x89PNG\r\n", "a PNG image", _PICTURE),
    (0, b"\xff\xd8\xff", "a JPEG image", _PICTURE),
    (0, b"GIF8", "a GIF image", _PICTURE),
    (8, b"WEBP", "a WebP image", _PICTURE),
    (0, b"II*\x00", "a TIFF image", _PICTURE),
    (0, b"MM\x00*", "a TIFF image", _PICTURE),
    (4, b"ftyp", "a video or image", _PICTURE),
    (0, b"ID3", "a sound file", "write down what is said first"),
    (0, b"OggS", "a sound file", "write down what is said first"),
    (0, b"SQLite format 3\x00", "an SQLite database", "name the articles instead"),
)
_MAIL = (b"From: <Saved by", b"Snapshot-Content-Location:")


def refuse_binary(data: bytes, name: str) -> None:
    """Raise where a file is no text.

    Args:
        data: the file.
        name: what the message calls it.

    Raises:
        ReadError: it is a document, archive or image of a known kind, or has NUL bytes.
    """
    for at, signature, what, todo in _SIGNATURES:
        if data.startswith(signature, at):
            raise ReadError(f"{name} is {what}", todo)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        raise _zip_error(data, name)
    if data[:2000].lstrip().startswith(_MAIL):
        raise ReadError(f"{name} is a web archive (MHTML)", 'save the page as "HTML only" instead')
    if b"\x00" in data:
        raise ReadError(f"{name} is a binary file", _AS_TEXT)


def _zip_error(data: bytes, name: str) -> ReadError:
    if b"word/" in data:
        return ReadError(f"{name} is a Word document", _AS_TEXT)
    if b"application/vnd.oasis.opendocument" in data[:200] or b"xl/" in data or b"ppt/" in data:
        return ReadError(f"{name} is an office document", _AS_TEXT)
    if b"application/epub+zip" in data[:200]:
        return ReadError(f"{name} is an EPUB book", _AS_TEXT)
    return ReadError(f"{name} is a zip archive", _UNPACK)
