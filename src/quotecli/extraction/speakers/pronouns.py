"""Whom a pronoun means: "she", "they", "it", "I"."""

from bisect import bisect_left

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.answers import Answers
from quotecli.extraction.speakers.context import Context
from quotecli.extraction.speakers.history import NOBODY, History, Source, as_person
from quotecli.extraction.speakers.kin import kin_before
from quotecli.extraction.speakers.leadins import acting, asked_about
from quotecli.extraction.speakers.salience import ACTING, GENDERS, LIKELY, Place
from quotecli.model import Basis, Span

_ADDRESSED = frozenset({"tell", "ask", "assure", "remind", "urge", "warn", "thank", "advise"})
_SELF = frozenset({"i", "me", "my", "myself"})
_GROUPS = frozenset({"they", "them", "their", "both", "each"})
# The share of right names among pronouns of a chance, a line through CoreNLP's silver chains (84 %
# overall, 90 % from a chance of 0.8) and the names read by hand (96 %).
_LEAST, _SLOPE = 0.45, 0.52
_CALLED = 0.8  # the least chance with which "he" tells that somebody is no "she"
_BODY_REACH = 4  # sentences within which "it" is the body that spoke
_NEAR = 3  # words behind "told" among which is who was told
# What tells of speech and is no cue: "spoke for an hour:", "addressed the council:"
_SPEAKS = frozenset("spoke speaks speaking talked talks addressed addresses statement".split())
_SHOUTED = frozenset({"shouted", "chanted", "sang", "yelled", "cheered", "shout", "chant"})


