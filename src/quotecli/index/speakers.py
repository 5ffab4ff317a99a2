"""The speakers in the index: those that a typed name means, and their names."""

from collections.abc import Sequence
from itertools import islice

from quotecli.errors import UsageError
from quotecli.index.names import is_meant, name_words, read_name
from quotecli.index.store import Index, reported


@reported
def speaker_numbers(index: Index, typed: str) -> list[int]:
    """Give the speakers that a typed name means, by their numbers in the index; often none.

    Only speakers that share the name's last word are looked at.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    name = read_name(typed)
    if not name.words:
        raise UsageError(f"{typed!r} is no name", "write a name as in --speaker Putin")
    candidates = index.execute(
        "SELECT DISTINCT number, name, named FROM speaker_word"
        " CROSS JOIN speaker ON number = speaker WHERE word IN (?, ?)",
        (name.words[-1], name.key[-1]),
    )
    return [number for number, filed, named in candidates if is_meant(name, filed, named=named)]


@reported
def speaker_names(index: Index, prefix: str = "", limit: int | None = 100) -> list[str]:
    """Give names that go on from ``prefix``, the most quoted first; for completion.

    "Pu" gives "Vladimir Putin": any word of a name may be the one that is being typed, and the
    words before it ("Vladimir Pu") must stand before it in the name. Unnamed sources are left out.
    """
    *before, last = name_words(prefix) or ("",)
    rows = index.execute(
        "SELECT name FROM speaker JOIN statement_speaker ON speaker = number WHERE named"
        " AND number IN (SELECT speaker FROM speaker_word WHERE word BETWEEN ? AND ?)"
        " GROUP BY number ORDER BY count(*) DESC, name",
        (last, last + chr(0x10FFFF)),
    )
    names = (name for (name,) in rows if _goes_on(name_words(name), before, last))
    return list(islice(names, limit))


def _goes_on(words: tuple[str, ...], before: Sequence[str], last: str) -> bool:
    rest = iter(words)
    return all(word in rest for word in before) and any(word.startswith(last) for word in rest)
