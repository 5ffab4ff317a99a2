"""Who is reported to have said what: contents tied to their reporting clauses.

Sentence by sentence: what stands before a reporting clause, behind it, or on both sides is its
content. A quotation that no clause of its own sentence claims goes on with the speaker before it,
or is left alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.clauses import Clause, find_clauses, sentences_of
from quotecli.extraction.frames import (
    find_headline,
    find_label,
    find_signature,
    find_statement_frame,
    find_unknown_verb,
    is_person_like,
)
from quotecli.extraction.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    WEEKDAYS,
    Range,
    is_adverb,
    is_name_word,
    sentence_subject,
)
from quotecli.extraction.reading import Reading
from quotecli.extraction.units import Row, units_of
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


_TAKE_CLAUSES = frozenset({"say", "think", "hope", "insist", "tell", "accuse"})


class Sentence(NamedTuple):
    """A sentence with the row it stands in; the speakers' history is read from these."""

    row: Row
    units: Range

    @property
    def span(self) -> Span:
        """Where it stands in the reading."""
        units = self.row.units
        return Span(units[self.units.start].start, units[self.units.end - 1].end)


@dataclass(frozen=True, slots=True)
class Attributed:
    """What was found in an article; ``loose`` are quotations that no clause claims."""

    attributions: tuple[Attribution, ...]
    loose: tuple["Loose", ...]
    sentences: tuple[Sentence, ...]


