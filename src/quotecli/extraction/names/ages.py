"""How old somebody is said to be."""

from collections.abc import Sequence

from quotecli.extraction.prose.units import Unit


def age_at(units: Sequence[Unit], at: int) -> str | None:
    """Read the age, as written, of "45-year-old", which ends at unit ``at``."""
    lower = units[at].lower
    if lower.endswith("-year-old"):
        return lower.removesuffix("-year-old")
    if lower == "year-old" and at >= 2 and units[at - 1].text in {"-", "‑"}:
        return units[at - 2].lower
    return None
