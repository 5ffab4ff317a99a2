"""Who said it: from the mention to the name under which a reader would file the statement.

A name that the article gives in full is used everywhere; a pronoun is whoever is likeliest of
those named before; an office is who holds it in the article. Where two could be meant, the mention
itself stays: a wrong name is worse than none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import Bodies, body_phrases
from quotecli.extraction.names.descriptions import describe, modifiers
from quotecli.extraction.names.initials import Office, offices_by_initials
from quotecli.extraction.names.namewords import (
    BODY_WORDS,
    PORTFOLIOS,
    PREFIXES,
    bare_word,
    describes,
    is_like_person,
)
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.ownnames import Named, end_of_name
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.people import (
    Cast,
    Occurrence,
    Person,
    gender_behind,
    is_certain,
    is_followed_by_verb,
    names_generation,
    of_generation,
)
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    Range,
    span_of,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of
from quotecli.extraction.rules.attribution import Attribution, Sentence
from quotecli.extraction.speakers.actors import subject_span
from quotecli.extraction.speakers.answers import (
    addressed,
    is_answer,
    is_of_death,
    kin_behind,
    may_answer,
)
from quotecli.extraction.speakers.bodynouns import BodyNouns
from quotecli.extraction.speakers.couples import named_together
from quotecli.extraction.speakers.descriptions import is_description, is_group_of, is_plural
from quotecli.extraction.speakers.history import NOBODY, History, Source, Watch, as_person
from quotecli.extraction.speakers.members import split_mention
from quotecli.extraction.speakers.offices import Offices
from quotecli.extraction.speakers.relatives import name_described
from quotecli.extraction.speakers.salience import Place, Use
from quotecli.extraction.speakers.shapes import (
    PEOPLE,
    called_so,
    class_of,
    is_body,
    is_count,
    is_crowd,
    is_ministry,
    is_numbered,
    is_of_trade,
    is_post,
    is_somebody_else,
    is_surname_in_a_mood,
    is_with_article,
    lists_trades,
    names_body,
    nearest,
    without_ending,
)
from quotecli.model import Basis, BlockKind, Span
from quotecli.text.names import HONORIFICS, name_key

_ADDRESSED = frozenset({"tell", "ask", "assure", "remind", "urge", "warn", "thank", "advise"})
_GENDERS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "himself": "m"}
_GENDERS["herself"] = "f"
_SELF = frozenset({"i", "me", "my", "myself"})
_GROUPS = frozenset({"they", "them", "their", "both", "each"})
_LIKELY = 0.5  # the least chance with which a pronoun gets a name
# The share of right names among pronouns of a chance, a line through CoreNLP's silver chains (84 %
# overall, 90 % from a chance of 0.8) and the names read by hand (96 %).
_LEAST, _SLOPE = 0.45, 0.52
_GLOSS = re.compile(r" *\([^()]*\)")  # "Chen Hsiao (陳曉)"
_ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged"})
_CALLED = 0.8  # the least chance with which "he" tells that somebody is no "she"
_OPENS = 3  # words among which one of these opens a sentence: "When he was asked"
_WHILE = frozenset({"as", "while", "when", "once"})
_ACTING = 0.8  # the chance of who acts in a clause before the pronoun
_BODY_REACH = 4  # sentences within which "it" is the body that spoke
_NEAR = 3  # words behind "told" among which is who was told
_SHORTEST_SHOUT = 4  # words
_QUOTED_REACH = 4  # sentences of a quotation between a question and its answer


class _Step(NamedTuple):
    """Something to be read, in the order of the text: a name, a subject, a mention."""

    position: int
    rank: int
    span: Span
    claim: Attribution | None = None
    name: Occurrence | None = None
    together: Sequence[Person] = ()


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
    prose = [units for units in prose if not _is_shouted(units)] or prose
    speaking = {_GLOSS.sub("", reading.words(a.mention)) for a in attributions}
    openings = Openings(prose)
    cast = Cast(prose, openings, speaking)
    bodies = Bodies(prose)
    nouns = BodyNouns(prose, bodies, openings, cast.first_of)
    resolver = _Resolver(reading, cast, bodies, openings, nouns, sentences)
    resolver.author, resolver.history.watch = author, watch
    resolver.by_initials = offices_by_initials(prose)
    return resolver.run(attributions)


class _Resolver:
    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        bodies: Bodies,
        openings: Openings,
        nouns: BodyNouns,
        sentences: Sequence[Sentence],
    ) -> None:
        self.reading = reading
        self.cast = cast
        self.bodies = bodies
        self.openings = openings
        self.sentences = sentences
        self.author: str | None = None
        self.by_initials: Mapping[str, Office] = {}
        self._starts = [occurrence.start for occurrence in cast.occurrences]
        self.families: dict[str | None, Sequence[object]] = {}  # by "the elder Roe"
        self.history = History(reading, cast, openings, nouns, sentences)
        self.offices = Offices(cast, bodies, self.history)

    def run(self, attributions: Sequence[Attribution]) -> list[Source]:
        """Go through the article in order, so that a pronoun sees who came before."""
        self.history.said = sorted(s for a in attributions for s in a.content)
        by_mention: dict[Span, Source] = {}
        for step in sorted(self._steps(attributions), key=lambda s: (s.position, s.rank)):
            if step.together:
                self.history.note_together(step.position, step.together)
                continue
            if step.name is not None:
                self._note_name(step.name)
                continue
            source = by_mention.get(step.span)
            if source is None:
                source = by_mention[step.span] = self._described(step)
            self.history.note(step.position, source, spoke=step.claim is not None)
        return [self._of(attribution, by_mention) for attribution in attributions]

    def _steps(self, attributions: Sequence[Attribution]) -> Iterator[_Step]:
        for found in self.cast.occurrences:
            if not self.history.is_quoted(found.start):
                yield _Step(found.start, 0, Span(found.start, found.start), name=found)
        for found, persons in named_together(self.cast):
            if not self.history.is_quoted(found.start):
                yield _Step(found.start, 1, Span(found.start, found.start), together=persons)
        mentioned: dict[int, Span] = {}
        for attribution in attributions:
            for span in _named_by(attribution):
                mentioned[span.start] = span
                yield _Step(span.start, 1, span, attribution)
        for sentence in self.sentences:
            subject = subject_span(sentence)
            if subject is not None:
                yield _Step(subject.start, 2, mentioned.get(subject.start, subject))

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

    def _note_name(self, found: Occurrence) -> None:
        if not found.parse.name:
            return
        persons = self.cast.matches(" ".join(found.parse.name))
        kin = self._of_family(found.units, found.run, found.parse)
        if kin is not None:
            persons = self.cast.matches(kin.names[0]) if kin.names else []
        elif len(persons) > 1 and len(found.parse.name) == 1:
            likely = self.history.likeliest(persons, self.history.place(found.start))
            persons = [likely] if likely is not None else persons
        elif len(persons) == 1:
            self.history.in_full[persons[0]] = self.history.place(found.start)
        if len(persons) == 1:
            who: object = persons[0]
            self.history.sources.setdefault(who, as_person(persons[0], Basis.NAMED))
        elif kin is not None:
            who = kin.label
            self.families[who] = self.cast.matches(found.parse.name[0])
            self.history.sources.setdefault(who, kin)
        elif not persons and len(found.parse.name) == 1 and self._may_be_person(found):
            who = found.parse.name
            name = found.parse.name[0]
            gender = found.parse.gender or lexicon.first_names().get(name.lower(), "")
            gender = gender or gender_behind(found) or "u"
            self.history.sources.setdefault(who, Source(name, (name,), Basis.NAMED, gender))
        else:
            return
        units, run = found.units, found.run
        if kin is not None:
            run = Range(run.start - 2, run.end)  # "the elder" belongs to it
        before = units[run.start - 1].lower if run.start else ""
        use = Use(
            subject=is_followed_by_verb(units, run)
            and before not in PREPOSITIONS
            and not self._is_within_object(found),
            possessor=units[run.end - 1].lower.endswith("'s")
            or (run.end < len(units) and units[run.end].text in {"'", "’"}),
            object=before in PREPOSITIONS,
            told=self.history.is_said(found.start),
        )
        self.history.memory.note(who, self.history.place(found.start), use)

    def _is_within_object(self, found: Occurrence) -> bool:
        """Tell the Roe of "Poe knows the effect Roe may have", who is not whom it is about."""
        units, at = found.units, found.run.start
        if found.parse.offices or at < 3 or units[at - 1].is_capital or not units[at - 1].is_word:
            return False
        return units[at - 2].lower in DETERMINERS and units[at - 3].is_word

    def _may_be_person(self, found: Occurrence) -> bool:
        """Tell whether a single name is a person's: "Sutarto, a farmer", "Ms. Roe", "Anna"."""
        parse = found.parse
        lower = parse.name[0].lower()
        behind = found.units[max(found.run.start - 1, 0) : found.run.start]
        before = behind[0].lower if behind and behind[0].is_word else ""
        if describes(lower) or before == "year's":
            return False  # "Indigenous", "New Year's Eve"
        if parse.gender or any(lexicon.roles()[o].role_class == "office" for o in parse.offices):
            return True
        if lower in lexicon.places() or lower in BODY_WORDS or parse.name[0].isupper():
            return False
        if not before and not self.openings.names_one(parse.name[0]):
            return lower in lexicon.first_names()  # "Outreach is a part of her life"
        return lower in lexicon.first_names() or is_certain(found)

    # -- one mention --------------------------------------------------------------------------

    def _described(self, step: _Step) -> Source:
        """Find who is meant, by the name before a description too: "Roe, a nurse, who says"."""
        source = self.source(step.span, step.claim)
        if step.claim is None or not step.claim.antecedent or source.names or source.plural:
            return source
        phrase = units_of(self.reading.text, step.span, ()).units
        linked = any(u.lower in PREPOSITIONS for u in phrase)
        if linked and class_of(phrase[-1]) in PEOPLE:
            return source  # "Roe is a friend of a nurse who says"
        place = self.history.place(step.position)
        sentence = self.sentences[max(place.sentence - 1, 0)]
        units = sentence.row.units[sentence.units.start : sentence.units.end]
        at = next((i for i, u in enumerate(units) if u.start >= step.position), 0)
        run = name_described(units, at)
        person = self.cast.find(" ".join(parse_name(units, run).name)) if run else None
        return as_person(person, Basis.PRONOUN) if person is not None else source

    def source(self, span: Span, attribution: Attribution | None) -> Source:
        """Find whom the mention at ``span`` means."""
        units: Sequence[Unit] = units_of(self.reading.text, span, ()).units
        if not units:
            return NOBODY
        units = without_ending(units)
        if attribution is not None:
            units = _said_by(units, attribution, self.reading)
            if attribution.antecedent:
                units = nearest(units, self.reading.words(attribution.mention).lower())
        if len(units) == 1:
            found = self._by_pronoun(units[0], attribution)
            if found is not None:
                return found
        if self.openings.describes(units, 0):
            units = units[1:]
        if self._is_many(units):
            return Source(_text(self.reading, units), (), Basis.UNNAMED, plural=True)
        if len(units) == 1 and units[0].lower in BREAKERS | PREPOSITIONS | {"regardless"}:
            return NOBODY
        called = called_so(units)
        if called is not None and units[called.start - 2].lower == "name":  # "who gave her name as"
            return self._called(units, called, parse_name(units, called))
        parts = split_mention(units, lambda name: bool(self.cast.matches(name)))
        if not parts:
            return NOBODY
        if len(parts) > 1:
            return self._several(parts, span, attribution)
        found = self._one(parts[0])
        if attribution is not None and found.basis is Basis.UNNAMED and not found.plural:
            place = self.history.place(span.start)
            return self.offices.epithets.named_next(parts[0], place) or found
        return found

    def _is_many(self, units: Sequence[Unit]) -> bool:
        """Tell "Sellers", "Investigations in Zed" and "Nurses and cooks" from names."""
        common = len(units) == 1 or units[1].lower in _WHERE
        if common and self.openings.is_common(units[0]):
            return True
        trades = lists_trades(units) and not self.cast.matches(units[0].text)
        return trades or is_crowd(units)

    def _by_pronoun(self, unit: Unit, attribution: Attribution | None) -> Source | None:
        lower = unit.lower.removesuffix("'s")
        unresolved = Source(unit.text, (), Basis.UNRESOLVED)
        place = self.history.place(unit.start)
        if lower in _GENDERS:
            return self._pronoun(_GENDERS[lower], place, attribution) or unresolved
        if lower in _GROUPS:
            own = attribution.content if attribution is not None else ()
            group = self.history.last_group(place, outside=own, crowd=self._is_shouted(attribution))
            return group._replace(basis=Basis.PRONOUN) if group else unresolved
        if lower in {"it", "its"}:
            if lower != unit.lower:
                return unresolved  # "It's expected"
            if self.history.spoke_as_body is None:
                return unresolved
            spoke, source = self.history.spoke_as_body
            if place.sentence - spoke.sentence > _BODY_REACH:
                return unresolved
            spans = (*attribution.content, *attribution.mention) if attribution is not None else ()
            begins = self.history.place(min((s.start for s in spans), default=unit.start))
            nearer = self.history.nearer_body(begins)
            if nearer is not None:  # "The army denied it": it did, "The army left": one of the two
                return nearer if self._reports(nearer, begins) else unresolved
            return source._replace(basis=Basis.PRONOUN) if source.names else source
        if lower == "that":
            return NOBODY  # whom it means stands somewhere before
        if lower in _SELF:
            if self.author and not self.history.is_quoted(unit.start):
                return Source(self.author, (self.author,), Basis.PRONOUN)
            return unresolved
        return None

    def _is_shouted(self, attribution: Attribution | None) -> bool:
        words = self.reading.words(attribution.cue).lower().split() if attribution else []
        return not _SHOUTED.isdisjoint(words)

    def _reports(self, source: Source, place: Place) -> bool:
        """Tell whether the sentence before has a source as its subject, and a verb of saying."""
        units = self._sentence_before(place.position)
        behind = len((source.label or "").split())
        return any(u.lower in lexicon.cues() for u in units[behind : behind + 1])

    def _part(self, units: Sequence[Unit], attribution: Attribution | None) -> Source:
        """Find one of several: the "he" of "he and Roe" is no name."""
        if len(units) > 1 or units[0].lower not in _GENDERS:
            return self._one(units)
        place = self.history.place(units[0].start)
        found = self._pronoun(_GENDERS[units[0].lower], place, attribution)
        return found or Source(units[0].text, (), Basis.UNRESOLVED)

    def _several(
        self, parts: Sequence[Sequence[Unit]], span: Span, attribution: Attribution | None
    ) -> Source:
        found = [self._part(part, attribution) for part in parts]
        named = {name for s in found if s.basis is not Basis.ROLE for name in s.names}
        for at, (source, part) in enumerate(zip(found, parts, strict=True)):
            other = is_somebody_else(part)
            if source.basis is Basis.ROLE and other and not named.isdisjoint(source.names):
                found[at] = Source(_text(self.reading, part), (), Basis.UNNAMED)
            elif not (source.names or other):
                found[at] = source._replace(label=None)
        if not any(s.names for s in found):
            return Source(self.reading.words([span]), (), Basis.UNNAMED, plural=True)
        names = tuple(dict.fromkeys(name for s in found for name in s.names))
        basis = max((s.basis for s in found if s.names), key=list(Basis).index)
        filed = dict.fromkeys(part for s in found for part in s.names or (s.label,) if part)
        return Source("; ".join(filed), names, basis, plural=True)

    def _one(self, units: Sequence[Unit]) -> Source:
        text, position = _text(self.reading, units), units[0].start
        if is_count(units) or (len(units) == 1 and self.openings.is_common(units[0])):
            return Source(text, (), Basis.UNNAMED, plural=True)
        short = self.by_initials.get(units[-1].text)
        if short is not None and len(units) <= 2 and units[0].lower in {"the", units[-1].lower}:
            return self._of_initials(short, text, position)
        if len(units) == 2 and units[0].lower == "the" and units[1].is_capital:
            body = self._for_short(units, position)
            if body is not None:
                return body
        called = called_so(units)
        if called is not None and (parse := parse_name(units, called)).name:
            return self._called(units, called, parse)
        if is_description(units) or self._is_around_somebody(units) or is_post(units):
            titled = self._behind_office(units)
            if titled is not None:
                return as_person(titled, Basis.NAMED)
            return self.offices.described(units, text, position)
        if len(units) > 1 and units[1].lower == "and" and units[0].lower.rstrip(".") in HONORIFICS:
            return Source(text, (), Basis.UNNAMED, plural=True)  # "Mr. and Mrs. Doe"
        runs = list(name_runs(units))
        if not runs:
            return Source(text, (), Basis.UNNAMED, plural=is_plural(units))
        if is_numbered(units) or is_ministry(units):
            whole = text.removeprefix("The ").removeprefix("the ")
            return Source(whole, (whole,), Basis.NAMED)
        run = self._main_run(units, runs)
        parse = parse_name(units, run)
        if not parse.name:
            described = describe(units, Range(0, len(units)))
            if described is not None and parse.offices and not is_body(units, described[0]):
                return self.offices.described(units, text, position)
            return self._as_body(units, Range(runs[0].start, len(units)))
        return self._named(units, run, parse, text, position)

    def _of_initials(self, office: Office, text: str, position: int) -> Source:
        """Find who is "the CRC", the chief roads commissioner."""
        if office.name:
            person = self.cast.find(office.name)
            named = Source(office.name, (office.name,), Basis.ROLE, "u")
            return as_person(person, Basis.ROLE) if person is not None else named
        found = self.offices.described(office.units, text, position)
        person = self.cast.find(found.names[0]) if found.names else None
        asked = modifiers(office.units, Range(0, len(office.units))) - {"the"}
        if person is not None and not asked <= person.described:
            return Source(text, (), Basis.UNNAMED, "u")  # another officer
        return found

    def _called(self, units: Sequence[Unit], run: Range, parse: Named) -> Source:
        """Give the Roe of "a farmer surnamed Roe"."""
        name = " ".join(parse.name)
        person = self.cast.find(name)
        if person is not None:
            return as_person(person, Basis.NAMED)
        described = describe(units, Range(0, run.start))
        gender = lexicon.roles()[described[0]].gender if described else ""
        gender = gender if gender in {"f", "m"} else lexicon.first_names().get(name.lower(), "u")
        if len(parse.name) == 1:
            self.history.sources[parse.name] = Source(name, (name,), Basis.NAMED, gender)
        return Source(name, (name,), Basis.NAMED, gender)

    def _behind_office(self, units: Sequence[Unit]) -> Person | None:
        """Find the Jane Roe of "minister of mines and energy Jane Roe" and of "A tearful Roe"."""
        if is_surname_in_a_mood(units):
            known = self.cast.matches(units[-1].text)
            return known[0] if len(known) == 1 else None
        *_, run = [Range(0, 0), *name_runs(units)]
        before = units[run.start - 1].lower
        if run.start < 3 or run.end != len(units) or not is_of_trade(units[: run.start]):
            return None
        police = before == "police"
        if before in PREPOSITIONS | DETERMINERS | PREFIXES | {"and"} or (
            before in lexicon.roles() and not police and before not in PORTFOLIOS
        ):
            return None  # "minister of the late Jane Roe", "spokesman for actor Jane Roe"
        person = self.cast.find(" ".join(parse_name(units, run).name))
        sure = person is not None and (person.certain or police or before in PORTFOLIOS)
        return person if sure and run.end - run.start > 1 else None

    def _for_short(self, units: Sequence[Unit], position: int) -> Source | None:
        """Read "the Commission" and "the Wing": a body named before in full, never a person."""
        name = self.bodies.called_for_short(bare_word(units[1].text), position)
        if name is not None:
            return Source(name, (name,), Basis.ROLE)
        before = self.reading.text[max(position - 3, 0) : position].rstrip()[-1:]
        if units[0].text == "The" and before.islower() and class_of(units[1]) == "person":
            name = _text(self.reading, units)  # "according to The Economist"
            return Source(name, (name,), Basis.NAMED)
        parse = parse_name(units, Range(1, 2))
        if parse.name and not parse.offices and self.cast.matches(parse.name[0]):
            return self._as_body(units, Range(1, 2))
        return None

    def _is_around_somebody(self, units: Sequence[Unit]) -> bool:
        """Tell "Friends of Roe", whom the article names, and "Leaders of France" from a body."""
        if not is_group_of(units):
            return False
        after = [units[run.start : run.end] for run in name_runs(units) if run.start]
        names = [" ".join(u.text for u in name) for name in after]
        return any(
            self.cast.matches(name) or name.lower() in lexicon.places() for name in names[:1]
        )

    def _named(
        self, units: Sequence[Unit], run: Range, parse: Named, text: str, position: int
    ) -> Source:
        name = " ".join(parse.name)
        bodily = len(parse.name) == 1 and parse.name[0].lower() in BODY_WORDS
        if bodily and units[0].lower == "the":
            return self._as_body(units, run)  # "the Executive Yuan"
        persons = self.cast.matches(name)
        if len(persons) > 1 and parse.gender in {"f", "m"}:
            persons = [p for p in persons if p.gender in {"", parse.gender}] or persons
        if (kin := self._of_family(units, run, parse)) is not None:
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
                likely = self.history.likeliest(persons, self.history.place(position))
            if likely is None:
                return Source(name, (), Basis.UNRESOLVED, parse.gender or "u")
            return as_person(likely, Basis.SURNAME)
        bodily |= {lexicon.roles()[o].role_class for o in parse.offices} == {"body"}
        bodily |= parse.gender in {"", "u"} and parse.name[-1].lower() in BODY_WORDS
        if bodily or (not parse.offices and not parse.gender):
            return self._as_body(units, run)
        return Source(name, (name,), Basis.NAMED, parse.gender or "u")

    def _of_family(self, units: Sequence[Unit], run: Range, parse: Named) -> Source | None:
        """Find who "the elder Roe" is; where the article does not tell, the words stand."""
        persons = self.cast.matches(parse.name[0]) if len(parse.name) == 1 else []
        if not persons or not names_generation(units, run.start):
            return None
        one = of_generation(units, run.start, persons)
        if one is not None:
            return as_person(one, Basis.ROLE)
        text = _text(self.reading, units[run.start - 2 : run.end])
        gender = persons[0].gender if len({p.gender for p in persons}) == 1 else ""
        return Source(text, (), Basis.UNNAMED, gender or "u")

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
        if official and is_like_person(last.name) and self.cast.find(" ".join(last.name)):
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
        return office and is_like_person(last.name) and bool(self.cast.find(" ".join(last.name)))

    # -- pronouns -----------------------------------------------------------------------------

    def _pronoun(self, gender: str, place: Place, attribution: Attribution | None) -> Source | None:
        quotation = self.history.quotation(place.position)
        if quotation is not None:
            return self._inside(quotation, gender, place)
        answering = self._answering(gender, attribution)
        if answering is not None:
            return answering
        kin, lives = self._kin_before(attribution)
        others = self._addressee(attribution) | self._asked_about(place)
        fitting = [
            who
            for who in self.history.memory.candidates(place)
            if self.history.sources[who].label not in others
            and self.history.may_be_called(who, gender)
            and (lives or who != kin)
        ]
        if kin in fitting:
            return self.history.sources[kin]._replace(basis=Basis.PRONOUN, chance=_ACTING)
        if (leaving := self._acting(place, attribution)) in fitting:
            source = self.history.sources[leaving]
            return source._replace(basis=Basis.PRONOUN, chance=_ACTING)
        last = self.history.spoke_last
        if isinstance(last, Person) and last in fitting and _goes_on(attribution, self.reading):
            return as_person(last, Basis.PRONOUN)._replace(chance=_ACTING)
        about = self._about(attribution, place)
        who, chance = self.history.weighed(fitting, place, gender, about)
        if who is None or chance < _LIKELY:
            return None
        if chance >= _CALLED:
            self.history.called.setdefault(who, gender)
        source = self.history.sources[who]
        near = [kin for kin in self.families if self.history.memory.since(kin, place) in {0, 1}]
        if any(who in self.families[kin] and kin in fitting for kin in near):
            return self.history.sources[near[-1]]  # "the elder Roe", not his son
        if not source.names:
            return source
        return source._replace(basis=Basis.PRONOUN, chance=_LEAST + _SLOPE * chance)

    def _about(self, attribution: Attribution | None, place: Place) -> frozenset[object]:
        """Find of whom words tell that stand before who says them: "Roe has failed, he said"."""
        said = [s for s in attribution.content if s.start < place.position] if attribution else []
        found = (
            occurrence
            for span in said
            for occurrence in self.cast.occurrences[
                bisect_left(self._starts, span.start) : bisect_left(
                    self._starts, min(span.end, place.position)
                )
            ]
        )
        names = [occurrence.parse.name for occurrence in found if occurrence.parse.name]
        return frozenset(who for n in names for who in (n, *self.cast.matches(" ".join(n))))

    def _answering(self, gender: str, attribution: Attribution | None) -> Source | None:
        """Find who answers with a pronoun: 'The judge asked Jane Roe if she knew. "No," she said'.

        Where who asked could go on as well, nobody is named.
        """
        if attribution is None or not attribution.quotes or not attribution.mention:
            return None
        spans = (*attribution.content, *attribution.cue, *attribution.mention)
        before = self._sentence_before(min(s.start for s in spans))
        told = addressed(before) if before else None
        if told is None or not _ASKED.isdisjoint(self._around(attribution)):
            return None  # '"No," he replied when asked', by somebody else
        verb = self.reading.words(attribution.cue[:1]).lower().split()
        cues = [lexicon.cues()[word] for word in verb if word in lexicon.cues()]
        lemma = cues[-1].lemma if cues else ""
        words = self.reading.words(attribution.content)
        if not may_answer(lemma, words, is_asked=told.is_asked):
            return None
        asker, answers = self._spoke_in(before), is_answer(lemma, words)
        pronoun = _GENDERS.get(told.units[0].lower) if len(told.units) == 1 else None
        rival = asker is not None and bool(asker.names) and self._may_be(asker, gender)
        nobody = Source(self.reading.words(attribution.mention), (), Basis.UNRESOLVED)
        if pronoun is not None:
            found = self._not(asker, gender, before) if pronoun == gender else None
            if found is None and rival and answers and pronoun == gender:
                return nobody
        else:
            found = self._one(told.units)
        if found is None or not self._may_be(found, gender):
            return None
        if rival and not answers:
            return nobody
        if not found.names:
            return found
        return found._replace(basis=Basis.PRONOUN, chance=_ACTING)

    def _kin_before(self, attribution: Attribution | None) -> tuple[object | None, bool]:
        """Find the Jane of 'Roe's sister, Jane, wept. "He is gone," she said', and if she lives."""
        if attribution is None or not (attribution.quotes and attribution.mention):
            return None, True
        start = min(s.start for s in (*attribution.content, *attribution.mention))
        before = self._sentence_before(start)
        named = kin_behind(before) if before else None
        runs = [r for r in name_runs(before) if r.start == named] if before else []
        place = self.history.place(start)
        if not runs or self.history.place(before[0].start).paragraph != place.paragraph:
            return None, True
        name = parse_name(before, runs[0]).name
        who = self.cast.find(" ".join(name)) or name
        return who, not is_of_death(before, runs[0].end)

    def _around(self, attribution: Attribution) -> list[str]:
        """Give the words of an attribution's clause that are not its content."""
        rows = [units_of(self.reading.text, clause, ()).units for clause in attribution.clause]
        said = attribution.content
        return [
            u.lower
            for units in rows
            for u in units
            if not any(s.start <= u.start < s.end for s in said)
        ]

    def _not(self, asker: Source | None, gender: str, before: Sequence[Unit]) -> Source | None:
        """Find whom "him" means in "Roe asked him": somebody else than who asks."""
        place = self.history.place(before[0].start)
        fitting = [
            who
            for who in self.history.memory.candidates(place)
            if self.history.may_be_called(who, gender)
            and (asker is None or self.history.sources[who].label != asker.label)
        ]
        who, chance = self.history.weighed(fitting, place, None)
        return self.history.sources[who] if who is not None and chance >= _LIKELY else None

    def _sentence_before(self, position: int) -> Sequence[Unit]:
        """Give the sentence before one that begins at a position, quotations skipped."""
        place = self.history.place(position)
        at = place.sentence - 1
        if not 0 < at < len(self.sentences) or self.sentences[at].span.start < position - 1:
            return ()
        for sentence in reversed(self.sentences[max(0, at - _QUOTED_REACH) : at]):
            units = sentence.row.units[sentence.units.start : sentence.units.end]
            near = place.paragraph - self.history.place(units[0].start).paragraph <= 1
            if any(u.quote < 0 and u.is_word for u in units):
                return units if near else ()
        return ()

    def _spoke_in(self, units: Sequence[Unit]) -> Source | None:
        """Give who spoke last, if that was in a sentence."""
        last = self.history.spoke_last
        since = self.history.memory.since(last, self.history.place(units[-1].start))
        return self.history.sources[last] if last is not None and since == 0 else None

    def _may_be(self, source: Source, gender: str) -> bool:
        """Tell whether a source is one person who can be called so."""
        if source.plural or len(source.names) > 1 or source.label is None:
            return False
        person = self.cast.find(source.names[0]) if source.names else None
        if person is not None:
            return self.history.may_be_called(person, gender)
        return source.gender in {"u", gender}

    def _opening(self, place: Place) -> Sequence[Unit]:
        """Give the words of a sentence before a comma and a pronoun: "As Mr Doe left"."""
        if not 0 < place.sentence <= len(self.sentences):
            return ()
        sentence = self.sentences[place.sentence - 1]
        units = sentence.row.units[sentence.units.start : sentence.units.end]
        before = [u for u in units if u.start < place.position]
        quoted = next((i for i, u in enumerate(before) if u.quote >= 0), len(before))
        before = before[:quoted]
        return before[:-1] if before and before[-1].text == "," else ()

    def _asked_about(self, place: Place) -> frozenset[str]:
        """Give whom a question was about, or who put it: "Asked whether he knew Lord Doe, he"."""
        units = self._opening(place)
        asks = bool(units) and units[0].lower in _WHILE and _asks(units)  # "When Lord Doe asked"
        if not asks and not any(u.lower in _ASKED for u in units[:_OPENS]):
            return frozenset()
        runs = list(name_runs(units))[: 1 if asks else None]
        names = (" ".join(parse_name(units, run).name) for run in runs)
        return frozenset(
            label for name in names for label in (name, *(p.name for p in self.cast.matches(name)))
        )

    def _acting(self, place: Place, attribution: Attribution | None) -> object | None:
        """Find who acts in a clause of time before a pronoun: "As Mr Doe left Zed, he"."""
        units = self._opening(place)
        if attribution is not None and any(
            s.start < u.end <= s.end for s in attribution.content for u in units[:1]
        ):
            return None  # "As Mr Doe left, he said, nobody moved": part of what was said
        runs = list(name_runs(units))
        if not runs or units[0].lower not in _WHILE or runs[0].start != 1:
            return None
        clause, after = units[1:], units[runs[0].end :]
        if not is_followed_by_verb(clause, Range(0, runs[0].end - 1)):
            return None
        if any(u.lower in _GENDERS for u in after) or after[0].lower in lexicon.cues():
            return None  # "When Mr Doe asked him", "As Mr Doe said"
        if after[0].lower in AUXILIARIES and not any(u.lower.endswith("ing") for u in after[1:2]):
            return None  # "When Mr Doe was dismissed"
        name = parse_name(units, runs[0]).name
        return self.cast.find(" ".join(name)) or name

    def _inside(self, quotation: Span, gender: str, place: Place) -> Source | None:
        """Find who is meant in words that somebody else speaks: named in them, and alone."""
        row = units_of(self.reading.text, Span(quotation.start, place.position), ())
        found = {
            person
            for run in name_runs(row.units)
            if (person := self.cast.find(" ".join(parse_name(row.units, run).name))) is not None
            and person.gender in {"", gender}
        }
        return as_person(found.pop(), Basis.PRONOUN) if len(found) == 1 else None

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
        if is_like_person(parse_name(units, Range(run.start, end)).name):
            end = end_of_name(units, Range(run.start, end))
        name = _text(self.reading, units[run.start : end])
        for ending in ("'s", "’s"):
            name = name.removesuffix(ending)
        parse = parse_name(units, Range(run.start, end))
        thing = is_with_article(units, run, parse.name)
        if is_like_person(parse.name) and not (thing or parse.name[0].lower() in PREPOSITIONS):
            if units[run.start].lower.endswith("'s") and not names_body(parse.name):
                name = " ".join(parse.name)  # "the BJP's Jane Roe"
            return Source(name, (name,), Basis.NAMED, "u")
        people = name.lower() in lexicon.demonyms() or name.lower()[:-1] in lexicon.demonyms()
        if people and name.endswith("s"):
            return Source(_text(self.reading, units), (), Basis.UNNAMED, plural=True)
        name = self.bodies.full(name)
        return Source(name, (name,), Basis.NAMED)


