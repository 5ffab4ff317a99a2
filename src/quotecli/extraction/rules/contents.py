"""Where the content of a reporting clause begins and ends, before it and behind it."""

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
    WEEKDAYS,
    Range,
    is_adverb,
    is_name_word,
    is_subject_that,
)
from quotecli.extraction.prose.units import Row
from quotecli.extraction.rules.clauses import Clause

_TAKE_CLAUSES = frozenset({"say", "think", "hope", "insist", "tell", "accuse"})


class Contents:
    """The contents in one row of units; all answers are unit numbers and ranges of it."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.units = row.units

    def leads(self, sentence: Range, clause: Clause) -> bool:
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

    def lead_end(self, lead: Range, clause: Clause, tail: Range, sentence: Range) -> int | None:
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

    def resumed(self, tail: Range, *, with_quotes: bool) -> Range | None:
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

    def tail_start(self, clause: Clause, tail: Range) -> int | None:
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
            return at + 1 if self._is_conjunction(at) else at
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
        quoted = self.has_quote(tail)
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
        if self.has_quote(stretch):
            return True
        if lemma not in _TAKE_CLAUSES and not any(
            u.lower in AUXILIARIES or u.lower.endswith("ed") for u in units
        ):
            return False
        return sum(u.is_word for u in units) >= 3

    def is_content(self, content: Range, clause: Clause) -> bool:
        """Tell whether there is enough to be a content of the clause's verb."""
        if content.start >= content.end:
            return False
        if self.has_quote(content):
            return True
        words = sum(u.is_word for u in self.units[content.start : content.end])
        return words >= 2 and (clause.calls or clause.verb.frames - {"q"} != {"o"})

    def has_quote(self, stretch: Range) -> bool:
        """Tell whether words in marks stand in a stretch."""
        return any(u.quote >= 0 for u in self.units[stretch.start : stretch.end])

    def trimmed(self, content: Range) -> Range:
        """Cut stops, "that", conjunctions at the end, and the reporter's own comment."""
        start, end = content
        while (
            start < end
            and self.units[start].quote < 0
            and (self.units[start].text in STOPS - {"(", "["} or self._is_conjunction(start))
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

    def _is_conjunction(self, at: int) -> bool:
        following = [unit.text for unit in self.units[at + 1 : at + 3]]
        return self.units[at].text == "that" and not is_subject_that(following)

    def without_deeds(self, content: Range) -> Range:
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
