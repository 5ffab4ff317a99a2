"""Which paragraphs begin with the label of a speaker, and what tells it from the label of a box.

Mr. Lane: …    Jane Roe, economist: …    Hon. J. Mwangi (Kitui East): …    Q1: …
Note: …    Example: …    Editor's note: …    Monday: …
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.layouts.floor import NAME
from quotecli.extraction.prose.grammar import (
    ADVERBS,
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.model import BlockKind, Span
from quotecli.text.names import HONORIFICS

_LABEL = re.compile(
    rf"\W{{0,2}}(?P<name>(?:(?:An|One|Some|Several) )?[Hh]on\. [Mm]embers?|{NAME})"
    r"(?P<seat>(?: ?\([^()]{1,60}\)){0,2})(?P<trade>,[^:.!?;“”\"]{2,80})?(?P<cue>:)\s+(?=\S)"
)
_ROLE = re.compile(
    r"\W{0,2}(?P<name>[QA]\d{0,3})(?P<cue>[:.]|(?=\s*[A-Z][a-z]|\s+[A-Z“\"‘']))[\s—–-]*(?=\S)"
)
_NUMBERED = re.compile(r"([qa])\d+")
ASKED = frozenset({"q", "question", "questions", "reporter", "reporters", "interviewer"})
ANSWERED = frozenset({"a", "answer"})
# Labels of a box or of a list, not of a speaker; told by their first word or by their last.
_THINGS = frozenset(
    "note notes update updates updated related read photo photos video listen date dates when"
    " where what who why how price prices cost costs tickets address contact tel phone email"
    " website correction clarification editor's analysis opinion breaking caption picture image"
    " credit credits also example examples fyi nb ps disclaimer disclosure warning reminder tip"
    " tips advice hint fact facts myth reality truth claim verdict rating review reviews score"
    " result results pros cons pro con plus minus strengths weaknesses problem solution step steps"
    " stage round week chapter part section option lesson topic title subject summary background"
    " context conclusion introduction overview highlights ingredients method serves preparation"
    " recipe winner winners runner-up nominees prize prizes deadline location venue place"
    " directions parking admission hours entry eligibility fee fees salary budget duration length"
    " runtime genre published tags category keywords topics links link info information details"
    " requirements population area weather forecast sunny traffic closures average statistics"
    " stats yesterday today tomorrow tonight morning afternoon evening night previous previously"
    " finally lastly remember important alert notice spoiler exclusive live quiz methodology"
    " fact-check explainer monday tuesday wednesday thursday friday saturday sunday january"
    " february march july september october november december".split()
)
# The same where nothing else stands there; "Human Rights Watch" and "First Lady" speak.
_THINGS_ALONE = frozenset(
    "after against before capital currency day file first for language more next no now point"
    " second source sources theme then third time total watch yes".split()
)
# Words with which a sentence begins, not a label: "In the end: …", "But one thing is clear: …".
_OPENERS = (AUXILIARIES | BREAKERS | DETERMINERS | PREPOSITIONS | PRONOUNS) - {"the"}
_MEMBER = re.compile(r"(?:(?:an|one|some|several) )?hon\.? members?", re.IGNORECASE)
_TITLES = r"Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Hon|The Hon|Rt Hon|Baroness|Prof"
_PLACE = re.compile(r", ?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")  # "Anna, Leeds: …"
_HOLDER = re.compile(rf" ?\(((?:{_TITLES})\.? {NAME})\)")
_AGE = re.compile(r"[1-9]\d")
_DOER = re.compile(r"[a-z-]{2,}(?:er|or|ist|ian|ant|man|woman)")
# What only looks like one of them: "however", "later", "October".
_LITTLE = (
    ADVERBS | AUXILIARIES | BREAKERS | DETERMINERS | MONTHS | PREPOSITIONS | {"summer", "winter"}
)


class Label(NamedTuple):
    """A label, the paragraph it begins and where what is said begins there.

    ``who`` names the speaker: the same for "Henrik Dahl", "Mr. Dahl" and "Dahl". ``person`` tells
    that it can be nothing else: it has a form of address, an office, a trade or a first name.
    ``named`` is who holds the office, as in "The Prime Minister (Sir Henrik Dahl): …".
    """

    number: int
    name: Span
    cue: Span
    start: int
    who: str
    person: bool
    named: Span | None = None


def find_labels(reading: Reading) -> list[Label]:
    """Give the labels that may name a speaker, in order."""
    found = [label for n in range(len(reading.passages)) for label in _label(reading, n)]
    if not any(label.who in ASKED for label in found):
        found = [a for a in found if a.who not in ANSWERED or a.cue.start < a.cue.end]
    return _as_one(found)


def is_thing(words: str) -> bool:
    """Tell a label that is nobody's: "Note", "Editor's note", "Q1"."""
    lowered = words.casefold().replace("’", "'").split()
    if not lowered or _is_addressed(lowered[0]):
        return False
    first_name = len(lowered) > 1 and lowered[0] in lexicon.first_names()
    ends = lowered[:1] if first_name else (lowered[0], lowered[-1])
    alone = " ".join(lowered).rstrip(" 0123456789") in _THINGS_ALONE  # "Day 3"
    numbered = _NUMBERED.fullmatch(words.casefold()) is not None
    return alone or numbered or any(word in _THINGS for word in ends)


