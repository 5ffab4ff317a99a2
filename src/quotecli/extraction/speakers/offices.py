"""Who holds an office or fits a description: "the mayor", "the 45-year-old", "the two men"."""

from collections.abc import Sequence
from itertools import pairwise

from quotecli.extraction import lexicon
from quotecli.extraction.names.ages import age_at
from quotecli.extraction.names.bodies import Bodies
from quotecli.extraction.names.bodynames import body_of_mention
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import describe, modifiers, served
from quotecli.extraction.names.families import CLOSE_KIN
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.ranks import BENEATH, CHIEFS
from quotecli.extraction.names.sameoffices import same_office
from quotecli.extraction.names.titled import named_by_title, only_holder
from quotecli.extraction.prose.grammar import DETERMINERS, Range
from quotecli.extraction.prose.units import Unit, spelled
from quotecli.extraction.speakers.crowds import is_plural
from quotecli.extraction.speakers.epithets import PARTIES, Epithets, is_epithet, may_be
from quotecli.extraction.speakers.history import NEAR, History, Source, as_person
from quotecli.extraction.speakers.phrasekinds import is_definite
from quotecli.extraction.speakers.salience import Place
from quotecli.model import Basis

_DIRECTORS = frozenset({"director", "secretary", "secretary-general", "ceo", "commissioner"})
_CHAMBERS = frozenset({"house", "senate", "representatives", "congress"})
_PLAIN = frozenset({"the", "and", "for", "national", "federal"})
_COUNTS = frozenset({"two", "three", "four", "five"})
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_FAIRLY = 0.8  # the chance of whoever was named last of two that hold an office
_MANY_ARE = frozenset({"winner", "finalist", "semi-finalist", "medallist", "contestant"})
_TOGETHER = frozenset({"the", "both", "two", "these", "pair", "of"})
_GENDERED = {"man": "m", "father": "m", "woman": "f", "mother": "f", "boy": "m", "girl": "f"}
_OWNERS = {"his": "m", "her": "f"}
_PAIRS = frozenset({"couple", "pair", "duo", "spouses"})
_OTHERS = BENEATH | {"shadow"}  # who do not hold the office itself
_OFFICIALS = frozenset(
    {
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "foreign minister",
        "minister",
        "leader",
        "king",
        "defence minister",
        "defense minister",
    }
)


