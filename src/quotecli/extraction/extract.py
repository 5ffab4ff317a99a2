"""The one public function of this stage: an article in, its statements out.

Pure: no file beyond the package's own word lists and tagger, no clock, no database, no printing.
"""

import base64
import hashlib
from collections.abc import Sequence

from quotecli.extraction.confidence import confidence
from quotecli.extraction.days.dates import Day, days_of
from quotecli.extraction.layouts.interviews import find_interview
from quotecli.extraction.layouts.namelines import find_name_lines
from quotecli.extraction.layouts.posts import find_posts
from quotecli.extraction.layouts.setoff import find_announced, find_set_off
from quotecli.extraction.layouts.turns import find_turns
from quotecli.extraction.merging.merge import merge
from quotecli.extraction.merging.reopened import part_reopened
from quotecli.extraction.prose.language import is_foreign
from quotecli.extraction.prose.reading import Reading, read
from quotecli.extraction.rules.attribution import Attribution, attribute
from quotecli.extraction.rules.unclosed import end_at_clause
from quotecli.extraction.speakers.history import Source
from quotecli.extraction.speakers.resolve import resolve
from quotecli.extraction.tagger.decode import find_links
from quotecli.model import Article, Extraction, Problem, Span, Statement
from quotecli.text.marks import find_quoted

_FOREIGN = Problem("not-english", "not in English: no statements were looked for")


def extract(article: Article) -> Extraction:
    """Find the statements of an article.

    Returns:
        The statements in the order of the text, no two with the same words, and the odd marks
        met on the way; none where the text is not English. Every span is one of ``article.text``.
    """
    reading = read(article)
    if is_foreign(reading.text):
        return Extraction((), (_FOREIGN,))
    quoted, problems = find_quoted(reading.text, reading.passages)
    quoted = end_at_clause(reading.text, quoted)
    links = find_links(reading.without_place(), reading.passages, quoted)
    quoted, unclosed = part_reopened(reading.text, quoted, links)
    ruled = attribute(reading, quoted)
    floor = find_turns(reading, quoted, links) or find_interview(reading, quoted)
    floor = floor.and_also(find_set_off(reading, quoted, ruled.announced))
    floor = floor.and_also(find_posts(reading, quoted))
    floor = floor.and_also(find_name_lines(reading, quoted))
    floor = floor.and_also(find_announced(reading, quoted, ruled.announced, floor.taken))
    attributions = merge(reading, quoted, links, ruled, floor)
    sources = resolve(reading, attributions, ruled.sentences, article.metadata.author)
    digest = hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=16)
    days = days_of(reading, attributions, article)
    statements = [
        _statement(reading, attribution, source, day, article.metadata.published, digest.digest())
        for attribution, source, day in zip(attributions, sources, days, strict=True)
    ]
    odd = [*(_located(reading, p) for p in (*problems, *unclosed)), *_doubtful(days)]
    return Extraction(tuple(statements), tuple(odd))


def _statement(
    reading: Reading,
    attribution: Attribution,
    source: Source,
    day: Day,
    published: str | None,
    digest: bytes,
) -> Statement:
    segments = reading.spans(attribution.content)
    return Statement(
        id=_id(digest, segments),
        kind=attribution.kind,
        text=reading.words(attribution.content),
        speaker=source.label,
        speakers=source.names,
        mention=reading.words(attribution.mention) or None,
        cue=reading.words(attribution.cue) or None,
        said_on=day.said_on,
        date=day.said_on or (None if day.earlier else published),
        segments=segments,
        mention_spans=reading.spans(attribution.mention),
        cue_spans=reading.spans(attribution.cue),
        basis=source.basis,
        confidence=confidence(attribution, source),
    )


def _id(digest: bytes, segments: Sequence[Span]) -> str:
    """Name a statement by its article's text and its place: the same on every machine.

    Twelve letters hold 60 bits: among five million statements two share one with a chance of
    about one in 100,000.
    """
    place = ";".join(f"{start}-{end}" for start, end in segments)
    name = hashlib.blake2b(digest + place.encode("ascii"), digest_size=15).digest()
    return base64.b32encode(name).decode("ascii").lower()[:12]


def _doubtful(days: Sequence[Day]) -> list[Problem]:
    return [
        Problem("ambiguous-date", f"the date {words} can be read in two ways and was not used")
        for words in dict.fromkeys(day.doubtful for day in days if day.doubtful)
    ]


def _located(reading: Reading, problem: Problem) -> Problem:
    if problem.span is None:
        return problem
    spans = reading.spans([problem.span])
    return problem._replace(span=spans[0] if spans else None)
