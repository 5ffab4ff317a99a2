"""The word lists about names, each in a file beside this one."""

from functools import cache
from importlib.resources import files


@cache
def _forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("forms.txt")):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def shared_forms(word: str) -> frozenset[int]:
    """Give the numbers of the names of which a folded word is a form ("bill": William)."""
    return _forms().get(word, frozenset())


@cache
def forms_of(word: str) -> frozenset[str]:
    """Give all forms of the names of which a folded word is one, itself included."""
    lines = _lines("forms.txt")
    return frozenset({word, *(form for n in shared_forms(word) for form in lines[n].split())})


def is_given(word: str) -> bool:
    """Tell a given name that the lists know."""
    return word in _forms()


@cache
def family_names(kind: str) -> frozenset[str]:
    """Give the family names of a kind.

    ``east-asian`` and ``hungarian`` ones may stand first, after an ``iberian`` one a second may
    follow, and ``common`` ones are shared by too many people to say much.
    """
    for line in _lines("family_names.txt"):
        name, _, words = line.partition(":")
        if name == kind:
            return frozenset(words.split())
    raise KeyError(kind)


@cache
def _lines(name: str) -> tuple[str, ...]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))
