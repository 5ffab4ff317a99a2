"""How long does linking the speakers take, and does it grow no faster than the index?

python benchmarks/registry.py [STATEMENTS]

Every size has a speaker for 20 statements. One statement in ten gives a family name alone, one an
initial, one a middle initial, one an office. "one more" is what a single new article costs.
"""

import random
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from quotecli.index.files import FileVersion
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import Basis, Metadata, Statement
from synthetic import News

_STATEMENTS = 100_000
_STATEMENTS_PER_SPEAKER = 20
_ARTICLES_PER_FILE = 200


class Times(NamedTuple):
    """Seconds of processor time, which other work on the machine leaves alone; and the counts."""

    statements: int
    names: int
    entries: int
    writing: float
    linking: float
    one_more: float


def measure(path: Path, size: int) -> Times:
    """Write so many statements, link them in one pass, then one article more."""
    news, chance = News(), random.Random(1)  # noqa: S311  made-up news is no secret
    speakers = news.speakers[: max(size // _STATEMENTS_PER_SPEAKER, 1)]
    with closing(open_index(path, create=True)) as index:
        start = time.process_time()
        written = 0
        while written < size:
            with transaction(index):
                written += _add(index, news, chance, speakers, _ARTICLES_PER_FILE)
        linking = time.process_time()
        with transaction(index):
            link_speakers(index)
        done = time.process_time()
        with transaction(index):
            _add(index, news, chance, speakers, 1)
            one_more = time.process_time()
            link_speakers(index)
        end = time.process_time()
        (names,) = index.execute("SELECT count(*) FROM speaker WHERE NOT elsewhere").fetchone()
        (entries,) = index.execute("SELECT count(*) FROM entry").fetchone()
    return Times(written, names, entries, linking - start, done - linking, end - one_more)


def _add(
    index: Index, news: News, chance: random.Random, speakers: list[str], articles: int
) -> int:
    file = add_file(index, FileVersion(None, sha256="", extractor="", given=Metadata()))
    written = 0
    for position in range(articles):
        article, extraction = news.article()
        told = tuple(_told(said, chance, speakers) for said in extraction.statements)
        add_article(index, file, position, article, replace(extraction, statements=told))
        written += len(told)
    return written


def _told(statement: Statement, chance: random.Random, speakers: list[str]) -> Statement:
    name = speakers[min(int(chance.expovariate(5 / len(speakers))), len(speakers) - 1)]
    given, family = name.split()
    form = chance.choice([*["full"] * 6, "alone", "initial", "middle initial", "office"])
    if form == "office":
        mention = chance.choice(["the French president", "the Armenian prime minister"])
        return replace(
            statement, speaker=mention, speakers=(), mention=mention, basis=Basis.UNNAMED
        )
    shown = {
        "full": name,
        "alone": family,
        "initial": f"{given[0]}. {family}",
        "middle initial": f"{given} {name[1].upper()}. {family}",
    }[form]
    mention = f"French President {shown}" if name == speakers[0] else shown
    return replace(statement, speaker=shown, speakers=(shown,), mention=mention)


def main() -> None:
    """Measure three sizes, print a table."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else _STATEMENTS
    print(
        "| statements | names | entries | writing, s | linking, s | µs a statement | one more, s |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|")
    for size in (most // 4, most // 2, most):
        with tempfile.TemporaryDirectory() as folder:
            times = measure(Path(folder, "index.sqlite"), size)
        each = 1e6 * times.linking / times.statements
        print(
            f"| {times.statements:,} | {times.names:,} | {times.entries:,} | {times.writing:.1f}"
            f" | {times.linking:.2f} | {each:.1f} | {times.one_more:.3f} |"
        )


if __name__ == "__main__":
    main()
