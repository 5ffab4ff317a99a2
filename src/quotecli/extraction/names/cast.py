"""The cast of an article: who is named in full, and whom a form of a name can mean."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.formindex import FormIndex
from quotecli.extraction.names.namesakes import called, is_begun_by, is_same
from quotecli.extraction.names.namewords import is_first_name
from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.names.person import PAIR, Key, Person
from quotecli.extraction.names.sameoffices import same_office
from quotecli.text.names import name_key
from quotecli.text.normalise import fold

_LAST, _FIRST, _MIDDLE = range(3)
_RANK = re.compile(r"(?P<word>[B-DF-HJ-NP-TV-Z]{3,4}) (?=\S+$)(?=\S*[a-z])")  # "VPM Roe"


class Cast:
    """The persons whom an article names in full, found again by any form of their names.

    Args:
        occurrences: all names in its passages, in order.
    """

    def __init__(self, occurrences: Sequence[Occurrence]) -> None:
        self.persons: list[Person] = []
        self.occurrences = occurrences
        self._by_word: defaultdict[str, list[tuple[Person, int]]] = defaultdict(list)
        self._forms = FormIndex()
        self._remembered: dict[str, list[Person]] = {}  # whom a name means, until somebody is new
        self._first_alone: dict[str, int] = {}  # where a name first stands as one word
        for found in occurrences:
            if len(found.parse.name) == 1:
                told = found.parse.offices or found.parse.gender  # "his mother Anna"
                first = sys.maxsize if told else found.start
                self._first_alone.setdefault(fold(found.parse.name[0]), first)

    # -- gathering ----------------------------------------------------------------------------

    def new(self, name: tuple[str, ...], position: int) -> Person:
        """Add somebody who is first named so, at a place of the reading."""
        person = Person(position)
        self.persons.append(person)
        key = name_key(" ".join(name))
        eastern = len(name) == PAIR and "-" in name[-1] and not is_first_name(name[0])
        for at, word in enumerate(key):
            level = _LAST if at == len(key) - 1 else _FIRST if at == 0 else _MIDDLE
            level = _LAST if at == 0 and eastern else level  # "Cho" of Cho Jae-Hyun
            named = word not in lexicon.places() or word in lexicon.first_names()
            if level == _FIRST and not named:
                continue  # "Israel said" is not Israel Katz
            if level != _MIDDLE or (at == len(key) - 2 and len(word) > 1):
                self._by_word[word].append((person, level))
        return person

    def note(self, person: Person, name: tuple[str, ...], *, certain: bool) -> None:
        """Count one more use of a person's full name, perhaps in a new form."""
        if name not in person.forms:
            self._forms.add(person, name)
        person.forms[name] += 1
        person.certain |= certain
        self._remembered.clear()

    def same(self, key: Key) -> list[Person]:
        """Give whose full name ``key`` is, perhaps in another form: one, or all it can be."""
        near = self._forms.near(key)
        found = [p for p, _ in self._by_word.get(key[-1], ()) if p in near and is_same(p, key)]
        found = called(found, key)
        if not found and len(key) == PAIR:
            firsts = self._by_word.get(key[0], ())
            found = [p for p, _ in firsts if p in near and is_same(p, key)]
        return list(dict.fromkeys(found))

    def merge(self, kept: Person, other: Person) -> None:
        """Make one of two persons that are the same one."""
        kept.absorb(other)
        for form in other.forms:
            self._forms.add(kept, form)
        self._remembered.clear()
        self.persons.remove(other)
        for bearers in self._by_word.values():
            own = {p for p, _ in bearers}
            bearers[:] = [
                (kept if p is other else p, level)
                for p, level in bearers
                if not (p is other and kept in own)
            ]

    def sharing_surname(self) -> Iterator[list[Person]]:
        """Go through the surnames; give those who have each when its turn comes."""
        for bearers in list(self._by_word.values()):
            yield [p for p, level in bearers if level == _LAST]

    def add_alias(self, person: Person, alias: str) -> None:
        """Find a person by a nickname of one folded word too, unless somebody is called so."""
        if not self._by_word.get(alias):
            self._by_word[alias].append((person, _LAST))
            self._remembered.clear()

    # -- asking -------------------------------------------------------------------------------

    def find(self, name: str) -> Person | None:
        """Give the only person whom a full or partial name can mean."""
        matches = self.matches(name)
        return matches[0] if len(matches) == 1 else None

    def matches(self, name: str) -> list[Person]:
        """Give all persons whom a name can mean.

        A last name goes before a first name, and that before a last name but one ("López" for
        "Andrés López Obrador").
        """
        found = self._remembered.get(name)
        if found is None:
            found = self._remembered[name] = self._matches(name)
        return list(found)

    def _matches(self, name: str) -> list[Person]:
        key = name_key(name)
        if not key:
            return []
        bearers = self._by_word.get(key[-1], ())
        if (rank := _RANK.match(name)) and rank["word"].lower() not in lexicon.places():
            return self.matches(name[rank.end() :])
        if len(key) > 1:
            near = self._forms.near(key)
            same = [p for p, level in bearers if level == _LAST and p in near and is_same(p, key)]
            same = called(same, key)
            if same or len(key) > PAIR:
                return same
            firsts = [p for p, _ in self._by_word.get(key[0], ())]
            swapped = [p for p in firsts if p in near and is_same(p, key)]
            begun = [p for p in firsts if p.certain and is_begun_by(p, key)]
            return list(dict.fromkeys(swapped or begun))
        for level in (_LAST, _FIRST, _MIDDLE):
            found = [p for p, rank in bearers if rank == level]
            if level == _FIRST:
                first = self._first_alone.get(key[0], -1)  # "Google" is no Google Search
                found = [p for p in found if p.certain or first > p.first]
            if found:
                return found
        return []

    def first_of(self, name: str) -> int | None:
        """Give where somebody of a name is first named in full, if that is surely a person."""
        return min((p.first for p in self.matches(name) if p.certain), default=None)

    def holders(self, office: str, place: str | None) -> list[Person]:
        """Give those who hold an office; without a place, of whatever place."""
        return [
            person
            for person in self.persons
            if any(
                same_office(held, office) and (place is None or where == place)
                for held, where in person.offices
            )
        ]

    def may_hold(self, office: str, place: str | None) -> list[Person]:
        """Give those to whom the article gives the office without its place, or no office at all.

        Whoever is of another place cannot hold it; the latter only count for an office of a place.
        """
        free = [
            person
            for person in self.persons
            if all(where in (place, None) for _, where in person.offices)
        ]
        titled = [p for p in free if any(same_office(held, office) for held, _ in p.offices)]
        untitled = [p for p in free if not any(held for held, _ in p.offices)]
        return titled or (untitled if place is not None else [])
