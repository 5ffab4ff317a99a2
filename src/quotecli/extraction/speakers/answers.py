"""What the sentence before a pronoun tells of it: who was asked or told, and whose kin came."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from quotecli.extraction.prose.units import Unit

_ASKS = frozenset({"asked", "asks", "pressed", "questioned", "quizzed"})
_TELLS = frozenset({"told", "tells", "warned"})
_PASSIVE = frozenset({"is", "was", "were", "been", "being", "when", "if"})
_QUESTIONS = frozenset("if whether what who whom which where how why when about".split())
_LONGEST = 8  # words of whom it is put to
_ANSWERS = frozenset({"reply", "answer", "respond", "retort", "counter"})
_GO_ON = frozenset({"add", "continue", "ask"})
KIN = frozenset(
    "mother father mum mom dad sister brother wife husband widow widower son daughter aunt uncle"
    " cousin nephew niece grandmother grandfather grandson granddaughter girlfriend boyfriend"
    " stepfather stepmother stepson stepdaughter fiancee fiance sister-in-law brother-in-law"
    " mother-in-law father-in-law".split()
)
_OWN = frozenset({"his", "her"})
_KIN_REACH = 6  # words: "Jane Roe's younger sister"
_DEAD = frozenset("died dead killed murdered drowned buried perished".split())
# What an answer begins with, and a question or a reproach does not
_AS_ANSWER = frozenset(
    "yes no yeah yep nope aye never not maybe sure absolutely certainly exactly because i i'm i've"
    " i'd i'll i’m i’ve i’d i’ll".split()
)


class Addressed(NamedTuple):
    """Whom somebody addresses in a sentence, and whether with a question that wants an answer."""

    units: Sequence[Unit]
    is_asked: bool


def addressed(units: Sequence[Unit]) -> Addressed | None:
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
    return Addressed(units[at + 1 : end], asks and units[at].lower in _ASKS)


def kin_behind(units: Sequence[Unit]) -> int | None:
    """Give where the name of a relative begins: "Roe's sister, Jane, wept", "His wife Jane left".

    Args:
        units: the words of a sentence, which begins with it.
    """
    at = next((i for i, u in enumerate(units[:_KIN_REACH]) if i and u.lower in KIN), None)
    owned = (i for i, u in enumerate(units[:at]) if u.lower.endswith("'s") or u.lower in _OWN)
    owner = next(owned, None) if at is not None else None
    if at is None or owner is None or not all(u.is_capital for u in units[: owner + 1]):
        return None
    name = at + 1 + (at + 1 < len(units) and units[at + 1].text == ",")
    return name if name < len(units) and units[name].is_capital else None


def is_of_death(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the verb behind a subject that ends before unit ``at`` says that it is dead."""
    while at < len(units) and (units[at].text == "," or units[at].lower in AUXILIARIES):
        at += 1
    return at < len(units) and units[at].lower in _DEAD


def _is_within(unit: Unit) -> bool:
    if not unit.is_word or unit.quote >= 0:
        return False
    return unit.lower not in (PREPOSITIONS - {"of"}) | BREAKERS | AUXILIARIES | PRONOUNS


def may_answer(lemma: str, words: str, *, is_asked: bool) -> bool:
    """Tell whether words can be the answer to what the sentence before asks or tells somebody.

    Args:
        lemma: of the verb that they are said with.
        words: what is said.
        is_asked: whether it is a question.
    """
    return lemma in _ANSWERS or (is_asked and lemma not in _GO_ON and not words.endswith("?"))


def is_answer(lemma: str, words: str) -> bool:
    """Tell whether words are an answer by their verb or their beginning: "Yes, I do"."""
    first = words.lower().split(maxsplit=1)[0].strip(",.!…—–") if words else ""
    return lemma in _ANSWERS or first in _AS_ANSWER
