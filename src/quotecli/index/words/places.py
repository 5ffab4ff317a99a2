"""The places of statements in the full-text index: the newest first, see schema.sql.

A place is the day, counted back from the last one there is, and below it the number of the
statement. Everything here is SQL, so that days are read by the same function that filed them.
"""

_BITS = 28  # for the number: 268 million statements
_LAST_DAY = 5373484  # Julian day of 9999-12-31
_UNDATED = _LAST_DAY + 1

_PLACE = "statement_words.rowid"
NUMBER = f"({_PLACE} & {(1 << _BITS) - 1})"
DAY = f"({_PLACE} >> {_BITS})"  # ascending is from the newest to the oldest, undated ones last

NEWEST = _PLACE
OLDEST = f"{DAY} = {_UNDATED}, {DAY} DESC, {_PLACE}"
UNDATED = f"{_PLACE} >= {_UNDATED << _BITS}"
# Of a span of days, either end of which may be open; no undated statement is in it.
SINCE = f"{_PLACE} < (({_LAST_DAY} - CAST(julianday(:since) AS INTEGER) + 1) << {_BITS})"
UNTIL = f"{_PLACE} >= (({_LAST_DAY} - CAST(julianday(:until) AS INTEGER)) << {_BITS})"
DATED = f"{_PLACE} < {_UNDATED << _BITS}"


def year_of(day: str) -> str:
    """Give the year of a column with ``DAY``; of undated ones NULL."""
    return (
        f"CASE {day} WHEN {_UNDATED} THEN NULL ELSE strftime('%Y', {_LAST_DAY} - {day} + 0.5) END"
    )
