"""Names of months in other languages, from Unicode's locale data (Babel).

Only the name is looked up; what a date looks like is decided by our own strict patterns. Libraries
that read any date fill in from today's what is missing: "2 min 2020" is then a day.
"""

from functools import cache

# Languages of news sites with the Gregorian calendar; English is read without this.
_LANGUAGES = (
    "fr de es it pt nl ca gl eu da sv nb fi et lv lt pl cs sk sl hr sr bs mk bg ro hu sq el tr az"
    " ru uk be ka hy kk uz id ms sw is ga cy hi bn ur"
).split()


def foreign_month(name: str) -> int | None:
    """Give 1 to 12 for a month's full name; ``None`` for others, and where languages differ."""
    return _months().get(name.casefold())


@cache
def _months() -> dict[str, int | None]:
    """Give every name with its month; with ``None`` where two languages do not mean the same."""
    from babel import Locale

    found: dict[str, int | None] = {}
    for language in _LANGUAGES:
        kinds = Locale(language).months
        for kind in ("format", "stand-alone"):
            for number, name in kinds[kind]["wide"].items():
                key = name.casefold()
                found[key] = number if found.get(key, number) == number else None
    return found
