"""What a text tells about itself: title, address, date and byline among its own lines."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quotecli.documents.dates.reading import Undecided, read_date
from quotecli.documents.lines.bylines import read_authors
from quotecli.documents.lines.captions import is_caption
from quotecli.documents.lines.endings import is_finished, leads_on, starts_lower
from quotecli.documents.lines.notes import About, Note
from quotecli.documents.lines.urls import continues_address, read_url
from quotecli.documents.metadata.fields import ambiguous_date
from quotecli.documents.paragraphs.units import Form, Unit
from quotecli.model import Metadata, Problem
from quotecli.text.normalise import fold

_STOPPED = re.compile(r"[.…][\s\"”’'»)\]]*$")
_TWO_SENTENCES = re.compile(r"[.!?][\"”’)]* +[\"“‘(]?[^\W\d_]")
_REPORTS = re.compile(r"\b(?:said|told)\b", re.IGNORECASE)
_TAG = re.compile(r"(?:[^\W\d_][\w.'’-]*\s?){1,3}")
# "Reporting by Jane Roe; Editing by John Doe" ends a report.
_SIGN_OFF = re.compile(
    r"\(?(?:Reporting|Reported|Writing) by [A-Z].{2,250}?(?:;|\.| and)? ?"
    r"(?:Additional reporting|Writing|Written|Editing|Edited) by [A-Z].{2,200}"
)
_MOST_BEHIND = 8  # units; more of them is no row of links
_DATES = frozenset({About.PUBLISHED, About.UNDECIDED_DATE})
_DATED = frozenset({About.UPDATED, About.UNDECIDED_DATE})
# "This article was amended on 3 November 2020 to …": a remark of the editors, in running text.
_AMENDED = re.compile(
    r"\W*(?:this|the) (?:article|story|page|post|report|piece) (?:was|has been) (?:last |first )?"
    r"(?:updated|amended|corrected|changed|revised|edited)(?: on)? (?:\w+day,? )?(?P<date>"
    r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+\.?,? \d{4}|[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}([/.-])\d{1,2}\2\d{4})\b",
    re.IGNORECASE,
)
_LONGEST_TITLE = 160  # characters of a line that is not marked as a heading
_MOST_TITLE_WORDS = 25
_LONGEST_HEAD = 40  # units; what comes later is no article's head


class Found(NamedTuple):
    """What was found about an article, and what became of the units that say it.

    ``title`` is the index of the unit that is the title; ``spent`` are those that are no part of
    the article's running text.
    """

    metadata: Metadata
    title: int | None = None
    spent: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    undecided: tuple[str, ...] = ()  # dates of publication and change whose order is open


class _Zones(NamedTuple):
    """Where the lines about the article can stand.

    The running text begins with unit ``body``; the first two paragraphs may still have a byline
    or date behind them, up to ``head``. From ``foot`` on there is no running text. Where there is
    none at all, the three are the same.
    """

    body: int
    head: int
    foot: int

    def edge(self, at: int) -> bool:
        return at < self.head or at >= self.foot


def look_for_metadata(
    units: Sequence[Unit], title: str | None = None, day_first: bool | None = None
) -> Found:
    """Find what the units say about their article.

    Args:
        units: the whole article.
        title: the title where it is known already.
        day_first: the order of 3/4/2021, where it is known.
    """
    units = [_in_order(_under_label(units, at), day_first) for at in range(len(units))]
    zones = _zones(units)
    notes = [(at, note) for at, unit in enumerate(units) for note in unit.notes]
    url, url_units = _find_url(units, zones)
    title_at = _find_title(units, zones, title)
    plain = _plain_dates(units, notes, zones)
    published, problems = _find_date(notes, plain, zones, title_at)
    labelled_title = _labelled(notes, About.TITLE, zones)
    found_title = labelled_title or (units[title_at].text if title_at is not None else None)
    spent = {at for at, note in notes if zones.edge(at) or note.about is About.FURNITURE}
    spent -= {at for at, n in notes if n.about in _DATES and not n.labelled and at not in plain}
    spent |= {at for at, note in notes if note.about is About.URL} | url_units
    spent |= _repeats(units, title_at) | _behind_sign_off(units)
    return Found(
        Metadata(
            title=found_title,
            url=url,
            outlet=_labelled(notes, About.OUTLET, zones),
            author=_find_author(notes, zones),
            published=published,
            updated=_find_update(units, notes, zones, day_first),
        ),
        title_at,
        frozenset(spent),
        problems,
        tuple(
            n.value for _, n in notes if n.about in _DATED and n.value and _is_open(n, day_first)
        ),
    )


def furniture(units: Sequence[Unit]) -> frozenset[int]:
    """Give the indices of the units that are page furniture."""
    return frozenset(
        at
        for at, unit in enumerate(units)
        if unit.notes and all(note.about is About.FURNITURE for note in unit.notes)
    )


def _behind_sign_off(units: Sequence[Unit]) -> set[int]:
    """Give what a page puts behind an agency's last line: the first words of other reports."""
    last = next((at for at, unit in enumerate(units) if _SIGN_OFF.fullmatch(unit.text)), None)
    if last is None or len(units) - last > _MOST_BEHIND:
        return set()
    return set(range(last + 1, len(units)))


