"""References for LaTeX, for programs and for Wikipedia, and as a page."""

import json
import re
from collections.abc import Callable
from textwrap import dedent
from typing import Any

import pytest

from quotecli.model import Basis, Kind, Record
from quotecli.output.citations.bibtex import bibtex_entries
from quotecli.output.citations.csl import csl_items
from quotecli.output.citations.page import render_citations
from quotecli.output.citations.prose import STYLES, apa
from quotecli.output.citations.source import Accessed, by_source, missing
from quotecli.output.citations.wikipedia import citation_templates
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]
READ = Accessed("2026-11-21")
# Of the schema csl-data.json 1.0.2: the properties of an item and of a name that are used here.
CSL_ITEM = {
    "id",
    "type",
    "author",
    "title",
    "container-title",
    "issued",
    "URL",
    "accessed",
    "annote",
}
CSL_NAME = {"family", "given", "suffix", "literal"}


def fields(entry: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = (.*?),?$", entry, re.MULTILINE))


def test_a_bibtex_entry_has_what_is_known(record: Make) -> None:
    assert bibtex_entries(by_source([record()], READ)) == dedent("""\
        @article{writer2022ministers,
          author = {Writer, Ada},
          title = {{Ministers meet by the sea}},
          journal = {Harbour Post},
          year = {2022},
          month = oct,
          day = {31},
          url = {https://harbourpost.example/2022/10/31/sea},
          urldate = {2026-11-21},
          annote = {“We will not sign anything that our own parliament has not read first.” — Maria Okonkwo, 2022-10-31, speaker: “the minister”: an office or description that the article ties to the name, 3f9a2c1b}
        }
        """)  # noqa: E501


def test_bibtex_escapes_what_latex_would_obey(record: Make) -> None:
    said = record(title=r"50% of {A_B} & #1: \x ~ ^ $5", author="Ada Roe; Gull & Co", outlet="A_B")
    entry = fields(bibtex_entries(by_source([said], READ)))

    assert entry["title"] == (
        r"{{50\% of \{A\_B\} \& \#1: \textbackslash{}x \textasciitilde{} \textasciicircum{} \$5}}"
    )
    assert entry["journal"] == r"{A\_B}"
    assert entry["author"] == r"{Roe, Ada and {Gull} and {Co}}"


def test_bibtex_keeps_an_organisation_whole_and_a_suffix_in_its_place(record: Make) -> None:
    said = record(author="Agence France-Presse; Martin van Roe, Jr.")

    assert fields(bibtex_entries(by_source([said], READ)))["author"] == (
        "{{Agence France-Presse} and van Roe, Jr., Martin}"
    )


def test_bibtex_keys_are_plain_and_never_the_same(record: Make) -> None:
    articles = [
        record(author="Zoë Ünal", title="Der Äther", url=f"https://a.example/{n}")
        for n in range(30)
    ]
    keys = re.findall(r"^@\w+{(.*),$", bibtex_entries(by_source(articles, READ)), re.MULTILINE)

    assert keys[:3] == ["unal2022der", "unal2022dera", "unal2022derb"]
    assert len(set(keys)) == 30
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in keys)


def test_an_article_is_one_entry_with_all_that_is_cited_from_it(record: Make) -> None:
    two = [record(), record(id="77aa01de", text="Not one page.")]
    entries = bibtex_entries(by_source(two, READ))

    assert entries.count("@") == 1
    assert "3f9a2c1b; “Not one page.” — " in entries
    assert len(json.loads(csl_items(by_source(two, READ)))) == 1
    assert citation_templates(by_source(two, READ)).count("{{cite news ") == 2


def test_csl_items_have_the_names_of_the_schema(record: Make) -> None:
    items = json.loads(
        csl_items(
            by_source([record(author="Ada Roe, Jr.; AFP"), record(url=None, title="B")], READ)
        )
    )

    assert items[0] == {
        "id": "3f9a2c1b",
        "type": "article-newspaper",
        "author": [{"family": "Roe", "given": "Ada", "suffix": "Jr."}, {"literal": "AFP"}],
        "title": "Ministers meet by the sea",
        "container-title": "Harbour Post",
        "issued": {"date-parts": [[2022, 10, 31]]},
        "URL": "https://harbourpost.example/2022/10/31/sea",
        "accessed": {"date-parts": [[2026, 11, 21]]},
        "annote": items[0]["annote"],
    }
    assert set(items[1]) == CSL_ITEM - {"URL", "accessed"}
    assert set().union(*(name for item in items for name in item["author"])) <= CSL_NAME


def test_nothing_to_cite_is_an_empty_array() -> None:
    assert csl_items([]) == "[]\n"


