"""Numbers as figures, however they are written: "five thousand", "5,000" and "5k" are one.

A number is the first thing that a wrong quotation changes, so all of them are read: cardinals,
ordinals, decimals, thousands, "2.5 million", "twenty-five", "half".
"""

import re
from collections.abc import Sequence
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_ORDINALS = {
    word: f"{value}th"
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        start=1,
    )
}
_SHORT_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "tn": "trillion",
}
_FIGURE = re.compile(r"([-−+]?)(\d+(?:[.,]\d+)*)([a-z]*)")
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def is_figure(word: str) -> bool:
    """Tell whether a normalised word is a number or begins with one ("1990s", "5th")."""
    return word[:1].isdigit() or (word[:1] in "-−+" and word[1:2].isdigit())


def read_figure(token: str) -> list[str]:
    """Give the words of a token that begins with a digit: ``5bn`` is ``5``, ``billion``."""
    match = _FIGURE.fullmatch(token)
    if match is None:
        return [token]
    sign, digits, ending = match.groups()
    plain = _THOUSANDS.sub("", digits).replace(",", ".")
    if plain.count(".") > 1:  # a date ("31.10.2022") or thousands with points
        plain = plain.replace(".", "")
    value = _plain(Decimal(plain))
    if sign in {"-", "−"}:
        value = f"-{value}"
    if ending in _ORDINAL_ENDINGS:
        return [f"{value}th"]
    if ending in _SHORT_SCALES:
        return [value, _SHORT_SCALES[ending]]
    return [value + ending]


def is_number_word(word: str) -> bool:
    """Tell whether a folded word is or begins a number in words."""
    return word in _UNITS or word in _TENS or word in _SCALES or word in _ORDINALS


def read_number(words: Sequence[str]) -> tuple[str, int] | None:
    """Read the number at the beginning of ``words``: its figure and how many words it takes.

    None where there is none. "a hundred" is left to "a" and "hundred".
    """
    total = current = Decimal(0)
    used = 0
    last: Decimal | None = None  # the value of the word before, to end "ten five" after "ten"
    while used < len(words):
        word = words[used]
        if word in _ORDINALS and last in _TENS.values():
            return f"{_plain(total + current + int(_ORDINALS[word][:-2]))}th", used + 1
        if word in _ORDINALS and used == 0:
            return _ORDINALS[word], 1
        if word == "and" and last == 100 and used + 1 < len(words) and _is_small(words[used + 1]):
            used += 1
            continue
        value = _value(word)
        if value is None:
            break
        if word in _SCALES and used:
            current = (current or Decimal(1)) * value
            if value > 100:
                total, current = total + current, Decimal(0)
        elif used == 0 or (_may_follow(last, value) and not word[0].isdigit()):
            current += value
        else:
            break
        last = value
        used += 1
    return (_plain(total + current), used) if used else None


def _may_follow(last: Decimal | None, value: Decimal) -> bool:
    if last is None:
        return False
    return (last in _TENS.values() and value < 10) or (last >= 100 and last > value)


def _is_small(word: str) -> bool:
    return word in _UNITS or word in _TENS


def _value(word: str) -> Decimal | None:
    for table in (_UNITS, _TENS, _SCALES):
        if word in table:
            return Decimal(table[word])
    if word[:1].isdigit():
        try:
            return Decimal(word)
        except ArithmeticError:
            return None
    return None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
