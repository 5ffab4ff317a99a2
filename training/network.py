"""The tagger: MiniLM's encoder with small input features, a tag head and pointer heads.

Written for training on one CPU core: attention as plain matrix products, dropout masks shared by
all positions of a window (as good a regulariser, and nearly free), one thread.
"""

import hashlib
from pathlib import Path

import torch
from corpus import TAGS
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from quotecli.extraction.inputs import CASINGS, GAPS, MARK_STATES

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, HEADS, LAYERS, POSITIONS = 384, 12, 6, 256
POINTER_WIDTH = 96
FARTHEST = 64  # distances beyond this many pieces count alike
SYNTAX_LAYER = 4  # the auxiliary heads read the output of this many layers
POINTERS = 2  # content to cue, cue to source; a third, token to head, serves training only


def _window_dropout(x: Tensor, share: float, training: bool) -> Tensor:
    if not training:
        return x
    keep = torch.rand(x.shape[0], 1, x.shape[2]) > share
    return x * (keep / (1 - share)).to(x.dtype)


class Layer(nn.Module):
    """One transformer layer in BERT's arrangement."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Map windows × length × width to the same shape; ``bias`` hides padding."""
        windows, length, _ = x.shape
        size = WIDTH // HEADS
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
        mixed = self.attention_out(mixed.reshape(windows, length, WIDTH))
        x = self.attention_norm(x + _window_dropout(mixed, 0.1, self.training))
        wide = self.narrow(functional.gelu(self.widen(x)))
        return self.norm(x + _window_dropout(wide, 0.1, self.training))


class Pointer(nn.Module):
    """Scores, for every piece, how likely each other piece is its target."""

    def __init__(self, count: int, null: tuple[float, ...]) -> None:
        super().__init__()
        self.count = count
        self.query = nn.Linear(WIDTH, count * POINTER_WIDTH)
        self.key = nn.Linear(WIDTH, count * POINTER_WIDTH)
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

    def __init__(self, relations: int = 1, parts: int = 1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.marks = nn.Embedding(len(MARK_STATES), WIDTH)
        self.casing = nn.Embedding(len(CASINGS), WIDTH)
        self.gaps = nn.Embedding(len(GAPS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.mix = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.pointer = Pointer(POINTERS, (-7.0, -2.6))
        self.syntax_mix = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.syntax_pointer = Pointer(1, (-9.0,))
        self.relation = nn.Linear(WIDTH, relations)
        self.part = nn.Linear(WIDTH, parts)
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
        outputs = []
        for layer in self.layers:
            x = layer(x, bias)
            outputs.append(x)
        return outputs

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Give tag log-probabilities and pointer logits of unpadded windows."""
        x = self.encode(ids, features, None)[-1]
        return self.tag(x).log_softmax(-1), self.pointer(self.mix(x))


def load_minilm(tagger: Tagger, path: Path) -> None:
    """Put the published weights into the encoder.

    Raises:
        ValueError: the file is another one.
    """
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise ValueError(f"{path} is not the weights file this training starts from")
    weights = {name: weight.float() for name, weight in load_file(path).items()}

    def put(module: nn.Module, *names: str) -> None:
        with torch.no_grad():
            module.weight.copy_(torch.cat([weights[name + ".weight"] for name in names]))
            if names[0] + ".bias" in weights:
                module.bias.copy_(torch.cat([weights[name + ".bias"] for name in names]))

    put(tagger.words, "embeddings.word_embeddings")
    put(tagger.norm, "embeddings.LayerNorm")
    with torch.no_grad():
        tagger.words.weight += weights["embeddings.token_type_embeddings.weight"][0]
        tagger.positions.weight.copy_(weights["embeddings.position_embeddings.weight"][:POSITIONS])
    for number, layer in enumerate(tagger.layers):
        prefix = f"encoder.layer.{number}."
        put(layer.attention, *(f"{prefix}attention.self.{x}" for x in ("query", "key", "value")))
        put(layer.attention_out, prefix + "attention.output.dense")
        put(layer.attention_norm, prefix + "attention.output.LayerNorm")
        put(layer.widen, prefix + "intermediate.dense")
        put(layer.narrow, prefix + "output.dense")
        put(layer.norm, prefix + "output.LayerNorm")
