"""Names behind an office and its body: "President of the Republic Jane Roe"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, PORTFOLIOS, is_like_person
from quotecli.extraction.names.titles import is_title
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit

# What else offices are of: "President of the Nation"
_HIGHEST = frozenset({"presidency", "government", "nation", "crown"})


def office_governing(units: Sequence[Unit], start: int) -> tuple[bool, str] | None:
    """Find the office of "Director of", "Attorney for" and "President of the".

    Returns:
        Whether it alone tells that a name follows, as in "Director of Affairs Jane Roe" but not in
        "the lawyer of Kwame Ali Mensah"; and its head.
    """
    at = start - 1
    if at > 2 and units[at].lower == "and" and units[at - 1].lower in PORTFOLIOS:
        at -= 2  # "Minister of Health and Welfare Jane Roe"
    if at > 2 and units[at].lower == "of" and units[at - 1].lower in BODY_WORDS:
        outer = at - 2 - (units[at - 2].lower == "the")
        if outer > 0 and units[outer].lower == "of":  # "Chancellor of the Duchy of Zed"
            at = outer
    article = at > 1 and units[at].lower == "the"
    at -= article
    if at < 1 or units[at].lower not in {"of", "for", "at", "to"}:
        return None
    pair = f"{units[at - 2].lower} {units[at - 1].lower}" if at > 1 else ""
    head = pair if pair in lexicon.roles() else units[at - 1].lower
    role = lexicon.roles().get(head)
    if role is None or role.role_class == "body":  # not "Federation of Ashby Nurses"
        return None
    told = units[at - 1].is_capital and not article and units[at].lower != "to"
    return (told, head) if told or role.role_class == "office" else None


def name_behind(
    units: Sequence[Unit], rest: Range, start: int, held: tuple[bool, str]
) -> tuple[int, bool]:
    """Find the name in a run behind an office: "Republic Jane Roe" behind "President of the".

    Args:
        units: the row.
        rest: the run without titles and places at its front.
        start: where the whole run starts.
        held: what ``office_governing`` found before it.

    Returns:
        Where the name begins; and whether what stands before it in the run is whose office it is.
    """
    behind = _start_behind_body(units, rest)
    if not _is_of_office(units, Range(start, behind), held):
        return (behind if held[0] else rest.start), False
    while behind + 1 < rest.end and is_title(units, behind):
        behind += 1
    return behind, True


def _is_of_office(units: Sequence[Unit], phrase: Range, held: tuple[bool, str]) -> bool:
    """Tell "Republic" of "President of the Republic Jane Roe" from "aide to President Jane Roe"."""
    roles = lexicon.roles()
    words = [units[i].lower for i in range(*phrase)]
    office = roles[held[1]].role_class == "office"
    other = any(w in roles and roles[w].role_class in {"office", "person"} for w in words)
    whose = BODY_WORDS | PORTFOLIOS | _HIGHEST
    placed = any(w in whose or w in lexicon.places() for w in words)
    return office and placed and not other


def _start_behind_body(units: Sequence[Unit], run: Range) -> int:
    """Give where the name begins in "Public Affairs Jane Roe" and "Ohio Jane Roe"."""
    firsts, places = lexicon.first_names(), lexicon.places()
    if units[run.start].lower in firsts:
        return run.start
    behind = next((i for i in range(run.start + 1, run.end - 1) if units[i].lower in firsts), None)
    if behind is not None:
        return behind
    pair = f"{units[run.start].lower} {units[run.start + 1].lower}" if len(range(*run)) > 1 else ""
    at = run.start + (2 if pair in places else units[run.start].lower in places)
    if at == run.start:  # "the Presidency Bilgehan Roe"
        at += units[at].lower in BODY_WORDS | PORTFOLIOS | _HIGHEST
    named = is_like_person([u.text for u in units[at : run.end]])
    return at if named else run.start  # "Attorney for Ohio Bilgehan Roe"


def place_of(units: Sequence[Unit], phrase: Range) -> str | None:
    """Give the place that a phrase names, or begins with; null where it does neither."""
    places = lexicon.places()
    words = " ".join(units[i].lower for i in range(*phrase))
    return places.get(words) or places.get(words.partition(" ")[0])
