"""Files to articles to statements."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quotecli.documents.decode import Decoded
from quotecli.documents.find import find_files
from quotecli.documents.plain import read_plain
from quotecli.documents.read import read_articles
from quotecli.errors import ReadError
from quotecli.extraction.extract import extract as find_statements
from quotecli.ingest.workers import Finding
from quotecli.model import Article, Extraction, Metadata, Problem, Record
from quotecli.text.days import parse_day

STANDARD_INPUT = "-"
NOTHING_GIVEN = Metadata()

_LOST = "bad-line"  # the code of a problem that cost an article; all others are remarks


class FileProblem(NamedTuple):
    """Something about one file.

    Attributes:
        path: None for standard input.
        code: a short fixed word.
        message: a sentence for the user.
        lost: whether a file or an article could not be read; if not, this is a mere remark.
    """

    path: str | None
    code: str
    message: str
    lost: bool


class Read(NamedTuple):
    """An article and what was found in it."""

    article: Article
    extraction: Extraction


def extract_path(
    path: str | Path, given: Metadata = NOTHING_GIVEN, *, standard_input: bytes = b""
) -> Iterator[Record | FileProblem]:
    """Give the statements of the articles in a file or folder, and what is wrong or odd in it.

    Args:
        path: "-" is standard input.
        given: what the user says about every article in it.
        standard_input: what "-" holds.
    """
    for file in list_files([path]):
        if isinstance(file, FileProblem):
            yield file
            continue
        try:
            name = None if file is None else str(file)
            for item in FileReading(name, bytes_of(file, standard_input), given):
                if isinstance(item, FileProblem):
                    yield item
                else:
                    yield from records_of(item.article, item.extraction)
        except ReadError as error:
            yield unreadable(file, error)


def extract(
    text: str,
    *,
    published: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    author: str | None = None,
) -> list[Record]:
    """Find the statements in the text of one article; no file and no index is touched.

    Args:
        text: plain text or Markdown, with or without front matter; offsets in the records count
            its code points.
        published: the day, as ``YYYY-MM-DD``. Like the following, it goes before what the text
            itself says.
        url: address of the article.
        outlet: who published it.
        title: its headline.
        author: its byline.

    Raises:
        UsageError: ``published`` is no day.
    """
    given = Metadata(title, url, outlet, author, parse_day(published) if published else None)
    return [
        record
        for article in read_plain(Decoded(text), None, given)
        if isinstance(article, Article)
        for record in records_of(article, find_statements(article))
    ]


def records_of(article: Article, extraction: Extraction) -> list[Record]:
    """Give an article's statements as records, with nothing known of other articles."""
    metadata = article.metadata
    return [
        Record(
            id=statement.id,
            kind=statement.kind,
            text=statement.text,
            speaker=statement.speaker,
            speakers=statement.speakers,
            mention=statement.mention,
            cue=statement.cue,
            said_on=statement.said_on,
            published=metadata.published,
            date=statement.date,
            outlet=metadata.outlet,
            title=metadata.title,
            author=metadata.author,
            url=metadata.url,
            path=article.path,
            segments=statement.segments,
            mention_spans=statement.mention_spans,
            cue_spans=statement.cue_spans,
            basis=statement.basis,
            confidence=statement.confidence,
        )
        for statement in extraction.statements
    ]


def list_files(paths: Iterable[str | Path]) -> Iterator[Path | FileProblem | None]:
    """Give the files that paths name, None for standard input, and a problem where none is."""
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield None
            continue
        try:
            yield from find_files(path)
        except ReadError as error:
            yield unreadable(Path(path), error)


def bytes_of(path: Path | None, standard_input: bytes) -> bytes:
    """Read a whole file; None stands for standard input.

    Raises:
        ReadError: it cannot be read, or could not be named in the index.
    """
    if path is None:
        return standard_input
    try:
        str(path).encode()
    except UnicodeEncodeError:
        raise ReadError(f"the name of {str(path)!a} is not valid Unicode", "rename it") from None
    if path.is_dir():  # find_files gives a folder only where it could not look into it
        raise ReadError(f"no permission to look into {path}", "ask its owner, or name others")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"cannot read {path}: {error.strerror}", "check its permissions") from error


class FileReading:
    """The articles in a file with their statements, and what is wrong or odd in it; iterate once.

    Several articles can be under way at once: ``begin`` starts on one, and ``ahead`` is how many
    are begun before the first of them is asked for.

    Raises:
        ReadError: while iterating: there is no article in it; perhaps only after some problems.
    """

    def __init__(
        self,
        path: str | None,
        data: bytes,
        given: Metadata,
        begin: Callable[[Article], Finding] = Finding,
        ahead: int = 1,
    ) -> None:
        self._path = path
        self._items = read_articles(data, path, given)
        self._begin = begin
        self._ahead = ahead
        self._begun: deque[Finding | Problem | ReadError] = deque()

    def begin(self) -> None:
        """Begin as many articles as may be under way."""
        try:
            while len(self._begun) < self._ahead and (item := next(self._items, None)) is not None:
                self._begun.append(self._begin(item) if isinstance(item, Article) else item)
        except ReadError as error:
            self._begun.append(error)

    def is_ready(self) -> bool:
        """Tell whether there is nothing to wait for."""
        return all(item.is_ready() for item in self._begun if isinstance(item, Finding))

    def __iter__(self) -> Iterator[Read | FileProblem]:
        """Give articles and problems in the order of the file."""
        while True:
            self.begin()
            if not self._begun:
                return
            item = self._begun.popleft()
            if isinstance(item, ReadError):
                raise item
            if isinstance(item, Problem):
                yield told_of(self._path, item)
                continue
            extraction = item.result()
            yield Read(item.article, extraction)
            for problem in (*item.article.problems, *extraction.problems):
                yield told_of(self._path, problem)


def told_of(path: str | None, problem: Problem) -> FileProblem:
    """Give a problem that reading or extraction met as one of its file."""
    return FileProblem(path, problem.code, problem.message, lost=problem.code == _LOST)


def unreadable(path: Path | None, error: ReadError) -> FileProblem:
    """Give the problem of a file that could not be read at all."""
    return FileProblem(None if path is None else str(path), "unreadable", str(error), lost=True)
