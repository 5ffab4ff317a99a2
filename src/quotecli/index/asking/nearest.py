"""Statements that have some of several words, by how much those weigh together."""

# ruff: noqa: S608  the SQL is put together from this package's own words; values are bound

from collections.abc import Mapping
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.filters import Filter, selection
from quotecli.index.store import Index, reported

_MOST_LOOKED_AT = 30_000  # statements in all; the commonest words beyond are left out


class Near(NamedTuple):
    """A statement, and how much those of the words weigh that it has."""

    place: int
    number: int
    weight: float
    text: str


@reported
def statements_near(
    index: Index, wanted: Filter, weights: Mapping[str, float], most: int
) -> list[Near]:
    """Give statements with at least two of some words, the weightiest first.

    The rarest words choose; the words that stand in very many statements only add to the weight
    of those that are chosen, so that no long list is walked.

    Args:
        index: an open index.
        wanted: the conditions besides words.
        weights: full-text expressions, one for each word, and what each weighs.
        most: at most so many.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    by_rarity = sorted(weights, key=lambda expression: -weights[expression])
    matches = []
    for expression in by_rarity:
        chosen = selection(index, wanted._replace(words=expression))
        matches.append([chosen.values["match"], weights[expression]])
    conditions = chosen.conditions.replace(":match", "asked.match")
    rows = index.execute(
        "WITH asked AS ("
        " SELECT json_extract(value, '$[0]') AS match, json_extract(value, '$[1]') AS weight"
        " FROM json_each(:asked)"
        "), found AS ("
        f" SELECT statement_words.rowid AS place, {chosen.number} AS number, asked.weight AS weight"
        f" FROM asked CROSS JOIN {chosen.source} WHERE {conditions} LIMIT :looked_at"
        "), best AS ("
        " SELECT place, number, sum(weight) AS weight FROM found GROUP BY place"
        " HAVING count(*) > 1 ORDER BY 3 DESC LIMIT :most"
        ") SELECT place, best.number, weight, text FROM best"
        " CROSS JOIN statement ON statement.number = best.number ORDER BY weight DESC, place",
        {**chosen.values, "asked": to_json(matches), "looked_at": _MOST_LOOKED_AT, "most": most},
    )
    return [Near(*row) for row in rows]
