"""The values that stages hand to each other: frozen, slotted, without logic.

Offsets count code points in ``Article.text``. Days are ISO strings (``2022-10-31``), the form in
which they are stored, compared and printed. Unknown is ``None``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, ``text[start:end]``."""

    start: int
    end: int


class Kind(StrEnum):
    """How a statement is reported."""

    DIRECT = "direct"  # all of it stands in quotation marks
    MIXED = "mixed"  # the reporter's words with quoted words inside
    INDIRECT = "indirect"  # reported without quotation marks: a claim


class Basis(StrEnum):
    """How the speaker was found, from the surest to the least sure; see docs/record.md."""

    FIXED = "fixed"  # a user has said who it is
    NAMED = "named"  # the mention is the name as filed
    SURNAME = "surname"  # the mention is a part of a name that the article gives in full
    ROLE = "role"  # the mention is an office or description that the article ties to a name
    PRONOUN = "pronoun"  # the mention is a pronoun
    CONTINUED = "continued"  # no mention of its own: the speaker before goes on
    ELSEWHERE = "elsewhere"  # other articles of the index tell whom a name alone or an office means
    UNNAMED = "unnamed"  # the article names nobody: the source in the article's own words
    UNRESOLVED = "unresolved"  # a mention that could not be tied to one name, or none at all


class BlockKind(StrEnum):
    """What a block of an article is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"  # a paragraph that is set off as quoted
    CAPTION = "caption"


class Block(NamedTuple):
    """One block of an article's running text.

    ``pieces`` are the spans of ``Article.text`` that a reader sees, in order; concatenated they
    are the block's text, white space included. What lies between two pieces is mark-up
    (``[``, ``](#)``, ``<u>``, ``**``) or furniture in a page break.
    """

    kind: BlockKind
    pieces: tuple[Span, ...]


class Problem(NamedTuple):
    """Something odd in the input that did not stop the work."""

    code: str  # a short fixed word: "encoding", "odd-mark", "bad-line", …
    message: str  # one sentence for the user
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; what the user gives overrides what is found."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None  # the day of the last change; never stands in for ``published``


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the index keeps it.

    ``text`` is the file as decoded (text, Markdown), the readable text (HTML) or the value of
    ``text`` (JSON lines); nothing is added, removed or replaced afterwards. ``blocks`` are in
    reading order; what no block covers (front matter, footers, page furniture) is not searched
    for statements. ``day_first`` tells whether its outlet writes 3/4 for the third of April.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata
    path: str | None = None
    problems: tuple[Problem, ...] = ()
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement found in an article; the keys are those of the record (docs/record.md)."""

    id: str
    kind: Kind
    text: str
    speaker: str | None
    speakers: tuple[str, ...]
    mention: str | None
    cue: str | None
    said_on: str | None
    date: str | None
    segments: tuple[Span, ...]
    mention_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    basis: Basis
    confidence: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article, in the order of the text."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...] = ()


class Also(NamedTuple):
    """The same statement in another article."""

    id: str
    outlet: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """A statement as users and other programs see it; the fields are the JSON keys, in order."""

    id: str
    kind: Kind
    text: str
    speaker: str | None
    speakers: tuple[str, ...]
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
    segments: tuple[Span, ...]
    mention_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    basis: Basis
    confidence: float
    also: tuple[Also, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordInContext(Record):
    """A record with the sentences around it, which are one more JSON key."""

    context: str = ""


class Verdict(StrEnum):
    """What a check of somebody's words against the index comes to; see docs/record.md."""

    VERBATIM = "verbatim"  # these words, in this order, in marks, by this speaker
    CUT = "cut"  # the same, but what they were taken from says more than they do
    ALTERED = "altered"  # a record has nearly these words
    PARAPHRASE = "paraphrase"  # a record reports them without marks
    OTHER_SPEAKER = "other speaker"  # these words, by somebody else
    NOT_FOUND = "not in this index"


class Change(StrEnum):
    """How words in question differ from those of a record."""

    NUMBER = "number"
    NEGATION = "negation"
    MODAL = "modal"
    CONDITION = "condition"  # "if", "only", "but": what limits the rest
    QUANTITY = "quantity"  # "all", "some", "most"
    CONTRACTION = "contraction"  # "won't" for "will not"
    ORDER = "order"
    REPLACED = "replaced"
    DROPPED = "dropped"
    ADDED = "added"
    ELLIPSIS = "ellipsis"  # left out under a mark of ellipsis, which is no alteration
    BRACKETS = "brackets"  # put in or exchanged in square brackets, which is no alteration


class Difference(NamedTuple):
    """One difference; ``record`` and ``query`` are the words of each side, "" for none."""

    kind: Change
    record: str
    query: str
    note: str  # in words: "“not” was dropped"


class Compared(NamedTuple):
    """A stretch of the record beside the same stretch of the words in question."""

    record: str
    query: str
    same: bool


class Rest(NamedTuple):
    """What stands in the record before and after the words given, "" for nothing."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One record held against words in question.

    Attributes:
        verdict: what it comes to.
        record: the statement.
        similarity: 0 to 1, how much of the words is shared.
        is_part: whether the record has more words than were asked for.
        differences: named one by one, the gravest first.
        comparison: both wordings side by side, in order.
        rest: of the sentences that the words were taken from.
        notes: sentences that explain the verdict, without a full stop.
        text: the article's text, into which the spans of the record point.
        blocks: the article's blocks.
    """

    verdict: Verdict
    record: Record
    similarity: float
    is_part: bool
    differences: tuple[Difference, ...]
    comparison: tuple[Compared, ...]
    rest: Rest
    notes: tuple[str, ...]
    text: str
    blocks: tuple[Block, ...]


class Place(NamedTuple):
    """Words that stand in an article of the index and in no statement of it."""

    outlet: str | None
    title: str | None
    url: str | None
    published: str | None
    path: str | None
    segments: tuple[Span, ...]
    is_quoted: bool  # whether they stand in quotation marks
    context: str  # their paragraph


class Covered(NamedTuple):
    """How much an index holds; the days are the first and the last of publication."""

    articles: int
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer to "was this said?".

    Attributes:
        verdict: that of the best finding.
        query: the words as given.
        speaker: who is said to have said them, as given.
        line: where the words stand in a list or draft, from 1.
        findings: the best first.
        places: where the words stand in articles without being a recorded statement.
        notes: sentences for the user, without a full stop.
        covered: the extent of the index, where nothing was found.
    """

    verdict: Verdict
    query: str
    speaker: str | None
    line: int | None
    findings: tuple[Finding, ...]
    places: tuple[Place, ...]
    notes: tuple[str, ...]
    covered: Covered | None
