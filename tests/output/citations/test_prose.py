"""References as papers print them.

The expected ones are the examples that the manuals give for an article of a newspaper or news
site, with the words exchanged: authors, titles and addresses are made up.
"""

# ruff: noqa: E501  a reference is read best on one line

from collections.abc import Callable
from typing import Any

import pytest

from quotecli.output.citations.authors import Author
from quotecli.output.citations.prose import STYLES, Reference, apa, chicago, mla
from quotecli.output.citations.source import Accessed, Source

Make = Callable[..., Source]

URL = "https://www.harbourpost.example/2019/03/22/health/harbour-memory.html"
BARE = URL.removeprefix("https://")
LEE, DAY = Author("Lee", "Ben"), Author("Day", "Jean-Paul C.", "Jr.")
AGENCY = Author("Agence France-Presse")
GIVEN = Accessed("2026-11-21", is_given=True)


def plain(reference: Reference) -> str:
    return "".join(run.text for run in reference)


def italics(reference: Reference) -> list[str]:
    return [run.text for run in reference if run.italic]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, f"Roe, A. M. (2019, March 22). Why the harbour forgets. The Harbour Post. {URL}"),
        ({"authors": (Author("Roe", "Ada"), LEE)}, f"Roe, A., & Lee, B. (2019, March 22). Why the harbour forgets. The Harbour Post. {URL}"),
        ({"authors": (Author("Roe", "Ada"), LEE, DAY)}, f"Roe, A., Lee, B., & Day, J.-P. C., Jr. (2019, March 22). Why the harbour forgets. The Harbour Post. {URL}"),
        ({"authors": (AGENCY,)}, f"Agence France-Presse. (2019, March 22). Why the harbour forgets. The Harbour Post. {URL}"),
        ({"authors": ()}, f"Why the harbour forgets. (2019, March 22). The Harbour Post. {URL}"),
        ({"published": None}, f"Roe, A. M. (n.d.). Why the harbour forgets. The Harbour Post. {URL}"),
        ({"title": None}, f"Roe, A. M. (2019, March 22). [Untitled news article]. The Harbour Post. {URL}"),
        ({"title": "Can harbours forget?"}, f"Roe, A. M. (2019, March 22). Can harbours forget? The Harbour Post. {URL}"),
        ({"url": None}, "Roe, A. M. (2019, March 22). Why the harbour forgets. The Harbour Post."),
        ({"outlet": None, "url": None}, "Roe, A. M. (2019, March 22). Why the harbour forgets."),
        ({"accessed": GIVEN}, f"Roe, A. M. (2019, March 22). Why the harbour forgets. The Harbour Post. Retrieved November 21, 2026, from {URL}"),
        ({"authors": (), "title": None, "outlet": None, "published": None, "url": None}, "[Untitled news article]. (n.d.)."),
    ],
)  # fmt: skip
def test_apa(source: Make, changes: dict[str, Any], expected: str) -> None:
    assert plain(apa(source(**changes))) == expected


def test_apa_sets_a_paper_in_italics_and_of_a_page_the_title(source: Make) -> None:
    page = source(is_website=True, outlet="harbour.example")

    assert italics(apa(source())) == ["The Harbour Post"]
    assert italics(apa(page)) == ["Why the harbour forgets"]
    assert plain(apa(page._replace(authors=(Author("harbour.example"),)))) == (
        f"harbour.example. (2019, March 22). Why the harbour forgets. {URL}"
    )


def test_apa_names_twenty_authors_and_of_more_the_first_nineteen_and_the_last(
    source: Make,
) -> None:
    many = tuple(Author(f"Roe{chr(97 + n)}", "Ada") for n in range(22))

    assert ", & Roet, A. (2019" in plain(apa(source(authors=many[:20])))
    assert "Roes, A., . . . Roev, A. (2019" in plain(apa(source(authors=many)))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": (Author("Roe", "Ada"), LEE)}, f"Roe, Ada, and Ben Lee. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": (Author("Roe", "Ada"), LEE, DAY)}, f"Roe, Ada, et al. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": (DAY,)}, f"Day, Jean-Paul C., Jr. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": (AGENCY,)}, f"Agence France-Presse. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": (Author("The Harbour Post"),)}, f"“Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"authors": ()}, f"“Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"published": "2021-05-04"}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, 4 May 2021, {BARE}."),
        ({"published": None}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, {BARE}. Accessed 21 Nov. 2026."),
        ({"accessed": GIVEN}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019, {BARE}. Accessed 21 Nov. 2026."),
        ({"title": None}, f"Roe, Ada Mary. Untitled news article. The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"title": "“Never,” says Roe: the 'old' harbour?"}, f"Roe, Ada Mary. “‘Never,’ says Roe: the 'old' harbour?” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"title": 'Roe: "Never"'}, f"Roe, Ada Mary. “Roe: ‘Never.’” The Harbour Post, 22 Mar. 2019, {BARE}."),
        ({"url": None}, "Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, 22 Mar. 2019."),
        ({"authors": (), "title": None, "outlet": None, "published": None, "url": None}, "Untitled news article."),
    ],
)  # fmt: skip
def test_mla(source: Make, changes: dict[str, Any], expected: str) -> None:
    assert plain(mla(source(**changes))) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, March 22, 2019. {URL}."),
        ({"authors": (Author("Roe", "Ada"), LEE)}, f"Roe, Ada, and Ben Lee. “Why the harbour forgets.” The Harbour Post, March 22, 2019. {URL}."),
        ({"authors": (Author("Roe", "Ada"), LEE, AGENCY)}, f"Roe, Ada, Ben Lee, and Agence France-Presse. “Why the harbour forgets.” The Harbour Post, March 22, 2019. {URL}."),
        ({"authors": (LEE,) * 7}, f"Lee, Ben, Ben Lee, Ben Lee, et al. “Why the harbour forgets.” The Harbour Post, March 22, 2019. {URL}."),
        ({"authors": ()}, f"The Harbour Post. “Why the harbour forgets.” March 22, 2019. {URL}."),
        ({"authors": (Author("The Harbour Post"),)}, f"The Harbour Post. “Why the harbour forgets.” March 22, 2019. {URL}."),
        ({"authors": (), "outlet": None}, f"“Why the harbour forgets.” March 22, 2019. {URL}."),
        ({"published": None}, f"Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post. Accessed November 21, 2026. {URL}."),
        ({"title": "Can harbours forget?"}, f"Roe, Ada Mary. “Can harbours forget?” The Harbour Post, March 22, 2019. {URL}."),
        ({"url": None}, "Roe, Ada Mary. “Why the harbour forgets.” The Harbour Post, March 22, 2019."),
        ({"authors": (), "title": None, "outlet": None, "published": None, "url": None}, "Untitled news article."),
    ],
)  # fmt: skip
def test_chicago(source: Make, changes: dict[str, Any], expected: str) -> None:
    assert plain(chicago(source(**changes))) == expected


@pytest.mark.parametrize("style", [mla, chicago])
def test_papers_are_in_italics(source: Make, style: Callable[[Source], Reference]) -> None:
    assert italics(style(source())) == ["The Harbour Post"]
    assert italics(style(source(authors=()))) == ["The Harbour Post"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("unknown", ["authors", "title", "outlet", "published", "url"])
def test_what_is_missing_leaves_no_stray_mark(source: Make, style: str, unknown: str) -> None:
    shown = plain(STYLES[style](source(**{unknown: () if unknown == "authors" else None})))

    for stray in ("None", "..", ",,", ", .", " ,", " .", "()", "“”", "  "):
        assert stray not in shown
