"""Was this said? Words held against the statements of an index."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from quotecli.index.asking.holding import spoken_by, spoken_in, stored
from quotecli.index.names.speakers import speaker_names, speakers_perhaps
from quotecli.index.read import extent, records_of
from quotecli.index.store import Index
from quotecli.model import Covered, Finding, Kind, Place, Record, Span, Verdict, Verification
from quotecli.search.explain import extent_sentence
from quotecli.search.suggest import similar_names
from quotecli.search.verifying.candidates import articles_that_may_have, candidates
from quotecli.search.verifying.judging import Asked, Sheet, judge, rank
from quotecli.search.verifying.passages import Page
from quotecli.search.verifying.words import Piece, Role, find_run, pieces_of

_MOST_COMPARED = 24  # statements; those that share most with the words
_MOST_PLACES = 5
_MOST_JOINED = 4  # statements
_MOST_BEHIND = 0.2  # findings that share so much less than the best are not given


class Question(NamedTuple):
    """Words, and what is claimed of them.

    Attributes:
        words: as typed, with or without quotation marks around.
        speakers: names of those who are said to have said them, any of them; none: anybody.
        since: the first day on which it may have been said, ``YYYY-MM-DD``.
        until: the last day.
        line: where the words stand in a list or draft, from 1.
        draft: the path of the file from which the words were taken: what stands there proves
            nothing, and the answer says so.
    """

    words: str
    speakers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    line: int | None = None
    draft: str | None = None


def verify(index: Index, question: Question) -> Verification:
    """Hold words against the statements of an index.

    All that is compared is read from the stored articles at this moment: a verdict of verbatim
    means that the words stand there now.

    Raises:
        UsageError: the speaker's name has no letter or digit.
        StoreError: the index turns out to be damaged.
    """
    return _Check(index, question).answer()


class _Check:
    """One question being answered."""

    def __init__(self, index: Index, question: Question) -> None:
        self._index = index
        self._question = question
        self._asked = Asked(question.words, tuple(pieces_of(question.words)))
        self._sheets: dict[int, Sheet] = {}
        self._notes: list[str] = []
        self._outside: list[Record] = []

    def answer(self) -> Verification:
        question, pieces = self._question, self._asked.pieces
        speakers = self._speakers()
        findings: list[Finding] = []
        places: list[Place] = []
        if any(piece.keys for piece in pieces):
            findings = self._findings(speakers)
            if not findings or findings[0].similarity < 1:
                places = self._places()
        else:
            self._notes.append("there is no word to look for")
        if not findings:
            self._notes.append(f"that is not “never said”: {extent_sentence(self._index)}")
        verdict = findings[0].verdict if findings else Verdict.NOT_FOUND
        return Verification(
            verdict=verdict,
            query=question.words,
            speaker="; ".join(question.speakers) or None,
            line=question.line,
            findings=tuple(findings),
            places=tuple(places),
            notes=tuple(self._notes),
            covered=None if findings else Covered(*extent(self._index)),
        )

    def _speakers(self) -> list[int]:
        numbers: list[int] = []
        for name in self._question.speakers:
            found = speakers_perhaps(self._index, name)
            numbers += found
            if not found:
                similar = similar_names(name, speaker_names(self._index, limit=None))
                hint = f"; did you mean {' or '.join(similar)}?" if similar else ""
                self._notes.append(f"no speaker in the index is called {name}{hint}")
        return numbers

    def _findings(self, speakers: Sequence[int]) -> list[Finding]:
        found = candidates(self._index, self._asked.pieces, speakers, _MOST_COMPARED)
        articles = {candidate.statement.number: candidate.statement.article for candidate in found}
        records = records_of(self._index, list(articles))
        theirs = spoken_by(self._index, articles, speakers) if speakers else set()
        findings: list[Finding] = []
        best = 0.0
        for (statement, shared), record in zip(found, records, strict=True):
            if shared < best - _MOST_BEHIND:
                break  # no alignment shares more than the words in any order
            right = not self._question.speakers or statement.number in theirs
            sheet = self._sheet(statement.article)
            finding = judge(self._asked, record, sheet, is_speaker=right)
            if finding is not None:
                findings.append(finding)
                best = max(best, finding.similarity)
        if not any(finding.similarity == 1 for finding in findings):
            findings += self._joined(articles, theirs)
        inside = [finding for finding in findings if self._is_in_time(finding.record)]
        outside = [f for f in findings if f not in inside and f.similarity == 1]
        for finding in outside[:_MOST_PLACES]:
            day = finding.record.date or "no known day"
            self._notes.append(f"outside of the days asked for: {finding.record.id}, of {day}")
        self._outside = [finding.record for finding in outside]
        inside.sort(key=lambda f: (*rank(f), self._is_own(f), f.record.published or "9999"))
        if inside and self._is_own(inside[0]):
            self._notes.append("this record is the draft itself, which is in the index")
        best = max((finding.similarity for finding in inside), default=0.0)
        return [finding for finding in inside if finding.similarity >= best - _MOST_BEHIND]

    def _is_own(self, finding: Finding) -> bool:
        return self._question.draft is not None and finding.record.path == self._question.draft

    def _is_in_time(self, record: Record) -> bool:
        since, until = self._question.since, self._question.until
        if since is None and until is None:
            return True
        day = record.date
        return day is not None and (since or day) <= day <= (until or day)

    def _sheet(self, article: int) -> Sheet:
        if article not in self._sheets:
            kept = stored(self._index, article)
            self._sheets[article] = Sheet(kept, Page(kept.text, kept.blocks))
        return self._sheets[article]

    def _joined(self, articles: dict[int, int], theirs: set[int]) -> list[Finding]:
        """Look for words that run over several statements in a row by one speaker."""
        found: list[Finding] = []
        for article in dict.fromkeys(articles.values()):
            sheet = self._sheet(article)
            for run in _runs_by_speaker(self._index, article):
                if not any(number in articles for number in run):
                    continue
                right = not self._question.speakers or any(number in theirs for number in run)
                records = records_of(self._index, run)
                joined = (self._judged(part, sheet, right) for part in _windows(records))
                found += [finding for finding in joined if finding is not None][:1]
        return found

    def _judged(self, records: Sequence[Record], sheet: Sheet, right: bool) -> Finding | None:
        """Hold the words against several statements taken as one; None unless they are the same."""
        segments = [span for record in records for span in record.segments]
        kinds = {record.kind for record in records}
        record = replace(records[0], kind=records[0].kind if len(kinds) == 1 else Kind.MIXED)
        finding = judge(self._asked, record, sheet, is_speaker=right, segments=segments)
        if finding is None or finding.similarity < 1:
            return None
        note = f"it runs over {len(records)} statements: {', '.join(r.id for r in records)}"
        return replace(finding, record=records[0], notes=(note, *finding.notes))

    def _places(self) -> list[Place]:
        """Look for the words in the articles themselves."""
        runs = _plain_runs(self._asked.pieces)
        keys = [key for run in runs for key in run]
        numbers = articles_that_may_have(self._index, keys) if keys else []
        found = []
        for number in numbers:
            place = _place(self._sheet(number), runs)
            if place is not None and not any(_has(record, place) for record in self._outside):
                found.append(place)
        return sorted(found, key=lambda p: (not p.is_quoted, p.published or "9999"))[:_MOST_PLACES]


def _has(record: Record, place: Place) -> bool:
    """Whether what stands in a place is of a recorded statement."""
    if (record.path, record.url, record.title) != (place.path, place.url, place.title):
        return False
    return all(
        any(own.start <= span.start and span.end <= own.end for own in record.segments)
        for span in place.segments
    )


def _runs_by_speaker(index: Index, article: int) -> list[list[int]]:
    runs: list[list[int]] = []
    before: str | None = None
    for number, speaker in spoken_in(index, article):
        if speaker is not None and speaker == before:
            runs[-1].append(number)
        else:
            runs.append([number])
        before = speaker
    return [run for run in runs if len(run) > 1]


def _windows(records: Sequence[Record]) -> Iterator[Sequence[Record]]:
    """Give the stretches of two and more in a row, the shortest first."""
    for size in range(2, min(len(records), _MOST_JOINED) + 1):
        for at in range(len(records) - size + 1):
            yield records[at : at + size]


def _plain_runs(pieces: Sequence[Piece]) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for piece in pieces:
        if piece.role is Role.WORD:
            runs[-1].append(piece.keys[0])
        else:
            runs.append([])
    return [run for run in runs if run]


def _place(sheet: Sheet, runs: Sequence[Sequence[str]]) -> Place | None:
    """Find runs of words one after the other within one block."""
    page = sheet.page
    keys = [word.key for word in page.words]
    for at in find_run(keys, runs[0]):
        block = page.block_at(page.words[at].start)
        taken = list(range(at, at + len(runs[0])))
        for run in runs[1:]:
            later = [n for n in find_run(keys, run) if n > taken[-1]]
            if not later:
                break
            taken += range(later[0], later[0] + len(run))
        else:
            last = page.words[taken[-1]]
            if last.end > block.end:
                continue
            article = sheet.stored
            return Place(
                outlet=article.outlet,
                title=article.title,
                url=article.url,
                published=article.published,
                path=article.path,
                segments=tuple(Span(*span) for span in page.origin(page.words[at].start, last.end)),
                is_quoted=all(page.is_quoted(page.words[n].start) for n in taken),
                context=" ".join(page.text[block.start : block.end].split()),
            )
    return None
