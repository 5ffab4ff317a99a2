"""The outlets in the index: those that a typed name means, and their names."""

import re
from collections.abc import Sequence

from quotecli.errors import UsageError
from quotecli.index.store import Index, reported
from quotecli.text.normalise import fold

# Each site by a step in the index to the next one: DISTINCT would read every article.
_SITES = (
    "WITH RECURSIVE at (site) AS (SELECT min(site) FROM article UNION ALL"
    " SELECT (SELECT min(site) FROM article WHERE site > at.site) FROM at WHERE site IS NOT NULL)"
    " SELECT site FROM at WHERE site IS NOT NULL"
)
_SHORT = 3  # "ap" is no part of "Japan Times"; "guardian" is one of "theguardian.com"


def sites(index: Index, typed: str) -> list[str]:
    """Give the sites (``derived.site_of``) that a typed outlet or domain means; often none.

    It may be any part of the outlet's name or of the URL's host, in any case and without accents;
    if it has no more than three characters it must be a whole word there.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    return parted_sites(index, [typed])[0]


@reported
def parted_sites(index: Index, typed: Sequence[str]) -> tuple[list[str], list[str]]:
    """Give the sites that any of several outlets or domains means, as ``sites``, and all others.

    Raises:
        UsageError: there is no letter or digit in one.
    """
    patterns = [_pattern(outlet) for outlet in typed]
    meant: list[str] = []
    others: list[str] = []
    for (site,) in index.execute(_SITES):
        (meant if any(pattern.search(site) for pattern in patterns) else others).append(site)
    return meant, others


def _pattern(typed: str) -> re.Pattern[str]:
    wanted = fold(typed.strip()).removeprefix("www.")
    if not any(character.isalnum() for character in wanted):
        raise UsageError(f"{typed!r} is no outlet", "write a name or domain as in --outlet AFP")
    pattern = re.escape(wanted)
    return re.compile(rf"\b{pattern}\b" if len(wanted) <= _SHORT else pattern)


@reported
def outlet_names(index: Index) -> list[str]:
    """Give the outlets of all articles, the one with the most articles first."""
    rows = index.execute(
        "SELECT outlet FROM article WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY count(*) DESC, outlet"
    )
    return [outlet for (outlet,) in rows]
