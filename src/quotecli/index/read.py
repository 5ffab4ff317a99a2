"""Statements and articles, as the rest of the program knows them, out of the index.

Each function runs a fixed number of SQL statements, however much it finds.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from quotecli.errors import UsageError
from quotecli.index.columns import (
    UnreadableRowError,
    blocks_from,
    member_from,
    names_from,
    spans_from,
    to_json,
)
from quotecli.index.copies.reading import copies_of, elsewhere, hidden_copies
from quotecli.index.filters import Counts, Filter, statement_numbers
from quotecli.index.names.filed import SEPARATOR
from quotecli.index.names.shown import Shown, as_shown, entries_of
from quotecli.index.names.speakers import speaker_numbers
from quotecli.index.store import Index, reported
from quotecli.model import Also, Article, Basis, Kind, Metadata, Record
from quotecli.text.days import Period

_FEWEST_CHARACTERS = 4  # of an id; fewer are sooner a slip than a choice
_MOST_CANDIDATES = 5


class Extent(NamedTuple):
    """How much the index holds; the days are the first and the last of publication."""

    articles: int
    statements: int
    first: str | None
    last: str | None


class Reach(NamedTuple):
    """Which articles the index has; the days are the first and the last of publication."""

    articles: int
    first: str | None
    last: str | None


class _Row(NamedTuple):
    """A statement as selected; see schema.sql."""

    number: int
    article: int
    leader: int | None
    id: str
    kind: str
    text: str
    speaker: str | None
    speakers: str
    mention: str | None
    cue: str | None
    said_on: str | None
    published: str | None
    date: str | None
    outlet: str | None
    title: str | None
    author: str | None
    url: str | None
    path: str | None
    segments: str
    mention_spans: str
    cue_spans: str
    basis: str
    confidence: float
    fixed: str | None


@reported
def find_records(index: Index, wanted: Filter, counts: Counts | None = None) -> list[Record]:
    """Give the statements that meet the conditions, in their order.

    ``counts`` spares a second look at all copies, see ``filters.statement_numbers``.

    Raises:
        UsageError: a speaker's or outlet's name has no letter or digit.
    """
    return _records(index, statement_numbers(index, wanted, counts))


@reported
def records_of(index: Index, numbers: Sequence[int]) -> list[Record]:
    """Give the statements with these numbers, in this order."""
    return _records(index, numbers)


@reported
def records_of_period(
    index: Index,
    period: Period,
    speakers: Sequence[str] = (),
    kinds: Sequence[Kind] = (),
    *,
    collapsed: bool = False,
) -> list[Record]:
    """Give what was said in the period or published in it, in the order of publication and text.

    Args:
        index: an open index.
        period: the days.
        speakers: names as typed, any of which will do; none at all means everybody.
        kinds: any of them will do; none at all means every kind.
        collapsed: of the copies of one statement only the fullest of these.

    Raises:
        UsageError: a speaker's name has no letter or digit.
    """
    numbers = sorted({n for typed in speakers for n in speaker_numbers(index, typed)})
    asked = {
        " AND statement.number IN (SELECT statement FROM statement_speaker"
        " WHERE speaker IN (SELECT value FROM json_each(:speakers)))": bool(speakers),
        " AND kind IN (SELECT value FROM json_each(:kinds))": bool(kinds),
    }
    met = (
        "SELECT statement.number AS spoken FROM statement WHERE statement.number IN ("  # noqa: S608
        " SELECT number FROM statement WHERE said_on BETWEEN :first AND :last"
        " UNION SELECT statement.number FROM article JOIN statement ON article = article.number"
        " WHERE published BETWEEN :first AND :last)"
        f"{''.join(condition for condition, is_asked in asked.items() if is_asked)}"
    )
    condition = f"statement.number IN ({met})"
    if collapsed:
        left_out = hidden_copies(f"({met})", "true", "spoken")
        condition += f" AND statement.number NOT IN ({left_out})"
    rows = index.execute(
        "SELECT statement.number FROM statement JOIN article ON article.number = article"  # noqa: S608
        f" WHERE {condition} ORDER BY published NULLS LAST, article.number, statement.number",
        {**period._asdict(), "speakers": to_json(numbers), "kinds": to_json(kinds)},
    )
    return _records(index, [number for (number,) in rows])


@reported
def variants_of(index: Index, record: Record) -> list[Record]:
    """Give all copies of a statement of this index, itself too, the earliest published first."""
    number = _first_of_id(index, record.id)
    rows = index.execute(
        "SELECT copy.statement FROM copy JOIN statement ON statement.number = copy.statement"
        " JOIN article ON article.number = article"
        " WHERE leader = (SELECT leader FROM copy WHERE statement = ?)"
        " ORDER BY published NULLS LAST, rank",
        (number,),
    )
    return _records(index, [copy for (copy,) in rows] or [number])


@reported
def record_by_id(index: Index, id_: str) -> Record | None:
    """Give the statement with this id, or with the only id that begins so (4 characters or more).

    Of several articles with the same text the one published first gives the record.

    Raises:
        UsageError: several ids begin with ``id_``.
    """
    full = _full_id(index, id_)
    if full is None:
        return None
    return _records(index, [_first_of_id(index, full)])[0]


@reported
def article_of(index: Index, record: Record) -> Article:
    """Give the article in which a record of this index stands."""
    row = _one(
        index,
        # CROSS JOIN: from the id on, as a file may hold very many articles.
        "SELECT article.text, blocks, title, url, outlet, author, published, updated, path"
        " FROM statement"
        " CROSS JOIN article ON article.number = article CROSS JOIN file ON file.number = file"
        " WHERE id = ? AND path IS ? AND url IS ? AND title IS ?"
        " ORDER BY published NULLS LAST, article.number LIMIT 1",
        (record.id, record.path, record.url, record.title),
    )
    text, blocks, title, url, outlet, author, published, updated, path = row
    return Article(
        text=text,
        blocks=blocks_from(blocks),
        metadata=Metadata(title, url, outlet, author, published, updated),
        path=path,
    )


@reported
def articles_of(index: Index, records: Sequence[Record]) -> list[Article]:
    """Give the article of each record, in this order; as ``article_of``, but for many at once."""
    rows = index.execute(
        "SELECT statement.id, path, url, title, article.text, blocks, outlet, author, published,"
        " updated"
        " FROM statement CROSS JOIN article ON article.number = article"
        " CROSS JOIN file ON file.number = file"
        " WHERE id IN (SELECT value FROM json_each(?))"
        " ORDER BY published NULLS LAST, article.number",
        (to_json(sorted({record.id for record in records})),),
    )
    found: dict[tuple[str | None, ...], Article] = {}
    for id_, path, url, title, text, blocks, outlet, author, published, updated in rows:
        metadata = Metadata(title, url, outlet, author, published, updated)
        article = Article(text, blocks_from(blocks), metadata, path)
        found.setdefault((id_, path, url, title), article)
    try:
        return [found[record.id, record.path, record.url, record.title] for record in records]
    except KeyError as error:
        raise UnreadableRowError("a row is missing") from error


@reported
def extent(index: Index) -> Extent:
    """Tell how much the index holds."""
    row = _one(
        index,
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM statement),"
        " (SELECT min(published) FROM article), (SELECT max(published) FROM article)",
    )
    return Extent(*row)


@reported
def reach(index: Index) -> Reach | None:
    """Tell which articles the index has, None where no statement is in it.

    A search that finds nothing says so at once: ``extent`` has to go through all statements.
    """
    if index.execute("SELECT 1 FROM statement LIMIT 1").fetchone() is None:
        return None
    row = _one(
        index,
        "SELECT (SELECT count(*) FROM article), (SELECT min(published) FROM article),"
        " (SELECT max(published) FROM article)",
    )
    return Reach(*row)


def _full_id(index: Index, id_: str) -> str | None:
    if not id_.isascii():
        return None
    if index.execute("SELECT 1 FROM statement WHERE id = ?", (id_,)).fetchone():
        return id_
    id_ = id_.strip().lower()  # as every ID that the program makes
    if len(id_) < _FEWEST_CHARACTERS:
        return None
    found = index.execute(
        "SELECT DISTINCT id FROM statement WHERE id BETWEEN ? AND ? LIMIT ?",
        (id_, id_ + chr(0x10FFFF), _MOST_CANDIDATES + 1),
    ).fetchall()
    if len(found) > 1:
        ids = [full for (full,) in found]
        shown = ", ".join(ids[:_MOST_CANDIDATES]) + (", …" if len(ids) > _MOST_CANDIDATES else "")
        raise UsageError(f"several statements begin with {id_}: {shown}", "give the id in full")
    return str(found[0][0]) if found else None


def _first_of_id(index: Index, id_: str) -> int:
    (number,) = _one(
        index,
        "SELECT statement.number FROM statement JOIN article ON article.number = article"
        " WHERE id = ? ORDER BY published NULLS LAST, article.number LIMIT 1",
        (id_,),
    )
    return int(number)


def _one(index: Index, query: str, values: tuple[str | None, ...] = ()) -> Any:
    row = index.execute(query, values).fetchone()
    if row is None:  # one table or B-tree has what another lacks
        raise UnreadableRowError("a row is missing")
    return row


def _records(index: Index, numbers: Sequence[int]) -> list[Record]:
    """Give the statements with these numbers, in this order."""
    found = index.execute(
        "SELECT statement.number, article, leader, id, kind, statement.text, speaker, speakers,"
        " mention, cue, said_on, published, date, outlet, title, author, url, path,"
        " segments, mention_spans, cue_spans, basis, confidence, fixed"
        " FROM statement JOIN article ON article.number = article JOIN file ON file.number = file"
        " LEFT JOIN copy ON copy.statement = statement.number"
        " WHERE statement.number IN (SELECT value FROM json_each(?))",
        (to_json(numbers),),
    )
    rows = {row.number: row for row in map(_Row._make, found)}
    if not rows.keys() >= set(numbers):
        raise UnreadableRowError("a row is missing")
    copies = copies_of(index, {row.leader for row in rows.values() if row.leader is not None})
    entries = entries_of(index, rows)
    return [
        _record(
            row,
            as_shown(_filed(row), entries.get(row.number, {})),
            elsewhere(copies.get(row.leader, ()), row.article),
        )
        for row in (rows[number] for number in numbers)
    ]


def _filed(row: _Row) -> Shown:
    if row.fixed is None:
        return Shown(row.speaker, names_from(row.speakers), member_from(Basis, row.basis))
    names = names_from(row.fixed)
    return Shown(SEPARATOR.join(names) or None, names, Basis.FIXED)


def _record(row: _Row, shown: Shown, also: tuple[Also, ...]) -> Record:
    return Record(
        id=row.id,
        kind=member_from(Kind, row.kind),
        text=row.text,
        speaker=shown.speaker,
        speakers=shown.speakers,
        mention=row.mention,
        cue=row.cue,
        said_on=row.said_on,
        published=row.published,
        date=row.date,
        outlet=row.outlet,
        title=row.title,
        author=row.author,
        url=row.url,
        path=row.path,
        segments=spans_from(row.segments),
        mention_spans=spans_from(row.mention_spans),
        cue_spans=spans_from(row.cue_spans),
        basis=shown.basis,
        confidence=row.confidence,
        also=also,
    )
