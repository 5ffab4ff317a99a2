"""Files, articles and statements into rows, and out again without a trace.

Every function runs within a transaction of the caller's (``store.transaction``).
"""

from collections.abc import Iterable, Sequence

from quotecli.index.columns import blocks_to, metadata_to, problems_to, to_json
from quotecli.index.copies.groups import group_statements, statements_leave
from quotecli.index.copies.wordings import Said, wording_number
from quotecli.index.files import FileVersion
from quotecli.index.names.filed import FILED_AS, number_of_speaker, remove_speakers, speakers_of
from quotecli.index.registry.fixes import mark_stale_of
from quotecli.index.registry.roles import office_of, role_of
from quotecli.index.store import Index, reported
from quotecli.index.words.derived import site_of, variants_of
from quotecli.index.words.searchable import put_words_in, take_words_out
from quotecli.index.words.vocabulary import add_words, remove_words
from quotecli.model import Article, Basis, Extraction, Problem, Statement
from quotecli.text.unspoken import is_unspoken


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
        updated=metadata.updated,
        site=site_of(metadata),
        blocks=blocks_to(article.blocks),
        text=article.text,
    )
    index.execute(
        "INSERT INTO article_words (rowid, text) SELECT number, text FROM article WHERE number = ?",
        (number,),
    )
    said = [_put_statement(index, number, statement) for statement in extraction.statements]
    group_statements(index, said)
    statements = to_json(said)
    put_words_in(index, statements)
    index.execute(
        "INSERT INTO article_titles (rowid, title) VALUES (?, ?)", (number, metadata.title)
    )
    add_words(index, ((told.text, told.speaker) for told in extraction.statements))
    mark_stale_of(index, statements)


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
    mark_stale_of(index, statements)
    take_words_out(index, statements)
    index.execute(
        "INSERT INTO article_titles (article_titles, rowid, title)"
        " SELECT 'delete', number, title FROM article WHERE file = ?",
        (file,),
    )
    told = index.execute(
        f"SELECT text, {FILED_AS} FROM statement"  # noqa: S608  our own words
        " WHERE number IN (SELECT value FROM json_each(?))",
        (statements,),
    )
    remove_words(index, told)
    with statements_leave(index, statements):
        index.execute(
            "DELETE FROM statement_speaker WHERE statement IN (SELECT value FROM json_each(?))",
            (statements,),
        )
        index.execute(
            "DELETE FROM statement WHERE number IN (SELECT value FROM json_each(?))",
            (statements,),
        )
    index.execute(
        "INSERT INTO article_words (article_words, rowid, text)"
        " SELECT 'delete', number, text FROM article WHERE file = ?",
        (file,),
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
    remove_speakers(index, idle)


def _put_statement(index: Index, article: int, statement: Statement) -> int:
    speakers = to_json(statement.speakers)
    said = Said(
        statement.kind, statement.text, speakers, date=statement.date, said_on=statement.said_on
    )
    role, office = _role_and_office(statement)
    number = _insert(
        index,
        "statement",
        article=article,
        kind=statement.kind,
        date=statement.date,
        said_on=statement.said_on,
        wording=wording_number(said),
        id=statement.id,
        speaker=statement.speaker,
        text=statement.text,
        variants=variants_of(f"{statement.text} {statement.speaker or ''}"),
        speakers=speakers,
        mention=statement.mention,
        cue=statement.cue,
        segments=to_json(statement.segments),
        mention_spans=to_json(statement.mention_spans),
        cue_spans=to_json(statement.cue_spans),
        basis=statement.basis,
        confidence=statement.confidence,
        thought=is_unspoken(statement.cue),
        role=role,
        office=office,
    )
    for speaker in _speakers(index, statement):
        _insert(index, "statement_speaker", speaker=speaker, statement=number, date=statement.date)
    return number


def _role_and_office(statement: Statement) -> tuple[str | None, str | None]:
    if len(statement.speakers) == 1 and statement.speaker == statement.speakers[0]:
        role = role_of(statement.mention, statement.speakers[0], statement.basis)
        return role, office_of(role)
    nobody = not statement.speakers and statement.basis is Basis.UNNAMED
    return None, office_of(statement.mention) if nobody else None


def _speakers(index: Index, statement: Statement) -> Iterable[int]:
    names = speakers_of(statement.speaker, statement.speakers)
    return [number_of_speaker(index, name, named) for name, named in names.items()]


def _insert(index: Index, table: str, **columns: object) -> int:
    names = ", ".join(columns)
    marks = ", ".join("?" * len(columns))
    cursor = index.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608  names are this file's own
        tuple(columns.values()),
    )
    return cursor.lastrowid or 0
