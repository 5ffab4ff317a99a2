"""A link of the tagger, fitted to the article's quotation marks and sentences."""

import re
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.merging.clausewords import cue_of, mention_of
from quotecli.extraction.merging.markedtext import WORD, MarkedText
from quotecli.extraction.merging.pieces import pieces_of
from quotecli.extraction.merging.relatives import antecedent_of
from quotecli.extraction.merging.together import belonging
from quotecli.extraction.merging.wholewords import rejoined, whole_words
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.rules.attribution import Attribution, Sentence
from quotecli.extraction.tagger.decode import Link
from quotecli.model import Kind, Span
from quotecli.text.marks import Quoted

_EARLIER = re.compile(r"\b(?:previously|earlier|formerly|once(?! (?:again|more)))\b", re.IGNORECASE)


class Fitter:
    """Fits the tagger's links to an article's marks and sentences."""

    def __init__(
        self, reading: Reading, quoted: Sequence[Quoted], sentences: Sequence[Sentence]
    ) -> None:
        self._marked = MarkedText(reading, quoted, sentences)

    def fit(self, link: Link) -> Attribution | None:
        """Make an attribution of a link; None where nothing of its content is left."""
        marked, text = self._marked, self._marked.text
        spoken = [span for span in link.content if marked.is_spoken(span)]
        if not spoken or not all(marked.is_spoken(span) for span in link.cue):
            return None  # a heading or a caption
        cue = cue_of(marked, whole_words(text, link.cue))
        clause = marked.clause_of(cue[0])
        mention = mention_of(marked, whole_words(text, link.source), clause)
        antecedent = antecedent_of(marked, mention)
        content = whole_words(text, rejoined(text, spoken))
        pieces = pieces_of(marked, content, mention + cue, clause)
        pieces = belonging(marked, pieces, mention, cue, antecedent)
        if not pieces:
            return None
        kinds = {piece.kind for piece in pieces}
        return Attribution(
            kind=next(iter(kinds)) if len(kinds) == 1 else Kind.MIXED,
            content=_without_repeats([s for piece in pieces for s in piece.stretches]),
            cue=cue,
            mention=mention,
            antecedent=antecedent,
            clause=(clause,),
            quotes=frozenset(number for piece in pieces for number in piece.quotes),
            earlier=bool(_EARLIER.search(text, *_around(cue[0], clause))),
            rule=_lemma(marked.words(cue[0])),
            score=link.score,
        )


def _without_repeats(stretches: Sequence[Span]) -> tuple[Span, ...]:
    """Order stretches and make one of those that overlap, so that no word stands twice."""
    kept: list[Span] = []
    for stretch in sorted(stretches):
        if kept and stretch.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, stretch.end))
        else:
            kept.append(stretch)
    return tuple(kept)


def _around(cue: Span, clause: Span) -> Span:
    """Give the cue with an adverb before and after."""
    return Span(max(clause.start, cue.start - 12), min(clause.end, cue.end + 9))


def _lemma(cue: str) -> str:
    words = WORD.findall(cue.lower())
    verbs = [lexicon.cues()[word].lemma for word in words if word in lexicon.cues()]
    return verbs[-1] if verbs else ""
