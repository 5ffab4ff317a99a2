"""The one place where errors end: one line on standard error, and an exit status.

Exit status: 0 found or done, 1 nothing found, 2 error or wrong usage, 70 a bug, 130 Ctrl-C.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer

from quotecli.errors import ExpressionError, QuotecliError

BUG = 70

_PLAINER = {  # Click's words for what an option takes
    "is not a valid int range": "is no whole number",
    "is not a valid int": "is no whole number",
    "is not a valid float range": "is no number",
    "is not a valid float": "is no number",
}


@contextmanager
def boundary() -> Iterator[None]:
    """Turn whatever fails inside into one line and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except QuotecliError as error:
        _complain(str(error))
        if isinstance(error, ExpressionError):
            _point_at(error)
        raise typer.Exit(error.exit_code) from error
    except BrokenPipeError:  # whoever read our output has what they wanted ("| head")
        from quotecli.cli.printing import give_up

        give_up(sys.stdout)
        raise typer.Exit(0) from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:  # Typer's own output
            from quotecli.cli.printing import give_up

            give_up(sys.stdout)
            _complain(f"cannot write the output: {error.strerror}; make room")
            raise typer.Exit(2) from error
        if _is_usage_error(error):
            if type(error).__name__ == "NoArgsIsHelpError":
                raise  # Typer answers with the whole help
            _complain(_usage_sentence(error))
            raise typer.Exit(2) from error
        _report_bug(error)
        raise typer.Exit(BUG) from error


def _point_at(error: ExpressionError) -> None:
    """Show the expression with a caret under the place."""
    from quotecli.cli.printing import note
    from quotecli.output.terminal import visible
    from quotecli.output.wrapping import columns

    note(f"  {error.expression}")
    note(f"  {' ' * columns(visible(error.expression[: error.place]))}^")


def _is_usage_error(error: Exception) -> bool:
    """Tell Typer's own complaints about the command line; their class has no public name."""
    return hasattr(error, "ctx") and hasattr(error, "format_message")


def _usage_sentence(error: Any) -> str:
    message = error.format_message().rstrip(".").replace(". Did you mean", "; did you mean")
    for their, our in _PLAINER.items():
        message = message.replace(their, our)
    hint = f"; see: {error.ctx.command_path} --help" if error.ctx is not None else ""
    return f"{message[:1].lower()}{message[1:]}{hint}"


def _report_bug(error: Exception) -> None:
    import traceback

    if os.environ.get("QUOTECLI_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119
    _complain(
        f"this is a bug in quotecli ({type(error).__name__}: {error}, at {place});"
        " please report it with the output of the same command under QUOTECLI_TRACEBACK=1"
    )


def _complain(message: str) -> None:
    from quotecli.cli.printing import note

    note(f"quotecli: {message}")
