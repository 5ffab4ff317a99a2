"""Which words of a run of capitals are the name itself, and what its titles tell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.descriptions import OF_STATE, place_before
from quotecli.extraction.names.namewords import BODY_WORDS, PREFIXES
from quotecli.extraction.names.officeof import name_behind, office_governing, place_of
from quotecli.extraction.names.runs import name_words
from quotecli.extraction.names.titles import (
    ALSO_NAMES,
    SPELLED,
    gender_of_title,
    is_title,
    office_of_compound,
)
from quotecli.extraction.prose.grammar import DETERMINERS, Range
from quotecli.extraction.prose.units import Unit

_LONGEST_RANK = 5  # letters: "DSP", "ACP", and parties likewise
# What stands behind a name in capitals
_HONOURS = frozenset(
    "QC KC SAN OBE MBE CBE KBE DBE GBE CMG OAM AM AO BEM MP MEP MSP MLA MS TD JP PhD DPhil FRS FRCP"
    " RN QPM DSO DFC Esq".split()
)
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})
# Titles that are given names too
_GIVEN_TITLES = frozenset({"sultan", "imam", "sheikh", "shaikh", "prince", "haji"})
# Titles that are surnames too, but not where they stand alone
_OFFICES_ALONE = frozenset({"judge", "pope", "prince", "bishop", "major"})


class Named(NamedTuple):
    """A name as it stands somewhere, with what stands before it.

    ``name`` are its words without titles; ``offices`` the titles' heads, ``place`` the country
    or place whose office it is, ``gender`` f or m where the title tells, u after a title that does
    not ("Dr.").
    """

    name: tuple[str, ...]
    offices: tuple[str, ...]
    place: str | None
    gender: str


def own_name(
    units: Sequence[Unit], run: Range, before: tuple[str, str | None] | None = None
) -> Named:
    """Take titles, places and forms of address off the front of a run of capital words.

    Args:
        units: the row.
        run: the capital words.
        before: the office that stands before them and its place, if there is one; what the run's
            own titles tell is added to it.
    """
    roles = lexicon.roles()
    places = lexicon.places()
    whole, run = run, _without_generation(units, run)
    at = run.start
    offices: list[str] = []
    place: str | None = None
    gender = ""
    if before is not None:
        offices.append(before[0])
        place = before[1]
        gender = roles[before[0]].gender if before[0] in roles else ""
    last_title = _last_title(units, run)
    while at < run.end:
        word = units[at].lower.rstrip(".")
        pair = f"{word} {units[at + 1].lower}" if at + 1 < run.end else ""
        bare = word.removesuffix("'s")
        bare = units[at].lower if units[at].lower in places else bare  # "u.s."
        bare_pair = pair.removesuffix("'s")
        if bare_pair in places and at + 2 < run.end:
            place = places[bare_pair]
            at += 2
        elif pair in roles:
            offices.append(pair)
            at += 2
        elif bare in places and (at + 1 < run.end or bare != word) and _goes_on(units, at, run):
            place = places[bare]
            at += 1
        elif at > last_title and _is_of_body(units, run, at):
            break
        elif is_title(units, at) and not (at + 1 == run.end and _is_surname(units, run, at)):
            gender = gender_of_title(word) if gender in {"", "u"} else gender
            if _is_of_state(units, at):
                place = place_before(units, at - 2)
            offices.extend(_office_of_title(units, at))
            at += 1
        elif at < last_title or _stands_before(units, run, at):
            at += 1  # "Supreme Court" in "Supreme Court Justice Jane Roe"
        else:
            break
    if at < run.end and (held := office_governing(units, run.start)) is not None:
        at, found = name_behind(units, Range(at, run.end), run.start, held)
        if found:
            offices.append(held[1])
            place = place or place_of(units, Range(run.start, at))
    end = end_of_name(units, Range(at, whole.end)) if at < run.end else at
    return Named(tuple(name_words(units, Range(at, end))), tuple(offices), place, gender)


def _without_generation(units: Sequence[Unit], run: Range) -> Range:
    """Leave the "Jr." of "Martin Luther King Jr." aside, before which "King" is no title."""
    generation = run.end - run.start > 1 and units[run.end - 1].text.rstrip(".") in _GENERATIONS
    return Range(run.start, run.end - generation)


def end_of_name(units: Sequence[Unit], name: Range) -> int:
    """Give where a name ends without the honours and degrees behind it: "Jane Roe QC"."""
    end = name.end
    while end - name.start > 1 and units[end - 1].text.replace(".", "") in _HONOURS:
        end -= 1
    return end


def _last_title(units: Sequence[Unit], run: Range) -> int:
    """Give the last title of a run, before which nothing is the name's: -1 where there is none."""
    titles = (
        at
        for at in range(run.start, run.end - 1)
        if is_title(units, at)
        and units[at].is_capital
        and not _is_within_name(units, run, at)
        and not _is_of_body(units, run, at)
    )
    return max(titles, default=-1)


