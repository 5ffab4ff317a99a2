"""What the differences between two wordings mean, one by one and in words."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotecli.model import Change, Compared, Difference
from quotecli.search.verifying.align import Alignment, Step, Tag, alike
from quotecli.search.verifying.lexicon import (
    FUNCTION_WORDS,
    HEDGES,
    LIMITS,
    MODALS,
    NUMBER_WORDS,
    POINTING,
    PRONOUNS,
    QUANTITIES,
    expanded,
    is_negation,
    is_number,
    is_written_otherwise,
)
from quotecli.search.verifying.passages import Passage
from quotecli.search.verifying.words import Piece

_GRAVITY = {
    kind: rank
    for rank, kind in enumerate(
        (
            Change.NEGATION,
            Change.NUMBER,
            Change.MODAL,
            Change.CONDITION,
            Change.QUANTITY,
            Change.REPLACED,
            Change.DROPPED,
            Change.ADDED,
            Change.ORDER,
            Change.CONTRACTION,
            Change.BRACKETS,
            Change.ELLIPSIS,
        )
    )
}
_CLASSES: tuple[tuple[Change, Callable[[str], bool]], ...] = (
    (Change.NEGATION, is_negation),
    (Change.NUMBER, is_number),
    (Change.MODAL, lambda key: key in MODALS),
    (Change.CONDITION, lambda key: key in LIMITS or key in HEDGES),
    (Change.QUANTITY, lambda key: key in QUANTITIES),
)
_DENYING_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti")
_SHORTEST_DENIED = 3
_FEW = 3  # words; so few under an ellipsis stand within one clause


class _Told(NamedTuple):
    """A word of either side: its key and the word as it stands there."""

    key: str
    shown: str


class Reading(NamedTuple):
    """An alignment understood.

    Attributes:
        differences: the gravest first.
        comparison: both wordings side by side, in order.
        gaps: for each mark of ellipsis the stretch of the record that it leaves out.
        is_exact: whether nothing differs but what marks of ellipsis and brackets own up to.
        is_shift: whether there are only such changes as reporting makes: pronouns, tense, endings.
    """

    differences: tuple[Difference, ...]
    comparison: tuple[Compared, ...]
    gaps: tuple[tuple[int, int], ...]
    is_exact: bool
    is_shift: bool


def read_alignment(
    alignment: Alignment, pieces: Sequence[Piece], typed: str, passage: Passage
) -> Reading:
    """Name what differs."""
    differences: list[Difference] = []
    comparison: list[Compared] = []
    gaps: list[tuple[int, int]] = []
    is_exact = True
    slips: list[tuple[list[_Told], list[_Told]]] = []
    for steps in _runs(alignment.steps):
        tag = steps[0].tag
        first, last = steps[0].first, steps[-1].last
        begin, end = steps[0].begin, steps[-1].end
        query, record = _typed(typed, pieces, first, last), passage.read(begin, end)
        comparison.append(Compared(record, query, tag is Tag.SAME))
        if tag is Tag.SAME:
            continue
        left = [_Told(passage.keys[n], passage.read(n, n + 1)) for n in range(begin, end)]
        right = [
            _Told(key, _typed(typed, pieces, n, n + 1) if len(pieces[n].keys) == 1 else key)
            for n in range(first, last)
            for key in pieces[n].keys
        ]
        if tag is Tag.GAP:
            gaps.append((begin, end))
            if left:
                note = f"the ellipsis leaves out “{record}”"
                differences.append(Difference(Change.ELLIPSIS, record, query, note))
        elif tag is Tag.BRACKET:
            differences.append(_bracket(left, right, record, query))
            is_exact = is_exact and differences[-1].kind is Change.BRACKETS
        else:
            is_exact = False
            slips.append((left, right))
            differences += _named(left, right)
    differences = _moved(differences)
    return Reading(
        differences=tuple(sorted(differences, key=lambda d: _GRAVITY[d.kind])),
        comparison=tuple(comparison),
        gaps=tuple(gaps),
        is_exact=is_exact,
        is_shift=_is_reported(slips) and all(d.kind is not Change.ORDER for d in differences),
    )


def changes_meaning(keys: Sequence[str]) -> str | None:
    """Give the first of some left-out words without which the rest may mean something else."""
    for key in keys:
        if is_negation(key) or key in LIMITS or key in HEDGES:
            return key
    return next((key for key in keys if key in MODALS), None) if len(keys) <= _FEW else None


def _runs(steps: Sequence[Step]) -> list[list[Step]]:
    """Put steps together that make one difference."""
    runs: list[list[Step]] = []
    slips = {Tag.REPLACED, Tag.ADDED, Tag.DROPPED}
    for step in steps:
        if runs and step.tag in slips and runs[-1][-1].tag in slips:
            runs[-1].append(step)
        else:
            runs.append([step])
    return runs


def _named(left: Sequence[_Told], right: Sequence[_Told]) -> list[Difference]:
    """Name the differences between some words of the record and those typed in their place."""
    if left and right and is_written_otherwise(_keys(left), _keys(right)):
        record, query = _shown(left), _shown(right)
        note = f"“{record}” → “{query}”, written otherwise"
        return [Difference(Change.CONTRACTION, record, query, note)]
    if Counter(_keys(left)) == Counter(_keys(right)):
        record, query = _shown(left), _shown(right)
        return [
            Difference(Change.ORDER, record, query, f"“{record}” → “{query}”, in another order")
        ]
    left, right = _without_common(left, right)
    found: list[Difference] = []
    for kind, belongs in _CLASSES:
        mine = [word for word in left if belongs(word.key)]
        yours = [word for word in right if belongs(word.key)]
        if not mine and not yours:
            continue
        left = [word for word in left if word not in mine]
        right = [word for word in right if word not in yours]
        if kind is Change.NEGATION:
            mine, left, yours, right = _with_bases(mine, left, yours, right)
        if kind is Change.NUMBER and _is_same_number(mine, yours):
            kind = Change.REPLACED  # noqa: PLW2901
        found.append(_difference(kind, _shown(mine), _shown(yours)))
    if left or right:
        kind = Change.REPLACED if left and right else Change.DROPPED if left else Change.ADDED
        if len(left) == len(right) == 1 and _is_denied(left[0].key, right[0].key):
            kind = Change.NEGATION
        found.append(_difference(kind, _shown(left), _shown(right)))
    return found


def _difference(kind: Change, record: str, query: str) -> Difference:
    bare = kind is Change.NUMBER and any(map(str.isdecimal, (*record, *query)))
    mine, yours = (record, query) if bare else (f"“{record}”", f"“{query}”")
    if record and query:
        note = f"{mine} → {yours}"
    else:
        note = f"{mine} was dropped" if record else f"{yours} was added"
    return Difference(kind, record, query, note)


def _with_bases(
    mine: list[_Told], left: list[_Told], yours: list[_Told], right: list[_Told]
) -> tuple[list[_Told], list[_Told], list[_Told], list[_Told]]:
    """Show "can't" → "can" as one difference, and not as one word dropped and one added."""
    for denying, others in ((mine, right), (yours, left)):
        if len(denying) == 1 and denying[0].key.endswith("n't"):
            base = expanded((denying[0].key,))[0]
            partner = next((word for word in others if word.key == base), None)
            if partner is not None and others is right and not yours:
                yours, right = [partner], [word for word in right if word is not partner]
            elif partner is not None and others is left and not mine:
                mine, left = [partner], [word for word in left if word is not partner]
    return mine, left, yours, right


def _without_common(
    left: Sequence[_Told], right: Sequence[_Told]
) -> tuple[list[_Told], list[_Told]]:
    """Leave out words that both sides have, in whatever order."""
    common = Counter(_keys(left)) & Counter(_keys(right))
    kept = []
    for words in (left, right):
        spare = common.copy()
        side = []
        for word in words:
            if spare[word.key]:
                spare[word.key] -= 1
            else:
                side.append(word)
        kept.append(side)
    return kept[0], kept[1]


def _bracket(left: Sequence[_Told], right: Sequence[_Told], record: str, query: str) -> Difference:
    """Judge what a bracket stands for: an explanation is harmless, another statement is not."""
    keys, typed = set(_keys(left)), set(_keys(right))
    for kind, belongs in _CLASSES[:4]:
        changed = [word for word in left if belongs(word.key) and word.key not in typed]
        put_in = [word for word in right if belongs(word.key) and word.key not in keys]
        # "[the two men]" for "they" says who is meant; "[15]" for "50" does not.
        if changed or (put_in and kind is not Change.NUMBER):
            return _difference(kind, _shown(changed), _shown(put_in))
    explains = keys <= POINTING | typed
    ending = len(left) == len(right) == 1 and alike(left[0].key, right[0].key)
    if not left:
        note = f"{query} is put in"
        return Difference(Change.BRACKETS, record, query, note)
    note = f"“{record}” → {query}"
    kind = Change.BRACKETS if explains or ending else Change.REPLACED
    return Difference(kind, record, query, note)


def _moved(differences: Sequence[Difference]) -> list[Difference]:
    """Take a word dropped in one place and added in another for one that was moved."""
    dropped = [d for d in differences if d.record and not d.query]
    added = [d for d in differences if d.query and not d.record]
    kept = list(differences)
    for one in dropped:
        other = next((d for d in added if d.query.casefold() == one.record.casefold()), None)
        if other is not None and one in kept and other in kept:
            at = kept.index(one)
            note = f"“{one.record}” stands in another place"
            kept[at] = Difference(Change.ORDER, one.record, other.query, note)
            kept.remove(other)
    return kept


def _is_reported(slips: Sequence[tuple[list[_Told], list[_Told]]]) -> bool:
    """Tell whether a reporter's change of person, tense or ending would make one of the other.

    Tense and modal verb shift ("will" to "would") together with a person ("we" to "they"): one
    takes the other's place. A pronoun that is merely added may be one that was moved.
    """
    if not all(_is_shift(left, right) for left, right in slips):
        return False
    return any(
        left and right and (set(_keys(left)) ^ set(_keys(right))) & PRONOUNS
        for left, right in slips
    )


def _is_shift(left: Sequence[_Told], right: Sequence[_Told]) -> bool:
    mine, yours = _without_common(left, right)
    if not mine and not yours:
        return False  # the same words in another order
    if any(is_negation(w.key) or is_number(w.key) for w in (*mine, *yours)):
        return False
    content = [w for w in mine if w.key not in FUNCTION_WORDS]
    typed = [w for w in yours if w.key not in FUNCTION_WORDS]
    if any(w.key in LIMITS or w.key in QUANTITIES for w in (*mine, *yours)):
        return False
    modals = [w.key for w in mine if w.key in MODALS], [w.key for w in yours if w.key in MODALS]
    if all(modals) and not _is_backshift(*modals):
        return False
    return len(content) == len(typed) and all(
        alike(a.key, b.key) for a, b in zip(content, typed, strict=True)
    )


def _is_backshift(mine: Sequence[str], yours: Sequence[str]) -> bool:
    pairs = {("would", "will"), ("could", "can"), ("might", "may"), ("should", "shall")}
    return all((a, b) in pairs or a == b for a, b in zip(mine, yours, strict=False))


def _is_same_number(mine: Sequence[_Told], yours: Sequence[_Told]) -> bool:
    if len(mine) != 1 or len(yours) != 1:
        return False
    values = [str(NUMBER_WORDS.get(word.key, word.key)) for word in (mine[0], yours[0])]
    return values[0] == values[1]


def _is_denied(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_DENIED and any(long == p + short for p in _DENYING_PREFIXES)


def _keys(words: Sequence[_Told]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _shown(words: Sequence[_Told]) -> str:
    return " ".join(word.shown for word in words)


def _typed(typed: str, pieces: Sequence[Piece], first: int, last: int) -> str:
    if first >= last:
        return ""
    return " ".join(typed[pieces[first].start : pieces[last - 1].end].split())
