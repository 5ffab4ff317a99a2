"""Whole words of what the tagger, which reads pieces of words, may part."""

import re
from collections.abc import Sequence

from quotecli.model import Span

_ONE_BLANK = re.compile(r"\w \w")


def rejoined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join what the tagger parted between two words of a sentence."""
    joined = list(spans[:1])
    for span in spans[1:]:
        between = text[joined[-1].end - 1 : span.start + 1]
        if _ONE_BLANK.fullmatch(between):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def whole_words(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Widen spans to whole words."""
    return tuple(_widened(text, span) for span in spans)


def _widened(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and _in_word(text, start):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return Span(start, end)


def _in_word(text: str, at: int) -> bool:
    """Tell whether a word goes on over the place ``at``; "Brown-Roe" and "30,000" are one."""
    around = text[at - 1] + text[at]
    for joint, ends in (("-", str.isalnum), (",", str.isdigit), (".", str.isdigit)):
        if joint in around:
            around += text[at - 2 : at - 1] if text[at - 1] == joint else text[at + 1 : at + 2]
            return len(around) == 3 and ends(around.replace(joint, "", 1))
    return around.isalnum()
