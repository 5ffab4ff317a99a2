"""Names and descriptions as they stand in a row: where they are, what titles tell."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quotecli.extraction import lexicon
from quotecli.extraction.names.titles import (
    ALSO_NAMES,
    SPELLED,
    gender_of_title,
    is_title,
    office_of_compound,
)
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    MONTHS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    WEEKDAYS,
    Range,
)
from quotecli.extraction.prose.units import Unit
from quotecli.text.names import HONORIFICS

BODY_WORDS = frozenset(
    "ministry party university college school committee council court bank inc corp co ltd llc plc"
    " house department agency union group league association commission institute center centre"
    " office bureau press times post news journal herald tribune congress senate parliament army"
    " force forces navy police service services company street square state states republic"
    " federation kingdom foundation fund project network international global global's team club"
    " fc united city county valley river sea ocean mountain hospital church airport cathedral"
    " authority board trust society alliance front movement assembly tribunal treasury embassy"
    " watch amnesty media holdings airlines airways motors energy technologies systems solutions"
    " partners insurance academy museum library laboratory campaign coalition consortium caucus"
    " administration cabinet palace stadium festival games cup open championship act treaty"
    " institution institutions organization organisation corporation company companies division"
    " branch bureau program programme initiative federation conference convention forum summit"
    " republicans democrats conservatives tories greens guard brigade battalion regiment fleet"
    " syndicate chamber secretariat directorate aid sultanate emirate principality duchy"
    " live show tonight cafe café restaurant hotel hotels channel gallery yuan procuratorate"
    " technology list directorate-general bridge dam highway"
    " constituency township municipality prefecture survey census platform portal opera cinema"
    " dems theatre theater orchestra studio studios mosque rebellion surgery clinic clinics"
    " investment investments enterprises ventures"
    " garage bakery brewery pharmacy nursery zoo arena gym salon".split()
)
# What ministers are of: "Tourism and Sports Minister", "the Commerce Minister"
PORTFOLIOS = frozenset(
    "agriculture affairs aviation commerce communications culture defence defense development"
    " economy education employment energy environment finance fisheries forestry gender health"
    " heritage home housing industry information infrastructure interior investment justice labour"
    " labor lands manpower mines mining planning power resources roads science security sports"
    " sport technology tourism trade transport treasury water welfare women works youth"
    " business communities digital innovation pensions".split()
)
PREFIXES = frozenset(
    "former acting deputy vice first second lady supreme foreign defence defense interior finance"
    " prime senior chief assistant associate executive general attorney secretary high ex then"
    " late new republican democrat democratic rep sen gov labour labor tory conservative liberal"
    " presumptive longtime veteran retired honourable honorable hon neither either nor like unlike"
    " billionaire millionaire outgoing incoming incumbent fellow tech co right major us uk un eu"
    " joint permanent opposition shadow state national federal district regional local".split()
)
_LONGEST_RANK = 5  # letters: "DSP", "ACP", and parties likewise
# What stands behind a name in capitals
_HONOURS = frozenset(
    "QC KC SAN OBE MBE CBE KBE DBE GBE CMG OAM AM AO BEM MP MEP MSP MLA MS TD JP PhD DPhil FRS FRCP"
    " RN QPM DSO DFC Esq".split()
)
_GIVEN_TITLES = frozenset({"sultan", "imam", "sheikh", "shaikh", "prince", "haji"})
_OFFICES_ALONE = frozenset({"judge", "pope", "prince", "bishop", "major"})
OPENERS = frozenset(
    "in on at for from with by to of and but or so yet as if when while although after before since"
    " he she it they we i you there here what who how why where meanwhile later earlier then now"
    " also even still however according asked speaking ahead following despite during both not"
    " last next neither more see some many most several other another every each all any no is are"
    " was were has have had would could should can will do does did let because than just like only"
    " nobody everyone adding asserting among amid under over through without within once another"
    " yes well oh besides except beyond unlike"
    " furthermore moreover additionally consequently likewise nevertheless nonetheless overall"
    " contacted reached"
    " until unless whether having being given born about instead perhaps maybe once never".split()
)
# Words of these classes are no part of a name, whatever their first letter.
CLOSED = AUXILIARIES | BREAKERS | DETERMINERS | PREPOSITIONS | PRONOUNS | OPENERS
_ADVERB_ENDINGS = tuple(
    "ably ibly ically tally mally bally onally inally ially ually ously edly ingly ently antly"
    " fully lessly ively ately etely arly ainly".split()
)
_SITED = ("-based", "-born", "-backed", "-led", "-owned", "-run", "-listed", "-headquartered")
_OF_SUBJECTS = frozenset("also never reportedly himself herself who whose".split())
_ADVERBS = frozenset("sadly oddly luckily happily unhappily strangely surely rarely".split())


_DESCRIBING = re.compile(
    r"\w+(?:ous|less|ful|able|ible|ative|ective"
    r"|(?:t|d|ck|ss|st|nd|nt|ct|rn|rk|lk|mp|ttl|ddl|ggl|bbl|is|iz|ag)ed)|(?:\w+-)+[a-z]+"
)


def describes(word: str) -> bool:
    """Tell by its shape that a lower-case word is an adjective or participle: "embattled"."""
    return _DESCRIBING.fullmatch(word) is not None


class Named(NamedTuple):
    """A name as it stands somewhere, with what stands before it.

    ``name`` are its words without titles; ``offices`` the titles' heads, ``place`` the country
    or place whose office it is, ``gender`` f or m where the title tells, u after a title that does
    not ("Dr.").
    """

    name: tuple[str, ...]
    offices: tuple[str, ...]
    place: str | None
    gender: str


def name_runs(units: Sequence[Unit]) -> Iterator[Range]:
    """Find the runs of capital words, with the particles and initials inside."""
    at = 0
    while at < len(units):
        if not _is_name_start(units, at):
            at += 1
            continue
        end = at + 1
        while end < len(units) and (
            _is_capital_word(units[end])
            or _is_particle(units, end)
            or _is_month_name(units, end)
            or _is_nickname(units, end)
            or _is_plural_owner(units, end)
        ):
            if units[end].text in _MARKS and not _is_plural_owner(units, end):
                end += 3  # 'Robert "Bobby" Tran'
            if units[end - 1].lower.endswith("'s") and end - at > 1:
                break
            end += 1
        yield Range(at, end)
        at = end


def _is_capital_word(unit: Unit) -> bool:
    if not unit.is_capital:
        return has_article(unit)
    return unit.lower not in WEEKDAYS and unit.lower not in MONTHS


def has_article(unit: Unit) -> bool:
    """Tell "al-Sadr", "el-Sisi" and "d'Arc"."""
    text = unit.text
    if text[:1] == "d" and text[1:2] in {"'", "’"}:
        return text[2:3].isupper()
    return text[2:3] == "-" and text[:2] in {"al", "el", "as"} and text[3:4].isupper()


def _is_nickname(units: Sequence[Unit], at: int) -> bool:
    """Tell the '"Bobby"' of 'Robert "Bobby" Tran', whose opening mark is unit ``at``."""
    return (
        at + 3 < len(units)
        and units[at].text in _MARKS
        and units[at + 2].text in _MARKS
        and units[at].end == units[at + 1].start
        and units[at + 1].end == units[at + 2].start
        and all(units[i].is_capital for i in (at + 1, at + 3))
        and units[at].start > units[at - 1].end
    )


def _is_plural_owner(units: Sequence[Unit], at: int) -> bool:
    """Tell the mark, unit ``at``, of "District Prosecutors' Office"."""
    return (
        at + 1 < len(units)
        and units[at].text in {"'", "’"}
        and units[at - 1].lower.endswith("s")
        and units[at - 1].end == units[at].start
        and units[at + 1].is_capital
        and units[at + 1].lower in BODY_WORDS
    )


_MARKS = frozenset("\"“”‘’'")


def _is_month_name(units: Sequence[Unit], at: int) -> bool:
    """Tell "Theresa May" and "Mrs. May" from "Thursday May 5"."""
    if units[at].lower not in {"may", "march"} or not units[at].is_capital:
        return False
    dated = at + 1 < len(units) and units[at + 1].text[:1].isdigit()
    before = units[at - 1].lower.rstrip(".")
    return not dated and (before in lexicon.first_names() or before in lexicon.titles())


def _is_particle(units: Sequence[Unit], at: int) -> bool:
    """Tell "van der" before "Meer"."""
    while at < len(units) and units[at].lower in PARTICLES:
        at += 1
    return at < len(units) and _is_capital_word(units[at]) and units[at - 1].lower in PARTICLES


def _is_name_start(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if not unit.is_capital:
        return has_article(unit)
    named_so = (
        unit.lower in lexicon.first_names()
        and at + 1 < len(units)
        and _is_capital_word(units[at + 1])
    )  # "April Lincoln"
    if unit.lower == "may" and at + 1 < len(units):  # "May said"
        named_so |= units[at + 1].lower in lexicon.cues() and (at == 0 or not units[at - 1].is_word)
    if unit.lower.endswith(_SITED) and at + 1 < len(units) and units[at + 1].is_capital:
        return False
    if at and age_at(units, at - 1) is not None and _is_of_place(units, at):
        return False
    bare = unit.lower.removesuffix("'s")
    if not (_is_capital_word(unit) or named_so) or bare in DETERMINERS:
        return False
    if bare != unit.lower and bare in OPENERS:  # "It's expected"
        return False
    opens = at == 0 or not units[at - 1].is_word
    if not opens:
        return True
    if _is_surname_he(units, at):
        return True
    opener = unit.lower in OPENERS or unit.lower in BREAKERS
    return not (opener or _is_doing(units, at) or _is_comment(units, at))


def _is_of_place(units: Sequence[Unit], at: int) -> bool:
    """Tell the "Glaswegian" of "the 61-year-old Glaswegian", which is no name."""
    alone = at + 1 == len(units) or not units[at + 1].is_capital
    return alone and units[at].lower.endswith(("ian", "ean", "ese", "ite"))


def _is_surname_he(units: Sequence[Unit], at: int) -> bool:
    """Tell "He Qinghua, an official," and "You Zhengping said" from pronouns."""
    if units[at].text not in {"He", "She", "You"} or at + 1 >= len(units):
        return False
    given, after = units[at + 1], units[at + 2] if at + 2 < len(units) else None
    alone = after is None or after.text in {",", "("} or after.lower in lexicon.cues()
    known = given.lower in lexicon.places() or given.lower in lexicon.cues()
    return given.is_capital and given.text[1:2].islower() and alone and not known


def _is_comment(units: Sequence[Unit], at: int) -> bool:
    """Tell "Tragically, the beds were full" from "Connolly, the mayor," and "Emily said"."""
    lower = units[at].lower
    if not (lower.endswith(_ADVERB_ENDINGS) or lower in _ADVERBS) or lower in lexicon.first_names():
        return False
    following = units[at + 1] if at + 1 < len(units) else None
    return following is not None and not (
        following.is_capital or following.lower in AUXILIARIES or following.lower in lexicon.cues()
    )


def _is_doing(units: Sequence[Unit], at: int) -> bool:
    """Tell "Leaving London" from "Downing Street", "Beijing" and "Boeing said"."""
    lower = units[at].lower
    if not lower.endswith("ing") or lower in lexicon.first_names() or lower in lexicon.places():
        return False
    if at + 1 >= len(units):
        return at > 0  # alone, it is the mention "Keating"
    following = units[at + 1]
    named = following.is_capital and following.lower in BODY_WORDS
    acts = following.lower in AUXILIARIES | _OF_SUBJECTS or following.lower in lexicon.cues()
    return not (named or acts)


def parse_name(units: Sequence[Unit], run: Range) -> Named:
    """Take titles, places and forms of address off the front of a run of capital words."""
    roles = lexicon.roles()
    places = lexicon.places()
    at = run.start
    offices: list[str] = []
    place: str | None = None
    gender = ""
    if (before := _office_before(units, run.start)) is not None:
        offices.append(before[0])
        place = before[1]
        gender = roles[before[0]].gender if before[0] in roles else ""
    last_title = _last_title(units, run)
    while at < run.end:
        word = units[at].lower.rstrip(".")
        pair = f"{word} {units[at + 1].lower}" if at + 1 < run.end else ""
        bare = word.removesuffix("'s")
        bare = units[at].lower if units[at].lower in places else bare  # "u.s."
        bare_pair = pair.removesuffix("'s")
        if bare_pair in places and at + 2 < run.end:
            place = places[bare_pair]
            at += 2
        elif pair in roles and at + 2 <= run.end:
            offices.append(pair)
            at += 2
        elif bare in places and (at + 1 < run.end or bare != word) and _goes_on(units, at, run):
            place = places[bare]
            at += 1
        elif at > last_title and _is_of_body(units, run, at):
            break
        elif is_title(units, at) and not (at + 1 == run.end and _is_surname(units, run, at)):
            gender = gender_of_title(word) if gender in {"", "u"} else gender
            if _is_of_state(units, at):
                place = place_before(units, at - 2)
            offices.extend(_office_of_title(units, at))
            at += 1
        elif at == run.start and run.end - at > 2 and _may_be_left_out(units, at):
            at += 1
        elif word in PREFIXES or at < last_title or (word != bare and at + 1 < run.end):
            at += 1  # "Supreme Court" in "Supreme Court Justice Jane Roe"
        else:
            break
    if at < run.end and (held := _held_before(units, run.start)) is not None:
        at, found = _behind_office(units, Range(at, run.end), run.start, held)
        if found:
            offices.append(held[1])
            place = place or _place_of(units, Range(run.start, at))
    name = tuple(_name_words(units, Range(at, end_of_name(units, Range(at, run.end)))))
    return Named(name, tuple(offices), place, gender)


def end_of_name(units: Sequence[Unit], name: Range) -> int:
    """Give where a name ends without the honours and degrees behind it: "Jane Roe QC"."""
    end = name.end
    while end - name.start > 1 and units[end - 1].text.replace(".", "") in _HONOURS:
        end -= 1
    return end


def _last_title(units: Sequence[Unit], run: Range) -> int:
    """Give the last title of a run, before which nothing is the name's: -1 where there is none."""
    titles = (
        at
        for at in range(run.start, run.end - 1)
        if is_title(units, at)
        and units[at].is_capital
        and not _is_within_name(units, run, at)
        and not _is_of_body(units, run, at)
    )
    return max(titles, default=-1)


