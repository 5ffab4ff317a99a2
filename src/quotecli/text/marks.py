"""Pairing of quotation marks: which words stand in marks.

Double marks of every kind (``“ ” „ ‟ " ″ « » `` '' ‘‘ ’’ ``) are told from context: a straight mark
or a wrong one opens after a blank and before a word, and closes after a word or before a stop.
Single marks count where they stand outside double ones and are no apostrophes. A mark that is never
closed costs only itself: it runs on where the next paragraph reopens it, else to the next mark or
the paragraph's end. A straight one before curly ones belongs to a text that somebody put in marks:
unless it is closed or opened anew it counts for nothing, and what is quoted in the text does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.model import Problem, Span

_DOUBLE = re.compile(r"[“”„‟\"«»＂″]|``|''|[‘’]{2}")
_INCHES = "″"  # some papers print it for a mark
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?;:…’'”\"`])[‘'‚‹`](?=[\w“\"«(\[$£€])")
_TOLD_SINGLE = re.compile(r": ‘(?=[\w\[])(?!.*(?<=[^\s(\[‘])’(?!\w))")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s(\[‘])[’'›](?!\w)")
_ELISION = re.compile(
    r"['‘’](?:\d0s|\d\d(?!\d)|em|tis|twas|til|cause|cos|bout|round|n|nuff|kay|ere|im|er)\b",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"(?:.[sS]|in)[’'›] [a-z]", re.DOTALL)  # "the workers' huts", "goin' on"
_STOP = re.compile(r"[,;:!?)]|\.(?!\.)")
_BEFORE_OPENING = frozenset("([{—–-―/‘'“\"«:,;.…")
_CLOSES = {
    "“": {"”", "’’"},
    "„": {"“", "”"},
    "‟": {"”"},
    "«": {"»"},
    "»": {"«"},
    "``": {"''"},
    "‘‘": {"’’"},
    "’’": {"’’"},
    '"': {'"', "’’"},
    "＂": {"＂"},
}
_ANY_CLOSES = frozenset({"”", '"', "''", "»"})
_OPEN = frozenset({"“", "„", "``", "«", "‘‘"})
_CLOSE = frozenset({"”", "»", "''", "’’"})


class Quoted(NamedTuple):
    """Words in quotation marks.

    ``parts`` are the spans between the marks, one for each paragraph that the quotation runs
    through. ``start`` and ``end`` take the marks in. ``closed`` tells whether its last mark was
    found.
    """

    start: int
    end: int
    parts: tuple[Span, ...]
    closed: bool


def part_before(quotation: Quoted, at: int) -> tuple[Quoted, Quoted | None]:
    """Part a quotation of several paragraphs before part ``at``, where its mark was forgotten.

    Returns:
        What stands before, never closed, and the rest, if there is any.
    """
    before, behind = quotation.parts[:at], quotation.parts[at:]
    left = Quoted(quotation.start, before[-1].end, before, closed=False)
    if not behind:
        return left, None
    width = quotation.parts[0].start - quotation.start  # of an opening mark
    return left, Quoted(behind[0].start - width, quotation.end, behind, quotation.closed)


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def find_quoted(text: str, paragraphs: Sequence[Span]) -> tuple[list[Quoted], list[Problem]]:
    """Pair the quotation marks of consecutive paragraphs.

    Args:
        text: the text in which the paragraphs stand.
        paragraphs: spans of ``text``, in order; a quotation left open at the end of one goes on
            in the next if that begins with an opening mark.

    Returns:
        The outermost quotations in order, and a problem for each mark without a partner. Offsets
        are those of ``text``.
    """
    found: list[Quoted] = []
    problems: list[Problem] = []
    running: list[Quoted] = []  # left open by the paragraphs before, one piece for each
    opens = False  # whether the first of them opens its paragraph
    paragraphs = [_without_blanks(text, paragraph) for paragraph in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        pieces, stray = _pair(text, paragraph, after)
        problems.extend(stray)
        if running:
            reopens = bool(pieces) and pieces[0].start == paragraph.start
            inner = reopens and opens and _is_inner(text, running[-1], pieces[0])
            if reopens and not inner:
                running.append(pieces.pop(0))
                if not running[-1].closed and not pieces:
                    continue
            if inner and len(running) == 1:
                problems.append(_unclosed(running[0].start))
            else:
                _finish(text, running, found, problems)
            running = []
        if pieces and not pieces[-1].closed and pieces[-1].end == paragraph.end:
            running = [pieces.pop()]
            opens = running[0].start == paragraph.start
        for piece in pieces:
            _finish(text, [piece], found, problems)
    if running:
        _finish(text, running, found, problems)
    return found, problems


def _without_blanks(text: str, paragraph: Span) -> Span:
    """Leave out the blanks at both ends of a paragraph, behind which no mark is the last."""
    words = text[paragraph.start : paragraph.end]
    start = paragraph.start + len(words) - len(words.lstrip())
    return Span(start, max(start, paragraph.start + len(words.rstrip())))


def _is_inner(text: str, outer: Quoted, piece: Quoted) -> bool:
    """Tell a whole “…” in the next paragraph of a text that somebody put in straight marks.

    Such a text is often another article: unless each of its paragraphs opens the mark again, it is
    read like the article around it, and its quotations count.
    """
    marks = text[outer.start], text[piece.start], text[piece.end - 1]
    return marks == ('"', "“", "”") and piece.closed


def _finish(
    text: str, pieces: Sequence[Quoted], found: list[Quoted], problems: list[Problem]
) -> None:
    """Join the pieces of one quotation; take those in it instead where it is never closed."""
    first, last = pieces[0], pieces[-1]
    if not last.closed and any(_DOUBLE.search(text, *p.parts[0]) for p in pieces):
        inner: list[Quoted] = []
        for piece in pieces:
            whole, stray = _pair(text, Span(piece.start, piece.end), None)
            inner.extend(whole)
            problems.extend(stray)
        others = any(q.closed and text[q.start] != text[first.start] for q in inner)
        found.extend(q for q in inner if q.closed or not others)
        problems.extend(_unclosed(q.start) for q in inner if not q.closed)
        return
    parts = tuple(part for piece in pieces for part in piece.parts)
    found.append(Quoted(first.start, last.end, parts, last.closed))
    if not last.closed:
        problems.append(_unclosed(first.start))


def _unclosed(start: int) -> Problem:
    mark = Span(start, start + 1)
    return Problem("odd-mark", "a quotation mark that opens is never closed", mark)


def _pair(text: str, paragraph: Span, after: Span | None) -> tuple[list[Quoted], list[Problem]]:
    """Pair the marks of one paragraph; only the last quotation may stay open."""
    problems: list[Problem] = []
    doubles = list(_doubles(text, paragraph, after, problems))
    runs_on = _opens_anew(text, paragraph, after)
    singles = list(_singles(text, paragraph, doubles, runs_on=runs_on))
    outer = [d for d in doubles if not _inside(d.start, singles)]
    return sorted(singles + outer), problems


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        if match[0] == _INCHES and not _is_mark(text, match.start(), marks):
            continue
        mark = match[0].replace(_INCHES, '"')
        before = text[match.start() - 1] if match.start() > paragraph.start else " "
        after = text[match.end()] if match.end() < paragraph.end else " "
        opens = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
        closes = not before.isspace() and not after.isalnum()
        if _STOP.match(text, match.end(), paragraph.end):  # "« … », she said"
            opens, closes = False, True
        elif before in ",.!?" and after.isalnum():  # '"It was dark,"said Roe.'
            opens, closes = mark not in _CLOSE, mark not in _OPEN
        elif mark == "”" and marks and marks[-1].text == "“" and _ends_words(text, match.start()):
            opens, closes = False, True  # "“It was dark, ”said Roe."
        if opens and closes and mark != '"':  # '."' before a blank never gets here; '("' may
            opens, closes = mark in _OPEN, mark not in _OPEN
        if not opens and not closes:
            opens, closes = mark in _OPEN, mark in _CLOSE
            if mark == '"':
                opens = closes = True
        marks.append(_Mark(match.start(), match.end(), mark, opens, closes))
    return marks


def _is_mark(text: str, at: int, marks: Sequence[_Mark]) -> bool:
    """Tell the sign of inches as a mark: behind a digit only if such a sign has opened."""
    opened = bool(marks) and marks[-1].opens and text[marks[-1].start] == _INCHES
    return opened or not text[max(at - 1, 0) : at].isdigit()


def _ends_words(text: str, at: int) -> bool:
    """Tell whether a stop and a blank stand before a mark."""
    return text[at - 1].isspace() and text[max(at - 3, 0) : at].rstrip()[-1:] in set(",.!?…")


def _doubles(
    text: str, paragraph: Span, after: Span | None, problems: list[Problem]
) -> Iterator[Quoted]:
    marks = _marks(text, paragraph)
    partners, unclosed = _partners(text, marks)
    i = 0
    while i < len(marks):
        mark = marks[i]
        if i in partners:
            closing = marks[partners[i]]
            yield Quoted(mark.start, closing.end, (Span(mark.end, closing.start),), closed=True)
            i = partners[i] + 1
            continue
        if mark.opens and i == unclosed and after and text.startswith(mark.text, after.start):
            yield Quoted(mark.start, paragraph.end, (Span(mark.end, paragraph.end),), closed=False)
            return
        i += 1
        if not mark.opens:
            if not text[mark.start - 1].isdigit():  # inches, minutes
                span = Span(mark.start, mark.end)
                problems.append(Problem("odd-mark", "a quotation mark closes nothing", span))
            continue
        following = marks[i] if i < len(marks) else None
        if mark.text == '"' and following is not None and following.text == "“":
            problems.append(_unclosed(mark.start))  # it opened a text in which others are quoted
            continue
        end = paragraph.end if following is None else following.start
        inner = Span(mark.end, mark.end + len(text[mark.end : end].rstrip()))
        if inner.start < inner.end:
            yield Quoted(mark.start, inner.end, (inner,), closed=False)


def _partners(text: str, marks: Sequence[_Mark]) -> tuple[dict[int, int], int | None]:
    """Find for each mark that opens a quotation the one that closes it, by their numbers.

    Quotations nest. Where one begins a sentence and the next mark opens another, they follow one
    another: whatever like it is open around it was never closed.

    Returns:
        The partners, and the mark that may still be open at the end with whole quotations in it;
        of several nobody knows which.
    """
    partners: dict[int, int] = {}
    opened: list[int] = []
    for number, mark in enumerate(marks):
        if not (opened and _closes(marks[opened[-1]].text, mark)):
            if mark.opens:
                opened.append(number)
            continue
        opening = opened.pop()
        partners[opening] = number
        nested = number + 1 < len(marks) and marks[number + 1].closes
        if opened and not nested and _begins_sentence(text, marks[opening]):
            while opened and marks[opened[-1]].text == marks[opening].text:
                opened.pop()
        elif opened and marks[opened[-1]].closes:
            opened.pop()  # it closed another, without a blank behind it
    return partners, opened[0] if len(opened) == 1 else None


def _begins_sentence(text: str, mark: _Mark) -> bool:
    return text[max(mark.start - 4, 0) : mark.start].rstrip("\"”' \n")[-1:] in {".", "?", "!"}


def _closes(opening: str, mark: _Mark) -> bool:
    """Tell whether a mark closes what another opened."""
    if mark.text in _CLOSES.get(opening, _ANY_CLOSES):
        return mark.closes or not mark.opens or (mark.text != '"' and opening in "„»")
    return mark.closes and (not mark.opens or mark.text == '"')


def _opens_anew(text: str, paragraph: Span, after: Span | None) -> bool:
    """Tell whether the next paragraph begins with a mark like a single one that is open here.

    Behind a colon it may be a double one: "She added: ‘I have a life." and then "“I love it.”"
    """
    if after is None:
        return False
    if _SINGLE_OPEN.match(text, after.start, after.end):
        return True
    told = _TOLD_SINGLE.search(text, paragraph.start, paragraph.end)
    return told is not None and text[after.start] in '“"'


def _singles(
    text: str, paragraph: Span, doubles: Sequence[Quoted], *, runs_on: bool
) -> Iterator[Quoted]:
    """Find the single quotations that neither stand in a double one nor cross one.

    With ``runs_on`` the next paragraph begins with a single mark: a quotation may stay open.
    """
    position = paragraph.start
    while opening := _SINGLE_OPEN.search(text, position, paragraph.end):
        position = opening.end()
        if _ELISION.match(text, opening.start()) or _inside(opening.start(), doubles):
            continue
        closing = _single_closing(text, Span(opening.end(), paragraph.end), doubles)
        if closing is not None:
            inner = Span(opening.end(), closing)
            yield Quoted(opening.start(), closing + 1, (inner,), closed=True)
            position = closing + 1
        elif runs_on and not _SINGLE_OPEN.search(text, position, paragraph.end):
            rest = Span(opening.end(), paragraph.end)
            yield Quoted(opening.start(), paragraph.end, (rest,), closed=False)
            position = paragraph.end


def _single_closing(text: str, within: Span, doubles: Sequence[Quoted]) -> int | None:
    """Find the closing mark; the apostrophe of a plural only if nothing better follows."""
    plural = None
    opening = _SINGLE_OPEN.finditer(text, within.start, within.end)
    following = (m.start() for m in opening if not _ELISION.match(text, m.start()))
    end = next(following, within.end)  # a later mark belongs to that one
    for match in _SINGLE_CLOSE.finditer(text, within.start, end):
        at = match.start()
        if _inside(at, doubles):
            continue
        if not _APOSTROPHE.match(text, at - 2):
            return at
        if plural is None:
            plural = at
    return plural


def _inside(position: int, quoted: Sequence[Quoted]) -> bool:
    before = bisect_left(quoted, position, key=lambda q: q.start) - 1
    return before >= 0 and position < quoted[before].end