class Offices:
    """Reads descriptions, with the cast of the article and what has been read of it."""

    def __init__(self, cast: Cast, bodies: Bodies, history: History) -> None:
        self.cast = cast
        self.bodies = bodies
        self.history = history
        self.epithets = Epithets(cast, history)
        self._titled = named_by_title(cast)
        self._introduced: dict[str, tuple[Place, str]] = {}  # "a spokesman for Zed", by the head

    def described(self, units: Sequence[Unit], text: str, position: int) -> Source:
        """Find who is "the Russian president", "his Azerbaijani counterpart", "both countries"."""
        if (named := body_of_mention(units)) is not None:
            name = spelled(units[named.start : named.end])
            return Source(name, (name,), Basis.NAMED)
        return self._described(units, text, position)

    def _described(self, units: Sequence[Unit], text: str, position: int) -> Source:
        on = next((i for i, u in enumerate(units) if i and u.lower == "on"), len(units))
        if units[0].lower not in DETERMINERS:
            units = units[:on]  # a headline: "Zed chief on new law"
        described = describe(units, Range(0, len(units)))
        plural = is_plural(units)
        words = {u.lower for u in units}
        place = self.history.place(position)
        if units[0].lower == "both" or (units[0].lower == "the" and words & (_COUNTS | _PAIRS)):
            group = self.history.last_group(place, size=2)
            if group is not None:
                return group._replace(basis=Basis.ROLE)
        if is_definite(units) and (aged := self._aged(units, place)) is not None:
            return aged
        if described is None:
            gender = "u" if units[0].lower == "one" else ""  # "One care professional"
            unnamed = Source(text, (), Basis.UNNAMED, gender, plural=plural)
            return self._without_role(units, place) or unnamed
        head, where = described
        role = lexicon.roles()[head]
        unnamed = Source(text, (), Basis.UNNAMED, "" if plural else role.gender, plural)
        if plural and is_definite(units):
            return self._holders_together(units, words, place) or unnamed
        if not is_definite(units) or "other" in words:
            if not plural:
                self._introduced[head] = (place, text)
            return unnamed
        if head == "counterpart":
            person = self._counterpart(where)
            return as_person(person, Basis.ROLE) if person else Source(text, (), Basis.UNRESOLVED)
        if role.role_class in lexicon.PERSONAL:
            found = self._holder(units, described, place, text)
            held = found is not None
            found = found or self.epithets.meant(units, place)
            another = self._another(head, found, place, held=held)
            if another is not None:
                return unnamed._replace(label=another)
            return found or self._epithet(units, role, place) or unnamed
        return (role.role_class == "body" and self._body(units, head, position)) or unnamed

    def _body(self, units: Sequence[Unit], head: str, position: int) -> Source | None:
        """Find which organisation "the company" and "the foreign ministry" mean."""
        called = self._called(units, head, position)
        found = (called, None) if called else self.history.body_called(units, position)
        return Source(found[0], found[:1], Basis.ROLE, chance=found[1]) if found else None

    def _without_role(self, units: Sequence[Unit], place: Place) -> Source | None:
        """Find what a description means whose head is no role: "the Taliban", "the Swede"."""
        if not is_definite(units):
            return None
        body = self._body(units, units[-1].lower, place.position)
        return body or (None if is_plural(units) else self.epithets.meant(units, place))

    def _holder(
        self, units: Sequence[Unit], described: tuple[str, str | None], place: Place, text: str
    ) -> Source | None:
        """Find who holds an office or fits a description."""
        head, where = described
        if head in _MANY_ARE:
            return None  # "the Oscar winner" may be another one
        if not any(p.first < place.position for p in self.cast.holders(head, None)):
            titled = self._by_title(units, described, place)
            if titled is not None:
                return titled
        holders = self._fitting(_now(self.cast.holders(head, where), head, units), units)
        if len(holders) > 1 and _is_plain(units, head):
            holders = [p for p in holders if head in p.plain_offices] or holders
        if len(holders) > 1:
            near = [
                p
                for p in holders
                if (n := self.history.memory.since(p, place)) is not None and n <= NEAR
            ]
            if len(near) != 1:
                return Source(text, (), Basis.UNRESOLVED)
            return as_person(near[0], Basis.ROLE)._replace(chance=_FAIRLY)
        if len(holders) == 1 and head not in CLOSE_KIN and self._is_foreshadowed(holders[0], place):
            return Source(text, (), Basis.UNRESOLVED)
        if len(holders) == 1:
            return self._now_holding(holders[0], units, text)
        if lexicon.roles()[head].role_class == "office" and self.history.sources:
            candidates = [
                p
                for p in self._fitting(_now(self.cast.may_hold(head, where), head, units), units)
                if any(held for held, _ in p.offices)
                or self.history.memory.since(p, place) is not None
            ]
            if len(candidates) == 1:
                return as_person(candidates[0], Basis.ROLE)
        chief = self._chief(units) if head in CHIEFS else None
        return as_person(chief, Basis.ROLE) if chief is not None else None

    def _by_title(
        self, units: Sequence[Unit], described: tuple[str, str | None], place: Place
    ) -> Source | None:
        """Find "the president" who is named "President Otu" only."""
        before = [t for t in self._titled if t.first < place.position]
        name = only_holder(before, *described)
        if name is None or not _is_plain(units, described[0]):
            return None
        person = self.cast.find(name)
        if person is not None:
            return as_person(person, Basis.ROLE)
        gender = known.gender if (known := self.history.sources.get((name,))) else "u"
        return Source(name, (name,), Basis.ROLE, gender)

    def _chief(self, units: Sequence[Unit]) -> Person | None:
        """Find "the ZDP president" who is the head of the Zed Democratic Party."""
        asked = served(units, Range(0, len(units)), in_full=False) - _CHAMBERS
        asked -= lexicon.homes()
        found = [p for p in self.cast.persons if asked and asked <= p.serves and _heads(p)]
        return found[0] if len(found) == 1 else None

    def _is_foreshadowed(self, holder: Person, place: Place) -> bool:
        """Tell whether "the president" may be Roe, named before the first one who is called so."""
        if holder.first <= place.position:
            return False
        return any(
            p.first < holder.first and p.acts and not any(held for held, _ in p.offices)
            for p in self.cast.persons
        )

    def _now_holding(self, person: Person, units: Sequence[Unit], text: str) -> Source:
        """Give who holds an office, or the successor of one who no longer does."""
        sentence = self.history.place(person.first).sentence
        after = [
            p
            for p in self.cast.holders("successor", None)
            if p is not person and 0 <= self.history.place(p.first).sentence - sentence <= NEAR
        ]
        if _asks_former(units) or not _has_left(person, units):
            return as_person(person, Basis.ROLE)
        if len(after) != 1 or self.history.place(after[0].first).sentence > sentence:
            return Source(text, (), Basis.UNRESOLVED)
        return as_person(after[0], Basis.ROLE)._replace(chance=_FAIRLY)

    def _another(self, head: str, found: Source | None, place: Place, *, held: bool) -> str | None:
        """Give "a Harrow executive" for "the executive", if it stood behind the named one.

        It need not, where nobody is told to be an executive.
        """
        if found is None or not found.names or head not in self._introduced:
            return None
        introduced, text = self._introduced[head]
        sentences = place.sentence - introduced.sentence
        person = self.cast.find(found.names[0])
        since = self.history.memory.since(person, place)
        later = not held or since is None or since > sentences
        return (
            text if later and introduced.position < place.position and sentences <= NEAR else None
        )

    def _fitting(self, holders: Sequence[Person], units: Sequence[Unit]) -> Sequence[Person]:
        """Choose those who are called as the description says: "the Democratic nominee"."""
        holders = self._of_the_same(holders, units)
        described = describe(units, Range(0, len(units)))
        told = lexicon.roles()[described[0]].gender if described else ""
        if told in {"f", "m"}:
            holders = [p for p in holders if p.gender in {"", told}]
        asked = modifiers(units, Range(0, len(units))) - {"the"}
        party = asked & PARTIES
        free = [p for p in holders if not party or p.described & party or not p.described & PARTIES]
        if number := _number_of(units):  # "the mother of four"
            free = [p for p in free if number in p.described or not p.described & _NUMBERS]
        if not _asks_former(units):
            free = [p for p in free if not _has_left(p, units)] or free
        if len(free) < 2:
            return free
        shared = [len(asked & p.described) for p in free]
        best = [p for p, n in zip(free, shared, strict=True) if n == max(shared)]
        return best if len(best) == 1 else free

    def _of_the_same(self, holders: Sequence[Person], units: Sequence[Unit]) -> Sequence[Person]:
        """Leave out who holds the office of another place or body: "the mayor of Zed"."""
        asked = served(units, Range(0, len(units)), in_full=False)
        gender = _OWNERS.get(units[0].lower)
        if gender is not None:
            holders = [p for p in holders if self._may_serve(p, gender)]
        if whose := {w for w in asked if self.cast.matches(w)}:  # "Roe's lawyer", of Zed
            others = [{w for w in p.serves if self.cast.matches(w)} for p in holders]
            asked = whose
        else:
            others = [p.serves for p in holders]
        kin = not whose and self._is_kind_of_many(units)
        described = describe(units, Range(0, len(units)))
        kin |= described == ("leader", None)  # "the BJP leader" is no prime minister
        kin |= described is not None and described[0] == "mp"  # "the Ashby MP", of many
        found = [
            p
            for p, serves in zip(holders, others, strict=True)
            if not asked or asked & serves or not (serves or kin)
        ]
        theirs = any(asked & serves for serves in others)
        return [] if whose and len(found) > 1 and not theirs else found

    def _is_kind_of_many(self, units: Sequence[Unit]) -> bool:
        """Tell "the UN's lawyer", of whom an article has several, from "the mayor of Zed"."""
        described = describe(units, Range(0, len(units)))
        if described is None or is_epithet(described[0]):
            return False
        whose = any(
            b.is_capital if a.lower in {"of", "for"} else a.is_capital and a.lower.endswith("'s")
            for a, b in pairwise(units)
        )
        return whose and lexicon.roles()[described[0]].role_class == "person"

    def _may_serve(self, person: Person, gender: str) -> bool:
        """Tell whether "her spokesman" can be somebody who serves persons that are known."""
        owners = [p for word in person.serves for p in self.cast.matches(word)]
        return not owners or any(p.gender in {"", gender} for p in owners)

    def _epithet(self, units: Sequence[Unit], role: lexicon.Role, place: Place) -> Source | None:
        """Find whom "the striker" or "the Republican candidate" means: who is being talked about.

        Only words by which newspapers call the one an article is about, not those for bystanders.
        """
        if not is_epithet(role.head) or units[0].lower != "the":
            return None
        gender = role.gender if role.gender in {"f", "m"} else None
        about = self.history.talked_about(place, gender)
        fitting = self._fitting([p for p in about if may_be(p, role.head)], units)
        singles = self.history.singles(place, gender)
        return self._weighed_person([*fitting, *singles], place, gender)

    def _weighed_person(
        self, persons: Sequence[object], place: Place, gender: str | None
    ) -> Source | None:
        """Give the likeliest of some persons, if it is by far the likeliest."""
        who, chance = self.history.weighed(persons, place, gender)
        if who is None or chance < _FAIRLY:
            return None
        source = self.history.sources[who]
        return source._replace(basis=Basis.ROLE, chance=chance * _FAIRLY)

    def _holders_together(
        self, units: Sequence[Unit], words: set[str], place: Place
    ) -> Source | None:
        """Find who are "the senators" and "the two men"."""
        single = next((s for u in units if (s := _singular(u.lower)) is not None), None)
        holders = self.cast.holders(single, None) if single else []
        if single is None and words & {"two", "both"}:
            since = {
                who: n
                for who in self.history.memory.candidates(place)
                if isinstance(who, Person)
                and (n := self.history.memory.since(who, place)) is not None
                and n <= 2
            }
            last = [who for who, n in since.items() if n == 1]
            latest = last if len(last) == 2 else list(since)
            wanted = "m" if "men" in words else "f" if "women" in words else ""
            holders = [p for p in latest if not wanted or p.gender in {"", wanted}]
        plain = all(u.lower in _TOGETHER for u in units[:-1])
        if len(holders) != 2 or not plain:  # "the 13 senators", "Roe's lawyers"
            return None
        names = tuple(p.name for p in sorted(holders, key=lambda p: p.first))
        return Source("; ".join(names), names, Basis.ROLE, plural=True, chance=_FAIRLY)

    def _aged(self, units: Sequence[Unit], place: Place) -> Source | None:
        """Find who is "the 45-year-old": who has that age, or is being talked about without one."""
        age = next((a for at in range(len(units)) if (a := age_at(units, at)) is not None), None)
        if age is None:
            return None
        found = [p for p in self.cast.persons if age in p.ages]
        if len(found) == 1:
            return as_person(found[0], Basis.ROLE)
        gender = next((_GENDERED[u.lower] for u in units if u.lower in _GENDERED), None)
        near = [] if found else self.history.talked_about(place, gender)
        return self._weighed_person([p for p in near if not p.ages], place, gender)

    def _called(self, units: Sequence[Unit], head: str, position: int) -> str | None:
        """Find which body "the foreign ministry" is; "his campaign" is none that has a name."""
        if units[0].lower != "the":
            return None
        name = self.bodies.called(head.rsplit(maxsplit=1)[-1], position)
        if name is None:
            return None
        words = {u.lower for u in units if u.lower not in DETERMINERS}
        return name if words <= {w.lower() for w in name.split()} else None

    def _counterpart(self, place: str | None) -> Person | None:
        if place is None:
            return None
        found = [
            p
            for p in self.cast.persons
            if any(where == place and held in _OFFICIALS for held, where in p.offices)
        ]
        return found[0] if len(found) == 1 else None