class Pronouns:
    """Reads pronouns, with what has been read of the article before them."""

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        history: History,
        context: Context,
        answers: Answers,
        author: str | None,
    ) -> None:
        self._reading = reading
        self._cast = cast
        self._history = history
        self._context = context
        self._answers = answers
        self._author = author
        self._announcing: dict[int, list[Source]] = {}  # by paragraph
        self._starts = [occurrence.start for occurrence in cast.occurrences]

    def meant(self, unit: Unit, attribution: Attribution | None) -> Source | None:
        """Find whom a word means: nothing where it is no pronoun.

        Args:
            unit: the word.
            attribution: what is said with it, if anything.
        """
        lower = unit.lower.removesuffix("'s")
        unresolved = Source(unit.text, (), Basis.UNRESOLVED)
        place = self._history.place(unit.start)
        if lower in GENDERS:
            return self._he_or_she(GENDERS[lower], place, attribution) or unresolved
        if lower in _GROUPS:
            own = attribution.content if attribution is not None else ()
            group = self._history.last_group(
                place, outside=own, crowd=self._is_shouted(attribution)
            )
            return group._replace(basis=Basis.PRONOUN) if group else unresolved
        if lower in {"it", "its"}:
            expected = lower != unit.lower  # "It's expected"
            return (None if expected else self._it(place, attribution)) or unresolved
        if lower == "that":
            return NOBODY  # whom it means stands somewhere before
        if lower in _SELF:
            if self._history.is_quoted(unit.start):
                return unresolved
            return self._writes(place) or unresolved
        return None

    def _he_or_she(
        self, gender: str, place: Place, attribution: Attribution | None
    ) -> Source | None:
        """Find whom "he" (``gender`` m) or "she" (f) means: nothing where nobody is likely."""
        quotation = self._history.quotation(place.position)
        if quotation is not None:
            return self._inside(quotation, gender, place)
        answering = self._answers.answering(gender, attribution)
        if answering is not None:
            return answering
        kin, lives = kin_before(attribution, self._cast, self._context, self._history)
        opening = self._context.opening(place.position)
        others = self._addressee(attribution) | asked_about(opening, self._cast)
        fitting = [
            who
            for who in self._history.memory.candidates(place)
            if self._history.sources[who].label not in others
            and self._history.may_be_called(who, gender)
            and (lives or who != kin)
        ]
        if kin in fitting:
            return self._history.sources[kin]._replace(basis=Basis.PRONOUN, chance=ACTING)
        if (leaving := acting(opening, attribution, self._cast)) in fitting:
            source = self._history.sources[leaving]
            return source._replace(basis=Basis.PRONOUN, chance=ACTING)
        last = self._history.spoke_last
        if isinstance(last, Person) and last in fitting and _goes_on(attribution, self._reading):
            return as_person(last, Basis.PRONOUN)._replace(chance=ACTING)
        about = self._about(attribution, place)
        who, chance = self._history.weighed(fitting, place, gender, about)
        if who is None or chance < LIKELY:
            return None
        if chance >= _CALLED:
            self._history.called.setdefault(who, gender)
        source = self._history.sources[who]
        near = (
            kin
            for kin, family in self._history.families.items()
            if who in family and kin in fitting
            if self._history.memory.since(kin, place) in {0, 1}
        )
        if (elder := next(near, None)) is not None:
            return self._history.sources[elder]  # "the elder Roe", not his son
        if not source.names:
            return source
        return source._replace(basis=Basis.PRONOUN, chance=_LEAST + _SLOPE * chance)

    def _about(self, attribution: Attribution | None, place: Place) -> frozenset[object]:
        """Find of whom words tell that stand before who says them: "Roe has failed, he said"."""
        said = [s for s in attribution.content if s.start < place.position] if attribution else []
        found = (
            occurrence
            for span in said
            for occurrence in self._cast.occurrences[
                bisect_left(self._starts, span.start) : bisect_left(
                    self._starts, min(span.end, place.position)
                )
            ]
        )
        names = [occurrence.parse.name for occurrence in found if occurrence.parse.name]
        return frozenset(who for n in names for who in (n, *self._cast.matches(" ".join(n))))

    def _inside(self, quotation: Span, gender: str, place: Place) -> Source | None:
        """Find who is meant in words that somebody else speaks: named in them, and alone."""
        row = units_of(self._reading.text, Span(quotation.start, place.position), ())
        found = {
            person
            for run in name_runs(row.units)
            if (person := self._cast.find(" ".join(parse_name(row.units, run).name))) is not None
            and person.gender in {"", gender}
        }
        return as_person(found.pop(), Basis.PRONOUN) if len(found) == 1 else None

    def _addressee(self, attribution: Attribution | None) -> frozenset[str]:
        """Give the names of those who are told: they are not who tells."""
        if attribution is None or not attribution.cue or attribution.rule not in _ADDRESSED:
            return frozenset()
        cue, clause = attribution.cue[0], attribution.clause[0]
        after = units_of(self._reading.text, Span(cue.end, max(cue.end, clause.end)), ())
        told = []
        for run in name_runs(after.units):
            if run.start > _NEAR:
                break
            person = self._cast.find(" ".join(parse_name(after.units, run).name))
            if person is not None:
                told.append(person.name)
        return frozenset(told)

    def _it(self, place: Place, attribution: Attribution | None) -> Source | None:
        """Find the body or document that "it" means: the last that spoke."""
        if self._history.spoke_as_body is None:
            return None
        spoke, source = self._history.spoke_as_body
        if place.sentence - spoke.sentence > _BODY_REACH:
            return None
        spans = (*attribution.content, *attribution.mention) if attribution is not None else ()
        begins = self._history.place(min((s.start for s in spans), default=place.position))
        nearer = self._history.nearer_body(begins)
        if nearer is not None:  # "The army denied it": it did, "The army left": one of the two
            return nearer if self._reports(nearer, begins) else None
        return source._replace(basis=Basis.PRONOUN) if source.names else source

    def _reports(self, source: Source, place: Place) -> bool:
        """Tell whether the sentence before has a source as its subject, and a verb of saying."""
        units = self._context.sentence_before(place.position)
        behind = len((source.label or "").split())
        return any(u.lower in lexicon.cues() for u in units[behind : behind + 1])

    def _writes(self, place: Place) -> Source | None:
        """Find whom "I" means outside quotation marks: the author, or whom a colon announces."""
        announced = self._announced(place)
        if not announced:
            author = self._author
            return Source(author, (author,), Basis.PRONOUN) if author else None
        one = announced[0]
        if len(announced) > 1 or not one.names or self._author not in {None, *one.names}:
            return None
        others = {GENDERS.get(u.lower) for u in self._context.sentence_at(place.position)}
        if not others.isdisjoint({one.gender} if one.gender in {"f", "m"} else {"f", "m"}):
            return None  # 'I asked whether she would resign': "she" may be the one announced
        return one._replace(basis=Basis.PRONOUN)

    def _announced(self, place: Place) -> list[Source]:
        """Give who acts where the paragraph before ends with "said:": what follows is theirs.

        It is asked at the first "I" of a paragraph and then kept for all of it: who acts in the
        paragraph itself has not been announced.
        """
        if place.paragraph not in self._announcing:
            self._announcing[place.paragraph] = self._acting_before_colon(place)
        return self._announcing[place.paragraph]

    def _acting_before_colon(self, place: Place) -> list[Source]:
        before = self._reading.passages[max(place.paragraph - 2, 0)]
        if place.paragraph < 2 or self._reading.text[before.end - 1] != ":":
            return []
        units = self._context.sentence_at(before.end - 1)
        cues = (lexicon.cues().get(u.lower) for u in units)
        if _SPEAKS.isdisjoint(u.lower for u in units) and not any(
            cue is not None and cue.cue_class == "speech" for cue in cues
        ):
            return []  # "Roe faced one question:"
        sentence, memory = self._history.place(before.end - 1).sentence, self._history.memory
        return [
            self._history.sources[who]
            for who in memory.candidates(place)
            if memory.last_acted(who) == sentence
        ]

    def _is_shouted(self, attribution: Attribution | None) -> bool:
        words = self._reading.words(attribution.cue).lower().split() if attribution else []
        return not _SHOUTED.isdisjoint(words)


def _goes_on(attribution: Attribution | None, reading: Reading) -> bool:
    """Tell "she added", who has said something before."""
    words = reading.words(attribution.cue).lower().split() if attribution is not None else []
    cues = (lexicon.cues().get(word) for word in words)
    return any(cue is not None and cue.lemma in {"add", "continue"} for cue in cues)
