"""What can go wrong for a user, as one small tree.

::

    QuotecliError                 2   base: a sentence and what to do next
    ├── UsageError                2   a value on the command line makes no sense
    │   └── ExpressionError       2   a full-text expression cannot be read
    ├── ReadError                 2   a file or folder could not be read as articles
    └── StoreError                2   the index cannot be used
        ├── NoIndexError          2   there is none at this path yet
        ├── ForeignIndexError     2   the file is an SQLite database of some other program
        ├── DamagedIndexError     2   the file is no (longer a) readable SQLite database
        ├── NewerIndexError       2   a newer quotecli made it
        ├── OlderIndexError       2   an older quotecli made it
        └── LockedIndexError      2   another process is writing to it

Anything else that escapes is a bug and ends with exit status 70.
"""


class QuotecliError(Exception):
    """A failure that the user can do something about.

    Attributes:
        message: what is wrong, one sentence without a full stop.
        hint: what to do next, one sentence without a full stop; may be empty.
        exit_code: the exit status of the program.
    """

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message = message
        self.hint = hint


class UsageError(QuotecliError):
    """A value that the user gave makes no sense."""


class ExpressionError(UsageError):
    """A full-text expression cannot be read.

    Attributes:
        expression: all of it.
        place: where in it, in characters from 0; its length where it ends too early.
    """

    def __init__(self, message: str, expression: str, place: int) -> None:
        super().__init__(message)
        self.expression = expression
        self.place = place


class ReadError(QuotecliError):
    """A file or folder could not be read as articles."""


class StoreError(QuotecliError):
    """The index cannot be used."""


class NoIndexError(StoreError):
    """There is no index at this path yet."""


class ForeignIndexError(StoreError):
    """The file is an SQLite database, but not one of ours."""


class DamagedIndexError(StoreError):
    """The file is not, or no longer, a readable SQLite database."""


class NewerIndexError(StoreError):
    """The index was made by a newer version of the program."""


class OlderIndexError(StoreError):
    """The index was made by an older version of the program, and has to be made anew."""


class LockedIndexError(StoreError):
    """Another process holds the index."""
