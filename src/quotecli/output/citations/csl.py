"""References as CSL-JSON, which Zotero, pandoc and every CSL processor read.

The names are those of the schema ``csl-data.json`` of the Citation Style Language 1.0.2.
"""

import json
from collections.abc import Iterable, Sequence

from quotecli.model import Record
from quotecli.output.citations.authors import Author
from quotecli.output.citations.quoted import quoted_as
from quotecli.output.citations.source import Source
from quotecli.output.terminal import visible

_encode = json.JSONEncoder(ensure_ascii=False).encode


def csl_items(cited: Iterable[tuple[Source, Sequence[Record]]]) -> str:
    """Give one array with an item an article; its ``id`` is the first statement's."""
    items = ",\n".join(_written(_item(source, records)) for source, records in cited)
    return f"[\n{items}\n]\n" if items else "[]\n"


def _written(item: dict[str, object]) -> str:
    lines = (f"    {_encode(key)}: {_encode(value)}" for key, value in item.items())
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _item(source: Source, records: Sequence[Record]) -> dict[str, object]:
    item: dict[str, object] = {
        "id": visible(records[0].id),
        "type": "webpage" if source.is_website else "article-newspaper",
    }
    if source.authors:
        item["author"] = [_name(author) for author in source.authors]
    if source.title:
        item["title"] = source.title
    if source.outlet:
        item["container-title"] = source.outlet
    if source.published:
        item["issued"] = _date(source.published)
    if source.url:
        item["URL"] = source.url
        item["accessed"] = _date(source.accessed.day)
    item["annote"] = "; ".join(map(quoted_as, records))
    return item


def _name(author: Author) -> dict[str, str]:
    if not author.is_person:
        return {"literal": author.family}
    name = {"family": author.family, "given": author.given}
    return {**name, "suffix": author.suffix} if author.suffix else name


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
