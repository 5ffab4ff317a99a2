"""Which words of a text were searched for."""

import pytest

from quotecli.output.matches import matching_words


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ties, ties and untied", ["ties"], ["Ties", "ties"]),
        ("normal, normalised, abnormal", ["normal"], ["normal", "normalised"]),
        ("a peacekeeper", ["peacekeepers"], ["peacekeeper"]),
        ("the normalization of ties", ["normalizing"], ["normalization"]),
        ("both parties", ["party"], ["parties"]),
        ("a partner", ["party"], []),
        ("the theory", ["theory"], ["theory"]),
        ("Erdoğan, Erdog\u0306an, ERDOGAN", ["erdogan"], ["Erdoğan", "Erdog\u0306an", "ERDOGAN"]),
        ("an EU answer", ["a", "eu"], ["EU"]),
        ("to meet again", ["meet again"], ["meet", "again"]),
        ("nothing", [], []),
        ("nothing", ["-", ""], []),
    ],
)
def test_words_are_found_whatever_case_accents_and_ending(
    text: str, words: list[str], found: list[str]
) -> None:
    assert [text[start:end] for start, end in matching_words(text, words)] == found
