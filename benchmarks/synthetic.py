"""Made-up news: the same seed gives the same words, speakers, articles and statements.

Words and speakers follow the law of Zipf and Mandelbrot, as real ones do. The commonest words are
those of English ("said" and "we" among them), all others are made up; a word in fifty is of a long
tail that hardly any other statement has. Lengths are log-normal with a median of 19 words. Four
speakers in five have a name, the others are unnamed sources.
"""

import datetime
import random
from bisect import bisect
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from quotecli.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Extraction,
    Kind,
    Metadata,
    Span,
    Statement,
)

_SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
_ENGLISH = (
    "the to and of a in that is we it for on not be have with are this was as he will they but at"
    " from by has an our you or their who there been more all would said people can no if which one"
    " about out what so up us when time do than government now also country some year president"
    " other were its new them any his had over could years must first state very after only world"
    " because war into how need right work most many just way percent between minister against"
    " should going make where think peace states security important economic take while political"
).split()
_WORDS = 60_000
_SPEAKERS = 20_000
_UNNAMED = ("a senior aide", "officials", "two people familiar with the talks", "the ministry")
_OUTLETS = 200
_FIRST, _DAYS = datetime.date(2010, 1, 1), 15 * 365
_KINDS = (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)


class Reported(NamedTuple):
    """An article and the statements in it, as the extractor would find them."""

    article: Article
    extraction: Extraction


class News:
    """An endless newspaper.

    Attributes:
        words: the vocabulary, the commonest first.
        speakers: names, the most quoted first.
        outlets: names, in no order; a "Times" every one.
    """

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311  made-up news is no secret
        self.words = [*_ENGLISH, *self._distinct(_WORDS - len(_ENGLISH), self._word)]
        self.speakers = self._distinct(_SPEAKERS, self._name)
        self.outlets = [f"{name.title()} Times" for name in self._distinct(_OUTLETS, self._word)]
        self._word_weights = _zipf(_WORDS)
        self._speaker_weights = _zipf(_SPEAKERS)

    def articles(self, statements: int) -> Iterator[Reported]:
        """Write articles with at least so many statements."""
        while statements > 0:
            reported = self.article()
            statements -= len(reported.extraction.statements)
            yield reported

    def article(self) -> Reported:
        """Write an article of 1 to 12 statements, each in a paragraph that follows a plain one."""
        text = ""
        blocks, statements = [], []
        published = self._day()
        for _ in range(self._random.randint(1, 12)):
            plain = f"{self._sentence().capitalize()}."
            quoted, speaker = f"{self._sentence().capitalize()},", self._speaker()
            for paragraph in plain, f'"{quoted}" {speaker} said.':
                blocks.append(_paragraph(Span(len(text), len(text) + len(paragraph))))
                text += f"{paragraph}\n\n"
            start = blocks[-1].pieces[0].start + 1
            span = Span(start, start + len(quoted))
            statements.append(self._statement(quoted, span, speaker, published))
        metadata = Metadata(
            title=self._sentence().capitalize(),
            outlet=self._random.choice(self.outlets),
            published=published,
        )
        return Reported(Article(text, tuple(blocks), metadata), Extraction(tuple(statements)))

    def _statement(self, quoted: str, span: Span, speaker: str, published: str) -> Statement:
        mention = Span(span.end + 2, span.end + 2 + len(speaker))
        is_named = speaker not in _UNNAMED
        return Statement(
            id=f"{self._random.getrandbits(48):012x}",
            kind=self._random.choices(_KINDS, (40, 25, 35))[0],
            text=quoted,
            speaker=speaker,
            speakers=(speaker,) if is_named else (),
            mention=speaker,
            cue="said",
            said_on=None,
            date=published if self._random.random() < 0.95 else None,
            segments=(span,),
            mention_spans=(mention,),
            cue_spans=(Span(mention.end + 1, mention.end + 5),),
            basis=Basis.NAMED if is_named else Basis.UNNAMED,
            confidence=round(self._random.betavariate(8, 2), 2),
        )

    def _sentence(self) -> str:
        length = min(max(4, int(self._random.lognormvariate(2.95, 0.5))), 90)
        whole = self._word_weights[-1]
        draw = self._random.random
        return " ".join(
            [self.words[bisect(self._word_weights, draw() * whole)] for _ in range(length)]
            + ([self._rare()] if draw() < length / 50 else [])
        )

    def _rare(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(4, 6)))

    def _speaker(self) -> str:
        if self._random.random() < 0.2:
            return self._random.choice(_UNNAMED)
        return self._random.choices(self.speakers, cum_weights=self._speaker_weights)[0]

    def _day(self) -> str:
        # More is kept of late years than of early ones.
        days = int(_DAYS * self._random.random() ** 0.6)
        return (_FIRST + datetime.timedelta(days=days)).isoformat()

    def _name(self) -> str:
        return f"{self._word()} {self._word()}".title()

    def _word(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))

    def _distinct(self, count: int, make: Callable[[], str]) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[make()] = None
        return list(found)


def _paragraph(span: Span) -> Block:
    return Block(BlockKind.PARAGRAPH, (span,))


def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 2.7) for rank in range(1, count + 1)))
