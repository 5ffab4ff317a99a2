"""Whom do "he", "the company" and "the minister" mean, in other news than PolNeAR?

    python training/gather.py --repos DIR --out OWN
    python benchmarks/mentions.py --articles OWN/train.jsonl [--errors]

`training/labels/names.tsv` holds mentions whose names a reader told, the hard ones only: who is
named in the mention itself is not among them. Statements that are not found are left out.
  right   the name is the reader's, or a shorter or longer form of it
  missing no name is given, though the article has one
  wrong   another name is given
  made up a name is given where the article names nobody; its share is of such mentions
The articles kept aside give totals only.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from accuracy import article_of
from quotecli.extraction.extract import extract
from quotecli.model import Span
from speakers import names_agree, rows_of

NAMES = Path(__file__).parent.parent / "training" / "labels" / "names.tsv"
SETS = ("worked", "aside")


class Mention(NamedTuple):
    """A mention and the names that the article gives for it, none where it names nobody."""

    doc: str
    sha256: str
    span: Span
    names: tuple[str, ...]
    set: str


def read_mentions(path: Path) -> list[Mention]:
    """Read a names file."""
    return [
        Mention(
            row["doc"],
            row["sha256"],
            Span(int(row["start"]), int(row["end"])),
            tuple(row["names"].split("; ")) if row["names"] else (),
            row["set"],
        )
        for row in rows_of(path)
    ]


def judge(wanted: Sequence[str], got: Sequence[str]) -> str:
    """Tell how the names given compare with the reader's."""
    if not wanted:
        return "made up" if got else "quiet"
    if not got:
        return "missing"
    return "right" if names_agree(wanted, got) else "wrong"


def measure(
    mentions: Sequence[Mention], texts: Mapping[str, str]
) -> Iterator[tuple[Mention, str, tuple[str, ...]]]:
    """Give each mention that the extractor takes for a source, its outcome and the names given."""
    by_doc: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_doc[mention.doc].append(mention)
    for doc, wanted in by_doc.items():
        text = texts.get(doc)
        if text is None or not hashlib.sha256(text.encode()).hexdigest().startswith(
            wanted[0].sha256
        ):
            sys.exit(f"{doc} is not the text whose names were read: run training/gather.py")
        found = {s.mention_spans[:1]: s for s in reversed(extract(article_of(text)).statements)}
        for mention in wanted:
            statement = found.get((mention.span,))
            if statement is not None:
                yield mention, judge(mention.names, statement.speakers), statement.speakers


def report(name: str, outcomes: Counter[str]) -> str:
    """Give the figures of a set in per cent."""
    named = sum(outcomes[o] for o in ("right", "missing", "wrong"))
    nobody = outcomes["made up"] + outcomes["quiet"]
    shares = (100 * outcomes[o] / max(named, 1) for o in ("right", "missing", "wrong"))
    figures = "".join(
        f"{share:9.1f}" for share in (*shares, 100 * outcomes["made up"] / max(nobody, 1))
    )
    return f"{name:8}{named:6}{nobody:8}{figures}"


def main() -> None:
    """Read the names and the articles, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, required=True, help="train.jsonl of gather.py")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    options = parser.parse_args()
    articles = map(json.loads, options.articles.read_text("utf-8").splitlines())
    texts = {article["doc"]: article["text"] for article in articles}
    outcomes: dict[str, Counter[str]] = {name: Counter() for name in SETS}
    errors = []
    for mention, outcome, got in measure(read_mentions(NAMES), texts):
        outcomes[mention.set][outcome] += 1
        if outcome not in {"right", "quiet"} and mention.set == "worked":
            words = texts[mention.doc][slice(*mention.span)]
            told = ("; ".join(names) or "-" for names in (mention.names, got))
            errors.append("\t".join((outcome, mention.doc, words, *told)))
    print(f"{'':8}{'named':>6}{'nobody':>8}{'right':>9}{'missing':>9}{'wrong':>9}{'made up':>9}")
    print(*(report(name, outcomes[name]) for name in SETS), sep="\n")
    if options.errors:
        print("", *errors, sep="\n")


if __name__ == "__main__":
    main()
