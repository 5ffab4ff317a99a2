"""What only looks like a statement: denied, refused, passive, a name, corrected, or too unlikely.

An invented claim costs a reader more than a missed one, so a claim has to be likelier than a
quotation, and likelier still where nobody made it: "it is feared that …".
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from quotecli.extraction.merging.denial import is_silence, is_weakened
from quotecli.extraction.merging.mute import is_mute, is_mute_antecedent
from quotecli.extraction.prose.grammar import MONTHS, relative_of
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import BlockKind, Kind, Span

# The least score of the tagger. Chosen on the development part of PolNeAR: there four of five
# claims are right, and six of seven quotations of a word or two.
LEAST = {Kind.DIRECT: 0.4, Kind.MIXED: 0.55, Kind.INDIRECT: 0.45}

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_EMPTY = frozenset(
    "the a an it this that these those which who what none some any of to for in on at by as and or"
    " but he she they him her them his its their there".split()
)
_NOBODY = re.compile(
    r"(?:no(?!\.?\s*\d)|none|nobody|neither|nor|few|hardly)\b|.*\b(?:neither|not true that)\s*$",
    re.IGNORECASE,
)
# "No longer does the party dream of office": the opposite
_INVERTED_DENIAL = re.compile(
    r"\W*(?:no longer|never|nor|neither|hardly|rarely|seldom|at no (?:point|time|stage)|in no way"
    r"|not (?:once|until|for)|under no)\b.*"
    r"\b(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should|may|might)\s*",
    re.IGNORECASE | re.DOTALL,
)
_UNREAL = re.compile(r"\W*(?:if|unless|had|did|does|do|should|would|could|were)\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"(?:^|\W)(?:even if|only if|unless|in case)\s+$", re.IGNORECASE)
_ANONYMOUS = re.compile(r"not to be (?:named|identified|quoted)\b", re.IGNORECASE)
_BE = (
    r"\b(?:is|are|was|were|be|been|being|get|gets|got)"
    r"\s+(?:(?:\w+ly|often|also|sometimes|now|still|then|once|long|best)\s+)?"
)
ADDRESSED = re.compile(
    _BE + r"(?:told|asked|informed|warned|advised|reminded|urged|invited|ordered)\b", re.IGNORECASE
)
# "They were put on trial and told the sentence was death": told by somebody, as no object follows.
_ALSO_TOLD = re.compile(
    r"\b(?:was|were|been|being) (?:\w+ly )?\w+(?:ed|en|t|ut)\b[^.;:]{0,60}\band (?:\w+ly )?told$",
    re.IGNORECASE,
)
# The same without its verb: "Asked whether …, Roe said".
ASKED = re.compile(
    r"(?:asked|told|pressed|questioned|quizzed|reminded|warned|urged)\b", re.IGNORECASE
)
_STYLED = re.compile(_BE + r"(?:known|called|named|dubbed|titled)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:.*\s)?(?:called|known as|named|dubbed|(?:en)?titled|label+ed|marked|branded)",
    re.IGNORECASE,
)
# "the party, nicknamed the “Peeps”", "a word that means “men of the earth”"
_GLOSSED = re.compile(
    r"(?:.*\s)?(?:known|nick-?named|dubbed|(?:en)?titl(?:ed|ing)|themed|translat(?:es?|ed|ing)"
    r"|signif(?:y|ies|ied|ying))(?: as| for| to| into)?",
    re.IGNORECASE,
)
_OBJECT_IN_MARKS = re.compile(r",?\s(?:the |an? )?[“\"‘'«]")
# What a court did: 'found guilty of "gross negligence"'
_JUDGED = re.compile(
    r".*\b(?:found guilty|convicted|acquitted|sentenced|jailed|fined)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_FOUND = re.compile(_BE + r"found\b", re.IGNORECASE)
_MAKES = frozenset({"write", "quote", "publish", "sing", "name"})
_READERS = frozenset({"you", "your"})
_DETERMINERS = frozenset("the a an this that these those his her its their my our your".split())
# "The mayor seems to have lost her patience": what the reporter sees.
_IMPRESSION = re.compile(
    r"(?:\w+ly )?(?:seem|appear|look)(?:s|ed|ing)?(?: \w+ly)?(?: to| like| as if)*", re.IGNORECASE
)
# "The mission has been criticised by some" tells what was done to it, not what they said.
_DONE_TO = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?\w+ed\b", re.IGNORECASE)
# "The clerk is believed to have left" tells what somebody holds, without saying who.
_HELD_OF = re.compile(
    r".*\b(?:believed|said|thought|estimated|reported|alleged|understood|feared|rumou?red|suspected"
    r"|accused)(?: of)?",
    re.IGNORECASE | re.DOTALL,
)
_HELD = re.compile(r"to\b|of\b|\w+ing\b", re.IGNORECASE)
_STORY = re.compile(
    r"(?:.*\s)?(?:LIVE|(?i:breaking|exclusive|watch|updates?|recap|explained|explainer|opinion|video"
    r"|analysis|profile|obituary|review))\W*"
)
# What an outlet says of its own mistakes names words that nobody said.
_TEXT_OF_OURS = r"(?:story|article|post|piece|report|headline|column)"
_CORRECTION = re.compile(
    rf"\W*(?:(?:corrections?|clarifications?)\s*(?:[:(—–-]|$)"
    rf"|an earlier version of (?:this|the) {_TEXT_OF_OURS}\b"
    rf"|this {_TEXT_OF_OURS}(?:['’]s headline)?"
    r" (?:has been|was) (?:corrected|clarified|revised|amended)\b)",
    re.IGNORECASE | re.MULTILINE,
)
# "May 5, 1990: “…”"
_DATED = re.compile(rf"\b(?i:{'|'.join(map(re.escape, sorted(MONTHS)))}) [\d, ]+\s*:$")
_LIVES = re.compile(r"(?:\S+ ){0,4}lives\b", re.IGNORECASE)
# A claim whose object is a relative pronoun before its clause has lost it.
_AS = re.compile(r"as\b", re.IGNORECASE)
_FRONTED = re.compile(r"\b(?:which|that|whom|who|what)\s+$", re.IGNORECASE)
_SURE_OF_NOBODY = 0.6  # the least score of a claim that nobody is said to have made
_FEWEST = 2  # words of a claim: a name alone, praised by somebody, is none
_TERM = 2  # words: "frozen conflicts", which no verb of speech governs, …
_SURE_TERM = 0.65  # … is a quotation from this score on
_NO_VERB_OF_SPEECH = re.compile(r"is|are|was|were|be|been|has|have|had", re.IGNORECASE)
_NEAR = 40  # characters between mention and cue
_LONGEST_DAY = 30  # characters, with its colon


def is_statement(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether an attribution is one that a reader would file."""
    words = [w.lower() for s in attribution.content for w in _WORD.findall(_text(reading, s))]
    if not words:
        return False
    if attribution.score is not None and attribution.score < LEAST[attribution.kind]:
        return False
    named_by = reading.words(attribution.mention)
    if relative_of(named_by) == named_by.lower() and not attribution.antecedent:
        return False  # "the film, which tells": nobody
    saying = saying_of(reading, attribution) if attribution.cue else ""
    if attribution.kind is Kind.INDIRECT:
        if not _is_claim(reading, attribution, words, saying):
            return False
    elif not attribution.cue:
        return True  # a quotation that goes on
    unsaid = (is_silence, is_weakened, _is_unreal, _is_kind_of_story, _is_correction)
    if any(is_so(reading, attribution) for is_so in unsaid):
        return False
    by_somebody = _has_agent(reading, attribution)
    if _STYLED.search(saying) and "quoted" not in saying and not by_somebody:
        return False
    if _is_gloss(reading, attribution) or _JUDGED.fullmatch(saying):
        return False
    if not attribution.mention and _FOUND.search(saying):
        return False
    if attribution.kind is not Kind.DIRECT:
        return not (ADDRESSED.search(saying) or _is_also_told(reading, attribution))
    if attribution.rule in _MAKES and is_title(reading, attribution.content[0]):
        return False  # 'Roe wrote "The Long Field"'
    named = _NAMED.fullmatch(saying) and not (by_somebody or _is_fronted(reading, attribution))
    return not named and (attribution.rule != "" or _is_quotation(reading, attribution, words))


