"""Which of an article's capital words are names of people, and what is told of them there."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.ages import age_of_name
from quotecli.extraction.names.appositions import (
    apposed_before,
    described_behind,
    title_before,
    title_before_comma,
)
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.descriptions import describe, modifiers, place_after, served
from quotecli.extraction.names.families import is_kin_of_namesake
from quotecli.extraction.names.genders import TOLD, read_genders
from quotecli.extraction.names.leading import body_led
from quotecli.extraction.names.namesakes import is_form_of
from quotecli.extraction.names.namewords import (
    bare_word,
    has_initials,
    is_first_name,
    is_like_person,
)
from quotecli.extraction.names.occurrences import (
    Occurrence,
    is_behind_field,
    is_behind_the,
    is_behind_verb,
    is_certain,
    is_credit,
    is_followed_by_verb,
    is_of_body,
    is_of_country,
    is_thing,
    names_another,
    only_behind_in,
    opens_sentence,
)
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.othernames import add_aliases, join_nicknames, join_shortened
from quotecli.extraction.names.ownnames import Named
from quotecli.extraction.names.parsing import office_apposed, parse_name
from quotecli.extraction.names.person import Person
from quotecli.extraction.names.ranks import PAST
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS, name_key

# Of the words for bodies, those that are surnames; "Police said" of the Victoria Police is none
_SURNAMES_OF_BODIES = frozenset("bridge church court house post press street".split())
_LONG_RUN = 4  # words of a headline in title case
_NOT_LAST = frozenset({"member", "members", "minister", "officer"})  # "Ranking Member"
_SEATS = frozenset({"MP", "MEP", "MSP"})  # behind a name


def gather_cast(
    rows: Sequence[Sequence[Unit]], openings: Openings, speaking: Collection[str] = ()
) -> Cast:
    """Gather all persons whom an article names in full.

    Args:
        rows: the article's passages.
        openings: what the capitals at the starts of its sentences tell.
        speaking: names that stand as somebody who speaks, as they are written.
    """
    occurrences = [
        Occurrence(units, run, parse_name(units, run))
        for units in rows
        for run in openings.name_runs(units)
    ]
    cast = Cast(occurrences)
    alone = _named_alone(occurrences, speaking)
    lower = {u.lower for units in rows for u in units if not u.is_capital}
    elsewhere = _Elsewhere(alone, lower, only_behind_in(occurrences), speaking)
    doubtful = []
    for found in occurrences:
        judged = _judge(found, elsewhere)
        if judged is None:
            continue
        if not judged.certain and opens_sentence(found):
            doubtful.append(found)
        else:
            _note(cast, found, certain=judged.certain, thing=judged.thing)
    for found in doubtful:
        name = " ".join(found.parse.name)
        known = cast.matches(found.parse.name[-1])
        kin = {w.lower() for p in known for form in p.forms for w in form}
        same = cast.same(name_key(name))
        again = len(same) == 1 and same[0].certain and is_form_of(found.parse.name, same[0])
        if name in speaking or not known or again or names_another(found, lower | kin):
            _note(cast, found, certain=False)
    _add_from_headlines(cast, alone)
    _add_couples(cast)
    join_nicknames(cast)
    join_shortened(cast)
    add_aliases(cast)
    read_genders(cast)
    _tell_things(cast)
    return cast


class _Elsewhere(NamedTuple):
    """What the article writes in other places.

    ``alone`` counts last words, in lower case, that stand as a name or speaker by themselves;
    ``lower`` are its words in lower case, ``places`` the names only behind "in", ``speaking`` the
    names of those who speak.
    """

    alone: Mapping[str, int]
    lower: AbstractSet[str]
    places: AbstractSet[tuple[str, ...]]
    speaking: Collection[str]


class _Judged(NamedTuple):
    """Whether a name is surely a person's, and whether it seems to be a thing's."""

    certain: bool
    thing: bool


def _judge(found: Occurrence, elsewhere: _Elsewhere) -> _Judged | None:
    """Judge a name of two words or more; nothing where it is not a person's."""
    name = found.parse.name
    if not (is_like_person(name) or _bears_body(name, elsewhere)) or is_credit(found):
        return None
    last = name[-1].lower()
    used = bool(elsewhere.alone.get(last))
    if name in elsewhere.places and (last in lexicon.places() or not used):
        return None  # "in Santiago de Cuba"
    thing = is_of_body(found) or (last in elsewhere.lower and is_thing(found))
    if not thing and is_certain(found):
        return _Judged(certain=True, thing=False)
    told = " ".join(name) in elsewhere.speaking and not has_initials(name)
    placed = is_of_country(name) and not (told and name[-1] in elsewhere.speaking)  # Israel Katz
    if last in _NOT_LAST or placed or is_behind_the(found):
        return None
    if used or told or is_behind_field(found, elsewhere.speaking):
        return _Judged(certain=False, thing=thing)
    return None


def _bears_body(name: Sequence[str], elsewhere: _Elsewhere) -> bool:
    """Tell Forrest Church, as "Church" alone says something, from a church."""
    if len(name) != 2 or name[1].lower() not in _SURNAMES_OF_BODIES or not is_first_name(name[0]):
        return False
    return any(
        words[-1:] == [name[1]] and all(w.lower().rstrip(".") in HONORIFICS for w in words[:-1])
        for words in map(str.split, elsewhere.speaking)
    )


def _named_alone(occurrences: Sequence[Occurrence], speaking: Collection[str]) -> Counter[str]:
    """Count the last words that stand as a name or a speaker by themselves, in lower case."""
    alone = Counter(o.parse.name[-1].lower() for o in occurrences if len(o.parse.name) == 1)
    alone.update(
        words[-1].lower()
        for words in map(str.split, speaking)
        if 0 < len(words) < _LONG_RUN and all(w[0].isupper() for w in words)
    )
    return alone


