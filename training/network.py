"""The tagger: a pre-trained encoder with small input features, a tag head and pointer heads.

The one that ships has MiniLM's encoder (Wang et al., NeurIPS 2020), the teacher that it learns from
MPNet's (Song et al., NeurIPS 2020). Written for training on one CPU core: attention as plain matrix
products, dropout masks shared by all positions of a window (as good a regulariser, and nearly
free), one thread.
"""

import hashlib
import math
from pathlib import Path
from typing import NamedTuple

import torch
from corpus import TAGS
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from quotecli.extraction.tagger.inputs import CASINGS, GAPS, MARK_STATES

MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
MPNET_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
HEADS, POSITIONS = 12, 256
POINTER_WIDTH = 96
FARTHEST = 64  # distances beyond this many pieces count alike
POINTERS = 2  # content to cue, cue to source; a third, token to head, serves training only
_BUCKETS, _FARTHEST_BUCKET = 32, 128  # of MPNet's relative positions
_MPNET_SHIFT = 4  # MPNet's vocabulary is BERT's behind four words of its own
_MPNET_SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}  # padding, start, end, mask


class Size(NamedTuple):
    """How large an encoder is.

    ``epsilon`` is that of its normalisations; the auxiliary heads read the output of
    ``syntax_layer`` layers; ``relative`` says that it knows how far apart two pieces are.
    """

    width: int
    layers: int
    syntax_layer: int
    epsilon: float
    relative: bool


TAGGER = Size(width=384, layers=6, syntax_layer=4, epsilon=1e-12, relative=False)
TEACHER = Size(width=768, layers=12, syntax_layer=8, epsilon=1e-5, relative=True)


