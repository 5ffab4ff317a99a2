"""Lines about an article rather than of it: its date, byline, address, and page furniture."""

import re
from enum import Enum
from typing import NamedTuple

from quotecli.documents.dates.reading import Undecided, read_date
from quotecli.documents.lines.bylines import read_authors, read_byline
from quotecli.documents.lines.endings import is_finished
from quotecli.documents.lines.furniture import is_furniture
from quotecli.documents.lines.urls import read_url, starts_address


class About(Enum):
    """What a line says about the article."""

    TITLE = "title"
    URL = "url"
    OUTLET = "outlet"
    AUTHOR = "author"
    PUBLISHED = "published"
    UPDATED = "updated"  # the value is the date as it is written
    UNDECIDED_DATE = "undecided date"  # a publication date like 03/04/2021
    OTHER = "other"  # nothing that is kept: "Accessed: …", "From: …"
    FURNITURE = "furniture"  # not even about the article


class Note(NamedTuple):
    """One thing that a line says about the article.

    ``value`` is ``None`` where the line has only the label ("Original url:").
    """

    about: About
    value: str | None = None
    labelled: bool = True


_LONGEST_LABELLED = 4200  # characters, of an address
_LONGEST_VALUE = {About.TITLE: 300, About.OUTLET: 60}
_LABELS = {
    About.TITLE: r"title|headline|subject",
    About.URL: (
        r"(?:original|source|canonical|full|web|article)?[ -]?(?:url|link|permalink|web address)"
        r"|original|available at|retrieved from|source|original (?:article|story|source|post)"
    ),
    About.OUTLET: r"outlet|publication|publisher|newspaper|site|website|source",
    About.AUTHOR: r"authors?|byline|by|written by|reporter|journalist",
    About.PUBLISHED: (
        r"(?:first |originally )?(?:published|posted|issued|released?|aired|broadcast)"
        r"(?: (?:on|at|date|online))*"
        r"|(?:publication|publish|publishing|release|issue|air) date"
        r"|date(?: (?:of publication|published))?|dated"
    ),
    About.UPDATED: (
        r"(?:(?:this|the) (?:article|story|page|post|report) (?:was|has been) )?"
        r"(?:first |last |date )?(?:updated?|modified|edited|changed|amended|corrected|revised)"
        r"(?: (?:on|at|date))*|(?:update|modification) date"
    ),
    About.OTHER: (
        r"(?:last |date )?(?:accessed|retrieved|archived|saved|printed|downloaded|captured)"
        r"(?: (?:on|at|date))*|access date|sent"
    ),
}
_LABELLED = tuple(
    (about, re.compile(rf"(?:{words})\s*[:：]\s*(?P<value>.*)", re.IGNORECASE | re.DOTALL))
    for about, words in _LABELS.items()
)
# "Published October 30, 2020": with a date behind it the word needs no colon.
_DATED = tuple(
    (about, re.compile(rf"(?:{_LABELS[about]})\s+(?P<value>\S.{{0,80}})", re.IGNORECASE))
    for about in (About.PUBLISHED, About.UPDATED, About.OTHER)
)
# Nor does it on a line of its own, over the date.
_BARE = (
    (About.PUBLISHED, re.compile(r"(?:first )?published(?: on)?|posted(?: on)?", re.IGNORECASE)),
    (About.UPDATED, re.compile(r"(?:last )?(?:updated|modified)(?: on)?", re.IGNORECASE)),
)
_PERSON_OR_ADDRESS = re.compile(
    r"(?:from|to|cc|bcc|reply-to|editor|editing)\s*:\s*(?:\S+ ){0,5}\S*[^\s.!?”\"]", re.IGNORECASE
)
_DATE_SIGN = re.compile(r"\d|ago$", re.IGNORECASE)
_AGO = re.compile(
    r"(?:\d{1,3}|an?) (?:second|minute|min|hour|day|week|month|year)s? ago", re.IGNORECASE
)
# Where a line of several such things can be parted: at a sign, and at a word that begins another.
_SIGN = re.compile(r"\s*[|•·]\s*|\s+[–—/-]\s+")
_WORD = re.compile(
    r"(?<=\d)\s*(?=(?:last )?updated?\b)"
    r"|\s+(?=(?:last updated|updated|published|posted|by|author|source|date)\b)",
    re.IGNORECASE,
)
_BYLINE_AND_DATE = re.compile(
    r"(by\s.{3,120}?)(?:,?\s+on)?[,\s]+((?:\d{1,4}[\s-]|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s).*\d.*)",
    re.IGNORECASE,
)
_PLACE_OR_PAPER = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}")


