"""The cast of an article: who is named in full, under which titles, and with which gender."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.ages import age_at
from quotecli.extraction.names.descriptions import describe, modifiers, place_after, served
from quotecli.extraction.names.namewords import (
    CLOSED,
    PORTFOLIOS,
    bare_word,
    describes,
    has_initials,
    is_like_person,
)
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.names.parsing import capital_office, office_apposed, parse_name
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PARTICLES,
    PREPOSITIONS,
    Range,
    is_adverb,
)
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import name_key
from quotecli.text.naming.lists import shared_forms
from quotecli.text.normalise import fold

_PRONOUNS = {"he": "m", "his": "m", "him": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
_TOLD = 3  # what a title or "his wife" counts for a gender, beside a first name or a pronoun
_LONGEST_APPOSITION = 14  # units
_LONGEST_TITLE = 5
_TO_ALIAS = 6  # units between a name and a nickname: "– more commonly known as"
_PAIR = 2  # words; a name that long may be the end of several
_FAMILY = 8  # persons of one first name and surname that an article tells apart
_LONG_RUN = 4  # words of a headline in title case
_AGES = range(5, 111)
Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the article names with two words or more.

    ``first`` is where in the reading the article first does so; ``certain`` tells whether a first
    name, a title, an age or an office makes it a person, not only capital words.
    """

    first: int
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    described: set[str] = field(default_factory=set)  # words of titles and appositions
    serves: set[str] = field(default_factory=set)  # the places and bodies whose office it holds
    genders: Counter[str] = field(default_factory=Counter)
    past: set[str] = field(default_factory=set)  # offices that it once held
    ages: set[str] = field(default_factory=set)
    certain: bool = False
    human: bool = False  # whether it seems to be a person at all, and not "Student Money Survey"
    acts: bool = False  # whether it does or says something somewhere, under its full name

    @property
    def name(self) -> str:
        """The form that the article uses most, the first one of equals; none in capitals only."""
        plain = [f for f in self.forms if not all(w.isupper() for w in f)] or list(self.forms)
        plain = [f for f in plain if not _is_end_of(f, plain)]
        most = max(self.forms[form] for form in plain)
        usual = next(form for form in plain if self.forms[form] == most)
        return " ".join(_with_first_name(usual, plain))

    @property
    def gender(self) -> str:
        """f, m, or nothing where unknown."""
        ranked = self.genders.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def is_called(self, key: Key) -> bool:
        """Tell whether just this is one of its names."""
        return any(name_key(" ".join(form)) == key for form in self.forms)


class Occurrence(NamedTuple):
    """A name where it stands: units ``run`` of the row ``units``."""

    units: Sequence[Unit]
    run: Range
    parse: Named

    @property
    def start(self) -> int:
        """Where it begins in the reading."""
        return self.units[self.run.start].start


