"""Which kinds of organisations there are: "the company" is one named "Inc", "the paper" no bank."""

from collections.abc import Set as AbstractSet

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS

# The nouns, and the words in names of such bodies. A name without any of those words tells nothing:
# it may be a firm's or a charity's.
_TRADE = (
    frozenset(
        "company firm business corporation airline bank lender retailer giant maker carmaker"
        " automaker manufacturer supplier chain developer startup start-up publisher brewer insurer"
        " operator producer miner builder housebuilder conglomerate multinational supermarket"
        " chipmaker drugmaker planemaker shipbuilder broker brokerage utility consultancy studio"
        " label restaurant store shop platform group carrier".split()
    ),
    frozenset(
        "inc corp co ltd llc plc company corporation group holdings airlines airways motors bank"
        " energy technologies systems solutions partners insurance services media technology"
        " international global network restaurant hotel hotels cafe café companies limited oil air"
        " research industries brothers sons telecom electronics pharmaceuticals petroleum"
        " studio studios".split()
    ),
)
_CIVIC = (
    frozenset(
        "charity group organisation organization ngo nonprofit non-profit network watchdog body"
        " movement tank".split()
    ),
    frozenset(
        "union group association foundation society alliance movement federation international"
        " network aid amnesty watch trust fund campaign coalition institute center centre council"
        " league organisation organization front project initiative forum chamber".split()
    ),
)
_PUBLIC = (
    frozenset("agency regulator watchdog authority service body panel".split()),
    frozenset(
        "centers centres ministry department agency commission institute office council committee"
        " authority board bureau administration service services organisation organization"
        " treasury directorate secretariat".split()
    ),
)
_PRESS = (
    frozenset(
        "paper newspaper magazine broadcaster network station channel daily tabloid outlet"
        " publication weekly journal".split()
    ),
    frozenset(
        "times post news journal herald tribune press channel network media tonight live telegraph"
        " guardian mirror mail gazette chronicle".split()
    ),
)
_HEALING = (
    frozenset({"trust", "hospital"}),
    frozenset({"trust", "hospital", "hospitals", "service"}),
)
_ARMED = (
    frozenset({"army", "military"}),
    frozenset({"army", "military", "forces", "navy", "force"}),
)
_CLUBS = (
    frozenset({"club", "side"}),
    frozenset("fc afc cf united rovers wanderers athletic albion hotspur".split()),
)
_POLICE = (frozenset({"force"}), frozenset({"police", "constabulary"}))
_LABS = (
    frozenset({"lab", "laboratory"}),
    frozenset("lab labs laboratory laboratories".split()),
)
_KINDS = (_TRADE, _CIVIC, _PUBLIC, _PRESS, _HEALING, _ARMED, _CLUBS, _POLICE, _LABS)
# Those who have the noun in their name, or are called so.
EXACT = frozenset(
    "union federation association society alliance coalition foundation institute department"
    " ministry commission bureau office council committee university college school party"
    " administration campaign club church court".split()
)
# Those whose names may be any word: "Zedmart", "Oxfam", "Bild". Of others it is an abbreviation.
OPEN = (_TRADE[0] | _PRESS[0]) | frozenset(
    "charity organisation organization ngo nonprofit non-profit network movement".split()
)
NOUNS = EXACT.union(*(nouns for nouns, _ in _KINDS))
_ALSO_NAMED = {"union": ("guild", "brotherhood")}  # "the Writers Guild": "the union"
FIRMS = frozenset({"company", "firm", "business"})
_TELLING = BODY_WORDS.union(*(words for _, words in _KINDS))


def may_be(
    noun: str,
    words: AbstractSet[str],
    key: str,
    name: str,
    called: AbstractSet[str],
    *,
    speaks: bool,
) -> bool:
    """Tell whether a body may be what a noun says: Acme "the company", the BBC "the broadcaster".

    Args:
        noun: "company".
        words: those before it: "British".
        key: the body's name, folded.
        name: as it stands.
        called: nouns and other words that the article calls it by.
        speaks: whether it says something, or its officers are named.
    """
    named = [w for w in words if w in lexicon.demonyms()]
    others = [w for w in called if w in lexicon.demonyms()]
    if named and others and not set(named) & set(others):
        return False
    if is_told(noun, key, called):
        return True
    if not speaks or (parts_of(key) & _TELLING or called & NOUNS):
        return False  # it is known to be something else
    if noun in EXACT:
        return False
    letters = name.replace(".", "")
    return (letters.isupper() and letters.isalpha()) or noun in OPEN


def is_told(noun: str, key: str, called: AbstractSet[str]) -> bool:
    """Tell whether a body's name, or what it is called, says that it may be what a noun says.

    Args:
        noun: "company".
        key: the body's name, folded.
        called: nouns and other words that the article calls it by.
    """
    if noun in called or not parts_of(key).isdisjoint({noun, *_ALSO_NAMED.get(noun, ())}):
        return True
    if noun in _TRADE[0] and key.startswith("federal "):
        return False  # "Federal Deposit Insurance Corporation"
    kinds = [kind for kind in _KINDS if noun in kind[0]]
    if telling := parts_of(key) & _TELLING:
        return any(telling & names for _, names in kinds)
    return any(called & NOUNS & kind for kind, _ in kinds)


def may_be_firm(noun: str, key: str) -> bool:
    """Tell whether a folded name is a firm's by its words, or has none that tells of a kind."""
    return is_told(noun, key, frozenset()) or not parts_of(key) & _TELLING


def parts_of(key: str) -> AbstractSet[str]:
    """Give the words of a folded name, without marks and possessive endings."""
    return {w.strip(".,").removesuffix("'s") for w in key.replace("’", "'").split()}
