"""Records as Markdown, to be pasted into a document: one block quote each.

A block quote rather than a row of a table, since this is how quotations are set in a text. All
that is special in Markdown (CommonMark, GitHub's and Pandoc's) is escaped: once the document is
rendered, the words read as they stand in the article.
"""

import re
from collections.abc import Iterable, Iterator

from quotecli.model import Record, RecordInContext
from quotecli.output import wording
from quotecli.output.terminal import safe_link, visible

_SPECIAL = re.compile(
    r"[\\`*_\[\]<>|~^$@]"  # emphasis, code, links, HTML, tables, formulas, Pandoc's citations
    r"|&(?=#?\w+;)"  # what would be read as a character reference
    r"|^[#+-]"  # headings, lists and rules begin a line
)
_NUMBERED = re.compile(r"^(\d+)([.)])")  # and so do numbered lists


def markdown_quotes(records: Iterable[Record]) -> Iterator[str]:
    """Yield each record as a block quote, with speaker, day, linked source and identifier."""
    separator = ""
    for record in records:
        yield f"{separator}> {escaped(wording.statement(record))}\n>\n> — {_facts(record)}\n"
        if isinstance(record, RecordInContext):
            yield f"\n{escaped(visible(record.context))}\n"
        separator = "\n"


def _facts(record: Record) -> str:
    day, note = wording.dating(record)
    kind = wording.kind_note(record)
    facts = (
        f"**{escaped(wording.known(record.speaker))}**" if record.speaker else wording.NOBODY,
        f"{day} ({note})" if note else day,
        _source(record),
        kind and f"*{kind}*",
        f"`{visible(record.id)}`",
    )
    return ", ".join(fact for fact in facts if fact)


def _source(record: Record) -> str:
    names = [name for name in (record.outlet, record.title) if name]
    source = escaped(wording.known(": ".join(names) or record.path))
    url = safe_link(record.url)
    if url is None:
        return source
    target = url.replace("&", "&amp;")
    if "(" in url or ")" in url:  # in angle brackets a parenthesis does not end the address
        target = f"<{target}>"
    return f"[{source}]({target})"


def escaped(text: str) -> str:
    """Give text such that it reads the same once the document is rendered."""
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", text.strip()))