def attribute(reading: Reading, quoted: Sequence[Quoted]) -> Attributed:
    """Tie contents to reporting clauses in a whole article."""
    found: list[Attribution] = []
    sentences: list[Sentence] = []
    loose: list[Loose] = []
    announced: Announced | None = None
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
            loose.append(item._replace(passage=number, announced=announced if first else None))
        announced = passage.announces()
    return Attributed(tuple(found), tuple(loose), tuple(sentences))


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
    whom it is about.
    """

    numbers: tuple[int, ...]
    before: int | None
    subject: Span | None = None
    passage: int = -1
    announced: Announced | None = None


class _Passage:
    """The work on one passage."""

    def __init__(self, row: Row, quote_numbers: list[int], start: int) -> None:
        self.row = row
        self.units = row.units
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
            content = self._trim(Range(clause.span.end, whole.end))
            said = clause.verb.lemma == "say" or self._has_quote(content)
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
        for clause in reversed(self.clauses):
            if clause.cue.start >= last.start and clause.subject is not None:
                return Announced(self._span(clause.subject), self._span(clause.cue))
        subject = sentence_subject(self.units, last.start, last.end)
        if subject is None or not is_person_like(self.units, subject):
            return None
        return Announced(self._span(subject), self._span(Range(last.end - 1, last.end)))

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
                between = Range(outer.span.end, clause.span.start)
                object_only = outer.verb.frames.isdisjoint("tzi") and not self._has_quote(between)
                if object_only and not outer.inverted:
                    kept[-1:] = [clause] if not self._leads(sentence, outer) else [outer, clause]
                    continue
                if not clause.inherited and self._is_nested(outer, clause, sentence):
                    continue
            kept.append(clause)
        return kept

    def _is_nested(self, outer: Clause, clause: Clause, sentence: Range) -> bool:
        if clause.relative:
            return not self._leads(sentence, outer)
        previous = self.units[clause.span.start - 1]
        if previous.quote >= 0 or clause.inverted:
            return False
        if previous.text in {",", ";", "—", "–"}:
            return False
        return not (
            previous.lower in {"and", "but", "while", "as", "after"}
            and clause.span.start - outer.span.end > 3
        )

    def _leads(self, sentence: Range, clause: Clause) -> bool:
        """Tell whether content stands before the clause and ends there."""
        at = clause.span.start - 1
        if at < sentence.start:
            return False
        unit = self.units[at]
        if unit.quote >= 0:
            return True
        if unit.text != "," or at == sentence.start:
            return False
        return self.units[at - 1].quote >= 0

    def _by_clauses(self, sentence: Range, clauses: list[Clause]) -> None:
        lead_start = sentence.start
        for i, clause in enumerate(clauses):
            end = clauses[i + 1].span.start if i + 1 < len(clauses) else sentence.end
            tail = Range(clause.span.end, end)
            lead = Range(lead_start, clause.span.start)
            lead_end = self._lead(lead, clause, tail, sentence)
            tail_start = self._tail_start(clause, tail)
            resumed = None
            if lead_end is not None:
                quoted = self._has_quote(Range(lead.start, lead_end))
                resumed = self._resumed(tail, with_quotes=quoted)
                self._add_lead(lead, lead_end, resumed, clause, sentence)
                last = i + 1 == len(clauses)
                if resumed is None and not (last and tail_start is None):
                    tail_start = None
            if lead_end is None and tail_start is not None:
                content = self._trim(self._infinitive(Range(tail_start, end)))
                if self._is_content(content, clause):
                    self._add_clause(content, clause, sentence)
            lead_start = resumed.end if resumed else tail.start

    def _lead(self, lead: Range, clause: Clause, tail: Range, sentence: Range) -> int | None:
        """Find where content before the clause ends, or None where there is none."""
        if (
            clause.inherited
            or clause.relative
            or "q" not in clause.verb.frames
            or lead.start >= lead.end
        ):
            return None
        at = lead.end - 1
        comma = self.units[at].text in {",", "—", "–", "-"}
        if comma:
            at -= 1
        if at < lead.start:
            return None
        unit = self.units[at]
        short = self._is_short(tail)
        if unit.quote >= 0:
            final = self.row.last_character(at)
            starts = all(
                self.units[k].quote >= 0 or self.units[k].text in STOPS
                for k in range(lead.start, at)
            )
            if final == "." and not comma and not short:
                return None
            if comma or final in ",?!…—–-" or short:
                return at + 1 if starts or short or comma or final == "," else None
            return None
        if not comma or self.units[at + 1].text != ",":
            return None
        if not short or clause.verb.frames.isdisjoint("tz"):
            return None
        words = sum(
            len(u.text.split()) if u.quote >= 0 else u.is_word
            for u in self.units[lead.start : at + 1]
        )
        opens = self.units[lead.start].lower
        ends = clause.span.end >= sentence.end or self.units[clause.span.end].text == "."
        fronted = opens in PREPOSITIONS | {"when", "asked"} and words < 12
        if words < 4 or (fronted and not ends):
            return None
        return at + 1

    def _is_short(self, tail: Range) -> bool:
        """Tell whether nothing but place, time or addressee follows a clause."""
        at = tail.start
        while at < tail.end and self.units[at].text in {".", "!", "?", "”", "’"}:
            at += 1
        if at >= tail.end:
            return True
        first = self.units[at]
        if first.quote >= 0 or first.lower == "that":
            return False
        if first.text in {",", ";", ":"}:
            following = self.units[at + 1] if at + 1 < tail.end else None
            return first.text != ":" and (following is None or following.quote < 0)
        return (
            first.lower
            in PREPOSITIONS | WEEKDAYS | BREAKERS | {"and", "last", "early", "late", "this"}
            or is_adverb(first)
            or first.lower
            in {"reporters", "journalists", "me", "him", "her", "them", "us", "the", "a"}
            or first.is_capital
            or first.lower.endswith("ing")
        )

    def _resumed(self, tail: Range, *, with_quotes: bool) -> Range | None:
        """Find the second half of '"A," he said, "b."' in the same sentence."""
        at = tail.start
        if not with_quotes:
            return self._resumed_claim(tail)
        while at < tail.end and self.units[at].quote < 0:
            if at - tail.start > 10 or self.units[at].lower in {"that", "and", "adding"}:
                return None
            at += 1
        if at >= tail.end or (
            at > tail.start and self.units[at - 1].text not in {",", ":", "—", "–", "-"}
        ):
            return None
        return Range(at, at + 1)

    def _resumed_claim(self, tail: Range) -> Range | None:
        """Find the second half of "A, he said, because b." in the same sentence."""
        at = tail.start
        while at < tail.end and is_adverb(self.units[at]):
            at += 1
        if at + 2 >= tail.end or self.units[at].text != ",":
            return None
        first = self.units[at + 1]
        if first.lower in {"and", "but", "while", "who", "which", "a", "an", "the"}:
            return None
        if first.quote >= 0 or first.lower.endswith("ing") or first.is_capital:
            return None
        return Range(at + 1, tail.end)

    def _tail_start(self, clause: Clause, tail: Range) -> int | None:
        """Find where content behind the clause begins, or None where there is none."""
        at = tail.start
        frames = clause.verb.frames
        while at < tail.end and (is_adverb(self.units[at]) or self.units[at].lower in WEEKDAYS):
            at += 1
        if at >= tail.end:
            return None
        first = self.units[at]
        if clause.verb.lemma == "according":
            return at + 1 if first.text == "," else None
        if clause.inverted:
            return self._after_colon(Range(at, tail.end))
        if first.lower == "that" and "t" in frames:
            return at + 1
        if first.text in {":", ","}:
            return self._after_colon(Range(at, tail.end)) or self._after_insertion(at, tail)
        if first.quote >= 0:
            return at if frames & set("qo") else None
        if "d" in frames:
            start = self._after_addressee(at, tail)
            if start is not None:
                return start
            if clause.verb.lemma != "warn":
                return None
        return self._bare_start(clause, Range(at, tail.end))

    def _bare_start(self, clause: Clause, tail: Range) -> int | None:
        """Find where content begins that neither "that" nor a mark introduces."""
        frames = clause.verb.frames
        first = self.units[tail.start]
        quoted = self._has_quote(tail)
        if clause.calls or (first.lower == "to" and "i" in frames):
            return tail.start
        if first.lower in PREPOSITIONS and not ("o" in frames and quoted):
            return self._after_circumstance(tail.start, tail)
        plain = quoted or not clause.relative  # "the war, which claimed lives" claims nothing
        if "z" in frames and plain and self._is_clause(tail, clause.verb.lemma):
            return tail.start
        colon = self._after_colon(tail) if "q" in frames else None
        if colon is not None and self.units[colon - 1].text == ":":
            return colon
        return tail.start if "o" in frames and quoted else colon

    def _after_colon(self, tail: Range) -> int | None:
        """Find the quotation after ":" or "," in the next few words."""
        for at in range(tail.start, min(tail.end - 1, tail.start + 18)):
            unit = self.units[at]
            if unit.quote >= 0:
                return None
            if unit.text in {":", ","} and self.units[at + 1].quote >= 0:
                return at + 1
        return None

    def _after_insertion(self, at: int, tail: Range) -> int | None:
        """Skip ", for example," before "that"."""
        for k in range(at + 1, min(tail.end, at + 12)):
            if self.units[k].text == ",":
                following = self.units[k + 1] if k + 1 < tail.end else None
                return k + 2 if following is not None and following.lower == "that" else None
        return None

    def _after_addressee(self, at: int, tail: Range) -> int | None:
        """Skip whom it was told, where and when: "told reporters in Nairobi on Monday"."""
        for k in range(at, min(tail.end, at + 16)):
            unit = self.units[k]
            if unit.lower == "that" and k > at:
                return k + 1
            if unit.lower == "to" and k > at and self.units[k - 1].is_word:
                return k
            if unit.text in {":", ","} and k + 1 < tail.end and self.units[k + 1].quote >= 0:
                return k + 1
            if unit.quote >= 0:
                break
        start = self._after_object(at, tail)
        return start if start is not None and self._is_clause(Range(start, tail.end)) else None

    def _after_object(self, at: int, tail: Range) -> int | None:
        """Find the unit after an object and the place and time that follow it."""
        if self.units[at].lower in {"it", "he", "she", "they", "we", "i", "there"}:
            return at  # a clause begins at once: "warned it would not last"
        k = self._after_phrase(at, tail)
        while k < tail.end:
            lower = self.units[k].lower
            if lower in WEEKDAYS or is_adverb(self.units[k]):
                k += 1
            elif lower in {"in", "on", "at", "during", "after"} and k + 1 < tail.end:
                k = self._after_phrase(k + 1, tail)
            else:
                break
        return k if k < tail.end else None

    def _after_phrase(self, at: int, tail: Range) -> int:
        """Skip a short noun phrase: a name, a pronoun, "reporters", "the chamber"."""
        if self.units[at].is_capital:
            while at < tail.end and is_name_word(self.units[at]):
                at += 1
            return at
        if self.units[at].lower in DETERMINERS:
            at += 1
            while at + 1 < tail.end and self.units[at + 1].lower in lexicon.roles():
                at += 1
        return at + 1

    def _after_circumstance(self, at: int, tail: Range) -> int | None:
        """Skip place and time before the content: "said in a statement on Monday that"."""
        for k in range(at, min(tail.end, at + 18)):
            unit = self.units[k]
            if unit.lower == "that":
                return k + 1
            if unit.quote >= 0:
                return k
            if unit.text in {":", ","}:
                following = self.units[k + 1] if k + 1 < tail.end else None
                return k + 1 if following is not None and following.quote >= 0 else None
            if (
                unit.lower in WEEKDAYS
                and k + 1 < tail.end
                and self._is_clause(Range(k + 1, tail.end))
            ):
                return k + 1
        return None

    def _is_clause(self, stretch: Range, lemma: str = "say") -> bool:
        """Tell whether a clause without "that" may begin here, not an object ("claimed lives")."""
        at = stretch.start
        if at >= stretch.end:
            return False
        first = self.units[at]
        if first.text in STOPS or first.lower in PREPOSITIONS:
            return False
        units = self.units[stretch.start : stretch.end]
        if self._has_quote(stretch):
            return True
        if lemma not in _TAKE_CLAUSES and not any(
            u.lower in AUXILIARIES or u.lower.endswith("ed") for u in units
        ):
            return False
        return sum(u.is_word for u in units) >= 3

    def _is_content(self, content: Range, clause: Clause) -> bool:
        if content.start >= content.end:
            return False
        if self._has_quote(content):
            return True
        words = sum(u.is_word for u in self.units[content.start : content.end])
        return words >= 2 and (clause.calls or clause.verb.frames - {"q"} != {"o"})

    def _has_quote(self, stretch: Range) -> bool:
        return any(u.quote >= 0 for u in self.units[stretch.start : stretch.end])

    # -- making attributions -------------------------------------------------------------------

    def _add_lead(
        self, lead: Range, lead_end: int, resumed: Range | None, clause: Clause, sentence: Range
    ) -> None:
        start = lead.start
        while start < lead_end and self.units[start].text in STOPS | {"and", "but"}:
            start += 1
        contents = [Range(start, lead_end)]
        if resumed is not None:
            contents.append(resumed)
        self._add_clause(contents[0], clause, sentence, contents[1:])

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
        ranges = [r for r in (self._trim(content), *map(self._trim, more)) if r.start < r.end]
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
        units = self.units[content.start : content.end]
        if all(u.quote >= 0 or u.text in STOPS for u in units):
            return Kind.DIRECT, [self.row.quotes[u.quote] for u in units if u.quote >= 0]
        kind = Kind.MIXED if any(u.quote >= 0 for u in units) else Kind.INDIRECT
        return kind, [self._span(content)]

    def _span(self, units: Range) -> Span:
        return Span(self.units[units.start].start, self.units[units.end - 1].end)

    def _trim(self, content: Range) -> Range:
        start, end = content
        while (
            start < end
            and self.units[start].quote < 0
            and (self.units[start].text in STOPS - {"(", "["} or self.units[start].lower == "that")
        ):
            start += 1
        while (
            end > start
            and self.units[end - 1].quote < 0
            and (
                self.units[end - 1].text in STOPS - {")", "]"}
                or self.units[end - 1].lower in {"and", "but", "while"}
            )
        ):
            end -= 1
        return Range(start, self._before_remark(start, end))

    def _infinitive(self, content: Range) -> Range:
        """Cut what was done, not said: "to rebuild the town and has opened a school"."""
        if content.start >= content.end or self.units[content.start].lower != "to":
            return content
        for at in range(content.start + 2, content.end - 1):
            if self.units[at].lower != "and":
                continue
            verb = at + 1
            while verb < content.end - 1 and is_adverb(self.units[verb]):
                verb += 1
            lower = self.units[verb].lower
            if lower.endswith("ed") or lower in AUXILIARIES:
                return Range(content.start, at)
        return content

    def _before_remark(self, start: int, end: int) -> int:
        """Cut the reporter's own comment: ", a remark that …"."""
        for at in range(start + 2, end - 2):
            if self.units[at].text == "," and self.units[at + 1].lower in {"a", "an"}:
                role = lexicon.roles().get(self.units[at + 2].lower)
                if role is not None and role.role_class == "document":
                    return at
        return end
