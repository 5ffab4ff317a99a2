"""A link of the tagger, fitted to the article's quotation marks and sentences."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodynames import member_of
from quotecli.extraction.prose.grammar import (
    BE,
    DETERMINERS,
    PARTY_MARKS,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    is_subject_that,
    phrase_after,
    phrase_before,
    relative_of,
    span_of,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Attribution, Sentence
from quotecli.extraction.rules.clauses import name_part, object_of
from quotecli.extraction.tagger.decode import Link
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.abbreviations import ABBREVIATED, STATES
from quotecli.text.marks import Quoted

_SPOKEN_IN = frozenset({BlockKind.TITLE, BlockKind.PARAGRAPH})
_EARLIER = re.compile(r"\b(?:previously|earlier|formerly|once(?! (?:again|more)))\b", re.IGNORECASE)
_EDGE = ".,;:!?…—–- \n"
_WEEKDAY = rf"(?:{'|'.join(sorted(WEEKDAYS))})"
_DAY = re.compile(rf"{_WEEKDAY}(?:['’]s)?", re.IGNORECASE)  # of "Wednesday's ruling"
# "that" with a capital is no conjunction: "That timing raises concerns, they wrote."
_LEADING = re.compile(
    rf"(?:(?-i:that)|however|(?:on )?{_WEEKDAY})\b,?\s+",
    re.IGNORECASE,
)
# What was done, not said: "to rebuild the town and has opened a school"
_DONE = re.compile(r",? and (?:\w+ly )?(?:\w[\w-]*ed|has|have|had|is|are|was|were)\b")
_TRAILING = re.compile(r"[\s,]+(?:and|but|although|though|while)$", re.IGNORECASE)
# No statement ends so: the tagger lost its thread.
_DANGLING = re.compile(
    r"(?:^|\s)(?:a|an|the|his|her|their|its|by|of|to|with|for|in|on|from|into|about|at|than|as|if"
    r"|that|when|what|who|whose|which|whether|because|\w+(?:'s|’s))$",
    re.IGNORECASE,
)
# "As the meeting began, Putin said …": no part of what he said
_SCRAP = re.compile(
    r"\W*(?:as|and|but|so|that|when|while|where|then|if|the|a|an|in|on|to|of|by|for|with|from|at"
    r"|what|which|whom|who|whose)\W*",
    re.IGNORECASE,
)
# "The paper said the bridge was shut but did not elaborate": that is the reporter's remark.
_REMARK = re.compile(
    r",? none of (?:which|whom)\b(?: (?:he|she|they|it)\b(?: \w+)?)?"
    r"|,? and (?:sentenced|jailed|fined|remanded|acquitted|convicted) (?:him|her|them|the \w+)\b"
    r"|,? (?:but|and|though|although) (?:\w+ )?"
    r"(?:(?:do|does|did|has|have|would) not|\w+n['’]t|declined to|refused to)"
    r" (?:immediately |further )?(?:elaborate|specify|comment|respond|do so"
    r"|(?:give|provide|offer|release|disclose|share|cite) (?:\w+ ){0,2}?(?:detail|evidence"
    r"|specific|proof|reason|explanation|example|timeline|timeframe|figure|number|name)s?)\b",
    re.IGNORECASE,
)
# "said on Friday": the cue is "said"
_ON_A_DAY = re.compile(rf"\s+(?:on|late|early)(?=\s+{_WEEKDAY}\b)", re.IGNORECASE)
# "Harvard-trained, former coach Jane Roe said it": no part of what she said
_TRAINED = re.compile(r"\w+-\w+ed,?")
# A cue that says of what and not what: "Roe says about the bridge"
_OF_WHAT = re.compile(
    r".*\b(?:about|on|over|of|regarding|concerning|discussing)", re.IGNORECASE | re.DOTALL
)
_ONE_BLANK = re.compile(r"\w \w")
_WHICH = re.compile(r"which\b", re.IGNORECASE)
# "The WHO today": no part of the source
_DAY_BEHIND = re.compile(
    r"(?<=\w)\s(?:today|yesterday|tonight|tomorrow"
    rf"|(?:(?:on|last|late|early|this)\s)?{_WEEKDAY}|(?:last|this) (?:week|month|year))\W*$",
    re.IGNORECASE,
)
# "a report published last year": there it is
_DESCRIBED = re.compile(r",|\b(?:who|which|that|\w+ed)\b")
_STYLED_AS = re.compile(
    r".*\b(?:is|are|was|were|been|being) (?:\w+ )?"
    r"(?:described|called|label+ed|dubbed|branded|characteri[sz]ed|hailed)(?: as)?",
    re.IGNORECASE | re.DOTALL,
)
_AGED = re.compile(r", \d{1,3},")
_LAST_WORD = re.compile(r"\w+$")
# "research by", "data from": the tagger left the name out.
_MADE_BY = frozenset("by from of for with".split())
# "the U.S", "Conn" before their last stop
_SHORTENED = re.compile(rf"(?:\b|-)(?!No$)(?:(?:[A-Z]\.)+[A-Z]|{STATES}|{ABBREVIATED})$")
_ASIDE_IN_CUE = re.compile(
    rf"(?:\s+(?:on|late|early|last|this|earlier))*\s+{_WEEKDAY}"
    r"(?:\s+(?:morning|afternoon|evening|night))?$"
    r"|\s+(?:(?:in|at|on|during)\s+(?:an?|the)|last)$",
    re.IGNORECASE,
)
_AROUND = _EDGE + "“”\"‘’'«»"  # of the words beside a quotation
_FEW = 3  # words of a piece that belongs to nothing beside it
_CLAUSE_END = re.compile(r"[,;:.?!)—–]|--|\s-\s|\n|$")
_ARTICLE = re.compile(r"the|an?", re.IGNORECASE)  # all that was left of "The signs, which …"
# ", reasserting its role": the tagger left the beginning of what the reporter goes on with.
_PARTICIPLE = re.compile(r",\s+\w+ing$")
_THAT = re.compile(r"\bthat\s+$")
_LONGEST_THAT = 8  # characters, with a line's end
_TWO_WORDS = 24  # characters, at most
_LONGEST_DAY = 11  # characters, with the blank before it
_WHEN = re.compile(r"\s+(?:when|after|before|while|until)\s+\w")
_FEW_BEHIND = 2  # words behind a finished quotation that are no part of the statement
WORD = re.compile(r"[^\W_]+")


class _Piece(NamedTuple):
    """A piece of a content: its stretches, and the numbers of the quotations in it."""

    kind: Kind
    stretches: tuple[Span, ...]
    quotes: tuple[int, ...]


class Fitter:
    """Fits the tagger's links to an article's marks and sentences."""

    def __init__(
        self, reading: Reading, quoted: Sequence[Quoted], sentences: Sequence[Sentence]
    ) -> None:
        self._reading = reading
        self._parts = [(part, number) for number, q in enumerate(quoted) for part in q.parts]
        self._outer = {q.parts[0].start: q.start for q in quoted}
        self._outer |= {q.parts[-1].end: q.end for q in quoted}
        self._starts = [part.start for part, _ in self._parts]
        self._passages = [passage.start for passage in reading.passages]
        self._sentences = sentences
        self._sentence_spans = [s.span for s in sentences]

    def fit(self, link: Link) -> Attribution | None:
        """Make an attribution of a link; None where nothing of its content is left."""
        spoken = [span for span in link.content if self._is_spoken(span)]
        if not spoken or not all(self._is_spoken(span) for span in link.cue):
            return None  # a heading or a caption
        link = link._replace(
            content=self._worded(self._rejoined(spoken)),
            cue=self._worded(link.cue),
            source=self._worded(link.source),
        )
        mention = tuple(
            s
            for span in link.source
            if (s := self._mention(span)) is not None and not _ARTICLE.fullmatch(self._words(s))
        )
        cue = tuple(s for span in link.cue if (s := self._cue(span)) is not None) or link.cue
        sentence = self._sentence_of(cue[0])
        clause = sentence.span if sentence is not None else self._passage_of(cue[0])
        mention = tuple(s for s in mention if s.start < clause.end)  # never in a later sentence
        antecedent = self._antecedent(mention)
        spans = [span for whole in link.content for span in self._within(whole, clause)]
        pieces: list[_Piece] = []
        for near in spans:
            piece = self._piece(near, mention + cue, clause, alone=len(spans) == 1)
            if piece is not None:
                pieces.append(piece)
        pieces = self._belonging(pieces, mention, cue)
        pieces = self._behind_names(pieces, mention, antecedent)
        if not pieces:
            return None
        kinds = {piece.kind for piece in pieces}
        return Attribution(
            kind=next(iter(kinds)) if len(kinds) == 1 else Kind.MIXED,
            content=_without_repeats([s for piece in pieces for s in piece.stretches]),
            cue=cue,
            mention=mention,
            antecedent=antecedent,
            clause=(clause,),
            quotes=frozenset(number for piece in pieces for number in piece.quotes),
            earlier=bool(_EARLIER.search(self._reading.text, *_around(cue[0], clause))),
            rule=self._lemma(cue[0]),
            score=link.score,
        )

    def _piece(
        self, whole: Span, others: Sequence[Span], clause: Span, *, alone: bool
    ) -> "_Piece | None":
        """Fit one piece of a content; None where nothing of it is left."""
        span = _apart(whole, others)
        if span.start >= span.end:
            return None
        inside = self._touched(span)
        parts = tuple(part for part, _ in inside)
        quotes = tuple(number for _, number in inside)
        if inside and self._outside(span, parts).strip(_AROUND).lower() in {"", "as"}:
            worded = tuple(p for p in parts if WORD.search(self._words(p)))
            return _Piece(Kind.DIRECT, worded, quotes) if worded else None
        span = self._closed(self._whole(span, parts), parts)
        if inside and not WORD.search(self._outside(span, parts)):
            return _Piece(Kind.DIRECT, parts, quotes)
        if not alone and _SCRAP.fullmatch(self._words(span)):
            return None
        trimmed = self._trim(self._before_remark(self._finished(span, others, clause), parts))
        if trimmed is None:
            return None
        whole = self._with_subject(trimmed, others)
        return _Piece(Kind.MIXED if inside else Kind.INDIRECT, (whole,), quotes)

    def _with_subject(self, span: Span, others: Sequence[Span]) -> Span:
        """Give "that" back to "would cost jobs", whose subject it is."""
        that = _THAT.search(self._reading.text, max(0, span.start - _LONGEST_THAT), span.start)
        if that is None or not self._has_subject_before(span):
            return span
        taken = any(o.start < that.end() and that.start() < o.end for o in others)
        return span if taken else Span(that.start(), span.end)

    def _has_subject_before(self, span: Span) -> bool:
        """Tell whether a "that" before a span is its subject and not a conjunction."""
        end = min(span.end, span.start + _TWO_WORDS)
        return is_subject_that(WORD.findall(self._reading.text, span.start, end)[:2])

    def _rejoined(self, spans: Sequence[Span]) -> list[Span]:
        """Join what the tagger parted between two words of a sentence."""
        joined = list(spans[:1])
        for span in spans[1:]:
            between = self._reading.text[joined[-1].end - 1 : span.start + 1]
            if _ONE_BLANK.fullmatch(between):
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return joined

    def _belonging(
        self, pieces: Sequence[_Piece], mention: Sequence[Span], cue: Sequence[Span]
    ) -> list[_Piece]:
        """Leave out what the tagger took into a statement of several pieces and is none of it."""
        if len(pieces) < 2:
            return list(pieces)
        kept = [p for p in pieces if not self._is_term(p, cue[0])] or list(pieces)
        kept = self._of_one_paragraph(kept, cue[0])
        behind = cue[-1].end
        if any(p.kind is Kind.DIRECT for p in kept):
            topic = _OF_WHAT.fullmatch(self._words(cue[-1])) is not None
            kept = [
                p
                for p in kept
                if p.kind is Kind.DIRECT
                or p.stretches[0].start < behind
                or not ((topic and self._is_topic(p)) or self._goes_on(p))
            ]
            kept = [p for p in kept if not self._is_object(p, kept)]
        if any(p.quotes for p in kept) and _STYLED_AS.fullmatch(self._words(cue[0])):
            # 'The plan was called "mad"': nobody said "the plan".
            kept = [p for p in kept if p.quotes or p.stretches[0].start > behind]
        said_by = sorted((*mention, *cue))
        whole = [p for p in kept if not self._is_stray(p, kept, said_by)]
        return whole or kept

    def _behind_names(
        self, pieces: Sequence[_Piece], mention: Sequence[Span], antecedent: Sequence[Span]
    ) -> list[_Piece]:
        """Leave out what stands before whom "who" means, and an age behind the name.

        "His health worried investors, who said …"; "According to Roe, 51, of Dorn, …".
        """
        if len(pieces) < 2 or not mention:
            return list(pieces)
        start = antecedent[0].start if antecedent else 0
        text, named = self._reading.text, mention[-1].end
        kept = [
            p
            for p in pieces
            if p.kind is not Kind.INDIRECT
            or (
                p.stretches[0].start >= start
                and not (0 < p.stretches[0].start - named <= 2 and _AGED.match(text, named))
            )
        ]
        return kept or list(pieces)

    def _of_one_paragraph(self, pieces: Sequence[_Piece], cue: Span) -> list[_Piece]:
        """Keep a claim apart from a quotation of another paragraph, or of a sentence before it."""
        home = self._passage_of(cue)
        sentence = self._sentence_of(cue)
        start = home.start if sentence is None else sentence.span.start
        own = [p for p in pieces if start <= p.stretches[0].start < home.end]
        if not own or all(p.kind is Kind.DIRECT for p in own):
            return list(pieces)
        return own

    def _is_stray(self, piece: _Piece, pieces: Sequence[_Piece], said_by: Sequence[Span]) -> bool:
        """Tell a word or two that stand beside neither who said it nor another piece.

        "Without naming Roe, the mayor said the bridge was shut": "Roe" is no part of that.
        """
        span = piece.stretches[0]
        if len(pieces) > 1 and _TRAINED.fullmatch(self._words(span)):
            return True
        if piece.kind is not Kind.INDIRECT or not self._is_topic(piece):
            return False
        if len(WORD.findall(self._words(span))) > _FEW:
            return False
        sentence = self._sentence_of(span)
        if sentence is not None and self._is_bare(sentence.span.start, span.start):
            return False
        beside = [*said_by, *(s for p in pieces if p is not piece for s in p.stretches)]
        after = any(o.start >= span.end and self._is_bare(span.end, o.start) for o in said_by)
        before = any(o.end <= span.start and self._is_bare(o.end, span.start) for o in beside)
        return not (after or before)

    def _is_term(self, piece: _Piece, cue: Span) -> bool:
        """Tell marked words of another sentence's own: '"We go," said Roe. "Go" is her motto.'."""
        last = piece.stretches[-1]
        sentence = self._sentence_of(last)
        if piece.kind is not Kind.DIRECT or sentence is None or sentence == self._sentence_of(cue):
            return False
        parts = [part for part, _ in self._touched(sentence.span)]
        outside = WORD.findall(self._outside(sentence.span, parts))
        says_what = not BE.isdisjoint(word.lower() for word in outside)
        return says_what and self._reading.text[last.end - 1] not in ",.?!…—–-"

    def _is_object(self, piece: _Piece, pieces: Sequence[_Piece]) -> bool:
        """Tell whom a verb is about before a quotation: 'Roe praised her men. "They won."'."""
        if piece.kind is not Kind.INDIRECT:
            return False
        words = self._words(piece.stretches[0]).lower().split()
        sentence = self._sentence_of(piece.stretches[0])
        return (
            sentence is not None
            and len(words) <= _FEW
            and words[0] in DETERMINERS
            and any(p.stretches[0].start >= sentence.span.end for p in pieces)
        )

    def _is_topic(self, piece: _Piece) -> bool:
        """Tell words without marks in which nobody speaks ("Roe saying" would be a clause)."""
        cues = lexicon.cues()
        words = WORD.findall(self._words(piece.stretches[0]).lower())
        speaks = any(word in cues and cues[word].tense in {"past", "ing"} for word in words)
        return piece.kind is not Kind.DIRECT and not speaks

    def _goes_on(self, piece: _Piece) -> bool:
        """Tell the reporter's own words behind the clause: '"…," Roe said, which angered Poe'."""
        return _WHICH.match(self._words(piece.stretches[0])) is not None

    def _is_bare(self, start: int, end: int) -> bool:
        """Tell whether no word stands in a stretch."""
        return start <= end and WORD.search(self._reading.text, start, end) is None

    def _before_remark(self, span: Span, parts: Sequence[Span]) -> Span:
        """Cut the reporter's remark on what was not said: "but did not give details"."""
        remark = _REMARK.search(self._reading.text, *span)
        if remark is None or any(p.start <= remark.start() < p.end for p in parts):
            return span
        return Span(span.start, remark.start())

    def _cue(self, span: Span) -> Span | None:
        """Trim a cue; a day is no part of it, nor what begins an aside: "said in a"."""
        day = _ON_A_DAY.search(self._reading.text, span.start, span.end + _LONGEST_DAY)
        if day is not None and span.start < day.start() < span.end <= day.end():
            span = Span(span.start, day.start())
        ends = _ASIDE_IN_CUE.search(self._reading.text, *span)
        return self._trim(Span(span.start, ends.start()) if ends is not None else span)

    def _mention(self, span: Span) -> Span | None:
        """Trim a mention; one that ends in "by" goes on to the name, or ends before it."""
        day = _DAY_BEHIND.search(self._reading.text, *span)
        if day is not None and not _DESCRIBED.search(self._reading.text, span.start, day.start()):
            span = Span(span.start, day.start())
        trimmed = self._trim(span)
        if trimmed is None or _DAY.fullmatch(self._reading.text, *trimmed):
            return None
        last = _LAST_WORD.search(self._reading.text, trimmed.start, trimmed.end)
        if last is None or last[0].lower() not in PREPOSITIONS or last.start() == trimmed.start:
            return trimmed
        sentence = self._sentence_of(trimmed)
        if sentence is not None and last[0].lower() in _MADE_BY:
            units = sentence.row.units
            at = bisect_left(units, trimmed.end, sentence.units.start, key=lambda u: u.start)
            named = phrase_after(units, at, sentence.units.end)
            if named is not None:
                return self._with_stop(Span(trimmed.start, span_of(units, named).end))
        return self._trim(Span(trimmed.start, last.start()))

    def _with_stop(self, span: Span) -> Span:
        """Give the last stop back to "the U.S." and "R-Ariz."."""
        text = self._reading.text
        if text[span.end : span.end + 1] != ".":
            return span
        shortened = _SHORTENED.search(text, max(span.start, span.end - 12), span.end)
        return Span(span.start, span.end + 1) if shortened else span

    def _worded(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Widen spans to whole words: the tagger reads pieces of words and may part them."""
        return tuple(self._whole_words(span) for span in spans)

    def _whole_words(self, span: Span) -> Span:
        text = self._reading.text
        start, end = span
        while start > 0 and _in_word(text, start):
            start -= 1
        while end < len(text) and _in_word(text, end):
            end += 1
        return Span(start, end)

    def _is_spoken(self, span: Span) -> bool:
        passage = bisect_right(self._passages, span.start) - 1
        return self._reading.kinds[passage] in _SPOKEN_IN

    def _passage_of(self, span: Span) -> Span:
        return self._reading.passages[bisect_right(self._passages, span.start) - 1]

    def _within(self, span: Span, sentence: Span) -> list[Span]:
        """Keep to the sentence of the cue, and to what stands in marks.

        The reporter's own words in another sentence are nobody's statement.
        """
        parts = [part for part, _ in self._touched(span)]
        if not WORD.search(self._outside(span, parts)):
            return [span]
        near = Span(max(span.start, sentence.start), min(span.end, sentence.end))
        return [near] if near.start < near.end else parts

    def _touched(self, span: Span) -> list[tuple[Span, int]]:
        """Give the marked parts that a span covers, wholly or in part, with their numbers."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found = []
        for part, number in self._parts[first:]:
            if part.start >= span.end:
                break
            if overlap(part, span):
                found.append((part, number))
        return found

    def _finished(self, span: Span, others: Iterable[Span], sentence: Span) -> Span:
        """Let a content that ends with "the" or "by" go on to the end of its clause."""
        text = self._reading.text
        if not _DANGLING.search(text, span.start, span.end):
            return span
        end = _CLAUSE_END.search(text, span.end, max(span.end, sentence.end))
        stop = end.start() if end is not None else span.end
        if any(span.end <= other.start < stop for other in others):
            return span
        return Span(span.start, stop)

    def _whole(self, span: Span, parts: Sequence[Span]) -> Span:
        """Widen a span that begins or ends within marks to the marks."""
        if not parts:
            return span
        first, last = parts[0].start, parts[-1].end
        start = self._outer.get(first, first) if first <= span.start else span.start
        end = self._outer.get(last, last) if span.end <= last else span.end
        return Span(min(start, span.start), max(end, span.end))

    def _closed(self, span: Span, parts: Sequence[Span]) -> Span:
        """Cut a word or two behind marks that end with a comma or a stop: '"…," showing'.

        When it was said is the reporter's too: '"…," when Roe asked about the tax'.
        """
        if not parts or self._reading.text[parts[-1].end - 1] not in ",.!?":
            return span
        end = self._outer.get(parts[-1].end, parts[-1].end)
        if _WHEN.match(self._reading.text, end, max(end, span.end)):
            return Span(span.start, end)
        behind = WORD.findall(self._reading.text, end, max(end, span.end))
        return Span(span.start, end) if 0 < len(behind) <= _FEW_BEHIND else span

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
        if text[start : start + 1] == "(" and ")" not in text[start:end]:
            start += 1
        while (leading := _LEADING.match(text, start, end)) is not None:
            rest = Span(leading.end(), end)
            if leading[0].startswith("that") and self._has_subject_before(rest):
                break
            start = rest.start
        while end > start and text[end - 1] in _EDGE and text[end - 1] not in "?!":
            end -= 1
        done = _DONE.search(text, start, end) if text.startswith("to ", start) else None
        end = done.start() if done else end
        trailing = _TRAILING.search(text, max(start, end - 12), end)
        end = trailing.start() if trailing else end
        if text[end : end + 2].strip()[:1].isalpha():
            participle = _PARTICIPLE.search(text, max(start, end - 24), end)
            end = participle.start() if participle else end
        if text[end : end + 1] == ")" and text.count("(", start, end) > text.count(")", start, end):
            end += 1
        return self._with_stop(Span(start, end)) if start < end else None

    def _antecedent(self, mention: tuple[Span, ...]) -> tuple[Span, ...]:
        """Find whom "who" means: the name or description right before it."""
        if len(mention) != 1 or relative_of(self._words(mention[0])) is None:
            return ()
        sentence = self._sentence_of(mention[0])
        if sentence is None:
            return ()
        units, first = sentence.row.units, sentence.units.start
        at = bisect_left(units, mention[0].start, first, key=lambda u: u.start)
        end = at - 1 if at > first and units[at - 1].text == "," else at
        if end > first and units[end - 1].text == ")":  # "the Blue Party (BP), who"
            end = next((i for i in range(end - 1, first, -1) if units[i].text == "("), end)
        aside = units[max(end - 2, first + 1) : end]
        if [u.text for u in aside[:-1]] == [","] and aside[1].text[:2] in PARTY_MARKS:
            end -= 2  # "Jane Roe, R-Zed, who"
        end = _without_home(units, first, end)
        # "slammed by the union, which": the phrase begins behind the last preposition.
        behind = (i + 1 for i in range(end - 1, first, -1) if units[i].lower in PREPOSITIONS)
        phrase = phrase_before(units, end, first)
        phrase = phrase or phrase_before(units, end, next(behind, first))
        if phrase is None:
            return ()
        if units[phrase.start].lower in PRONOUNS - DETERMINERS and phrase.end > phrase.start + 1:
            return ()  # "he has millions of followers who": a clause, not a name
        points = units[phrase.start].lower in {"this", "that", "that's", "it's"}
        phrase = (not points and object_of(units, phrase)) or phrase  # "He quoted the bank, which"
        words = {u.lower for u in units[phrase.start : phrase.end]}
        whole = units[phrase.start].lower in DETERMINERS and "by" not in words
        whole = whole and not points  # "That angered Roe, who"
        named = phrase if whole else name_part(units, phrase)  # "A resident of Tessik, who"
        return (span_of(units, member_of(units, named) or named),)

    def _words(self, span: Span) -> str:
        return self._reading.text[span.start : span.end]

    def _sentence_of(self, span: Span) -> Sentence | None:
        at = bisect_right(self._sentence_spans, span.start, key=lambda s: s.start) - 1
        if at < 0 or span.start >= self._sentence_spans[at].end:
            return None
        return self._sentences[at]

    def _lemma(self, cue: Span) -> str:
        words = WORD.findall(self._words(cue).lower())
        verbs = [lexicon.cues()[word].lemma for word in words if word in lexicon.cues()]
        return verbs[-1] if verbs else ""


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


def _in_word(text: str, at: int) -> bool:
    """Tell whether a word goes on over the place ``at``; "Brown-Roe" and "30,000" are one."""
    around = text[at - 1] + text[at]
    for joint, ends in (("-", str.isalnum), (",", str.isdigit), (".", str.isdigit)):
        if joint in around:
            around += text[at - 2 : at - 1] if text[at - 1] == joint else text[at + 1 : at + 2]
            return len(around) == 3 and ends(around.replace(joint, "", 1))
    return around.isalnum()


def _apart(span: Span, others: Iterable[Span]) -> Span:
    """Cut off the end of a content that runs into its own mention or cue."""
    start, end = span
    for other in others:
        if start < other.start < end <= other.end:
            end = other.start
        elif other.start <= start < other.end < end:
            start = other.end
    return Span(start, end)


def _without_repeats(stretches: Sequence[Span]) -> tuple[Span, ...]:
    """Order stretches and make one of those that overlap, so that no word stands twice."""
    kept: list[Span] = []
    for stretch in sorted(stretches):
        if kept and stretch.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, stretch.end))
        else:
            kept.append(stretch)
    return tuple(kept)


def _around(cue: Span, clause: Span) -> Span:
    """Give the cue with an adverb before and after."""
    return Span(max(clause.start, cue.start - 12), min(clause.end, cue.end + 9))


def overlap(a: Span, b: Span) -> bool:
    """Tell whether two spans share a character."""
    return a.start < b.end and b.start < a.end
