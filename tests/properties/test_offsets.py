"""Whatever the article: no crash, and every word shown is one of its words, at its place."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotecli.extraction.extract import extract
from quotecli.model import Article, Block, BlockKind, Extraction, Metadata, Span, Statement
from quotecli.text.marks import find_quoted
from quotecli.text.normalise import fold

from .strategies import articles, by_lines, days, news, texts


def slices(text: str, spans: Sequence[Span]) -> str:
    return "".join(text[span.start : span.end] for span in spans)


def squeeze(text: str | None) -> str:
    return "".join((text or "").split())


def assert_in_order(text: str, spans: Sequence[Span]) -> None:
    """Spans are inside the text, none is empty, and each begins after the one before."""
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        words = text[span.start : span.end]
        assert words == words.strip()
    for before, after in pairwise(spans):
        assert before.end <= after.start


def assert_statement_holds(statement: Statement, article: Article) -> None:
    text = article.text
    assert statement.segments
    for spans, words in (
        (statement.segments, statement.text),
        (statement.mention_spans, statement.mention),
        (statement.cue_spans, statement.cue),
    ):
        assert_in_order(text, spans)
        assert squeeze(slices(text, spans)) == squeeze(words)
        assert words is None or words == " ".join(words.split())
        assert words != ""
    assert 0 <= statement.confidence <= 1
    assert statement.speaker != ""
    assert all(statement.speakers)
    if statement.speakers:
        assert statement.speaker == "; ".join(statement.speakers)
    if statement.said_on is not None:
        assert date.fromisoformat(statement.said_on).isoformat() == statement.said_on
    assert statement.date in {statement.said_on, article.metadata.published, None}
    assert statement.said_on is None or statement.date == statement.said_on


def assert_holds(extraction: Extraction, article: Article) -> None:
    read = {
        position
        for block in article.blocks
        for piece in block.pieces
        for position in range(piece.start, piece.end)
    }
    for statement in extraction.statements:
        assert_statement_holds(statement, article)
        for spans in (statement.segments, statement.mention_spans, statement.cue_spans):
            for position in (p for span in spans for p in range(span.start, span.end)):
                assert position in read or article.text[position].isspace()
    firsts = [statement.segments[0] for statement in extraction.statements]
    assert firsts == sorted(firsts)
    # Sorted, as one statement may stand between the two halves of another.
    everything = sorted(s for st_ in extraction.statements for s in st_.segments)
    assert_in_order(article.text, everything)
    assert len({statement.id for statement in extraction.statements}) == len(extraction.statements)
    for problem in extraction.problems:
        assert problem.span is None or slices(article.text, [problem.span])


def headlines(*texts: str) -> Article:
    """Give an article of nothing but headlines."""
    text = "".join(texts)
    ends = list(accumulate(map(len, texts)))
    spans = [Span(end - len(words), end) for words, end in zip(texts, ends, strict=True)]
    return Article(text, tuple(Block(BlockKind.TITLE, (span,)) for span in spans), Metadata())


@example(headlines('"', ' " " " " " " said said " said '))
@example(headlines("The mayor said the bridge was safe"))
@given(articles())
def test_any_article_with_any_blocks(article: Article) -> None:
    assert_holds(extract(article), article)


@settings(max_examples=300)
@given(news, days)
@example("Roe said that", None)
@example('"One. Two who\nsaid that three', None)
@example('" " said Jane Roe', "2022-10-31")
@example('" said\n" " said Jane Roe ', None)
def test_texts_of_marks_cues_names_and_stops(text: str, published: str | None) -> None:
    article = by_lines(text, published)

    assert_holds(extract(article), article)


@example('"“')
@example('"”:')
@given(st.text(alphabet="\"“”‘’'«»„ aA.,:\nsaid", max_size=60))
def test_texts_that_are_nearly_all_marks(text: str) -> None:
    article = by_lines(text)

    assert_holds(extract(article), article)


@given(news)
def test_the_same_article_gives_the_same_statements(text: str) -> None:
    assert extract(by_lines(text)) == extract(by_lines(text))


@given(news, news)
def test_text_outside_the_blocks_changes_no_statement(text: str, outside: str) -> None:
    alone = by_lines(text)
    followed = Article(text + outside, alone.blocks, alone.metadata)

    def told(article: Article) -> list[tuple[str, str | None, tuple[Span, ...]]]:
        return [(s.text, s.speaker, s.segments) for s in extract(article).statements]

    assert told(followed) == told(alone)


@given(texts)
def test_quotations_are_in_order_and_inside_their_paragraphs(text: str) -> None:
    paragraphs = [block.pieces[0] for block in by_lines(text).blocks]
    found, problems = find_quoted(text, paragraphs)

    for before, after in pairwise(found):
        assert before.end <= after.start
    for quoted in found:
        assert quoted.start < quoted.parts[0].start
        assert quoted.parts[-1].end <= quoted.end
        for part in quoted.parts:
            assert any(p.start <= part.start <= part.end <= p.end for p in paragraphs)
        for one, next_ in pairwise(quoted.parts):
            assert one.end < next_.start
    for problem in problems:
        assert problem.span is not None
        assert slices(text, [problem.span])


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
