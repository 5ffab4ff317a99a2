"""How many statements there are of each speaker, year, outlet or kind."""

# ruff: noqa: S608  the SQL is put together from this package's own words; values are bound

from enum import StrEnum
from typing import NamedTuple

from quotecli.index.filters import Filter, shown_selection
from quotecli.index.store import Index, reported
from quotecli.index.words import places


class By(StrEnum):
    """What to count by; the values are those of ``--by``."""

    SPEAKER = "speaker"
    YEAR = "year"
    OUTLET = "outlet"
    KIND = "kind"


class Tally(NamedTuple):
    """How many statements; ``value`` is None for those without a speaker, date or outlet."""

    value: str | None
    statements: int


_KEYS = {By.SPEAKER: "said.speaker", By.OUTLET: "article", By.KIND: "kind"}
# Counted by number or day first: far fewer names and years than statements have to be looked up.
_NAMES = {
    By.SPEAKER: "LEFT JOIN speaker ON speaker.number = key LEFT JOIN entry ON entry.number = entry",
    By.OUTLET: "JOIN article ON article.number = key",
}
_VALUES = {By.SPEAKER: "coalesce(entry.name, speaker.name)", By.OUTLET: "outlet"}


@reported
def tallies_by(index: Index, wanted: Filter, by: By, limit: int | None = None) -> list[Tally]:
    """Count the statements that meet the conditions, whatever its limit and offset are.

    Years come in order, all else with the most statements first. A statement by several speakers
    counts for each.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    chosen = shown_selection(index, wanted, rows=by in {By.KIND, By.OUTLET})
    source, key, value = chosen.source, _KEYS.get(by, ""), _VALUES.get(by, "key")
    if by is By.SPEAKER:
        # LEFT: a statement by nobody known has no row there.
        source += f" LEFT JOIN statement_speaker AS said ON said.statement = {chosen.number}"
    elif by is By.YEAR:
        key = places.DAY if chosen.has_places else "statement.date"
        value = places.year_of("key") if chosen.has_places else "substr(key, 1, 4)"
    counted = (
        f"SELECT {key} AS key, count(*) AS n FROM {source} WHERE {chosen.conditions} GROUP BY 1"
    )
    order = "value NULLS LAST" if by is By.YEAR else "2 DESC, value"
    rows = index.execute(
        f"SELECT {value} AS value, sum(n) FROM ({counted})"
        f" {_NAMES.get(by, '')} GROUP BY 1 ORDER BY {order} LIMIT :most",
        {**chosen.values, "most": -1 if limit is None else limit},
    )
    return [Tally(*row) for row in rows]
