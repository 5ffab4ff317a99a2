"""Put labels and texts together: ``python training/gather.py --repos DIR --out DIR``.

The labels of our own (``labels/*.jsonl``) hold no text, only places: which file of which public
repository, and the spans of each statement in code points. This reads the texts from clones of
those repositories and writes articles in the form of PolNeAR's JSON lines, with the kind of each
statement, under the same names (``--out``).

``DIR`` of ``--repos`` holds a clone, bare or not, of each repository of ``COMMITS`` as
``owner+name``. An article whose text is not the labelled one is left out with a line that says so:
pages pass through quotecli's own reader, which may read them otherwise by now.
"""

import argparse
import csv
import gzip
import hashlib
import html
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from corpus import line_spans

from quotecli.documents.read import read_articles
from quotecli.model import Article
from quotecli.text.marks import find_quoted

COMMITS = {
    "ZitRos/news-articles-dataset": "f0ee062",
    "FelixOnline/v2": "9aceeff",
    "flairNLP/fundus": "18da6e5",
    "goose3/goose3": "c5a8902",
    "adbar/htmldate": "b895282",
    "postlight/parser": "e8ba7ec",
    "mozilla/readability": "ab4027a",
    "AndyTheFactory/newspaper4k": "540bff3",
    "stanfordnlp/en-worldwide-newswire": "e082527",
    "masakhane-io/masakhane-news": "819be05",
    "scrapinghub/article-extraction-benchmark": "4a3bc97",
    "ramybaly/Article-Bias-Prediction": "ced8111",
    "haseebr/irengine": "9f0f5f5",
}
LABELS = Path(__file__).parent / "labels"
_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"\Ahttps?://\S*[^\n]*\n")
_TITLE = re.compile(r"title: >\s*\n\s*(.*)")
_NUMBER = re.compile(r'NEWID="(\d+)"')
_FIELD = re.compile(r"<(TITLE|DATELINE|BODY)>(.*?)</\1>", re.DOTALL)
_INDENT = re.compile(r"\n {4}(?=\S)")
_END_OF_DESPATCH = re.compile(r"\s*\breuter\s*\Z", re.IGNORECASE)
_MARKUP = (
    (re.compile(r"<[^>]+>"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\*\*|__|(?<!\w)_|_(?!\w)|\*"), ""),
    (re.compile(r"^#+ *|^> *", re.MULTILINE), ""),
)


def main() -> None:
    """Write every file of labels with its texts."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repos", type=Path, required=True, help="folder of clones")
    arguments.add_argument("--out", type=Path, required=True, help="folder for the articles")
    options = arguments.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for labels in sorted(LABELS.glob("*.jsonl")):
        rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        articles = [article for row in rows if (article := gather(row, options.repos))]
        (options.out / labels.name).write_text(
            "".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8"
        )
        print(f"{labels.name}: {len(articles)} of {len(rows)} articles")  # noqa: T201


def gather(row: dict[str, Any], repos: Path) -> dict[str, Any] | None:
    """Give a labelled article with its text; ``None`` where the text is not the labelled one."""
    text = text_of(row["repo"], row["path"], repos)
    if text is None or hash_of(text) != row["hash"]:
        print(f"{row['repo']}:{row['path']} is not as labelled", file=sys.stderr)  # noqa: T201
        return None
    inside = _marked(text)
    quotes = [
        {"content": content, "source": source, "cue": cue, "kind": _kind(text, content, inside)}
        for content, source, cue in row["statements"]
    ]
    return {"doc": row["path"], "text": text, "quotes": quotes}


def hash_of(text: str) -> str:
    """Name a text by 64 bits of its BLAKE2b."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def text_of(repo: str, path: str, repos: Path) -> str | None:
    """Read a file of a clone, or the one of its articles behind "#", as a paragraph a line."""
    clone = repos / repo.replace("/", "+")
    path, _, article = path.partition("#")
    if article:
        read_all = _despatches if path.endswith(".xml") else _rows
        return read_all(clone, f"{COMMITS[repo]}:{path}").get(article)
    stored = _stored(clone, f"{COMMITS[repo]}:{path}")
    if stored is None:
        return None
    if path.endswith(".json"):
        page = json.loads(stored)
        return f"{page['title'].strip()}\n{page['content_original'].strip()}\n"
    if path.endswith(".md"):
        return _markdown(stored.decode("utf-8", "replace"))
    if path.endswith(".txt"):
        return _ADDRESS.sub("", stored.decode("utf-8", "replace").replace("\r\n", "\n"))
    page = gzip.decompress(stored) if path.endswith(".gz") else stored
    articles = read_articles(page, path.removesuffix(".gz"))
    return next((article.text for article in articles if isinstance(article, Article)), None)


def _stored(clone: Path, name: str) -> bytes | None:
    """Read a file of a clone."""
    shown = subprocess.run(  # noqa: S603  the arguments are those of the labels
        ["git", "-C", str(clone), "show", name],  # noqa: S607
        capture_output=True,
        check=False,
    )
    return None if shown.returncode else shown.stdout


@cache
def _rows(clone: Path, name: str) -> Mapping[str, str]:
    """Read a table: headline and text of each row by its address."""
    table = (_stored(clone, name) or b"").decode("utf-8", "replace")
    rows = csv.DictReader(io.StringIO(table), delimiter="\t")
    return {row["url"]: f"{row['headline'].strip()}\n{row['text'].strip()}\n" for row in rows}


@cache
def _despatches(clone: Path, name: str) -> Mapping[str, str]:
    """Read a file of the Reuters-21578 collection: headline, place and text of each despatch."""
    stored = (_stored(clone, name) or b"").decode("utf-8", "replace")
    entries = stored.split("</REUTERS>")
    return {found[1]: _despatch(entry) for entry in entries if (found := _NUMBER.search(entry))}


def _despatch(entry: str) -> str:
    fields = dict(_FIELD.findall(entry))
    body = _END_OF_DESPATCH.sub("", fields.get("BODY", ""))
    paragraphs = _INDENT.split(f"{fields.get('DATELINE', '')} {body}".strip())
    lines = (
        " ".join(html.unescape(line).split()) for line in (fields.get("TITLE", ""), *paragraphs)
    )
    return "".join(f"{line}\n" for line in lines if line)


def _markdown(page: str) -> str:
    """Give the title and the paragraphs of an article with front matter, without mark-up."""
    _, front, body = page.split("---\n", 2)
    for pattern, plain in _MARKUP:
        body = pattern.sub(plain, body)
    title = _TITLE.search(front)
    lines = [title[1].strip() if title else "", *html.unescape(body).split("\n")]
    paragraphs = (re.sub(r"\s+", " ", line).strip() for line in lines)
    return "".join(f"{paragraph}\n" for paragraph in paragraphs if paragraph)


def _marked(text: str) -> bytearray:
    """Give a byte a character: 1 where it stands in a pair of quotation marks."""
    inside = bytearray(len(text))
    for quoted in find_quoted(text, line_spans(text))[0]:
        for part in quoted.parts:
            inside[part.start : part.end] = b"\1" * (part.end - part.start)
    return inside


def _kind(text: str, content: list[list[int]], inside: bytearray) -> str:
    marks = [bool(inside[at]) for at in _words(text, content)]
    return "direct" if all(marks) else "mixed" if any(marks) else "indirect"


def _words(text: str, spans: list[list[int]]) -> Iterator[int]:
    return (word.start() for start, end in spans for word in _WORD.finditer(text, start, end))


if __name__ == "__main__":
    main()
