"""What stands around a name to describe it: titles before it, "the president of Zed," behind it."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.descriptions import describe, modifiers, served
from quotecli.extraction.names.namewords import BODY_WORDS
from quotecli.extraction.names.parsing import capital_office, is_fronted
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    Range,
    is_adverb,
)
from quotecli.extraction.prose.units import Unit

_LONGEST_APPOSITION = 14  # units
LONGEST_TITLE = 5  # units
_ADDRESSES = frozenset({"mr", "mrs", "ms", "miss"})


def title_before(units: Sequence[Unit], run: Range, words: int) -> Range:
    """Give what stands before a name's own words: "Republican presidential nominee"."""
    start = run.start
    while start > 0 and run.start - start < LONGEST_TITLE and units[start - 1].is_word:
        lower = units[start - 1].lower
        if lower in PREPOSITIONS or lower in DETERMINERS or lower in AUXILIARIES:
            break
        if (cue := lexicon.cues().get(lower)) is not None and cue.tense == "past":
            break  # "the Zed Congress said President Jane Roe"
        if units[start].lower.rstrip(".") in _ADDRESSES and not units[start - 1].is_capital:
            break  # "its leader Roe said Mr Poe"
        joined = start > 1 and units[start - 2].is_capital and lower == "and"
        field = any(u.lower in BODY_WORDS for u in units[start : run.start])
        field &= start < 3 or not units[start - 3].is_capital  # "Health and Trade Committee chair"
        if joined and not field and units[start - 2].lower not in lexicon.roles():
            break  # "Former mayor Tom Roe and Mayor Jane Poe"
        start -= 1
    return Range(start, max(start, run.end - words))


def title_before_comma(units: Sequence[Unit], run: Range) -> Range | None:
    """Find the "shadow chancellor" of "MP and shadow chancellor, Jane Roe"."""
    if run.start < 2 or units[run.start - 1].text != ",":
        return None
    return title_before(units, Range(run.start - 1, run.end), run.end - run.start + 1)


def apposed_before(units: Sequence[Unit], run: Range) -> Range | None:
    """Find "the spokesperson for the Ministry of Trade" before ", Jane Roe," or ", Jane Roe said".

    Not where the name may be the second of a list: "the mayor of Zed, Jane Roe and others".
    """
    comma = run.start - 1
    if comma < 1 or units[comma].text != "," or run.end >= len(units):
        return None
    after = units[run.end]
    listed = after.text == "," and units[min(run.end + 1, len(units) - 1)].lower in {"and", "or"}
    ends = after.text in {",", ".", "("} or after.lower in AUXILIARIES | {"who"}
    if listed or not (ends or after.lower in lexicon.cues()):
        return None
    if after.is_word and is_fronted(units, comma):
        return None  # "After a call from the head of the port, Jane Roe left"
    start = comma
    while start > 0 and comma - start < _LONGEST_APPOSITION and _goes_on_before(units, start - 1):
        start -= 1
    for at in range(start, comma):
        opens = at == 0 or not units[at - 1].is_word
        if units[at].lower == "the" or (opens and units[at].is_capital):
            stop = next((i for i in range(at, comma) if units[i].lower in PREPOSITIONS), comma)
            role = lexicon.roles().get(units[stop - 1].lower)
            if role is not None and role.role_class in {"office", "person"}:
                return Range(at, comma)
    return None


