"""Objects that are no records as JSON, written as records are: a key a line, nothing to obey."""

from collections.abc import Iterable, Iterator, Mapping

from quotecli.output.records_json import escaped


def json_object(value: Mapping[str, object]) -> Iterator[str]:
    """Yield one object."""
    yield _written(value, "") + "\n"


def json_objects(values: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield one array of objects, piece by piece; ``[]`` where there is none."""
    separator = "[\n"
    for value in values:
        yield f"{separator}  {_written(value, '  ')}"
        separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _written(value: Mapping[str, object], indent: str) -> str:
    lines = ",\n".join(f"{indent}  {escaped(key)}: {escaped(item)}" for key, item in value.items())
    return f"{{\n{lines}\n{indent}}}"
