"""Who said it: from the mention to the name under which a reader would file the statement.

A name that the article gives in full is used everywhere; a pronoun is whoever is likeliest of
those named before; an office is who holds it in the article. Where two could be meant, the mention
itself stays: a wrong name is worse than none.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.attribution import Attribution, Sentence
from quotecli.extraction.bodies import Bodies, body_phrases
from quotecli.extraction.grammar import (
    DETERMINERS,
    PREPOSITIONS,
    Range,
    sentence_subject,
    span_of,
)
from quotecli.extraction.mentions import (
    is_body,
    is_definite,
    is_description,
    is_plural,
    split_mention,
)
from quotecli.extraction.naming import (
    BODY_WORDS,
    Named,
    age_at,
    describe,
    is_followed_by_verb,
    is_like_person,
    modifiers,
    name_runs,
    parse_name,
)
from quotecli.extraction.people import Cast, Occurrence, Person, is_certain
from quotecli.extraction.reading import Reading
from quotecli.extraction.salience import Candidate, Memory, Place, Use, chances
from quotecli.extraction.units import Unit, units_of
from quotecli.model import Basis, BlockKind, Span
from quotecli.text.names import HONORIFICS, name_key

_ADDRESSED = frozenset({"tell", "ask", "assure", "remind", "urge", "warn", "thank", "advise"})
_COUNTS = frozenset({"two", "three", "four", "five"})
_GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m"}
_GENDERS["herself"] = "f"
_SELF = frozenset({"i", "me", "my", "myself"})
_GROUPS = frozenset({"they", "them", "their", "both", "each"})
_LIKELY = 0.5  # the least chance with which a pronoun gets a name
# The share of right names among pronouns of a chance, a line through CoreNLP's silver chains (84 %
# overall, 90 % from a chance of 0.8) and the names read by hand (96 %).
_LEAST, _SLOPE = 0.45, 0.52
_FAIRLY = 0.8  # the chance of whoever was named last of two that hold an office
_GROUP_REACH = 4  # sentences within which "they" are who spoke together
_NEAR = 3  # sentences


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


Watch = Callable[[int, Sequence[Candidate], Sequence[tuple[str, ...]]], None]


class _Step(NamedTuple):
    """Something to be read, in the order of the text: a name, a subject, a mention."""

    position: int
    rank: int
    span: Span
    claim: Attribution | None = None
    name: Occurrence | None = None


def resolve(
    reading: Reading,
    attributions: Sequence[Attribution],
    sentences: Sequence[Sentence],
    author: str | None = None,
    watch: Watch | None = None,
) -> list[Source]:
    """Find the speaker of each attribution, in their order.

    Args:
        reading: the article.
        attributions: what was found in it.
        sentences: its sentences, for who acts in them.
        author: who says "I".
        watch: is told, for each pronoun, where it stands, whom it may mean and by what names.
    """
    rows = [units_of(reading.text, passage, ()) for passage in reading.passages]
    prose = [
        row.units
        for row, kind in zip(rows, reading.kinds, strict=True)
        if kind in {BlockKind.PARAGRAPH, BlockKind.CAPTION}
    ]
    speaking = {reading.words(a.mention) for a in attributions}
    resolver = _Resolver(reading, Cast(prose, speaking), Bodies(prose), sentences)
    resolver.author, resolver.watch = author, watch
    return resolver.run(attributions)


class _Resolver:
    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        bodies: Bodies,
        sentences: Sequence[Sentence],
    ) -> None:
        self.reading = reading
        self.cast = cast
        self.bodies = bodies
        self.author: str | None = None
        self.watch: Watch | None = None
        self.sentences = sentences
        self._starts = [s.span.start for s in sentences]
        self._paragraphs = [p.start for p in reading.passages]
        self._quoted = sorted(
            {o for s in sentences for o in s.row.outer}, key=lambda outer: outer.start
        )
        self._memory = Memory()
        self._sources: dict[object, Source] = {}  # whom the memory's keys mean
        self._groups: list[tuple[Place, Source]] = []
        self._in_full: dict[Person, Place] = {}  # where persons were last named beyond doubt
        self._spoke: set[Person] = set()
        self._spoke_as_body: tuple[Place, Source] | None = None

    def run(self, attributions: Sequence[Attribution]) -> list[Source]:
        """Go through the article in order, so that a pronoun sees who came before."""
        by_mention: dict[Span, Source] = {}
        for step in sorted(self._steps(attributions), key=lambda s: (s.position, s.rank)):
            if step.name is not None:
                self._note_name(step.name)
                continue
            source = by_mention.get(step.span)
            if source is None:
                source = by_mention[step.span] = self.source(step.span, step.claim)
            self._note(step, source)
        return [self._of(attribution, by_mention) for attribution in attributions]

    def _steps(self, attributions: Sequence[Attribution]) -> Iterator[_Step]:
        for found in self.cast.occurrences:
            if not self._is_quoted(found.start):
                yield _Step(found.start, 0, Span(found.start, found.start), name=found)
        for attribution in attributions:
            for span in _named_by(attribution):
                yield _Step(span.start, 1, span, attribution)
        for sentence in self.sentences:
            subject = _subject_span(sentence)
            if subject is not None:
                yield _Step(subject.start, 2, subject)

    def _of(self, attribution: Attribution, by_mention: dict[Span, Source]) -> Source:
        named_by = _named_by(attribution)
        if not named_by:
            return NOBODY
        source = by_mention[named_by[0]]
        if attribution.antecedent and source.names:
            return source._replace(basis=Basis.PRONOUN)
        if attribution.rule == "continued" and source.names:
            return source._replace(basis=Basis.CONTINUED)
        return source

    # -- what has been read -------------------------------------------------------------------

    def _place(self, position: int) -> Place:
        return Place(
            position,
            bisect_right(self._starts, position),
            bisect_right(self._paragraphs, position),
        )

    def _is_quoted(self, position: int) -> bool:
        return self._quotation(position) is not None

    def _quotation(self, position: int) -> Span | None:
        """Give the quotation around a position."""
        at = bisect_right(self._quoted, position, key=lambda q: q.start) - 1
        found = self._quoted[at] if at >= 0 else None
        return found if found is not None and position < found.end else None

    def _note_name(self, found: Occurrence) -> None:
        if not found.parse.name:
            return
        persons = self.cast.matches(" ".join(found.parse.name))
        if len(persons) > 1:
            likely = self._likeliest(persons, self._place(found.start))
            persons = [likely] if likely is not None else persons
        elif persons:
            self._in_full[persons[0]] = self._place(found.start)
        if len(persons) == 1:
            who: object = persons[0]
            self._sources.setdefault(who, _as_person(persons[0], Basis.NAMED))
        elif not persons and len(found.parse.name) == 1 and self._may_be_person(found):
            who = found.parse.name
            name = found.parse.name[0]
            gender = found.parse.gender or lexicon.first_names().get(name.lower(), "u")
            self._sources.setdefault(who, Source(name, (name,), Basis.NAMED, gender))
        else:
            return
        units, run = found.units, found.run
        before = units[run.start - 1].lower if run.start else ""
        use = Use(
            subject=is_followed_by_verb(units, run) and before not in PREPOSITIONS,
            possessor=units[run.end - 1].lower.endswith("'s")
            or (run.end < len(units) and units[run.end].text in {"'", "’"}),
            object=before in PREPOSITIONS,
        )
        self._memory.note(who, self._place(found.start), use)

    def _may_be_person(self, found: Occurrence) -> bool:
        """Tell whether a single name is a person's: "Sutarto, a farmer", "Ms. Roe", "Anna"."""
        parse = found.parse
        lower = parse.name[0].lower()
        if parse.gender or any(lexicon.roles()[o].role_class == "office" for o in parse.offices):
            return True
        if lower in lexicon.places() or lower in BODY_WORDS or parse.name[0].isupper():
            return False
        return lower in lexicon.first_names() or is_certain(found)

    def _note(self, step: _Step, source: Source) -> None:
        """Remember who spoke or was a sentence's subject."""
        place = self._place(step.position)
        spoke = step.claim is not None
        if self._is_quoted(step.position):
            return
        if source.plural:
            self._groups.append((place, source))
            return
        if len(source.names) > 1 or source.basis is Basis.UNRESOLVED:
            return
        if source.names:
            person = self.cast.find(source.names[0])
            if (person is None or not person.certain) and source.gender in {"", "u"}:
                self._spoke_as_body = (place, source)
            if person is None and source.gender == "":
                return
            known_as = name_key(source.names[0])
            single = tuple(source.names[0].split())
            who: object = person or (single if single in self._sources else known_as)
        elif source.gender:
            who = source.label
        else:
            if spoke:
                self._spoke_as_body = (place, source)
            return
        if spoke and isinstance(who, Person):
            self._spoke.add(who)
        pronoun = source.basis is Basis.PRONOUN
        if who not in self._sources:
            self._sources[who] = source
        self._memory.note(who, place, Use(subject=not spoke, spoke=spoke, pronoun=pronoun))

    # -- one mention --------------------------------------------------------------------------

    def source(self, span: Span, attribution: Attribution | None) -> Source:
        """Find whom the mention at ``span`` means."""
        units = units_of(self.reading.text, span, ()).units
        if not units:
            return NOBODY
        if len(units) == 1:
            found = self._by_pronoun(units[0], attribution)
            if found is not None:
                return found
        parts = split_mention(units, lambda name: bool(self.cast.matches(name)))
        if not parts:
            return NOBODY
        if len(parts) > 1:
            return self._several(parts, span)
        return self._one(parts[0])

    def _by_pronoun(self, unit: Unit, attribution: Attribution | None) -> Source | None:
        lower = unit.lower
        unresolved = Source(unit.text, (), Basis.UNRESOLVED)
        place = self._place(unit.start)
        if lower in _GENDERS:
            return self._pronoun(_GENDERS[lower], place, attribution) or unresolved
        if lower in _GROUPS:
            group = self._last_group(place)
            return group._replace(basis=Basis.PRONOUN) if group else unresolved
        if lower in {"it", "its"}:
            if self._spoke_as_body is None:
                return unresolved
            spoke, source = self._spoke_as_body
            if place.sentence - spoke.sentence > _GROUP_REACH:
                return unresolved
            return source._replace(basis=Basis.PRONOUN) if source.names else source
        if lower in _SELF:
            if self.author and not self._is_quoted(unit.start):
                return Source(self.author, (self.author,), Basis.PRONOUN)
            return unresolved
        return None

    def _several(self, parts: Sequence[Sequence[Unit]], span: Span) -> Source:
        found = [self._one(part) for part in parts]
        if not any(s.names for s in found):
            return Source(self.reading.words([span]), (), Basis.UNNAMED, plural=True)
        names = tuple(dict.fromkeys(name for s in found for name in s.names))
        basis = max((s.basis for s in found if s.names), key=list(Basis).index)
        return Source("; ".join(names), names, basis, plural=True)

    def _one(self, units: Sequence[Unit]) -> Source:
        text, position = _text(self.reading, units), units[0].start
        if is_description(units):
            return self._described(units, text, position)
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
                return self._described(units, text, position)
            return self._as_body(units, Range(runs[0].start, len(units)))
        return self._named(units, run, parse, text, position)

    def _named(
        self, units: Sequence[Unit], run: Range, parse: Named, text: str, position: int
    ) -> Source:
        name = " ".join(parse.name)
        persons = self.cast.matches(name)
        if len(persons) > 1 and parse.gender in {"f", "m"}:
            persons = [p for p in persons if p.gender in {"", parse.gender}] or persons
        if len(persons) == 1 and {persons[0].gender, parse.gender} == {"f", "m"}:
            return Source(text, (text,), Basis.NAMED, parse.gender)  # the husband: "Mr Pickles"
        if len(persons) == 1:
            whole = len(name_key(name)) >= len(name_key(persons[0].name))
            part = len(parse.name) == 1 or (
                not whole and name_key(persons[0].name)[-len(name_key(name)) :] == name_key(name)
            )
            return _as_person(persons[0], Basis.SURNAME if part else Basis.NAMED)
        if len(persons) > 1:
            likely = self._likeliest(persons, self._place(position))
            if likely is None:
                return Source(name, (), Basis.UNRESOLVED, parse.gender or "u")
            return _as_person(likely, Basis.SURNAME)
        bodily = len(parse.name) == 1 and parse.name[0].lower() in BODY_WORDS
        if bodily or (not parse.offices and not parse.gender):
            return self._as_body(units, run)
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
        if not first.name and "office" in held and self.cast.find(" ".join(last.name)):
            return runs[-1]  # "Secretary of State Jane Roe"
        return chosen

    def _likeliest(self, persons: Sequence[Person], place: Place) -> Person | None:
        """Choose between namesakes: by usage a surname alone is who was named in full first.

        Who only is named, and never does anything, does not count. Where another one has just been
        named in full, it could be that one.
        """
        acting = [p for p in persons if p.acts] or list(persons)
        main = min(acting, key=lambda p: p.first)
        if len(acting) == 1:
            return main
        near = [
            p
            for p in acting
            if (last := self._in_full.get(p)) is not None
            and last.position < place.position
            and place.sentence - last.sentence <= _NEAR
        ]
        others = [p for p in near if p is not main]
        if not others:
            return main if main.first < place.position or not near else None
        if len(near) == 1 and others[0] in self._spoke and main not in self._spoke:
            return others[0]
        return None

    # -- descriptions -------------------------------------------------------------------------

    def _described(self, units: Sequence[Unit], text: str, position: int) -> Source:
        """Find who is "the Russian president", "his Azerbaijani counterpart", "both countries"."""
        described = describe(units, Range(0, len(units)))
        plural = is_plural(units)
        words = {u.lower for u in units}
        place = self._place(position)
        if units[0].lower == "both" or (units[0].lower == "the" and words & (_COUNTS | _PAIRS)):
            group = self._last_group(place, size=2)
            if group is not None:
                return group._replace(basis=Basis.ROLE)
        if is_definite(units) and (aged := self._aged(units)) is not None:
            return _as_person(aged, Basis.ROLE)
        if described is None:
            name = self._called(units, units[-1].lower) if is_definite(units) else None
            if name is not None:
                return Source(name, (name,), Basis.ROLE)
            return Source(text, (), Basis.UNNAMED, plural=plural)
        head, where = described
        role = lexicon.roles()[head]
        unnamed = Source(text, (), Basis.UNNAMED, "" if plural else role.gender, plural)
        if plural and is_definite(units):
            return self._holders_together(units, words, place) or unnamed
        if not is_definite(units):
            return unnamed
        if head == "counterpart":
            person = self._counterpart(where)
            return _as_person(person, Basis.ROLE) if person else Source(text, (), Basis.UNRESOLVED)
        if role.role_class in {"office", "person", "anonymous"}:
            found = self._holder(units, described, place, text)
            return found or self._epithet(units, role, place) or unnamed
        if role.role_class == "body" and (name := self._called(units, head)) is not None:
            return Source(name, (name,), Basis.ROLE)
        return unnamed

    def _holder(
        self, units: Sequence[Unit], described: tuple[str, str | None], place: Place, text: str
    ) -> Source | None:
        """Find who holds an office or fits a description."""
        head, where = described
        holders = self._fitting(self.cast.holders(head, where), units)
        if len(holders) > 1:
            near = [
                p for p in holders if (n := self._memory.since(p, place)) is not None and n <= _NEAR
            ]
            if len(near) != 1:
                return Source(text, (), Basis.UNRESOLVED)
            return _as_person(near[0], Basis.ROLE)._replace(chance=_FAIRLY)
        if len(holders) == 1:
            return _as_person(holders[0], Basis.ROLE)
        if lexicon.roles()[head].role_class == "office" and self._sources:
            candidates = self.cast.may_hold(head, where)
            if len(candidates) == 1:
                return _as_person(candidates[0], Basis.ROLE)
        return None

    def _fitting(self, holders: Sequence[Person], units: Sequence[Unit]) -> Sequence[Person]:
        """Choose those who are called as the description says: "the Democratic nominee"."""
        asked = modifiers(units, Range(0, len(units)))
        party = asked & _PARTIES
        free = [
            p for p in holders if not party or p.described & party or not p.described & _PARTIES
        ]
        if len(free) < 2:
            return free
        shared = [len(asked & p.described) for p in free]
        best = [p for p, n in zip(free, shared, strict=True) if n == max(shared)]
        return best if len(best) == 1 else free

    def _epithet(self, units: Sequence[Unit], role: lexicon.Role, place: Place) -> Source | None:
        """Find whom "the striker" or "the Republican candidate" means: who is being talked about.

        Only words by which newspapers call the one an article is about, not those for bystanders.
        """
        if role.head not in _EPITHETS or units[0].lower != "the":
            return None
        gender = role.gender if role.gender in {"f", "m"} else None
        near = [
            who
            for who in self._memory.candidates(place)
            if isinstance(who, Person)
            and (gender is None or who.gender in {"", gender})
            and self._is_talked_about(who, place, told=gender is not None)
        ]
        fitting = self._fitting([p for p in near if isinstance(p, Person)], units)
        who, chance = self._weighed(fitting, place, gender)
        if not isinstance(who, Person) or chance < _FAIRLY:
            return None
        return _as_person(who, Basis.ROLE)._replace(chance=chance * _FAIRLY)

    def _is_talked_about(self, who: Person, place: Place, *, told: bool) -> bool:
        """Tell whether somebody has just acted, or is named close before and fits by gender."""
        last = self._memory.last_acted(who)
        if last is not None and place.sentence - last <= _NEAR:
            return True
        since = self._memory.since(who, place)
        return told and since is not None and since <= _NEAR

    def _holders_together(
        self, units: Sequence[Unit], words: set[str], place: Place
    ) -> Source | None:
        """Find who are "the senators" and "the two men"."""
        single = next((s for u in units if (s := _singular(u.lower)) is not None), None)
        holders = self.cast.holders(single, None) if single else []
        if single is None and words & {"two", "both"}:
            latest = [
                who
                for who in self._memory.candidates(place)
                if isinstance(who, Person)
                and (n := self._memory.since(who, place)) is not None
                and n <= 2
            ]
            wanted = "m" if "men" in words else "f" if "women" in words else ""
            holders = [p for p in latest if not wanted or p.gender in {"", wanted}]
        if len(holders) != 2:
            return None
        names = tuple(p.name for p in sorted(holders, key=lambda p: p.first))
        return Source("; ".join(names), names, Basis.ROLE, plural=True, chance=_FAIRLY)

    def _aged(self, units: Sequence[Unit]) -> Person | None:
        """Find who is "the 45-year-old"."""
        age = next((a for at in range(len(units)) if (a := age_at(units, at)) is not None), "")
        found = [p for p in self.cast.persons if age in p.ages] if age else []
        return found[0] if len(found) == 1 else None

    def _called(self, units: Sequence[Unit], head: str) -> str | None:
        """Find which body "the foreign ministry" is."""
        name = self.bodies.called(head.rsplit(maxsplit=1)[-1])
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

    # -- pronouns -----------------------------------------------------------------------------

    def _pronoun(self, gender: str, place: Place, attribution: Attribution | None) -> Source | None:
        quotation = self._quotation(place.position)
        if quotation is not None:
            return self._inside(quotation, gender, place)
        told = self._addressee(attribution)
        fitting = [
            who
            for who in self._memory.candidates(place)
            if self._sources[who].label not in told and self._gender_of(who) in {"", "u", gender}
        ]
        who, chance = self._weighed(fitting, place, gender)
        if who is None or chance < _LIKELY:
            return None
        source = self._sources[who]
        if not source.names:
            return source
        return source._replace(basis=Basis.PRONOUN, chance=_LEAST + _SLOPE * chance)

    def _gender_of(self, who: object) -> str:
        return who.gender if isinstance(who, Person) else self._sources[who].gender

    def _weighed(
        self, who: Sequence[object], place: Place, gender: str | None
    ) -> tuple[object | None, float]:
        """Give the likeliest of some candidates, and how likely it is."""
        known = [w for w in who if self._memory.since(w, place) is not None]
        told = {w: self._told(w, gender) for w in known}
        candidates = self._memory.facts(known, place, told)
        if self.watch is not None and gender is not None:
            self.watch(place.position, candidates, [self._sources[w].names for w in known])
        ranked = sorted(zip(chances(candidates), known, strict=True), key=lambda pair: -pair[0])
        return (ranked[0][1], ranked[0][0]) if ranked else (None, 0.0)

    def _told(self, who: object, gender: str | None) -> dict[str, float]:
        return {
            "gender known": float(gender is not None and self._gender_of(who) == gender),
            "certain": float(isinstance(who, Person) and who.certain),
            "unnamed": float(not self._sources[who].names),
        }

    def _inside(self, quotation: Span, gender: str, place: Place) -> Source | None:
        """Find who is meant in words that somebody else speaks: named in them, and alone."""
        row = units_of(self.reading.text, Span(quotation.start, place.position), ())
        found = {
            person
            for run in name_runs(row.units)
            if (person := self.cast.find(" ".join(parse_name(row.units, run).name))) is not None
            and person.gender in {"", gender}
        }
        return _as_person(found.pop(), Basis.PRONOUN) if len(found) == 1 else None

    def _addressee(self, attribution: Attribution | None) -> frozenset[str]:
        """Give the names of those who are told: they are not who tells."""
        if attribution is None or not attribution.cue or attribution.rule not in _ADDRESSED:
            return frozenset()
        cue, clause = attribution.cue[0], attribution.clause[0]
        after = units_of(self.reading.text, Span(cue.end, max(cue.end, clause.end)), ())
        told = []
        for run in name_runs(after.units):
            if run.start > _NEAR:
                break
            person = self.cast.find(" ".join(parse_name(after.units, run).name))
            if person is not None:
                told.append(person.name)
        return frozenset(told)

    def _last_group(self, place: Place, size: int = 0) -> Source | None:
        """Give who last spoke or acted together."""
        for where, source in reversed(self._groups):
            if place.sentence - where.sentence > 2 * _GROUP_REACH:
                return None
            if where.position < place.position and (
                len(source.names) > 1 or (not size and source.label)
            ):
                return source
        return None

    # -- organisations ------------------------------------------------------------------------

    def _as_body(self, units: Sequence[Unit], run: Range) -> Source:
        """File an organisation, a place or an unknown name as it stands, without "the"."""
        for phrase in body_phrases(units):
            if phrase.start <= run.start < phrase.end and len(range(*phrase)) > len(range(*run)):
                run = phrase
        name_end = next(
            (
                i
                for i in range(run.start + 1, len(units))
                if units[i].lower in {"of", "from", "at", "in"}
            ),
            len(units),
        )
        first = parse_name(units, Range(run.start, min(name_end, run.end)))
        end = len(units)
        if (
            name_end < len(units)
            and is_like_person(first.name)
            and first.name[0].lower() not in (lexicon.places())
        ):
            end = name_end  # "Ama Osei of the Port Union"
        while end > run.start + 1 and not (
            units[end - 1].text[0].isupper() or units[end - 1].text[0].isdigit()
        ):
            end -= 1
        name = _text(self.reading, units[run.start : end])
        for ending in ("'s", "’s"):
            name = name.removesuffix(ending)
        parse = parse_name(units, Range(run.start, end))
        if is_like_person(parse.name):
            return Source(name, (name,), Basis.NAMED, "u")
        if name.lower() in lexicon.demonyms() and name.endswith("s"):
            return Source(_text(self.reading, units), (), Basis.UNNAMED, plural=True)
        name = self.bodies.full(name)
        return Source(name, (name,), Basis.NAMED)


