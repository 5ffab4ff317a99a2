"""The small words on which the meaning of a sentence turns, as keys of ``words.words_of``."""

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely"
    " ain't nay".split()
)
MODALS = frozenset(
    "may might can could will would shall should must ought need i'll we'll you'll he'll she'll"
    " it'll they'll that'll there'll i'd we'd you'd he'd she'd they'd".split()
)
# What limits the sentence before it, or the words after it.
LIMITS = frozenset(
    "but if unless however except excepting although though provided providing only until till"
    " without despite notwithstanding nevertheless nonetheless otherwise whether lest assuming"
    " supposing yet barring".split()
)
LIMITING_PHRASES = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("in", "case"),
    ("apart", "from"),
    ("other", "than"),
    ("rather", "than"),
    ("instead", "of"),
    ("subject", "to"),
    ("depending", "on"),
    ("even", "then"),
    ("then", "again"),
)
# "yet" and "only" mean this only at the beginning of what goes on ("…, yet we").
LIMITS_AT_ONCE = frozenset({"yet", "only", "without", "otherwise", "despite", "whether", "till"})
QUANTITIES = frozenset(
    "all every everyone everybody everything each both any anyone anybody anything some someone"
    " somebody something most many much few fewer little several half more less least almost nearly"
    " about always often sometimes seldom rarely only just".split()
)
HEDGES = frozenset(
    "maybe perhaps possibly probably allegedly supposedly reportedly hypothetically presumably"
    " hopefully".split()
)
# "If ..., we will": what stands before governs the rest of the sentence.
CONDITIONS_BEFORE = frozenset(
    "if unless whether until till lest suppose supposing assuming provided providing".split()
)
DENIALS = frozenset(
    "deny denies denied denying false falsely untrue lie lies lied lying myth hoax rumor rumour"
    " rumors rumours nonsense refuse refuses refused refusing reject rejects rejected rejecting"
    " doubt doubts doubted doubtful dispute disputes disputed refute refutes refuted".split()
)
# Verbs right before a statement that make it a wish, a fear or a fancy.
UNREAL = frozenset(
    "hope hopes hoped hoping wish wishes wished fear fears feared afraid imagine imagines imagined"
    " pretend pretends pretended suppose supposes dream dreamed dreamt".split()
)
REPORTING = frozenset(
    "say says said saying claim claims claimed claiming argue argues argued think thinks thought"
    " believe believes believed allege alleges alleged insist insists insisted suggest suggests"
    " suggested tell tells told telling assert asserts asserted accuse accuses accused".split()
)
OBJECTS = frozenset("me us you him her them people everyone everybody that to of".split())
OWN = frozenset("i we i'm we're i've we've i'd we'd i'll we'll let".split())
SUBJECTS = frozenset("i we you he she it they this that these those the there".split())
# Behind these a clause of its own begins: "Nobody asked before | the work began".
CLAUSE_OPENERS = frozenset(
    "and but so because as while yet or since before after when where why how which who".split()
)

PRONOUNS = frozenset(
    "i we you he she it they me us him her them my our your his its their mine ours yours hers"
    " theirs i'm we're he's she's they're i've we've they've".split()
)

# Words that point to something: what a bracket may explain instead of quoting.
POINTING = frozenset(
    "it its it's they them their theirs he him his she her hers we us our ours you your yours i me"
    " my mine this that these those there here then one ones so him himself herself itself the a"
    " an both who which".split()
)


NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
} | dict(
    zip(
        "thirty forty fifty sixty seventy eighty ninety hundred thousand".split(),
        (30, 40, 50, 60, 70, 80, 90, 100, 1000),
        strict=True,
    )
)
LARGE_NUMBERS = frozenset(
    "million millions billion billions trillion trillions hundreds thousands dozen dozens double"
    " doubled triple tripled twice thrice half quarter third thirds percent minus first second"
    " bn mn once ones fourth fifth sixth seventh eighth ninth tenth".split()
)

# Words that any two sentences share; they say little on whether one is taken from the other.
FUNCTION_WORDS = frozenset(
    "a an the and or but nor so if as than that this these those there here it its it's he she his"
    " him her hers they them their theirs we us our ours you your yours i me my mine who whom whose"
    " which what when where why how of in on at by for with from to into onto over under about"
    " after before between through during up down out off again then also too very just only even"
    " still yet be am is are was were been being do does did done doing have has had having will"
    " would shall should can could may might must not no i'm i've i'll i'd we're we've we'll we'd"
    " you're he's she's that's they're they've there's let's don't doesn't didn't isn't aren't"
    " wasn't weren't won't wouldn't can't couldn't haven't hasn't hadn't himself herself itself"
    " themselves ourselves myself yourself some any all each every both more most much many such"
    " own same other another now ever never because while until against".split()
)

_IRREGULAR = {"won't": ("will", "not"), "can't": ("can", "not"), "shan't": ("shall", "not")}
_ENDINGS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
# What an ending may stand for behind these words; behind others "'s" is a possessive.
_OPEN_ENDINGS = {"'s": ("is", "has"), "'d": ("would", "had")}
_BEFORE_OPEN = frozenset(
    "i you he she it we they that this there here what who where when how".split()
)
_MOST_OPEN = 4  # words of one difference


def is_negation(key: str) -> bool:
    """Tell whether a word denies what it stands with."""
    return key in NEGATIONS or key.endswith("n't")


def is_number(key: str) -> bool:
    """Tell whether a word is a number or a part of one."""
    return key[0].isdecimal() or key in NUMBER_WORDS or key in LARGE_NUMBERS or key in "$€£¥+±"


def expanded(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Write contractions out: "won't" is "will not"."""
    full: list[str] = []
    for key in keys:
        if key in _IRREGULAR:
            full += _IRREGULAR[key]
        elif key == "cannot":
            full += ("can", "not")
        elif key.endswith("n't"):
            full += (key.removesuffix("n't"), "not")
        else:
            ending = next((e for e in _ENDINGS if key.endswith(e) and key != e), None)
            full += (key.removesuffix(ending), _ENDINGS[ending]) if ending else (key,)
    return tuple(full)


def is_written_otherwise(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two runs of words differ in nothing but contractions: "it's" and "it is"."""
    return not _written_out(one).isdisjoint(_written_out(other))


def _written_out(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Give all that words may be with their contractions written out."""
    found: set[tuple[str, ...]] = {()}
    for key in expanded(keys):
        word, ending = key[:-2], key[-2:]
        forms: list[tuple[str, ...]] = [(key,)]
        if ending in _OPEN_ENDINGS and word in _BEFORE_OPEN and len(found) < 2**_MOST_OPEN:
            forms = [(word, verb) for verb in _OPEN_ENDINGS[ending]]
        elif key == "let's":
            forms = [("let", "us")]
        found = {(*before, *form) for before in found for form in forms}
    return found
