"""The model's folder: weights, vocabulary, card for the program, card for people."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from calibrate import Bin
from evaluate import Table
from network import MINILM_SHA256, MPNET_SHA256

from quotecli.extraction.tagger.linking import Weights

_FILES = ("tagger.onnx", "vocab.txt")
_TEXT = """\
# The tagger's card

Written by `training/train.py`; do not edit.

- **What it is**: all-MiniLM-L6-v2 (6 layers of 384, Apache-2.0; safetensors SHA-256
  `{base}`), fine-tuned to tag sources, cues and contents and to point from content to cue and
  from cue to source. ONNX, eight-bit weights, {size:.1f} MB.
- **Data**: PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), train part: {documents} articles
  of American politics, 2015 and 2016. The data names no licence; the articles belong to their
  publishers. No sentence of them is shipped. And {plain} British articles of 2004 and 2005 without
  labels (news-articles-dataset, MIT; see training/README.md), of which the teacher told. And
  {own} articles of other news with labels of our own, made by a large language model
  (training/labels): British news of 2004 and 2005 and of 2022, newspapers of some 60 countries, a
  student paper, web pages of some 200 outlets, news and opinion of some 270 American and British
  outlets, a news agency of 1987.
- **Recipe**: {recipe}
- **Teacher**: all-mpnet-base-v2 (12 layers of 768, Apache-2.0; safetensors SHA-256
  `{teacher}`), fine-tuned on the same articles; from the fourth stage on its distributions count
  for seven, then nine tenths of the loss (four for our own articles), from the sixth on its last
  layer as well. In the last six stages two such teachers tell of PolNeAR, and of other news the
  same two after they had learned some of our own labels. What ships is the mean of the weights of
  the last two stages. The teachers are not shipped.
- **Linking weights and confidence** were fitted on {held_out} training articles that the first
  stage had not seen, with that stage's weights; the later stages then learned from them as well.
  Confidence was then shifted and scaled (two numbers) on PolNeAR’s dev part, for the shipped
  weights. Which weights are averaged was chosen there too.
- **Known weaknesses**: claims whose cue is a noun or a rare verb; where a claim ends when a
  relative clause or a list follows; speech without marks in other layouts than news;
  languages other than English. Thoughts, wishes and intentions are found as claims are. On
  processors without VNNI eight-bit sums may saturate: on an emulated one (QEMU's Haswell) six dev
  articles gave the same figures.

## Right links (F1), as `training/evaluate.py` counts them

{table}

## Confidence on the dev part (five folds)

| confidence | links | right |
|---|---|---|
{bins}

## Files

{files}
"""


class Facts(NamedTuple):
    """What the card tells about the training."""

    documents: int
    plain: int
    held_out: int
    own: int
    recipe: str
    tables: Mapping[str, Table]
    bins: tuple[Bin, ...]


def write_model(
    folder: Path,
    tagger: Path,
    vocabulary: str,
    fitted: tuple[Weights, dict[str, float]],
    facts: Facts,
) -> None:
    """Write the folder that ``quotecli.extraction.tagger.encoder.load_encoder`` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(tagger, folder / "tagger.onnx")
    (folder / "vocab.txt").write_text(vocabulary, encoding="utf-8", newline="\n")
    hashes = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _FILES}
    linking, calibration = fitted
    card: dict[str, Any] = {
        "files": hashes,
        "linking": asdict(linking),
        "calibration": calibration,
        "base": {"name": "all-MiniLM-L6-v2", "sha256": MINILM_SHA256},
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(
        _TEXT.format(
            base=MINILM_SHA256,
            teacher=MPNET_SHA256,
            size=(folder / "tagger.onnx").stat().st_size / 1e6,
            documents=facts.documents,
            plain=facts.plain,
            held_out=facts.held_out,
            own=facts.own,
            recipe=facts.recipe,
            table=_table(facts.tables),
            bins="\n".join(
                f"| {b.low:.1f} to {b.low + 0.1:.1f} | {b.links} | {b.right:.2f} |"
                for b in facts.bins
            ),
            files="\n".join(f"- `{name}`: SHA-256 `{value}`" for name, value in hashes.items()),
        ),
        encoding="utf-8",
    )


def _table(tables: Mapping[str, Table]) -> str:
    lines = ["| weights, articles | all | quoted | claims |", "|---|---|---|---|"]
    for name, table in tables.items():
        figures = " | ".join(f"{100 * x:.1f}" for x in table)
        lines.append(f"| {name} | {figures} |")
    return "\n".join(lines)
