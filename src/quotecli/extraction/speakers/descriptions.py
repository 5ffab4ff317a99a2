"""Is a phrase a name or a description, of one or of many, of somebody known or of anybody?"""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, is_like_person
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import has_article, name_runs
from quotecli.extraction.prose.grammar import DETERMINERS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS

# What hangs more on the noun before: "the mayor of Zed"
LINKS = frozenset("of for from at with to in on by near close behind around between".split())
_BEHIND_HEAD = frozenset("of for from in at with aboard".split())
_ANYBODY = frozenset("those people persons someone somebody sources insiders voters".split())
# What organisations call themselves: "Friends of Zed", "Veterans for Peace"
_IN_BODIES = frozenset(
    "friends people persons brothers sisters sons daughters fathers mothers women men veterans"
    " doctors partners children family police teachers students journalists writers workers youth"
    " citizens voters networks groups companies banks states nations schools universities media"
    " colleges councils courts airlines hospitals institutes organisations organizations unions"
    " parents farmers lawyers leaders players scholars scientists".split()
)
_PLURAL = frozenset("they both others many some several most all two three four five".split())
# Heads that the table of roles has as one person's or one body's, or not at all
_SEVERAL = frozenset(
    "countries sides nations parties leaders ministers presidents men women governments".split()
)
QUANTIFIERS = frozenset(
    "a an one another every each at several some many most few other numerous various dozens"
    " hundreds two three four five six seven eight nine ten".split()
)
Units = Sequence[Unit]


def end_of_head(units: Units) -> int:
    """Give where the head of a phrase ends: of "the mayor of Zed" at "of", else where it ends."""
    return next((i for i, u in enumerate(units) if i and u.lower in LINKS), len(units))


def is_description(units: Units) -> bool:
    """Tell "the Russian president" and "a spokesman for Roe" from "President Roe"."""
    first = units[0].lower
    stop = end_of_head(units)
    head = units[stop - 1]
    if is_group_of(units) and _describes_group(units):
        return True
    last = lexicon.roles().get(units[-1].lower)
    spelled = not units[-1].is_capital or (units[-1].text.isupper() and len(units) > 1)
    named = len(units) > 2 and first in lexicon.first_names()  # "Jane Roe MP"
    named |= units[-1].text.isupper() and _ends_in_person(units[:-1])  # "former mayor Jane Roe MP"
    if last is not None and last.role_class in {"office", "person"} and spelled and not named:
        return True  # "Department of Zed director", "Zed Systems CEO"
    if first in QUANTIFIERS and len(units) == 2 and units[1].lower.endswith("s"):
        return True  # "many Africans"
    people = units[-1].lower in lexicon.demonyms() and not units[-1].text.isupper()
    if first in {"the", "a", "an"} and len(units) == 2 and people:
        return True  # "The American", not "the U.S."
    if first == "the" and units[-1].lower in {"republican", "democrat"}:
        return True  # "the California Republican"
    if first in QUANTIFIERS and len(units) > 1:
        singular = first in {"a", "an", "one", "another", "every", "each", "at"}
        return singular or not units[1].is_capital or not head.is_capital
    if head.is_capital or has_article(head):
        return stop < len(units) and _is_capital_office(units, stop)
    return head.is_word


def _ends_in_person(units: Units) -> bool:
    """Tell the "former mayor Jane Roe" of "former mayor Jane Roe MP"."""
    *_, last = [Range(0, 0), *name_runs(units)]
    name = parse_name(units, last).name if last.end == len(units) else ()
    return is_like_person(name) and name[0].lower() in lexicon.first_names()


def _is_capital_office(units: Units, stop: int) -> bool:
    """Tell "Chad's Ambassador to France" from "Bank of Chad" and "Secretary of State Jane Roe"."""
    role = lexicon.roles().get(units[stop - 1].lower)
    if role is None or role.role_class not in {"office", "person"}:
        return False
    if parse_name(units, Range(0, stop)).name:
        return False
    *_, last = name_runs(units)
    return not is_like_person(parse_name(units, last).name)


def is_group_of(units: Units) -> bool:
    """Tell "residents of Zed", "those around Roe" and "Allies of Roe" by what comes first."""
    at = end_of_head(units)
    if at == len(units):
        return False
    head = units[at - 2] if units[at - 1].lower == "familiar" and at > 1 else units[at - 1]
    role = lexicon.roles().get(head.lower)
    plural = head.lower in _ANYBODY or (role is not None and role.role_class == "group")
    return plural and (not head.is_capital or head is units[0])


def _describes_group(units: Units) -> bool:
    """Tell "Allies of Jane Roe" and "Residents of Zed" from "Friends of the Earth", a body."""
    at = end_of_head(units)
    head, link, after = units[at - 1].lower, units[at].lower, units[at + 1 :]
    if not units[0].is_capital or head in {"close", "familiar"} or link in {"around", "close"}:
        return True
    if not after or head in {"those", "someone", "somebody"}:
        return bool(after)
    first = after[0].lower.rstrip(".")
    named = first in lexicon.first_names() and len(after) > 1 and after[1].is_capital
    if named or first in HONORIFICS or first in lexicon.titles():
        return True
    bodily = link == "for" or head in _IN_BODIES
    return not bodily and not any(u.lower in BODY_WORDS for u in after if link == "of")


def is_definite(units: Units) -> bool:
    """Tell "the president" and "Armenia's president" from "a president"."""
    first = units[0].lower
    if first in {"a", "an", "another"}:
        return False  # "a sheriff's spokeswoman"
    if first not in DETERMINERS and not is_plural(units):
        return True  # a headline: "Judge rejects appeal"
    return (
        first in {"the", "his", "her", "their", "this", "its"}
        or first.endswith("'s")
        or (len(units) > 1 and units[1].lower.endswith("'s"))
    )


def is_plural(units: Units) -> bool:
    """Tell "officials" and "both countries" from one person or body."""
    lowered = [u.lower for u in units]
    if lowered[0] in _PLURAL:
        return True
    stop = next((i for i, w in enumerate(lowered) if i and w in _BEHIND_HEAD), len(units))
    role = lexicon.roles().get(lowered[stop - 1])
    return (role is not None and role.role_class == "group") or lowered[stop - 1] in _SEVERAL


def holds_office(units: Units) -> bool:
    """Tell "police chief", which has the word for an office in small letters, from a name."""
    return any(
        not u.is_capital and (role := lexicon.roles().get(u.lower)) and role.role_class == "office"
        for u in units
    )
