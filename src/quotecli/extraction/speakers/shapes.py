"""What kind of mention it is, by its words alone: a name, a post, a crowd, a count."""

from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import PORTFOLIOS, PREFIXES
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.names.titles import is_title
from quotecli.extraction.prose.grammar import BREAKERS, DETERMINERS, PARTICLES, PREPOSITIONS, Range
from quotecli.extraction.prose.units import Unit
from quotecli.extraction.speakers.descriptions import is_plural

# Whom a pronoun can mean, by its form: a man or a woman
GENDERS = {
    "he": "m",
    "she": "f",
    "him": "m",
    "her": "f",
    "his": "m",
    "himself": "m",
    "herself": "f",
}
MANY = frozenset("dozens scores hundreds thousands millions billions tens".split())
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
PEOPLE = lexicon.PERSONAL | {"group"}
_POSTS = PORTFOLIOS | PREFIXES
_MINISTRIES = frozenset({"Department", "Ministry", "Office", "Committee", "Directorate", "School"})
_SHORTEST_MINISTRY = 6  # units: "Department for Culture, Media and Sport" is one longer


def is_of_trade(units: Sequence[Unit]) -> bool:
    """Tell "minister of mines and energy" and "a specialist in farm affairs", before a name."""
    at = next((i for i, u in enumerate(units) if u.lower in PREPOSITIONS), 0) - 1
    before = units[units[0].lower in {"a", "an", "the"} : max(at, 0)]
    heads = lexicon.roles()
    role = heads.get(units[at].lower)
    if at < 0 or role is None or not all(u.is_capital or u.lower in heads for u in before):
        return False  # "Zed superintendent of police"
    numbered = units[-1].text.isdigit()  # "successor at No 10"
    if numbered or [u.lower for u in units[-2:]] == ["of", "police"]:
        return role.role_class in {"office", "person"}
    of_field = units[at + 1].lower in {"in", "on", "for"} and units[-1].lower in PORTFOLIOS
    return role.role_class == "office" or (role.role_class == "person" and of_field)


def is_post(units: Sequence[Unit]) -> bool:
    """Tell "the Commerce Minister", all in capitals, from "the Commerce Bank"."""
    role = lexicon.roles().get(units[-1].lower)
    held = role is not None and role.role_class == "office" and is_title(units, len(units) - 1)
    between = units[1:-1]
    return (
        held
        and len(units) > 2
        and units[0].lower == "the"
        and all(u.lower in _POSTS or u.lower in lexicon.places() for u in between)
    )


def is_with_article(units: Sequence[Unit], run: Range, name: Sequence[str]) -> bool:
    """Tell "the Adventure Park" from "the Amir Sheikh Faisal", whose first word says his rank."""
    given, titles = lexicon.first_names(), lexicon.titles()
    return (
        run.start > 0
        and units[run.start - 1].lower == "the"
        and units[run.start].text in name[:1]
        and not any(w.lower() in given or w.lower() in titles for w in name)
    )


def is_surname_in_a_mood(units: Sequence[Unit]) -> bool:
    """Tell "An emotional Roe" and "the late Roe" from "an American" and "a Harrow man"."""
    last = units[-1]
    moods = units[1:-1]
    return (
        units[0].lower in {"a", "an", "the"}
        and 1 <= len(moods) <= 2
        and all(u.is_word and not u.is_capital and u.lower not in lexicon.roles() for u in moods)
        and last.is_capital
        and last.lower not in lexicon.demonyms()
        and last.lower not in lexicon.places()
    )


def is_numbered(units: Sequence[Unit]) -> bool:
    """Tell "Channel 4 News", one name."""
    inside = units[1:-1]
    if any(is_title(units, at) for at in range(len(units))):
        return False  # "District 12 Attorney Jane Roe"
    return any(u.text.isdigit() for u in inside) and all(
        u.is_capital or u.text.isdigit() for u in units
    )


