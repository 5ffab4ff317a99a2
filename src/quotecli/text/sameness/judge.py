"""The verdict on two wordings: is one a copy of the other, and how sure is that?

A wrong yes hides one statement behind another, a wrong no shows one statement twice: so every
doubt means no. Two wordings are never the same where they differ in a number, a negation or a
modal verb.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from enum import Enum, auto

from quotecli.model import Kind
from quotecli.text.sameness.align import Alignment, Edit, align, find_exact
from quotecli.text.sameness.classes import (
    CLAUSE_WORDS,
    CONDITIONS,
    DOUBLETS,
    FORMS,
    FUNCTION_WORDS,
    JOINING_WORDS,
    NEGATIVE_PREFIXES,
    OPPOSITES,
    PRONOUNS,
    is_guarded,
    is_strict,
)
from quotecli.text.sameness.spelling import stem
from quotecli.text.sameness.words import End, Word, Wording, content_stems

LONGEST = 400  # words; of longer ones only the same words are the same statement
_FEWEST = 3  # "Yes, indeed" in two articles is not the same statement
_FEWEST_COMMON = 6  # of words that everybody says
FEWEST_CUT = 5
FEWEST_CONTENT = 2  # of a part of a statement
_FEWEST_EDITED = 8
LEAST_SHARED = 0.6  # of the shorter one's content, before anything is laid side by side
WORDS_PER_ADDED = 10
_WORDS_PER_SOFT = 5


class Likeness(Enum):
    """How two wordings are the same statement; each asks for its own nearness in time."""

    SAME_WORDS = auto()
    SAME_FEW_WORDS = auto()  # so few or so common that they may well be said twice
    CUT = auto()  # one is a part of the other
    EDITED = auto()  # a word here and there differs
    DIFFERENT = auto()


def likeness(one: Wording, other: Wording) -> Likeness:
    """Compare two wordings; which is named first makes no difference."""
    long, short = _by_length(one, other)
    if not short.words:
        return Likeness.DIFFERENT
    if "".join(word.norm for word in long.words) == "".join(word.norm for word in short.words):
        return _same_words(long, short)
    if len(long.words) > LONGEST:
        return Likeness.DIFFERENT
    found = _plainly(long, short)
    if found is Likeness.DIFFERENT and Kind.MIXED in {one.kind, other.kind}:
        return _by_quoted_part(one, other)
    return found


def is_comparable(wording: Wording) -> bool:
    """Tell whether a wording says enough that finding it twice means anything."""
    fewest = _FEWEST if content_stems(wording.words) else _FEWEST_COMMON
    return len(wording.words) >= fewest


def is_long(wording: Wording) -> bool:
    """Tell whether the same words can hardly be chance, even where nobody is named."""
    return len(wording.words) >= _FEWEST_EDITED and len(content_stems(wording.words)) >= 2


def _fullest_first(wording: Wording) -> tuple[object, ...]:
    return (-len(wording.words), wording.norms, wording.kind, wording.words)


def _by_length(one: Wording, other: Wording) -> tuple[Wording, Wording]:
    """Give the longer one first; of two of one length always the same."""
    if len(one.words) != len(other.words):
        return (one, other) if len(one.words) > len(other.words) else (other, one)
    first, second = sorted((one, other), key=_fullest_first)
    return first, second


def _same_words(one: Wording, other: Wording) -> Likeness:
    if not is_comparable(one) or _one_asks(one.words, other.words):
        return Likeness.DIFFERENT
    few = len(one.words) < FEWEST_CUT or not content_stems(one.words)
    return Likeness.SAME_FEW_WORDS if few else Likeness.SAME_WORDS


def _plainly(long: Wording, short: Wording) -> Likeness:
    if len(short.words) < FEWEST_CUT:
        return Likeness.DIFFERENT
    start = find_exact(long.words, short.words)
    if start is not None:
        if len(content_stems(short.words)) < FEWEST_CONTENT:
            return Likeness.DIFFERENT
        found = Alignment(start, start + len(short.words), ())
    elif not _share_enough(long.words, short.words) or _says_another(long.words, short.words):
        return Likeness.DIFFERENT
    else:
        found = align(long.words, short.words)
    if not _may_be_cut(long.words, found) or _one_asks(
        long.words[found.start : found.end], short.words
    ):
        return Likeness.DIFFERENT
    if not found.edits:
        return Likeness.CUT
    verdict = _Edits(long.words, short.words)
    if not all(verdict.take(edit) for edit in found.edits):
        return Likeness.DIFFERENT
    return verdict.outcome()


def _share_enough(long: Sequence[Word], short: Sequence[Word]) -> bool:
    wanted = Counter(content_stems(short))
    shared = (wanted & Counter(content_stems(long))).total()
    return shared >= max(LEAST_SHARED * wanted.total(), FEWEST_CONTENT)


def _says_another(long: Sequence[Word], short: Sequence[Word]) -> bool:
    """Tell at little cost whether the shorter has a number or such that the longer has nowhere."""
    if any(word.gap for word in long):
        return False  # it may stand in what is left out
    everything = "".join(word.norm for word in long)
    return any(is_guarded(word.norm) and word.norm not in everything for word in short)


def _one_asks(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Tell whether one wording ends as a question and the other as a sentence."""
    ends = {one[-1].after, other[-1].after} if one and other else set()
    return ends == {End.QUESTION, End.SENTENCE}


