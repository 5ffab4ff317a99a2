"""What every test may use: an article from a few lines, and an environment without settings."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from quotecli.model import Article, Block, BlockKind, Metadata, Span

settings.register_profile("untimed", deadline=None)  # a shared machine may pause anywhere
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the settings of whoever runs the tests."""
    for name in ("QUOTECLI_DB", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """Give a function that makes an article of ``text``: each line that is not blank a paragraph.

    ``published`` is the day of publication, ``author`` who wrote it; ``title`` makes the first
    line the article's title.
    """

    def make(
        text: str,
        published: str | None = None,
        *,
        author: str | None = None,
        title: bool = False,
    ) -> Article:
        blocks: list[Block] = []
        position = 0
        for line in text.split("\n"):
            if line.strip():
                kind = BlockKind.TITLE if title and not blocks else BlockKind.PARAGRAPH
                blocks.append(Block(kind, (Span(position, position + len(line)),)))
            position += len(line) + 1
        return Article(text, tuple(blocks), Metadata(published=published, author=author))

    return make
