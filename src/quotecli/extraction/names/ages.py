"""How old somebody is said to be."""

from collections.abc import Sequence

from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit

_AGES = range(5, 111)


def age_at(units: Sequence[Unit], at: int) -> str | None:
    """Read the age, as written, of "45-year-old", which ends at unit ``at``."""
    lower = units[at].lower
    if lower.endswith("-year-old"):
        return lower.removesuffix("-year-old")
    if lower == "year-old" and at >= 2 and units[at - 1].text in {"-", "‑"}:
        return units[at - 2].lower
    return None


def age_of_name(units: Sequence[Unit], run: Range) -> str | None:
    """Read "Jane Roe, 45," and "Jane Roe (45)" and "45-year-old Jane Roe"."""
    for at in range(run.start - 1, max(run.start - 6, -1), -1):
        if not units[at].is_word:
            break
        if (age := age_at(units, at)) is not None:
            return age
    at = run.end
    if at + 2 < len(units) and units[at].text in {",", "("}:
        at += 1
        at += units[at].lower in {"aged", "age"}
        if at < len(units) and units[at].text.isdigit() and int(units[at].text) in _AGES:
            following = units[at + 1].text if at + 1 < len(units) else "."
            if following in {",", ")", ".", ";", "and", "of", "from", "—", "–"}:
                return units[at].text
    return None
