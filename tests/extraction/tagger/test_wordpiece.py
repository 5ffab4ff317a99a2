import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotecli.extraction.tagger
from quotecli.extraction.tagger.wordpiece import WordPieces

VOCABULARY = [
    "[UNK]",
    "he",
    "said",
    "un",
    "##want",
    "##ed",
    "cafe",
    "don",
    "’",
    "t",
    "##s",
    "日",
    ".",
]


@pytest.fixture(scope="module")
def shipped() -> WordPieces:
    path = Path(quotecli.extraction.tagger.__file__).with_name("model") / "vocab.txt"
    return WordPieces(path.read_text(encoding="utf-8").splitlines())


def surfaces(text: str) -> list[str]:
    return [text[p.start : p.end] for p in WordPieces(VOCABULARY).split(text)]


def ids(text: str) -> list[str]:
    return [VOCABULARY[p.id] for p in WordPieces(VOCABULARY).split(text)]


def test_a_word_is_split_into_its_longest_known_pieces() -> None:
    assert ids("He said unwanted.") == ["he", "said", "un", "##want", "##ed", "."]
    assert surfaces("He said unwanted.") == ["He", "said", "un", "want", "ed", "."]


def test_an_accent_is_left_out_of_the_piece_but_not_of_its_span() -> None:
    for cafes in ("Cafés", "Cafe\u0301s"):
        assert ids(cafes) == ["cafe", "##s"]
        assert surfaces(cafes) == [cafes[:-1], "s"]


def test_soft_hyphens_and_joiners_do_not_part_a_word() -> None:
    assert ids("un\u00adwan\u200bted") == ["un", "##want", "##ed"]
    assert "".join(surfaces("un\u00adwan\u200bted")) == "un\u00adwan\u200bted"


def test_an_apostrophe_is_a_piece_of_its_own() -> None:
    assert ids("don’t") == ["don", "’", "t"]


def test_ideographs_and_unknown_signs_are_one_piece_each() -> None:
    assert ids("日日😀") == ["日", "日", "[UNK]"]


def test_a_word_of_ten_thousand_letters_is_one_unknown_piece() -> None:
    assert ids("x" * 10_000) == ["[UNK]"]


def test_control_characters_alone_give_nothing() -> None:
    assert ids("\x00\x07 \u200e he") == ["he"]


@given(st.text(st.characters(), max_size=300))
def test_the_pieces_of_any_text_are_in_order_and_cover_no_white_space(
    shipped: WordPieces, text: str
) -> None:
    position = 0
    for piece in shipped.split(text):
        assert position <= piece.start < piece.end <= len(text)
        assert not any(c.isspace() for c in text[piece.start : piece.end])
        position = piece.end


@given(st.text(st.characters(categories=["L", "N", "P"]), max_size=100))
def test_every_letter_digit_and_stop_belongs_to_a_piece(shipped: WordPieces, text: str) -> None:
    assert "".join(text[p.start : p.end] for p in shipped.split(text)) == text


def test_time_grows_with_the_length_of_the_text(shipped: WordPieces) -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        shipped.split(text)
        return time.process_time() - began

    unit = "Zyxwvut’s résumé—" + "q" * 90 + " "
    # Thrice at most: a busy machine takes time at random.
    assert any(seconds(unit * 4000) < 40 * max(seconds(unit * 400), 0.005) for _ in range(3))
