"""What the benchmark of saved pages counts."""

import pytest

from pages import by_quotecli, figures

PAGE = (
    b"<html><body><nav><a href='/'>Home</a></nav><article><h1>Ferry late</h1>"
    b"<p>The ferry to Moss was late on Monday, as the storm had damaged the pier.</p>"
    b"<p>It will sail again on Tuesday, the harbour master told the Planet.</p>"
    b"</article></body></html>"
)


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ("one two three four five", "One, two, three", (0.0, 0.0, 0.0)),
        ("one two three four five", "one two: three four five!", (1.0, 1.0, 1.0)),
        ("one two three four five", "one two three four", (1.0, 0.5, 2 / 3)),
        ("one two three four", "one two three four five", (0.5, 1.0, 2 / 3)),
        ("one two three four", "", (0.0, 0.0, 0.0)),
    ],
)
def test_words_are_compared_in_fours(
    wanted: str, found: str, expected: tuple[float, float, float]
) -> None:
    assert figures(wanted, found) == pytest.approx(expected)


def test_the_headline_is_left_out_of_what_is_read() -> None:
    text = by_quotecli(PAGE)

    assert "harbour master" in text
    assert "Ferry late" not in text
    assert by_quotecli(b"") == ""