def _note(cast: Cast, found: Occurrence, *, certain: bool, thing: bool = False) -> None:
    """Take a name into the cast, with all that is told around it."""
    parse, units, run = found.parse, found.units, found.run
    same = cast.same(name_key(" ".join(parse.name)))
    if len(same) > 1:
        return  # "George Boyle" of an article with George A. and George B. Boyle
    if same and is_kin_of_namesake(found, same[0]):
        same = []  # "her father Abdul Roe" of Laila Abdul Roe
    person = same[0] if same else cast.new(parse.name, found.start)
    cast.note(person, parse.name, certain=certain)
    person.human |= not thing
    person.acts |= is_behind_verb(units, run) or is_followed_by_verb(units, run)
    if thing:
        return
    behind = described_behind(units, run)
    person.offices |= behind.offices
    person.described |= behind.words
    person.serves |= behind.serves
    _read_title(person, found)
    if (body := body_led(units, run, len(parse.name))) is not None:
        person.leads.add(body)
    if (age := age_of_name(units, run)) is not None:
        person.ages.add(age)
    for told in (parse.gender, behind.gender):
        if told in {"f", "m"}:
            person.genders[told] += TOLD
    first = lexicon.first_names().get(parse.name[0].lower(), "u")
    if first == "u" and "-" in parse.name[0]:  # "Jean-Claude"
        first = lexicon.first_names().get(parse.name[0].lower().split("-")[0], "u")
    if first != "u":
        person.genders[first] += 1


def _tell_things(cast: Cast) -> None:
    """See that "the Ashby Courier reported" is no person, "the Jane Roe campaign" is no thing."""
    told: Counter[Person] = Counter()
    for found in cast.occurrences:
        parse, units, end = found.parse, found.units, found.run.end
        person = cast.find(" ".join(parse.name)) if len(parse.name) > 1 else None
        if person is None:
            continue
        bare = len(parse.name) == len(range(*found.run)) and is_behind_the(found)
        noun = end < len(units) and units[end].is_word and not is_followed_by_verb(units, found.run)
        told[person] += 1 if bare and not noun else -1
    surnames = {
        found.parse.name[0]
        for found in cast.occurrences
        if len(found.parse.name) == 1 and not is_behind_the(found)
    }
    for person, count in told.items():
        called = any(form[-1] in surnames for form in person.forms)  # "Roe", no "the Courier"
        person.human &= count < 0 or (count == 0 and called)


def _read_title(person: Person, found: Occurrence) -> None:
    """Note what stands before a name: its title, and a description between commas."""
    parse, units, run = found.parse, found.units, found.run
    title = title_before(units, run, len(parse.name))
    person.described |= modifiers(units, title)
    if parse.offices:
        person.serves |= served(units, title, in_full=True)
        if PAST & modifiers(units, title):
            person.past.update(parse.offices)
        if title.start < title.end and not _names_body(units, title):
            person.plain_offices.update(parse.offices)
    if (held := office_apposed(units, run.start)) is not None:
        person.described |= modifiers(units, held)
        person.serves |= served(units, held, in_full=True)
    elif parse.offices and (comma := title_before_comma(units, run)) is not None:
        person.described |= modifiers(units, comma)
    if (phrase := apposed_before(units, run)) is not None:
        person.offices.add(describe(units, phrase) or ("", None))
        person.described |= modifiers(units, phrase)
        person.serves |= served(units, phrase, in_full=True)
    if units[run.end - 1].text in _SEATS:
        person.offices.add(("mp", None))
    place = parse.place or place_after(units, run.end)
    person.offices.update((office, place) for office in parse.offices or ("",) if office or place)


def _names_body(units: Sequence[Unit], title: Range) -> bool:
    """Tell "Zed Council President Roe" from "U.S. President Poe"."""
    start = title.end
    while start > title.start and (
        units[start - 1].is_capital or units[start - 1].lower in lexicon.roles()
    ):
        start -= 1
    return not served(units, Range(start, title.end), in_full=True) <= lexicon.homes()


def _add_from_headlines(cast: Cast, alone: Mapping[str, int]) -> None:
    """Find "Jane Roe" in "Jane Roe Blasts The New Plan", where Roe is named alone as well."""
    firsts = lexicon.first_names()
    for found in cast.occurrences:
        units, run = found.units, found.run
        if run.end - run.start < _LONG_RUN:
            continue
        for at in range(run.start, run.end - 1):
            name = (units[at].text, bare_word(units[at + 1].text))
            if name[0].lower() not in firsts or not alone.get(name[1].lower()):
                continue
            if is_like_person(name) and not cast.matches(name[1]):
                pair = Range(at, at + 2)
                _note(cast, Occurrence(units, pair, Named(name, (), None, "")), certain=True)


def _add_couples(cast: Cast) -> None:
    """Read "John and Mary Hart" as two names."""
    for first, second in zip(cast.occurrences, cast.occurrences[1:], strict=False):
        units = first.units
        between = range(first.run.end, second.run.start)
        if (
            second.units is not units
            or [units[i].lower for i in between] not in (["and"], ["&"])
            or len(first.parse.name) != 1
            or len(second.parse.name) < 2
            or not is_first_name(first.parse.name[0])
            or not is_first_name(second.parse.name[0])
            or first.run.end - first.run.start > 1
            or cast.matches(first.parse.name[0])
        ):
            continue
        name = (first.parse.name[0], *second.parse.name[1:])
        if not cast.same(name_key(" ".join(name))):
            person = cast.new(name, first.start)
            cast.note(person, name, certain=True)
            person.human = True
            gender = lexicon.first_names().get(name[0].lower(), "u")
            if gender != "u":
                person.genders[gender] += 1
