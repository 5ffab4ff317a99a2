"""Which words of a text are those that the person searched for."""

import re
from collections.abc import Iterable
from itertools import takewhile

from quotecli.model import Span
from quotecli.text.normalise import fold

# A combining mark belongs to the word; "\w" alone would end it there.
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
# Two words with the same beginning and these behind it have one stem for the search
# ("normalizing", "normalization"; "parties", "party").
_ENDINGS = frozenset(
    "e es ed ing ings er ers y ies ied ation ations ion ions ive ively al ally able ment ments"
    " ly ize izes ized izing ization ness".split()
)


def matching_words(text: str, words: Iterable[str]) -> list[Span]:
    """Find the words of ``text`` that begin with one of ``words``, whatever case and accents.

    An ending that only the searched word has is forgiven ("peacekeepers" finds "peacekeeper"), as
    the search compares stems. A searched word of one or two letters must be the whole word.
    """
    wanted = {fold(word) for words_ in words for word in _WORD.findall(words_)}
    if not wanted:
        return []
    return [
        Span(*match.span())
        for match in _WORD.finditer(text)
        if any(_alike(fold(match.group()), word) for word in wanted)
    ]


def _alike(found: str, wanted: str) -> bool:
    if len(wanted) < 3:
        return found == wanted
    if found.startswith(wanted):
        return True
    ending = len(wanted) - len(found)
    if len(found) >= _SHORTEST_STEM and ending <= _LONGEST_ENDING and wanted.startswith(found):
        return True
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(found, wanted, strict=False))
    stem = sum(1 for _ in alike)
    return stem >= _SHORTEST_STEM and found[stem:] in _ENDINGS and wanted[stem:] in _ENDINGS
