"""What the tagger found and what quotation marks prove, made one.

The tagger links contents, cues and sources; it knows verbs and clauses. The rules know marks: which
words stand in them, which clause claims them, where a quotation goes on. A content of the tagger is
fitted to the marks, and a quotation that it left to nobody is the rules'.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotecli.extraction import lexicon
from quotecli.extraction.layouts.dialogue import speaker_before, without_questions
from quotecli.extraction.layouts.floor import NO_FLOOR, Floor
from quotecli.extraction.layouts.labels import is_thing
from quotecli.extraction.merging.denial import with_denial
from quotecli.extraction.merging.fitting import Fitter
from quotecli.extraction.merging.markedtext import WORD, overlap
from quotecli.extraction.merging.screen import LEAST, is_statement, is_title
from quotecli.extraction.merging.seams import join_around_clause, join_parts
from quotecli.extraction.merging.subjects import (
    with_author,
    with_name_behind_colon,
    with_nearer_mention,
    with_quoted_person,
    with_shared_subject,
    without_addressee,
    without_antecedent,
)
from quotecli.extraction.prose.grammar import AUXILIARIES, DETERMINERS, PRONOUNS
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attributed, Attribution, Loose
from quotecli.extraction.tagger.decode import Link
from quotecli.model import BlockKind, Kind, Span
from quotecli.text.marks import Quoted

_PARTICIPLE = re.compile(r"[a-z]+ing")
_LONGEST_OFFICE = 5  # words: "British Olympic climbing champion"
_MARK_AND_BLANK = 4  # characters: "”, "
_ASKS = frozenset("if whether what why how who when where which".split())


def merge(
    reading: Reading,
    quoted: Sequence[Quoted],
    links: Sequence[Link],
    ruled: Attributed,
    floor: Floor = NO_FLOOR,
) -> list[Attribution]:
    """Give the attributions of all, in the order of the text, none overlapping another."""
    fitter = Fitter(reading, quoted, ruled.sentences)
    fitted = [a for link in links if (a := fitter.fit(link)) is not None]
    fitted = [without_addressee(reading, with_denial(reading, a), quoted) for a in fitted]
    fitted = [without_antecedent(reading, a, quoted) for a in fitted]
    fitted = with_nearer_mention(reading, fitted, ruled.attributions, quoted)
    fitted = [with_author(reading, with_quoted_person(reading, a, quoted)) for a in fitted]
    fitted = [with_name_behind_colon(reading, with_shared_subject(reading, a)) for a in fitted]
    found = [a for a in fitted if is_statement(reading, a)]
    found = _without_overlaps(_split(reading, found, ruled.attributions))
    taken = _Taken(found)
    marked = [a for a in ruled.attributions if a.quotes or not links or a.rule == "headline"]
    marked += _left_over(links, ruled, found)
    found += [with_quoted_person(reading, a, quoted) for a in marked if taken.leaves(a)]
    found = sorted(join_parts(found, quoted), key=_position)
    found = join_around_clause(reading, found, quoted)
    found = without_questions(reading, found, quoted)
    _continue(found, ruled.loose, quoted, reading)
    found = [a for a in _without_overlaps(found) if is_statement(reading, a)]
    found = _without_topics(reading, found)
    return _with_floor(found, floor, reading, quoted)


def _left_over(
    links: Sequence[Link], ruled: Attributed, found: Sequence[Attribution]
) -> list[Attribution]:
    """Give the rules' claims of words that the tagger links to a cue of another sentence.

    "The bridge is shut, said Roe. Two men are missing, police said." Where the tagger gives Roe
    both, a claim keeps to the sentence of its cue, and what police said would be nobody's.
    """
    starts = [sentence.span.start for sentence in ruled.sentences]

    def sentence_of(span: Span) -> int:
        return bisect_right(starts, span.start)

    away = [
        content
        for link in links
        for content in link.content
        if link.score >= LEAST[Kind.INDIRECT] and sentence_of(content) != sentence_of(link.cue[0])
    ]
    cues = [cue for attribution in found for cue in attribution.cue]
    return [
        a
        for a in ruled.attributions
        if not a.quotes
        and any(overlap(c, other) for c in a.content for other in away)
        and not any(overlap(a.cue[0], cue) for cue in cues)
    ]


def _without_topics(reading: Reading, found: Sequence[Attribution]) -> list[Attribution]:
    """Leave out headlines whose label says of whom: "Jane Roe: police name two suspects".

    A label is a speaker's where the article has words of somebody of that name, or where nobody
    else is named in it as a speaker.
    """
    found = [a for a in found if not (_is_label(reading, a) and _tells_of_label(reading, a))]
    labels = [a for a in found if _is_label(reading, a)]
    others = [a for a in found if a.mention and not _is_label(reading, a)]
    if not labels or not others:
        return list(found)
    speaking = {
        word for a in others for word in WORD.findall(reading.words(a.mention + a.antecedent))
    }
    if all(word.lower() in PRONOUNS | DETERMINERS for word in speaking):
        return list(found)  # "he said" may be whom the label names
    topics = [a for a in labels if speaking.isdisjoint(WORD.findall(reading.words(a.mention))[-1:])]
    return [a for a in found if a not in topics]


def _tells_of_label(reading: Reading, attribution: Attribution) -> bool:
    """Tell "Jane Roe: Harrow mayor to leave", of her, from "Roe: The mayor must leave"."""
    words = reading.words(attribution.content).lower().split()
    roles = lexicon.roles()
    heads = (i for i, word in enumerate(words[:_LONGEST_OFFICE]) if word in roles)
    at = next(heads, None)
    if not at or attribution.kind is not Kind.INDIRECT or words[0] in DETERMINERS:
        return False
    head = " ".join(words[at : at + 2])
    head = head if head in roles else words[at]  # "chief executive", "mayor"
    after = next(iter(words[at + len(head.split()) :]), "")
    holder = roles[head].role_class in {"office", "person"}
    named = len(WORD.findall(reading.words(attribution.mention))) > 1
    acts = after == "to" or (after.endswith("s") and after not in AUXILIARIES)
    return holder and named and acts


def _is_label(reading: Reading, attribution: Attribution) -> bool:
    """Tell a claim of the headline that only a colon gives to somebody."""
    at = bisect_right(reading.passages, attribution.content[0].start, key=lambda p: p.start) - 1
    return (
        reading.kinds[at] is BlockKind.TITLE
        and attribution.kind is not Kind.DIRECT
        and bool(attribution.mention)
        and reading.words(attribution.cue) == ":"
    )


def _with_floor(
    found: Sequence[Attribution], floor: Floor, reading: Reading, quoted: Sequence[Quoted]
) -> list[Attribution]:
    """Let those speak who have the floor, and nobody else there."""
    found = [a for a in found if not _is_of_thing(reading, a)]
    if not floor.taken:
        return found
    starts = [passage.start for passage in reading.passages]
    # "In a letter, Roe wrote:" says no more than whose.
    cues = {a.cue for a in floor.attributions if a.cue}

    def is_taken(span: Span) -> bool:
        first, last = (bisect_right(starts, place) - 1 for place in (span.start, span.end - 1))
        return any(number in floor.taken for number in range(first, last + 1))

    others = []
    for attribution in found:
        if attribution.cue in cues:
            continue
        if not any(map(is_taken, attribution.content)):
            others.append(attribution)
        elif attribution.kind is Kind.DIRECT:  # some of its quotations may stand elsewhere
            own = [n for n in attribution.quotes if not any(map(is_taken, quoted[n].parts))]
            content = tuple(sorted(p for n in own for p in quoted[n].parts))
            if content:
                others.append(replace(attribution, content=content, quotes=frozenset(own)))
    return sorted([*others, *floor.attributions], key=_position)


def _is_of_thing(reading: Reading, attribution: Attribution) -> bool:
    """Tell "Note: …" and "Q1: …", whose label is nobody's."""
    labelled = reading.words(attribution.cue) == ":" and attribution.kind is not Kind.DIRECT
    return labelled and is_thing(reading.words(attribution.mention))


