"""What the tagger found and what quotation marks prove, made one.

The tagger links contents, cues and sources; it knows verbs and clauses. The rules know marks: which
words stand in them, which clause claims them, where a quotation goes on. A content of the tagger is
fitted to the marks, and a quotation that it left to nobody is the rules'.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotecli.extraction import lexicon
from quotecli.extraction.attribution import Attributed, Attribution, Loose
from quotecli.extraction.decode import Link
from quotecli.extraction.reading import Reading
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_SPOKEN_IN = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH})
_EARLIER = re.compile(r"\b(?:previously|earlier|formerly|once(?! (?:again|more)))\b", re.IGNORECASE)
_EDGE = ".,;:!?…—–- \n"
_THAT = re.compile(r"that\b,?\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def merge(
    reading: Reading, quoted: Sequence[Quoted], links: Sequence[Link], ruled: Attributed
) -> list[Attribution]:
    """Give the attributions of both, in the order of the text, none overlapping another."""
    marks = _Marks(reading, quoted)
    sentences = [
        Span(s.row.units[s.units.start].start, s.row.units[s.units.end - 1].end)
        for s in ruled.sentences
    ]
    found = [a for link in links if (a := marks.fit(link, sentences)) is not None]
    found = _without_overlaps(found)
    taken = _Taken(found)
    found += [a for a in ruled.attributions if (a.quotes or not links) and not taken.touches(a)]
    found = _join_parts(found, quoted)
    _continue(found, ruled.loose, quoted)
    return _without_overlaps(found)


class _Marks:
    """The quotation marks of an article, to fit contents to."""

    def __init__(self, reading: Reading, quoted: Sequence[Quoted]) -> None:
        self._reading = reading
        self._quoted = quoted
        self._parts = [(part, number) for number, q in enumerate(quoted) for part in q.parts]
        self._starts = [part.start for part, _ in self._parts]
        self._passages = [passage.start for passage in reading.passages]

    def fit(self, link: Link, sentences: Sequence[Span]) -> Attribution | None:
        """Make an attribution of a link; None where nothing of its content is left."""
        if not all(self._is_spoken(span) for span in link.content):
            return None
        stretches: list[Span] = []
        numbers: set[int] = set()
        kinds: set[Kind] = set()
        for span in link.content:
            inside = self._touched(span)
            numbers.update(number for _, number in inside)
            if inside and not _WORD.search(self._outside(span, [part for part, _ in inside])):
                kinds.add(Kind.DIRECT)
                stretches.extend(part for part, _ in inside)
                continue
            trimmed = self._trim(span)
            if trimmed is not None:
                kinds.add(Kind.MIXED if inside else Kind.INDIRECT)
                stretches.append(trimmed)
        if not stretches:
            return None
        cue = tuple(s for span in link.cue if (s := self._trim(span)) is not None) or link.cue
        clause = _sentence_of(cue[0], sentences)
        words = self._reading.text[clause.start : clause.end]
        return Attribution(
            kind=next(iter(kinds)) if len(kinds) == 1 else Kind.MIXED,
            content=tuple(dict.fromkeys(stretches)),
            cue=cue,
            mention=link.source,
            clause=(clause,),
            quotes=frozenset(numbers),
            earlier=bool(_EARLIER.search(self._around(cue[0], words, clause))),
            rule=self._lemma(cue[0]),
            score=link.score,
        )

    def _is_spoken(self, span: Span) -> bool:
        passage = bisect_right(self._passages, span.start) - 1
        return self._reading.kinds[passage] in _SPOKEN_IN

    def _touched(self, span: Span) -> list[tuple[Span, int]]:
        """Give the marked parts that a span covers, by half or more."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for part, number in self._parts[first:]:
            if part.start >= span.end:
                break
            if 2 * (min(part.end, span.end) - max(part.start, span.start)) >= part.end - part.start:
                found.append((part, number))
        return found

    def _outside(self, span: Span, parts: Iterable[Span]) -> str:
        """Give the words of a span that stand in none of the parts."""
        words = []
        position = span.start
        for part in parts:
            words.append(self._reading.text[position : max(position, part.start)])
            position = max(position, part.end)
        words.append(self._reading.text[position : max(position, span.end)])
        return " ".join(words)

    def _trim(self, span: Span) -> Span | None:
        """Cut stops and an introductory "that"; a closing mark of a quotation inside stays."""
        text = self._reading.text
        start, end = span
        while start < end and text[start] in _EDGE:
            start += 1
        that = _THAT.match(text, start, end)
        if that is not None and that.end() < end:
            start = that.end()
        while end > start and text[end - 1] in _EDGE and text[end - 1] not in "?!":
            end -= 1
        return Span(start, end) if start < end else None

    def _around(self, cue: Span, words: str, clause: Span) -> str:
        start, end = cue.start - clause.start, cue.end - clause.start
        return words[max(0, start - 12) : end + 9]

    def _lemma(self, cue: Span) -> str:
        words = _WORD.findall(self._reading.text[cue.start : cue.end].lower())
        verbs = [lexicon.cues()[word].lemma for word in words if word in lexicon.cues()]
        return verbs[-1] if verbs else ""


