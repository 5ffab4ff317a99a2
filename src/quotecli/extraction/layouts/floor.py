"""Passages in which one person has the floor: nobody else says anything there."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Span
from quotecli.text.marks import Quoted

# A name in a label or signature, as part of a pattern.
NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|del|da|van|von|der|bin|al|el|of|the)){0,5}"


@dataclass(frozen=True, slots=True)
class Floor:
    """Attributions in order, and the numbers of the passages that they take for themselves."""

    attributions: tuple[Attribution, ...] = ()
    taken: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anybody has the floor."""
        return bool(self.taken)

    def and_also(self, other: "Floor") -> "Floor":
        """Add those of another, unless they want the same passages."""
        if self.taken & other.taken:
            return self
        both = sorted(self.attributions + other.attributions, key=lambda a: a.content[0].start)
        return Floor(tuple(both), self.taken | other.taken)


NO_FLOOR = Floor()


def quotations_in(content: Sequence[Span], quoted: Sequence[Quoted]) -> frozenset[int]:
    """Give the numbers of the marked quotations, in order, that begin within a content."""
    return frozenset(
        number
        for span in content
        for number in range(
            bisect_left(quoted, span.start, key=lambda q: q.start),
            bisect_left(quoted, span.end, key=lambda q: q.start),
        )
    )
