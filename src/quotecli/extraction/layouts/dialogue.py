"""Whose turn it is where quotations alternate: a court, an interview, a talk.

    "Did he pay?" asked Quill.  /  "In cash," Fry said.  /  "How much?"  /  "Twenty dollars."

A paragraph that is nothing but a question in marks is not said by whom the answer before it is
said by, and what answers it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotecli.extraction.layouts.interviews import is_question
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Kind, Span
from quotecli.text.marks import Quoted

_ASKING = re.compile(r"(?:[^.!?…]|\b[A-Z][a-z]{0,2}\.)+\?(?: [^.!?…]+\?)?")
_LONGEST = 14  # words of a question put to somebody; longer ones are a speaker's own


def without_questions(
    reading: Reading, found: Iterable[Attribution], quoted: Sequence[Quoted]
) -> list[Attribution]:
    """Leave loose what a clause of another paragraph cannot claim.

    That is a paragraph that only asks, with all behind it: the question is put to whoever spoke
    before. And a question without marks claims no quotation: 'What did Roe say? / "Go home."'
    """
    kept: list[Attribution] = []
    for attribution in found:
        if attribution.kind is not Kind.DIRECT or not attribution.cue:
            kept.append(attribution)
            continue
        home = passage_of(reading, attribution.cue[0])
        away = all(passage_of(reading, span) != home for span in attribution.content)
        if not (away and is_question(reading, home)):
            kept.append(_before_question(reading, attribution, home, quoted))
    return kept


def speaker_before(
    reading: Reading, found: Sequence[Attribution], part: Span
) -> Attribution | None:
    """Find with whose words a loose quotation goes on that begins a paragraph, if anybody's.

    Args:
        reading: the article.
        found: the attributions before it, in order.
        part: the words in marks.
    """
    previous = found[-1] if found else None
    if previous is None or not is_next(reading, previous, part):
        return None
    earlier = found[-2] if len(found) > 1 and _follow(reading, found) else None
    asked = _asks(reading, previous.content[-1])
    if _asks(reading, part) and not asked and previous.kind is Kind.DIRECT:
        if passage_of(reading, part) == passage_of(reading, previous.content[-1]):
            return previous
        return earlier if earlier is not None and _is_other(reading, earlier, previous) else None
    if asked and previous.rule == "continued":
        return earlier
    return previous


def is_next(reading: Reading, previous: Attribution, start: Span) -> bool:
    """Tell whether an attribution stands in the same paragraph or in the one before.

    An interviewer's questions without marks may stand between.
    """
    last = max((*previous.content, *previous.cue), key=lambda span: span.end)
    between = range(passage_of(reading, last) + 1, passage_of(reading, start))
    return all(is_question(reading, number) for number in between)


def passage_of(reading: Reading, span: Span) -> int:
    """Give the number of the passage in which a stretch ends."""
    return bisect_right(reading.passages, span.end - 1, key=lambda p: p.start) - 1


def _before_question(
    reading: Reading, attribution: Attribution, home: int, quoted: Sequence[Quoted]
) -> Attribution:
    """Cut the first quotation that is a paragraph behind ``home`` and only asks, and the rest."""
    for number in sorted(attribution.quotes):
        quotation = quoted[number]
        first, *more = quotation.parts
        at = passage_of(reading, first)
        if at <= home or more or first not in attribution.content[1:]:
            continue  # what a colon announces may be a question
        passage = reading.passages[at]
        before = reading.text[passage.start : quotation.start]
        behind = reading.text[quotation.end : passage.end]
        if not (before + behind).strip() and _asks(reading, first):
            return replace(
                attribution,
                content=tuple(c for c in attribution.content if c.start < first.start),
                quotes=frozenset(n for n in attribution.quotes if n < number),
            )
    return attribution


def _asks(reading: Reading, part: Span) -> bool:
    words = reading.text[part.start : part.end].strip()
    return words.count(" ") < _LONGEST and _ASKING.fullmatch(words) is not None


def _follow(reading: Reading, found: Sequence[Attribution]) -> bool:
    return is_next(reading, found[-2], found[-1].content[0])


def _is_other(reading: Reading, one: Attribution, other: Attribution) -> bool:
    """Tell who asked before from who answered."""
    named = reading.words(one.mention), reading.words(other.mention)
    return _asks(reading, one.content[-1]) and bool(named[0]) and named[0] != named[1]
