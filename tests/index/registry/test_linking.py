"""Which names of the index are one person's, and whom a name or an office alone means."""

import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecli.index.files import FileVersion
from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.registry.linking import link_speakers
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.write import add_article, add_file, remove_file
from quotecli.model import Article, Basis, Extraction, Kind, Metadata, Record, Span, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def link(index: Index) -> None:
    with transaction(index):
        link_speakers(index)


def shown(index: Index, **wanted: Any) -> list[str]:
    """Give the speakers of all statements found, sorted."""
    return sorted(str(record.speaker) for record in find_records(index, Filter(**wanted)))


def of(index: Index, id_: str) -> Record:
    (record,) = (record for record in find_records(index, Filter()) if record.id == id_)
    return record


def test_the_forms_of_a_name_are_one_person_under_the_fullest_usual_one(
    index: Index, say: Say, add: Add
) -> None:
    names = ["Vladimir V. Putin", "V. Putin", "Vladimir Putin", "Vladimir Putin"]
    add(*(say(speaker=name) for name in names))
    link(index)
    assert shown(index) == ["Vladimir Putin"] * 4
    assert len(shown(index, speakers=("Vladimir Vladimirovich Putin",))) == 4


@pytest.mark.parametrize(
    "names",
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Robert Roe Sr.", "Robert Roe Jr."),
        ("Jane A. Roe", "Jane B. Roe", "Jane Roe"),
        ("John Roe", "James Roe", "J. Roe"),
        ("Mike Johnson", "Michael Johnson"),
        ("Trump Organization", "Donald Trump"),
    ],
)
def test_whom_the_names_keep_apart_is_never_united(
    index: Index, say: Say, add: Add, names: tuple[str, ...]
) -> None:
    add(*(say(speaker=name) for name in names))
    link(index)
    assert shown(index) == sorted(names)


