"""A person of an article: its name, and all that the article tells of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import PARTICLES
from quotecli.text.names import name_key

PAIR = 2  # words; a name that long may be the end of several
Key = tuple[str, ...]  # the words of a name as ``name_key`` gives them


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the article names with two words or more.

    ``first`` is where in the reading the article first does so; ``certain`` tells whether a first
    name, a title, an age or an office makes it a person, not only capital words.
    """

    first: int
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    offices: set[tuple[str, str | None]] = field(default_factory=set)
    described: set[str] = field(default_factory=set)  # words of titles and appositions
    serves: set[str] = field(default_factory=set)  # the places and bodies whose office it holds
    plain_offices: set[str] = field(default_factory=set)  # "President Roe", not of a named body
    leads: set[str] = field(default_factory=set)  # names of bodies, as they stand
    genders: Counter[str] = field(default_factory=Counter)
    past: set[str] = field(default_factory=set)  # offices that it once held
    ages: set[str] = field(default_factory=set)
    certain: bool = False
    human: bool = False  # whether it seems to be a person at all, and not "Student Money Survey"
    acts: bool = False  # whether it does or says something somewhere, under its full name

    @property
    def name(self) -> str:
        """The form that the article uses most, the first one of equals; none in capitals only."""
        plain = [f for f in self.forms if not all(w.isupper() for w in f)] or list(self.forms)
        plain = [f for f in plain if not _is_end_of(f, plain)]
        most = max(self.forms[form] for form in plain)
        usual = next(form for form in plain if self.forms[form] == most)
        return " ".join(_with_first_name(usual, plain))

    @property
    def gender(self) -> str:
        """f, m, or nothing where unknown."""
        ranked = self.genders.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return ""
        return ranked[0][0]

    def is_called(self, key: Key) -> bool:
        """Tell whether just this is one of its names."""
        return any(name_key(" ".join(form)) == key for form in self.forms)

    def absorb(self, other: "Person") -> None:
        """Take over all that is known of somebody who is the same person."""
        self.forms.update(other.forms)
        self.offices |= other.offices
        self.described |= other.described
        self.serves |= other.serves
        self.plain_offices |= other.plain_offices
        self.leads |= other.leads
        self.genders.update(other.genders)
        self.past |= other.past
        self.ages |= other.ages
        self.certain |= other.certain
        self.human |= other.human
        self.acts |= other.acts
        self.first = min(self.first, other.first)


def _is_end_of(form: tuple[str, ...], forms: Sequence[tuple[str, ...]]) -> bool:
    """Tell a surname with its particle ("Al Poe") from a whole name, where that is known."""
    particle = form[0].lower() in PARTICLES and not form[0].endswith(".")
    return particle and any(len(f) > len(form) and f[-len(form) :] == form for f in forms)


def _with_first_name(form: tuple[str, ...], forms: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Give "Linda Black Elk" for "Black Elk", a surname of two words."""
    firsts = lexicon.first_names()
    if len(form) != PAIR or form[0].lower() in firsts:
        return form
    longer = (f for f in forms if len(f) > PAIR and f[-PAIR:] == form)
    return next((f for f in longer if f[0].lower() in firsts), form)
