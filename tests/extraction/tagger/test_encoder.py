import hashlib
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quotecli.extraction.tagger
from quotecli.errors import QuotecliError
from quotecli.extraction.tagger.encoder import Encoder, Scores, load_encoder
from quotecli.model import Span
from quotecli.text.marks import find_quoted

MODEL = Path(quotecli.extraction.tagger.__file__).with_name("model")


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder like the model's, with the card and vocabulary but without weights."""
    for name in ("card.json", "vocab.txt"):
        shutil.copy(MODEL / name, tmp_path)
    return tmp_path


def score(encoder: Encoder, text: str) -> list[Scores]:
    paragraphs = [Span(0, len(text))]
    return list(encoder.score(text, paragraphs, find_quoted(text, paragraphs)[0]))


def test_a_missing_card_gives_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(QuotecliError, match=r"card\.json cannot be read; install quotecli again"):
        load_encoder(tmp_path)


@pytest.mark.parametrize(
    "card", ["{", "[]", "{}", '{"files": 1, "linking": {}, "calibration": {}}']
)
def test_a_damaged_card_gives_one_clear_line(folder: Path, card: str) -> None:
    (folder / "card.json").write_text(card, encoding="utf-8")
    with pytest.raises(QuotecliError, match="is damaged"):
        load_encoder(folder)


def test_missing_weights_give_one_clear_line(folder: Path) -> None:
    with pytest.raises(QuotecliError, match=r"tagger\.onnx cannot be read"):
        load_encoder(folder)


def test_weights_with_one_changed_byte_are_refused(folder: Path) -> None:
    data = bytearray((MODEL / "tagger.onnx").read_bytes())
    data[len(data) // 2] ^= 1
    (folder / "tagger.onnx").write_bytes(data)
    with pytest.raises(QuotecliError, match="is damaged or of another version"):
        load_encoder(folder)


def test_weights_that_onnxruntime_refuses_give_one_clear_line(folder: Path) -> None:
    (folder / "tagger.onnx").write_bytes(b"no model")
    card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    card["files"]["tagger.onnx"] = hashlib.sha256(b"no model").hexdigest()
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(QuotecliError, match="the model cannot be started"):
        load_encoder(folder)


def test_importing_the_decoder_loads_neither_numpy_nor_onnxruntime() -> None:
    program = (
        "import sys, quotecli.extraction.tagger.decode;"
        "sys.exit(bool({'numpy', 'onnxruntime'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_tags_are_probabilities_and_every_window_points_within_itself(encoder: Encoder) -> None:
    (scores,) = score(encoder, "The mayor said the bridge would open in May. " * 60)
    assert scores.tags.shape == (len(scores.inputs.ids), 7)
    np.testing.assert_allclose(np.exp(scores.tags).sum(axis=1), 1, atol=1e-3)
    assert len(scores.window_starts) == len(scores.pointers) > 2
    for row, window in enumerate(scores.window_of):
        start = scores.window_starts[window]
        assert start <= row < start + scores.pointers[window].shape[1] - 2


def test_a_text_of_any_length_is_covered_without_gap_by_sections(encoder: Encoder) -> None:
    for count in (1, 254, 255, 4001):
        text = "word " * count
        sections = score(encoder, text)
        assert sum(len(s.inputs.ids) for s in sections) == count
        assert sections[-1].inputs.ends[-1] == 5 * count - 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200b\x00",
        "“",
        "”“”“",
        "...",
        "日本語のテキスト",
        "😀😀",
        "\u200fשלום",
        "x" * 10_000,
    ],
)
def test_odd_texts_are_scored_without_error(encoder: Encoder, text: str) -> None:
    for scores in score(encoder, text):
        assert np.isfinite(scores.tags).all()


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_scored_without_error(encoder: Encoder, text: str) -> None:
    for scores in score(encoder, text):
        assert np.isfinite(scores.tags).all()


def test_time_grows_with_the_length_of_the_text(encoder: Encoder) -> None:
    def seconds(times: int) -> float:
        began = time.process_time()
        score(encoder, "She said so and no more. " * times)
        return time.process_time() - began

    seconds(100)
    assert seconds(1600) < 40 * seconds(160)