class Cast:
    """All persons whom the article names in full.

    Args:
        rows: the article's passages.
        speaking: names that stand as somebody who speaks, as they are written.
        openings: what the capitals at the starts of its sentences tell.
    """

    def __init__(
        self, rows: Sequence[Sequence[Unit]], openings: Openings, speaking: Collection[str] = ()
    ) -> None:
        self.persons: list[Person] = []
        self._by_word: defaultdict[str, list[tuple[Person, int]]] = defaultdict(list)
        self.occurrences = [
            Occurrence(units, run, parse_name(units, run))
            for units in rows
            for run in openings.name_runs(units)
        ]
        alone = Counter(
            o.parse.name[-1].lower() for o in self.occurrences if len(o.parse.name) == 1
        )
        self._first_alone: dict[str, int] = {}
        for o in self.occurrences:
            if len(o.parse.name) == 1:
                self._first_alone.setdefault(fold(o.parse.name[0]), o.start)
        alone.update(
            words[-1].lower()
            for words in map(str.split, speaking)
            if 0 < len(words) < _LONG_RUN and all(w[0].isupper() for w in words)
        )
        doubtful = []
        lower = {u.lower for units in rows for u in units if not u.is_capital}
        places = _only_behind_in(self.occurrences)
        for found in self.occurrences:
            if not is_like_person(found.parse.name):
                continue
            last = found.parse.name[-1].lower()
            if found.parse.name in places and (last in lexicon.places() or not alone[last]):
                continue  # "in Santiago de Cuba"
            thing = _is_of_body(found) or (last in lower and _is_thing(found))
            certain = is_certain(found) and not thing
            if not certain and (last in _NOT_LAST or _is_of_country(found.parse.name)):
                continue
            used = bool(alone[found.parse.name[-1].lower()])
            told = " ".join(found.parse.name) in speaking and not has_initials(found.parse.name)
            told |= _is_behind_field(found, speaking)
            if not (certain or used or told):
                continue
            if not certain and _has_article(found):
                continue
            if not certain and _opens_sentence(found):
                doubtful.append(found)
            else:
                self._add(found, certain=certain, thing=thing)
        for found in doubtful:
            name = " ".join(found.parse.name)
            known = self.matches(found.parse.name[-1])
            kin = {w.lower() for p in known for form in p.forms for w in form}
            same = self._same(name_key(name))
            again = len(same) == 1 and same[0].certain and _is_form_of(found.parse.name, same[0])
            if name in speaking or not known or again or _names_another(found, lower | kin):
                self._add(found, certain=False)
        self._add_from_headlines(alone)
        self._add_couples()
        self._join_nicknames()
        self._join_shortened()
        self._add_aliases()
        self._read_genders()

    # -- gathering ----------------------------------------------------------------------------

    def _add(self, found: Occurrence, *, certain: bool, thing: bool = False) -> None:
        parse, units, run = found.parse, found.units, found.run
        same = self._same(name_key(" ".join(parse.name)))
        if len(same) > 1:
            return  # "George Boyle" of an article with George A. and George B. Boyle
        if same and _is_kin_of_namesake(found, same[0]):
            same = []  # "her father Abdul Roe" of Laila Abdul Roe
        person = same[0] if same else self._new(parse.name, found.start)
        person.forms[parse.name] += 1
        person.certain |= certain
        person.human |= not thing
        said = run.start > 0 and units[run.start - 1].lower in lexicon.cues()
        person.acts |= said or is_followed_by_verb(units, run)
        if thing:
            return
        behind = _offices_after(units, run)
        person.offices |= behind.offices
        person.described |= behind.words
        person.serves |= behind.serves
        _read_title(person, found)
        if (age := _age(units, run)) is not None:
            person.ages.add(age)
        for told in (parse.gender, behind.gender):
            if told in {"f", "m"}:
                person.genders[told] += _TOLD
        first = lexicon.first_names().get(parse.name[0].lower(), "u")
        if first == "u" and "-" in parse.name[0]:  # "Jean-Claude"
            first = lexicon.first_names().get(parse.name[0].lower().split("-")[0], "u")
        if first != "u":
            person.genders[first] += 1

    def _new(self, name: tuple[str, ...], position: int) -> Person:
        person = Person(position)
        self.persons.append(person)
        key = name_key(" ".join(name))
        eastern = len(name) == _PAIR and "-" in name[-1] and not _is_first_name(name[0])
        for at, word in enumerate(key):
            level = _LAST if at == len(key) - 1 else _FIRST if at == 0 else _MIDDLE
            level = _LAST if at == 0 and eastern else level  # "Cho" of Cho Jae-Hyun
            named = word not in lexicon.places() or word in lexicon.first_names()
            if level == _FIRST and not named:
                continue  # "Israel said" is not Israel Katz
            if level != _MIDDLE or (at == len(key) - 2 and len(word) > 1):
                self._by_word[word].append((person, level))
        return person

    def _same(self, key: Key) -> list[Person]:
        """Find the person whose full name ``key`` is, in another form perhaps, or all it can be."""
        found = [p for p, _ in self._by_word.get(key[-1], ()) if _is_same(p, key)]
        found = _called(found, key)
        if not found and len(key) == _PAIR:
            found = [p for p, _ in self._by_word.get(key[0], ()) if _is_same(p, key)]
        return list(dict.fromkeys(found))

    def _add_from_headlines(self, alone: Mapping[str, int]) -> None:
        """Find "Jane Roe" in "Jane Roe Blasts The New Plan", where Roe is named alone as well."""
        firsts = lexicon.first_names()
        for found in self.occurrences:
            units, run = found.units, found.run
            if run.end - run.start < _LONG_RUN:
                continue
            for at in range(run.start, run.end - 1):
                name = (units[at].text, bare_word(units[at + 1].text))
                if name[0].lower() not in firsts or not alone.get(name[1].lower()):
                    continue
                if is_like_person(name) and not self.matches(name[1]):
                    pair = Range(at, at + 2)
                    self._add(Occurrence(units, pair, Named(name, (), None, "")), certain=True)

    def _add_couples(self) -> None:
        """Read "John and Mary Hart" as two names."""
        for first, second in zip(self.occurrences, self.occurrences[1:], strict=False):
            units = first.units
            between = range(first.run.end, second.run.start)
            if (
                second.units is not units
                or [units[i].lower for i in between] not in (["and"], ["&"])
                or len(first.parse.name) != 1
                or len(second.parse.name) < 2
                or not _is_first_name(first.parse.name[0])
                or not _is_first_name(second.parse.name[0])
                or first.run.end - first.run.start > 1
                or self.matches(first.parse.name[0])
            ):
                continue
            name = (first.parse.name[0], *second.parse.name[1:])
            if not self._same(name_key(" ".join(name))):
                person = self._new(name, first.start)
                person.forms[name] += 1
                person.certain = person.human = True
                gender = lexicon.first_names().get(name[0].lower(), "u")
                if gender != "u":
                    person.genders[gender] += 1

    def _join_nicknames(self) -> None:
        """Make one of "Bill Roe" and "William Roe", where nobody else has that surname."""
        for bearers in list(self._by_word.values()):
            persons = [p for p, level in bearers if level == _LAST]
            if len(persons) != 2:
                continue
            one, other = persons
            names = [name_key(p.name) for p in persons]
            if (
                shared_forms(names[0][0]) & shared_forms(names[1][0])
                and {one.gender, other.gender} != {"f", "m"}
                and not _are_told_apart(one, other)
            ):
                self._merge(one, other)

    def _add_aliases(self) -> None:
        """Read "Joko Roe – better known as Jokro –"."""
        for first, second in pairwise(self.occurrences):
            units = first.units
            between = [u.lower for u in units[first.run.end : second.run.start]]
            if second.units is not units or len(second.parse.name) != 1 or len(between) > _TO_ALIAS:
                continue
            person = self.find(" ".join(first.parse.name)) if first.parse.name else None
            alias = fold(second.parse.name[0])
            so = between[-2:] == ["known", "as"] or between[-1:] in (["alias"], ["nicknamed"])
            if person is not None and so and not self._by_word.get(alias):
                self._by_word[alias].append((person, _LAST))

    def _join_shortened(self) -> None:
        """Make one of "Teresa Flores" and "María Teresa Flores Jáquez", as Spanish has it.

        Of the latter the former has a given name and the surname of the father. Hong Kong puts
        the Chinese given name behind both: "John Lee Ka-chiu".
        """
        pairs = [(p, name_key(p.name)) for p in self.persons if p.certain]
        long = [(p, key) for p, key in pairs if len(key) == _PAIR + 2]
        for person, key in pairs:
            if len(key) != _PAIR:
                continue
            whole = [
                p for p, k in long if _is_shortened(k, key, hyphened="-" in p.name.split()[-1])
            ]
            told = {p.gender for p in (person, *whole)}
            if len(whole) == 1 and {"f", "m"} - told and person in self.persons:
                self._merge(whole[0], person)

    def _merge(self, kept: Person, other: Person) -> None:
        kept.forms.update(other.forms)
        kept.offices |= other.offices
        kept.described |= other.described
        kept.serves |= other.serves
        kept.genders.update(other.genders)
        kept.past |= other.past
        kept.ages |= other.ages
        kept.certain |= other.certain
        kept.human |= other.human
        kept.acts |= other.acts
        kept.first = min(kept.first, other.first)
        self.persons.remove(other)
        for bearers in self._by_word.values():
            own = {p for p, _ in bearers}
            bearers[:] = [
                (kept if p is other else p, level)
                for p, level in bearers
                if not (p is other and kept in own)
            ]

    def _read_genders(self) -> None:
        """Let forms of address ("Mr Moyle") and pronouns close behind a name tell its gender."""
        pairs = [(o, self.find(" ".join(o.parse.name))) for o in self.occurrences if o.parse.name]
        for found, person in pairs:
            if person is not None and len(found.parse.name) == 1:
                told = found.parse.gender
                if told in {"f", "m"} and person.gender in {"", told}:
                    person.genders[told] += _TOLD
                offices, gender, described, serves = _offices_after(found.units, found.run)
                if {gender, person.gender} == {"f", "m"}:
                    continue
                person.offices.update(offices)
                person.offices.update((office, found.parse.place) for office in found.parse.offices)
                title = _title_before(found.units, found.run, 1)
                person.described |= described | modifiers(found.units, title)
                person.serves |= serves
        unknown = {id(p) for p in self.persons if not p.genders}
        for found, person in pairs:
            if id(person) in unknown and person is not None and (told := _pronoun_behind(found)):
                person.genders[told] += 1

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
        key = name_key(name)
        if not key:
            return []
        bearers = self._by_word.get(key[-1], ())
        if (rank := _RANK.match(name)) and rank["word"].lower() not in lexicon.places():
            return self.matches(name[rank.end() :])
        if len(key) > 1:
            same = [p for p, level in bearers if level == _LAST and _is_same(p, key)]
            same = _called(same, key)
            if same or len(key) > _PAIR:
                return same
            firsts = [p for p, _ in self._by_word.get(key[0], ())]
            swapped = [p for p in firsts if _is_same(p, key)]
            begun = [p for p in firsts if p.certain and _is_begun_by(p, key)]
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


