"""Does a name that a person typed mean a speaker as filed?"""

import re
from typing import NamedTuple

from quotecli.text.names import HONORIFICS, PARTICLES, name_key, same_name
from quotecli.text.normalise import fold

_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")  # "u.s." is "us."
_WORD = re.compile(r"\w+(?:'\w+)*")
_ARTICLES = frozenset({"a", "an", "the"})
_INITIALS_AND_BEN = frozenset({"d", "e", "y", "ben"})  # particles that rather begin a full name
LONGEST_NAME = 20  # words; of more none is a misspelt name
# In "an aide to Putin" or "a source close to the talks" what follows does not speak.
_HEAD_ENDS = {
    *("about", "at", "behind", "by", "close", "familiar", "for", "from", "in", "inside"),
    *("involved", "near", "of", "on", "to", "who", "with"),
}


class TypedName(NamedTuple):
    """A speaker as somebody typed it.

    ``words`` are its folded words, ``key`` those that tell one person from another;
    ``is_description`` says that it ends in an office ("Russian president") and not in a name.
    """

    text: str
    words: tuple[str, ...]
    key: tuple[str, ...]
    is_description: bool


def read_name(text: str) -> TypedName:
    """Read what somebody typed; ``words`` is empty where it has no letter or digit."""
    text = text.strip()
    words, key = name_words(text), name_key(text)
    return TypedName(
        text=text,
        words=tuple(word for word in words if word not in _ARTICLES) or words,
        key=key,
        is_description=bool(words) and words[-1] in HONORIFICS and not _ends_in_name(words, key),
    )


def _ends_in_name(words: tuple[str, ...], key: tuple[str, ...]) -> bool:
    """Tell "Stephen King" and "Mr King" from "Saudi king"."""
    from quotecli.text.naming.lists import is_given

    return len(words) > 1 and words[-1] == key[-1] and (words[0] in HONORIFICS or is_given(key[0]))


def name_words(name: str) -> tuple[str, ...]:
    """Give all folded words of a name, initials joined ("U.S." is "us"), possessives bare."""
    return tuple(_bare(word) for word in _split(name))


def is_meant(typed: TypedName, name: str, *, named: bool) -> bool:
    """Tell whether ``typed`` means the speaker filed as ``name``.

    A name is meant by any of its words in their order ("Putin", "foreign ministry"), and by a
    fuller form of itself ("Vladimir Putin" means "Putin" and "V. Putin", not "Lyudmila Putin").
    An unnamed source (``named`` false) is meant by its words if one of them is the source itself:
    "aide" means "an aide to Putin", "Putin" does not.
    """
    if not named:
        filed = name_words(name)
        return _in_order(typed.words, filed) and not _head(name).isdisjoint(typed.words)
    if _in_order(typed.words, name_words(name)):
        return True
    return not typed.is_description and (
        same_name(typed.text, name) or _ends_with(typed.key, name_key(name))
    )


def is_full_form(typed: TypedName, name: str) -> bool:
    """Tell whether ``typed`` is ``name`` in full, but for forms of address: "Dr Ada Roe".

    A surname alone is no full name, nor is "von der Leyen": it means all who bear it.
    """
    first = typed.key[0]
    is_surname = len(typed.key) == 1 or (first in PARTICLES and first not in _INITIALS_AND_BEN)
    return not is_surname and typed.key == name_key(name)


def _split(name: str) -> list[str]:
    return _WORD.findall(_INITIALS.sub("", fold(name)))


def _bare(word: str) -> str:
    return word.removesuffix("'s") or word


def _head(name: str) -> set[str]:
    head: set[str] = set()
    for word in _split(name):
        if word in _HEAD_ENDS:
            break
        if word.endswith("'s"):
            head.clear()  # "Ada Roe's lawyer" is no Ada
        else:
            head.add(word)
    return head


def _in_order(words: tuple[str, ...], of: tuple[str, ...]) -> bool:
    rest = iter(of)
    return all(word in rest for word in words)


def _ends_with(words: tuple[str, ...], end: tuple[str, ...]) -> bool:
    return bool(end) and words[-len(end) :] == end
