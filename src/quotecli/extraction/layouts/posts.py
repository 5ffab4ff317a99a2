"""Posts of the social networks in plain text, whose header or signature names who posted.

Governor Ike Tull @GovTull · May 4  /  The bridge opens on Monday.
@NorlandRail: "Trains are delayed."
Norland Rail (@NorlandRail) Trains are running again.
We will not close the harbour. — Anna Petrov (@annapetrov) May 3, 2021
"""

import re
from collections.abc import Iterator, Sequence

from quotecli.extraction.layouts.floor import NAME, Floor, quotations_in
from quotecli.extraction.layouts.setoff import words_of
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_HANDLE = r"@\w{2,30}"
_HEADER = re.compile(
    rf"\s*(?:(?P<name>{NAME})[ ✓✔☑️]+)?\(?(?P<handle>{_HANDLE})\)?\s*[·•|]\s*[^.!?]{{2,40}}"
)
_LABEL = re.compile(rf"\s*(?P<name>{_HANDLE})(?P<cue>:)\s+(?=\S)")
# Behind a dash and before a handle and a day anything is a name: "hasan abi", "Litty H.™"
_ANY_NAME = r"[^\s@()—–―](?:[^@()—–―\n]{0,48}[^\s@()—–―])?"
_EMBEDDED = re.compile(
    rf"\s*(?!(?:By|Follow|Contact) )(?P<name>{_ANY_NAME}) ?\({_HANDLE}\)\s+"
    r"(?=[^\Wa-z]|[“\"‘'#@.¡¿]|[^\x00-\u2fff])"
)
_SIGNED = re.compile(
    rf"\s*(?P<cue>[—–―]|--?)\s*(?P<name>{_ANY_NAME})\s*\({_HANDLE}\),?"
    r"\s+[A-Z][a-z]+\.? \d{1,2}, \d{4}\s*"
)
_REPLY = re.compile(r"\s*Replying to @")
_WORD = re.compile(r"[^\W_]")
_PROSE = 8  # words of a paragraph before the first post; a header above is a byline


def find_posts(reading: Reading, quoted: Sequence[Quoted]) -> Floor:
    """Find posts; a header takes the paragraph behind it."""
    made: list[Attribution] = []
    taken: set[int] = set()
    for numbers, words, mention, cue in _posts(reading):
        content = _content(reading, words, quoted)
        if content and taken.isdisjoint(numbers):
            quotes = quotations_in(content, quoted) | quotations_in([words], quoted)
            clause = (content[0],)
            made.append(
                Attribution(Kind.DIRECT, content, cue, (mention,), clause, quotes, rule="post")
            )
            taken.update(numbers)
    return Floor(tuple(made), frozenset(taken))


_Found = tuple[tuple[int, ...], Span, Span, tuple[Span, ...]]


def _posts(reading: Reading) -> Iterator[_Found]:
    """Give the passages of each post, where its words stand, its author and its cue."""
    is_prose = False
    for number, passage in enumerate(reading.passages):
        if reading.kinds[number] is not BlockKind.PARAGRAPH:
            continue
        if (match := _LABEL.match(reading.text, *passage)) is not None:
            name, cue = Span(*match.span("name")), Span(*match.span("cue"))
            yield (number,), Span(match.end(), passage.end), name, (cue,)
        elif (match := _EMBEDDED.match(reading.text, *passage)) is not None:
            yield (number,), Span(match.end(), passage.end), Span(*match.span("name")), ()
        elif is_prose and (match := _HEADER.fullmatch(reading.text, *passage)) is not None:
            yield from _below(reading, number, match)
        elif (match := _SIGNED.search(reading.text, *passage)) is not None:
            yield from _above(reading, number, match)
        words = reading.text[passage.start : passage.end].split()
        is_prose = is_prose or len(words) >= _PROSE


def _below(reading: Reading, number: int, header: re.Match[str]) -> Iterator[_Found]:
    at = number + 1
    if at < len(reading.passages) and _REPLY.match(reading.text, *reading.passages[at]):
        at += 1
    if at < len(reading.passages) and reading.kinds[at] is BlockKind.PARAGRAPH:
        name = Span(*header.span("name" if header["name"] else "handle"))
        yield tuple(range(number, at + 1)), reading.passages[at], name, ()


def _above(reading: Reading, number: int, signed: re.Match[str]) -> Iterator[_Found]:
    start, end = reading.passages[number]
    if signed.end() != end:
        return
    name, cue = Span(*signed.span("name")), (Span(*signed.span("cue")),)
    if _WORD.search(reading.text, start, signed.start()):
        yield (number,), Span(start, signed.start()), name, cue
    elif number and reading.kinds[number - 1] is BlockKind.PARAGRAPH:
        yield (number - 1, number), reading.passages[number - 1], name, cue


def _content(reading: Reading, words: Span, quoted: Sequence[Quoted]) -> tuple[Span, ...]:
    """Give a post's words: those in marks if all are."""
    span = words_of(reading, words)
    inside = sorted(quotations_in([words], quoted))
    if span is None or not inside:
        return () if span is None else (span,)
    only = quoted[inside[0]]
    if only.start != span.start or only.end < span.end - 1 or only.parts[-1].end > words.end:
        return (span,)
    return only.parts
