"""Who acts in a sentence: the words of its subject, as somebody is named by them."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.attribution import Sentence
from quotecli.extraction.bodynames import with_field
from quotecli.extraction.grammar import (
    AUXILIARIES,
    BREAKERS,
    PREPOSITIONS,
    Range,
    sentence_subject,
    span_of,
)
from quotecli.extraction.naming import capital_office
from quotecli.extraction.shapes import MANY
from quotecli.extraction.units import Unit
from quotecli.model import Span

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_QUANTITIES = frozenset("many most some several few two three four five both".split())
_PEOPLE = frozenset({"people", "men", "women", "children"})
_LONGEST_CROWD = 5  # words behind "Hundreds"
_APPOSED = 8  # words of a name between commas, titles included


def subject_span(sentence: Sentence) -> Span | None:
    """Give the words of a sentence's subject, or the name that stands behind "Her lawyer,"."""
    units = sentence.row.units
    subject = sentence_subject(units, sentence.units.start, sentence.units.end)
    if subject is None or units[subject.start].lower in AUXILIARIES:
        return None  # "Did leaders nod?"
    first = units[subject.start]
    if subject == (0, 1) and first.text.isupper() and [u.text for u in units[1:2]] == [","]:
        return None  # a dateline: "ASHBY, July 25 (Reuters):"
    subject = with_field(units, subject)
    if len(range(*subject)) == 1 and first.is_capital and first.lower in _QUANTITIES:
        subject = _quantified(units, Range(subject.start, sentence.units.end))
    elif len(range(*subject)) == 1 and first.lower in MANY:
        subject = _crowd(units, subject, sentence.units.end)
    if len(range(*subject)) == 1 and units[subject.start].lower in _POSSESSIVES:
        near = range(subject.end, min(sentence.units.end, subject.end + _APPOSED))
        comma = next((i for i in near if units[i].text == ","), None)
        if comma is None:
            return None
        subject = Range(subject.start, comma)
    after = subject.end + 1
    holds = capital_office(units[subject.start : subject.end]) is not None
    if (holds or not units[subject.end - 1].is_capital) and units[subject.end : after][:1]:
        stop = next((i for i in range(after, sentence.units.end) if units[i].text == ","), after)
        if (
            units[subject.end].text == ","
            and after < stop <= after + _APPOSED
            and (units[stop - 1].is_capital and not _holds_verb(units[after:stop]))
        ):  # "Her lawyer, Jane Roe,": the name
            return span_of(units, Range(after, stop))
    return span_of(units, subject)


def _quantified(units: Sequence[Unit], clause: Range) -> Range:
    """Give "Two of the workers" and "Many young workers" up to the verb."""
    at = clause.start + 1
    while (
        at < clause.end
        and units[at].is_word
        and units[at].lower not in AUXILIARIES | BREAKERS
        and (units[at].lower not in PREPOSITIONS or units[at].lower == "of")
        and units[at].lower not in lexicon.cues()
    ):
        at += 1
    return Range(clause.start, at)


def _crowd(units: Sequence[Unit], subject: Range, end: int) -> Range:
    """Give "Hundreds of young people" for the "Hundreds" of a sentence that ends before ``end``."""
    if not any(u.lower == "of" for u in units[subject.end : subject.end + 1]):
        return subject
    within = range(subject.end + 1, min(end, subject.end + _LONGEST_CROWD))
    nouns = (i for i in within if units[i].lower in _PEOPLE or units[i].lower.endswith("s"))
    return Range(subject.start, next(nouns, subject.end - 1) + 1)


def _holds_verb(units: Sequence[Unit]) -> bool:
    return any(u.lower in lexicon.cues() or u.lower in AUXILIARIES for u in units)
