"""What has been read of an article so far: who was named, who acted, who spoke, who together."""

import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.grammar import BREAKERS, PREPOSITIONS
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Sentence
from quotecli.extraction.speakers.bodynouns import BodyNouns
from quotecli.extraction.speakers.salience import Candidate, Memory, Place, Use, chances
from quotecli.model import Basis, Span
from quotecli.text.names import name_key

NEAR = 3  # sentences within which somebody is being talked about
_GROUP_REACH = 8  # sentences within which "they" are who spoke together


# What is written, shown or laid down, and speaks without being a document by name
_WRITTEN = frozenset(
    "law bill act rule policy plan treaty deal agreement ad advert advertisement photo photograph"
    " picture image film movie book novel play song map chart app software programme program"
    " proposal amendment decree order warrant contract constitution charter quote account paper"
    " footage tape recording survey poll motto slogan list page".split()
)


# Bodies that are seldom another word for one with a name, as "the group" is
_OF_THEIR_OWN = frozenset(
    "army military navy government court parliament senate congress church union ministry council"
    " junta opposition cabinet".split()
)


_AUTHORITIES = frozenset({"police", "officials", "authorities", "officers", "organisers"})


class Source(NamedTuple):
    """Whom a mention means.

    ``names`` is empty where nobody is named; ``label`` is what the statement is filed under.
    ``chance`` is how likely the name is, where it was weighed against others.
    """

    label: str | None
    names: tuple[str, ...]
    basis: Basis
    gender: str = ""
    plural: bool = False
    chance: float | None = None


NOBODY = Source(None, (), Basis.UNRESOLVED)


class _Group(NamedTuple):
    """Several who spoke or acted together, or were named together only."""

    place: Place
    source: Source
    acts: bool = True


Watch = Callable[[int, Sequence[Candidate], Sequence[tuple[str, ...]]], None]


def as_person(person: Person, basis: Basis) -> Source:
    """Give a person as a source."""
    return Source(person.name, (person.name,), basis, person.gender)


def _head_of(label: str) -> str:
    """Give the noun of a description: the "report" of "a report by Roe"."""
    words = label.lower().replace("’", "'").split()
    stop = next((i for i, w in enumerate(words) if i and w in PREPOSITIONS | BREAKERS), len(words))
    return next((w.strip(",") for w in reversed(words[:stop]) if not w.endswith(("ed", "ing"))), "")


def _is_thing(label: str) -> bool:
    """Tell "the agency" and "a report by Roe", which "it" can mean, from "the past year"."""
    head = _head_of(label)
    role = lexicon.roles().get(head)
    return head in _WRITTEN or (role is not None and role.role_class in {"body", "document"})


