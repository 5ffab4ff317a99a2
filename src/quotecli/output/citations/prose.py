"""References as papers print them: APA, MLA and Chicago.

All titles keep the capitals of the article: APA's sentence case and MLA's and Chicago's headline
case would need to know which words are names.
"""

import calendar
import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from quotecli.output.citations.authors import Author
from quotecli.output.citations.source import Source

_UNTITLED = "Untitled news article"
_MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


class Run(NamedTuple):
    """A stretch of a reference, in italics or not."""

    text: str
    italic: bool = False


Reference = tuple[Run, ...]


def apa(source: Source) -> Reference:
    """Give an entry of the reference list.

    Publication Manual of the APA, 7th edition: 10.1 example 16 (newspaper article), 10.16 example
    110 (page of a news website, its title in italics), 9.8 and 9.11 (authors), 9.12 (none: the
    title comes first), 9.17 (no date), table 9.1 (no title: a description in brackets), 9.16 (the
    day of access only where the reader must know it).
    """
    title = Run(source.title or f"[{_UNTITLED}]", source.is_website and bool(source.title))
    date = f"({_apa_day(source.published)})." if source.published else "(n.d.)."
    if source.authors:
        runs = [Run(_stopped(_apa_authors(source.authors))), Run(date), *_ended(title)]
    else:
        runs = [*_ended(title), Run(date)]
    if source.outlet and not (source.is_website and _is_by_outlet(source)):
        runs += [Run(source.outlet, not source.is_website), _STOP]
    if source.url:
        read = source.accessed
        since = f"Retrieved {_american(read.day)}, from " if read.is_given else ""
        runs.append(Run(since + source.url))
    return _set(runs)


def mla(source: Source) -> Reference:
    """Give an entry of the list of works cited.

    MLA Handbook, 9th edition, chapter 5: "Author" (of more than two the first; where an
    organisation is author and publisher the title comes first), "Title of Source" (none: a
    description), "Title of Container", "Publication Date", "Location" (the address without
    "https://"), "Date of Access" (where the work has no date).
    """
    named = source.authors and not _is_by_outlet(source)
    title = Run(f"“{_inner_marks(source.title)}”" if source.title else _UNTITLED)
    runs = [Run(_stopped(_inverted(source.authors, most=2, shown=1)))] if named else []
    runs += _ended(title)
    container: list[list[Run]] = []
    if source.outlet:
        container.append([Run(source.outlet, italic=True)])
    if source.published:
        container.append([Run(_mla_day(source.published))])
    if source.url:
        container.append([Run(re.sub("^https?://", "", source.url, flags=re.IGNORECASE))])
    if container:
        runs += _listed(container)
    if source.url and (source.accessed.is_given or not source.published):
        runs.append(Run(f"Accessed {_mla_day(source.accessed.day)}."))
    return _set(runs)


def chicago(source: Source) -> Reference:
    """Give an entry of the bibliography (notes and bibliography).

    The Chicago Manual of Style, 18th edition: Citation Quick Guide, "News or Magazine Article"
    (it keeps "The" in names of papers, and of more than six authors the first three); 17th
    edition, 14.199 (unsigned: the paper takes the author's place) and 14.12 (the day of access,
    where the page has no date).
    """
    authors = source.authors or ((Author(source.outlet),) if source.outlet else ())
    is_paper = not source.authors or _is_by_outlet(source)
    runs = []
    if authors:
        names = _inverted(authors, most=6, shown=3)
        runs = [Run(names, is_paper), _STOP] if not names.endswith(".") else [Run(names, is_paper)]
    runs += _ended(Run(f"“{_inner_marks(source.title)}”" if source.title else _UNTITLED))
    facts: list[list[Run]] = []
    if source.outlet and not is_paper:
        facts.append([Run(source.outlet, italic=True)])
    if source.published:
        facts.append([Run(_american(source.published))])
    if facts:
        runs += _listed(facts)
    if source.url and (source.accessed.is_given or not source.published):
        runs.append(Run(f"Accessed {_american(source.accessed.day)}."))
    if source.url:
        runs.append(Run(f"{source.url}."))
    return _set(runs)


STYLES: dict[str, Callable[[Source], Reference]] = {"apa": apa, "mla": mla, "chicago": chicago}

_STOP = Run(".")
_COMMA = Run(",")


def _set(runs: Sequence[Run]) -> Reference:
    """Put a blank before each part, but none before a full stop or comma."""
    spaced = (
        [run] if number == 0 or run in {_STOP, _COMMA} else [Run(" "), run]
        for number, run in enumerate(runs)
    )
    return tuple(chain.from_iterable(spaced))


def _ended(title: Run) -> Iterator[Run]:
    """End a title: the full stop goes inside quotation marks, and not after "?" or "!"."""
    words = title.text
    if re.search(r"[.?!…]['’”\]]*$", words):
        yield title
    elif words.endswith("”"):
        end = -2 if words.endswith("’”") and "‘" in words else -1
        yield Run(f"{words[:end]}.{words[end:]}", title.italic)
    else:
        yield from (title, _STOP)


def _listed(parts: Sequence[Sequence[Run]]) -> Iterator[Run]:
    for number, part in enumerate(parts):
        if number:
            yield _COMMA
        yield from part
    yield _STOP


def _stopped(words: str) -> str:
    return words if words.endswith(".") else f"{words}."


def _is_by_outlet(source: Source) -> bool:
    return [author.family for author in source.authors] == [source.outlet]


def _apa_authors(authors: Sequence[Author]) -> str:
    names = [_apa_author(author) for author in authors]
    if len(names) == 1:
        return names[0]
    if len(names) > 20:
        return f"{', '.join(names[:19])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _apa_author(author: Author) -> str:
    if not author.is_person:
        return author.family
    names = [author.family, _initials(author.given)]
    return ", ".join([*names, author.suffix] if author.suffix else names)


def _initials(given: str) -> str:
    """Give "Jean-Paul Q." as "J.-P. Q."."""
    parts = re.findall(r"[^\s.]+", given)
    return " ".join("-".join(f"{name[0]}." for name in part.split("-") if name) for part in parts)


def _inverted(authors: Sequence[Author], *, most: int, shown: int) -> str:
    """Give the first name inverted and the rest in full; of more than ``most`` only ``shown``."""
    first, *rest = authors
    names = [_last_first(first), *map(_in_order, rest)]
    if len(names) > most:
        return f"{', '.join(names[:shown])}, et al."
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])}, and {names[-1]}"


def _last_first(author: Author) -> str:
    return ", ".join(filter(None, (author.family, author.given, author.suffix)))


def _in_order(author: Author) -> str:
    return " ".join(filter(None, (author.given, author.family, author.suffix)))


def _inner_marks(title: str) -> str:
    """Make single what are double quotation marks inside a title that gets double ones."""
    single = title.replace("“", "‘").replace("”", "’")
    return re.sub(r'(^|[\s(\[—–-])"', r"\1‘", single).replace('"', "’")


def _day(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


def _apa_day(day: str) -> str:
    date = _day(day)
    return f"{date.year}, {calendar.month_name[date.month]} {date.day}"


def _american(day: str) -> str:
    date = _day(day)
    return f"{calendar.month_name[date.month]} {date.day}, {date.year}"


def _mla_day(day: str) -> str:
    date = _day(day)
    return f"{date.day} {_MLA_MONTHS[date.month - 1]} {date.year}"
