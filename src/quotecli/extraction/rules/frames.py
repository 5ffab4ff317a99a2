"""Statements without a reporting verb: labels, signatures, headlines, "In a statement, …"."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import (
    DETERMINERS,
    MONTHS,
    PARTICLES,
    Range,
    is_name_word,
    phrase_after,
    sentence_subject,
)
from quotecli.extraction.prose.units import Row, Unit
from quotecli.extraction.rules.clauses import Clause

Framed = tuple[Range, Range | None, Range]  # content, mention, cue
# "Roe and Poe LIVE: …" says what the page is, not who speaks.
_KINDS_OF_STORY = frozenset(
    "live breaking exclusive watch revealed update updates recap explained explainer opinion video"
    " analysis".split()
)
_FEWEST_SIGNED = 4  # words; fewer may be a title: '"The Art of War," Sun Tzu'
_DASHES = frozenset({"—", "–", "-", "―", "--"})


def find_label(row: Row, sentence: Range) -> Framed | None:
    """Read 'Roe: "…"', the label of an interview or a transcript."""
    units = row.units
    colon = next(
        (
            i
            for i in range(sentence.start, min(sentence.end - 1, sentence.start + 8))
            if units[i].text == ":"
        ),
        None,
    )
    if colon is None or colon == sentence.start or units[colon + 1].quote < 0:
        return None
    if _is_date(units, sentence.start):
        return None
    name = Range(sentence.start, colon)
    if not all(
        is_name_word(u) or u.lower in PARTICLES or u.text in {"(", ")", ","}
        for u in units[name.start : name.end]
    ):
        return None
    if any(u.lower in lexicon.cues() for u in units[name.start : name.end]):
        return None
    return Range(colon + 1, sentence.end), name, Range(colon, colon + 1)


def find_signature(row: Row, sentence: Range) -> Framed | None:
    """Read '"…" — Jane Roe', the line under a motto or a letter."""
    units = row.units
    if sentence.end - sentence.start < 3 or units[sentence.start].quote < 0:
        return None
    dash = units[sentence.start + 1]
    if dash.text not in _DASHES:
        return None
    end = sentence.start + 2
    while end < sentence.end and (is_name_word(units[end]) or units[end].lower in PARTICLES):
        end += 1
    if end == sentence.start + 2 or (end < sentence.end and units[end].text not in {",", "."}):
        return None
    return (
        Range(sentence.start, sentence.start + 1),
        Range(sentence.start + 2, end),
        Range(sentence.start + 1, sentence.start + 2),
    )


def find_name_behind(row: Row, sentence: Range) -> Range | None:
    """Find the name in '"We shall stay," Jane Roe.', which has neither a verb nor a dash."""
    units, at = row.units, sentence.start
    if units[at].quote < 0 or row.last_character(at) not in ",?!":
        return None
    if len(units[at].text.split()) < _FEWEST_SIGNED:
        return None
    name = phrase_after(units, at + 1, sentence.end)
    if name is None or not is_person_like(units, name):
        return None
    named = all(is_name_word(u) or u.lower in PARTICLES for u in units[slice(*name)])
    ended = name.end == sentence.end or units[name.end].text in {".", ","}
    return name if named and ended else None


def find_statement_frame(row: Row, sentence: Range, clauses: Sequence[Clause]) -> Framed | None:
    """Read 'In a joint declaration …, Armenia and Azerbaijan "agreed …" …'."""
    units = row.units
    if clauses or units[sentence.start].lower not in {"in", "through", "with"}:
        return None
    at = sentence.start + 1
    if at >= sentence.end or units[at].lower not in DETERMINERS:
        return None
    roles = lexicon.roles()
    head = next(
        (
            i
            for i in range(at, min(sentence.end, at + 5))
            if units[i].lower in roles and roles[units[i].lower].role_class == "document"
        ),
        None,
    )
    if head is None:
        return None
    subject = sentence_subject(units, sentence.start, sentence.end)
    if subject is None or subject.end >= sentence.end or units[subject.end].quote < 0:
        return None
    return Range(subject.end, sentence.end), subject, Range(sentence.start, head + 1)


def find_headline(row: Row) -> Framed | None:
    """Read "Roe: content" and "content – Roe"."""
    units = row.units
    for at in range(1, min(len(units) - 1, 8)):
        if units[at].text == ":":
            name = Range(0, at)
            return (
                (Range(at + 1, len(units)), name, Range(at, at + 1)) if _names(row, name) else None
            )
    for at in range(len(units) - 2, max(len(units) - 6, 2), -1):
        if units[at].text in _DASHES:
            name = Range(at + 1, len(units))
            return (Range(0, at), name, Range(at, at + 1)) if _names(row, name) else None
    return None


def _names(row: Row, name: Range) -> bool:
    if row.units[name.end - 1].lower in _KINDS_OF_STORY:
        return False
    return all(is_name_word(u) or u.lower in PARTICLES for u in row.units[name.start : name.end])


def find_unknown_verb(row: Row, at: int, sentence: Range) -> Framed | None:
    """Read '"…," Roe shot back', 'Roe leaned in and boomed: "…"' and '"…," wrote @roe'.

    A comma inside the marks, or a colon before them, tells that somebody is speaking, whatever
    the verb.
    """
    units = row.units
    content = Range(at, at + 1)
    comma = at + 1 < sentence.end and units[at + 1].text == ","
    if row.last_character(at) in ",—–-" or comma:
        start = at + 2 if comma else at + 1
        subject = sentence_subject(units, start, min(sentence.end, start + 8))
        if (
            subject is not None
            and subject.start == start
            and subject.end < sentence.end
            and is_person_like(units, subject)
        ):
            verb = units[subject.end]
            if verb.lower.endswith("ed") or verb.lower in _SPOKEN:
                particle = subject.end + 1 < sentence.end and units[subject.end + 1].lower in _PARTS
                return content, subject, Range(subject.end, subject.end + 1 + particle)
        handle = start + 2 < sentence.end and units[start + 1].text == "@"
        if handle and units[start].lower in lexicon.cues():
            return content, Range(start + 1, start + 3), Range(start, start + 1)
        inverted = _inverted(units, start, sentence.end)
        if inverted is not None:
            subject = phrase_after(units, inverted.end, sentence.end)
            if subject is not None and is_person_like(units, subject):
                return content, subject, inverted
    dated = _is_date(units, sentence.start)
    if at > sentence.start and units[at - 1].text == ":" and _is_whole(row, at) and not dated:
        subject = sentence_subject(units, sentence.start, at - 1)
        quoting = any(u.lower == "quoted" for u in units[sentence.start : at])
        if subject is not None and not quoting and is_person_like(units, subject):
            return content, subject, Range(at - 1, at)
    return None


def _inverted(units: Sequence[Unit], at: int, end: int) -> Range | None:
    """Find a verb right behind the marks, with its particle: '"…," boomed Roe', "cut in Roe"."""
    if at + 1 >= end or units[at].quote >= 0 or units[at].is_capital:
        return None
    if units[at + 1].lower in _PARTS and units[at].lower in _PHRASAL:
        return Range(at, at + 2)
    return Range(at, at + 1) if units[at].lower.endswith("ed") else None


def _is_date(units: Sequence[Unit], at: int) -> bool:
    """Tell "May 5, 1990:" from "May:", a name."""
    following = units[at + 1] if at + 1 < len(units) else None
    return units[at].lower in MONTHS and following is not None and following.text[0].isdigit()


_IS = frozenset(f"{word}{mark}s" for word in "here there it that what".split() for mark in "'’")
_PARTS = frozenset("on back in out it up off".split())
_PHRASAL = frozenset("cut chimed hit put piped broke fired shot called cried came struck".split())
_SPOKEN = frozenset("put shot went began broke spoke read sang came took sent gave".split())


def _is_whole(row: Row, at: int) -> bool:
    """Tell whether a quotation looks like a sentence of its own."""
    inner = row.quotes[row.units[at].quote]
    words = row.text[inner.start : inner.end]
    return words[:1].isupper() and len(words.split()) > 2


def is_person_like(units: Sequence[Unit], phrase: Range) -> bool:
    """Tell whether a phrase can name somebody who speaks; "Here's" cannot."""
    last = units[phrase.end - 1]
    if last.lower in _IS:
        return False
    return (
        last.lower in {"he", "she", "they"}
        or (
            is_name_word(last)
            and last.lower not in lexicon.cues()
            and last.lower not in DETERMINERS
        )
        or last.lower in lexicon.roles()
    )
