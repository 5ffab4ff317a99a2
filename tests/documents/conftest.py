"""Reading short sources, and seeing blocks as a reader would."""

from collections.abc import Callable

import pytest

from quotecli.documents.read import read_articles
from quotecli.model import Article, Metadata


@pytest.fixture
def read() -> Callable[..., Article]:
    """Read a source that holds one article."""

    def read_one(
        source: str | bytes, path: str | None = "page.txt", given: Metadata | None = None
    ) -> Article:
        data = source.encode() if isinstance(source, str) else source
        (article,) = read_articles(data, path, given or Metadata())
        assert isinstance(article, Article)
        return article

    return read_one


@pytest.fixture
def seen() -> Callable[[Article], list[str]]:
    """Give the blocks as "kind: text", white space collapsed."""

    def blocks_of(article: Article) -> list[str]:
        return [
            f"{kind}: {' '.join(''.join(article.text[s:e] for s, e in pieces).split())}"
            for kind, pieces in article.blocks
        ]

    return blocks_of
