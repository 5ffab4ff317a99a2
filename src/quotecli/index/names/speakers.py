"""The speakers in the index: those that a typed name means, and their names."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.columns import to_json
from quotecli.index.names.typed import (
    LONGEST_NAME,
    TypedName,
    is_full_form,
    is_meant,
    name_words,
    read_name,
)
from quotecli.index.store import Index, reported
from quotecli.text.names import name_key


@reported
def speaker_numbers(index: Index, typed: str) -> list[int]:
    """Give the speakers that a typed name means, by their numbers in the index; often none.

    Whoever one of their names means is found with all of them. A spelling that the index does not
    have finds those that it does ("Lukashenka", "Lukashenko"). A full name that somebody has means
    nobody else: "Ada Roe" is no "Roe" of whom no article tells who that is.

    Only speakers that share the name's last word, or a key, are looked at.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    meant = _meant(index, typed)
    return sorted(_numbers_of(index, meant.exact) if meant.exact else _all_of(index, meant))


@reported
def speakers_perhaps(index: Index, typed: str) -> list[int]:
    """Give all speakers that a typed name may mean, also a "Roe" for an "Ada Roe" who is there.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    return sorted(_all_of(index, _meant(index, typed)))


@reported
def looser_speakers(index: Index, typed: str) -> dict[int, str]:
    """Give those whom a typed name may mean besides ``speaker_numbers``, as they are shown.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    if len(name_key(typed)) == 1:
        return {}  # a surname means all who bear it
    meant = _meant(index, typed)
    if not meant.exact:
        return {}
    looser = _all_of(index, meant) - _numbers_of(index, meant.exact)
    rows = index.execute(
        "SELECT speaker.number, coalesce(entry.name, speaker.name) FROM speaker"
        " LEFT JOIN entry ON entry.number = entry"
        " WHERE speaker.number IN (SELECT value FROM json_each(?))",
        (to_json(sorted(looser)),),
    )
    return dict(rows.fetchall())


@reported
def other_spellings(index: Index, typed: str) -> list[str]:
    """Give whom a typed name means where only spellings of it that it is not find anybody.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
    name = read_name(typed)
    rows = index.execute(
        "SELECT speaker.name, named, coalesce(entry.name, speaker.name) FROM speaker"
        " LEFT JOIN entry ON entry.number = entry"
        " WHERE speaker.number IN (SELECT value FROM json_each(?)) ORDER BY speaker.number",
        (to_json(speaker_numbers(index, typed)),),
    ).fetchall()
    if any(is_meant(name, filed, named=named) for filed, named, _ in rows):
        return []
    shown = dict.fromkeys(shown for _, _, shown in rows)
    return [] if any(is_meant(name, one, named=True) for one in shown) else list(shown)


@reported
def speaker_names(index: Index, prefix: str = "", limit: int | None = 100) -> list[str]:
    """Give names that go on from ``prefix``, the most quoted first; for completion.

    "Pu" gives "Vladimir Putin": any word of a name may be the one that is being typed, and the
    words before it ("Vladimir Pu") must stand before it in the name. Of the names of one person
    the one shown is given, where it goes on so. Unnamed sources are left out.
    """
    *before, last = name_words(prefix) or ("",)
    rows = index.execute(
        "SELECT coalesce(entry.name, speaker.name), speaker.name FROM speaker"
        " JOIN statement_speaker ON speaker = speaker.number"
        " LEFT JOIN entry ON entry.number = entry WHERE named"
        " AND speaker.number IN (SELECT speaker FROM speaker_word WHERE word BETWEEN ? AND ?)"
        " GROUP BY speaker.number ORDER BY"
        " sum(count(*)) OVER (PARTITION BY coalesce(entry, -speaker.number)) DESC, speaker.name",
        (last, last + chr(0x10FFFF)),
    )
    names = dict.fromkeys(
        next((name for name in both if _goes_on(name_words(name), before, last)), None)
        for both in rows
    )
    return list(islice((name for name in names if name is not None), limit))


class _Row(NamedTuple):
    number: int
    name: str
    named: int
    elsewhere: int
    entry: int | None


class _Meant(NamedTuple):
    """What a typed name means: entries, and of these the exact ones; ``alone`` are numbers."""

    exact: set[int]
    entries: set[int]
    alone: set[int]


def _meant(index: Index, typed: str) -> _Meant:
    name = read_name(typed)
    if not name.words:
        raise UsageError(f"{typed!r} is no name", "write a name as in --speaker Putin")
    rows = index.execute(
        "SELECT DISTINCT number, name, named, elsewhere, entry FROM speaker_word"
        " CROSS JOIN speaker ON number = speaker WHERE word IN (?, ?)",
        (name.words[-1], name.key[-1]),
    )
    meant = [_Row(*row) for row in rows if is_meant(name, row[1], named=row[2])]
    # A name or an office that only other articles explain stands for its entry: "Lyudmila Putin"
    # does not mean a "Putin" that is Vladimir, nor "Russian president" all that he ever said.
    alone = {row.number for row in meant if not (row.named and row.elsewhere)}
    called = [
        (row.name, row.entry) for row in meant if row.named and not row.elsewhere and row.entry
    ]
    called += _renamed(index, name)
    entries = {entry for _, entry in called}
    as_full = any(len(name_key(row.name)) >= len(name.key) for row in meant if row.named)
    if not as_full and len(name.words) <= LONGEST_NAME:
        entries |= _entries_spelt_nearly(index, typed)
    exact = {entry for called_so, entry in called if is_full_form(name, called_so)}
    return _Meant(exact, entries, alone)


def _all_of(index: Index, meant: _Meant) -> set[int]:
    return meant.alone | _numbers_of(index, meant.entries)


def _numbers_of(index: Index, entries: set[int]) -> set[int]:
    if not entries:
        return set()
    rows = index.execute(
        "SELECT number FROM speaker WHERE entry IN (SELECT value FROM json_each(?))",
        (to_json(sorted(entries)),),
    )
    return {number for (number,) in rows}


def _renamed(index: Index, typed: TypedName) -> list[tuple[str, int]]:
    """Give entries that a user has named so, with that name; no article may have it."""
    names = index.execute("SELECT DISTINCT shown FROM ruling_shown")
    meant = [shown for (shown,) in names if is_meant(typed, shown, named=True)]
    if not meant:
        return []
    rows = index.execute(
        "SELECT name, number FROM entry WHERE name IN (SELECT value FROM json_each(?))",
        (to_json(meant),),
    )
    return rows.fetchall()


def _entries_spelt_nearly(index: Index, typed: str) -> set[int]:
    """Give the entries of names that may be spellings of a typed one."""
    from quotecli.text.naming.compare import Verdict, block_keys, compare, family_keys, is_full

    keys = block_keys(typed) if is_full(typed) else family_keys(typed)
    rows = index.execute(
        "SELECT DISTINCT name, entry FROM speaker_key CROSS JOIN speaker ON number = speaker"
        " WHERE key IN (SELECT value FROM json_each(?)) AND NOT elsewhere AND entry IS NOT NULL",
        (to_json(sorted(keys)),),
    )
    return {entry for name, entry in rows if compare(typed, name) is not Verdict.DIFFERENT}


def _goes_on(words: tuple[str, ...], before: Sequence[str], last: str) -> bool:
    rest = iter(words)
    return all(word in rest for word in before) and any(word.startswith(last) for word in rest)