_WHERE = frozenset({"in", "from", "at", "into", "on"})  # "Investigations in Zed"
_FILMED = frozenset("video videos footage clip recording tape film audio".split())


def _is_shouted(units: Sequence[Unit]) -> bool:
    """Tell a headline in capitals, in which nothing tells names from other words."""
    return len(units) >= _SHORTEST_SHOUT and all(u.text.upper() == u.text for u in units)


def _said_by(units: Sequence[Unit], attribution: Attribution, reading: Reading) -> Sequence[Unit]:
    """Take Roe of "a recording of Roe" that is heard "saying" something."""
    of = next((i for i, u in enumerate(units) if u.lower == "of"), 0)
    if not 0 < of < len(units) - 1 or units[of - 1].lower not in _FILMED or not attribution.cue:
        return units
    cue = attribution.cue[0]
    heard = reading.words([cue]).partition(" ")[0].endswith("ing")
    return units[of + 1 :] if heard and 0 <= cue.start - units[-1].end <= 1 else units


def _goes_on(attribution: Attribution | None, reading: Reading) -> bool:
    """Tell "she added", who has said something before."""
    words = reading.words(attribution.cue).lower().split() if attribution is not None else []
    cues = (lexicon.cues().get(word) for word in words)
    return any(cue is not None and cue.lemma in {"add", "continue"} for cue in cues)


def _asks(units: Sequence[Unit]) -> bool:
    """Tell "Roe asked" from "Roe was asked"."""
    return any(b.lower in _ASKED and a.lower not in AUXILIARIES for a, b in pairwise(units))


def _named_by(attribution: Attribution) -> tuple[Span, ...]:
    """Give the words that tell who it is: the mention, or whom "who" means."""
    return (attribution.antecedent or attribution.mention)[:1]


_SHOUTED = frozenset({"shouted", "chanted", "sang", "yelled", "cheered", "shout", "chant"})


def _text(reading: Reading, units: Sequence[Unit]) -> str:
    return reading.words([span_of(units, Range(0, len(units)))])
