"""What stands beside the name of a body: "the retailer Zedmart", "Zedmart, a retailer", its CEO."""

from collections.abc import Iterator, Sequence

from quotecli.extraction.names.bodynames import GENERIC
from quotecli.extraction.names.namewords import BODY_WORDS
from quotecli.extraction.prose.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.bodykinds import EXACT, NOUNS

# What ends "a British online retailer", and what its beginning stands behind
_ENDS = frozenset("that which based in of for with and founded run owned".split())
_BREAKS = DETERMINERS | PREPOSITIONS | _ENDS
AROUND = 6  # units of "Zedmart, a British online retailer"
OFFICERS = frozenset(
    "ceo cfo coo chief executive chairman chairwoman boss founder co-founder president director"
    " spokesman spokeswoman spokesperson analyst shareholders shares employees staff".split()
)
_OTHERS = frozenset({"a", "an", "another", "its", "his", "her", "their"})
_SAME = AUXILIARIES | {",", "as", "become", "became", "–", "-", "—"}


def noun_before(units: Sequence[Unit], run: Range) -> Sequence[Unit]:
    """Give "British online retailer" of "the British online retailer Zedmart"."""
    before = units[max(run.start - AROUND, 0) : run.start]
    named = bool(before) and before[-1].lower in NOUNS and not before[-1].is_capital
    body = any(units[i].lower in BODY_WORDS for i in range(*run))
    if not named or (body and before[-1].lower in EXACT):
        return ()  # "the club Executive Committee"
    opens = [i for i, u in enumerate(before) if not u.is_word or u.lower in _BREAKS]
    return before[opens[-1] + 1 if opens else 0 :]


def noun_behind(units: Sequence[Unit], run: Range) -> Sequence[Unit]:
    """Give the noun of "the Harrow Daily newspaper"."""
    behind = units[run.end : run.end + 1]
    return behind if behind and behind[0].lower in GENERIC else ()


def apposed(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "British online retailer" of ", a British online retailer that"."""
    if len(units) < 3 or units[0].text != "," or units[1].lower not in {"a", "an", "the"}:
        return ()
    units = units[2:]
    for at, unit in enumerate(units):
        if not unit.is_word:
            return ()
        if unit.lower in NOUNS and not unit.is_capital:
            ahead = units[at + 1] if at + 1 < len(units) else None
            if ahead is None or not ahead.is_word or ahead.lower in _ENDS:
                return units[: at + 1]
            if ahead.lower not in NOUNS:
                return ()  # "According to Acme, the union accused …"
    return ()


def officer_within(units: Sequence[Unit], run: Range) -> int | None:
    """Find the CEO of "Zedmart CEO Jane Roe"."""
    found = (i for i in range(run.start + 1, run.end) if units[i].lower in OFFICERS)
    return next(found, None)


def introduced(units: Sequence[Unit]) -> Iterator[tuple[str, int]]:
    """Find "an airline" and "its central bank" that tell of no name beside them."""
    for at, unit in enumerate(units):
        if unit.lower not in NOUNS or unit.is_capital:
            continue
        start = at
        while start and at - start < AROUND and units[start].lower not in DETERMINERS:
            if not units[start].is_word or units[start].lower.endswith("'s"):
                break
            start -= 1
        before = units[start - 1].lower if start else ""
        behind = units[at + 1] if at + 1 < len(units) else None
        named = behind is not None and behind.is_capital
        if units[start].lower in _OTHERS and not named and before not in _SAME:
            yield unit.lower, unit.start
