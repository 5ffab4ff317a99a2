"""Who answers: 'The judge asked Jane Roe if she knew. "No," she said'."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.context import Context
from quotecli.extraction.speakers.history import History, Source
from quotecli.extraction.speakers.phrases import Phrases
from quotecli.extraction.speakers.salience import ACTING, GENDERS, LIKELY
from quotecli.model import Basis

# Who was asked, in the clause of the answer or before it
ASKED = frozenset({"asked", "pressed", "questioned", "quizzed", "challenged"})
_ASKS = frozenset({"asked", "asks", "pressed", "questioned", "quizzed"})
_TELLS = frozenset({"told", "tells", "warned"})
_PASSIVE = frozenset({"is", "was", "were", "been", "being", "when", "if"})
_QUESTIONS = frozenset("if whether what who whom which where how why when about".split())
_LONGEST = 8  # words of whom it is put to
_ANSWERS = frozenset({"reply", "answer", "respond", "retort", "counter"})
_GO_ON = frozenset({"add", "continue", "ask"})
# What an answer begins with, and a question or a reproach does not
_AS_ANSWER = frozenset(
    "yes no yeah yep nope aye never not maybe sure absolutely certainly exactly because i i'm i've"
    " i'd i'll i’m i’ve i’d i’ll".split()
)


class _Addressed(NamedTuple):
    """Whom somebody addresses in a sentence, and whether with a question that wants an answer."""

    units: Sequence[Unit]
    is_asked: bool


class Answers:
    """Finds who answers, of those in the sentence before."""

    def __init__(
        self, reading: Reading, cast: Cast, history: History, context: Context, phrases: Phrases
    ) -> None:
        self._reading = reading
        self._cast = cast
        self._history = history
        self._context = context
        self._phrases = phrases

    def answering(self, gender: str, attribution: Attribution | None) -> Source | None:
        """Find who answers with a pronoun: 'The judge asked Jane Roe if she knew. "No," she said'.

        Where who asked could go on as well, nobody is named.
        """
        if attribution is None or not attribution.quotes or not attribution.mention:
            return None
        spans = (*attribution.content, *attribution.cue, *attribution.mention)
        before = self._context.sentence_before(min(s.start for s in spans))
        told = _addressed(before) if before else None
        if told is None or not ASKED.isdisjoint(self._around(attribution)):
            return None  # '"No," he replied when asked', by somebody else
        verb = self._reading.words(attribution.cue[:1]).lower().split()
        cues = [lexicon.cues()[word] for word in verb if word in lexicon.cues()]
        lemma = cues[-1].lemma if cues else ""
        words = self._reading.words(attribution.content)
        if not _may_answer(lemma, words, is_asked=told.is_asked):
            return None
        asker, answers = self._spoke_in(before), _is_answer(lemma, words)
        pronoun = GENDERS.get(told.units[0].lower) if len(told.units) == 1 else None
        rival = asker is not None and bool(asker.names) and self._may_be(asker, gender)
        nobody = Source(self._reading.words(attribution.mention), (), Basis.UNRESOLVED)
        if pronoun is not None:
            found = self._not(asker, gender, before) if pronoun == gender else None
            if found is None and rival and answers and pronoun == gender:
                return nobody
        else:
            found = self._phrases.one(told.units)
        if found is None or not self._may_be(found, gender):
            return None
        if rival and not answers:
            return nobody
        if not found.names:
            return found
        return found._replace(basis=Basis.PRONOUN, chance=ACTING)

    def _around(self, attribution: Attribution) -> list[str]:
        """Give the words of an attribution's clause that are not its content."""
        rows = [units_of(self._reading.text, clause, ()).units for clause in attribution.clause]
        said = attribution.content
        return [
            u.lower
            for units in rows
            for u in units
            if not any(s.start <= u.start < s.end for s in said)
        ]

    def _not(self, asker: Source | None, gender: str, before: Sequence[Unit]) -> Source | None:
        """Find whom "him" means in "Roe asked him": somebody else than who asks."""
        place = self._history.place(before[0].start)
        fitting = [
            who
            for who in self._history.memory.candidates(place)
            if self._history.may_be_called(who, gender)
            and (asker is None or self._history.sources[who].label != asker.label)
        ]
        who, chance = self._history.weighed(fitting, place, None)
        return self._history.sources[who] if who is not None and chance >= LIKELY else None

    def _spoke_in(self, units: Sequence[Unit]) -> Source | None:
        """Give who spoke last, if that was in a sentence."""
        last = self._history.spoke_last
        since = self._history.memory.since(last, self._history.place(units[-1].start))
        return self._history.sources[last] if last is not None and since == 0 else None

    def _may_be(self, source: Source, gender: str) -> bool:
        """Tell whether a source is one person who can be called so."""
        if source.plural or len(source.names) > 1 or source.label is None:
            return False
        person = self._cast.find(source.names[0]) if source.names else None
        if person is not None:
            return self._history.may_be_called(person, gender)
        return source.gender in {"u", gender}


def _addressed(units: Sequence[Unit]) -> _Addressed | None:
    """Read "asked Jane Roe whether …", "told the mayor that …", not "was asked".

    Args:
        units: the words of a sentence.
    """
    said = (i for i, u in enumerate(units) if i and u.quote < 0 and u.lower in _ASKS | _TELLS)
    at = max(said, default=0)
    if not at or units[at - 1].lower in _PASSIVE:
        return None
    end = at + 1
    while end < len(units) and end - at <= _LONGEST and _is_within(units[end]):
        if units[end].lower in DETERMINERS and units[end - 1].is_capital:
            break  # "told Jane Roe the bridge was shut"
        end += 1
    if end == at + 1:
        return None
    following = units[end] if end < len(units) else None
    asks = following is None or not following.is_word or following.lower in _QUESTIONS
    return _Addressed(units[at + 1 : end], asks and units[at].lower in _ASKS)


def _is_within(unit: Unit) -> bool:
    if not unit.is_word or unit.quote >= 0:
        return False
    return unit.lower not in (PREPOSITIONS - {"of"}) | BREAKERS | AUXILIARIES | PRONOUNS


def _may_answer(lemma: str, words: str, *, is_asked: bool) -> bool:
    """Tell whether words can be the answer to what the sentence before asks or tells somebody.

    Args:
        lemma: of the verb that they are said with.
        words: what is said.
        is_asked: whether it is a question.
    """
    return lemma in _ANSWERS or (is_asked and lemma not in _GO_ON and not words.endswith("?"))


def _is_answer(lemma: str, words: str) -> bool:
    """Tell whether words are an answer by their verb or their beginning: "Yes, I do"."""
    first = words.lower().split(maxsplit=1)[0].strip(",.!…—–") if words else ""
    return lemma in _ANSWERS or first in _AS_ANSWER
