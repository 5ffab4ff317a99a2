"""What the tagger found and what quotation marks prove, made one.

The tagger links contents, cues and sources; it knows verbs and clauses. The rules know marks: which
words stand in them, which clause claims them, where a quotation goes on. A content of the tagger is
fitted to the marks, and a quotation that it left to nobody is the rules'.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotecli.extraction import lexicon
from quotecli.extraction.attribution import Attributed, Attribution, Loose, Sentence
from quotecli.extraction.clauses import name_part
from quotecli.extraction.decode import Link
from quotecli.extraction.grammar import RELATIVES, phrase_before
from quotecli.extraction.reading import Reading
from quotecli.extraction.screen import is_statement
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_SPOKEN_IN = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH})
_EARLIER = re.compile(r"\b(?:previously|earlier|formerly|once(?! (?:again|more)))\b", re.IGNORECASE)
_EDGE = ".,;:!?…—–- \n"
_LEADING = re.compile(
    r"(?:that|however|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b,?\s+", re.IGNORECASE
)
# What was done, not said: "to rebuild the town and has opened a school"
_DONE = re.compile(r",? and (?:\w+ly )?(?:\w[\w-]*ed|has|have|had|is|are|was|were)\b")
_TRAILING = re.compile(r"[\s,]+(?:and|but|although|though|while)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


def merge(
    reading: Reading, quoted: Sequence[Quoted], links: Sequence[Link], ruled: Attributed
) -> list[Attribution]:
    """Give the attributions of both, in the order of the text, none overlapping another."""
    fitter = _Fitter(reading, quoted, ruled.sentences)
    fitted = [a for link in links if (a := fitter.fit(link)) is not None]
    found = [a for a in fitted if is_statement(reading, a)]
    found = _with_nearer_mention(found, ruled.attributions)
    found = _without_overlaps(_split(reading, found, ruled.attributions))
    taken = _Taken(found)
    found += [a for a in ruled.attributions if (a.quotes or not links) and not taken.touches(a)]
    found = sorted(_join_parts(found, quoted), key=_position)
    _continue(found, ruled.loose, quoted, reading)
    return [a for a in _without_overlaps(found) if is_statement(reading, a)]


class _Fitter:
    """Fits the tagger's links to an article's marks and sentences."""

    def __init__(
        self, reading: Reading, quoted: Sequence[Quoted], sentences: Sequence[Sentence]
    ) -> None:
        self._reading = reading
        self._parts = [(part, number) for number, q in enumerate(quoted) for part in q.parts]
        self._starts = [part.start for part, _ in self._parts]
        self._passages = [passage.start for passage in reading.passages]
        self._sentences = sentences
        self._sentence_spans = [s.span for s in sentences]

    def fit(self, link: Link) -> Attribution | None:
        """Make an attribution of a link; None where nothing of its content is left."""
        if not all(self._is_spoken(span) for span in link.content):
            return None
        mention = tuple(s for span in link.source if (s := self._trim(span)) is not None)
        cue = tuple(s for span in link.cue if (s := self._trim(span)) is not None) or link.cue
        sentence = self._sentence_of(cue[0])
        clause = sentence.span if sentence is not None else self._passage_of(cue[0])
        stretches: list[Span] = []
        numbers: set[int] = set()
        kinds: set[Kind] = set()
        for whole in link.content:
            span = _apart(self._within(whole, clause), mention + cue)
            if span.start >= span.end:
                continue
            inside = self._touched(span)
            parts = [part for part, _ in inside]
            numbers.update(number for _, number in inside)
            if inside and not _WORD.search(self._outside(span, parts)):
                kinds.add(Kind.DIRECT)
                stretches.extend(parts)
                continue
            trimmed = self._trim(self._whole(span, parts) if inside else span)
            if trimmed is not None:
                kinds.add(Kind.MIXED if inside else Kind.INDIRECT)
                stretches.append(trimmed)
        if not stretches:
            return None
        return Attribution(
            kind=next(iter(kinds)) if len(kinds) == 1 else Kind.MIXED,
            content=tuple(dict.fromkeys(stretches)),
            cue=cue,
            mention=mention,
            antecedent=self._antecedent(mention),
            clause=(clause,),
            quotes=frozenset(numbers),
            earlier=bool(_EARLIER.search(self._reading.text, *_around(cue[0], clause))),
            rule=self._lemma(cue[0]),
            score=link.score,
        )

    def _is_spoken(self, span: Span) -> bool:
        passage = bisect_right(self._passages, span.start) - 1
        return self._reading.kinds[passage] in _SPOKEN_IN

    def _passage_of(self, span: Span) -> Span:
        return self._reading.passages[bisect_right(self._passages, span.start) - 1]

    def _within(self, span: Span, sentence: Span) -> Span:
        """Keep to the sentence of the cue, unless all of the content stands in marks.

        The reporter's own words in another sentence are nobody's statement.
        """
        parts = [part for part, _ in self._touched(span)]
        if not _WORD.search(self._outside(span, parts)):
            return span
        start = max(span.start, sentence.start)
        return Span(start, max(start, min(span.end, sentence.end)))

    def _touched(self, span: Span) -> list[tuple[Span, int]]:
        """Give the marked parts that a span covers, wholly or in part, with their numbers."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for part, number in self._parts[first:]:
            if part.start >= span.end:
                break
            if _overlap(part, span):
                found.append((part, number))
        return found

    def _whole(self, span: Span, parts: Sequence[Span]) -> Span:
        """Widen a span that begins or ends within marks to the marks."""
        start = parts[0].start - 1 if parts[0].start <= span.start else span.start
        end = parts[-1].end + 1 if span.end <= parts[-1].end else span.end
        return Span(min(start, span.start), max(end, span.end))

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
        """Cut stops, an introductory "that" or day, and a conjunction at the end.

        A closing mark of a quotation inside stays, and so does a question mark.
        """
        text = self._reading.text
        start, end = self._reading.after_dateline(span.start), span.end
        while start < end and text[start] in _EDGE:
            start += 1
        while (leading := _LEADING.match(text, start, end)) is not None:
            start = leading.end()
        while end > start and text[end - 1] in _EDGE and text[end - 1] not in "?!":
            end -= 1
        done = _DONE.search(text, start, end) if text.startswith("to ", start) else None
        end = done.start() if done else end
        trailing = _TRAILING.search(text, max(start, end - 12), end)
        end = trailing.start() if trailing else end
        return Span(start, end) if start < end else None

    def _antecedent(self, mention: tuple[Span, ...]) -> tuple[Span, ...]:
        """Find whom "who" means: the name or description right before it."""
        if len(mention) != 1 or self._words(mention[0]).lower() not in RELATIVES:
            return ()
        sentence = self._sentence_of(mention[0])
        if sentence is None:
            return ()
        units, first = sentence.row.units, sentence.units.start
        at = bisect_left(units, mention[0].start, first, key=lambda u: u.start)
        end = at - 1 if at > first and units[at - 1].text == "," else at
        phrase = phrase_before(units, end, first)
        if phrase is None:
            return ()
        named = name_part(units, phrase)
        return (Span(units[named.start].start, units[named.end - 1].end),)

    def _words(self, span: Span) -> str:
        return self._reading.text[span.start : span.end]

    def _sentence_of(self, span: Span) -> Sentence | None:
        at = bisect_right(self._sentence_spans, span.start, key=lambda s: s.start) - 1
        if at < 0 or span.start >= self._sentence_spans[at].end:
            return None
        return self._sentences[at]

    def _lemma(self, cue: Span) -> str:
        words = _WORD.findall(self._words(cue).lower())
        verbs = [lexicon.cues()[word].lemma for word in words if word in lexicon.cues()]
        return verbs[-1] if verbs else ""


