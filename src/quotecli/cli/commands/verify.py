"""``quotecli verify``: was this said?"""

from pathlib import Path
from typing import Annotated

import typer

from quotecli.cli.narrowing import Since, Until, Year, speaker_option
from quotecli.cli.options import Db, Format, FormatOption, Json, chosen_format, db_path
from quotecli.cli.shells import files


def verify(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WORDS]...", help="The words; - reads one statement a line."),
    ] = None,
    speaker: Annotated[list[str] | None, speaker_option("Who is said to have said it.")] = None,
    year: Year = None,
    since: Since = None,
    until: Until = None,
    file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="One statement a line.", autocompletion=files),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Every quotation of a whole article.", autocompletion=files
        ),
    ] = None,
    format_: FormatOption = Format.TABLE,
    json: Json = False,
    db: Db = None,
) -> None:
    """Was this said? Hold words against the index, word for word.

    The answer is verbatim, cut (what was left out matters), altered, paraphrase
    (reported without quotation marks), other speaker, or not in this index,
    with the record. "…" and "[words]" in what you type are understood. The exit
    status is 0 only where all is verbatim. For example:

      quotecli verify "everyone has their own truth" --speaker Putin

      quotecli verify --draft article.md
    """
    from quotecli.cli import checking
    from quotecli.text.days import between

    period = between(year, since, until)
    asked = checking.quotations(words or [], file, draft)
    checking.answer(
        asked,
        speakers=tuple(speaker or ()),
        period=period,
        draft=draft,
        is_list=file is not None or draft is not None or words == ["-"],
        format_=chosen_format(format_, json),
        db=db_path(db),
    )
