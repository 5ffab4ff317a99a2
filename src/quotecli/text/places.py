"""Places, who is from there, and the seats that stand for their governments.

The table ``places.tsv`` has a line a place: its names, its demonyms ("Russian", "Russians") and
its metonyms ("Moscow", "the Kremlin"), several joined with ``|``.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_COLUMNS = "name\tdemonyms\tmetonyms"


@cache
def _rows() -> tuple[tuple[tuple[str, ...], ...], ...]:
    header, *lines = files(__package__).joinpath("places.tsv").read_text("utf-8").splitlines()
    if header != _COLUMNS or any(line.count("\t") != 2 for line in lines):
        raise ValueError(f"places.tsv: not each line has the columns {_COLUMNS.split()}")
    return tuple(tuple(tuple(c.split("|")) for c in line.split("\t")) for line in lines)


@cache
def places() -> Mapping[str, str]:
    """Give, for each lower-case name, demonym and seat of government, the place's usual name."""
    found: dict[str, str] = {}
    for names, demonyms_, metonyms in _rows():
        for word in filter(None, (*names, *demonyms_, *metonyms)):
            found.setdefault(word.lower(), names[0])
    return found


@cache
def demonyms() -> frozenset[str]:
    """Give the lower-case words that say where somebody is from ("russian")."""
    return frozenset(word.lower() for _, demonyms_, _ in _rows() for word in demonyms_)
