"""What stands around the words in the record: does it say more than they do alone?"""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.model import Record, Rest
from quotecli.search.verifying.lexicon import (
    CLAUSE_OPENERS,
    CONDITIONS_BEFORE,
    DENIALS,
    HEDGES,
    LIMITING_PHRASES,
    LIMITS,
    LIMITS_AT_ONCE,
    OBJECTS,
    OWN,
    REPORTING,
    SUBJECTS,
    UNREAL,
    is_negation,
)
from quotecli.search.verifying.passages import Page, Passage

_BOUNDARIES = frozenset(",;:—–")
_CONDITIONS_AFTER = frozenset("if unless provided providing until except only without".split())
_NO_DENIAL_BEFORE = frozenset("only just merely simply doubt question matter".split())
_LED_IN = frozenset({"that", "to", "say"})
_NEAR_CUE = 2


class Surroundings(NamedTuple):
    """The rest of the sentences, and reasons why it belongs to the words; none if it does not."""

    rest: Rest
    reasons: tuple[str, ...]


def look_around(passage: Passage, begin: int, end: int, record: Record) -> Surroundings:
    """Look at the sentences from which the words ``[begin, end)`` of a passage were taken."""
    start, stop = _sentence_start(passage, begin), _sentence_stop(passage, end)
    reasons = []
    if reason := _governed(passage, start, begin):
        reasons.append(reason)
    if stop == end and end < len(passage.keys) and _is_limit(passage.keys, end, at_once=True):
        stop = _sentence_stop(passage, end + 1)
        reasons.append(f"it goes on: “{passage.read(end, stop)}”")
    elif reason := _goes_on(passage, end, stop):
        reasons.append(reason)
    if begin > start and stop == _sentence_stop(passage, end) and _is_question(passage, stop):
        reasons.append(f"the sentence is a question: “{passage.read(start, stop)}?”")
    reasons += _outside(passage, begin, end, record)
    return Surroundings(
        Rest(passage.read(start, begin), passage.read(end, stop)), tuple(dict.fromkeys(reasons))
    )


def is_question(passage: Passage, end: int) -> bool:
    """Tell whether the sentence in which the word before ``end`` stands is a question."""
    return _is_question(passage, _sentence_stop(passage, end))


def _sentence_start(passage: Passage, at: int) -> int:
    while at > 0 and not passage.ends[at - 1]:
        at -= 1
    return at


def _sentence_stop(passage: Passage, at: int) -> int:
    while 0 < at < len(passage.ends) and not passage.ends[at - 1]:
        at += 1
    return at


def _goes_on(passage: Passage, end: int, stop: int) -> str | None:
    """Say how the sentence goes on where that limits or denies what came before."""
    keys = passage.keys
    in_clause = True
    for at in range(end, stop):
        if at > end and _has_boundary(passage, at):
            in_clause = False
        if _is_limit(keys, at, at_once=at == end) or (
            in_clause and is_negation(keys[at]) and keys[at + 1 : at + 2] != ("only",)
        ):
            return f"the sentence goes on: “{passage.read(end, stop)}”"
    return None


def _governed(passage: Passage, start: int, begin: int) -> str | None:
    """Say what stands before where the words depend on it."""
    keys = passage.keys[start:begin]
    if not keys:
        return None
    before = passage.read(start, begin)
    if any(key in CONDITIONS_BEFORE for key in keys):
        return f"it depends on what stands before: “{before}”"
    clause = start
    for at in range(start + 1, begin + 1):
        if at < len(passage.words) and _has_boundary(passage, at):
            clause = at
    near = passage.keys[clause:begin]
    if not near or _begins_anew(near, passage.keys[begin]):
        near = ()
    led_in = keys[-1] in _LED_IN
    denied = any(
        (is_negation(key) and near[at + 1 : at + 2] not in {(w,) for w in _NO_DENIAL_BEFORE})
        for at, key in enumerate(near)
    ) or (keys[-1] == "that" and any(map(is_negation, keys)))
    if denied or any(key in DENIALS for key in (keys if led_in else near)):
        return f"it is denied by what stands before: “{before}”"
    if any(key in HEDGES for key in near) or keys[-1] == "only":
        return f"it is limited by what stands before: “{before}”"
    verb = [key for key in keys if key not in OBJECTS or key == keys[0]]
    if verb and verb[-1] in UNREAL | HEDGES:
        return f"it is not stated as a fact: “{before}”"
    if verb and verb[-1] in REPORTING and not (set(verb[:-1]) & OWN):
        return f"these are somebody else's words: “{before}”"
    return None


def _begins_anew(clause: Sequence[str], first: str) -> bool:
    """Tell whether a new clause begins with the words: "… and | we will"."""
    return clause[-1] in CLAUSE_OPENERS and first in SUBJECTS


def _is_limit(keys: Sequence[str], at: int, *, at_once: bool) -> bool:
    key = keys[at]
    if key in LIMITS and (at_once or key not in LIMITS_AT_ONCE):
        return True
    return any(tuple(keys[at : at + len(phrase)]) == phrase for phrase in LIMITING_PHRASES)


def _has_boundary(passage: Passage, at: int) -> bool:
    """Tell whether a comma or the like stands before a word."""
    if not 0 < at < len(passage.words):
        return False
    between = passage.page.text[passage.words[at - 1].end : passage.words[at].start]
    return any(character in _BOUNDARIES for character in between)


def _is_question(passage: Passage, stop: int) -> bool:
    if not 0 < stop <= len(passage.words):
        return False
    text = passage.page.text
    behind = text[passage.words[stop - 1].end : passage.words[stop - 1].end + 3]
    return behind.lstrip("\"”’'»").startswith("?")


def _outside(passage: Passage, begin: int, end: int, record: Record) -> list[str]:
    """Look at what the article says around the statement itself."""
    page, found = passage.page, []
    own = {word.start for word in passage.words}
    for span in record.cue_spans:
        for stretch in page.places(span):
            words = [w for w in page.before(stretch.start, _NEAR_CUE) if w.start not in own]
            around = [word.key for word in words]
            cue = [word.key for word in page.within(stretch)]
            if any(map(is_negation, (*around, *cue))) or any(key in DENIALS for key in cue):
                shown = _read(page, words[0].start if words else stretch.start, stretch.end)
                found.append(f"the article reports that it was not said so: “{shown}”")
                break
    if end == len(passage.words) and passage.marked and passage.marked[-1]:
        after = page.after(passage.words[-1].end, 12)
        if after and after[0].key in _CONDITIONS_AFTER and not page.is_quoted(after[0].start):
            shown = _read(page, after[0].start, after[-1].end)
            found.append(f"the article goes on without marks: “{shown}”")
    if begin == 0 and passage.marked and passage.marked[0]:
        before = page.before(passage.words[0].start, 1)
        if before and before[-1].key in CONDITIONS_BEFORE:
            block = page.block_at(before[-1].start)
            shown = _read(page, max(block.start, before[-1].start - 60), before[-1].end)
            found.append(f"it depends on what stands before: “{shown}”")
    return found


def _read(page: Page, start: int, end: int) -> str:
    return " ".join(page.text[start:end].split())