def _may_be_cut(long: Sequence[Word], found: Alignment) -> bool:
    """Tell whether what the longer wording has around the shorter leaves its sense alone."""
    return _may_begin(long[: found.start]) and _may_end(long, found.end)


def _may_begin(before: Sequence[Word]) -> bool:
    """Look back from the cut to the beginning of its sentence or main clause."""
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if word.after >= End.SENTENCE:
            return True
        if word.after is End.CLAUSE and (
            at + 1 < len(before) and before[at + 1].norm in JOINING_WORDS
        ):
            return True  # "They may shout, but | we will ..."
        if is_strict(word.norm) or word.norm in CONDITIONS:
            return False  # "I do not think that | we will ..."
    return True


def _may_end(long: Sequence[Word], end: int) -> bool:
    """Look on from the cut to the end of its sentence or clause."""
    if end == 0 or end == len(long) or long[end - 1].after is not End.NONE:
        return True
    for word in long[end:]:
        if word.norm in CLAUSE_WORDS:
            return True
        if is_strict(word.norm):
            return False  # "We have seen | nothing"
        if word.after is not End.NONE:
            return True
    return True


class _Edits:
    """The differences between two wordings, one after the other, as they add up."""

    def __init__(self, long: Sequence[Word], short: Sequence[Word]) -> None:
        self._long, self._short = long, short
        self._soft = 0.0  # small words, other forms, words that say the same
        self._added = 0  # words that only one of the two has

    def take(self, edit: Edit) -> bool:
        """Add one difference; False where it makes another statement of it."""
        x = self._long[edit.long_start : edit.long_end]
        y = self._short[edit.short_start : edit.short_end]
        if "".join(w.norm for w in x) == "".join(w.norm for w in y):
            return True  # "cease-fire", "ceasefire"
        if not y and self._omits(self._short, edit.short_start, x, self._long, edit.long_start):
            return True
        if not x and self._omits(self._long, edit.long_start, y, self._short, edit.short_start):
            return True
        return self._bracketed(x, y) or self._worded(x, y)

    def outcome(self) -> Likeness:
        """Say whether all differences together are few enough for the length."""
        count = len(self._short)
        if self._soft == self._added == 0:
            return Likeness.CUT
        few = count >= _FEWEST_EDITED or (
            self._added == 0 and count >= FEWEST_CUT and self._soft <= 1
        )
        if (
            few
            and self._soft <= max(count / _WORDS_PER_SOFT, 1)
            and self._added <= count // WORDS_PER_ADDED
        ):
            return Likeness.EDITED
        return Likeness.DIFFERENT

    def _omits(
        self,
        cut: Sequence[Word],
        at: int,
        left_out: Sequence[Word],
        whole: Sequence[Word],
        start: int,
    ) -> bool:
        """Tell whether marks of omission at ``cut[at]`` may stand for what is left out."""
        if at >= len(cut) or not cut[at].gap:
            return False
        whole_sentences = (start == 0 or whole[start - 1].after >= End.SENTENCE) and left_out[
            -1
        ].after >= End.SENTENCE
        return whole_sentences or not any(
            is_strict(word.norm) or word.norm in CONDITIONS for word in left_out
        )

    def _bracketed(self, x: Sequence[Word], y: Sequence[Word]) -> bool:
        """Take brackets that stand for a word or two, or for nothing."""
        for with_brackets, other in ((x, y), (y, x)):
            added = [word for word in with_brackets if word.added]
            rest = [word for word in with_brackets if not word.added]
            if not added or any(is_guarded(word.norm) for word in (*added, *other)):
                continue
            if not rest and len(other) <= 3:
                return True
        return False

    def _worded(self, x: Sequence[Word], y: Sequence[Word]) -> bool:
        ours, theirs = [w.norm for w in x], [w.norm for w in y]
        if Counter(filter(is_guarded, ours)) != Counter(filter(is_guarded, theirs)):
            return False
        ours_only = list((Counter(ours) - Counter(theirs)).elements())
        theirs_only = list((Counter(theirs) - Counter(ours)).elements())
        if any(frozenset((a, b)) in OPPOSITES for a in ours_only for b in theirs_only):
            return False
        if _are_other_persons(ours_only, theirs_only):
            return False
        names = {word.norm for word in (*x, *y) if word.name}
        self._soft += _count_small(ours_only, theirs_only)
        return self._content(ours_only, theirs_only, names)

    def _content(self, all_ours: list[str], all_theirs: list[str], names: set[str]) -> bool:
        ours, theirs = _big(all_ours), _big(all_theirs)
        left = list(theirs)
        unmatched = []
        for word in ours:
            partner = next((other for other in left if say_the_same(word, other, names)), None)
            if partner is None:
                unmatched.append(word)
            else:
                left.remove(partner)
                self._soft += 0.5
        if (unmatched and all_theirs) or (left and all_ours):
            return False  # another word in its place, and who knows which
        self._added += len(unmatched) + len(left)
        return True


