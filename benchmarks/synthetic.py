"""Made-up news: the same seed gives the same words, speakers, articles and statements.

Words and speakers follow Zipf's law, as real ones do: the commonest word stands in most
statements, most words in hardly any.
"""

import random
from collections.abc import Callable
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
_WORDS = 30_000
_SPEAKERS = 5_000
_OUTLETS = 50
_YEARS = range(2015, 2025)


class Reported(NamedTuple):
    """An article and the statements in it, as the extractor would find them."""

    article: Article
    extraction: Extraction


class News:
    """An endless newspaper.

    Attributes:
        words: the vocabulary, the commonest first.
        speakers: names, the most quoted first.
    """

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)  # noqa: S311  made-up news is no secret
        self.words = self._distinct(_WORDS, self._word)
        self.speakers = self._distinct(_SPEAKERS, self._name)
        self._word_weights = _zipf(_WORDS)
        self._speaker_weights = _zipf(_SPEAKERS)

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
        outlet = f"{self._random.choice(self.words[:_OUTLETS])} Times".title()
        metadata = Metadata(title=self._sentence().capitalize(), outlet=outlet, published=published)
        return Reported(Article(text, tuple(blocks), metadata), Extraction(tuple(statements)))

    def _statement(self, quoted: str, span: Span, speaker: str, published: str) -> Statement:
        mention = Span(span.end + 2, span.end + 2 + len(speaker))
        return Statement(
            id=f"{self._random.getrandbits(48):012x}",
            kind=self._random.choice(list(Kind)),
            text=quoted,
            speaker=speaker,
            speakers=(speaker,),
            mention=speaker,
            cue="said",
            said_on=None,
            date=published,
            segments=(span,),
            mention_spans=(mention,),
            cue_spans=(Span(mention.end + 1, mention.end + 5),),
            basis=Basis.NAMED,
            confidence=0.9,
        )

    def _sentence(self) -> str:
        length = max(5, int(self._random.lognormvariate(3.1, 0.5)))
        words = self._random.choices(self.words, cum_weights=self._word_weights, k=length)
        return " ".join(words)

    def _speaker(self) -> str:
        return self._random.choices(self.speakers, cum_weights=self._speaker_weights)[0]

    def _day(self) -> str:
        year, month = self._random.choice(_YEARS), self._random.randint(1, 12)
        return f"{year}-{month:02}-{self._random.randint(1, 28):02}"

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
    return list(accumulate(1 / (rank + 2) for rank in range(count)))
