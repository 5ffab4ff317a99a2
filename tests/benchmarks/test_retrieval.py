"""The known-item test asks for statements as people half remember them."""

import random
from pathlib import Path

import pytest

import retrieval
from synthetic import News


def test_a_misspelt_word_is_another_one_and_the_others_stay() -> None:
    draw = random.Random(1)  # noqa: S311  not a secret
    for _ in range(50):
        words = ["harbour", "minister", "peace"]
        slipped = retrieval._misspelt(words, draw)
        assert len(slipped) == 3
        assert sum(a == b for a, b in zip(words, slipped, strict=True)) >= 2


def test_known_statements_are_found_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["retrieval.py", "--queries", "10", "--statements", "300"])
    retrieval.main()
    rows = [line for line in capsys.readouterr().out.splitlines() if line.endswith("% |")]
    assert len(rows) == 4
    for row in rows:
        share, aim = (float(cell.rstrip(" %")) for cell in (row.split("|")[2], row.split("|")[5]))
        assert share >= aim, row


def test_the_same_seed_gives_the_same_news() -> None:
    first, second = ([n.article.text for n in News(7).articles(20)] for _ in range(2))
    assert first == second
