"""Corrections of single statements: kept apart, and put upon what the extractor found.

A correction is known by its statement's id. Where an article or the extractor has changed and no
statement has that id any more, it goes to the one statement of the same article whose words
overlap; where there is none or several it waits.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.copies.groups import statements_change
from quotecli.index.names.filed import FILED_AS, SEPARATOR, number_of_speaker, speakers_of
from quotecli.index.store import Index, reported
from quotecli.index.words.derived import variants_of
from quotecli.index.words.searchable import put_words_in, take_words_out
from quotecli.index.words.vocabulary import add_words, remove_words
from quotecli.model import Record
from quotecli.text.normalise import fold

_WORD = re.compile(r"\w+")
_FEWEST_SHARED = 3  # words
_LEAST_OVERLAP = 0.7  # of the words of the shorter one


class Fix(NamedTuple):
    """The speakers of a statement as a user has them; of none nobody is known.

    What follows ``text`` tells the article; ``path`` is None where the correction was imported.
    """

    id: str
    speakers: tuple[str, ...]
    text: str
    path: str | None
    url: str | None
    title: str | None
    published: str | None


@reported
def put_fix(index: Index, record: Record, speakers: Sequence[str]) -> None:
    """Keep a correction of a statement; ``apply_fixes`` puts it into force."""
    keep_fix(
        index,
        Fix(
            record.id,
            tuple(speakers),
            record.text,
            record.path,
            record.url,
            record.title,
            record.published,
        ),
    )


@reported
def keep_fix(index: Index, fix: Fix) -> None:
    """Keep a correction in the place of any other one of the same statement."""
    index.execute(
        "INSERT OR REPLACE INTO ruling_speaker VALUES (?, ?, ?, ?, ?, ?, ?)",
        (fix.id, to_json(fix.speakers), *fix[2:]),
    )


@reported
def drop_fix(index: Index, id_: str) -> bool:
    """Take a correction back; tell whether there was one."""
    return index.execute("DELETE FROM ruling_speaker WHERE id = ?", (id_,)).rowcount > 0


@reported
def fixes(index: Index) -> list[Fix]:
    """Give all corrections of statements, by id."""
    rows = index.execute(
        "SELECT id, speakers, text, path, url, title, published FROM ruling_speaker ORDER BY id"
    )
    return [Fix(id_, tuple(json.loads(speakers)), *rest) for id_, speakers, *rest in rows]


@reported
def apply_fixes(index: Index) -> list[Fix]:
    """Put all corrections into force, and give those whose statement cannot be told any more.

    Keys of names that gain or lose a statement are marked as stale.
    """
    wanted: dict[int, str] = {}
    waiting = []
    for fix in fixes(index):
        rows = index.execute("SELECT number FROM statement WHERE id = ?", (fix.id,)).fetchall()
        numbers = [number for (number,) in rows] or _statements_now(index, fix)
        if not numbers:
            waiting.append(fix)
        wanted |= dict.fromkeys(numbers, to_json(fix.speakers))
    in_force = dict(
        index.execute("SELECT number, fixed FROM statement WHERE fixed IS NOT NULL").fetchall()
    )
    for number in sorted(wanted.keys() | in_force.keys()):
        if wanted.get(number) != in_force.get(number):
            _set(index, number, wanted.get(number))
    return waiting


def _statements_now(index: Index, fix: Fix) -> list[int]:
    """Find the one statement that has become of the corrected one."""
    rows = index.execute(
        "SELECT statement.number, statement.text FROM article JOIN file ON file.number = file"
        " JOIN statement ON article = article.number"
        " WHERE (path = :path OR url = :url OR title = :title AND published = :published)"
        " AND id NOT IN (SELECT id FROM ruling_speaker)",
        {"path": fix.path, "url": fix.url, "title": fix.title, "published": fix.published},
    )
    found = [number for number, text in rows if _overlap(fix.text, text)]
    return found if len(found) == 1 else []


def _overlap(one: str, other: str) -> bool:
    a, b = set(_WORD.findall(fold(one))), set(_WORD.findall(fold(other)))
    shared = len(a & b)
    return shared >= min(_FEWEST_SHARED, len(a)) and shared >= _LEAST_OVERLAP * min(len(a), len(b))


def _set(index: Index, statement: int, fixed: str | None) -> None:
    date, text, was, speaker, speakers = index.execute(
        f"SELECT date, text, {FILED_AS}, speaker, speakers FROM statement"  # noqa: S608  our words
        " WHERE number = ?",
        (statement,),
    ).fetchone()
    if fixed is None:
        names = speakers_of(speaker, json.loads(speakers))
    else:
        names = dict.fromkeys(json.loads(fixed), True)
        speaker = SEPARATOR.join(names) or None
    just_this = to_json([statement])
    take_words_out(index, just_this)
    mark_stale_of(index, just_this)
    index.execute("DELETE FROM statement_speaker WHERE statement = ?", (statement,))
    with statements_change(index, just_this):
        index.execute(
            "UPDATE statement SET fixed = ?, variants = ? WHERE number = ?",
            (fixed, variants_of(f"{text} {speaker or ''}"), statement),
        )
    index.executemany(
        "INSERT INTO statement_speaker (speaker, statement, date) VALUES (?, ?, ?)",
        [(number_of_speaker(index, name, named), statement, date) for name, named in names.items()],
    )
    mark_stale_of(index, just_this)
    put_words_in(index, just_this)
    remove_words(index, [(text, was)])
    add_words(index, [(text, speaker)])


def mark_stale_of(index: Index, statements: str) -> None:
    """Note whose links hang on these statements, numbers as a JSON array."""
    index.execute(
        "INSERT OR IGNORE INTO stale_key SELECT key FROM speaker_key WHERE speaker IN"
        " (SELECT speaker FROM json_each(?) CROSS JOIN statement_speaker ON statement = value)",
        (statements,),
    )
    index.execute(
        "INSERT OR IGNORE INTO stale_key SELECT 'r ' || office FROM json_each(?)"
        " CROSS JOIN statement ON number = value WHERE office IS NOT NULL",
        (statements,),
    )
