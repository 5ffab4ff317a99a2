"""How a record is put into words for people, the same in every view. All of it is harmless."""

import re
from typing import NamedTuple

from quotecli.model import Basis, Kind, Record
from quotecli.output.terminal import visible

UNKNOWN = "–"
NOBODY = "speaker unknown"  # where a dash would not explain itself

_BASES = {
    Basis.FIXED: "as your correction has it",
    Basis.NAMED: "named in full where the words stand",
    Basis.SURNAME: "a part of the name, which the article gives in full",
    Basis.ROLE: "an office or description that the article ties to the name",
    Basis.PRONOUN: "a pronoun; the name stands elsewhere in the article",
    Basis.CONTINUED: "nobody is named here; the speaker before goes on",
    Basis.ELSEWHERE: "other articles of the index tell whose name or office this is",
    Basis.UNNAMED: "the article names nobody; these are its own words",
    Basis.UNRESOLVED: "could not be tied to one name",
}


_TURNING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:disput|doubt|reject|dismiss|refut)\w*|rul\w+ out)\b",
    re.IGNORECASE,
)


class Dating(NamedTuple):
    """A record's day, and what has to be said about it (``None``: nothing)."""

    day: str
    note: str | None


def statement(record: Record) -> str:
    """Give the words, in quotation marks where all of them are somebody's own."""
    text = visible(record.text)
    return f"“{text}”" if record.kind is Kind.DIRECT else text


def source(record: Record) -> str:
    """Give the outlet; where it is unknown, what else tells the article from others."""
    return known(record.outlet or record.title or record.path)


def known(value: str | None) -> str:
    """Give a value as it may be shown, or a dash where there is nothing to see."""
    return visible(value or "").strip() or UNKNOWN


def dating(record: Record) -> Dating:
    """Give the day on which it was said, else published, and where the two differ, both."""
    published = f"published {visible(record.published)}" if record.published else None
    if record.date is None:
        return Dating("earlier", published) if published else Dating("no date", None)
    differs = record.said_on is not None and record.said_on != record.published
    return Dating(visible(record.date), published if differs else None)


def period(first: str | None, last: str | None) -> str:
    """Give the days from the first to the last."""
    if first is None or last is None:
        return "no date"
    return first if first == last else f"{first} to {last}"


def kind_note(record: Record) -> str | None:
    """Name the kind where quotation marks around the words do not already show it.

    A cue that turns the words round goes with it: what somebody denied is not what they said.
    """
    if record.kind is Kind.DIRECT:
        return None
    kind = "mixed" if record.kind is Kind.MIXED else "claim"
    cue = known(record.cue) if record.cue else ""
    return f"{kind}, “{cue}”" if _TURNING.search(cue) else kind


def basis(record: Record) -> str:
    """Say how the speaker was found, the mention first where it is not the name itself."""
    words = _BASES[record.basis]
    if record.mention is None or record.mention == record.speaker:
        return words
    return f"“{known(record.mention)}”: {words}"


def elsewhere(record: Record) -> str | None:
    """Say in how many other outlets, or else articles, the same statement stands."""
    if not record.also:
        return None
    outlets = {other.outlet for other in record.also} - {None, record.outlet}
    if outlets:
        return f"+{len(outlets)} outlet{'s' if len(outlets) > 1 else ''}"
    return f"+{len(record.also)} article{'s' if len(record.also) > 1 else ''}"
