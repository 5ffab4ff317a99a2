"""Whether two words say the same office."""

from quotecli.extraction.names.ranks import HEADS_OF_STATE

_SAME_OFFICES = (
    frozenset({"premier", "prime minister", "pm", "head of government"}),
    frozenset({"mp", "lawmaker", "legislator", "member of parliament", "parliamentarian"}),
    frozenset({"senator", "lawmaker", "legislator"}),
    frozenset({"congressman", "congresswoman", "representative", "lawmaker", "legislator", "rep"}),
    frozenset({"governor", "gov"}),
    frozenset({"senator", "sen"}),
    frozenset({"chief executive", "chief executive officer", "ceo"}),
    frozenset({"pope", "pontiff"}),
    frozenset({"lawyer", "attorney", "solicitor", "barrister", "counsel"}),
    frozenset({"coach", "manager", "head coach"}),
    frozenset({"doctor", "physician"}),
    frozenset({"chairman", "chair", "chairwoman", "chairperson"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"foreign minister", "foreign secretary"}),
    frozenset({"secretary", "secretary of state"}),
    frozenset({"defence minister", "defense minister", "defence secretary", "defense secretary"}),
    frozenset({"police chief", "chief of police", "police commissioner"}),
    frozenset({"author", "writer", "novelist"}),
    frozenset({"scientist", "researcher"}),
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({"wife", "ex-wife", "former wife"}),
    frozenset({"husband", "ex-husband"}),
    frozenset({"businessman", "entrepreneur", "mogul", "tycoon", "billionaire"}),
    frozenset({"footballer", "striker", "midfielder", "defender", "goalkeeper", "player"}),
)


def same_office(held: str, asked: str) -> bool:
    """Tell whether a description fits an office: "the Russian leader" is a president."""
    held, asked = held.replace("-general", " general"), asked.replace("-general", " general")
    if held == asked:
        return True
    if held.endswith((" " + asked, "-" + asked)):
        return not held.startswith(("co-", "vice"))
    if asked == "leader" and held in HEADS_OF_STATE:
        return True
    return any(held in group and asked in group for group in _SAME_OFFICES)
