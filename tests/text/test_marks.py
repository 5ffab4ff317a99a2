"""Which words stand in quotation marks; odd marks are told and cost only themselves."""

import pytest

from quotecli.model import Span
from quotecli.text.marks import Quoted, find_quoted


def paragraphs_of(text: str) -> list[Span]:
    """Give a span per line that is not empty."""
    spans = []
    start = 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def quoted_words(text: str) -> list[str]:
    found, _ = find_quoted(text, paragraphs_of(text))
    return [" / ".join(text[p.start : p.end] for p in q.parts) for q in found]


def odd_marks(text: str) -> list[int]:
    _, problems = find_quoted(text, paragraphs_of(text))
    assert {p.code for p in problems} <= {"odd-mark"}
    return sorted(p.span.start for p in problems if p.span)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"One two," he said.', ["One two,"]),
        ("“One two,” he said.", ["One two,"]),
        ('“One two," he said.', ["One two,"]),
        ('"One two,” he said.', ["One two,"]),
        ("”One two,” he said.", ["One two,"]),
        ("„One two,“ he said.", ["One two,"]),
        ("„One two,” he said.", ["One two,"]),
        ("«One two,» he said.", ["One two,"]),
        ("»One two,« he said.", ["One two,"]),
        ("``One two,'' he said.", ["One two,"]),
        ("＂One two,＂ he said.", ["One two,"]),
        ("‘One two,’ he said.", ["One two,"]),
        ("'One two,' he said.", ["One two,"]),
        ("‹One two,› he said.", ["One two,"]),
        pytest.param(
            "‚One two,‘ he said.",
            ["One two,"],
            marks=pytest.mark.xfail(reason="‘ is never taken for the closing mark of ‚"),
        ),
    ],
)
def test_every_kind_of_mark_pairs(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words
    assert odd_marks(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"One," he said. "Two," she said.', ["One,", "Two,"]),
        ('He said "one" and "two" and "three".', ["one", "two", "three"]),
        ('("One," he said)', ["One,"]),
        ('He said—"one"—and left.', ["one"]),
        ('["One"]', ["One"]),
        ('"One": that was all.', ["One"]),
        ('"[The] one", he said.', ["[The] one"]),
        ('"$5 is enough," he said.', ["$5 is enough,"]),
        ('"…and then," he said.', ["…and then,"]),
        ('"\'Tis one," he said.', ["'Tis one,"]),
        ("“One, ”he said. “Two. ”", ["One, ", "Two. "]),
        ("“One,” he said, ”Two.”", ["One,", "Two."]),
    ],
)
def test_marks_stand_beside_stops_and_brackets(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("'We don't know,' she said.", ["We don't know,"]),
        ("‘The workers’ union won’t pay,’ she said.", ["The workers’ union won’t pay,"]),
        ("The workers’ union met at St James’ Hall.", []),
        ("The dogs' home and the cats' home merged.", []),
        ("Fans of ’90s pop and rock ’n’ roll met.", []),
        ("'Twas the night, 'til dawn.", []),
        ("O’Brien’s pub isn’t the Roes’ pub.", []),
        ("He called it the ‘people’s vote’.", ["people’s vote"]),
    ],
)
def test_apostrophes_are_no_marks(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\"He said 'one' twice,\" she said.", ["He said 'one' twice,"]),
        ("“He said ‘one’ twice,” she said.", ["He said ‘one’ twice,"]),
        ("‘He said “one” twice,’ she said.", ["He said “one” twice,"]),
        ("“He said “one” twice,” she said.", ["He said “one” twice,"]),
        ("«He said “one” twice,» she said.", ["He said “one” twice,"]),
        ("\"It ends in 'one.'\"", ["It ends in 'one.'"]),
        ("“‘One’ is the word,” she said.", ["‘One’ is the word,"]),
        ("“It is “one” and “two” now,” she said.", ["It is “one” and “two” now,"]),
        ('"It is "one" and "two" now," she said.', ['It is "one" and "two" now,']),
        ('“It is "one" and "two" now,” she said.', ['It is "one" and "two" now,']),
        ('"It is “one” and “two” now," she said.', ["It is “one” and “two” now,"]),
        ("«It is «one» and «two» now», she said.", ["It is «one» and «two» now"]),
        (
            '"She left. “One,” she said. “Two.” He stayed."',
            ["She left. “One,” she said. “Two.” He stayed."],
        ),
    ],
)
def test_only_the_outermost_marks_count(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words


def test_a_quotation_runs_on_where_the_next_paragraph_reopens_it() -> None:
    text = "“One.\n“Two.\n“Three,” he said."

    (found,), problems = find_quoted(text, paragraphs_of(text))

    assert found == Quoted(
        0, text.index("”") + 1, (Span(1, 5), Span(7, 11), Span(13, 19)), closed=True
    )
    assert problems == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“He said “one” twice.\n“Then two,” she said.", ["He said “one” twice. / Then two,"]),
        ('"He said "one" twice.\n"Then two," she said.', ['He said "one" twice. / Then two,']),
        ("“He said “one” twice.\n“Then two.\nShe left.", ["He said", "one", "Then two."]),
        ('"He said “one” twice.\nThree.', ["one"]),
        ('She said: "One.\n“Two,” she said.', ["One. / Two,"]),
        ('"One.\n“Two.\n“Three,” he said.', ["One. / Two. / Three,"]),
    ],
)
def test_a_quotation_that_runs_on_may_hold_others_if_it_ends(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The bridge “sank.”\n“We walked,” she said.', ["sank.", "We walked,"]),
        ('"It “sank.”\n"It was old.\n“We walked,” she said.', ["sank.", "We walked,"]),
        (
            '"The bridge was shut.\n“We walked,” she said.\n"It opened."',
            ["We walked,", "It opened."],
        ),
        (
            '"It was shut.\n"It sank.\n“We walked,” she said.',
            ["It was shut. / It sank.", "We walked,"],
        ),
    ],
)
def test_the_quotations_count_in_a_text_within_straight_marks(text: str, words: list[str]) -> None:
    assert quoted_words(text) == words
    assert 0 in odd_marks(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "“We go, he said. “We stay,” she said.\n“We run.”",
            ["We go, he said.", "We stay,", "We run."],
        ),
        (
            '"We go, he said. "We stay," she said. "We run," they said."',
            ["We go, he said.", "We stay,", "We run,"],
        ),
        ('She left."He said "one" and "two"," it said.', ["He said", "one", "two"]),
    ],
)
def test_quotations_that_follow_a_forgotten_mark_are_not_inside_it(
    text: str, words: list[str]
) -> None:
    assert quoted_words(text) == words


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = 'He said: "One two.\nThe next paragraph has none.\n"Three," he said.'

    found, problems = find_quoted(text, paragraphs_of(text))

    assert [text[q.parts[0].start : q.parts[0].end] for q in found] == ["One two.", "Three,"]
    assert [q.closed for q in found] == [False, True]
    assert [p.span for p in problems] == [Span(9, 10)]


