"""Lines of a text file, each by how it begins, and the groups that blank lines part."""

import re
from collections.abc import Collection, Iterator
from enum import Enum
from typing import NamedTuple

from quotecli.documents.lines.endings import is_finished


class LineKind(Enum):
    """What a line is by its first characters."""

    BLANK = "blank"
    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    ROW = "row"
    RULE = "rule"
    HIDDEN = "hidden"  # a fence around code, a reference link's definition


class Line(NamedTuple):
    """One line: where its text is in the file, behind the marks at its beginning.

    ``indent`` is in characters, ``depth`` counts the ``>`` of quoted text, ``mark`` is that of a
    heading ("##"), bullet or rule.
    """

    start: int
    end: int
    kind: LineKind
    indent: int = 0
    depth: int = 0
    mark: str = ""


_ENDS = r"\r\n\f\v\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"([^{_ENDS}]*)(?:\r\n|[{_ENDS}]|$)")
_INDENT = re.compile(r"[ \t\u00a0\u3000\ufeff]*")
_QUOTING = re.compile(r"(?:>(?![\d=])[ \t]*)+")  # ">50" is a number
# How lines begin that are not text; the names are those of the kinds.
_BEGINNING = re.compile(
    r"""
    (?P<hidden> (?:```|~~~)[\w-]*[ \t]*$ )
  | (?P<rule> (?P<same>[-=_*\#~+])(?:[ \t]*(?P=same)){2,}[ \t]*$ | [*•·\#~]$ | [|:\s-]{3,}$ )
  | (?P<heading> \#{1,6}(?=[ \t]) ) [ \t]+ (?=\S)
  | (?P<bullet> [-*+•‣◦▪●](?=[ \t]) ) [ \t]+ (?=\S)
  | (?P<number> \d{1,3}[.)](?=[ \t]+\S) )
  | (?P<row> \|.*\|$ )
    """,
    re.VERBOSE,
)
_PARTING = frozenset(
    {LineKind.BLANK, LineKind.HEADING, LineKind.RULE, LineKind.HIDDEN, LineKind.ROW}
)
_LONGEST_HEADING = 120  # characters of a line that a rule under it makes a heading


def line_groups(text: str, start: int, hidden: Collection[int]) -> Iterator[list[Line]]:
    """Gather the lines of ``text[start:]`` that no blank line, heading or rule parts.

    Args:
        text: the whole file.
        start: where its front matter ends.
        hidden: where the lines begin that no reader sees.
    """
    group: list[Line] = []
    for line in _lines(text, start, hidden):
        if line.kind is LineKind.RULE and _underlines(text, group, line):
            mark = "#" if line.mark[0] == "=" else "##"
            yield [group[0]._replace(kind=LineKind.HEADING, mark=mark)]
            group = []
            continue
        parts = line.kind in _PARTING
        if group and (parts or line.depth != group[-1].depth):
            yield group
            group = []
        if line.kind in {LineKind.HEADING, LineKind.ROW}:
            yield [line]
        elif not parts:
            group.append(line)
    if group:
        yield group


def _underlines(text: str, group: list[Line], rule: Line) -> bool:
    return (
        len(group) == 1
        and group[0].kind is LineKind.TEXT
        and rule.mark[0] in "=-"
        and rule.end - rule.start >= 3
        and group[0].end - group[0].start <= _LONGEST_HEADING
        and not is_finished(text[group[0].start : group[0].end])
    )


def _lines(text: str, start: int, hidden: Collection[int]) -> Iterator[Line]:
    for match in _LINE.finditer(text, start):
        if match.start() == match.end():
            break
        yield _line(text, *match.span(1), hidden=match.start() in hidden)


def _line(text: str, start: int, end: int, *, hidden: bool) -> Line:
    at = _skip(_INDENT, text, start, end)
    indent, depth = at - start, 0
    if quoting := _QUOTING.match(text, at, end):
        depth = quoting[0].count(">")
        at = quoting.end()
    while end > at and text[end - 1].isspace():
        end -= 1
    if at == end:
        return Line(at, end, LineKind.BLANK, indent, depth)
    beginning = None if hidden else _BEGINNING.match(text, at, end)
    if beginning is None or beginning.lastgroup is None:
        kind = LineKind.HIDDEN if hidden else LineKind.TEXT
        return Line(at, end, kind, indent, depth)
    kind, mark = LineKind(beginning.lastgroup), beginning[beginning.lastgroup]
    if kind in {LineKind.HEADING, LineKind.BULLET}:  # other beginnings are words, or never shown
        at = beginning.end()
    if kind is LineKind.HEADING:
        end = at + len(_without_closing_marks(text[at:end]))
    return Line(at, end, kind, indent, depth, mark)


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _without_closing_marks(heading: str) -> str:
    bare = heading.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else heading