_LAST, _FIRST, _MIDDLE = range(3)
_RANK = re.compile(r"(?P<word>[B-DF-HJ-NP-TV-Z]{3,4}) (?=\S+$)(?=\S*[a-z])")  # "VPM Roe"


def of_generation(units: Sequence[Unit], at: int, persons: Sequence[Person]) -> Person | None:
    """Find who of a family is "the elder Roe", whose name is unit ``at``: by kin, else by age."""
    elder = units[at - 1].lower in _ELDER
    if len(persons) == 1:
        return persons[0] if _generation(persons[0]) == (1 if elder else -1) else None
    known = {id(p): n for p in persons if (n := _generation(p)) is not None}
    if len(persons) == 2 and len(known) == 1:  # the other one is the father of the son
        known |= {id(p): -known[next(iter(known))] for p in persons if id(p) not in known}
    if len(set(known.values())) < 2:
        ages = {id(p): int(*p.ages) for p in persons if len(p.ages) == 1 and min(p.ages).isdigit()}
        known = ages if len(ages) == len(persons) else {}
    ranked = sorted(known.values(), reverse=elder)
    found = [p for p in persons if known.get(id(p)) == ranked[0]] if len(ranked) > 1 else []
    return found[0] if len(found) == 1 and ranked[0] != ranked[1] else None


