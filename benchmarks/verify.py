"""Does `verify` catch every alteration and let every harmless change pass? And how fast is it?

    python benchmarks/verify.py [PATH ...]       an index of these articles, 2,000 alterations
    python benchmarks/verify.py --speed [N]      one sentence among N synthetic statements

Each alteration is made from a statement of the index, by a seeded generator. One that changes the
meaning must be called altered, cut or other speaker, and by no means verbatim; a
harmless one of a direct quotation must be verbatim. The table says what was called what.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import Index, open_index
from quotecli.ingest import index_paths
from quotecli.model import Kind, Record, Verdict
from quotecli.search.verify import Question, verify
from quotecli.search.verifying.lexicon import FUNCTION_WORDS, LIMITS, NUMBER_WORDS, is_negation
from quotecli.search.verifying.meaning import changes_meaning
from quotecli.search.verifying.words import words_of
from search import build
from synthetic import News
from timing import medians, table

_CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_ALTERATIONS = 2_000
_FEWEST_WORDS = 5
_ROUNDS = 5
_STATEMENTS = 1_000_000
_QUOTECLI = (sys.executable, "-m", "quotecli")
_AUXILIARIES = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has|have)\b")
_MODALS = ["may", "might", "can", "could", "will", "would", "should", "must"]


class Altered(NamedTuple):
    """What is asked: words and a speaker."""

    words: str
    speaker: str | None


Change = Callable[[Record, "_Material"], Altered | None]


class _Material:
    """What alterations are made of.

    Attributes:
        random: the seeded generator.
        words: content words of the index.
        speakers: names in the index.
    """

    def __init__(self, records: list[Record], seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  a draw is no secret
        keys = {word.key for record in records for word in words_of(record.text)}
        self.words = sorted(k for k in keys if k.isalpha() and k not in FUNCTION_WORDS)
        self.speakers = sorted({name for record in records for name in record.speakers})


def _swapped(record: Record, material: _Material) -> Altered | None:
    return _with_word(record, material, lambda _: material.random.choice(material.words))


def _dropped(record: Record, material: _Material) -> Altered | None:
    return _with_word(record, material, lambda _: "")


def _added(record: Record, material: _Material) -> Altered | None:
    extra = material.random.choice(material.words)
    return _with_word(record, material, lambda word: f"{word} {extra}")


def _with_word(record: Record, material: _Material, change: Callable[[str], str]) -> Altered | None:
    """Change a content word that is neither the first nor the last."""
    words = [w for w in words_of(record.text)[1:-1] if w.key.isalpha()]
    words = [w for w in words if w.key not in FUNCTION_WORDS]
    if not words:
        return None
    word = material.random.choice(words)
    put = change(record.text[word.start : word.end])
    if [w.key for w in words_of(put)] == [word.key]:
        return None
    return _asked(record, record.text[: word.start] + put + record.text[word.end :])


def _exchanged(record: Record, material: _Material) -> Altered | None:
    words = words_of(record.text)
    at = material.random.randrange(len(words) - 1)
    one, other = words[at], words[at + 1]
    if one.key == other.key:
        return None
    text = record.text
    parts = (
        text[: one.start],
        text[other.start : other.end],
        text[one.end : other.start],
        text[one.start : one.end],
        text[other.end :],
    )
    return _asked(record, "".join(parts))


def _number(record: Record, material: _Material) -> Altered | None:
    numbers = [w for w in words_of(record.text) if w.key[0].isdecimal() or w.key in NUMBER_WORDS]
    if not numbers:
        return None
    word = material.random.choice(numbers)
    others = [n for n in ("15", "40", "three", "seven", "2,300") if n != word.key]
    put = material.random.choice(others)
    return _asked(record, record.text[: word.start] + put + record.text[word.end :])


def _not_dropped(record: Record, material: _Material) -> Altered | None:
    found = [w for w in words_of(record.text) if is_negation(w.key)]
    if not found:
        return None
    word = material.random.choice(found)
    put = record.text[word.start : word.end - 3] if word.key.endswith("n't") else ""
    return _asked(record, record.text[: word.start] + put + record.text[word.end :])


def _not_added(record: Record, material: _Material) -> Altered | None:
    found = list(_AUXILIARIES.finditer(record.text))
    if not found:
        return None
    end = material.random.choice(found).end()
    return _asked(record, f"{record.text[:end]} not{record.text[end:]}")


def _modal(record: Record, material: _Material) -> Altered | None:
    found = [w for w in words_of(record.text) if w.key in _MODALS]
    if not found:
        return None
    word = material.random.choice(found)
    put = material.random.choice([m for m in _MODALS if m != word.key])
    return _asked(record, record.text[: word.start] + put + record.text[word.end :])


def _speaker(record: Record, material: _Material) -> Altered | None:
    theirs = {_surname(name) for name in record.speakers}
    others = [name for name in material.speakers if _surname(name) not in theirs]
    if not record.speakers or not others:
        return None
    return Altered(record.text, material.random.choice(others))


def _surname(name: str) -> str:
    return name.rsplit(" ", maxsplit=1)[-1].casefold()


def _cut(record: Record, material: _Material) -> Altered | None:
    words = words_of(record.text)
    at = [n for n, w in enumerate(words) if w.key in {"but", "unless", "if", "although"} and n > 2]
    if not at:
        return None
    return _asked(record, record.text[: words[material.random.choice(at) - 1].end])


def _gap_over_not(record: Record, material: _Material) -> Altered | None:
    words = words_of(record.text)
    found = [
        n for n, w in enumerate(words[1:-1], 1) if is_negation(w.key) or w.key in LIMITS - {"yet"}
    ]
    if not found:
        return None
    at = material.random.choice(found)
    text = record.text
    return _asked(record, f"{text[: words[at - 1].end]} … {text[words[at + 1].start :]}")


def _case(record: Record, material: _Material) -> Altered:
    change = material.random.choice((str.upper, str.lower, str.title, str.swapcase))
    # "I'm".title() is "I'M": still the same words.
    return _asked(record, change(record.text))


def _marks(record: Record, material: _Material) -> Altered:
    text = record.text.translate(str.maketrans("“”‘’", "\"\"''"))
    if material.random.random() < 0.5:
        text = re.sub(r"(?<!\d)[,;:!?](?!\d)", "", text)
        text = re.sub(r"\s[-–—]+\s", " ", text)
    else:
        text = text.replace("'", "’").replace('"', "«")
    return _asked(record, f"„{text.rstrip('.,')}“")


def _blanks(record: Record, material: _Material) -> Altered:
    blanks = [" ", "  ", "\u00a0", "\t", "\n", " \u2009"]
    return _asked(record, re.sub(" ", lambda _: material.random.choice(blanks), record.text))


def _hyphens(record: Record, material: _Material) -> Altered:
    words = words_of(record.text)
    text = record.text
    for word in reversed(words):
        if word.key.isalpha() and len(word.key) > 6 and material.random.random() < 0.5:
            at = word.start + 3
            text = f"{text[:at]}\u00ad{text[at:]}"
    return _asked(record, re.sub(r"(?<=[a-z])-(?=[a-z])", "‑", text))


def _ellipsis(record: Record, material: _Material) -> Altered | None:
    words = words_of(record.text)
    for _ in range(20):
        start = material.random.randrange(1, len(words) - 1)
        end = min(start + material.random.randint(1, 4), len(words) - 1)
        if changes_meaning([w.key for w in words[start:end]]) is None:
            mark = material.random.choice(("…", "...", "[…]", "[...]", ". . ."))
            text = record.text
            return _asked(
                record, f"{text[: words[start - 1].end]} {mark} {text[words[end].start :]}"
            )
    return None


def _brackets(record: Record, material: _Material) -> Altered | None:
    words = words_of(record.text)
    text = record.text
    way = material.random.randrange(3)
    if way == 0:
        pronouns = [w for w in words if w.key in {"it", "they", "he", "she", "this", "them"}]
        if not pronouns:
            return None
        word = material.random.choice(pronouns)
        return _asked(record, f"{text[: word.start]}[the agreement]{text[word.end :]}")
    word = material.random.choice(words)
    if way == 1:
        return _asked(record, f"{text[: word.end]} [sic]{text[word.end :]}")
    first = words[0]
    letter = text[first.start].swapcase()
    return _asked(record, f"[{letter}]{text[first.start + 1 :]}")


def _asked(record: Record, words: str) -> Altered:
    return Altered(words, record.speakers[0] if record.speakers else None)


_HARMFUL: dict[str, Change] = {
    "word swapped": _swapped,
    "word dropped": _dropped,
    "word added": _added,
    "words exchanged": _exchanged,
    "number changed": _number,
    "not dropped": _not_dropped,
    "not added": _not_added,
    "modal changed": _modal,
    "speaker changed": _speaker,
    "cut before but": _cut,
    "ellipsis over not": _gap_over_not,
}
_HARMLESS: dict[str, Change] = {
    "case": _case,
    "marks": _marks,
    "blanks": _blanks,
    "hyphens": _hyphens,
    "ellipsis": _ellipsis,
    "brackets": _brackets,
}


def alterations(
    records: list[Record], count: int, seed: int = 1
) -> Iterator[tuple[str, bool, Record, Altered]]:
    """Give alterations: the name of each, whether it is harmless, its record, and what is asked.

    Args:
        records: what they are made from; harmless ones from direct quotations only.
        count: how many; each kind in its turn.
        seed: the same seed makes the same ones.
    """
    material = _Material(records, seed)
    long = [r for r in records if len(words_of(r.text)) >= _FEWEST_WORDS]
    direct = [r for r in long if r.kind is Kind.DIRECT]
    made = 0
    while made < count:
        for name, change in (_HARMFUL | _HARMLESS).items():
            is_harmless = name in _HARMLESS
            source = direct if is_harmless else long
            for _ in range(200):  # most statements have no number and no "but"
                record = material.random.choice(source)
                altered = change(record, material)
                if altered is not None:
                    made += 1
                    yield name, is_harmless, record, altered
                    break


def confusion(index: Index, count: int, show: int, seed: int) -> tuple[str, int]:
    """Check alterations; give a table, and how many were called what they are not."""
    records = find_records(index, Filter())
    counts: dict[str, Counter[Verdict]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    for name, is_harmless, record, altered in alterations(records, count, seed):
        asked = Question(altered.words, (altered.speaker,) if altered.speaker else ())
        verdict = verify(index, asked).verdict
        counts[name][verdict] += 1
        is_right = (
            verdict is Verdict.VERBATIM
            if is_harmless
            else verdict in {Verdict.ALTERED, Verdict.CUT, Verdict.OTHER_SPEAKER}
        )
        if not is_right:
            wrong[name] += 1
            if sum(wrong.values()) <= show:
                print(f"{name}: {verdict}\n  {record.text}\n  {altered.words}\n  {altered.speaker}")
    verdicts = list(Verdict)
    lines = [f"{'':18}" + "".join(f"{verdict:>18}" for verdict in verdicts) + f"{'wrong':>8}"]
    for name in (*_HARMFUL, *_HARMLESS):
        figures = "".join(f"{counts[name][verdict]:18}" for verdict in verdicts)
        lines.append(f"{name:18}{figures}{wrong[name]:8}")
    return "\n".join(lines), sum(wrong.values())


def accuracy(paths: list[Path], db: Path | None, count: int, show: int, seed: int) -> None:
    """Index articles, check alterations of their statements, print a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = db or Path(folder, "index.sqlite")
        if db is None:
            index_paths(path, paths)
        with closing(open_index(path)) as index:
            report, wrong = confusion(index, count, show, seed)
        print(report)
        print(f"\n{wrong} of {count:,} called what they are not")


