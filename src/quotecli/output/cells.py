"""The parts of a record as styled text, for the views that a person reads."""

from collections.abc import Iterable

from rich.text import Text

from quotecli.model import Basis, Record, RecordInContext
from quotecli.output import wording
from quotecli.output.matches import matching_words
from quotecli.output.painting import FAINT, MATCH, SOURCE, SPEAKER, linked
from quotecli.output.terminal import safe_link, visible


def statement(record: Record, words: Iterable[str] = ()) -> Text:
    """Give the words of the statement, those searched for marked."""
    text = Text(wording.statement(record))
    for span in matching_words(text.plain, words):
        text.stylize(MATCH, *span)
    return text


def context(record: Record) -> Text | None:
    """Give the sentences around the statement where they were asked for."""
    return faint(visible(record.context)) if isinstance(record, RecordInContext) else None


def speaker(record: Record, *, unknown: str = wording.UNKNOWN) -> Text:
    """Give the speaker; a name stands out, an unnamed source does not."""
    if not record.speaker:
        return Text(unknown)
    return Text(visible(record.speaker), "" if record.basis is Basis.UNNAMED else SPEAKER)


def source(record: Record) -> Text:
    """Give the outlet as a link to the article."""
    url = safe_link(record.url)
    return linked(Text(wording.source(record), SOURCE if url else ""), url)


def identifier(record: Record) -> Text:
    """Give the word that ``show`` takes."""
    return Text(visible(record.id), FAINT)


def facts(record: Record) -> tuple[Text | None, ...]:
    """Give who said it, when, where and what kind it is; None where there is nothing to tell."""
    day, note = wording.dating(record)
    return (
        speaker(record, unknown=wording.NOBODY),
        Text(day),
        faint(note),
        source(record),
        faint(wording.elsewhere(record)),
        faint(wording.kind_note(record)),
        identifier(record),
    )


def facts_of_a_day(record: Record, *, named: bool) -> tuple[Text | None, ...]:
    """Give what stands with a statement below its day: who only if ``named``, and the rest."""
    return (
        speaker(record, unknown=wording.NOBODY) if named else None,
        source(record),
        faint(wording.dating(record).note),
        faint(wording.elsewhere(record)),
        faint(wording.kind_note(record)),
        identifier(record),
    )


def faint(words: str | None) -> Text | None:
    """Give words that step back behind the others, or nothing."""
    return None if words is None else Text(words, FAINT)


def stacked(*parts: Text | None) -> Text:
    """Put what there is one under the other."""
    return Text("\n").join(part for part in parts if part is not None)


def spaced(*parts: Text | None) -> Text:
    """Put what there is side by side."""
    return Text(" ").join(part for part in parts if part is not None)


def joined(*parts: Text | None) -> Text:
    """Put what there is in one line."""
    # Not Text(" · ", FAINT): the parts would take over the style of the text that joins them.
    return Text().append(" · ", FAINT).join(part for part in parts if part is not None)
