import re

import numpy as np
import pytest

from quotecli.extraction.tagger.decode import Decoded, Link, confidence, decode, find_links
from quotecli.extraction.tagger.encoder import TO_CUE, TO_SOURCE, Scores
from quotecli.extraction.tagger.inputs import Inputs
from quotecli.extraction.tagger.linking import Weights
from quotecli.model import Span
from quotecli.text.marks import find_quoted

TAG = {".": 0, "S": 1, "s": 2, "C": 3, "c": 4, "T": 5, "t": 6}


def scores(
    text: str, tags: str, cues: dict[int, int], sources: dict[int, int], sure: float = 0.9
) -> Scores:
    """Scores for a text of words, one letter of ``tags`` a word.

    A capital begins a span (source, cue, conTent), a small letter goes on with it. ``cues`` and
    ``sources`` say which word points at which; all other words point anywhere.
    """
    spans = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    assert len(spans) == len(tags), spans
    count = len(spans)
    starts, ends = np.array(spans).T
    features = np.zeros((count, 3), dtype=np.int64)
    features[0, 2] = 2
    features[1:, 2] = [
        2 if "\n" in text[e:s] else 1 for e, s in zip(ends, starts[1:], strict=False)
    ]
    quotation = np.full(count, -1)
    paragraphs = [Span(*m.span()) for m in re.finditer(".+", text)]
    for number, quoted in enumerate(find_quoted(text, paragraphs)[0]):
        quotation[(starts >= quoted.start) & (ends <= quoted.end)] = number
    probabilities = np.full((count, 7), (1 - sure) / 6)
    probabilities[np.arange(count), [TAG[letter] for letter in tags]] = sure
    pointers = np.zeros((2, count + 2, count + 2), dtype=np.float32)
    for pointer, links in ((TO_CUE, cues), (TO_SOURCE, sources)):
        for word, target in links.items():
            pointers[pointer, word + 1, target + 1] = 9
    inputs = Inputs(np.zeros(count, dtype=np.int64), features, starts, ends, quotation)
    return Scores(
        inputs,
        np.log(probabilities).astype(np.float32),
        np.zeros(count, dtype=np.int64),
        (0,),
        (pointers,),
    )


def shown(text: str, found: Decoded | Link) -> tuple[str, str, str]:
    content, cue, source = (
        " … ".join(text[s.start : s.end] for s in spans) for spans in (found[0], found[1], found[2])
    )
    return content, cue, source


def links(text: str, made: Scores) -> list[tuple[str, str, str]]:
    return [shown(text, found) for found in decode(made, Weights())]


def test_a_content_is_linked_to_its_cue_and_that_to_its_source() -> None:
    text = "The mayor said the bridge is safe"
    made = scores(text, "SsCTttt", {3: 2, 4: 2, 5: 2, 6: 2}, {2: 0})
    assert links(text, made) == [("the bridge is safe", "said", "The mayor")]


def test_one_source_may_serve_two_cues() -> None:
    text = "Roe denied theft and said he paid"
    made = scores(text, "SCT.CTt", {2: 1, 5: 4, 6: 4}, {1: 0, 4: 0})
    assert links(text, made) == [("theft", "denied", "Roe"), ("he paid", "said", "Roe")]


def test_two_contents_of_one_cue_are_one_link() -> None:
    text = "“We won,” said Roe, “and fairly.”"
    made = scores(
        text, "TttttCS.Ttttt", dict.fromkeys((0, 1, 2, 3, 4, 8, 9, 10, 11, 12), 5), {5: 6}
    )
    assert links(text, made) == [("“We won,” … “and fairly.”", "said", "Roe")]


def test_a_content_that_points_anywhere_goes_to_the_nearer_cue() -> None:
    text = "he came Roe said and then she left Doe added"
    made = scores(text, "TtSC..TtSC", {0: 3, 1: 3}, {3: 2, 9: 8})
    assert [link[:2] for link in links(text, made)] == [("he came", "said"), ("she left", "added")]


def test_a_cue_without_a_source_gives_an_empty_source() -> None:
    text = "It was said that the bridge is safe"
    made = scores(text, "..C.Tttt", dict.fromkeys(range(4, 8), 2), {2: -1})
    assert links(text, made) == [("the bridge is safe", "said", "")]