def _is_of_state(units: Sequence[Unit], at: int) -> bool:
    return at > 1 and [u.lower for u in units[at - 2 : at + 1]] == _STATE


def _office_of_title(units: Sequence[Unit], at: int) -> Iterator[str]:
    """Give the office that a title says, if it says one: "Sen." a senator, "Mr." none."""
    word = units[at].lower.rstrip(".")
    if _is_of_state(units, at):
        yield " ".join(_STATE)
    elif word in lexicon.roles() or word in SPELLED:
        yield SPELLED.get(word, word)
    elif office := office_of_compound(word):
        yield office


def _behind_office(
    units: Sequence[Unit], rest: Range, start: int, held: tuple[bool, str]
) -> tuple[int, bool]:
    """Find the name in a run behind "President of the"; tell if what is before it is whose office.

    Args:
        units: the row.
        rest: the run without titles and places at its front.
        start: where the whole run starts.
        held: what stands before it.
    """
    behind = _behind_body(units, rest)
    if not _is_of_office(units, Range(start, behind), held):
        return (behind if held[0] else rest.start), False
    while behind + 1 < rest.end and is_title(units, behind):
        behind += 1
    return behind, True


def _held_before(units: Sequence[Unit], start: int) -> tuple[bool, str] | None:
    """Find the office of "Director of", "Attorney for" and "President of the".

    Returns:
        Whether it alone tells that a name follows, as in "Director of Affairs Jane Roe" but not in
        "the lawyer of Kwame Ali Mensah"; and its head.
    """
    at = start - 1
    if at > 2 and units[at].lower == "and" and units[at - 1].lower in PORTFOLIOS:
        at -= 2  # "Minister of Health and Welfare Jane Roe"
    if at > 2 and units[at].lower == "of" and units[at - 1].lower in BODY_WORDS:
        outer = at - 2 - (units[at - 2].lower == "the")
        at = (
            outer if outer > 0 and units[outer].lower == "of" else at
        )  # "Chancellor of the Duchy of Zed"
    article = at > 1 and units[at].lower == "the"
    at -= article
    if at < 1 or units[at].lower not in {"of", "for", "at", "to"}:
        return None
    pair = f"{units[at - 2].lower} {units[at - 1].lower}" if at > 1 else ""
    head = pair if pair in lexicon.roles() else units[at - 1].lower
    role = lexicon.roles().get(head)
    if role is None or role.role_class == "body":  # not "Federation of Ashby Nurses"
        return None
    told = units[at - 1].is_capital and not article and units[at].lower != "to"
    return (told, head) if told or role.role_class == "office" else None


