"""Who said it: from the mention to the name under which a reader would file the statement.

A name that the article gives in full is used everywhere; a pronoun is whoever is likeliest of
those named before; an office is who holds it in the article. Where two could be meant, the mention
itself stays: a wrong name is worse than none.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import Bodies
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.gathering import gather_cast
from quotecli.extraction.names.genders import gender_behind
from quotecli.extraction.names.initials import offices_by_initials
from quotecli.extraction.names.namewords import BODY_WORDS, bare_word, describes
from quotecli.extraction.names.occurrences import Occurrence, is_certain, is_followed_by_verb
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.person import Person
from quotecli.extraction.prose.grammar import DETERMINERS, PREPOSITIONS, Range
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of
from quotecli.extraction.rules.attribution import Attribution, Sentence
from quotecli.extraction.speakers.actors import subject_span
from quotecli.extraction.speakers.answers import Answers
from quotecli.extraction.speakers.bodynouns import BodyNouns
from quotecli.extraction.speakers.context import Context
from quotecli.extraction.speakers.couples import named_together
from quotecli.extraction.speakers.history import NOBODY, History, Source, Watch, as_person
from quotecli.extraction.speakers.kin import of_family
from quotecli.extraction.speakers.mentions import Mentions
from quotecli.extraction.speakers.phrases import Phrases
from quotecli.extraction.speakers.pronouns import Pronouns
from quotecli.extraction.speakers.salience import Use
from quotecli.extraction.speakers.writers import noted_writer
from quotecli.model import Basis, BlockKind, Span

# "the agency Moody's", "Standard and Poor's"
_CAPITAL = r"(?!The )[A-Z][\w.&-]*"
_IN_S = re.compile(rf"(?:{_CAPITAL} (?:and|&) )?(?P<last>(?:{_CAPITAL} )*{_CAPITAL}['’]s)$")
# What is no noun: of "the Bank's forecast" nobody knows.
_VERB = re.compile(r"(?:(?:also|then|later|has|had) )?(?:said|says|told|\w+ed)\b")
_GLOSS = re.compile(r" *\([^()]*\)")  # "Chen Hsiao (陳曉)"
_SHORTEST_SHOUT = 4  # words


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
        author: who says "I"; where that is unknown, a note at the end may tell.
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
    cast = gather_cast(prose, openings, speaking)
    bodies = Bodies(prose, _names_in_s(reading, attributions))
    nouns = BodyNouns(prose, bodies, openings, cast.first_of)
    history = History(reading, cast, openings, nouns, sentences)
    history.watch = watch
    context = Context(reading, sentences, history)
    phrases = Phrases(reading, cast, bodies, openings, offices_by_initials(prose), history)
    answers = Answers(reading, cast, history, context, phrases)
    author = author or noted_writer(prose, cast)
    pronouns = Pronouns(reading, cast, history, context, answers, author)
    mentions = Mentions(reading, cast, openings, context, phrases, pronouns)
    return _Walk(reading, cast, openings, sentences, history, mentions).run(attributions)


class _Walk:
    """Goes through an article in the order in which it is read."""

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        openings: Openings,
        sentences: Sequence[Sentence],
        history: History,
        mentions: Mentions,
    ) -> None:
        self._reading = reading
        self._cast = cast
        self._openings = openings
        self._sentences = sentences
        self._history = history
        self._mentions = mentions

    def run(self, attributions: Sequence[Attribution]) -> list[Source]:
        """Go through the article in order, so that a pronoun sees who came before."""
        self._history.said = sorted(s for a in attributions for s in a.content)
        by_mention: dict[Span, Source] = {}
        for step in sorted(self._steps(attributions), key=lambda s: (s.position, s.rank)):
            if step.together:
                self._history.note_together(step.position, step.together)
                continue
            if step.name is not None:
                self._note_name(step.name)
                continue
            source = by_mention.get(step.span)
            if source is None:
                source = by_mention[step.span] = self._mentions.meant(step.span, step.claim)
            self._history.note(step.position, source, spoke=step.claim is not None)
        return [self._of(attribution, by_mention) for attribution in attributions]

    def _steps(self, attributions: Sequence[Attribution]) -> Iterator[_Step]:
        for found in self._cast.occurrences:
            if not self._history.is_quoted(found.start):
                yield _Step(found.start, 0, Span(found.start, found.start), name=found)
        for found, persons in named_together(self._cast):
            if not self._history.is_quoted(found.start):
                yield _Step(found.start, 1, Span(found.start, found.start), together=persons)
        mentioned: dict[int, Span] = {}
        for attribution in attributions:
            for span in _named_by(attribution):
                mentioned[span.start] = span
                yield _Step(span.start, 1, span, attribution)
        for sentence in self._sentences:
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

    def _note_name(self, found: Occurrence) -> None:
        if not found.parse.name:
            return
        persons = self._cast.matches(" ".join(found.parse.name))
        kin = of_family(found.units, found.run, found.parse, self._cast, self._reading)
        if kin is not None:
            persons = self._cast.matches(kin.names[0]) if kin.names else []
        elif len(persons) > 1 and len(found.parse.name) == 1:
            likely = self._history.likeliest(persons, self._history.place(found.start))
            persons = [likely] if likely is not None else persons
        elif len(persons) == 1:
            self._history.in_full[persons[0]] = self._history.place(found.start)
        if len(persons) == 1:
            who: object = persons[0]
            self._history.sources.setdefault(who, as_person(persons[0], Basis.NAMED))
        elif kin is not None:
            who = kin.label
            self._history.families[who] = self._cast.matches(found.parse.name[0])
            self._history.sources.setdefault(who, kin)
        elif not persons and len(found.parse.name) == 1 and self._may_be_person(found):
            who = found.parse.name
            name = found.parse.name[0]
            gender = found.parse.gender or lexicon.first_names().get(name.lower(), "")
            gender = gender or gender_behind(found) or "u"
            self._history.sources.setdefault(who, Source(name, (name,), Basis.NAMED, gender))
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
            told=self._history.is_said(found.start),
        )
        self._history.memory.note(who, self._history.place(found.start), use)

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
        if not before and not self._openings.names_one(parse.name[0]):
            return lower in lexicon.first_names()  # "Outreach is a part of her life"
        return lower in lexicon.first_names() or is_certain(found)


def _names_in_s(reading: Reading, attributions: Sequence[Attribution]) -> Iterator[str]:
    """Find "Moody's" that "said" something, where no "Moody" stands in the article."""
    mentions = ((_IN_S.search(reading.words(a.mention)), a) for a in attributions)
    named = {m[0]: m["last"] for m, a in mentions if m is not None and _is_alone(reading, a)}
    for whole, last in named.items():
        bare = re.escape(bare_word(last))
        if re.search(rf"\b{bare}\b(?!['’]s)", reading.text) is None:
            yield from dict.fromkeys((whole, last))


def _is_alone(reading: Reading, attribution: Attribution) -> bool:
    """Tell "Moody's said" and "according to Moody's," from "the Bank's forecast"."""
    cue, end = reading.words(attribution.cue), attribution.mention[-1].end
    closed = reading.text[end : end + 1] in {"", ",", ".", ";", ")"}
    return _VERB.match(cue) is not None or (closed and cue.lower().startswith("according"))


def _is_shouted(units: Sequence[Unit]) -> bool:
    """Tell a headline in capitals, in which nothing tells names from other words."""
    return len(units) >= _SHORTEST_SHOUT and all(u.text.upper() == u.text for u in units)


def _named_by(attribution: Attribution) -> tuple[Span, ...]:
    """Give the words that tell who it is: the mention, or whom "who" means."""
    return (attribution.antecedent or attribution.mention)[:1]
