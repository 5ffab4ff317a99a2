"""Whom a description means that the article never explains: "the striker", "the home secretary".

Newspapers name somebody once and vary from then on. Who is named without any office needs none for
the readers: the office that follows is theirs. A word such as "the Briton" or "the England captain"
is whoever is being talked about. Both hold only where one person fits.
"""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.grammar import PREPOSITIONS, Range
from quotecli.extraction.history import NEAR, History, Source, as_person
from quotecli.extraction.naming import PORTFOLIOS, describe, modifiers
from quotecli.extraction.people import Cast, Person, same_office
from quotecli.extraction.salience import Place
from quotecli.extraction.units import Unit
from quotecli.model import Basis

_LEAD = 3  # sentences in which an article names whom it is about
_CHANCE = 0.8  # how likely the one is who fits
_PARTIES = frozenset({"republican", "democratic", "labour", "tory", "liberal", "green"})
_OFFICIALS = frozenset({"official", "legislator", "leader"})  # words for strangers as well
_POLITICAL = frozenset(
    "nominee candidate front-runner frontrunner contender hopeful senator congressman congresswoman"
    " republican democrat politician lawmaker official legislator leader".split()
)
# Words by which newspapers call the one an article is about, not those for bystanders
_EPITHETS = frozenset(
    "businessman businesswoman mogul billionaire tycoon star actor actress singer songstress rapper"
    " musician songwriter frontman striker midfielder defender goalkeeper winger forward batsman"
    " bowler champion winner captain skipper golfer boxer sprinter cyclist swimmer jockey"
    " quarterback pitcher medallist author novelist filmmaker film-maker playwright screenwriter"
    " comedian legend laureate royal".split()
) | (_POLITICAL - _OFFICIALS)
_OF_STATE = frozenset({"prime minister", "premier", "first minister", "chancellor"})
_BEHIND = PREPOSITIONS | {",", "who", "whose", "which"}
_RANKED = frozenset({"senior", "veteran", "top"})
_NOT_SAME = frozenset({"other", "another", "second", "fellow"})


def is_epithet(head: str) -> bool:
    """Tell a word by which newspapers call the one an article is about."""
    return head in _EPITHETS


def may_be(person: Person, head: str) -> bool:
    """Tell whether somebody can be "the candidate" or "the official", by the offices given."""
    if head not in _POLITICAL:
        return True
    heads, roles = _heads(person), lexicon.roles()
    if not heads:
        return head not in _OFFICIALS
    return any(
        roles[h].role_class == "office" or same_office(h, "lawmaker") or h.startswith("spokes")
        for h in heads
    )


class Epithets:
    """Reads such descriptions, with the cast of the article and what has been read of it."""

    def __init__(self, cast: Cast, history: History) -> None:
        self.cast = cast
        self.history = history

    def meant(self, units: Sequence[Unit], place: Place) -> Source | None:
        """Find whom a description means of which nobody is said to be it."""
        words = modifiers(units, Range(0, len(units)))
        if units[0].lower != "the" or words & _NOT_SAME:
            return None
        stop = next((i for i, u in enumerate(units) if i and u.lower in _BEHIND), len(units))
        units = units[:stop]
        head, where = describe(units, Range(0, stop)) or (units[-1].lower, None)
        if head.rpartition(" ")[2] != units[-1].lower:
            return None  # "the official press"
        person: Person | None
        if _is_of_state(units, head):
            person = self._known_without_office(head, place)
            if person is not None:
                person.offices.add((head, where))
                person.described |= words
        elif len(units) == 2 and _is_one_of_country(units[1].lower):
            home = lexicon.places().get(units[-1].lower)
            person = self._topic(place, "")
            if person is not None and not all(w in (None, home) for _, w in person.offices):
                return None
        elif head in _EPITHETS | _OFFICIALS and (head != "leader" or words & _RANKED):
            role = lexicon.roles().get(head)
            gender = role.gender if role is not None and role.gender in {"f", "m"} else ""
            person = self._topic(place, gender)
            if person is not None and not may_be(person, head):
                return None
        else:
            return None
        return as_person(person, Basis.ROLE)._replace(chance=_CHANCE) if person else None

    def _known_without_office(self, head: str, place: Place) -> Person | None:
        """Find the only one whom the article has named so far without telling who that is."""
        bare = [
            p for p in self.cast.persons if p.first < place.position and not (_heads(p) or p.ages)
        ]
        if len(bare) != 1 or not bare[0].gender or bare[0] in self._named_beside(place):
            return None
        person = bare[0]
        acted = self.history.memory.last_acted(person)
        near = acted is not None and place.sentence - acted <= NEAR
        lead = head != "president" and self.history.place(person.first).sentence <= _LEAD
        role = lexicon.roles()[head]
        fits = role.gender not in {"f", "m"} or person.gender == role.gender
        return person if fits and acted is not None and (near or lead) else None

    def _topic(self, place: Place, gender: str) -> Person | None:
        """Find who acted or spoke last, close before, if that was one person."""
        memory = self.history.memory
        acts = {
            who: acted
            for who in memory.candidates(place)
            if (acted := memory.last_acted(who)) is not None and place.sentence - acted <= NEAR
        }
        last = [who for who, acted in acts.items() if acted == max(acts.values())]
        if len(last) != 1 or not isinstance(last[0], Person):
            return None
        person = last[0]
        fits = not gender or person.gender in {"", gender}
        return person if fits and not self._named_beside(place) else None

    def _named_beside(self, place: Place) -> set[Person]:
        """Give the Roe of "the chancellor said Mr Roe was late", who is not the chancellor."""
        return {
            person
            for found in self.cast.occurrences
            if found.parse.name and self.history.place(found.start).sentence == place.sentence
            for person in self.cast.matches(" ".join(found.parse.name))
        }


def _is_of_state(units: Sequence[Unit], head: str) -> bool:
    """Tell "the home secretary" and "the Tory leader", of whom a country has one."""
    words = [u.lower for u in units]
    if head in _OF_STATE or head == "president":
        return True
    if head == "leader":
        return bool(modifiers(units, Range(0, len(units))) & _PARTIES) and len(words) == 3
    if head.rpartition(" ")[2] not in {"secretary", "minister"}:
        return False
    field = head.partition(" ")[0] if " " in head else words[words.index(head) - 1]
    return field in PORTFOLIOS | {"foreign"}


def _is_one_of_country(word: str) -> bool:
    """Tell "the Briton" and "the American" from "the British"."""
    return word in lexicon.demonyms() and not word.endswith(("s", "ese", "sh", "ch"))


def _heads(person: Person) -> set[str]:
    """Give the offices and roles that the article gives somebody."""
    kinds = {"office", "person", "anonymous"}
    return {h for h, _ in person.offices if h and lexicon.roles()[h].role_class in kinds}
