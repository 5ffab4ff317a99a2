"""Where paragraphs begin and end."""

from collections.abc import Callable

import pytest

from quotecli.model import Article

Read = Callable[..., Article]
Seen = Callable[[Article], list[str]]

WRAPPED = """\
Six states agreed to share the water of the river last night, two
officials said. Ann Poe, the Dutch minister, who had not slept for two
days, was not happy: "We could not go home without a text." Her German
colleague was.

They will meet again in June, for three days, to fill what holes there
are in the text, and there are many. Until then each state takes what
it took last year.
"""


def test_a_hard_wrapped_text_has_one_block_for_each_paragraph(read: Read) -> None:
    article = read(WRAPPED)
    shown = [article.text[b.pieces[0].start : b.pieces[-1].end] for b in article.blocks]
    assert shown == WRAPPED.rstrip().split("\n\n")
    assert all(len(block.pieces) == 1 for block in article.blocks)


def test_lines_without_blank_ones_between_are_paragraphs(read: Read, seen: Seen) -> None:
    lines = [
        "Six states agreed to share the water of the river last night, after three days of talks.",
        "“It is the best bad deal we could get,” said Max Moe",
        "They will meet again in June.",
        "Ann Poe did not come out to speak, and nobody saw her leave, though many were waiting.",
    ]
    assert seen(read("\n".join(lines))) == [f"paragraph: {line}" for line in lines]


def test_verses_are_not_joined(read: Read, seen: Seen) -> None:
    verses = ["The river runs", "Until it stops", "And then we count", "The fallen drops"]
    assert len(seen(read("\n".join(verses)))) == 4


def test_a_transcript_has_a_block_for_each_turn(read: Read, seen: Seen) -> None:
    turns = [
        "MR. SMITH: I disagree with every word of it.",
        "MS. JONES: So do I, and I told the others so at the time.",
        "MR. SMITH: Good.",
    ]
    assert seen(read("\n".join(turns))) == [f"paragraph: {turn}" for turn in turns]


def test_a_quotation_goes_on_over_a_line_break(read: Read, seen: Seen) -> None:
    source = "She said: “We won.\nWe will win again,” and left the room at once.\nNobody spoke.\n"
    assert seen(read(source)) == [
        "paragraph: She said: “We won. We will win again,” and left the room at once.",
        "paragraph: Nobody spoke.",
    ]


def test_a_lost_closing_mark_does_not_join_all_that_follows(read: Read, seen: Seen) -> None:
    lines = ["He is 5'10\" tall and said no.", "She said yes to it.", "They left the town."]
    assert len(seen(read("\n".join(lines)))) == 3


def test_indented_lines_begin_paragraphs(read: Read, seen: Seen) -> None:
    source = "    " + "\n    ".join(part.replace("\n", "\n") for part in WRAPPED.split("\n\n"))
    assert len(seen(read(source))) == 2


def test_list_items_are_blocks_of_their_own(read: Read, seen: Seen) -> None:
    source = "They want:\n\n- more water,\n  and soon\n- less talk\n\n1. Bread.\n2. Peace.\n"
    assert seen(read(source, "a.md")) == [
        "paragraph: They want:",
        "paragraph: more water, and soon",
        "paragraph: less talk",
        "paragraph: 1. Bread.",
        "paragraph: 2. Peace.",
    ]


def test_marks_before_quoted_lines_are_left_out(read: Read, seen: Seen) -> None:
    source = "> The deal is a *disgrace*, and\n> we will fight it.\n>\n> > Really?\n\n>50 came.\n"
    article = read(source, "a.md")
    assert seen(article) == [
        "quote: The deal is a disgrace, and we will fight it.",
        "quote: Really?",
        "paragraph: >50 came.",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We have talked about the six or seven", 'villages on the river," said Ann Poe to us.'),
        ("The mayor of the town had drinks with and between", "Poe and Moe that night."),
        ("She told the ministers, who had not slept,", "Moe among them, that it was over."),
        ("She said “we won.", "We will win again,” and left."),
        ("Harder talks on the Bonn-", "Basel line went on all night."),
        ("The two of them had met many times before, she said, in the small hotel of", "Poe."),
    ],
)
def test_a_page_break_in_a_sentence_is_mended(
    read: Read, seen: Seen, first: str, second: str
) -> None:
    article = read(f"Nothing was certain.\n\n{first}\n\n{second}\n\nThen they left.\n")
    assert seen(article)[1] == f"paragraph: {first} {second}"
    assert len(article.blocks[1].pieces) == 1
    assert len(article.blocks) == 3


def test_furniture_in_a_page_break_lies_between_two_pieces(read: Read, seen: Seen) -> None:
    source = "It was late.\n\nShe told the\n\nPage 2 of 3\n\nassembled press that it was over.\n"
    article = read(source.replace("She told", "Ann Poe then told"))
    assert seen(article)[1] == "paragraph: Ann Poe then told the assembled press that it was over."


def test_words_on_both_sides_of_a_mended_break_stay_apart(read: Read, seen: Seen) -> None:
    article = read("It was late.\n\nAnn Poe **then told the**\n\n*assembled* press so.\n")
    assert seen(article)[1] == "paragraph: Ann Poe then told the assembled press so."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“It is late.", "“We will talk again,” Poe said."),
        ("What the war is about", "Six states want the water of the river."),
        ("Poe rules out more talks", "Asked about it, she said no."),
        ("## What we want and", "more water is what they want."),
        ("They want:", "more water, and soon."),
        ("- one of them, and", "another of them came."),
        ("She called it “absurd.", "Moe said: “No.”"),
        ("Dear readers,", "This week the river rose."),
        ("The river at Bonn. Max Moe / TASS", "iPhone sales went on."),
    ],
)
def test_whole_paragraphs_are_not_joined(read: Read, seen: Seen, first: str, second: str) -> None:
    article = read(f"Nothing was certain.\n\n{first}\n\n{second}\n\nThen they left.\n")
    assert len(seen(article)) == 4


def test_short_lines_over_a_text_are_headings(read: Read, seen: Seen) -> None:
    source = "It was late.\n\nMORE TALKS\n\nThey went on.\n\n**'A push'**\n\nIt was over.\n"
    assert [block for block in seen(read(source)) if block.startswith("heading")] == [
        "heading: MORE TALKS",
        "heading: 'A push'",
    ]


@pytest.mark.parametrize(
    "line",
    ['He said "we will win"', "“We won”, she said", "She asked for more", "What now?", "He said:"],
)
def test_a_line_that_may_be_a_statement_is_a_paragraph(read: Read, seen: Seen, line: str) -> None:
    assert seen(read(f"It was late.\n\n{line}\n\nThey went on.\n"))[1] == f"paragraph: {line}"


def test_a_break_tag_between_words_parts_them(read: Read, seen: Seen) -> None:
    article = read("“We won,” she said.<br>They left.<br /> Nobody spoke.\n")
    assert seen(article) == [
        "paragraph: “We won,” she said.",
        "paragraph: They left. Nobody spoke.",
    ]


def test_rules_fences_and_link_definitions_are_in_no_block(read: Read, seen: Seen) -> None:
    source = "It was [late][1].\n\n---\n\n```text\nThey went on.\n```\n\n[1]: https://e.org\n"
    assert seen(read(source, "a.md")) == ["paragraph: It was late.", "paragraph: They went on."]
