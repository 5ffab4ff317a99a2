"""Whom a mention names: each of several, without what describes it further."""

from collections.abc import Callable, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, PORTFOLIOS, is_like_person
from quotecli.extraction.names.parsing import capital_office, parse_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import DETERMINERS, PARTICLES, PARTY_MARKS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.chunks import Chunk, chunks_of, spaced, without_asides
from quotecli.extraction.speakers.crowds import is_plural
from quotecli.extraction.speakers.heads import LINKS, end_of_head
from quotecli.extraction.speakers.phrasekinds import (
    QUANTIFIERS,
    holds_office,
    is_capital_post,
    is_description,
    is_ministry,
)

_LONGEST_OFFICE = 5  # chunks
Units = Sequence[Unit]


def split_mention(units: Units, is_known: Callable[[str], bool]) -> list[Units]:
    """Give whom a mention names, each without what describes it further.

    "Jane Roe, the mayor of Zed, and her lawyer" are "Jane Roe" and "her lawyer"; "Tom Roe, chairman
    and CEO of Zed" is "Tom Roe"; "the mayor, Jane Roe" is "Jane Roe".

    Args:
        units: the mention.
        is_known: whether the article names a person so.
    """
    units = without_asides(units)
    if not units or is_ministry(units) or _speaks_for_ministry(units):
        return [units] if units else []
    start = 1 if units[0].lower == "both" and len(units) > 1 else 0
    listed = chunks_of(units[start:], is_known)
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
        if chunk.link == "," and chunk.units[0].lower in LINKS | {"both", "all"}:
            what = "drop"  # "Jane Roe, from Zed", "Roe and Poe, both teachers"
        elif _is_name(chunk.units) and not _is_post(chunk):
            what = _next_name(chunk, kept, joined=joined)
            within_office |= what == "drop" and any(u.lower in LINKS for u in chunk.units)
            if chunk.link == "and" and within_office and not is_known(spaced(chunk.units)):
                what = "drop"  # "founder of the Iraq and Afghanistan Veterans"
        elif apposed and chunk.link == "and" and not _is_company(chunk.units):
            what = "drop"  # "Jane Roe, a judge and the wife of the mayor"
        else:
            what = _next_description(chunk, chunks, kept[-1], joined=joined)
            apposed = what == "drop" and chunk.link == "," and _is_name(kept[-1].units)
            within_office = what == "drop" and any(u.lower in LINKS for u in chunk.units)
        if what == "stop":
            break
        if what == "replace":
            kept.pop()  # "Tom Roe and the mayor, Jane Roe"
        if what == "replace all":
            kept.clear()
        if what != "drop":
            kept.append(chunk)
    return [units] if start and len(kept) == 1 else [chunk.units for chunk in kept]


def _speaks_for_ministry(units: Units) -> bool:
    """Tell "A spokesman for the Department for Culture, Media and Sport", whom no comma parts."""
    of = next((i for i, u in enumerate(units) if i and u.lower in LINKS), len(units))
    unnamed = units[0].lower in DETERMINERS and not any(u.is_capital for u in units[1:of])
    return unnamed and of + 1 < len(units) and is_ministry(units[of + 1 :])


def _without_offices(chunks: Sequence[Chunk], is_known: Callable[[str], bool]) -> list[Chunk]:
    """Leave out offices in capitals before the name: "The Minister of Finance, Jane Roe"."""
    kept: list[Chunk] = []
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


def _holder(chunks: Sequence[Chunk], at: int, is_known: Callable[[str], bool]) -> int | None:
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
        if link == ", and" or not all(u.is_capital or u.lower in LINKS | {"the"} for u in units):
            return None
    return None


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


def _ends_in_holder(chunks: Sequence[Chunk]) -> bool:
    """Tell "The Ashby, North Dakota, police chief, Jane Roe"."""
    office, name = chunks[-2].units, chunks[-1].units
    return (
        len(chunks) > 2 and not office[-1].is_capital and holds_office(office) and _is_person(name)
    )


