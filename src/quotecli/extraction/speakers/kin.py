"""Whose kin is meant: "Roe's sister, Jane", "the elder Roe"."""

from collections.abc import Sequence

from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.families import CLOSE_KIN, names_generation, of_generation
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import AUXILIARIES, Range
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.context import Context, words_of
from quotecli.extraction.speakers.history import History, Source, as_person
from quotecli.model import Basis

KIN = CLOSE_KIN | frozenset(
    "widow widower nephew niece girlfriend boyfriend stepfather stepmother stepson stepdaughter"
    " fiancee fiance sister-in-law brother-in-law mother-in-law father-in-law".split()
)
_OWN = frozenset({"his", "her"})
_KIN_REACH = 6  # words: "Jane Roe's younger sister"
_DEAD = frozenset("died dead killed murdered drowned buried perished".split())


def kin_before(
    attribution: Attribution | None, cast: Cast, context: Context, history: History
) -> tuple[object | None, bool]:
    """Find the Jane of 'Roe's sister, Jane, wept. "He is gone," she said', and if she lives.

    She is a person of the cast, or the words of a name that it does not have.
    """
    if attribution is None or not (attribution.quotes and attribution.mention):
        return None, True
    start = min(s.start for s in (*attribution.content, *attribution.mention))
    before = context.sentence_before(start)
    named = _kin_behind(before) if before else None
    runs = [r for r in name_runs(before) if r.start == named] if before else []
    place = history.place(start)
    if not runs or history.place(before[0].start).paragraph != place.paragraph:
        return None, True
    name = parse_name(before, runs[0]).name
    who = cast.find(" ".join(name)) or name
    return who, not _is_of_death(before, runs[0].end)


def _kin_behind(units: Sequence[Unit]) -> int | None:
    """Give where the name of a relative begins: "Roe's sister, Jane, wept", "His wife Jane left".

    Args:
        units: the words of a sentence, which begins with it.
    """
    at = next((i for i, u in enumerate(units[:_KIN_REACH]) if i and u.lower in KIN), None)
    owned = (i for i, u in enumerate(units[:at]) if u.lower.endswith("'s") or u.lower in _OWN)
    owner = next(owned, None) if at is not None else None
    if at is None or owner is None or not all(u.is_capital for u in units[: owner + 1]):
        return None
    name = at + 1 + (at + 1 < len(units) and units[at + 1].text == ",")
    return name if name < len(units) and units[name].is_capital else None


def _is_of_death(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the verb behind a subject that ends before unit ``at`` says that it is dead."""
    while at < len(units) and (units[at].text == "," or units[at].lower in AUXILIARIES):
        at += 1
    return at < len(units) and units[at].lower in _DEAD


def of_family(
    units: Sequence[Unit], run: Range, parse: Named, cast: Cast, reading: Reading
) -> Source | None:
    """Find who "the elder Roe" is; where the article does not tell, the words stand.

    Args:
        units: the words around a name.
        run: where it stands among them.
        parse: the name, read.
        cast: who is named in the article.
        reading: the article.
    """
    persons = cast.matches(parse.name[0]) if len(parse.name) == 1 else []
    if not persons or not names_generation(units, run.start):
        return None
    one = of_generation(units, run.start, persons)
    if one is not None:
        return as_person(one, Basis.ROLE)
    text = words_of(reading, units[run.start - 2 : run.end])
    gender = persons[0].gender if len({p.gender for p in persons}) == 1 else ""
    return Source(text, (), Basis.UNNAMED, gender or "u")
