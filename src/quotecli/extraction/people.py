"""The cast of an article: who is named in full, under which titles, and with which gender."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.grammar import DETERMINERS, MONTHS, PARTICLES, WEEKDAYS, Range
from quotecli.extraction.units import Unit
from quotecli.text.names import HONORIFICS, name_key, same_name

_MASCULINE = frozenset("mr sir lord king prince he him his father brother son husband".split())
_FEMININE = frozenset("mrs ms miss dame lady queen princess she her mother sister wife".split())
_BODY_WORDS = frozenset(
    "ministry party university college school committee council court bank inc corp co ltd llc"
    " house department agency union group league association commission institute center centre"
    " office bureau press times post news journal herald tribune congress senate parliament army"
    " force forces navy police service services company street square state states republic"
    " federation kingdom foundation fund project network international global global's team club"
    " fc united city county valley river sea ocean mountain hospital church airport".split()
)
_PREFIXES = frozenset(
    "former acting deputy vice first second lady supreme foreign defence defense interior finance"
    " prime senior chief assistant associate executive general attorney secretary high ex then"
    " late new republican democrat democratic rep sen gov".split()
)


class Named(NamedTuple):
    """A name as it stands somewhere, with what stands before it.

    ``name`` are its words without titles; ``offices`` the titles' heads, ``place`` the country
    or place whose office it is, ``gender`` f or m where the title tells, u after a title that does
    not ("Dr.").
    """

    name: tuple[str, ...]
    offices: tuple[str, ...]
    place: str | None
    gender: str


@dataclass(slots=True)
class Person:
    """Somebody whom the article names with two words or more."""

    first: int  # where in the reading the article first names them in full
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The form that the article uses most, the first one of equals."""
        most = max(self.forms.values())
        return " ".join(next(form for form, count in self.forms.items() if count == most))

    @property
    def gender(self) -> str:
        """f, m, or nothing where unknown."""
        return self.genders.most_common(1)[0][0] if self.genders else ""


class Cast:
    """All persons whom the article names in full."""

    def __init__(self, rows: Iterable[Sequence[Unit]]) -> None:
        self.persons: list[Person] = []
        self._by_surname: dict[str, list[Person]] = {}
        found = [(units, run, parse_name(units, run)) for units in rows for run in name_runs(units)]
        alone = Counter(parse.name[-1].lower() for *_, parse in found if len(parse.name) == 1)
        doubtful = []
        for units, run, parse in found:
            if not is_person(parse, alone):
                continue
            if _is_doubtful(units, run, parse):
                doubtful.append((units, run, parse))
            else:
                self._add(parse, units, run)
        for units, run, parse in doubtful:
            if name_key(" ".join(parse.name))[-1] not in self._by_surname:
                self._add(parse, units, run)
        for *_, parse in found:
            alone_ = len(parse.name) == 1 and parse.gender in {"f", "m"}
            person = self.find(parse.name[0]) if alone_ else None
            if person is not None and person.gender in {"", parse.gender}:
                person.genders[parse.gender] += 3  # "Mr Moyle"

    def _add(self, parse: Named, units: Sequence[Unit], run: Range) -> None:
        person = self.find(" ".join(parse.name)) or self._new(parse, units[run.start].start)
        person.forms[parse.name] += 1
        offices, gender = _apposition(units, run)
        place = parse.place or _place_after(units, run.end)
        person.offices.update(offices)
        person.offices.update(
            (office, place) for office in parse.offices or ("",) if office or place
        )
        for told in (parse.gender, gender):
            if told in {"f", "m"}:
                person.genders[told] += 3
        first = lexicon.first_names().get(parse.name[0].lower(), "u")
        if first != "u":
            person.genders[first] += 1

    def _new(self, parse: Named, position: int) -> Person:
        person = Person(position)
        self.persons.append(person)
        self._by_surname.setdefault(name_key(" ".join(parse.name))[-1], []).append(person)
        return person

    def find(self, name: str) -> Person | None:
        """Give the only person whom a full or partial name can mean."""
        matches = self.matches(name)
        return matches[0] if len(matches) == 1 else None

    def matches(self, name: str) -> list[Person]:
        """Give all persons whom a name can mean; a first name alone counts if no surname does."""
        key = name_key(name)
        if not key:
            return []
        near = [p for p in self._by_surname.get(key[-1], ()) if same_name(p.name, name)]
        if near or len(key) > 1:
            return near
        return [p for p in self.persons if name_key(p.name)[0] == key[0]]

    def holders(self, office: str, place: str | None) -> list[Person]:
        """Give those who hold an office; without a place, of whatever place."""
        return [
            person
            for person in self.persons
            if any(
                _same_office(held, office) and (place is None or where == place)
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
        titled = [p for p in free if any(_same_office(held, office) for held, _ in p.offices)]
        untitled = [p for p in free if not any(held for held, _ in p.offices)]
        return titled or (untitled if place is not None else [])


_HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "emir"}
)


