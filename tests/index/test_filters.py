from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.index import filters
from quotecli.index.asking.tallies import By, tallies_by
from quotecli.index.files import FileVersion
from quotecli.index.filters import Filter, Sort, count_records, counts_of, statement_numbers
from quotecli.index.read import find_records
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Record, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def texts(index: Index, wanted: Filter) -> list[str]:
    return [record.text for record in find_records(index, wanted)]


def test_words_are_stemmed_and_accents_do_not_count(index: Index, say: Say, add: Add) -> None:
    add(say("They normalized relations in Córdoba."), say("Nothing changes."))
    for word in "normalizing", "relation", "cordoba":
        assert texts(index, Filter(words=f'"{word}"')) == ["They normalized relations in Córdoba."]


def test_a_word_may_be_the_speakers_name(index: Index, say: Say, add: Add) -> None:
    add(say("Peace is near.", "Ada Brook"), say("Brook is far.", "Ben Cole"))
    both = Filter(words='"brook"', sort=Sort.RELEVANCE)
    assert texts(index, both) == ["Peace is near.", "Brook is far."]
    assert texts(index, Filter(words='"brook" AND "peace"')) == ["Peace is near."]


def test_the_numbers_of_speakers_are_no_words(index: Index, say: Say, add: Add) -> None:
    add(say("Peace is near."))
    assert texts(index, Filter(words='"s1"')) == []


def test_a_better_match_comes_first_and_of_equal_ones_the_newest(
    index: Index, say: Say, add: Add
) -> None:
    add(
        say("Peace, at last, after so many long years of war.", date="2022-01-01"),
        say("Peace, peace, peace.", date="2022-01-01"),
        say("Peace is near.", date="2022-01-01"),
        say("Peace is here.", date="2022-01-02"),
    )
    assert texts(index, Filter(words='"peace"', sort=Sort.RELEVANCE)) == [
        "Peace, peace, peace.",
        "Peace is here.",
        "Peace is near.",
        "Peace, at last, after so many long years of war.",
    ]


def test_both_days_of_a_range_belong_to_it_and_no_unknown_date(
    index: Index, say: Say, add: Add
) -> None:
    for date in "2021-12-31", "2022-01-01", "2022-12-31", "2023-01-01", None:
        add(say(date or "undated", date=date))
    year = Filter(since="2022-01-01", until="2022-12-31", sort=Sort.OLDEST)
    assert texts(index, year) == ["2022-01-01", "2022-12-31"]
    assert texts(index, Filter(since="2022-12-31")) == ["2023-01-01", "2022-12-31"]
    assert texts(index, Filter(until="2021-12-31")) == ["2021-12-31"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (Sort.NEWEST, ["b 2023", "a 2022", "c 2022", "a 2021", "b -", "none -"]),
        (Sort.OLDEST, ["a 2021", "a 2022", "c 2022", "b 2023", "b -", "none -"]),
        (Sort.SPEAKER, ["a 2022", "a 2021", "b 2023", "b -", "c 2022", "none -"]),
    ],
)
def test_undated_and_nameless_statements_come_last(
    index: Index, say: Say, add: Add, sort: Sort, expected: list[str]
) -> None:
    add(say("a 2022", "Ada", date="2022-01-01"), say("b -", "ben", date=None))
    add(say("b 2023", "ben", date="2023-01-01"), say("a 2021", "Ada", date="2021-01-01"))
    add(say("c 2022", "Cid", date="2022-01-01"), say("none -", None, date=None))
    assert texts(index, Filter(sort=sort)) == expected


def test_statements_of_one_day_keep_the_order_of_the_text(index: Index, say: Say, add: Add) -> None:
    add(*(say(f"Number {number}.") for number in range(5)))
    for sort in Sort.NEWEST, Sort.OLDEST:
        assert texts(index, Filter(sort=sort)) == [f"Number {number}." for number in range(5)]


def test_pages_follow_each_other_without_gap_or_overlap(index: Index, say: Say, add: Add) -> None:
    add(*(say(f"Peace {number}.") for number in range(10)))
    for sort in Sort:
        wanted = Filter(words='"peace"', sort=sort, limit=3)
        pages = [texts(index, wanted._replace(offset=offset)) for offset in range(0, 12, 3)]
        assert [len(page) for page in pages] == [3, 3, 3, 1]
        assert len({text for page in pages for text in page}) == 10
        assert count_records(index, wanted._replace(offset=9)) == 10


def test_a_limit_beyond_all_numbers_is_no_limit(index: Index, say: Say, add: Add) -> None:
    add(say())
    assert len(find_records(index, Filter(limit=10**30))) == 1
    assert find_records(index, Filter(offset=10**30)) == []


def test_a_statement_by_two_speakers_asked_for_is_found_once(
    index: Index, say: Say, add: Add
) -> None:
    add(say("Peace.", "Ada Brook; Ben Cole", speakers=("Ada Brook", "Ben Cole")))
    for words in None, '"peace"':
        wanted = Filter(words=words, speakers=("Brook", "Cole"))
        assert texts(index, wanted) == ["Peace."]
        assert count_records(index, wanted) == 1


KINDS = tuple(Kind)
SPEAKERS = ("Ada Brook", "Ben Cole", "Cid Dale", None)
DATES = ("2021-05-01", "2022-01-01", "2022-06-01", None)
SUBJECTS = ("peace", "war", "peace and war")
SURENESS = {Kind.DIRECT: 0.9, Kind.MIXED: 0.7, Kind.INDIRECT: 0.5}
OUTLETS = ("Harbour Post", "Island Times", "Coast News")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    """Give an index with every combination of what can be asked for."""
    path = tmp_path_factory.mktemp("archive") / "index.sqlite"
    with closing(open_index(path, create=True)) as index, transaction(index):
        file = add_file(index, FileVersion("/a.jsonl", "", "", Metadata()))
        for position, outlet in enumerate(OUTLETS):
            told: list[Statement] = []
            for kind in KINDS:
                for speaker in SPEAKERS:
                    for date in DATES:
                        for subject in SUBJECTS:
                            told.append(statement(f"{len(told)}", kind, speaker, date, subject))
            article = Article("", (), Metadata(outlet=outlet, title=f"News of the {outlet}"))
            add_article(index, file, position, article, Extraction(tuple(told)))
    with closing(open_index(path)) as index:
        yield index


