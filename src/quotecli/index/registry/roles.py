"""What a mention tells of its speaker besides the name: "French President Emmanuel Macron"."""

import re

from quotecli.model import Basis
from quotecli.text.names import HONORIFICS
from quotecli.text.normalise import fold
from quotecli.text.places import places

_FORMS_OF_ADDRESS = frozenset("mr mrs ms miss mx dr prof sir dame lord lady".split())
_ARTICLES = frozenset({"the", "a", "an"})
_LEADING = _ARTICLES | {"both", "our", "my", "your", "his", "her", "its", "their"}
_CLAUSES = frozenset({"who", "whose", "which", "that", "whom", "when", "where", "and", "or"})
_NOT_HELD = frozenset(
    "former ex late acting then deputy vice next incoming outgoing first would-be counterpart"
    " presidents ministers would candidate hopeful adviser spokesman spokeswoman aide".split()
)
_OFFICES = {
    "president": "president",
    "prime minister": "prime minister",
    "premier": "prime minister",
    "chancellor": "chancellor",
    "king": "king",
    "queen": "queen",
    "emir": "emir",
    "sultan": "sultan",
    "pope": "pope",
    **{f"{what} minister": f"{what} minister" for what in ("foreign", "finance", "interior")},
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "foreign secretary": "foreign minister",
    "home secretary": "interior minister",
}
_MOST_WORDS = 8
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\s,]+|,")


def role_of(mention: str | None, name: str, basis: Basis) -> str | None:
    """Give the words that describe a speaker in a mention, without the name and without "the"."""
    if not mention:
        return None
    if basis is Basis.ROLE:
        return _described(mention.split())
    if basis not in {Basis.NAMED, Basis.SURNAME}:
        return None
    words = _WORD.findall(mention)
    in_name = {fold(word).strip(".") for word in name.split()}
    own = [n for n, word in enumerate(words) if _bare(word) in in_name]
    if not own:
        return None
    before, after = words[: own[0]], words[own[-1] + 1 :]
    if before[-1:] == [","]:  # "France's president, Emmanuel Macron"
        before.pop()
    if "," in before:
        return None
    found = _described([w for w in before if fold(w).strip(".") not in _FORMS_OF_ADDRESS])
    if found is None and after[:1] == [","]:
        rest = after[1:]
        found = _described(rest[: rest.index(",")] if "," in rest else rest)
    return found


def office_of(role: str | None) -> str | None:
    """Give the office of a country that a description names: "president of Russia".

    None for offices that have no place in it, that somebody held once, and that many hold.
    """
    if role is None:
        return None
    words = [fold(word).strip(",") for word in role.split()]
    if words[:1] == ["the"]:
        words = words[1:]
    if not words or not _NOT_HELD.isdisjoint(words):
        return None
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            office = _OFFICES.get(" ".join(words[at : at + size]))
            if office is not None:
                place = _place(words[:at], words[at + size :])
                return f"{office} of {place}" if place else None
    return None


def _described(words: list[str]) -> str | None:
    while words and words[0].lower() in _ARTICLES:
        words = words[1:]
    if not 0 < len(words) <= _MOST_WORDS or fold(words[0]) in _LEADING | _CLAUSES:
        return None
    lower = {fold(word) for word in words}
    if "counterpart" in lower or "," in lower or lower <= HONORIFICS - _OFFICES.keys():
        return None
    return " ".join(words)


def _place(before: list[str], after: list[str]) -> str | None:
    """Find the place right before an office or after it, with nothing else on either side."""
    known = places()
    if before and not after:
        return known.get(_POSSESSIVE.sub("", " ".join(before)))
    if not before and after[:1] == ["of"]:
        rest = after[2:] if after[1:2] == ["the"] else after[1:]
        return known.get(" ".join(rest))
    return None


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", fold(word)).strip(".")