def same_line(one: str, other: str) -> bool:
    """Tell whether two lines are the same but for case and kind of marks."""
    return fold(one) == fold(other)


def _zones(units: Sequence[Unit]) -> _Zones:
    running = [at for at, unit in enumerate(units) if _is_running(unit)]
    body = min(running[0] if running else len(units), _LONGEST_HEAD)
    if not running:
        return _Zones(body, body, body)
    head = min(running[2] if len(running) > 2 else len(units), body + _LONGEST_HEAD)
    return _Zones(body, head, running[-1] + 1)


def _is_running(unit: Unit) -> bool:
    """Tell whether a unit is surely running text, not a line at the article's head or foot."""
    if unit.form is not Form.PROSE or unit.notes:
        return False
    words = unit.text.count(" ") + 1
    return (
        len(unit.text) > 1.5 * _LONGEST_TITLE
        or (words > _MOST_TITLE_WORDS and is_finished(unit.text))
        or (words >= 8 and _STOPPED.search(unit.text[-8:]) is not None)
        or (words >= 12 and _TWO_SENTENCES.search(unit.text) is not None)
    )


def _under_label(units: Sequence[Unit], at: int) -> Unit:
    """Give a unit as what the label on the line before it says: "Updated:" over a date."""
    unit, before = units[at], units[at - 1].notes if at else ()
    if len(before) != 1 or before[0].value is not None or not before[0].labelled:
        return unit
    about = before[0].about
    dated = len(unit.notes) == 1 and unit.notes[0].about in _DATES
    if dated and about is About.PUBLISHED:
        return unit._replace(notes=(unit.notes[0]._replace(labelled=True),))
    if dated and about is About.UPDATED:
        return unit._replace(notes=(Note(About.UPDATED, unit.text),))
    if dated and about is About.OTHER:
        return unit._replace(notes=(Note(About.OTHER),))
    if about is About.AUTHOR and (author := read_authors(unit.text)):
        return unit._replace(notes=(Note(About.AUTHOR, author),))
    return unit


def _labelled(notes: Sequence[tuple[int, Note]], about: About, zones: _Zones) -> str | None:
    """Give the value of the first line "Title: …" before the running text."""
    values = (n.value for at, n in notes if at < zones.body and n.about is about and n.labelled)
    return next((value for value in values if value), None)


def _find_author(notes: Sequence[tuple[int, Note]], zones: _Zones) -> str | None:
    bylines = [n for at, n in notes if at < zones.head and n.about is About.AUTHOR and n.value]
    labelled = (note.value for note in bylines if note.labelled)
    return next(labelled, bylines[0].value if bylines else None)


def _find_url(units: Sequence[Unit], zones: _Zones) -> tuple[str | None, set[int]]:
    """Find the article's address: the labelled one, else the only one that stands alone."""
    alone: list[str] = []
    for at, unit in enumerate(units):
        for note in unit.notes:
            if note.about is not About.URL or not zones.edge(at):
                continue
            if note.labelled:
                url, last = (note.value, at) if note.value else _next_url(units, at + 1)
                if url is not None:
                    return url, set(range(at, last + 1))
            elif note.value is not None:
                alone.append(note.value)
    return (alone[0] if len(set(alone)) == 1 else None), set()


def _next_url(units: Sequence[Unit], at: int) -> tuple[str | None, int]:
    """Read the address on the line after its label, and what a page break cut off it."""
    if at >= len(units):
        return None, at
    url = read_url(units[at].text)
    rest = units[at + 1].text if at + 1 < len(units) else ""
    if url is not None and at + 2 == len(units) and " " not in rest and continues_address(rest):
        return read_url(f"{url} {rest}"), at + 1
    return url, at


def _find_date(
    notes: Sequence[tuple[int, Note]], plain: Sequence[int], zones: _Zones, title_at: int | None
) -> tuple[str | None, tuple[Problem, ...]]:
    """Find the day of publication: a labelled one, else the one date line at the head."""
    dates = [(at, n) for at, n in notes if n.about in _DATES and n.value and zones.edge(at)]
    labelled = [note for _, note in dates if note.labelled]
    if labelled:
        return _one_day(labelled[:1])
    lines = [(at, note) for at, note in dates if at in plain]
    # A page's own date stands over the title, the article's under it.
    under = [note for at, note in lines if title_at is not None and at > title_at]
    return _one_day(under or [note for _, note in lines])


def _in_order(unit: Unit, day_first: bool | None) -> Unit:
    """Read the dates of a unit whose order was open before."""
    if day_first is None:
        return unit
    return unit._replace(notes=tuple(_note_in_order(note, day_first) for note in unit.notes))


