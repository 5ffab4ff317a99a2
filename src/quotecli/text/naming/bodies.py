"""Organisations by name: is it one, and under which key do its safe variants meet?"""

import re
from functools import lru_cache

from quotecli.text.naming.lists import is_given
from quotecli.text.normalise import fold
from quotecli.text.places import demonyms, places

_HEADS = frozenset(
    "academy administration agency airlines airport alliance army assembly association authority"
    " bank board brigade bureau cabinet center centre chamber charity church city club coalition"
    " college commission committee company confederation conference congress consortium"
    " corporation corps council court department embassy executive federation fire firm force"
    " forces foundation front fund government group guard hospital house institute institution"
    " international jihad journal kingdom league magazine media militia ministry mission movement"
    " museum nations navy network news office organisation organization parliament partnership"
    " party police post press project radio railways republic reserve school senate service"
    " services society state states summit syndicate television times tribunal trust union united"
    " university watch foundation workers corp inc ltd llc plc gmbh co & and of for".split()
)
_ARTICLES = frozenset({"the", "a", "an"})
_SAME_WORDS = {
    "&": "and",
    "organisation": "organization",
    "defence": "defense",
    "labour": "labor",
    "centre": "center",
    "programme": "program",
    "corp": "corporation",
    "co": "company",
    "ltd": "limited",
    "inc": "incorporated",
    "dept": "department",
    "govt": "government",
    "america": "us",
    "usa": "us",
}
# Of these it makes no difference whether the country stands before or behind: "Armenian Foreign
# Ministry", "Foreign Ministry of Armenia". "University of York" is not York University.
_FREE_ORDER = frozenset({"ministry", "department", "embassy", "parliament", "government"})
_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)\.?|(?<=\b\w\.\w)\.")
_POSSESSIVE = re.compile(r"'s?(?!\w)")
_WORD = re.compile(r"&|\w+")


def is_place(name: str) -> bool:
    """Tell a place or a seat of government, which may speak, but is nobody's family name."""
    return " ".join(_words(name)) in places() or name.strip().lower() in places()


@lru_cache(maxsize=65536)
def is_body(name: str) -> bool:
    """Tell the name of an organisation, as far as its words show it."""
    words = _words(name)
    if not words or is_place(name):
        return True
    if any(word in _HEADS for word in words):
        return True
    return len(words) > 1 and words[0] in demonyms() and not is_given(words[-1])


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Give the key that the variants of an organisation's name share, and no other name."""
    words = [_SAME_WORDS.get(word, word) for word in _words(name)]
    words = " ".join(words).replace("united states", "us").replace("united kingdom", "uk").split()
    if _FREE_ORDER.isdisjoint(words):
        return " ".join(words)
    countries = [places().get(w, w).lower() if w not in {"us", "uk"} else w for w in words]
    return " ".join(sorted(word for word in countries if word not in {"of", "the"}))


@lru_cache(maxsize=65536)
def _words(name: str) -> tuple[str, ...]:
    text = _INITIALS.sub("", fold(name))
    text = text.replace("co-op", "coop")
    text = _POSSESSIVE.sub("", text)
    words = tuple(_WORD.findall(text))
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
