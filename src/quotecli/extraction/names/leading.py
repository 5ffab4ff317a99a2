"""Which body somebody is the head of: "Rules Committee Chairman Jane Roe", ", CEO of Zedmart,"."""

from collections.abc import Sequence

from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit, spelled

_HEADS = frozenset(
    "chairman chair chairwoman ceo president director head chief founder co-founder leader boss"
    " owner".split()
)
_INSIDE = frozenset({"of", "and", "&", "for"})
_PAST = frozenset({"former", "ex", "then", "late"})
_BEHIND = 5  # units between a name and its office: ", chairman and CEO of"


def body_led(units: Sequence[Unit], run: Range, words: int) -> str | None:
    """Give the name of the body that somebody leads, in the words beside the own name.

    Args:
        units: the row.
        run: where the name stands, perhaps with titles.
        words: how many words are the name itself.
    """
    at = run.end - words - 1
    if at > 0 and units[at].lower in _HEADS:
        start = at
        while start > 0 and (
            units[start - 1].is_capital
            or (units[start - 1].lower in _INSIDE and start > 1 and units[start - 2].is_capital)
        ):
            start -= 1
        past = start > 0 and units[start - 1].lower in _PAST
        return spelled(units[start:at]) if start < at and not past else None
    if run.end == len(units) or units[run.end].text != ",":
        return None
    stop = min(len(units), run.end + 1 + _BEHIND)
    of = next((i for i in range(run.end + 2, stop) if units[i].lower == "of"), stop)
    if of == stop or units[of - 1].lower not in _HEADS or of + 2 >= len(units):
        return None
    if any(u.lower in _PAST for u in units[run.end : of]):
        return None
    start = of + 1 + (units[of + 1].lower == "the")
    body = next((r for r in name_runs(units[start:]) if r.start == 0), None)
    return spelled(units[start : start + body.end]) if body is not None else None
