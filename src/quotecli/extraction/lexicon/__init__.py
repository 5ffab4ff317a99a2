"""The word lists: tables with named columns beside this file, checked when they are loaded."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from quotecli.text.places import demonyms, places

__all__ = [
    "CUE_CLASSES",
    "FRAMES",
    "PERSONAL",
    "Cue",
    "Role",
    "cues",
    "demonyms",
    "first_names",
    "homes",
    "places",
    "roles",
]

CUE_CLASSES = frozenset({"speech", "ask", "thought", "show"})
FRAMES = frozenset("qtziowd")
PERSONAL = frozenset({"office", "person", "anonymous"})  # classes of roles that one person has


class Cue(NamedTuple):
    """One form of a reporting verb.

    ``tense`` is ``past``, ``present`` (says), ``base`` (say) or ``ing``. ``frames`` tells what it
    can govern: q a quotation, t a that-clause, z a bare clause, i an infinitive, w a question, o
    an object (counted only with words in marks), d its addressee first ("told reporters").
    """

    lemma: str
    tense: str
    cue_class: str
    frames: frozenset[str]


class Role(NamedTuple):
    """What the head noun of a description says about its bearer."""

    head: str
    role_class: str
    gender: str


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    """Read a table's rows; a wrong header or a short row is a bug of the package."""
    lines = files(__name__).joinpath(name).read_text("utf-8").splitlines()
    if tuple(lines[0].split("\t")) != columns:
        raise ValueError(f"{name}: the header is not {columns}")
    for number, line in enumerate(lines[1:], 2):
        row = line.split("\t")
        if len(row) != len(columns):
            raise ValueError(f"{name}:{number}: {len(row)} columns, not {len(columns)}")
        yield row


@cache
def cues() -> Mapping[str, Cue]:
    """Give the forms of all reporting verbs, lower case."""
    forms: dict[str, Cue] = {}
    for lemma, past, cue_class, frames in _rows("cues.tsv", ("lemma", "past", "class", "frames")):
        governs = frozenset(frames)
        if cue_class not in CUE_CLASSES or not governs <= FRAMES:
            raise ValueError(f"cues.tsv: {lemma}: unknown class or frame")
        by_tense = {
            "base": [lemma],
            "present": [_third_person(lemma)],
            "ing": _participles(lemma),
            "past": past.split("|"),
        }
        for tense, words in by_tense.items():
            for word in words:
                forms[word] = Cue(lemma, tense, cue_class, governs)
    return forms


_DOUBLED = frozenset("admit beg dub label plan quip refer regret signal slam snap submit".split())


def _third_person(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _participles(lemma: str) -> list[str]:
    if lemma in _DOUBLED:
        doubled = lemma + lemma[-1] + "ing"
        return [doubled, lemma + "ing"] if lemma.endswith("l") else [doubled]  # signal(l)ing
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye")):
        return [lemma[:-1] + "ing"]
    return [lemma + "ing"]


@cache
def roles() -> Mapping[str, Role]:
    """Give the head nouns of descriptions, lower case, one or two words each."""
    columns = ("head", "class", "gender", "note")
    return {
        row[0].lower(): Role(row[0].lower(), row[1], row[2]) for row in _rows("roles.tsv", columns)
    }


@cache
def first_names() -> Mapping[str, str]:
    """Give the usual bearers' gender (f, m, u) for each lower-case first name."""
    return {row[0]: row[1] for row in _rows("first_names.tsv", ("name", "gender"))}


@cache
def homes() -> frozenset[str]:
    """Give the names, lower case, under which places are filed: Kabul under "afghanistan"."""
    return frozenset(place.lower() for place in places().values())


@cache
def titles() -> Mapping[str, str]:
    """Give the gender (f, m, u) that each form of address tells, lower case and without stop."""
    return {row[0]: row[1] for row in _rows("titles.tsv", ("title", "gender"))}
