"""Titles as they stand before names: "Mr.", "Datuk Seri", "Maj-General", "Vice-Chairman"."""

from collections.abc import Sequence
from itertools import pairwise

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import is_first_name
from quotecli.extraction.names.ranks import BENEATH
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS

ALSO_NAMES = frozenset(
    "king pope judge bishop major page baker mason may prince duke dean cook guard partner hunter"
    " rich chef fan".split()
)
# Of these, titles where a first name and another one follow: "Bishop Jane Roe"
_BEFORE_FULL_NAMES = frozenset({"bishop", "major", "chef"})
SPELLED = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "gen": "general",
    "prof": "professor",
    "dr": "doctor",
    "sgt": "sergeant",
    "capt": "captain",
    "supt": "superintendent",
    "insp": "inspector",
    "lt": "lieutenant",
    "col": "colonel",
    "cllr": "councillor",
    "atty": "attorney",
    "det": "detective",
    "adm": "admiral",
    "amb": "ambassador",
}
_RANKS = frozenset("DI DS DC PC DCI DCS SP SI ASP DSP PO DCP AIG DIG HE HH HRH YB YAB".split())
_PAIRS = frozenset(  # titles of two words of which one is a name or an initial by itself
    {("tan", "sri"), ("h", "e"), ("h", "h")}
    | {(first, second) for first in ("dato", "datuk", "datin") for second in ("sri", "seri")}
)
_RANK_PARTS = frozenset(
    "maj major lt lieutenant gen general col colonel brig brigadier sgt sergeant adm admiral rear"
    " vice air marshal commodore cmdr commander insp inspector".split()
)


def is_title(units: Sequence[Unit], at: int) -> bool:
    """Tell "Mr.", "Supt" and "President"."""
    word = units[at].lower.rstrip(".")
    if units[at].text in _RANKS or word in HONORIFICS or word in lexicon.titles():
        return True
    if _is_of_pair(units, at) or ("-" in word[1:] and office_of_compound(word) is not None):
        return True
    if word == "con" and at and units[at - 1].lower.rstrip(".") == "det":
        return True
    if word in _BEFORE_FULL_NAMES:
        behind = units[at + 1 : at + 3]
        return len(behind) == 2 and is_first_name(behind[0].text) and behind[1].is_capital
    last = units[at].text.rpartition("-")[2]
    if last != units[at].text and last in lexicon.roles():
        return lexicon.roles()[last].role_class == "person"  # "Singer-songwriter Jane Roe"
    if word not in lexicon.roles() or word in ALSO_NAMES:
        return False
    within = 0 < at < len(units) - 1 and units[at - 1].is_capital and units[at + 1].is_capital
    return not (within and lexicon.roles()[word].role_class == "document")  # "Ashby Research Lab"


def _is_of_pair(units: Sequence[Unit], at: int) -> bool:
    """Tell "Tan Sri Ismail" from "Tan Ah Seng", and "H E Jean Roe" from "H. E. Roe"."""
    near = [u.lower for u in units[max(at - 1, 0) : at + 2]]
    return any(pair in _PAIRS for pair in pairwise(near))


def office_of_compound(word: str) -> str | None:
    """Give the office of "vice-chairman" and "executive-president", "" for ranks and deputies.

    Nothing where the word is no title.
    """
    spaced = word.replace("-", " ")
    if all(part in _RANK_PARTS for part in spaced.split()):
        return ""
    first, _, last = word.rpartition("-")
    if spaced in lexicon.roles():
        return spaced
    role = lexicon.roles().get(last)
    if role is None or role.role_class != "office":
        return None
    return "" if BENEATH & set(first.split("-")) else last


def gender_of_title(word: str) -> str:
    """Give f or m where a title tells, u where it does not."""
    if word in lexicon.titles():
        return lexicon.titles()[word]
    role = lexicon.roles().get(word)
    return role.gender if role and role.gender in {"f", "m"} else "u"
