"""Under which names the speakers of statements are shown: those of their entries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.names.filed import SEPARATOR
from quotecli.index.store import Index
from quotecli.model import Basis


class Shown(NamedTuple):
    """The speakers of a statement as a reader meets them; the fields are the record's."""

    speaker: str | None
    speakers: tuple[str, ...]
    basis: Basis


class Entry(NamedTuple):
    """The entry of one name that a statement is filed under."""

    name: str
    elsewhere: bool  # whether only other articles tell that it is this one


def entries_of(index: Index, statements: Iterable[int]) -> dict[int, dict[str, Entry]]:
    """Give for each statement the entries of the names that it is filed under, by those names.

    Names that are shown as they stand are left out.
    """
    rows = index.execute(
        "SELECT statement, speaker.name, entry.name, elsewhere FROM json_each(?)"
        " CROSS JOIN statement_speaker ON statement = value"
        " CROSS JOIN speaker ON speaker.number = speaker"
        " CROSS JOIN entry ON entry.number = entry"
        " WHERE elsewhere OR entry.name <> speaker.name",
        (to_json(list(statements)),),
    )
    found: dict[int, dict[str, Entry]] = defaultdict(dict)
    for statement, name, shown, elsewhere in rows:
        found[statement][name] = Entry(shown, bool(elsewhere))
    return found


def as_shown(filed: Shown, entries: Mapping[str, Entry]) -> Shown:
    """Put the names of entries in the place of those under which a statement is filed."""
    if not entries:
        return filed
    parts = filed.speaker.split(SEPARATOR) if filed.speaker else []
    named = {*filed.speakers, *(name for name, entry in entries.items() if entry.elsewhere)}
    order = [*parts, *(name for name in filed.speakers if name not in parts)]
    speakers = dict.fromkeys(_of(name, entries) for name in order if name in named)
    elsewhere = any(entry.elsewhere for entry in entries.values())
    return Shown(
        SEPARATOR.join(dict.fromkeys(_of(name, entries) for name in parts)) or filed.speaker,
        tuple(speakers),
        Basis.ELSEWHERE if elsewhere and filed.basis is not Basis.FIXED else filed.basis,
    )


def _of(name: str, entries: Mapping[str, Entry]) -> str:
    return entries[name].name if name in entries else name
