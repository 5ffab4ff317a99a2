"""Whatever words stand together, naming who said them comes to an end."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quotecli.extraction.prose.reading import read
from quotecli.extraction.rules.attribution import attribute
from quotecli.extraction.speakers.resolve import resolve
from quotecli.model import Article, Block, BlockKind, Metadata, Span
from quotecli.text.marks import find_quoted

# Words that the rules of names look for, and what stands between them.
WORDS = (
    "The the A an His her its their He she it they who which that I we one both another "
    "Roe Jane Ann Tull Moss O'Hara Harrow Zed Dorn French American Tory Labour WHO ZBC "
    "Bank Ministry Council Committee Party Union Queen Prince Bill Act Trust Garage Daily Times "
    "company paper firm union government army council bank agency party newspaper bill court "
    "president Prime Minister minister mayor chancellor former shadow acting late new star "
    "actress wife mother lawyer spokesman official man woman people couple two three 45-year-old "
    "of for and & or in on at by with to from as than not was is has have had said says told asked "
    "added writes claims believes according wants Mr Mrs Dr Sir Lord Lady Jr Rep. Sen. St. 10 2019 "
    "'s ’ , . : ; - – ( ) \" “ ” ‘ ' ? ! … Tory-run Zed-based Prevention Fraud Security Health"
).split()


@example([["Queen", "of", "I", "said", "the", "bill", "has", "told"]])
@example([["The", "Prevention", "of", "The", "said", "he", "was", "late"]])
@settings(max_examples=600)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24), min_size=1, max_size=5))
def test_any_words_get_a_speaker_or_none(paragraphs: list[list[str]]) -> None:
    lines = [" ".join(words) for words in paragraphs]
    text = "\n".join(lines)
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, (Span(start, start + len(line)),))
        for start, line in zip(starts, lines, strict=True)
    )
    reading = read(Article(text, blocks, Metadata()))
    ruled = attribute(reading, find_quoted(reading.text, reading.passages)[0])
    sources = resolve(reading, ruled.attributions, ruled.sentences)
    assert len(sources) == len(ruled.attributions)
    assert all(source.names or source.label != "" for source in sources)
