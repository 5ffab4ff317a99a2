"""The learned tagger: a text in, scores out; the only place that knows onnxruntime.

The tagger reads a text through windows of word pieces. For each piece it says how likely each tag
is (part of a source, a cue, a content, or none), and at which piece it points: from a content to
its cue, from a cue to its source.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quotecli.errors import QuotecliError
from quotecli.extraction.tagger.inputs import Inputs, make_inputs
from quotecli.extraction.tagger.wordpiece import WordPieces
from quotecli.model import Span
from quotecli.text.marks import Quoted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
TO_CUE, TO_SOURCE = 0, 1  # the two pointers

_MODEL = Path(__file__).with_name("model")
_HINT = "install quotecli again"
_WINDOW = 254  # pieces in a window, besides [CLS] and [SEP]
_OVERLAP = 64
_SECTION = 4000  # pieces decoded together; keeps memory flat in the length of a text


class Scores(NamedTuple):
    """What the tagger says of one section of a text (``n`` pieces).

    ``tags`` (n × 7) are log-probabilities. ``window_of`` names, for each piece, the window in
    which it stands farthest from an edge; ``window_starts`` the first piece of each window, and
    ``pointers`` its logits (2 × m × m): row and column 0 stand for "nowhere", the window's piece
    ``i`` for row and column ``i + 1``.
    """

    inputs: Inputs
    tags: "NDArray[np.float32]"
    window_of: "NDArray[np.int64]"
    window_starts: tuple[int, ...]
    pointers: tuple["NDArray[np.float32]", ...]


class Encoder:
    """A loaded tagger; safe to use from one thread at a time.

    Attributes:
        linking: the weights with which ``decode`` links what this tagger finds.
        calibration: the weights from which ``decode`` makes the score of a link.
    """

    def __init__(
        self,
        model: bytes,
        pieces: WordPieces,
        linking: Mapping[str, float],
        calibration: Mapping[str, float],
        threads: int = 1,
    ) -> None:
        self._session = _open_session(model, threads)
        self._pieces = pieces
        self.linking = linking
        self.calibration = calibration
        self._edges = pieces.id_of("[CLS]"), pieces.id_of("[SEP]")

    def score(
        self, text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]
    ) -> Iterator[Scores]:
        """Score a text, section by section, in time linear in its length.

        Args:
            text: the running text.
            paragraphs: its paragraphs, in order; what lies between them is white space.
            quoted: its marked quotations, as ``find_quoted`` gives them.
        """
        inputs = make_inputs(text, paragraphs, quoted, self._pieces)
        start = 0
        for end in _section_ends(inputs):
            yield self._score_section(inputs.cut(start, end))
            start = end

    def _score_section(self, inputs: Inputs) -> Scores:
        import numpy as np

        count = len(inputs.ids)
        starts, size = _windows(count)
        tags = np.empty((count, len(TAGS)), dtype=np.float32)
        window_of = np.zeros(count, dtype=np.int64)
        margin = np.full(count, -1, dtype=np.int64)
        pointers = []
        for number, start in enumerate(starts):
            end = min(count, start + size)
            window_tags, window_pointers = self._run(inputs.cut(start, end))
            pointers.append(window_pointers)
            rows = np.arange(start, end)
            before = rows - start if start else np.full(len(rows), count)
            after = end - 1 - rows if end < count else np.full(len(rows), count)
            here = np.minimum(before, after)
            better = here > margin[start:end]
            margin[start:end][better] = here[better]
            window_of[start:end][better] = number
            tags[start:end][better] = window_tags[better]
        return Scores(inputs, tags, window_of, starts, tuple(pointers))

    def _run(self, window: Inputs) -> tuple["NDArray[np.float32]", "NDArray[np.float32]"]:
        import numpy as np

        first, last = self._edges
        ids = np.concatenate(([first], window.ids, [last]))[None]
        features = np.pad(window.features, ((1, 1), (0, 0)))[None]
        tags, pointers = self._session.run(None, {"ids": ids, "features": features})
        return tags[0, 1:-1], pointers[0]


def _section_ends(inputs: Inputs) -> Iterator[int]:
    """Cut at the last paragraph that begins within reach, else where the reach ends."""
    import numpy as np

    count, start = len(inputs.ids), 0
    paragraph_starts = np.flatnonzero(inputs.features[:, 2] == 2)
    while start < count:
        end = start + _SECTION
        if end < count:
            last = paragraph_starts[np.searchsorted(paragraph_starts, end, "right") - 1]
            end = int(last) if last > start + _SECTION // 2 else end
        start = min(end, count)
        yield start


def _windows(count: int) -> tuple[tuple[int, ...], int]:
    """Spread windows of one size over ``count`` pieces.

    Returns:
        The first piece of each window, and their size.
    """
    if count <= _WINDOW:
        return (0,), count
    windows = -(-(count - _OVERLAP) // (_WINDOW - _OVERLAP))
    size = -(-(count + (windows - 1) * _OVERLAP) // windows)
    return tuple(min(i * (size - _OVERLAP), count - size) for i in range(windows)), size


@cache
def load_encoder(folder: Path = _MODEL, threads: int = 1) -> Encoder:
    """Load the tagger from its folder, once for each folder.

    Args:
        folder: holds ``card.json``, and the files it names with their SHA-256.
        threads: how many threads one window may use.

    Raises:
        QuotecliError: a file is missing, or is not the one that the card describes, or
            onnxruntime cannot be used on this machine.
    """
    card = _read_card(folder)
    try:
        hashes = dict(card["files"])
        linking, calibration = dict(card["linking"]), dict(card["calibration"])
        model = _checked(folder / "tagger.onnx", hashes["tagger.onnx"])
        vocabulary = _checked(folder / "vocab.txt", hashes["vocab.txt"])
    except (KeyError, TypeError, ValueError) as error:
        raise QuotecliError(f"the model's card {folder / 'card.json'} is damaged", _HINT) from error
    pieces = WordPieces(vocabulary.decode("utf-8").splitlines())
    return Encoder(model, pieces, linking, calibration, threads)


def _read_card(folder: Path) -> Any:
    path = folder / "card.json"
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise QuotecliError(f"the model's card {path} cannot be read", _HINT) from error
    except ValueError as error:
        raise QuotecliError(f"the model's card {path} is damaged", _HINT) from error


def _checked(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise QuotecliError(f"the model file {path} cannot be read", _HINT) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise QuotecliError(f"the model file {path} is damaged or of another version", _HINT)
    return data


def _open_session(model: bytes, threads: int) -> Any:
    # Else onnxruntime numbers the machine in the user's home and reports to its maker.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only: standard error belongs to us
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own errors share no base class
        raise QuotecliError(f"the model cannot be started: {error}", _HINT) from error