def _lists_adjectives(chunks: Sequence[Chunk]) -> bool:
    """Tell "A few small, limited studies" from several phrases."""
    if len(chunks) != 2 or chunks[1].link != "," or chunks[0].units[0].lower not in DETERMINERS:
        return False
    first, second = chunks[0].units, chunks[1].units
    plain = not any(u.is_capital for u in (*first[1:], *second))
    noun = second[-1].lower in lexicon.roles()
    return plain and noun and len(second) == 2 and first[-1].lower not in lexicon.roles()


def _next_name(chunk: Chunk, kept: Sequence[Chunk], *, joined: bool) -> str:
    """Tell what to do with a name.

    ``add`` it, ``drop`` it, let it ``replace`` what stands before it or ``replace all``, or
    ``stop``.
    """
    if chunk.units[0].text[:2] in PARTY_MARKS:
        return "drop"  # "Jane Roe, R-Tenn."
    previous = kept[-1].units
    if chunk.link != ",":
        return "replace" if _goes_on_in_office(previous, chunk.units) else "add"
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


def _goes_on_in_office(before: Units, units: Units) -> bool:
    """Tell "Zed President and CEO Jane Roe", one person, from "the President and Mayor Roe"."""
    held = len(before) > 1 and before[0].lower not in DETERMINERS and is_capital_post(before)
    return held and units[0].lower in lexicon.roles() and bool(_is_person(units))


def _next_description(
    chunk: Chunk, chunks: Sequence[Chunk], previous: Chunk, *, joined: bool
) -> str:
    """Tell what to do with a description: ``add``, or ``drop`` as it says more of a name."""
    if _is_name(previous.units) and (
        chunk.link == "," or (chunk.link == "and" and _goes_on(chunks, chunk))
    ):
        return "drop"  # "Jane Roe, the mayor", "Jane Roe, chairman and CEO"
    return "add" if joined or chunk.link != "," else "drop"


def _goes_on(chunks: Sequence[Chunk], chunk: Chunk) -> bool:
    """Tell a second office of the same person ("chairman and CEO") from somebody else."""
    described = [c for c in chunks[: chunks.index(chunk)] if not _is_name(c.units)]
    if not described:
        return False
    return chunk.units[0].lower not in DETERMINERS or chunk.units[0].lower in {"a", "an"}


def _is_company(units: Units) -> bool:
    """Tell "her lawyer" and "other officials", who come with somebody, from one more office."""
    return units[0].lower in {"his", "her", "their"} or is_plural(units)


def _is_post(chunk: Chunk) -> bool:
    """Tell ", Paramount Chief of Zed" from a second name."""
    return chunk.link == "," and not is_plural(chunk.units) and bool(capital_office(chunk.units))


def _works_at(units: Units) -> bool:
    """Tell "one doctor at the clinic", whom nobody names, from "the charity" and its name."""
    if units[0].lower not in QUANTIFIERS:
        return False
    stop = end_of_head(units)
    role = lexicon.roles().get(units[stop - 1].lower) if stop < len(units) else None
    return role is not None and role.role_class in lexicon.PERSONAL


def _has_body_word(units: Units) -> bool:
    return any(u.lower.rstrip(".") in BODY_WORDS for u in units)


def _holds_post(units: Units) -> bool:
    """Tell "the UN Special Rapporteur on arrests" from "Jane Roe" and "the Bank of Zed"."""
    stop = end_of_head(units)
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
    """Tell "Center for Research" from a person and from a country, which may speak in a list."""
    runs = list(name_runs(units))
    if not runs:
        return False
    name = parse_name(units, runs[0]).name
    placed = len(name) > 1 and " ".join(name).lower() in lexicon.places()
    return not (is_like_person(name) or len(name) == 1 or placed)
