"""A group of commands of which one is meant where none is named."""

from typing import Any

from typer.core import TyperGroup

from quotecli.cli.completion import speakers


class ListByDefault(TyperGroup):
    """The commands below ``speakers``: ``speakers putin`` is short for ``speakers list putin``.

    So a name that is also a command is reached as ``speakers list merge``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the default before what names no command; TAB alone is offered the commands."""
        named = bool(args) and (args[0] in self.commands or args[0] in ctx.help_option_names)
        if not named and not (ctx.resilient_parsing and not args):
            args = ["list", *args]
        parsed: list[str] = super().parse_args(ctx, args)
        return parsed

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Offer the commands and the speakers."""
        from typer._click.shell_completion import CompletionItem

        names = speakers(ctx, incomplete)
        offered = super().shell_complete(ctx, incomplete)
        return [*offered, *(CompletionItem(name, help=help_) for name, help_ in names)]
