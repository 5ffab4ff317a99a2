"""One word of a name in its several spellings.

A name that came from another script is spelt in many ways: Aliyev and Aliev, Zelensky and
Zelenskyy, Lukashenko and Lukashenka. ``spelling`` gives all of them the same key, ``skeleton`` a
coarser one under which candidates are looked for.
"""

import re
from functools import lru_cache

from quotecli.text.naming.lists import shared_forms

# In order; each works on what the one before has left.
_RULES = [
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[^a-z]", ""),
        (r"^mc(?=[a-z]{3})", "mac"),
        (r"g[uh](?=[ei])|gh", "g"),  # Serguei
        (r"kh", "h"),
        (r"dh", "d"),
        (r"ph", "f"),
        (r"dzh|zh|dj", "j"),
        (r"ck", "k"),
        (r"tch", "ch"),
        (r"tz", "ts"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ou", "u"),
        (r"[oau]e(?=[bcdfghjklmnpqrstz])", lambda m: m.group()[0]),  # Schroeder, Mueller
        (r"y", "i"),
        (r"(?<=[aeiou])j$|(?<=i)j", "i"),  # Zelenskij
        (r"(?<=[bcdfghklmnprstvz])j(?=[aeou])", "i"),  # Pashinjan
        (r"^i(?=[eo])", ""),  # Yeltsin
        (r"i+", "i"),
        (r"i(?=e)", ""),  # Aliyev, Medvedyev
        (r"(?<=[cs]h)i?o(?=v$|va$)", "e"),  # Gorbachov
        (r"^fio", "fe"),  # Fyodorov
        (r"([sfdmkzh])\1", r"\1"),
        (r"(?<=[a-z]{3}enk)a$", "o"),  # Lukashenka
        (r"(?<=sk)aia$|(?<=n)aia$", "a"),  # Zelenskaya
    )
]
_VOWELS = re.compile("[aeiouj]")
_LIKE = str.maketrans("gqcz", "kkks")
_SHORTEST_FUZZY = 7  # letters of both; shorter names that differ in one letter are two names
_LEAST_LIKENESS = 0.85  # of Jaro-Winkler; how it was chosen: docs/accuracy.md
_SONS = re.compile("s(?:s?on|en)$")


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Give the key that the spellings of one folded word share; an initial is its own key."""
    key = word
    for pattern, to in _RULES:
        key = pattern.sub(to, key)
    return key or word


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Give the consonants of a folded word, as a key that near spellings share.

    A last "a" stays: Ivanova is not Ivanov.
    """
    key = spelling(word)
    bare = re.sub(r"(.)\1", r"\1", _VOWELS.sub("", key[1:]).translate(_LIKE))
    return key[:1].translate(_LIKE) + bare + ("a" if len(key) > 2 and key.endswith("a") else "")


def same_word(one: str, other: str) -> bool:
    """Tell whether two folded words are one word, spelt alike or a known form of it."""
    return spelling(one) == spelling(other) or not shared_forms(one).isdisjoint(shared_forms(other))


def near_word(one: str, other: str) -> bool:
    """Tell whether two folded words may be spellings that no rule knows (Mammadov, Mamedov)."""
    a, b = spelling(one), spelling(other)
    if min(len(a), len(b)) < _SHORTEST_FUZZY or skeleton(one) != skeleton(other):
        return False
    if _SONS.search(a) and _SONS.search(b):
        return False  # Johansen and Johanson are two names
    from rapidfuzz.distance import JaroWinkler

    return JaroWinkler.similarity(a, b) >= _LEAST_LIKENESS
