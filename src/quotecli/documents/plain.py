"""Text and Markdown files, with or without front matter."""

from collections.abc import Iterator

from quotecli.documents.dates.order import look_in_order
from quotecli.documents.decode import Decoded
from quotecli.documents.metadata.about import Found, look_for_metadata
from quotecli.documents.metadata.fields import merge, settled
from quotecli.documents.metadata.frontmatter import read_front_matter
from quotecli.documents.paragraphs.blocks import make_blocks
from quotecli.documents.paragraphs.units import split_units
from quotecli.model import Article, Metadata, Problem

_MARKDOWN = (".md", ".markdown")


def read_plain(decoded: Decoded, path: str | None, given: Metadata) -> Iterator[Article | Problem]:
    """Read a text or Markdown file as one article.

    What the user gives goes before the front matter, and that before the text's own lines.
    """
    text = decoded.text
    markdown = path is not None and path.lower().endswith(_MARKDOWN)
    units = split_units(text, read_front_matter(text).end, markdown=markdown)

    def look(day_first: bool | None) -> Found:
        front = read_front_matter(text, day_first)
        said = merge([given, front.metadata])
        found = look_for_metadata(units, said.title, day_first)
        return found._replace(
            metadata=merge([given, front.metadata, found.metadata]),
            problems=(*front.problems, *found.problems),
            undecided=(*front.undecided, *found.undecided),
        )

    found, day_first = look_in_order(look, text)
    problems = settled((*decoded.problems, *found.problems), found.metadata)
    blocks = make_blocks(text, units, found.title, found.spent)
    yield Article(text, blocks, found.metadata, path, problems, day_first)
