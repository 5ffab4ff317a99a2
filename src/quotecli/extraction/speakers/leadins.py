"""What a clause before a comma and a pronoun tells: "As Roe left, he", "Asked about Roe, she"."""

from collections.abc import Sequence
from itertools import pairwise

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.occurrences import is_followed_by_verb
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import AUXILIARIES, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.answers import ASKED
from quotecli.extraction.speakers.salience import GENDERS

_OPENS = 3  # words among which one of these opens a sentence: "When he was asked"
_WHILE = frozenset({"as", "while", "when", "once"})


def asked_about(units: Sequence[Unit], cast: Cast) -> frozenset[str]:
    """Give whom a question was about, or who put it: "Asked whether he knew Lord Doe, he".

    Args:
        units: the words of a sentence before the comma.
        cast: who is named in the article.
    """
    asks = bool(units) and units[0].lower in _WHILE and _asks(units)  # "When Lord Doe asked"
    if not asks and not any(u.lower in ASKED for u in units[:_OPENS]):
        return frozenset()
    runs = list(name_runs(units))[: 1 if asks else None]
    names = (" ".join(parse_name(units, run).name) for run in runs)
    return frozenset(
        label for name in names for label in (name, *(p.name for p in cast.matches(name)))
    )


def acting(
    units: Sequence[Unit], attribution: Attribution | None, cast: Cast
) -> Person | tuple[str, ...] | None:
    """Find who acts in a clause of time before a pronoun: "As Mr Doe left Zed, he".

    Args:
        units: the words of a sentence before the comma.
        attribution: what is said with the pronoun.
        cast: who is named in the article.
    """
    if attribution is not None and any(
        s.start < u.end <= s.end for s in attribution.content for u in units[:1]
    ):
        return None  # "As Mr Doe left, he said, nobody moved": part of what was said
    runs = list(name_runs(units))
    if not runs or units[0].lower not in _WHILE or runs[0].start != 1:
        return None
    clause, after = units[1:], units[runs[0].end :]
    if not is_followed_by_verb(clause, Range(0, runs[0].end - 1)):
        return None
    if any(u.lower in GENDERS for u in after) or after[0].lower in lexicon.cues():
        return None  # "When Mr Doe asked him", "As Mr Doe said"
    if after[0].lower in AUXILIARIES and not any(u.lower.endswith("ing") for u in after[1:2]):
        return None  # "When Mr Doe was dismissed"
    name = parse_name(units, runs[0]).name
    return cast.find(" ".join(name)) or name


def _asks(units: Sequence[Unit]) -> bool:
    """Tell "Roe asked" from "Roe was asked"."""
    return any(b.lower in ASKED and a.lower not in AUXILIARIES for a, b in pairwise(units))
