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
from quotecli.extraction.names.bodynames import OF_WHOM, named_with_noun
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
from quotecli.extraction.prose.grammar import AUXILIARIES, DETERMINERS, Range
from quotecli.extraction.prose.units import Unit, spelled
from quotecli.extraction.speakers.besidenames import (
    AROUND,
    OFFICERS,
    apposed,
    introduced,
    noun_before,
    noun_behind,
    officer_within,
)
from quotecli.extraction.speakers.bodykinds import NOUNS, OPEN, is_told, may_be, parts_of
from quotecli.text.normalise import fold

# No names of bodies, though they stand in capitals.
_NO_NAMES = CLOSED | PORTFOLIOS | PREFIXES | BODY_WORDS
# Words before the noun that may describe whichever body it is.
_PLAIN = frozenset(
    "tech technology social media streaming internet online energy oil gas mining drug"
    " pharmaceutical rights human advocacy aid health space food sports retail giant fashion video"
    " car clothing software search".split()
)
_CONTRACTED = re.compile(r"['’](?:re|ve|ll|m|d|t)$")
_OF_PEOPLES = ("ian", "ean", "ican", "ese", "ish")
_PEOPLES = ("people", "peoples")
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
            for noun, position in introduced(units):
                self._introduced[noun].append(position)
        self._named.extend(n for n in self._doubtful if self._called[n.key] & NOUNS)
        self._join_shortened()

    def _read(self, units: Sequence[Unit], run: Range) -> None:
        held = officer_within(units, run)
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
        if (len(words) == 1 and lower.endswith(_OF_PEOPLES)) or lower.endswith(_PEOPLES):
            return
        if lower in _NO_NAMES or lower in lexicon.roles():
            return
        opens = run.start == 0 or not units[run.start - 1].is_word
        if opens and len(words) == 1 and not self._openings.names_one(name):
            return
        after = units[run.end : run.end + AROUND]
        calling = [noun_before(units, run), apposed(after), noun_behind(units, run)]
        parse = parse_name(units, run)
        key = self._key(name)
        person = self._names_person(parse, words, units[run.start].start)
        if person and (len(words) == 1 or not any(calling)):  # "the company Jobs founded"
            self._doubtful.append(_Named(units[run.start].start, units[run.end - 1].end, key, True))
            return
        self._called[key].update(u.lower for phrase in calling for u in phrase)
        owns = units[run.end - 1].lower.endswith("'s")
        near = after[: 2 if owns else 1]  # "Zedmart's chief executive", "a Zedmart spokesman"
        officer = held is not None or any(u.lower in OFFICERS for u in near)
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
        full = self._bodies.in_s(name) or self._bodies.full(name)
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
            if last[long] < self._headline:
                continue  # "Why Zedmart Finally Closed"
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
        at += self._is_behind_the(at + 1, position, name)
        if at >= 0 and position < self._named[at].end:
            self._named[at] = self._named[at]._replace(acts=True)
            self._speaks.add(self._named[at].key)
            return
        key, end = self._key(name), position + len(name)
        within = at + 1 < len(self._named) and self._named[at + 1].start < end
        self._named[at + 1 : at + 1 + within] = [_Named(position, end, key, acts=True)]

    def _is_behind_the(self, at: int, position: int, name: str) -> bool:
        """Tell "Writers Guild of Zed" where "The Writers Guild" was a sentence's subject."""
        if at == len(self._named) or self._named[at].start - position != len("The "):
            return False
        return self._names[self._named[at].key].startswith(f"{name} ")

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
        if units[0].lower not in {"the", "this"} or noun not in NOUNS or units[-1].is_capital:
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
        exact = noun in parts_of(best) and not rivals
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
        fitting = {k for k in {n.key for n in before} if self._may_be(k, noun, words)}
        for named in before:
            if named.key in fitting:
                away = here - sentence_of(named.start)
                nearest[named.key] = away
                weights[named.key] += (_ACTS if named.acts else 1.0) / (1 + away)
        for key in weights:
            if is_told(noun, key, self._called[key]):
                weights[key] *= _TOLD if noun in OPEN else 2 * _TOLD
            if key not in self._speaks and not self._called[key]:
                weights[key] /= 2
        return weights, nearest

    def _may_be(self, key: str, noun: str, words: AbstractSet[str]) -> bool:
        speaks = key in self._speaks
        return may_be(noun, words, key, self._names[key], self._called[key], speaks=speaks)


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


def _is_form_of(name: str, other: str) -> bool:
    """Tell "Harrow" from another body than "Harrow Bank"."""
    if _abbreviates(name, other) or _abbreviates(other, name):
        return True
    return f"{other} ".startswith(f"{name} ") or f"{name} ".startswith(f"{other} ")
