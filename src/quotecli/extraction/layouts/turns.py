"""Who has the floor: transcripts and interviews, whose paragraphs begin with a label.

    MR. EARNEST: We have seen progress.
    Q: When did you start?  A: I was nine.

Such a turn is somebody's own words, though nothing stands in marks: one statement, however many
paragraphs it has.
"""

import re
import statistics
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from quotecli.extraction.layouts.floor import NO_FLOOR, Floor, quotations_in
from quotecli.extraction.layouts.interviews import interviewee, is_question, names_in
from quotecli.extraction.layouts.labels import (
    ANSWERED,
    ASKED,
    Label,
    begins_with_thing,
    find_labels,
)
from quotecli.extraction.prose.grammar import AUXILIARIES
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.tagger.decode import Link
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")  # "(Laughter.)", "[applause]"
_ABOUT = re.compile(
    r"(?:this|the|our) (?:interview|transcript|conversation|q\s?&\s?a)\b|end\b|transcript\b"
    r"|(?:compiled|edited|interviewed|reporting|as told) (?:by|to)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]e|us|[Mm]ine)\b(?!\.)")
_TALK = re.compile(rf"{_FIRST_PERSON.pattern}|\b[Yy]ou(?:rs?)?\b|[?!](?:\s|$)")
_ABOUT_PERSON = re.compile(r"^An? |(?:^|[.!?] )(?:He|She|His|Her)\b")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_INTERVIEW = re.compile(
    r"\b(?:interview|conversation|spoke (?:to|with)|talked to|Q&A)", re.IGNORECASE
)
_FEWEST = 3  # labelled paragraphs that make a transcript
_FEWEST_NAMED = 2  # the same where all labels name people
_LEAST_SHARE = 0.3  # of the paragraphs, from the first labelled one on
_LEAST_TALK = 1 / 3  # of the turns
_LEAST_EXCHANGED = 1 / 2  # the same, of an exchange
_LEAST_ANSWERS = 0.3  # of the answers say "I" or "we"; else a paper answers its readers
_INITIALS = (2, 3)  # letters
_GAP = 4  # paragraphs from one label of an exchange to the next
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = 4  # words; half of the turns are longer in talk, and none in a list of results


def find_turns(reading: Reading, quoted: Sequence[Quoted], links: Sequence[Link] = ()) -> Floor:
    """Find the turns of a transcript or an interview; none in an article that is neither.

    A transcript is an article where a label comes back: at least three paragraphs begin with
    labels, no fewer than three in ten from the first one on, and two of them with the same. An
    exchange is two labels or more, near one another, that name different people. In both some
    of the turns must sound like talk, or the tagger take them for it.

    A paragraph without a label goes on with the speaker before it; behind the last label it has to
    say "I" or "we". Questions by nobody in particular ("Q:", "REPORTER:") are turns, but no
    statements.
    """
    labels = find_labels(reading)
    if len(labels) < _FEWEST_NAMED:
        return NO_FLOOR
    tagged = {span.start for link in links for span in link.cue}
    named = _named(reading, labels)
    if _is_transcript(reading, named) and _is_talk(reading, named, tagged, _LEAST_TALK):
        return _turns(reading, quoted, named, is_whole=True)
    floor = NO_FLOOR
    marked = {quotation.start for quotation in quoted}
    for run in _exchanges([label for label in labels if label.start not in marked]):
        if _is_exchange(run) and _is_talk(reading, run, tagged, _LEAST_EXCHANGED):
            floor = floor.and_also(_turns(reading, quoted, run, is_whole=False))
    return floor


def _turns(
    reading: Reading, quoted: Sequence[Quoted], labels: Sequence[Label], *, is_whole: bool
) -> Floor:
    answering = _answering(reading, labels)
    alone = len({label.who for label in labels}) == 1
    made: list[Attribution] = []
    taken: set[int] = set()
    for label, following in zip_longest(labels, labels[1:]):
        stop = len(reading.passages) if following is None else following.number
        spoken = is_whole and following is not None
        numbers = list(_passages_of(reading, label, stop, any_words=spoken, alone=alone))
        taken.update(numbers)
        passages = [reading.passages[number] for number in numbers]
        content = [Span(label.start, passages[0].end), *passages[1:]]
        content = [span for span in content if _says_something(reading, span)]
        if content and label.who not in ASKED:
            turn = _turn(label, content, quotations_in(content, quoted))
            if label.who in ANSWERED:
                turn = replace(
                    turn, antecedent=answering, mention=turn.mention if answering else ()
                )
            elif (meant := label.named or _in_full(reading, label, labels[0].number)) is not None:
                turn = replace(turn, antecedent=(meant,))
            made.append(turn)
    return Floor(tuple(made), frozenset(taken))


def _answering(reading: Reading, labels: Sequence[Label]) -> tuple[Span, ...]:
    """Find whose the answers are; nobody's where one of them speaks of that person."""
    answers = [label for label in labels if label.who in ANSWERED]
    mention = interviewee(reading, labels[0].number) if answers else ()
    name = re.escape(reading.words(mention).rpartition(" ")[2])
    about = re.compile(rf"(?<!\w){name}(?!\w)")
    return () if any(about.search(_said(reading, label)) for label in answers) else mention


