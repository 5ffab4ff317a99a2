"""Which persons a full name may be a form of, found by its words: not all who bear a surname."""

from collections import defaultdict

from quotecli.extraction.names.person import PAIR, Key, Person
from quotecli.text.names import name_key


class FormIndex:
    """The forms of all names, by the words that two forms of one name must share.

    It gives all whom ``namesakes.is_same`` may accept, and few others. A word that is an initial
    agrees with all that begin with it.
    """

    def __init__(self) -> None:
        self._by_last: defaultdict[str, set[Person]] = defaultdict(set)
        self._short: defaultdict[str, set[Person]] = defaultdict(set)  # "Lady Roe", of one word
        self._by_word: defaultdict[tuple[str, bool, str], set[Person]] = defaultdict(set)

    def add(self, person: Person, form: tuple[str, ...]) -> None:
        """Take in one form of a person's name."""
        key = name_key(" ".join(form))
        self._by_last[key[-1]].add(person)
        if len(key) < PAIR:
            self._short[key[-1]].add(person)
            return
        if len(key) == PAIR:
            self._file(person, key[1], key[0], middle=True)  # for longer names too
            self._file(person, key[0], key[1], middle=False)  # "Orbán Viktor"
        for word in key[1:-1]:
            self._file(person, key[-1], word, middle=True)
        for word in {key[0], key[-2]}:
            self._file(person, key[-1], word, middle=False)

    def near(self, key: Key) -> set[Person]:
        """Give those with a form that may be one name with ``key``."""
        last = key[-1]
        if len(key) < PAIR:
            return self._by_last.get(last, set())
        found = set(self._short.get(last, ()))
        for word in key[:-1] if len(key) > PAIR else key[:1]:
            words = (f"{word}.",) if len(word) == 1 else (word, word[0])
            for each in words:
                found |= self._by_word.get((last, len(key) > PAIR, each), set())
        return found

    def _file(self, person: Person, last: str, word: str, *, middle: bool) -> None:
        self._by_word[last, middle, word].add(person)
        self._by_word[last, middle, f"{word[0]}."].add(person)
