"""Classes of words, by what a change of them does to a statement.

All are folded and in one spelling (``spelling.one_spelling``).
"""

from quotecli.text.sameness.numbers import is_figure
from quotecli.text.sameness.spelling import one_spelling, stem

# A change of one of these makes another statement, wherever it stands.
NEGATIONS = frozenset(
    "not no never none noone nothing nowhere neither nor without non hardly barely scarcely rarely"
    " seldom cannot deny denies denied refuse refuses refused refusing decline declines declined"
    " fail fails failed failing false untrue".split()
)
MODALS = frozenset(
    "will would shall should can could may might must ought going gonna able unable".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december today tomorrow yesterday tonight".split()
)
# These turn what follows them into a condition or a guess.
CONDITIONS = frozenset(
    "if unless whether except perhaps maybe possibly probably likely unlikely impossible possible"
    " allegedly reportedly apparently supposedly doubt doubts doubted suppose imagine hope hopes"
    " hoped wish wishes wished".split()
)
# These say how much; "some of us" and "all of us" are two statements.
QUANTITIES = frozenset(
    "all some most many few both every each any several only more less least half double twice"
    " dozen dozens hundreds thousands millions billions enough too almost nearly about exactly"
    " another other same always often sometimes once again already yet still soon now late early"
    " even just".split()
)
_OPPOSITES = """
    to from; before after; with against; for against; over under; up down; in out; into out;
    inside outside; since until; and or; above below; more less; most least; increase decrease;
    increased decreased; increasing decreasing; rise fall; rises falls; rising falling; rose fell;
    accept reject; accepted rejected; agree disagree; allow forbid; allowed forbidden; ban permit;
    support oppose; supported opposed; win lose; won lost; winning losing; friend enemy;
    friends enemies; ally enemy; allies enemies; peace war; love hate; good bad; better worse;
    best worst; right wrong; true false; legal illegal; lawful unlawful; guilty innocent;
    open close; opened closed; opening closing; open shut; start stop; started stopped; begin end;
    began ended; first last; north south; northern southern; east west; eastern western; left right;
    high low; higher lower; big small; bigger smaller; large small; larger smaller; long short;
    old new; young old; rich poor; strong weak; stronger weaker; hard easy; easy difficult;
    early late; earlier later; fast slow; public private; man woman; men women; boy girl;
    boys girls; son daughter; brother sister; father mother; husband wife; buy sell; bought sold;
    give take; gave took; push pull; come go; came went; arrive leave; enter leave; stay leave;
    stay go; import export; imports exports; attack defend; attacked defended; arrest release;
    arrested released; kill wound; killed wounded; killed injured; killed arrested; dead alive;
    live die; alive killed; success failure; succeed fail; victory defeat; praise condemn;
    welcome condemn; welcomed condemned; raise cut; raised cut; raise lower; raised lowered;
    add remove; added removed; build destroy; built destroyed; remember forget; hope fear;
    yes no; yesterday tomorrow; today tomorrow; today yesterday; day night; summer winter;
    spring autumn; black white; local foreign; domestic foreign; majority minority; maximum minimum;
    include exclude; included excluded; possible impossible; military civilian; soldiers civilians;
    school hospital; minister president; government opposition; past future;
    old young; safe dangerous; safer riskier; safe unsafe; free captive; hot cold; full empty;
    near far; here there; this that; these those; him her; his her; he she; man boy
"""
OPPOSITES = frozenset(
    frozenset(pair.split()) for pair in _OPPOSITES.replace("\n", " ").split(";") if pair.strip()
)
NEGATIVE_PREFIXES = frozenset(
    "un in im il ir dis non anti mis a de re under over pre post pro counter out co sub".split()
)

