"""The entries of the registry as a reader meets them, with all that is counted about each."""

# ruff: noqa: S608  the SQL is put together from this file's own words; values are bound

from collections import defaultdict
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.registry.roles import office_of
from quotecli.index.store import Index, reported
from quotecli.text.normalise import fold


class Role(NamedTuple):
    """What mentions call a speaker, how often, and on which first and last day."""

    role: str
    statements: int
    first: str | None
    last: str | None


class Profile(NamedTuple):
    """One person or organisation; the fields are the JSON keys, in order.

    Attributes:
        name: under which it is shown.
        names: under which articles file it, the commonest first, with the statements of each.
        statements: how many.
        articles: in how many articles.
        first: the first day of a statement.
        last: the last day.
        years: statements by year.
        roles: what mentions call it, the commonest first.
        outlets: statements by outlet, the most first; without those of unknown outlets.
        wikidata: its item, where a user has given one.
    """

    name: str
    names: dict[str, int]
    statements: int
    articles: int
    first: str | None
    last: str | None
    years: dict[str, int]
    roles: tuple[Role, ...]
    outlets: dict[str, int]
    wikidata: str | None


@reported
def profiles(index: Index, typed: str | None = None) -> list[Profile]:
    """Give all entries, or those that a typed name means; the most quoted first.

    Runs a fixed number of SQL statements, however many there are.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    if typed is None:
        chosen = "entry IS NOT NULL"
        value = "[]"
    else:
        chosen = (
            "entry IN (SELECT entry FROM speaker WHERE entry IS NOT NULL AND named AND NOT"
            " elsewhere AND number IN (SELECT value FROM json_each(?1)))"
        )
        value = to_json(speaker_numbers(index, typed))
    # ?1 IS NOT NULL: every query takes the value, whether it looks at it or not.
    source = (
        "(SELECT DISTINCT entry, statement FROM speaker JOIN statement_speaker"
        f" ON speaker.number = speaker WHERE ?1 IS NOT NULL AND {chosen}) AS said"
        " JOIN statement ON statement.number = said.statement"
        " JOIN article ON article.number = article"
    )
    names = _counts(
        index,
        "SELECT entry, name, count(*) FROM speaker JOIN statement_speaker"
        " ON speaker.number = speaker"
        f" WHERE ?1 IS NOT NULL AND named AND {chosen} GROUP BY entry, name"
        " ORDER BY count(*) DESC, name",
        value,
    )
    years = _counts(
        index,
        f"SELECT entry, substr(date, 1, 4), count(*) FROM {source} WHERE date IS NOT NULL"
        " GROUP BY 1, 2 ORDER BY 2",
        value,
    )
    outlets = _counts(
        index,
        f"SELECT entry, outlet, count(*) FROM {source} WHERE outlet IS NOT NULL"
        " GROUP BY 1, 2 ORDER BY 3 DESC, 2",
        value,
    )
    roles = _roles(
        index.execute(
            "SELECT entry, role, count(*), min(date), max(date)"
            f" FROM {source} WHERE role IS NOT NULL AND fixed IS NULL GROUP BY 1, 2 ORDER BY 1, 2",
            (value,),
        ).fetchall()
    )
    items = _items(index)
    rows = index.execute(
        "SELECT entry, entry.name, count(*), count(DISTINCT article), min(date), max(date)"
        f" FROM {source} JOIN entry ON entry.number = entry GROUP BY entry"
        " ORDER BY 3 DESC, 2",
        (value,),
    )
    return [
        Profile(
            name,
            names[entry],
            statements,
            articles,
            first,
            last,
            years[entry],
            roles.get(entry, ()),
            outlets[entry],
            next((items[fold(n)] for n in names[entry] if fold(n) in items), None),
        )
        for entry, name, statements, articles, first, last in rows
    ]


def _counts(index: Index, query: str, value: str) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for entry, label, count in index.execute(query, (value,)):
        found[entry][label] = count
    return found


def _items(index: Index) -> dict[str, str]:
    return {fold(name): item for name, item in index.execute("SELECT name, item FROM wikidata")}


def _roles(
    rows: list[tuple[int, str, int, str | None, str | None]],
) -> dict[int, tuple[Role, ...]]:
    """Put the wordings of one role together: "French President", "president of France"."""
    grouped: dict[int, dict[str, list[Role]]] = defaultdict(lambda: defaultdict(list))
    for entry, role, statements, first, last in rows:
        told = Role(role, statements, first, last)
        grouped[entry][office_of(told.role) or fold(told.role)].append(told)
    return {
        entry: tuple(
            sorted(map(_united, kinds.values()), key=lambda role: (-role.statements, role.role))
        )
        for entry, kinds in grouped.items()
    }


def _united(same: list[Role]) -> Role:
    commonest = max(same, key=lambda role: role.statements)
    days = [day for role in same for day in (role.first, role.last) if day is not None]
    return Role(
        commonest.role,
        sum(role.statements for role in same),
        min(days, default=None),
        max(days, default=None),
    )
