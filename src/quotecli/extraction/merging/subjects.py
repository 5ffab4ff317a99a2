"""Whose words they are, where the tagger took a neighbour for the subject of the cue."""

import re
from collections.abc import Sequence
from dataclasses import replace

from quotecli.extraction.layouts.floor import NAME
from quotecli.extraction.merging.markedtext import WORD
from quotecli.extraction.merging.mute import is_mute
from quotecli.extraction.merging.screen import ADDRESSED, ASKED, saying_of
from quotecli.extraction.prose.grammar import WORDS_OF
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Kind, Span
from quotecli.text.marks import Quoted

# What stands between a subject and a second verb of it: "had left and later"
_SHARED = re.compile(r".*\b(?:and|but|or|yet)(?: \w+){0,2} *", re.DOTALL)
# "Reuters quoted Roe as saying that …", "Roe was quoted (by Reuters) as saying that …"
_QUOTED = re.compile(
    r"\bquoted (?P<who>(?!by\b)[^,.;:“”\"]{2,80}? )?(?:by [^,.;:“”\"]{2,60}? )?"
    r"(?P<says>as (?:saying|telling \w+))\b(?: that\b)?"
)
_PASSIVE = re.compile(r" ?(?:is|are|was|were|been|being|has been|have been|had been) ?")
_NAME_BEHIND_COLON = re.compile(rf":\s+(?P<name>{NAME})(?: on .*)?$")
_HEARD = re.compile(r"(?:.*\s)?(?:heard|hears|hear)", re.IGNORECASE)
_BY = re.compile(rf"\b(?P<words>\w+) by (?P<name>{NAME})")
_SUBORDINATE = re.compile(
    rf"\b(?:as|after|while|because|since) (?P<name>{NAME}) (?!(?:and|of|in)\b)[a-z]+"
    r"(?P<rest>[^.;:]*)"
)
_AND = re.compile(r" and (?:\w+ly )?$")
_LONGEST_SUBJECT = 6  # words
_RELATIVE = re.compile(r",? (?:which|that|whom|who) ")


def without_addressee(
    reading: Reading, attribution: Attribution, quoted: Sequence[Quoted]
) -> Attribution:
    """Give nobody the words that somebody "was asked", or "Asked …", unless it says by whom.

    What a court or a meeting "heard" is not theirs either.
    """
    if not attribution.cue:
        return attribution
    hearers = all(s.start < attribution.cue[0].start for s in attribution.mention)
    if hearers and _HEARD.fullmatch(reading.words(attribution.cue)):
        return replace(attribution, mention=(), antecedent=())  # not of "heard from Roe"
    start = attribution.cue[0].start
    opens = reading.text[start].isupper() and ASKED.match(reading.text, start) is not None
    if opens and all(s.end < start for s in attribution.mention):
        return replace(attribution, mention=(), antecedent=())  # "Asked whether …, Roe said"
    if not attribution.quotes:
        return attribution
    before = [s for s in (*attribution.mention, *attribution.content[:1]) if s.end < start]
    addressee = replace(attribution, mention=tuple(before[:1]))
    if not before or not ADDRESSED.search(saying_of(reading, addressee)):
        return attribution
    by = tuple(s for s in attribution.mention if s.start > start)
    return replace(_without_mention(addressee, quoted), mention=by, antecedent=())


def with_quoted_person(
    reading: Reading, attribution: Attribution, quoted: Sequence[Quoted]
) -> Attribution:
    """Take for the speaker whom somebody "quoted as saying" it, and none of that for the words."""
    cue = attribution.cue[0] if attribution.cue else None
    match = _QUOTED.search(reading.text, cue.start, cue.end + 160) if cue else None
    if cue is None or match is None or match.start() >= cue.end:
        return attribution
    kept: list[Span] = []
    mention = attribution.mention
    for span in attribution.content:
        if span.end <= cue.start and _PASSIVE.fullmatch(reading.text, span.end, match.start()):
            mention = (span,)  # the tagger took the subject of the passive for a part of the words
        elif span.end <= match.start() or span.start >= match.end():
            kept.append(span)
        elif span.end > match.end():
            start = match.end() + reading.text[match.end() : span.end].startswith(" ")
            kept.append(Span(start, span.end))
    if not kept:
        return attribution
    agent = reading.text[match.start() : match.start("says")]
    if mention == attribution.mention and any(reading.words([m]) in agent for m in mention):
        mention = _subject_before(reading, attribution) or mention
    if match["who"]:
        mention = (Span(match.start("who"), match.end("who") - 1),)
    first = Span(cue.start, match.start() + len("quoted"))
    whole = reading.text[first.end : match.start("says")] == " "
    says = Span(match.start("says"), match.end("says"))
    cues = (Span(first.start, says.end),) if whole else (first, says)
    marked = {part for number in attribution.quotes for part in quoted[number].parts}
    kind = Kind.DIRECT if marked.issuperset(kept) else attribution.kind
    return replace(
        attribution,
        kind=kind,
        content=tuple(kept),
        cue=cues,
        mention=mention,
        antecedent=(),
        rule="say",
        score=None,  # the tagger's was that of other spans
    )


def with_shared_subject(reading: Reading, attribution: Attribution) -> Attribution:
    """Take the subject that a second verb shares: "… as Zed left the pact and warned"."""
    if attribution.quotes or not attribution.mention or not attribution.cue:
        return attribution
    start, end = attribution.mention[-1].end, attribution.cue[0].start
    found = list(_SUBORDINATE.finditer(reading.text, start, max(start, end)))
    if not found or not _AND.search(reading.text, start, end) or "," in found[-1]["rest"]:
        return attribution
    return replace(attribution, mention=(Span(*found[-1].span("name")),), antecedent=())


