"""What a page says twice: pull quotes, captions and standfirsts in the words of the text."""

from collections import defaultdict
from collections.abc import Sequence

from quotecli.documents.paragraphs.units import Form, Unit
from quotecli.text.normalise import fold

_FEWEST_WORDS = 8  # fewer may be said twice
_DASHES = ("—", "–", "-", "―")
_LONGEST_SIGNATURE = 8  # words
_OPENING = ("“", '"', "‘", "'", "«", "„")
_MARKS = "\"'“”‘’«» .,"


def find_repeats(units: Sequence[Unit]) -> frozenset[int]:
    """Give the indices of the units whose words stand in another one, word for word.

    Of two that are the same the first stays; the line that signs a pull quote goes with it.
    A paragraph that begins with a mark stays: whoever speaks may say a thing twice.
    """
    texts = [_plain(unit.text) for unit in units]
    holders: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        words = text.split()
        for start in {0, *range(len(words) - _FEWEST_WORDS + 1)}:
            holders[" ".join(words[start : start + _FEWEST_WORDS])].append(at)
    repeats = {
        at
        for at, unit in enumerate(units)
        if not (unit.form is Form.PROSE and unit.text.startswith(_OPENING))
        and _stands_elsewhere(at, texts, holders)
    }
    signatures = {
        at + 1
        for at in repeats
        if units[at].form is Form.QUOTED and at + 1 < len(units) and _is_signature(units[at + 1])
    }
    return frozenset(repeats | signatures)


def _stands_elsewhere(at: int, texts: Sequence[str], holders: dict[str, list[int]]) -> bool:
    text = texts[at]
    words = text.split(maxsplit=_FEWEST_WORDS)
    if len(words) < _FEWEST_WORDS:
        return False
    return any(
        other != at and text in texts[other] and (len(texts[other]) > len(text) or other < at)
        for other in holders[" ".join(words[:_FEWEST_WORDS])]
    )


def _plain(text: str) -> str:
    """Give a text as it is compared: a pull quote has other marks than the quotation."""
    return " ".join("".join(c for c in fold(text) if c not in _MARKS or c == " ").split())


def _is_signature(unit: Unit) -> bool:
    return unit.text.startswith(_DASHES) and unit.text.count(" ") <= _LONGEST_SIGNATURE
