"""What rules out, at little cost, that two wordings are the same statement.

To lay two wordings side by side takes a hundred times as long as to look at their sketches. Of a
formula that somebody uses again and again with another number or name, thousands would have to be
laid beside each other.
"""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from quotecli.model import Kind
from quotecli.text.sameness.classes import DOUBLET_STEMS, is_guarded
from quotecli.text.sameness.judge import (
    FEWEST_CONTENT,
    FEWEST_CUT,
    LEAST_SHARED,
    LONGEST,
    WORDS_PER_ADDED,
    is_big,
    quoted_part,
    say_the_same,
)
from quotecli.text.sameness.spelling import stem
from quotecli.text.sameness.words import Wording, content_stems

_NO_NAMES: frozenset[str] = frozenset()


class Sketch(NamedTuple):
    """What of a wording is enough to see that most others are another statement.

    Attributes:
        norms: its words as they are compared.
        text: the same as one string, with a blank before and behind each.
        joined: the same without blanks.
        stems: how often it has each stem of a word that says what it is about.
        guarded: its numbers, negations and all else that may not be changed.
        has_gap: whether marks of omission stand in it.
        is_edited: whether they or brackets do.
        quoted: of a mixed quotation the words in marks, as ``text``; of any other one ``None``.
    """

    norms: tuple[str, ...]
    text: str
    joined: str
    stems: Mapping[str, int]
    guarded: frozenset[str]
    has_gap: bool
    is_edited: bool
    quoted: str | None


def sketch_of(wording: Wording) -> Sketch:
    """Take from a wording what ``may_be_same`` looks at."""
    norms = wording.norms
    has_gap = any(word.gap for word in wording.words)
    return Sketch(
        norms=norms,
        text=_blanked(norms),
        joined="".join(norms),
        stems=Counter(content_stems(wording.words)),
        guarded=frozenset(filter(is_guarded, norms)),
        has_gap=has_gap,
        is_edited=has_gap or any(word.added for word in wording.words),
        quoted=_blanked(quoted_part(wording)[0].norms) if wording.kind is Kind.MIXED else None,
    )


def may_be_same(one: Sketch, other: Sketch) -> bool:
    """Tell whether ``judge.likeness`` has to be asked; without it they are different."""
    if one.joined == other.joined:
        return True
    long, short = sorted((one, other), key=lambda sketch: (-len(sketch.norms), sketch.norms))
    if len(long.norms) > LONGEST:
        return False
    return _may_be_plainly(long, short) or _may_be_by_quoted_part(one, other)


def _may_be_by_quoted_part(one: Sketch, other: Sketch) -> bool:
    if one.quoted is None and other.quoted is None:
        return False
    first = one.text if one.quoted is None else one.quoted
    second = other.text if other.quoted is None else other.quoted
    return first in second or second in first


def _may_be_plainly(long: Sketch, short: Sketch) -> bool:
    wanted = sum(short.stems.values())
    if len(short.norms) < FEWEST_CUT or wanted < FEWEST_CONTENT:
        return False
    if short.text in long.text:
        return True
    if not long.has_gap and any(norm not in long.joined for norm in short.guarded):
        return False
    has = long.stems
    shared = sum(min(count, has.get(stem, 0)) for stem, count in short.stems.items())
    if shared < max(LEAST_SHARED * wanted, FEWEST_CONTENT):
        return False
    return long.is_edited or short.is_edited or not _says_another_thing(long, short)


def _says_another_thing(long: Sketch, short: Sketch) -> bool:
    """Tell whether the shorter one has a word that the longer one says in no way at all.

    Such a word can only have been put in, which few words may, and nothing may have gone in its
    place.
    """
    known = set(long.norms)
    foreign = [
        at
        for at, norm in enumerate(short.norms)
        if norm not in known and is_big(norm) and not _is_said(norm, long)
    ]
    if len(foreign) > len(short.norms) // WORDS_PER_ADDED:
        return True
    return len(foreign) == 1 and _stands_for_another(long, short, foreign[0])


def _is_said(norm: str, sketch: Sketch) -> bool:
    """Tell whether a word may have a partner in a wording, or be a part of a longer word there."""
    if norm in sketch.joined:
        return True
    # Forms and misprints of a word begin as it does: most need not be looked at.
    has_doublets = stem(norm) in DOUBLET_STEMS
    return any(
        say_the_same(norm, other, _NO_NAMES)
        for other in sketch.norms
        if has_doublets or other[:1] == norm[:1]
    )


def _stands_for_another(long: Sketch, short: Sketch, at: int) -> bool:
    """Tell whether all but one word stands in the longer one, and there another word for that one.

    Then no way of laying the two side by side costs less than an exchange of these two words,
    unless it is to leave the foreign one out and have the others side by side, too.
    """
    before, after = _blanked(short.norms[:at]), _blanked(short.norms[at + 1 :])
    if at in {0, len(short.norms) - 1} or before + after[1:] in long.text:
        return False
    start = long.text.find(before)
    while start >= 0:
        behind = long.text.find(" ", start + len(before))
        if behind >= 0 and long.text.startswith(after, behind):
            return True
        start = long.text.find(before, start + 1)
    return False


def _blanked(norms: tuple[str, ...]) -> str:
    return f" {' '.join(norms)} "
