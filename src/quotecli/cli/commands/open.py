"""``quotecli open``: a statement where it was published."""

from contextlib import closing
from typing import Annotated

import typer

from quotecli.cli.options import Db, db_path


def open(  # noqa: A001  a command's function has its name
    id_: Annotated[str, typer.Argument(metavar="ID", help="A statement's ID.")],
    print_: Annotated[
        bool, typer.Option("--print", help="Print the link; nothing is opened.")
    ] = False,
    db: Db = None,
) -> None:
    """Open a statement's page at its words.

    The link ends in a text fragment, by which a browser marks the words and scrolls to them. It
    leads to the words as the article had them when it was read.
    """
    from quotecli.cli import links
    from quotecli.cli.pages import statement_called
    from quotecli.index.store import open_index

    with closing(open_index(db_path(db))) as index:
        link = links.link_to(index, statement_called(index, id_))
    if print_:
        links.print_link(link)
    else:
        links.follow(link)
