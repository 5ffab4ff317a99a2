"""Telling ``-word``, which leaves a word out, from an option."""

from collections.abc import Callable, Sequence
from typing import Any

from typer.core import TyperCommand

from quotecli.search.words import DOUBLE_MARKS


class WordsCommand(TyperCommand):
    """A command whose arguments are words, of which those after a dash are to be left out.

    ``war -nuclear`` is no ``--limit uclear``: one letter after a dash with something attached is
    an option only where what is attached can be its value. "-n5" and "-kquote" are; "-sPutin" is,
    as a name has a capital; "-syria" is a word.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the words behind all options, where no dash is read as one of an option."""
        return super().parse_args(ctx, self._sorted(args))

    def _sorted(self, args: Sequence[str]) -> list[str]:
        takes_value = {
            name: not getattr(option, "is_flag", False)
            for option in self.params
            for name in option.opts
            if name.startswith("-")
        }
        options: list[str] = []
        words: list[str] = []
        rest = iter(args)
        for arg in rest:
            if arg == "--":
                words.extend(rest)
            elif takes_value.get(arg):
                options += [arg, *_next(rest)]
            elif arg.startswith("--") or arg in takes_value or arg in {"-h", "-"}:
                (words if arg == "-" else options).append(arg)
            elif arg.startswith("-") and arg[:2] in takes_value and self._is_attached(arg):
                options.append(arg)
            else:
                words.append(_with_marks(arg))
        return [*options, "--", *words] if words else options

    def _is_attached(self, arg: str) -> bool:
        """Tell whether an argument is a short option with its value attached."""
        can_be = _ATTACHED.get(arg[1])
        return can_be is not None and can_be(arg[2:])


def _with_marks(arg: str) -> str:
    """Give a phrase to be left out the marks that the shell has taken away."""
    has_marks = any(mark in arg for mark in DOUBLE_MARKS)
    if not arg.startswith("-") or has_marks or len(arg.split()) < 2:
        return arg
    return f'-"{arg[1:]}"'


def _next(rest: Any) -> list[str]:
    return [value for value in [next(rest, None)] if value is not None]


def _is_one_of(values: Sequence[str]) -> Callable[[str], bool]:
    return lambda attached: attached.lower() in values


_ATTACHED: dict[str, Callable[[str], bool]] = {
    "s": lambda attached: attached[:1].isupper(),
    "y": lambda attached: attached[:1].isdigit(),
    "n": lambda attached: attached.isdigit(),
    "k": _is_one_of(("direct", "mixed", "indirect", "quote", "claim")),
    "f": _is_one_of(("table", "json", "jsonl", "csv", "tsv", "markdown")),
}