def _big(words: Iterable[str]) -> list[str]:
    return [word for word in words if is_big(word)]


def is_big(word: str) -> bool:
    """Tell a word that is neither of grammar alone nor a pronoun."""
    return word not in FUNCTION_WORDS and word not in PRONOUNS


def _count_small(ours: Iterable[str], theirs: Iterable[str]) -> float:
    def small(words: Iterable[str]) -> int:
        return sum(word in FUNCTION_WORDS or word in PRONOUNS for word in words)

    return 0.5 * max(small(ours), small(theirs))


def _are_other_persons(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    a, b = (sorted(word for word in words if word in PRONOUNS) for words in (ours, theirs))
    forms = ({FORMS[w] for w in words if w in FORMS} for words in (ours, theirs))
    first, second = forms
    return bool(a and b) or bool(first and second and first != second)


def say_the_same(one: str, other: str, names: Set[str]) -> bool:
    """Tell whether two words are forms or spellings of one, or mean the same; ``names`` do not."""
    if frozenset((stem(one), stem(other))) in DOUBLETS or _is_inflected(one, other):
        return True
    return names.isdisjoint((one, other)) and _is_slip(one, other)


def _is_inflected(one: str, other: str) -> bool:
    return len(one) > 3 and len(other) > 3 and stem(one) == stem(other)


def _is_slip(one: str, other: str) -> bool:
    """Tell a misprint from another word; of names nobody can tell."""
    if min(len(one), len(other)) < 6 or one[0] != other[0] or one[-1] != other[-1]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) == 1 and not _is_negated(one, other)


def _is_negated(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.endswith(short) and long.removesuffix(short) in NEGATIVE_PREFIXES:
        return True
    return {one.endswith("less"), other.endswith("less")} == {True, False} and one[:4] == other[:4]


def _by_quoted_part(one: Wording, other: Wording) -> Likeness:
    """Compare what stands in marks in a mixed quotation with the words of the other."""
    first, second = quoted_part(one), quoted_part(other)
    long, short = sorted((first, second), key=lambda part: _fullest_first(part[0]))
    whole, inner = long[0], short[0]
    if len(inner.words) < FEWEST_CUT or len(content_stems(inner.words)) < FEWEST_CONTENT:
        return Likeness.DIFFERENT
    start = find_exact(whole.words, inner.words)
    if start is None or not _may_end(whole.words, start + len(inner.words)):
        return Likeness.DIFFERENT
    if _one_asks(whole.words[start : start + len(inner.words)], inner.words):
        return Likeness.DIFFERENT
    before = (*long[1], *_of_its_sentence(whole.words[:start]))
    return Likeness.CUT if _same_sense(before, short[1]) else Likeness.DIFFERENT


def quoted_part(wording: Wording) -> tuple[Wording, tuple[Word, ...]]:
    """Give the longest stretch in marks as a wording, and the reporter's words before it."""
    if wording.kind is not Kind.MIXED:
        return wording, ()
    best, start = (0, 0), None
    for at, word in enumerate((*wording.words, None)):
        if word is not None and word.quoted:
            start = at if start is None else start
        elif start is not None:
            best = max(best, (start, at), key=lambda span: span[1] - span[0])
            start = None
    return Wording(wording.words[best[0] : best[1]], Kind.DIRECT), wording.words[: best[0]]


def _of_its_sentence(before: Sequence[Word]) -> Sequence[Word]:
    for at in range(len(before) - 1, -1, -1):
        if before[at].after >= End.SENTENCE:
            return before[at + 1 :]
    return before


# A reporter puts what was said into the past: "we will" is then "they would".
_SHIFTED = {"would": "will", "might": "may", "could": "can"}


def _same_sense(one: Iterable[Word], other: Iterable[Word]) -> bool:
    """Tell whether two beginnings of a sentence have the same negations, modals and numbers."""

    def sense(words: Iterable[Word]) -> Counter[str]:
        norms = (word.norm for word in words)
        return Counter(_SHIFTED.get(n, n) for n in norms if is_strict(n) or n in CONDITIONS)

    return sense(one) == sense(other)
