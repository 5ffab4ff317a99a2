"""How a record is put into words for people, the same in every view. All of it is harmless."""

from typing import NamedTuple

from quotecli.model import Kind, Record
from quotecli.output.terminal import visible

UNKNOWN = "–"
NOBODY = "speaker unknown"  # where a dash would not explain itself


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


def kind_note(record: Record) -> str | None:
    """Name the kind where quotation marks around the words do not already show it."""
    return {Kind.DIRECT: None, Kind.MIXED: "mixed", Kind.INDIRECT: "claim"}[record.kind]


def elsewhere(record: Record) -> str | None:
    """Say in how many other outlets, or else articles, the same statement stands."""
    if not record.also:
        return None
    outlets = {other.outlet for other in record.also} - {None, record.outlet}
    if outlets:
        return f"+{len(outlets)} outlet{'s' if len(outlets) > 1 else ''}"
    return f"+{len(record.also)} article{'s' if len(record.also) > 1 else ''}"
