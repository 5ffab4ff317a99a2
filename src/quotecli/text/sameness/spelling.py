"""One spelling for a word that outlets spell differently: British, American, transliterated.

The result is for comparing only. It need not be a word ("promize"): what counts is that both
spellings give the same, and that two different words hardly ever do.
"""

import re
from functools import lru_cache

_WHOLE = {
    "programme": "program",
    "programmes": "programs",
    "grey": "gray",
    "ageing": "aging",
    "judgement": "judgment",
    "sceptic": "skeptic",
    "sceptical": "skeptical",
    "plough": "plow",
    "towards": "toward",
    "afterwards": "afterward",
    "amongst": "among",
    "whilst": "while",
    "learnt": "learned",
    "burnt": "burned",
    "spelt": "spelled",
    "dreamt": "dreamed",
    "tyre": "tire",
    "tyres": "tires",
    "aluminium": "aluminum",
    "manoeuvre": "maneuver",
    "manoeuvres": "maneuvers",
    "cheque": "check",
    "cheques": "checks",
    "jewellery": "jewelry",
    "fulfil": "fulfill",
    "enrol": "enroll",
    "instalment": "installment",
    "skilful": "skillful",
    "wilful": "willful",
    "mum": "mom",
    "percent": "percent",
    "per-cent": "percent",
    "pct": "percent",
    "ok": "okay",
    "kiev": "kyiv",
    "kharkov": "kharkiv",
    "odessa": "odesa",
    "lvov": "lviv",
    "everybody": "everyone",
    "somebody": "someone",
    "anybody": "anyone",
    "nobody": "noone",
    "till": "until",
    "though": "although",
    "usa": "usa",
    "mln": "million",
    "bln": "billion",
}
# Each pattern needs a few letters before it, so that "four" and "hour" stay apart from "for".
_ENDINGS = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=\w\w)is(ation|ations)$", r"iz\1"),
        (r"(?<=\w\w\w)is(e|es|ed|er|ers|ing)$", r"iz\1"),
        (r"(?<=\w\w)ys(e|es|ed|ing)$", r"yz\1"),
        (r"(?<=\w\w\w)our(|s|ed|ing|er|ers|ite|ites|able|al|hood|hoods|ful|ly)$", r"or\1"),
        (r"(?<=\w\w)tre(|s|d)$", r"ter\1"),
        (r"(?<=\w\w)bre(|s)$", r"ber\1"),
        (r"(?<=\w\w)ogue(|s)$", r"og\1"),
        (r"(?<=\w\w)ence(|s|less)$", r"ense\1"),
        # "travelled", not "called": the doubled letter is British only after a second syllable.
        (r"(?<=[aeiou])([^aeiou]+[aeiou])ll(ed|ing|er|ers|or|ors)$", r"\1l\2"),
        # Names from the Cyrillic and the Armenian.
        (r"(?<=\w\w\w)(?:iy|yy|ii|yi|ij)$", "y"),
        (r"(?<=\w\w)(?:iyev|yev|iev)(|a)$", r"ev\1"),
        (r"(?<=\w\w)(?:yian|yan)$", "ian"),
    )
)
_DIGRAPH = re.compile(r"(?<=\w)ae(?=\w\w)|(?<=\w)oe(?=[a-z]{4})")
_STEM = re.compile(r"(?<=\w\w\w)(?:ing|ings|ed|es|s|e|ly)$")
_STEM_IN_Y = re.compile(r"(?<=\w\w\w)(?:ies|ied|y)$")  # "policies" is "policy", not "police"


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """Give a folded word in the one spelling that stands for all its spellings."""
    word = _WHOLE.get(word, word)
    if len(word) < 5:
        return word
    for pattern, put in _ENDINGS:
        replaced, count = pattern.subn(put, word)
        if count:
            word = replaced
            break
    return _DIGRAPH.sub("e", word)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Give a word without its inflection, roughly: "attacks", "attacked" are "attack"."""
    if len(word) < 4:
        return word
    in_y, count = _STEM_IN_Y.subn("i", word)
    return in_y if count else _STEM.sub("", word)