def _is_of_state(units: Sequence[Unit], at: int) -> bool:
    return at > 1 and [u.lower for u in units[at - 2 : at + 1]] == OF_STATE


def _office_of_title(units: Sequence[Unit], at: int) -> Iterator[str]:
    """Give the office that a title says, if it says one: "Sen." a senator, "Mr." none."""
    word = units[at].lower.rstrip(".")
    if _is_of_state(units, at):
        yield " ".join(OF_STATE)
    elif word in lexicon.roles() or word in SPELLED:
        yield SPELLED.get(word, word)
    elif office := office_of_compound(word):
        yield office


def _stands_before(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell what goes before a name: "Former Roe", "Zed's Roe"; not the surname of "Ms. Long"."""
    word = units[at].lower.rstrip(".")
    if at + 1 < run.end and word.endswith("'s"):
        return True
    if word in PREFIXES:
        return at + 1 < run.end or at == run.start
    return at == run.start and run.end - at > 2 and _may_be_left_out(units, at)


def _may_be_left_out(units: Sequence[Unit], at: int) -> bool:
    """Tell what is no part of the name behind it: "Said Jane Roe:", "CP Bala Danjuma"."""
    text, following = units[at].text, units[at + 1].text
    rank = text.isalpha() and text.isupper() and 1 < len(text) < _LONGEST_RANK
    return units[at].lower in lexicon.cues() or (rank and not following.isupper())


def _is_within_name(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell the Sultan of "Sohel Sultan Kabir" from that of "Omani Sultan Haitham"."""
    if at == run.start or units[at].lower not in _GIVEN_TITLES:
        return False
    before = units[at - 1].lower
    return not (
        before in lexicon.places()
        or before in PREFIXES
        or before in BODY_WORDS
        or is_title(units, at - 1)
    )


def _is_of_body(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell the Engineers of "Zed Engineers Forum" from "Senators Roe"."""
    role = lexicon.roles().get(units[at].lower)
    group = role is not None and role.role_class == "group"
    return group and any(units[i].lower in BODY_WORDS for i in range(at + 1, run.end))


def _is_surname(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell "King said" and "Mr Judge" from "the King said"."""
    if units[at].lower not in ALSO_NAMES:
        return False
    if run.end - run.start == 1 and units[at].lower in _OFFICES_ALONE:
        return False  # a headline: "Judge rejects appeal"
    return at > run.start or (at == 0 or units[at - 1].lower not in DETERMINERS)


def _goes_on(units: Sequence[Unit], at: int, run: Range) -> bool:
    """Tell a place before a name or title ("Russian President") from a name's part ("Jordan")."""
    word = units[at].lower
    if word in lexicon.demonyms() or word.endswith("'s"):
        return True
    following = units[at + 1].lower if at + 1 < run.end else ""
    return following in lexicon.roles() or following.rstrip(".") in PREFIXES
