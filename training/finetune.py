"""Fine-tuning of the tagger on labelled documents."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch
from augment import Shares, vary
from corpus import IGNORED, NOWHERE, TAGS, Array, Document, Example, Labels, example
from layouts import datelined, made_up, stock_of
from network import FARTHEST, POSITIONS, Tagger
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from quotecli.extraction.tagger.wordpiece import WordPieces

_WEIGHTS = (1.0, 0.4, 0.3)  # of tags, pointers to the cue, pointers to the source


@dataclass(frozen=True)
class Recipe:
    """How a stage of training goes."""

    epochs: float = 4.0
    rate: float = 4e-4
    head_rate: float = 2e-3
    batch: int = 16
    overlap: int = 32
    warm_up: float = 0.05
    syntax: float = 0.15  # weight of the auxiliary losses
    masked: float = 0.0  # share of pieces shown as [MASK], so that no single word decides
    datelined: float = 0.0  # share of documents that get a dateline or label
    made_up: int = 0  # documents in rare layouts, made up anew for every epoch
    taught: float = 0.0  # weight of what a teacher thinks; the rest is that of the annotators
    hidden: float = 0.0  # weight of the distance from the teacher's last layer
    plain: int = 0  # articles without labels, drawn anew for every epoch
    shares: Shares = field(default_factory=Shares)
    seed: int = 1


class _Batch(NamedTuple):
    ids: Tensor
    features: Tensor
    present: Tensor | None
    inside: Tensor  # windows × length: neither padding nor a window's first and last piece
    tags: Tensor
    targets: Tensor
    relations: Tensor
    parts: Tensor
    taught: Tensor  # windows × 1: the weight of what a teacher thinks
    away: Tensor  # windows: whether they are of other documents than the corpus


class _Window(NamedTuple):
    example: Example
    start: int
    end: int


def init_distances(tagger: Tagger, examples: Sequence[Example]) -> None:
    """Start the pointers' distance prior from the logarithms of the observed frequencies."""
    counts = np.full((3, 2 * FARTHEST + 1), 0.3)
    for one in examples:
        for pointer, targets in enumerate(one.targets):
            rows = np.flatnonzero(targets >= 0)
            steps = np.clip(targets[rows] - rows, -FARTHEST, FARTHEST) + FARTHEST
            np.add.at(counts[pointer], steps, 1)
    counts[:, [0, -1]] /= 60  # these two stand for many distances each
    logs = torch.tensor(np.log(counts / counts.sum(1, keepdims=True)).T, dtype=torch.float32)
    with torch.no_grad():
        tagger.pointer.distance.weight.copy_(logs[:, :2])
        tagger.syntax_pointer.distance.weight.copy_(logs[:, 2:])