def names_generation(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the name at unit ``at`` is one of a family: "the elder Roe"."""
    kin = at > 1 and units[at - 1].lower in _ELDER | _YOUNGER
    return kin and units[at - 2].lower in DETERMINERS


def _generation(person: Person) -> int | None:
    """Give 1 for a parent, -1 for a child, nothing where the article tells neither or both."""
    held = {office for office, _ in person.offices}
    parent, child = bool(held & _PARENTS), bool(held & _CHILDREN)
    return None if parent == child else 1 if parent else -1


_ELDER = frozenset({"elder", "older", "senior"})
_YOUNGER = frozenset({"younger", "junior"})
_PARENTS = frozenset({"father", "mother", "dad", "mum", "mom", "grandfather", "grandmother"})
_CHILDREN = frozenset({"son", "daughter", "grandson", "granddaughter"})
_SPOUSES = frozenset({"wife", "husband", "brother", "sister", "uncle", "aunt", "cousin"})
KIN = _PARENTS | _CHILDREN | _SPOUSES


def _is_same(person: Person, key: Key) -> bool:
    """Tell whether a name of two words or more is a form of the person's.

    The last words are equal, and of the words before, those that both give agree, an initial with
    any word that begins with it; or one is the other's end ("van der Meer"), or both are the same
    words in another order ("Orbán Viktor"). A name of three words or more must agree with every
    other one: "Abu Hassan Roe" and "Sadeq Abu Roe" both end like "Abu Roe", and are two.
    """
    own = [name_key(" ".join(form)) for form in person.forms]
    whole = (k for k in own if len(k) > _PAIR and len(key) > _PAIR)
    return any(_is_form(k, key) for k in own) and all(_is_form(k, key) for k in whole)


def _is_shortened(whole: Key, key: Key, *, hyphened: bool) -> bool:
    """Tell "Teresa Flores" of María Teresa Flores Jáquez, and "John Lee" of John Lee Ka-chiu."""
    firsts = lexicon.first_names()
    if whole[:_PAIR] == key and hyphened:
        return True
    return whole[-2] == key[-1] and key[0] in whole[:2] and {*whole[:2]} <= firsts.keys()


def _is_begun_by(person: Person, key: Key) -> bool:
    """Tell "Te Kauri" of Te Kauri Robert Parr: two given names."""
    own = (name_key(" ".join(form)) for form in person.forms)
    return any(len(k) > len(key) + 1 and k[: len(key)] == key for k in own)


def _called(persons: Sequence[Person], key: Key) -> list[Person]:
    """Choose who is called just ``key``, unless that person has a longer name like another's.

    "George Boyle" is nobody of an article with George A. and George B. Boyle, even if one of them
    was called so before the other one came.
    """
    found = [p for p in persons if p.is_called(key)]
    few = len(key) == _PAIR and len(persons) <= _FAMILY  # a list of winners would take long
    apart = few and any(_are_told_apart(a, b) for a, b in combinations(persons, 2))
    return found if found and not apart else list(persons)


def _is_end_of(form: tuple[str, ...], forms: Sequence[tuple[str, ...]]) -> bool:
    """Tell a surname with its particle ("Al Poe") from a whole name, where that is known."""
    particle = form[0].lower() in PARTICLES and not form[0].endswith(".")
    return particle and any(len(f) > len(form) and f[-len(form) :] == form for f in forms)


def _with_first_name(form: tuple[str, ...], forms: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Give "Linda Black Elk" for "Black Elk", a surname of two words."""
    firsts = lexicon.first_names()
    if len(form) != _PAIR or form[0].lower() in firsts:
        return form
    longer = (f for f in forms if len(f) > _PAIR and f[-_PAIR:] == form)
    return next((f for f in longer if f[0].lower() in firsts), form)


def _is_form(own: Key, key: Key) -> bool:
    if len(own) == len(key) == 2 and own == key[::-1]:
        return True
    if not own or own[-1] != key[-1]:
        return False
    if own[-len(key) :] == key or key[-len(own) :] == own:
        return True
    if _have_other_initials(own, key):
        return False
    short, long = sorted((own[:-1], key[:-1]), key=len)
    rest = iter(long)
    return _agree(short[0], long[0]) and all(any(_agree(w, x) for x in rest) for w in short)


def _are_told_apart(one: Person, other: Person) -> bool:
    """Tell whether initials make two persons of one first name and surname."""
    mine, others = ([name_key(" ".join(f)) for f in p.forms] for p in (one, other))
    return any(_have_other_initials(a, b) for a in mine for b in others)


def _have_other_initials(own: Key, key: Key) -> bool:
    """Tell George W. Boyle from George H.W. Boyle and from George Herbert Walker Boyle.

    An initial in the middle stands for the name at its place; one more may follow.
    """
    middles = own[1:-1], key[1:-1]
    if not all(middles) or not any(all(len(w) == 1 for w in m) for m in middles):
        return False
    return not all(_agree(a, b) for a, b in zip(*middles, strict=False))


def _agree(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b


_HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "emir"}
)
_SAME_OFFICES = (
    frozenset({"premier", "prime minister", "pm", "head of government"}),
    frozenset({"mp", "lawmaker", "legislator", "member of parliament", "parliamentarian"}),
    frozenset({"senator", "lawmaker", "legislator"}),
    frozenset({"congressman", "congresswoman", "representative", "lawmaker", "legislator", "rep"}),
    frozenset({"governor", "gov"}),
    frozenset({"senator", "sen"}),
    frozenset({"chief executive", "chief executive officer", "ceo"}),
    frozenset({"pope", "pontiff"}),
    frozenset({"lawyer", "attorney", "solicitor", "barrister", "counsel"}),
    frozenset({"coach", "manager", "head coach"}),
    frozenset({"doctor", "physician"}),
    frozenset({"chairman", "chair", "chairwoman", "chairperson"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"foreign minister", "foreign secretary"}),
    frozenset({"secretary", "secretary of state"}),
    frozenset({"defence minister", "defense minister", "defence secretary", "defense secretary"}),
    frozenset({"police chief", "chief of police", "police commissioner"}),
    frozenset({"author", "writer", "novelist"}),
    frozenset({"scientist", "researcher"}),
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({"wife", "ex-wife", "former wife"}),
    frozenset({"husband", "ex-husband"}),
    frozenset({"businessman", "entrepreneur", "mogul", "tycoon", "billionaire"}),
    frozenset({"footballer", "striker", "midfielder", "defender", "goalkeeper", "player"}),
)


