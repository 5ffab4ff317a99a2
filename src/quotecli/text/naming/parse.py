"""A person's name in its parts, whatever the order in which it was written."""

import re
from functools import lru_cache
from typing import NamedTuple

from quotecli.text.names import HONORIFICS, PARTICLES
from quotecli.text.naming.lists import family_names, is_given
from quotecli.text.normalise import fold

_TITLES = HONORIFICS | frozenset(
    "prime minister secretary baroness baron count countess duke duchess earl viscount madam"
    " representative congressman congresswoman ambassador commander major sergeant corporal"
    " lieutenant brigadier officer chief brother sister father mother saint archbishop bishop"
    " cardinal rabbi sultan emir shah mullah hajji senor senora herr frau monsieur madame mayor"
    " deputy vice former acting first premier spokesman spokeswoman spokesperson leader director"
    " chairman chairwoman ceo commissioner councillor councilman councilwoman councilor detective"
    " inspector superintendent constable attorney coach dean provost pastor reverend".split()
)
_ALSO_GIVEN = frozenset({"king", "earl", "duke", "dean", "major", "prince", "saint", "baron"})
_GENERATIONS = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii"}
_DEGREES = frozenset("phd md mp mep msp qc kc obe cbe mbe esq dds rn iv".split())
_FATHERS = frozenset({"bin", "ibn", "bint", "ben"})
_QUOTED = re.compile(r"[\"“”(«][^\"“”)»]*[\"“”)»]|'\w+'(?=\s)")
_SYLLABLES = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrcswyz]|zh|ch|sh|ts|hs|tz|gw|hw|kw|ry|my|hy|ky|gy)?"
    r"(?:[aeiou]|ae|ai|ao|ei|eo|eu|ia|iao|ie|iu|oe|oi|ou|oo|ua|uai|ue|ui|uo|ya|yae|yeo|yo|yu|ye"
    r"|wa|wo|wi|ee|yeu|uan|uu|ieu|uong)"
    r"(?:ng|nh|n|k|l|m|p|t|h|r)?){1,2}"
)
_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmyrwjf]|sh|ch|ts|ky|gy|ny|hy|by|py|my|ry)?(?:[aiueo]|ou|uu|ei)"
    r"(?:n(?![aeiouy]))?)+"
)


class PersonName(NamedTuple):
    """The folded words of a person's name.

    Attributes:
        given: given and middle names in order, an initial as one letter; empty where only the
            family name is known.
        family: the words of the family name without particles; two or more where it is double.
        generation: jr, sr, ii, iii or nothing.
        fathers: whose son it is, after "bin"; told brothers of one house apart.
        joined: whether hyphens hold the family name together.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    generation: str = ""
    fathers: tuple[str, ...] = ()
    joined: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """Given and family names in order."""
        return self.given + self.family


@lru_cache(maxsize=65536)
def parse_person(name: str) -> PersonName:
    """Read a name as a person's; all parts are empty where there is no letter in it."""
    text, generation = _without_suffixes(_QUOTED.sub(" ", name).replace("’", "'"))
    raw = [word for word in text.split() if any(c.isalnum() for c in word)]
    raw = _without_titles(raw)
    if not raw:
        return PersonName((), ())
    words = [part for number, word in enumerate(raw) for part in _split(word, number, raw)]
    eastern = _eastern(words)
    if eastern is not None:
        return eastern._replace(generation=generation)
    words = _rejoined(words)
    kept, fathers, starts = _without_particles(words)
    if not kept:
        return PersonName((), tuple(word.text for word in words), generation)
    last = len(kept) - 1
    first_family = last
    while first_family > 0 and kept[first_family].hyphen == kept[first_family - 1].hyphen >= 0:
        first_family -= 1  # Smith-Jones
    if first_family == 0 and len(kept) > 1 and len(raw) > 1:
        first_family = last
    if starts == 0 and not fathers:  # "von der Leyen", "al-Assad"
        first_family = 0
    texts = [word.text for word in kept]
    return PersonName(
        tuple(texts[:first_family]),
        tuple(texts[first_family:]),
        generation,
        tuple(fathers),
        joined=last > first_family,
    )


class _Word(NamedTuple):
    text: str
    hyphen: int  # number of the hyphenated word of which it is a part, -1 for none
    initial: bool
    particle: bool