@pytest.mark.parametrize("tags", ["..C....", "...Tttt", "......."])
def test_a_cue_or_a_content_alone_gives_no_link(tags: str) -> None:
    assert (
        links(
            "He then said the bridge is safe",
            scores("He then said the bridge is safe", tags, {}, {}),
        )
        == []
    )


def test_quotation_marks_are_never_cut() -> None:
    text = "“We won fairly”, said Roe"
    made = scores(text, "TtttT.CS", dict.fromkeys(range(5), 6), {6: 7})
    made.tags[3] = made.tags[5]  # a slip within the quotation: one word outside
    assert links(text, made) == [("“We won fairly”", "said", "Roe")]


def test_a_source_never_runs_on_into_the_next_paragraph() -> None:
    text = "A letter from Roe\nRoe said yes"
    made = scores(text, "...SsCT", {6: 5}, {5: 4})
    assert links(text, made) == [("yes", "said", "Roe")]


def test_a_content_without_marks_never_runs_on_into_the_next_paragraph() -> None:
    text = "Roe said yes\nLater it rained"
    made = scores(text, "SCTttt", {2: 1}, {1: 0})
    assert links(text, made) == [("yes", "said", "Roe")]


def test_a_quotation_runs_on_into_a_paragraph_that_reopens_it() -> None:
    text = "Roe said “We won\n“and fairly”"
    made = scores(text, "SCTttTttt", dict.fromkeys(range(2, 9), 1), {1: 0})
    made.tags[5] = made.tags[6]  # the reopening mark goes on
    assert links(text, made) == [("“We won\n“and fairly”", "said", "Roe")]


def test_a_content_belongs_to_the_cue_of_its_own_paragraph() -> None:
    text = "Roe said yes\nThe bridge is safe Doe added"
    made = scores(text, "SCTTtttSC", {}, {1: 0, 8: 7})
    assert links(text, made) == [("yes", "said", "Roe"), ("The bridge is safe", "added", "Doe")]


def test_the_features_of_a_link_say_how_much_of_it_stands_in_marks() -> None:
    text = "Roe said it was “a fair win”"
    (found,) = decode(
        scores(text, "SCTtttttt", dict.fromkeys(range(2, 9), 1), {1: 0}),
        Weights(),
    )
    assert found.features["quoted"] == pytest.approx(5 / 7)
    assert found.features["all quoted"] == 0


def test_confidence_is_the_logistic_of_the_weighted_features() -> None:
    assert confidence({"bias": 1.0, "x": 2.0}, {"bias": 1.0, "x": -0.5}) == pytest.approx(0.5)
    assert confidence({}, {"bias": 3.0}) == pytest.approx(0.5)
    assert confidence({"x": 1e6}, {"x": 1.0}) <= 1
    assert confidence({"x": -1e6}, {"x": 1.0}) >= 0


@pytest.mark.parametrize("text", ["", "2:1 (0:1)", "“” — …"])
def test_a_text_without_letters_needs_no_model(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(
        "quotecli.extraction.tagger.decode.load_encoder", lambda: pytest.fail("loaded")
    )
    assert find_links(text, [Span(0, len(text))] if text else [], []) == []


def found_in(text: str) -> list[tuple[str, str, str]]:
    paragraphs = [Span(*m.span()) for m in re.finditer(".+", text)]
    return [shown(text, x) for x in find_links(text, paragraphs, find_quoted(text, paragraphs)[0])]


def test_the_shipped_tagger_reads_a_short_report() -> None:
    text = (
        "The ferry will run again next week, the harbour master said on Tuesday.\n"
        "“We have mended the hull,” Anna Lindqvist told reporters."
    )
    assert found_in(text) == [
        ("The ferry will run again next week", "said", "the harbour master"),
        ("“We have mended the hull,”", "told", "Anna Lindqvist"),
    ]


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "«»"])
def test_the_style_of_the_marks_makes_no_difference(marks: str) -> None:
    text = f"{marks[0]}The hull is mended,{marks[1]} Anna Lindqvist told reporters."
    assert found_in(text) == [(text[:21], "told", "Anna Lindqvist")]


def test_scores_are_probabilities_and_surer_for_a_plain_quotation() -> None:
    text = "“The hull is mended,” said Anna Lindqvist. Rumours of a sale had been denied."
    paragraphs = [Span(0, len(text))]
    found = find_links(text, paragraphs, find_quoted(text, paragraphs)[0])
    assert all(0 < link.score < 1 for link in found)
    assert found[0].score > 0.8
