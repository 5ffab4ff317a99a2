"""A name with the office before it: "the Minister of Finance, Jane Roe"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.descriptions import describe, place_before
from quotecli.extraction.names.ownnames import Named, own_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.names.titles import ALSO_NAMES
from quotecli.extraction.prose.grammar import AUXILIARIES, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit

_OF = frozenset("of for to at".split())
_IN_OFFICES = _OF | {"and", "the", "&", "in"}
_LONGEST_OFFICE = 10  # units
_LONGEST_FRONT = 24  # units
_FRONTS = (PREPOSITIONS | {"according"}) - {"as"}  # "As mayor, Jane Roe built" tells who she is


def parse_name(units: Sequence[Unit], run: Range) -> Named:
    """Read the name in a run of capital words, with the office in it or before it."""
    apposed = run.start > 1 and units[run.start - 1].text == ","
    acts = run.end < len(units) and units[run.end].is_word
    if apposed and acts and is_fronted(units, run.start - 1):
        return own_name(units, run, None)  # "According to the neighbor, Jane Roe was asleep"
    return own_name(units, run, _office_before(units, run.start))


def is_fronted(units: Sequence[Unit], comma: int) -> bool:
    """Tell "Through his lawyer Jane Roe," which opens a sentence, and has no verb."""
    start, floor = comma, max(0, comma - _LONGEST_FRONT)
    while start > floor and units[start - 1].text not in {".", "?", "!", ";", ":"}:
        start -= 1
    if start and start == floor:
        return False
    words = [u.lower for u in units[start:comma]]
    if words[1:2] == [","]:  # "However, through …"
        words = words[2:]
    verbs = (w in AUXILIARIES or w in lexicon.cues() or w.endswith("ed") for w in words)
    return bool(words) and words[0] in _FRONTS and not any(verbs)


def _office_before(units: Sequence[Unit], start: int) -> tuple[str, str | None] | None:
    """Find the office that stands before a name, and its place."""
    at, role = _role_before(units, start)
    if role:
        return role, place_before(units, at)
    apposed = office_apposed(units, start)
    held = describe(units, apposed) if apposed is not None else None
    holds = held is not None and lexicon.roles()[held[0]].role_class in {"office", "person"}
    return held if holds else None


def _role_before(units: Sequence[Unit], start: int) -> tuple[int, str]:
    """Find a lower-case title before a name: "EU chief", "his counterpart,"."""
    roles = lexicon.roles()
    if start >= 2 and units[start - 1].text == "," and units[start - 2].lower in roles:
        start -= 1
    if start >= 2 and (pair := f"{units[start - 2].lower} {units[start - 1].lower}") in roles:
        return start - 2, pair
    if start >= 1 and units[start - 1].lower in roles and not units[start - 1].is_capital:
        return start - 1, units[start - 1].lower
    return start, ""


def capital_office(units: Sequence[Unit]) -> str | None:
    """Give the head of an office in capitals: "The Minister of Finance", "Attorney-General".

    A name with its title ("Secretary of State Jane Roe", "Director King") is no office.
    """
    roles = lexicon.roles()
    article = units[0].lower == "the"
    words = units[article:]
    of = next((i for i, u in enumerate(words) if i and u.lower in _OF), len(words))
    for end in dict.fromkeys((of, len(words))):
        if not end or not all(u.is_capital or u.lower in _IN_OFFICES for u in words[:end]):
            return None
        head, pair = words[end - 1].lower, " ".join(u.lower for u in words[max(0, end - 2) : end])
        role = roles.get(pair) or roles.get(head)
        if role is None or role.role_class not in {"office", "person"}:
            continue
        alone = end == len(words) and not article
        if alone and (head in ALSO_NAMES or words[0].lower in lexicon.first_names()):
            continue
        *_, last = [Range(0, 0), *name_runs(units)]
        name = own_name(units, last).name if last.end else ()
        behind = 1 < len(name) < last.end - last.start and name[0].lower() in lexicon.first_names()
        return None if behind else role.head
    return None


def office_apposed(units: Sequence[Unit], start: int) -> Range | None:
    """Find "The Minister of Finance" before ", Jane Roe", whose name begins at ``start``."""
    stop = start - 1
    if start < 2 or units[stop].text != ",":
        return None
    at = stop
    while at > 0 and stop - at < _LONGEST_OFFICE:
        before = units[at - 1]
        if not (before.is_capital or before.lower in _IN_OFFICES):
            break
        at -= 1
        if before.lower == "the" and (at == 0 or units[at - 1].lower not in _IN_OFFICES):
            break
    while at < stop and units[at].lower in _IN_OFFICES - {"the"}:
        at += 1
    if at == stop or capital_office(units[at:stop]) is None:
        return None
    if at and units[at - 1].text == ",":  # "In Zed, the Mayor, Jane Roe"; not "Ann Poe, the Mayor,"
        place = at - 2
        while place > 0 and units[place].is_capital:
            place -= 1
        if units[at - 2].is_capital and units[place].lower not in PREPOSITIONS:
            return None
    return Range(at, stop)
