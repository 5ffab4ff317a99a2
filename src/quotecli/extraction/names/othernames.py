"""Other names of the same person: nicknames, shortened names, aliases."""

from itertools import pairwise

from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.namesakes import are_told_apart, is_shortened
from quotecli.extraction.names.person import PAIR
from quotecli.text.names import name_key
from quotecli.text.naming.lists import shared_forms
from quotecli.text.normalise import fold

_TO_ALIAS = 6  # units between a name and a nickname: "– more commonly known as"


def join_nicknames(cast: Cast) -> None:
    """Make one of "Bill Roe" and "William Roe", where nobody else has that surname."""
    for persons in cast.sharing_surname():
        if len(persons) != 2:
            continue
        one, other = persons
        names = [name_key(p.name) for p in persons]
        if (
            shared_forms(names[0][0]) & shared_forms(names[1][0])
            and {one.gender, other.gender} != {"f", "m"}
            and not are_told_apart(one, other)
        ):
            cast.merge(one, other)


def join_shortened(cast: Cast) -> None:
    """Make one of "Teresa Flores" and "María Teresa Flores Jáquez", as Spanish has it.

    Of the latter the former has a given name and the surname of the father. Hong Kong puts
    the Chinese given name behind both: "John Lee Ka-chiu".
    """
    pairs = [(p, name_key(p.name)) for p in cast.persons if p.certain]
    long = [(p, key) for p, key in pairs if len(key) == PAIR + 2]
    for person, key in pairs:
        if len(key) != PAIR:
            continue
        whole = [p for p, k in long if is_shortened(k, key, hyphened="-" in p.name.split()[-1])]
        told = {p.gender for p in (person, *whole)}
        if len(whole) == 1 and {"f", "m"} - told and person in cast.persons:
            cast.merge(whole[0], person)


def add_aliases(cast: Cast) -> None:
    """Read "Joko Roe – better known as Jokro –"."""
    for first, second in pairwise(cast.occurrences):
        units = first.units
        between = [u.lower for u in units[first.run.end : second.run.start]]
        if second.units is not units or len(second.parse.name) != 1 or len(between) > _TO_ALIAS:
            continue
        person = cast.find(" ".join(first.parse.name)) if first.parse.name else None
        alias = fold(second.parse.name[0])
        so = between[-2:] == ["known", "as"] or between[-1:] in (["alias"], ["nicknamed"])
        if person is not None and so:
            cast.add_alias(person, alias)
