"""Whom the words of a mention mean: one or several, by name, description or pronoun."""

import re
from collections.abc import Sequence

from quotecli.extraction import lexicon
from quotecli.extraction.names.cast import Cast
from quotecli.extraction.names.namewords import BODY_WORDS
from quotecli.extraction.names.openings import Openings
from quotecli.extraction.names.parsing import parse_name
from quotecli.extraction.names.runs import name_runs
from quotecli.extraction.prose.grammar import (
    AUXILIARIES,
    BREAKERS,
    PREPOSITIONS,
    Range,
    is_title_case,
    relative_of,
)
from quotecli.extraction.prose.reading import Reading
from quotecli.extraction.prose.units import Unit, units_of, without_possessive
from quotecli.extraction.rules.attribution import Attribution
from quotecli.extraction.speakers.antecedents import (
    in_full,
    joined,
    name_described,
    nearest,
    said_by,
)
from quotecli.extraction.speakers.context import Context, words_of
from quotecli.extraction.speakers.crowds import is_crowd, listed_in, lists_trades
from quotecli.extraction.speakers.heads import PEOPLE, class_of
from quotecli.extraction.speakers.history import NOBODY, Source, as_person
from quotecli.extraction.speakers.members import split_mention
from quotecli.extraction.speakers.phrasekinds import is_definite, is_somebody_else
from quotecli.extraction.speakers.phrases import Phrases, called_so
from quotecli.extraction.speakers.pronouns import Pronouns
from quotecli.extraction.speakers.salience import GENDERS
from quotecli.model import Basis, Span

_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_WHERE = frozenset({"in", "from", "at", "into", "on"})  # "Investigations in Zed"


