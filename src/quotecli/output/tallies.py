"""Counts in the formats for programs: how many statements of each speaker, year, outlet or kind."""

from collections.abc import Iterator, Sequence

from quotecli.output.delimited import delimited
from quotecli.output.markdown import escaped
from quotecli.output.objects_json import json_objects
from quotecli.output.records_json import escaped as in_json

NUMBER = "statements"


def tally_lines(counts: Sequence[tuple[str | None, int]], by: str, format_: str) -> Iterator[str]:
    """Yield counts as ``json``, ``jsonl``, ``csv``, ``tsv`` or ``markdown``.

    Args:
        counts: names, and how many there are of each; an unknown name is null, or empty.
        by: the key of the names; that of the numbers is ``statements``.
        format_: one of the five.
    """
    if format_ in {"json", "jsonl"}:
        objects = [{by: name, NUMBER: number} for name, number in counts]
        if format_ == "json":
            return json_objects(objects)
        return (f"{in_json(value)}\n" for value in objects)
    rows = [(by, NUMBER), *((name or "", str(number)) for name, number in counts)]
    if format_ == "markdown":
        return _table(rows)
    return delimited(rows, "," if format_ == "csv" else "\t")


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    (by, number), *counts = rows
    yield f"| {by} | {number} |\n|---|---:|\n"
    for name, count in counts:
        yield f"| {escaped(name)} | {count} |\n"
