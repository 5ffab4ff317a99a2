"""The organisations of an article: their full names, and what they are called for short."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.namewords import BODY_WORDS, PARTNERS, bare_word, is_like_person
from quotecli.extraction.names.runs import is_ordinal, name_runs
from quotecli.extraction.prose.grammar import Range
from quotecli.extraction.prose.units import Unit, spelled
from quotecli.text.normalise import fold

_INSIDE = frozenset({"of", "for", "and", "the", "on", "&"})
_FORMS = frozenset("inc corp co ltd llc plc corporation company group holdings limited".split())
_LEGAL = frozenset("inc corp co ltd llc plc limited".split())  # nobody says "the plc"
_COMPASS = {"north": "south", "south": "north", "east": "west", "west": "east"}
_SPEAKING = frozenset({"body", "document"})
_NOT_SHORT = frozenset(
    "house street city hill duke earl count baron republican democrat tory liberal conservative"
    " republicans democrats tories liberals conservatives greens".split()
)
# What a firm, town or person has, so that its first word alone is not it: "Google News"
_PRODUCTS = frozenset(
    "news times post journal herald tribune press show live tonight street square stadium festival"
    " games cup open championship campaign administration team act treaty summit watch".split()
)
_WHOSE = frozenset({"people's", "women's", "children's", "men's", "workers'", "queen's", "king's"})
_LONGEST = 9  # words of a name
_TO_ALIAS = 4  # units: ", better known as"


class Bodies:
    """All organisations whose names say what they are, or stand with their abbreviation.

    Args:
        rows: the article's passages.
        in_s: names that end in "'s" and belong to nothing behind: "Moody's said".
    """

    def __init__(self, rows: Iterable[Sequence[Unit]], in_s: Iterable[str] = ()) -> None:
        self._full: dict[str, set[str]] = {}  # by abbreviation, folded
        self._by_head: dict[str, dict[str, str]] = {}  # by its head noun, folded
        self._short: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        self._first: dict[str, int] = {}  # where a name first stands in the reading
        self._by_end: dict[str, set[str]] = {}  # by its first or last word, folded
        self._alone: dict[str, int] = {}  # where "the Taliban" first stands so
        given: dict[str, str] = {}
        for units in rows:
            for at, word in _with_article(units):
                self._alone.setdefault(word, units[at].start)
            for phrase in body_phrases(units):
                words = spelled(units[phrase.start : phrase.end]).split()
                words[-1] = bare_word(words[-1])
                if len(words) == 1:
                    continue  # "AT&T"
                short = _abbreviation(units, phrase.end)
                if (alias := _alias(units, phrase.end)) is not None:
                    self._short.setdefault(fold(alias), set()).add(" ".join(words))
                if short and _initials(words).endswith(short.upper()):
                    words = _cut_to(words, short)
                    given[short] = " ".join(words)
                elif short and _is_translated(words, short):
                    given[short] = " ".join(_from_first(words, short))
                elif not any(w.lower().rstrip(".") in BODY_WORDS for w in words):
                    self._add_end(units, phrase, words)
                    continue
                self._first.setdefault(" ".join(words), units[phrase.start].start)
                self._add(words)
                self._add_end(units, phrase, words)
        for short, full in given.items():
            self._full[short] = {full}
        for name in list(self._names.values()):
            first, _, tail = name.partition(" and ")
            alone = fold(tail) in self._names or fold(first) in BODY_WORDS
            if " " in tail and " " not in first and not alone:
                self._short.setdefault(fold(tail), set()).add(name)  # "Exchange Commission, which"
        self._given = frozenset(given)
        self._in_s = {bare_word(name): name for name in in_s}

    def _add(self, words: Sequence[str]) -> None:
        name = " ".join(words)
        folded = fold(name)
        if folded in self._names:
            return
        self._names[folded] = name
        initials = _initials(words)
        if len(initials) > 1:
            self._full.setdefault(initials, set()).add(name)
        parts = (i for i, w in enumerate(words) if i and w in {"of", "for", "to", "on"})
        before = [fold(w).rstrip(".") for w in words[: next(parts, len(words))]]
        heads = [w for w in before if w in BODY_WORDS]  # the bank: "Harrow Bank Ltd", "Bank Harrow"
        head = next((w for w in reversed(heads) if w not in _LEGAL), heads[-1] if heads else None)
        if head is not None:
            self._by_head.setdefault(head, {})[folded] = name
        forms = [w.lower().rstrip(".") for w in words]
        stem = [w for w, form in zip(words, forms, strict=True) if form not in _FORMS]
        own = len(words) == 2 and forms[1] in BODY_WORDS - _PRODUCTS
        if own and forms[0] not in lexicon.places() and _may_be_short(forms[0]):
            self._short.setdefault(fold(words[0]), set()).add(name)
        if len(stem) < len(words) and stem:
            self._short.setdefault(fold(" ".join(stem)), set()).add(name)

    def _add_end(self, units: Sequence[Unit], phrase: Range, words: Sequence[str]) -> None:
        """Remember "the American Theatre Wing" under "wing", "Sultanate of Zed" under its first."""
        name = " ".join(words)
        article = phrase.start > 0 and units[phrase.start - 1].lower == "the"
        if not (article or name in self._first or name.lower() in lexicon.places()):
            return
        self._first.setdefault(name, units[phrase.start].start)
        begins = words[1] in {"of", "for", "on"} or fold(words[0]) in _COMPASS
        for end in (fold(words[-1]), *([fold(words[0])] if begins else [])):
            self._by_end.setdefault(end, set()).add(name)

    def called_for_short(self, word: str, position: int) -> str | None:
        """Give the body or country named before that "the Commission" and "the North" can mean.

        It is the only one whose name begins or ends so. One of two points of the compass is meant
        only beside the other one: North Korea beside South Korea, not North Carolina.
        """
        key = fold(word)
        if not _may_be_short(key):
            return None
        found = [n for n in self._by_end.get(key, ()) if self._first[n] < position]
        found = [n for n in found if not any(n != m and n in m for m in found)]
        if len(found) != 1 or self._alone.get(key, position) < self._first[found[0]]:
            return None
        if key in _COMPASS:
            rest = found[0].partition(" ")[2]
            other = f"{_COMPASS[key].capitalize()} {rest}"
            return found[0] if other in self._first or fold(other) in self._names else None
        return found[0]

    def in_s(self, name: str) -> str | None:
        """Give "Moody's" for "Moody", if that is its name."""
        return self._in_s.get(name)

    def full(self, name: str) -> str:
        """Give the full name of "WHO" or "Zed" (for "Zed Corp"), else the name as it is."""
        letters = name.replace(".", "")
        if letters in self._given or (len(letters) > 1 and letters.isupper() and letters.isalpha()):
            found = self._full.get(letters, set())
        else:
            found = self._short.get(fold(name), set())
        return next(iter(found)) if len(found) == 1 else name

    def called(self, head: str, position: int) -> str | None:
        """Give the one body named before ``position`` that "the ministry" can mean."""
        by_head = self._by_head.get(head, {})
        found = {f: n for f, n in by_head.items() if self._first.get(n, 0) < position}
        longest = [n for f, n in found.items() if not any(f != g and f in g for g in found)]
        return longest[0] if len(longest) == 1 and " " in longest[0] else None


def _may_be_short(word: str) -> bool:
    """Tell "the Commission" from "the Duke", "the American" and "the House", not White House."""
    role = lexicon.roles().get(word)
    ranked = word in lexicon.titles() or (role is not None and role.role_class not in _SPEAKING)
    return not (ranked or word in _NOT_SHORT or word in lexicon.demonyms())


def _with_article(units: Sequence[Unit]) -> Iterator[tuple[int, str]]:
    """Find names of one word behind "the"."""
    for run in name_runs(units):
        if run.end - run.start == 1 and run.start and units[run.start - 1].lower == "the":
            yield run.start, fold(bare_word(units[run.start].text))


def body_phrases(units: Sequence[Unit]) -> Iterator[Range]:
    """Find names with "of", "for" and "and" inside ("Ministry of Health and Welfare")."""
    runs = list(name_runs(units))
    at = 0
    while at < len(runs):
        start, end = runs[at]
        while at + 1 < len(runs) and _joins(units, Range(start, end), runs[at + 1].start):
            at += 1
            end = runs[at].end
        while end - start > 1 and units[start].lower.endswith("'s"):
            start += 1
        start -= _is_numbered(units, Range(start, end))
        words = [u.text for u in units[start:end]]
        if 1 < len(words) <= _LONGEST and not _holds_title(units, start, end):
            yield Range(start, end)
        at += 1


def _is_numbered(units: Sequence[Unit], name: Range) -> bool:
    """Tell "the 4th District Court of Appeal" from "on March 4th District Court clerks"."""
    at = name.start - 1
    if at < 0 or not is_ordinal(units[at]) or units[name.end - 1].lower in lexicon.places():
        return False
    return at == 0 or units[at - 1].lower == "the" or units[at - 1].lower.endswith("'s")


def _joins(units: Sequence[Unit], left: Range, right: int) -> bool:
    between = [u.lower for u in units[left.end : right]]
    if between == ["&"]:
        return right < len(units) and units[right].is_capital
    if between == ["and"] and (units[left.end - 1].lower, units[right].lower) in PARTNERS:
        return True
    if between == ["to"]:  # "Campaign to Reclaim Our Schools"
        return units[left.end - 1].lower in BODY_WORDS
    if between == ["and"] and left.end - left.start == 1:  # "Securities and Exchange Commission"
        stop = right
        while stop < len(units) and units[stop].is_capital:
            stop += 1
        placed = units[left.start].lower in lexicon.places()
        return not placed and stop - right > 1 and units[stop - 1].lower in BODY_WORDS
    if not between and units[left.end - 1].lower in _WHOSE:  # "National People's Congress"
        return right < len(units) and units[right].lower in BODY_WORDS
    if not between or len(between) > 2 or not set(between) <= _INSIDE:
        return False
    body = any(u.lower in BODY_WORDS for u in units[left.start : left.end])
    of = any(u.lower in {"of", "for", "on"} for u in units[left.start : left.end])
    if between[0] in {"and", "&"}:
        if not of and between[-1] == "the":
            return False  # "the BJP and the Congress"
        if not of:
            words = [u.text for u in units[left.start : left.end]]
            article = left.start > 0 and units[left.start - 1].lower == "the"
            whole = (is_like_person(words) and not article) or units[
                left.end - 1
            ].lower in BODY_WORDS
            stop = right
            while stop < len(units) and units[stop].is_capital:
                stop += 1
            named = " ".join(words).lower() in lexicon.places()
            return not (whole or named) and units[stop - 1].lower in BODY_WORDS
        return not any(u.lower in BODY_WORDS for u in units[right : right + 3])
    return body


def _holds_title(units: Sequence[Unit], start: int, end: int) -> bool:
    """Tell "House Speaker Jane Roe", a person, from "Transport General Authority"."""
    roles = lexicon.roles()
    if units[end - 1].lower in BODY_WORDS:
        return False
    return any(
        u.lower in roles and roles[u.lower].role_class in {"office", "person"}
        for u in units[start:end]
    )


def _abbreviation(units: Sequence[Unit], at: int) -> str:
    """Read "(WHO)" or ", or WHO,"."""
    if at + 2 < len(units) and units[at].text == "(" and units[at + 2].text == ")":
        word = units[at + 1].text
    elif at + 3 < len(units) and units[at].text == "," and units[at + 1].lower in {"or", "known"}:
        word = units[at + 2].text
    else:
        return ""
    letters = word.replace(".", "")
    return letters if letters[:1].isupper() and letters.isalpha() and len(letters) > 1 else ""


def _alias(units: Sequence[Unit], at: int) -> str | None:
    """Read the Zedtel of "Telephones of Zed, better known as Zedtel,"."""
    words = [u.lower for u in units[at : at + _TO_ALIAS]]
    known = words[:1] == [","] and words[2:] == ["known", "as"]
    run = next(name_runs(units[at + _TO_ALIAS :]), None) if known else None
    if run is None or run.start:
        return None
    return " ".join(u.text for u in units[at + _TO_ALIAS :][: run.end])


def _is_translated(words: Sequence[str], short: str) -> bool:
    """Tell "the Supreme People's Court (TSP)", whose letters are those of another language.

    The name must be a body's, and most of the letters the initials of its words, or its initials
    stand in them in their order ("the National Roads Agency (Nira)").
    """
    if len(short) < 3:
        return False
    initials = _initials(words)
    letters = iter(short.upper())
    if (
        len(initials) > 2
        and len(short) <= 2 * len(initials)
        and all(i in letters for i in initials)
    ):
        return True
    shared = (Counter(initials) & Counter(short)).total()
    parts = (part for w in words for part in w.lower().rstrip(".").split("-"))
    return short.isupper() and not BODY_WORDS.isdisjoint(parts) and 3 * shared >= 2 * len(short)


def _from_first(words: Sequence[str], short: str) -> Sequence[str]:
    """Leave out "Board of the" before "Korean-German Chamber (KGC)"."""
    at = next((i for i, w in enumerate(words) if w[0] == short[0]), 0)
    rest = words[at:]
    return rest if any(w.lower() in BODY_WORDS for w in rest) and len(rest) > 1 else words


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word[:1].isupper())


def _cut_to(words: Sequence[str], short: str) -> list[str]:
    """Leave out capital words before those that the abbreviation stands for."""
    kept = list(words)
    while len(_initials(kept)) > len(short):
        kept.pop(0)
    while kept and not kept[0][0].isupper():
        kept.pop(0)
    return kept
