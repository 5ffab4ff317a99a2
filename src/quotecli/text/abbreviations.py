"""Words whose full stop ends no sentence, as alternatives of a pattern, without the stop."""

# What stands before a name or a number.
_TITLES = (
    "Mr|Mrs|Ms|Drs?|Profs?|Sens?|Reps?|Govs?|Gens?|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Supt|Insp|Det|Msgr|Fr|St"
    "|Smt|Cllr|Const|Cpl|Pte|Brig|Cmdr|Engr|Barr|Atty|Mme|Mlle|Messrs|Amb|Asst|Dep|Rt|[Hh]on"
)
_AFTER_NAMES = "Jr|Sr|Inc|Corp|Co|Ltd|Bros|Inf|Div"
_BETWEEN_NAMES = "vs|v(?=\\.\\s[A-Z])"
_NUMBERED = "(?:Nos|Prop|Sec|Art|Ch|[Vv]ol|[Ff]ig|pp)"
_MONTHS = "Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"

# What stands behind a town or a party: "Hartford, Conn.", "R-Ariz."
STATES = (
    "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb"
    "|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|W\\.Va|Wis|Wyo|Ont|Que|Sask|Alta"
)

ABBREVIATED = f"{_TITLES}|{_AFTER_NAMES}|{_BETWEEN_NAMES}|{_MONTHS}|No|{_NUMBERED}(?=\\.\\s\\d)"
# Small words whose stop mostly stands within a sentence.
SMALL = "etc|Ph\\.D|[ap]\\.m"
# What may end a sentence as well, before a quotation that begins with a capital.
MAY_END = f"{_AFTER_NAMES}|{SMALL}|U\\.[SKN]|D\\.C"
