"""One statement held against some words: what it comes to."""

from collections.abc import Sequence
from typing import NamedTuple

from quotecli.index.asking.holding import Stored
from quotecli.model import Finding, Record, Rest, Span, Verdict
from quotecli.search.verifying.align import Alignment, Step, Tag, align
from quotecli.search.verifying.lexicon import FUNCTION_WORDS
from quotecli.search.verifying.meaning import Reading, changes_meaning, read_alignment
from quotecli.search.verifying.passages import Page, Passage, passage_of
from quotecli.search.verifying.surroundings import is_question, look_around
from quotecli.search.verifying.words import Piece, Role, find_run

_FUNCTION_WEIGHT = 0.4
# Words that are not the record's are called an alteration of it only where so much is shared; by
# somebody else it has to be more.
_LEAST_SIMILAR = 0.55
_LEAST_SIMILAR_OF_OTHERS = 0.7
_SHORT = 5  # words
_LEAST_SIMILAR_SHORT = 0.4


class Asked(NamedTuple):
    """Words to be checked: as typed, and read into pieces."""

    typed: str
    pieces: tuple[Piece, ...]


class Sheet(NamedTuple):
    """An article of the index, and its words."""

    stored: Stored
    page: Page


def judge(
    asked: Asked,
    record: Record,
    sheet: Sheet,
    *,
    is_speaker: bool,
    segments: Sequence[Span] = (),
) -> Finding | None:
    """Hold words against a statement; None where they have too little in common.

    Args:
        asked: the words.
        record: the statement.
        sheet: its article as the index keeps it now. All that is compared is read from there.
        is_speaker: whether the statement is by the speaker who was asked for, or nobody was.
        segments: what to compare with, if not with the record's own segments.
    """
    passage = passage_of(sheet.page, record.kind, segments or record.segments)
    if not passage.keys or not any(piece.keys for piece in asked.pieces):
        return None
    alignments = _exact(asked, passage) or [align(asked.pieces, passage.keys)]
    found = [_finding(asked, record, sheet, passage, a, is_speaker) for a in alignments]
    return min((f for f in found if f is not None), key=rank, default=None)


def rank(finding: Finding) -> tuple[int, float]:
    """Give what findings are sorted by, the best first."""
    exact = (Verdict.VERBATIM, Verdict.CUT, Verdict.OTHER_SPEAKER)
    place = exact.index(finding.verdict) if finding.verdict in exact else len(exact)
    if finding.verdict is Verdict.PARAPHRASE and finding.similarity == 1:
        place = 1  # their own words, only not in marks
    return place, -finding.similarity


def _exact(asked: Asked, passage: Passage) -> list[Alignment]:
    """Give an alignment for each place where the words stand as they are."""
    pieces = asked.pieces
    if any(piece.role is not Role.WORD for piece in pieces):
        return []
    size = len(pieces)
    return [
        Alignment((Step(Tag.SAME, 0, size, at, at + size),), at, at + size, 0)
        for at in find_run(passage.keys, [piece.keys[0] for piece in pieces])
    ]