def is_ministry(units: Sequence[Unit]) -> bool:
    """Tell "the Department for Culture, Media and Sport", which is one body."""
    at = 1 if units[0].lower == "the" else 0
    if len(units) < at + _SHORTEST_MINISTRY:
        return False
    if units[-1].text in _MINISTRIES and units[at].lower in PORTFOLIOS:
        fields = units[at:-1]  # "the Business, Energy and Trade Committee"
        commas = [u.text for u in fields].count(",")
        return commas > 0 and all(u.is_capital or u.text in {",", "and", "&"} for u in fields)
    if units[at].text not in _MINISTRIES:
        return False
    fields = units[at + 2 :]
    joined = any(u.text == "," for u in fields) and fields[-2].lower in {"and", "&"}
    listed = units[at + 1].lower in {"for", "of"} and joined
    return listed and all(u.is_capital or u.text in {",", "and", "&", "of"} for u in fields)


def is_body(units: Sequence[Unit], head: str) -> bool:
    """Tell the name of a body ("Ministry of Defence") from an office ("the Prime Minister")."""
    if head == "executive" and units[-1].is_capital and len(units) == 3:
        return units[0].lower == "the"  # "the Zed Executive", a government
    if lexicon.roles()[head].role_class in lexicon.PERSONAL:
        return False
    words = units[1:] if units[0].lower == "the" else units
    capitals = sum(u.is_capital for u in words)
    return capitals > 1 and all(
        u.is_capital or u.lower in {"of", "the", "for", "and", "on"} | PARTICLES for u in words
    )


def is_crowd(units: Sequence[Unit]) -> bool:
    """Tell "Millions of people" and "Countries like Zed, Ashby and Poe", who have no name."""
    lowered = [u.lower for u in units]
    if len(units) > 2 and lowered[0] in MANY and lowered[1] == "of":
        return True
    like = lowered.index("like") if "like" in lowered[1:] else 0
    listed = [
        " ".join(u.lower for u in units[r.start : r.end]) for r in name_runs(units) if r.start
    ]
    return like > 0 and is_plural(units[:like]) and all(n in lexicon.places() for n in listed)


def names_body(name: Sequence[str]) -> bool:
    """Tell "Harrow Council" from a person."""
    role = lexicon.roles().get(name[-1].lower())
    return role is not None and role.role_class == "body"


def is_count(units: Sequence[Unit]) -> bool:
    """Tell "Close to 100 countries", whose only capital is that of its sentence."""
    if units[0].lower in DETERMINERS or any(u.is_capital for u in units[1:]):
        return False
    return units[-1].lower.endswith("s") and any(u.text.isdigit() for u in units[1:-1])


def lists_trades(units: Sequence[Unit]) -> bool:
    """Tell "Nurses, cooks and drivers", whose first word is capital for its place only."""
    lowered = [u.lower for u in units]
    return (
        len(units) > 2
        and units[1].text == ","
        and lowered[0].endswith("s")
        and "and" in lowered
        and not any(u.is_capital or u.lower in BREAKERS for u in units[1:])
    )


def is_somebody_else(units: Sequence[Unit]) -> bool:
    """Tell "her lawyer" and "city officials" from one more office of somebody: "CEO of Zed"."""
    first = units[0].lower
    return first in DETERMINERS or first.endswith("'s") or is_plural(units)


def called_so(units: Sequence[Unit]) -> Range | None:
    """Find Roe of "a farmer surnamed Roe" and "a man identified as Jane Roe"."""
    *_, run = [Range(0, 0), *name_runs(units)]
    before = [u.lower for u in units[max(run.start - 2, 0) : run.start]]
    so = before[-1:] in (["surnamed"], ["named"])
    so |= before in (["identified", "as"], ["name", "as"])
    return run if so and run.end == len(units) and run.start > 1 else None


def without_ending(units: Sequence[Unit]) -> Sequence[Unit]:
    """Take "himself" and a possessive ending off a mention: "the president's" of his promise."""
    if len(units) > 1 and units[-1].lower in _SELVES:
        units = units[:-1]
    last = units[-1]
    if len(units) > 1 and not last.is_capital and last.lower.endswith("'s"):
        bare = Unit(last.start, last.end - 2, last.text[:-2], last.lower[:-2])
        return [*units[:-1], bare]
    return units


def class_of(unit: Unit) -> str:
    """Give the class of a head noun, as the table of roles has it; nothing where it has none."""
    role = lexicon.roles().get(unit.lower)
    return role.role_class if role is not None else "group" if unit.lower == "people" else ""
