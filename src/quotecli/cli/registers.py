"""The registry of speakers on the screen, and corrections of it on their way into the index."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.options import Format
from quotecli.cli.printing import can_show, note, screen, write, write_exactly
from quotecli.errors import OlderIndexError, ReadError, UsageError
from quotecli.index.read import record_by_id
from quotecli.index.registry import corrections
from quotecli.index.registry.fixes import drop_fix, put_fix
from quotecli.index.registry.linking import link_speakers
from quotecli.index.registry.profiles import Profile, profiles
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.upgrade import open_for_writing
from quotecli.model import Record
from quotecli.text.names import name_key

_LEFT_OUT = 2  # the exit status where a correction was not taken


def print_speakers(
    db: Path, typed: str | None, sort: str, limit: int | None, format_: Format
) -> None:
    """Print the speakers, or those that a typed name means; one of them as a page."""
    with closing(open_index(db)) as index:
        found = _sorted(profiles(index, typed), sort)
        stranger = _stranger(index, typed) if not found else ""
    shown = [_as_object(profile) for profile in found[:limit]]
    if format_ is Format.TABLE:
        _print_table(shown, is_one=typed is not None and len(found) == 1)
    elif format_ is Format.JSON:
        from quotecli.output.objects_json import json_objects

        write_exactly(json_objects(shown))
    else:
        from quotecli.output.profiles import profile_lines

        write_exactly(profile_lines(shown, format_.value))
    if not found:
        note(stranger)
        raise typer.Exit(NOTHING_FOUND)
    if len(shown) < len(found):
        note(f"{len(shown)} of {len(found):,} speakers; --limit 0 shows all")


def merge(db: Path, names: Sequence[str], *, undo: bool) -> None:
    """Make several speakers one."""
    if len(names) < 2:
        raise UsageError("one name alone cannot be merged", "name two or more speakers")
    with _correcting(db) as index:
        if undo:
            _must(corrections.unmerge(index, names), "nobody has merged these")
        else:
            names = corrections.merge(index, names)
    note(f"{'no longer merged' if undo else 'one speaker now'}: {', '.join(names)}")


def split(db: Path, names: Sequence[str], *, undo: bool) -> None:
    """Take names out of the entry that they were put into."""
    with _correcting(db) as index:
        if undo:
            _must(corrections.unsplit(index, names), "nobody has split these off")
        else:
            corrections.split(index, names)
    note(f"{'linked by the index again' if undo else 'apart now'}: {', '.join(names)}")


def rename(db: Path, name: str, shown: str | None, *, undo: bool) -> None:
    """Show a speaker under another name."""
    if undo == (shown is not None):
        raise UsageError(
            "a new name and --undo exclude each other" if undo else "the new name is missing",
            'write: quotecli speakers rename "Jane Roe" "Jane Doe"',
        )
    with _correcting(db) as index:
        if shown is None:
            _must(corrections.unrename(index, name), f"nobody has renamed {name}")
        else:
            corrections.rename(index, name, shown)
    note(f"{name} is shown as the index has it" if undo else f"{name} is shown as {shown}")


def fix(db: Path, id_: str, names: tuple[str, ...], *, unknown: bool, undo: bool) -> None:
    """Correct the speaker of one statement."""
    if (bool(names), unknown, undo).count(True) != 1:
        raise UsageError(
            "say one thing of the statement", "give --speaker NAME, --unknown or --undo"
        )
    with _correcting(db) as index:
        if undo and drop_fix(index, id_):
            told = [f"{id_}: as the article has it"]
        else:
            record = record_by_id(index, id_)
            if record is None:
                note(f"no statement has the ID {id_}; quotecli search shows the IDs")
                raise typer.Exit(NOTHING_FOUND)
            if undo:
                _must(drop_fix(index, record.id), f"nobody has corrected {record.id}")
                told = [f"{record.id}: as the article has it"]
            else:
                told = _fixed(index, record, names)
    for line in told:
        note(line)


def _fixed(index: Index, record: Record, names: Sequence[str]) -> list[str]:
    """Keep who made a statement; gives what to tell of that."""
    # As --json has them, "Jane Roe; John Doe" are two.
    typed = [one for name in names for one in name.split(";") if one.strip()] or names
    speakers = dict(_speaker_to_file(index, name) for name in typed)
    remarks = [_about_new(index, name) for name, known in speakers.items() if known is None]
    put_fix(index, record, list(speakers))
    shown = "; ".join(known or name for name, known in speakers.items())
    return [f"{record.id}: {shown or 'speaker unknown'}", *remarks]


def export(db: Path, path: Path | None) -> None:
    """Write all corrections, one JSON object a line."""
    from quotecli.output.records_json import escaped

    with closing(open_index(db)) as index:
        lines = [escaped(one) + "\n" for one in corrections.exported(index)]
    if path is None or str(path) == "-":
        write_exactly(lines)
        return
    try:
        path.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise ReadError(f"cannot write {path}: {error.strerror}", "name another file") from error
    note(f"{len(lines)} correction{'' if len(lines) == 1 else 's'} written to {path}")


def import_corrections(db: Path, path: Path, *, replace: bool) -> None:
    """Take in what ``export`` wrote; the file is taken as a whole or, where it is wrong, not."""
    told: list[dict[str, Any]] = []
    for number, line in enumerate(_text_of(path).splitlines(), start=1):
        if line.strip():
            told.append(_object(line, path, number))
    with _correcting(db) as index:
        try:
            result = corrections.take_in(index, told, replace=replace)
        except (KeyError, TypeError, ValueError) as error:
            raise ReadError(
                f"{path} holds an object that is no correction", "see docs/record.md"
            ) from error
    note(f"corrections: {result.new} new, {result.known} known")
    for conflict in result.conflicts:
        note(f"left out: {conflict}; --replace takes what the file says")
    if result.conflicts:
        raise typer.Exit(_LEFT_OUT)


def import_wikidata(db: Path, path: Path, *, replace: bool) -> None:
    """Take in a table of names and Wikidata items; nothing is fetched."""
    import csv
    import re

    text = _text_of(path)
    rows = list(csv.reader(text.splitlines(), delimiter="\t" if "\t" in text else ","))
    told, strangers = [], []
    with _correcting(db) as index:
        for number, row in enumerate(rows, start=1):
            item = next((cell.strip() for cell in row if re.fullmatch(r"\s*Q\d+\s*", cell)), None)
            name = next((cell.strip() for cell in row if cell.strip() not in {"", item}), None)
            if item is None or name is None:
                if number > 1 and row:
                    raise ReadError(
                        f"{path}: line {number} has no name and item", "write: Jane Roe<TAB>Q42"
                    )
                continue  # a header
            try:
                filed = corrections.entry_called(index, name).name
                told.append({"correction": "wikidata", "name": filed, "item": item})
            except UsageError as error:
                strangers.append(error.message)
        result = corrections.take_in(index, told, replace=replace)
    note(f"Wikidata items: {result.new} new, {result.known} known")
    for message in (*strangers, *result.conflicts):
        note(f"left out: {message}")
    if result.conflicts:
        raise typer.Exit(_LEFT_OUT)


@contextmanager
def _correcting(db: Path) -> Iterator[Index]:
    """Open an index that is there, and link its speakers anew once the block has corrected it."""
    with suppress(OlderIndexError):
        open_index(db).close()  # which says so where there is none
    with closing(open_for_writing(db)) as index, transaction(index):
        yield index
        link_speakers(index)


def _must(done: bool, message: str) -> None:
    if not done:
        raise UsageError(message, "quotecli speakers export lists all corrections")


def _speaker_to_file(index: Index, typed: str) -> tuple[str, str | None]:
    """Give the name under which to file what somebody said, and under which they are shown.

    A stranger's is as it was typed, and shown nowhere yet. A full name is no bare surname that the
    index has: whose that is, linking tells.

    Raises:
        UsageError: it is no name, or may be several speakers.
    """
    typed = " ".join(typed.split())
    if not any(character.isalnum() for character in typed):
        raise UsageError(f"{typed!r} is no name", "write a name as in --speaker Putin")
    known = corrections.known_speaker(index, typed)
    if known is None or len(name_key(known.name)) == 1 < len(name_key(typed)):
        return typed, None
    return known.name, known.shown


def _about_new(index: Index, name: str) -> str:
    from quotecli.search.suggest import similar_speakers

    return f"{name} is a new speaker{_question(similar_speakers(index, name))}"


def _question(similar: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(similar)}?" if similar else ""


def _text_of(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise ReadError(f"cannot read {path}: {error.strerror}", "name another file") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is not UTF-8", "name a file that export wrote") from error


def _object(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise ReadError(f"{path}: line {number} is no JSON object", "name a file of corrections")
    return value


def _print_table(shown: list[dict[str, Any]], *, is_one: bool) -> None:
    from quotecli.output import profiles as pages
    from quotecli.output.bars import BLOCKS

    seen = screen()._asdict()
    if is_one:
        write([pages.render_profile(shown[0], **seen, blocks=can_show(BLOCKS))])
    else:
        write([pages.render_profiles(shown, **seen)])


def _as_object(profile: Profile) -> dict[str, Any]:
    return {**profile._asdict(), "roles": [role._asdict() for role in profile.roles]}


def _stranger(index: Index, typed: str | None) -> str:
    if typed is None:
        return "the index names no speakers yet"
    from quotecli.index.names.speakers import speaker_names
    from quotecli.search.suggest import similar_names

    similar = similar_names(typed, speaker_names(index, limit=None))
    return f"no speaker in the index is called {typed}{_question(similar)}"


def _sorted(found: list[Profile], sort: str) -> list[Profile]:
    """Sort what comes with the most statements first; of equal ones the order stays."""
    if sort == "name":
        from quotecli.text.normalise import fold

        return sorted(found, key=lambda profile: fold(profile.name))
    if sort == "articles":
        return sorted(found, key=lambda profile: -profile.articles)
    if sort == "statements":
        return found
    return sorted(found, key=lambda profile: getattr(profile, sort) or "", reverse=True)
