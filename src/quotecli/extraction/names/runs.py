"""Where in a row a name may stand: its runs of capital words."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from quotecli.extraction import lexicon
from quotecli.extraction.names.ages import age_at
from quotecli.extraction.names.namewords import BODY_WORDS, OPENERS, SITED, bare_word
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    MONTHS,
    PARTICLES,
    WEEKDAYS,
    Range,
)
from quotecli.extraction.prose.units import Unit

_ADVERB_ENDINGS = tuple(
    "ably ibly ically tally mally bally onally inally ially ually ously edly ingly ently antly"
    " fully lessly ively ately etely arly ainly".split()
)
# Adverbs without one of these endings
_ADVERBS = frozenset("sadly oddly luckily happily unhappily strangely surely rarely".split())
# What stands behind a subject: "Boeing also"
_OF_SUBJECTS = frozenset("also never reportedly himself herself who whose".split())
_ALSO_VERBS = frozenset({"will", "may"})  # first names
_LONGEST_QUESTION = 50  # units
_FINITE = frozenset("is was has had says".split())
_CONTRACTED = ("n't", "'ll", "'m", "'ve", "'re")  # "Don't"
_FRACTIONS = ("-half", "-third", "-thirds", "-quarter", "-quarters", "-fifth", "-fifths")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_LONGEST_OWNED = 4  # words behind "Citizens'"
_MARKS = frozenset("\"“”‘’'")


def name_runs(units: Sequence[Unit]) -> Iterator[Range]:
    """Find the runs of capital words, with the particles and initials inside."""
    at = 0
    while at < len(units):
        if not _is_name_start(units, at):
            at += 1
            continue
        end = at + 1
        while end < len(units) and (
            _is_capital_word(units[end])
            or _is_particle(units, end)
            or _is_month_name(units, end)
            or _is_nickname(units, end)
            or _is_plural_owner(units, end)
        ):
            if units[end].text in _MARKS and not _is_plural_owner(units, end):
                end += 3  # 'Robert "Bobby" Tran'
            if units[end - 1].lower.endswith("'s") and end - at > 1:
                break
            end += 1
        # "San Francisco-based Zed": the place is no part of the name
        sited = (i + 1 for i in range(at, end - 1) if units[i].lower.endswith(SITED))
        yield Range(next(sited, at), end)
        at = end


def name_words(units: Sequence[Unit], name: Range) -> Iterator[str]:
    """Give a name's words without possessive endings; a nickname keeps its marks: '"Bobby"'."""
    at = name.start
    while at < name.end:
        if units[at].text in _MARKS and at + 2 < name.end and not _is_plural_owner(units, at):
            yield "".join(u.text for u in units[at : at + 3])
            at += 3
        elif word := bare_word(units[at].text):
            yield word
            at += 1
        else:
            at += 1


def _is_capital_word(unit: Unit) -> bool:
    if not unit.is_capital:
        return has_article(unit)
    day = unit.lower.removesuffix("'s")  # "Friday's"
    return day not in WEEKDAYS and day not in MONTHS


def has_article(unit: Unit) -> bool:
    """Tell "al-Sadr", "el-Sisi" and "d'Arc"."""
    text = unit.text
    if text[:1] == "d" and text[1:2] in {"'", "’"}:
        return text[2:3].isupper()
    return text[2:3] == "-" and text[:2] in {"al", "el", "as"} and text[3:4].isupper()


def is_ordinal(unit: Unit) -> bool:
    """Tell the "4th" of "the 4th District Court of Appeal"."""
    return _ORDINAL.fullmatch(unit.text) is not None


def _is_particle(units: Sequence[Unit], at: int) -> bool:
    """Tell "van der" before "Meer"."""
    while at < len(units) and units[at].lower in PARTICLES:
        at += 1
    return at < len(units) and _is_capital_word(units[at]) and units[at - 1].lower in PARTICLES


def _is_nickname(units: Sequence[Unit], at: int) -> bool:
    """Tell the '"Bobby"' of 'Robert "Bobby" Tran', whose opening mark is unit ``at``."""
    return (
        at + 3 < len(units)
        and units[at].text in _MARKS
        and units[at + 2].text in _MARKS
        and units[at].end == units[at + 1].start
        and units[at + 1].end == units[at + 2].start
        and all(units[i].is_capital for i in (at + 1, at + 3))
        and units[at].start > units[at - 1].end
    )


def _is_plural_owner(units: Sequence[Unit], at: int) -> bool:
    """Tell the mark, unit ``at``, of "District Prosecutors' Office", "Citizens' Harbour Trust"."""
    if units[at].text not in {"'", "’"} or not units[at - 1].lower.endswith("s"):
        return False
    behind = list(takewhile(lambda u: u.is_capital, units[at + 1 : at + 1 + _LONGEST_OWNED]))
    return units[at - 1].end == units[at].start and any(u.lower in BODY_WORDS for u in behind)


