"""Whom "he" and "she" mean: everybody named before, weighed by how near and how prominent.

A pronoun's candidates are those whom the article has named, outside quotation marks, before it.
Each gets a score, a weighted sum of a few facts (how far back, as subject or not, did they speak
last); the scores become chances that sum to one. ``training/pronouns.py`` chose the weights.
"""

import math
from collections import deque
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

FAR = 6  # sentences; further back is all the same
_KEPT = 80  # mentions: as far back as a reader keeps in mind
LIKELY = 0.5  # the least chance with which a pronoun gets a name
ACTING = 0.8  # the chance of who acts in a clause before the pronoun

# Whom a pronoun can mean, by its form: a man or a woman
GENDERS: Mapping[str, str] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "herself"), "f"),
}

WEIGHTS: Mapping[str, float] = {
    "same sentence": 1.76,
    "sentences 1": 1.54,
    "sentences 2": 0.59,
    "sentences 3": 0.17,
    "sentences 4": -0.05,
    "sentences 5": -0.35,
    "far": -1.57,
    "same paragraph": 1.24,
    "paragraphs 1": 0.38,
    "paragraphs 2": -0.19,
    "subject": 0.42,
    "spoke": -0.14,
    "spoke last": 0.55,
    "spoke before": 0.79,
    "subject last": 0.41,
    "subject before": 0.44,
    "spoke near": 0.52,
    "latest": -0.10,
    "possessor": -0.28,
    "after preposition": -0.13,
    "gender known": 0.55,
    "certain": 0.57,
    "often": 0.05,
    "unnamed": -0.73,
    "first": 0.11,
    "pronoun before": 0.20,
    "spoken of": -3.00,
    "told of": -0.50,
    "introduced": 0.50,
    "subject here": 0.60,
}


class Place(NamedTuple):
    """Where something stands: offset in the reading, number of its sentence and paragraph."""

    position: int
    sentence: int
    paragraph: int


class Use(NamedTuple):
    """How somebody was mentioned."""

    subject: bool = False
    spoke: bool = False
    possessor: bool = False
    object: bool = False  # after a preposition
    pronoun: bool = False
    told: bool = False  # in somebody's words, and not by the writer


@dataclass(slots=True)
class _Known:
    place: Place
    use: Use
    count: int
    first: Place
    subject_at: Place | None = None
    spoke_at: Place | None = None
    acted: int | None = None  # the sentence


class Candidate(NamedTuple):
    """Somebody whom a pronoun may mean, with what speaks for it."""

    who: Hashable
    facts: Mapping[str, float]


class Memory:
    """Who has been mentioned so far, in the order of the text."""

    def __init__(self) -> None:
        self._known: dict[Hashable, _Known] = {}
        self._recent: deque[Hashable] = deque(maxlen=_KEPT)

    def note(self, who: Hashable, place: Place, use: Use) -> None:
        """Remember a mention."""
        self._recent.append(who)
        known = self._known.get(who)
        if known is None:
            known = self._known[who] = _Known(place, use, 1, place)
        elif known.place.position == place.position:
            use = Use(*(a or b for a, b in zip(known.use, use, strict=True)))
        else:
            known.count += 1
        if place.position >= known.place.position:
            known.place, known.use = place, use
        if use.subject:
            known.subject_at = place
        if use.spoke:
            known.spoke_at = place
        if (use.subject or use.spoke) and not use.told:
            known.acted = max(known.acted or 0, place.sentence)

    def candidates(self, place: Place) -> list[Hashable]:
        """Give who was mentioned before a place, the latest first."""
        latest = dict.fromkeys(reversed(self._recent))
        return [who for who in latest if self._known[who].place.position < place.position]

    def since(self, who: Hashable, place: Place) -> int | None:
        """Give how many sentences ago somebody was mentioned last."""
        known = self._known.get(who)
        return None if known is None else place.sentence - known.place.sentence

    def last_acted(self, who: Hashable) -> int | None:
        """Give the sentence in which somebody last spoke or was the subject, not in words told."""
        known = self._known.get(who)
        return known.acted if known is not None else None

    def last_spoke(self, who: Hashable) -> int | None:
        """Give the sentence in which somebody last spoke."""
        known = self._known.get(who)
        return known.spoke_at.sentence if known is not None and known.spoke_at else None

    def facts(
        self, who: Sequence[Hashable], place: Place, told: Mapping[Hashable, Mapping[str, float]]
    ) -> list[Candidate]:
        """Give what speaks for each candidate.

        Args:
            who: those who fit the pronoun, the latest first.
            place: where the pronoun stands.
            told: for each of them, what does not depend on the place.
        """
        spoke_last = max(
            (k.spoke_at.position for w in who if (k := self._known[w]).spoke_at), default=-1
        )
        subject_last = max(
            (k.subject_at.position for w in who if (k := self._known[w]).subject_at), default=-1
        )
        made = []
        for number, each in enumerate(who):
            known = self._known[each]
            sentences = min(place.sentence - known.place.sentence, FAR)
            paragraphs = place.paragraph - known.place.paragraph
            facts = dict(told[each])
            facts[_DISTANCES[sentences]] = 1.0
            if paragraphs <= 2:
                facts[_PARAGRAPHS[max(paragraphs, 0)]] = 1.0
            use = known.use
            facts["subject"] = float(use.subject)
            facts["spoke"] = float(use.spoke)
            facts["possessor"] = float(use.possessor)
            facts["after preposition"] = float(use.object)
            facts["subject here"] = float(
                known.subject_at is not None and known.subject_at.sentence == place.sentence
            )
            facts["introduced"] = float(
                known.subject_at is not None
                and known.first == known.place
                and place.sentence - known.first.sentence == 1
                and paragraphs == 0
            )
            facts["told of"] = float(use.told)
            facts["pronoun before"] = float(use.pronoun)
            facts["spoke last"] = float(
                known.spoke_at is not None and known.spoke_at.position == spoke_last
            )
            facts["subject last"] = float(
                known.subject_at is not None and known.subject_at.position == subject_last
            )
            facts["subject before"] = float(
                known.subject_at is not None and known.subject_at.sentence == place.sentence - 1
            )
            facts["spoke before"] = float(
                known.spoke_at is not None and known.spoke_at.sentence == place.sentence - 1
            )
            facts["spoke near"] = float(
                known.spoke_at is not None and known.spoke_at.paragraph == place.paragraph
            )
            facts["latest"] = float(number == 0)
            facts["often"] = math.log(known.count)
            facts["first"] = float(known.first.paragraph <= 1)
            made.append(Candidate(each, facts))
        return made


_DISTANCES = ("same sentence", *(f"sentences {n}" for n in range(1, FAR)), "far")
_PARAGRAPHS = ("same paragraph", "paragraphs 1", "paragraphs 2")


def chances(candidates: Sequence[Candidate], weights: Mapping[str, float] = WEIGHTS) -> list[float]:
    """Give each candidate's chance; they sum to one."""
    scores = [sum(weights[f] * v for f, v in c.facts.items()) for c in candidates]
    top = max(scores, default=0.0)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
