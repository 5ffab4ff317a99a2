"""Can two names be one person's or organisation's?"""

from collections.abc import Iterator
from enum import IntEnum

from quotecli.text.naming.bodies import body_key, is_body
from quotecli.text.naming.lists import family_names, forms_of, is_given
from quotecli.text.naming.parse import PersonName, may_be_turned, parse_person
from quotecli.text.naming.spelling import near_word, same_word, skeleton
from quotecli.text.normalise import fold


class Verdict(IntEnum):
    """What two names tell of their bearers."""

    DIFFERENT = 0
    POSSIBLE = 1  # one if nobody else can be meant: a name alone, initials, a name left out
    SAME = 2


def compare(one: str, other: str) -> Verdict:
    """Compare two names; which comes first makes no difference."""
    if fold(one) == fold(other):
        return Verdict.SAME
    bodies = is_body(one), is_body(other)
    if any(bodies):
        return Verdict.SAME if body_key(one) == body_key(other) else Verdict.DIFFERENT
    return compare_persons(parse_person(one), parse_person(other))


def compare_persons(a: PersonName, b: PersonName) -> Verdict:
    """Compare two persons' names; which comes first makes no difference."""
    if not a.words or not b.words:
        return Verdict.DIFFERENT
    if a.generation and b.generation and a.generation != b.generation:
        return Verdict.DIFFERENT
    if a.fathers and b.fathers and not _subsequence(*_by_length(a.fathers, b.fathers)):
        return Verdict.DIFFERENT
    verdict = _compare_words(a, b)
    if verdict is Verdict.DIFFERENT and may_be_turned(a) and may_be_turned(b):
        verdict = _compare_words(a, PersonName(b.family, b.given))
    if verdict is Verdict.SAME and a.generation != b.generation:
        return Verdict.POSSIBLE  # the father may be meant
    return verdict


def block_keys(name: str) -> frozenset[str]:
    """Give keys of which any two names that ``compare`` calls one share at least one.

    A family name alone shares none with full names; ``family_keys`` are for it.
    """
    if is_body(name):
        return frozenset({f"o {body_key(name)}"})
    person = parse_person(name)
    if not person.given:
        return frozenset({f"n {fold(name)}"})
    keys = {
        f"p {initial} {skeleton(family)}"
        for given in person.given
        for initial in _initials(given)
        for family in (*person.family, *_first_families(person))
    }
    if may_be_turned(person):
        keys.add("x " + " ".join(sorted(skeleton(word) for word in person.words)))
    return frozenset(keys)


def family_keys(name: str) -> frozenset[str]:
    """Give the keys of a person's family name, which a mention by it alone shares; else none."""
    if is_body(name):
        return frozenset()
    person = parse_person(name)
    if not person.given:  # "López Obrador" is read as given and family name, "Leyen" is not
        return frozenset({f"s {skeleton(word)}" for word in person.family[-1:]})
    families = (*person.family[:1], *person.family[-1:], *_first_families(person))
    return frozenset(f"s {skeleton(word)}" for word in families)


def is_full(name: str) -> bool:
    """Tell whether a name has a given name or initials beside the family name."""
    return not is_body(name) and bool(parse_person(name).given)


def is_common(name: str) -> bool:
    """Tell whether too many people share the family name for it to say who is meant."""
    return any(word in family_names("common") for word in parse_person(name).family)


def _initials(given: str) -> Iterator[str]:
    yield from {form[0] for form in forms_of(given)} if len(given) > 1 else {given}


def _first_families(person: PersonName) -> tuple[str, ...]:
    """Give the first of two Iberian family names that stand side by side without a hyphen."""
    return tuple(w for w in person.given[1:] if w in family_names("iberian") or w.endswith("ez"))


def _compare_words(a: PersonName, b: PersonName) -> Verdict:
    short, long = (a, b) if len(a.words) <= len(b.words) else (b, a)
    if not short.given:
        return _compare_family_alone(short, long)
    if len(short.words) == len(long.words) and len(short.family) == len(long.family):
        return _compare_aligned(short, long)
    s, l_ = short.words, long.words
    if _family(s[-1], l_[-1]):
        if _given(s[0], l_[0]) and _middle(s[1:-1], l_[1:-1]):
            return _strength(short, long)
        if _is_end(s, l_):
            return Verdict.POSSIBLE  # known by a middle name, or "López Obrador"
        return Verdict.DIFFERENT
    return _compare_double(short, long)


def _compare_family_alone(short: PersonName, long: PersonName) -> Verdict:
    if not long.given and len(short.family) == len(long.family):
        same = all(map(_family, short.family, long.family))
        return Verdict.SAME if same else Verdict.DIFFERENT
    one = short.family
    ends = (long.words[-len(one) :], long.family[: len(one)])
    if any(len(end) == len(one) and all(map(_family, one, end)) for end in ends):
        return Verdict.POSSIBLE
    return Verdict.DIFFERENT


def _compare_aligned(a: PersonName, b: PersonName) -> Verdict:
    givens = all(map(_given, a.given, b.given)) and len(a.given) == len(b.given)
    if not givens and len(a.words) == len(b.words) > 2:
        # Smith-Jones and Smith Jones
        givens = _given(a.words[0], b.words[0]) and all(map(_given, a.words[1:-1], b.words[1:-1]))
    if not givens:
        return Verdict.DIFFERENT
    if all(map(_family, a.family, b.family)):
        return _strength(a, b)
    full = all(len(word) > 1 for word in (*a.given, *b.given))
    near = full and all(
        _family(x, y) or (near_word(x, y) and not _is_feminine(x, y))
        for x, y in zip(a.family, b.family, strict=True)
    )
    return Verdict.SAME if near else Verdict.DIFFERENT


def _compare_double(short: PersonName, long: PersonName) -> Verdict:
    """Compare names of which one leaves the second family name out."""
    s, l_ = short.words, long.words
    left_out = len(l_) - len(s)
    known = long.joined or s[-1] in family_names("iberian") or s[-1].endswith("ez")
    starts = all(map(_given, s[:-1], l_)) and _family(s[-1], l_[len(s) - 1])
    if known and starts and len(s) > 1 and left_out <= 2 and not is_given(l_[len(s)]):
        return Verdict.POSSIBLE
    return Verdict.DIFFERENT


def _strength(a: PersonName, b: PersonName) -> Verdict:
    """Judge two names that agree as far as they go."""
    if any(len(word) == 1 for word in (a.given[0], b.given[0])):
        return Verdict.DIFFERENT if _is_common(a) else Verdict.POSSIBLE
    short, long = _by_length(a.given, b.given)
    if len(short) < len(long) and len(short) > 1:
        return Verdict.POSSIBLE
    return Verdict.SAME


def _is_common(name: PersonName) -> bool:
    return name.family[-1] in family_names("common")


def _middle(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if short and long and len(short[0]) == 1 and not _given(short[0], long[0]):
        return False  # George W. and George H. W.
    return _subsequence(short, long)


def _subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_given(word, other) for other in rest) for word in short)


def _is_end(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return all(map(_given, short[:-1], long[-len(short) : -1]))


def _given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        initial, word = sorted((one, other), key=len)
        return initial in {form[0] for form in forms_of(word)}
    return same_word(one, other)


def _family(one: str, other: str) -> bool:
    return same_word(one, other)


def _is_feminine(one: str, other: str) -> bool:
    return one.endswith("a") != other.endswith("a")


def _by_length(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((one, other), key=len))
