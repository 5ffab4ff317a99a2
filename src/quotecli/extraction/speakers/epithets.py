"""Whom a description means that the article never explains: "the striker", "the home secretary".

Newspapers name somebody once and vary from then on. Who is named without any office needs none for
the readers: the office that follows is theirs. A word such as "the Briton" or "the England captain"
is whoever is being talked about. Both hold only where one person fits.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import describe, modifiers
from quotecli.extraction.names.families import CLOSE_KIN
from quotecli.extraction.names.namewords import PORTFOLIOS
from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.sameoffices import same_office
from quotecli.extraction.prose.grammar import PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.history import NEAR, History, Source, as_person
from quotecli.extraction.speakers.phrasekinds import is_definite
from quotecli.extraction.speakers.salience import Place
from quotecli.model import Basis, Span

_ANY = frozenset({"", "f", "m", "u"})
_AHEAD = 2  # sentences within which a lead names whom it described
_LEAD = 3  # sentences in which an article names whom it is about
_BARE = 2  # words: "the citizen"
_CHANCE = 0.8  # how likely the one is who fits
PARTIES = frozenset({"republican", "democratic", "labour", "tory", "liberal", "green"})
_OFFICIALS = frozenset({"official", "legislator", "leader"})  # words for strangers as well
_POLITICAL = frozenset(
    "nominee candidate front-runner frontrunner contender hopeful senator congressman congresswoman"
    " republican democrat politician lawmaker mp official legislator leader".split()
)
# Words by which newspapers call the one an article is about, not those for bystanders
_EPITHETS = frozenset(
    "businessman businesswoman mogul billionaire tycoon star actor actress singer songstress rapper"
    " musician songwriter frontman striker midfielder defender goalkeeper winger forward batsman"
    " bowler champion winner captain skipper golfer boxer sprinter cyclist swimmer jockey"
    " quarterback pitcher medallist author novelist filmmaker film-maker playwright screenwriter"
    " comedian legend laureate royal citizen".split()
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
        self._starts = [found.start for found in cast.occurrences]

    def meant(self, units: Sequence[Unit], place: Place) -> Source | None:
        """Find whom a description means of which nobody is said to be it."""
        words = modifiers(units, Range(0, len(units)))
        if units[0].lower != "the" or words & _NOT_SAME:
            return None
        beside = self._named_beside(units, place)
        stop = next((i for i, u in enumerate(units) if i and u.lower in _BEHIND), len(units))
        units = units[:stop]
        head, where = describe(units, Range(0, stop)) or (units[-1].lower, None)
        if head.rpartition(" ")[2] != units[-1].lower:
            return None  # "the official press"
        if _is_of_state(units, head):
            person = self._known_without_office(head, place, beside)
            if person is None:
                return None
            person.offices.add((head, where))
            person.described |= words
            return as_person(person, Basis.ROLE)._replace(chance=_CHANCE)
        who = self._topic(place, _gender_of(head), beside)
        if who is None or not self.history.sources[who].names or not _may_mean(units, head, who):
            return None
        return self.history.sources[who]._replace(basis=Basis.ROLE, chance=_CHANCE)

    def named_next(
        self, units: Sequence[Unit], place: Place, said: Sequence[Span]
    ) -> Source | None:
        """Find the Roe of '"It is over," her lawyer said. Jane Roe told the BBC …': named after it.

        The next to speak, whom nothing else introduces; later than in the lead, behind a quotation.
        Whom the lawyer's own words name, ``said``, is somebody else.
        """
        described = describe(units, Range(0, len(units)))
        if described is None or not is_definite(units) or len(units) < 2:
            return None
        head = described[0]
        own = units[0].lower in {"his", "her", "their"} or units[0].lower.endswith("'s")
        vague = lexicon.roles()[head].role_class not in {"office", "person"} and not own
        if vague or not (own or len(units) > 2 + head.count(" ")):
            return None
        for found in self._named_in(place, 1, _AHEAD):
            if any(s.start <= found.start < s.end for s in said):
                continue
            at = self.history.place(found.start)
            persons = self.cast.matches(" ".join(found.parse.name))
            if any(p.first < found.start for p in persons):
                continue
            if persons or found.parse.gender:
                near = place.sentence < _LEAD or self.history.opens_quoted(at)
                return self._introduced_so(found, head) if near else None
        return None

    def _introduced_so(self, found: Occurrence, head: str) -> Source | None:
        """Give somebody who opens a sentence, speaks in it, and is described by nothing else."""
        units, run = found.units, found.run
        opens = run.start == 0 or not units[run.start - 1].is_word
        speaks = run.end < len(units) and units[run.end].lower in lexicon.cues()
        name = " ".join(found.parse.name)
        person = self.cast.find(name)
        told = person.gender if person is not None else found.parse.gender
        heads = _heads(person) if person is not None else set(found.parse.offices)
        if not (opens and speaks) or {told, _gender_of(head)} == {"f", "m"}:
            return None
        if any(not same_office(h, head) for h in heads):
            return None
        if person is None:
            return Source(name, (name,), Basis.ROLE, told, chance=_CHANCE)
        return as_person(person, Basis.ROLE)._replace(chance=_CHANCE)

    def _known_without_office(
        self, head: str, place: Place, beside: Mapping[Person, bool]
    ) -> Person | None:
        """Find the only one whom the article has named so far without telling who that is.

        Of several, the one who acted in the sentence before, if the office stands behind a
        quotation: another one would be named.
        """
        bare = [
            p for p in self.cast.persons if p.first < place.position and not (_heads(p) or p.ages)
        ]
        if len(bare) > 1 and self.history.opens_quoted(place):
            topic = self._topic(place, "", beside)
            bare = [p for p in bare if p is topic]
        if len(bare) != 1 or not bare[0].gender or bare[0] in beside:
            return None
        person, gender = bare[0], _gender_of(head)
        acted = self.history.memory.last_acted(person)
        near = acted is not None and place.sentence - acted <= NEAR
        lead = head != "president" and self.history.place(person.first).sentence <= _LEAD
        named = self.history.memory.since(person, place)
        again = lead and named is not None and named <= NEAR
        known = acted is not None and (near or again)
        return person if known and gender in {"", person.gender} else None

    def _topic(self, place: Place, gender: str, beside: Mapping[Person, bool]) -> object | None:
        """Find who acted or spoke last, close before; of several, who spoke.

        Nobody, where another one is named before the place in its sentence.
        """
        if any(beside.values()):
            return None
        memory = self.history.memory
        acts = {
            who: acted
            for who in memory.candidates(place)
            if (acted := memory.last_acted(who)) is not None
            and place.sentence - acted <= NEAR
            and self.history.gender_of(who) in ({gender} if gender else _ANY)
        }
        latest = max(acts.values(), default=None)
        last = [who for who, acted in acts.items() if acted == latest]
        if len(last) > 1:
            last = [who for who in last if memory.last_spoke(who) == acts[who]]
        return last[0] if len(last) == 1 and last[0] not in beside else None

    def _named_in(self, place: Place, first: int, last: int) -> list[Occurrence]:
        """Give the names that stand ``first`` to ``last`` sentences behind that of a place."""
        span = self.history.span_of_sentences(place.sentence + first, place.sentence + last)
        begin, end = (bisect_left(self._starts, position) for position in span)
        return [found for found in self.cast.occurrences[begin:end] if found.parse.name]

    def _named_beside(self, units: Sequence[Unit], place: Place) -> Mapping[Person, bool]:
        """Give the Roe of "the chancellor said Mr Roe was late", who is not the chancellor.

        And whether the writer names them before.
        """
        start, end = units[0].start, units[-1].end
        return {
            person: found.start < start and not self.history.is_quoted(found.start)
            for found in self._named_in(place, 0, 0)
            if not start <= found.start < end
            for person in self.cast.matches(" ".join(found.parse.name))
        }


def _may_mean(units: Sequence[Unit], head: str, who: object) -> bool:
    """Tell whether a description is one for whoever is being talked about, and may be for this one.

    Args:
        units: the description, up to what is behind its head.
        head: its head.
        who: the one who is being talked about.
    """
    words = modifiers(units, Range(0, len(units)))
    person = who if isinstance(who, Person) else None
    if person is not None and any(held in CLOSE_KIN for held, _ in person.offices):
        return False  # "His wife Jane said"
    if len(units) == 2 and _is_one_of_country(units[1].lower):
        home = lexicon.places().get(units[1].lower)
        return person is None or all(where in (None, home) for _, where in person.offices)
    last = head.rpartition(" ")[2]
    if head in _EPITHETS or last in _OFFICIALS:
        plain = last == "leader" and not words & _RANKED
        if plain or (head == "citizen" and len(units) <= _BARE):
            return False
        if last == "official" and any(not _is_of_place(w) for w in words - {"the", "official"}):
            return False  # "the State Department official", "a senior official": whom nobody names
        return last not in _POLITICAL if person is None else may_be(person, last)
    if head.startswith("spokes") and words & PARTIES:
        return person is not None and "shadow" in person.described
    return "former" in words and len(units) > _BARE + 1  # "the former France manager"


def _is_of_state(units: Sequence[Unit], head: str) -> bool:
    """Tell "the home secretary" and "the Tory leader", of whom a country has one."""
    words = [u.lower for u in units]
    if head in _OF_STATE or head == "president":
        return True
    if head == "leader":
        return bool(modifiers(units, Range(0, len(units))) & PARTIES) and len(words) == 3
    if head.rpartition(" ")[2] not in {"secretary", "minister"}:
        return False
    field = head.partition(" ")[0] if " " in head else words[words.index(head) - 1]
    return field in PORTFOLIOS or field == "foreign"


def _is_one_of_country(word: str) -> bool:
    """Tell "the Briton" and "the American" from "the British"."""
    return word in lexicon.demonyms() and not word.endswith(("s", "ese", "sh", "ch"))


def _is_of_place(word: str) -> bool:
    return word in lexicon.demonyms() or word in lexicon.places()


def _gender_of(head: str) -> str:
    role = lexicon.roles().get(head)
    return role.gender if role is not None and role.gender in {"f", "m"} else ""


def _heads(person: Person) -> set[str]:
    """Give the offices and roles that the article gives somebody."""
    return {h for h, _ in person.offices if h and lexicon.roles()[h].role_class in lexicon.PERSONAL}