@pytest.mark.parametrize(
    ("text", "words", "odd"),
    [
        ('The road was closed" for days.', [], [19]),
        ('The road was closed" for days. "One," he said.', ["One,"], [19]),
        ('"One," he said. The road was closed" for days.', ["One,"], [35]),
        ('He said "one', ["one"], [8]),
        ('The 12" pipe and the 9" pipe burst.', [], []),
        ("He ran it in 3' 12\".", [], []),
        pytest.param(
            'He left. "',
            [],
            [9],
            marks=pytest.mark.xfail(reason="a mark at the very end is dropped without a word"),
        ),
        ("", [], []),
    ],
)
def test_an_odd_mark_is_told_and_costs_only_itself(
    text: str, words: list[str], odd: list[int]
) -> None:
    assert quoted_words(text) == words
    assert odd_marks(text) == odd


def test_offsets_take_the_marks_in_and_the_parts_leave_them_out() -> None:
    text = "So ``one'' it is."

    (found,), _ = find_quoted(text, paragraphs_of(text))

    assert text[found.start : found.end] == "``one''"
    assert [text[p.start : p.end] for p in found.parts] == ["one"]


def test_text_outside_the_paragraphs_is_not_looked_at() -> None:
    text = 'A "one" and a "two" and a "three".'

    found, _ = find_quoted(text, [Span(8, 20)])

    assert [text[p.start : p.end] for q in found for p in q.parts] == ["two"]


def test_no_paragraph_no_quotation() -> None:
    assert find_quoted('"One"', []) == ([], [])