def statement(
    id_: str, kind: Kind, speaker: str | None, date: str | None, subject: str
) -> Statement:
    return Statement(
        id=id_,
        kind=kind,
        text=f"On {subject}.",
        speaker=speaker,
        speakers=(speaker,) if speaker else (),
        mention=None,
        cue=None,
        said_on=None,
        date=date,
        segments=(),
        mention_spans=(),
        cue_spans=(),
        basis=Basis.NAMED,
        confidence=SURENESS[kind],
    )


def meets(record: Record, wanted: Filter) -> bool:
    """Say the same as the index, the plainest way."""
    words = [word.strip('"') for word in (wanted.words or "").split(" AND ") if word]
    words += [wanted.about.strip('"')] if wanted.about else []
    names = (record.speaker or "").split()
    by_number = [SPEAKERS[number - 1] for number in wanted.speaker_numbers]
    return (
        all(word in record.text for word in words)
        and (
            not (wanted.speakers or by_number)
            or any(typed in names for typed in wanted.speakers)
            or record.speaker in by_number
        )
        and (wanted.without is None or wanted.without.strip('"') not in record.text)
        and not any(typed in names for typed in wanted.not_speakers)
        and (not wanted.undated or record.date is None)
        and (wanted.title is None or wanted.title.strip('"') in (record.title or ""))
        and record.confidence >= (wanted.min_confidence or 0)
        and (wanted.since is None or (record.date or "") >= wanted.since)
        and (wanted.until is None or (record.date or "9999") <= wanted.until)
        and (not wanted.kinds or record.kind in wanted.kinds)
        and (not wanted.outlets or any(typed in (record.outlet or "") for typed in wanted.outlets))
    )


wanted_filters = st.builds(
    Filter,
    words=st.sampled_from([None, '"peace"', '"peace" AND "war"', '"absent"']),
    speakers=st.lists(st.sampled_from(["Brook", "Cole", "Nobody"]), max_size=2).map(tuple),
    speaker_numbers=st.sampled_from([(), (2,), (1, 3)]),
    since=st.sampled_from([None, "2021-06-01", "2022-01-01"]),
    until=st.sampled_from([None, "2021-12-31", "2022-01-01"]),
    kinds=st.lists(st.sampled_from(Kind), max_size=2).map(tuple),
    outlets=st.sampled_from([(), ("Harbour",), ("Nowhere",), ("Harbour", "Island")]),
    without=st.sampled_from([None, '"war"']),
    about=st.sampled_from([None, '"war"', '"Ada"']),
    not_speakers=st.sampled_from([(), ("Brook",), ("Cole", "Nobody")]),
    undated=st.booleans(),
    title=st.sampled_from([None, '"Harbour"']),
    min_confidence=st.sampled_from([None, 0.6]),
    sort=st.sampled_from([Sort.NEWEST, Sort.OLDEST, Sort.SPEAKER, Sort.OUTLET]),
    limit=st.none(),
    offset=st.just(0),
    collapsed=st.just(False),
)


@given(wanted=wanted_filters, most_tokens=st.sampled_from([0, 20]))
def test_conditions_combine_as_they_would_one_by_one(
    archive: Index, wanted: Filter, most_tokens: int
) -> None:
    everything = find_records(archive, Filter())
    assert len(everything) == 144 * len(OUTLETS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filters, "_MOST_TOKENS", most_tokens)
        found = find_records(archive, wanted)
        assert count_records(archive, wanted) == len(found)
        by_kind = dict(tallies_by(archive, wanted, By.KIND))
        by_year = dict(tallies_by(archive, wanted, By.YEAR))
        by_speaker = dict(tallies_by(archive, wanted, By.SPEAKER))
        by_outlet = dict(tallies_by(archive, wanted, By.OUTLET))
    assert by_kind == Counter(record.kind for record in found)
    assert by_year == Counter(record.date and record.date[:4] for record in found)
    assert by_speaker == Counter(record.speaker for record in found)
    assert by_outlet == Counter(record.outlet for record in found)
    key = [(record.outlet, record.id) for record in found]
    assert len(set(key)) == len(key)
    assert set(key) == {(r.outlet, r.id) for r in everything if meets(r, wanted)}


@given(wanted=wanted_filters, most_tokens=st.sampled_from([0, 20]))
def test_of_copies_the_first_that_meets_the_conditions_is_shown(
    archive: Index, wanted: Filter, most_tokens: int
) -> None:
    places = {
        number: (leader, rank)
        for number, leader, rank in archive.execute("SELECT statement, leader, rank FROM copy")
    }
    assert places
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filters, "_MOST_TOKENS", most_tokens)
        every = statement_numbers(archive, wanted)
        shown = statement_numbers(archive, wanted._replace(collapsed=True))
        counted = counts_of(archive, wanted._replace(collapsed=True))
    firsts = {
        leader: min(places[n][1] for n in every if n in places and places[n][0] == leader)
        for leader, _ in (places[n] for n in every if n in places)
    }
    assert shown == [n for n in every if n not in places or firsts[places[n][0]] == places[n][1]]
    assert (counted.shown, counted.with_copies) == (len(shown), len(every))
