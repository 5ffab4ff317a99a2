"""Is a known statement found, and where does it rank?

python benchmarks/retrieval.py [FOLDER] [--queries N] [--statements N]

Statements are drawn at random from an index of the articles in FOLDER, or of made-up news, and
asked for as people do who half remember them:

- by three of their words, none of them among the commonest;
- by the same three, one of them misspelt (a letter left out, doubled, exchanged or replaced);
- by a wording half remembered: one word of four left out, one replaced by a word of the index, two
  neighbours exchanged;
- by three of their words and a speaker who did not say it: nothing may be shown, and the note has
  to name who did.

Beside it stand plain FTS5 (the same words, all wanted, ranked by bm25) and ripgrep (lines that
have all words, in the order of the file). A statement is found where its words are on the first
place, whichever of several articles that print them is shown.
"""

import argparse
import random
import re
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import Index, open_index
from quotecli.ingest import index_paths
from quotecli.model import Record
from quotecli.search.explain import explain
from quotecli.search.query import Query
from quotecli.search.run import search
from search import build
from synthetic import News

_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON = 0.01  # words in more of the statements are what nobody would search for
_FEWEST_WORDS = 8  # a statement of fewer has no three to choose from
_AIMS = {"three words": 95, "a misspelt word": 90, "half remembered": 85, "wrong speaker": 95}


class Asked(NamedTuple):
    """A statement, and the words by which it is asked for."""

    record: Record
    words: list[str]


def main() -> None:
    """Build the index, ask, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--statements", type=int, default=20_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "index.sqlite")
        if given.folder is not None:
            index_paths(path, [given.folder])
        else:
            build(path, News().articles(given.statements))
        with closing(open_index(path)) as index:
            records = find_records(index, Filter())
            source = given.folder or "made-up news"
            print(
                f"{len(records):,} statements of {source}, {given.queries} queries of each kind\n"
            )
            _report(index, records, given.queries)


def _report(index: Index, records: Sequence[Record], queries: int) -> None:
    draw = random.Random(1)  # noqa: S311  which statements is no secret
    uses = Counter(word for record in records for word in set(_words(record)))
    common = {word for word, count in uses.items() if count > _COMMON * len(records)}
    fit = [record for record in records if len(set(_words(record)) - common) >= _FEWEST_WORDS // 2]
    drawn = draw.sample(fit, min(queries, len(fit)))
    asked = [Asked(record, _three(record, common, draw)) for record in drawn]
    vocabulary = sorted(uses)
    kinds = {
        "three words": asked,
        "a misspelt word": [Asked(a.record, _misspelt(a.words, draw)) for a in asked],
        "half remembered": [Asked(r, _half(r, vocabulary, draw)) for r in drawn],
    }
    plain, lines = _plain(records), [record.text.lower() for record in records]
    finders: dict[str, Callable[[list[str]], str | None]] = {
        "quotecli": lambda words: _first(index, words),
        "FTS5": lambda words: _first_of_fts5(plain, words),
        "rg": lambda words: _first_line(lines, words),
    }
    print(f"| asked by | {' | '.join(finders)} | aim |\n|---|{'---:|' * (len(finders) + 1)}")
    for kind, items in kinds.items():
        shares = [
            100 * sum(_same(find(a.words), a.record) for a in items) / len(items)
            for find in finders.values()
        ]
        print(f"| {kind} | {' | '.join(f'{share:.1f} %' for share in shares)} | {_AIMS[kind]} % |")
    named = [a for a in asked if a.record.speakers]
    right = sum(_is_named(index, a, draw.choice(named).record) for a in named)
    print(
        f"| wrong speaker | {100 * right / len(named):.1f} % | – | – | {_AIMS['wrong speaker']} % |"
    )


def _words(record: Record) -> list[str]:
    return [word.lower() for word in _WORD.findall(record.text)]


def _three(record: Record, common: set[str], draw: random.Random) -> list[str]:
    words = list(dict.fromkeys(word for word in _words(record) if word not in common))
    chosen = set(draw.sample(words, 3))
    return [word for word in words if word in chosen]


def _misspelt(words: Sequence[str], draw: random.Random) -> list[str]:
    at = draw.randrange(len(words))
    word = words[at]
    place = draw.randrange(len(word) - 1)
    letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
    slip = draw.choice(
        [
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + word[place:],
            word[:place] + word[place + 1] + word[place] + word[place + 2 :],
            word[:place] + letter + word[place + 1 :],
        ]
    )
    return [*words[:at], slip, *words[at + 1 :]]


def _half(record: Record, vocabulary: Sequence[str], draw: random.Random) -> list[str]:
    words = re.findall(r"[\w']+", record.text.lower())
    words = [word for word in words if draw.random() >= 0.25] or words
    words[draw.randrange(len(words))] = draw.choice(vocabulary)
    at = draw.randrange(max(len(words) - 1, 1))
    words[at : at + 2] = words[at : at + 2][::-1]
    return words


def _first(index: Index, words: list[str]) -> str | None:
    records = search(index, Query(words=tuple(words), limit=1)).records
    return records[0].text if records else None


def _is_named(index: Index, asked: Asked, other: Record) -> bool:
    """Tell whether nothing is shown under a wrong name and the note has the right one."""
    if set(other.speakers) & set(asked.record.speakers):
        return True  # drawn by chance: it is the right one
    query = Query(words=tuple(asked.words), speakers=other.speakers[:1])
    found = search(index, query)
    told = " ".join((*found.notes, *explain(index, query)))
    return not found.records and any(name in told for name in asked.record.speakers)


def _plain(records: Sequence[Record]) -> sqlite3.Connection:
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE said USING fts5 (text, tokenize = 'porter unicode61')")
    plain.executemany("INSERT INTO said VALUES (?)", [(record.text,) for record in records])
    return plain


def _first_of_fts5(plain: sqlite3.Connection, words: list[str]) -> str | None:
    expression = " ".join(f'"{word}"' for word in words)
    row = plain.execute(
        "SELECT text FROM said WHERE said MATCH ? ORDER BY rank LIMIT 1", (expression,)
    ).fetchone()
    return None if row is None else str(row[0])


def _first_line(lines: Sequence[str], words: list[str]) -> str | None:
    """Give what ``rg -i WORD | rg -i WORD | …`` prints first."""
    return next((line for line in lines if all(word in line for word in words)), None)


def _same(text: str | None, record: Record) -> bool:
    return text is not None and text.lower() == record.text.lower()


if __name__ == "__main__":
    main()
