"""What counts as the same word, and how a typed text is read."""

import pytest

from quotecli.search.verifying.words import Role, find_run, pieces_of, words_of


def keys(text: str) -> list[str]:
    return [word.key for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don’t go", "DON'T go!"),
        ("well-known", "well‑known"),
        ("well-known", "well – known"),
        ("coöperate", "cooperate"),
        ("inform\u00adation", "information"),
        ("[T]he end", "the end"),
        ("[I]'ve seen", "i've seen"),
        ("[w]e’ll see", "We'll see"),
        ("1,000 men", "1000 men"),
        ("50%", "50 per cent"),
        ("G20", "G-20"),
        ("−5 degrees", "-5 degrees"),
        ("the peoples’ will", "the peoples will"),
        ("e\u0301t\u00e9", "\u00e9te\u0301"),
    ],
)
def test_a_printer_may_change_it(one: str, other: str) -> None:
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3.5", "35"),
        ("3.5", "3 5"),
        ("3/4", "3-4"),
        ("-5", "5"),
        ("50%", "50"),
        ("$50", "50"),
        ("$50", "€50"),
        ("its", "it's"),
        ("we're", "were"),
        ("resign", "re-sign"),
        ("5²", "52 "),
        ("1 000", "1000"),
        ("C++", "C"),
        ("20", "2O"),
    ],
)
def test_a_printer_may_not_change_it(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_every_word_is_a_span_of_the_text() -> None:
    text = "“We’ve 3,500 per cent [m]ore”, she said…"
    shown = [text[word.start : word.end] for word in words_of(text)]
    assert shown == ["We’ve", "3,500", "per cent", "m]ore", "she", "said"]
    assert [w.start for w in words_of(text, 100)] == [w.start + 100 for w in words_of(text)]


@pytest.mark.parametrize("mark", ["…", "...", "[…]", "[...]", "(…)", ". . .", "[ … ]", "… …"])
def test_every_mark_of_ellipsis_is_one_gap(mark: str) -> None:
    roles = [piece.role for piece in pieces_of(f"the end {mark} is near")]
    assert roles == [Role.WORD, Role.WORD, Role.GAP, Role.WORD, Role.WORD]


def test_brackets_are_read() -> None:
    pieces = pieces_of("they agree[d] on [the old treaty] [sic] and [?]")
    assert [(piece.role, piece.keys, piece.stem) for piece in pieces] == [
        (Role.WORD, ("they",), ""),
        (Role.WORD, ("agreed",), "agree"),
        (Role.WORD, ("on",), ""),
        (Role.BRACKET, ("the", "old", "treaty"), ""),
        (Role.WORD, ("and",), ""),
    ]


def test_a_run_is_found_wherever_it_stands() -> None:
    assert find_run(["a", "b", "a", "b", "a"], ["a", "b"]) == [0, 2]
    assert find_run(["a"], ["a", "b"]) == []
    assert find_run(["a"], []) == []
