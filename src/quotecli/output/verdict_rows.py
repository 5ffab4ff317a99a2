"""Answers to "was this said?" for programs: JSON, JSON lines, CSV, TSV; and as Markdown.

The keys are described in docs/record.md.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from quotecli.model import Finding, Place, Verification
from quotecli.output import wording
from quotecli.output.delimited import delimited
from quotecli.output.excerpt import excerpt
from quotecli.output.markdown import escaped, markdown_quotes
from quotecli.output.records_json import array_of, lines_of, record_object
from quotecli.output.terminal import visible as made_visible

_COLUMNS = (
    *("verdict", "query", "speaker", "line", "record", "text", "said_by", "date", "outlet", "url"),
    *("path", "part", "similarity", "differences", "before", "after", "notes", "others", "places"),
)
_BREAKS = re.compile(r"\s+")


def verdict_array(answers: Iterable[Verification]) -> Iterator[str]:
    """Yield one JSON array of all answers, piece by piece."""
    return array_of(map(verdict_object, answers))


def verdict_lines(answers: Iterable[Verification]) -> Iterator[str]:
    """Yield each answer as one line of JSON."""
    return lines_of(map(verdict_object, answers))


def verdict_table(
    answers: Iterable[Verification], *, tabs: bool = False, visible: bool = False
) -> Iterator[str]:
    """Yield a header and one row per answer, as CSV or with ``tabs`` as TSV."""
    rows = (
        [made_visible(value) for value in row] if visible else row
        for row in chain([_COLUMNS], map(_row, answers))
    )
    return delimited(rows, "\t" if tabs else ",")


def markdown_verdicts(answers: Iterable[Verification]) -> Iterator[str]:
    """Yield each answer as a paragraph, with its record as a block quote."""
    separator = ""
    for answer in answers:
        line = f" (line {answer.line})" if answer.line is not None else ""
        said = f", {escaped(answer.speaker)}" if answer.speaker else ""
        query = escaped(_BREAKS.sub(" ", answer.query))
        yield f"{separator}**{answer.verdict}**{line}: “{query}”{said}\n"
        best = answer.findings[0] if answer.findings else None
        told = [d.note for d in best.differences] + list(best.notes) if best else []
        for note in (*told, *answer.notes, *map(_about_place, answer.places)):
            yield f"- {escaped(note)}\n"
        if best is not None:
            yield "\n"
            yield from markdown_quotes([best.record])
        separator = "\n"


def verdict_object(answer: Verification) -> dict[str, object]:
    """Give an answer as the object that becomes JSON."""
    best = answer.findings[0] if answer.findings else None
    return {
        "verdict": answer.verdict,
        "query": answer.query,
        "speaker": answer.speaker,
        "line": answer.line,
        **(_finding_object(best) if best else _NOTHING),
        "notes": [*(best.notes if best else ()), *answer.notes],
        "others": [
            {"verdict": other.verdict, **_finding_object(other), "notes": list(other.notes)}
            for other in answer.findings[1:]
        ],
        "places": [place._asdict() for place in answer.places],
        "extent": answer.covered._asdict() if answer.covered else None,
    }


_NOTHING: dict[str, object] = {
    "record": None,
    "part": None,
    "similarity": None,
    "differences": [],
    "comparison": [],
    "rest": None,
    "context": None,
}


def _finding_object(finding: Finding) -> dict[str, object]:
    return {
        "record": record_object(finding.record),
        "part": finding.is_part,
        "similarity": finding.similarity,
        "differences": [difference._asdict() for difference in finding.differences],
        "comparison": [stretch._asdict() for stretch in finding.comparison],
        "rest": finding.rest._asdict(),
        "context": _context(finding),
    }


def _context(finding: Finding) -> str:
    paragraphs = excerpt(finding.record, finding.text, finding.blocks)
    return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs)


def _row(answer: Verification) -> list[str]:
    best = answer.findings[0] if answer.findings else None
    record = best.record if best else None
    values: list[object] = [answer.verdict, answer.query, answer.speaker, answer.line]
    if best is None or record is None:
        values += [None] * 11
    else:
        values += [record.id, record.text, record.speaker, record.date, record.outlet]
        values += [record.url, record.path, str(best.is_part).lower(), best.similarity]
        values.append("; ".join(difference.note for difference in best.differences))
        values.append(best.rest.before)
    values.append(best.rest.after if best else None)
    values.append("; ".join((*(best.notes if best else ()), *answer.notes)))
    values.append("; ".join(f"{f.verdict}: {f.record.id}" for f in answer.findings[1:]))
    values.append("; ".join(map(_about_place, answer.places)))
    return ["" if value is None else str(value) for value in values]


def _about_place(place: Place) -> str:
    marks = "in marks" if place.is_quoted else "without marks"
    where = wording.known(place.url or place.path or place.title)
    return f"stands {marks} in an article, but not as a recorded statement: {where}"
