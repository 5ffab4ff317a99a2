"""Measure how well the article is taken out of saved pages, beside trafilatura alone.

    python benchmarks/pages.py DIR

DIR is a checkout of scrapinghub/article-extraction-benchmark: 181 news pages of 2019 and 2020, and
the text of each article as people marked it. Compared are the words in fours (a word is a run of
letters and digits): precision, recall and F1 of each page, on average over the pages. The headline
is no part of that text and is left out of ours.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from statistics import mean

from quotecli.documents.read import read_articles
from quotecli.errors import QuotecliError
from quotecli.model import Article, BlockKind

_WORD = re.compile(r"\w+")
_TOGETHER = 4


def by_quotecli(page: bytes) -> str:
    """Read a page as the indexer does; empty where it finds no article."""
    try:
        (article,) = read_articles(page, "page.html")
    except QuotecliError:
        return ""
    if not isinstance(article, Article):
        return ""
    pieces = (
        piece
        for block in article.blocks
        if block.kind is not BlockKind.TITLE
        for piece in block.pieces
    )
    return "\n".join(article.text[piece.start : piece.end] for piece in pieces)


def by_trafilatura(page: bytes) -> str:
    """Read a page with trafilatura and its own settings."""
    from trafilatura import extract

    return extract(page, include_comments=False) or ""


def figures(wanted: str, found: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of the words in fours."""
    one, other = _fours(wanted), _fours(found)
    both = (one & other).total()
    precision = both / other.total() if other else 0.0
    recall = both / one.total() if one else 0.0
    together = precision + recall
    return precision, recall, 2 * precision * recall / together if together else 0.0


def _fours(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(zip(*(words[i:] for i in range(_TOGETHER)), strict=False))


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR")
    folder = parser.parse_args().folder
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    readers = {
        "quotecli": by_quotecli,
        "trafilatura alone": by_trafilatura,
    }
    print(f"{len(truth)} pages\n\n| in per cent | precision | recall | F1 |\n|---|---:|---:|---:|")
    for name, reader in readers.items():
        pages = [
            figures(
                wanted["articleBody"],
                reader(gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())),
            )
            for key, wanted in truth.items()
        ]
        cells = (f"{100 * mean(column):.1f}" for column in zip(*pages, strict=True))
        print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
