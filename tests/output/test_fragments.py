"""Links that open a page at the words of a statement."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Article, Block, BlockKind, Span
from quotecli.output.fragments import Directive, directives, find_directive, link_to_words

URL = "https://harbourpost.example/sea"
Make = Callable[..., Article]


def link(article: Article, *words: str, url: str = URL, title: str | None = None) -> str:
    segments = [Span(at, at + len(part)) for part in words for at in [article.text.index(part)]]
    return link_to_words(url, segments, article.text, article.blocks, title)


def test_a_short_statement_is_asked_for_word_by_word_without_the_marks_at_its_ends(
    article: Make,
) -> None:
    said = article('"We shall rebuild the harbour," said Ada Roe.')

    assert link(said, "We shall rebuild the harbour,") == (
        f"{URL}#:~:text=We%20shall%20rebuild%20the%20harbour"
    )


def test_what_parts_a_directive_is_encoded_where_it_stands_in_the_words(article: Make) -> None:
    said = article("She called it a half-built, half-paid & half-sunk pier, 50% of it #gone.")

    assert link(said, "a half-built, half-paid & half-sunk pier, 50% of it #gone.") == (
        f"{URL}#:~:text=a%20half%2Dbuilt%2C%20half%2Dpaid%20%26%20half%2Dsunk%20pier%2C"
        "%2050%25%20of%20it%20%23gone"
    )


def test_a_long_statement_is_given_by_its_first_and_last_words(article: Make) -> None:
    words = (
        "We shall rebuild the harbour, and then, " + "in all weathers, " * 9 + "the pier as well."
    )
    said = article(f'"{words}" said Ada Roe.')

    assert link(said, words) == (
        f"{URL}#:~:text=We%20shall%20rebuild%20the%20harbour,weathers%2C%20the%20pier%20as%20well"
    )


def test_more_words_are_given_until_they_lead_to_no_earlier_place(article: Make) -> None:
    before = "We shall rebuild the harbour some day, she wrote."
    words = "We shall rebuild the harbour this year, " + "in all weathers, " * 9 + "and the pier."
    said = article(f"{before}\n{words}")
    (directive,) = directives([Span(*span(said, words))], said.text, said.blocks)

    assert directive.start == "We shall rebuild the harbour this"
    assert directive.prefix == ""


def test_words_that_stand_on_the_page_before_come_with_those_around_them(article: Make) -> None:
    said = article('Nobody asked us, she wrote.\nThen: "Nobody asked us," said Ada Roe.')
    at = said.text.rindex("Nobody")
    (directive,) = directives([Span(at, at + 16)], said.text, said.blocks)

    assert directive == Directive("Nobody asked us", prefix='Then: "')


def test_the_title_of_the_page_is_one_of_the_places_before(article: Make) -> None:
    said = article('Ada Roe said: "Nobody asked us about the pier."')
    title = "'Nobody asked us about the pier'"

    assert link(said, "Nobody asked us about the pier.") == (
        f"{URL}#:~:text=Nobody%20asked%20us%20about%20the%20pier"
    )
    assert link(said, "Nobody asked us about the pier.", title=title) == (
        f"{URL}#:~:text=Roe%20said%3A%20%22-,Nobody%20asked%20us%20about%20the%20pier"
    )


def test_the_first_words_of_a_block_are_told_apart_by_those_behind(article: Make) -> None:
    said = article("Nobody asked us, she wrote.\nNobody asked us, the mayor said.")
    at = said.text.rindex("Nobody")

    assert directives([Span(at, at + 15)], said.text, said.blocks) == [
        Directive("Nobody asked us", suffix=", the mayor")
    ]


def test_a_word_of_which_only_a_part_is_meant_comes_with_the_rest(article: Make) -> None:
    said = article("It was what she called the harbour master's harbour.")
    (directive,) = directives([Span(*span(said, "the harbour master"))], said.text, said.blocks)

    assert directive.suffix.startswith("'s")


def test_several_segments_are_several_directives(article: Make) -> None:
    said = article('"We shall rebuild the harbour," said Ada Roe, "and then the pier as well."')

    assert link(said, "We shall rebuild the harbour,", "and then the pier as well.") == (
        f"{URL}#:~:text=We%20shall%20rebuild%20the%20harbour&text=and%20then%20the%20pier%20as%20well"
    )


def test_mark_up_inside_a_statement_is_not_asked_for() -> None:
    text = "The <b>whole harbour</b> shall be rebuilt."
    pieces = (Span(0, 4), Span(7, 20), Span(24, len(text)))
    block = Block(BlockKind.PARAGRAPH, pieces)

    assert link_to_words(URL, pieces, text, [block]) == (
        f"{URL}#:~:text=The%20whole%20harbour%20shall%20be%20rebuilt"
    )


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1#:~:text=We"),
        ("https://a.example/x#part", "https://a.example/x#part:~:text=We"),
        ("https://a.example/x#", "https://a.example/x#:~:text=We"),
    ],
)
def test_a_fragment_that_the_address_has_is_kept(article: Make, url: str, start: str) -> None:
    said = article('"We shall rebuild the harbour," said Ada Roe.')

    assert link(said, "We shall rebuild the harbour,", url=url).startswith(start)


def test_a_directive_that_the_address_has_comes_last(article: Make) -> None:
    said = article('"We shall rebuild the harbour," said Ada Roe.')
    url = "https://a.example/x#part:~:text=pier"

    assert link(said, "We shall rebuild the harbour,", url=url) == (
        "https://a.example/x#part:~:text=We%20shall%20rebuild%20the%20harbour&text=pier"
    )


def test_a_statement_without_a_word_opens_the_page(article: Make) -> None:
    assert link(article('"…" said Ada Roe.'), "…") == URL


def span(article: Article, words: str) -> Span:
    at = article.text.index(words)
    return Span(at, at + len(words))


WORDS = st.sampled_from(
    "sea harbour pier the a we will 'not' end-all 50% U.S. x, “oh” no. It's".split()
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=5)


@given(lines=LINES, data=st.data())
def test_a_browser_finds_the_words_that_are_meant_or_words_that_read_the_same(
    article: Make, lines: list[str], data: st.DataObject
) -> None:
    said = article("\n".join(lines))
    line = data.draw(st.sampled_from(lines))
    words = line.split()
    first = data.draw(st.integers(0, len(words) - 1))
    meant = " ".join(words[first : data.draw(st.integers(first + 1, len(words)))])
    at = said.text.index(line) + len(" ".join(["", *words[:first]]))
    page = f"\n{said.text}"

    (directive,) = directives([Span(at, at + len(meant))], said.text, said.blocks)
    found = find_directive(page, directive)
    assert found is not None
    assert page[slice(*found)].lower() == re.sub(r"^\W+|\W+$", "", meant).lower()


@given(words=st.text(min_size=1))
def test_a_link_of_any_words_is_plain_ascii_without_blanks(article: Make, words: str) -> None:
    said = article(words.replace("\n", " "))
    made = link_to_words(URL, [Span(0, len(said.text))], said.text, said.blocks)

    assert re.fullmatch(r"[!-~]+", made)
    assert made.startswith(URL)
