"""What the index holds, onto standard output."""

from contextlib import closing
from pathlib import Path

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.printing import can_show, note, screen, write, write_exactly
from quotecli.index.asking.counts import OutletCount, outlet_counts, totals
from quotecli.index.store import open_index


def print_totals(db: Path, *, json: bool) -> None:
    """Print the figures of the whole index."""
    with closing(open_index(db)) as index:
        found = totals(index)
        size = sum(
            file.stat().st_size
            for file in (index.path, index.path.with_name(f"{index.path.name}-wal"))
            if file.exists()
        )
        held = {"index": str(index.path), "bytes": size, **found._asdict()}
    if json:
        from quotecli.output.objects_json import json_object

        write_exactly(json_object(held))
        return
    from quotecli.output.bars import BLOCKS
    from quotecli.output.overview import render_totals

    write([render_totals(held, **screen()._asdict(), blocks=can_show(BLOCKS))])


def print_outlets(db: Path, name: str | None, sort: str, *, json: bool) -> None:
    """Print the outlets; ends the program with status 1 where there is none."""
    with closing(open_index(db)) as index:
        found = [count._asdict() for count in _sorted(outlet_counts(index, name), sort)]
    if json:
        from quotecli.output.objects_json import json_objects

        write_exactly(json_objects(found))
    else:
        from quotecli.output.bars import BLOCKS
        from quotecli.output.overview import render_outlets

        write([render_outlets(found, **screen()._asdict(), blocks=can_show(BLOCKS))])
    if not found:
        note("the index holds no articles yet" if name is None else f"no outlet is called {name}")
        raise typer.Exit(NOTHING_FOUND)


def _sorted(counts: list[OutletCount], sort: str) -> list[OutletCount]:
    """Sort what comes with the most articles first; of equal ones the order stays."""
    if sort == "name":
        from quotecli.text.normalise import fold

        return sorted(counts, key=lambda count: (count.outlet is None, fold(count.outlet or "")))
    if sort == "statements":
        return sorted(counts, key=lambda count: -count.statements)
    if sort == "articles":
        return counts
    return sorted(counts, key=lambda count: getattr(count, sort) or "", reverse=True)