def _apart(span: Span, others: Iterable[Span]) -> Span:
    """Cut off the end of a content that runs into its own mention or cue."""
    start, end = span
    for other in others:
        if start < other.start < end <= other.end:
            end = other.start
        elif other.start <= start < other.end < end:
            start = other.end
    return Span(start, end)


def _around(cue: Span, clause: Span) -> Span:
    """Give the cue with an adverb before and after."""
    return Span(max(clause.start, cue.start - 12), min(clause.end, cue.end + 9))


def _split(
    reading: Reading, found: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Give quotations back to the clauses that plainly claim them.

    '"A," he recalled. "B," said Putin.' are two statements, whatever the tagger thinks; words that
    somebody "who said" them stands beside are not those of whoever dismissed them; and what a
    colon announces are the words in marks.
    """
    claims = {number: a for a in _without_overlaps(ruled) for number in a.quotes}
    kept: list[Attribution] = []
    for attribution in found:
        own = list(dict.fromkeys(claims[n] for n in sorted(attribution.quotes) if n in claims))
        clear = all(a.kind is Kind.DIRECT or a.content[0] < a.cue[0] for a in own)
        speakers = {reading.words(a.mention) for a in own}
        if ((clear or len(speakers) == len(own)) and len({a.cue for a in own}) > 1) or (
            len(own) == 1 and _is_plainer(reading, own[0], attribution)
        ):
            kept.extend(own)
        else:
            kept.append(attribution)
    return list(dict.fromkeys(kept))


def _is_plainer(reading: Reading, rule: Attribution, tagged: Attribution) -> bool:
    """Tell whether a rule's clause stands within the tagger's content, or has a colon."""
    if _contains(tagged.content, rule.cue[0]):
        return bool(rule.antecedent) or reading.words(rule.mention) == reading.words(tagged.mention)
    if rule.kind is Kind.DIRECT and rule.mention and _contains(tagged.content, rule.mention[0]):
        return True
    start = rule.content[0].start
    announced = reading.text[max(0, start - 4) : start].rstrip("“‘\"'«„ ")
    return rule.kind is Kind.DIRECT and tagged.kind is Kind.MIXED and announced.endswith(":")


def _with_nearer_mention(
    found: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Take the subject right beside the cue where the tagger took one further away.

    "He spoke as the governor warned": it is the governor who warned.
    """
    subjects = {a.cue[-1].end: a for a in ruled if a.cue and a.mention}
    kept = []
    for attribution in found:
        rule = subjects.get(attribution.cue[-1].end)
        if rule is not None and attribution.mention and _is_nearer(rule, attribution):
            mended = replace(attribution, mention=rule.mention, antecedent=rule.antecedent)
            kept.append(mended)
        else:
            kept.append(attribution)
    return kept


def _is_nearer(rule: Attribution, tagged: Attribution) -> bool:
    """Tell whether the rule's subject stands between the tagger's and the cue, or follows it."""
    if tagged.mention[-1].end >= rule.mention[0].start:
        return False
    before = rule.mention[-1].end < tagged.cue[0].start
    gap = rule.mention[0].start - tagged.cue[-1].end
    follows = 0 <= gap <= 1 and rule.kind is Kind.DIRECT  # '"…," said Putin'
    return before or follows


def _contains(stretches: Sequence[Span], span: Span) -> bool:
    return any(s.start <= span.start and span.end <= s.end for s in stretches)


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


def _continue(
    found: list[Attribution],
    loose: Sequence[Loose],
    quoted: Sequence[Quoted],
    reading: Reading,
) -> None:
    """Let loose quotations go on with the speaker before them.

    In the same paragraph, a sentence that is nothing but a quotation belongs to the direct
    quotation before it. A paragraph that is nothing but a quotation is said by whom a colon at
    the end of the paragraph before announces, else by that paragraph's last speaker.
    """
    claimed = {n for a in found for n in a.quotes}
    for item in loose:
        numbers = [n for n in item.numbers if n not in claimed]
        claimed.update(numbers)
        parts = tuple(p for n in numbers for p in quoted[n].parts)
        if not _WORD.search(" ".join(reading.text[p.start : p.end] for p in parts)):
            continue
        at = bisect_left(found, parts[0].start, key=_position)
        previous = found[at - 1] if at else None
        if (
            item.before is not None
            and previous is not None
            and previous.kind is Kind.DIRECT
            and max(_ends(previous)) > item.before
        ):
            found[at - 1] = replace(
                previous,
                content=previous.content + parts,
                quotes=previous.quotes | frozenset(numbers),
            )
            continue
        carried = Attribution(Kind.DIRECT, parts, (), (), (), frozenset(numbers), rule="continued")
        if item.announced is not None:
            mention, cue = item.announced
            carried = replace(carried, mention=(mention,), cue=(cue,), rule="announced")
        elif item.subject is not None and not (
            previous is not None and item.before is not None and max(_ends(previous)) > item.before
        ):
            carried = replace(carried, mention=(item.subject,))
        elif previous is not None:
            carried = replace(carried, mention=previous.mention)
        found.insert(at, carried)


def _ends(attribution: Attribution) -> list[int]:
    return [s.end for s in attribution.content + attribution.cue]


def _position(attribution: Attribution) -> int:
    return attribution.content[0].start


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