def _subject_before(reading: Reading, attribution: Attribution) -> tuple[Span, ...]:
    """Give the few words before the cue in its sentence: "Roe was quoted by the Post as saying"."""
    cue = attribution.cue[0]
    start = attribution.clause[0].start if attribution.clause else cue.start
    words = WORD.findall(reading.text, start, cue.start)
    if not 0 < len(words) <= _LONGEST_SUBJECT or reading.text[start : cue.start].count(","):
        return ()
    return (Span(start, start + len(reading.text[start : cue.start].rstrip())),)


def with_name_behind_colon(reading: Reading, attribution: Attribution) -> Attribution:
    """Take the name at a headline's end for who says what is before it: "Bridge shut: Jane Roe"."""
    cue = attribution.cue[0] if attribution.cue else None
    if attribution.mention or cue is None or reading.text[cue.start : cue.end] != ":":
        return attribution
    headline = reading.passages[0]
    match = _NAME_BEHIND_COLON.match(reading.text, cue.start, headline.end)
    if match is None or attribution.content[0].start > cue.start:
        return attribution
    if reading.text.find(match["name"], headline.end) == -1:
        return attribution  # "What To Know"
    return replace(attribution, mention=(Span(*match.span("name")),))


def with_author(reading: Reading, attribution: Attribution) -> Attribution:
    """Take Roe for the speaker where "the paper printed the statement by Roe"."""
    if not attribution.quotes or not attribution.cue:
        return attribution
    cue = attribution.cue[-1]
    match = _BY.search(reading.text, cue.start, cue.end + 60)
    if match is None or match.start() >= cue.end or match["words"].lower() not in WORDS_OF:
        return attribution
    if attribution.content[0].start < match.end():
        return attribution
    return replace(attribution, mention=(Span(*match.span("name")),), antecedent=())


def without_antecedent(
    reading: Reading, attribution: Attribution, quoted: Sequence[Quoted]
) -> Attribution:
    """Take off what a relative clause hangs on: 'The plan, which Roe called "madness"'."""
    if not attribution.quotes or len(attribution.content) == 1:
        return attribution
    first = attribution.content[0]
    begin = min(s.start for s in (*attribution.mention[:1], *attribution.cue[:1]))
    if _RELATIVE.fullmatch(reading.text, first.end, max(first.end, begin)) is None:
        return attribution
    kept = _without_mention(replace(attribution, mention=(first,)), quoted)
    return replace(kept, mention=attribution.mention)


def with_nearer_mention(
    reading: Reading,
    found: Sequence[Attribution],
    ruled: Sequence[Attribution],
    quoted: Sequence[Quoted],
) -> list[Attribution]:
    """Take the subject of the cue where the tagger took none, or one further away.

    "He spoke as the governor warned": it is the governor who warned.
    """
    subjects = {
        word: a
        for a in ruled
        if a.cue and a.mention
        for word in _words(reading, a.cue)[0 if a.rule == "unknown-verb" else -1 :]  # "cut in"
    }
    kept = []
    for attribution in found:
        words = _words(reading, attribution.cue)
        rule = next((subjects[word] for word in reversed(words) if word in subjects), None)
        if rule is not None and (not attribution.mention or _is_nearer(reading, rule, attribution)):
            mended = replace(attribution, mention=rule.mention, antecedent=rule.antecedent)
            kept.append(_without_mention(mended, quoted))
        else:
            kept.append(attribution)
    return kept


def _without_mention(attribution: Attribution, quoted: Sequence[Quoted]) -> Attribution:
    """Take from the content what is the mention now."""
    content = tuple(c for c in attribution.content if c not in attribution.mention)
    if not content or content == attribution.content:
        return attribution
    parts = {part for number in attribution.quotes for part in quoted[number].parts}
    kind = Kind.DIRECT if parts.issuperset(content) else attribution.kind
    return replace(attribution, content=content, kind=kind)


def _words(reading: Reading, spans: Sequence[Span]) -> list[int]:
    """Give where each word of some spans begins, or the first of them that has none (":")."""
    words = [m.start() for s in spans for m in WORD.finditer(reading.text, s.start, s.end)]
    return words or [spans[0].start]


def _is_nearer(reading: Reading, rule: Attribution, tagged: Attribution) -> bool:
    """Tell whether the rule's subject stands between the tagger's and the cue, or follows it.

    A verb that shares its subject with an earlier one may share it with any before: of "Roe said
    the mayor had left and asked" the rules take the mayor, and the tagger knows better.
    """
    before = rule.mention[-1].end < tagged.cue[0].start
    if before and tagged.cue[-1].end + 1 < tagged.mention[0].start:
        return bool(tagged.quotes)  # "Roe saying, “…,” when Doe asked"
    if tagged.mention[-1].end >= rule.mention[0].start:
        return False
    if is_mute(reading.words(rule.mention), reading.words(rule.cue)):
        return False  # "a reporter who saw it that year described"
    between = reading.text[rule.mention[-1].end : tagged.cue[0].start]
    first = reading.words(tagged.cue[:1]).partition(" ")[0]
    participle = between.rstrip().endswith(",") and first.endswith("ing")
    if before and (participle or _SHARED.fullmatch(between)):
        return False
    gap = rule.mention[0].start - max(rule.cue[-1].end, tagged.cue[-1].end)
    follows = 0 <= gap <= 1 and rule.kind is Kind.DIRECT  # '"…," said Putin'
    return before or follows
