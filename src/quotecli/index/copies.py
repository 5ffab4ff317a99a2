"""The same statement in other articles.

For now "the same" is the same wording (``derived.wording_of``) by the same speaker.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from quotecli.index.columns import to_json
from quotecli.index.store import Index
from quotecli.model import Also
from quotecli.text.names import same_name


class Copy(NamedTuple):
    """A statement of a wording, and where it stands."""

    article: int
    speaker: str | None
    also: Also


def copies_of(index: Index, wordings: Iterable[int]) -> dict[int | None, list[Copy]]:
    """Give all statements of each wording, the earliest published first."""
    rows = index.execute(
        "SELECT wording, article, speaker, id, outlet, url, published"
        " FROM statement JOIN article ON article.number = article"
        " WHERE wording IN (SELECT value FROM json_each(?))"
        " ORDER BY published NULLS LAST, statement.number",
        (to_json(sorted(wordings)),),
    )
    copies: dict[int | None, list[Copy]] = defaultdict(list)
    for wording, article, speaker, *also in rows:
        copies[wording].append(Copy(article, speaker, Also(*also)))
    return copies


def elsewhere(copies: Iterable[Copy], article: int, speaker: str | None) -> tuple[Also, ...]:
    """Give those in other articles by the same speaker, one per article.

    A statement by nobody known is the same as none.
    """
    if speaker is None:
        return ()
    found: dict[int, Also] = {}
    for copy in copies:
        if copy.article != article and copy.speaker and same_name(copy.speaker, speaker):
            found.setdefault(copy.article, copy.also)
    return tuple(found.values())
