"""Time grows with the length of an article, not with its square, whatever stands in it.

So it does with the number of statements that are nearly alike.

Measured as a ratio within one run: five times the text may take 15 times as long, not 25.
"""

import gc
import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from quotecli.extraction import extract as stage
from quotecli.extraction.prose.rollovers import without_boxes
from quotecli.extraction.prose.units import units_of
from quotecli.extraction.tagger.decode import Link
from quotecli.index.files import FileVersion
from quotecli.index.store import open_index, transaction
from quotecli.index.words.derived import variants_of
from quotecli.index.write import add_article, add_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Span, Statement
from quotecli.text.marks import Quoted, find_quoted

from .strategies import by_lines

PROSE = '"The ferry is safe," Jane Roe said. It sails at nine, and nobody knows why it was late. '
REPORTED = re.compile(r'(?<=")([^"\n]*)" (Jane Roe) (said)')
SHAPES: dict[str, str] = {
    "one long paragraph": PROSE,
    "many short paragraphs": PROSE + "\n",
    "claims": "He said that it was so, she said that it was not. ",
    "pronouns in paragraphs": '"It is so," she said.\nThey said it was not.\n',
    "names": "Roe, Doe and ",
    "names told of by pronouns": "Jane Roe has failed, he said. ",
    "firms": "Zed Corp fell. The company said so. ",
    "straight marks that open": '"a ',
    "straight marks that close": 'a" ',
    "nothing but straight marks": '"',
    "curly marks that open": "“a ",
    "single marks and possessives": "‘the boys’ ball ",
    "paragraphs that reopen a quotation": "“a b\n",
    "quotations in paragraphs of their own": '"A b c."\n',
    "blanks": " ",
}
STEPS = (1_500, 6_000)  # characters; five times as many, 30,000, are a very long article
TIMES = 5
BOUND = 15.0
CLOCK = 0.002  # seconds; less cannot be told apart


def by_pattern(text: str, _: Sequence[Span], quoted: Sequence[Quoted]) -> list[Link]:
    """Stand in for the tagger, whose time has a test of its own and would hide the rest."""
    return [
        Link((Span(*m.span(1)),), (Span(*m.span(3)),), (Span(*m.span(2)),), 0.9)
        for m in REPORTED.finditer(text)
    ]


def seconds(run: Callable[[], object]) -> float:
    """Give the least processor time of up to three runs."""
    times: list[float] = []
    while len(times) < 3 and sum(times) < 0.1:
        gc.collect()
        gc.disable()  # it would go through all that other tests have left behind
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
        gc.enable()
    return max(CLOCK, min(times))


def growth(run: Callable[[str], object], shape: str, steps: Sequence[int] = STEPS) -> float:
    """Give how many times longer five times the text takes, at the first step that is too long."""
    ratio = 0.0
    for length in steps:
        short = shape * (length // len(shape))
        ratio = max(ratio, min(_ratios(run, short)))
        if ratio >= BOUND:
            break
    return ratio


def _ratios(run: Callable[[str], object], short: str) -> Iterator[float]:
    """Measure until it is short enough, thrice at most: a busy machine takes time at random."""
    for _ in range(3):
        ratio = seconds(lambda: run(short * TIMES)) / seconds(lambda: run(short))
        yield ratio
        if ratio < BOUND:
            return


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_marks_are_paired_in_time_with_the_length(shape: str) -> None:
    def pair(text: str) -> object:
        return find_quoted(text, [block.pieces[0] for block in by_lines(text).blocks])

    assert growth(pair, shape, [10_000]) < BOUND


@pytest.mark.parametrize("shape", ["a", "a-", "é", "1"])
def test_a_word_without_an_end_is_filed_in_time_with_its_length(shape: str) -> None:
    assert growth(variants_of, shape, [2_000]) < BOUND


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_an_article_is_read_in_time_with_its_length(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "find_links", by_pattern)

    assert growth(lambda text: stage.extract(by_lines(text)), shape) < BOUND


FORMULAS: dict[str, Callable[[int], str]] = {
    "another number": lambda n: f"Last night we shot down {n + 3} drones over the northern region",
    "another name": lambda n: f"We condemn the attack on {_name(n)} in the strongest terms",
    "another word": lambda n: (
        f"Our thoughts tonight are with the people of {_name(n)} and with all who lost their homes"
    ),
    "another cut": lambda n: " ".join(map(_name, range(n % 20, 40 + n // 20))),
}


def _name(number: int) -> str:
    return "".join(f"{'bdfgklmnpr'[int(digit)]}a" for digit in f"{number:03}")


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS.keys())
def test_a_formula_said_again_and_again_is_filed_in_time_with_its_uses(
    formula: Callable[[int], str], tmp_path: Path
) -> None:
    index_numbers = count()

    def file_uses(uses: int) -> None:
        path = tmp_path / f"{next(index_numbers)}.sqlite"
        with closing(open_index(path, create=True)) as index, transaction(index):
            file = add_file(index, FileVersion("/a", "", "", Metadata()))
            for number in range(uses):
                told = Extraction((statement(formula(number), number),))
                add_article(index, file, number, Article("", (), Metadata()), told)

    def ratio() -> float:
        return seconds(lambda: file_uses(80 * TIMES)) / seconds(lambda: file_uses(80))

    assert any(ratio() < BOUND for _ in range(3))


def statement(text: str, number: int) -> Statement:
    return Statement(
        id=f"{number}",
        kind=Kind.DIRECT,
        text=text,
        speaker="Ada Brook",
        speakers=("Ada Brook",),
        mention=None,
        cue=None,
        said_on=None,
        date="2022-10-31",
        segments=(Span(0, 1),),
        mention_spans=(),
        cue_spans=(),
        basis=Basis.NAMED,
        confidence=1.0,
    )


def test_time_grows_with_the_dots_in_one_word() -> None:
    assert growth(lambda text: units_of(text, Span(0, len(text)), ()), "ab.cd.") < BOUND


@pytest.mark.parametrize("shape", ["A-", "Ab Ab1 ", "Roe Jane RoePort shut MORE said. "])
def test_boxes_on_names_are_found_in_time_with_the_length(shape: str) -> None:
    def part(text: str) -> object:
        text += " MORE"
        pieces = [Span(at, min(at + 11, len(text))) for at in range(0, len(text), 11)]
        return list(without_boxes(text, pieces))

    assert growth(part, shape, [10_000]) < BOUND


NUMBERED: dict[str, Callable[[int], str]] = {
    "names of one surname": lambda n: f"Jane R{n} Kim has met them and the mayor of the town. ",
    "first names of one surname": lambda n: (
        f"Mr. {_name(n).title()} Kim has met them and the mayor of the town. "
    ),
}


@pytest.mark.parametrize("sentence", NUMBERED.values(), ids=NUMBERED.keys())
def test_an_article_of_names_alike_is_read_in_time_with_their_number(
    sentence: Callable[[int], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "find_links", by_pattern)

    def ratio() -> float:
        short, long = ("".join(map(sentence, range(n))) for n in (100, 100 * TIMES))
        return seconds(lambda: stage.extract(by_lines(long))) / seconds(
            lambda: stage.extract(by_lines(short))
        )

    assert any(ratio() < BOUND for _ in range(3))