def _note_in_order(note: Note, day_first: bool) -> Note:
    if note.about is not About.UNDECIDED_DATE:
        return note
    day = read_date(note.value or "", day_first=day_first)
    return Note(About.PUBLISHED, day, note.labelled) if isinstance(day, str) else note


def _is_open(note: Note, day_first: bool | None) -> bool:
    return isinstance(read_date(note.value or "", day_first=day_first), Undecided)


def _find_update(
    units: Sequence[Unit],
    notes: Sequence[tuple[int, Note]],
    zones: _Zones,
    day_first: bool | None,
) -> str | None:
    """Find the day of the last change: the latest "Updated" line, or what a remark says."""
    values = [n.value for at, n in notes if n.about is About.UPDATED and n.value and zones.edge(at)]
    values += [m["date"] for unit in units if (m := _AMENDED.match(unit.text))]
    days = (read_date(value, day_first=day_first) for value in values)
    return max((day for day in days if isinstance(day, str)), default=None)


def _plain_dates(
    units: Sequence[Unit], notes: Sequence[tuple[int, Note]], zones: _Zones
) -> list[int]:
    """Give the units that are a date and can be the day of publication.

    They stand beside a byline or over the running text. A chronicle has dates among its
    paragraphs too, and its first is no day of publication.
    """
    dates = [at for at, note in notes if note.about in _DATES and not note.labelled]
    beside = [at for at in dates if at < zones.head and _has_byline(units, at)]
    if beside or any(zones.body <= at < zones.foot for at in dates):
        return beside
    return [at for at in dates if at < zones.body]


def _one_day(notes: Sequence[Note]) -> tuple[str | None, tuple[Problem, ...]]:
    """Give the day that all decided dates agree on, or say why there is none."""
    days = dict.fromkeys(note.value for note in notes if note.about is About.PUBLISHED)
    if len(days) == 1:
        return next(iter(days)), ()
    if days:
        both = " and ".join(day for day in days if day)
        message = f"the dates {both} stand at the head; give the right one with --published"
        return None, (Problem("ambiguous-date", message),)
    return None, tuple(ambiguous_date(note.value) for note in notes[:1] if note.value)


def _has_byline(units: Sequence[Unit], at: int) -> bool:
    near = units[max(at - 1, 0) : at + 2]
    return any(note.about is About.AUTHOR for unit in near for note in unit.notes)


def _find_title(units: Sequence[Unit], zones: _Zones, known: str | None) -> int | None:
    if known is not None:
        same = (at for at in range(zones.head) if same_line(units[at].text, known))
        if (at := next(same, None)) is not None:
            return at
    headings = [at for at in range(zones.head) if units[at].form is Form.HEADING]
    top = [at for at in headings if units[at].level == 1] or [
        at for at in headings if at < zones.body
    ]
    if known is not None:
        # The headline stands elsewhere, or in other words.
        return next((at for at in top if _alike(units[at].text, known)), None)
    if top:
        return top[0]
    if zones.body == zones.foot:  # a title stands over running text
        return None
    lines = [at for at in range(zones.body) if _may_be_title(units, at)]
    texts = [fold(units[at].text) for at in lines]
    twice = (at for at, text in zip(lines, texts, strict=True) if texts.count(text) > 1)
    if (at := next(twice, None)) is not None:
        return at
    full = (at for at in lines if not _is_list_of_tags(units[at].text))
    return next(full, max(lines, key=lambda at: len(units[at].text), default=None))


def _alike(heading: str, title: str) -> bool:
    """Tell whether two lines share half of the words of the shorter one."""
    words, others = (set(re.findall(r"\w+", fold(text))) for text in (heading, title))
    return 2 * len(words & others) >= min(len(words), len(others))


def _may_be_title(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a line before the running text may be the title."""
    unit = units[at]
    rest = next((u for u in units[at + 1 : at + _LONGEST_HEAD] if not u.notes), None)
    return (
        unit.form is Form.PROSE
        and not unit.notes
        and rest is not None
        and len(unit.text) <= _LONGEST_TITLE
        and _STOPPED.search(unit.text) is None
        and not unit.text.endswith((":", ",", ";"))
        and not starts_lower(unit.text)
        and not starts_lower(rest.text)
        and not leads_on(unit.text)
        and not _REPORTS.search(unit.text)
        and not is_caption(unit.text)
    )


def _is_list_of_tags(text: str) -> bool:
    """Tell whether a line is a section or a list of topics: "Rivers, Ann Poe"."""
    parts = [part.strip() for part in re.split(r"[,|>›»/•·;]", text)]
    return text.count(" ") < 3 or all(_TAG.fullmatch(part) and part[0].isupper() for part in parts)


def _repeats(units: Sequence[Unit], title_at: int | None) -> set[int]:
    if title_at is None:
        return set()
    title = fold(units[title_at].text)
    return {
        at
        for at, unit in enumerate(units)
        if at != title_at and len(unit.text) < 2 * len(title) + 20 and fold(unit.text) == title
    }
