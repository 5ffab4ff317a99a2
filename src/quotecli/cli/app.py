"""The program: its commands, loaded when asked for, and the one place where errors end.

Exit status: 0 found or done, 1 nothing found, 2 error or wrong usage, 70 a bug, 130 Ctrl-C.
"""

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotecli.errors import QuotecliError

COMMANDS = ("index", "extract", "search", "show")
BUG = 70


class Commands(TyperGroup):
    """The commands, each in a module of its own that is imported only when it is run."""

    # Typer's copy of Click is private: its Context and Command have no public names to put here.

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Give the commands in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"quotecli.cli.commands.{cmd_name}")
        return typer.main.get_command(module.app)

    def invoke(self, ctx: Any) -> Any:
        """Run a command and turn its failures into one line and an exit status."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except QuotecliError as error:
            _complain(str(error))
            raise typer.Exit(error.exit_code) from error
        except BrokenPipeError:
            # Whoever read our output has what they wanted ("| head"). Python would complain
            # once more when it flushes at exit, so it flushes into nothing.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except (typer.Exit, typer.Abort, KeyboardInterrupt, SystemExit):
            raise
        except Exception as error:
            if _is_usage_error(error):
                raise
            _report_bug(error)
            raise typer.Exit(BUG) from error
        return result


def _is_usage_error(error: Exception) -> bool:
    """Tell Typer's own complaints about the command line, which it prints itself."""
    return hasattr(error, "exit_code") and hasattr(error, "format_message")


def _complain(message: str) -> None:
    print(f"quotecli: {' '.join(message.split())}", file=sys.stderr)  # noqa: T201  standard error is for people


def _report_bug(error: Exception) -> None:
    import traceback

    if os.environ.get("QUOTECLI_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119
    _complain(
        f"this is a bug in quotecli ({type(error).__name__}: {error}, at {place}); please report"
        " it with the output of the same command under QUOTECLI_TRACEBACK=1"
    )


def _version(wanted: bool) -> None:
    if wanted:
        from quotecli import __version__

        typer.echo(f"quotecli {__version__}")
        raise typer.Exit


# Plain help: it is the same in a pipe and on a terminal, and starts faster than Rich's.
app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def quotecli(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Find who said what, when and where in your own collection of news articles.

    Start with: quotecli index FOLDER, then: quotecli search --speaker NAME
    """
