"""Interviews without labels: questions in paragraphs of their own, and answers behind them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.layouts.floor import NO_FLOOR, Floor, quotations_in
from quotecli.extraction.names.namewords import BODY_WORDS
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_NAME = re.compile(
    r"(?<![\w.])(?!(?:The|A|An|In|On|At|By|For|With|And|But|When|After|Mr|Mrs|Ms|Dr)\b)"
    r"[A-Z][\w'’-]+(?: (?:[A-Z]\.|de|del|da|van|von|der|bin|al|el|[A-Z][\w'’-]+)){0,2}"
    r" [A-Z][\w'’-]+"
)
_MET = re.compile(r"\b(?:with|to|meet|met|meets)\W+(?:\w+\W+){0,3}?$", re.IGNORECASE)
_TELLS = re.compile(r",? (?:also )?(?:told|tells|said|says|spoke|speaks|explained|explains)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b(?!\.)")
_REPORTED = re.compile(r"[”\"’]\s*(?:,\s*)?(?:he|she|[A-Z]\w+) (?:said|says|adds?|added)\b")
_FEWEST = 3  # questions
_LONGEST_QUESTION = 60  # words
_LEAST_ANSWERS = 0.6  # of the answers say "I" or "we"


def find_interview(reading: Reading, quoted: Sequence[Quoted]) -> Floor:
    """Find the answers of an interview that no label marks; none in any other article.

    An article is one where at least three paragraphs or headings are nothing but a question, where
    each has an answer, where most answers speak in the first person, and where title and
    introduction name one person more than others: that is who answers.
    """
    questions = [n for n in range(len(reading.passages)) if is_question(reading, n)]
    if len(questions) < _FEWEST:
        return NO_FLOOR
    answers = list(_answers(reading, questions))
    spoken = [any(_FIRST_PERSON.search(_text(reading, n)) for n in answer) for answer in answers]
    reported = any(_REPORTED.search(_text(reading, n)) for answer in answers for n in answer)
    if len(answers) < _FEWEST or sum(spoken) < _LEAST_ANSWERS * len(questions) or reported:
        return NO_FLOOR
    mention = interviewee(reading, questions[0])
    if not mention:
        return NO_FLOOR  # an essay asks questions as well
    made = [
        _answer(reading, answer, mention, quoted)
        for answer, is_spoken in zip(answers, spoken, strict=True)
        if is_spoken or len(answer) == 1
    ]
    taken = {number for answer in answers for number in answer}.union(questions)
    return Floor(tuple(made), frozenset(taken))


def interviewee(reading: Reading, first: int) -> tuple[Span, ...]:
    """Find the name of whom an interview is with, in what stands before passage ``first``.

    Empty where two are named as often: the other may be who asks.
    """
    counts: Counter[str] = Counter()
    places: dict[str, Span] = {}
    before = [n for n in range(first) if reading.kinds[n] is not BlockKind.CAPTION]
    for number in before:
        is_title = reading.kinds[number] is BlockKind.TITLE
        for span in names_in(reading, number):
            name = reading.text[span.start : span.end]
            words = name.casefold().split()
            if name.casefold() in lexicon.places() or not BODY_WORDS.isdisjoint(words):
                continue
            places.setdefault(name, span)
            asked = _MET.search(reading.text, reading.passages[number].start, span.start)
            told = _TELLS.match(reading.text, span.end)
            counts[name] += 1 + (asked is not None) + (told is not None) + is_title
    for name in counts:
        surname = re.compile(rf"(?<!\w){re.escape(name.rpartition(' ')[2])}(?!\w)")
        counts[name] += sum(len(surname.findall(_text(reading, n))) for n in before)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ()
    return (places[ranked[0][0]],)


def names_in(reading: Reading, number: int) -> Iterator[Span]:
    """Give what looks like the full name of a person in a passage."""
    for match in _NAME.finditer(reading.text, *reading.passages[number]):
        yield Span(*match.span())


def is_question(reading: Reading, number: int) -> bool:
    """Tell a paragraph or a heading that is nothing but a question, without marks."""
    words = _text(reading, number).strip(" *_")
    return (
        reading.kinds[number] in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        and words.endswith("?")
        and words[:1] not in "“\"‘'«„"
        and words.count(" ") < _LONGEST_QUESTION
    )


def _answers(reading: Reading, questions: Sequence[int]) -> Iterator[list[int]]:
    """Give the paragraphs behind each question; behind the last one those that say "I"."""
    ends = [*questions[1:], len(reading.passages)]
    for question, end in zip(questions, ends, strict=True):
        answer = []
        for number in range(question + 1, end):
            if reading.kinds[number] is not BlockKind.PARAGRAPH:
                break
            if question == questions[-1] and not _FIRST_PERSON.search(_text(reading, number)):
                break
            answer.append(number)
        if answer:
            yield answer


def _answer(
    reading: Reading, numbers: Sequence[int], mention: tuple[Span, ...], quoted: Sequence[Quoted]
) -> Attribution:
    content = tuple(reading.passages[number] for number in numbers)
    inside = quotations_in(content, quoted)
    kind = Kind.MIXED if inside else Kind.INDIRECT
    return Attribution(kind, content, (), mention, content[:1], inside, rule="answer")


def _text(reading: Reading, number: int) -> str:
    return reading.text[slice(*reading.passages[number])]
