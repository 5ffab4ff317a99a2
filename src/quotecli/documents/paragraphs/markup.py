"""Mark-up inside running text: the stretches that a reader does not see.

Markdown and the HTML tags that survive in saved pages. What is not certainly mark-up is text:
"[sic]" and "[the president]", a lone asterisk, the stars in "s**t", "3 < 5".
"""

import re
from typing import NamedTuple

_TAGS = (
    "a abbr article b big blockquote br center cite code dd del details div dl dt em figcaption"
    " figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s"
    " section small source span strike strong sub summary sup table tbody td th thead time tr tt"
    " u ul var video wbr"
).split()
_BREAKING = frozenset(
    "article blockquote br center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr img li main ol p pre section summary table tbody td th thead tr ul video".split()
)
_TOKEN = re.compile(
    rf"""
    (?P<escape>\\(?=[\\`*_{{}}\[\]()\#+\-.!~>|<"'$&]))
  | (?P<comment><!--)
  | </?(?P<tag>{"|".join(_TAGS)})(?:\s[^<>]*|/)?>
  | (?P<note>\[\^[\w-]{{1,30}}\])
  | (?P<image>!\[)
  | (?P<open>\[)
  | (?P<close>\])
  | (?P<run>\*+|_+|~+|`+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TARGET = re.compile(
    r"""
    \([ \t]*
    (?P<target> <[^<>\n]*> | [^\s()<>]* (?:\([^\s()]*\)[^\s()<>]*)* )
    (?:[ \t]+ (?:"[^"\n]*" | '[^'\n]*'))?   # the title that a browser shows over the link
    [ \t]*\)
    """,
    re.VERBOSE,
)
_LOOKS_LIKE_TARGET = re.compile(r"$|[#?/.<]|.*[/.:@]", re.DOTALL)
_REFERENCE = re.compile(r"\[([^\[\]\n]{0,80})\]")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]\n^][^\[\]\n]{0,80})\]:[ \t]{1,8}<?(?:https?:|mailto:|www\.|[/#])",
    re.MULTILINE,
)
# How many characters a run may have and still be emphasis.
_LONGEST_RUN = {"*": 3, "_": 3, "~": 2, "`": 3}


class Hole(NamedTuple):
    """Mark-up at ``text[start:end]``; one that ``breaks`` ends a line, as ``<br>`` does."""

    start: int
    end: int
    breaks: bool = False


class _Run(NamedTuple):
    """Emphasis marks that wait for their partner."""

    start: int
    length: int


def find_definitions(text: str) -> dict[int, str]:
    """Find the lines that say where reference links lead: where each begins, and its label."""
    if "]:" not in text:
        return {}
    return {match.start(): match[1].casefold() for match in _DEFINITION.finditer(text)}


def find_holes(text: str, start: int, end: int, labels: frozenset[str] = frozenset()) -> list[Hole]:
    """Find the mark-up in ``text[start:end]``, one paragraph.

    Args:
        text: the whole text.
        start: where the paragraph begins.
        end: where it ends.
        labels: what the file's reference links are called, case folded.

    Returns:
        The holes in order, not overlapping.
    """
    return _Scanner(text, start, end, labels).scan()


class _Scanner:
    """One pass over one paragraph, with stacks for what is still open."""

    def __init__(self, text: str, start: int, end: int, labels: frozenset[str]) -> None:
        self.text, self.start, self.end, self.labels = text, start, end, labels
        self.holes: list[Hole] = []
        self.brackets: list[tuple[int, bool]] = []  # where, and whether of an image
        self.runs: dict[str, list[_Run]] = {char: [] for char in _LONGEST_RUN}
        self.comments_end = True  # false once a comment was found that is never closed

    def scan(self) -> list[Hole]:
        at = self.start
        while match := _TOKEN.search(self.text, at, self.end):
            at = match.end()
            kind = match.lastgroup
            if kind == "escape":
                self.holes.append(Hole(match.start(), at))
                at += 1
            elif kind == "tag":
                self.holes.append(Hole(match.start(), at, match["tag"].lower() in _BREAKING))
            elif kind == "note":
                defines = match.start() == self.start and self.text.startswith(":", at)
                self.holes.append(Hole(match.start(), at + defines))
            elif kind == "run":
                self._emphasis(match)
            elif kind == "comment":
                at = self._comment(match.start(), at)
            elif kind == "close":
                at = self._close_bracket(match.start())
            else:
                self.brackets.append((match.start(), kind == "image"))
        return _in_order(self.holes)

    def _comment(self, start: int, at: int) -> int:
        close = self.text.find("-->", at, self.end) if self.comments_end else -1
        if close < 0:
            self.comments_end = False
            return at
        self.holes.append(Hole(start, close + 3))
        return close + 3

    def _close_bracket(self, close: int) -> int:
        """Decide what a bracket was once it closes; give where to go on."""
        after = close + 1
        if not self.brackets:
            return after
        opened, is_image = self.brackets.pop()
        link_end = self._link_end(opened + 1 + is_image, close)
        if link_end is None:
            return after
        if is_image:
            self.holes.append(Hole(opened, link_end, breaks=True))
        else:
            self.holes += [Hole(opened, opened + 1), Hole(close, link_end)]
        return link_end

    def _link_end(self, inside: int, close: int) -> int | None:
        after = close + 1
        target = _TARGET.match(self.text, after, self.end)
        if target is not None and _LOOKS_LIKE_TARGET.match(target["target"]):
            return target.end()
        if not self.labels or close - inside > 100:
            return None
        own = self.text[inside:close].casefold()
        reference = _REFERENCE.match(self.text, after, self.end)
        if reference is not None and (reference[1].casefold() or own) in self.labels:
            return reference.end()
        return after if own in self.labels else None

    def _emphasis(self, match: re.Match[str]) -> None:
        """Pair a run of marks with an open one of the same length, or keep it waiting.

        Marks inside a word are text, and so is a run without its like: both are how newspapers
        print words that they will not print.
        """
        char, length = match[0][0], len(match[0])
        if length > _LONGEST_RUN[char] or (char == "~" and length != 2):
            return
        before = self.text[match.start() - 1] if match.start() > self.start else " "
        after = self.text[match.end()] if match.end() < self.end else " "
        waiting = self.runs[char]
        if not before.isspace() and not after.isalnum():
            partners = _partners(waiting, length)
            if partners:
                self.holes.append(Hole(*match.span()))
                self.holes += [Hole(run.start, run.start + run.length) for run in partners]
                del waiting[-len(partners) :]
                return
        if not after.isspace() and not before.isalnum():
            waiting.append(_Run(match.start(), length))


def _partners(waiting: list[_Run], length: int) -> list[_Run]:
    """Give the open runs that a closing run ends: one of its length, or two that make it up."""
    if waiting and waiting[-1].length == length:
        return waiting[-1:]
    if len(waiting) > 1 and waiting[-1].length + waiting[-2].length == length:
        return waiting[-2:]
    return []


def _in_order(holes: list[Hole]) -> list[Hole]:
    """Sort the holes and unite those that overlap, as the parts of an image do."""
    united: list[Hole] = []
    for hole in sorted(holes):
        if united and hole.start < united[-1].end:
            last = united[-1]
            united[-1] = Hole(last.start, max(last.end, hole.end), last.breaks or hole.breaks)
        else:
            united.append(hole)
    return united
