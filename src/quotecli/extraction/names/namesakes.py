"""Whether two names are one person's: "George W. Boyle" and "George H.W. Boyle" are not."""

from collections.abc import Sequence
from itertools import combinations

from quotecli.extraction import lexicon
from quotecli.extraction.names.person import PAIR, Key, Person
from quotecli.text.names import name_key

_FAMILY = 8  # persons of one first name and surname that an article tells apart


def is_same(person: Person, key: Key) -> bool:
    """Tell whether a name of two words or more is a form of the person's.

    The last words are equal, and of the words before, those that both give agree, an initial with
    any word that begins with it; or one is the other's end ("van der Meer"), or both are the same
    words in another order ("Orbán Viktor"). A name of three words or more must agree with every
    other one: "Abu Hassan Roe" and "Sadeq Abu Roe" both end like "Abu Roe", and are two.
    """
    own = [name_key(" ".join(form)) for form in person.forms]
    whole = (k for k in own if len(k) > PAIR and len(key) > PAIR)
    return any(_is_form(k, key) for k in own) and all(_is_form(k, key) for k in whole)


def called(persons: Sequence[Person], key: Key) -> list[Person]:
    """Choose who is called just ``key``, unless that person has a longer name like another's.

    "George Boyle" is nobody of an article with George A. and George B. Boyle, even if one of them
    was called so before the other one came.
    """
    found = [p for p in persons if p.is_called(key)]
    few = len(key) == PAIR and len(persons) <= _FAMILY  # a list of winners would take long
    apart = few and any(are_told_apart(a, b) for a, b in combinations(persons, 2))
    return found if found and not apart else list(persons)


def is_begun_by(person: Person, key: Key) -> bool:
    """Tell "Te Kauri" of Te Kauri Robert Parr: two given names."""
    own = (name_key(" ".join(form)) for form in person.forms)
    return any(len(k) > len(key) + 1 and k[: len(key)] == key for k in own)


def is_shortened(whole: Key, key: Key, *, hyphened: bool) -> bool:
    """Tell "Teresa Flores" of María Teresa Flores Jáquez, and "John Lee" of John Lee Ka-chiu."""
    firsts = lexicon.first_names()
    if whole[:PAIR] == key and hyphened:
        return True
    return whole[-2] == key[-1] and key[0] in whole[:2] and {*whole[:2]} <= firsts.keys()


def is_form_of(name: tuple[str, ...], person: Person) -> bool:
    """Tell a name with its middle from that of somebody else: both begin and end alike."""
    return len(name) > PAIR and any(
        form[0] == name[0] and form[-1] == name[-1] for form in person.forms
    )


def are_told_apart(one: Person, other: Person) -> bool:
    """Tell whether initials make two persons of one first name and surname."""
    mine, others = ([name_key(" ".join(f)) for f in p.forms] for p in (one, other))
    return any(_have_other_initials(a, b) for a in mine for b in others)


def _is_form(own: Key, key: Key) -> bool:
    if len(own) == len(key) == 2 and own == key[::-1]:
        return True
    if not own or own[-1] != key[-1]:
        return False
    if own[-len(key) :] == key or key[-len(own) :] == own:
        return True
    if _have_other_initials(own, key):
        return False
    short, long = sorted((own[:-1], key[:-1]), key=len)
    rest = iter(long)
    return _agree(short[0], long[0]) and all(any(_agree(w, x) for x in rest) for w in short)


def _have_other_initials(own: Key, key: Key) -> bool:
    """Tell George W. Boyle from George H.W. Boyle and from George Herbert Walker Boyle.

    An initial in the middle stands for the name at its place; one more may follow.
    """
    middles = own[1:-1], key[1:-1]
    if not all(middles) or not any(all(len(w) == 1 for w in m) for m in middles):
        return False
    return not all(_agree(a, b) for a, b in zip(*middles, strict=False))


def _agree(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b
