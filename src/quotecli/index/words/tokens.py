"""Tokens of the full-text index that stand for what a statement is filed under; see schema.sql.

They begin with a character of Unicode's private use area, so that they never meet a typed word
(``search.words`` leaves that character out), and each is one token to the full-text index.
"""

from collections.abc import Iterable

from quotecli.model import Kind

MARK = "\ue000"


def of_speakers(numbers: Iterable[int]) -> list[str]:
    """Give the tokens of speakers by their numbers in the index."""
    return [f"{MARK}s{number}" for number in numbers]


def of_kinds(kinds: Iterable[Kind]) -> list[str]:
    """Give the tokens of kinds."""
    return [f"{MARK}k{kind}" for kind in kinds]


def of_sites(sites: Iterable[str]) -> list[str]:
    """Give the tokens of sites (``derived.site_of``)."""
    # The digit at the end keeps the stemmer away; in capitals as SQLite's hex() gives it.
    return [f"{MARK}o{site.encode().hex().upper()}0" for site in sites]


def any_of(tokens: Iterable[str]) -> str:
    """Give the full-text expression for statements that have one of the tokens."""
    return f"filed : ({' OR '.join(tokens)})"
