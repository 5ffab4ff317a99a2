"""The words for who leads, who is beneath and who no longer is: "chief", "deputy", "former"."""

CHIEFS = frozenset({"head", "leader", "president", "chief", "chairman", "chairwoman", "chair"})
# Who can be said to have a body: "Roe's company"
HEADS = CHIEFS | {"ceo", "director", "founder", "co-founder", "boss", "owner"}
HEADS_OF_STATE = frozenset(
    {"president", "prime minister", "premier", "chancellor", "king", "queen", "leader", "emir"}
)
BENEATH = frozenset({"vice", "deputy", "sub", "assistant", "under"})
# Before a head's word, they make another post of it: "Executive Director", "Majority Leader"
LESSER = BENEATH | frozenset(
    "managing executive acting interim associate senior general regional shadow majority minority"
    " opposition".split()
)
PAST = frozenset({"former", "ex", "late", "erstwhile", "then", "ousted", "deposed"})
