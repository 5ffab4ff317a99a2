"""Which pieces of a content belong together, and which the tagger took in and are none of it?"""

import re
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.merging.markedtext import WORD, MarkedText
from quotecli.extraction.merging.pieces import Piece
from quotecli.extraction.prose.grammar import BE, DETERMINERS
from quotecli.model import Kind, Span

# "Harvard-trained, former coach Jane Roe said it": no part of what she said
_TRAINED = re.compile(r"\w+-\w+ed,?")
# A cue that says of what and not what: "Roe says about the bridge"
_OF_WHAT = re.compile(
    r".*\b(?:about|on|over|of|regarding|concerning|discussing)", re.IGNORECASE | re.DOTALL
)
_WHICH = re.compile(r"which\b", re.IGNORECASE)
_STYLED_AS = re.compile(
    r".*\b(?:is|are|was|were|been|being) (?:\w+ )?"
    r"(?:described|called|label+ed|dubbed|branded|characteri[sz]ed|hailed)(?: as)?",
    re.IGNORECASE | re.DOTALL,
)
_AGED = re.compile(r", \d{1,3},")
_FEW = 3  # words of a piece that belongs to nothing beside it


def belonging(
    marked: MarkedText,
    pieces: Sequence[Piece],
    mention: Sequence[Span],
    cue: Sequence[Span],
    antecedent: Sequence[Span],
) -> list[Piece]:
    """Leave out what the tagger took into a statement of several pieces and is none of it."""
    kept = list(pieces)
    if len(kept) > 1:
        kept = [p for p in kept if not _is_term(marked, p, cue[0])] or kept
        kept = _of_one_paragraph(marked, kept, cue[0])
        kept = _of_quotation(marked, kept, cue)
        said_by = sorted((*mention, *cue))
        kept = [p for p in kept if not _is_stray(marked, p, kept, said_by)] or kept
    return _behind_names(marked.text, kept, mention, antecedent)


def _is_term(marked: MarkedText, piece: Piece, cue: Span) -> bool:
    """Tell marked words of another sentence's own: '"We go," said Roe. "Go" is her motto.'."""
    last = piece.stretches[-1]
    sentence = marked.sentence_of(last)
    if piece.kind is not Kind.DIRECT or sentence is None or sentence == marked.sentence_of(cue):
        return False
    outside = WORD.findall(marked.outside(sentence.span, marked.parts_in(sentence.span)))
    says_what = not BE.isdisjoint(word.lower() for word in outside)
    return says_what and marked.text[last.end - 1] not in ",.?!…—–-"


def _of_one_paragraph(marked: MarkedText, pieces: list[Piece], cue: Span) -> list[Piece]:
    """Keep a claim apart from a quotation of another paragraph, or of a sentence before it."""
    start, end = marked.clause_of(cue).start, marked.passage_of(cue).end
    own = [p for p in pieces if start <= p.stretches[0].start < end]
    if not own or all(p.kind is Kind.DIRECT for p in own):
        return pieces
    return own


def _of_quotation(marked: MarkedText, pieces: list[Piece], cue: Sequence[Span]) -> list[Piece]:
    """Leave out the reporter's words on a quotation: its topic, its object, what came of it."""
    kept, behind = pieces, cue[-1].end
    if any(p.kind is Kind.DIRECT for p in kept):
        topic = _OF_WHAT.fullmatch(marked.words(cue[-1])) is not None
        kept = [
            p
            for p in kept
            if p.kind is Kind.DIRECT
            or p.stretches[0].start < behind
            or not ((topic and _is_topic(marked, p)) or _goes_on(marked, p))
        ]
        kept = [p for p in kept if not _is_object(marked, p, kept)]
    if any(p.quotes for p in kept) and _STYLED_AS.fullmatch(marked.words(cue[0])):
        # 'The plan was called "mad"': nobody said "the plan".
        kept = [p for p in kept if p.quotes or p.stretches[0].start > behind]
    return kept


def _is_topic(marked: MarkedText, piece: Piece) -> bool:
    """Tell words without marks in which nobody speaks ("Roe saying" would be a clause)."""
    cues = lexicon.cues()
    words = WORD.findall(marked.words(piece.stretches[0]).lower())
    speaks = any(word in cues and cues[word].tense in {"past", "ing"} for word in words)
    return piece.kind is not Kind.DIRECT and not speaks


def _goes_on(marked: MarkedText, piece: Piece) -> bool:
    """Tell the reporter's own words behind the clause: '"…," Roe said, which angered Poe'."""
    return _WHICH.match(marked.text, *piece.stretches[0]) is not None


def _is_object(marked: MarkedText, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whom a verb is about before a quotation: 'Roe praised her men. "They won."'."""
    if piece.kind is not Kind.INDIRECT:
        return False
    words = marked.words(piece.stretches[0]).lower().split()
    sentence = marked.sentence_of(piece.stretches[0])
    return (
        sentence is not None
        and len(words) <= _FEW
        and words[0] in DETERMINERS
        and any(p.stretches[0].start >= sentence.span.end for p in pieces)
    )


def _is_stray(
    marked: MarkedText, piece: Piece, pieces: Sequence[Piece], said_by: Sequence[Span]
) -> bool:
    """Tell a word or two that stand beside neither who said it nor another piece.

    "Without naming Roe, the mayor said the bridge was shut": "Roe" is no part of that.
    """
    span = piece.stretches[0]
    if len(pieces) > 1 and _TRAINED.fullmatch(marked.words(span)):
        return True
    if piece.kind is not Kind.INDIRECT or not _is_topic(marked, piece):
        return False
    if len(WORD.findall(marked.words(span))) > _FEW:
        return False
    sentence = marked.sentence_of(span)
    if sentence is not None and marked.is_bare(sentence.span.start, span.start):
        return False
    beside = [*said_by, *(s for p in pieces if p is not piece for s in p.stretches)]
    after = any(o.start >= span.end and marked.is_bare(span.end, o.start) for o in said_by)
    before = any(o.end <= span.start and marked.is_bare(o.end, span.start) for o in beside)
    return not (after or before)


def _behind_names(
    text: str, pieces: list[Piece], mention: Sequence[Span], antecedent: Sequence[Span]
) -> list[Piece]:
    """Leave out what stands before whom "who" means, and an age behind the name.

    "His health worried investors, who said …"; "According to Roe, 51, of Dorn, …".
    """
    if len(pieces) < 2 or not mention:
        return pieces
    start = antecedent[0].start if antecedent else 0
    named = mention[-1].end
    kept = [
        p
        for p in pieces
        if p.kind is not Kind.INDIRECT
        or (
            p.stretches[0].start >= start
            and not (0 < p.stretches[0].start - named <= 2 and _AGED.match(text, named))
        )
    ]
    return kept or pieces
