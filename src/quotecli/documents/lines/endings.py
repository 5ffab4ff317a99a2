"""How paragraphs end and begin: what tells a finished sentence from a broken one."""

import re

_QUOTATION_MARK = re.compile('[“”„"«»]')
_OPENING = "“„\"«‘'`"
_FINAL = re.compile(r"[.…!?。][”\"’'»)\]]*$")
# Words that end no sentence and no heading.
_LEADS_ON = re.compile(
    r"(?:^|\s)(?:the|an?|and|or|nor|but|than|between|among|amid|amongst|during|into|onto|towards?|upon"
    r"|via|per|despite|unless|because|whether|while|which|whose|whom|every|its|their|our|your|my"
    r"|mr|mrs|ms|dr|vs)$",
    re.IGNORECASE,
)
# Words that seldom do; headings may ("What the war is about").
_MAY_LEAD_ON = re.compile(
    r"(?:^|\s)(?:of|to|in|on|for|with|by|from|at|about|over|under|after|before|against|through"
    r"|without|within|across|until|since|as|that|if|is|are|was|were|be|been|has|have|had|will|would"
    r"|his|her|this|these|those|who|said|told|says|not)$",
    re.IGNORECASE,
)


def quotation_open(text: str, *, before: bool = False) -> bool:
    """Tell whether a double quotation mark is open at the end of ``text``.

    A curly mark says by its form whether it opens; a straight one closes what is open, also a
    curly one, as articles mix them.

    Args:
        text: what follows.
        before: whether one was open before it.
    """
    is_open = before
    for mark in _QUOTATION_MARK.findall(text):
        is_open = mark in "“„«" or (mark == '"' and not is_open)
    return is_open


def is_finished(text: str) -> bool:
    """Tell whether a text ends as a sentence does, marks behind the full stop included."""
    return _FINAL.search(text[-12:].rstrip()) is not None


def starts_lower(text: str) -> bool:
    """Tell whether a text begins inside a sentence: with a small letter ("iPhone" does not)."""
    head = text[:2]
    return head[:1].islower() and not head[1:].isupper()


def leads_on(text: str) -> bool:
    """Tell whether a text breaks off: after a comma, a hyphen or a word that asks for another."""
    tail = text[-24:].rstrip()
    return tail.rstrip("\"”’'»").endswith((",", "-")) or _LEADS_ON.search(tail) is not None


def may_lead_on(text: str) -> bool:
    """Tell whether a text ends in a word that seldom ends a sentence and may end a heading."""
    return _MAY_LEAD_ON.search(text[-24:].rstrip()) is not None


def starts_with_quotation(text: str) -> bool:
    """Tell whether a text begins with an opening quotation mark."""
    return text[:1] in _OPENING and text[:1] != ""


def closes_quotation(text: str) -> bool:
    """Tell whether the first double mark in a text is one that closes."""
    match = _QUOTATION_MARK.search(text)
    if match is None:
        return False
    if match[0] != '"':
        return match[0] in "”»"
    after = text[match.end() : match.end() + 1]
    before = text[match.start() - 1 : match.start()]
    return not before.isspace() and before != "" and not after.isalnum()
