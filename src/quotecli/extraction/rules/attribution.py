"""Who is reported to have said what: contents tied to their reporting clauses.

Sentence by sentence: what stands before a reporting clause, behind it, or on both sides is its
content. Quotations that no clause of their own sentence claims are handed on as loose.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotecli.extraction.prose.grammar import (
    RELATIVES,
    STOPS,
    WORDS_OF,
    Range,
    phrase_after,
    sentence_subject,
    span_of,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Row, units_of
from quotecli.extraction.rules.clauses import Clause, find_clauses, sentences_of
from quotecli.extraction.rules.contents import Contents
from quotecli.extraction.rules.frames import (
    find_headline,
    find_label,
    find_name_behind,
    find_signature,
    find_statement_frame,
    find_unknown_verb,
    is_person_like,
)
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content with its cue and mention, all as stretches of the reading.

    Attributes:
        kind: what the quotation marks make of it.
        content: its stretches, outer quotation marks of a direct quotation left out.
        cue: the reporting expression; empty where the statement goes on with the speaker before.
        mention: the words that name the source; empty likewise.
        clause: the stretch of the sentence around, in which the day may stand.
        quotes: numbers of the marked quotations inside, in the article's order.
        antecedent: whom the mention means where it is "who" or "which".
        earlier: whether it is reported as said before the news.
        rule: the lemma of the cue's verb, or the name of the rule that found it.
        score: what the tagger gave it, 0 to 1; None for a rule.
    """

    kind: Kind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    mention: tuple[Span, ...]
    clause: tuple[Span, ...]
    quotes: frozenset[int]
    antecedent: tuple[Span, ...] = ()
    earlier: bool = False
    rule: str = ""
    score: float | None = None


class Sentence(NamedTuple):
    """A sentence with the row it stands in; the speakers' history is read from these."""

    row: Row
    units: Range

    @property
    def span(self) -> Span:
        """Where it stands in the reading."""
        return span_of(self.row.units, self.units)


@dataclass(frozen=True, slots=True)
class Attributed:
    """What was found in an article.

    ``loose`` are quotations that no clause claims; ``announced`` says whom a passage that ends in
    a colon announces, by its number.
    """

    attributions: tuple[Attribution, ...]
    loose: tuple["Loose", ...]
    sentences: tuple[Sentence, ...]
    announced: Mapping[int, "Announced"] = field(default_factory=dict)


def attribute(reading: Reading, quoted: Sequence[Quoted]) -> Attributed:
    """Tie contents to reporting clauses in a whole article."""
    found: list[Attribution] = []
    sentences: list[Sentence] = []
    loose: list[Loose] = []
    announced: Announced | None = None
    announcing: dict[int, Announced] = {}
    for number, (row, quote_numbers) in enumerate(_rows(reading, quoted)):
        if not row.units:
            continue
        start = reading.after_dateline(reading.passages[number].start)
        passage = _Passage(row, quote_numbers, start)
        if reading.kinds[number] is BlockKind.TITLE:
            found.extend(passage.headline())
        if reading.kinds[number] is not BlockKind.PARAGRAPH:
            continue
        passage.run()
        found.extend(passage.found)
        sentences.extend(Sentence(row, s) for s in passage.sentences)
        for item in passage.loose:
            first = item.before is None
            loose.append(item._replace(announced=announced if first else None))
        announced = passage.announces()
        if announced is not None:
            announcing[number] = announced
    return Attributed(tuple(found), tuple(loose), tuple(sentences), announcing)


def _rows(reading: Reading, quoted: Sequence[Quoted]) -> Iterator[tuple[Row, list[int]]]:
    """Cut each passage into units; give with them the number of each quotation unit."""
    first = 0
    for passage in reading.passages:
        while first < len(quoted) and quoted[first].end <= passage.start:
            first += 1
        stop = first
        while stop < len(quoted) and quoted[stop].start < passage.end:
            stop += 1
        row = units_of(reading.text, passage, quoted[first:stop])
        starts = [q.start for q in quoted[first:stop]]
        yield row, [first + bisect_right(starts, outer.start) - 1 for outer in row.outer]


class Announced(NamedTuple):
    """Who a paragraph that ends in a colon announces."""

    mention: Span
    cue: Span


class Loose(NamedTuple):
    """A sentence of nothing but quotations, which no clause claims.

    ``before`` is where the sentence before begins, in the same passage; ``subject`` is somebody
    whom it is about. ``signed`` is a name that stands behind the quotation without a verb.
    """

    numbers: tuple[int, ...]
    before: int | None
    subject: Span | None = None
    announced: Announced | None = None
    signed: Span | None = None


