"""Who said it: from the mention to the name under which a reader would file the statement.

A name that the article gives in full is used everywhere; a pronoun is who spoke or acted last; an
office is who holds it in the article. Where two could be meant, the mention itself stays: a wrong
name is worse than none.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.attribution import Attribution, Sentence
from quotecli.extraction.grammar import Range, sentence_subject, span_of
from quotecli.extraction.mentions import (
    coordinated,
    is_body,
    is_definite,
    is_description,
    is_plural,
    without_tail,
)
from quotecli.extraction.people import (
    Cast,
    Person,
    describe,
    is_person,
    name_runs,
    parse_name,
)
from quotecli.extraction.reading import Reading
from quotecli.extraction.units import Unit, units_of
from quotecli.model import Basis, BlockKind, Span
from quotecli.text.names import HONORIFICS

_ADDRESSED = frozenset({"tell", "ask", "assure", "remind", "urge", "warn", "thank", "advise"})
_RECENT = 40  # speakers and subjects: as far back as a reader keeps in mind
_COUNTS = frozenset({"two", "three", "four", "five"})
_GENDERS = {"he": "m", "she": "f"}


class Source(NamedTuple):
    """Whom a mention means.

    ``names`` is empty where nobody is named; ``label`` is what the statement is filed under.
    """

    label: str | None
    names: tuple[str, ...]
    basis: Basis
    gender: str = ""
    plural: bool = False


NOBODY = Source(None, (), Basis.UNRESOLVED)


@dataclass(frozen=True, slots=True)
class _Event:
    """Somebody spoke or was the subject of a sentence."""

    position: int
    source: Source
    spoke: bool


def resolve(
    reading: Reading, attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> list[Source]:
    """Find the speaker of each attribution, in their order."""
    rows = [units_of(reading.text, passage, ()) for passage in reading.passages]
    prose = [
        row.units
        for row, kind in zip(rows, reading.kinds, strict=True)
        if kind in {BlockKind.PARAGRAPH, BlockKind.CAPTION}
    ]
    resolver = _Resolver(reading, Cast(prose))
    return resolver.run(attributions, sentences)


class _Resolver:
    def __init__(self, reading: Reading, cast: Cast) -> None:
        self.reading = reading
        self.cast = cast
        self.events: list[_Event] = []

    def run(
        self, attributions: Sequence[Attribution], sentences: Sequence[Sentence]
    ) -> list[Source]:
        """Go through the article in order, so that a pronoun sees who came before."""
        by_mention: dict[Span, Source] = {}
        steps: list[tuple[int, Span, Attribution | None]] = []
        for sentence in sentences:
            subject = _subject_span(sentence)
            if subject is not None:
                steps.append((subject.start, subject, None))
        for attribution in attributions:
            steps.extend((m.start, m, attribution) for m in _named_by(attribution))
        for position, span, claim in sorted(steps, key=lambda s: (s[0], s[2] is None)):
            if span in by_mention:
                continue
            source = self.source(span, claim)
            by_mention[span] = source
            if source.names or source.plural or source.gender:
                self.events.append(_Event(position, source, claim is not None))
        return [self._of(attribution, by_mention) for attribution in attributions]

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

    # -- one mention ---------------------------------------------------------------------------

    def source(self, span: Span, attribution: Attribution | None) -> Source:
        """Find whom the mention at ``span`` means."""
        units = without_tail(units_of(self.reading.text, span, ()).units)
        if not units:
            return NOBODY
        text = _text(self.reading, units)
        if len(units) == 1 and (units[0].lower in _GENDERS or units[0].lower in {"it", "they"}):
            return self._pronoun(units[0].lower, span.start, attribution) or Source(
                text, (), Basis.UNRESOLVED
            )
        parts = coordinated(units)
        if len(parts) > 1:
            return self._several(parts, text)
        return self._one(units, text, span.start)

    def _several(self, parts: Sequence[Sequence[Unit]], text: str) -> Source:
        found = [self._one(part, _text(self.reading, part), part[0].start) for part in parts]
        if not all(s.names for s in found):
            return Source(text, (), Basis.UNNAMED, plural=True)
        names = tuple(dict.fromkeys(name for s in found for name in s.names))
        basis = max((s.basis for s in found), key=list(Basis).index)
        return Source("; ".join(names), names, basis, plural=True)

    def _one(self, units: Sequence[Unit], text: str, position: int) -> Source:
        if is_description(units):
            return self._described(units, text, position)
        runs = list(name_runs(units))
        if not runs:
            return Source(text, (), Basis.UNNAMED, plural=is_plural(units))
        run = self._main_run(units, runs)
        parse = parse_name(units, run)
        if not parse.name and all(u.lower.rstrip(".") in HONORIFICS for u in units):
            return Source(text, (), Basis.UNNAMED)  # the first of "Mr. and Mrs. Doe"
        if not parse.name:
            described = describe(units, Range(0, len(units)))
            if described is not None and parse.offices and not is_body(units, described[0]):
                return self._described(units, text, position)
            return _as_body(self.reading, units, Range(runs[0].start, len(units)))
        name = " ".join(parse.name)
        persons = self.cast.matches(name)
        if len(persons) > 1 and parse.gender in {"f", "m"}:
            persons = [p for p in persons if p.gender in {"", parse.gender}]
        if len(persons) == 1 and {persons[0].gender, parse.gender} == {"f", "m"}:
            return Source(text, (text,), Basis.NAMED, parse.gender)  # the husband: "Mr Pickles"
        if len(persons) == 1:
            person = persons[0]
            whole = len(parse.name) > 1
            return _as_person(person, Basis.NAMED if whole else Basis.SURNAME)
        if len(persons) > 1:
            likely = self._likeliest(persons, position)
            if likely is None:
                return Source(name, (), Basis.UNRESOLVED, parse.gender or "u")
            return _as_person(likely, Basis.SURNAME)
        if not parse.offices and not parse.gender:
            return _as_body(self.reading, units, run)
        return Source(name, (name,), Basis.NAMED, parse.gender)

    def _main_run(self, units: Sequence[Unit], runs: Sequence[Range]) -> Range:
        """Take the run that names the head: of "Armenia's Pashinyan" the second."""
        stop = next((u.start for u in units if u.lower in {"of", "for", "from", "at", "in"}), None)
        head = [r for r in runs if stop is None or units[r.start].start < stop]
        chosen = (head or runs)[-1]
        first, last = parse_name(units, chosen), parse_name(units, runs[-1])
        held = {lexicon.roles()[office].role_class for office in first.offices}
        if not first.name and "office" in held and self.cast.find(" ".join(last.name)):
            return runs[-1]  # "Secretary of State Jane Roe"
        return chosen

    def _likeliest(self, persons: Sequence[Person], position: int) -> Person | None:
        """Choose between namesakes: the only one named before, or by far the most named."""
        before = [p for p in persons if p.first < position]
        if len(before) == 1:
            return before[0]
        ranked = sorted(persons, key=lambda p: -p.forms.total())
        first, second = ranked[0], ranked[1]
        return first if first.forms.total() >= 3 * second.forms.total() else None

    # -- descriptions --------------------------------------------------------------------------

    def _described(self, units: Sequence[Unit], text: str, position: int) -> Source:
        """Find who is "the Russian president", "his Azerbaijani counterpart", "both countries"."""
        described = describe(units, Range(0, len(units)))
        plural = is_plural(units)
        words = {u.lower for u in units}
        if units[0].lower == "both" or (units[0].lower == "the" and words & _COUNTS):
            group = self._last_group(position)
            if group is not None:
                return group._replace(basis=Basis.ROLE)
        if described is None:
            return Source(text, (), Basis.UNNAMED, plural=plural)
        head, place = described
        role = lexicon.roles()[head]
        unnamed = Source(text, (), Basis.UNNAMED, "" if plural else role.gender, plural)
        if not is_definite(units):
            return unnamed
        if head == "counterpart":
            person = self._counterpart(place)
            return _as_person(person, Basis.ROLE) if person else Source(text, (), Basis.UNRESOLVED)
        if role.role_class in {"office", "person", "anonymous"}:
            holders = self.cast.holders(head, place)
            if len(holders) > 1 and place is None:
                return Source(text, (), Basis.UNRESOLVED)
            if len(holders) == 1:
                return _as_person(holders[0], Basis.ROLE)
            if not holders and role.role_class == "office":
                heard = any(e.position < position and e.source.names for e in self.events)
                candidates = self.cast.may_hold(head, place) if heard else []
                if len(candidates) == 1:
                    return _as_person(candidates[0], Basis.ROLE)
        return unnamed

    def _counterpart(self, place: str | None) -> Person | None:
        if place is None:
            return None
        found = [
            p
            for p in self.cast.persons
            if any(where == place and held in _OFFICIALS for held, where in p.offices)
        ]
        return found[0] if len(found) == 1 else None

    # -- pronouns ------------------------------------------------------------------------------

    def _pronoun(self, word: str, position: int, attribution: Attribution | None) -> Source | None:
        if word == "they":
            group = self._last_group(position)
            return group._replace(basis=Basis.PRONOUN) if group else None
        addressee = self._addressee(attribution)
        for event in reversed(self.events[-_RECENT:]):
            source = event.source
            if event.position >= position or source.plural or source.label in addressee:
                continue
            if not source.names:  # one of two namesakes, or "a spokeswoman"
                if word != "it" and source.gender in {"u", _GENDERS[word]}:
                    return source
                continue
            person = self.cast.find(source.names[0])
            gender = person.gender if person else source.gender
            if word == "it":
                if event.spoke and person is None and source.gender in {"", "u"}:
                    return source._replace(basis=Basis.PRONOUN)
                continue
            if person is None and not gender:
                continue
            if gender not in {"", "u", _GENDERS[word]}:
                continue
            if gender != _GENDERS[word] and self._fits_better(word, event.position, position):
                return None
            return source._replace(basis=Basis.PRONOUN)
        return None

    def _fits_better(self, word: str, start: int, end: int) -> bool:
        """Tell whether somebody whose gender is known to fit is named in between."""
        between = self.reading.text[start:end]
        return any(
            person.gender == _GENDERS[word] and person.name in between
            for person in self.cast.persons
        )

    def _addressee(self, attribution: Attribution | None) -> frozenset[str]:
        """Give the names of those who are told: they are not who tells."""
        if attribution is None or not attribution.cue or attribution.rule not in _ADDRESSED:
            return frozenset()
        cue, clause = attribution.cue[0], attribution.clause[0]
        after = units_of(self.reading.text, Span(cue.end, max(cue.end, clause.end)), ())
        told = []
        for run in name_runs(after.units):
            if run.start > 3:
                break
            person = self.cast.find(" ".join(parse_name(after.units, run).name))
            if person is not None:
                told.append(person.name)
        return frozenset(told)

    def _last_group(self, position: int) -> Source | None:
        """Give who last spoke or acted together."""
        for event in reversed(self.events[-_RECENT:]):
            if event.position < position and len(event.source.names) > 1:
                return event.source
        return None


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


def _named_by(attribution: Attribution) -> tuple[Span, ...]:
    """Give the words that tell who it is: the mention, or whom "who" means."""
    return (attribution.antecedent or attribution.mention)[:1]


def _subject_span(sentence: Sentence) -> Span | None:
    units = sentence.row.units
    subject = sentence_subject(units, sentence.units.start, sentence.units.end)
    if subject is None:
        return None
    return span_of(units, subject)


def _as_person(person: Person, basis: Basis) -> Source:
    return Source(person.name, (person.name,), basis, person.gender)


def _as_body(reading: Reading, units: Sequence[Unit], run: Range) -> Source:
    """File an organisation, a place or an unknown name as it stands, without "the"."""
    words = [u.text for u in units[run.start :]]
    end = len(words)
    while end > 1 and not (words[end - 1][0].isupper() or words[end - 1][0].isdigit()):
        end -= 1
    name = _text(reading, units[run.start : run.start + end])
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    parse = parse_name(units, Range(run.start, run.start + end))
    known = Counter(word.lower() for word in parse.name[-1:])
    gender = "u" if is_person(parse, known) else ""
    return Source(name, (name,), Basis.NAMED, gender)


def _text(reading: Reading, units: Sequence[Unit]) -> str:
    return reading.words([span_of(units, Range(0, len(units)))])
