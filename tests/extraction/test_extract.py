"""What one article gives: ids, places in the source, the blocks that count, and problems."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files

import pytest

from quotecli.extraction import EXTRACTOR
from quotecli.extraction.extract import extract
from quotecli.model import Article, Block, BlockKind, Extraction, Kind, Metadata, Span, Statement

MakeArticle = Callable[..., Article]
FERRY = '"The ferry is safe," Jane Roe said.\nShe added that it would sail at nine.'


def of_pieces(source: str, *blocks: tuple[BlockKind, Sequence[str]]) -> Article:
    """Make an article whose blocks consist of these pieces of the source, found in order."""
    made = []
    position = 0
    for kind, words in blocks:
        pieces = []
        for piece in words:
            start = source.index(piece, position)
            position = start + len(piece)
            pieces.append(Span(start, position))
        made.append(Block(kind, tuple(pieces)))
    return Article(source, tuple(made), Metadata())


def only(extraction: Extraction) -> Statement:
    (statement,) = extraction.statements
    return statement


def slices(article: Article, spans: Sequence[Span]) -> list[str]:
    return [article.text[span.start : span.end] for span in spans]


# -- ids -------------------------------------------------------------------------------------


def test_the_same_text_and_place_give_the_same_id_whatever_else_is_known(
    article: MakeArticle,
) -> None:
    bare = article(FERRY)
    known = replace(bare, metadata=Metadata("A title", published="2022-10-31"), path="a.txt")

    assert [s.id for s in extract(bare).statements] == [s.id for s in extract(known).statements]


def test_another_text_gives_another_id_for_the_same_words_at_the_same_place(
    article: MakeArticle,
) -> None:
    one, other = extract(article(FERRY)), extract(article(FERRY + "\nThe pier is old."))

    assert [s.text for s in one.statements] == [s.text for s in other.statements]
    assert {s.id for s in one.statements}.isdisjoint(s.id for s in other.statements)


def test_the_same_words_at_two_places_have_two_ids(article: MakeArticle) -> None:
    first, second = extract(article('"We won," Roe said.\n"We won," Roe said.')).statements

    assert first.text == second.text
    assert first.id != second.id


def test_an_id_is_short_and_easy_to_type(article: MakeArticle) -> None:
    for statement in extract(article(FERRY)).statements:
        assert re.fullmatch(r"[a-z2-7]{12}", statement.id)


def test_ids_are_the_same_on_every_machine(article: MakeArticle) -> None:
    # Written down once: users keep ids in their notes, so a new way to make them breaks those.
    assert only(extract(article('"We won," Jane Roe said.'))).id == "mterdpwmvtlg"


def test_an_article_gives_the_same_statements_every_time(article: MakeArticle) -> None:
    made = article(FERRY, "2022-10-31")
    first = extract(made)
    extract(article('"Nothing is safe," John Doe said.'))

    assert extract(made) == first


# -- places in the source ----------------------------------------------------------------------


def test_every_span_is_the_words_it_stands_for(article: MakeArticle) -> None:
    made = article('"The ferry," said Jane Roe, "is safe."')
    statement = only(extract(made))

    assert slices(made, statement.segments) == ["The ferry,", "is safe."]
    assert slices(made, statement.mention_spans) == ["Jane Roe"]
    assert slices(made, statement.cue_spans) == ["said"]


def test_mark_up_between_words_splits_the_segment() -> None:
    source = '"The ferry [is quite](#) safe," Jane Roe **said**.'
    made = of_pieces(
        source,
        (BlockKind.PARAGRAPH, ['"The ferry ', "is quite", ' safe," Jane Roe ', "said", "."]),
    )
    statement = only(extract(made))

    assert statement.text == "The ferry is quite safe,"
    assert slices(made, statement.segments) == ["The ferry", "is quite", "safe,"]
    assert slices(made, statement.cue_spans) == ["said"]


def test_mark_up_around_the_name_splits_the_mention() -> None:
    source = '"The ferry is safe," Jane <u>Roe</u> said.'
    made = of_pieces(source, (BlockKind.PARAGRAPH, ['"The ferry is safe," Jane ', "Roe", " said."]))
    statement = only(extract(made))

    assert statement.speaker == "Jane Roe"
    assert statement.mention == "Jane Roe"
    assert slices(made, statement.mention_spans) == ["Jane", "Roe"]


def test_furniture_in_a_page_break_stays_out_of_the_quotation() -> None:
    source = 'Jane Roe said: "The ferry is\nPage 1 of 2 | Harbour Post\nsafe and sound."'
    made = of_pieces(
        source, (BlockKind.PARAGRAPH, ['Jane Roe said: "The ferry is\n', 'safe and sound."'])
    )
    statement = only(extract(made))

    assert statement.text == "The ferry is safe and sound."
    assert slices(made, statement.segments) == ["The ferry is", "safe and sound."]


def test_the_parts_of_a_quotation_over_paragraphs_are_segments(article: MakeArticle) -> None:
    made = article("“The ferry is safe.\n“It sails at nine,” Jane Roe said.")
    statement = only(extract(made))

    assert slices(made, statement.segments) == ["The ferry is safe.", "It sails at nine,"]
    assert statement.kind is Kind.DIRECT


def test_line_breaks_and_wide_blanks_are_one_blank_in_the_text_and_stay_in_the_source() -> None:
    source = '"The ferry\r\n  is\u00a0very \t safe," Jane\nRoe said.'
    made = of_pieces(source, (BlockKind.PARAGRAPH, [source]))
    statement = only(extract(made))

    assert statement.text == "The ferry is very safe,"
    assert slices(made, statement.segments) == ["The ferry\r\n  is\u00a0very \t safe,"]
    assert statement.speaker == "Jane Roe"


def test_offsets_count_code_points(article: MakeArticle) -> None:
    made = article('🚢 e\u0301 sails. "The ferry 🚢 is safe," Jane Roe said.')

    assert slices(made, only(extract(made)).segments) == ["The ferry 🚢 is safe,"]


def test_statements_stand_in_the_order_of_the_text(article: MakeArticle) -> None:
    made = article(
        '"One," Jane Roe said.\nThe pier was shut, John Doe said. "Three," he added.\n'
        "According to Roe, the sea was calm."
    )
    starts = [s.segments[0].start for s in extract(made).statements]

    assert len(starts) == 4
    assert starts == sorted(starts)


# -- which blocks count --------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [BlockKind.HEADING, BlockKind.CAPTION])
def test_headings_and_captions_say_nothing(kind: BlockKind) -> None:
    source = '"The ferry is safe," Jane Roe said.'

    assert extract(of_pieces(source, (kind, [source]))).statements == ()


def test_what_no_block_covers_is_not_searched() -> None:
    source = 'note: "nothing," John Doe said\n\n"The ferry is safe," Jane Roe said.\n\n"© Doe"'
    made = of_pieces(source, (BlockKind.PARAGRAPH, ['"The ferry is safe," Jane Roe said.']))

    assert only(extract(made)).speaker == "Jane Roe"


def test_a_heading_between_two_paragraphs_does_not_end_the_speaker() -> None:
    source = 'Jane Roe runs the pier.\nA new hull\n"The ferry is safe," she said.'
    made = of_pieces(
        source,
        (BlockKind.PARAGRAPH, ["Jane Roe runs the pier."]),
        (BlockKind.HEADING, ["A new hull"]),
        (BlockKind.PARAGRAPH, ['"The ferry is safe," she said.']),
    )

    assert only(extract(made)).speaker == "Jane Roe"


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n"])
def test_an_article_without_words_has_no_statements(article: MakeArticle, text: str) -> None:
    assert extract(article(text)) == Extraction(())


def test_a_block_without_pieces_is_passed_over() -> None:
    made = Article("Roe.", (Block(BlockKind.PARAGRAPH, ()),), Metadata())

    assert extract(made) == Extraction(())


def test_a_block_of_blanks_is_passed_over() -> None:
    made = of_pieces(" \n ", (BlockKind.PARAGRAPH, [" \n "]))

    assert extract(made).statements == ()


# -- problems ------------------------------------------------------------------------------------


def test_a_stray_mark_is_told_with_its_place_and_the_article_is_kept(article: MakeArticle) -> None:
    made = article('The pier was shut" for days.\n"The ferry is safe," Jane Roe said.')
    found = extract(made)

    assert [s.text for s in found.statements] == ["The ferry is safe,"]
    assert [(p.code, p.span and slices(made, [p.span])) for p in found.problems] == [
        ("odd-mark", ['"'])
    ]


def test_an_unclosed_mark_is_told_and_its_quotation_kept(article: MakeArticle) -> None:
    made = article('Jane Roe said: "The ferry is safe.\nThe pier was shut for days.')
    found = extract(made)

    assert only(found).text == "The ferry is safe."
    assert [p.span for p in found.problems] == [Span(15, 16)]


def test_an_article_in_order_has_no_problems(article: MakeArticle) -> None:
    assert extract(article(FERRY)).problems == ()


def test_a_lone_surrogate_is_no_error(article: MakeArticle) -> None:
    made = article('"The ferry \ud800 is safe," Jane Roe said.')

    assert slices(made, only(extract(made)).segments) == ["The ferry \ud800 is safe,"]


# -- confidence ----------------------------------------------------------------------------------


def test_a_pronoun_is_no_surer_than_a_name_and_a_claim_less_sure_than_a_quotation(
    article: MakeArticle,
) -> None:
    named, pronoun, claim = extract(
        article('"One," Jane Roe said.\n"Two," she said.\nJane Roe said it was late.')
    ).statements

    assert 1 >= named.confidence >= pronoun.confidence > 0
    assert named.confidence > claim.confidence > 0


def test_a_new_tagger_is_a_new_extractor() -> None:
    card = files("quotecli.extraction").joinpath("tagger", "model", "card.json").read_text("utf-8")
    assert json.loads(card)["files"]["tagger.onnx"].startswith(EXTRACTOR.split("-")[0])
