"""How sure a statement is: the share of statements like it that were right when measured."""

from quotecli.extraction.attribution import Attribution
from quotecli.extraction.speakers import Source
from quotecli.model import Basis, Kind

# Share of statements with the right words and the right source, PolNeAR train part
# (benchmarks/accuracy.py --by kind).
_FOUND = {Kind.DIRECT: 0.90, Kind.MIXED: 0.77, Kind.INDIRECT: 0.70}

# Share of mentions tied to the right name.
_NAMED = {
    Basis.NAMED: 0.97,
    Basis.SURNAME: 0.96,
    Basis.ROLE: 0.88,
    Basis.PRONOUN: 0.85,
    Basis.CONTINUED: 0.75,
    Basis.UNNAMED: 0.95,
    Basis.UNRESOLVED: 0.50,
}


def confidence(attribution: Attribution, source: Source) -> float:
    """Give the chance, 0 to 1, that kind, words and speaker are all right."""
    return round(_FOUND[attribution.kind] * _NAMED[source.basis], 2)
