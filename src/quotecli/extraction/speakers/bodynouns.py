"""Which organisation "the company", "the charity" and "the paper" mean.

    Acme said sales fell. The company will close two plants, it said.
    The retailer Zedmart, a union and the firm's bankers …

Every organisation that the article has named before weighs by how often and how near; what the
article calls it ("the retailer Zedmart", "Zedmart, a retailer"), what its name says ("Harrow
Bank") and its officers ("Zedmart CEO Jane Roe") tell which it may be. Where two could be meant,
nobody is named.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.bodies import Bodies, body_phrases
from quotecli.extraction.names.bodynames import GENERIC, OF_WHOM, named_with_noun
from quotecli.extraction.names.namewords import (
    BODY_WORDS,
    CLOSED,
    PORTFOLIOS,
    PREFIXES,
    bare_word,
    is_like_person,
)
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import AUXILIARIES, DETERMINERS, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit, spelled
from quotecli.text.normalise import fold

# The nouns, and the words in names of such bodies. A name without any of those words tells nothing:
# it may be a firm's or a charity's.
_TRADE = (
    frozenset(
        "company firm business corporation airline bank lender retailer giant maker carmaker"
        " automaker manufacturer supplier chain developer startup start-up publisher brewer insurer"
        " operator producer miner builder housebuilder conglomerate multinational supermarket"
        " chipmaker drugmaker planemaker shipbuilder broker brokerage utility consultancy studio"
        " label restaurant store shop platform group carrier".split()
    ),
    frozenset(
        "inc corp co ltd llc plc company corporation group holdings airlines airways motors bank"
        " energy technologies systems solutions partners insurance services media technology"
        " international global network restaurant hotel hotels cafe café companies limited oil air"
        " research industries brothers sons telecom electronics pharmaceuticals petroleum".split()
    ),
)
_CIVIC = (
    frozenset(
        "charity group organisation organization ngo nonprofit non-profit network watchdog body"
        " movement".split()
    ),
    frozenset(
        "union group association foundation society alliance movement federation international"
        " network aid amnesty watch trust fund campaign coalition institute center centre council"
        " league organisation organization front project initiative forum chamber".split()
    ),
)
_PUBLIC = (
    frozenset("agency regulator watchdog authority service body panel".split()),
    frozenset(
        "ministry department agency commission institute office council committee authority board"
        " bureau administration service services organisation organization treasury directorate"
        " secretariat".split()
    ),
)
_PRESS = (
    frozenset(
        "paper newspaper magazine broadcaster network station channel daily tabloid outlet"
        " publication weekly journal".split()
    ),
    frozenset(
        "times post news journal herald tribune press channel network media tonight live telegraph"
        " guardian mirror mail gazette chronicle".split()
    ),
)
_HEALING = (
    frozenset({"trust", "hospital"}),
    frozenset({"trust", "hospital", "hospitals", "service"}),
)
_ARMED = (
    frozenset({"army", "military"}),
    frozenset({"army", "military", "forces", "navy", "force"}),
)
_KINDS = (_TRADE, _CIVIC, _PUBLIC, _PRESS, _HEALING, _ARMED)
# Those who have the noun in their name, or are called so.
_EXACT = frozenset(
    "union federation association society alliance coalition foundation institute department"
    " ministry commission bureau office council committee university college school party"
    " administration campaign club church court".split()
)
# Those whose names may be any word: "Zedmart", "Oxfam", "Bild". Of others it is an abbreviation.
_OPEN = (_TRADE[0] | _PRESS[0]) | frozenset(
    "charity organisation organization ngo nonprofit non-profit network movement".split()
)
_NOUNS = _EXACT.union(*(nouns for nouns, _ in _KINDS))
_TELLING = BODY_WORDS.union(*(words for _, words in _KINDS))
# No names of bodies, though they stand in capitals.
_NO_NAMES = CLOSED | PORTFOLIOS | PREFIXES | BODY_WORDS
# Words before the noun that may describe whichever body it is.
_PLAIN = frozenset(
    "tech technology social media streaming internet online energy oil gas mining drug"
    " pharmaceutical rights human advocacy aid health space food sports retail giant fashion video"
    " car clothing software search".split()
)
_OFFICERS = frozenset(
    "ceo cfo coo chief executive chairman chairwoman boss founder co-founder president director"
    " spokesman spokeswoman spokesperson analyst shareholders shares employees staff".split()
)
_CONTRACTED = re.compile(r"['’](?:re|ve|ll|m|d|t)$")
# What ends "a British online retailer", and what its beginning stands behind
_ENDS = frozenset("that which based in of for with and founded run owned".split())
_BREAKS = DETERMINERS | PREPOSITIONS | _ENDS
_AROUND = 6  # units of "Zedmart, a British online retailer"
_OF_PEOPLES = ("ian", "ean", "ican", "ese", "ish")
_REACH = 4  # sentences behind its name in which a body is still being talked about
_FAR = 8  # the same for "the union", where only one is named so
_CLEARLY = 0.65  # the least share of all that weighs for one
_ACTS = 1.5  # what a name that acts weighs, beside one that stands anywhere
_KEPT = 200  # names
_LONGEST_ABBREVIATION = 5  # letters
_TOLD = 2.0  # what weighs a body of that kind, beside one of which nothing is told


class _Named(NamedTuple):
    """A name where it stands, folded, and whether it does something."""

    start: int
    end: int
    key: str
    acts: bool


class BodyNouns:
    """What the article calls its organisations, and where they are named.

    Args:
        rows: the article's passages.
        bodies: the full names of its organisations.
        openings: what the capitals at the starts of its sentences tell.
        first_of: where somebody of a name is first named in full, None for no person.
    """

    def __init__(
        self,
        rows: Sequence[Sequence[Unit]],
        bodies: Bodies,
        openings: Openings,
        first_of: Callable[[str], int | None],
    ) -> None:
        self._bodies = bodies
        self._openings = openings
        self._first_of = first_of
        self._headline = rows[0][-1].end if rows and rows[0] else 0
        self._called: defaultdict[str, set[str]] = defaultdict(set)  # by folded name: nouns, words
        self._speaks: set[str] = set()
        self._names: dict[str, str] = {}  # by folded name
        self._named: list[_Named] = []
        self._doubtful: list[_Named] = []  # names like persons': "Freddie Mac"
        # where "an airline" stands, by its noun, in order
        self._introduced: defaultdict[str, list[int]] = defaultdict(list)
        for units in rows:
            for run in _phrases(units):
                self._read(units, run)
            for noun, position in _introduced(units):
                self._introduced[noun].append(position)
        self._named.extend(n for n in self._doubtful if self._called[n.key] & _NOUNS)
        self._join_shortened()

    def _read(self, units: Sequence[Unit], run: Range) -> None:
        held = _officer_within(units, run)
        run = Range(run.start, held) if held is not None else run
        run = named_with_noun(units, run) or run
        words = [u.text for u in units[run.start : run.end]]
        words[-1] = bare_word(words[-1])
        name = bare_word(spelled(units[run.start : run.end]))
        lower = name.lower()
        if not words[-1] or lower in lexicon.places() or lower in lexicon.demonyms():
            return
        if words[-1].lower() in DETERMINERS or _CONTRACTED.search(lower):
            return  # "S and P. The agency", "They're"
        if len(words) == 1 and lower.endswith(_OF_PEOPLES):
            return
        if lower in _NO_NAMES or lower in lexicon.roles():
            return
        opens = run.start == 0 or not units[run.start - 1].is_word
        if opens and len(words) == 1 and not self._openings.names_one(name):
            return
        after = units[run.end : run.end + _AROUND]
        calling = [_noun_before(units, run), _apposed(after), _noun_behind(units, run)]
        parse = parse_name(units, run)
        key = self._key(name)
        person = self._names_person(parse, words, units[run.start].start)
        if person and (len(words) == 1 or not any(calling)):  # "the company Jobs founded"
            self._doubtful.append(_Named(units[run.start].start, units[run.end - 1].end, key, True))
            return
        self._called[key].update(u.lower for phrase in calling for u in phrase)
        owns = units[run.end - 1].lower.endswith("'s")
        officer = held is not None or (owns and any(u.lower in _OFFICERS for u in after[:2]))
        next_word = after[0].lower if after else ""
        before = [u.lower for u in units[max(run.start - 3, 0) : run.start] if u.lower != "the"]
        said = next_word in lexicon.cues() or before[-1:] in (["said"], ["says"])
        if officer or said or before[-2:] == ["according", "to"]:
            self._speaks.add(key)
        acts = said or next_word in AUXILIARIES or next_word.endswith("ed") or before[-1:] == ["by"]
        self._named.append(_Named(units[run.start].start, units[run.end - 1].end, key, acts))

    def _names_person(self, parse: Named, words: Sequence[str], position: int) -> bool:
        """Tell whether a name is a person's; "Ford" is none where no Jane Ford is named before."""
        if parse.gender or (is_like_person(words) and words[0].lower() in lexicon.first_names()):
            return True
        named = self._first_of(" ".join(parse.name or words))
        if named is None or len(words) > 1:
            return named is not None
        return named < position or position < self._headline

    def _key(self, name: str) -> str:
        full = self._bodies.full(name)
        key = fold(full)
        self._names.setdefault(key, full)
        return key

    def _join_shortened(self) -> None:
        """Make one of "Jupiter" and "Jupiter Research", "Telegraph" and "Daily Telegraph".

        The full name comes first, or the short one stands in the headline only.
        """
        first: dict[str, int] = {}
        last = {n.key: n.start for n in sorted(self._named)}
        ends: defaultdict[str, set[str]] = defaultdict(set)  # longer names, by what is left of them
        for named in sorted(self._named):
            first.setdefault(named.key, named.start)
        for key in first:
            words = key.split()
            for at in range(1, len(words)):
                ends[" ".join(words[:at])].add(key)
                ends[" ".join(words[at:])].add(key)
        whole = {}
        for key, start in first.items():
            longer = ends.get(key, set())
            long = next(iter(longer), key)
            if len(longer) == 1 and (first[long] < start or last[key] < self._headline):
                whole[key] = long
        for key, long in whole.items():
            self._called[long] |= self._called[key]
            if key in self._speaks:
                self._speaks.add(long)
        self._named = sorted(n._replace(key=whole.get(n.key, n.key)) for n in self._named)

    def note(self, position: int, name: str) -> None:
        """Remember that a body of some name spoke, or was a sentence's subject."""
        at = bisect_right(self._named, position, key=lambda n: n.start) - 1
        if at >= 0 and position < self._named[at].end:
            self._named[at] = self._named[at]._replace(acts=True)
            self._speaks.add(self._named[at].key)
            return
        key, end = self._key(name), position + len(name)
        within = at + 1 < len(self._named) and self._named[at + 1].start < end
        self._named[at + 1 : at + 1 + within] = [_Named(position, end, key, acts=True)]

    def meant(
        self, units: Sequence[Unit], position: int, sentence_of: Callable[[int], int]
    ) -> tuple[str, float] | None:
        """Give the name of the body that "the company" means, and how clearly.

        Args:
            units: the words of the mention.
            position: where they stand.
            sentence_of: the number of the sentence at a position.
        """
        stop = next((i for i, u in enumerate(units) if i and not u.is_word), len(units))
        units = units[:stop]
        noun = units[-1].lower
        if units[0].lower not in {"the", "this"} or noun not in _NOUNS or units[-1].is_capital:
            return None
        own = (u for u in units[1:] if not u.lower.endswith(OF_WHOM))  # "the Tory-run council"
        if any(u.is_capital and u.lower not in lexicon.places() for u in own):
            return None  # "the Zedmart company"
        words = {u.lower for u in units[1:-1]}
        weights, nearest = self._weighed(noun, words, position, sentence_of)
        if not weights:
            return None
        best = max(weights, key=lambda k: weights[k])
        latest = max(n.start for n in self._before(position) if n.key == best)
        introduced = self._introduced.get(noun, ())
        since = bisect_left(introduced, latest)
        if since < len(introduced) and introduced[since] < position:
            return None  # "Acme bought an airline. The airline …"
        name = self._names[best]
        rivals = sum(w for k, w in weights.items() if not _is_form_of(self._names[k], name))
        share = weights[best] / (weights[best] + rivals)
        told = words <= self._called[best] | set(best.split()) | _PLAIN
        exact = noun in _parts(best) and not rivals
        reach = _FAR if exact and told else _REACH if told else 1
        if nearest[best] > reach or share < _CLEARLY or (rivals and not told):
            return None
        whole = (self._names[k] for k in weights)
        return next((n for n in whole if _abbreviates(name, n)), name), share

    def _before(self, position: int) -> Sequence[_Named]:
        """Give the names before a position, as far back as a reader keeps in mind."""
        end = bisect_left(self._named, position, key=lambda n: n.start)
        return self._named[max(end - _KEPT, 0) : end]

    def _weighed(
        self,
        noun: str,
        words: AbstractSet[str],
        position: int,
        sentence_of: Callable[[int], int],
    ) -> tuple[dict[str, float], dict[str, int]]:
        """Weigh who may be meant, and tell how many sentences ago they were named last."""
        here = sentence_of(position)
        weights: defaultdict[str, float] = defaultdict(float)
        nearest: dict[str, int] = {}
        before = self._before(position)
        fitting = {k for k in {n.key for n in before} if self._fits(k, noun, words)}
        for named in before:
            if named.key in fitting:
                away = here - sentence_of(named.start)
                nearest[named.key] = away
                weights[named.key] += (_ACTS if named.acts else 1.0) / (1 + away)
        for key in weights:
            if self._is_told(key, noun):
                weights[key] *= _TOLD if noun in _OPEN else 2 * _TOLD
            if key not in self._speaks and not self._called[key]:
                weights[key] /= 2
        return weights, nearest

    def _fits(self, key: str, noun: str, words: AbstractSet[str]) -> bool:
        called = self._called[key]
        named = [w for w in words if w in lexicon.demonyms()]
        others = [w for w in called if w in lexicon.demonyms()]
        if named and others and not set(named) & set(others):
            return False
        if self._is_told(key, noun):
            return True
        if key not in self._speaks or (_parts(key) & _TELLING or called & _NOUNS):
            return False  # it is known to be something else
        if noun in _EXACT:
            return False
        letters = self._names[key].replace(".", "")
        return (letters.isupper() and letters.isalpha()) or noun in _OPEN

    def _is_told(self, key: str, noun: str) -> bool:
        """Tell whether its name, or what it is called, says that it may be "the company"."""
        if noun in self._called[key] or noun in _parts(key):
            return True
        if noun in _TRADE[0] and key.startswith("federal "):
            return False  # "Federal Deposit Insurance Corporation"
        kinds = [kind for kind in _KINDS if noun in kind[0]]
        if telling := _parts(key) & _TELLING:
            return any(telling & names for _, names in kinds)
        nouns = self._called[key] & _NOUNS
        return any(nouns & kind for kind, _ in kinds)