def read_notes(line: str, raw: str | None = None) -> tuple[Note, ...]:
    """Read a line that is wholly about the article; empty for lines of the article itself.

    Args:
        line: the line without mark-up.
        raw: the line with its mark-up, where that may hold an address.
    """
    line = line.strip()
    if not line or len(line) > _LONGEST_LABELLED:
        return ()
    if note := _read_one(line, raw if raw is not None else line):
        return (note,)
    if len(line) > 300:
        return ()
    parts = [part for part in _SIGN.split(line) if part]
    notes: list[Note] = []
    for part in parts:
        found = _read_part(part)
        if not found and len(parts) > 1 and _PLACE_OR_PAPER.fullmatch(part):
            found = [Note(About.OTHER, part)]  # beside a date: the place, or the paper's name
        if not found:
            return ()
        notes += found
    told = any(note.value is not None and note.about is not About.OTHER for note in notes)
    return tuple(notes) if told else ()


def _read_part(part: str) -> list[Note]:
    """Read a part of a line, itself perhaps of several things; empty where one is of no kind."""
    if note := _read_one(part, part):
        return [note]
    notes: list[Note] = []
    for piece in _WORD.split(part):
        dated = _BYLINE_AND_DATE.fullmatch(piece)
        for words in dated.groups() if dated else (piece,):
            note = _read_one(words, words)
            if note is None or note.about is About.FURNITURE:  # "Photo by Jane Roe" is no byline
                return []
            notes.append(note)
    return notes


def _read_one(line: str, raw: str) -> Note | None:
    # Most lines are an article's own; what each kind must have keeps its patterns away from them.
    if "://" in raw and (url := read_url(line) or read_url(raw)) is not None:
        return Note(About.URL, url, labelled=False)
    has_label = ":" in line or "：" in line
    return (
        (_read_labelled(line, raw) if has_label else _read_bare(line))
        or (_read_dated(line) if _DATE_SIGN.search(line) else None)
        or _read_byline(line)
        or (Note(About.FURNITURE) if is_furniture(line) else None)
    )


def _read_labelled(line: str, raw: str) -> Note | None:
    for about, pattern in _LABELLED:
        match = pattern.fullmatch(line)
        if match is not None and (note := _value_note(about, match["value"].strip(), raw)):
            return note
    return Note(About.OTHER, line) if _PERSON_OR_ADDRESS.fullmatch(line) else None


def _read_bare(line: str) -> Note | None:
    return next((Note(about) for about, word in _BARE if word.fullmatch(line)), None)


def _value_note(about: About, value: str, raw: str) -> Note | None:
    if about is About.URL:
        at = raw.find("http")
        url = read_url(value) or (read_url(raw[_opening(raw, at) :].strip()) if at > 0 else None)
        # A bare label announces the address on the next line, "Source: AFP" does not.
        return Note(about, url) if url is not None or not value else None
    if not value:
        return Note(about)
    if about is About.PUBLISHED:
        return _date_note(value, labelled=True)
    if about is About.AUTHOR:
        author = read_authors(value)
        return Note(about, author) if author is not None else None
    if about in {About.UPDATED, About.OTHER}:
        return Note(about, value) if _date_note(value, labelled=True) else None
    if starts_address(value) or len(value) > _LONGEST_VALUE[about]:
        return None
    is_value = about is About.TITLE or not (is_finished(value) or "|" in value)
    return Note(about, value) if is_value else None


def _opening(raw: str, at: int) -> int:
    """Find where the mark-up around an address begins: at ``<``, at ``[`` or at the address."""
    if raw[at - 1] == "<":
        return at - 1
    link = raw.find("[")
    return link if 0 <= link < at else at


def _read_dated(line: str) -> Note | None:
    for about, pattern in _DATED:
        match = pattern.fullmatch(line)
        if match is not None:
            value = match["value"] if about is About.PUBLISHED else match["value"].rstrip(".")
            note = _date_note(value, labelled=True)
            if note is not None:
                return note if about is About.PUBLISHED else Note(about, value)
    return _date_note(line, labelled=False)


def _date_note(value: str, *, labelled: bool) -> Note | None:
    day = read_date(value)
    if isinstance(day, Undecided):
        return Note(About.UNDECIDED_DATE, value, labelled)
    if day is not None:
        return Note(About.PUBLISHED, day, labelled)
    return Note(About.OTHER, value) if _AGO.fullmatch(value) else None


def _read_byline(line: str) -> Note | None:
    author = read_byline(line)
    return Note(About.AUTHOR, author, labelled=False) if author is not None else None