def _is_also_told(reading: Reading, attribution: Attribution) -> bool:
    """Tell who was arrested "and told" something from who was arrested and told the police."""
    cue, clause = attribution.cue[-1], attribution.clause
    between = reading.text[cue.end : max(cue.end, attribution.content[0].start)]
    if not clause or between.strip() not in {"", "that"}:
        return False  # "and told CNN the bridge was shut"
    return _ALSO_TOLD.search(reading.text, clause[0].start, cue.end) is not None


def _is_quotation(reading: Reading, attribution: Attribution, words: Sequence[str]) -> bool:
    """Tell marked words that no verb of speech governs from a term and from a title."""
    sure = attribution.score is None or attribution.score >= _SURE_TERM
    return (sure or len(words) > _TERM) and not is_title(reading, attribution.content[0])


def _is_claim(
    reading: Reading, attribution: Attribution, words: Sequence[str], saying: str
) -> bool:
    """Tell whether words without marks are what somebody holds, and not a thing or a deed."""
    if not attribution.mention and (
        (attribution.score or 0.0) < _SURE_OF_NOBODY
        or ASKED.match(_text(reading, attribution.cue[0]))
    ):
        return False  # "Asked whether he would stay, Roe said …"
    if len(words) < _FEWEST or _EMPTY.issuperset(words):
        return False
    if _is_reader(reading, attribution):
        return False  # "you will want to copy the address"
    if len(words) == _FEWEST and words[0] in _DETERMINERS:
        return False  # "the study", which somebody wrote
    if len(words) == _FEWEST and is_title(reading, attribution.content[0]):
        return False  # "Jane Roe", whom somebody showed
    if attribution.content[0] < attribution.cue[0] and _DONE_TO.search(saying):
        return _is_held_of(reading, attribution)
    if _is_mute(reading, attribution) or _is_fragment(reading, attribution):
        return False
    cue = _text(reading, attribution.cue[0])
    if _NO_VERB_OF_SPEECH.fullmatch(cue) or _IMPRESSION.fullmatch(cue):
        return False  # "the judge is to hear the case"
    if attribution.rule == "claim" and _LIVES.match(_text(reading, attribution.content[0])):
        return False  # a war, and not in words
    return not _is_adjective(reading, attribution.cue[0])


