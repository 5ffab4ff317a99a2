"""What a capital letter at a sentence's start tells: "Embattled Boeing", "Sellers", "Boeing".

The first word of a sentence has one whatever it is. Only the rest of the article tells whether it
belongs to the name behind it, or is a name at all.
"""

from collections.abc import Iterable, Iterator, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, CLOSED, PREFIXES, bare_word, describes
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.names.titles import is_title
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit

_ANYBODY = frozenset({"everyone", "everybody", "someone", "somebody", "nobody", "anyone"})
_CLOSED = CLOSED | _ANYBODY
_MANY = (  # endings of plurals that are no family name's
    "ists",
    "icians",
    "workers",
    "makers",
    "holders",
    "keepers",
    "owners",
    "leaders",
    "fighters",
    "goers",
)
_SHORT = 5  # letters; "Long", "Song" and "Grant" may be surnames that come first
_SAYS = frozenset("said says told announced added".split())
_PLURAL = frozenset({"are", "were", "have"})
_IRREGULAR = frozenset({"individuals", "people", "men", "women", "children", "kids"})


class Openings:
    """The first words of an article's sentences, and what it writes elsewhere.

    Args:
        rows: the article's passages.
    """

    def __init__(self, rows: Iterable[Sequence[Unit]]) -> None:
        self._lower: set[str] = set()
        self._inside: set[str] = set()  # capital words that open no sentence
        self._behind: set[tuple[str, str]] = set()  # such words with the next one
        self._plural: set[str] = set()  # such as "Fountains are"
        self._alone: set[str] = set()  # capital words without another one before
        self._speaks: set[str] = set()  # such as "Boeing said"
        for units in rows:
            for at, unit in enumerate(units):
                word = _bare(unit)
                if not unit.is_capital:
                    self._lower.add(word)
                    continue
                if word.endswith("s") and at + 1 < len(units) and units[at + 1].lower in _PLURAL:
                    self._plural.add(word)
                if at + 1 < len(units) and units[at + 1].lower in _SAYS:
                    self._speaks.add(word)
                before = units[at - 1] if at else None
                if before is None or not before.is_capital:
                    self._alone.add(word)
                if before is not None and before.is_word:
                    self._inside.add(word)
                    if at + 1 < len(units):
                        self._behind.add((word, _bare(units[at + 1])))

    def describes(self, units: Sequence[Unit], at: int) -> bool:
        """Tell whether unit ``at`` only describes the name behind it: "Embattled Boeing".

        It is an adjective by its shape or stands in lower case elsewhere, and what follows is a
        place, or stands without it elsewhere. "Vladimir" of "Vladimir Putin" is neither.
        """
        if at + 1 >= len(units) or not units[at].is_capital or not units[at + 1].is_capital:
            return False
        word, following = _bare(units[at]), _bare(units[at + 1])
        if units[at].text.isupper() or _is_of_names(units, at) or (word, following) in self._behind:
            return False
        if f"{word} {following}" in lexicon.places() or following in BODY_WORDS:
            return False
        named = following in lexicon.places() or following in self._alone
        if len(word) > _SHORT and word in self._lower and at + 2 < len(units):
            named |= units[at + 2].is_capital  # "Survivor Jane Roe"
        return named and (describes(word) or word in self._lower)

    def name_runs(self, units: Sequence[Unit]) -> Iterator[Range]:
        """Find the runs of capital words, without those that only describe them."""
        for run in name_runs(units):
            opens = run.start == 0 or not units[run.start - 1].is_word
            yield Range(run.start + (opens and self.describes(units, run.start)), run.end)

    def is_common(self, unit: Unit) -> bool:
        """Tell a common noun in the plural, "Sellers", from a name, "Sanders"."""
        word = _bare(unit)
        if word in self._inside or word in lexicon.first_names() or word in lexicon.places():
            return False
        if not unit.is_capital or unit.text.isupper() or word in _CLOSED:
            return False
        if word in _IRREGULAR or (word.endswith("ing") and word in self._lower):
            return True  # "Testing"
        seen = bool({word, word.removesuffix("s")} & self._lower)
        return word.endswith("s") and (seen or word.endswith(_MANY))

    def names_one(self, word: str) -> bool:
        """Tell whether "it" can mean a word that opens a sentence: not "It's", not "Updated"."""
        lower = bare_word(word).lower()
        if lower in _CLOSED or lower in self._plural:
            return False
        if lower in self._inside:
            return True
        adverb = lower.endswith(("ly", "ed", "ing")) and lower not in lexicon.places()
        adverb &= lower not in self._speaks
        return not (adverb or lower in PREFIXES or describes(lower) or lower in self._lower)


def _bare(unit: Unit) -> str:
    return bare_word(unit.text).lower()


def _is_of_names(units: Sequence[Unit], at: int) -> bool:
    word = _bare(units[at])
    known = word in lexicon.first_names() or word in lexicon.places()
    known |= "-" in units[at].text and units[at].text.rpartition("-")[2][:1].isupper()
    known |= word in BODY_WORDS or word in PREFIXES or word in _CLOSED
    return known or is_title(units, at) or units[at].lower != word
