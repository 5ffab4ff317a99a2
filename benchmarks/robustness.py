"""Does an article in a thousand pieces do any harm?

    python benchmarks/robustness.py [--articles 10000] [--seed 1] [--text FILE ...]

Articles are mutated at random: marks removed, doubled and mixed, lines moved, letters replaced by
those of other scripts, encodings mangled, everything but the marks taken away. The extractor has to
answer each without an exception, with true offsets, no word twice and none that the article does
not have. The seed of a mutant that fails is printed, and the exit status is 1.

Time is given for one text of 0.5, 1 and 2 MB without a paragraph, as a ratio to the shorter one: 2
is linear. It leaves out the tagger, whose windows are linear by construction, and which would take
minutes.
"""

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from accuracy import article_of
from quotecli.extraction.extract import extract
from quotecli.extraction.merging.merge import merge
from quotecli.extraction.prose.reading import read
from quotecli.extraction.rules.attribution import attribute
from quotecli.extraction.speakers.resolve import resolve
from quotecli.model import Extraction
from quotecli.text.marks import find_quoted

_MARKS = "“”\"'‘’«»„``\n—"
_SCRIPTS = ((0x21, 0x300), (0x590, 0x700), (0x900, 0x980), (0x4E00, 0x9000), (0x1F300, 0x1F700))
_LENGTH = 2500  # code points of a mutant at most

Random = random.Random


def _without_marks(text: str, _: Random) -> str:
    return "".join(c for c in text if c not in _MARKS[:-2])


def _mixed_marks(text: str, draw: Random) -> str:
    return "".join(draw.choice(_MARKS) if draw.random() < 0.02 else c for c in text)


def _doubled(text: str, draw: Random) -> str:
    return "".join(c * draw.choice((1, 1, 1, 2)) for c in text)


def _nothing_but_marks(text: str, draw: Random) -> str:
    return "".join(draw.choice(_MARKS + " ") for _ in text)


def _no_letters(text: str, draw: Random) -> str:
    return "".join(draw.choice("0123456789 .,;:()") if c.isalpha() else c for c in text)


def _moved_lines(text: str, draw: Random) -> str:
    return "".join("\n" if draw.random() < 0.03 else " " if c == "\n" else c for c in text)


def _shuffled_words(text: str, draw: Random) -> str:
    words = text.split(" ")
    draw.shuffle(words)
    return " ".join(words)


def _mangled(text: str, draw: Random) -> str:
    wrong = draw.choice(("latin-1", "cp1252", "cp437"))
    return text.encode("utf-8").decode(wrong, errors="replace")


def _other_scripts(text: str, draw: Random) -> str:
    low, high = draw.choice(_SCRIPTS)
    return "".join(chr(draw.randrange(low, high)) if c.isalpha() else c for c in text)


def _odd_spaces(text: str, draw: Random) -> str:
    spaces = "\u00a0\u2009\u200b\u00ad\u2028\t\x0c\x00\u202e\ufeff"
    return "".join(draw.choice(spaces) if c == " " and draw.random() < 0.2 else c for c in text)


def _cut(text: str, draw: Random) -> str:
    return text[draw.randrange(len(text) or 1) :][: draw.randrange(1, 400)]


MUTATIONS: tuple[Callable[[str, Random], str], ...] = (
    _without_marks, _mixed_marks, _doubled, _nothing_but_marks, _no_letters, _moved_lines,
    _shuffled_words, _mangled, _other_scripts, _odd_spaces, _cut,
)  # fmt: skip


def mutant(texts: Sequence[str], seed: int) -> str:
    """Give one of the texts, or a part of it, changed once or twice."""
    draw = Random(seed)
    text = draw.choice(texts)
    start = draw.randrange(max(1, len(text) - _LENGTH))
    text = text[start : start + _LENGTH]
    for mutate in draw.sample(MUTATIONS, draw.choice((1, 1, 2))):
        text = mutate(text, draw)
    return text


def fault(text: str, extraction: Extraction) -> str | None:
    """Say what is wrong with what was found; None where nothing is."""
    taken: set[int] = set()
    for statement in extraction.statements:
        spans = statement.segments + statement.mention_spans + statement.cue_spans
        if not statement.segments or any(not 0 <= s < e <= len(text) for s, e in spans):
            return f"{statement.id}: spans outside the text"
        words = " ".join(word for s, e in statement.segments for word in text[s:e].split())
        if "".join(statement.text.split()) != "".join(words.split()):
            return f"{statement.id}: the text is not that of its segments"
        places = {place for s, e in statement.segments for place in range(s, e)}
        if places & taken:
            return f"{statement.id}: words of another statement"
        taken |= places
        if not 0.0 <= statement.confidence <= 1.0:
            return f"{statement.id}: confidence {statement.confidence}"
    return None


def _fault_of(text: str) -> str | None:
    try:
        return fault(text, extract(article_of(text)))
    except Exception:  # whatever it is, it is what is looked for
        return traceback.format_exc()


def _seconds(text: str) -> float:
    """Take the time of all that depends on the length, but for the tagger."""
    began = time.process_time()
    reading = read(article_of(text))
    quoted, _ = find_quoted(reading.text, reading.passages)
    ruled = attribute(reading, quoted)
    resolve(reading, merge(reading, quoted, [], ruled), ruled.sentences)
    return time.process_time() - began


def main() -> None:
    """Mutate, extract, report."""
    parser = argparse.ArgumentParser(description="Feed the extractor with mutated articles.")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first mutant")
    corpus = sorted(Path(__file__).resolve().parents[1].joinpath("corpus").glob("*.md"))
    parser.add_argument("--text", type=Path, nargs="+", default=corpus, help="[default: corpus]")
    options = parser.parse_args()
    texts = [path.read_text("utf-8") for path in options.text]
    failed = 0
    for seed in range(options.seed, options.seed + options.articles):
        if (found := _fault_of(mutant(texts, seed))) is not None:
            failed += 1
            print(f"seed {seed}: {found}", flush=True)
    print(f"{options.articles:,} mutated articles, {failed:,} with a fault")
    prose = " ".join(" ".join(texts).split()) + " "
    sizes = (500_000, 1_000_000, 2_000_000)
    times = [_seconds((prose * (size // len(prose) + 1))[:size]) for size in sizes]
    for size, seconds, before in zip(sizes[1:], times[1:], times, strict=False):
        print(f"{size:,} characters in one paragraph: {seconds / before:.1f} times half as many")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
