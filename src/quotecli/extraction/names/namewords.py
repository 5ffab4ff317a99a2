"""The words of names: which people's and organisations' names have, and which neither has."""

import re
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from quotecli.text.normalise import fold

# The last words of organisations, works, places and events
BODY_WORDS = frozenset(
    "ministry party university college school committee council court bank inc corp co ltd llc plc"
    " house department agency union group league association commission institute center centre"
    " centers centres"
    " office bureau guild brotherhood press times post news journal herald tribune congress senate"
    " parliament army"
    " force forces navy police service services company street square state states republic"
    " federation kingdom foundation fund project network international global global's team club"
    " fc united city county valley river sea ocean mountain hospital church airport cathedral"
    " authority board trust society alliance front movement assembly tribunal treasury embassy"
    " watch amnesty media holdings airlines airways motors energy technologies systems solutions"
    " partners insurance academy museum library laboratory campaign coalition consortium caucus"
    " administration cabinet palace stadium festival games cup open championship act treaty"
    " institution institutions organization organisation corporation company companies division"
    " branch program programme initiative federation conference convention forum summit"
    " republicans democrats conservatives tories greens guard brigade battalion regiment fleet"
    " syndicate chamber secretariat directorate aid sultanate emirate principality duchy"
    " live show tonight cafe café restaurant hotel hotels channel gallery yuan procuratorate"
    " technology list directorate-general bridge dam highway"
    " constituency township municipality prefecture survey census platform portal opera cinema"
    " dems theatre theater orchestra studio studios mosque rebellion surgery clinic clinics"
    " investment investments enterprises ventures protection"
    " garage bakery brewery pharmacy nursery zoo arena gym salon".split()
)
# Firms whose names papers write with "and" where they have "&"
PARTNERS = frozenset(
    tuple(pair.split("+"))
    for pair in (
        "marks+spencer johnson+johnson procter+gamble ernst+young barnes+noble dolce+gabbana"
        " holland+barrett fortnum+mason harland+wolff black+decker abercrombie+fitch crate+barrel"
        " standard+poor's simon+schuster legal+general smith+wesson smith+nephew tate+lyle"
        " bath+beyond"
    ).split()
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
# What stands before a title or a place and is no part of the name: "former", "deputy"
PREFIXES = frozenset(
    "former acting deputy vice first second lady supreme foreign defence defense interior finance"
    " prime senior chief assistant associate executive general attorney secretary high ex then"
    " late new republican democrat democratic rep sen gov labour labor tory conservative liberal"
    " presumptive longtime veteran retired honourable honorable hon neither either nor like unlike"
    " billionaire millionaire outgoing incoming incumbent fellow tech co right major us uk un eu"
    " joint permanent opposition shadow state national federal district regional local".split()
)
# Words that open a sentence, whose capital makes no name of them
OPENERS = frozenset(
    "in on at for from with by to of and but or so yet as if when while although after before since"
    " he she it they we i you there here what who how why where meanwhile later earlier then now"
    " also even still however according asked speaking ahead following despite during both not"
    " last next neither more see some many most several other another every each all any no is are"
    " was were has have had would could should can will do does did let because than just like only"
    " nobody everyone adding asserting among amid under over through without within once another"
    " yes well oh besides except beyond unlike others half much somewhat worse better"
    " furthermore moreover additionally consequently likewise nevertheless nonetheless overall"
    " contacted reached"
    " until unless whether having being given born about instead perhaps maybe once never".split()
)
# Words of these classes are no part of a name, whatever their first letter.
CLOSED = AUXILIARIES | BREAKERS | DETERMINERS | PREPOSITIONS | PRONOUNS | OPENERS
# Endings of adjectives: "Ohio-based"
SITED = ("-based", "-born", "-backed", "-led", "-owned", "-run", "-listed", "-headquartered")
_DESCRIBING = re.compile(
    r"\w+(?:ous|less|ful|able|ible|ative|ective"
    r"|(?:t|d|ck|ss|st|nd|nt|ct|rn|rk|lk|mp|ttl|ddl|ggl|bbl|is|iz|ag)ed)|(?:\w+-)+[a-z]+"
)
# Two letters that are a body's, a place's, an office's or a rank's
_LETTERS = frozenset(
    "un eu us uk tv ai it pc ap hp gm bp bt ny la dc sa nz ec pr hr ip id ok in no of on at to by"
    " pm vp cm mp dr di ds sp ag ig cp ed md hm st gp io".split()
)
_LINKS = frozenset({"of", "the", "for", "with", "without", "against"})  # of titles and mottoes


def bare_word(word: str) -> str:
    """Give a name's word without its possessive ending."""
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word.rstrip("'’")


def describes(word: str) -> bool:
    """Tell by its shape that a lower-case word is an adjective or participle: "embattled"."""
    return _DESCRIBING.fullmatch(word) is not None


def is_first_name(word: str) -> bool:
    """Tell whether a word, with or without its accents, is a first name: "Tomás"."""
    firsts = lexicon.first_names()
    return word.lower() in firsts or fold(word) in firsts


def has_initials(name: Sequence[str]) -> bool:
    """Tell "JD Roe", with the initials of two given names, from "UN Women"."""
    first = name[0]
    letters = len(first) == 2 and first.isalpha() and first.isupper()
    return letters and first.lower() not in _LETTERS and not name[-1].isupper()


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
    if lowered[-1].endswith(SITED):
        return False  # "the Jane Roe-led march"
    if " ".join(lowered) in lexicon.places():
        return False
    numbered = len(name) > 2 and set(name[-1]) <= set("IVX")  # "Togbe Ayim Roe XIV"
    name = name[:-1] if numbered else name
    name = name[1:] if has_initials(name) else name
    return not any(len(w) > 1 and w.isupper() and w.isalpha() for w in name) or all(
        w.isupper() for w in name
    )
