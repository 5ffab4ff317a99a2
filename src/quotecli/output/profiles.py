"""The persons and organisations of the registry: a list, one as a page, and rows for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rich.text import Text

from quotecli.output.bars import Chart, Count, titled_charts, with_rest
from quotecli.output.delimited import delimited
from quotecli.output.listing import Column, listing
from quotecli.output.painting import FAINT, HEADING, SPEAKER, paint_lines, wrapped
from quotecli.output.records_json import escaped
from quotecli.output.terminal import visible
from quotecli.output.wording import UNKNOWN, period
from quotecli.output.wrapping import columns

_MOST = 10  # lines of a chart
_INDENT = "  "


def render_profiles(
    profiles: Sequence[Mapping[str, Any]], *, width: int | None, colour: bool, links: bool
) -> str:
    """Give the list of speakers, its heading alone where there is none."""
    heading = (
        Column("Speaker"),
        Column("Statements", is_number=True),
        Column("Articles", is_number=True),
        Column("Years"),
    )
    rows = [(p["name"], f"{p['statements']:,}", f"{p['articles']:,}", _years(p)) for p in profiles]
    return paint_lines(listing(heading, rows, width=width), colour=colour, links=links)


def render_profile(
    profile: Mapping[str, Any], *, width: int | None, colour: bool, links: bool, blocks: bool
) -> str:
    """Give one speaker with names, roles, outlets and years.

    Args:
        profile: the object that ``speakers --json`` prints.
        width: columns of the terminal; ``None`` for no wrapping.
        colour: whether styles may be used.
        links: whether the terminal opens links (OSC 8).
        blocks: whether the output can show the characters of bars.
    """
    several = f"{profile['statements']:,} statement{'' if profile['statements'] == 1 else 's'}"
    articles = f"{profile['articles']:,} article{'' if profile['articles'] == 1 else 's'}"
    days = period(profile["first"], profile["last"])
    lines = [
        Text(visible(profile["name"]), SPEAKER),
        *wrapped(Text(f"{several} in {articles}, {days}"), width, first="", rest=_INDENT),
    ]
    if profile["wikidata"]:
        lines.append(Text(f"Wikidata {visible(profile['wikidata'])}"))
    if profile["roles"]:
        lines += [Text(), Text("Called", HEADING)]
        rows = [
            (role["role"], f"{role['statements']:,}", period(role["first"], role["last"]))
            for role in profile["roles"][:_MOST]
        ]
        widest = max(columns(visible(role)) for role, *_ in rows)
        for role, count, days in rows:
            line = Text(visible(role))
            line.pad_right(widest - columns(line.plain))
            line.append(f"  {count}").append(f"  {days}", FAINT)
            lines += wrapped(line, width, first=_INDENT, rest=_INDENT * 2)
    whole = profile["statements"]
    names = profile["names"] if len(profile["names"]) > 1 else {}
    charts = (
        Chart("Filed as", [Count(*item) for item in names.items()], _MOST),
        Chart("Outlet", with_rest(profile["outlets"], whole, "no outlet"), _MOST),
        Chart("Year", with_rest(profile["years"], whole, "no date")),
    )
    lines += titled_charts(charts, width=width, blocks=blocks, indent=_INDENT)
    return paint_lines(lines, colour=colour, links=links)


def profile_lines(profiles: Sequence[Mapping[str, Any]], format_: str) -> Iterator[str]:
    """Yield speakers as ``jsonl``, ``csv``, ``tsv`` or ``markdown``; the columns are the keys."""
    if format_ == "jsonl":
        for profile in profiles:
            yield escaped(dict(profile)) + "\n"
    elif format_ == "markdown":
        yield "| Speaker | Statements | Articles | Years |\n|---|---:|---:|---|\n"
        for p in profiles:
            name = visible(p["name"]).replace("|", "\\|")
            yield f"| {name} | {p['statements']} | {p['articles']} | {_years(p)} |\n"
    else:
        rows = ([_flat(profile[key]) for key in _KEYS] for profile in profiles)
        yield from delimited(chain([_KEYS], rows), "," if format_ == "csv" else "\t")


_KEYS = (
    *("name", "names", "statements", "articles", "first", "last", "years", "roles", "outlets"),
    "wikidata",
)


def _flat(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return "; ".join(f"{label}: {count}" for label, count in value.items())
    if isinstance(value, list):
        return "; ".join(f"{role['role']}: {role['statements']}" for role in value)
    return value if isinstance(value, str) else json.dumps(value)


def _years(profile: Mapping[str, Any]) -> str:
    first, last = profile["first"], profile["last"]
    if first is None:
        return UNKNOWN
    return first[:4] if first[:4] == last[:4] else f"{first[:4]}–{last[:4]}"