def speed(statements: int, db: Path | None) -> None:
    """Time a check against a search in an index of synthetic statements."""
    news = News()
    with tempfile.TemporaryDirectory() as folder:
        path = db or Path(folder, "index.sqlite")
        if not path.exists():
            build(path, news.articles(statements))
        with closing(open_index(path)) as index:
            records = find_records(index, Filter(limit=40))
        record = next(r for r in records if 12 <= len(r.text.split()) <= 30)
        words = record.text.split()
        swapped = [*words[:4], "zebra", *words[5:]]
        program = (*_QUOTECLI, "verify", "--json")
        commands = {
            "search": [*_QUOTECLI, "search", *words[2:5], "--limit", "20", "--json"],
            "verify, verbatim": [*program, record.text],
            "verify, verbatim, speaker": [*program, record.text, "-s", str(record.speaker)],
            "verify, other speaker": [*program, record.text, "-s", news.speakers[7]],
            "verify, altered": [*program, " ".join(swapped)],
            "verify, altered, speaker": [*program, " ".join(swapped), "-s", str(record.speaker)],
            "verify, common words": [*program, " ".join(news.words[:12])],
            "verify, nowhere": [*program, "no such words were ever said in this place"],
        }
        shell = {n: ["sh", "-c", '"$@"; [ $? -le 1 ]', "-", *c] for n, c in commands.items()}
        times = medians(shell, rounds=_ROUNDS, environment={"QUOTECLI_DB": str(path)})
    print(f"One sentence among {statements:,} statements:\n")
    print(table(times, "search"))


def main() -> None:
    """Read the options and run what was asked for."""
    parser = argparse.ArgumentParser(description="Measure quotecli verify.")
    parser.add_argument("paths", nargs="*", type=Path, help="articles; default: the corpus")
    parser.add_argument("--db", type=Path, help="an index to use instead of making one")
    parser.add_argument("--count", type=int, default=_ALTERATIONS)
    parser.add_argument("--seed", type=int, default=1, help="another one makes others")
    parser.add_argument("--show", type=int, default=10, help="print so many that went wrong")
    parser.add_argument("--speed", nargs="?", type=int, const=_STATEMENTS, metavar="STATEMENTS")
    options = parser.parse_args()
    if options.speed is not None:
        speed(options.speed, options.db)
    else:
        accuracy(options.paths or [_CORPUS], options.db, options.count, options.show, options.seed)


if __name__ == "__main__":
    main()