def test_a_family_name_alone_is_the_one_person_of_that_outlet_and_time(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Ada Brook"), outlet="Post", published="2022-10-01")
    add(say(speaker="Brook", id="near"), outlet="Post", published="2022-11-01")
    add(say(speaker="Brook", id="later"), outlet="Post", published="2024-11-01")
    add(say(speaker="Brook", id="there"), outlet="Gull", published="2022-11-01")
    link(index)
    assert of(index, "near").speaker == "Ada Brook"
    assert of(index, "near").speakers == ("Ada Brook",)
    assert of(index, "near").basis is Basis.ELSEWHERE
    assert of(index, "later").speaker == of(index, "there").speaker == "Brook"
    assert of(index, "later").basis is Basis.NAMED


def test_a_family_name_alone_of_two_is_nobodys(index: Index, say: Say, add: Add) -> None:
    for name in ("Ada Brook", "Ben Brook"):
        add(say(speaker=name), outlet="Post")
    add(say(speaker="Brook", id="alone"), outlet="Post")
    link(index)
    assert of(index, "alone").speaker == "Brook"
    assert shown(index, speakers=("Ben Brook",)) == ["Ben Brook"]


def test_of_two_the_one_who_was_in_the_outlet_that_month_is_meant(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Ada Brook"), outlet="Post", published="2022-10-25")
    add(say(speaker="Ben Brook"), outlet="Post", published="2022-02-01")
    add(say(speaker="Brook", id="alone"), outlet="Post", published="2022-11-01")
    link(index)
    assert of(index, "alone").speaker == "Ada Brook"
    assert shown(index, speakers=("Ben Brook",)) == ["Ben Brook"]


def test_somebody_in_three_articles_is_known_in_every_outlet_unless_the_name_is_common(
    index: Index, say: Say, add: Add
) -> None:
    for name in ("Vladimir Putin", "Adam Smith"):
        for _ in range(3):
            add(say(speaker=name), outlet="Post")
        add(say(speaker=name.split()[-1], id=name[:2]), outlet="Gull")
    link(index)
    assert of(index, "Vl").speaker == "Vladimir Putin"
    assert of(index, "Ad").speaker == "Smith"


def test_a_place_that_speaks_is_no_family_name(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Kerry Washington"), outlet="Post")
    add(say(speaker="Washington", id="place"), outlet="Post")
    link(index)
    assert of(index, "place").speaker == "Washington"


def test_an_office_alone_is_whoever_held_it_around_that_day(
    index: Index, say: Say, add: Add
) -> None:
    def unnamed(id_: str, mention: str) -> Statement:
        return say(id=id_, speaker=mention, speakers=(), mention=mention, basis=Basis.UNNAMED)

    mention = "Azerbaijani President Ilham Aliyev"
    add(say(speaker="Ilham Aliyev", mention=mention), published="2020-10-01")
    add(unnamed("near", "the Azerbaijani president"), published="2020-11-01")
    add(unnamed("late", "Azerbaijan's president"), published="2021-11-01")
    add(unnamed("once", "the former Azerbaijani president"), published="2020-11-01")
    add(unnamed("other", "the Armenian president"), published="2020-11-01")
    link(index)
    near = of(index, "near")
    assert (near.speaker, near.speakers) == ("Ilham Aliyev", ("Ilham Aliyev",))
    assert near.basis is Basis.ELSEWHERE
    for id_ in ("late", "once", "other"):
        assert of(index, id_).basis is Basis.UNNAMED
    assert len(shown(index, speakers=("Aliyev",))) == 2
    assert len(shown(index, speakers=("Azerbaijani president",))) == 2

    add(
        say(speaker="Ada Brook", mention="Azerbaijan's president, Ada Brook"),
        published="2020-12-01",
    )
    link(index)
    assert of(index, "near").basis is Basis.UNNAMED


def test_a_link_goes_with_the_article_that_it_hung_on(index: Index, say: Say, add: Add) -> None:
    first = add(say(speaker="Ada Brook"), outlet="Post")
    add(say("We shall sail.", "Brook", id="alone"), outlet="Post")
    link(index)
    assert of(index, "alone").speaker == "Ada Brook"
    assert shown(index, words='"sail"', speakers=("Ada Brook",)) == ["Ada Brook"]
    with transaction(index):
        remove_file(index, first)
        link_speakers(index)
    assert of(index, "alone").speaker == "Brook"
    assert index.execute("SELECT name FROM entry").fetchall() == [("Brook",)]
    assert index.execute("PRAGMA foreign_key_check").fetchall() == []


names = st.sampled_from(
    "Ada Brook|A. Brook|Brook|Ben Brook|Ada C. Brook|Ada D. Brook|Brooks|Ilham Aliyev|Ilham Aliev"
    "|Aliyev|Aliev|Foreign Ministry|the Foreign Ministry|Kim Jong Un|Kim|Kim Jong-il|Kremlin".split(
        "|"
    )
)
mentions = st.sampled_from(["", "French President ", "the French president"])
reports = st.lists(
    st.tuples(
        st.lists(st.tuples(names, mentions), min_size=1, max_size=3),
        st.sampled_from(["Post", "Gull", None]),
        st.sampled_from([None, "2020-01-01", "2020-01-20", "2020-09-01", "2023-01-01"]),
    ),
    min_size=1,
    max_size=7,
)


def file_of(index: Index, number: int, report: Any) -> int:
    said, outlet, published = report
    statements = []
    for position, (name, mention) in enumerate(said):
        unnamed = mention.startswith("the")
        statements.append(
            Statement(
                id=f"{number}-{position}",
                kind=Kind.DIRECT,
                text=f"Words number {number} and {position}.",
                speaker=mention if unnamed else name,
                speakers=() if unnamed else (name,),
                mention=mention if unnamed else mention + name,
                cue=None,
                said_on=None,
                date=published,
                segments=(Span(0, 1),),
                mention_spans=(),
                cue_spans=(),
                basis=Basis.UNNAMED if unnamed else Basis.NAMED,
                confidence=0.5,
            )
        )
    file = add_file(index, FileVersion(f"/{number}", str(number), "test-1", Metadata()))
    article = Article("text", (), Metadata(outlet=outlet, published=published))
    add_article(index, file, 0, article, Extraction(tuple(statements)))
    return file


def registry(index: Index) -> tuple[Any, ...]:
    """Give all that the registry says, without the numbers of rows."""
    entries = index.execute(
        "SELECT entry.name, group_concat(speaker.name, '|') FROM (SELECT * FROM speaker ORDER BY"
        " name, elsewhere) AS speaker JOIN entry ON entry.number = entry GROUP BY entry.number"
    ).fetchall()
    records = find_records(index, Filter())
    return sorted(entries), sorted((r.id, r.speaker, r.speakers, r.basis) for r in records)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=reports, seed=st.integers(0, 99))
def test_the_same_articles_give_the_same_registry_in_any_order_and_in_any_steps(
    tmp_path: Path, told: list[Any], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  an order is no secret
    with closing(open_index(tmp_path / "a.sqlite", create=True)) as index, transaction(index):
        for number, report in enumerate(told):
            file_of(index, number, report)
        link_speakers(index)
        at_once = registry(index)
        index.rollback()
    with closing(open_index(tmp_path / "b.sqlite", create=True)) as index, transaction(index):
        order = list(enumerate(told))
        chance.shuffle(order)
        for number, report in order:
            file = file_of(index, number, report)
            if chance.random() < 0.5:
                link_speakers(index)
            if chance.random() < 0.5:
                remove_file(index, file)
                if chance.random() < 0.5:
                    link_speakers(index)
                file_of(index, number, report)
        link_speakers(index)
        assert registry(index) == at_once
        index.execute(
            "INSERT INTO statement_words (statement_words, rank) VALUES ('integrity-check', 1)"
        )
        index.rollback()
