"""Pieces of one quotation that a clause, or the beginning of a paragraph, parts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quotecli.extraction.merging.markedtext import overlap
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Kind, Span
from quotecli.text.marks import Quoted

_PARTICIPLE = re.compile(r"\w+ing\b", re.IGNORECASE)
_NEW_CLAUSE = re.compile(r"(?:[,.!?;:…—–]|--)\s*$")
_COMMA = re.compile(r"\s*,\s*(?:as\s+)?")
_STOP = re.compile(r"[^.!?\n]{0,60}[.!?]\s")
_EDGE = " \n,.;:…—–-"


def join_parts(found: Iterable[Attribution], quoted: Sequence[Quoted]) -> list[Attribution]:
    """Give a quotation that runs through several paragraphs to the clause that claims a part."""
    joined: list[Attribution] = []
    for attribution in found:
        content = list(attribution.content)
        for number in sorted(attribution.quotes):
            parts = quoted[number].parts
            if len(parts) > 1:
                content.extend(p for p in parts if not any(overlap(p, c) for c in content))
        joined.append(replace(attribution, content=tuple(sorted(content))))
    return joined


def join_around_clause(
    reading: Reading, found: Iterable[Attribution], quoted: Sequence[Quoted]
) -> list[Attribution]:
    """Join what one reporting clause, with all that hangs on it, parts.

    '"A," she said of the plan. "B."' is one statement, and so are A and B of '"A," she said,
    pointing at the door, "B."', where the participle has no quotation of its own, and of '"A,"
    she said, the paper reported. "B."'.
    """
    joined: list[Attribution] = []
    for attribution in found:
        last = joined[-1] if joined else None
        if last is None or last.kind is not Kind.DIRECT:
            joined.append(attribution)
        elif attribution.kind is Kind.DIRECT and (
            _share_cue(last, attribution) or _is_passed_on(reading, last, attribution)
        ):
            joined[-1] = _with_more(last, attribution.content, attribution.quotes)
        elif behind := _behind_participle(reading, attribution, last, quoted):
            parts = [part for quotation in behind.values() for part in quotation.parts]
            joined[-1] = _with_more(last, parts, behind)
            rest = _without(reading, attribution, behind)
            joined += [] if rest is None else [rest]
        else:
            joined.append(attribution)
    return joined


def _share_cue(one: Attribution, other: Attribution) -> bool:
    return any(overlap(a, b) for a in one.cue for b in other.cue)


def _is_passed_on(reading: Reading, one: Attribution, other: Attribution) -> bool:
    """Tell '"A," said Roe, according to the Daily. "B."': the paper passes on what Roe said."""
    if not (one.cue and other.cue) or other.content[0].start < other.cue[-1].end:
        return False
    begins = min(span.start for span in (*other.cue, *other.mention))
    ends = max(span.end for span in (*other.cue, *other.mention))
    said = max(span.end for span in (*one.cue, *one.mention))
    return (
        one.content[-1].end < min(span.start for span in one.cue) < said <= begins
        and _COMMA.fullmatch(reading.text, said, begins) is not None
        and _STOP.match(reading.text, ends, other.content[0].start) is not None
    )


def _with_more(
    attribution: Attribution, parts: Iterable[Span], numbers: Iterable[int]
) -> Attribution:
    own = attribution.content
    more = (p for p in parts if not any(overlap(p, c) for c in own))  # both may have one's words
    content = tuple(sorted((*own, *more)))
    return replace(attribution, content=content, quotes=attribution.quotes.union(numbers))


def _behind_participle(
    reading: Reading, attribution: Attribution, last: Attribution, quoted: Sequence[Quoted]
) -> dict[int, Quoted]:
    """Give the quotations that a participle of the clause before leaves to that clause."""
    hangs_on = (
        bool(last.cue)
        and attribution.kind is Kind.MIXED
        and attribution.clause == last.clause
        and last.cue[-1].end < attribution.cue[0].start < attribution.content[0].start
        and _PARTICIPLE.match(reading.text, attribution.cue[0].start) is not None
        and (not attribution.mention or attribution.mention == last.mention)
    )
    if not hangs_on:
        return {}
    begins = ((n, quoted[n]) for n in sorted(attribution.quotes))
    return {n: q for n, q in begins if _NEW_CLAUSE.search(reading.text, q.start - 3, q.start)}


def _without(
    reading: Reading, attribution: Attribution, quotations: Mapping[int, Quoted]
) -> Attribution | None:
    """Give what stands before these quotations; None where no word does."""
    content = []
    for span in attribution.content:
        end = min(
            (q.start for q in quotations.values() if span.start < q.end and q.start < span.end),
            default=span.end,
        )
        words = reading.text[span.start : end].rstrip(_EDGE)
        if words:
            content.append(Span(span.start, span.start + len(words)))
    if not content:
        return None
    numbers = attribution.quotes - quotations.keys()
    kind = Kind.MIXED if numbers else Kind.INDIRECT
    return replace(attribution, kind=kind, content=tuple(content), quotes=numbers)
