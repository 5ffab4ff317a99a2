"""Which statements are one: by speaker, by day, whoever came first, and after whatever went."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotecli.index.copies import crowds
from quotecli.index.copies.crowds import IN_FRONT
from quotecli.index.copies.groups import statements_change
from quotecli.index.files import FileVersion
from quotecli.index.filters import Counts, Filter, counts_of
from quotecli.index.read import find_records, record_by_id, records_of_period, variants_of
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file, remove_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Span, Statement
from quotecli.text.days import parse_period

Say = Callable[..., Statement]
Add = Callable[..., int]

PROMISE = (
    "We will rebuild the northern harbour before winter, and the ferry company will pay 500 crowns"
    " for every lost boat, because nobody else can."
)
CUT = "We will rebuild the northern harbour before winter,"


def groups(index: Index) -> list[list[str]]:
    """Give the ids of each group, of each the shown one first."""
    rows = index.execute(
        "SELECT leader, id FROM copy CROSS JOIN statement ON copy.statement = statement.number"
        " ORDER BY copy.rank"
    )
    found: dict[int, list[str]] = {}
    for leader, id_ in rows:
        found.setdefault(leader, []).append(id_)
    return sorted(found.values())


def test_the_fullest_wording_leads_whichever_came_first(index: Index, say: Say, add: Add) -> None:
    add(say(CUT, id="cut"))
    add(say(PROMISE.replace("harbour", "harbor"), id="full"))
    add(say(f"the province would “{CUT[8:-1]}”", id="mixed", kind=Kind.MIXED))
    assert groups(index) == [["full", "cut", "mixed"]]


def test_a_chain_of_small_differences_ends_after_one_step(index: Index, say: Say, add: Add) -> None:
    tail = "to the flooded villages of the lower valley"
    add(say(f"We have sent 500 soldiers with boats and pumps {tail}", id="five"))
    add(say(f"We have sent ... boats and pumps {tail}", id="between"))
    add(say(f"We have sent 700 soldiers with boats and pumps {tail}", id="seven"))
    assert all(not {"five", "seven"} <= set(group) for group in groups(index))


@pytest.mark.parametrize(
    ("one", "other", "grouped"),
    [
        ("Ada Brook", "Brook", True),
        ("Ada Brook", "A. Brook", True),
        ("Ada Brook", "Dr. Ada Brook", True),
        ("Ada Brook", "Ida Brook", False),
        ("Ada Brook", "Ben Cole", False),
        ("Ada Brook", None, True),  # many words, all the same
        (None, None, True),
    ],
)
def test_only_names_that_can_be_one_person_are_grouped(
    index: Index, say: Say, add: Add, one: str | None, other: str | None, grouped: bool
) -> None:
    add(say(PROMISE, one, id="one"))
    add(say(PROMISE, other, id="other"))
    assert bool(groups(index)) == grouped


@pytest.mark.parametrize("between", ["Brook", None])
def test_a_bare_name_and_nobody_never_bring_two_persons_together(
    index: Index, say: Say, add: Add, between: str | None
) -> None:
    add(say(PROMISE, between, id="bare"))
    add(say(PROMISE, "Ada Brook", id="ada"))
    add(say(PROMISE, "Ida Brook", id="ida"))
    add(say(PROMISE + " Truly.", between, id="longer"))
    assert all(not {"ada", "ida"} <= set(group) for group in groups(index))


def test_where_nobody_is_named_a_part_or_a_few_words_prove_nothing(
    index: Index, say: Say, add: Add
) -> None:
    add(say(PROMISE), say("The harbour sleeps."))
    add(say(CUT, None), say("The harbour sleeps.", None))
    assert groups(index) == []


@pytest.mark.parametrize(
    ("text", "dates", "grouped"),
    [
        (PROMISE, ("2022-10-31", "2022-11-07"), True),
        (PROMISE, ("2022-10-31", "2022-11-08"), False),
        (PROMISE, ("2022-10-31", None), True),
        (CUT, ("2022-10-31", "2022-11-03"), True),
        (CUT, ("2022-10-31", "2022-11-08"), False),
        (CUT, ("2022-10-31", None), False),
        (PROMISE.replace("before", "before the"), ("2022-10-31", "2022-11-03"), True),
        (PROMISE.replace("before", "before the"), ("2022-10-31", "2022-11-04"), False),
    ],
)
def test_the_days_may_lie_a_week_apart_or_less_where_the_words_differ(
    index: Index,
    say: Say,
    add: Add,
    text: str,
    dates: tuple[str | None, str | None],
    grouped: bool,
) -> None:
    add(say(PROMISE, date=dates[0]))
    add(say(text, date=dates[1]))
    assert bool(groups(index)) == grouped


def test_two_days_that_the_articles_state_are_two_statements(
    index: Index, say: Say, add: Add
) -> None:
    add(say(PROMISE, date="2022-10-31", said_on="2022-10-31"))
    add(say(PROMISE, date="2022-11-03", said_on="2022-11-03"))
    assert groups(index) == []


def test_a_search_shows_one_of_a_group_and_counts_the_others(
    index: Index, say: Say, add: Add
) -> None:
    add(say(PROMISE, id="full"), outlet="Post")
    add(say(CUT, id="cut"), outlet="Times")
    add(say("The harbour sleeps.", id="alone"), outlet="Post")

    def shown(**conditions: Any) -> list[str]:
        found = find_records(index, Filter(collapsed=True, **conditions))
        assert counts_of(index, Filter(collapsed=True, **conditions)).shown == len(found)
        return sorted(record.id for record in found)

    assert shown() == shown(words='"harbour"') == ["alone", "full"]
    assert shown(words='"winter"', speakers=("Brook",)) == ["full"]
    assert shown(speakers=("Brook",), until="2023-01-01") == ["alone", "full"]
    assert shown(outlets=("Times",)) == ["cut"]
    assert shown(words='"rebuild"', since="2022-01-01") == ["full"]
    assert counts_of(index, Filter(words='"harbour"')) == Counts(3)
    counts = counts_of(index, Filter(collapsed=True))
    assert (counts.shown, counts.with_copies) == (2, 3)
    found = find_records(index, Filter(collapsed=True), counts)
    assert found == find_records(index, Filter(collapsed=True))


def test_what_only_a_shorter_variant_says_is_found_in_it(index: Index, say: Say, add: Add) -> None:
    add(say(PROMISE, id="full"))
    add(say(CUT.replace("harbour", "harbor"), id="cut"))
    (record,) = find_records(index, Filter(words='"harbor"', collapsed=True))
    assert (record.id, [also.id for also in record.also]) == ("cut", ["full"])


def test_a_day_has_each_statement_once_and_on_demand_every_copy(
    index: Index, say: Say, add: Add
) -> None:
    for outlet in "Post", "Times", "Wire":
        add(say(PROMISE), outlet=outlet)
    day = parse_period("2022-10-31")
    assert len(records_of_period(index, day, collapsed=True)) == 1
    assert len(records_of_period(index, day)) == 3


def test_the_variants_of_any_copy_are_all_copies_the_earliest_first(
    index: Index, say: Say, add: Add
) -> None:
    add(say(PROMISE, id="fullest"), published="2022-11-01")
    add(say(CUT, id="cutcut"), published="2022-10-31")
    add(say("The harbour sleeps.", id="alone1"))
    for id_ in "fullest", "cutcut":
        record = record_by_id(index, id_)
        assert record is not None
        assert [copy.id for copy in variants_of(index, record)] == ["cutcut", "fullest"]
    alone = record_by_id(index, "alone1")
    assert alone is not None
    assert [copy.id for copy in variants_of(index, alone)] == ["alone1"]


WORDS = PROMISE.split()


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, str | None, str | None, bool, Kind]:
    """Print the promise as an outlet might, or as one that changes it."""
    words = WORDS[draw(st.integers(0, 8)) : draw(st.integers(14, len(WORDS)))]
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(words) - 1))
        words[at] = draw(
            st.sampled_from(["may", "700", "harbor", "", "not", "...", "[it]", words[at]])
        )
    return (
        " ".join(filter(None, words)),
        draw(st.sampled_from(["Ada Brook", "Brook", "A. Brook", "Ida Brook", None])),
        draw(st.one_of(st.none(), st.integers(1, 14).map(lambda day: f"2022-10-{day:02}"))),
        draw(st.booleans()),
        draw(st.sampled_from(Kind)),
    )


Printed = tuple[str, str | None, str | None, bool, Kind]


def put(index: Index, number: int, told: Sequence[Printed]) -> int:
    made = tuple(
        Statement(
            id=f"id{number}x{position}",
            kind=kind,
            text=text,
            speaker=speaker,
            speakers=(speaker,) if speaker else (),
            mention=None,
            cue=None,
            said_on=date if stated else None,
            date=date,
            segments=(Span(position, position + 1),),
            mention_spans=(),
            cue_spans=(),
            basis=Basis.NAMED,
            confidence=1.0,
        )
        for position, (text, speaker, date, stated, kind) in enumerate(told)
    )
    file = add_file(index, FileVersion(f"/{number}", "", "", Metadata()))
    add_article(index, file, 0, Article("", (), Metadata(outlet=f"{number}")), Extraction(made))
    return file


def state(index: Index) -> tuple[list[list[str]], list[tuple[int, ...]]]:
    return groups(index), index.execute("SELECT * FROM wording_key ORDER BY 1, 2, 3").fetchall()


@pytest.mark.parametrize("in_front", [1, 2, IN_FRONT])
@settings(max_examples=25)
@given(
    articles=st.lists(st.lists(printed(), min_size=1, max_size=2), min_size=2, max_size=8),
    data=st.data(),
)
def test_the_groups_depend_on_what_the_index_holds_and_on_nothing_else(
    in_front: int,
    articles: list[list[Printed]],
    data: st.DataObject,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    everything = list(range(len(articles)))
    order = data.draw(st.permutations(everything))
    gone = set(data.draw(st.lists(st.sampled_from(everything))))
    folder = tmp_path_factory.mktemp("groups")

    def states(name: str, come: Sequence[int], go: Sequence[int]) -> list[Any]:
        with closing(open_index(folder / name, create=True)) as index, transaction(index):
            files = {number: put(index, number, articles[number]) for number in come}
            full = state(index)
            for number in go:
                remove_file(index, files[number])
            return [full, state(index)]

    with patch.object(crowds, "IN_FRONT", in_front):
        full, empty = states("a", everything, everything)
        other_order, some = states("b", order, sorted(gone, key=order.index))
        (never_there, _) = states("c", [n for n in order if n not in gone], [])
    assert empty == ([], [])
    assert full == other_order
    assert some == never_there


def test_statements_in_the_same_words_cost_no_comparison(index: Index, add: Add, say: Say) -> None:
    asked: list[str] = []
    add(say(PROMISE), title="first")
    add(say(PROMISE))

    def count(steps: int) -> int:
        asked.clear()
        index.set_trace_callback(asked.append)
        for _ in range(steps):
            add(say(PROMISE))
        index.set_trace_callback(None)
        return len([query for query in asked if query.lstrip().upper().startswith("SELECT")])

    few = count(1)
    count(30)
    assert count(1) == few
    assert len(groups(index)[0]) == 34


def test_a_group_cannot_outlive_its_statements(index: Index, say: Say, add: Add) -> None:
    file = add(say(PROMISE))
    add(say(CUT))
    with transaction(index):
        remove_file(index, file)
    assert groups(index) == []
    with pytest.raises(sqlite3.IntegrityError), transaction(index):
        index.execute("INSERT INTO copy VALUES (999, 1, '')")


def test_a_corrected_speaker_takes_a_statement_out_of_its_group_and_into_another(
    index: Index, say: Say, add: Add
) -> None:
    add(say(PROMISE, "Ada Brook", id="ada"))
    add(say(PROMISE, "Ben Cole", id="ben"))
    add(say(PROMISE, "Ada Brook", id="again"))
    assert groups(index) == [["ada", "again"]] or groups(index) == [["again", "ada"]]
    ((number,),) = index.execute("SELECT number FROM statement WHERE id = 'again'").fetchall()
    with transaction(index), statements_change(index, f"[{number}]"):
        index.execute("""UPDATE statement SET fixed = '["Ben Cole"]' WHERE id = 'again'""")
    assert [sorted(group) for group in groups(index)] == [["again", "ben"]]


def test_reports_that_differ_in_a_number_are_told_apart_without_being_laid_side_by_side(
    index: Index, say: Say, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotecli.text.sameness.judge.align", lambda *_: 1 / 0)
    add(*(say(f"We shall rebuild the old harbour with {n} ships by winter") for n in range(70, 90)))
    assert groups(index) == []