def _is_month_name(units: Sequence[Unit], at: int) -> bool:
    """Tell "Theresa May" and "Mrs. May" from "Thursday May 5"."""
    if units[at].lower not in {"may", "march"} or not units[at].is_capital:
        return False
    dated = at + 1 < len(units) and units[at + 1].text[:1].isdigit()
    before = units[at - 1].lower.rstrip(".")
    return not dated and (before in lexicon.first_names() or before in lexicon.titles())


def _is_name_start(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if not unit.is_capital:
        return has_article(unit)
    named_so = (
        unit.lower in lexicon.first_names()
        and at + 1 < len(units)
        and _is_capital_word(units[at + 1])
    )  # "April Lincoln"
    if unit.lower == "may" and at + 1 < len(units):  # "May said"
        named_so |= units[at + 1].lower in lexicon.cues() and (at == 0 or not units[at - 1].is_word)
    if unit.lower.endswith(SITED) and at + 1 < len(units) and units[at + 1].is_capital:
        return False
    if at and age_at(units, at - 1) is not None and _is_of_place(units, at):
        return False
    if unit.lower.endswith(_CONTRACTED) or unit.lower.endswith(_FRACTIONS):
        return False
    bare = unit.lower.removesuffix("'s")
    if not (_is_capital_word(unit) or named_so) or bare in DETERMINERS:
        return False
    if bare != unit.lower and bare in OPENERS:  # "It's expected"
        return False
    opens = at == 0 or not units[at - 1].is_word
    if not opens:
        return True
    if _is_surname_he(units, at) or _is_will(units, at):
        return True
    opener = unit.lower in OPENERS or unit.lower in BREAKERS
    return not (opener or _is_doing(units, at) or _is_comment(units, at))


def _is_will(units: Sequence[Unit], at: int) -> bool:
    """Tell "Will Roe said" from the questions "Will Roe stay?" and "Will Zed, who lost, stay?"."""
    if units[at].lower not in _ALSO_VERBS or at + 1 == len(units) or not units[at + 1].is_capital:
        return False
    near = range(at + 1, min(len(units), at + _LONGEST_QUESTION))
    end = next((units[i].text for i in near if units[i].text in {".", "?", "!"}), "")
    if end == "?" or units[at + 1].lower in lexicon.places():
        return False
    if at and units[at - 1].text == ",":
        return True
    behind = next((units[i] for i in near if not units[i].is_capital), None)
    cue = lexicon.cues().get(behind.lower) if behind is not None else None
    said = cue is not None and cue.tense == "past"
    return behind is None or behind.text in {",", "("} or behind.lower in _FINITE or said


def _is_of_place(units: Sequence[Unit], at: int) -> bool:
    """Tell the "Glaswegian" of "the 61-year-old Glaswegian", which is no name."""
    alone = at + 1 == len(units) or not units[at + 1].is_capital
    return alone and units[at].lower.endswith(("ian", "ean", "ese", "ite"))


def _is_surname_he(units: Sequence[Unit], at: int) -> bool:
    """Tell "He Qinghua, an official," and "You Zhengping said" from pronouns."""
    if units[at].text not in {"He", "She", "You"} or at + 1 >= len(units):
        return False
    given, after = units[at + 1], units[at + 2] if at + 2 < len(units) else None
    alone = after is None or after.text in {",", "("} or after.lower in lexicon.cues()
    known = given.lower in lexicon.places() or given.lower in lexicon.cues()
    return given.is_capital and given.text[1:2].islower() and alone and not known


def _is_comment(units: Sequence[Unit], at: int) -> bool:
    """Tell "Tragically, the beds were full" from "Connolly, the mayor," and "Emily said"."""
    lower = units[at].lower
    if not (lower.endswith(_ADVERB_ENDINGS) or lower in _ADVERBS) or lower in lexicon.first_names():
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is not None and not (
        following.is_capital or following.lower in AUXILIARIES or following.lower in lexicon.cues()
    )


def _is_doing(units: Sequence[Unit], at: int) -> bool:
    """Tell "Leaving London" from "Downing Street", "Beijing" and "Boeing said"."""
    lower = units[at].lower
    if not lower.endswith("ing") or lower in lexicon.first_names() or lower in lexicon.places():
        return False
    if at + 1 >= len(units):
        return at > 0  # alone, it is the mention "Keating"
    following = units[at + 1]
    named = following.is_capital and following.lower in BODY_WORDS
    acts = following.lower in AUXILIARIES | _OF_SUBJECTS or following.lower in lexicon.cues()
    return not (named or acts)