# Words that say the same in news English: what two translators of one sentence differ in. Their
# inflected forms are meant, too. No word is here that may change what was promised or denied.
_DOUBLETS = """
    accord agreement deal pact treaty; talks negotiations; begin start; began started;
    border frontier; ties relations; everyone everybody; help assist assistance aid; big large
    great; quick fast rapid swift; buy purchase; bought purchased; town city; kids children;
    home house; job task work; attempt try effort; need require; show demonstrate; shown
    demonstrated; keep maintain preserve; kept maintained preserved; choose select; chosen
    selected; solve resolve settle; solution settlement; continue proceed; happen occur; receive
    get; answer reply response; important significant; crucial vital essential; necessary needed;
    difficult hard tough complicated; situation circumstance; problem issue; conflict dispute;
    region area; people citizen; nation country state; chief head leader; troops forces soldiers;
    ensure guarantee secure; finish complete; demand insist; speak talk; spoke talked; discuss
    debate; wait await; result outcome; goal aim objective; allow permit enable; build construct;
    built constructed; prevent avert; protect defend safeguard; hurt harm; destroy ruin;
    immediately instantly; present current; believe think; consider regard; ready prepared willing;
    glad happy pleased; sure certain confident; whole entire; wholly completely totally fully
    entirely; extremely very; dialogue conversation; path road way; step measure; responsible
    accountable; fundamental basic; terrible awful horrible; huge massive enormous; pay wages
    salaries; car vehicle; plane aircraft; ship vessel; fight battle struggle; wound injure; victims
    casualties; mistake error; right correct; wrong incorrect; money funds; firm company; vote
    ballot; visit trip; meeting encounter; cooperation collaboration; cooperate collaborate; aid
    support; decide resolve; respect observe; respected observed; reach achieve; reached achieved;
    crisis emergency; threat menace; danger peril; peaceful calm; strengthen reinforce; create
    establish; view opinion; hope expectation; wish desire; trust confidence; statement declaration;
    plan project; law legislation; leave depart; arrive come; return come; gather assemble;
    near close; often frequently; now currently; main principal chief; complex complicated;
    clear obvious evident; grateful thankful; proud honoured; difficult challenging; friendly
    amicable; joint common shared; mutual reciprocal; lasting durable; constructive productive
"""
DOUBLETS = frozenset(
    frozenset((stem(one_spelling(one)), stem(one_spelling(other))))
    for row in _DOUBLETS.replace("\n", " ").split(";")
    for one in row.split()
    for other in row.split()
    if one != other
)
DOUBLET_STEMS = frozenset(word for pair in DOUBLETS for word in pair)

PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself he him his himself she"
    " her hers herself it its itself they them their theirs themselves one".split()
)
FUNCTION_WORDS = frozenset(
    "a an the this that these those there here of in on at by for to from with as and but or so"
    " than then when while where which who whom whose what how why because although is are am was"
    " were be been being has have had having do does did doing into onto upon about over under"
    " through during between among toward within since until also very really quite indeed such"
    " let well oh yes per out up down off back away".split()
)
_TENSES = ("is are am was were be been being", "has have had having", "do does did doing")
FORMS = {word: row.split()[0] for row in _TENSES for word in row.split()}

# Said so often that sharing them proves nothing.
COMMON = frozenset(
    "say said says saying know knows knew think thinks thought want wants wanted get gets got go"
    " goes went come comes came see sees look looks make makes made take takes took give gives"
    " thing things good great time way day days year years thank thanks much lot happy glad sorry"
    " right like tell told people person man men woman women lots kind sort mean means meant"
    " believe feel always never ever something everything anything god bless america please of"
    " course sir everyone today tomorrow yesterday".split()
)
CLAUSE_WORDS = frozenset(
    "and but or because which who whom whose when where while although if unless since so that as"
    " after before until for nor yet whereas".split()
)
JOINING_WORDS = frozenset({"and", "but", "so", "or"})

STRICT = NEGATIONS | MODALS | DAYS
CAREFUL = CONDITIONS | QUANTITIES


def is_strict(word: str) -> bool:
    """Tell a word that no two wordings of one statement may differ in: "not", "will", "12"."""
    return word in STRICT or is_figure(word)


def is_guarded(word: str) -> bool:
    """Tell a word that may not be changed, put in or left out inside a statement."""
    return word in CAREFUL or is_strict(word)


def is_content(word: str) -> bool:
    """Tell a word that says what a statement is about."""
    return (
        word not in FUNCTION_WORDS
        and word not in PRONOUNS
        and word not in MODALS
        and word not in COMMON
        and word not in CAREFUL
        and word not in NEGATIONS
    )