def _is_reader(reading: Reading, attribution: Attribution) -> bool:
    """Tell "you" from Mr You, who has a capital within a sentence."""
    said_by = reading.words(attribution.mention)
    if said_by.lower() not in _READERS:
        return False
    start = attribution.mention[0].start
    before = reading.text[max(0, start - 2) : start].rstrip()[-1:]
    return said_by.islower() or not (before.isalnum() or before in {",", ";"})


def _is_held_of(reading: Reading, attribution: Attribution) -> bool:
    """Tell "the clerk is believed to have left" from "the plan was criticised by the clerks"."""
    cue = attribution.cue[0]
    behind = next((s for s in attribution.content if s.start >= cue.end), None)
    return (
        behind is not None
        and _HELD_OF.fullmatch(_text(reading, cue)) is not None
        and _HELD.match(_text(reading, behind)) is not None
    )


def _is_mute(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether a time, an event or the like stands where a speaker would."""
    if is_mute(reading.words(attribution.mention), reading.words(attribution.cue)):
        return True
    return bool(attribution.antecedent) and is_mute_antecedent(
        reading.words(attribution.antecedent)
    )


def _is_kind_of_story(reading: Reading, attribution: Attribution) -> bool:
    """Tell a headline like "Roe and Poe LIVE: …", or what only a day announces."""
    cue = attribution.cue[0]
    at = _passage_of(reading, cue)
    title = reading.kinds[at] is BlockKind.TITLE
    labels = (cue, *attribution.mention)
    if title and any(_STORY.fullmatch(_text(reading, label)) for label in labels):
        return True
    passage = reading.passages[at]
    start = max(passage.start, cue.end - _LONGEST_DAY)
    return _DATED.search(reading.text, start, cue.end) is not None


def _is_correction(reading: Reading, attribution: Attribution) -> bool:
    """Tell a paragraph like "Correction: an earlier version said that …"."""
    start = reading.passages[_passage_of(reading, attribution.cue[0])].start
    return _CORRECTION.match(reading.text, start) is not None


def _passage_of(reading: Reading, span: Span) -> int:
    return bisect_right(reading.passages, span.start, key=lambda p: p.start) - 1


def _is_fragment(reading: Reading, attribution: Attribution) -> bool:
    """Tell what is left of "which the council regards as part of the town"."""
    if len(attribution.content) > 1 or not _AS.match(_text(reading, attribution.content[0])):
        return False
    return _is_fronted(reading, attribution)


def _is_fronted(reading: Reading, attribution: Attribution) -> bool:
    """Tell a clause whose object stands before it: 'which she called "a disgrace"'."""
    start = min((attribution.mention or attribution.cue)[0].start, attribution.cue[0].start)
    return _FRONTED.search(reading.text, max(0, start - 12), start) is not None


def _has_agent(reading: Reading, attribution: Attribution) -> bool:
    """Tell 'was called "a disgrace" by Roe'."""
    if not attribution.mention:
        return False
    start = attribution.mention[0].start
    return reading.text[max(0, start - 4) : start].lower().endswith(" by ")


def _is_gloss(reading: Reading, attribution: Attribution) -> bool:
    """Tell what something is called or means, and nobody says: "the Fair dubbed “Expo”"."""
    cue = attribution.cue[-1]
    if not _GLOSSED.fullmatch(_text(reading, cue)) or _is_fronted(reading, attribution):
        return False
    named = not attribution.mention or attribution.rule in {"know", ""}
    return named or _OBJECT_IN_MARKS.match(reading.text, cue.end) is not None


def _is_adjective(reading: Reading, cue: Span) -> bool:
    """Tell "the said ship"."""
    before = reading.text[max(0, cue.start - 4) : cue.start].lower()
    return before == "the " and _text(reading, cue).lower() == "said"


def _is_unreal(reading: Reading, attribution: Attribution) -> bool:
    """Tell "neither said", "if she says", "asked not to be named"."""
    mention, cue = attribution.mention, attribution.cue[0]
    if _ANONYMOUS.match(_text(reading, attribution.content[0])):
        return True
    if attribution.kind is Kind.INDIRECT and mention:
        start = min(mention[0].start, cue.start)
        if _SUPPOSED.search(reading.text, max(0, start - 16), start):
            return True  # "even if the mayor agrees"
    if not mention or mention[0].start > cue.start:
        return False
    clause = attribution.clause[0] if attribution.clause else mention[0]
    before = _text(reading, Span(min(clause.start, mention[0].start), mention[0].start))
    if _NOBODY.match(_text(reading, mention[0])) or _NOBODY.fullmatch(before.strip() or " "):
        return True
    if _INVERTED_DENIAL.fullmatch(before):
        return True
    follows = attribution.content[0].start > cue.start
    return follows and bool(_UNREAL.match(before)) and "," not in before


def is_title(reading: Reading, span: Span) -> bool:
    """Tell words like those of a book or a headline ("Salt and Iron")."""
    words = _text(reading, span).split()
    return len(words) > 1 and all(w[:1].isupper() or w in _EMPTY for w in words)


def saying_of(reading: Reading, attribution: Attribution) -> str:
    """Give the cue, with the mention and what stands between where they stand together."""
    cue = attribution.cue[0]
    mention = attribution.mention[0] if attribution.mention else cue
    if mention.end <= cue.start <= mention.end + _NEAR:
        start = mention.end if " " in _text(reading, mention) else mention.start
        # What stands between commas is an aside: "an official, who did not give a name, said".
        between = _text(reading, Span(start, cue.start)).rpartition(",")[2]
        return f"{between}{_text(reading, cue)}".strip()
    return _text(reading, cue)


def _text(reading: Reading, span: Span) -> str:
    return reading.text[span.start : span.end]
