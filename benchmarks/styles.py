"""How does the extractor fare when the same articles are written in other styles?

    python benchmarks/styles.py --gold FILE.jsonl [--limit N]

Every change replaces one character by one, so the gold spans stay true. Gold is as accuracy.py
reads it; each row gives the F1 of `right`, in per cent. A column's recall goes by the kind that the
gold has in the article as printed; so without marks only the first column means much.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

import accuracy

# The changes are those that training draws from; one place knows them.
sys.path.append(str(Path(__file__).resolve().parents[1] / "training"))
from augment import exchange_marks, join_paragraphs, recase, split_paragraphs

STYLES: dict[str, Callable[[str], str]] = {
    "as printed": lambda text: text,
    "British single marks ‘’": lambda text: exchange_marks(text, "‘’"),
    "straight single marks ''": lambda text: exchange_marks(text, "''"),
    'straight double marks ""': lambda text: exchange_marks(text, '""'),
    "curly double marks “”": lambda text: exchange_marks(text, "“”"),
    "guillemets «»": lambda text: exchange_marks(text, "«»"),
    "low marks „“": lambda text: exchange_marks(text, "„“"),
    "no marks": lambda text: exchange_marks(text, "  "),
    "one sentence a paragraph": lambda text: split_paragraphs(text, lambda: True),
    "one paragraph": lambda text: join_paragraphs(text, lambda: True),
    "lower case": lambda text: recase(text, str.lower),
    "upper case": lambda text: recase(text, str.upper),
}
_ROWS = ("all", "quoted", "direct", "mixed", "indirect")


def measure(articles: list[accuracy.GoldArticle], style: Callable[[str], str]) -> accuracy.Tally:
    """Extract from the articles as the style writes them, and compare with the gold."""
    tally = accuracy.Tally()
    for article in articles:
        text = style(article["text"])
        found = accuracy.find(accuracy.article_of(text), "both")
        index = accuracy.WordIndex(article["text"])
        accuracy.count(
            tally, accuracy.gold_words(article, index), accuracy.found_words(found, index)
        )
    return tally


def main() -> None:
    """Print a row a style."""
    parser = argparse.ArgumentParser(description="Measure the extractor in other styles.")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    options = parser.parse_args()
    lines = options.gold.read_text("utf-8").splitlines()[: options.limit]
    articles = [json.loads(line) for line in lines]
    print(f"{'':26}" + "".join(f"{row:>10}" for row in _ROWS))
    for name, style in STYLES.items():
        rows = measure(articles, style).rows
        figures = "".join(f"{rows[row].figures('right')[2]:10.1f}" for row in _ROWS)
        print(f"{name:26}{figures}", flush=True)


if __name__ == "__main__":
    main()
