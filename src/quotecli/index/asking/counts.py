"""How much the index holds, counted by one thing or another.

Each function looks once at every article or statement; the work grows with the index.
"""

from collections import Counter
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.names.outlets import sites
from quotecli.index.store import Index, reported
from quotecli.model import Basis


class OutletCount(NamedTuple):
    """An outlet, and what of it the index holds.

    Attributes:
        outlet: its name; None for articles whose outlet is not known.
        articles: how many of its articles.
        statements: how many statements in them.
        first: the first day of publication, where one is known.
        last: the last.
        years: articles by year of publication; undated ones are in no year.
    """

    outlet: str | None
    articles: int
    statements: int
    first: str | None
    last: str | None
    years: dict[str, int]


class Totals(NamedTuple):
    """The index as a whole.

    Attributes:
        files: how many files were read.
        articles: how many articles, and of those
        articles_dated: with a day of publication,
        articles_linked: with a URL.
        statements: how many statements, and of those
        named: with a speaker's name,
        dated: with a date,
        linked: with a URL.
        speakers: people and organisations, each once whatever the names.
        unnamed: sources in the articles' own words.
        first: the first day of publication.
        last: the last.
        kinds: statements by kind.
        years: statements by year of their date; undated ones are in no year.
        bases: statements by how the speaker was found.
        outlets: statements by outlet; those of an unknown outlet are in none.
    """

    files: int
    articles: int
    articles_dated: int
    articles_linked: int
    statements: int
    named: int
    dated: int
    linked: int
    speakers: int
    unnamed: int
    first: str | None
    last: str | None
    kinds: dict[str, int]
    years: dict[str, int]
    bases: dict[str, int]
    outlets: dict[str, int]


_PER_ARTICLE = "(SELECT article AS holder, count(*) AS held FROM statement GROUP BY article)"


@reported
def outlet_counts(index: Index, typed: str | None = None) -> list[OutletCount]:
    """Count articles and statements by outlet, the one with the most articles first.

    Args:
        index: an open index.
        typed: only outlets that this name or domain means (see ``outlets.sites``).

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    condition = "true" if typed is None else "site IN (SELECT value FROM json_each(?))"
    wanted = () if typed is None else (to_json(sites(index, typed)),)
    rows = index.execute(
        "SELECT outlet, substr(published, 1, 4), count(*), sum(coalesce(held, 0)),"  # noqa: S608
        f" min(published), max(published) FROM article LEFT JOIN {_PER_ARTICLE}"
        f" ON holder = number WHERE {condition} GROUP BY 1, 2 ORDER BY 1, 2",
        wanted,
    )
    found: dict[str | None, OutletCount] = {}
    for outlet, year, articles, statements, first, last in rows:
        sofar = found.get(outlet) or OutletCount(outlet, 0, 0, first, last, {})
        found[outlet] = OutletCount(
            outlet,
            sofar.articles + articles,
            sofar.statements + statements,
            sofar.first or first,
            last or sofar.last,
            sofar.years if year is None else {**sofar.years, year: articles},
        )
    return sorted(found.values(), key=lambda count: (-count.articles, count.outlet or ""))


@reported
def totals(index: Index) -> Totals:
    """Count all that the index holds."""
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    bases: Counter[str] = Counter()
    rows = index.execute(
        # As records show it (names/shown.py): other articles may tell whom a name means.
        "SELECT kind, substr(date, 1, 4), CASE WHEN fixed IS NOT NULL THEN :fixed"
        " WHEN number IN (SELECT statement FROM statement_speaker"
        " JOIN speaker ON speaker.number = speaker WHERE elsewhere) THEN :elsewhere"
        " ELSE basis END, count(*) FROM statement GROUP BY 1, 2, 3 ORDER BY 2",
        {"fixed": Basis.FIXED, "elsewhere": Basis.ELSEWHERE},
    )
    for kind, year, basis, count in rows:
        kinds[kind] += count
        bases[basis] += count
        if year is not None:
            years[year] += count
    outlets: Counter[str] = Counter()
    articles = dated = with_url = linked = 0
    rows = index.execute(
        "SELECT outlet, count(*), count(published), count(url), sum(coalesce(held, 0)),"  # noqa: S608
        f" sum(iif(url IS NULL, 0, coalesce(held, 0))) FROM article LEFT JOIN {_PER_ARTICLE}"
        " ON holder = number GROUP BY 1"
    )
    for outlet, found, with_day, with_address, held, held_linked in rows:
        articles, dated, with_url = articles + found, dated + with_day, with_url + with_address
        linked += held_linked
        if outlet is not None:
            outlets[outlet] += held
    files, named, speakers, unnamed, first, last = index.execute(
        "SELECT (SELECT count(*) FROM file),"
        " (SELECT count(DISTINCT statement) FROM statement_speaker"
        " JOIN speaker ON number = speaker WHERE named OR elsewhere),"
        " (SELECT count(DISTINCT coalesce(entry, -number)) FROM speaker WHERE named OR elsewhere),"
        " (SELECT count(*) FROM speaker WHERE NOT named AND NOT elsewhere),"
        " (SELECT min(published) FROM article), (SELECT max(published) FROM article)"
    ).fetchone()
    return Totals(
        files=files,
        articles=articles,
        articles_dated=dated,
        articles_linked=with_url,
        statements=kinds.total(),
        named=named,
        dated=years.total(),
        linked=linked,
        speakers=speakers,
        unnamed=unnamed,
        first=first,
        last=last,
        kinds=dict(kinds.most_common()),
        years=dict(years),
        bases=dict(bases.most_common()),
        outlets=dict(outlets.most_common()),
    )
