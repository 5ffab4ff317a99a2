"""How long does the program take to answer, against Python itself and an empty Typer program?

python benchmarks/startup.py
"""

import sys
import tempfile
from pathlib import Path

from quotecli.ingest import index_paths
from timing import medians, table

_CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_QUOTECLI = (sys.executable, "-m", "quotecli")
_ROUNDS = 31
_BARE = "python -c pass"
_EMPTY = "an empty Typer program"
_EMPTY_PROGRAM = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


app()
"""
_AIMS = {
    "quotecli --version": 1.2,
    "quotecli search --speaker Putin --json": 1.6,
    "quotecli search --speaker Putin": 2.4,
}


def main() -> None:
    """Index the corpus, time, print tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        index = folder / "index.sqlite"
        index_paths(index, [_CORPUS])
        empty = folder / "empty.py"
        empty.write_text(_EMPTY_PROGRAM, "utf-8")
        settings = {"QUOTECLI_DB": str(index)}
        programs = {
            _BARE: [sys.executable, "-c", "pass"],
            _EMPTY: [sys.executable, str(empty)],
            **{command: [*_QUOTECLI, *command.split()[1:]] for command in _AIMS},
        }
        times = medians(programs, rounds=_ROUNDS, environment=settings)
        tab = {
            **settings,
            "_QUOTECLI_COMPLETE": "complete_bash",
            "COMP_WORDS": "quotecli\nsearch\n--speaker\nPu",
            "COMP_CWORD": "3",
        }
        pressed = medians(
            {_EMPTY: programs[_EMPTY], "TAB after --speaker Pu": list(_QUOTECLI)},
            rounds=_ROUNDS,
            environment=tab,
        )
    print(table(times, _EMPTY))
    print()
    print(table(pressed, _EMPTY).split("\n\n")[1])
    print()
    for command, aim in _AIMS.items():
        ratio = times[command] / times[_EMPTY]
        print(f"{command}: {ratio:.2f}, aim {aim}: {'met' if ratio <= aim else 'missed'}")


if __name__ == "__main__":
    main()
