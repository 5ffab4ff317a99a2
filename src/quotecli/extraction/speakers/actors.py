"""Who acts in a sentence: the words of its subject, as somebody is named by them."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodynames import with_field
from quotecli.extraction.names.parsing import capital_office
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    PREPOSITIONS,
    Range,
    sentence_subject,
    span_of,
)
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Sentence
from quotecli.extraction.speakers.crowds import MANY
from quotecli.model import Span

_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our", "your"})
_QUANTITIES = frozenset("many most some several few two three four five both".split())
_PEOPLE = frozenset({"people", "men", "women", "children"})
_ENDS = AUXILIARIES | BREAKERS
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
    return span_of(units, _name_behind(units, subject, sentence.units.end) or subject)


def _name_behind(units: Sequence[Unit], subject: Range, end: int) -> Range | None:
    """Give "Jane Roe" for the "Her lawyer" of "Her lawyer, Jane Roe," before ``end``."""
    named = units[subject.end - 1].is_capital
    if named and capital_office(units[subject.start : subject.end]) is None:
        return None
    if subject.end == len(units) or units[subject.end].text != ",":
        return None
    after = subject.end + 1
    near = range(after, min(end, after + _APPOSED + 1))
    stop = next((i for i in near if units[i].text == ","), after)
    apposed = stop > after and units[stop - 1].is_capital
    return Range(after, stop) if apposed and not _holds_verb(units[after:stop]) else None


def _quantified(units: Sequence[Unit], clause: Range) -> Range:
    """Give "Two of the workers" and "Many young workers" up to the verb."""
    at = clause.start + 1
    while (
        at < clause.end
        and units[at].is_word
        and units[at].lower not in _ENDS
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
