"""Is an article in English? The rules and the tagger know no other language.

In a text of another language a colon or a mark would still give "speakers", and none of them right.
"""

import re

_WORD = re.compile(r"[^\W\d_]+")
# Words that every English text is full of and that hardly any other language has.
_ENGLISH = frozenset("the and to that said with have this would which from their been".split())
_LEAST = 0.03  # of the words; English news has four times as many
_SHORTEST = 400  # characters: less may be a headline or a list of names
_ENOUGH = 20_000  # characters looked at


def is_foreign(text: str) -> bool:
    """Tell whether a running text is surely not English."""
    if len(text) < _SHORTEST:
        return False
    words = _WORD.findall(text[:_ENOUGH].lower())
    return sum(word in _ENGLISH for word in words) < _LEAST * len(words)