class History:
    """The state of a reader who goes through an article in order.

    ``sources`` tells whom the memory's keys mean, ``in_full`` where persons were last named beyond
    doubt, ``spoke_as_body`` the last source that is no person, ``spoke_last`` who spoke last, where
    that is known, ``called`` who was "he" (m) or "she" (f), ``families`` all whom "the elder Roe"
    may mean.
    """

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        openings: Openings,
        nouns: BodyNouns,
        sentences: Sequence[Sentence],
    ) -> None:
        self._cast = cast
        self._nouns = nouns
        self._openings = openings
        self._starts = [s.span.start for s in sentences]
        self._paragraphs = [p.start for p in reading.passages]
        rows = {id(s.row): s.row for s in sentences}  # a row has many sentences
        self._quoted = sorted(
            {o for row in rows.values() for o in row.outer}, key=lambda outer: outer.start
        )
        self._spoke: set[Person] = set()
        self.said: Sequence[Span] = ()
        self.watch: Watch | None = None
        self.memory = Memory()
        self.spoke_last: object | None = None
        self.sources: dict[object, Source] = {}
        self._groups: list[_Group] = []
        self.families: dict[str | None, Sequence[object]] = {}
        self.in_full: dict[Person, Place] = {}
        self.called: dict[object, str] = {}
        self._acted_as_body: tuple[Place, Source] | None = None
        self.spoke_as_body: tuple[Place, Source] | None = None

    def place(self, position: int) -> Place:
        """Give the number of the sentence and paragraph at a position."""
        return Place(
            position,
            bisect_right(self._starts, position),
            bisect_right(self._paragraphs, position),
        )

    def body_called(self, units: Sequence[Unit], position: int) -> tuple[str, float] | None:
        """Give the name of the organisation that "the company" means, and how clearly."""
        return self._nouns.meant(units, position, lambda at: bisect_right(self._starts, at))

    def is_quoted(self, position: int) -> bool:
        """Tell whether a position stands within quotation marks."""
        return self.quotation(position) is not None

    def is_said(self, position: int) -> bool:
        """Tell whether a position stands in the words that somebody says."""
        at = bisect_right(self.said, position, key=lambda s: s.start) - 1
        return at >= 0 and position < self.said[at].end

    def span_of_sentences(self, first: int, last: int) -> Span:
        """Give the stretch from the start of one sentence to the end of another, by number."""
        starts = self._starts
        end = starts[last] if last < len(starts) else sys.maxsize
        return Span(starts[first - 1] if 0 < first <= len(starts) else end, end)

    def opens_quoted(self, place: Place) -> bool:
        """Tell whether the sentence at a place begins with a quotation."""
        return place.sentence > 0 and self.is_quoted(self._starts[place.sentence - 1])

    def quotation(self, position: int) -> Span | None:
        """Give the quotation around a position."""
        at = bisect_right(self._quoted, position, key=lambda q: q.start) - 1
        found = self._quoted[at] if at >= 0 else None
        return found if found is not None and position < found.end else None

    def note(self, position: int, source: Source, *, spoke: bool) -> None:
        """Remember who spoke or was a sentence's subject."""
        place = self.place(position)
        if self.is_quoted(position):
            return
        if spoke:
            self.spoke_last = None
        if source.plural:
            self._groups.append(_Group(place, source))
            return
        if len(source.names) > 1 or source.basis is Basis.UNRESOLVED:
            return
        if source.names:
            person = self._cast.find(source.names[0])
            single = tuple(source.names[0].split())
            alone = person is None and single in self.sources  # "his mother, Greta"
            if not alone and (person is None or not person.certain):
                self._note_body(place, source)
            if person is None and source.gender == "" and not alone:
                return
            alone |= len(single) == 1  # "former leader Lord Roe", under the key of "Lord Roe"
            who: object = person or (single if alone else name_key(source.names[0]))
        elif source.gender:
            who = source.label
        else:
            self._note_thing(place, source, spoke=spoke)
            return
        if spoke:
            self.spoke_last = who
            if isinstance(who, Person):
                self._spoke.add(who)
        pronoun = source.basis is Basis.PRONOUN
        if who not in self.sources:
            self.sources[who] = source
        told = self.is_said(position)
        self.memory.note(
            who, place, Use(subject=not spoke, spoke=spoke, pronoun=pronoun, told=told)
        )

    def note_together(self, position: int, persons: Sequence[Person]) -> None:
        """Remember whom a list names: not "Friends of Roe and Poe", where the friends act."""
        place = self.place(position)
        last = self._groups[-1] if self._groups else None
        if last is not None and last.acts and last.place.sentence == place.sentence:
            return
        names = tuple(p.name for p in persons)
        source = Source("; ".join(names), names, Basis.NAMED, plural=True)
        self._groups.append(_Group(place, source, acts=False))

    def _note_body(self, place: Place, source: Source) -> None:
        """Remember a name that "it" may mean; a bill that says something is nobody."""
        name = source.names[0]
        if name.rpartition(" ")[2].lower() in _WRITTEN:
            self.spoke_as_body = (place, Source(source.label, (), Basis.UNNAMED))
        elif self._openings.names_one(name) and source.gender in {"", "u"}:
            self.spoke_as_body = (place, source)
            if name.lower() not in lexicon.places():
                self._nouns.note(place.position, name)

    def _note_thing(self, place: Place, source: Source, *, spoke: bool) -> None:
        """Remember what "it" may mean, and has no name."""
        if source.label is None:
            return
        if spoke and _is_thing(source.label):
            self.spoke_as_body = (place, source)
        elif not spoke and _head_of(source.label) in _OF_THEIR_OWN:
            self._acted_as_body = (place, source)

    def nearer_body(self, place: Place) -> Source | None:
        """Give the body that acts in the sentence before, if another one spoke earlier."""
        if self._acted_as_body is None or self.spoke_as_body is None:
            return None
        (acted, nearer), (spoke, source) = self._acted_as_body, self.spoke_as_body
        label = (source.label or "").lower()
        same = _head_of(nearer.label or "") in label.split() or label in lexicon.places()
        near = place.sentence - acted.sentence == 1 and acted.position > spoke.position
        return nearer if near and not same else None

    def likeliest(self, persons: Sequence[Person], place: Place) -> Person | None:
        """Choose between namesakes: by usage a surname alone is who was named in full first.

        Who only is named, and never does anything, does not count. Where another one has just been
        named in full, it could be that one.
        """
        named = [p for p in persons if p.first < place.position] or persons
        acting = [p for p in named if p.acts] or list(named)
        main = min(acting, key=lambda p: p.first)
        if len(acting) == 1:
            return main
        near = [
            p
            for p in acting
            if (last := self.in_full.get(p)) is not None
            and last.position < place.position
            and place.sentence - last.sentence <= NEAR
        ]
        spoke = main in self._spoke  # and "her husband, Tom Roe," has done nothing so far
        others = [
            p for p in near if p is not main and not (spoke and self.memory.last_acted(p) is None)
        ]
        if not others:
            return main if main.first < place.position or not near else None
        if len(near) == 1 and others[0] in self._spoke and main not in self._spoke:
            return others[0]
        return None

    def gender_of(self, who: object) -> str:
        """Give f, m, u or nothing."""
        return who.gender if isinstance(who, Person) else self.sources[who].gender

    def may_be_called(self, who: object, gender: str) -> bool:
        """Tell whether "he" or "she" can mean somebody; who once was "he" is never "she"."""
        if isinstance(who, Person) and not who.human:
            return False
        known = self.gender_of(who)
        return known == gender or (known in {"", "u"} and self.called.get(who, gender) == gender)

    def weighed(
        self,
        who: Sequence[object],
        place: Place,
        gender: str | None,
        about: AbstractSet[object] = frozenset(),
    ) -> tuple[object | None, float]:
        """Give the likeliest of some candidates, and how likely it is.

        Args:
            who: the candidates.
            place: where they are meant.
            gender: f or m of a pronoun.
            about: of whom the words before it tell that are said.
        """
        known = [w for w in who if self.memory.since(w, place) is not None]
        told = {w: self._told(w, gender) | {"spoken of": float(w in about)} for w in known}
        candidates = self.memory.facts(known, place, told)
        if self.watch is not None and gender is not None:
            self.watch(place.position, candidates, [self.sources[w].names for w in known])
        ranked = sorted(zip(chances(candidates), known, strict=True), key=lambda pair: -pair[0])
        return (ranked[0][1], ranked[0][0]) if ranked else (None, 0.0)

    def _told(self, who: object, gender: str | None) -> dict[str, float]:
        return {
            "gender known": float(gender is not None and self.gender_of(who) == gender),
            "certain": float(isinstance(who, Person) and who.certain),
            "unnamed": float(not self.sources[who].names),
        }

    def talked_about(self, place: Place, gender: str | None) -> list[Person]:
        """Give those who are being talked about, and fit by gender."""
        return [
            who
            for who in self.memory.candidates(place)
            if isinstance(who, Person)
            and (gender is None or who.gender in {"", gender})
            and self._is_talked_about(who, place, told=gender is not None)
        ]

    def singles(self, place: Place, gender: str | None) -> list[object]:
        """Give those with one name only who are being talked about, and fit by gender."""
        return [
            who
            for who in self.memory.candidates(place)
            if isinstance(who, tuple)
            and len(who) == 1
            and self.sources[who].names == who
            and (gender is None or self.gender_of(who) in {"", "u", gender})
            and self._is_talked_about(who, place, told=True)
        ]

    def _is_talked_about(self, who: object, place: Place, *, told: bool) -> bool:
        """Tell whether somebody has just acted, or is named close before and fits by gender."""
        last = self.memory.last_acted(who)
        if last is not None and place.sentence - last <= NEAR:
            return True
        since = self.memory.since(who, place)
        return told and since is not None and since <= NEAR

    def last_group(
        self, place: Place, size: int = 0, outside: Sequence[Span] = (), *, crowd: bool = False
    ) -> Source | None:
        """Give who last spoke or acted together, not in the stretches ``outside``.

        Of a ``crowd`` that shouts the police are none.
        """
        for where, source, acts in reversed(self._groups):
            if any(s.start <= where.position < s.end for s in outside):
                continue  # "Governments must pay, they argue"
            if crowd and _head_of(source.label or "") in _AUTHORITIES:
                continue
            if place.sentence - where.sentence > _GROUP_REACH:
                return None
            if not acts and place.paragraph - where.paragraph > 1:
                continue
            if not source.names and place.paragraph - where.paragraph > 1:
                return None  # "experts" of some paragraphs ago
            if where.position < place.position and (
                len(source.names) > 1 or (not size and source.label)
            ):
                return source
        return None
