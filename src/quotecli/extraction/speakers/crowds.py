"""Does a phrase mean many: "officials", "Millions of people", "residents of Zed"?"""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import BREAKERS, DETERMINERS
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.heads import end_of_head

_LISTING = frozenset({"like", "as", "including"})
MANY = frozenset("dozens scores hundreds thousands millions billions tens".split())
_PLURAL = frozenset("they both others many some several most all two three four five".split())
# Heads that the table of roles has as one person's or one body's, or not at all
_SEVERAL = frozenset(
    "countries sides nations parties leaders ministers presidents men women governments"
    " republicans democrats conservatives tories dems".split()
)
_ANYBODY = frozenset("those people persons someone somebody sources insiders voters".split())


def is_plural(units: Sequence[Unit]) -> bool:
    """Tell "officials" and "both countries" from one person or body."""
    lowered = [u.lower for u in units]
    if lowered[0] in _PLURAL:
        return True
    head = lowered[end_of_head(units) - 1]
    role = lexicon.roles().get(head)
    return (role is not None and role.role_class == "group") or head in _SEVERAL


def is_group_of(units: Sequence[Unit]) -> bool:
    """Tell "residents of Zed", "those around Roe" and "Allies of Roe" by what comes first."""
    at = end_of_head(units)
    if at == len(units):
        return False
    head = units[at - 2] if units[at - 1].lower == "familiar" and at > 1 else units[at - 1]
    role = lexicon.roles().get(head.lower)
    plural = head.lower in _ANYBODY or (role is not None and role.role_class == "group")
    return plural and (not head.is_capital or head is units[0])


def is_crowd(units: Sequence[Unit]) -> bool:
    """Tell "Millions of people" and "Countries like Zed, Ashby and Poe", who have no name."""
    lowered = [u.lower for u in units]
    if len(units) > 2 and lowered[0] in MANY and lowered[1] == "of":
        return True
    like = lowered.index("like") if "like" in lowered[1:] else 0
    listed = [
        " ".join(u.lower for u in units[r.start : r.end]) for r in name_runs(units) if r.start
    ]
    return like > 0 and is_plural(units[:like]) and all(n in lexicon.places() for n in listed)


def listed_in(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give the names of "groups like Zed", "such critics as Roe" and "Stars including Poe"."""
    at = next((i for i, u in enumerate(units) if i and u.lower in _LISTING), 0)
    such = any(u.lower == "such" for u in units[:at])
    if not at or (units[at].lower == "as" and not such) or at + 1 == len(units):
        return units
    before = [u for u in units[:at] if u.is_word and u.lower != "such"]
    many = bool(before) and before[-1].lower.endswith("s") and is_plural([before[-1]])
    named = units[at + 1].is_capital or (units[at + 1].lower == "the" and units[-1].is_capital)
    return units[at + 1 :] if many and named else units


def is_count(units: Sequence[Unit]) -> bool:
    """Tell "Close to 100 countries", whose only capital is that of its sentence."""
    if units[0].lower in DETERMINERS or any(u.is_capital for u in units[1:]):
        return False
    return units[-1].lower.endswith("s") and any(u.text.isdigit() for u in units[1:-1])


def lists_trades(units: Sequence[Unit]) -> bool:
    """Tell "Nurses, cooks and drivers", whose first word is capital for its place only."""
    lowered = [u.lower for u in units]
    return (
        len(units) > 2
        and units[1].text == ","
        and lowered[0].endswith("s")
        and "and" in lowered
        and not any(u.is_capital or u.lower in BREAKERS for u in units[1:])
    )
