import pytest

from quotecli.documents.read import read_articles
from quotecli.extraction.extract import extract
from quotecli.extraction.layouts.setoff import words_of
from quotecli.extraction.prose.reading import read
from quotecli.model import Article, Block, BlockKind, Kind, Metadata, Span, Statement


def statements(markdown: str) -> list[Statement]:
    (article,) = read_articles(markdown.encode(), "a.md", Metadata())
    assert isinstance(article, Article)
    return list(extract(article).statements)


def test_a_block_quotation_is_that_of_whom_the_paragraph_before_announces() -> None:
    (letter,) = statements(
        "# Harbour row grows\n\nIn a letter to residents, Anna Petrov wrote:\n\n"
        "> The piles were inspected in March.\n>\n> Two of them have to go.\n\nIt rained all day.\n"
    )

    assert letter.text == "The piles were inspected in March. Two of them have to go."
    assert (letter.kind, letter.speaker, letter.cue) == (Kind.DIRECT, "Anna Petrov", "wrote")
    assert len(letter.segments) == 2


@pytest.mark.parametrize(
    "signature",
    ["— Anna Petrov", "— Anna Petrov (@annapetrov) May 3, 2021", "-- Anna Petrov, the mayor"],
)
def test_a_post_is_that_of_who_signs_it(signature: str) -> None:
    (post,) = statements(
        f"# Harbour row grows\n\nThe answer came quickly.\n\n"
        f"> We will not close the harbour. Not this year.\n>\n> {signature}\n"
    )

    assert post.text == "We will not close the harbour. Not this year."
    assert (post.kind, post.speaker, post.mention) == (Kind.DIRECT, "Anna Petrov", "Anna Petrov")


def test_a_quoted_article_is_read_as_any_other() -> None:
    (statement,) = statements(
        "# Harbour row grows\n\nFrom the local paper.\n\n"
        '> "The harbour stays open," said Anna Petrov. It was raining.\n'
    )

    assert (statement.text, statement.speaker) == ("The harbour stays open,", "Anna Petrov")


def test_a_block_quotation_in_marks_keeps_them_out_of_its_words() -> None:
    (statement,) = statements(
        '# Harbour row grows\n\nAnna Petrov wrote:\n\n> "The harbour stays open."\n'
    )

    assert (statement.text, statement.speaker) == ("The harbour stays open.", "Anna Petrov")


def test_the_addresses_of_pictures_are_no_part_of_a_post() -> None:
    (post,) = statements(
        "# Harbour row grows\n\nThe answer came quickly.\n\n"
        "> We will not close the harbour. pic.twitter.com/aZ0x https://t.co/b1\n>\n"
        "> — Anna Petrov (@annapetrov) May 3, 2021\n"
    )

    assert post.text == "We will not close the harbour."


def test_many_addresses_in_one_word_are_read_in_no_time() -> None:
    text = "We sail. " + "pic.twitter.com/" * 2000 + " We do."
    whole = Span(0, len(text))
    reading = read(Article(text, (Block(BlockKind.PARAGRAPH, (whole,)),), Metadata()))

    assert words_of(reading, reading.passages[0]) == whole
