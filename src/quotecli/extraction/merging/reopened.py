"""Which quotations that seem to go on in the next paragraph ended before it.

A quotation of several paragraphs opens its mark again in each and closes it in the last. Where a
closing mark was merely forgotten, that reads the words of two people as one quotation. The tagger
tells: it gives the words of each paragraph to another source.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.merging.markedtext import WORD
from quotecli.extraction.prose.grammar import PRONOUNS
from quotecli.extraction.tagger.decode import Link
from quotecli.model import Problem, Span
from quotecli.text.marks import Quoted, part_before

_DESCRIPTION = re.compile(r"[,(]")
_SURE = 0.5  # of both links


def part_reopened(
    text: str, quoted: Sequence[Quoted], links: Sequence[Link]
) -> tuple[list[Quoted], list[Problem]]:
    """Part quotations of ``text`` whose paragraphs are the words of different people.

    Returns:
        All quotations, in order, and for each mark that was never closed a problem.
    """
    claims = _Claims(links)
    parted: list[Quoted] = []
    problems: list[Problem] = []
    for quotation in quoted:
        rest: Quoted | None = quotation
        while rest is not None and (at := _seam(text, rest, claims)) is not None:
            width = rest.parts[0].start - rest.start  # of an opening mark
            opening = Span(rest.parts[at - 1].start - width, rest.parts[at - 1].start)
            problems.append(
                Problem("odd-mark", "a quotation mark that opens is never closed", opening)
            )
            before, rest = part_before(rest, at)
            parted.append(before)
        if rest is not None:
            parted.append(rest)
    return parted, problems


class _Claims:
    """Which links have a content where."""

    def __init__(self, links: Sequence[Link]) -> None:
        sure = [link for link in links if link.score >= _SURE]
        self._contents = sorted((content, link) for link in sure for content in link.content)
        self._starts = [content.start for content, _ in self._contents]

    def of(self, part: Span) -> list[Link]:
        """Give the links with a content that shares a character with the part."""
        found = []
        for at in range(bisect_left(self._starts, part.end) - 1, -1, -1):
            content, link = self._contents[at]
            if content.end <= part.start:
                break
            found.append(link)
        return found


def _seam(text: str, quotation: Quoted, claims: _Claims) -> int | None:
    """Find the first part that somebody else than whoever has the part before claims behind it."""
    for at in range(1, len(quotation.parts)):
        before, behind = quotation.parts[at - 1 : at + 1]
        for one in claims.of(before):
            for other in claims.of(behind):
                if one.cue[0].end < behind.start < other.cue[0].start and _differ(text, one, other):
                    return at
    return None


def _differ(text: str, one: Link, other: Link) -> bool:
    """Tell whether two sources share no word but a title, and neither is a pronoun."""
    names = _name(text, one), _name(text, other)
    return all(words - PRONOUNS for words in names) and names[0].isdisjoint(names[1])


def _name(text: str, link: Link) -> frozenset[str]:
    """Give the words of a source before its description: "Jane Roe (D-Ohio), the mayor"."""
    words = " ".join(text[span.start : span.end] for span in link.source)
    named = WORD.findall(_DESCRIPTION.split(words.lower(), maxsplit=1)[0])
    return frozenset(named) - lexicon.titles().keys()
