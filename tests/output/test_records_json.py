"""Records as JSON: the contract with other programs."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quotecli.model import Also, Kind, Record, Span
from quotecli.output.records_json import json_array, json_lines
from quotecli.output.terminal import HIDDEN

Make = Callable[..., Record]

CONTRACT = [
    "id", "kind", "text", "speaker", "speakers", "mention", "cue", "said_on", "published", "date",
    "outlet", "title", "author", "url", "path", "segments", "mention_spans", "cue_spans", "basis",
    "confidence", "also",
]  # fmt: skip

# JSON has no way to tell two surrogates in a row from the character that they encode together.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
EXACT_TEXT = st.text(st.characters()).filter(lambda text: _PAIR.search(text) is None)


def parsed(records: list[Record]) -> list[dict[str, Any]]:
    array: list[dict[str, Any]] = json.loads("".join(json_array(records)))
    assert array == [json.loads(line) for line in json_lines(records)]
    return array


def test_each_object_has_exactly_the_keys_of_the_contract_in_their_order(record: Make) -> None:
    assert list(parsed([record()])[0]) == CONTRACT


def test_spans_are_pairs_and_other_articles_are_objects(record: Make) -> None:
    other = Also("77aa01de", None, "https://b.example", "2022-11-01")
    found = parsed([record(segments=(Span(1, 5), Span(7, 9)), cue_spans=(), also=(other,))])[0]
    assert found["segments"] == [[1, 5], [7, 9]]
    assert found["cue_spans"] == []
    assert found["also"] == [
        {"id": "77aa01de", "outlet": None, "url": "https://b.example", "published": "2022-11-01"}
    ]
    assert list(found["also"][0]) == ["id", "outlet", "url", "published"]


def test_unknown_is_null_and_closed_sets_are_their_words(record: Make) -> None:
    found = parsed([record(speaker=None, speakers=(), date=None, kind=Kind.INDIRECT)])[0]
    assert (found["speaker"], found["speakers"], found["date"]) == (None, [], None)
    assert (found["kind"], found["basis"], found["confidence"]) == ("indirect", "role", 0.93)


@given(text=EXACT_TEXT, title=EXACT_TEXT)
def test_what_is_parsed_is_what_was_written(record: Make, text: str, title: str) -> None:
    found = parsed([record(text=text, title=title)])[0]
    assert (found["text"], found["title"]) == (text, title)


@given(text=st.text(st.characters()))
def test_json_has_nothing_that_a_terminal_obeys_or_hides(record: Make, text: str) -> None:
    for written in (json_array([record(text=text)]), json_lines([record(text=text)])):
        assert re.search(f"[{HIDDEN}]", "".join(written).replace("\n", "")) is None


def test_letters_of_all_scripts_stay_readable(record: Make) -> None:
    assert '"text": "Überraschung, 日本, [sic]",\n' in "".join(
        json_array([record(text="Überraschung, 日本, [sic]")])
    )


def test_the_array_has_one_key_per_line(record: Make) -> None:
    lines = "".join(json_array([record(), record()])).splitlines()
    assert lines[:3] == ["[", "  {", '    "id": "3f9a2c1b",']
    assert '    "segments": [[12, 81]],' in lines
    assert lines.count("  },") == 1
    assert lines[-2:] == ["  }", "]"]


def test_no_record_gives_an_empty_array_and_no_line() -> None:
    assert "".join(json_array([])) == "[]\n"
    assert list(json_lines([])) == []


def test_each_line_is_one_record(record: Make) -> None:
    lines = list(json_lines([record(text="a\nb"), record()]))
    assert [line.count("\n") for line in lines] == [1, 1]


def test_records_are_written_as_they_come(record: Make) -> None:
    asked = 0

    def records() -> Iterator[Record]:
        nonlocal asked
        for _ in range(3):
            asked += 1
            yield record()

    next(json_array(records()))
    next(json_lines(records()))
    assert asked == 2
