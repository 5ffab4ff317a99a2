"""Which of many names are one person's or organisation's, and who a name alone means. Pure.

The result hangs on the names alone, never on the order in which they came.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from quotecli.text.naming.bodies import is_body
from quotecli.text.naming.compare import Verdict, block_keys, compare, is_common
from quotecli.text.naming.parse import parse_person
from quotecli.text.naming.spelling import spelling
from quotecli.text.normalise import fold

_YEAR = 366  # days
_MONTH = 31
_WELL_KNOWN = 3  # articles within a year


class Rulings(NamedTuple):
    """What users say of names, all folded.

    ``same`` has both directions of every pair; the keys of ``shown`` are names, the values as
    they are to be shown.
    """

    same: Mapping[str, frozenset[str]]
    apart: frozenset[str]
    shown: Mapping[str, str]


def group_names(names: Iterable[str], rulings: Rulings) -> list[list[str]]:
    """Part names into groups of one person or organisation each; gives them folded.

    The fullest names come first. A shorter one joins the one group that it agrees with; where it
    agrees with two ("John Roe" beside "John A. Roe" and "John B. Roe") it joins none.
    """
    written: dict[str, str] = {}  # one way of writing each; case tells "Al Gore" from "al-Assad"
    for name in sorted(names, key=lambda name: (name.isupper() or name.islower(), name)):
        written.setdefault(fold(name), name)
    groups: list[list[str]] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    for name in sorted(written, key=lambda name: (*_fullness(written[name]), name)):
        at = None
        keys = frozenset() if name in rulings.apart else block_keys(written[name])
        near = sorted({number for key in keys for number in by_key[key]})
        if near:
            members = [(number, [written[other] for other in groups[number]]) for number in near]
            at = _only_group(written[name], members)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(name)
        for key in keys:
            if at not in by_key[key]:
                by_key[key].append(at)
    return _united(groups, rulings.same)


def shown_name(counts: Mapping[str, int], rulings: Rulings) -> str:
    """Choose under which of its names, with their statements counted, an entry is shown.

    What a user says goes first; then a name with the given name written out, the commonest, one
    without initials, the longest.
    """
    told = sorted({rulings.shown[fold(n)] for n in counts if fold(n) in rulings.shown})
    if told:
        return told[0]
    return min(
        counts,
        key=lambda name: (
            _shortness(name),
            -counts[name],
            any(len(word) == 1 for word in parse_person(name).given),
            -len(name),
            name,
        ),
    )


class Seen(NamedTuple):
    """Where and when an entry stands in articles under a full name; days as ordinals, sorted."""

    days: Sequence[int]
    at_site: Mapping[str, Sequence[int]]
    sites: frozenset[str]


def only_candidate(
    seen: Mapping[int, Seen], day: int | None, site: str | None, *, common: bool
) -> int | None:
    """Give the only entry that a family name alone can mean in an article, by its key in ``seen``.

    Of one candidate within a year the same outlet must have written, or, where the family name is
    not a common one, three articles. Of several, one alone must be near: in the same outlet within
    a month, and no other one anywhere.

    Args:
        seen: the candidates.
        day: of publication, as an ordinal; None where it is unknown.
        site: of the article; None where it is unknown.
        common: whether many people share the family name.
    """
    if day is None:
        entry = next(iter(seen), None)
        return entry if len(seen) == 1 and entry is not None and site in seen[entry].sites else None
    near = [entry for entry, where in seen.items() if _within(where.days, day, _YEAR)]
    if len(near) == 1:
        where = seen[near[0]]
        known_here = site is not None and _within(where.at_site.get(site, ()), day, _YEAR)
        known_well = not common and _within(where.days, day, _YEAR) >= _WELL_KNOWN
        return near[0] if known_here or known_well else None
    close = [entry for entry in near if _within(seen[entry].days, day, _MONTH)]
    if len(close) == 1 and site is not None:
        return close[0] if _within(seen[close[0]].at_site.get(site, ()), day, _MONTH) else None
    return None


def _within(days: Sequence[int], day: int, reach: int) -> int:
    """Count the days that lie no further than ``reach`` from ``day``."""
    return bisect_left(days, day + reach + 1) - bisect_left(days, day - reach)


def _fullness(name: str) -> tuple[int, int]:
    words = parse_person(name).words
    return (-sum(len(word) > 1 for word in words), -len(words))


def _only_group(name: str, groups: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    judged = {number: _judge(name, members) for number, members in groups}
    for wanted in (Verdict.SAME, Verdict.POSSIBLE):
        found = [number for number, verdict in judged.items() if verdict is wanted]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _judge(name: str, members: Sequence[str]) -> Verdict:
    verdicts = [compare(name, member) for member in members]
    if Verdict.DIFFERENT in verdicts:
        return Verdict.DIFFERENT
    if not is_body(name) and is_common(name) and not all(_begins_alike(name, m) for m in members):
        return Verdict.DIFFERENT  # Mike Johnson and Michael Johnson
    return max(verdicts)


def _begins_alike(one: str, other: str) -> bool:
    a, b = parse_person(one).given, parse_person(other).given
    return bool(a and b) and spelling(a[0]) == spelling(b[0])


def _shortness(name: str) -> int:
    """Rank names: given and family name, initials, a name alone."""
    if is_body(name):
        return 0
    given = parse_person(name).given
    if not given:
        return 2
    return 0 if len(given[0]) > 1 else 1


def _united(groups: list[list[str]], same: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Unite groups of which a user says that they are one."""
    of = {name: number for number, names in enumerate(groups) for name in names}
    root = list(range(len(groups)))
    find = _finder(root)
    for name, number in of.items():
        for other in same.get(name, ()):
            if other in of:
                a, b = sorted((find(number), find(of[other])))
                root[b] = a
    united: dict[int, list[str]] = defaultdict(list)
    for number, names in enumerate(groups):
        united[find(number)] += names
    return sorted(sorted(names) for names in united.values())


def _finder(root: list[int]) -> Callable[[int], int]:
    def find(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    return find
