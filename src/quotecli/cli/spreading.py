"""One parameter of a command in the place of many options that other commands take, too."""

import inspect
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeGuard


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command take the fields of its parameters that are named tuples as options.

    Typer reads options off the signature of a function: this one has the fields, with their
    annotations and defaults, where the command has the tuple.
    """
    taken = inspect.signature(command, eval_str=True).parameters.values()
    groups = {each.name: each.annotation for each in taken if _is_group(each.annotation)}

    @wraps(command)
    def spread_out(**given: Any) -> None:
        values = {
            name: group(**{field: given.pop(field) for field in group._fields})
            for name, group in groups.items()
        }
        command(**given, **values)

    options = [option for each in taken for option in _options(each)]
    spread_out.__signature__ = inspect.Signature(options)  # type: ignore[attr-defined]
    spread_out.__annotations__ = {option.name: option.annotation for option in options}
    return spread_out


def _options(parameter: inspect.Parameter) -> Iterator[inspect.Parameter]:
    if not _is_group(parameter.annotation):
        yield parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        return
    group = parameter.annotation
    for name, annotation in inspect.get_annotations(group, eval_str=True).items():
        yield inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=group._field_defaults.get(name, inspect.Parameter.empty),
        )


def _is_group(annotation: Any) -> TypeGuard[type[Any]]:
    return isinstance(annotation, type) and hasattr(annotation, "_field_defaults")
