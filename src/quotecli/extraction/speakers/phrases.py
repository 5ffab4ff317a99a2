"""Whom one phrase means that is no pronoun: a name, an office, a description, a body."""

from collections.abc import Mapping, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import Bodies
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import describe, modifiers
from quotecli.extraction.names.initials import Office
from quotecli.extraction.names.namewords import BODY_WORDS, PORTFOLIOS, PREFIXES, is_like_person
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.names.titles import ALSO_NAMES
from quotecli.extraction.prose.grammar import DETERMINERS, PREPOSITIONS, Range
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.belongings import body_of, owner_of_body, owner_of_words
from quotecli.extraction.speakers.context import words_of
from quotecli.extraction.speakers.crowds import is_count, is_group_of, is_plural
from quotecli.extraction.speakers.history import History, Source, as_person
from quotecli.extraction.speakers.kin import of_family
from quotecli.extraction.speakers.offices import Offices
from quotecli.extraction.speakers.organisations import Organisations
from quotecli.extraction.speakers.phrasekinds import (
    is_body,
    is_description,
    is_ministry,
    is_numbered,
    is_of_trade,
    is_post,
    name_in_a_mood,
)
from quotecli.model import Basis, Span
from quotecli.text.names import HONORIFICS, name_key


class Phrases:
    """Reads one phrase at a time, with the cast of the article and what has been read of it."""

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        bodies: Bodies,
        openings: Openings,
        by_initials: Mapping[str, Office],
        history: History,
    ) -> None:
        self._reading = reading
        self._cast = cast
        self._openings = openings
        self._by_initials = by_initials
        self._history = history
        self._organisations = Organisations(reading, cast, bodies)
        self._offices = Offices(cast, bodies, history)

    def one(self, units: Sequence[Unit]) -> Source:
        """Find whom a phrase means; where the article does not tell, its words stand."""
        text, position = words_of(self._reading, units), units[0].start
        if (bearer := self._bears_title(units)) is not None:
            return as_person(bearer, Basis.SURNAME)
        if is_count(units) or (len(units) == 1 and self._openings.is_common(units[0])):
            return Source(text, (), Basis.UNNAMED, plural=True)
        if (known := self._for_short(units, text, position) or self._owned(units)) is not None:
            return known
        called = called_so(units)
        if called is not None and (parse := parse_name(units, called)).name:
            return self.called(units, called, parse)
        if is_numbered(units) or is_ministry(units):
            whole = text.removeprefix("The ").removeprefix("the ")
            return Source(whole, (whole,), Basis.NAMED)
        if is_description(units) or self._is_around_somebody(units) or is_post(units):
            titled = self._behind_office(units)
            if titled is not None:
                return as_person(titled, Basis.NAMED)
            return self._offices.described(units, text, position)
        if len(units) > 1 and units[1].lower == "and" and units[0].lower.rstrip(".") in HONORIFICS:
            return Source(text, (), Basis.UNNAMED, plural=True)  # "Mr. and Mrs. Doe"
        runs = list(name_runs(units))
        if not runs:
            return Source(text, (), Basis.UNNAMED, plural=is_plural(units))
        run = self._main_run(units, runs)
        parse = parse_name(units, run)
        if not parse.name:
            described = describe(units, Range(0, len(units)))
            if described is not None and parse.offices and not is_body(units, described[0]):
                return self._offices.described(units, text, position)
            court = described is not None and described[0] == "court"
            end = _place_behind(units, runs[0]) if court else len(units)
            return self._organisations.filed(units[:end], Range(runs[0].start, end))
        return self._named(units, run, parse, text, position)

    def _for_short(self, units: Sequence[Unit], text: str, position: int) -> Source | None:
        """Find whom "the PM" and "the Commission" mean."""
        short = self._by_initials.get(units[-1].text)
        if short is not None and len(units) <= 2 and units[0].lower in {"the", units[-1].lower}:
            return self._of_initials(short, text, position)
        bare = len(units) == 2 and units[0].lower == "the" and units[1].is_capital
        return self._organisations.for_short(units, position) if bare else None

    def _bears_title(self, units: Sequence[Unit]) -> Person | None:
        """Find whom "King" and "Ms. Church" mean, where the article names a Jane King in full.

        A king of whom it tells as well is "the King" there.
        """
        last = units[-1].lower
        others = (lexicon.roles(), lexicon.titles(), ALSO_NAMES, BODY_WORDS)
        if not units[-1].is_capital or not any(last in words for words in others):
            return None
        if any(u.lower.rstrip(".") not in HONORIFICS for u in units[:-1]):
            return None
        person = self._cast.find(units[-1].text)
        named = person is not None and name_key(person.name)[-1:] == name_key(last)
        return person if named else None

    def _owned(self, units: Sequence[Unit]) -> Source | None:
        """Find whom "Roe's statement" and "Roe's committee" mean."""
        if (own := owner_of_words(units)) and (wrote := self.one(own)).names:
            return wrote
        owner = owner_of_body(units)
        person = self._cast.find(" ".join(u.text for u in owner)) if owner else None
        body = body_of(person, units[-1].lower) if person is not None else None
        return Source(body, (body,), Basis.ROLE) if body is not None else None

    def named_next(
        self, units: Sequence[Unit], position: int, said: Sequence[Span]
    ) -> Source | None:
        """Find whom a phrase describes, where the name follows behind it only.

        Args:
            units: the phrase.
            position: where it stands.
            said: what is said by whom it describes, who is not named in that.
        """
        return self._offices.epithets.named_next(units, self._history.place(position), said)

    def _of_initials(self, office: Office, text: str, position: int) -> Source:
        """Find who is "the CRC", the chief roads commissioner."""
        if office.name:
            person = self._cast.find(office.name)
            named = Source(office.name, (office.name,), Basis.ROLE, "u")
            return as_person(person, Basis.ROLE) if person is not None else named
        found = self._offices.described(office.units, text, position)
        person = self._cast.find(found.names[0]) if found.names else None
        asked = modifiers(office.units, Range(0, len(office.units))) - {"the"}
        if person is not None and not asked <= person.described:
            return Source(text, (), Basis.UNNAMED, "u")  # another officer
        return found

    def called(self, units: Sequence[Unit], run: Range, parse: Named) -> Source:
        """Give the Roe of "a farmer surnamed Roe"."""
        name = " ".join(parse.name)
        person = self._cast.find(name)
        if person is not None:
            return as_person(person, Basis.NAMED)
        described = describe(units, Range(0, run.start))
        gender = lexicon.roles()[described[0]].gender if described else ""
        gender = gender if gender in {"f", "m"} else lexicon.first_names().get(name.lower(), "u")
        if len(parse.name) == 1:
            self._history.sources[parse.name] = Source(name, (name,), Basis.NAMED, gender)
        return Source(name, (name,), Basis.NAMED, gender)

    def _behind_office(self, units: Sequence[Unit]) -> Person | None:
        """Find the Jane Roe of "minister of mines and energy Jane Roe" and of "A tearful Roe"."""
        if (named := name_in_a_mood(units)) is not None:
            return self._cast.find(" ".join(parse_name(units, named).name))
        *_, run = [Range(0, 0), *name_runs(units)]
        before = units[run.start - 1].lower
        if run.start < 3 or run.end != len(units) or not is_of_trade(units[: run.start]):
            return None
        police = before == "police"
        if before in PREPOSITIONS | DETERMINERS | PREFIXES | {"and"} or (
            before in lexicon.roles() and not police and before not in PORTFOLIOS
        ):
            return None  # "minister of the late Jane Roe", "spokesman for actor Jane Roe"
        person = self._cast.find(" ".join(parse_name(units, run).name))
        sure = person is not None and (person.certain or police or before in PORTFOLIOS)
        return person if sure and run.end - run.start > 1 else None

    def _is_around_somebody(self, units: Sequence[Unit]) -> bool:
        """Tell "Friends of Roe", whom the article names, and "Leaders of France" from a body."""
        if not is_group_of(units):
            return False
        after = [units[run.start : run.end] for run in name_runs(units) if run.start]
        names = [" ".join(u.text for u in name) for name in after]
        return any(
            self._cast.matches(name) or name.lower() in lexicon.places() for name in names[:1]
        )

    def _named(
        self, units: Sequence[Unit], run: Range, parse: Named, text: str, position: int
    ) -> Source:
        name = " ".join(parse.name)
        bodily = len(parse.name) == 1 and parse.name[0].lower() in BODY_WORDS
        if bodily and units[0].lower == "the":
            return self._organisations.filed(units, run)  # "the Executive Yuan"
        persons = self._cast.matches(name)
        if len(persons) > 1 and parse.gender in {"f", "m"}:
            persons = [p for p in persons if p.gender in {"", parse.gender}] or persons
        if (kin := of_family(units, run, parse, self._cast, self._reading)) is not None:
            return kin
        if len(persons) == 1 and {persons[0].gender, parse.gender} == {"f", "m"}:
            return Source(text, (text,), Basis.NAMED, parse.gender)  # the husband: "Mr Pickles"
        if len(persons) == 1:
            whole = len(name_key(name)) >= len(name_key(persons[0].name))
            part = len(parse.name) == 1 or (
                not whole and name_key(persons[0].name)[-len(name_key(name)) :] == name_key(name)
            )
            return as_person(persons[0], Basis.SURNAME if part else Basis.NAMED)
        if len(persons) > 1:
            likely = None  # "George Boyle", who may be George A. or George B.
            if len(parse.name) == 1:
                likely = self._history.likeliest(persons, self._history.place(position))
            if likely is None:
                return Source(name, (), Basis.UNRESOLVED, parse.gender or "u")
            return as_person(likely, Basis.SURNAME)
        bodily |= {lexicon.roles()[o].role_class for o in parse.offices} == {"body"}
        bodily |= parse.gender in {"", "u"} and parse.name[-1].lower() in BODY_WORDS
        if bodily or (not parse.offices and not parse.gender):
            return self._organisations.filed(units, run)
        return Source(name, (name,), Basis.NAMED, parse.gender or "u")

    def _main_run(self, units: Sequence[Unit], runs: Sequence[Range]) -> Range:
        """Take the run that names the head: of "Armenia's Pashinyan" the second."""
        stop = next(
            (i for i, u in enumerate(units) if i > runs[0].start and u.lower in PREPOSITIONS),
            len(units),
        )
        head = [r for r in runs if r.start < stop]
        chosen = (head or runs)[-1]
        first, last = parse_name(units, chosen), parse_name(units, runs[-1])
        held = {lexicon.roles()[office].role_class for office in first.offices}
        titled = units[chosen.end - 1].lower in lexicon.roles() and stop < len(units)
        official = (not first.name and held & {"office", "person"}) or titled
        if official and is_like_person(last.name) and self._cast.find(" ".join(last.name)):
            return runs[-1]  # "Secretary of State Jane Roe", "UWA Director of Affairs Jane Roe"
        if self._is_officer_of(units, Range(stop, runs[-1].start), last):
            return runs[-1]
        return chosen

    def _is_officer_of(self, units: Sequence[Unit], between: Range, last: Named) -> bool:
        """Tell "Union of Harbour Workers chair Jane Roe", with what is between "of" and name."""
        role = lexicon.roles().get(units[between.end - 1].lower)
        if len(range(*between)) < 3 or role is None or units[between.end - 1].is_capital:
            return False
        body = any(u.is_capital for u in units[between.start : between.end])
        headed = any(u.lower in lexicon.roles() for u in units[: between.start])
        office = role.role_class == "office" and body and not headed
        return office and is_like_person(last.name) and bool(self._cast.find(" ".join(last.name)))


def _place_behind(units: Sequence[Unit], run: Range) -> int:
    """Give where "in Ashby" begins behind "the Court of Appeal", or the end."""
    within = range(run.start + 1, len(units))
    return next((i for i in within if units[i].lower in {"at", "in"}), len(units))


def called_so(units: Sequence[Unit]) -> Range | None:
    """Find Roe of "a farmer surnamed Roe" and "a man identified as Jane Roe"."""
    *_, run = [Range(0, 0), *name_runs(units)]
    before = [u.lower for u in units[max(run.start - 2, 0) : run.start]]
    so = before[-1:] in (["surnamed"], ["named"])
    so |= before in (["identified", "as"], ["name", "as"])
    return run if so and run.end == len(units) and run.start > 1 else None
