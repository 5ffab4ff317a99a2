"""Reporting clauses: a cue with its subject ("Putin said", "according to the ministry")."""

from collections.abc import Iterator, Sequence
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
    floor = before[-1].span.end if before else sentence.start
    if verb.tense == "ing":
        return _participle(units, at, sentence, verb, before)
    left, earlier, denied = _skip_auxiliaries(units, at, floor)
    if denied:
        return None
    if not _is_verb(units, left, verb):
        return _perceived(units, at, sentence, verb)
    return _after_subject(
        units, at, left, floor, sentence, verb, before, earlier
    ) or _before_subject(units, at, left, sentence, verb)


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


def _after_subject(
    units: Sequence[Unit],
    at: int,
    left: int,
    floor: int,
    sentence: Range,
    verb: lexicon.Cue,
    before: Sequence[Clause],
    earlier: bool,
) -> Clause | None:
    """Read "SUBJECT CUE" with what may stand between."""
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
        return _of_relative(units, cue, left, floor, sentence, verb, before, earlier)
    if previous.lower in {"and", "but", "or"}:
        return _inherited(units, cue, left - 1, sentence, verb, before, earlier)
    if previous.text == "," and left - 2 >= sentence.start and units[left - 2].quote >= 0:
        # '"…", said Roe' before 'Roe had left "early", said …'
        return _before_subject(units, at, left, sentence, verb) or _inherited(
            units, cue, left - 1, sentence, verb, before, earlier
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


def _perceived(units: Sequence[Unit], at: int, sentence: Range, verb: lexicon.Cue) -> Clause | None:
    """Read "They heard Roe shout"."""
    subject = phrase_before(units, at, sentence.start) if verb.tense == "base" else None
    if subject is None:
        return None
    named = name_part(units, subject)
    if named.start > sentence.start and units[named.start - 1].lower in _PERCEIVED:
        return Clause(Range(at, at + 1), named, Range(named.start - 1, at + 1), verb, shown=True)
    return None


WEEKDAY_LIKE = frozenset({"year", "week", "month", "day", "night", "morning"})


def _of_relative(
    units: Sequence[Unit],
    cue: Range,
    left: int,
    floor: int,
    sentence: Range,
    verb: lexicon.Cue,
    before: Sequence[Clause],
    earlier: bool,
) -> Clause | None:
    """Read "Putin, who had explained"; the mention takes "who" in."""
    end = left - 1
    if end > sentence.start and units[end - 1].text == ",":
        end -= 1
    if before and before[-1].subject is not None and before[-1].subject.end == end:
        subject: Range | None = before[-1].subject  # "said Putin, who had explained"
    else:
        subject = phrase_before(units, end, floor)
    if subject is None:
        return None
    named = Range(name_part(units, subject).start, left)
    start = max(left - 1, floor)
    return Clause(cue, named, Range(start, cue.end), verb, relative=True, earlier=earlier)


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


def _inherited(
    units: Sequence[Unit],
    cue: Range,
    start: int,
    sentence: Range,
    verb: lexicon.Cue,
    before: Sequence[Clause],
    earlier: bool,
) -> Clause | None:
    subject = (
        before[-1].subject if before else sentence_subject(units, sentence.start, sentence.end)
    )
    if subject is None or subject.end > start:
        return None
    return Clause(cue, subject, Range(start, cue.end), verb, inherited=True, earlier=earlier)


def _participle(
    units: Sequence[Unit], at: int, sentence: Range, verb: lexicon.Cue, before: Sequence[Clause]
) -> Clause | None:
    """Read ", adding that …" and "was quoted as saying"."""
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
        return _inherited(units, Range(at, at + 1), left - 1, sentence, verb, before, earlier=False)
    if previous.lower == "by":
        return _inherited(units, Range(at, at + 1), at - 1, sentence, verb, before, earlier=False)
    subject = phrase_before(units, at, sentence.start)
    if subject is None:
        return None
    named = name_part(units, subject)  # of "footage of Roe"
    if named.start > sentence.start and units[named.start - 1].lower in _SHOWN:
        return Clause(Range(at, at + 1), named, Range(named.start - 1, at + 1), verb, shown=True)
    return None


def _before_subject(
    units: Sequence[Unit], at: int, left: int, sentence: Range, verb: lexicon.Cue
) -> Clause | None:
    """Read "CUE SUBJECT", which only a quotation, a comma or a sentence's start allows."""
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
    return Clause(Range(at, at + 1), subject, Range(left, subject.end), verb, inverted=True)


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
