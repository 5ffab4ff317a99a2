"""An article to cite."""

from collections.abc import Callable
from typing import Any

import pytest

from quotecli.output.citations.authors import Author
from quotecli.output.citations.source import Accessed, Source

_SOURCE = Source(
    authors=(Author("Roe", "Ada Mary"),),
    title="Why the harbour forgets",
    outlet="The Harbour Post",
    is_website=False,
    published="2019-03-22",
    url="https://www.harbourpost.example/2019/03/22/health/harbour-memory.html",
    accessed=Accessed("2026-11-21"),
)


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """Give a function that makes a source; keywords replace single fields."""

    def make(**changes: Any) -> Source:
        return _SOURCE._replace(**changes)

    return make
