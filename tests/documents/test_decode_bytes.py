"""Bytes to text."""

import pytest

from quotecli.documents.decode import decode
from quotecli.errors import ReadError

ENGLISH = "“We will not go back,” she said – and that’s final. The café paid £5m.\n"
POLISH = "Premier powiedział, że Łódź żyje i będzie żyła. Źródło: własne. "
RUSSIAN = "Президент заявил, что готов к переговорам, и сказал это журналистам. "


def test_utf_8_is_read_without_a_remark_and_without_its_mark() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(ENGLISH.encode(encoding)) == (ENGLISH, ())


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\r\nb\rc\n"


def test_a_mark_inside_the_text_is_kept() -> None:
    assert decode("\ufeffa\ufeffb".encode()).text == "a\ufeffb"


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        ("She said: “No.”", "cp1252", "windows-1252"),
        ("The café was shut, a naïve man said.", "latin-1", "windows-1252"),
        (ENGLISH * 2, "mac_roman", "Mac Roman"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859_2", "ISO 8859-2"),
        ("The mayor of Łódź, Paweł Nowak, said “we will stay”.", "cp1250", "windows-1250"),
        (RUSSIAN * 2, "cp1251", "windows-1251"),
        (RUSSIAN * 2, "koi8_r", "KOI8-R"),
    ],
)
def test_other_encodings_are_found_and_named(text: str, encoding: str, named: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert [p.message for p in decoded.problems] == [f"read as {named}, not UTF-8"]
    assert decoded.problems[0].code == "encoding"


def test_a_few_foreign_bytes_in_utf_8_do_not_spoil_the_rest() -> None:
    decoded = decode("“Yes”, “no” and “maybe”, ".encode() + b"\x93he\x94 said")
    assert decoded.text == "“Yes”, “no” and “maybe”, “he” said"
    assert decoded.problems[0].message == "read as UTF-8, 2 bytes in it as windows-1252"


def test_the_declared_encoding_goes_before_a_guess() -> None:
    assert decode("Ärger, sagte er.".encode("cp437"), "cp437") == ("Ärger, sagte er.", ())


def test_a_declared_encoding_that_is_unknown_or_wrong_is_passed_over() -> None:
    for declared in ("x-nonsense", "ascii", "utf-8"):
        assert decode(ENGLISH.encode("cp1252"), declared).text == ENGLISH


def test_latin_1_as_pages_declare_it_means_the_larger_set() -> None:
    assert decode(ENGLISH.encode("cp1252"), "ISO-8859-1").text == ENGLISH


def test_half_a_character_after_a_utf_16_mark_is_a_read_error() -> None:
    with pytest.raises(ReadError, match="begins as UTF-16 and is damaged"):
        decode(b"\xff\xfea")