_PARTIES = frozenset({"republican", "democratic", "labour", "tory", "liberal", "green"})
_EPITHETS = frozenset(
    "nominee candidate front-runner frontrunner contender hopeful businessman businesswoman mogul"
    " billionaire tycoon senator congressman congresswoman lawmaker politician star actor actress"
    " singer rapper musician striker midfielder defender goalkeeper winger forward batsman bowler"
    " champion golfer boxer sprinter author novelist filmmaker comedian republican democrat"
    " leader president".split()
)
_PAIRS = frozenset({"couple", "pair", "duo", "spouses"})
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


def _singular(word: str) -> str | None:
    """Give the office of which a word is the plural, if it is one."""
    single = word.removesuffix("s")
    role = lexicon.roles().get(single)
    if single == word or role is None or role.role_class not in {"office", "person"}:
        return None
    return single


def _named_by(attribution: Attribution) -> tuple[Span, ...]:
    """Give the words that tell who it is: the mention, or whom "who" means."""
    return (attribution.antecedent or attribution.mention)[:1]


def _subject_span(sentence: Sentence) -> Span | None:
    units = sentence.row.units
    subject = sentence_subject(units, sentence.units.start, sentence.units.end)
    if subject is None:
        return None
    after = subject.end + 1
    if (
        not units[subject.end - 1].is_capital
        and after < sentence.units.end
        and units[subject.end].text == ","
        and units[after].is_capital
    ):  # "Her lawyer, Jane Roe,": the name
        run = next(name_runs(units[after : sentence.units.end]), None)
        if run is not None and run.start == 0:
            return span_of(units, Range(after, after + run.end))
    return span_of(units, subject)


def _as_person(person: Person, basis: Basis) -> Source:
    return Source(person.name, (person.name,), basis, person.gender)


def _text(reading: Reading, units: Sequence[Unit]) -> str:
    return reading.words([span_of(units, Range(0, len(units)))])
