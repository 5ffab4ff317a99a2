"""Reporting clauses: a cue with its subject ("Putin said", "according to the ministry")."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BE,
    BREAKERS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    WEEKDAYS,
    Range,
    is_adverb,
    is_name_word,
    is_title_case,
    phrase_after,
    phrase_before,
    sentence_subject,
)
from quotecli.extraction.prose.units import Row, Unit

_EARLIER = frozenset({"previously", "earlier", "once", "formerly"})
_NAMES = frozenset({"call", "dub", "label", "brand"})


_STARTERS = frozenset(
    "The He She It They We I In On At But And A An This That These His Her".split()
)
_FRESH = frozenset({"He", "She", "They", "We", "It"})  # in capitals they begin a sentence


class Clause(NamedTuple):
    """A reporting clause in a row.

    ``cue`` and ``subject`` are unit ranges; ``span`` holds both and what stands between.
    ``inverted`` tells whether the cue comes first ("said Putin"), ``inherited`` whether the
    subject stands with an earlier verb ("… and said", ", adding that"), ``relative`` whether it is
    the antecedent of "who". ``shown`` marks whom a film shows or somebody hears ("footage of Roe
    saying"). ``earlier`` is set where the clause says that it was said before
    ("had previously explained"). ``calls`` marks "called on" and "called for".
    """

    cue: Range
    subject: Range | None
    span: Range
    verb: lexicon.Cue
    inverted: bool = False
    inherited: bool = False
    relative: bool = False
    earlier: bool = False
    calls: bool = False
    shown: bool = False


class _Candidate(NamedTuple):
    """A verb that may be a cue, ``units[at]``, in its sentence behind the clauses ``before`` it."""

    units: Sequence[Unit]
    at: int
    sentence: Range
    verb: lexicon.Cue
    before: Sequence[Clause]

    @property
    def floor(self) -> int:
        """Where its clause can begin at the earliest."""
        return self.before[-1].span.end if self.before else self.sentence.start

    @property
    def word(self) -> Range:
        """The verb alone, without auxiliaries."""
        return Range(self.at, self.at + 1)


_ACCORDING = lexicon.Cue("according", "past", "speech", frozenset("qtz"))
# "They heard Roe shout", "… of Roe saying": whom a film shows, or a witness perceives, speaks.
_PERCEIVED = frozenset({"hear", "hears", "heard", "see", "sees", "saw", "watch", "watched"})
_SHOWN = _PERCEIVED | {"with", "of", "recorded", "filmed", "caught", "shows", "showed", "showing"}


def find_clauses(row: Row, sentences: Sequence[Range]) -> list[Clause]:
    """Find the reporting clauses of a row, in order."""
    clauses: list[Clause] = []
    for sentence in sentences:
        inside: list[Clause] = []
        for at in range(sentence.start, sentence.end):
            if inside and at < inside[-1].span.end:
                continue
            clause = _clause_at(row.units, at, sentence, inside)
            if clause is not None:
                inside.append(clause)
        clauses.extend(inside)
    return clauses


def _clause_at(
    units: Sequence[Unit], at: int, sentence: Range, before: Sequence[Clause]
) -> Clause | None:
    unit = units[at]
    if unit.quote >= 0:
        return None
    if unit.lower == "according" and at + 1 < sentence.end and units[at + 1].lower == "to":
        source = phrase_after(units, at + 2, sentence.end) or _bare_after(units, at + 2, sentence)
        if source is None:
            return None
        return Clause(Range(at, at + 2), source, Range(at, source.end), _ACCORDING, inverted=True)
    verb = lexicon.cues().get(unit.lower)
    if verb is None or (unit.is_capital and not _may_be_capital(units, at, sentence)):
        return None
    candidate = _Candidate(units, at, sentence, verb, before)
    if verb.tense == "ing":
        return _participle(candidate)
    left, earlier, denied = _skip_auxiliaries(units, at, candidate.floor)
    if denied:
        return None
    if not _is_verb(units, left, verb):
        return _perceived(candidate)
    return _after_subject(candidate, left, earlier=earlier) or _before_subject(candidate, left)


def _bare_after(units: Sequence[Unit], start: int, sentence: Range) -> Range | None:
    """Take a source without article: "according to people briefed on it"."""
    end = start
    while end < sentence.end and units[end].is_word and end - start < 6:
        if end > start and units[end].lower in PREPOSITIONS | BREAKERS:
            break
        end += 1
    return Range(start, end) if end > start else None


def _may_be_capital(units: Sequence[Unit], at: int, sentence: Range) -> bool:
    """Allow "Said Putin:" and the verbs of headlines in title case."""
    return at == sentence.start or is_title_case(units, sentence)


def _skip_auxiliaries(units: Sequence[Unit], at: int, floor: int) -> tuple[int, bool, bool]:
    """Go left over adverbs and auxiliaries.

    Returns:
        The unit after the subject, whether the saying lies further back, whether the clause is
        denied, passive or not a fact.
    """
    left = at
    earlier = denied = False
    while left > floor:
        unit = units[left - 1]
        if unit.lower in AUXILIARIES:
            denied |= unit.lower in NEGATIONS or unit.lower in MODALS or unit.lower in BE
        elif unit.lower == "since" and left - 2 >= floor and units[left - 2].lower in AUXILIARIES:
            pass  # "have since admitted"
        elif is_adverb(unit):
            earlier |= unit.lower in _EARLIER and units[left].lower != "again"
        elif unit.lower in WEEKDAYS and left - 1 > floor and units[left - 2].lower == "on":
            left -= 1  # "but on Wednesday said"
        else:
            break
        left -= 1
    return left, earlier, denied


def _is_verb(units: Sequence[Unit], left: int, verb: lexicon.Cue) -> bool:
    """Tell a verb from a noun or an adjective of the same form ("the claims", "the proposed")."""
    before = units[left - 1] if left else None
    if before is not None and before.quote < 0:
        if before.lower in DETERMINERS - {
            "both",
            "one",
            "another",
            "some",
            "many",
            "several",
            "most",
        }:
            return False
        if before.lower in PREPOSITIONS and before.lower != "as":
            return False
        if before.lower.endswith(("'s", "s'")) and verb.tense != "past":
            return False  # "Roe's claims"
        if "-" in before.text and before.text.islower() and verb.tense == "present":
            return False  # "early-morning posts"
    if verb.tense == "base":
        return before is not None and (
            before.lower in {"they", "we", "i", "you", "who"}
            or (before.lower.endswith("s") and not before.lower.endswith(("ss", "'s")))
            or before.lower in {"police", "people", "many", "some", "others", "both"}
        )
    return True


def _after_subject(candidate: _Candidate, left: int, *, earlier: bool) -> Clause | None:
    """Read "SUBJECT CUE" with what may stand between; the verb has auxiliaries from ``left`` on."""
    units, at, sentence, verb, before = candidate
    floor = candidate.floor
    cue = Range(_cue_start(units, left, at), _cue_end(units, at, sentence))
    earlier = earlier or _earlier_after(units, cue.end, sentence)
    if left <= floor and before and left > 0 and units[left - 1].quote >= 0:
        return None
    previous = units[left - 1] if left > sentence.start else None
    if previous is None or previous.quote >= 0:
        return None
    if previous.lower in WEEKDAYS and left - 1 > sentence.start:  # "Roe, who Tuesday wrote"
        left -= 1
        previous = units[left - 1]
    if previous.lower in RELATIVES:
        return _of_relative(candidate, cue, left, earlier=earlier)
    if previous.lower in {"and", "but", "or"}:
        return _inherited(candidate, cue, left - 1, earlier=earlier)
    if previous.text == "," and left - 2 >= sentence.start and units[left - 2].quote >= 0:
        # '"…", said Roe' before 'Roe had left "early", said …'
        return _before_subject(candidate, left) or _inherited(
            candidate, cue, left - 1, earlier=earlier
        )
    if previous.text in {",", ")", "—", "–"}:
        opening = _parenthesis(units, left - 1, floor)
        if opening is None:
            return None
        subject = phrase_before(units, opening, floor)
        if subject is None or units[subject.end - 1].lower in WEEKDAY_LIKE:
            return None
        span = Range(subject.start, cue.end)
        if _describes(units[opening + 1]):
            subject = Range(subject.start, left - 1)
        return Clause(cue, subject, span, verb, earlier=earlier)
    subject = phrase_before(units, left, floor)
    if subject is None:
        return None
    if verb.lemma in _NAMES and left == at and not _is_definite(units, subject):
        return None  # "a website called …"
    calls = verb.lemma in {"call", "appeal"} and units[cue.end - 1].lower in {"on", "for"}
    span = Range(subject.start, cue.end)
    return Clause(cue, subject, span, verb, earlier=earlier, calls=calls)


def _is_definite(units: Sequence[Unit], subject: Range) -> bool:
    """Tell a name, a pronoun or a plural from "a website"."""
    last = units[subject.end - 1]
    return last.is_capital or last.lower in PRONOUNS or last.lower in lexicon.roles()


def _perceived(candidate: _Candidate) -> Clause | None:
    """Read "They heard Roe shout"."""
    return _shown(candidate, _PERCEIVED) if candidate.verb.tense == "base" else None


def _shown(candidate: _Candidate, words: Collection[str]) -> Clause | None:
    """Read a name with one of some words before it and the verb behind it."""
    units, at, sentence, verb, _ = candidate
    subject = phrase_before(units, at, sentence.start)
    if subject is None:
        return None
    named = name_part(units, subject)  # of "footage of Roe"
    start = named.start - 1
    if start < sentence.start or units[start].lower not in words:
        return None
    return Clause(candidate.word, named, Range(start, at + 1), verb, shown=True)


WEEKDAY_LIKE = frozenset({"year", "week", "month", "day", "night", "morning"})


def _of_relative(candidate: _Candidate, cue: Range, left: int, *, earlier: bool) -> Clause | None:
    """Read "Putin, who had explained"; the mention takes "who" in."""
    units, _, sentence, verb, before = candidate
    end = left - 1
    if end > sentence.start and units[end - 1].text == ",":
        end -= 1
    if before and before[-1].subject is not None and before[-1].subject.end == end:
        subject: Range | None = before[-1].subject  # "said Putin, who had explained"
    else:
        subject = phrase_before(units, end, candidate.floor)
    if subject is None:
        return None
    named = Range(name_part(units, subject).start, left)
    span = Range(max(left - 1, candidate.floor), cue.end)
    return Clause(cue, named, span, verb, relative=True, earlier=earlier)


def _describes(first: Unit) -> bool:
    """Tell a description (", the mayor of Springfield,") from an aside (", however,")."""
    return (
        first.lower in {"the", "a", "an", "who", "whose", "one"}
        or first.text[0].isdigit()
        or first.lower.endswith("'s")
        or first.lower in lexicon.roles()
    )


def name_part(units: Sequence[Unit], subject: Range) -> Range:
    """Of "a comment by Macron" before "who", take "Macron"."""
    start = subject.end
    while start > subject.start and is_name_word(units[start - 1]):
        start -= 1
    if start == subject.end:
        for at in range(subject.end - 1, subject.start, -1):
            if units[at].lower in DETERMINERS:
                return Range(at, subject.end)
        return subject
    return Range(start, subject.end)


def _parenthesis(units: Sequence[Unit], closing: int, floor: int) -> int | None:
    """Find where an insertion that ends at ``closing`` begins: ", however,", ", 45,"."""
    opener = {",": ",", ")": "(", "—": "—", "–": "–"}[units[closing].text]
    for at in range(closing - 1, max(floor, closing - 26), -1):
        if units[at].quote >= 0:
            return None
        if units[at].text == opener:
            following = units[at + 1]
            if opener == "," and following.lower in {"and", "but", "so", "or"}:
                return None
            return at
    return None


def _inherited(candidate: _Candidate, cue: Range, start: int, *, earlier: bool) -> Clause | None:
    """Read "… and said" from ``start`` on, whose subject stands with an earlier verb."""
    units, _, sentence, verb, before = candidate
    if before:
        subject = before[-1].subject
    else:
        subject = sentence_subject(units, sentence.start, sentence.end)
    if subject is None or subject.end > start:
        return None
    return Clause(cue, subject, Range(start, cue.end), verb, inherited=True, earlier=earlier)


def _participle(candidate: _Candidate) -> Clause | None:
    """Read ", adding that …" and "was quoted as saying"."""
    units, at, sentence, verb, _ = candidate
    previous = units[at - 1] if at > sentence.start else None
    if previous is None:
        return None
    if previous.lower == "as" and units[at - 2].lower in {"quoted", "cited"}:
        verbs = at - 2
        while verbs > sentence.start and units[verbs - 1].lower in BE | {"has", "have", "had"}:
            verbs -= 1
        subject = phrase_before(units, verbs, sentence.start)
        return (
            Clause(Range(at - 2, at + 1), subject, Range(verbs, at + 1), verb) if subject else None
        )
    left = at - 1 if is_adverb(previous) else at
    if left > sentence.start and units[left - 1].text == ",":
        return _inherited(candidate, candidate.word, left - 1, earlier=False)
    if previous.lower == "by":
        return _inherited(candidate, candidate.word, at - 1, earlier=False)
    return _shown(candidate, _SHOWN)


def _before_subject(candidate: _Candidate, left: int) -> Clause | None:
    """Read "CUE SUBJECT", which only a quotation, a comma or a sentence's start allows."""
    units, at, sentence, verb, _ = candidate
    if "q" not in verb.frames or verb.tense not in {"past", "present"}:
        return None
    previous = units[left - 1] if left > sentence.start else None
    if previous is not None and previous.quote < 0 and previous.text not in {",", "—", "–", "-"}:
        return None
    subject = phrase_after(units, at + 1, sentence.end)
    if subject is None or _is_clause(units, subject):
        return None
    following = units[subject.end] if subject.end < sentence.end else None
    if following is not None and (
        following.lower in AUXILIARIES or (following.is_word and following.lower in lexicon.cues())
    ):
        return None
    return Clause(candidate.word, subject, Range(left, subject.end), verb, inverted=True)


def _is_clause(units: Sequence[Unit], phrase: Range) -> bool:
    """Tell whether a phrase holds a verb with its object: "says the keeper fed his guests"."""
    return object_of(units, phrase) is not None


def object_of(units: Sequence[Unit], phrase: Range) -> Range | None:
    """Give the object in a phrase that is a clause: "the bank" of "the paper quoted the bank"."""
    return next(
        (
            Range(i, phrase.end)
            for i in range(phrase.end - 1, phrase.start, -1)
            if units[i].lower in DETERMINERS
            and units[i - 1].is_word
            and units[i - 1].lower not in PREPOSITIONS | DETERMINERS | {"and", "both", "all"}
        ),
        None,
    )


def _cue_start(units: Sequence[Unit], left: int, at: int) -> int:
    """Take the auxiliaries of "has since said" in; an adverb alone ("also said") stays out."""
    return next((i for i in range(left, at) if units[i].lower in AUXILIARIES), at)


def _earlier_after(units: Sequence[Unit], end: int, sentence: Range) -> bool:
    return end < sentence.end and units[end].lower in _EARLIER


def _cue_end(units: Sequence[Unit], at: int, sentence: Range) -> int:
    """Take the particle of "called on", "pointed out" in."""
    pairs = {("call", "on"), ("call", "for"), ("point", "out"), ("appeal", "for")}
    verb = lexicon.cues()[units[at].lower]
    if at + 1 < sentence.end and (verb.lemma, units[at + 1].lower) in pairs:
        return at + 2
    return at + 1


def sentences_of(row: Row, whole: Range | None = None) -> list[Range]:
    """Cut a row into sentences; a reporting clause stays with the quotation before it."""
    units = row.units
    found: list[Range] = []
    start = whole.start if whole else 0
    end = whole.end if whole else len(units)
    for at in range(start, end):
        if not _is_boundary(row, at, end):
            continue
        found.append(Range(start, at + 1))
        start = at + 1
    if start < end:
        found.append(Range(start, end))
    return found


def _is_boundary(row: Row, at: int, end: int) -> bool:
    units = row.units
    following = units[at + 1] if at + 1 < end else None
    if units[at].quote < 0 and len(units[at].text) > 2 and units[at].text[-1] == ".":
        return following is not None and following.text in _STARTERS  # "at 7 p.m. He"
    if not row.ends_sentence(at):
        return False
    if following is None:
        return True
    if units[at].quote < 0:
        if following.text in {",", ";", ":", "—", "–"}:
            return False  # "Jane Roe of Zed, Fla., said"
        return following.quote >= 0 or not following.text[0].islower()
    if following.quote >= 0:
        return True
    if not following.is_word or not following.is_capital:
        return False
    return not _clause_follows(row, at, end)


def _clause_follows(row: Row, at: int, end: int) -> bool:
    """Tell whether a short reporting clause follows a quotation, as in '"Why?" Roe asked'."""
    units = row.units
    if units[at + 1].text in _FRESH:
        return False  # '"Why now?" He said that …'
    stop = at + 1
    while stop < end and units[stop].quote < 0 and units[stop].text not in STOPS:
        stop += 1
    if stop + 1 < end and units[stop].text == ":" and units[stop + 1].quote >= 0:
        return False  # '"Why now?" Roe said: "…"'
    clause = next(_short_clauses(units, Range(at + 1, stop)), None)
    if clause is None or clause.span.start != at + 1:
        return False
    rest = stop - clause.span.end
    if row.last_character(at) == ".":
        return rest == 0 and (stop == end or units[stop].text == ".")
    if clause.verb.lemma == "tell":
        return all(u.lower != "that" for u in units[clause.span.end : stop])
    return rest <= 8 and not (rest and units[clause.span.end].lower in {"that", "it", "he", "she"})


def _short_clauses(units: Sequence[Unit], stretch: Range) -> Iterator[Clause]:
    for at in range(stretch.start, min(stretch.end, stretch.start + 12)):
        clause = _clause_at(units, at, stretch, ())
        if clause is not None:
            yield clause
