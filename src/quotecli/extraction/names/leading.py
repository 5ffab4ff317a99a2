"""Which body somebody is the head of: "Rules Committee Chairman Jane Roe", ", CEO of Zedmart,"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, CLOSED, PORTFOLIOS, PREFIXES
from quotecli.extraction.names.ranks import HEADS, LESSER, PAST
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit, spelled

_INSIDE = frozenset({"of", "and", "&", "for"})
_NOT_OWN = BODY_WORDS | PORTFOLIOS | PREFIXES
_BEHIND = 5  # units between a name and its office: ", chairman and CEO of"
_LONGEST = 12  # units of a body's name


def body_led(units: Sequence[Unit], run: Range, words: int) -> str | None:
    """Give the name of the body that somebody leads, in the words beside the own name.

    Args:
        units: the row.
        run: where the name stands, perhaps with titles, as ``Openings.name_runs`` finds it.
        words: how many words are the name itself.
    """
    at = run.end - words - 1
    body = _before(units, run, at) if at > 0 else ()
    body = body or _behind(units, run)
    return spelled(body) if body and _is_name(body) else None


def _before(units: Sequence[Unit], run: Range, at: int) -> Sequence[Unit]:
    """Give "Rules Committee" before the head, unit ``at``."""
    rank = units[at - 1].lower
    if units[at].lower not in HEADS or rank in LESSER:
        return ()
    if f"{rank} {units[at].lower}" in lexicon.roles():
        return ()  # "Police Chief Jane Roe"
    start = at
    while start > 0 and (
        units[start - 1].is_capital
        or (units[start - 1].lower in _INSIDE and start > 1 and units[start - 2].is_capital)
    ):
        start -= 1
    if start + 1 == run.start and (start == 0 or not units[start - 1].is_word):
        start = run.start  # "Embattled Zedmart CEO Jane Roe"
    while start < at and units[start].lower in CLOSED:
        start += 1  # "But Zedmart CEO Jane Roe"
    told = units[max(start - 1, 0) : at]
    return () if any(u.lower in PAST for u in told) else units[start:at]


def _behind(units: Sequence[Unit], run: Range) -> Sequence[Unit]:
    """Give the Zedmart of ", chairman and CEO of Zedmart", behind the name."""
    if run.end == len(units) or units[run.end].text != ",":
        return ()
    stop = min(len(units), run.end + 1 + _BEHIND)
    of = next((i for i in range(run.end + 2, stop) if units[i].lower == "of"), stop)
    if of == stop or units[of - 1].lower not in HEADS or of + 2 >= len(units):
        return ()
    if any(u.lower in PAST | LESSER for u in units[run.end : of]):
        return ()
    start = of + 1 + (units[of + 1].lower == "the")
    row = units[start : start + _LONGEST]
    body = next(iter(name_runs(row)), None)
    return row[: body.end] if body is not None and body.start == 0 else ()


def _is_name(body: Sequence[Unit]) -> bool:
    """Tell "Zedmart" and "Finance Committee" from "U.S.", "Ashby's", "Republican" and "Council"."""
    words = [u.lower for u in body]
    place = " ".join(words).removesuffix("'s") in lexicon.places()
    return not place and not (len(words) == 1 and words[0] in _NOT_OWN)
