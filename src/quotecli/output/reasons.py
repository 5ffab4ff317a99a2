"""Why a statement is filed as it is, in sentences: ``show ID --why``.

Only what the record and the article's text prove is told; how other readings scored is not kept.
"""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence

from quotecli.model import Basis, Block, Kind, Record
from quotecli.output.excerpt import Role, excerpt, readable_runs
from quotecli.output.terminal import visible

_KINDS = {
    Kind.DIRECT: "All of the statement stands in quotation marks.",
    Kind.MIXED: "The statement is in the reporter's words, with quoted words inside.",
    Kind.INDIRECT: "The statement is reported without quotation marks.",
}
_WITH_MENTION = {
    Basis.FIXED: "“{mention}” is {speaker} by your correction.",
    Basis.NAMED: "The speaker is named where the words stand: “{mention}”.",
    Basis.SURNAME: "“{mention}” is a part of the name {speaker}, and of no other person whom the"
    " article names in full.",
    Basis.ROLE: "“{mention}” is an office or description that the article ties to {speaker}.",
    Basis.PRONOUN: "“{mention}” is taken for {speaker}: who spoke or acted last before it, in"
    " gender and number.",
    Basis.CONTINUED: "{speaker} spoke right before and goes on; “{mention}” is what tells it.",
    Basis.ELSEWHERE: "“{mention}” is taken for {speaker}: this article does not tell who it is,"
    " but others of the index do.",
    Basis.UNNAMED: "The article names nobody: “{mention}” is what it calls the source.",
    Basis.UNRESOLVED: "“{mention}” could be several people or nobody, so no name is given.",
}
_WITHOUT_MENTION = {
    Basis.FIXED: "{speaker} is your correction.",
    Basis.CONTINUED: "Nobody is named with the words; {speaker} spoke right before and goes on.",
    Basis.UNNAMED: "The article names nobody as the source.",
    Basis.UNRESOLVED: "Nobody is named with the words, and it is not clear who speaks.",
}
_AROUND = 40  # characters before and behind a name, at most


def reasons(record: Record, text: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give sentences on kind, speaker, day and confidence.

    Args:
        record: the statement.
        text: the article's text, into which spans and blocks point.
        blocks: all blocks of the article.
    """
    return tuple(
        visible(sentence)
        for sentence in (
            *_kind(record),
            *_speaker(record, text, blocks),
            _day(record, text, blocks),
            f"The confidence is {record.confidence:.2f}: of a hundred statements with this one,"
            f" about {100 * record.confidence:.0f} should have kind, words and speaker right.",
        )
    )


def _kind(record: Record) -> Iterator[str]:
    yield _KINDS[record.kind]
    if record.cue:
        yield f"“{_plain(record.cue)}” reports it."


def _speaker(record: Record, text: str, blocks: Sequence[Block]) -> Iterator[str]:
    sentences = _WITH_MENTION if record.mention else _WITHOUT_MENTION
    sentence = sentences.get(record.basis, "The speaker is {speaker}.")
    yield sentence.format(
        mention=_plain(record.mention or ""), speaker=record.speaker or "nobody known"
    )
    if not record.speakers or record.basis is Basis.NAMED:
        return
    paragraphs = ["".join(run.text for run in readable_runs(text, block, ())) for block in blocks]
    for name in record.speakers:
        if name in _plain(record.mention or ""):
            continue
        place = _first(name, paragraphs)
        yield (
            f"The article has the name {name} first in “{place}”."
            if place
            else f"The article's text does not have the name as {name}."
        )


def _first(name: str, paragraphs: Sequence[str]) -> str | None:
    """Give a name where it stands first, with whole words around it."""
    for paragraph in paragraphs:
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", paragraph)
        if at is not None:
            before = _words_within(paragraph[: at.start()][::-1])[::-1]
            behind = _words_within(paragraph[at.end() :])
            start, end = at.start() - len(before), at.end() + len(behind)
            cut = "… " if start else "", " …" if end < len(paragraph) else ""
            return f"{cut[0]}{paragraph[start:end].strip()}{cut[1]}"
    return None


def _words_within(words: str) -> str:
    """Give as many whole words from the beginning as are not too many."""
    if len(words) <= _AROUND:
        return words
    return words[: max(words.rfind(" ", 0, _AROUND), 0)]


def _day(record: Record, text: str, blocks: Sequence[Block]) -> str:
    if record.said_on is not None:
        day = datetime.date.fromisoformat(record.said_on)
        words = _day_words(record, text, blocks)
        told = f"“{words}”" if words else "the reporting sentence"
        published = f", in an article of {record.published}" if record.published else ""
        return (
            f"The day it was said is {record.said_on}, a {calendar.day_name[day.weekday()]}:"
            f" {told} tells it{published}."
        )
    if record.date is not None:
        return (
            "The article does not tell the day on which it was said; it is filed under the day of"
            f" publication, {record.date}."
        )
    if record.published is not None:
        return "The article says that it was said earlier and not when; it is filed under no day."
    return "The article has no date; the statement is filed under no day."


def _day_words(record: Record, text: str, blocks: Sequence[Block]) -> str | None:
    """Find outside the statement the words that can only mean the day it was said."""
    around = " ".join(
        run.text
        for paragraph in excerpt(record, text, blocks)
        for run in paragraph.runs
        if run.role is not Role.STATEMENT
    )
    found = re.search("|".join(_names_of(record)), around, re.IGNORECASE)
    return found.group() if found else None


def _names_of(record: Record) -> Iterator[str]:
    day = datetime.date.fromisoformat(record.said_on or "")
    month = calendar.month_name[day.month]
    months = rf"(?:{month}|{month[:3]}|{month[:4]})\.?"
    yield rf"\b(?:{months} {day.day}|{day.day}(?:st|nd|rd|th)? (?:of )?{months})\b"
    yield rf"\b{calendar.day_name[day.weekday()]}\b"
    if record.published is not None:
        published = datetime.date.fromisoformat(record.published)
        if (published - day).days == 1:
            yield r"\b(?:yesterday|last night)\b"
        if published == day:
            yield r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"


def _plain(words: str) -> str:
    return " ".join(words.split())
