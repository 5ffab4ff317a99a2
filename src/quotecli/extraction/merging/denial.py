"""Claims that were not made as such: denied, refused, or only possible.

"Roe does not believe that the deal is done" must never be filed as "Roe: the deal is done". The
words that take the force from the cue are taken into the content: "does not believe that the deal
is done" is what the article says of Roe, and true.
"""

import re
from dataclasses import replace

from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Kind, Span

_DENIED = re.compile(
    r"""(?x)\b(?:
      (?:(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|should|must|may|might)
        (?:\ (?:\w+ly|yet|still|so\ far))?\ )?(?:not|never|neither|nor)\b
    | (?:\w+n['’]t|cannot)\b
    | (?:has|have|had)\ yet\ to\b
    | (?:declin|refus)\w+\b
    | (?:is|are|was|were)\ (?:unable|unwilling|yet)\ to\b
    | stop(?:s|ped)?\ (?:just\ )?short\ of\b
    | nobody\b | no\ one\b | without\b | unable\ to\b | unwilling\ to\b | yet\ to\b
    )""",
    re.IGNORECASE,
)
# "Roe would only say", "would later call", "would say only" were said.
_POSSIBLE = re.compile(
    r"\b(?:could|might|should|would|will|must)\b"
    r"(?!\s+(?:(?:\w+\s+)?(?:only|merely|just)|later|eventually|soon|go\s+on\s+to)\b)",
    re.IGNORECASE,
)
_POSITIONS = frozenset({"deny", "dispute", "rule", "doubt", "exclude"})  # "did not rule out"
# To have said nothing is no position: "did not say whether", "declined to comment".
_SILENT_VERBS = (
    r"(?:say|said|saying|comment|tell|told|telling|specify|disclos|reveal|elaborat|identif|mention"
    r"|explain|address|respon|answer|detail|discuss|speak|spoke|announc|call|ask)"
)
_SILENT = re.compile(rf"\b{_SILENT_VERBS}", re.IGNORECASE)
# The same where only what denies is the cue: "declined | to comment on prices".
_TO_SILENCE = re.compile(
    rf"(?: immediately| yet| so far)? ?to (?:\w+ly )?(?:be drawn|take questions|{_SILENT_VERBS})",
    re.IGNORECASE,
)
_UNCONFIRMED = re.compile(r"\b(?:confirm|verif|indicat)", re.IGNORECASE)
_NO_DETAILS = re.compile(
    r"\b(?:giv|gave|offer|provid|releas|disclos|shar|cit)\w*(?: \w+){0,3}? (?:detail|evidence"
    r"|specific|proof|reason|explanation|example|timeline|figure|name|information|scenario|answer|response)",
    re.IGNORECASE,
)
# To have met a question with nothing is none either.
_EVADED = re.compile(
    r"\b(?:dodg|evad|duck|deflect|sidestep|ignor|refus|declin)\w*\b.*\bquestions?\b"
    r"|\b(?:bat|brush|wav|shrug|laugh)\w* (?:away|off|aside)\b.*\bquestions?\b"
    r"|\b(?:declin|refus|ignor)\w* (?:\w+ ){0,3}?comment\b",
    re.IGNORECASE | re.DOTALL,
)
_BUT = re.compile(
    r" but (?:(?:has|have|had|did|does|do|is|was|were|will|would|later|also|then|instead|\w+ly)"
    r"\s+)*$"
)
_NEAR = 60  # characters between mention and cue
_ANYBODY = frozenset(
    "some many most others people few you we they i one critics opponents supporters sceptics"
    " skeptics cynics detractors voters historians experts economists analysts observers readers"
    " fans users those anyone everyone somebody someone whoever".split()
)


def is_weakened(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether cue or auxiliaries deny the claim, or say that it might be made.

    False where the content itself says so, as ``with_denial`` makes it.
    """
    at = _weakened_at(reading, attribution)
    if at is None or attribution.rule in _POSITIONS:
        return False
    return not any(s.start <= at < s.end for s in attribution.content)


def is_silence(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether somebody is reported to have said nothing: "would not say whether"."""
    if attribution.kind is Kind.DIRECT or not attribution.cue:
        return False
    text, cue = reading.text, attribution.cue[0]
    first = attribution.content[0]
    asked = Span(cue.start, max(cue.end, min(first.end, cue.end + _NEAR)))
    if attribution.kind is Kind.INDIRECT and _EVADED.search(text, *asked):
        return True
    at = _weakened_at(reading, attribution)
    if at is None or attribution.rule in _POSITIONS:
        return False
    if _SILENT.search(text, at, cue.end) or _TO_SILENCE.match(text, cue.end):
        return True
    denied = _DENIED.match(text, at) is not None
    stop = attribution.content[0].end
    return denied and bool(
        _UNCONFIRMED.search(text, at, cue.end) or _NO_DETAILS.search(text, at, min(stop, at + 80))
    )


def with_denial(reading: Reading, attribution: Attribution) -> Attribution:
    """Take into a claim what denies it, if it stands between its mention and its words."""
    if attribution.kind is Kind.DIRECT or not attribution.mention or not attribution.cue:
        return attribution
    at = _weakened_at(reading, attribution)
    first, *others = attribution.content
    follows = attribution.mention[-1].end <= attribution.cue[0].start < first.start
    if at is None or not follows or first.start <= at:
        return attribution
    if is_silence(reading, attribution):
        return attribution
    return replace(attribution, content=(Span(at, first.end), *others))


def _weakened_at(reading: Reading, attribution: Attribution) -> int | None:
    """Find the first of the words that deny the cue or make it only possible."""
    if not attribution.cue:
        return None
    cue = attribution.cue[0]
    start = cue.start
    if attribution.mention:
        end = attribution.mention[-1].end
        if end <= start <= end + _NEAR:
            start = end
    # What stands between commas is an aside: "an official, who did not give a name, said"; and
    # "has not ruled but has signalled" denies the ruling alone.
    comma = reading.text.rfind(",", start, cue.start)
    but = _BUT.search(reading.text, start, cue.start)
    saying = Span(max(start, comma + 1, but.end() if but is not None else 0), cue.end)
    denied = _DENIED.search(reading.text, *saying)
    if denied is not None:
        return denied.start()
    possible = _POSSIBLE.search(reading.text, *saying)
    if possible is None or (possible[0].lower() == "will" and _is_announced(reading, attribution)):
        return None
    return possible.start()


def _is_announced(reading: Reading, attribution: Attribution) -> bool:
    """Tell words handed out before the speech, "he will say", from a guess: "critics will say"."""
    words = reading.words(attribution.mention).lower().split()
    return bool(words) and words[0] not in _ANYBODY and words[-1] not in _ANYBODY
