"""How many statements get a day, and a sample of them to read by hand.

The articles' names hold their days of publication ("nyt_2016-03-15_…").
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from quotecli.extraction.extract import extract
from quotecli.model import Article, Block, BlockKind, Metadata, Span, Statement

_AROUND = 120  # characters shown before and after a cue


def main() -> None:
    """Read the articles, print the shares and the sample."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--every", type=int, default=1, help="read every such article")
    options.add_argument("--show", type=int, default=0, help="how many statements to print")
    options.add_argument("--seed", type=int, default=11)
    given = options.parse_args()

    lines = given.gold.read_text(encoding="utf-8").splitlines()[:: given.every]
    articles = [_article(json.loads(line)) for line in lines]
    told = [(article, s) for article in articles for s in extract(article).statements]
    dated = [pair for pair in told if pair[1].said_on is not None]
    older = [pair for pair in told if pair[1].date is None]
    print(
        f"{len(articles)} articles, {len(told):,} statements: {len(dated) / len(told):.1%} with a"
        f" day, {len(older) / len(told):.1%} older than the news"
    )
    chosen = random.Random(given.seed).sample(dated, min(given.show, len(dated)))  # noqa: S311
    sys.stdout.writelines(_shown(chosen))


def _article(row: dict[str, str]) -> Article:
    blocks: list[Block] = []
    at = 0
    for line in row["text"].split("\n"):
        kind = BlockKind.PARAGRAPH if blocks else BlockKind.TITLE
        blocks += [Block(kind, (Span(at, at + len(line)),))] if line.strip() else []
        at += len(line) + 1
    return Article(row["text"], tuple(blocks), Metadata(published=row["doc"].split("_")[1]))


def _shown(chosen: list[tuple[Article, Statement]]) -> Iterator[str]:
    for article, statement in chosen:
        cue = (statement.cue_spans or statement.segments)[0]
        around = article.text[max(0, cue.start - _AROUND) : cue.end + _AROUND]
        yield f"{article.metadata.published} {statement.said_on} | {' '.join(around.split())}\n"


if __name__ == "__main__":
    main()
