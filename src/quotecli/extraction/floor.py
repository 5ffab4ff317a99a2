"""Passages in which one person has the floor: nobody else says anything there."""

from dataclasses import dataclass

from quotecli.extraction.attribution import Attribution


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
