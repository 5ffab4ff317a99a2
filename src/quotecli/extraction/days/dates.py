"""The day on which it was said, where the reporting phrase tells it.

The day stands around the cue ("said Monday", "On Friday, he told …", "said in a letter of Oct. 3"),
never in the content. Words that lead to another event ("who", "ahead of", "since") or that only
go on with the sentence (", adding that …") are cut off first.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.days.timewords import Age, Clock, Time, find_times
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution
from quotecli.model import Article, BlockKind, Kind, Span
from quotecli.text.daywords import MONTH, YEAR, day_of, month_number

_LONGEST = 200  # characters behind a cue in which its day may stand
# "SOCHI, Russia, Oct 30 (Reuters) -"; the year is that of publication.
_DATELINE = re.compile(
    rf"[A-Z][A-Z.'’/-]+(?:[ ,]+[A-Z][\w.'’/-]*){{0,5}},? +"
    rf"(?:(?P<month>{MONTH}) +(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) +(?P<month2>{MONTH}))"
    rf"(?:,? {YEAR})?\.? ?(?:\([^()]{{2,40}}\)|[-–—])",
    re.IGNORECASE,
)
_OLDEST_DATELINE = 7  # days before publication; an older one is no dateline of this article
_IN_MARKS = re.compile(r"[“\"][^“”\"]*[”\"]?|‘[^‘’]*’|''.*?(?:''|$)")
# What leads to another event, up to the next comma.
_OTHER_EVENT = re.compile(
    r"\b(?:who|whom|which(?!\s+(?:aired|was\s+published|was\s+broadcast|ran))|whose|ahead\s+of"
    r"|before(?!\s+(?:[\w’'-]+\s+){0,3}?(?:supporters|reporters|journalists|crowd|crowds|audience"
    r"|congress|parliament|senate|house|committee|panel|lawmakers|court|judge|jury|cameras|council))"
    r"|prior\s+to|since|until|after|following|when|where|about|regarding|over|amid|because|if"
    r"|despite|unless|whether|to\s+be|set\s+to|will|due|scheduled|than|in\s+(?:response|reference"
    r"|reaction)\s+to|that(?!\s+(?:aired|was\s+(?:published|broadcast|released|posted)|ran))"
    r"|(?:and|but)\s+(?:he|she|they|it|on|then|later|has|had|have|was|were|is|will|\w+ed)"
    r"|contained?\s+in|seen\s+in|(?:wake|aftermath|light)\s+of)\b|[;(:]",
    re.IGNORECASE,
)
# How a phrase between commas begins that dates the saying, and how one that only a day dates.
_DATING = re.compile(
    r"\s*(?:in|on|at|during|from|via|through|back|late|early|earlier|later|just|speaking|talking"
    r"|writing|appearing|testifying|tweeting|addressing|asked|interviewed)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\s*(?:as|while|by|over"
    r"|(?!(?:following|regarding|concerning|including|according|citing|despite|responding|reacting"
    r"|referring|reeling)\b)\w+ing)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\s*(?:(?:on|late|early|earlier|later|just|only|around|midday|mid-?morning)\s+)*$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"(?:but|and|so|then|yet|still|meanwhile|however|just|only|also|as\s+recently\s+as),?\s+",
    re.IGNORECASE,
)
_LINKED = re.compile(r"\b(?:and|but)\s+(?:(?:on|late|early|just|only)\s+)*$", re.IGNORECASE)
_CLOSING = " \"”’'»,"
# What is dated itself where it is the source: "a statement issued on Friday", "a 2019 study".
_WRITTEN = re.compile(
    r"\b(?:statement|report|study|survey|poll|letter|memo|e-?mail|tweet|post|interview|article|paper"
    r"|book|analysis|review|document|audit|speech|ruling|filing|editorial|op-ed|column|video|release"
    r"|communiqu[eé]|declaration|address|transcript|complaint|lawsuit|opinion|order)s?\b",
    re.IGNORECASE,
)
_WRITTEN_SOURCE = re.compile(
    rf"(?:(?!(?:in|of|from|to|at|for|by|on|with|who|that)\b)[^\s,]+\s+){{0,9}}?{_WRITTEN.pattern}",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"\b(?i:an?|the|his|her|their|its)\s+(?:(?i:{MONTH})\s+)?({YEAR})\s+(?:\w+\s+){{0,3}}?"
    rf"{_WRITTEN.pattern}"
)
_NAME = re.compile(r"(?:[A-Z][\w.’'-]*\s+)+(?:on\s+|late\s+|early\s+)*")


class Day(NamedTuple):
    """When something was said.

    Attributes:
        said_on: the day, if the article tells it.
        earlier: whether it was said before the news, at a time that the article leaves open.
        doubtful: a date in figures that tells it and can be read in two ways.
    """

    said_on: str | None = None
    earlier: bool = False
    doubtful: str | None = None


def days_of(reading: Reading, attributions: Sequence[Attribution], article: Article) -> list[Day]:
    """Find the day of each attribution; they are in the order of the text.

    What goes on without a cue of its own has the day of what it goes on from, and so has a second
    cue of the same subject in one sentence ("said on Friday …, adding that …").
    """
    clock = clock_of(reading, article)
    text = _without_contents(reading.text, attributions)
    days: list[Day] = []
    for number, attribution in enumerate(attributions):
        best = _best(_times(text, attribution, clock), _cue_words(reading, attribution))
        if best is None and number:
            shared = _shared(attribution, attributions[number - 1], days[-1])
            if shared is not None:
                days.append(shared)
                continue
        if best is None:
            days.append(Day(earlier=attribution.earlier))
        else:
            said_on = best.day.isoformat() if best.day else None
            days.append(Day(said_on, best.age is Age.EARLIER, best.words if best.doubt else None))
    return days


def clock_of(reading: Reading, article: Article) -> Clock:
    """Tell what the days of an article are counted from."""
    published = article.metadata.published
    today = datetime.date.fromisoformat(published) if published else None
    return Clock(today, _dateline(reading, today) or today, article.day_first)


def _dateline(reading: Reading, today: datetime.date | None) -> datetime.date | None:
    if today is None:
        return None
    for kind, passage in zip(reading.kinds, reading.passages, strict=True):
        if kind is not BlockKind.PARAGRAPH:
            continue
        match = _DATELINE.match(reading.text, passage.start, min(passage.end, passage.start + 120))
        if match is None:
            return None
        month = month_number(match["month"] or match["month2"])
        number = int(match["day"] or match["day2"])
        for year in (today.year, today.year - 1):
            day = day_of(year, month, number)
            if day is not None and 0 <= (today - day).days <= _OLDEST_DATELINE:
                return day
        return None
    return None


def _shared(attribution: Attribution, before: Attribution, day: Day) -> Day | None:
    """Give the day of the attribution before, where this one goes on from it."""
    if not attribution.cue:
        return day if attribution.mention == before.mention else None
    if attribution.clause != before.clause or attribution.mention != before.mention:
        return None
    return day if day.said_on is not None else None


def _best(times: Iterator[Time], cue: Sequence[str]) -> Time | None:
    """Take the first day, else what tells most; with "argue", "today" is these days."""
    verb = next((lexicon.cues()[word] for word in cue if word in lexicon.cues()), None)
    if verb is not None and verb.tense in {"present", "base"}:
        times = (time for time in times if time.words.lower() != "today")
    return min(times, key=lambda time: time.age, default=None)


def _cue_words(reading: Reading, attribution: Attribution) -> Sequence[str]:
    return reading.words(attribution.cue).lower().split()


def _without_contents(text: str, attributions: Sequence[Attribution]) -> str:
    """Put a stop in place of every character that is said: what is said dates no saying."""
    pieces: list[str] = []
    position = 0
    for span in sorted(span for attribution in attributions for span in attribution.content):
        pieces += text[position : span.start], ";" * (span.end - max(span.start, position))
        position = max(position, span.end)
    return "".join((*pieces, text[position:]))


def _times(text: str, attribution: Attribution, clock: Clock) -> Iterator[Time]:
    if not attribution.cue or not attribution.clause:
        return
    cue, sentence = attribution.cue[0], attribution.clause[0]
    mention = attribution.mention[0] if attribution.mention else cue
    first, last = min(cue, mention), max(cue, mention)
    # A cue may take its day in ("said Thursday"), or another event ("said ahead of the talks").
    start = cue.start if last == cue else last.end
    yield from _behind(_until_content(text, Span(start, sentence.end), attribution.content), clock)
    if first.end < last.start:
        yield from _between(text[first.end : last.start], clock)
    yield from _after_content(text, attribution, sentence, clock)
    if all(c.start >= first.start for c in attribution.content):
        yield from _in_front(text[sentence.start : first.start], clock)
    for span in attribution.mention:
        yield from _in_mention(text[span.start : span.end], clock)


def _until_content(text: str, stretch: Span, content: Sequence[Span]) -> str:
    end = min((c.start for c in content if c.start >= stretch.start), default=stretch.end)
    return text[stretch.start : min(end, stretch.end, stretch.start + _LONGEST)]


def _behind(words: str, clock: Clock) -> Iterator[Time]:
    """Read what follows the cue: all up to the first comma, then phrases that date it."""
    for number, (segment, times) in enumerate(_segments(words, clock)):
        if number == 0 or _DATING.match(segment) or _begins_so(segment, times):
            yield from _before_other_event(segment, times)


def _between(words: str, clock: Clock) -> Iterator[Time]:
    """Read what stands between source and cue: a phrase that dates it, or the day of a deed.

    "Roe went further on Tuesday, saying …": who does two things in one breath does them on one day.
    """
    one_event = _OTHER_EVENT.search(_IN_MARKS.sub(" ", words)) is None
    for segment, times in _segments(words, clock):
        if _DATING.match(segment) or _begins_so(segment, times):
            yield from _before_other_event(segment, times)
        elif one_event:
            yield from (time for time in times if time.age is Age.DAY)
        else:  # "… but on Tuesday wrote"
            linked = (t for t in times if _LINKED.search(segment, 0, t.span.start))
            yield from (time for time in linked if time.age is Age.DAY)


def _after_content(
    text: str, attribution: Attribution, sentence: Span, clock: Clock
) -> Iterator[Time]:
    """Read what follows the content at once: 'called it "a joke" on Friday'.

    Behind a claim only the day itself, and only where the tagger left it out of the claim.
    """
    last = attribution.content[-1].end
    claim = attribution.kind is Kind.INDIRECT
    if last < attribution.cue[-1].end or last >= sentence.end:
        return
    if claim and attribution.score is None:
        return
    rest = text[last : min(sentence.end, last + _LONGEST)]
    words = rest.lstrip(_CLOSING)
    if not words[:1].islower() and not words[:3].isalpha():
        return
    segment, times = next(iter(_segments(words, clock)), ("", []))
    if claim:  # "ordered him to appear on May 4" is of a day to come
        year = clock.published.year if clock.published is not None else None
        times = [t for t in times if t.day is None or t.day.year == year or t.words[-4:].isdigit()]
    if (not claim and re.match(r"(?:in|at|during|on)\s", segment)) or _begins_so(segment, times):
        yield from _before_other_event(segment, times)


def _in_front(words: str, clock: Clock) -> Iterator[Time]:
    """Read a phrase at the front: "On Friday,", "Opening the talks on Friday,", "Last week"."""
    if len(words.split()) > 4 and not words.rstrip(_CLOSING[:-1]).endswith(","):
        return
    link = _LINK.match(words)
    for segment, times in _segments(words[link.end() :] if link else words, clock):
        if _DATING.match(segment) or _begins_so(segment, times):
            yield from _before_other_event(segment, times)
        elif _DATED.match(segment):
            found = _before_other_event(segment, times)
            yield from (time for time in found if time.age is Age.DAY)


def _in_mention(words: str, clock: Clock) -> Iterator[Time]:
    """Read the day of a written source, and one that was taken for the end of a name."""
    segment, times = next(iter(_segments(words, clock)))
    written = _WRITTEN_SOURCE.match(segment)
    if written is not None:
        own = [t for t in times if t.age is Age.DAY or t.span.start >= written.end()]
        yield from _before_other_event(segment, own)
        year = _YEAR_BEFORE.search(segment)
        if year and clock.published is not None and int(year[1]) < clock.published.year:
            yield Time(Span(*year.span()), Age.EARLIER)
    elif (
        times
        and times[-1].span.end == len(words)
        and _NAME.fullmatch(words, 0, times[-1].span.start)
    ):
        yield times[-1]


def _segments(words: str, clock: Clock) -> Iterator[tuple[str, list[Time]]]:
    """Part words at commas and dashes, but not within a date, each with the times in it.

    Words in quotation marks are blanked: a programme's name dates nothing.
    """
    words = _IN_MARKS.sub(lambda match: " " * len(match[0]), words)
    times = list(find_times(words, clock))
    start = 0
    for cut in re.finditer(r",|\s[-–—]+\s|—|$", words):
        if any(t.span.start < cut.start() < t.span.end for t in times):
            continue
        inside = [t for t in times if start <= t.span.start < max(cut.start(), start + 1)]
        shifted = [t._replace(span=Span(t.span.start - start, t.span.end - start)) for t in inside]
        yield words[start : cut.start()], shifted
        start = cut.end()


def _begins_so(segment: str, times: Sequence[Time]) -> bool:
    return bool(times) and _BESIDE.match(segment[: times[0].span.start]) is not None


def _before_other_event(segment: str, times: Sequence[Time]) -> Iterator[Time]:
    cuts = (match.start() for match in _OTHER_EVENT.finditer(segment))
    cut = next(cuts, len(segment))
    return (time for time in times if time.span.start < cut)
