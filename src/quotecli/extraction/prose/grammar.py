"""Just enough English grammar: closed word classes, and the noun phrase beside a verb."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.prose.units import Unit
from quotecli.model import Span
from quotecli.text import daywords

# "a statement by Roe": words that somebody made
WORDS_OF = frozenset(
    "statement statements remark remarks comment comments quote quotes tweet tweets post posts"
    " message words letter reply response answer".split()
)


class Range(NamedTuple):
    """Units ``start`` to ``end - 1`` of a row."""

    start: int
    end: int


def span_of(units: Sequence[Unit], phrase: Range) -> Span:
    """Give where a range of units stands in the reading."""
    return Span(units[phrase.start].start, units[phrase.end - 1].end)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SINGULAR_PRONOUNS = _words("he she it i you")
PRONOUNS = SINGULAR_PRONOUNS | _words("they we both others many some several most one another")
DETERMINERS = _words(
    "the a an his her their its our my your this that these those another some several many two"
    " three four five six seven eight nine ten one most all both other no any each every few"
)
AUXILIARIES = _words(
    "has have had is are was were be been being do does did will would can could may might must"
    " shall should having 's 'd 've hasn't haven't hadn't isn't aren't wasn't weren't doesn't don't"
    " didn't won't wouldn't can't couldn't not never n't"
)
NEGATIONS = _words("not never n't didn't doesn't don't hasn't haven't hadn't won't wouldn't nor")
MODALS = _words("will would can could may might must shall should")
BE = _words("is are was were be been being")
_INVERTED = _words("had should were")  # "that had he known": the same as "that if he had known"
_BEHIND_HAD = _words("be been have not never done gone known made taken seen left said told")
PREPOSITIONS = _words(
    "of for in on at from with to by about after before during under over into against among"
    " between through within without across near off since until amid around despite via toward"
    " towards upon outside inside behind beyond alongside following ahead including regarding"
    " per like as than"
)
POSTMODIFIERS = _words("of for from with to at in on near familiar close and")
BREAKERS = _words(
    "but because that when while although if as since though after before whether what which who"
    " whom where how why so then until unless than or yet nor however therefore thus"
)
ADVERBS = _words(
    "also later then again once still just now even further only meanwhile recently previously"
    " repeatedly earlier already always often sometimes simply first ever too soon instead quickly"
    " finally however moreover nevertheless nonetheless therefore thus separately quietly famously"
    " reportedly subsequently yesterday today tonight tomorrow afterwards thereafter bluntly"
    " himself herself themselves itself long twice back jointly added"
)
WEEKDAYS = frozenset(daywords.WEEKDAYS)
MONTHS = frozenset(daywords.MONTHS) | _words("jan. feb. mar. apr. aug. sept. sep. oct. nov. dec.")
PARTICLES = _words(
    "de des da di del della dello der den van von la le el al bin ibn ben bint binti abu du dos das"
    " y ap ab af av zu zur ter ten e ul ur"
)
_TIES = _words("supplier parent rival maker subsidiary competitor")  # "Zedtel rival Harrow"
STOPS = frozenset(". ? ! ; : , — – - -- ( ) [ ] … / •".split())
RELATIVES = _words("who which")
PARTY_MARKS = frozenset({"R-", "D-", "I-", "L-"})  # of "Jane Roe, R-Zed"
_LEADING = _words(
    "and but or so yet still meanwhile later earlier then now on in at for as after before while"
    " when since if although however also even only perhaps indeed instead today yesterday tomorrow"
    " tonight afterwards moreover nevertheless nonetheless thus"
)
_LONGEST = 22  # units of a noun phrase with what follows its head


def relative_of(words: str) -> str | None:
    """Give the "who" or "which" with which words begin: "who", "who've", "who with Roe"."""
    first = re.match(r"(?!WHO\b)\w*", words)  # the WHO is none
    word = first[0].lower() if first is not None else ""
    return word if word in RELATIVES else None


def is_adverb(unit: Unit) -> bool:
    """Tell whether a unit can stand between a subject and its verb."""
    lower = unit.lower
    return lower in ADVERBS or (lower.endswith("ly") and len(lower) > 4 and not unit.is_capital)


def is_name_word(unit: Unit) -> bool:
    """Tell whether a unit can be part of a name."""
    return unit.is_capital and unit.lower not in WEEKDAYS and unit.lower != "i"


def phrase_before(units: Sequence[Unit], verb: int, floor: int) -> Range | None:
    """Find the noun phrase that ends right before unit ``verb``.

    Args:
        units: the units of a row.
        verb: the unit after the phrase.
        floor: the first unit that may belong to it.
    """
    last = verb - 1
    if last < floor:
        return None
    end = units[last]
    if end.lower in PRONOUNS:
        if last - 1 >= floor and units[last - 1].lower in PREPOSITIONS:
            return None  # "most of them said" is found; "for him said" is none
        return Range(last, verb)
    if not end.is_word or end.lower in AUXILIARIES or end.lower in PREPOSITIONS:
        return None
    start = last
    while start > floor and verb - start < _LONGEST and _continues(units, start):
        start -= 1
    return _trim(units, start, verb)


def _continues(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the phrase goes on to the left of unit ``at``."""
    unit = units[at - 1]
    lower = unit.lower
    if unit.quote >= 0 or lower in BREAKERS or lower in AUXILIARIES or lower in WEEKDAYS:
        return False
    if lower in {"'", "’", "&"}:
        return True
    if unit.text in STOPS:
        return False
    if lower == "and":
        joined = units[at]
        return joined.is_capital or joined.lower in DETERMINERS
    cue = lexicon.cues().get(lower)
    return not (cue and cue.tense == "past" and not unit.is_capital and lower != "left")