def begins_with_thing(reading: Reading, number: int) -> bool:
    """Tell a paragraph of a box: "Editor's note: …"."""
    match = _LABEL.match(reading.text, *reading.passages[number])
    return match is not None and is_thing(match["name"])


def _label(reading: Reading, number: int) -> Iterator[Label]:
    if reading.kinds[number] is not BlockKind.PARAGRAPH:
        return
    passage = reading.passages[number]
    if (match := _ROLE.match(reading.text, *passage)) is not None:
        who = match["name"].rstrip("0123456789").casefold()
        yield _made(number, match, who, person=False)
    elif (match := _LABEL.match(reading.text, *passage)) is not None:
        yield from _named(number, match)


def _named(number: int, match: re.Match[str]) -> Iterator[Label]:
    words = match["name"].casefold().split()
    trade = match["trade"] or ""
    member = _MEMBER.fullmatch(match["name"]) is not None
    if (words[0] in _OPENERS and not member) or is_thing(match["name"]):
        return
    first_name = words[0] in lexicon.first_names()
    if trade and not (is_trade(trade) or (first_name and _PLACE.fullmatch(trade))):
        return
    bare = [word for word in words if not _is_addressed(word) and word != "the"] or words[-1:]
    titled = _is_addressed(words[0]) and len(words) > 1
    office = words[0] == "the" and any(map(is_office, words[1:]))
    person = titled or member or office or bool(trade) or (first_name and len(words) > 1)
    label = _made(number, match, " ".join(bare), person=person)
    seat = _HOLDER.match(match["seat"]) if office else None
    if seat is not None:
        start = match.start("seat")
        label = label._replace(named=Span(start + seat.start(1), start + seat.end(1)))
    yield label


def _made(number: int, match: re.Match[str], who: str, *, person: bool) -> Label:
    seat = match.re is _LABEL and match["seat"]
    name = Span(match.start("name"), match.end("seat") if seat else match.end("name"))
    return Label(number, name, Span(*match.span("cue")), match.end(), who, person)


def is_office(word: str) -> bool:
    """Tell an office, trade or other description of one person by its lower-case head noun."""
    role = lexicon.roles().get(word)
    return role is not None and role.role_class in lexicon.PERSONAL


def _is_addressed(word: str) -> bool:
    bare = word.rstrip(".")
    return bare in HONORIFICS or bare in lexicon.titles()


def is_trade(words: str) -> bool:
    """Tell ", economist", ", 34, baker" and ", Minister of Transport" from ", who was asked"."""
    lowered = [word.strip(",()-–—|").casefold() for word in words.split()]
    if any(w in AUXILIARIES or (w in lexicon.cues() and not is_office(w)) for w in lowered):
        return False
    return any(_AGE.fullmatch(word) or is_office(word) or _is_doer(word) for word in lowered)


def _is_doer(word: str) -> bool:
    """Tell "designer", "florist" and "electrician", which no list of offices has."""
    return _DOER.fullmatch(word) is not None and word not in _LITTLE


def _as_one(found: Sequence[Label]) -> list[Label]:
    """Let a family name alone be who has it in full, if it is one person's."""
    full: dict[str, set[str]] = {}
    for label in found:
        *before, last = label.who.split()
        if before:
            full.setdefault(last, set()).add(label.who)
    whole = {last: next(iter(names)) for last, names in full.items() if len(names) == 1}
    counts = Counter(whole.get(label.who, label.who) for label in found)
    known = {name for label in found if label.person for name in (label.who, whole.get(label.who))}
    holders = {label.who: label.named for label in reversed(found) if label.named is not None}
    made = []
    for label in found:
        who = whole.get(label.who, label.who)
        person = label.person or (counts[who] > 1 and who in known)
        made.append(label._replace(who=who, person=person, named=holders.get(label.who)))
    return made
