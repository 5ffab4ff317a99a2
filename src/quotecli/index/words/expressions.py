"""Full-text expressions that a person wrote: where are they wrong?"""

import re
import sqlite3

from quotecli.errors import ExpressionError
from quotecli.index.faults import primary_code
from quotecli.index.store import Index, reported

_NEAR = re.compile(r'syntax error near "(.*)"', re.DOTALL)
_NO_NUMBER = re.compile(r'expected integer, got "(.*)"', re.DOTALL)
_NO_COLUMN = re.compile(r"no such column: (.*)", re.DOTALL)
# One row has to be looked for: with LIMIT 0 the expression would never be read.
_QUERY = "SELECT 1 FROM statement_words WHERE statement_words MATCH ? LIMIT 1"


@reported
def check_expression(index: Index, expression: str) -> None:
    """See whether FTS5 can read an expression.

    Raises:
        ExpressionError: it cannot; the place is told.
    """
    message = _complaint(index, expression)
    if message is not None:
        raise _explained(index, expression, message)


def _explained(index: Index, expression: str, message: str) -> ExpressionError:
    if "unterminated string" in message:
        return ExpressionError("a quotation mark is never closed", expression, _open(expression))
    if column := _NO_COLUMN.search(message):
        said = f"there is no column {column[1]}; the columns are text and speaker"
        return ExpressionError(said, expression, max(expression.find(column[1]), 0))
    if number := _NO_NUMBER.search(message):
        said = f"a number of words belongs here, not {number[1]}"
        return ExpressionError(said, expression, max(expression.rfind(number[1]), 0))
    near = _NEAR.search(message)
    if near is None:
        return ExpressionError(message.removeprefix("fts5: "), expression, 0)
    if not near[1]:
        return ExpressionError("the expression ends too early", expression, len(expression))
    place = _place(index, expression, near[1])
    return ExpressionError(f"unexpected {near[1]}", expression, place)


def _complaint(index: Index, expression: str) -> str | None:
    try:
        # A "*" at the very beginning would be a command to FTS5.
        index.execute(_QUERY, (f" {expression}",)).fetchall()
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:  # damage has messages of its own
            raise
        return str(error)
    return None


def _place(index: Index, expression: str, token: str) -> int:
    """Find which of several equal tokens is the wrong one: the first with which reading fails."""
    places = [match.start() for match in re.finditer(re.escape(token), expression)]
    for place in places:
        complaint = _complaint(index, expression[: place + len(token)])
        near = _NEAR.search(complaint or "")
        if near is not None and near[1] == token:
            return place
    return places[-1] if places else 0


def _open(expression: str) -> int:
    """Find the last mark that opens a string."""
    return expression.rfind('"')
