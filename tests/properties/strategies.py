"""Articles that nobody wrote: any text at all, and texts of the pieces that news is made of."""

from itertools import pairwise

from hypothesis import strategies as st

from quotecli.model import Article, Block, BlockKind, Metadata, Span

MARKS = ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "‟", "``", "''", "＂", "‹", "›"]
CUES = (
    "said|says|saying|added|told|called|warned|asked|accused|vowed|wrote|denied|according to|has"
    "|had|did not|was quoted as|will|that|who|which|whether|went on|said that|adding that"
    "|called on|was told that"
).split("|")
NAMES = (
    "Jane Roe|Roe|Mr. Roe|John Doe|Doe|Dr. J. R. Doe|Pieter van der Meer|President Viktor Orlov"
    "|Armenia's Sarian|Northern Rail|OSLO|U.S.|O’Brien|he|she|it|they|He|Both|the president"
    "|a senior aide|the ministry|both countries|his German counterpart|the 45-year-old|police"
).split("|")
STOPS = [".", ",", "?", "!", ":", ";", "—", "–", "-", "...", "…", "(", ")", "[", "]", "a.m."]
WORDS = (
    "the a of to in and but because ferry bridge safe is was sails rusty nobody 12 3.5 6'2 won't"
    " workers’ Friday Monday yesterday Oct. 3 February 30 in 2019 last month previously today not"
).split()
BLANKS = [" ", " ", " ", "", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x0b"]

news = st.lists(
    st.tuples(
        st.one_of(*(st.sampled_from(kind) for kind in (MARKS, CUES, NAMES, STOPS, WORDS))),
        st.sampled_from(BLANKS),
    ),
    max_size=40,
).map(lambda parts: "".join(word + blank for word, blank in parts))

texts = st.one_of(news, st.text(max_size=200))

days = st.none() | st.dates().map(lambda day: day.isoformat())


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Give an article whose blocks are any pieces of its text, with holes between them."""
    text = draw(texts)
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=8).map(lambda c: sorted(set(c))))
    edges = [0, *cuts, len(text)]
    blocks: list[Block] = []
    for start, end in pairwise(edges):
        use = draw(st.sampled_from(["block", "block", "piece", "hole"]))
        if start == end or use == "hole":
            continue
        piece = Span(start, end)
        if use == "piece" and blocks:
            last = blocks[-1]
            blocks[-1] = last._replace(pieces=(*last.pieces, piece))
        else:
            blocks.append(Block(draw(st.sampled_from(BlockKind)), (piece,)))
    return Article(text, tuple(blocks), Metadata(published=draw(days)))


def by_lines(text: str, published: str | None = None) -> Article:
    """Give an article with a paragraph for each line that is not blank."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, (Span(start, start + len(line)),)))
        start += len(line) + 1
    return Article(text, tuple(blocks), Metadata(published=published))