def _parts(key: str) -> AbstractSet[str]:
    return {w.strip(".,").removesuffix("'s") for w in key.replace("’", "'").split()}


def _abbreviates(short: str, name: str) -> bool:
    """Tell "VW" of "Volkswagen"."""
    letters = iter(name.upper())
    one = 1 < len(short) < _LONGEST_ABBREVIATION and short.isupper()
    one &= " " not in name and name[1:].islower()
    return one and short[0] == name[0] and all(letter in letters for letter in short)


def _phrases(units: Sequence[Unit]) -> Iterator[Range]:
    """Find names, those with "of" and "and" inside as one."""
    found = list(body_phrases(units))
    yield from found
    for run in name_runs(units):
        at = bisect_right(found, run.start, key=lambda p: p.start)
        near = found[max(at - 1, 0) : at + 1]
        if not any(p.start < run.end and run.start < p.end for p in near):
            yield run


def _introduced(units: Sequence[Unit]) -> Iterator[tuple[str, int]]:
    """Find "an airline" and "its central bank" that tell of no name beside them."""
    for at, unit in enumerate(units):
        if unit.lower not in _NOUNS or unit.is_capital:
            continue
        start = at
        while start and at - start < _AROUND and units[start].lower not in DETERMINERS:
            if not units[start].is_word or units[start].lower.endswith("'s"):
                break
            start -= 1
        before = units[start - 1].lower if start else ""
        behind = units[at + 1] if at + 1 < len(units) else None
        named = behind is not None and behind.is_capital
        if units[start].lower in _OTHERS and not named and before not in _SAME:
            yield unit.lower, unit.start


