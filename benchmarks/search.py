"""How long does a search take, start-up included, in an index of many statements?

python benchmarks/search.py [STATEMENTS]
"""

import sys
import tempfile
from contextlib import closing
from pathlib import Path

from quotecli.index.files import FileVersion
from quotecli.index.store import open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import Metadata
from synthetic import News
from timing import medians, table

_STATEMENTS = 100_000
_ARTICLES_PER_BATCH = 1_000
_QUOTECLI = (sys.executable, "-m", "quotecli")


def build(path: Path, news: News, statements: int) -> None:
    """Write an index of at least so many statements."""
    left = statements
    with closing(open_index(path, create=True)) as index:
        while left > 0:
            with transaction(index):
                file = add_file(index, FileVersion(None, sha256="", extractor="", given=Metadata()))
                for position in range(_ARTICLES_PER_BATCH):
                    article, extraction = news.article()
                    add_article(index, file, position, article, extraction)
                    left -= len(extraction.statements)


def searches(news: News) -> dict[str, list[str]]:
    """Give the searches to time, by what is hard about each."""
    common, next_common = news.words[:2]
    rare, speaker = news.words[len(news.words) // 2], news.speakers[0]
    return {
        "rare word": [rare],
        "common word": [common],
        "two common words": [common, next_common],
        "phrase": [f'"{common} {next_common}"'],
        "speaker": ["--speaker", speaker],
        "speaker, by surname": ["--speaker", speaker.split()[-1]],
        "speaker and common word": ["--speaker", speaker, common],
        "date range": ["--since", "2019-03-01", "--until", "2019-08-31"],
        "date range and common word": ["--since", "2019-03-01", "--until", "2019-08-31", common],
    }


def main() -> None:
    """Build, time, print a table."""
    statements = int(sys.argv[1]) if len(sys.argv) > 1 else _STATEMENTS
    news = News()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "index.sqlite")
        build(path, news, statements)
        commands = {"--version": [*_QUOTECLI, "--version"]}
        for name, words in searches(news).items():
            commands[name] = [*_QUOTECLI, "search", *words, "--limit", "20", "--json"]
        times = medians(commands, environment={"QUOTECLI_DB": str(path)})
    print(f"Searches among {statements:,} statements, 20 printed as JSON:\n")
    print(table(times, "--version"))


if __name__ == "__main__":
    main()
