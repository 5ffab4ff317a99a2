"""Whom "who" and "which" mean: the name or description right before them."""

from bisect import bisect_left
from collections.abc import Sequence

from quotecli.extraction.merging.markedtext import MarkedText
from quotecli.extraction.names.bodynames import member_of
from quotecli.extraction.prose.grammar import (
    DETERMINERS,
    PARTY_MARKS,
    PREPOSITIONS,
    PRONOUNS,
    Range,
    phrase_before,
    relative_of,
    span_of,
)
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.clauses import name_part, object_of
from quotecli.model import Span


def antecedent_of(marked: MarkedText, mention: Sequence[Span]) -> tuple[Span, ...]:
    """Find whom a mention means that is "who" or "which"; nothing for any other."""
    if len(mention) != 1 or relative_of(marked.words(mention[0])) is None:
        return ()
    sentence = marked.sentence_of(mention[0])
    if sentence is None:
        return ()
    units, first = sentence.row.units, sentence.units.start
    at = bisect_left(units, mention[0].start, first, key=lambda u: u.start)
    phrase = _phrase_before(units, first, _end_before(units, first, at))
    if phrase is None:
        return ()
    if units[phrase.start].lower in PRONOUNS - DETERMINERS and phrase.end > phrase.start + 1:
        return ()  # "he has millions of followers who": a clause, not a name
    named = _named(units, phrase)
    return (span_of(units, member_of(units, named) or named),)


def _end_before(units: Sequence[Unit], first: int, at: int) -> int:
    """Give where the phrase ends before "who" at ``at``, without what hangs on a name."""
    end = at - 1 if at > first and units[at - 1].text == "," else at
    if end > first and units[end - 1].text == ")":  # "the Blue Party (BP), who"
        end = next((i for i in range(end - 1, first, -1) if units[i].text == "("), end)
    aside = units[max(end - 2, first + 1) : end]
    if [u.text for u in aside[:-1]] == [","] and aside[1].text[:2] in PARTY_MARKS:
        end -= 2  # "Jane Roe, R-Zed, who"
    return _without_home(units, first, end)


def _without_home(units: Sequence[Unit], first: int, end: int) -> int:
    """Give where the name ends of "Jane Roe, 52, of Ashby, who", not before ``first``."""
    at = end
    while at > first and units[at - 1].is_capital:
        at -= 1
    before = [u.lower for u in units[max(at - 2, first) : at]]
    if at == end or before not in ([",", "of"], [",", "from"]) or at - 2 == first:
        return end
    at -= 2
    if at - 2 > first and units[at - 1].text.isdigit() and units[at - 2].text == ",":
        return at - 2
    return at if units[at - 1].is_capital else end  # "a note, from Jane Roe, who"


def _phrase_before(units: Sequence[Unit], first: int, end: int) -> Range | None:
    phrase = phrase_before(units, end, first)
    if phrase is not None:
        return phrase
    # "slammed by the union, which": the phrase begins behind the last preposition.
    behind = (i + 1 for i in range(end - 1, first, -1) if units[i].lower in PREPOSITIONS)
    return phrase_before(units, end, next(behind, first))


def _named(units: Sequence[Unit], phrase: Range) -> Range:
    """Take of a phrase the words that name somebody."""
    points = units[phrase.start].lower in {"this", "that", "that's", "it's"}
    phrase = (not points and object_of(units, phrase)) or phrase  # "He quoted the bank, which"
    words = {u.lower for u in units[phrase.start : phrase.end]}
    whole = units[phrase.start].lower in DETERMINERS and "by" not in words
    whole = whole and not points  # "That angered Roe, who"
    return phrase if whole else name_part(units, phrase)  # "A resident of Tessik, who"
