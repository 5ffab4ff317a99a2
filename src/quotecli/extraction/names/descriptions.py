"""What a description tells: the office, its place, whom it serves, and other words."""

from collections.abc import Iterator, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, PREFIXES
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS

# The words of "secretary of state", whose head alone would be another office
OF_STATE = ["secretary", "of", "state"]
_SAME_MODIFIER = {
    "gop": "republican",
    "republicans": "republican",
    "democrat": "democratic",
    "labor": "labour",
    "conservative": "tory",
    "conservatives": "tory",
}
# What tells nothing of which state an office is of
_OWN_STATE = frozenset({"republic", "nation", "state", "government", "presidency"})
_PARTY = frozenset(
    "democrats democratic republicans gop tories conservatives liberals green greens socialist"
    " social communist christian muslim jewish catholic ceo cfo coo mp mps".split()
)


def describe(units: Sequence[Unit], phrase: Range) -> tuple[str, str | None] | None:
    """Give the head noun and the place of a description: "the Russian president"."""
    roles = lexicon.roles()
    places = lexicon.places()
    place: str | None = None
    head: str | None = None
    at = phrase.start
    while at < phrase.end:
        word = units[at].lower
        pair = f"{word} {units[at + 1].lower}" if at + 1 < phrase.end else ""
        if pair.removesuffix("'s") in places:
            place = place or places[pair.removesuffix("'s")]
            at += 1
        elif word.removesuffix("'s") in places:
            place = place or places[word.removesuffix("'s")]
        elif (
            word.endswith("'s")
            and at > phrase.start
            and at + 1 < phrase.end
            and not (head and units[at].is_capital and _after_of(units, phrase.start, at))
        ):
            head = None  # "the president-elect Jane Roe's team"
        elif head is None and [u.lower for u in units[at : min(at + 3, phrase.end)]] == OF_STATE:
            head = " ".join(OF_STATE)
            at += 2
        elif pair in roles and (head is None or not _after_of(units, phrase.start, at)):
            head = pair
            at += 1
        elif word in roles and (
            head is None
            or not _after_of(units, phrase.start, at)
            or (at + 1 == phrase.end and _is_officer(units, at, head))
        ):
            head = word
        at += 1
    return (head, place) if head else None


def _is_officer(units: Sequence[Unit], at: int, head: str) -> bool:
    """Tell the nurse of "a Bank of Zed nurse", whose ``head`` is no bank, from other words."""
    person = lexicon.roles()[units[at].lower].role_class in lexicon.PERSONAL
    behind = units[at - 1].is_capital and not units[at].is_capital
    return person and behind and lexicon.roles()[head].role_class == "body"


def _after_of(units: Sequence[Unit], start: int, at: int) -> bool:
    return any(u.lower in {"of", "for", "to", "from", "at", "in", ","} for u in units[start:at])


def place_before(units: Sequence[Unit], at: int) -> str | None:
    """Read "Russian" before "foreign minister"."""
    places = lexicon.places()
    while at > 0 and units[at - 1].lower in PREFIXES:
        at -= 1
    names = (" ".join(u.lower for u in units[max(0, at - n) : at]) for n in (2, 1))
    return next((place for n in names if (place := places.get(n.removesuffix("'s")))), None)


def place_after(units: Sequence[Unit], at: int) -> str | None:
    """Read "of Azerbaijan" after "President Ilham Aliyev"."""
    if at + 1 >= len(units) or units[at].lower != "of":
        return None
    places = lexicon.places()
    pair = f"{units[at + 1].lower} {units[at + 2].lower}" if at + 2 < len(units) else ""
    return places.get(pair) or places.get(units[at + 1].lower)


def modifiers(units: Sequence[Unit], phrase: Range) -> frozenset[str]:
    """Give the words of a description that tell one holder from another ("Democratic")."""
    found = {u.lower.removesuffix("'s") for u in units[phrase.start : phrase.end] if u.is_word}
    return frozenset(_SAME_MODIFIER.get(word, word) for word in found if len(word) > 2)


def served(units: Sequence[Unit], phrase: Range, *, in_full: bool) -> set[str]:
    """Give the words of the places and bodies in a description: "Zed Bank's chief executive".

    A body has its initials too, so that "the UN envoy" is the "envoy of the United Nations". Not
    ``in_full``, the words that many bodies have ("bank") are left out, unless there is no other.
    """
    found: set[str] = set()
    row = units[phrase.start : phrase.end]
    for run in name_runs(row):
        words = list(_serving([u.lower for u in row[run.start : run.end] if u.is_word]))
        own = [w for w in words if w not in BODY_WORDS and w != "united"]
        found.update(words if in_full or not own else own)
        whole = [u.lower for u in row[run.start : run.end] if u.is_word] if in_full else []
        while whole and _is_rank(whole[-1]):
            whole.pop()  # "National Security Agency Director" is of the NSA
        found.update("".join(w[0] for w in each) for each in (words, whole) if len(each) > 1)
    return found


def _serving(words: Sequence[str]) -> Iterator[str]:
    """Give the words of a body's name without marks, and without titles and parties."""
    places = lexicon.places()
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2]).removesuffix("'s")
        bare = words[at].removesuffix("'s")
        plain = bare.replace(".", "")
        if pair in places:
            yield places[pair].lower()
            at += pair.count(" ")
        elif bare in places:
            yield places[bare].lower()
        elif plain == "un" or not (_is_rank(plain) or plain in _OWN_STATE):
            yield plain
        at += 1


def _is_rank(word: str) -> bool:
    role = lexicon.roles().get(word)
    held = role is not None and role.role_class in lexicon.PERSONAL
    return held or word in PREFIXES | _PARTY | HONORIFICS or word in lexicon.titles()