def _split(word: str, number: int, raw: list[str]) -> list[_Word]:
    parts = re.split("[-‐‑–]", word)
    found = []
    for part in filter(None, parts):
        bare = fold(part).replace("'", "").strip(".,;:!?")
        letters = [c for c in re.split(r"\W+", bare) if c]
        together = len(letters) == 1 and _is_initials(part, number, raw)
        tokens = list(letters[0]) if together else letters
        for token in tokens:
            particle = token in PARTICLES and not (
                number == 0 and len(raw) == 2 and len(parts) == 1 and part[:1].isupper()
            )  # "Al Gore", "Van Morrison"
            particle = particle and (len(token) > 1 or part in {"e", "y"} or "'" in word)
            found.append(_Word(token, number if len(parts) > 1 else -1, len(token) == 1, particle))
    return found


def _is_initials(part: str, number: int, raw: list[str]) -> bool:
    bare = part.strip(".,")
    return (
        number < len(raw) - 1
        and 2 <= len(bare) <= 3
        and bare.isalpha()
        and bare.isupper()
        and not raw[-1].isupper()
        and fold(bare) not in PARTICLES
    )


def _without_suffixes(text: str) -> tuple[str, str]:
    generation = ""
    head, *rest = [part.strip() for part in text.split(",")]
    others = []
    for part in rest:
        word = fold(part).replace(".", "")
        if word in _GENERATIONS:
            generation = _GENERATIONS[word]
        elif part and word not in _DEGREES:
            others.append(part)
    if len(others) == 1 and len(head.split()) <= 2 and len(others[0].split()) <= 3:
        head = f"{others[0]} {head}"  # "Putin, Vladimir"
    words = head.split()
    while len(words) > 1:
        word = fold(words[-1]).replace(".", "")
        if word in _GENERATIONS:
            generation = _GENERATIONS[word]
        elif word not in _DEGREES or (word == "md" and len(words) == 2):
            break
        words.pop()
    return " ".join(words), generation


def _without_titles(raw: list[str]) -> list[str]:
    at = 0
    while at < len(raw) - 1:
        word = fold(raw[at]).strip(".")
        if word not in _TITLES or (word in _ALSO_GIVEN and len(raw) - at == 2 and at == 0):
            break
        at += 1
    return raw[at:]


def _without_particles(words: list[_Word]) -> tuple[list[_Word], list[str], int]:
    """Leave particles out; give also the fathers' names and where the first particle stood."""
    kept: list[_Word] = []
    fathers: list[str] = []
    starts = -1
    at = 0
    while at < len(words):
        word = words[at]
        if word.particle and at < len(words) - 1:
            starts = at if starts < 0 else starts
            following = words[at + 1]
            more = at + 2 < len(words)
            if word.text in _FATHERS and more and not following.particle and kept:
                fathers.append(following.text)
                at += 2
                continue
        else:
            kept.append(word)
        at += 1
    return kept, fathers, starts


def _rejoined(words: list[_Word]) -> list[_Word]:
    """Make "Maréchal-Le Pen" one hyphenated name."""
    found = list(words)
    for at in range(1, len(words)):
        before = found[at - 1]
        if before.particle and before.hyphen >= 0 and found[at].hyphen < 0:
            found[at] = found[at]._replace(hyphen=before.hyphen)
    return found


def _eastern(words: list[_Word]) -> PersonName | None:
    """Read "Xi Jinping", "Kim Jong-un" and "Jae-in Moon": the family name may stand first."""
    texts = [word.text for word in words]
    if not 2 <= len(texts) <= 3 or any(word.initial for word in words):
        return None
    families = family_names("east-asian")
    first, *rest = texts
    if (
        first in families
        and _is_eastern_given(rest)
        and not (
            is_given(first) and not words[-1].hyphen >= 0 and len(rest) == 1 and is_given(rest[0])
        )
    ):
        return PersonName(("".join(rest),), (first,))
    *rest, last = texts
    if last in families and _is_eastern_given(rest) and not is_given(rest[0]):
        return PersonName(("".join(rest),), (last,))
    if (
        first in family_names("hungarian")
        and len(texts) == 2
        and last not in family_names("hungarian")
    ):
        return PersonName((last,), (first,))
    return None


def _is_eastern_given(words: list[str]) -> bool:
    return all(_SYLLABLES.fullmatch(word) for word in words)


def may_be_turned(name: PersonName) -> bool:
    """Tell whether the two words of a name may stand in either order ("Abe Shinzo")."""
    words = name.words
    return len(words) == 2 and all(len(w) > 1 and _ROMAJI.fullmatch(w) for w in words)
