"""Options that narrow statements down, for ``search`` and the commands beside it."""

from typing import Annotated

import typer

from quotecli.cli.completion import outlets, speakers
from quotecli.cli.options import KindName

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WORDS]...", help='Words or a "phrase in quotation marks".'),
]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", "-s", metavar="NAME", help="Who said it.", autocompletion=speakers),
]
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
OutletName = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Who published it: a name or domain.", autocompletion=outlets
    ),
]