def _same_office(held: str, asked: str) -> bool:
    """Tell whether a description fits an office: "the Russian leader" is a president."""
    if held == asked or held.endswith(" " + asked):
        return True
    return (asked == "leader" and held in _HEADS_OF_STATE) or {held, asked} == {
        "premier",
        "prime minister",
    }


def name_runs(units: Sequence[Unit]) -> Iterator[Range]:
    """Find the runs of capital words, with the particles and initials inside."""
    at = 0
    while at < len(units):
        if not _is_name_start(units, at):
            at += 1
            continue
        end = at + 1
        while end < len(units) and (_is_capital_word(units[end]) or _is_particle(units, end)):
            if units[end - 1].lower.endswith("'s") and end - at > 1:
                break
            end += 1
        yield Range(at, end)
        at = end


def _is_capital_word(unit: Unit) -> bool:
    return unit.is_capital and unit.lower not in WEEKDAYS and unit.lower not in MONTHS


def _is_particle(units: Sequence[Unit], at: int) -> bool:
    """Tell "van der" before "Meer"."""
    while at < len(units) and units[at].lower in PARTICLES:
        at += 1
    return at < len(units) and _is_capital_word(units[at]) and units[at - 1].lower in PARTICLES


def _is_name_start(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    named_so = (
        unit.is_capital
        and unit.lower in lexicon.first_names()
        and at + 1 < len(units)
        and _is_capital_word(units[at + 1])
    )  # "April Lincoln"
    if not (_is_capital_word(unit) or named_so) or unit.lower in DETERMINERS:
        return False
    opens = at == 0 or not units[at - 1].is_word
    doing = unit.lower.endswith("ing") and unit.lower not in lexicon.first_names()
    return not (opens and (unit.lower in _OPENERS or doing))


_OPENERS = frozenset(
    "in on at for from with by to of and but or so yet as if when while although after before since"
    " he she it they we i you there here what who how why where meanwhile later earlier then now"
    " also even still however according asked speaking ahead following despite during both not"
    " last next neither more see some many most several other another every each all any no is are"
    " was were can will do does did let because than just like only no nobody everyone"
    " speaking adding asserting despite among amid under over through without within".split()
)


def parse_name(units: Sequence[Unit], run: Range) -> Named:
    """Take titles, places and forms of address off the front of a run of capital words."""
    roles = lexicon.roles()
    places = lexicon.places()
    at = run.start
    offices: list[str] = []
    place: str | None = None
    gender = ""
    start, before = _role_before(units, run.start)
    if before:
        offices.append(before)
        place = _place_before(units, start)
        gender = roles[before].gender if before in roles else ""
    last_title = max(
        (i for i in range(at, run.end - 1) if _is_title(units, i) and units[i].is_capital),
        default=-1,
    )
    while at < run.end:
        word = units[at].lower.rstrip(".")
        pair = f"{word} {units[at + 1].lower}" if at + 1 < run.end else ""
        bare = word.removesuffix("'s")
        bare = units[at].lower if units[at].lower in places else bare  # "u.s."
        bare_pair = pair.removesuffix("'s")
        if bare_pair in places and at + 2 < run.end:
            place = places[bare_pair]
            at += 2
        elif pair in roles and at + 2 <= run.end:
            offices.append(pair)
            at += 2
        elif bare in places and (at + 1 < run.end or bare != word) and _goes_on(units, at, run):
            place = places[bare]
            at += 1
        elif _is_title(units, at):
            gender = _gender_of_title(word) if gender in {"", "u"} else gender
            if word in roles:
                offices.append(word)
            at += 1
        elif word in _PREFIXES or word != bare or at < last_title:
            at += 1  # "Supreme Court" in "Supreme Court Justice Jane Roe"
        else:
            break
    firsts = lexicon.first_names()
    if run.end - at > 2 and units[at].lower not in firsts and units[at + 1].lower in firsts:
        at += 1  # "Neither Jane Roe", "Billionaire Jane Roe"
    name = tuple(_bare(u.text) for u in units[at : run.end])
    return Named(name, tuple(offices), place, gender)


def _is_title(units: Sequence[Unit], at: int) -> bool:
    word = units[at].lower.rstrip(".")
    return word in HONORIFICS or (word in lexicon.roles() and word not in _ALSO_NAMES)


def _gender_of_title(word: str) -> str:
    if word in _MASCULINE or word in _FEMININE:
        return "m" if word in _MASCULINE else "f"
    role = lexicon.roles().get(word)
    return role.gender if role and role.gender in {"f", "m"} else "u"


_ALSO_NAMES = frozenset(
    {"king", "pope", "judge", "bishop", "major", "page", "baker", "mason", "may"}
)


def _goes_on(units: Sequence[Unit], at: int, run: Range) -> bool:
    """Tell a place before a name or title ("Russian President") from a name's part ("Jordan")."""
    word = units[at].lower
    if word in lexicon.demonyms() or word.endswith("'s"):
        return True
    following = units[at + 1].lower if at + 1 < run.end else ""
    return following in lexicon.roles() or following in _PREFIXES


def _bare(word: str) -> str:
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word.rstrip("'’")


def _role_before(units: Sequence[Unit], start: int) -> tuple[int, str]:
    """Find a lower-case title before a name: "EU chief", "his counterpart,"."""
    roles = lexicon.roles()
    if start >= 2 and units[start - 1].text == "," and units[start - 2].lower in roles:
        start -= 1
    if start >= 2 and (pair := f"{units[start - 2].lower} {units[start - 1].lower}") in roles:
        return start - 2, pair
    if start >= 1 and units[start - 1].lower in roles and not units[start - 1].is_capital:
        return start - 1, units[start - 1].lower
    return start, ""


def _place_after(units: Sequence[Unit], at: int) -> str | None:
    """Read "of Azerbaijan" after "President Ilham Aliyev"."""
    if at + 1 >= len(units) or units[at].lower != "of":
        return None
    places = lexicon.places()
    pair = f"{units[at + 1].lower} {units[at + 2].lower}" if at + 2 < len(units) else ""
    return places.get(pair) or places.get(units[at + 1].lower)


def _place_before(units: Sequence[Unit], at: int) -> str | None:
    places = lexicon.places()
    while at > 0 and units[at - 1].lower in _PREFIXES:
        at -= 1
    if at >= 2 and (pair := f"{units[at - 2].lower} {units[at - 1].lower}") in places:
        return places[pair.removesuffix("'s")]
    return places.get(units[at - 1].lower.removesuffix("'s")) if at else None


def _apposition(units: Sequence[Unit], run: Range) -> tuple[set[tuple[str, str | None]], str]:
    """Read ", the Russian president," after a name, and "who"/"he" no further."""
    at = run.end
    if at + 2 >= len(units) or units[at].text != ",":
        return set(), ""
    stop = at + 1
    while stop < len(units) and stop - at < 14 and units[stop].text not in {",", ".", ";"}:
        stop += 1
    described = describe(units, Range(at + 1, stop))
    if described is None or not (
        units[at + 1].lower in DETERMINERS
        or units[at + 1].lower in lexicon.roles()
        or units[at + 1].lower.removesuffix("'s") in lexicon.places()
    ):
        return set(), ""
    head, place = described
    role = lexicon.roles()[head]
    return {(head, place)}, role.gender if role.gender in {"f", "m"} else ""


def describe(units: Sequence[Unit], phrase: Range) -> tuple[str, str | None] | None:
    """Give the head noun and the place of a description: "the Russian president"."""
    roles = lexicon.roles()
    places = lexicon.places()
    place: str | None = None
    head: str | None = None
    at = phrase.start
    while at < phrase.end:
        word = units[at].lower
        pair = f"{word} {units[at + 1].lower}" if at + 1 < phrase.end else ""
        if pair.removesuffix("'s") in places:
            place = place or places[pair.removesuffix("'s")]
            at += 1
        elif word.removesuffix("'s") in places:
            place = place or places[word.removesuffix("'s")]
        elif pair in roles and (head is None or not _after_of(units, phrase.start, at)):
            head = pair
            at += 1
        elif word in roles and (head is None or not _after_of(units, phrase.start, at)):
            head = word
        at += 1
    return (head, place) if head else None


def _after_of(units: Sequence[Unit], start: int, at: int) -> bool:
    return any(u.lower in {"of", "for", "to", "from", "at", "in", ","} for u in units[start:at])


def _is_doubtful(units: Sequence[Unit], run: Range, parse: Named) -> bool:
    """Tell a run at a sentence's start that no first name or title makes a person ("See Roe")."""
    opens = run.start == 0 or not units[run.start - 1].is_word
    return opens and not parse.offices and parse.name[0].lower() not in lexicon.first_names()


def is_person(parse: Named, alone: Counter[str]) -> bool:
    """Judge whether a name of two to four words is a person's."""
    name = parse.name
    if not 2 <= len(name) <= 5 or any(w.lower().rstrip(".") in _BODY_WORDS for w in name):
        return False
    if " ".join(name).lower() in lexicon.places() or name[0].lower() in lexicon.demonyms():
        return False
    if parse.offices or parse.gender:
        return True
    return name[0].lower() in lexicon.first_names() or bool(alone[name[-1].lower()])
