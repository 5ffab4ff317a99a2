"""How long does it take to see which statements are copies of which, and does that stay flat?

python benchmarks/grouping.py [STATEMENTS]

Nineteen in twenty statements are printed once; the others are printed by up to forty outlets
within five days: whole, cut short, bracketed. Then one voice says one formula over and over, with
another number or name each time, or is cut in another place. Time is processor time.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from quotecli.index import write
from quotecli.index.copies.groups import group_statements
from quotecli.index.files import FileVersion
from quotecli.index.store import Index, open_index, transaction
from quotecli.model import Article, Extraction, Metadata, Statement
from synthetic import News

_STATEMENTS = 100_000
_BLOCKS = 10
_PER_FILE = 1_000
_SAID_ONCE = 0.95
_MOST_OUTLETS = 40
_FUNCTION_WORDS = "the of to and in a that we for is on it with as was our this be at by".split()
_USES = 1_000, 10_000
_FORMULAS: dict[str, Callable[[int], str]] = {
    "another number": lambda n: f"Last night we shot down {n} drones over the northern region",
    "another name": lambda n: f"Our thoughts are with all the people of {_name(n)} who lost a home",
    "another cut": lambda n: " ".join(map(_name, range(n % 30, 60 + n % 41))),
    "the same": lambda _: "We will rebuild the northern harbour before the winter storms come",
}


def _name(number: int) -> str:
    return "".join(f"{'bdfgklmnpr'[int(digit)]}a" for digit in f"{number:05}").title()


def statements(news: News, seed: int = 1) -> Iterator[Statement]:
    """Yield statements for ever, copies near each other as they come in from a feed."""
    draw = random.Random(seed)  # noqa: S311  made-up news is no secret
    number = 0
    while True:
        for statement in news.article().extraction.statements:
            words = statement.text.rstrip(",").split()
            said = [w for word in words for w in (draw.choice(_FUNCTION_WORDS), word)]
            outlets = 1 if draw.random() < _SAID_ONCE else draw.randint(2, _MOST_OUTLETS)
            for _ in range(outlets):
                number += 1
                yield replace(
                    statement,
                    id=f"{number:012}",
                    text=" ".join(_printed(said, draw)),
                    date=statement.date and _a_little_later(statement.date, draw),
                )


def _a_little_later(date: str, draw: random.Random) -> str:
    return f"{date[:8]}{min(int(date[8:]) + draw.randint(0, 4), 28):02}"


def _printed(said: list[str], draw: random.Random) -> list[str]:
    """Print a statement as one outlet does."""
    words = list(said)
    chance = draw.random()
    if chance < 0.3:
        words = words[: draw.randint(len(words) // 2, len(words))]
    elif chance < 0.5:
        words = words[draw.randint(0, len(words) // 2) :]
    elif chance < 0.6:
        words.insert(draw.randint(1, len(words)), "[the ministry]")
    return words


def main() -> None:
    """Write statements, time the grouping block by block, print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _STATEMENTS
    seconds = 0.0

    def timed(index: Index, numbers: list[int]) -> None:
        nonlocal seconds
        start = time.process_time()
        group_statements(index, numbers)
        seconds += time.process_time() - start

    write.group_statements = timed  # type: ignore[attr-defined, assignment]
    said = statements(News())
    print("| statements | microseconds each for grouping | for all of writing |\n|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.sqlite")
        with closing(open_index(path, create=True)) as index:
            done = 0
            while done < count:
                seconds, start, before = 0.0, time.process_time(), done
                while done < before + count // _BLOCKS:
                    _write(index, [next(said) for _ in range(_PER_FILE)], done)
                    done += _PER_FILE
                each = 1e6 / (done - before)
                whole = (time.process_time() - start) * each
                print(f"| {done:,} | {seconds * each:.0f} | {whole:.0f} |", flush=True)
            groups, copies = index.execute(
                "SELECT count(DISTINCT leader), count(*) FROM copy"
            ).fetchone()
            kept = index.execute("SELECT count(*) FROM wording_key").fetchone()[0]
        size = path.stat().st_size
    print(f"\n{copies:,} statements in {groups:,} groups; {kept / done:.1f} keys a statement;")
    print(f"{size / done:,.0f} bytes a statement in the index")
    print("\n| formula | uses | milliseconds each for all of writing |\n|---|---:|---:|")
    for name, formula in _FORMULAS.items():
        for uses in _USES:
            print(f"| {name} | {uses:,} | {_of_formula(formula, uses):.2f} |", flush=True)


def _of_formula(formula: Callable[[int], str], uses: int) -> float:
    """Give the milliseconds that it takes to write each use of a formula by one voice on a day."""
    made = News().article().extraction.statements[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.sqlite")
        with closing(open_index(path, create=True)) as index:
            start = time.process_time()
            for done in range(0, uses, _PER_FILE):
                said = [
                    replace(
                        made,
                        id=f"{number:012}",
                        text=formula(number),
                        speaker="Ada Brook",
                        speakers=("Ada Brook",),
                        date="2022-10-31",
                    )
                    for number in range(done, done + _PER_FILE)
                ]
                _write(index, said, done)
            return 1e3 * (time.process_time() - start) / uses


def _write(index: Index, said: list[Statement], done: int) -> None:
    """Write statements as articles of ten in one file."""
    with transaction(index):
        version = FileVersion(f"/{done}", f"{done:064x}", extractor="", given=Metadata())
        file = write.add_file(index, version)
        for position in range(0, len(said), 10):
            article = Article("", (), Metadata(outlet="Post", published=said[position].date))
            part = Extraction(tuple(said[position : position + 10]))
            write.add_article(index, file, position, article, part)


if __name__ == "__main__":
    main()