def same_office(held: str, asked: str) -> bool:
    """Tell whether a description fits an office: "the Russian leader" is a president."""
    held, asked = held.replace("-general", " general"), asked.replace("-general", " general")
    if held == asked:
        return True
    if held.endswith((" " + asked, "-" + asked)):
        return not held.startswith(("co-", "vice"))
    if asked == "leader" and held in _HEADS_OF_STATE:
        return True
    return any(held in group and asked in group for group in _SAME_OFFICES)


def is_followed_by_verb(units: Sequence[Unit], run: Range) -> bool:
    """Tell whether a name seems to be a subject: "Roe said", "Roe, 45, has"."""
    at = run.end
    opens = run.start == 0 or not units[run.start - 1].is_word
    if at < len(units) and units[at].text == ",":
        comma = next(
            (i for i in range(at + 1, min(len(units), at + 15)) if units[i].text == ","), None
        )
        if comma is None or not opens:
            return False
        at = comma + 1
    if at >= len(units) or units[at].is_capital or not units[at].is_word:
        return False
    if run.start and units[run.start - 1].lower in PREPOSITIONS | {"and", "or"}:
        return False
    lower = units[at].lower
    if lower in AUXILIARIES or lower in lexicon.cues() or lower.endswith("ed"):
        return True
    return opens and lower not in PREPOSITIONS and lower not in {"and", "or", "who", "whose"}


def _is_thing(found: Occurrence) -> bool:
    """Tell "Student Money Survey" from a person, whose last word is written in lower case too."""
    known = _is_first_name(found.parse.name[0]) or _has_honorific(found)
    return not (known or _says(found) or _age(found.units, found.run) is not None)


def _is_of_body(found: Occurrence) -> bool:
    """Tell "television channel Al Zedia" from "the bank, Jane Roe"."""
    units, at = found.units, found.run.start - 1
    role = lexicon.roles().get(units[at].lower) if at >= 0 else None
    behind = role is not None and role.role_class == "body" and not units[at].is_capital
    return behind and not _is_first_name(found.parse.name[0])


def _has_honorific(found: Occurrence) -> bool:
    before = found.units[: found.run.end - len(found.parse.name)]
    return any(u.lower.rstrip(".") in lexicon.titles() for u in before[-_LONGEST_TITLE:])


def _says(found: Occurrence) -> bool:
    """Tell whether a name has a verb of saying behind or before it."""
    near = found.units[max(found.run.start - 1, 0) : found.run.start]
    return any(u.lower in lexicon.cues() for u in (*near, *found.units[found.run.end :][:1]))


