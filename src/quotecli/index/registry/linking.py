"""The registry: which names in the index are one person's or organisation's.

``link_speakers`` works off what has changed since it last ran. Names meet only under shared keys,
so its time grows with the number of names and statements, not with that of their pairs; and its
result hangs on what the index holds, not on the order in which it came there.

Runs within a transaction of the caller's (``store.transaction``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.names.filed import remove_speakers, row_of
from quotecli.index.registry.fixes import Fix, apply_fixes
from quotecli.index.registry.grouping import Rulings, Seen, group_names, only_candidate, shown_name
from quotecli.index.store import Index, reported
from quotecli.index.words.searchable import put_words_in, take_words_out
from quotecli.text.naming.bodies import is_body
from quotecli.text.naming.compare import (
    Verdict,
    block_keys,
    compare,
    family_keys,
    is_common,
    is_full,
)
from quotecli.text.normalise import fold

_OFFICE_DAYS = 90  # an office changes hands: what an article tells of it holds so long
_NO_SITE = "\n"  # of an article without outlet and URL, see words/derived.py


@reported
def link_speakers(index: Index) -> list[Fix]:
    """Bring entries and links up to date with names, statements and rulings.

    Gives the corrections of statements that cannot be found any more.
    """
    waiting = apply_fixes(index)
    stale = {key for (key,) in index.execute("SELECT key FROM stale_key")}
    if stale:
        _link(index, stale)
    return waiting


def _link(index: Index, stale: set[str]) -> None:
    rulings = rulings_of(index)
    names = _affected(index, stale, rulings)
    _put_entries(index, names, rulings)
    families = {key for key in stale if key.startswith("s ")}
    for speaker in names:
        families |= family_keys(speaker.name)
    looked_at = _link_family_names(index, families, rulings)
    unlinked = index.execute("SELECT name FROM speaker WHERE named AND entry IS NULL")
    left = {f"= {fold(name)}" for (name,) in unlinked}
    if left:  # of those whom other articles no longer tell
        _put_entries(index, _affected(index, left, rulings), rulings)
    offices = {key.removeprefix("r ") for key in stale if key.startswith("r ")}
    offices |= _offices_of(index, looked_at)
    by_name = index.execute(
        "SELECT statement FROM json_each(?) CROSS JOIN statement_speaker ON speaker = value",
        (to_json([speaker.number for speaker in names]),),
    )
    offices |= _offices_of(index, [statement for (statement,) in by_name])
    _link_offices(index, offices)
    _remove_idle(index)
    index.execute("DELETE FROM stale_key")


@reported
def rulings_of(index: Index) -> Rulings:
    """Read what users say of names."""
    same: dict[str, set[str]] = defaultdict(set)
    for one, other in index.execute("SELECT one, other FROM ruling_same"):
        same[fold(one)].add(fold(other))
        same[fold(other)].add(fold(one))
    shown = index.execute("SELECT name, shown FROM ruling_shown ORDER BY name")
    return Rulings(
        same={name: frozenset(others) for name, others in same.items()},
        apart=frozenset(fold(name) for (name,) in index.execute("SELECT name FROM ruling_apart")),
        shown={fold(name): as_name for name, as_name in shown},
    )


class _Speaker(NamedTuple):
    number: int
    name: str
    entry: int | None


def _affected(index: Index, stale: set[str], rulings: Rulings) -> list[_Speaker]:
    """Give all names that the changes under ``stale`` may unite or part."""
    found: dict[int, _Speaker] = {}
    asked: set[str] = set()
    wanted = {key for key in stale if not key.startswith(("s ", "r "))}
    while wanted:
        asked |= wanted
        rows = index.execute(
            "SELECT DISTINCT number, name, entry FROM speaker_key JOIN speaker ON number = speaker"
            " WHERE key IN (SELECT value FROM json_each(?)) AND named AND NOT elsewhere",
            (to_json(sorted(wanted)),),
        )
        fresh = [s for s in map(_Speaker._make, rows) if s.number not in found]
        found |= {speaker.number: speaker for speaker in fresh}
        wanted = {key for s in fresh for key in block_keys(s.name)}
        for speaker in fresh:
            folded = fold(speaker.name)
            wanted |= {f"= {name}" for name in (folded, *rulings.same.get(folded, ()))}
        wanted -= asked
    return list(found.values())


def _put_entries(index: Index, names: list[_Speaker], rulings: Rulings) -> None:
    """Group names into entries; an entry keeps its number while one of its names is left."""
    by_fold: dict[str, list[_Speaker]] = defaultdict(list)
    for speaker in names:
        by_fold[fold(speaker.name)].append(speaker)
    counts = dict(
        index.execute(
            "SELECT value, (SELECT count(*) FROM statement_speaker WHERE speaker = value)"
            " FROM json_each(?)",
            (to_json([speaker.number for speaker in names]),),
        )
    )
    taken: set[int] = set()
    for group in group_names((speaker.name for speaker in names), rulings):
        members = [speaker for name in group for speaker in by_fold[name]]
        shown = shown_name({s.name: counts[s.number] for s in members}, rulings)
        entry = next((s.entry for s in members if s.entry and s.entry not in taken), None)
        if entry is None:
            entry = index.execute("INSERT INTO entry (name) VALUES (?)", (shown,)).lastrowid or 0
        else:
            index.execute("UPDATE entry SET name = ? WHERE number = ?", (shown, entry))
        taken.add(entry)
        index.execute(
            "UPDATE speaker SET entry = ? WHERE number IN (SELECT value FROM json_each(?))"
            " AND entry IS NOT ?",
            (entry, to_json([s.number for s in members]), entry),
        )


# -- a family name alone -------------------------------------------------------------------------


def _link_family_names(index: Index, keys: set[str], rulings: Rulings) -> list[int]:
    """Link "Putin" to the one person of that name whom the article can mean, article by article.

    Gives the statements that were looked at.
    """
    rows = index.execute(
        "SELECT DISTINCT key, number, name, entry FROM speaker_key"
        " JOIN speaker ON number = speaker"
        " WHERE key IN (SELECT value FROM json_each(?)) AND named ORDER BY key, number",
        (to_json(sorted(keys)),),
    )
    alone: dict[str, list[int]] = defaultdict(list)
    full: dict[str, list[_Speaker]] = defaultdict(list)
    for key, number, name, entry in rows:
        if is_full(name):
            full[key].append(_Speaker(number, name, entry))
        elif not is_body(name):
            alone[name].append(number)
    moves: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for name, numbers in alone.items():
        persons = [
            person
            for key in sorted(family_keys(name))
            for person in full[key]
            if compare(name, person.name) is not Verdict.DIFFERENT
        ]
        ruled = fold(name) in rulings.apart or fold(name) in rulings.same
        seen = {} if ruled else _seen(index, persons)
        common = is_common(name)
        for statement, day, site in _statements_of(index, numbers):
            moves[name, only_candidate(seen, day, site, common=common)].append(statement)
    for (name, entry), statements in moves.items():
        _move(index, name, True, entry, statements)
    return [statement for statements in moves.values() for statement in statements]


def _seen(index: Index, persons: list[_Speaker]) -> Mapping[int, Seen]:
    """Tell where and when the entries of full names stand in articles."""
    rows = index.execute(
        "SELECT DISTINCT entry, article.number, published, site FROM json_each(?)"
        " CROSS JOIN speaker ON speaker.number = value"
        " CROSS JOIN statement_speaker ON statement_speaker.speaker = speaker.number"
        " CROSS JOIN statement ON statement.number = statement"
        " CROSS JOIN article ON article.number = article",
        (to_json([person.number for person in persons]),),
    )
    days: dict[int, list[int]] = defaultdict(list)
    at_site: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    sites: dict[int, set[str]] = defaultdict(set)
    for entry, _, published, site in rows:
        sites[entry].add(site)
        day = _ordinal(published)
        if day is not None:
            days[entry].append(day)
            at_site[entry][site].append(day)
    return {
        entry: Seen(
            sorted(days[entry]),
            {site: sorted(on) for site, on in at_site[entry].items()},
            frozenset(sites[entry]),
        )
        for entry in sorted(sites)
    }


def _statements_of(
    index: Index, speakers: list[int]
) -> Iterable[tuple[int, int | None, str | None]]:
    rows = index.execute(
        "SELECT statement.number, published, site FROM json_each(?)"
        " CROSS JOIN statement_speaker ON statement_speaker.speaker = value"
        " CROSS JOIN statement ON statement.number = statement"
        " CROSS JOIN article ON article.number = article WHERE fixed IS NULL",
        (to_json(speakers),),
    ).fetchall()
    return [
        (number, _ordinal(published), None if site == _NO_SITE else site)
        for number, published, site in rows
    ]


def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None


# -- an office alone -----------------------------------------------------------------------------


def _offices_of(index: Index, statements: list[int]) -> set[str]:
    rows = index.execute(
        "SELECT DISTINCT office FROM json_each(?) CROSS JOIN statement ON number = value"
        " WHERE office IS NOT NULL",
        (to_json(statements),),
    )
    return {office for (office,) in rows}


def _link_offices(index: Index, offices: set[str]) -> None:
    """Link "the Azerbaijani president" to whoever the articles around that day say it is."""
    moves: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for office in sorted(offices):
        rows = index.execute(
            "SELECT statement.number, speaker.name, named, elsewhere, entry, published"
            " FROM statement JOIN statement_speaker ON statement = statement.number"
            " JOIN speaker ON speaker.number = statement_speaker.speaker"
            " JOIN article ON article.number = article"
            " WHERE office = ? AND fixed IS NULL ORDER BY published",
            (office,),
        ).fetchall()
        holders = [
            (day, entry)
            for _, _, named, elsewhere, entry, published in rows
            if named and not elsewhere and (day := _ordinal(published)) is not None
        ]
        for statement, name, named, _, _, published in rows:
            if not named:
                moves[name, _only_holder(holders, _ordinal(published))].append(statement)
    for (name, entry), statements in moves.items():
        _move(index, name, False, entry, statements)


def _only_holder(holders: list[tuple[int, int]], day: int | None) -> int | None:
    if day is None:
        return None
    near = {entry for on, entry in holders if abs(on - day) <= _OFFICE_DAYS}
    return near.pop() if len(near) == 1 else None


# -- rows ----------------------------------------------------------------------------------------


def _move(index: Index, name: str, named: bool, entry: int | None, statements: list[int]) -> None:
    """Put statements that are filed under a name under the row of that name for ``entry``."""
    target = row_of(index, name, named, entry)
    moved = to_json(
        [
            number
            for (number,) in index.execute(
                "SELECT statement FROM json_each(?) CROSS JOIN statement_speaker"
                " ON statement = value JOIN speaker ON number = speaker"
                " WHERE name = ? AND named = ? AND speaker <> ?",
                (to_json(statements), name, named, target),
            )
        ]
    )
    if moved == "[]":
        return
    take_words_out(index, moved)
    index.execute(
        "UPDATE statement_speaker SET speaker = ?1 WHERE speaker IN"
        " (SELECT number FROM speaker WHERE name = ?2 AND named = ?3)"
        " AND statement IN (SELECT value FROM json_each(?4))",
        (target, name, named, moved),
    )
    put_words_in(index, moved)


def _remove_idle(index: Index) -> None:
    """Take away names without statements and entries without names."""
    idle = to_json(
        [
            number
            for (number,) in index.execute(
                "SELECT number FROM speaker WHERE NOT EXISTS"
                " (SELECT 1 FROM statement_speaker WHERE speaker = number)"
            )
        ]
    )
    remove_speakers(index, idle)
    index.execute(
        "DELETE FROM entry WHERE NOT EXISTS (SELECT 1 FROM speaker WHERE entry = entry.number)"
    )
