"""References as Wikipedia's templates: {{cite news}}, or {{cite web}} where no paper is known.

The parameters are those of Help:Citation Style 1 of the English Wikipedia.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from quotecli.model import Record
from quotecli.output.citations.authors import Author
from quotecli.output.citations.source import Source
from quotecli.output.terminal import visible

# What would be markup inside a template: links, templates, tables, HTML, italics, signatures.
_MARKUP = re.compile(r"[\[\]{}|<>&]|'{2,}|~{3,}")
_NOT_IN_URL = {"[": "%5B", "]": "%5D", "|": "%7C", "'": "%27"}


def citation_templates(cited: Iterable[tuple[Source, Sequence[Record]]]) -> str:
    """Give one template a statement, which has the words as ``quote``, a line each."""
    return "".join(
        _template(source, record) + "\n" for source, records in cited for record in records
    )


def _template(source: Source, record: Record) -> str:
    parameters = [
        *_authors(source.authors),
        ("title", _escaped(source.title or "[Untitled]")),
        ("url", _address(source.url)),
        ("website" if source.is_website else "work", _escaped(source.outlet or "")),
        ("date", source.published or ""),
        ("access-date", source.accessed.day if source.url else ""),
        ("quote", _escaped(visible(record.text))),
    ]
    written = "".join(f" |{name}={value}" for name, value in parameters if value)
    return f"{{{{cite {'web' if source.is_website else 'news'}{written}}}}}"


def _authors(authors: Sequence[Author]) -> Iterator[tuple[str, str]]:
    for position, author in enumerate(authors, 1):
        number = "" if position == 1 else position
        if author.is_person:
            given = " ".join(filter(None, (author.given, author.suffix)))
            yield f"last{number}", _escaped(author.family)
            yield f"first{number}", _escaped(given)
        else:
            yield f"author{number}", _escaped(author.family)


def _escaped(text: str) -> str:
    return _MARKUP.sub(
        lambda match: "".join(f"&#{ord(character)};" for character in match.group()), text
    )


def _address(url: str | None) -> str:
    return re.sub(r"[\[\]|']", lambda match: _NOT_IN_URL[match.group()], url or "")
