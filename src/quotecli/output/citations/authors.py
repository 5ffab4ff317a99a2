"""A byline as the list of its authors: people by their parts, organisations whole."""

import re
from typing import NamedTuple

from quotecli.text.normalise import fold

_BY = re.compile(r"^by\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*;\s*|\s+(?:and|&)\s+|\s*,\s*(?:and\s+)?")
_SUFFIX = re.compile(r"(?:jr|sr)\.?|[ivx]+", re.IGNORECASE)
_PARTICLES = frozenset(
    "af al ap av bin bint da das de del della den der di do dos du el ibn la le ten ter van von"
    " zu".split()
)
# Words by which an organisation, a desk or a department is told from a person.
_ORGANISATION = frozenset(
    "agence agencies agency agencia associated association board broadcasting bureau"
    " channel chronicle commission committee company correspondent correspondents council"
    " courier daily department desk editor editors editorial foundation gazette government group"
    " herald inc institute international journal ltd magazine media ministry network news newsdesk"
    " newspaper newsroom office online party post press presse radio reporter reporters reuters"
    " review service staff standard sun team telegraph television times tribune tv university"
    " weekly writers union".split()
)


class Author(NamedTuple):
    """Who wrote an article; ``given`` is empty for an organisation, whose name is ``family``."""

    family: str
    given: str = ""
    suffix: str = ""

    @property
    def is_person(self) -> bool:
        """Tell whether the name has the parts of a person's."""
        return bool(self.given)


def read_authors(byline: str | None, outlet: str | None = None) -> tuple[Author, ...]:
    """Read a byline as an article has it ("By Jane Roe and John Doe, AFP").

    Names are never invented: what is not clearly a person's name with given name and surname
    stays whole, as an organisation's does.

    Args:
        byline: as the record has it.
        outlet: of the article: a byline of this name is an organisation's.
    """
    authors: list[Author] = []
    for part in _BETWEEN.split(_BY.sub("", (byline or "").strip())):
        name = " ".join(part.split())
        if not name:
            continue
        if authors and _SUFFIX.fullmatch(name) and authors[-1].is_person:
            authors[-1] = authors[-1]._replace(suffix=name)
        else:
            authors.append(_author(name, outlet))
    return tuple(dict.fromkeys(authors))


def _author(name: str, outlet: str | None) -> Author:
    words = name.split()
    suffix = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        *words, suffix = words
    if len(words) < 2 or _is_organisation(name, words, outlet):
        return Author(name)
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Author(" ".join(words[start:]), " ".join(words[:start]), suffix)


def _is_organisation(name: str, words: list[str], outlet: str | None) -> bool:
    if outlet is not None and fold(name) == fold(outlet):
        return True
    if not words[0][0].isupper() or not words[-1][0].isupper():
        return True  # "the editors": no name at all
    if any(fold(word) in _ORGANISATION for part in words for word in re.split("[-/]", part)):
        return True
    return any(not re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words)
