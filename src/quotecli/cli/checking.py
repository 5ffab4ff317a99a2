"""A check answered on the screen: the verdicts, a summary of many, and the exit status."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import typer

from quotecli.cli.answers import NOTHING_FOUND
from quotecli.cli.options import Format
from quotecli.cli.printing import note, screen, write
from quotecli.cli.quotations import Quotation, bytes_of, lines_of
from quotecli.errors import UsageError
from quotecli.model import Verdict, Verification
from quotecli.text.days import Bounds

_STANDARD_INPUT = "-"


def quotations(words: Sequence[str], file: Path | None, draft: Path | None) -> list[Quotation]:
    """Give what is to be checked: the words typed, the lines of a file or a draft's quotations.

    Raises:
        UsageError: there is nothing to check, or more than one source of it.
        ReadError: a file cannot be read.
    """
    if sum((bool(words), file is not None, draft is not None)) != 1:
        raise UsageError(
            "name either words, --file or --draft",
            'as in: quotecli verify "everyone has their own truth"',
        )
    if draft is not None:
        from quotecli.cli.drafts import quotations_of

        path = None if str(draft) == _STANDARD_INPUT else draft
        return quotations_of(path, bytes_of(path))
    if file is not None or list(words) == [_STANDARD_INPUT]:
        return lines_of(None if file is None or str(file) == _STANDARD_INPUT else file)
    typed = " ".join(words)
    if not any(map(str.isalnum, typed)):
        raise UsageError(
            f"{typed!r} has no word to check",
            'as in: quotecli verify "everyone has their own truth"',
        )
    return [Quotation(typed, (), None)]


def answer(
    asked: Sequence[Quotation],
    *,
    speakers: tuple[str, ...],
    period: Bounds,
    draft: Path | None,
    is_list: bool,
    format_: Format,
    db: Path,
) -> None:
    """Check, print, and end with status 1 unless all is verbatim.

    Args:
        asked: what to check.
        speakers: who is said to have said it, where the quotations themselves do not tell.
        period: when it is said to have been said.
        draft: the file in which the quotations stand.
        is_list: whether to sum up, however many there are.
        format_: how to print.
        db: the index.
    """
    from quotecli.index.store import open_index
    from quotecli.search.verify import Question, verify

    path = None if draft is None else str(draft.absolute())
    with closing(open_index(db)) as index:
        answers = [
            verify(
                index,
                Question(
                    quotation.words,
                    speakers or quotation.speakers,
                    period.first,
                    period.last,
                    quotation.line,
                    path,
                ),
            )
            for quotation in asked
        ]
    _print(answers, format_)
    if is_list:
        note(_summary(answers))
    if not answers or any(each.verdict is not Verdict.VERBATIM for each in answers):
        raise typer.Exit(NOTHING_FOUND)


def _print(answers: Sequence[Verification], format_: Format) -> None:
    if format_ is Format.TABLE:
        from quotecli.output.verdicts import render_verdicts

        write([render_verdicts(answers, **screen()._asdict())])
        return
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    write(_lines(answers, format_))


def _lines(answers: Sequence[Verification], format_: Format) -> Iterator[str]:
    from quotecli.output import verdict_rows

    if format_ is Format.JSONL:
        return verdict_rows.verdict_lines(answers)
    if format_ is Format.MARKDOWN:
        return verdict_rows.markdown_verdicts(answers)
    if format_ in {Format.CSV, Format.TSV}:
        return verdict_rows.verdict_table(
            answers, tabs=format_ is Format.TSV, visible=sys.stdout.isatty()
        )
    return verdict_rows.verdict_array(answers)


def _summary(answers: Sequence[Verification]) -> str:
    counts = Counter(each.verdict for each in answers)
    told = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in Verdict if counts[verdict])
    return told or "no quotation found to check"
