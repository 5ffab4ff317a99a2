"""Options that narrow statements down, for ``search`` and the commands beside it."""

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from quotecli.cli.completion import outlets, speakers
from quotecli.cli.options import EveryCopy, KindName, MinConfidence, NoThoughts, kinds

if TYPE_CHECKING:
    from quotecli.search.query import Query

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help='Words or a "phrase in quotation marks"; -word leaves a word out.',
    ),
]


def speaker_option(help_: str) -> Any:
    """Give the option that names speakers, told in the words of a command."""
    return typer.Option("--speaker", "-s", metavar="NAME", help=help_, autocompletion=speakers)


Speakers = Annotated[list[str] | None, speaker_option("Who said it.")]
Year = Annotated[
    str | None, typer.Option("--year", "-y", metavar="YEAR", help="Said or published in it.")
]
Since = Annotated[
    str | None,
    typer.Option(metavar="DATE", help='From a day, month or year on; or "last month".'),
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Up to a day, month or year.")]
Kinds = Annotated[
    list[KindName] | None,
    typer.Option("--kind", "-k", help="quote is direct and mixed, claim is indirect."),
]


class Narrowing(NamedTuple):
    """What was typed to narrow statements down; each field is an argument or an option."""

    words: Words = None
    not_speaker: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Who did not say it.", autocompletion=speakers),
    ] = None
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Whom it mentions.", autocompletion=speakers),
    ] = None
    year: Year = None
    since: Since = None
    until: Until = None
    undated: Annotated[bool, typer.Option("--undated", help="Only what has no date.")] = False
    kind: Kinds = None
    outlet: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="Who published it: a name or domain.", autocompletion=outlets
        ),
    ] = None
    title: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words of the article's title.")
    ] = None
    min_confidence: MinConfidence = None
    no_thoughts: NoThoughts = False
    any_: Annotated[bool, typer.Option("--any", help="One of the words is enough.")] = False
    exact: Annotated[
        bool,
        typer.Option("--exact", help="Do not look for nearly the same where nothing is found."),
    ] = False
    fts: Annotated[
        bool, typer.Option("--fts", help="The words are an expression in the language of FTS5.")
    ] = False
    every_copy: EveryCopy = False


def query_of(asked: Narrowing, speaker: list[str] | None = None) -> "Query":
    """Give the query that was typed.

    Args:
        asked: all conditions but the speakers.
        speaker: who said it, any of them.

    Raises:
        UsageError: a date or an expression is none, or two options do not go together.
    """
    from quotecli.cli.answers import refuse_together
    from quotecli.errors import UsageError
    from quotecli.search.query import Query
    from quotecli.text.days import between

    refuse_together({"--any": asked.any_, "--fts": asked.fts})
    period = between(asked.year, asked.since, asked.until)
    words = tuple(asked.words or ())
    expression = " ".join(words).strip() if asked.fts else None
    if expression == "":
        raise UsageError("--fts needs an expression", "write one, as: --fts 'peace NOT war'")
    return Query(
        words=() if asked.fts else words,
        any_word=asked.any_,
        expression=expression,
        about=tuple(asked.about or ()),
        speakers=tuple(speaker or ()),
        not_speakers=tuple(asked.not_speaker or ()),
        since=period.first,
        until=period.last,
        undated=asked.undated,
        kinds=kinds(asked.kind),
        outlets=tuple(asked.outlet or ()),
        title=asked.title,
        min_confidence=asked.min_confidence,
        no_thoughts=asked.no_thoughts,
        exact=asked.exact,
        every_copy=asked.every_copy,
    )