def _is_of_office(units: Sequence[Unit], phrase: Range, held: tuple[bool, str]) -> bool:
    """Tell "Republic" of "President of the Republic Jane Roe" from "aide to President Jane Roe"."""
    roles = lexicon.roles()
    words = [units[i].lower for i in range(*phrase)]
    office = roles[held[1]].role_class == "office"
    other = any(w in roles and roles[w].role_class in {"office", "person"} for w in words)
    whose = BODY_WORDS | PORTFOLIOS | _HIGHEST
    placed = any(w in whose or w in lexicon.places() for w in words)
    return office and placed and not other


_OWN_STATE = frozenset({"republic", "nation", "state", "government", "presidency"})
_HIGHEST = frozenset({"presidency", "government", "nation", "crown"})


def _place_of(units: Sequence[Unit], phrase: Range) -> str | None:
    places = lexicon.places()
    words = " ".join(units[i].lower for i in range(*phrase))
    return places.get(words) or places.get(words.partition(" ")[0])


def _behind_body(units: Sequence[Unit], run: Range) -> int:
    """Give where the name begins in "Public Affairs Jane Roe" and "Ohio Jane Roe"."""
    firsts, places = lexicon.first_names(), lexicon.places()
    if units[run.start].lower in firsts:
        return run.start
    behind = next((i for i in range(run.start + 1, run.end - 1) if units[i].lower in firsts), None)
    if behind is not None:
        return behind
    pair = f"{units[run.start].lower} {units[run.start + 1].lower}" if len(range(*run)) > 1 else ""
    at = run.start + (2 if pair in places else units[run.start].lower in places)
    if at == run.start:  # "the Presidency Bilgehan Roe"
        at += units[at].lower in BODY_WORDS | PORTFOLIOS | _HIGHEST
    named = is_like_person([u.text for u in units[at : run.end]])
    return at if named else run.start  # "Attorney for Ohio Bilgehan Roe"


