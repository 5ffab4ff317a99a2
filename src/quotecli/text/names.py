"""Names of people and organisations, compared as a reader would.

"Dr. Jane Roe", "jane roe", "J. Roe" and "Roe" may be one person; "Jane Roe" and "John Roe" are
not.
"""

import re
from functools import lru_cache

from quotecli.text.normalise import fold

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev fr hon sen rep gov gen col lt sgt"
    " capt maj adm supt insp det cllr president minister chancellor senator governor general"
    " colonel judge justice king queen prince princess pope ayatollah sheikh imam".split()
)
# Of these, family names too: "Stephen King"
_ALSO_FAMILY = frozenset("king queen prince judge justice pope sheikh imam lord".split())
# Words that stand before a family name and belong to it.
PARTICLES = frozenset(
    "de da do dos das del della di du d der den van von zu zum zur ter ten la le el al ul bin ibn"
    " bint abu y e af av ap ben dal dalla lo".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md mp mep qc kc".split())
_ARTICLES = frozenset({"the", "a", "an"})
_WORD = re.compile(r"\w+(?:'\w+)*")


@lru_cache(maxsize=4096)
def name_key(name: str) -> tuple[str, ...]:
    """Give the folded words of a name without forms of address and suffixes.

    A name that consists of nothing else keeps its words ("The General" is ("the", "general")).
    """
    words = tuple(_WORD.findall(fold(name).replace("'s ", " ")))
    named = [w for w in words if w not in _SUFFIXES]
    family = named.pop() if named[1:] and named[-1] in _ALSO_FAMILY - {named[-2]} else None
    kept = tuple(w for w in named if w not in HONORIFICS)
    if family is not None and not (kept and set(kept) <= _ARTICLES):
        kept = (*kept, family)
    return words if set(kept) <= _ARTICLES else kept


def same_name(one: str, other: str) -> bool:
    """Tell whether two names may be the same person's or organisation's.

    The last words must be equal; of the words before, those that both give must agree, where an
    initial agrees with any word that begins with it. A last name alone agrees with every full
    name that ends in it.
    """
    a, b = name_key(one), name_key(other)
    if not a or not b or a[-1] != b[-1]:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    if not short or a[-len(b) :] == b or b[-len(a) :] == a:
        return True  # "Roe" and "Jane Roe", "von der Leyen" and "Ursula von der Leyen"
    rest = iter(long)
    return _agree(short[0], long[0]) and all(any(_agree(w, x) for x in rest) for w in short)


def _agree(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b
