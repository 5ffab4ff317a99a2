"""Where a mention may be cut: at commas and "and", where these are not within one name."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import (
    BODY_WORDS,
    PARTNERS,
    PORTFOLIOS,
    PREFIXES,
    is_first_name,
    is_like_person,
)
from quotecli.extraction.names.runs import has_article
from quotecli.extraction.prose.grammar import DETERMINERS, PARTICLES
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.crowds import is_group_of
from quotecli.extraction.speakers.heads import LINKS
from quotecli.extraction.speakers.phrasekinds import holds_office, is_description

_DASHES = frozenset({"—", "–", "-", "--"})
_CLAUSES = frozenset({"who", "whose", "which", "where", "whom", "that"})
_SITED = frozenset("of in from at near outside around across".split())  # before a place
_SITED_AT = frozenset({"based", "born", "trained", "educated", "raised"})
# How newspapers write a state behind a town: "in Reno, Nev."
_STATES = frozenset(
    "ala ariz ark calif colo conn del fla ga ia ill ind kan kans ky la mass md me mich minn miss mo"
    " mont nc nd neb nebr nev nh nj nm ny okla ont ore pa ri sc sd tenn tex va vt wash wis wva wyo"
    " dc que alta".split()
)
_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_MINISTERS = frozenset("minister secretary commissioner director undersecretary spokesman".split())
Units = Sequence[Unit]


class Chunk(NamedTuple):
    """A stretch of a mention between commas and "and"; ``link`` is what stands before it."""

    units: Units
    link: str  # "", ",", "and" or ", and"


def chunks_of(units: Units, is_known: Callable[[str], bool]) -> list[Chunk]:
    """Cut a mention into chunks, none of them empty.

    Args:
        units: the mention.
        is_known: whether the article names a person so.
    """
    chunks: list[Chunk] = []
    start = 0
    link = ""
    at = 0
    while at < len(units):
        unit = units[at]
        comma = unit.text == "," and at > start
        joins = unit.lower in {"and", "&"} and at > start
        between = joins and _is_between(units[start:at])  # "talks between the union and the port"
        if between or (joins and not _may_part(units, start, at, is_known)):
            joins = False
        if not (comma or joins):
            at += 1
            continue
        chunks.append(Chunk(units[start:at], link))
        link = "and" if joins else ","
        if comma and at + 1 < len(units) and units[at + 1].lower == "and":
            link = ", and"
            at += 1
        at += 1
        start = at
    if start < len(units):
        chunks.append(Chunk(units[start:], link))
    if len(chunks) > 1:
        chunks = _with_sited(chunks)
    return _with_places(units, chunks, is_known)


def without_asides(units: Units) -> Units:
    """Leave out brackets, ", Jr.", dashes and relative clauses at the end."""
    kept: list[Unit] = []
    depth = 0
    for at, unit in enumerate(units):
        if unit.text in {"(", "["}:
            depth += 1
        elif unit.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif depth:
            continue
        elif unit.lower in _GENERATIONS and kept and kept[-1].text == ",":
            kept.pop()
        elif (kept and unit.text in _DASHES and unit.start > kept[-1].end) or (
            kept
            and unit.lower in _CLAUSES
            and at
            and (units[at - 1].text == "," or unit.lower != "which")
        ):
            break
        else:
            kept.append(unit)
    while kept and (kept[-1].text in {",", ":", ";"} or kept[-1].lower in {"and", "of"}):
        kept.pop()
    return kept


def _may_part(units: Units, start: int, at: int, is_known: Callable[[str], bool]) -> bool:
    """Tell the "and" of a list from that of a name ("Ministry of Health and Welfare")."""
    left, right = units[start:at], units[at + 1 :]
    if not right:
        return False
    first = right[0]
    if (left[-1].lower, first.lower) in PARTNERS and not is_known(spaced(left)):
        return False
    if first.lower in DETERMINERS:
        return not any(u.lower == "at" for u in left)
    if not left[-1].is_capital and left[-1].lower not in lexicon.roles():
        return False
    stop = next(
        (i for i, u in enumerate(right) if u.text == "," or u.lower in LINKS | {"and"}), None
    )
    ahead = right[: stop or len(right)]
    within = any(u.lower in LINKS for u in left)
    if within and units[at].text == "&" and not is_known(spaced(ahead)):
        return False  # "Jane Roe of Poe & Sons"
    if within and is_description(left) and first.is_capital:
        placed = spaced(left).lower().rpartition(" of ")[2] in lexicon.places()
        placed |= any(u.lower in {"in", "at", "near"} for u in left[-3:])
        return placed and is_known(spaced(ahead))  # not "lawyers for Donald and Ivana Roe"
    if within and holds_office(ahead[1:]):
        return False  # "Department of Health and Sport director Jane Roe"
    if _is_portfolio(left, ahead) or (not is_known(spaced(left)) and _is_department(left, ahead)):
        return False  # "Tourism and Sports Minister Jane Roe"
    if first.is_capital and units[at].text == "&":  # "Zed & Friends host Jane Roe"
        return is_known(spaced(left)) and is_known(spaced(ahead))
    if first.lower in lexicon.roles() and (
        len(ahead) == 1 or ahead[-1].lower not in lexicon.roles()
    ):
        return left[-1].is_capital or left[-1].lower in lexicon.roles()
    if ahead[-1].lower in lexicon.roles():
        # "Roe and city officials"; not "federal and state officials"
        return left[-1].lower in lexicon.roles() or is_known(spaced(left))
    if not first.is_capital:
        named = any(u.is_capital for u in ahead) and any(u.lower in lexicon.roles() for u in ahead)
        return named and not within and is_known(spaced(left))  # "Roe and fellow analyst Ann Poe"
    known = is_known(spaced(ahead)) or is_known(spaced(left))
    return _part_names(left, ahead, known=known, closed=within)


def _part_names(left: Units, ahead: Units, *, known: bool, closed: bool) -> bool:
    """Tell two names from one with "and" inside.

    Args:
        left: the words before "and".
        ahead: those behind it.
        known: whether the article names somebody so on either side.
        closed: whether a name goes on behind an "of" or over an "&".
    """
    if _is_place(left):
        office = any(u.lower in BODY_WORDS for u in ahead) and holds_office(ahead[1:])
        if office or _is_place(ahead):  # "Zed and Ashby Roads Office director Jane Roe"
            return not office
    if known or closed:
        return known  # "Ministry of Health and Welfare", "Bailey & Glasser"
    if len(left) == 1:
        return left[0].lower != ahead[0].lower and len(ahead) == 1  # not "Johnson and Johnson"
    # "Jane Roe and Ashby Council", not "the Data Retention and Privacy Council"
    body = ahead[-1].lower.rstrip(".") in BODY_WORDS
    person = is_like_person([u.text for u in left]) and left[0].lower not in DETERMINERS
    return (
        (person and (not body or left[0].lower in lexicon.first_names()))
        or left[-1].lower.rstrip(".") in BODY_WORDS
        or spaced(left).lower() in lexicon.places()
    )


def _is_place(units: Units) -> bool:
    bare = units[1:] if units[0].lower == "the" and len(units) > 1 else units
    return spaced(bare).lower() in lexicon.places()


def _is_between(left: Units) -> bool:
    """Tell an "and" whose "between" has had none: it joins the two sides of that."""
    words = [u.lower for u in left]
    return "between" in words and "and" not in words[words.index("between") :]


def _is_portfolio(left: Units, ahead: Units) -> bool:
    """Tell what a minister is of, on both sides of "and", from two speakers."""
    office = next((i for i, u in enumerate(ahead) if u.lower in _MINISTERS), 0)
    return office > 0 and all(u.lower in PORTFOLIOS for u in (left[-1], *ahead[:office]))


def _is_department(left: Units, ahead: Units) -> bool:
    """Tell "Health and Human Services Secretary Jane Roe" from "Poe and Treasury Secretary Roe"."""
    words = [u.lower for u in left[left[0].lower == "the" and len(left) > 1 :]]
    office = next((i for i, u in enumerate(ahead) if u.lower in _MINISTERS), 0)
    own = any(w in BODY_WORDS or w in lexicon.places() for w in (words[-1], " ".join(words)))
    person = is_like_person([u.text for u in left]) and is_first_name(left[0].text)
    field = len(words) > 1 or words[0] in PORTFOLIOS
    field &= office > 1 and ahead[0].lower not in PREFIXES  # "Poe and Acting Mayor Roe"
    return field and not (own or person) and all(u.is_capital for u in (*left, *ahead))


def _with_sited(chunks: list[Chunk]) -> list[Chunk]:
    """Leave the town with the writer of "Ashby, NY-based writer Jane Roe"."""
    town, rest = chunks[0].units, chunks[1].units
    if chunks[1].link != ",":
        return chunks
    if len(town) == 1 and _is_sited(town[0]):
        return [Chunk(rest, ""), *chunks[2:]]  # "Oxford-trained, former professor Jane Roe"
    if len(rest) > 1 and _is_sited(rest[0]) and all(u.is_capital for u in town):
        return [Chunk(rest[1:], ""), *chunks[2:]]
    return chunks


def _is_sited(unit: Unit) -> bool:
    return "-" in unit.text and unit.lower.rpartition("-")[2] in _SITED_AT


def _with_places(
    units: Units, chunks: Sequence[Chunk], is_known: Callable[[str], bool]
) -> list[Chunk]:
    """Leave places with whom they describe: "a jury in Reno, Nev.", "residents of Zed and Poe"."""
    kept: list[Chunk] = []
    group = _lists_places(chunks, is_known)
    for chunk in chunks:
        state = kept and chunk.link == "," and _is_state(kept[-1].units, chunk.units, is_known)
        if kept and (group or state):
            start, end = kept[-1].units[0].start, chunk.units[-1].end
            within = [u for u in units if start <= u.start and u.end <= end]
            kept[-1] = Chunk(within, kept[-1].link)
        else:
            kept.append(chunk)
    return kept


def _is_state(town: Units, state: Units, is_known: Callable[[str], bool]) -> bool:
    """Tell the ", Nev." of "in Reno, Nev." from a second speaker."""
    at = next((i for i in reversed(range(len(town))) if not town[i].is_capital), -1)
    if at < 0 or at == len(town) - 1 or town[at].lower not in _SITED:
        return False
    name = spaced(state).lower()
    placed = name in lexicon.places() or name.replace(".", "").strip() in _STATES
    return placed and not is_known(spaced(state))


def _lists_places(chunks: Sequence[Chunk], is_known: Callable[[str], bool]) -> bool:
    """Tell "residents of Zed, Ashby and Poe", one group, from several speakers.

    Who is known to the article is somebody else, unless the list began with such a one: "friends of
    Jane Roe, John Doe and Ann Poe".
    """
    if len(chunks) < 2 or not is_group_of(chunks[0].units):
        return False
    first = chunks[0].units
    at = next(i for i, u in enumerate(first) if u.lower in LINKS)
    listed = [first[at + 1 :], *(c.units for c in chunks[1:])]
    if not all(name and all(_is_of_name(u) for u in name) for name in listed):
        return False
    return len({is_known(spaced(name)) for name in listed}) == 1


def _is_of_name(unit: Unit) -> bool:
    return unit.is_capital or unit.lower in PARTICLES or has_article(unit)


def spaced(units: Units) -> str:
    """Give words with a blank between each two, as the article's names are looked up."""
    return " ".join(u.text for u in units)
