"""What kind of phrase it is: a description, an office, the name of a body."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import (
    BODY_WORDS,
    PORTFOLIOS,
    PREFIXES,
    describes,
    is_like_person,
)
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import has_article, is_ordinal, name_runs
from quotecli.extraction.names.titles import ALSO_NAMES, is_title
from quotecli.extraction.prose.grammar import DETERMINERS, PARTICLES, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.crowds import is_group_of, is_plural
from quotecli.extraction.speakers.heads import end_of_head
from quotecli.text.names import HONORIFICS

# What organisations call themselves: "Friends of Zed", "Veterans for Peace"
_IN_BODIES = frozenset(
    "friends people persons brothers sisters sons daughters fathers mothers women men veterans"
    " doctors partners children family police teachers students journalists writers workers youth"
    " citizens voters networks groups companies banks states nations schools universities media"
    " colleges councils courts airlines hospitals institutes organisations organizations unions"
    " parents farmers lawyers players scholars scientists physicians advocates nurses".split()
)
QUANTIFIERS = frozenset(
    "a an one another every each at several some many most few other numerous various dozens"
    " hundreds two three four five six seven eight nine ten".split()
)
_MINISTRIES = frozenset(
    "Department Ministry Office Committee Subcommittee Directorate School Bureau".split()
)
_SHORTEST_MINISTRY = 6  # units: "Department for Culture, Media and Sport" is one longer
_PARTISANS = frozenset({"republicans", "democrats", "conservatives", "tories", "dems"})
# What some members of a party are
_OF_MEMBERS = frozenset(
    "senior top leading congressional moderate centrist progressive fellow more few many some most"
    " other rank-and-file prominent key vulnerable swing".split()
)
_POSTS = PORTFOLIOS | PREFIXES


def is_description(units: Sequence[Unit]) -> bool:
    """Tell "the Russian president" and "a spokesman for Roe" from "President Roe"."""
    first = units[0].lower
    stop = end_of_head(units)
    head = units[stop - 1]
    if _is_of_party(units) or (is_group_of(units) and _describes_group(units)):
        return True
    last = lexicon.roles().get(units[-1].lower)
    spelled = not units[-1].is_capital or (units[-1].text.isupper() and len(units) > 1)
    named = len(units) > 2 and first in lexicon.first_names()  # "Jane Roe MP"
    named |= units[-1].text.isupper() and _ends_in_person(units[:-1])  # "former mayor Jane Roe MP"
    if last is not None and last.role_class in {"office", "person"} and spelled and not named:
        return True  # "Department of Zed director", "Zed Systems CEO"
    if is_capital_post(units) and _is_known_before_post(units[0]):
        return True
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
    if stop == 1 < len(units) and not any(run.start == 0 for run in name_runs(units)):
        return True  # "Others in the Harrow district"
    if head.is_capital or has_article(head):
        return stop < len(units) and _is_capital_office(units, stop)
    return head.is_word


def is_capital_post(units: Sequence[Unit]) -> bool:
    """Tell "Harrow Mayor" of a headline from "Jane Mayor"."""
    last = units[-1].lower
    role = lexicon.roles().get(last)
    office = role is not None and role.role_class == "office" and last not in ALSO_NAMES
    named = units[0].lower in lexicon.first_names()
    return len(units) > 1 and office and not named and all(u.is_capital for u in units)


def _is_known_before_post(first: Unit) -> bool:
    """Tell "Harrow Mayor" and "Police Chief" from "Alois Provost", a name."""
    word = first.lower.removesuffix("'s")
    known = word in lexicon.places() or word in BODY_WORDS or word in _POSTS
    return known or word in lexicon.roles() or first.text.isupper()


def _ends_in_person(units: Sequence[Unit]) -> bool:
    """Tell the "former mayor Jane Roe" of "former mayor Jane Roe MP"."""
    *_, last = [Range(0, 0), *name_runs(units)]
    name = parse_name(units, last).name if last.end == len(units) else ()
    return is_like_person(name) and name[0].lower() in lexicon.first_names()


def _is_capital_office(units: Sequence[Unit], stop: int) -> bool:
    """Tell "Chad's Ambassador to France" from "Bank of Chad" and "Secretary of State Jane Roe"."""
    role = lexicon.roles().get(units[stop - 1].lower)
    if role is None or role.role_class not in {"office", "person"}:
        return False
    if parse_name(units, Range(0, stop)).name:
        return False
    *_, last = name_runs(units)
    return not is_like_person(parse_name(units, last).name)


def _describes_group(units: Sequence[Unit]) -> bool:
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
    return head not in _IN_BODIES


def is_definite(units: Sequence[Unit]) -> bool:
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


def is_somebody_else(units: Sequence[Unit]) -> bool:
    """Tell "her lawyer" and "city officials" from one more office of somebody: "CEO of Zed"."""
    first = units[0].lower
    return first in DETERMINERS or first.endswith("'s") or is_plural(units)


def holds_office(units: Sequence[Unit]) -> bool:
    """Tell "police chief", which has the word for an office in small letters, from a name."""
    return any(
        not u.is_capital and (role := lexicon.roles().get(u.lower)) and role.role_class == "office"
        for u in units
    )


def is_post(units: Sequence[Unit]) -> bool:
    """Tell "the Commerce Minister", all in capitals, from "the Commerce Bank"."""
    role = lexicon.roles().get(units[-1].lower)
    held = role is not None and role.role_class == "office" and is_title(units, len(units) - 1)
    between = units[1:-1]
    return (
        held
        and len(units) > 2
        and units[0].lower == "the"
        and all(u.lower in _POSTS or u.lower in lexicon.places() for u in between)
    )


def is_of_trade(units: Sequence[Unit]) -> bool:
    """Tell "minister of mines and energy" and "a specialist in farm affairs", before a name."""
    at = next((i for i, u in enumerate(units) if u.lower in PREPOSITIONS), 0) - 1
    before = units[units[0].lower in {"a", "an", "the"} : max(at, 0)]
    heads = lexicon.roles()
    role = heads.get(units[at].lower)
    if at < 0 or role is None or not all(u.is_capital or u.lower in heads for u in before):
        return False  # "Zed superintendent of police"
    numbered = units[-1].text.isdigit()  # "successor at No 10"
    if numbered or [u.lower for u in units[-2:]] == ["of", "police"]:
        return role.role_class in {"office", "person"}
    of_field = units[at + 1].lower in {"in", "on", "for"} and units[-1].lower in PORTFOLIOS
    return role.role_class == "office" or (role.role_class == "person" and of_field)


def _is_of_party(units: Sequence[Unit]) -> bool:
    """Tell "Moderate Democrats" and "85 Republicans in Congress" from "House Republicans"."""
    stop = end_of_head(units)
    own = units[units[0].lower == "the" : stop - 1]
    if units[stop - 1].lower not in _PARTISANS or (not own and stop == len(units)):
        return False
    if own and own[-1].lower in {"opposition", "ruling", "governing"}:
        return False  # the party
    return stop < len(units) or any(not u.is_capital or _is_adjective(u) for u in own)


def _is_adjective(unit: Unit) -> bool:
    lower = unit.lower
    compound = "-" in lower and not unit.text.rpartition("-")[2][:1].isupper()
    return compound or describes(lower) or lower in _OF_MEMBERS


def name_in_a_mood(units: Sequence[Unit]) -> Range | None:
    """Find the name of "An emotional Roe", "a wary Jane Roe", not of "an American"."""
    *_, run = [Range(0, 0), *name_runs(units)]
    moods, last = units[1 : run.start], units[-1]
    in_a_mood = (
        run.end == len(units)
        and units[0].lower in {"a", "an", "the"}
        and 1 <= len(moods) <= 2
        and all(u.is_word and not u.is_capital and u.lower not in lexicon.roles() for u in moods)
        and last.lower not in lexicon.demonyms()
        and last.lower not in lexicon.places()
    )
    return run if in_a_mood else None


def is_numbered(units: Sequence[Unit]) -> bool:
    """Tell "Channel 4 News" and "the 9/11 Commission", one name each."""
    inside = units[1:-1]
    if units[0].lower == "the" and len(units) > 2 and "/" in units[1].text:
        named = units[-1].lower in BODY_WORDS  # "the 9/11 Commission", not its chairman
        return named and all(u.is_capital for u in units[2:])
    if any(is_title(units, at) for at in range(len(units))):
        return False  # "District 12 Attorney Jane Roe"
    return any(u.text.isdigit() for u in inside) and all(
        u.is_capital or u.text.isdigit() for u in units
    )


def is_ministry(units: Sequence[Unit]) -> bool:
    """Tell "the Department for Culture, Media and Sport", which is one body."""
    at = 1 if units[0].lower == "the" else 0
    if len(units) < at + _SHORTEST_MINISTRY:
        return False
    if units[-1].text in _MINISTRIES and units[at].lower in PORTFOLIOS:
        fields = units[at:-1]  # "the Business, Energy and Trade Committee"
        commas = [u.text for u in fields].count(",")
        return commas > 0 and all(u.is_capital or u.text in {",", "and", "&"} for u in fields)
    if units[at].text not in _MINISTRIES:
        return False
    fields = units[at + 2 :]
    stops = [i for i, u in enumerate(fields) if u.text == ","]
    joined = bool(stops) and any(u.lower in {"and", "&"} for u in fields[stops[-1] :])
    listed = units[at + 1].lower in {"for", "of", "on"} and joined
    return listed and all(u.is_capital or u.text in {",", "and", "&", "of"} for u in fields)


def is_body(units: Sequence[Unit], head: str) -> bool:
    """Tell the name of a body ("Ministry of Defence") from an office ("the Prime Minister")."""
    if head == "executive" and units[-1].is_capital and len(units) == 3:
        return units[0].lower == "the"  # "the Zed Executive", a government
    if lexicon.roles()[head].role_class in lexicon.PERSONAL:
        return False
    words = units[1:] if units[0].lower == "the" else units
    words = words[: next((i for i, u in enumerate(words) if u.lower in {"at", "in"}), len(words))]
    capitals = sum(u.is_capital for u in words)
    return capitals > 1 and all(
        u.is_capital or is_ordinal(u) or u.lower in {"of", "the", "for", "and", "on"} | PARTICLES
        for u in words
    )
