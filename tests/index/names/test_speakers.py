from collections.abc import Callable

import pytest

from quotecli.errors import UsageError
from quotecli.index.filters import Filter
from quotecli.index.names.speakers import (
    looser_speakers,
    speaker_names,
    speaker_numbers,
    speakers_perhaps,
)
from quotecli.index.read import find_records
from quotecli.index.registry.corrections import rename
from quotecli.index.registry.linking import link_speakers
from quotecli.index.registry.profiles import profiles
from quotecli.index.store import Index, transaction
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def found(index: Index, *names: str) -> set[str | None]:
    return {record.speaker for record in find_records(index, Filter(speakers=names))}


def test_statements_are_found_under_every_form_of_the_name(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Vladimir Putin"), say(speaker="Putin"), say(speaker="Lyudmila Putin"))
    assert found(index, "Vladimir Putin") == {"Vladimir Putin", "Putin"}
    assert found(index, "PUTIN") == {"Vladimir Putin", "Putin", "Lyudmila Putin"}


def test_each_of_several_speakers_is_found(index: Index, say: Say, add: Add) -> None:
    both = "Ilham Aliyev; Nikol Pashinyan"
    add(say(speaker=both, speakers=("Ilham Aliyev", "Nikol Pashinyan")))
    assert found(index, "Aliyev") == found(index, "Pashinyan") == {both}


def test_an_unnamed_source_is_found_alone_and_beside_a_name(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="a senior aide", speakers=()))
    add(say(speaker="Ada Brook; a senior aide", speakers=("Ada Brook",)))
    assert found(index, "senior aide") == {"a senior aide", "Ada Brook; a senior aide"}
    assert found(index, "Brook") == {"Ada Brook; a senior aide"}


def test_any_of_several_typed_names_will_do(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Ada Brook"), say(speaker="Ben Cole"), say(speaker="Cid Dale"))
    assert found(index, "Brook", "Dale", "Nobody") == {"Ada Brook", "Cid Dale"}


def test_an_unknown_name_finds_nothing(index: Index, say: Say, add: Add) -> None:
    add(say())
    assert found(index, "Nobody") == set()


@pytest.mark.parametrize("name", ["", "  ", "—", "'", "\udcff"])
def test_a_name_without_a_letter_is_refused(index: Index, name: str) -> None:
    with pytest.raises(UsageError, match="is no name"):
        speaker_numbers(index, name)


def test_names_are_completed_from_any_of_their_words_the_most_quoted_first(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Petra Puhl"), say(speaker="Vladimir Putin"), say(speaker="Vladimir Putin"))
    add(say(speaker="Élise Putois"), say(speaker="a Putin aide", speakers=()))
    assert speaker_names(index, "Pu") == ["Vladimir Putin", "Petra Puhl", "Élise Putois"]
    assert speaker_names(index, "pu", limit=1) == ["Vladimir Putin"]
    assert speaker_names(index, "Vladimir P") == ["Vladimir Putin"]
    assert speaker_names(index, "eli") == ["Élise Putois"]
    assert speaker_names(index, "Putin V") == []
    assert len(speaker_names(index)) == 3


def test_a_spelling_that_the_index_does_not_have_finds_the_one_that_it_has(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Alexander Lukashenko"), say(speaker="Viktor Lukashenko"))
    with transaction(index):
        link_speakers(index)
    assert found(index, "Alyaksandr Lukashenka") == {"Alexander Lukashenko"}
    assert found(index, "Lukashenka") == {"Alexander Lukashenko", "Viktor Lukashenko"}


def test_any_name_of_a_person_finds_all_that_they_said(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Volodymyr Zelenskyy"), say(speaker="Vladimir Zelensky"))
    add(say(speaker="Olena Zelenska"))
    with transaction(index):
        link_speakers(index)
    for typed in ("Volodymyr Zelenskyy", "Zelenskyy", "Zelensky", "V. Zelenskiy"):
        assert len(find_records(index, Filter(speakers=(typed,)))) == 2, typed
    assert speaker_names(index, "Zel") == ["Volodymyr Zelenskyy", "Olena Zelenska"]
    assert speaker_names(index, "Vlad") == ["Vladimir Zelensky"]


@pytest.fixture
def roes(index: Index, say: Say, add: Add) -> Index:
    """Give an index with two of a surname, and a bare one that may be either or neither."""
    add(say(speaker="Ada Roe"), say(speaker="Ben Roe"), path="/both")
    add(say(speaker="Roe"), say(speaker="Roe"))
    with transaction(index):
        link_speakers(index)
    return index


def test_a_name_in_full_means_nobody_else(roes: Index) -> None:
    assert found(roes, "Ada Roe") == found(roes, "Dr. ADA ROE") == {"Ada Roe"}
    assert [profile.name for profile in profiles(roes, "Ada Roe")] == ["Ada Roe"]
    assert set(looser_speakers(roes, "Ada Roe").values()) == {"Roe"}
    assert len(speakers_perhaps(roes, "Ada Roe")) == 2


def test_a_surname_means_all_who_bear_it(roes: Index) -> None:
    assert found(roes, "Roe") == {"Ada Roe", "Ben Roe", "Roe"}
    assert looser_speakers(roes, "Roe") == {}


def test_a_name_in_full_that_nobody_has_is_read_loosely(roes: Index) -> None:
    assert found(roes, "Ada M. Roe") == {"Ada Roe", "Roe"}
    assert looser_speakers(roes, "Ada M. Roe") == {}


def test_a_name_that_a_user_gave_means_nobody_else_either(roes: Index) -> None:
    with transaction(roes):
        rename(roes, "Ada Roe", "Ada Lake Roe")
        link_speakers(roes)
    for typed in "Ada Lake Roe", "Ada Roe":
        assert found(roes, typed) == {"Ada Lake Roe"}
        assert [profile.name for profile in profiles(roes, typed)] == ["Ada Lake Roe"]
        assert set(looser_speakers(roes, typed).values()) == {"Roe"}