def test_a_page_known_by_its_domain_alone_is_a_web_page(record: Make) -> None:
    cited = by_source([record(outlet="harbourpost.example")], READ)

    assert json.loads(csl_items(cited))[0]["type"] == "webpage"
    assert bibtex_entries(cited).startswith("@misc{")
    assert citation_templates(cited).startswith("{{cite web |last=Writer |first=Ada |title=")
    assert " |website=harbourpost.example |" in citation_templates(cited)


def test_wikipedia_gets_a_template_with_the_words(record: Make) -> None:
    said = record(author="Ada Roe and AFP", basis=Basis.NAMED)

    assert citation_templates(by_source([said], READ)) == (
        "{{cite news |last=Roe |first=Ada |author2=AFP |title=Ministers meet by the sea"
        " |url=https://harbourpost.example/2022/10/31/sea |work=Harbour Post |date=2022-10-31"
        " |access-date=2026-11-21"
        " |quote=We will not sign anything that our own parliament has not read first.}}\n"
    )


def test_wikipedia_markup_in_an_article_is_taken_literally(record: Make) -> None:
    said = record(
        text="a [[link]] | {{x}} ''very'' <ref> ~~~~ isn't",
        url="https://a.example/?q=a|b[c]",
        title=None,
    )
    template = citation_templates(by_source([said], READ))

    assert "|title=&#91;Untitled&#93; |url=https://a.example/?q=a%7Cb%5Bc%5D |" in template
    assert template.count("|") == 8
    assert re.search(r"\[|\]|''|~~|<|\{\{x", template) is None
    assert template.endswith("isn't}}\n")


def test_the_page_has_the_words_with_their_basis_and_the_reference_below(record: Make) -> None:
    cited = by_source([record(), record(id="77aa01de", text="it was so", kind=Kind.INDIRECT)], READ)

    assert render_citations(cited, apa, width=70, colour=False, links=False) == dedent("""\
        “We will not sign anything that our own parliament has not read
        first.”
          — Maria Okonkwo · 2022-10-31 · 3f9a2c1b
            “the minister”: an office or description that the article ties to
            the name

        it was so
          — Maria Okonkwo · 2022-10-31 · claim · 77aa01de
            “the minister”: an office or description that the article ties to
            the name

        Writer, A. (2022, October 31). Ministers meet by the sea. Harbour
            Post. https://harbourpost.example/2022/10/31/sea
        """)


def test_an_address_is_never_broken(record: Make) -> None:
    url = "https://a.example/" + "long-" * 30
    shown = render_citations(
        by_source([record(url=url)], READ), apa, width=60, colour=False, links=False
    )

    assert f"    {url}" in shown.splitlines()


def test_a_terminal_shows_italics(record: Make) -> None:
    cited = by_source([record()], READ)

    assert "\x1b[3mHarbour Post\x1b[0m" in render_citations(
        cited, apa, width=None, colour=True, links=False
    )


def test_what_the_article_does_not_give_is_named(record: Make) -> None:
    ((source, _),) = by_source([record(title=None, url="ftp://a.example")], READ)

    assert missing(source) == ("title", "URL")


def everything(hostile: str) -> dict[str, Any]:
    names = ("id", "text", "speaker", "mention", "outlet", "title", "author", "url", "path")
    return dict.fromkeys(names, hostile)


def test_nothing_of_an_article_reaches_the_terminal_as_a_command(
    record: Make, hostile: str
) -> None:
    cited = by_source([record(**everything(hostile))], READ)
    pages = [
        render_citations(cited, style, width=width, colour=False, links=False)
        for style in STYLES.values()
        for width in (40, None)
    ]
    for shown in (*pages, bibtex_entries(cited), csl_items(cited), citation_templates(cited)):
        assert re.search(f"[{HIDDEN}]", shown.replace("\n", "")) is None


@pytest.mark.parametrize("style", STYLES)
def test_a_record_of_which_nothing_is_known_can_be_cited(record: Make, style: str) -> None:
    unknown = record(
        speaker=None, mention=None, published=None, date=None, outlet=None, title=None, author=None,
        url=None, path=None, basis=Basis.UNRESOLVED,
    )  # fmt: skip
    cited = by_source([unknown], READ)

    assert "Untitled" in render_citations(cited, STYLES[style], width=80, colour=False, links=False)
    assert bibtex_entries(cited).startswith("@misc{anonymous,\n  annote")
    assert json.loads(csl_items(cited))[0]["type"] == "article-newspaper"
    assert citation_templates(cited).startswith("{{cite news |title=&#91;Untitled&#93; |quote=")
