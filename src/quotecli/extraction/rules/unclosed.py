"""Where a quotation ended whose closing mark was forgotten.

'“We cover most of it, says Roe, adding that more will come.' Without a closing mark the words run
on to the end of the paragraph; a reporting clause behind a comma tells where they ended.
"""

import re
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.model import Span
from quotecli.text.marks import Quoted, part_before

_NAME = r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,4}"
_INVERTED = re.compile(
    rf"(?<=[,?!])\s+(?P<verb>[a-z]+)\s+(?:he|she|they|the|an?|(?:[a-z-]+\s+){{0,3}}{_NAME})\b"
)
_PLAIN = re.compile(
    rf"(?<=[,?!])\s+(?:he|she|they|{_NAME})\s+(?P<verb>[a-z]+)"
    r"(?=\s*(?:[,.]|$)|\s+(?:on|in|at|to|during|after|while|adding|reporters|journalists)\b)"
)


def end_at_clause(text: str, quoted: Sequence[Quoted]) -> list[Quoted]:
    """End quotations before a reporting clause in a paragraph that has no closing mark.

    What reopens in the next paragraph is another quotation then.
    """
    ended: list[Quoted] = []
    for quotation in quoted:
        rest: Quoted | None = quotation
        for part in quotation.parts[: -1 if quotation.closed else None]:
            end = _clause_in(text, part)
            if end is None or rest is None:
                continue
            before, rest = part_before(rest, rest.parts.index(part) + 1)
            ended.append(
                before._replace(end=end, parts=(*before.parts[:-1], Span(part.start, end)))
            )
        if rest is not None:
            ended.append(rest)
    return ended


def _clause_in(text: str, part: Span) -> int | None:
    """Find the end of the words before the first reporting clause."""
    found = [
        m.start()
        for pattern in (_INVERTED, _PLAIN)
        for m in pattern.finditer(text, part.start, part.end)
        if _takes_quotation(m["verb"])
    ]
    return min(found, default=None)


def _takes_quotation(verb: str) -> bool:
    cue = lexicon.cues().get(verb)
    return (
        cue is not None
        and cue.tense in {"past", "present"}
        and cue.cue_class in {"speech", "ask"}
        and "q" in cue.frames
    )
