"""How sure a statement is: the share of statements like it that were right when measured."""

from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.history import Source
from quotecli.model import Basis, Kind

# Share of the rules' own statements with the right words and the right source
# (benchmarks/accuracy.py on the development part of PolNeAR).
_RULED = {Kind.DIRECT: 0.89, Kind.MIXED: 0.77, Kind.INDIRECT: 0.70}

# Share of mentions that are tied to the right name, where the resolver weighed nobody else.
_NAMED = {
    Basis.NAMED: 0.98,
    Basis.SURNAME: 0.97,
    Basis.ROLE: 0.88,
    Basis.PRONOUN: 0.85,
    Basis.CONTINUED: 0.75,
    Basis.UNNAMED: 0.97,
    Basis.UNRESOLVED: 0.50,
}


def confidence(attribution: Attribution, source: Source) -> float:
    """Give the chance, 0 to 1, that kind, words and speaker are all right."""
    found = _RULED[attribution.kind] if attribution.score is None else attribution.score
    named = _NAMED[source.basis] if source.chance is None else source.chance
    return round(found * named, 2)
