"""The words that are cited, in one line, for formats that have a place for a remark."""

from quotecli.model import Record
from quotecli.output import wording
from quotecli.output.terminal import visible


def quoted_as(record: Record) -> str:
    """Give the words, their speaker and day, how the speaker was found, and the ID."""
    day, note = wording.dating(record)
    facts = (
        wording.known(record.speaker) if record.speaker else wording.NOBODY,
        f"{day} ({note})" if note else day,
        wording.kind_note(record),
        f"speaker: {wording.basis(record)}",
        visible(record.id),
    )
    return f"{wording.statement(record)} — {', '.join(fact for fact in facts if fact)}"
