"""Where names of bodies begin and end whose words are not all capitals: "the Kenyan army"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, PORTFOLIOS
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    Range,
)
from quotecli.extraction.prose.units import Unit

# Nouns of which a country or town has one.
_STATE = frozenset(
    "government army military navy parliament ministry police embassy senate cabinet"
    " presidency judiciary legislature".split()
)
# Nouns that belong to the name before them.
_NAMED = frozenset(
    "administration campaign party union council court committee commission club society"
    " association church hospital university college school federation".split()
)
# Nouns that only say what the name before them is.
GENERIC = frozenset("newspaper magazine daily tabloid agency broadcaster charity".split())
# Capitals that are a body's name, whatever stands around them.
_LEGISLATURES = frozenset({"congress", "senate", "parliament"})
_ROYAL = frozenset({"prince", "princess", "king", "queen", "duke"})
_INSIDE = PORTFOLIOS | {"foreign", "and", "of", "city", "town", "county", "federal"}
OF_WHOM = ("-run", "-led", "-controlled", "-owned", "-backed", "-held", "-dominated", "-based")
_OTHERS = frozenset("former previous late then last first next new old other incoming".split())
_CLOSED = AUXILIARIES | BREAKERS | PREPOSITIONS | {",", "(", ")"}
_NOT_DESCRIBING = _CLOSED | _OTHERS | _STATE | _NAMED
_DESCRIBED = 2  # words before the capitals
_LONGEST = 4  # units beside the capitals: "Zed food and farming ministry"


def named_with_noun(units: Sequence[Unit], run: Range) -> Range | None:
    """Give "Kenyan army" for the capitals "Kenyan", if a noun beside them completes the name.

    Args:
        units: the row.
        run: a run of capital words.
    """
    if units[run.end - 1].lower.endswith(("'s", *OF_WHOM)):
        return None
    placed = _is_place(units, run)
    if placed and (start := _noun_of(units, run.start)) is not None:
        return Range(start, run.end)
    stop = run.end
    while stop < len(units) and stop - run.end < _LONGEST and units[stop].lower in _INSIDE:
        stop += 1
    if stop == len(units) or units[stop].is_capital:
        return None
    noun, within = units[stop].lower, stop - run.end
    fits = noun in _STATE or (noun in _NAMED and not (placed or within))
    return Range(run.start, stop + 1) if fits else None


def body_of_mention(units: Sequence[Unit]) -> Range | None:
    """Give the name that a whole mention is: "Kenyan army" of "the Kenyan army"."""
    at = 1 if units[0].lower == "the" else 0
    if _is_in_capitals(units[at:]):
        return Range(at, len(units))
    first = at
    while at and at < len(units) - 1 and at <= _DESCRIBED and _describes(units[at]):
        at += 1  # "the national Harrow Workers union"
    runs = list(name_runs(units))
    if runs and runs[0].start == at and units[at].lower.endswith("'s"):
        runs.pop(0)  # "Germany's Harrow Rundschau newspaper"
    if not runs or units[runs[0].end - 1].lower.endswith(OF_WHOM):
        return None
    run, whole = runs[0], Range(at, len(units))
    named = named_with_noun(units, run)
    if named is not None and named.start in {first, at}:
        behind = units[named.end : named.end + 1]
        return named if not behind or behind[0].lower == "in" else None
    tail = [u.lower for u in units[run.end :]]
    if run.start == at and tail and not _is_place(units, run):
        agency = tail[-1] == "agency" and tail != ["news", "agency"]
        if tail[-1] in GENERIC and len(tail) <= 1 + at and not agency:
            return run  # "the Associated Press news agency", "the Harrow Daily newspaper"
        plain = not any(w in _CLOSED or w in lexicon.cues() for w in tail)
        if at and tail[-1] in _NAMED and plain and len(tail) <= _LONGEST:
            return whole  # "the Lords standards and privileges committee"
    return None


def _describes(unit: Unit) -> bool:
    """Tell the "national" of "the national Harrow Workers union" from "former"."""
    lower = unit.lower
    closed = lower in _NOT_DESCRIBING or lower in lexicon.roles()
    return unit.is_word and not (unit.is_capital or closed)


def _noun_of(units: Sequence[Unit], at: int) -> int | None:
    """Find where "electoral commission of the" begins, before the place at unit ``at``."""
    at -= at > 0 and units[at - 1].lower == "the"
    if at < 3 or units[at - 1].lower != "of" or units[at - 2].is_capital:
        return None
    if units[at - 2].lower not in _STATE | _NAMED:
        return None
    start = at - 2
    while start > 0 and at - start < _LONGEST and units[start - 1].lower != "the":
        start -= 1
    plain = all(u.is_word and u.lower not in _CLOSED for u in units[start : at - 1])
    return start if plain and start > 0 and units[start - 1].lower == "the" else None


def _is_in_capitals(units: Sequence[Unit]) -> bool:
    """Tell "Congress" and "Prince of Wales Heritage Centre" from offices."""
    if not units or not units[0].is_capital or not units[-1].is_capital:
        return False
    first, last = units[0].lower, units[-1].lower
    if len(units) < 3:
        return len(units) == 1 and last in _LEGISLATURES
    royal = first in _ROYAL and units[1].lower == "of" and last in BODY_WORDS
    return royal and all(u.is_capital for u in units[2:])


def _is_place(units: Sequence[Unit], run: Range) -> bool:
    words = " ".join(u.lower for u in units[run.start : run.end])
    return words in lexicon.places() or words in lexicon.demonyms()


def with_field(units: Sequence[Unit], subject: Range) -> Range:
    """Give "The Prevention of Fraud Bill" for its "The Prevention"."""
    words = units[subject.start + (units[subject.start].lower == "the") : subject.end]
    field = units[subject.end : subject.end + 2]
    capitals = len(field) > 1 and field[1].is_capital
    if len(words) != 1 or not (capitals and words[0].is_capital and field[0].lower == "of"):
        return subject
    behind = units[subject.end :]
    run = next(name_runs(behind), None)
    if run is None or run.start != 1:
        return subject
    ends = behind[run.end - 1].lower
    named = words[0].lower not in lexicon.first_names()
    written = named and (ends in BODY_WORDS or ends in {"bill", "act", "order", "report"})
    return Range(subject.start, subject.end + run.end) if written else subject


def member_of(units: Sequence[Unit], name: Range) -> Range | None:
    """Give "a lawmaker from the ruling Zed Party" for the name of that party, before "who"."""
    if units[name.end - 1].lower not in BODY_WORDS:
        return None
    at = name.start
    while at > 0 and not units[at - 1].is_capital and units[at - 1].lower not in PREPOSITIONS:
        if not units[at - 1].is_word or name.start - at > _LONGEST:
            return None
        at -= 1
    role = lexicon.roles().get(units[at - 2].lower) if at > 1 else None
    start = at - 2
    if role is None or role.role_class not in {"office", "person"}:
        return None
    while start > 0 and units[start].lower not in DETERMINERS and at - start < 2 * _LONGEST:
        start -= 1
    return Range(start, name.end) if units[start].lower in DETERMINERS else None
