"""The program: its commands, each loaded when asked for."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from quotecli.cli.boundary import boundary

COMMANDS = (
    "index",
    "extract",
    "search",
    "show",
    "verify",
    "timeline",
    "compare",
    "open",
    "cite",
    "speakers",
    "fix",
    "outlets",
    "stats",
    "doctor",
)


class Commands(TyperGroup):
    """The commands, each in a module of its own that is imported only when it is run."""

    # Typer's copy of Click is private: its Context and Command have no public names to put here.

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Give the commands in the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Load a command: the function, or the group, of that name in the module of that name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"quotecli.cli.commands.{cmd_name}")
        found = getattr(module, cmd_name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(cmd_name, cls=getattr(module, "Command", None))(found)
        return typer.main.get_command(alone)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed; Typer looks for similar names in ``commands``."""
        names: dict[str, Any] = dict.fromkeys(COMMANDS)
        self.commands = names
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **kwargs: Any) -> Any:
        """Read the options before the command."""
        with boundary():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: Any) -> Any:
        """Read the options of a command and run it."""
        with boundary():
            return super().invoke(ctx)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program, or answer a shell that asks for completions."""
        from quotecli.cli.shells import speak_with_shells

        speak_with_shells()
        return super().main(*args, **kwargs)


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