def _trim(units: Sequence[Unit], start: int, end: int) -> Range | None:
    """Cut what stands before and after the phrase proper: "In Moscow", "on Friday"."""
    while start < end and (
        units[start].lower in {"and", "but", "or", "so", "yet", "'", "’"}
        or units[start].lower in ADVERBS
        or (units[start].lower in _LEADING and units[start].lower not in PREPOSITIONS)
    ):
        start += 1
    if start < end and units[start].lower in PREPOSITIONS:
        start = _after_preposition(units, start, end)
    end = _head_end(units, start, end)
    return Range(start, end) if start < end and units[start].is_word else None


def _after_preposition(units: Sequence[Unit], start: int, end: int) -> int:
    """Skip a prepositional phrase without a comma: "In a statement Roe said"."""
    at = end - 1
    while at > start and (is_name_word(units[at]) or units[at].lower in PARTICLES):
        at -= 1
    if at < end - 1:
        return at + 1
    while at > start and units[at].lower not in DETERMINERS:
        at -= 1
    return at if at > start + 1 else end


def _head_end(units: Sequence[Unit], start: int, end: int) -> int:
    """Cut a time or place after a name ("Putin in Moscow", "Roe Friday")."""
    for at in range(start + 1, end):
        lower = units[at].lower
        if lower in WEEKDAYS:
            return at - 1 if units[at - 1].lower == "on" else at
        if (
            lower in {"in", "on", "at", "during", "after", "last", "this"}
            and units[at - 1].is_capital
        ):
            return at
    return end


def phrase_after(units: Sequence[Unit], start: int, ceiling: int) -> Range | None:
    """Find the noun phrase that begins at unit ``start``, the subject of an inverted clause."""
    if start >= ceiling:
        return None
    first = units[start]
    if first.lower in {"he", "she", "they", "i", "we", "one", "another"} and not (
        first.lower in {"one", "another"} and start + 1 < ceiling and units[start + 1].is_word
    ):
        return Range(start, start + 1)
    if not first.is_word or first.lower in WEEKDAYS or first.lower in PRONOUNS - DETERMINERS:
        return None
    if not (is_name_word(first) or first.lower in DETERMINERS or _is_role(units, start)):
        return None
    named = is_name_word(first)
    at = start + 1
    while at < ceiling and at - start < _LONGEST:
        unit = units[at]
        lower = unit.lower
        if unit.quote >= 0 or unit.text in STOPS or lower in BREAKERS or lower in AUXILIARIES:
            break
        if lower in WEEKDAYS or lower in MONTHS or is_adverb(unit):
            break
        if lower in PREPOSITIONS and (lower not in POSTMODIFIERS or (named and lower != "of")):
            break
        if lower in PREPOSITIONS and at + 1 < ceiling and units[at + 1].lower in WEEKDAYS:
            break
        if lower == "and" and not (at + 1 < ceiling and _begins_phrase(units[at + 1])):
            break
        cue = lexicon.cues().get(lower)
        if cue and not unit.is_capital and cue.tense in {"past", "ing"}:
            break
        named = is_name_word(unit)
        at += 1
    while at > start + 1 and units[at - 1].lower in PREPOSITIONS | {"and"}:
        at -= 1
    return Range(start, at)


