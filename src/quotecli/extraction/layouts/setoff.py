"""Block quotations, posts and letters: paragraphs that are set off as quoted.

    Petrov wrote:  > The piles were inspected in March.
    > We will not close the harbour.  > — Anna Petrov (@annapetrov) May 3, 2021

They are direct quotations as if marks stood around them, if the paragraph before announces them or
a line under them signs them. Others are read as any paragraph: pages quote whole articles so.

Plain text does not tell what was set off. There the one paragraph behind "Petrov wrote:" is what
she wrote, without marks: a claim.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from quotecli.extraction import lexicon
from quotecli.extraction.layouts.floor import NAME, Floor, quotations_in
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Announced, Attribution
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_SIGNED = re.compile(
    rf"(?:^|(?<=[\s.!?…”\"’]))(?P<dash>[—–―]|--?)\s*(?P<name>{NAME}|@\w+)"
    r"(?:\s*\(@\w+\))?(?:,? [^.!?\n]{0,80})?\.?\s*$"
)
# A post ends with the addresses of its pictures, which nobody says. One with another inside it is
# one only (\S*+): to try every way to part many takes for ever.
_ADDRESSES = re.compile(r"(?:\s*(?:pic\.twitter\.com/|https?://t\.co/)\S*+)+\s*$")
_WORD = re.compile(r"[^\W_]")
_WHOLE = re.compile(r"[.!?…][)\]”\"'’]*\s*\Z")
_LISTED = re.compile(r"\s*(?:[•·▪*–—-]|\d+[.)]\s|[^.!?:]{1,40}:)")
_FEWEST = 8  # words


def find_set_off(
    reading: Reading, quoted: Sequence[Quoted], announced: Mapping[int, Announced]
) -> Floor:
    """Find quotations that are set off.

    Args:
        reading: the article laid out.
        quoted: its marked quotations, in order.
        announced: whom a passage that ends in a colon announces, by its number.
    """
    made: list[Attribution] = []
    taken: set[int] = set()
    for run in _runs(reading.set_off):
        passages = [reading.passages[number] for number in run]
        signed = _SIGNED.search(reading.text, *passages[-1])
        before = announced.get(run[0] - 1)
        if signed is not None:
            mention, cue = Span(*signed.span("name")), Span(*signed.span("dash"))
            passages[-1] = Span(passages[-1].start, signed.start())
        elif before is not None:
            mention, cue = before
        else:
            continue
        content = [span for p in passages if (span := words_of(reading, p)) is not None]
        if not content or _is_marked(content[0], content[-1], quoted):
            continue  # in marks as well: the quotation is found like any other
        taken.update(run)
        made.append(_set_off(content, mention, cue, quotations_in(content, quoted)))
    return Floor(tuple(made), frozenset(taken))


def find_announced(
    reading: Reading,
    quoted: Sequence[Quoted],
    announced: Mapping[int, Announced],
    taken: frozenset[int],
) -> Floor:
    """Find paragraphs without marks behind one that ends in "Petrov wrote:".

    Args:
        reading: the article laid out.
        quoted: its marked quotations, in order.
        announced: whom a passage that ends in a colon announces, by its number.
        taken: the passages in which somebody has the floor already.
    """
    made: list[Attribution] = []
    behind: list[int] = []
    held = taken | reading.set_off
    for number, (mention, cue) in announced.items():
        at = number + 1
        if at in held or not _may_be_announced(reading, at, cue):
            continue
        content = reading.passages[at]
        if quotations_in([content], quoted):
            continue  # words of others within it must not be lost
        behind.append(at)
        made.append(replace(_set_off([content], mention, cue, frozenset()), kind=Kind.INDIRECT))
    return Floor(tuple(made), frozenset(behind))


def _may_be_announced(reading: Reading, at: int, cue: Span) -> bool:
    """Tell what somebody "wrote:" from lists, captions and what somebody only "laid out:"."""
    if at >= len(reading.passages) or reading.kinds[at] is not BlockKind.PARAGRAPH:
        return False
    words = (lexicon.cues().get(word) for word in reading.words([cue]).lower().split())
    text = reading.text[slice(*reading.passages[at])]
    said = any(word is not None and word.cue_class == "speech" for word in words)
    whole = len(text.split()) >= _FEWEST and _WHOLE.search(text) is not None
    return said and whole and not _LISTED.match(text)


def _runs(numbers: frozenset[int]) -> Iterator[list[int]]:
    """Give the numbers that follow one another together."""
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]


def words_of(reading: Reading, passage: Span) -> Span | None:
    """Give the words of a post without the addresses behind them, if there are any."""
    words = _ADDRESSES.sub("", reading.text[passage.start : passage.end])
    if not _WORD.search(words):
        return None
    start = passage.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _is_marked(first: Span, last: Span, quoted: Sequence[Quoted]) -> bool:
    at = bisect_left(quoted, first.start, key=lambda q: q.start)
    return at < len(quoted) and quoted[at].start == first.start and quoted[at].end >= last.end - 1


def _set_off(
    content: Sequence[Span], mention: Span, cue: Span, quotes: frozenset[int]
) -> Attribution:
    return Attribution(
        Kind.DIRECT,
        tuple(content),
        (cue,),
        (mention,),
        (Span(min(mention.start, cue.start), max(mention.end, cue.end)),),
        quotes,
        rule="set-off",
    )
