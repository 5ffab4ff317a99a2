"""Names and words in the index that are spelt nearly as a typed one."""

from collections.abc import Sequence

from quotecli.index.names.speakers import speaker_names
from quotecli.index.names.typed import LONGEST_NAME, name_words
from quotecli.index.store import Index
from quotecli.index.words.vocabulary import words_like
from quotecli.text.normalise import fold

# Tried on misspelt and on different names: "Alyev" reaches 0.83 with Ilham Aliyev, "Vladimir
# Zelensky" 0.72 with Volodymyr Zelenskyy, and its given name alone 0.56. "Bill" has 0.43 with
# "Hillary": sharing a surname is not enough.
_LEAST_OVERALL = 0.7
_LEAST_OF_A_WORD = 0.5
_MOST_SUGGESTIONS = 3
_MOST_NAMES = 20  # of each word like one in the name
_MOST_WORDS = 5
_MEDIUM, _LONG = 6, 10  # letters; so long a word may have two slips, or three


def similar_speakers(index: Index, typed: str) -> list[str]:
    """Give up to three speakers of the index who are called nearly so, the likest first.

    Only those are compared who have a word in their name that is like one of the typed ones.
    """
    words = name_words(typed)
    if len(words) > LONGEST_NAME:
        return []
    names: dict[str, None] = {}
    for word in words:
        for near in (word, *nearest_words(index, word, _MOST_WORDS, any_distance=True)):
            names.update(dict.fromkeys(speaker_names(index, near, _MOST_NAMES)))
    return similar_names(typed, list(names))


def nearest_words(
    index: Index, typed: str, most: int = _MOST_SUGGESTIONS, *, any_distance: bool = False
) -> list[str]:
    """Give the words of the index that are nearest to a misspelt one, the commonest first.

    All have the same number of slips, as few as there are: at most one in a short word and three
    in a long one. With ``any_distance`` all words that many slips make are given, nearest first.
    """
    from rapidfuzz.distance import OSA

    folded = fold(typed)
    slips = 1 + (len(folded) >= _MEDIUM) + (len(folded) >= _LONG)
    near = [
        (OSA.distance(folded, word), word[0] != folded[0], -uses, word)
        for word, uses in words_like(index, typed).items()
    ]
    near = sorted(row for row in near if row[0] <= slips)
    fewest = near[0][0] if near else 0
    return [row[3] for row in near if any_distance or row[0] == fewest][:most]


def similar_names(typed: str, names: Sequence[str]) -> list[str]:
    """Give up to three of ``names`` in which each typed word has one like it, the likest first.

    Of equally like names the one that stands earlier in ``names`` comes first.
    """
    words = name_words(typed)
    if len(words) > LONGEST_NAME:
        return []
    scored = [(_likeness(words, name_words(name)), name) for name in names] if words else []
    scored.sort(key=lambda pair: -pair[0])
    return [name for likeness, name in scored if likeness >= _LEAST_OVERALL][:_MOST_SUGGESTIONS]


def _likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    from rapidfuzz.distance import OSA

    best = [
        max((OSA.normalized_similarity(one, other) for other in name), default=0.0) for one in typed
    ]
    return 0.0 if min(best) < _LEAST_OF_A_WORD else sum(best) / len(best)