def _may_be_left_out(units: Sequence[Unit], at: int) -> bool:
    """Tell what is no part of the name behind it: "Said Jane Roe:", "CP Bala Danjuma"."""
    text, following = units[at].text, units[at + 1].text
    rank = text.isalpha() and text.isupper() and 1 < len(text) < _LONGEST_RANK
    return units[at].lower in lexicon.cues() or (rank and not following.isupper())


def _name_words(units: Sequence[Unit], name: Range) -> Iterator[str]:
    at = name.start
    while at < name.end:
        if units[at].text in _MARKS and at + 2 < name.end and not _is_plural_owner(units, at):
            yield "".join(u.text for u in units[at : at + 3])
            at += 3
        elif word := bare_word(units[at].text):
            yield word
            at += 1
        else:
            at += 1


def _is_within_name(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell the Sultan of "Sohel Sultan Kabir" from that of "Omani Sultan Haitham"."""
    if at == run.start or units[at].lower not in _GIVEN_TITLES:
        return False
    before = units[at - 1].lower
    return not (
        before in lexicon.places()
        or before in PREFIXES
        or before in BODY_WORDS
        or is_title(units, at - 1)
    )


def _is_of_body(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell the Engineers of "Zed Engineers Forum" from "Senators Roe"."""
    role = lexicon.roles().get(units[at].lower)
    group = role is not None and role.role_class == "group"
    return group and any(units[i].lower in BODY_WORDS for i in range(at + 1, run.end))


def _is_surname(units: Sequence[Unit], run: Range, at: int) -> bool:
    """Tell "King said" and "Mr Judge" from "the King said"."""
    if units[at].lower not in ALSO_NAMES:
        return False
    if run.end - run.start == 1 and units[at].lower in _OFFICES_ALONE:
        return False  # a headline: "Judge rejects appeal"
    return at > run.start or (at == 0 or units[at - 1].lower not in DETERMINERS)


def _goes_on(units: Sequence[Unit], at: int, run: Range) -> bool:
    """Tell a place before a name or title ("Russian President") from a name's part ("Jordan")."""
    word = units[at].lower
    if word in lexicon.demonyms() or word.endswith("'s"):
        return True
    following = units[at + 1].lower if at + 1 < run.end else ""
    return following in lexicon.roles() or following.rstrip(".") in PREFIXES


def bare_word(word: str) -> str:
    """Give a name's word without its possessive ending."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word.rstrip("'’")


def _office_before(units: Sequence[Unit], start: int) -> tuple[str, str | None] | None:
    """Find the office that stands before a name, and its place."""
    at, role = _role_before(units, start)
    if role:
        return role, place_before(units, at)
    apposed = office_apposed(units, start)
    held = describe(units, apposed) if apposed is not None else None
    holds = held is not None and lexicon.roles()[held[0]].role_class in {"office", "person"}
    return held if holds else None


def _role_before(units: Sequence[Unit], start: int) -> tuple[int, str]:
    """Find a lower-case title before a name: "EU chief", "his counterpart,"."""
    roles = lexicon.roles()
    if start >= 2 and units[start - 1].text == "," and units[start - 2].lower in roles:
        start -= 1
    if start >= 2 and (pair := f"{units[start - 2].lower} {units[start - 1].lower}") in roles:
        return start - 2, pair
    if start >= 1 and units[start - 1].lower in roles and not units[start - 1].is_capital:
        return start - 1, units[start - 1].lower
    return start, ""


def capital_office(units: Sequence[Unit]) -> str | None:
    """Give the head of an office in capitals: "The Minister of Finance", "Attorney-General".

    A name with its title ("Secretary of State Jane Roe", "Director King") is no office.
    """
    roles = lexicon.roles()
    article = units[0].lower == "the"
    words = units[article:]
    of = next((i for i, u in enumerate(words) if i and u.lower in _OF), len(words))
    for end in dict.fromkeys((of, len(words))):
        if not end or not all(u.is_capital or u.lower in _IN_OFFICES for u in words[:end]):
            return None
        head, pair = words[end - 1].lower, " ".join(u.lower for u in words[max(0, end - 2) : end])
        role = roles.get(pair) or roles.get(head)
        if role is None or role.role_class not in {"office", "person"}:
            continue
        alone = end == len(words) and not article
        if alone and (head in ALSO_NAMES or words[0].lower in lexicon.first_names()):
            continue
        *_, last = [Range(0, 0), *name_runs(units)]
        name = parse_name(units, last).name if last.end else ()
        behind = 1 < len(name) < last.end - last.start and name[0].lower() in lexicon.first_names()
        return None if behind else role.head
    return None


_OF = frozenset("of for to at".split())
_IN_OFFICES = _OF | {"and", "the", "&", "in"}
_LONGEST_OFFICE = 10  # units


def office_apposed(units: Sequence[Unit], start: int) -> Range | None:
    """Find "The Minister of Finance" before ", Jane Roe", whose name begins at ``start``."""
    stop = start - 1
    if start < 2 or units[stop].text != ",":
        return None
    at = stop
    while at > 0 and stop - at < _LONGEST_OFFICE:
        before = units[at - 1]
        if not (before.is_capital or before.lower in _IN_OFFICES):
            break
        at -= 1
        if before.lower == "the" and (at == 0 or units[at - 1].lower not in _IN_OFFICES):
            break
    while at < stop and units[at].lower in _IN_OFFICES - {"the"}:
        at += 1
    if at == stop or capital_office(units[at:stop]) is None:
        return None
    if at and units[at - 1].text == ",":  # "In Zed, the Mayor, Jane Roe"; not "Ann Poe, the Mayor,"
        place = at - 2
        while place > 0 and units[place].is_capital:
            place -= 1
        if units[at - 2].is_capital and units[place].lower not in PREPOSITIONS:
            return None
    return Range(at, stop)


def place_after(units: Sequence[Unit], at: int) -> str | None:
    """Read "of Azerbaijan" after "President Ilham Aliyev"."""
    if at + 1 >= len(units) or units[at].lower != "of":
        return None
    places = lexicon.places()
    pair = f"{units[at + 1].lower} {units[at + 2].lower}" if at + 2 < len(units) else ""
    return places.get(pair) or places.get(units[at + 1].lower)


def place_before(units: Sequence[Unit], at: int) -> str | None:
    """Read "Russian" before "foreign minister"."""
    places = lexicon.places()
    while at > 0 and units[at - 1].lower in PREFIXES:
        at -= 1
    if at >= 2 and (pair := f"{units[at - 2].lower} {units[at - 1].lower}") in places:
        return places[pair.removesuffix("'s")]
    return places.get(units[at - 1].lower.removesuffix("'s")) if at else None


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
        elif head is None and [u.lower for u in units[at : min(at + 3, phrase.end)]] == _STATE:
            head = " ".join(_STATE)
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


_STATE = ["secretary", "of", "state"]


def _is_officer(units: Sequence[Unit], at: int, head: str) -> bool:
    """Tell the nurse of "a Bank of Zed nurse", whose ``head`` is no bank, from other words."""
    person = lexicon.roles()[units[at].lower].role_class in lexicon.PERSONAL
    behind = units[at - 1].is_capital and not units[at].is_capital
    return person and behind and lexicon.roles()[head].role_class == "body"


def _after_of(units: Sequence[Unit], start: int, at: int) -> bool:
    return any(u.lower in {"of", "for", "to", "from", "at", "in", ","} for u in units[start:at])


def is_followed_by_verb(units: Sequence[Unit], run: Range) -> bool:
    """Tell whether a name seems to be a subject: "Roe said", "Roe, 45, has"."""
    at = run.end
    if at < len(units) and units[at].text == ",":
        comma = next(
            (i for i in range(at + 1, min(len(units), at + 15)) if units[i].text == ","), None
        )
        opens = run.start == 0 or not units[run.start - 1].is_word
        if comma is None or not opens:
            return False
        at = comma + 1
    if at >= len(units) or units[at].is_capital or not units[at].is_word:
        return False
    if run.start and units[run.start - 1].lower in PREPOSITIONS | {"and", "or"}:
        return False
    lower = units[at].lower
    opens = run.start == 0 or not units[run.start - 1].is_word
    if lower in AUXILIARIES or lower in lexicon.cues() or lower.endswith("ed"):
        return True
    return opens and lower not in PREPOSITIONS and lower not in {"and", "or", "who", "whose"}


def age_at(units: Sequence[Unit], at: int) -> str | None:
    """Read "45-year-old", which ends at unit ``at``."""
    lower = units[at].lower
    if lower.endswith("-year-old"):
        return lower.removesuffix("-year-old")
    if lower == "year-old" and at >= 2 and units[at - 1].text in {"-", "‑"}:
        return units[at - 2].lower
    return None


def modifiers(units: Sequence[Unit], phrase: Range) -> frozenset[str]:
    """Give the words of a description that tell one holder from another ("Democratic")."""
    found = {u.lower.removesuffix("'s") for u in units[phrase.start : phrase.end] if u.is_word}
    return frozenset(_SAME_MODIFIER.get(word, word) for word in found if len(word) > 2)


_SAME_MODIFIER = {
    "gop": "republican",
    "republicans": "republican",
    "democrat": "democratic",
    "labor": "labour",
    "conservative": "tory",
    "conservatives": "tory",
}


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


_PARTY = frozenset(
    "democrats democratic republicans gop tories conservatives liberals green greens socialist"
    " social communist christian muslim jewish catholic ceo cfo coo mp mps".split()
)


_LETTERS = frozenset(  # of bodies, places, offices and ranks
    "un eu us uk tv ai it pc ap hp gm bp bt ny la dc sa nz ec pr hr ip id ok in no of on at to by"
    " pm vp cm mp dr di ds sp ag ig cp ed md hm st gp io".split()
)


def has_initials(name: Sequence[str]) -> bool:
    """Tell "JD Roe", with the initials of two given names, from "UN Women"."""
    first = name[0]
    letters = len(first) == 2 and first.isalpha() and first.isupper()
    return letters and first.lower() not in _LETTERS and not name[-1].isupper()


_LINKS = frozenset({"of", "the", "for", "with", "without", "against"})  # of titles and mottoes


def is_like_person(name: Sequence[str]) -> bool:
    """Tell whether the words of a name can be a person's: two to five, none that a body has."""
    if not 2 <= len(name) <= 5:
        return False
    lowered = [w.lower().rstrip(".") for w in name]
    if any(w in BODY_WORDS for w in lowered) or lowered[0] in lexicon.demonyms():
        return False
    if not _LINKS.isdisjoint(lowered) or (
        name[-1] == "I" and lowered[0] not in lexicon.first_names()
    ):
        return False  # "Save The Students", "Sometimes I"
    if lowered[-1].endswith(_SITED):
        return False  # "the Jane Roe-led march"
    if " ".join(lowered) in lexicon.places():
        return False
    numbered = len(name) > 2 and set(name[-1]) <= set("IVX")  # "Togbe Ayim Roe XIV"
    name = name[:-1] if numbered else name
    name = name[1:] if has_initials(name) else name
    return not any(len(w) > 1 and w.isupper() and w.isalpha() for w in name) or all(
        w.isupper() for w in name
    )