class _Passage:
    """The work on one passage."""

    def __init__(self, row: Row, quote_numbers: list[int], start: int) -> None:
        self.row = row
        self.units = row.units
        self.contents = Contents(row)
        self.start = start  # where in the reading its prose begins, after a dateline
        self.quote_numbers = quote_numbers
        self.found: list[Attribution] = []
        self.loose: list[Loose] = []
        self.sentences: list[Range] = []

    def headline(self) -> Iterator[Attribution]:
        whole = Range(0, len(self.units))
        framed = find_headline(self.row)
        if framed is not None:
            content, mention, cue = framed
            made = self._make(content, cue, mention, whole, "headline")
            if made is not None:
                yield made
            return
        for clause in find_clauses(self.row, [whole])[:1]:
            content = self.contents.trimmed(Range(clause.span.end, whole.end))
            said = clause.verb.lemma == "say" or self.contents.has_quote(content)
            if clause.subject and said and len(range(*content)) > 0:
                made = self._make(content, clause.cue, clause.subject, whole, "headline")
                if made is not None:
                    yield made

    def run(self) -> None:
        first = bisect_left(self.units, self.start, key=lambda u: u.start)
        self.sentences = sentences_of(self.row, Range(first, len(self.units)))
        self.clauses = find_clauses(self.row, self.sentences)
        position = 0
        for index, sentence in enumerate(self.sentences):
            first = position
            while position < len(self.clauses) and self.clauses[position].cue.start < sentence.end:
                position += 1
            inside = self.clauses[first:position]
            taken = self._sentence(sentence, inside)
            units = self.units[sentence.start : sentence.end]
            if not taken and all(u.quote >= 0 or u.text in STOPS for u in units):
                numbers = tuple(self.quote_numbers[u.quote] for u in units if u.quote >= 0)
                if numbers:
                    self.loose.append(self._loose(numbers, index))
            elif not taken and not inside and (name := find_name_behind(self.row, sentence)):
                number = self.quote_numbers[units[0].quote]
                self.loose.append(Loose((number,), None, signed=self._span(name)))

    def _loose(self, numbers: tuple[int, ...], index: int) -> Loose:
        if index == 0:
            return Loose(numbers, None)
        previous = self.sentences[index - 1]
        subject = sentence_subject(self.units, previous.start, previous.end)
        person = subject is not None and is_person_like(self.units, subject)
        return Loose(
            numbers,
            self.units[previous.start].start,
            self._span(subject) if subject is not None and person else None,
        )

    def announces(self) -> Announced | None:
        """Tell whom a colon at the end of the passage announces."""
        if not self.sentences or self.units[-1].text != ":":
            return None
        last = self.sentences[-1]
        author = self._author(last)
        if author is not None:
            return author
        for clause in reversed(self.clauses):
            if clause.cue.start >= last.start and clause.subject is not None:
                return Announced(self._span(clause.subject), self._span(clause.cue))
        subject = sentence_subject(self.units, last.start, last.end)
        if subject is None or not is_person_like(self.units, subject):
            return None
        return Announced(self._span(subject), self._span(Range(last.end - 1, last.end)))

    def _author(self, sentence: Range) -> Announced | None:
        """Find Roe in "The paper rated this statement by Roe in June:", behind the last cue."""
        for at in range(sentence.end - 3, sentence.start, -1):
            if any(clause.cue.start > at for clause in self.clauses):
                return None
            if self.units[at].lower in WORDS_OF and self.units[at + 1].lower == "by":
                name = phrase_after(self.units, at + 2, sentence.end)
                if name is not None and is_person_like(self.units, name):
                    return Announced(self._span(name), self._span(Range(at, at + 1)))
        return None

    # -- one sentence ------------------------------------------------------------------------

    def _sentence(self, sentence: Range, clauses: list[Clause]) -> set[int]:
        """Attribute what the clauses of a sentence claim; give the quotations taken."""
        before = len(self.found)
        framed = (
            find_label(self.row, sentence)
            or find_signature(self.row, sentence)
            or find_statement_frame(self.row, sentence, clauses)
        )
        if framed is not None:
            content, mention, cue = framed
            self._add(content, cue, mention, sentence, rule="frame")
        elif clauses:
            self._by_clauses(sentence, self._without_nested(sentence, clauses))
        taken = {n for a in self.found[before:] for n in a.quotes}
        for at in range(sentence.start, sentence.end):
            unit = self.units[at]
            if unit.quote >= 0 and self.quote_numbers[unit.quote] not in taken:
                framed = find_unknown_verb(self.row, at, sentence)
                if framed is not None:
                    content, mention, cue = framed
                    self._add(content, cue, mention, sentence, rule="unknown-verb")
                    taken.add(self.quote_numbers[unit.quote])
        return taken

    def _without_nested(self, sentence: Range, clauses: list[Clause]) -> list[Clause]:
        """Leave out clauses inside the content of another: "Roe said Doe believes …"."""
        kept: list[Clause] = []
        for clause in clauses:
            if kept:
                outer = kept[-1]
                between = self.contents.has_quote(Range(outer.span.end, clause.span.start))
                object_only = outer.verb.frames.isdisjoint("tzi") and not between
                if object_only and not outer.inverted:
                    leads = self.contents.leads(sentence, outer)
                    kept[-1:] = [outer, clause] if leads else [clause]
                    continue
                if not clause.inherited and self._is_nested(outer, clause, sentence):
                    continue
            kept.append(clause)
        return kept

    def _is_nested(self, outer: Clause, clause: Clause, sentence: Range) -> bool:
        if clause.shown:
            return False
        if clause.relative:
            return not self.contents.leads(sentence, outer)
        previous = self.units[clause.span.start - 1]
        if previous.quote >= 0 or clause.inverted:
            return False
        if previous.text in {",", ";", "—", "–"}:
            return False
        return not (
            previous.lower in {"and", "but", "while", "as", "after"}
            and clause.span.start - outer.span.end > 3
        )

    def _by_clauses(self, sentence: Range, clauses: list[Clause]) -> None:
        lead_start = sentence.start
        for i, clause in enumerate(clauses):
            end = clauses[i + 1].span.start if i + 1 < len(clauses) else sentence.end
            tail = Range(clause.span.end, end)
            lead = Range(lead_start, clause.span.start)
            lead_end = self.contents.lead_end(lead, clause, tail, sentence)
            tail_start = self.contents.tail_start(clause, tail)
            resumed = None
            if lead_end is not None:
                quoted = self.contents.has_quote(Range(lead.start, lead_end))
                resumed = self.contents.resumed(tail, with_quotes=quoted)
                self._add_lead(lead, lead_end, resumed, clause, sentence)
            elif tail_start is not None:
                content = self.contents.trimmed(self.contents.without_deeds(Range(tail_start, end)))
                if self.contents.is_content(content, clause):
                    self._add_clause(content, clause, sentence)
            lead_start = resumed.end if resumed else tail.start

    # -- making attributions -------------------------------------------------------------------

    def _add_lead(
        self, lead: Range, lead_end: int, resumed: Range | None, clause: Clause, sentence: Range
    ) -> None:
        start = lead.start
        while start < lead_end and self.units[start].text in STOPS | {"and", "but"}:
            start += 1
        more = (resumed,) if resumed is not None else ()
        self._add_clause(Range(start, lead_end), clause, sentence, more)

    def _add_clause(
        self, content: Range, clause: Clause, sentence: Range, more: Sequence[Range] = ()
    ) -> None:
        self._add(
            content,
            clause.cue,
            clause.subject,
            sentence,
            more,
            earlier=clause.earlier,
            rule=clause.verb.lemma,
        )

    def _add(
        self,
        content: Range,
        cue: Range,
        mention: Range | None,
        sentence: Range,
        more: Sequence[Range] = (),
        *,
        earlier: bool = False,
        rule: str,
    ) -> None:
        made = self._make(content, cue, mention, sentence, rule, more, earlier=earlier)
        if made is not None:
            self.found.append(made)

    def _make(
        self,
        content: Range,
        cue: Range,
        mention: Range | None,
        sentence: Range,
        rule: str,
        more: Sequence[Range] = (),
        *,
        earlier: bool = False,
    ) -> Attribution | None:
        ranges = [
            r
            for r in (self.contents.trimmed(content), *map(self.contents.trimmed, more))
            if r.start < r.end
        ]
        if not ranges:
            return None
        stretches: list[Span] = []
        kinds: list[Kind] = []
        numbers: set[int] = set()
        for each in ranges:
            kind, found = self._content(each)
            kinds.append(kind)
            stretches.extend(found)
            numbers.update(
                self.quote_numbers[u.quote]
                for u in self.units[each.start : each.end]
                if u.quote >= 0
            )
        kind = kinds[0] if len(set(kinds)) == 1 else Kind.MIXED
        mentioned = (self._span(mention),) if mention else ()
        antecedent: tuple[Span, ...] = ()
        if mention and mention.end - mention.start > 1:
            last = mention.end - 1
            if self.units[last].lower in RELATIVES:
                comma = self.units[last - 1].text == ","
                antecedent = (self._span(Range(mention.start, last - comma)),)
                mentioned = (self._span(Range(last, mention.end)),)
        return Attribution(
            kind,
            tuple(stretches),
            (self._span(cue),),
            mentioned,
            (self._span(sentence),),
            frozenset(numbers),
            antecedent,
            earlier,
            rule,
        )

    def _content(self, content: Range) -> tuple[Kind, list[Span]]:
        content = self._without_circumstance(content)
        units = self.units[content.start : content.end]
        if all(u.quote >= 0 or u.text in STOPS for u in units):
            return Kind.DIRECT, [self.row.quotes[u.quote] for u in units if u.quote >= 0]
        kind = Kind.MIXED if any(u.quote >= 0 for u in units) else Kind.INDIRECT
        return kind, [self._span(content)]

    def _without_circumstance(self, content: Range) -> Range:
        """Cut what follows marked words that are a whole: '“We stay!” from the roof'."""
        whole = content.start
        for at in range(content.start, content.end):
            if self.units[at].quote >= 0:
                whole = at + 1
            elif self.units[at].text not in STOPS:
                break
        later = any(unit.quote >= 0 for unit in self.units[whole : content.end])
        if whole == content.start or later or self.row.last_character(whole - 1) not in ",.!?":
            return content
        return Range(content.start, whole)

    def _span(self, units: Range) -> Span:
        return span_of(self.units, units)
