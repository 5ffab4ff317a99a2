"""Whose statement may be whose copy, as far as the names filed tell."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.text.names import name_key
from quotecli.text.sameness.spelling import one_spelling


class Voice(NamedTuple):
    """The speakers of a statement for comparing: one key per name, in a fixed order.

    A statement by nobody named has none.
    """

    keys: tuple[tuple[str, ...], ...]

    @property
    def surnames(self) -> str:
        """What all names of these speakers share, however full they are."""
        return ";".join(key[-1] for key in self.keys)

    @property
    def fullness(self) -> int:
        """How much the names tell: "Vladimir Putin" more than "Putin"; 0 for nobody."""
        return sum(len(word) for key in self.keys for word in key)


def voice_of(names: Sequence[str]) -> Voice:
    """Give the voice of the names that a statement is filed under."""
    keys = (name_key(name) for name in names)
    return Voice(tuple(sorted(tuple(map(one_spelling, key)) for key in keys if key)))


def covers(fuller: Voice, barer: Voice) -> bool:
    """Tell whether ``barer`` says nothing about who spoke that ``fuller`` does not say.

    "Vladimir Putin" covers "Putin" and "V. Putin", and neither covers him: what two names have in
    common with a third, barer one does not make them one person. Nobody is covered by everybody.
    """
    if not barer.keys:
        return True
    if len(fuller.keys) != len(barer.keys):
        return False
    return all(_is_shortened(b, f) for f, b in zip(fuller.keys, barer.keys, strict=True))


def _is_shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if short[-1] != full[-1]:
        return False
    rest = iter(full[:-1])
    return all(any(_abbreviates(word, other) for other in rest) for word in short[:-1])


def _abbreviates(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word))
