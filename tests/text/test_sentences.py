"""Where sentences end."""

import pytest

from quotecli.text.sentences import sentence_spans


@pytest.mark.parametrize(
    "sentences",
    [
        ["The pier is closed.", "Nobody knows why."],
        ["“The pier is closed.”", "“Nobody knows why,” said Ada Roe."],
        ["Who pays?", "The town!", "So it goes…", "And on."],
        ["Mr. Roe met Gen. J. P. Cole of the U.S. Navy on Oct. 3.", "He left."],
        ["Prop. 47 and Roe v. Wade are law.", "The Rev. Roe said no.", "No. 3 won."],
        ["It cost 3.5 million.", "7 ships came."],
        ["No stop at all"],
        ['He said "no." and left.'],
    ],
)
def test_sentences_are_cut_where_a_reader_would(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


def test_blanks_are_no_sentence() -> None:
    assert list(sentence_spans("  \n")) == []
