"""``quotecli doctor``: is everything as it should be?"""

from typing import Annotated

import typer

from quotecli.cli.options import Db, db_path

FAILED = 2


def doctor(
    json: Annotated[bool, typer.Option("--json", help="Print a JSON array of the checks.")] = False,
    db: Db = None,
) -> None:
    """Check the program and the index, and say what to do.

    The exit status is 2 where a check failed, else 0: a warning is no failure. Every file in the
    index is read once more, so a large collection takes a while.
    """
    from quotecli.cli.checkup import checks
    from quotecli.cli.printing import screen, write, write_exactly
    from quotecli.output.checks import State, render_check, worst

    found = []
    for check in checks(db_path(db)):
        found.append(check)
        if not json:
            write([render_check(check, **screen()._asdict())])
    if json:
        from quotecli.output.objects_json import json_objects

        write_exactly(json_objects(check._asdict() for check in found))
    if worst(found) is State.FAIL:
        raise typer.Exit(FAILED)
