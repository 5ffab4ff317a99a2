"""References as BibTeX, for LaTeX: UTF-8, as BibTeX 0.99d with LaTeX since 2018 and biber read it.

The fields are those of ``btxdoc`` and, for address and day, of biblatex; articles of papers are
``@article``, pages of a website ``@misc``, as Zotero exports them. ``annote`` is for the reader
of the file: no common style prints it.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import chain, count
from string import ascii_lowercase

from quotecli.model import Record
from quotecli.output.citations.authors import Author
from quotecli.output.citations.quoted import quoted_as
from quotecli.output.citations.source import Source
from quotecli.text.normalise import fold

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "#$%&_"},
}
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")
_DULL = frozenset("a an the on in of to for and as at by with".split())


def bibtex_entries(cited: Iterable[tuple[Source, Sequence[Record]]]) -> str:
    """Give one entry an article, with the statements quoted from it; keys are unique."""
    keys: set[str] = set()
    return "\n".join(_entry(_key(source, keys), source, records) for source, records in cited)


def _entry(key: str, source: Source, records: Sequence[Record]) -> str:
    fields = {
        "author": " and ".join(map(_author, source.authors)),
        "title": f"{{{_escaped(source.title)}}}" if source.title else "",  # capitals stay
        "howpublished" if source.is_website else "journal": _escaped(source.outlet or ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if source.published:
        date = datetime.date.fromisoformat(source.published)
        lines.append(f"  year = {{{date.year}}}")
        lines.append(f"  month = {_MONTHS[date.month - 1]}")
        lines.append(f"  day = {{{date.day}}}")
    if source.url:
        lines.append(f"  url = {{{source.url}}}")
        lines.append(f"  urldate = {{{source.accessed.day}}}")
    lines += [f"  annote = {{{_escaped('; '.join(map(quoted_as, records)))}}}"]
    kind = "article" if source.outlet and not source.is_website else "misc"
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _author(author: Author) -> str:
    if not author.is_person:
        return f"{{{_escaped(author.family)}}}"  # a name in braces is taken whole
    parts = (author.family, author.suffix, author.given)
    return ", ".join(_escaped(part) for part in parts if part)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], text)


def _key(source: Source, taken: set[str]) -> str:
    name = source.authors[0].family if source.authors else source.outlet or "anonymous"
    year = source.published[:4] if source.published else ""
    words = [word for word in re.findall(r"\w+", fold(source.title or "")) if word not in _DULL]
    key = re.sub("[^a-z0-9]", "", fold(name) + year + "".join(words[:1])) or "article"
    ends = chain(("",), ascii_lowercase, (f"-{number}" for number in count(2)))
    free = next(key + end for end in ends if key + end not in taken)
    taken.add(free)
    return free