def _opens_sentence(found: Occurrence) -> bool:
    """Tell a run whose first word may be capital for its place only ("See Roe")."""
    return found.run.start == 0 or not found.units[found.run.start - 1].is_word


def _names_another(found: Occurrence, lower: AbstractSet[str]) -> bool:
    """Tell "Zorandel Roe kept", who has the surname of another one, from "Embattled Roe said".

    Args:
        found: a run that opens a sentence.
        lower: the words that the article writes in lower case, and those of names like it.
    """
    first = found.parse.name[0].lower()
    ordinary = first in lower or first in CLOSED or describes(first) or first.endswith("ly")
    return not ordinary and is_followed_by_verb(found.units, found.run)


def _is_form_of(name: tuple[str, ...], person: Person) -> bool:
    """Tell a name with its middle from that of somebody else: both begin and end alike."""
    return len(name) > _PAIR and any(
        form[0] == name[0] and form[-1] == name[-1] for form in person.forms
    )


def _is_of_country(name: Sequence[str]) -> bool:
    """Tell "South China" and "Korea Eximbank" from persons whose first name is none."""
    firsts, places = lexicon.first_names(), lexicon.places()
    return any(w.lower() in places and w.lower() not in firsts for w in (name[0], name[-1]))


def _only_behind_in(occurrences: Sequence[Occurrence]) -> frozenset[tuple[str, ...]]:
    """Give the names that stand behind "in" and nowhere else, without a title."""
    behind: set[tuple[str, ...]] = set()
    elsewhere: set[tuple[str, ...]] = set()
    for found in occurrences:
        units, at, parse = found.units, found.run.start, found.parse
        titled = parse.offices or parse.gender or at == 0
        sited = not titled and units[at - 1].lower == "in"
        (behind if sited else elsewhere).add(parse.name)
    return frozenset(behind - elsewhere)


def _is_kin_of_namesake(found: Occurrence, person: Person) -> bool:
    """Tell "her father Abdul Roe" from Laila Abdul Roe, whose name ends so."""
    key = name_key(" ".join(found.parse.name))
    kin = not KIN.isdisjoint(found.parse.offices)
    return kin and not person.is_called(key)


def _has_article(found: Occurrence) -> bool:
    """Tell "the Data Retention Bill" and "The American Theatre Wing" from a person."""
    units, at = found.units, found.run.start
    whose = units[at].lower.endswith("'s")  # "the MRP's Jane Roe"
    return at > 0 and units[at - 1].lower == "the" and not whose


def is_certain(found: Occurrence) -> bool:
    """Tell whether a first name, title, age or apposition makes a name a person's."""
    parse, units, run = found.parse, found.units, found.run
    if parse.offices or parse.gender:
        return True
    if any(word.lower() in lexicon.first_names() for word in parse.name[:-1][:2]):
        return True
    if _age(units, run) is not None:
        return True
    at = run.end
    if _has_gloss(units, at) and "-" in parse.name[-1]:
        return True
    if at + 1 < len(units) and units[at].text == "," and units[at + 1].lower in {"who", "whose"}:
        return True
    return bool(_offices_after(units, run).offices) or _apposed_before(units, run) is not None


def _is_behind_field(found: Occurrence, speaking: Collection[str]) -> bool:
    """Tell the Jane Roe of "superintendent of police Jane Roe", who speaks."""
    units, at = found.units, found.run.start - 1
    if at > 1 and units[at].text == ")":
        at -= 3  # "of police (SP) Jane Roe"
    if at < 0 or units[at].lower not in PORTFOLIOS | {"police"} or units[at].is_capital:
        return False
    ending = f"{units[at].text} {' '.join(found.parse.name)}"
    return any(mention.endswith(ending) for mention in speaking)


def _is_first_name(word: str) -> bool:
    firsts = lexicon.first_names()
    return word.lower() in firsts or fold(word) in firsts  # "Tomás"


def _has_gloss(units: Sequence[Unit], at: int) -> bool:
    """Tell "Kao Shih-lin (高世林)", whose name follows in the letters of its language."""
    return at + 1 < len(units) and units[at].text == "(" and units[at + 1].text[0] >= _FIRST_CJK


_FIRST_CJK = "\u3040"  # hiragana; the scripts of China, Japan and Korea follow


def gender_behind(found: Occurrence) -> str:
    """Read f of "Zorina, a mother of two"; nothing where no description tells."""
    return _offices_after(found.units, found.run).gender


def _age(units: Sequence[Unit], run: Range) -> str | None:
    """Read "Jane Roe, 45," and "Jane Roe (45)" and "45-year-old Jane Roe"."""
    for at in range(run.start - 1, max(run.start - 6, -1), -1):
        if not units[at].is_word:
            break
        if (age := age_at(units, at)) is not None:
            return age
    at = run.end
    if at + 2 < len(units) and units[at].text in {",", "("}:
        at += 1
        at += units[at].lower in {"aged", "age"}
        if at < len(units) and units[at].text.isdigit() and int(units[at].text) in _AGES:
            following = units[at + 1].text if at + 1 < len(units) else "."
            if following in {",", ")", ".", ";", "and", "of", "from", "—", "–"}:
                return units[at].text
    return None


