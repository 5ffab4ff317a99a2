"""The line above or below a set-off quotation that names whose it is.

    Ada Boone, 34, baker  /  "I voted for the bridge."
    "Our town will grow."  /  The Honourable Keith Abara, Minister of Transport
    "It was late."  /  Ann Poe, Ashby Courier  /  "Who knew?"  /  Jim Doe, The Harbour

Such a line is nothing but a name with age, trade, office or, in a row of them, outlet, and the
paragraph beside it is nothing but words in marks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.layouts.floor import Floor
from quotecli.extraction.layouts.labels import is_thing, is_trade
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted
from quotecli.text.names import HONORIFICS

_WORD = r"[A-Z](?:[\w'’]|-(?=\w))*\.?"
_LINE = re.compile(
    r"\s*(?P<dash>(?:[—–―]|--?) ?)?(?P<name>(?:The )?(?:(?:Right |Rt\.? )?Hon(?:ou?rable|\.?) )?"
    rf"{_WORD}(?: (?:{_WORD}|de|del|da|di|van|von|der|bin|al|el)){{1,4}})"
    r"(?P<rest>(?:, | \(| [–—|-] )[^.!?:;“”\"]{1,100})?\s*"
)
# ", The Ashby Courier": of a round-up, in which several lines are such
_OUTLET = re.compile(r"(?:, | [–—|-] )[A-Z][\w'’&.]*(?: (?:[A-Z&][\w'’&.]*|of|the|and|for)){0,4}")
_OFFICE = re.compile(r"\s*[A-Z][^.!?:;“”\"]{2,80}\s*")
_AGE = re.compile(r"\b[1-9]\d\b")
_LETTER = re.compile(r"\w")


class _Line(NamedTuple):
    """A name line: its passages, its name, whether a dash or a trade tells it from a heading."""

    numbers: tuple[int, ...]
    name: Span
    dashed: bool
    told: bool


def find_name_lines(reading: Reading, quoted: Sequence[Quoted]) -> Floor:
    """Find the quotations whose speaker a line above or below names."""
    made: list[Attribution] = []
    taken: set[int] = set()
    for run in _runs(reading, quoted):
        lines = [one for one in run if isinstance(one, _Line)]
        if len(lines) == 1 and not (lines[0].dashed or _is_alone(reading, run, lines[0], quoted)):
            continue
        for line, numbers in _pairs(run):
            parts = [p for n in numbers for p in _parts(reading, n, quoted)]
            content = tuple(part for part, _ in parts)
            quotes = frozenset(number for _, number in parts)
            made.append(
                Attribution(
                    Kind.DIRECT, content, (), (line.name,), content[:1], quotes, rule="name-line"
                )
            )
            taken.update(numbers, line.numbers)
    return Floor(tuple(made), frozenset(taken))


def _is_alone(
    reading: Reading, run: Sequence[_Line | int], line: _Line, quoted: Sequence[Quoted]
) -> bool:
    """Tell the only line of its kind from the caption of a picture.

    A caption may stand below a quotation that goes on with that of the paragraph before.
    """
    first = run[0]
    heads = any(isinstance(n, int) and reading.kinds[n] is BlockKind.HEADING for n in run)
    if heads or not line.told:
        return False
    return not (isinstance(first, int) and first and _parts(reading, first - 1, quoted))


def is_marked(reading: Reading, number: int, quoted: Sequence[Quoted]) -> bool:
    """Tell a paragraph, or what looks like a subheading, that is nothing but words in marks."""
    if reading.kinds[number] not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return False
    start, end = reading.passages[number]
    outside = []
    for part, _ in _parts(reading, number, quoted):
        outside.append(reading.text[start : part.start])
        start = part.end
    return bool(outside) and not _LETTER.search("".join([*outside, reading.text[start:end]]))


def _parts(reading: Reading, number: int, quoted: Sequence[Quoted]) -> list[tuple[Span, int]]:
    """Give the words in marks of a passage, each with the number of its quotation."""
    start, end = reading.passages[number]
    first = bisect_left(quoted, start, key=lambda q: q.end)
    found = []
    for at in range(first, len(quoted)):
        if quoted[at].start >= end:
            break
        found += [(p, at) for p in quoted[at].parts if start <= p.start and p.end <= end]
    return found


def _runs(reading: Reading, quoted: Sequence[Quoted]) -> Iterator[list[_Line | int]]:
    """Give the lines, and the numbers of the paragraphs in marks, that follow one another."""
    run: list[_Line | int] = []
    number = 0
    while number < len(reading.passages):
        line = _line(reading, number)
        if line is not None:
            run.append(line)
            number = line.numbers[-1]
        elif is_marked(reading, number, quoted):
            run.append(number)
        else:
            yield from _parted(run)
            run = []
        number += 1
    yield from _parted(run)


def _parted(run: list[_Line | int]) -> Iterator[list[_Line | int]]:
    if any(isinstance(one, _Line) for one in run) and any(isinstance(one, int) for one in run):
        yield run


def _pairs(run: Sequence[_Line | int]) -> Iterator[tuple[_Line, list[int]]]:
    """Give each line with its quotations: all lines stand above theirs, or all below."""
    lines = [one for one in run if isinstance(one, _Line)]
    below = isinstance(run[0], int)
    if isinstance(run[-1], int) == below and not all(line.dashed for line in lines):
        return  # a quotation, a name, a quotation
    if any(line.dashed for line in lines):
        below = True
    held: list[int] = []
    line = None
    for one in run:
        if isinstance(one, int):
            held.append(one)
        elif below:
            if held:
                yield one, held
            held = []
        else:
            if line is not None and held:
                yield line, held
            line, held = one, []
    if not below and line is not None and held:
        yield line, held


def _line(reading: Reading, number: int) -> _Line | None:
    if reading.kinds[number] not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return None
    match = _LINE.fullmatch(reading.text, *reading.passages[number])
    if match is None or match["name"].isupper() or is_thing(match["name"]):
        return None
    words = [word.casefold().rstrip(".") for word in match["name"].split()]
    titled = words[0] in HONORIFICS | lexicon.titles().keys() or words[:2] in _HONOURABLE
    if not (titled or words[0] in lexicon.first_names() or _AGE.search(match["rest"] or "")):
        return None
    name, dashed = Span(*match.span("name")), match["dash"] is not None
    if match["rest"] is not None:
        trade = is_trade(match["rest"])
        named = trade or _OUTLET.fullmatch(match["rest"])
        return _Line((number,), name, dashed, told=trade) if named else None
    if number + 1 < len(reading.passages) and _is_office(reading, number + 1):
        return _Line((number, number + 1), name, dashed, told=True)
    return _Line((number,), name, dashed, told=dashed or words[0] == "the")


_HONOURABLE = (["the", "honourable"], ["the", "honorable"], ["the", "hon"], ["the", "right"])


def _is_office(reading: Reading, number: int) -> bool:
    """Tell "Minister of Transport", the second line of a signature."""
    match = _OFFICE.fullmatch(reading.text, *reading.passages[number])
    return match is not None and len(match[0].split()) <= _LONGEST_OFFICE and is_trade(match[0])


_LONGEST_OFFICE = 10  # words