def _in_full(reading: Reading, label: Label, first: int) -> Span | None:
    """Find the Len Fox of "LF: …" before passage ``first``, if only one name begins so."""
    letters = reading.words([label.name])
    if not (letters.isalpha() and letters.isupper() and len(letters) in _INITIALS):
        return None
    meant: dict[str, Span] = {}
    for number in range(first):
        for span in names_in(reading, number):
            words = reading.words([span])
            if "".join(word[0] for word in words.split()) == letters:
                meant.setdefault(words, span)
    return next(iter(meant.values())) if len(meant) == 1 else None


def _named(reading: Reading, labels: Sequence[Label]) -> list[Label]:
    """Give the labels that name a speaker: those in capitals, if these are the more."""
    counts = Counter(label.who for label in labels)
    named = [
        label
        for label in labels
        if label.person or counts[label.who] > 1 or _is_capital(reading, label)
    ]
    capital = [label for label in named if _is_capital(reading, label)]
    return capital if len(capital) > len(named) / 2 else named


def _is_transcript(reading: Reading, labels: Sequence[Label]) -> bool:
    counts = Counter(label.who for label in labels)
    if len(labels) < _FEWEST or max(counts.values()) < 2 or counts.keys() <= ASKED:
        return False
    spoken = [n for n, kind in enumerate(reading.kinds) if kind is BlockKind.PARAGRAPH]
    return len(labels) >= _LEAST_SHARE * (len(spoken) - bisect_left(spoken, labels[0].number))


def _exchanges(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Part the labels that name people where the next one is far."""
    run: list[Label] = []
    for label in labels:
        if not label.person and label.who not in ASKED | ANSWERED:
            continue
        if run and label.number - run[-1].number > _GAP:
            yield run
            run = []
        run.append(label)
    if run:
        yield run


def _is_exchange(labels: Sequence[Label]) -> bool:
    who = {label.who for label in labels}
    return len(who) >= _FEWEST_NAMED and not who <= ASKED


def _is_talk(reading: Reading, labels: Sequence[Label], tagged: set[int], least: float) -> bool:
    """Tell talk from a list of results and from a paper's answers to its readers."""
    said = [_said(reading, label) for label in labels]
    if statistics.median(len(_WORD.findall(words)) for words in said) < _SENTENCE:
        return False
    spoken = [
        _TALK.search(words) is not None or (label.cue.start in tagged and not _is_about(words))
        for label, words in zip(labels, said, strict=True)
    ]
    answers = [
        _FIRST_PERSON.search(words) is not None
        for label, words in zip(labels, said, strict=True)
        if label.who in ANSWERED
    ]
    own = sum(answers) >= _LEAST_ANSWERS * len(answers) or _is_introduced(reading, labels)
    return own and sum(spoken) >= least * len(spoken)


def _is_introduced(reading: Reading, labels: Sequence[Label]) -> bool:
    """Tell whether what stands before the first label speaks of an interview."""
    start = reading.passages[labels[0].number].start
    return _INTERVIEW.search(reading.text, 0, start) is not None


def _is_about(words: str) -> bool:
    """Tell "Jane Roe: A doctor. She was born in Leeds." from what Roe says.

    So begins what describes a person, and its first sentence often has no verb.
    """
    first = _SENTENCE_END.split(words.lower(), maxsplit=1)[0]
    return _ABOUT_PERSON.search(words) is not None or AUXILIARIES.isdisjoint(first.split())


def _is_capital(reading: Reading, label: Label) -> bool:
    return reading.words([label.name]).partition("(")[0].isupper()


def _said(reading: Reading, label: Label) -> str:
    return reading.text[label.start : reading.passages[label.number].end]


def _passages_of(
    reading: Reading, label: Label, stop: int, *, any_words: bool, alone: bool
) -> Iterator[int]:
    """Give the labelled paragraph and those behind it that belong to the turn.

    Where one label ``alone`` comes back, paragraphs that only ask are another's.
    """
    yield label.number
    for number in range(label.number + 1, stop):
        words = reading.text[slice(*reading.passages[number])].strip()
        if reading.kinds[number] is not BlockKind.PARAGRAPH or _ABOUT.match(words):
            return
        if begins_with_thing(reading, number) or (alone and is_question(reading, number)):
            return
        if not any_words and not _FIRST_PERSON.search(words):
            return
        yield number


def _says_something(reading: Reading, content: Span) -> bool:
    words = reading.text[content.start : content.end].strip()
    return bool(_WORD.search(words)) and not _ASIDE.fullmatch(words)


def _turn(label: Label, content: Sequence[Span], quotes: frozenset[int]) -> Attribution:
    return Attribution(
        Kind.MIXED if quotes else Kind.INDIRECT,
        tuple(content),
        (label.cue,) if label.cue.start < label.cue.end else (),
        (label.name,),
        tuple(content[:1]),
        quotes,
        rule="turn",
    )
