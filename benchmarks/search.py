"""How long does a search take, start-up included, and how does that grow with the index?

python benchmarks/search.py [--keep DIR] [STATEMENTS ...]

Each search is a whole process that prints JSON. Beside it stand ripgrep and jq over the same
statements as JSON lines, where these are installed. An index of a million statements takes a
quarter of an hour to build; with --keep it stays in DIR and is not built again.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from quotecli.index.files import FileVersion
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import Metadata
from synthetic import News, Reported
from timing import medians

_SIZES = (10_000, 100_000)
_ROUNDS = 7
_ARTICLES_AT_ONCE = 5_000
_AIM = 2.5
_QUOTECLI = (sys.executable, "-m", "quotecli")


def searches(news: News) -> dict[str, list[str]]:
    """Give the searches to time, by what is hard about each."""
    rare = news.words[8_000]
    speaker = news.speakers[0]
    middle = ["--since", "2019-03-01", "--until", "2019-08-31"]
    return {
        "rare word": [rare],
        "two words": ["war", "peace"],
        "common words, said OR we": ["said", "we", "--any"],
        "commonest word": ["the"],
        "two common words": ["said", "we"],
        "phrase": ['"we will not"'],
        "speaker": ["--speaker", speaker],
        "speaker and common word": ["--speaker", speaker, "said"],
        "common word without another": ["said", "-we"],
        "date range": middle,
        "date range and common word": [*middle, "we"],
        "kind, outlet and common word": ["-k", "quote", "--outlet", news.outlets[0], "we"],
        "kind, all 200 outlets and common word": ["-k", "quote", "--outlet", "times", "we"],
        "count": ["we", "--count"],
        "counts by year": ["we", "--by", "year"],
        "fuzzy: a misspelt word": [_misspelt(rare)],
        "fuzzy: most of the words": [*_remembered(), "zzzz"],
    }


def build(path: Path, articles: Iterable[Reported]) -> int:
    """Write an index of these articles and give the number of statements."""
    statements = 0
    with closing(open_index(path, create=True)) as index:
        index.execute("PRAGMA synchronous = OFF")  # nothing is lost that could not be made again
        rest = iter(articles)
        while batch := list(islice(rest, _ARTICLES_AT_ONCE)):
            with transaction(index):
                file = add_file(index, FileVersion(None, sha256="", extractor="", given=Metadata()))
                # The full-text index gathers only what comes in its own order, newest first.
                batch.sort(key=lambda news: news.article.metadata.published or "", reverse=True)
                for position, (article, extraction) in enumerate(batch):
                    add_article(index, file, position, article, extraction)
                    statements += len(extraction.statements)
        with transaction(index):
            link_speakers(index)
    return statements


def _misspelt(word: str) -> str:
    return f"{word[:2]}{word[3:]}{word[2]}"


def _remembered() -> list[str]:
    """Give the beginning of the first statement of all."""
    (first, *_) = next(News().articles(1)).extraction.statements
    return first.text.split()[:6]


class Built(NamedTuple):
    """An index of made-up news, and the same statements as JSON lines."""

    path: Path
    lines: Path


def built(folder: Path, size: int) -> Built:
    """Give an index of at least so many statements; build it where the folder has none."""
    made = Built(folder / f"{size}.sqlite", folder / f"{size}.jsonl")
    if not made.path.exists():
        begin, partial = time.perf_counter(), folder / f"{size}.partial"
        statements = build(partial, _also_as_lines(News().articles(size), made.lines))
        partial.rename(made.path)
        print(f"{statements:,} statements: {made.path.stat().st_size / 1e6:,.0f} MB,"
              f" built in {time.perf_counter() - begin:.0f} s", flush=True)  # fmt: skip
    return made


def main() -> None:
    """Build, time, print a table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("sizes", metavar="STATEMENTS", type=int, nargs="*", default=_SIZES)
    arguments.add_argument("--keep", type=Path, metavar="DIR", help="where the indexes stay")
    options = arguments.parse_args()
    ratios: dict[str, list[float]] = {}
    for size in options.sizes:
        news = News()
        with tempfile.TemporaryDirectory() as folder:
            made = built(options.keep or Path(folder), size)
            commands = {"--version": [*_QUOTECLI, "--version"]}
            for name, words in searches(news).items():
                commands[name] = [*_QUOTECLI, "search", *words, "--limit", "20", "--json"]
            commands |= _others(news, made.lines)
            environment = {"QUOTECLI_DB": str(made.path)}
            times = medians(commands, rounds=_ROUNDS, environment=environment)
        for name, seconds in times.items():
            ratios.setdefault(name, []).append(seconds / times["--version"])
        print(f"  --version takes {1000 * times['--version']:.0f} ms", flush=True)
    print(f"\nTimes --version, 20 printed as JSON (aim: {_AIM} for a million statements)\n")
    print("| search | " + " | ".join(f"{size:,}" for size in options.sizes) + " | growth |")
    print("|---|" + "---:|" * (len(options.sizes) + 1))
    for name, row in ratios.items():
        cells = " | ".join(f"{ratio:.2f}" for ratio in row)
        print(f"| {name} | {cells} | {row[-1] / row[0]:.1f} |")


def _also_as_lines(articles: Iterator[Reported], path: Path) -> Iterator[Reported]:
    """Write the statements as JSON lines on their way into the index."""
    with path.open("w", encoding="utf-8") as lines:
        for reported in articles:
            for told in reported.extraction.statements:
                record = {"id": told.id, "text": told.text, "speaker": told.speaker}
                lines.write(json.dumps({**record, "date": told.date}) + "\n")
            yield reported


def _others(news: News, lines: Path) -> dict[str, list[str]]:
    """Give the same questions put to ripgrep and jq."""
    rare = news.words[8_000]
    commands = {}
    if shutil.which("rg"):
        commands["rg: rare word"] = ["rg", "--no-config", "-wi", rare, str(lines)]
        commands["rg: said OR we"] = ["rg", "--no-config", "-wic", "said|we", str(lines)]
    else:
        print("ripgrep is not installed: left out")
    if shutil.which("jq"):
        asked = f'select(.text | test("\\\\b{rare}\\\\b"))'
        commands["jq: rare word"] = ["jq", "-c", asked, str(lines)]
    else:
        print("jq is not installed: left out")
    return commands


if __name__ == "__main__":
    main()
