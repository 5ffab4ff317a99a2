"""Names in the index that are spelt nearly as a typed one."""

from collections.abc import Sequence

from quotecli.index.names import name_words

# Tried on misspelt and on different names: "Alyev" reaches 0.83 with Ilham Aliyev, "Vladimir
# Zelensky" 0.72 with Volodymyr Zelenskyy, and its given name alone 0.56. "Bill" has 0.43 with
# "Hillary": sharing a surname is not enough.
_LEAST_OVERALL = 0.7
_LEAST_OF_A_WORD = 0.5
_MOST_SUGGESTIONS = 3


def similar_names(typed: str, names: Sequence[str]) -> list[str]:
    """Give up to three of ``names`` in which each typed word has one like it, the likest first.

    Of equally like names the one that stands earlier in ``names`` comes first.
    """
    words = name_words(typed)
    scored = [(_likeness(words, name_words(name)), name) for name in names] if words else []
    scored.sort(key=lambda pair: -pair[0])
    return [name for likeness, name in scored if likeness >= _LEAST_OVERALL][:_MOST_SUGGESTIONS]


def _likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    from rapidfuzz.distance import OSA

    best = [
        max((OSA.normalized_similarity(one, other) for other in name), default=0.0) for one in typed
    ]
    return 0.0 if min(best) < _LEAST_OF_A_WORD else sum(best) / len(best)