def _sentence_of(cue: Span, sentences: Sequence[Span]) -> Span:
    at = bisect_right(sentences, cue.start, key=lambda s: s.start) - 1
    return sentences[at] if at >= 0 and cue.start < sentences[at].end else cue


class _Taken:
    """Which words have been attributed."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._spans = sorted(s for a in found for s in a.content)

    def touches(self, attribution: Attribution) -> bool:
        """Tell whether a word of the content is taken."""
        return any(self._overlaps(span) for span in attribution.content)

    def _overlaps(self, span: Span) -> bool:
        at = bisect_right(self._spans, span.end, key=lambda s: s.start) - 1
        return at >= 0 and self._spans[at].end > span.start


def _join_parts(found: list[Attribution], quoted: Sequence[Quoted]) -> list[Attribution]:
    """Give a quotation that runs through several paragraphs to the clause that claims a part."""
    joined: list[Attribution] = []
    for attribution in found:
        content = list(attribution.content)
        for number in sorted(attribution.quotes):
            parts = quoted[number].parts
            if len(parts) > 1:
                content.extend(p for p in parts if not any(_overlap(p, c) for c in content))
        joined.append(replace(attribution, content=tuple(sorted(content))))
    return joined


def _continue(found: list[Attribution], loose: Sequence[Loose], quoted: Sequence[Quoted]) -> None:
    """Let loose quotations go on with the speaker before them.

    In the same paragraph, a sentence that is nothing but a quotation belongs to the direct
    quotation before it. A paragraph that is nothing but a quotation is said by whom a colon at
    the end of the paragraph before announces, else by that paragraph's last speaker.
    """
    claimed = {n for a in found for n in a.quotes}
    for item in loose:
        numbers = [n for n in item.numbers if n not in claimed]
        if not numbers:
            continue
        claimed.update(numbers)
        parts = tuple(p for n in numbers for p in quoted[n].parts)
        last = _last_before(found, parts[0].start)
        previous = found[last] if last is not None else None
        if item.before is not None:
            near = previous is not None and max(_ends(previous)) > item.before
            if near and last is not None and previous is not None and previous.kind is Kind.DIRECT:
                found[last] = replace(
                    previous,
                    content=previous.content + parts,
                    quotes=previous.quotes | frozenset(numbers),
                )
                continue
        carried = Attribution(Kind.DIRECT, parts, (), (), (), frozenset(numbers), rule="continued")
        if item.announced is not None:
            mention, cue = item.announced
            carried = replace(carried, mention=(mention,), cue=(cue,), rule="announced")
        elif previous is not None:
            carried = replace(carried, mention=previous.mention)
        found.append(carried)


def _ends(attribution: Attribution) -> list[int]:
    return [s.end for s in attribution.content + attribution.cue]


def _last_before(found: Sequence[Attribution], position: int) -> int | None:
    before = [i for i, a in enumerate(found) if a.content[0].start < position]
    return max(before, key=lambda i: found[i].content[0].start, default=None)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _without_overlaps(found: Sequence[Attribution]) -> list[Attribution]:
    """Order by place; of two statements with the same words the first one found stays."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end)):
        if kept and any(_overlap(c, k) for c in attribution.content for k in kept[-1].content):
            continue
        kept.append(attribution)
    return kept
