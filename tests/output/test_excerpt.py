"""The paragraphs in which a statement stands."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Block, BlockKind, Record, Span
from quotecli.output.excerpt import Paragraph, Role, Run, excerpt

Make = Callable[..., Record]

TEXT = """\
# By the sea

"We will not sign [anything](#) that
our own parliament has not read," the minister <u>said</u>. "Not one page."

Page 2

Rain fell all day.
"""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def block(*pieces: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, tuple(map(span, pieces)))


BLOCKS = (
    block("By the sea", kind=BlockKind.TITLE),
    block(
        '"We will not sign ',
        "anything",
        ' that\nour own parliament has not read," the minister ',
        "said",
        '. "Not one page."',
    ),
    block("Page 2"),
    block("Rain fell all day."),
)


def statement(record: Make, *segments: str, mention: str = "", cue: str = "") -> Record:
    return record(
        segments=tuple(map(span, segments)),
        mention_spans=(span(mention),) if mention else (),
        cue_spans=(span(cue),) if cue else (),
    )


def test_a_reader_sees_the_paragraph_without_mark_up_and_its_parts_told_apart(
    record: Make,
) -> None:
    said = statement(
        record,
        "We will not sign",
        "anything",
        "that\nour own parliament has not read,",
        "Not one page.",
        mention="the minister",
        cue="said",
    )
    assert excerpt(said, TEXT, BLOCKS) == [
        Paragraph(
            BlockKind.PARAGRAPH,
            (
                Run('"', Role.REST),
                Run(
                    "We will not sign anything that our own parliament has not read,",
                    Role.STATEMENT,
                ),
                Run('" ', Role.REST),
                Run("the minister", Role.MENTION),
                Run(" ", Role.REST),
                Run("said", Role.CUE),
                Run('. "', Role.REST),
                Run("Not one page.", Role.STATEMENT),
                Run('"', Role.REST),
            ),
            gap=False,
        )
    ]


def test_the_block_of_the_mention_is_shown_too_and_a_gap_told(record: Make) -> None:
    paragraphs = excerpt(statement(record, "Rain fell", mention="the minister"), TEXT, BLOCKS)
    assert [(p.runs[0].text[:8], p.gap) for p in paragraphs] == [
        ('"We will', False),
        ("Rain fel", True),
    ]


def test_context_adds_neighbours_within_the_article(record: Make) -> None:
    shown = {
        context: [
            "".join(run.text for run in paragraph.runs)[:6]
            for paragraph in excerpt(statement(record, "Page"), TEXT, BLOCKS, context=context)
        ]
        for context in (0, 1, 9)
    }
    assert shown == {
        0: ["Page 2"],
        1: ['"We wi', "Page 2", "Rain f"],
        9: ["By the", '"We wi', "Page 2", "Rain f"],
    }


def test_words_that_are_statement_and_cue_at_once_are_statement(record: Make) -> None:
    paragraph = excerpt(statement(record, "Rain fell all day", cue="fell"), TEXT, BLOCKS)[0]
    assert paragraph.runs == (Run("Rain fell all day", Role.STATEMENT), Run(".", Role.REST))


def test_a_statement_in_no_block_is_shown_bare(record: Make) -> None:
    assert excerpt(statement(record, "Rain fell"), TEXT, ()) == [
        Paragraph(BlockKind.PARAGRAPH, (Run("Rain fell", Role.STATEMENT),), gap=False)
    ]


def test_control_characters_are_made_visible(record: Make) -> None:
    text = "a\x1b[2Jb"
    said = record(segments=(Span(0, len(text)),), mention_spans=(), cue_spans=())
    blocks = (Block(BlockKind.PARAGRAPH, said.segments),)
    assert excerpt(said, text, blocks)[0].runs == (Run(r"a\x1b[2Jb", Role.STATEMENT),)


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, tuple[Span, ...], tuple[Span, ...]]:
    """Give a text, the pieces of its one block, and segments that touch it."""
    text = draw(st.text("ab \n", min_size=1, max_size=40))
    cuts = st.lists(st.integers(0, len(text)), unique=True, max_size=8).map(sorted)

    def spans() -> tuple[Span, ...]:
        edges = draw(cuts)
        return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=False))

    return text, spans(), spans()


@given(articles())
def test_every_word_of_the_block_is_shown_once_and_every_word_of_the_statement_marked(
    record: Make, article: tuple[str, tuple[Span, ...], tuple[Span, ...]]
) -> None:
    text, pieces, segments = article
    said = record(segments=segments, mention_spans=(), cue_spans=())
    inside = {n for start, end in segments for n in range(start, end)}
    seen = [n for start, end in pieces for n in range(start, end)]
    if inside.isdisjoint(seen):
        return
    (paragraph,) = excerpt(said, text, (Block(BlockKind.PARAGRAPH, pieces),))
    assert "".join(run.text for run in paragraph.runs) == " ".join(
        "".join(text[n] for n in seen).split()
    )
    marked = "".join(run.text for run in paragraph.runs if run.role is Role.STATEMENT)
    assert "".join(marked.split()) == "".join(
        text[n] for n in seen if n in inside and text[n] > " "
    )
