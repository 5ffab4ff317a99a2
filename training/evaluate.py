"""How many links are right: the figure that linking weights and confidence are fitted to.

A link is right where the words of its content and those of a gold attribution overlap by half
(Jaccard) and the two sources share a word, or both are empty. Each gold attribution counts once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus import Document

from quotecli.model import Span

_MARKS = re.compile('[“”"]')
_WORD = re.compile(r"\w+(?:[’']\w+)?")


def right(
    document: Document,
    contents: Sequence[Sequence[Span]],
    sources: Sequence[Sequence[Span]],
) -> list[bool]:
    """Tell for each predicted link whether it is right."""
    words = [m.span() for m in _WORD.finditer(document.text)]
    starts, ends = [start for start, _ in words], [end for _, end in words]

    def inside(spans: Sequence[Span]) -> frozenset[int]:
        return frozenset(
            i for s in spans for i in range(bisect_right(ends, s.start), bisect_left(starts, s.end))
        )

    gold = [(inside(a.content), inside(a.source)) for a in document.attributions]
    found = [(inside(c), inside(s)) for c, s in zip(contents, sources, strict=True)]
    overlaps = sorted(
        (
            (len(a[0] & b[0]) / len(a[0] | b[0]), i, j)
            for i, a in enumerate(gold)
            for j, b in enumerate(found)
            if a[0] & b[0]
        ),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    of_gold: dict[int, int] = {}
    of_found: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= 0.5 and i not in of_gold and j not in of_found:
            of_gold[i], of_found[j] = j, i
    return [
        j in of_found
        and (bool(source & gold[of_found[j]][1]) or not (source or gold[of_found[j]][1]))
        for j, (_, source) in enumerate(found)
    ]


class Table(NamedTuple):
    """F1 of right links: of all, of those with quotation marks, of those without."""

    all: float
    quoted: float
    claims: float


def table(
    found: Iterable[tuple[Document, Sequence[tuple[Sequence[Span], Sequence[Span]]]]],
) -> Table:
    """Count right links; each document comes with contents and sources."""
    counts = [[0, 0, 0] for _ in Table._fields]  # right, found, gold
    for document, links in found:
        good = right(document, [c for c, _ in links], [s for _, s in links])
        marked = [_is_quoted(document, content) for content, _ in links]
        gold = [_is_quoted(document, a.content) for a in document.attributions]
        for row, chosen in zip(counts, ({True, False}, {True}, {False}), strict=True):
            row[0] += sum(g for g, m in zip(good, marked, strict=True) if m in chosen)
            row[1] += sum(m in chosen for m in marked)
            row[2] += sum(m in chosen for m in gold)
    return Table(*(2 * right_ / max(1, found_ + gold_) for right_, found_, gold_ in counts))


def _is_quoted(document: Document, spans: Sequence[Span]) -> bool:
    return any(_MARKS.search(document.text, s.start, s.end) for s in spans)
