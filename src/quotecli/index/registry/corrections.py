"""What users say of names: these are one, this one stands apart, this is how to show it.

Corrections are keyed by names as articles have them, so that they hold whatever is read again.
Each function works within a transaction of the caller's and leaves linking to
``linking.link_speakers``.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from quotecli.errors import UsageError
from quotecli.index.columns import to_json
from quotecli.index.names.filed import keys_of
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.names.typed import is_meant, read_name
from quotecli.index.registry.fixes import Fix, fixes, keep_fix
from quotecli.index.store import Index, reported
from quotecli.text.normalise import fold

_MOST_NAMED = 5
_BY_KEY = "speaker.number IN (SELECT speaker FROM speaker_key WHERE key = ?)"


class Called(NamedTuple):
    """An entry that somebody typed: its number, the name shown, and a name that articles have."""

    entry: int
    shown: str
    name: str


@reported
def entry_called(index: Index, typed: str) -> Called:
    """Find the one entry that a typed name means; a name written in full goes first.

    Raises:
        UsageError: it means none, or several.
    """
    found = known_speaker(index, typed)
    if found is None:
        raise UsageError(
            f"no speaker in the index is called {typed}", "quotecli speakers lists them"
        )
    return found


@reported
def known_speaker(index: Index, typed: str) -> Called | None:
    """Find the one entry that a typed name means as ``entry_called`` does; None where none is.

    Raises:
        UsageError: it means several.
    """
    found = _entries(index, _BY_KEY, f"= {fold(typed.strip())}") or _shown_so(index, typed)
    if not found:
        numbers = to_json(speaker_numbers(index, typed))
        found = _entries(index, "speaker.number IN (SELECT value FROM json_each(?))", numbers)
    if len(found) > 1:
        names = ", ".join(sorted(called.shown for called in found)[:_MOST_NAMED])
        more = ", …" if len(found) > _MOST_NAMED else ""
        raise UsageError(
            f"{typed} may be {len(found)} speakers: {names}{more}", "write the name in full"
        )
    return found[0] if found else None


@reported
def merge(index: Index, typed: Sequence[str]) -> list[str]:
    """Say that all these are one, and give whom each name was found to mean, as it is shown."""
    called = [entry_called(index, name) for name in typed]
    first, *others = called
    for other in others:
        if other.entry != first.entry:
            _put_same(index, first.name, other.name)
    return [one.shown for one in called]


@reported
def unmerge(index: Index, typed: Sequence[str]) -> bool:
    """Take back that these are one; tell whether anybody said so.

    Names may be typed as short as they were to merge: "Brack" for "Tom Brack".
    """
    names = {fold(name.strip()) for name in typed}
    pairs = [pair for pair in _same(index) if {fold(name) for name in pair} <= names]
    if not pairs:
        meant = [read_name(name) for name in typed]
        pairs = [
            (one, other)
            for one, other in _same(index)
            if any(
                is_meant(left, one, named=True) and is_meant(right, other, named=True)
                for left, right in permutations(meant, 2)
            )
        ]
    _drop_same(index, pairs)
    return bool(pairs)


@reported
def split(index: Index, typed: Sequence[str]) -> None:
    """Give these names an entry of their own, apart from all others.

    Raises:
        UsageError: one is no name under which the index files anything.
    """
    names = [_filed(index, name) for name in typed]
    own = {fold(name) for name in names}
    leading_out = [p for p in _same(index) if len({fold(n) for n in p} & own) == 1]
    _drop_same(index, leading_out)
    for name in names:
        put_apart(index, name)
    for name in names[1:]:
        _put_same(index, names[0], name)


@reported
def unsplit(index: Index, typed: Sequence[str]) -> bool:
    """Let the machine link these names again; tell whether any stood apart."""
    names = {fold(name.strip()) for name in typed}
    apart = [n for (n,) in index.execute("SELECT name FROM ruling_apart") if fold(n) in names]
    index.executemany("DELETE FROM ruling_apart WHERE name = ?", [(name,) for name in apart])
    _drop_same(index, [p for p in _same(index) if {fold(name) for name in p} <= names])
    _mark(index, apart)
    return bool(apart)


@reported
def rename(index: Index, typed: str, shown: str) -> None:
    """Say under which name an entry is shown.

    Raises:
        UsageError: that name is somebody else's, or none.
    """
    called = entry_called(index, typed)
    shown = " ".join(shown.split())
    if not any(character.isalnum() for character in shown):
        raise UsageError(f"{shown!r} is no name", "write a name")
    others = [*_entries(index, _BY_KEY, f"= {fold(shown)}"), *_shown_so(index, shown)]
    if any(other.entry != called.entry for other in others):
        raise UsageError(
            f"{shown} is another speaker in the index",
            f"to make them one: quotecli speakers merge {json.dumps(shown, ensure_ascii=False)}"
            f" {json.dumps(typed, ensure_ascii=False)}",
        )
    unrename(index, typed)
    put_shown(index, called.name, shown)


@reported
def unrename(index: Index, typed: str) -> bool:
    """Let the index choose the name again; tell whether a user had."""
    called = entry_called(index, typed)
    rows = index.execute(
        "SELECT name FROM speaker WHERE entry = ? AND named AND NOT elsewhere", (called.entry,)
    )
    kept = [kept for (name,) in rows for kept in _kept_for(index, "ruling_shown", name)]
    index.executemany("DELETE FROM ruling_shown WHERE name = ?", [(name,) for name in kept])
    _mark(index, kept)
    return bool(kept)


@reported
def put_apart(index: Index, name: str) -> None:
    """Keep that a name is linked with no other one by the machine."""
    index.execute("INSERT OR IGNORE INTO ruling_apart VALUES (?)", (name,))
    _mark(index, [name])


@reported
def put_shown(index: Index, name: str, shown: str) -> None:
    """Keep under which name the entry of ``name`` is shown."""
    _put(index, "ruling_shown", name, shown)
    _mark(index, [name])


@reported
def put_item(index: Index, name: str, item: str) -> None:
    """Keep the Wikidata item of the entry of ``name``."""
    _put(index, "wikidata", name, item)


@reported
def exported(index: Index) -> list[dict[str, object]]:
    """Give all corrections as objects, in an order that does not hang on when they were made."""
    found: list[dict[str, object]] = [
        {"correction": "same", "names": list(pair)} for pair in sorted(_same(index))
    ]
    found += [
        {"correction": "apart", "name": name}
        for (name,) in index.execute("SELECT name FROM ruling_apart ORDER BY name")
    ]
    found += [
        {"correction": "shown", "name": name, "shown": shown}
        for name, shown in index.execute("SELECT name, shown FROM ruling_shown ORDER BY name")
    ]
    for fix in fixes(index):
        found.append(
            {
                "correction": "speaker",
                "id": fix.id,
                "speakers": list(fix.speakers),
                "text": fix.text,
                "url": fix.url,
                "title": fix.title,
                "published": fix.published,
            }
        )
    found += [
        {"correction": "wikidata", "name": name, "item": item}
        for name, item in index.execute("SELECT name, item FROM wikidata ORDER BY name")
    ]
    return found


class Imported(NamedTuple):
    """What became of a file of corrections; conflicts are sentences for the user."""

    new: int
    known: int
    conflicts: tuple[str, ...]


@reported
def take_in(index: Index, told: Iterable[Mapping[str, object]], *, replace: bool) -> Imported:
    """Keep corrections that ``exported`` gave.

    Where they contradict what is kept, that stays and is reported, unless ``replace`` is set.

    Raises:
        KeyError, TypeError, ValueError: one is no correction.
    """
    new = known = 0
    conflicts = []
    kept = {to_json(one) for one in exported(index)}
    for one in told:
        correction = _correction(one)
        if to_json(correction) in kept:
            known += 1
            continue
        clash = None if replace else _clash(index, correction)
        if clash is not None:
            conflicts.append(clash)
            continue
        _keep(index, correction)
        new += 1
    return Imported(new, known, tuple(conflicts))


def _correction(told: Mapping[str, object]) -> dict[str, object]:
    """Check one correction and give it in the form of ``exported``."""
    kind = told["correction"]
    if kind == "same":
        one, other = (_text(name) for name in _list(told["names"]))
        return {"correction": kind, "names": sorted((one, other))}
    if kind == "speaker":
        return {
            "correction": kind,
            "id": _text(told["id"]),
            "speakers": [_text(name) for name in _list(told["speakers"])],
            "text": _text(told["text"]),
            "url": _maybe(told.get("url")),
            "title": _maybe(told.get("title")),
            "published": _maybe(told.get("published")),
        }
    second: dict[str, tuple[str, ...]] = {"apart": (), "shown": ("shown",), "wikidata": ("item",)}
    keys = ("name", *second[_text(kind)])
    return {"correction": kind, **{key: _text(told[key]) for key in keys}}


def _clash(index: Index, correction: Mapping[str, object]) -> str | None:
    kind = correction["correction"]
    here: str | None
    there: object
    if kind == "speaker":
        held = [fix.speakers for fix in fixes(index) if fix.id == correction["id"]]
        here = "; ".join(held[0]) or "nobody known" if held else None
        there = "; ".join(_list(correction["speakers"])) or "nobody known"
        about = f"the speaker of {correction['id']}"
    elif kind in {"shown", "wikidata"}:
        column, table = ("shown", "ruling_shown") if kind == "shown" else ("item", "wikidata")
        values = _kept_for(index, table, str(correction["name"])).values()
        here, there = next(iter(values), None), correction[column]
        about = f"the {'name shown for' if kind == 'shown' else 'item of'} {correction['name']}"
    else:
        return None
    return None if here is None else f"{about} is {here} here and {there} there"


def _keep(index: Index, correction: Mapping[str, object]) -> None:
    kind = correction["correction"]
    if kind == "same":
        _put_same(index, *_list(correction["names"]))
    elif kind == "apart":
        put_apart(index, str(correction["name"]))
    elif kind == "shown":
        put_shown(index, str(correction["name"]), str(correction["shown"]))
    elif kind == "wikidata":
        put_item(index, str(correction["name"]), str(correction["item"]))
    else:
        origin = (_maybe(correction[key]) for key in ("url", "title", "published"))
        speakers = tuple(_list(correction["speakers"]))
        text = str(correction["text"])
        keep_fix(index, Fix(str(correction["id"]), speakers, text, None, *origin))


def _put(index: Index, table: str, name: str, value: str) -> None:
    """Keep what a table of names and values has for a name, in the place of what it had."""
    former = [(kept,) for kept in _kept_for(index, table, name)]
    index.executemany(f"DELETE FROM {table} WHERE name = ?", former)  # noqa: S608  our words
    index.execute(f"INSERT INTO {table} VALUES (?, ?)", (name, value))  # noqa: S608


def _kept_for(index: Index, table: str, name: str) -> dict[str, str]:
    """Give the rows of a table of names and values for a name, in whatever letters they have it."""
    rows = index.execute(f"SELECT * FROM {table} ORDER BY name")  # noqa: S608
    return {kept: value for kept, value in rows if fold(kept) == fold(name)}


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text is missing")
    return value


def _maybe(value: object) -> str | None:
    return None if value is None else _text(value)


def _list(value: object) -> list[str]:
    if not isinstance(value, list):
        raise TypeError("a list is missing")
    return value


def _entries(index: Index, condition: str, value: str) -> list[Called]:
    """Give the entries of names that meet a condition, each with its commonest such name."""
    rows = index.execute(
        "SELECT entry.number, entry.name, speaker.name, (SELECT count(*) FROM statement_speaker"  # noqa: S608
        " WHERE speaker = speaker.number) AS said FROM speaker JOIN entry ON entry.number = entry"
        f" WHERE {condition} AND named AND NOT elsewhere"
        " ORDER BY said DESC, speaker.name",
        (value,),
    )
    found: dict[int, Called] = {}
    for entry, shown, name, _ in rows:
        found.setdefault(entry, Called(entry, shown, name))
    return list(found.values())


def _shown_so(index: Index, typed: str) -> list[Called]:
    wanted = fold(" ".join(typed.split()))
    rows = index.execute("SELECT name, shown FROM ruling_shown ORDER BY name").fetchall()
    return [
        called
        for name, shown in rows
        if fold(shown) == wanted
        for called in _entries(index, _BY_KEY, f"= {fold(name)}")
    ][:1]


def _filed(index: Index, typed: str) -> str:
    found = _entries(index, _BY_KEY, f"= {fold(typed.strip())}")
    rows = index.execute(
        "SELECT name FROM speaker_key JOIN speaker ON number = speaker WHERE key = ? AND named",
        (f"= {fold(typed.strip())}",),
    ).fetchall()
    if not found and not rows:
        raise UsageError(
            f"nothing is filed under {typed} as it stands",
            f"quotecli speakers {json.dumps(typed, ensure_ascii=False)} shows a speaker's names",
        )
    return found[0].name if found else str(rows[0][0])


def _same(index: Index) -> Iterator[tuple[str, str]]:
    yield from index.execute("SELECT one, other FROM ruling_same ORDER BY one, other").fetchall()


def _put_same(index: Index, one: str, other: str) -> None:
    pair = sorted((one, other))
    index.execute("INSERT OR IGNORE INTO ruling_same VALUES (?, ?)", pair)
    _mark(index, pair)


def _drop_same(index: Index, pairs: Iterable[tuple[str, str]]) -> None:
    for pair in pairs:
        index.execute("DELETE FROM ruling_same WHERE one = ? AND other = ?", pair)
        _mark(index, pair)


def _mark(index: Index, names: Iterable[str]) -> None:
    """Mark the keys of names, and of all that are one with them now, as stale."""
    for name in names:
        rows = index.execute(
            "SELECT other.name FROM speaker_key"
            " JOIN speaker ON speaker.number = speaker_key.speaker"
            " JOIN speaker AS other ON other.entry = speaker.entry WHERE key = ? AND other.named",
            (f"= {fold(name)}",),
        ).fetchall()
        keys = {key for each in {name, *(n for (n,) in rows)} for key in keys_of(each)}
        index.executemany("INSERT OR IGNORE INTO stale_key VALUES (?)", [(key,) for key in keys])
