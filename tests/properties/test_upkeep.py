"""Whatever came, changed and went: the index is what its articles and corrections alone make."""

from contextlib import closing, suppress
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.errors import UsageError
from quotecli.index.files import FileVersion
from quotecli.index.read import record_by_id
from quotecli.index.registry import corrections
from quotecli.index.registry.fixes import drop_fix, put_fix
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import Index, open_index, savepoint, transaction
from quotecli.index.write import add_article, add_file, move_file, remove_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Span, Statement

NAMES = (
    "Ada Brook|A. Brook|Brook|Ben Brook|Ada C. Brook|Łukasz Lind|Lukasz Lind|Kim|Kim Jong Un"
    "|Foreign Ministry|the Foreign Ministry|Dr"
).split("|")
UNNAMED = ("a senior aide", "the French president", "President of France", "she")
TEXTS = (
    "We shall rebuild the old harbour before the winter storms arrive",
    "We shall rebuild the harbor before the winter storms arrive",
    "shall rebuild the old harbour before the winter",
    "We shall not rebuild the old harbour before the winter storms arrive",
    "The cease-fire in Łódź holds, \ue000s1 says \0 nobody",
    "No",
    "",
    "\u202e\u0301 ﷽ ǅ İ ß",
)
DAYS = (None, "2022-01-01", "2022-01-03", "2022-06-01", "0001-01-01", "9999-12-31")
OUTLETS = (None, "Post", "Gull", "Łódź\0Tägesblatt")
RULINGS = ("ruling_same", "ruling_apart", "ruling_shown", "ruling_speaker", "wikidata")
PATHS = ("/a", "/b", "/c", "/d")