_OTHERS = frozenset({"a", "an", "another", "its", "his", "her", "their"})
_SAME = AUXILIARIES | {",", "as", "become", "became", "–", "-", "—"}


def _is_form_of(name: str, other: str) -> bool:
    """Tell "Harrow" from another body than "Harrow Bank"."""
    if _abbreviates(name, other) or _abbreviates(other, name):
        return True
    return f"{other} ".startswith(f"{name} ") or f"{name} ".startswith(f"{other} ")


def _officer_within(units: Sequence[Unit], run: Range) -> int | None:
    """Find the CEO of "Zedmart CEO Jane Roe"."""
    found = (i for i in range(run.start + 1, run.end) if units[i].lower in _OFFICERS)
    return next(found, None)


def _noun_before(units: Sequence[Unit], run: Range) -> Sequence[Unit]:
    """Give "British online retailer" of "the British online retailer Zedmart"."""
    before = units[max(run.start - _AROUND, 0) : run.start]
    named = bool(before) and before[-1].lower in _NOUNS and not before[-1].is_capital
    body = any(units[i].lower in BODY_WORDS for i in range(*run))
    if not named or (body and before[-1].lower in _EXACT):
        return ()  # "the club Executive Committee"
    opens = [i for i, u in enumerate(before) if not u.is_word or u.lower in _BREAKS]
    return before[opens[-1] + 1 if opens else 0 :]


def _noun_behind(units: Sequence[Unit], run: Range) -> Sequence[Unit]:
    """Give the noun of "the Harrow Daily newspaper"."""
    behind = units[run.end : run.end + 1]
    return behind if behind and behind[0].lower in GENERIC else ()


def _apposed(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give "British online retailer" of ", a British online retailer that"."""
    if len(units) < 3 or units[0].text != "," or units[1].lower not in {"a", "an", "the"}:
        return ()
    units = units[2:]
    for at, unit in enumerate(units):
        if not unit.is_word:
            return ()
        if unit.lower in _NOUNS and not unit.is_capital:
            ahead = units[at + 1] if at + 1 < len(units) else None
            if ahead is None or not ahead.is_word or ahead.lower in _ENDS:
                return units[: at + 1]
            if ahead.lower not in _NOUNS:
                return ()  # "According to Acme, the union accused …"
    return ()
