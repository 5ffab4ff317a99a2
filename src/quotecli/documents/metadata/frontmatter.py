"""YAML front matter at the top of a text file."""

import re
from typing import NamedTuple

from quotecli.documents.metadata.fields import Fields, read_fields
from quotecli.model import Metadata, Problem

_OPENING = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|[\n\r]|\Z)", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z][\w -]{0,40}):(?:[ \t]+(.*))?$", re.MULTILINE)
_LONGEST = 50_000  # characters; nobody's front matter is longer, and YAML is slow


class FrontMatter(NamedTuple):
    """What the front matter says, and where the text behind it begins (0: there is none)."""

    end: int = 0
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()
    undecided: tuple[str, ...] = ()


def read_front_matter(text: str, day_first: bool | None = None) -> FrontMatter:
    """Read the front matter of a text.

    Where it is not valid YAML, most often for a colon in a title, its lines are read one by one
    and a problem says so. Where the text between two rules has no keys, it is an article's.
    ``day_first`` is the order of 3/4/2021, where it is known.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _LONGEST) if opening else None
    if opening is None or closing is None:
        return FrontMatter()
    source = text[opening.end() : closing.start()]
    if source.strip() and not _KEY.search(source.replace("\r", "\n")):
        return FrontMatter()
    fields, problems = _read_yaml(source, day_first)
    told = (*problems, *fields.problems)
    return FrontMatter(closing.end(), fields.metadata, told, fields.undecided)


def _read_yaml(source: str, day_first: bool | None) -> tuple[Fields, tuple[Problem, ...]]:
    import yaml

    # Nodes, not values: "title: No" stays "No" and no date is computed.
    try:
        node = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        return read_fields(_line_by_line(source), day_first), (_broken(error),)
    if not isinstance(node, yaml.MappingNode):
        return Fields(Metadata()), ()
    values: dict[str, str | list[str] | None] = {}
    for key, value in node.value:
        if isinstance(key, yaml.ScalarNode):
            values[key.value] = _scalar(value)
            if isinstance(value, yaml.SequenceNode):
                values[key.value] = [text for item in value.value if (text := _scalar(item))]
    return read_fields(values, day_first), ()


def _scalar(node: object) -> str | None:
    """Give the text of a plain value, or of the name in a list of authors with details."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        named = (v for k, v in node.value if getattr(k, "value", None) == "name")
        return next((_scalar(value) for value in named), None)
    if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
        return None
    return str(node.value)


def _line_by_line(source: str) -> dict[str, str | None]:
    pairs = _KEY.findall(re.sub(r"\r\n?", "\n", source))
    # Lists and whatever else begins with a sign of YAML's cannot be read line by line.
    return {
        key: value.strip().strip("\"'") or None
        for key, value in pairs
        if not value.startswith(("[", "{", "&", "*", "|", ">", "!"))
    }


def _broken(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    where = f" (line {mark.line + 2})" if mark is not None else ""
    return Problem(
        "front-matter",
        f"the front matter is not valid YAML{where}; its lines were read one by one",
    )
