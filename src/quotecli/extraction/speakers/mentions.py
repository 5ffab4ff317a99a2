"""What kind of phrase a mention is: a name, a description, several of them, with what behind."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.naming import (
    BODY_WORDS,
    PORTFOLIOS,
    capital_office,
    has_article,
    is_like_person,
    name_runs,
    parse_name,
)
from quotecli.extraction.prose.grammar import DETERMINERS, PARTICLES, Range
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS

_PLURAL = frozenset({"they", "both", "others", "many", "some", "several", "most", "all"})
_DASHES = frozenset({"—", "–", "-", "--"})
_CLAUSES = frozenset({"who", "whose", "which", "where", "whom", "that"})
_OF = frozenset("of for from at with to in on by near close behind around between".split())
_BEHIND_HEAD = frozenset("of for from in at with aboard".split())
_SITED = frozenset("of in from at near outside around across".split())  # before a place
_ANYBODY = frozenset("those people persons someone somebody sources insiders voters".split())
# What organisations call themselves: "Friends of Zed", "Veterans for Peace"
_IN_BODIES = frozenset(
    "friends people persons brothers sisters sons daughters fathers mothers women men veterans"
    " doctors partners children family police teachers students journalists writers workers youth"
    " citizens voters networks groups companies banks states nations schools universities media"
    " colleges councils courts airlines hospitals institutes organisations organizations unions"
    " parents farmers lawyers leaders players scholars scientists".split()
)
# How newspapers write a state behind a town: "in Reno, Nev."
_STATES = frozenset(
    "ala ariz ark calif colo conn del fla ga ia ill ind kan kans ky la mass md me mich minn miss mo"
    " mont nc nd neb nebr nev nh nj nm ny okla ont ore pa ri sc sd tenn tex va vt wash wis wva wyo"
    " dc que alta".split()
)

_QUANTIFIERS = frozenset(
    "a an one another every each at several some many most few other numerous various dozens"
    " hundreds two three four five six seven eight nine ten".split()
)
_PARTIES = frozenset({"R-", "D-", "I-", "L-"})

Units = Sequence[Unit]


class _Chunk(NamedTuple):
    """A stretch of a mention between commas and "and"; ``link`` is what stands before it."""

    units: Units
    link: str  # "", ",", "and" or ", and"


def split_mention(units: Units, is_known: Callable[[str], bool]) -> list[Units]:
    """Give whom a mention names, each without what describes it further.

    "Jane Roe, the mayor of Zed, and her lawyer" are "Jane Roe" and "her lawyer"; "Tom Roe, chairman
    and CEO of Zed" is "Tom Roe"; "the mayor, Jane Roe" is "Jane Roe".

    Args:
        units: the mention.
        is_known: whether the article names a person so.
    """
    units = _without_asides(units)
    if not units or is_ministry(units):
        return [units] if units else []
    start = 1 if units[0].lower == "both" and len(units) > 1 else 0
    listed = _chunks(units[start:], is_known)
    chunks = _without_offices(listed, is_known)
    if len(chunks) == 1 or _lists_adjectives(chunks):
        return [units if len(chunks) == len(listed) else chunks[0].units]
    joined = any("and" in c.link for c in chunks)
    if not joined and units[0].lower == "the" and _ends_in_holder(chunks):
        return [chunks[-1].units]
    kept = [chunks[0]]
    within_office = False  # whether the chunk before describes the name further
    apposed = False  # whether the chunk before is a description of the name
    for chunk in chunks[1:]:
        if chunk.link == "," and chunk.units[0].lower in _OF | {"both", "all"}:
            what = "drop"  # "Jane Roe, from Zed", "Roe and Poe, both teachers"
        elif _is_name(chunk.units) and not _is_post(chunk):
            what = _next_name(chunk, kept, joined=joined)
            within_office |= what == "drop" and any(u.lower in _OF for u in chunk.units)
            if chunk.link == "and" and within_office and not is_known(_joined(chunk.units)):
                what = "drop"  # "founder of the Iraq and Afghanistan Veterans"
        elif apposed and chunk.link == "and" and not _is_company(chunk.units):
            what = "drop"  # "Jane Roe, a judge and the wife of the mayor"
        else:
            what = _next_description(chunk, chunks, kept[-1], joined=joined)
            apposed = what == "drop" and chunk.link == "," and _is_name(kept[-1].units)
            within_office = what == "drop" and any(u.lower in _OF for u in chunk.units)
        if what == "stop":
            break
        if what == "replace":
            kept.pop()  # "Tom Roe and the mayor, Jane Roe"
        if what == "replace all":
            kept.clear()
        if what != "drop":
            kept.append(chunk)
    return [units] if start and len(kept) == 1 else [chunk.units for chunk in kept]


def _without_offices(chunks: Sequence[_Chunk], is_known: Callable[[str], bool]) -> list[_Chunk]:
    """Leave out offices in capitals before the name: "The Minister of Finance, Jane Roe"."""
    kept: list[_Chunk] = []
    at = 0
    while at < len(chunks):
        holder = None
        if _is_capital_title(chunks[at].units, is_known):
            holder = _holder(chunks, at, is_known)
        if holder is None:
            kept.append(chunks[at])
        else:
            kept.append(chunks[holder]._replace(link=chunks[at].link))
        at = (at if holder is None else holder) + 1
    return kept


def _holder(chunks: Sequence[_Chunk], at: int, is_known: Callable[[str], bool]) -> int | None:
    """Find who holds the office of a chunk.

    A body may stand between, or more of the office: "The Permanent Secretary, Ministry of Health,
    Dr. Jane Roe", "Minister of Finance, Planning and Trade, Jane Roe".
    """
    listed = False  # whether an "and" stands between
    for i in range(at + 1, min(len(chunks), at + _LONGEST_OFFICE)):
        units, link = chunks[i]
        following = chunks[i + 1].link if i + 1 < len(chunks) else ""
        listed |= "and" in link
        if link == "," and _is_person(units):
            parse = parse_name(units, list(name_runs(units))[-1])
            sure = parse.gender or parse.offices or parse.name[0].lower() in lexicon.first_names()
            if (sure or is_known(" ".join(parse.name))) and (i == at + 1 or following != "and"):
                return i
            if not listed and following != "and" and (i == at + 1 or not following):
                return i
        if link == ", and" or not all(u.is_capital or u.lower in _OF | {"the"} for u in units):
            return None
    return None


_LONGEST_OFFICE = 5  # chunks


def _is_capital_title(units: Units, is_known: Callable[[str], bool]) -> bool:
    """Tell "The Minister of Finance" from "Minister of Finance Jane Roe"."""
    if capital_office(units) is None:
        return False
    *_, last = [Range(0, 0), *name_runs(units)]
    name = parse_name(units, last).name if last.end else ()
    return not (1 < len(name) < last.end - last.start and is_known(" ".join(name)))


def _is_person(units: Units) -> bool:
    """Tell "Jane Roe", "CP Jane Roe" and "the Right Rev. Jane Roe" from bodies and offices."""
    words = units[units[0].lower == "the" :]
    runs = list(name_runs(words))
    if len(runs) != 1 or runs[0] != (0, len(words)) or capital_office(units) is not None:
        return False
    parse = parse_name(words, runs[0])
    if words[-1].lower in PORTFOLIOS:
        return False  # "Economic Planning"
    if len(words) < len(units) and not (parse.offices or parse.gender):
        return False  # "the Cape Ray"
    titled = len(parse.name) == 1 and (parse.offices or parse.gender)
    return bool(titled) or is_like_person(parse.name)


def _ends_in_holder(chunks: Sequence[_Chunk]) -> bool:
    """Tell "The Ashby, North Dakota, police chief, Jane Roe"."""
    office, name = chunks[-2].units, chunks[-1].units
    return (
        len(chunks) > 2 and not office[-1].is_capital and _holds_office(office) and _is_person(name)
    )


def _lists_adjectives(chunks: Sequence[_Chunk]) -> bool:
    """Tell "A few small, limited studies" from several phrases."""
    if len(chunks) != 2 or chunks[1].link != "," or chunks[0].units[0].lower not in DETERMINERS:
        return False
    first, second = chunks[0].units, chunks[1].units
    plain = not any(u.is_capital for u in (*first[1:], *second))
    noun = second[-1].lower in lexicon.roles()
    return plain and noun and len(second) == 2 and first[-1].lower not in lexicon.roles()


def _is_company(units: Units) -> bool:
    """Tell "her lawyer" and "other officials", who come with somebody, from one more office."""
    return units[0].lower in {"his", "her", "their"} or is_plural(units)


def _next_name(chunk: _Chunk, kept: Sequence[_Chunk], *, joined: bool) -> str:
    """Tell what to do with a name.

    ``add`` it, ``drop`` it, let it ``replace`` what stands before it or ``replace all``, or
    ``stop``.
    """
    if chunk.units[0].text[:2] in _PARTIES:
        return "drop"  # "Jane Roe, R-Tenn."
    if chunk.link != ",":
        return "add"
    previous = kept[-1].units
    if _works_at(previous) and _has_body_word(chunk.units):
        return "drop"  # "one doctor at the clinic, Zed School of Medicine"
    if _holds_post(previous) and _is_plain_name(chunk.units):
        one = all(_holds_post(c.units) for c in kept)  # "Zed Founder and CEO, Jane Roe"
        return "replace all" if one else "replace"
    if not _is_name(previous):  # "the mayor, Jane Roe", "Author and one of the hosts, Jane Roe"
        if is_plural(previous) and chunk.units[0].lower == "the":
            return "drop"  # "experts aboard a ship, the Cape Ray"
        many = kept[0].units[0].lower in DETERMINERS or any(_is_name(c.units) for c in kept)
        return "replace" if many else "replace all"
    if not joined:
        return "stop"  # "Jane Roe, Center for Research": where she works
    return "drop" if _is_body(chunk.units) and not _is_body(previous) else "add"


def _is_post(chunk: _Chunk) -> bool:
    """Tell ", Paramount Chief of Zed" from a second name."""
    return chunk.link == "," and not is_plural(chunk.units) and bool(capital_office(chunk.units))


def _works_at(units: Units) -> bool:
    """Tell "one doctor at the clinic", whom nobody names, from "the charity" and its name."""
    if units[0].lower not in _QUANTIFIERS:
        return False
    stop = next((i for i, u in enumerate(units) if i and u.lower in _OF), 0)
    role = lexicon.roles().get(units[stop - 1].lower) if stop else None
    return role is not None and role.role_class in lexicon.PERSONAL


def _has_body_word(units: Units) -> bool:
    return any(u.lower.rstrip(".") in BODY_WORDS for u in units)


def _holds_post(units: Units) -> bool:
    """Tell "the UN Special Rapporteur on arrests" from "Jane Roe" and "the Bank of Zed"."""
    stop = next((i for i, u in enumerate(units) if i and u.lower in _OF), len(units))
    role = lexicon.roles().get(units[stop - 1].lower)
    if role is None or role.role_class not in {"office", "person"}:
        return False
    *_, last = [Range(0, 0), *name_runs(units)]
    named = last.end == len(units) and is_like_person(parse_name(units, last).name)
    if stop == len(units):
        return units[0].lower not in lexicon.first_names()  # "Stephen King"
    return not named  # "Minister of Works Jane Roe"


def _is_plain_name(units: Units) -> bool:
    return is_like_person([u.text for u in units]) and all(
        u.is_capital or u.lower in PARTICLES for u in units
    )


def _next_description(
    chunk: _Chunk, chunks: Sequence[_Chunk], previous: _Chunk, *, joined: bool
) -> str:
    """Tell what to do with a description: ``add``, or ``drop`` as it says more of a name."""
    if _is_name(previous.units) and (
        chunk.link == "," or (chunk.link == "and" and _goes_on(chunks, chunk))
    ):
        return "drop"  # "Jane Roe, the mayor", "Jane Roe, chairman and CEO"
    return "add" if joined or chunk.link != "," else "drop"


_MINISTRIES = frozenset({"Department", "Ministry", "Office", "Committee", "Directorate", "School"})
_SHORTEST_MINISTRY = 6  # units: "Department for Culture, Media and Sport" is one longer


def is_ministry(units: Units) -> bool:
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
    joined = any(u.text == "," for u in fields) and fields[-2].lower in {"and", "&"}
    listed = units[at + 1].lower in {"for", "of"} and joined
    return listed and all(u.is_capital or u.text in {",", "and", "&", "of"} for u in fields)


def _without_asides(units: Units) -> Units:
    """Leave out brackets, dashes and relative clauses at the end."""
    kept: list[Unit] = []
    depth = 0
    for at, unit in enumerate(units):
        if unit.text in {"(", "["}:
            depth += 1
        elif unit.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif depth:
            continue
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


def _chunks(units: Units, is_known: Callable[[str], bool]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
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
        chunks.append(_Chunk(units[start:at], link))
        link = "and" if joins else ","
        if comma and at + 1 < len(units) and units[at + 1].lower == "and":
            link = ", and"
            at += 1
        at += 1
        start = at
    if start < len(units):
        chunks.append(_Chunk(units[start:], link))
    if len(chunks) > 1:
        chunks = _with_sited(chunks)
    chunks = _with_places(units, chunks, is_known)
    if len(chunks) > 1 and chunks[-1].units[0].lower in {
        "jr",
        "jr.",
        "sr",
        "sr.",
        "ii",
        "iii",
        "iv",
    }:
        suffix = chunks.pop()
        last = chunks.pop()
        chunks.append(_Chunk([*last.units, *suffix.units], last.link))
    return chunks


def _with_sited(chunks: list[_Chunk]) -> list[_Chunk]:
    """Leave the town with the writer of "Ashby, NY-based writer Jane Roe"."""
    town, rest = chunks[0].units, chunks[1].units
    if chunks[1].link != ",":
        return chunks
    if len(town) == 1 and _is_sited(town[0]):
        return [_Chunk(rest, ""), *chunks[2:]]  # "Oxford-trained, former professor Jane Roe"
    if len(rest) > 1 and _is_sited(rest[0]) and all(u.is_capital for u in town):
        return [_Chunk(rest[1:], ""), *chunks[2:]]
    return chunks


def _is_sited(unit: Unit) -> bool:
    return "-" in unit.text and unit.lower.rpartition("-")[2] in _SITED_AT


_SITED_AT = frozenset({"based", "born", "trained", "educated", "raised"})


def _with_places(
    units: Units, chunks: Sequence[_Chunk], is_known: Callable[[str], bool]
) -> list[_Chunk]:
    """Leave places with whom they describe: "a jury in Reno, Nev.", "residents of Zed and Poe"."""
    kept: list[_Chunk] = []
    group = _lists_places(chunks, is_known)
    for chunk in chunks:
        state = kept and chunk.link == "," and _is_state(kept[-1].units, chunk.units, is_known)
        if kept and (group or state):
            start, end = kept[-1].units[0].start, chunk.units[-1].end
            within = [u for u in units if start <= u.start and u.end <= end]
            kept[-1] = _Chunk(within, kept[-1].link)
        else:
            kept.append(chunk)
    return kept


def _is_state(town: Units, state: Units, is_known: Callable[[str], bool]) -> bool:
    """Tell the ", Nev." of "in Reno, Nev." from a second speaker."""
    at = next((i for i in reversed(range(len(town))) if not town[i].is_capital), -1)
    if at < 0 or at == len(town) - 1 or town[at].lower not in _SITED:
        return False
    name = _joined(state).lower()
    placed = name in lexicon.places() or name.replace(".", "").strip() in _STATES
    return placed and not is_known(_joined(state))


def _lists_places(chunks: Sequence[_Chunk], is_known: Callable[[str], bool]) -> bool:
    """Tell "residents of Zed, Ashby and Poe", one group, from several speakers.

    Who is known to the article is somebody else, unless the list began with such a one: "friends of
    Jane Roe, John Doe and Ann Poe".
    """
    if len(chunks) < 2 or not is_group_of(chunks[0].units):
        return False
    first = chunks[0].units
    at = next(i for i, u in enumerate(first) if u.lower in _OF)
    listed = [first[at + 1 :], *(c.units for c in chunks[1:])]
    if not all(name and all(_is_of_name(u) for u in name) for name in listed):
        return False
    return len({is_known(_joined(name)) for name in listed}) == 1


def _is_of_name(unit: Unit) -> bool:
    return unit.is_capital or unit.lower in PARTICLES or has_article(unit)


def is_group_of(units: Units) -> bool:
    """Tell "residents of Zed", "those around Roe" and "Allies of Roe" by what comes first."""
    at = next((i for i, u in enumerate(units) if i and u.lower in _OF), None)
    if at is None:
        return False
    head = units[at - 2] if units[at - 1].lower == "familiar" and at > 1 else units[at - 1]
    role = lexicon.roles().get(head.lower)
    plural = head.lower in _ANYBODY or (role is not None and role.role_class == "group")
    return plural and (not head.is_capital or head is units[0])


def _may_part(units: Units, start: int, at: int, is_known: Callable[[str], bool]) -> bool:
    """Tell the "and" of a list from that of a name ("Ministry of Health and Welfare")."""
    left, right = units[start:at], units[at + 1 :]
    if not right:
        return False
    first = right[0]
    if first.lower in DETERMINERS:
        return not any(u.lower == "at" for u in left)
    if not left[-1].is_capital and left[-1].lower not in lexicon.roles():
        return False
    stop = next((i for i, u in enumerate(right) if u.text == "," or u.lower in _OF | {"and"}), None)
    ahead = right[: stop or len(right)]
    within = any(u.lower in _OF for u in left)
    if within and units[at].text == "&" and not is_known(_joined(ahead)):
        return False  # "Jane Roe of Poe & Sons"
    if within and is_description(left) and first.is_capital:
        placed = _joined(left).lower().rpartition(" of ")[2] in lexicon.places()
        placed |= any(u.lower in {"in", "at", "near"} for u in left[-3:])
        return placed and is_known(_joined(ahead))  # not "lawyers for Donald and Ivana Roe"
    if within and _holds_office(ahead[1:]):
        return False  # "Department of Health and Sport director Jane Roe"
    if _is_portfolio(left, ahead):
        return False  # "Tourism and Sports Minister Jane Roe"
    if first.lower in lexicon.roles() and (
        len(ahead) == 1 or ahead[-1].lower not in lexicon.roles()
    ):
        return left[-1].is_capital or left[-1].lower in lexicon.roles()
    if ahead[-1].lower in lexicon.roles():
        # "Roe and city officials"; not "federal and state officials"
        return left[-1].lower in lexicon.roles() or is_known(_joined(left))
    if not first.is_capital:
        named = any(u.is_capital for u in ahead) and any(u.lower in lexicon.roles() for u in ahead)
        return named and not within and is_known(_joined(left))  # "Roe and fellow analyst Ann Poe"
    known = is_known(_joined(ahead)) or is_known(_joined(left))
    return _part_names(left, ahead, known=known, closed=within or units[at].text == "&")


def _part_names(left: Units, ahead: Units, *, known: bool, closed: bool) -> bool:
    """Tell two names from one with "and" inside.

    Args:
        left: the words before "and".
        ahead: those behind it.
        known: whether the article names somebody so on either side.
        closed: whether a name goes on behind an "of" or over an "&".
    """
    if _is_place(left):
        office = any(u.lower in BODY_WORDS for u in ahead) and _holds_office(ahead[1:])
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
        or _joined(left).lower() in lexicon.places()
    )


def _is_place(units: Units) -> bool:
    bare = units[1:] if units[0].lower == "the" and len(units) > 1 else units
    return _joined(bare).lower() in lexicon.places()


def _is_between(left: Units) -> bool:
    """Tell an "and" whose "between" has had none: it joins the two sides of that."""
    words = [u.lower for u in left]
    return "between" in words and "and" not in words[words.index("between") :]


def _holds_office(units: Units) -> bool:
    return any(
        not u.is_capital and (role := lexicon.roles().get(u.lower)) and role.role_class == "office"
        for u in units
    )


def _is_portfolio(left: Units, ahead: Units) -> bool:
    """Tell what a minister is of, on both sides of "and", from two speakers."""
    office = next((i for i, u in enumerate(ahead) if u.lower in _MINISTERS), 0)
    return office > 0 and all(u.lower in PORTFOLIOS for u in (left[-1], *ahead[:office]))


_MINISTERS = frozenset("minister secretary commissioner director undersecretary spokesman".split())


def _joined(units: Units) -> str:
    return " ".join(u.text for u in units)


def _is_name(units: Units) -> bool:
    """Tell "Jane Roe" and "Ministry of Defence" from "the mayor of Zed" and "CEO of Zed"."""
    if is_description(units):
        return False
    runs = list(name_runs(units))
    if not runs:
        return False
    if runs[0].start > 0 and units[0].lower in DETERMINERS - {"the"}:
        return False
    return any(parse_name(units, run).name for run in runs[:1]) or len(runs) > 1


def _is_body(units: Units) -> bool:
    runs = list(name_runs(units))
    if not runs:
        return False
    name = parse_name(units, runs[0]).name
    return not (is_like_person(name) or len(name) == 1)


def _goes_on(chunks: Sequence[_Chunk], chunk: _Chunk) -> bool:
    """Tell a second office of the same person ("chairman and CEO") from somebody else."""
    described = [c for c in chunks[: chunks.index(chunk)] if not _is_name(c.units)]
    if not described:
        return False
    return chunk.units[0].lower not in DETERMINERS or chunk.units[0].lower in {"a", "an"}


def is_description(units: Units) -> bool:
    """Tell "the Russian president" and "a spokesman for Roe" from "President Roe"."""
    first = units[0].lower
    stop = next((i for i, u in enumerate(units) if i and u.lower in _OF), len(units))
    head = units[stop - 1]
    if is_group_of(units) and _describes_group(units):
        return True
    last = lexicon.roles().get(units[-1].lower)
    spelled = not units[-1].is_capital or (units[-1].text.isupper() and len(units) > 1)
    named = len(units) > 2 and first in lexicon.first_names()  # "Jane Roe MP"
    named |= units[-1].text.isupper() and _ends_in_person(units[:-1])  # "former mayor Jane Roe MP"
    if last is not None and last.role_class in {"office", "person"} and spelled and not named:
        return True  # "Department of Zed director", "Zed Systems CEO"
    if first in _QUANTIFIERS and len(units) == 2 and units[1].lower.endswith("s"):
        return True  # "many Africans"
    people = units[-1].lower in lexicon.demonyms() and not units[-1].text.isupper()
    if first in {"the", "a", "an"} and len(units) == 2 and people:
        return True  # "The American", not "the U.S."
    if first == "the" and units[-1].lower in {"republican", "democrat"}:
        return True  # "the California Republican"
    if first in _QUANTIFIERS and len(units) > 1:
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


def _describes_group(units: Units) -> bool:
    """Tell "Allies of Jane Roe" and "Residents of Zed" from "Friends of the Earth", a body."""
    at = next(i for i, u in enumerate(units) if i and u.lower in _OF)
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


def _is_capital_office(units: Units, stop: int) -> bool:
    """Tell "Chad's Ambassador to France" from "Bank of Chad" and "Secretary of State Jane Roe"."""
    role = lexicon.roles().get(units[stop - 1].lower)
    if role is None or role.role_class not in {"office", "person"}:
        return False
    if parse_name(units, Range(0, stop)).name:
        return False
    *_, last = name_runs(units)
    return not is_like_person(parse_name(units, last).name)


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
    if lowered[0] in _PLURAL or lowered[0] in {"two", "three", "four", "five"}:
        return True
    stop = next((i for i, w in enumerate(lowered) if i and w in _BEHIND_HEAD), len(units))
    role = lexicon.roles().get(lowered[stop - 1])
    return (role is not None and role.role_class == "group") or lowered[stop - 1] in {
        "countries",
        "sides",
        "nations",
        "parties",
        "leaders",
        "ministers",
        "presidents",
        "men",
        "women",
        "governments",
    }


def is_body(units: Units, head: str) -> bool:
    """Tell the name of a body ("Ministry of Defence") from an office ("the Prime Minister")."""
    if head == "executive" and units[-1].is_capital and len(units) == 3:
        return units[0].lower == "the"  # "the Zed Executive", a government
    if lexicon.roles()[head].role_class in lexicon.PERSONAL:
        return False
    words = units[1:] if units[0].lower == "the" else units
    capitals = sum(u.is_capital for u in words)
    return capitals > 1 and all(
        u.is_capital or u.lower in {"of", "the", "for", "and", "on"} | PARTICLES for u in words
    )