def _title_before(units: Sequence[Unit], run: Range, words: int) -> Range:
    """Give what stands before a name's own words: "Republican presidential nominee"."""
    start = run.start
    while start > 0 and run.start - start < _LONGEST_TITLE and units[start - 1].is_word:
        lower = units[start - 1].lower
        if lower in PREPOSITIONS or lower in DETERMINERS or lower in AUXILIARIES:
            break
        if units[start].lower.rstrip(".") in _ADDRESSES and not units[start - 1].is_capital:
            break  # "its leader Roe said Mr Poe"
        joined = start > 1 and units[start - 2].is_capital and lower == "and"
        if joined and units[start - 2].lower not in lexicon.roles():
            break  # "Former mayor Tom Roe and Mayor Jane Poe"
        start -= 1
    return Range(start, max(start, run.end - words))


def _read_title(person: Person, found: Occurrence) -> None:
    """Note what stands before a name: its title, and a description between commas."""
    parse, units, run = found.parse, found.units, found.run
    title = _title_before(units, run, len(parse.name))
    person.described |= modifiers(units, title)
    if parse.offices:
        person.serves |= served(units, title, in_full=True)
        if _PAST & modifiers(units, title):
            person.past.update(parse.offices)
    if (held := office_apposed(units, run.start)) is not None:
        person.described |= modifiers(units, held)
        person.serves |= served(units, held, in_full=True)
    elif parse.offices and (comma := _title_before_comma(units, run)) is not None:
        person.described |= modifiers(units, comma)
    if (phrase := _apposed_before(units, run)) is not None:
        person.offices.add(describe(units, phrase) or ("", None))
        person.described |= modifiers(units, phrase)
        person.serves |= served(units, phrase, in_full=True)
    if units[run.end - 1].text in _SEATS:
        person.offices.add(("mp", None))
    place = parse.place or place_after(units, run.end)
    person.offices.update((office, place) for office in parse.offices or ("",) if office or place)


def _title_before_comma(units: Sequence[Unit], run: Range) -> Range | None:
    """Find the "shadow chancellor" of "MP and shadow chancellor, Jane Roe"."""
    if run.start < 2 or units[run.start - 1].text != ",":
        return None
    return _title_before(units, Range(run.start - 1, run.end), run.end - run.start + 1)


def _apposed_before(units: Sequence[Unit], run: Range) -> Range | None:
    """Find "the spokesperson for the Ministry of Trade" before ", Jane Roe," or ", Jane Roe said".

    Not where the name may be the second of a list: "the mayor of Zed, Jane Roe and others".
    """
    comma = run.start - 1
    if comma < 1 or units[comma].text != "," or run.end >= len(units):
        return None
    after = units[run.end]
    listed = after.text == "," and units[min(run.end + 1, len(units) - 1)].lower in {"and", "or"}
    ends = after.text in {",", ".", "("} or after.lower in AUXILIARIES | {"who"}
    if listed or not (ends or after.lower in lexicon.cues()):
        return None
    start = comma
    while start > 0 and comma - start < _LONGEST_APPOSITION and _goes_on_before(units, start - 1):
        start -= 1
    for at in range(start, comma):
        opens = at == 0 or not units[at - 1].is_word
        if units[at].lower == "the" or (opens and units[at].is_capital):
            stop = next((i for i in range(at, comma) if units[i].lower in PREPOSITIONS), comma)
            role = lexicon.roles().get(units[stop - 1].lower)
            if role is not None and role.role_class in {"office", "person"}:
                return Range(at, comma)
    return None


