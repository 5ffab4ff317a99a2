"""Page furniture: lines that belong to the page and not to the article."""

import csv
import re
from functools import cache
from importlib import resources
from typing import NamedTuple

from quotecli.documents.lines.speech import may_speak

_LONGEST = 300
# Lines that carry other articles' titles; any other that speaks stays in the text.
_MAY_SPEAK = frozenset({"related", "read more", "topics"})
_COLUMNS = ["name", "pattern", "example", "counterexample"]


class FurnitureRow(NamedTuple):
    """One kind of furniture: a pattern for the whole line, a line that fits, one that does not."""

    name: str
    pattern: str
    example: str
    counterexample: str


@cache
def furniture_rows() -> tuple[FurnitureRow, ...]:
    """Read the table of furniture that lies beside this module."""
    table = resources.files("quotecli.documents.lines").joinpath("furniture.tsv")
    with table.open(encoding="utf-8") as lines:
        rows = csv.reader(lines, dialect="excel-tab", quoting=csv.QUOTE_NONE)
        if next(rows) != _COLUMNS:
            raise ValueError(f"furniture.tsv must have the columns {_COLUMNS}")
        return tuple(FurnitureRow(*row) for row in rows)


def is_furniture(line: str) -> bool:
    """Tell whether a line (without mark-up) is page furniture."""
    if len(line) > _LONGEST:
        return False
    return _pattern(speaks=may_speak(line)).fullmatch(line) is not None


@cache
def _pattern(*, speaks: bool) -> re.Pattern[str]:
    rows = (row for row in furniture_rows() if not speaks or row.name in _MAY_SPEAK)
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows), re.IGNORECASE)