def _split(
    reading: Reading, found: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """Give quotations back to the clauses that plainly claim them.

    '"A," he recalled. "B," said Putin.' are two statements, whatever the tagger thinks; words that
    somebody "who said" them stands beside are not those of whoever dismissed them; and what a
    colon announces are the words in marks.
    """
    claims = {number: a for a in _without_overlaps(ruled) for number in a.quotes}
    kept: list[Attribution] = []
    for attribution in found:
        own = list(dict.fromkeys(claims[n] for n in sorted(attribution.quotes) if n in claims))
        clear = all(a.kind is Kind.DIRECT or a.content[0] < a.cue[0] for a in own)
        speakers = {reading.words(a.mention) for a in own}
        if ((clear or len(speakers) == len(own)) and len({a.cue for a in own}) > 1) or (
            len(own) == 1 and _is_plainer(reading, own[0], attribution)
        ):
            kept.extend(own)
        else:
            kept.append(attribution)
    return list(dict.fromkeys(kept))


def _is_plainer(reading: Reading, rule: Attribution, tagged: Attribution) -> bool:
    """Tell whether a rule's clause stands within the tagger's content, or has a colon."""
    if _touches_marks(rule) and not any(overlap(c, rule.cue[0]) for c in tagged.cue):
        return True
    if _contains(tagged.content, rule.cue[0]):
        if _PARTICIPLE.fullmatch(reading.words(rule.cue)) and rule.kind is Kind.DIRECT:
            return _contains(tagged.content, rule.mention[0])  # "footage of Roe asking, “…”"
        return bool(rule.antecedent) or reading.words(rule.mention) == reading.words(tagged.mention)
    if rule.kind is Kind.DIRECT and rule.mention and _contains(tagged.content, rule.mention[0]):
        return True
    start = rule.content[0].start
    announced = reading.text[max(0, start - 4) : start].rstrip("“‘\"'«„ ")
    if rule.kind is not Kind.DIRECT or not announced.endswith(":"):
        return False
    return tagged.kind is Kind.MIXED or _ended_before(reading, rule, tagged)


def _ended_before(reading: Reading, rule: Attribution, tagged: Attribution) -> bool:
    """Tell whether a sentence in marks ended before the clause: '“…today.” Roe said: “…”'."""
    first = tagged.content[0]
    return first.end < rule.cue[0].start and reading.text[first.end - 1] in ".?!"


def _touches_marks(rule: Attribution) -> bool:
    """Tell whether a clause follows the closing mark: '"…," Roe told a paper, the BBC reported'."""
    first = min((rule.mention or rule.cue)[0], rule.cue[0])
    ends = [s.end for s in rule.content if s.end <= first.start]
    return rule.kind is Kind.DIRECT and bool(ends) and first.start - max(ends) <= _MARK_AND_BLANK


def _contains(stretches: Sequence[Span], span: Span) -> bool:
    return any(s.start <= span.start and span.end <= s.end for s in stretches)


class _Taken:
    """Which words have been attributed."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._spans = sorted(s for a in found for s in a.content)
        self._cues = {a.cue[-1].end for a in found if a.cue}

    def leaves(self, attribution: Attribution) -> bool:
        """Tell whether no word of the content is taken.

        Nor may the cue be, unless all stands in marks: 'On “Fox News” Roe said that he goes.'
        """
        marked = attribution.kind is Kind.DIRECT or not attribution.cue
        if not marked and attribution.cue[-1].end in self._cues:
            return False
        return not any(self._overlaps(span) for span in attribution.content)

    def _overlaps(self, span: Span) -> bool:
        at = bisect_right(self._spans, span.end, key=lambda s: s.start) - 1
        return at >= 0 and self._spans[at].end > span.start


def _continue(
    found: list[Attribution],
    loose: Sequence[Loose],
    quoted: Sequence[Quoted],
    reading: Reading,
) -> None:
    """Let loose quotations go on with the speaker before them.

    In the same paragraph, a sentence that is nothing but a quotation belongs to the direct
    quotation before it. A paragraph that is nothing but a quotation is said by whom a colon at
    the end of the paragraph before announces, else by that paragraph's last speaker, or whose turn
    it is; further back nobody is looked for.
    """
    claimed = {n for a in found for n in a.quotes}
    for item in loose:
        numbers = [n for n in item.numbers if n not in claimed]
        claimed.update(numbers)
        parts = tuple(p for n in numbers for p in quoted[n].parts)
        if not WORD.search(" ".join(reading.text[p.start : p.end] for p in parts)):
            continue
        if item.announced is None and len(parts) == 1 and is_title(reading, parts[0]):
            continue  # a heading within the article
        at = bisect_left(found, parts[0].start, key=_position)
        previous = found[at - 1] if at else None
        if (
            item.before is not None
            and previous is not None
            and previous.kind is Kind.DIRECT
            and max(_ends(previous)) > item.before
        ):
            found[at - 1] = replace(
                previous,
                content=tuple(sorted(previous.content + parts)),
                quotes=previous.quotes | frozenset(numbers),
            )
            continue
        carried = Attribution(Kind.DIRECT, parts, (), (), (), frozenset(numbers), rule="continued")
        if item.announced is not None:
            mention, cue = item.announced
            carried = replace(carried, mention=(mention,), cue=(cue,), rule="announced")
        elif item.signed is not None:
            carried = replace(carried, mention=(item.signed,), rule="signed")
        elif item.subject is not None and not (
            previous is not None and item.before is not None and max(_ends(previous)) > item.before
        ):
            carried = replace(carried, mention=(item.subject,))
        elif previous is not None and not _is_question(reading, previous):
            speaker = speaker_before(reading, found[max(at - 2, 0) : at], parts[0])
            if speaker is not None:
                carried = replace(carried, mention=speaker.mention, antecedent=speaker.antecedent)
        found.insert(at, carried)


def _is_question(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether what follows is an answer and so another's: "I ask if he is content"."""
    if attribution.kind is Kind.DIRECT:
        return False
    if reading.words(attribution.mention) in {"I", "we", "We"}:
        return True
    first = WORD.search(reading.words(attribution.content))
    return attribution.rule == "ask" and first is not None and first[0].lower() in _ASKS


def _ends(attribution: Attribution) -> list[int]:
    return [s.end for s in attribution.content + attribution.cue]


def _position(attribution: Attribution) -> int:
    return attribution.content[0].start


def _without_overlaps(found: Sequence[Attribution]) -> list[Attribution]:
    """Order by place; of two statements with the same words the first one found stays."""
    kept: list[Attribution] = []
    for attribution in sorted(found, key=lambda a: (a.content[0].start, -a.content[-1].end)):
        if kept and any(overlap(c, k) for c in attribution.content for k in kept[-1].content):
            continue
        kept.append(attribution)
    return kept
