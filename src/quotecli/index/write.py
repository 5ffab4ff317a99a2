"""Files, articles and statements into rows, and out again without a trace.

Every function runs within a transaction of the caller's (``store.transaction``).
"""

from collections.abc import Iterable, Sequence

from quotecli.index.columns import blocks_to, metadata_to, problems_to, to_json
from quotecli.index.derived import site_of, wording_of
from quotecli.index.files import FileVersion
from quotecli.index.names import name_words
from quotecli.index.store import Index, reported
from quotecli.model import Article, Extraction, Problem, Statement
from quotecli.text.names import name_key

_SEPARATOR = "; "  # between the names in ``Statement.speaker``


@reported
def add_file(index: Index, version: FileVersion) -> int:
    """Add a file without articles and give its number; none may be known at its path."""
    return _insert(
        index,
        "file",
        path=version.path,
        sha256=version.sha256,
        extractor=version.extractor,
        given=metadata_to(version.given),
        losses="[]",
    )


@reported
def add_article(
    index: Index, file: int, position: int, article: Article, extraction: Extraction
) -> None:
    """Add an article and its statements as the one at ``position`` (from 0) of a file."""
    metadata = article.metadata
    number = _insert(
        index,
        "article",
        file=file,
        position=position,
        title=metadata.title,
        url=metadata.url,
        outlet=metadata.outlet,
        author=metadata.author,
        published=metadata.published,
        site=site_of(metadata),
        blocks=blocks_to(article.blocks),
        text=article.text,
    )
    for statement in extraction.statements:
        _put_statement(index, number, statement)
    index.execute(
        "INSERT INTO statement_words (rowid, text, speaker, filed)"
        " SELECT number, text, speaker, filed FROM searchable WHERE article = ?",
        (number,),
    )


@reported
def put_losses(index: Index, file: int, losses: Sequence[Problem]) -> None:
    """Keep which articles of a file could not be read, to be told while it is unchanged."""
    index.execute("UPDATE file SET losses = ? WHERE number = ?", (problems_to(losses), file))


@reported
def move_file(index: Index, file: int, path: str | None) -> None:
    """Note that a file lies elsewhere now; none may be known there."""
    index.execute("UPDATE file SET path = ? WHERE number = ?", (path, file))


@reported
def remove_file(index: Index, file: int) -> None:
    """Take out a file with its articles and statements, and speakers who then have none left."""
    statements = _numbers(
        index,
        "SELECT statement.number FROM article JOIN statement ON article = article.number"
        " WHERE file = ?",
        file,
    )
    speakers = _numbers(
        index,
        "SELECT DISTINCT speaker FROM statement_speaker"
        " WHERE statement IN (SELECT value FROM json_each(?))",
        statements,
    )
    index.execute(
        "INSERT INTO statement_words (statement_words, rowid, text, speaker, filed)"
        " SELECT 'delete', number, text, speaker, filed FROM searchable"
        " WHERE number IN (SELECT value FROM json_each(?))",
        (statements,),
    )
    index.execute(
        "DELETE FROM statement_speaker WHERE statement IN (SELECT value FROM json_each(?))",
        (statements,),
    )
    index.execute(
        "DELETE FROM statement WHERE number IN (SELECT value FROM json_each(?))", (statements,)
    )
    index.execute("DELETE FROM article WHERE file = ?", (file,))
    index.execute("DELETE FROM file WHERE number = ?", (file,))
    _remove_idle_speakers(index, speakers)


def _numbers(index: Index, query: str, value: int | str) -> str:
    """Give the numbers that a query finds as JSON, the form in which one value holds many."""
    return to_json([number for (number,) in index.execute(query, (value,))])


def _remove_idle_speakers(index: Index, speakers: str) -> None:
    idle = _numbers(
        index,
        "SELECT value FROM json_each(?) WHERE NOT EXISTS"
        " (SELECT 1 FROM statement_speaker WHERE speaker = value)",
        speakers,
    )
    index.execute(
        "DELETE FROM speaker_word WHERE speaker IN (SELECT value FROM json_each(?))", (idle,)
    )
    index.execute("DELETE FROM speaker WHERE number IN (SELECT value FROM json_each(?))", (idle,))


def _put_statement(index: Index, article: int, statement: Statement) -> None:
    number = _insert(
        index,
        "statement",
        article=article,
        kind=statement.kind,
        date=statement.date,
        said_on=statement.said_on,
        wording=wording_of(statement.text),
        id=statement.id,
        speaker=statement.speaker,
        text=statement.text,
        speakers=to_json(statement.speakers),
        mention=statement.mention,
        cue=statement.cue,
        segments=to_json(statement.segments),
        mention_spans=to_json(statement.mention_spans),
        cue_spans=to_json(statement.cue_spans),
        basis=statement.basis,
        confidence=statement.confidence,
    )
    for speaker in _speakers(index, statement):
        _insert(index, "statement_speaker", speaker=speaker, statement=number, date=statement.date)


def _speakers(index: Index, statement: Statement) -> Iterable[int]:
    named = dict.fromkeys(statement.speakers, True)
    filed_as = (statement.speaker or "").split(_SEPARATOR)
    unnamed = dict.fromkeys((name for name in filed_as if name and name not in named), False)
    return [_speaker(index, name, is_name) for name, is_name in (named | unnamed).items()]


def _speaker(index: Index, name: str, named: bool) -> int:
    known = index.execute(
        "SELECT number FROM speaker WHERE name = ? AND named = ?", (name, named)
    ).fetchone()
    if known:
        return int(known[0])
    number = _insert(index, "speaker", name=name, named=named)
    for word in {*name_words(name), *name_key(name)}:
        _insert(index, "speaker_word", word=word, speaker=number)
    return number


def _insert(index: Index, table: str, **columns: object) -> int:
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    cursor = index.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608  names are this file's own
        tuple(columns.values()),
    )
    return cursor.lastrowid or 0