def _is_plain(units: Sequence[Unit], head: str) -> bool:
    """Tell "the president" and "the U.S. president" from that of a company and a former one."""
    words = modifiers(units, Range(0, len(units))) - {"the", *head.split()} - PARTIES
    return all(w in lexicon.places() for w in words)


def _heads(person: Person) -> bool:
    """Tell the director of an agency from its director of finance."""
    held = {office for office, _ in person.offices}
    plain = person.described <= person.serves | held | _DIRECTORS | _PLAIN
    return bool(held & CHIEFS) or (plain and bool(held & _DIRECTORS))


def _asks_former(units: Sequence[Unit]) -> bool:
    return any(u.lower == "former" or u.lower.startswith("ex-") for u in units)


def _has_left(person: Person, units: Sequence[Unit]) -> bool:
    """Tell whether somebody held what is described, and the article gives no other office."""
    described = describe(units, Range(0, len(units)))
    held = {office for office, _ in person.offices if office}
    if described is None or len(held) != 1 or "former" not in person.described:
        return False
    return same_office(held.pop(), described[0])


def _now(holders: Sequence[Person], head: str, units: Sequence[Unit]) -> Sequence[Person]:
    """Leave out former presidents for "the president", if there is another, and the reverse.

    Deputies hold the office of a deputy, and are "the minister" where there is no other.
    """
    words = {u.lower for u in units}
    deputy = not words.isdisjoint(_OTHERS)
    equal = [p for p in holders if bool(p.described & _OTHERS) == deputy]
    if not equal and (deputy or head != "minister"):
        return equal
    found = [p for p in equal or holders if (head in p.past) == _asks_former(units)]
    return found or equal or holders


def _number_of(units: Sequence[Unit]) -> str | None:
    """Give the "four" of "the mother of four"."""
    return next(
        (b.lower for a, b in pairwise(units) if a.lower == "of" and b.lower in _NUMBERS), None
    )


def _singular(word: str) -> str | None:
    """Give the office of which a word is the plural, if it is one."""
    single = word.removesuffix("s")
    role = lexicon.roles().get(single)
    if single == word or role is None or role.role_class not in {"office", "person"}:
        return None
    return single
