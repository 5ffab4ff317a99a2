"""Bylines: "By Jane Roe, Political Editor" and what of it is the author."""

import re

_PREFIX = re.compile(
    r"(?:(?:written|words|story|text|report|reported|analysis|opinion|exclusive)\s+)?by[:\s]\s*",
    re.IGNORECASE,
)
_PARTICLE = r"(?:de|del|della|der|den|di|da|do|dos|du|van|von|al|el|bin|ibn|ben|la|le|ter|y)"
_NAME_WORD = r"(?:(?:al|el|d|o)['’-])?[^\W\d_][\w'’.&-]*"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,5}}")
_PARTICLES = re.compile(_PARTICLE)
# Parts of a byline that are somebody's post, place or employer.
_ROLE = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|columnists?|analysts?|producers?|staff|chief"
    r"|bureau|commentators?|contributors?|journalists?|desk|team|press|news|agency|agencies|service"
    r"|online|newspaper)\b|\.(?:com|org|net|co)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:in|at|for|from|with)\s+(?:the\s+)?[A-Z].*|\s+(?:in|at|for|from)\s+(?:the\s+)?[A-Z].*"
    r"|\s*@\w+|\s*<?[\w.+-]+@[\w.-]+>?|\s*\([^)]*\)"
)
_AND = re.compile(r"\s+(?:and|&)\s+|\s*;\s*", re.IGNORECASE)
_AGENCIES = frozenset(
    "afp ap pa dpa epa upi ani ians pti tass reuters xinhua interfax sputnik bloomberg bbc cnn"
    " anadolu efe ansa kyodo yonhap dw rfe/rl".split()
)
# "By Monday" and "By Then" open sentences and headings, not articles.
_NO_AUTHORS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december christmas easter then now law design chance"
    " contrast comparison".split()
)
_FULL_STOP = re.compile(r"(?<=\w{3})\.$")  # of a sentence, not of "Jr."
_MOST_WORDS = 16


def read_byline(line: str) -> str | None:
    """Read a line that is a byline and nothing more ("By Jane Roe"); ``None`` for other lines.

    The words stay as the article has them; several authors are joined by "; " where the line
    joins full names with "and".
    """
    line = line.strip()
    prefix = _PREFIX.match(line)
    if prefix is None or len(line) > 200:
        return None
    return read_authors(line[prefix.end() :])


def read_authors(text: str) -> str | None:
    """Read what stands after "By" or "Author:"; ``None`` where that is no name."""
    text = _FULL_STOP.sub("", text.strip(" \t,"))
    people_part, _, employer = text.partition(" / ")
    if employer and is_role(employer):
        text = people_part
    if not text or len(text.split()) > _MOST_WORDS:
        return None
    parts = [part.strip() for part in text.split(",")]
    named = [parts[0], *(part for part in parts[1:] if part and not is_role(part))]
    people = [
        [_TAIL.sub("", name).strip() for name in _AND.split(part.removeprefix("and ")) if name]
        for part in named
    ]
    names = [name for part in people for name in part]
    if not all(_is_name(name) for name in names):
        return None
    if len(named) > 1 and len(people[-1]) == 1 and not named[-1].startswith("and "):
        # "By Jane Roe, Daily Planet": the second may be a paper as well as a person.
        return ", ".join(_TAIL.sub("", part) for part in named)
    if len(names) > 1 and not all(" " in name for name in names):
        return ", ".join(named)
    return "; ".join(names)


def is_role(part: str) -> bool:
    """Tell whether a part of a byline is somebody's post or employer."""
    return _ROLE.search(part) is not None or part.lower() in _AGENCIES


def _is_name(text: str) -> bool:
    if _NAME.fullmatch(text) is None:
        return False
    words = text.split()
    if len(words) == 1:
        return text.lower() in _AGENCIES or (text.isupper() and text.lower() not in _NO_AUTHORS)
    if words[0].lower() in _NO_AUTHORS:
        return False
    return all(word[0].isupper() or _PARTICLES.match(word) is not None for word in words)