def _finding(
    asked: Asked,
    record: Record,
    sheet: Sheet,
    passage: Passage,
    alignment: Alignment,
    is_speaker: bool,
) -> Finding | None:
    reading = read_alignment(alignment, asked.pieces, asked.typed, passage)
    similarity = 1.0 if reading.is_exact else _similarity(asked, alignment, passage)
    begin, end = alignment.begin, alignment.end
    same = [n for s in alignment.steps if s.tag is Tag.SAME for n in range(s.begin, s.end)]
    if not same:
        return None
    rest, notes = Rest("", ""), []
    unmarked = [n for n in same if not passage.marked[n]]
    if reading.is_exact:
        rest, reasons = look_around(passage, begin, end, record)
        reasons = (*reasons, *_left_out(reading, passage))
        if unmarked:
            notes.append(_about_marks(unmarked, same, passage))
        if passage.is_set_off:
            notes.append("set off as a quotation, without quotation marks")
        taken_as = Verdict.PARAPHRASE if unmarked else Verdict.VERBATIM
        verdict = Verdict.CUT if reasons else taken_as
        notes += reasons
        if verdict is Verdict.VERBATIM:
            notes += _about_part(rest, passage, begin, end)
        if is_question(passage, end) and "?" not in asked.typed and not reasons:
            notes.append("in the record it is a question")
        if not is_speaker:
            notes.insert(0, _about_speaker(record, marked=not unmarked))
            verdict = Verdict.OTHER_SPEAKER
    else:
        if similarity < _least(asked, is_speaker=is_speaker):
            return None
        is_reported = 2 * len(unmarked) > len(same)
        if is_reported and reading.is_shift:
            verdict = Verdict.PARAPHRASE
            notes.append("the record reports it without quotation marks, in these words")
        else:
            verdict = Verdict.ALTERED
            if unmarked:
                notes.append(_about_marks(unmarked, same, passage))
        if not is_speaker:
            notes.append(_about_speaker(record, marked=not unmarked))
    return Finding(
        verdict=verdict,
        record=record,
        similarity=round(similarity, 3),
        is_part=begin > 0 or end < len(passage.keys),
        differences=reading.differences,
        comparison=reading.comparison,
        rest=rest,
        notes=tuple(dict.fromkeys(notes)),
        text=sheet.stored.text,
        blocks=sheet.stored.blocks,
    )


def _left_out(reading: Reading, passage: Passage) -> list[str]:
    """Say where a mark of ellipsis leaves out what the rest depends on."""
    found = []
    for begin, end in reading.gaps:
        word = changes_meaning(passage.keys[begin:end])
        if word is not None:
            found.append(f"the ellipsis leaves out “{word}”: “{passage.read(begin, end)}”")
    return found


def _about_marks(unmarked: Sequence[int], same: Sequence[int], passage: Passage) -> str:
    if len(unmarked) == len(same):
        return "the record has these words without quotation marks"
    runs: list[list[int]] = []
    for at in unmarked:
        if runs and at == runs[-1][-1] + 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    shown = ", ".join(f"“{passage.read(run[0], run[-1] + 1)}”" for run in runs)
    return f"not in quotation marks in the record: {shown}"


def _about_part(rest: Rest, passage: Passage, begin: int, end: int) -> list[str]:
    if rest.before or rest.after:
        around = " … ".join(f"“{part}”" for part in rest if part)
        return [f"a part of the sentence; the rest is: {around}"]
    if begin > 0 or end < len(passage.keys):
        return ["a part of the quotation"]
    return []


def _about_speaker(record: Record, *, marked: bool) -> str:
    if not record.speakers:
        who = f"the index does not know by whom: “{record.speaker}”" if record.speaker else ""
        return who or "the index does not know by whom"
    return f"{'said' if marked else 'reported'} by {record.speaker}"


def _least(asked: Asked, *, is_speaker: bool) -> float:
    if not is_speaker:
        return _LEAST_SIMILAR_OF_OTHERS
    words = sum(piece.role is Role.WORD for piece in asked.pieces)
    return _LEAST_SIMILAR_SHORT if words <= _SHORT else _LEAST_SIMILAR


def _similarity(asked: Asked, alignment: Alignment, passage: Passage) -> float:
    """Give the weight of what is shared over that of all that is typed or dropped within."""
    same = typed = dropped = 0.0
    for tag, first, last, begin, end in alignment.steps:
        mine = sum(_weight(key) for n in range(first, last) for key in asked.pieces[n].keys)
        if tag is Tag.SAME:
            same += mine
        elif tag is Tag.DROPPED:
            dropped += sum(map(_weight, passage.keys[begin:end]))
        if tag not in {Tag.BRACKET, Tag.GAP}:
            typed += mine
    whole = typed + dropped / 2
    return min(same / whole, 0.999) if whole else 0.0


def _weight(key: str) -> float:
    return _FUNCTION_WEIGHT if key in FUNCTION_WORDS else 1.0
