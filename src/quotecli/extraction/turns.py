"""Who has the floor: transcripts and interviews, whose paragraphs begin with a label.

    MR. EARNEST: We have seen progress.
    Q: When did you start?  A: I was nine.

Such a turn is somebody's own words, though nothing stands in marks: one statement, however many
paragraphs it has.
"""

import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from quotecli.extraction.attribution import Attribution
from quotecli.extraction.floor import NAME, NO_FLOOR, Floor, quotations_in
from quotecli.extraction.interviews import interviewee
from quotecli.extraction.reading import Reading
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_LABEL = re.compile(rf"\W{{0,2}}(?P<name>{NAME}(?: ?\([^()]{{1,40}}\))?)(?P<cue>:)\s+(?=\S)")
_ROLE = re.compile(
    r"\W{0,2}(?P<name>Q|A)(?P<cue>[:.]|(?=\s*[A-Z][a-z]|\s+[A-Z“\"‘']))[\s—–-]*(?=\S)"
)
_ASKED = frozenset({"q", "question", "questions", "reporter", "reporters", "interviewer"})
_ANSWERED = frozenset({"a", "answer"})
# Labels of a box, not of a speaker.
_THINGS = frozenset(
    "note update updated related read photo video watch listen source sources date time when where"
    " what who why how price cost tickets address contact tel phone email website correction"
    " editor's analysis opinion breaking file caption picture image credit more also".split()
)
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")  # "(Laughter.)", "[applause]"
_ABOUT = re.compile(
    r"(?:this|the|our) (?:interview|transcript|conversation|q\s?&\s?a)\b|end\b|transcript\b"
    r"|(?:compiled|edited|interviewed|reporting|as told) (?:by|to)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]e|us|[Mm]ine)\b(?!\.)")
_FEWEST = 3  # labelled paragraphs that make a transcript
_LEAST_SHARE = 0.3  # of the paragraphs, from the first labelled one on
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = 4  # words; half of the turns are longer in talk, and none in a list of results


class _Labelled(NamedTuple):
    number: int
    name: Span
    cue: Span
    start: int


def find_turns(reading: Reading, quoted: Sequence[Quoted]) -> Floor:
    """Find the turns of a transcript or an interview; none in an article that is neither.

    It is one where a label comes back: at least three paragraphs begin with labels, no fewer than
    three in ten from the first one on, and two of them with the same. A paragraph without a label
    goes on with the speaker before it; behind the last label it has to say "I" or "we". Questions
    by nobody in particular ("Q:", "REPORTER:") are turns, but no statements.
    """
    labels = _labels(reading)
    if not _is_transcript(reading, labels):
        return NO_FLOOR
    answering = interviewee(reading, labels[0].number)
    made: list[Attribution] = []
    taken: set[int] = set()
    for label, following in zip_longest(labels, labels[1:]):
        stop = len(reading.passages) if following is None else following.number
        numbers = list(_passages_of(reading, label, stop, is_last=following is None))
        taken.update(numbers)
        passages = [reading.passages[number] for number in numbers]
        content = [Span(label.start, passages[0].end), *passages[1:]]
        content = [span for span in content if _says_something(reading, span)]
        if content and _key(reading, label) not in _ASKED:
            turn = _turn(label, content, quotations_in(content, quoted))
            is_answer = _key(reading, label) in _ANSWERED
            made.append(replace(turn, antecedent=answering) if is_answer else turn)
    return Floor(tuple(made), frozenset(taken))


def _labels(reading: Reading) -> list[_Labelled]:
    """Give the labels that name a speaker: those in capitals, if these are the more."""
    found = list(_labelled(reading))
    counts = Counter(_key(reading, label) for label in found)
    named = [label for label in found if _is_speaker(reading, label, counts)]
    capital = [label for label in named if _name(reading, label).isupper()]
    return capital if len(capital) > len(named) / 2 else named


def _is_transcript(reading: Reading, labels: Sequence[_Labelled]) -> bool:
    counts = Counter(_key(reading, label) for label in labels)
    if len(labels) < _FEWEST or max(counts.values()) < 2:
        return False
    spoken = [n for n, kind in enumerate(reading.kinds) if kind is BlockKind.PARAGRAPH]
    if len(labels) < _LEAST_SHARE * (len(spoken) - bisect_left(spoken, labels[0].number)):
        return False
    lengths = [
        len(_WORD.findall(reading.text, label.start, reading.passages[label.number].end))
        for label in labels
    ]
    return statistics.median(lengths) >= _SENTENCE


def _labelled(reading: Reading) -> Iterator[_Labelled]:
    for number, passage in enumerate(reading.passages):
        if reading.kinds[number] is not BlockKind.PARAGRAPH:
            continue
        match = _ROLE.match(reading.text, *passage) or _LABEL.match(reading.text, *passage)
        if match is not None:
            name, cue = Span(*match.span("name")), Span(*match.span("cue"))
            yield _Labelled(number, name, cue, match.end())


def _name(reading: Reading, label: _Labelled) -> str:
    return reading.text[label.name.start : label.name.end].partition("(")[0].strip()


def _key(reading: Reading, label: _Labelled) -> str:
    return _name(reading, label).casefold()


def _is_speaker(reading: Reading, label: _Labelled, counts: Counter[str]) -> bool:
    """Tell whether a label names somebody: in capitals or twice, and no thing."""
    key = _key(reading, label)
    return key.split()[0] not in _THINGS and (counts[key] > 1 or _name(reading, label).isupper())


def _passages_of(reading: Reading, label: _Labelled, stop: int, *, is_last: bool) -> Iterator[int]:
    """Give the labelled paragraph and those behind it that belong to the turn."""
    yield label.number
    for number in range(label.number + 1, stop):
        words = reading.text[slice(*reading.passages[number])].strip()
        if reading.kinds[number] is not BlockKind.PARAGRAPH or _ABOUT.match(words):
            return
        if is_last and not _FIRST_PERSON.search(words):
            return
        yield number


def _says_something(reading: Reading, content: Span) -> bool:
    words = reading.text[content.start : content.end].strip()
    return bool(_WORD.search(words)) and not _ASIDE.fullmatch(words)


def _turn(label: _Labelled, content: Sequence[Span], quotes: frozenset[int]) -> Attribution:
    return Attribution(
        Kind.MIXED if quotes else Kind.INDIRECT,
        tuple(content),
        (label.cue,) if label.cue.start < label.cue.end else (),
        (label.name,),
        tuple(content[:1]),
        quotes,
        rule="turn",
    )
