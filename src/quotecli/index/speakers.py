"""The speakers in the index: those that a typed name means, and their names."""

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.columns import to_json
from quotecli.index.names import TypedName, is_meant, name_words, read_name
from quotecli.index.store import Index, reported
from quotecli.text.names import name_key


@reported
def speaker_numbers(index: Index, typed: str) -> list[int]:
    """Give the speakers that a typed name means, by their numbers in the index; often none.

    Whoever one of their names means is found with all of them. A spelling that the index does not
    have finds those that it does ("Lukashenka", "Lukashenko").

    Only speakers that share the name's last word, or a key, are looked at.

    Raises:
        UsageError: there is no letter or digit in ``typed``.
    """
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
    found = {row.number for row in meant if not (row.named and row.elsewhere)}
    entries = {row.entry for row in meant if row.named and not row.elsewhere and row.entry}
    entries |= _entries_renamed(index, name)
    if not any(len(name_key(row.name)) >= len(name.key) for row in meant if row.named):
        entries |= _entries_spelt_nearly(index, typed)
    if entries:
        rows = index.execute(
            "SELECT number FROM speaker WHERE entry IN (SELECT value FROM json_each(?))",
            (to_json(sorted(entries)),),
        )
        found.update(number for (number,) in rows)
    return sorted(found)


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


def _entries_renamed(index: Index, typed: TypedName) -> set[int]:
    """Give entries that a user has named so; no article may have that name."""
    names = index.execute("SELECT DISTINCT shown FROM ruling_shown")
    meant = [shown for (shown,) in names if is_meant(typed, shown, named=True)]
    if not meant:
        return set()
    rows = index.execute(
        "SELECT number FROM entry WHERE name IN (SELECT value FROM json_each(?))",
        (to_json(meant),),
    )
    return {number for (number,) in rows}


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