def _goes_on_before(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.lower == "and":  # "Minister for Roads and Highways"
        return at > 0 and units[at - 1].is_capital and units[at + 1].is_capital
    verb = unit.lower in AUXILIARIES or unit.lower in lexicon.cues()
    if unit.text in {"(", ")"}:  # "the president of the Traders' Court (TC)"
        return True
    return unit.is_word and not verb and unit.lower not in {"or", "that", "who"}


_SEATS = frozenset({"MP", "MEP", "MSP"})  # behind a name
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss"})
_NOT_LAST = frozenset({"member", "members", "minister", "officer"})  # "Ranking Member"
_PAST = frozenset({"former", "ex", "late", "erstwhile", "then", "ousted", "deposed"})


class _Described(NamedTuple):
    """What stands behind a name: offices with places, a gender, all words of it, and whose."""

    offices: set[tuple[str, str | None]]
    gender: str
    words: set[str]
    serves: set[str]


def _offices_after(units: Sequence[Unit], run: Range) -> _Described:
    """Read ", the Russian president," or "is the Russian president" after a name."""
    at = run.end
    words: set[str] = set()
    serves: set[str] = set()
    if at + 1 >= len(units):
        return _Described(set(), "", words, serves)
    if units[at].text in {",", "("}:
        start = at + 1
        if start < len(units) and units[start].text.isdigit():  # ", 45, a teacher"
            start += 2
        if start + 1 < len(units) and units[start].lower in {"who", "which"}:
            start = _after_copula(units, start + 1) or len(units)
    else:
        start = _after_copula(units, at) or len(units)
    found: set[tuple[str, str | None]] = set()
    gender = ""
    while start < len(units):
        stop = start
        while (
            stop < len(units)
            and stop - start < _LONGEST_APPOSITION
            and units[stop].text not in {",", ".", ";", ")", "("}
            and units[stop].lower not in {"and", "who", "whose", "which"}
        ):
            stop += 1
        described = describe(units, Range(start, stop))
        if _is_clause(units, Range(start, stop)) or units[start].lower == "to":
            break  # "prompted Jane Roe, to tell the former president off"
        held = start < stop and capital_office(units[start:stop]) is not None
        begins = described is not None and _begins_description(units, start, described[0])
        if described is None or not (held or begins):
            if stop + 1 < len(units) and units[at].text == units[stop].text == ",":
                start = _after_copula(units, stop + 1) or len(units)
                continue  # "Roe, a dear old soul, is a mother of four"
            break
        head, place = described
        role = lexicon.roles()[head]
        if role.role_class not in lexicon.PERSONAL:
            break
        found.add((head, place))
        words |= modifiers(units, Range(start, stop))
        serves |= served(units, Range(start, stop), in_full=True)
        gender = gender or (role.gender if role.gender in {"f", "m"} else "")
        if stop + 1 < len(units) and units[stop].lower == "and":
            start = stop + 1
        elif stop + 1 < len(units) and units[stop].text == ",":  # "Roe, a nurse, is a mother"
            start = _after_copula(units, stop + 1) or len(units)
        else:
            break
    return _Described(found, gender, words, serves)


def _is_clause(units: Sequence[Unit], phrase: Range) -> bool:
    """Tell ", the driver announced on Friday" from ", the driver of the van,"."""
    if (
        units[phrase.start].lower not in {"the", "his", "her"}
        or units[phrase.start - 1].text != ","
    ):
        return False
    words = [units[i].lower for i in range(phrase.start + 2, phrase.end)]
    if _is_fronted(units, phrase.start - 1) and any(w.endswith("ed") for w in words):
        return True
    cues = (lexicon.cues().get(word) for word in words)
    return any(cue is not None and cue.tense == "past" for cue in cues)


def _is_fronted(units: Sequence[Unit], comma: int) -> bool:
    """Tell "Through his lawyer Jane Roe," which opens a sentence, and has no verb."""
    start = comma
    while start > 0 and units[start - 1].text not in {".", "?", "!", ";", ":"}:
        start -= 1
    words = [u.lower for u in units[start:comma]]
    if words[1:2] == [","]:  # "However, through …"
        words = words[2:]
    verbs = (w in AUXILIARIES or w in lexicon.cues() or w.endswith("ed") for w in words)
    return bool(words) and words[0] in PREPOSITIONS and not any(verbs)


def _after_copula(units: Sequence[Unit], at: int) -> int | None:
    """Give the unit after "is", "was" or "became", if one of them stands at ``at``."""
    while at < len(units) and is_adverb(units[at]):
        at += 1
    if at + 1 < len(units) and units[at].lower in {"is", "was", "became", "remains"}:
        described = units[at + 1].lower in DETERMINERS or units[at + 1].lower.endswith("'s")
        return at + 1 if described else None
    return None


def _begins_description(units: Sequence[Unit], at: int, head: str) -> bool:
    first = units[at]
    if first.lower in {"this", "that"}:
        return False  # "In Zed, this woman says"
    lower = first.lower.removesuffix("'s")
    if lower in DETERMINERS or lower in lexicon.roles() or lower in lexicon.places():
        return True
    if not first.is_capital:
        determined = at + 1 < len(units) and units[at + 1].lower in DETERMINERS
        acts = determined and not is_adverb(first)  # "Roe, met the envoy"
        return first.is_word and lower not in AUXILIARIES and not acts
    return first.lower.endswith("'s") or head.startswith(lower)


def _pronoun_behind(found: Occurrence) -> str:
    """Give the gender of a pronoun that follows in the sentence, before another name.

    Only where the name seems to be the sentence's subject: "Roe said she …", "Roe and his …".
    """
    units, run = found.units, found.run
    if run.start and units[run.start - 1].is_word:
        return ""
    for at in range(run.end, min(len(units), run.end + 12)):
        unit = units[at]
        if unit.quote >= 0 or unit.text in {".", "?", "!", ";", ":", "“", '"', "”", "‘"}:
            return ""
        if unit.is_capital:
            return ""
        if unit.lower in _PRONOUNS:
            return _PRONOUNS[unit.lower]
    return ""