def _window_dropout(x: Tensor, share: float, training: bool) -> Tensor:
    if not training:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) > share
    return x * (keep / (1 - share)).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer in BERT's arrangement."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        width = size.width
        self.attention = nn.Linear(width, 3 * width)
        self.attention_out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=size.epsilon)
        self.widen = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.norm = nn.LayerNorm(width, eps=size.epsilon)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Map windows × length × width to the same shape.

        ``bias`` is added to the scores of attention: it hides padding, and tells distances.
        """
        windows, length, width = x.shape
        size = width // HEADS
        query, key, value = (
            part.reshape(windows * HEADS, length, size)
            for part in self.attention(x)
            .view(windows, length, 3, HEADS, size)
            .permute(2, 0, 3, 1, 4)
            .unbind(0)
        )
        with torch.autocast("cpu", enabled=False):  # products and softmax in the inputs' type
            scores = torch.bmm(query * size**-0.5, key.transpose(1, 2))
            if bias is not None:
                scores = scores.view(windows, HEADS, length, length) + bias.to(scores.dtype)
                scores = scores.view(windows * HEADS, length, length)
            mixed = torch.bmm(functional.softmax(scores, -1), value)
        mixed = mixed.view(windows, HEADS, length, size).transpose(1, 2)
        mixed = self.attention_out(mixed.reshape(windows, length, width))
        x = self.attention_norm(x + _window_dropout(mixed, 0.1, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.norm(x + _window_dropout(wide, 0.1, self.training))


class Pointer(nn.Module):
    """Scores, for every piece, how likely each other piece is its target."""

    def __init__(self, width: int, count: int, null: tuple[float, ...]) -> None:
        super().__init__()
        self.count = count
        self.query = nn.Linear(width, count * POINTER_WIDTH)
        self.key = nn.Linear(width, count * POINTER_WIDTH)
        self.distance = nn.Embedding(2 * FARTHEST + 1, count)
        self.null = nn.Parameter(torch.tensor(null))

    def forward(self, x: Tensor) -> Tensor:
        """Give windows × pointers × length × length logits; column 0 is "nowhere"."""
        windows, length, _ = x.shape
        query, key = (
            linear(x).view(windows, length, self.count, POINTER_WIDTH).transpose(1, 2)
            for linear in (self.query, self.key)
        )
        scores = query @ key.transpose(-1, -2) * POINTER_WIDTH**-0.5
        at = torch.arange(length, device=x.device)
        apart = (at[None, :] - at[:, None]).clamp(-FARTHEST, FARTHEST) + FARTHEST
        prior = self.distance(apart).permute(2, 0, 1)
        null = self.null[:, None, None].expand(self.count, length, 1)
        return scores + torch.cat([null, prior[:, :, 1:]], 2)


class Tagger(nn.Module):
    """Encoder, tag head and pointers; the heads for syntax are used in training only."""

    def __init__(self, relations: int = 1, parts: int = 1, size: Size = TAGGER) -> None:
        super().__init__()
        width = size.width
        self.size = size
        self.words = nn.Embedding(30522, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.marks = nn.Embedding(len(MARK_STATES), width)
        self.casing = nn.Embedding(len(CASINGS), width)
        self.gaps = nn.Embedding(len(GAPS), width)
        self.norm = nn.LayerNorm(width, eps=size.epsilon)
        self.apart = nn.Embedding(_BUCKETS, HEADS) if size.relative else None
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.tag = nn.Linear(width, len(TAGS))
        self.mix = nn.Sequential(nn.Linear(width, width), nn.GELU())
        self.pointer = Pointer(width, POINTERS, (-7.0, -2.6))
        self.syntax_mix = nn.Sequential(nn.Linear(width, width), nn.GELU())
        self.syntax_pointer = Pointer(width, 1, (-9.0,))
        self.relation = nn.Linear(width, relations)
        self.part = nn.Linear(width, parts)
        for table in (self.marks, self.casing, self.gaps):
            nn.init.normal_(table.weight, std=0.01)
        for pointer in (self.pointer, self.syntax_pointer):
            nn.init.zeros_(pointer.distance.weight)

    def encode(self, ids: Tensor, features: Tensor, present: Tensor | None) -> list[Tensor]:
        """Give the output of every layer."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]]
        x = x + self.marks(features[..., 0]) + self.casing(features[..., 1])
        x = x + self.gaps(features[..., 2])
        x = _window_dropout(self.norm(x), 0.1, self.training)
        bias = None if present is None else ((1 - present) * -1e4)[:, None, None, :]
        if self.apart is not None:
            distances = self.apart(_buckets(ids.shape[1])).permute(2, 0, 1)[None]
            bias = distances if bias is None else bias + distances
        outputs = []
        for layer in self.layers:
            x = layer(x, bias)
            outputs.append(x)
        return outputs

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Give tag log-probabilities and pointer logits of unpadded windows."""
        x = self.encode(ids, features, None)[-1]
        return self.tag(x).log_softmax(-1), self.pointer(self.mix(x))


def _buckets(length: int) -> Tensor:
    """Give the bucket of each pair of positions, as T5 counts them (Raffel et al., JMLR 2020)."""
    at = torch.arange(length)
    back = at[:, None] - at[None, :]
    half, exact = _BUCKETS // 2, _BUCKETS // 4
    steps = back.abs()
    log = torch.log(steps.clamp(min=1) / exact) / math.log(_FARTHEST_BUCKET / exact)
    far = (exact + (log * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(steps < exact, steps, far) + half * (back < 0)


def load_minilm(tagger: Tagger, path: Path) -> None:
    """Put MiniLM's published weights into the encoder.

    Raises:
        ValueError: the file is another one.
    """
    weights = _published(path, MINILM_SHA256)
    with torch.no_grad():
        tagger.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        tagger.words.weight += weights["embeddings.token_type_embeddings.weight"][0]
        tagger.positions.weight.copy_(weights["embeddings.position_embeddings.weight"][:POSITIONS])
    _put(weights, tagger.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(tagger.layers):
        prefix = f"encoder.layer.{number}."
        parts = (f"{prefix}attention.self.{part}" for part in ("query", "key", "value"))
        _put(weights, layer.attention, *parts)
        _put(weights, layer.attention_out, prefix + "attention.output.dense")
        _put(weights, layer.attention_norm, prefix + "attention.output.LayerNorm")
        _put_rest(weights, layer, prefix)


def load_mpnet(teacher: Tagger, path: Path) -> None:
    """Put MPNet's published weights into the encoder, its words in the order of BERT's.

    Raises:
        ValueError: the file is another one.
    """
    weights = _published(path, MPNET_SHA256)
    rows = torch.arange(30522) + _MPNET_SHIFT
    for ours, theirs in _MPNET_SPECIAL.items():
        rows[ours] = theirs
    with torch.no_grad():
        teacher.words.weight.copy_(weights["embeddings.word_embeddings.weight"][rows])
        # Its first two positions are for padding.
        positions = weights["embeddings.position_embeddings.weight"][2 : POSITIONS + 2]
        teacher.positions.weight.copy_(positions)
        teacher.apart.weight.copy_(weights["encoder.relative_attention_bias.weight"])
    _put(weights, teacher.norm, "embeddings.LayerNorm")
    for number, layer in enumerate(teacher.layers):
        prefix = f"encoder.layer.{number}."
        _put(weights, layer.attention, *(f"{prefix}attention.attn.{part}" for part in "qkv"))
        _put(weights, layer.attention_out, prefix + "attention.attn.o")
        _put(weights, layer.attention_norm, prefix + "attention.LayerNorm")
        _put_rest(weights, layer, prefix)


def _published(path: Path, sha256: str) -> dict[str, Tensor]:
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{path} is not the weights file this training starts from")
    return {name: weight.float() for name, weight in load_file(path).items()}


def _put_rest(weights: dict[str, Tensor], layer: Layer, prefix: str) -> None:
    _put(weights, layer.widen, prefix + "intermediate.dense")
    _put(weights, layer.narrow, prefix + "output.dense")
    _put(weights, layer.norm, prefix + "output.LayerNorm")


def _put(weights: dict[str, Tensor], module: nn.Module, *names: str) -> None:
    with torch.no_grad():
        module.weight.copy_(torch.cat([weights[name + ".weight"] for name in names]))
        module.bias.copy_(torch.cat([weights[name + ".bias"] for name in names]))