def _goes_on_before(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if unit.lower == "and":  # "Minister for Roads and Highways"
        return at > 0 and units[at - 1].is_capital and units[at + 1].is_capital
    verb = unit.lower in AUXILIARIES or unit.lower in lexicon.cues()
    if unit.text in {"(", ")"}:  # "the president of the Traders' Court (TC)"
        return True
    return unit.is_word and not verb and unit.lower not in {"or", "that", "who"}


class Described(NamedTuple):
    """What stands behind a name: offices with places, a gender, all words of it, and whose."""

    offices: set[tuple[str, str | None]]
    gender: str
    words: set[str]
    serves: set[str]


def described_behind(units: Sequence[Unit], run: Range) -> Described:
    """Read ", the Russian president," or "is the Russian president" after a name."""
    at = run.end
    words: set[str] = set()
    serves: set[str] = set()
    if at + 1 >= len(units):
        return Described(set(), "", words, serves)
    if units[at].text in {",", "("}:
        start = at + 1
        if start < len(units) and units[start].text.isdigit():  # ", 45, a teacher"
            start += 2
        if start + 1 < len(units) and units[start].lower in {"who", "which"}:
            start = _after_copula(units, start + 1) or len(units)
    else:
        start = _after_copula(units, at) or len(units)
    found: set[tuple[str, str | None]] = set()
    gender = ""
    while start < len(units):
        stop = start
        while (
            stop < len(units)
            and stop - start < _LONGEST_APPOSITION
            and units[stop].text not in {",", ".", ";", ")", "("}
            and units[stop].lower not in {"and", "who", "whose", "which"}
        ):
            stop += 1
        described = describe(units, Range(start, stop))
        if _is_clause(units, Range(start, stop)) or units[start].lower == "to":
            break  # "prompted Jane Roe, to tell the former president off"
        held = start < stop and capital_office(units[start:stop]) is not None
        begins = described is not None and _begins_description(units, start, described[0])
        if described is None or not (held or begins):
            if stop + 1 < len(units) and units[at].text == units[stop].text == ",":
                start = _after_copula(units, stop + 1) or len(units)
                continue  # "Roe, a dear old soul, is a mother of four"
            break
        head, place = described
        role = lexicon.roles()[head]
        if role.role_class not in lexicon.PERSONAL:
            break
        found.add((head, place))
        words |= modifiers(units, Range(start, stop))
        serves |= served(units, Range(start, stop), in_full=True)
        gender = gender or (role.gender if role.gender in {"f", "m"} else "")
        if stop + 1 < len(units) and units[stop].lower == "and":
            start = stop + 1
        elif stop + 1 < len(units) and units[stop].text == ",":  # "Roe, a nurse, is a mother"
            start = _after_copula(units, stop + 1) or len(units)
        else:
            break
    return Described(found, gender, words, serves)


def _is_clause(units: Sequence[Unit], phrase: Range) -> bool:
    """Tell ", the driver announced on Friday" from ", the driver of the van,"."""
    if (
        units[phrase.start].lower not in {"the", "his", "her"}
        or units[phrase.start - 1].text != ","
    ):
        return False
    words = [units[i].lower for i in range(phrase.start + 2, phrase.end)]
    if is_fronted(units, phrase.start - 1) and any(w.endswith("ed") for w in words):
        return True
    cues = (lexicon.cues().get(word) for word in words)
    return any(cue is not None and cue.tense == "past" for cue in cues)


def _after_copula(units: Sequence[Unit], at: int) -> int | None:
    """Give the unit after "is", "was" or "became", if one of them stands at ``at``."""
    while at < len(units) and is_adverb(units[at]):
        at += 1
    if at + 1 < len(units) and units[at].lower in {"is", "was", "became", "remains"}:
        described = units[at + 1].lower in DETERMINERS or units[at + 1].lower.endswith("'s")
        return at + 1 if described else None
    return None


def _begins_description(units: Sequence[Unit], at: int, head: str) -> bool:
    first = units[at]
    if first.lower in {"this", "that", "according"}:
        return False  # "In Zed, this woman says", "Roe, according to an official"
    lower = first.lower.removesuffix("'s")
    if lower in DETERMINERS or lower in lexicon.roles() or lower in lexicon.places():
        return True
    if not first.is_capital:
        determined = at + 1 < len(units) and units[at + 1].lower in DETERMINERS
        acts = determined and not is_adverb(first)  # "Roe, met the envoy"
        return first.is_word and lower not in AUXILIARIES and not acts
    return first.lower.endswith("'s") or head.startswith(lower)