told = st.tuples(
    st.sampled_from(TEXTS),
    st.lists(st.sampled_from(NAMES), max_size=2, unique=True),
    st.none() | st.sampled_from(UNNAMED),
    st.sampled_from(["", "French President "]),
    st.sampled_from(DAYS),
    st.booleans(),
    st.sampled_from(Kind),
)
articles = st.tuples(
    st.lists(told, max_size=3), st.sampled_from(DAYS), st.sampled_from(OUTLETS), st.text(max_size=5)
)
steps = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(PATHS), st.lists(articles, min_size=1, max_size=2)),
    st.tuples(
        st.just("interrupt"), st.sampled_from(PATHS), st.lists(articles, min_size=1, max_size=2)
    ),
    st.tuples(st.just("remove"), st.sampled_from(PATHS)),
    st.tuples(st.just("move"), st.sampled_from(PATHS), st.sampled_from(PATHS)),
    st.tuples(
        st.just("fix"),
        st.integers(0, 30),
        st.lists(st.sampled_from([*NAMES, "Cy Coe"]), max_size=2, unique=True),
    ),
    st.tuples(st.just("unfix"), st.integers(0, 3)),
    st.tuples(st.just("merge"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("split"), st.sampled_from(NAMES)),
    st.tuples(st.just("unsplit"), st.sampled_from(NAMES)),
    st.tuples(st.just("unmerge"), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.tuples(st.just("rename"), st.sampled_from(NAMES), st.sampled_from(["Dee Doe", "Ada Brook"])),
    st.tuples(st.just("unrename"), st.sampled_from(NAMES)),
    st.tuples(st.just("link")),
)


def statement_of(number: int, what: Any, title: str) -> Statement:
    text, names, unnamed, office, day, stated, kind = what
    parts = [*names, *([unnamed] if unnamed else [])]
    mention = f"{office}{names[0]}" if names else unnamed
    return Statement(
        id=f"{crc32(repr((text, names, number, title)).encode()):08x}",
        kind=kind,
        text=text,
        speaker="; ".join(parts) or None,
        speakers=tuple(names),
        mention=mention,
        cue="hoped" if office else "said",
        said_on=day if stated else None,
        date=day,
        segments=(Span(number, number + 1),),
        mention_spans=(),
        cue_spans=(),
        basis=Basis.NAMED if names else Basis.UNNAMED,
        confidence=0.5,
    )


def put(index: Index, path: str, texts: Any) -> None:
    file = add_file(index, FileVersion(path, path, "test-1", Metadata()))
    for position, (said, day, outlet, title) in enumerate(texts):
        statements = tuple(statement_of(n, what, title) for n, what in enumerate(said))
        article = Article(
            "\n".join(text for text, *_ in said), (), Metadata(title, None, outlet, None, day)
        )
        add_article(index, file, position, article, Extraction(statements))


def remove(index: Index, path: str) -> bool:
    row = index.execute("SELECT number FROM file WHERE path = ?", (path,)).fetchone()
    if row is not None:
        remove_file(index, row[0])
    return row is not None


class World:
    """An index, and what it should hold."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.files: dict[str, Any] = {}

    def put(self, path: str, texts: Any) -> None:
        remove(self.index, path)
        put(self.index, path, texts)
        self.files[path] = texts

    def interrupt(self, path: str, texts: Any) -> None:
        with suppress(KeyboardInterrupt), savepoint(self.index):
            remove(self.index, path)
            put(self.index, path, texts)
            raise KeyboardInterrupt

    def remove(self, path: str) -> None:
        remove(self.index, path)
        self.files.pop(path, None)

    def move(self, path: str, to: str) -> None:
        if path in self.files and to not in self.files:
            (file,) = self.index.execute(
                "SELECT number FROM file WHERE path = ?", (path,)
            ).fetchone()
            move_file(self.index, file, to)
            self.files[to] = self.files.pop(path)

    def fix(self, number: int, names: list[str]) -> None:
        ids = self.index.execute("SELECT DISTINCT id FROM statement ORDER BY id").fetchall()
        if ids:
            record = record_by_id(self.index, ids[number % len(ids)][0])
            assert record is not None
            put_fix(self.index, record, names)

    def unfix(self, number: int) -> None:
        ids = self.index.execute("SELECT id FROM ruling_speaker ORDER BY id").fetchall()
        if ids:
            drop_fix(self.index, ids[number % len(ids)][0])

    def merge(self, *names: str) -> None:
        corrections.merge(self.index, names)

    def unmerge(self, *names: str) -> None:
        corrections.unmerge(self.index, names)

    def split(self, name: str) -> None:
        corrections.split(self.index, [name])

    def unsplit(self, name: str) -> None:
        corrections.unsplit(self.index, [name])

    def rename(self, name: str, shown: str) -> None:
        corrections.rename(self.index, name, shown)

    def unrename(self, name: str) -> None:
        corrections.unrename(self.index, name)

    def link(self) -> None:
        link_speakers(self.index)


QUERIES = {
    "words": "SELECT word, uses FROM word",
    "trigrams": (
        "SELECT trigram, word.word FROM word_trigram JOIN word ON word.number = word_trigram.word"
    ),
    "keys of wordings": "SELECT key, day, wording FROM wording_key",
    "copies": (
        "SELECT path, position, id, leader, rank FROM copy"
        " JOIN statement ON statement.number = statement"
        " JOIN article ON article.number = article JOIN file ON file.number = file"
    ),
    "speakers": (
        "SELECT speaker.name, named, elsewhere, entry.name FROM speaker"
        " LEFT JOIN entry ON entry.number = entry"
    ),
    "entries": (
        "SELECT entry.name, (SELECT group_concat(name, '|') FROM (SELECT name FROM speaker"
        " WHERE entry = entry.number ORDER BY name)) FROM entry"
    ),
    "keys of speakers": (
        "SELECT key, name, named, elsewhere FROM speaker_key JOIN speaker ON number = speaker"
    ),
    "words of speakers": (
        "SELECT word, name, named, elsewhere FROM speaker_word JOIN speaker ON number = speaker"
    ),
    "filed": (
        "SELECT path, position, id, speaker.name, named, elsewhere, statement_speaker.date"
        " FROM statement_speaker JOIN speaker ON speaker.number = statement_speaker.speaker"
        " JOIN statement ON statement.number = statement"
        " JOIN article ON article.number = article JOIN file ON file.number = file"
    ),
    "statements": (
        "SELECT path, position, id, wording, fixed, variants, office FROM statement"
        " JOIN article ON article.number = article JOIN file ON file.number = file"
    ),
    "stale": "SELECT key FROM stale_key",
}


def state(index: Index) -> dict[str, list[Any]]:
    return {
        name: sorted(index.execute(query).fetchall(), key=repr) for name, query in QUERIES.items()
    }


def check(index: Index) -> None:
    for table in ("statement_words", "article_titles", "article_words"):
        index.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    assert index.execute("PRAGMA foreign_key_check").fetchall() == []


@settings(max_examples=60)
@given(done=st.lists(steps, min_size=1, max_size=14))
def test_nothing_stays_of_what_has_gone(
    done: list[Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("upkeep")
    with closing(open_index(folder / "a", create=True)) as index, transaction(index):
        world = World(index)
        for what, *arguments in done:
            step = getattr(world, what)
            with suppress(UsageError):
                step(*arguments)
            check(index)
        link_speakers(index)
        check(index)
        found = state(index)
        rulings = {
            name: index.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
            for name in RULINGS
        }
        files = world.files
    with closing(open_index(folder / "b", create=True)) as index, transaction(index):
        for name, rows in rulings.items():
            for row in rows:
                marks = ", ".join("?" * len(row))
                index.execute(f"INSERT INTO {name} VALUES ({marks})", row)  # noqa: S608
        for path in sorted(files, reverse=True):
            put(index, path, files[path])
        link_speakers(index)
        assert found == state(index)
        for path in files:
            remove(index, path)
        link_speakers(index)
        check(index)
        assert not any(state(index).values())