class Mentions:
    """Reads mentions, with the cast of the article and what has been read of it."""

    def __init__(
        self,
        reading: Reading,
        cast: Cast,
        openings: Openings,
        context: Context,
        phrases: Phrases,
        pronouns: Pronouns,
    ) -> None:
        self._reading = reading
        self._cast = cast
        self._openings = openings
        self._context = context
        self._phrases = phrases
        self._pronouns = pronouns
        self._headline = _headline(reading)  # of capital words

    def meant(self, span: Span, attribution: Attribution | None) -> Source:
        """Find who is meant, by the name before a description too: "Roe, a nurse, who says".

        Args:
            span: where the mention stands.
            attribution: what is said with it; none of the subject of a sentence.
        """
        source = self._in_headline(span, self._source(span, attribution))
        if attribution is None or not attribution.antecedent or source.names or source.plural:
            return source
        phrase = units_of(self._reading.text, span, ()).units
        linked = any(u.lower in PREPOSITIONS for u in phrase)
        if linked and class_of(phrase[-1]) in PEOPLE:
            return source  # "Roe is a friend of a nurse who says"
        units = self._context.sentence_at(span.start)
        at = next((i for i, u in enumerate(units) if u.start >= span.start), 0)
        run = name_described(units, at)
        person = self._cast.find(" ".join(parse_name(units, run).name)) if run else None
        return as_person(person, Basis.PRONOUN) if person is not None else source

    def _in_headline(self, span: Span, source: Source) -> Source:
        """Take no name of a headline in title case that the text below does not have.

        "Roe Reverses Course" is Roe; "Targets Pastor" is nobody, as neither word is a name below.
        """
        headline = self._headline
        words = source.names[0].split() if len(source.names) == 1 else []
        if headline is None or span.start >= headline.end or len(words) < 2:
            return source
        person = self._cast.find(source.names[0])
        below = self._reading.text[headline.end :]
        if (
            (person is not None and person.certain)
            or any(word.lower() in BODY_WORDS for word in words)  # "White House"
            or source.names[0].lower() in below.lower()
        ):
            return source
        known = [w for w in words if re.search(rf"\b{re.escape(w)}\b", below)]
        acts = self._cast.find(words[0])
        if acts is not None and words[1].endswith("s") and words[1] not in known:
            return as_person(acts, Basis.SURNAME)
        return source if known else Source(self._reading.words([span]), (), Basis.UNNAMED)

    def _source(self, span: Span, attribution: Attribution | None) -> Source:
        units: Sequence[Unit] = units_of(self._reading.text, span, ()).units
        if not units:
            return NOBODY
        units = _without_ending(units)
        if attribution is not None:
            units = said_by(units, attribution, self._reading)
            if attribution.antecedent:
                relative = relative_of(self._reading.words(attribution.mention)) or ""
                units = nearest(units, relative)
                sentence = self._context.sentence_at(span.start)
                units = (
                    joined(sentence, units, self._cast)
                    if relative == "who"
                    else in_full(sentence, units)
                )
        if len(units) == 1:
            found = self._pronouns.meant(units[0], attribution)
            if found is not None:
                return found
        if self._openings.describes(units, 0):
            units = units[1:]
        if self._is_many(units):
            return Source(words_of(self._reading, units), (), Basis.UNNAMED, plural=True)
        if len(units) == 1 and units[0].lower in BREAKERS | PREPOSITIONS | {"regardless"}:
            return NOBODY
        called = called_so(units)
        if called is not None and units[called.start - 2].lower == "name":  # "who gave her name as"
            return self._phrases.called(units, called, parse_name(units, called))
        units = listed_in(units)
        parts = split_mention(units, lambda name: bool(self._cast.matches(name)))
        if not parts:
            return NOBODY
        if len(parts) > 1:
            return self._several(parts, span, attribution)
        found = self._phrases.one(parts[0])
        if attribution is None or found.basis is not Basis.UNNAMED or found.plural:
            return found
        return self._named_after(parts[0], span, attribution) or found

    def _named_after(
        self, part: Sequence[Unit], span: Span, attribution: Attribution
    ) -> Source | None:
        """Find whom a description means that the article names behind it only."""
        said = attribution.content
        fronted = any(cue.start < span.start for cue in attribution.cue)
        if fronted and any(span.start < s.start for s in said):
            return None  # "According to the mayor, Jane Roe was late"
        apposed = self._named_behind(part, span, said)
        return apposed or self._phrases.named_next(part, span.start, said)

    def _named_behind(
        self, part: Sequence[Unit], span: Span, said: Sequence[Span]
    ) -> Source | None:
        """Find the Jane Roe of "the mayor, Jane Roe, said", of which the mention is a part."""
        units = self._context.sentence_at(span.start)
        at = next((i for i, u in enumerate(units) if u.start >= span.end), len(units))
        runs = [r for r in name_runs(units) if r.start == at + 1]
        if not runs or units[at].text != "," or runs[0].end == len(units):
            return None
        if any(s.start <= units[at + 1].start < s.end for s in said):
            return None  # what the mayor says
        behind = [u.lower for u in units[runs[0].end :][:2]]
        ends = behind[0] in AUXILIARIES | lexicon.cues().keys()
        if not (is_definite(part) and (ends or (behind[0] == "," and behind[1:] != ["and"]))):
            return None
        person = self._cast.find(" ".join(parse_name(units, runs[0]).name))
        return as_person(person, Basis.NAMED) if person is not None else None

    def _is_many(self, units: Sequence[Unit]) -> bool:
        """Tell "Sellers", "Investigations in Zed" and "Nurses and cooks" from names."""
        common = len(units) == 1 or units[1].lower in _WHERE
        if common and self._openings.is_common(units[0]):
            return True
        trades = lists_trades(units) and not self._cast.matches(units[0].text)
        return trades or is_crowd(units)

    def _several(
        self, parts: Sequence[Sequence[Unit]], span: Span, attribution: Attribution | None
    ) -> Source:
        found = [self._part(part, attribution) for part in parts]
        named = {name for s in found if s.basis is not Basis.ROLE for name in s.names}
        for at, (source, part) in enumerate(zip(found, parts, strict=True)):
            other = is_somebody_else(part)
            if source.basis is Basis.ROLE and other and not named.isdisjoint(source.names):
                found[at] = Source(words_of(self._reading, part), (), Basis.UNNAMED)
            elif not (source.names or other):
                found[at] = source._replace(label=None)
        if not any(s.names for s in found):
            return Source(self._reading.words([span]), (), Basis.UNNAMED, plural=True)
        names = tuple(dict.fromkeys(name for s in found for name in s.names))
        basis = max((s.basis for s in found if s.names), key=list(Basis).index)
        filed = dict.fromkeys(part for s in found for part in s.names or (s.label,) if part)
        return Source("; ".join(filed), names, basis, plural=True)

    def _part(self, units: Sequence[Unit], attribution: Attribution | None) -> Source:
        """Find one of several: the "he" of "he and Roe" is no name."""
        alone = len(units) == 1 and units[0].lower in GENDERS
        found = self._pronouns.meant(units[0], attribution) if alone else None
        return found or self._phrases.one(units)


def _headline(reading: Reading) -> Span | None:
    """Give the first passage if its words are capital, as those of many headlines are."""
    units = units_of(reading.text, reading.passages[0], ()).units if reading.passages else ()
    return reading.passages[0] if is_title_case(units, Range(0, len(units))) else None


def _without_ending(units: Sequence[Unit]) -> Sequence[Unit]:
    """Take "himself" and a possessive ending off a mention: "the president's" of his promise."""
    if len(units) > 1 and units[-1].lower in _SELVES:
        units = units[:-1]
    last = units[-1]
    if len(units) > 1 and not last.is_capital and last.lower.endswith("'s"):
        return [*units[:-1], without_possessive(last)]
    return units
