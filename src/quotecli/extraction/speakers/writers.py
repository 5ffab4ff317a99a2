"""Who writes "I" in an article without a byline: the note at its end says "Jane Roe is a nurse"."""

from collections.abc import Sequence

from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.namewords import is_like_person
from quotecli.extraction.names.occurrences import Occurrence
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.heads import PEOPLE, class_of

_LAST = 3  # paragraphs among which the note stands: a line about the paper may follow it
_FEWEST = 7  # paragraphs of an article that has a note: the last ones of a brief are the story
_STOPS = frozenset(".?!")
_LONGEST_NOTE = 2  # sentences
_TELLS = frozenset("is writes covers reports teaches serves works".split())
_ASIDES = {",": ",", "(": ")"}
_LONGEST_ASIDE = 30  # units
_REACH = 12  # units behind the verb among which is what the writer is


def noted_writer(rows: Sequence[Sequence[Unit]], cast: Cast) -> str | None:
    """Find who is first named where one of the last paragraphs opens, and not in the story.

    Args:
        rows: the article's passages; the first one may be the headline, which names the writer.
        cast: the names in them.
    """
    if len(rows) < _FEWEST:
        return None
    begun = rows[0][-1].end if rows and rows[0] else 0
    short = (units for units in rows[-_LAST:] if _sentences(units) <= _LONGEST_NOTE)
    notes = {id(units) for units in short}
    named: set[tuple[str, ...]] = set()
    found = []
    for name in cast.occurrences:
        if len(name.parse.name) == 1 or name.start < begun:
            continue
        if name.parse.name not in named and id(name.units) in notes and _is_note(name, cast):
            found.append(" ".join(name.parse.name))
        named.add(name.parse.name)
    return found[0] if len(found) == 1 else None


def _sentences(units: Sequence[Unit]) -> int:
    return sum(u.text in _STOPS for u in units)


def _is_note(found: Occurrence, cast: Cast) -> bool:
    """Tell "Jane Roe is a nurse" and "Jane Roe, a nurse, is the author of", not "Roe was held"."""
    units, at = found.units, found.run.end
    if found.run.start or not is_like_person(found.parse.name):
        return False
    if (closing := _ASIDES.get(units[at].text) if at < len(units) else None) is not None:
        near = range(at + 1, min(len(units), at + _LONGEST_ASIDE))
        at = next((i for i in near if units[i].text == closing), at) + 1
        at += at < len(units) and units[at].text == ","
    after = [u.lower for u in units[at : at + 2]]
    if not after or after[0] not in _TELLS or after[-1].endswith(("ed", "ing")):
        return False
    person = cast.find(" ".join(found.parse.name))
    sure = person is not None and person.certain
    return sure or any(class_of(u) in PEOPLE for u in units[at : at + _REACH])