def finetune(
    tagger: Tagger,
    documents: Sequence[Document],
    pieces: WordPieces,
    labels: Labels,
    recipe: Recipe,
    *,
    teacher: Tagger | None = None,
    elsewhere: Tagger | None = None,
    plain: Sequence[Document] = (),
    report: Callable[[str], None],
) -> None:
    """Train the tagger in place.

    With a teacher, it learns the teacher's distributions as well (Hinton, Vinyals and Dean, 2015):
    they tell how likely each wrong answer is, which one gold answer does not. Of ``plain``
    articles, which nobody labelled, it learns what the teacher thinks alone; there the teacher
    cannot say by heart what it was taught. Its last layer, through a linear map, is a further
    target (Jiao et al., "TinyBERT", Findings of EMNLP 2020). Of documents that are not of the
    corpus (those with a weight ``taught`` of their own) the teacher ``elsewhere`` tells, if there
    is one: what it has learned of other news need not change what is learned of the corpus.
    """
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    bridge = None if teacher is None else nn.Linear(tagger.size.width, teacher.size.width)
    optimiser = _optimiser(tagger, bridge, recipe)
    stock = stock_of(documents)
    epoch = [*documents, *plain[: recipe.plain]]
    steps = max(1, int(_steps_per_epoch(epoch, pieces, labels, recipe) * recipe.epochs))

    def factor(step: int) -> float:
        warm = step / max(1.0, steps * recipe.warm_up)
        return min(warm, max(0.0, (1 - step / steps) / (1 - recipe.warm_up)))

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, factor)
    tagger.train()
    began, step, losses = time.monotonic(), 0, []
    report(f"{steps} steps")
    while step < steps:
        shown = [*documents, *made_up(stock, recipe.made_up, random)]
        if recipe.datelined:
            shown = [
                datelined(d, random) if random.random() < recipe.datelined else d for d in shown
            ]
        if recipe.plain:
            drawn = random.permutation(len(plain))[: recipe.plain]
            shown = [*shown, *(plain[i] for i in drawn)]
        varied = [example(vary(d, recipe.shares, random), pieces, labels) for d in shown]
        for batch in _batches(varied, recipe, random):
            if step >= steps:
                break
            if recipe.masked:
                hidden = torch.rand(batch.ids.shape) < recipe.masked
                batch.ids[hidden & (batch.ids > 102)] = 103  # [MASK]; not the special pieces
            scores, last = _scores(tagger, batch)
            terms = _terms(scores, batch)
            loss = _total(terms, recipe)
            if teacher is not None and bridge is not None:
                with torch.no_grad():
                    opinion, wanted = _opinion(teacher, elsewhere or teacher, batch)
                taught = _distance(scores, opinion, batch)
                apart = _apart(bridge(last[batch.inside].float()), wanted[batch.inside])
                loss = loss + taught + recipe.hidden * apart
                terms += [taught.detach(), apart.detach()]
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(tagger.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            losses.append([float(term.detach()) for term in terms])
            if step % 25 == 0:
                means = " ".join(f"{x:.4f}" for x in np.mean(losses[-25:], axis=0))
                report(f"step {step} of {steps}, {time.monotonic() - began:.0f} s, losses {means}")
    tagger.eval()


def _optimiser(tagger: Tagger, bridge: nn.Module | None, recipe: Recipe) -> torch.optim.Optimizer:
    """Let the encoder learn at a lower rate than what is new: the heads and the bridge."""
    encoder, heads = [], [] if bridge is None else list(bridge.parameters())
    for name, parameter in tagger.named_parameters():
        body = name.split(".")[0] in {"words", "positions", "norm", "layers"}
        (encoder if body else heads).append(parameter)
    groups = [
        {"params": encoder, "lr": recipe.rate},
        {"params": heads, "lr": recipe.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


class _Scores(NamedTuple):
    """What a tagger says of a batch, as logits: windows × length × classes, or × length."""

    tags: Tensor
    to_cue: Tensor
    to_source: Tensor
    heads: Tensor
    relations: Tensor
    parts: Tensor


def _scores(tagger: Tagger, batch: _Batch) -> tuple[_Scores, Tensor]:
    """Give the answers, and the last layer that they come from."""
    with torch.autocast("cpu", torch.bfloat16):
        layers = tagger.encode(batch.ids, batch.features, batch.present)
        pointers = tagger.pointer(tagger.mix(layers[-1]))
        tree = tagger.syntax_mix(layers[tagger.size.syntax_layer - 1])
        scores = _Scores(
            tagger.tag(layers[-1]),
            pointers[:, 0],
            pointers[:, 1],
            tagger.syntax_pointer(tree)[:, 0],
            tagger.relation(tree),
            tagger.part(tree),
        )
        return scores, layers[-1]


def _opinion(teacher: Tagger, elsewhere: Tagger, batch: _Batch) -> tuple[_Scores, Tensor]:
    """Ask each teacher about its own windows."""
    if teacher is elsewhere or not batch.away.any():
        return _scores(teacher, batch)
    if batch.away.all():
        return _scores(elsewhere, batch)
    whole: list[Tensor] = []
    for one, rows in ((teacher, ~batch.away), (elsewhere, batch.away)):
        part = batch._replace(
            ids=batch.ids[rows],
            features=batch.features[rows],
            present=None if batch.present is None else batch.present[rows],
        )
        scores, last = _scores(one, part)
        for at, values in enumerate((*scores, last)):
            if at == len(whole):
                whole.append(values.new_zeros((len(rows), *values.shape[1:])))
            whole[at][rows] = values
    return _Scores(*whole[:-1]), whole[-1]


def _gold(batch: _Batch) -> tuple[Tensor, ...]:
    """Give the gold classes in the order of ``_Scores``."""
    return (batch.tags, *batch.targets.unbind(1), batch.relations, batch.parts)


def _terms(scores: _Scores, batch: _Batch) -> list[Tensor]:
    """Give the cross entropy of each kind of answer, as far as the annotators count."""

    def entropy(logits: Tensor, gold: Tensor) -> Tensor:
        known = gold != IGNORED
        if not known.any():
            return logits.sum() * 0.0
        apart = functional.cross_entropy(logits[known].float(), gold[known], reduction="none")
        return ((1 - batch.taught).expand_as(gold)[known] * apart).mean()

    return [entropy(logits, gold) for logits, gold in zip(scores, _gold(batch), strict=True)]


def _total(terms: Sequence[Tensor], recipe: Recipe) -> Tensor:
    weights = (*_WEIGHTS, recipe.syntax, recipe.syntax, recipe.syntax / 2)
    return torch.stack([w * term for w, term in zip(weights, terms, strict=True)]).sum()


def _distance(scores: _Scores, opinion: _Scores, batch: _Batch) -> Tensor:
    """Give the cross entropy with a teacher's tags, and with its pointers where it sees a span.

    As far as the teacher counts.
    """
    best = opinion.tags.argmax(-1)
    content, cue = (
        batch.inside & (best >= TAGS.index(f"B-{role}")) & (best <= TAGS.index(f"I-{role}"))
        for role in ("content", "cue")
    )
    total = torch.zeros(())
    rows = (batch.inside, content, cue)
    for weight, logits, taught, known in zip(_WEIGHTS, scores, opinion, rows, strict=False):
        if known.any():
            wanted = taught[known].float().softmax(-1)
            apart = functional.cross_entropy(logits[known].float(), wanted, reduction="none")
            total = total + weight * (batch.taught.expand_as(known)[known] * apart).mean()
    return total


def _apart(layer: Tensor, wanted: Tensor) -> Tensor:
    """Give the mean squared distance of two layers' normalised outputs, pieces × width."""
    width = layer.shape[-1:]
    return functional.mse_loss(
        functional.layer_norm(layer, width), functional.layer_norm(wanted.float(), width)
    )


def _steps_per_epoch(
    documents: Sequence[Document], pieces: WordPieces, labels: Labels, recipe: Recipe
) -> int:
    plain = [example(d, pieces, labels) for d in documents]
    return sum(1 for _ in _batches(plain, recipe, np.random.default_rng(0)))


def _batches(
    examples: Sequence[Example], recipe: Recipe, random: np.random.Generator
) -> Iterator[_Batch]:
    """Cut the examples into overlapping windows, and batch those of like length."""
    windows = [w for one in examples for w in _windows(one, recipe.overlap, random)]
    order = random.permutation(len(windows))
    batches: list[list[_Window]] = []
    pool = recipe.batch * 16
    for at in range(0, len(order), pool):
        alike = sorted((windows[i] for i in order[at : at + pool]), key=lambda w: w.end - w.start)
        batches += [alike[i : i + recipe.batch] for i in range(0, len(alike), recipe.batch)]
    for at in random.permutation(len(batches)):
        yield _stack(batches[at], recipe.taught)


def _windows(one: Example, overlap: int, random: np.random.Generator) -> Iterator[_Window]:
    """The first window ends at a random place, so that every epoch cuts elsewhere."""
    count, room = len(one.tags), POSITIONS - 2
    if count <= room:
        yield _Window(one, 0, count)
        return
    start, end = 0, int(random.integers(overlap + 16, room))
    while True:
        yield _Window(one, start, end)
        if end >= count:
            return
        start = end - overlap
        end = min(count, start + room)


def _stack(windows: Sequence[_Window], taught: float) -> _Batch:
    longest = max(w.end - w.start for w in windows) + 2
    length = min(POSITIONS, longest + -longest % 16)
    shape = (len(windows), length)
    ids = np.zeros(shape, dtype=np.int64)
    features = np.zeros((*shape, 3), dtype=np.int64)
    present = np.zeros(shape, dtype=np.float32)
    within = np.zeros(shape, dtype=bool)
    labels = {name: np.full(shape, IGNORED) for name in ("tags", "relations", "parts")}
    targets = np.full((len(windows), 3, length), IGNORED)
    for row, (one, start, end) in enumerate(windows):
        size = end - start
        inside = slice(1, size + 1)
        ids[row, 0], ids[row, size + 1] = 101, 102  # [CLS], [SEP]
        ids[row, inside] = one.inputs.ids[start:end]
        features[row, inside] = one.inputs.features[start:end]
        present[row, : size + 2] = 1
        within[row, inside] = True
        for name, values in labels.items():
            values[row, inside] = getattr(one, name)[start:end]
        targets[row, :, inside] = _relative(one.targets[:, start:end], start, end)
    tensors = [torch.from_numpy(labels[n]) for n in ("tags", "relations", "parts")]
    weights = [taught if w.example.taught is None else w.example.taught for w in windows]
    return _Batch(
        torch.from_numpy(ids),
        torch.from_numpy(features),
        None if present.all() else torch.from_numpy(present),
        torch.from_numpy(within),
        tensors[0],
        torch.from_numpy(targets),
        *tensors[1:],
        torch.tensor(weights, dtype=torch.float32).unsqueeze(1),
        torch.tensor([w.example.taught is not None for w in windows]),
    )


def _relative(targets: Array, start: int, end: int) -> NDArray[np.int64]:
    """Count targets from the window's [CLS], which also stands for "nowhere"."""
    within = (targets >= start) & (targets < end)
    return np.where(within, targets - start + 1, np.where(targets == NOWHERE, 0, IGNORED))
