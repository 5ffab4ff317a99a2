"""Each verdict, in a real index of two small articles."""

import csv
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.errors import UsageError
from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import Index, open_index
from quotecli.ingest import index_paths
from quotecli.model import Change, Kind, Record, Verdict, Verification
from quotecli.search.verify import Question, verify
from quotecli.search.verifying.lexicon import FUNCTION_WORDS
from quotecli.search.verifying.words import words_of

HERE = Path(__file__).resolve().parent


def cases() -> list[dict[str, str]]:
    text = (HERE / "verify_cases.tsv").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Give an index of the two articles, open for reading."""
    path = tmp_path_factory.mktemp("coast") / "index.sqlite"
    index_paths(path, [HERE / "articles"])
    with closing(open_index(path)) as index:
        yield index


@pytest.fixture(scope="module")
def direct(coast: Index) -> list[Record]:
    """Give the direct quotations of the index."""
    return find_records(coast, Filter(kinds=(Kind.DIRECT,)))


def ask(index: Index, words: str, speaker: str = "", **more: Any) -> Verification:
    return verify(index, Question(words, (speaker,) if speaker else (), **more))


@pytest.mark.parametrize(
    "case", cases(), ids=lambda case: f"{case['query'][:50]}-{case['speaker']}"
)
def test_the_verdict(coast: Index, case: dict[str, str]) -> None:
    query = case["query"].encode("ascii", "backslashreplace").decode("unicode_escape")
    answer = ask(coast, query, case["speaker"])

    best = answer.findings[0] if answer.findings else None
    assert answer.verdict.value == case["verdict"]
    kinds = [d.kind.value for d in best.differences] if best else []
    if case["verdict"] in {"verbatim", "cut"}:
        assert kinds == list(filter(None, [case["differences"]]))
    elif case["differences"]:
        assert kinds[0] == case["differences"]
    told = [d.note for d in best.differences] + list(best.notes) if best else []
    assert case["note"] in "\n".join((*told, *answer.notes))


def test_there_are_many_cases_of_each_verdict() -> None:
    assert len(cases()) >= 80
    assert {case["verdict"] for case in cases()} == set(Verdict)


def test_all_records_are_listed_the_best_first(coast: Index) -> None:
    answer = ask(coast, "We will keep talking", "Brandt")

    told = [(f.verdict, f.record.speaker, f.record.outlet) for f in answer.findings]
    assert told == [
        (Verdict.VERBATIM, "Ilya Brandt", "The Morning Gull"),
        (Verdict.OTHER_SPEAKER, "Maria Okonkwo", "Harbour Post"),
        (Verdict.OTHER_SPEAKER, "Maria Okonkwo", "The Morning Gull"),
    ]


def test_without_a_speaker_both_who_said_it_are_right(coast: Index) -> None:
    answer = ask(coast, "We will keep talking")

    assert [f.verdict for f in answer.findings] == [Verdict.VERBATIM] * 3
    assert answer.findings[0].record.published == "2022-10-31"


def test_of_several_speakers_any_will_do(coast: Index) -> None:
    question = Question("The tide takes what the tide wants", ("Okonkwo", "Roe"))

    assert verify(coast, question).verdict is Verdict.VERBATIM


def test_a_record_of_other_days_is_named_and_does_not_count(coast: Index) -> None:
    words = "The tide takes what the tide wants"
    answer = ask(coast, words, since="2023-01-01", until="2023-12-31")

    assert answer.verdict is Verdict.NOT_FOUND
    assert any(note.startswith("outside of the days asked for: ") for note in answer.notes)
    assert ask(coast, words, since="2022-11-01").verdict is Verdict.VERBATIM


def test_words_of_an_article_that_no_statement_holds_are_found_there(coast: Index) -> None:
    answer = ask(coast, "The sign at the gate")

    assert (answer.verdict, answer.findings) == (Verdict.NOT_FOUND, ())
    (place,) = answer.places
    assert (place.outlet, place.is_quoted) == ("Harbour Post", False)
    assert "The sign at the gate says “no entry" in place.context


def test_what_was_not_found_comes_with_the_extent_of_the_index(coast: Index) -> None:
    covered = ask(coast, "Penguins on parade").covered

    assert covered is not None
    assert (covered.articles, covered.first, covered.last) == (2, "2022-10-31", "2022-11-01")
    assert ask(coast, "We will keep talking").covered is None


def test_the_draft_itself_is_told_as_such(coast: Index) -> None:
    words = "Nobody asked the fishermen before the first stone was laid"
    path = ask(coast, words).findings[0].record.path
    assert path is not None

    assert ask(coast, words, draft=path).notes == (
        "this record is the draft itself, which is in the index",
    )


def test_both_wordings_stand_side_by_side(coast: Index) -> None:
    answer = ask(coast, "Our neighbours may like it")

    comparison = [tuple(stretch) for stretch in answer.findings[0].comparison]
    assert comparison == [
        ("Our neighbours may", "Our neighbours may", True),
        ("not", "", False),
        ("like it", "like it", True),
    ]


def test_a_name_without_a_letter_is_wrong_usage(coast: Index) -> None:
    with pytest.raises(UsageError):
        ask(coast, "We will keep talking", "--")


def test_an_index_whose_article_lost_the_words_is_not_believed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "index.sqlite"
    index_paths(path, [HERE / "articles"])
    with closing(open_index(path, create=True)) as index:
        assert ask(index, "We will keep talking").verdict is Verdict.VERBATIM
        index.execute("UPDATE article SET text = replace(text, 'keep', 'stop')")
        verdict = ask(index, "We will keep talking").verdict
    assert verdict is Verdict.ALTERED


def test_an_empty_index_has_nothing(tmp_path: Path) -> None:
    with closing(open_index(tmp_path / "index.sqlite", create=True)) as index:
        answer = ask(index, "We will keep talking", "Okonkwo")

    assert answer.verdict is Verdict.NOT_FOUND
    assert answer.notes[-1] == "that is not “never said”: the index holds no statements yet"


# --- properties ---


def sentence(records: list[Record], draw: st.DataObject) -> Record:
    return draw.draw(st.sampled_from([r for r in records if len(words_of(r.text)) > 3]))


OTHER_WORDS = st.sampled_from(["zebra", "always", "forty", "not", "may", "tide", "boats", "7", "x"])


@settings(max_examples=150)
@given(data=st.data())
def test_no_change_of_a_single_word_is_verbatim(
    coast: Index, direct: list[Record], data: st.DataObject
) -> None:
    # What a person puts into brackets is no claim that it was said.
    record = sentence([r for r in direct if "[" not in r.text], data)
    words = words_of(record.text)
    inner = [w for w in words[1:-1] if w.key not in FUNCTION_WORDS]
    word = data.draw(st.sampled_from(inner or words[1:-1]))
    other = data.draw(OTHER_WORDS.filter(lambda o: o not in record.text.casefold()))
    put = data.draw(st.sampled_from(["", other, f"{other} {word.key}", f"{word.key} {other}"]))
    text = f"{record.text[: word.start]}{put}{record.text[word.end :]}"

    answer = ask(coast, text, record.speaker or "")

    assert answer.verdict not in {Verdict.VERBATIM, Verdict.PARAPHRASE}
    if answer.verdict is Verdict.ALTERED:
        assert answer.findings[0].differences


HARMLESS = (
    str.upper,
    str.lower,
    lambda text: text.replace(" ", "  \n"),
    lambda text: text.replace("’", "'"),
    lambda text: text.replace(", ", " – "),
    lambda text: f"„{text.rstrip('.,?')}“",
    lambda text: f"… {text} […]",
    lambda text: f"{text} [sic]",
    lambda text: text.replace("e", "e\u00ad"),
    lambda text: f"[{text[0].swapcase()}]{text[1:]}" if text[0].isalpha() else text,
)


@settings(max_examples=100)
@given(data=st.data())
def test_any_mixture_of_harmless_changes_is_verbatim(
    coast: Index, direct: list[Record], data: st.DataObject
) -> None:
    record = data.draw(st.sampled_from(direct))
    text = record.text
    for change in data.draw(st.lists(st.sampled_from(HARMLESS), max_size=5, unique=True)):
        text = change(text)

    assert ask(coast, text, "; ".join(record.speakers)).verdict is Verdict.VERBATIM


@settings(max_examples=60)
@given(words=st.text(max_size=60))
def test_whatever_is_typed_is_answered(coast: Index, words: str) -> None:
    answer = ask(coast, words)

    assert answer.verdict in Verdict
    for finding in answer.findings:
        assert all(d.kind in Change for d in finding.differences)


def test_words_that_a_record_of_other_days_has_are_not_called_unrecorded(coast: Index) -> None:
    answer = ask(coast, "The tide takes what the tide wants", since="2023-01-01")

    assert any(note.startswith("outside of the days asked for: ") for note in answer.notes)
    assert answer.places == ()