def _begins_phrase(unit: Unit) -> bool:
    return is_name_word(unit) or unit.lower in DETERMINERS


def _is_role(units: Sequence[Unit], at: int) -> bool:
    pair = f"{units[at].lower} {units[at + 1].lower}" if at + 1 < len(units) else ""
    roles = lexicon.roles()
    if units[at].lower in roles or pair in roles or units[at].lower in lexicon.demonyms():
        return True
    return at + 1 < len(units) and units[at + 1].lower in roles


def sentence_subject(units: Sequence[Unit], start: int, end: int) -> Range | None:
    """Guess the subject of a sentence: its first noun phrase outside a fronted phrase."""
    at = _after_fronted(units, start, end)
    if at is None or at >= end or units[at].quote >= 0:
        return None
    if units[at].lower in PRONOUNS and units[at].lower not in DETERMINERS:
        return Range(at, at + 1)
    if is_name_word(units[at]):
        return Range(at, _name_end(units, at, end))
    if units[at].lower in DETERMINERS or _is_role(units, at):
        return Range(at, _description_end(units, at, end))
    return None


def _after_fronted(units: Sequence[Unit], start: int, end: int) -> int | None:
    """Skip "Meanwhile," and "Ahead of the talks,"; None where a fronted clause has no end."""
    at = start
    while at < end and (units[at].lower in _LEADING - PREPOSITIONS or is_adverb(units[at])):
        at += 1
    fronted = at < end and (
        units[at].lower in PREPOSITIONS | BREAKERS
        or units[at].lower.endswith("ing")
        or units[at].text == ","
    )
    if fronted:
        comma = next((i for i in range(at, min(end, at + 25)) if units[i].text == ","), None)
        if comma is None:
            return None
        at = comma + 1
        if at < end and units[at].lower in {"where", "which", "who"}:  # "At West, where it rains,"
            return next((i + 1 for i in range(at, min(end, at + 25)) if units[i].text == ","), None)
    while at < end and (is_adverb(units[at]) or units[at].text == ","):
        at += 1
    return at


def _name_end(units: Sequence[Unit], start: int, end: int) -> int:
    roles = lexicon.roles()
    stop = start + 1
    while stop < end:
        follows = stop + 1 < end and is_name_word(units[stop + 1])
        lower = units[stop].lower
        joins = follows and (lower == "and" or lower in roles or lower in _TIES)
        if not (is_name_word(units[stop]) or lower in PARTICLES or joins):
            break
        stop += 1
    if stop + 1 < end and f"{units[stop].lower} {units[stop + 1].lower}" in roles:
        return stop + 2  # "Harrow's chief executive"
    return stop + 1 if stop < end and units[stop].lower in roles else stop


def _description_end(units: Sequence[Unit], start: int, end: int) -> int:
    stop = start + 1
    while stop < min(end, start + 8):
        if _role_ends(units, stop):
            return stop + 1
        if not units[stop].is_word or units[stop].lower in PREPOSITIONS | AUXILIARIES | BREAKERS:
            break
        stop += 1
    return stop


def _role_ends(units: Sequence[Unit], at: int) -> bool:
    roles = lexicon.roles()
    if units[at].lower not in roles and f"{units[at - 1].lower} {units[at].lower}" not in roles:
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is None or (
        following.lower not in roles
        and not is_name_word(following)
        and f"{units[at].lower} {following.lower}" not in roles
    )


def is_subject_that(following: Sequence[str]) -> bool:
    """Tell "that would cost jobs" from the conjunction, by the two words behind, as written."""
    verb, *others = following or ("",)
    if verb in _INVERTED:
        return bool(others) and (others[0] in _BEHIND_HAD or others[0].endswith(("ed", "ly")))
    return verb in AUXILIARIES - NEGATIONS - {"having", "be", "been", "being"}


def is_title_case(units: Sequence[Unit], sentence: Range) -> bool:
    """Tell a headline whose words are capital: "Theme Parks Ban Shouting"."""
    words = [u for u in units[sentence.start : sentence.end] if u.is_word and len(u.text) > 3]
    return len(words) > 2 and sum(u.is_capital for u in words) >= 0.8 * len(words)
