"""What a user says of speakers holds, whatever is read again."""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.errors import UsageError
from quotecli.index.asking.counts import totals
from quotecli.index.asking.holding import spoken_in
from quotecli.index.filters import Filter, Sort
from quotecli.index.read import find_records
from quotecli.index.registry import corrections
from quotecli.index.registry.fixes import Fix, apply_fixes, drop_fix, put_fix
from quotecli.index.registry.linking import link_speakers
from quotecli.index.registry.profiles import profiles
from quotecli.index.store import Index, open_index, transaction
from quotecli.index.words.vocabulary import uses_of
from quotecli.index.write import remove_file
from quotecli.model import Basis, Record, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def link(index: Index) -> list[Fix]:
    with transaction(index):
        return link_speakers(index)


def shown(index: Index, *typed: str) -> list[str]:
    return sorted(str(record.speaker) for record in find_records(index, Filter(speakers=typed)))


def record_of(index: Index, id_: str) -> Record:
    (record,) = (record for record in find_records(index, Filter()) if record.id == id_)
    return record


def test_merged_names_are_one_until_that_is_taken_back(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Lula"), say(speaker="Luiz Inácio Lula da Silva"), say(speaker="Ada Brook"))
    link(index)
    corrections.merge(index, ["Luiz Inácio Lula da Silva", "Lula"])
    link(index)
    assert shown(index, "Lula") == ["Luiz Inácio Lula da Silva"] * 2
    assert corrections.unmerge(index, ["lula", "Luiz Inacio Lula da Silva"])
    assert not corrections.unmerge(index, ["Ada Brook", "Lula"])
    link(index)
    assert shown(index) == ["Ada Brook", "Luiz Inácio Lula da Silva", "Lula"]


def test_split_names_stand_apart_together(index: Index, say: Say, add: Add) -> None:
    names = ["Jane Roe", "Jane A. Roe", "J. Roe"]
    add(*(say(speaker=name) for name in names))
    link(index)
    assert [profile.name for profile in profiles(index)] == ["Jane Roe"]
    corrections.split(index, ["J. Roe", "Jane A. Roe"])
    link(index)
    assert [sorted(profile.names) for profile in profiles(index)] == [
        ["J. Roe", "Jane A. Roe"],
        ["Jane Roe"],
    ]
    assert corrections.unsplit(index, ["J. Roe", "Jane A. Roe"])
    link(index)
    assert len(profiles(index)) == 1
    with pytest.raises(UsageError, match="nothing is filed under Nobody"):
        corrections.split(index, ["Nobody"])


def test_a_merged_family_name_is_never_linked_article_by_article(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Ada Brook"), outlet="Post")
    add(say(speaker="Ben Cole"), say(speaker="Brook", id="alone"), outlet="Post")
    link(index)
    assert record_of(index, "alone").speaker == "Ada Brook"
    corrections.split(index, ["Brook"])
    link(index)
    assert record_of(index, "alone").speaker == "Brook"
    corrections.merge(index, ["Ben Cole", "Brook"])
    link(index)
    assert record_of(index, "alone").speaker == "Ben Cole"


def test_a_renamed_speaker_is_shown_and_found_so(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Jorge Bergoglio"), say(speaker="Ada Brook"))
    link(index)
    corrections.rename(index, "Bergoglio", "Pope  Francis")
    link(index)
    assert shown(index, "Francis") == shown(index, "Bergoglio") == ["Pope Francis"]
    with pytest.raises(UsageError, match="is another speaker"):
        corrections.rename(index, "Pope Francis", "Ada Brook")
    assert corrections.unrename(index, "Pope Francis")
    link(index)
    assert shown(index, "Bergoglio") == ["Jorge Bergoglio"]
    assert not corrections.unrename(index, "Bergoglio")


def test_what_is_kept_of_a_name_holds_in_whatever_letters_it_is_written(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Seán Brook"))
    link(index)
    told = {"correction": "shown", "name": "Sean BROOK", "shown": "Jack Lake"}
    corrections.take_in(index, [told], replace=False)
    link(index)
    assert shown(index, "Brook") == ["Jack Lake"]
    other = told | {"name": "seán brook", "shown": "Jim Lake"}
    taken = corrections.take_in(index, [other], replace=False)
    assert taken.conflicts == (
        "the name shown for seán brook is Jack Lake here and Jim Lake there",
    )
    corrections.take_in(index, [other], replace=True)
    assert corrections.exported(index) == [other]
    assert corrections.unrename(index, "Jim Lake")
    link(index)
    assert shown(index, "Brook") == ["Seán Brook"]


def test_the_new_name_of_a_bare_surname_is_not_taken_from_it_by_others(
    index: Index, say: Say, add: Add
) -> None:
    add(say(speaker="Ada Brook"), outlet="Post")
    add(say(speaker="Brook", id="near"), outlet="Post")
    add(say(speaker="Brook", id="far"), outlet="Gull", published="1990-01-01")
    link(index)
    assert record_of(index, "near").speaker == "Ada Brook"
    corrections.put_shown(index, "Brook", "A Brook of the Gull")
    link(index)
    assert not corrections.unrename(index, "Ada Brook")
    link(index)
    assert record_of(index, "far").speaker == "A Brook of the Gull"


def test_a_name_that_may_be_two_is_asked_for_in_full(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Ada Brook"), say(speaker="Ben Brook"))
    link(index)
    with pytest.raises(UsageError, match="may be 2 speakers: Ada Brook, Ben Brook; write"):
        corrections.merge(index, ["Brook", "Ada Brook"])
    with pytest.raises(UsageError, match="no speaker in the index is called Cole"):
        corrections.merge(index, ["Ada Brook", "Cole"])


def test_a_fixed_statement_is_filed_as_the_user_says(index: Index, say: Say, add: Add) -> None:
    add(say("We shall sail.", "Ada Brook", id="mine"), say(speaker="Ada Brook"))
    link(index)
    put_fix(index, record_of(index, "mine"), ["Ben Cole", "Cid Dale"])
    link(index)
    fixed = record_of(index, "mine")
    assert (fixed.speaker, fixed.speakers) == ("Ben Cole; Cid Dale", ("Ben Cole", "Cid Dale"))
    assert fixed.basis is Basis.FIXED
    assert shown(index, "Cole") == ["Ben Cole; Cid Dale"]
    assert shown(index, "Brook") == ["Ada Brook"]
    found = find_records(index, Filter(words='"sail"', speakers=("Dale",)))
    assert [record.id for record in found] == ["mine"]
    put_fix(index, fixed, [])
    link(index)
    assert record_of(index, "mine").speaker is None
    assert record_of(index, "mine").speakers == ()
    assert drop_fix(index, "mine")
    link(index)
    assert record_of(index, "mine").speaker == "Ada Brook"
    assert record_of(index, "mine").basis is Basis.NAMED
    assert [profile.name for profile in profiles(index)] == ["Ada Brook"]


def test_words_find_the_corrected_speaker_and_not_the_other_one(
    index: Index, say: Say, add: Add
) -> None:
    add(say("It is so.", "Ada Brook", id="fixed1"), say("Let it be so.", "Ada Brook", id="other1"))
    with transaction(index):
        put_fix(index, record_of(index, "fixed1"), ["Łukasz Coe"])
        link_speakers(index)

    def found(words: str) -> list[str]:
        return [record.id for record in find_records(index, Filter(words=words))]

    assert (found("coe"), found("lukasz"), found("brook")) == (["fixed1"], ["fixed1"], ["other1"])
    assert uses_of(index, ["brook", "coe"]) == {"brook": 1, "coe": 1}
    assert [spoken.speaker for spoken in spoken_in(index, 1)] == ["Łukasz Coe", "Ada Brook"]
    assert totals(index).bases == {"fixed": 1, "named": 1}
    in_order = find_records(index, Filter(sort=Sort.SPEAKER))
    assert [record.id for record in in_order] == ["other1", "fixed1"]
    with transaction(index):
        drop_fix(index, "fixed1")
        link_speakers(index)
    assert (found("coe"), len(found("brook"))) == ([], 2)
    assert uses_of(index, ["brook", "coe"]) == {"brook": 2, "coe": 0}


def test_a_fix_makes_one_statement_of_what_two_outlets_print(
    index: Index, say: Say, add: Add
) -> None:
    words = "We shall rebuild the old harbour before the winter comes."
    add(say(words, "Ada Brook", id="mine"))
    add(say(words, "Ben Cole", id="wrong"))
    link(index)
    assert [record.also for record in find_records(index, Filter())] == [(), ()]
    put_fix(index, record_of(index, "wrong"), ["Ada Brook"])
    link(index)
    assert [also.id for also in record_of(index, "mine").also] == ["wrong"]
    assert drop_fix(index, "wrong")
    link(index)
    assert [record.also for record in find_records(index, Filter())] == [(), ()]


def test_corrections_survive_reading_everything_again(index: Index, say: Say, add: Add) -> None:
    said = (say("We shall sail.", "Ada Brook", id="mine"), say(speaker="Lula"))
    file = add(*said, path="/a.txt")
    add(say(speaker="Lula da Silva"))
    link(index)
    corrections.merge(index, ["Lula da Silva", "Lula"])
    put_fix(index, record_of(index, "mine"), ["Ben Cole"])
    link(index)
    before = shown(index)
    with transaction(index):
        remove_file(index, file)
        assert [fix.id for fix in link_speakers(index)] == ["mine"]
    add(*said, path="/a.txt")
    assert link(index) == []
    assert shown(index) == before == ["Ben Cole", "Lula da Silva", "Lula da Silva"]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["We shall sail in the morning, he"], True),
        (["shall sail in the morning"], True),
        (["We shall not tell anybody."], False),
        (["We shall sail in the morning", "shall sail in the morning, and"], False),
        ([], False),
    ],
)
def test_a_fix_follows_its_words_in_the_article_where_that_is_unambiguous(
    index: Index, say: Say, add: Add, texts: list[str], found: bool
) -> None:
    file = add(
        say("We shall sail in the morning.", id="old"), path="/a.txt", url="https://a.example"
    )
    link(index)
    put_fix(index, record_of(index, "old"), ["Ben Cole"])
    with transaction(index):
        remove_file(index, file)
    add(*(say(text) for text in texts), path="/moved.txt", url="https://a.example")
    add(say("We shall sail in the morning, too."), path="/other.txt")
    waiting = link(index)
    assert ("Ben Cole" in shown(index)) is found
    assert [fix.id for fix in waiting] == ([] if found else ["old"])


def corrected(index: Index, say: Say, add: Add) -> None:
    add(say(speaker="Lula", id="one"), say(speaker="Lula da Silva"), say(speaker="Ada Brook"))
    link(index)
    corrections.merge(index, ["Lula da Silva", "Lula"])
    corrections.split(index, ["Ada Brook"])
    corrections.rename(index, "Ada Brook", "Ada Lake")
    corrections.put_item(index, "Ada Brook", "Q42")
    put_fix(index, record_of(index, "one"), ["Ben Cole"])
    link(index)


def test_corrections_move_to_another_index_and_nothing_is_taken_twice(
    index: Index, say: Say, add: Add, tmp_path: Path
) -> None:
    corrected(index, say, add)
    told = json.loads(json.dumps(corrections.exported(index)))
    assert [one["correction"] for one in told] == ["same", "apart", "shown", "speaker", "wikidata"]
    with closing(open_index(tmp_path / "other.sqlite", create=True)) as other:
        first = corrections.take_in(other, told, replace=False)
        again = corrections.take_in(other, told, replace=False)
        assert (first.new, first.known, first.conflicts) == (5, 0, ())
        assert (again.new, again.known, again.conflicts) == (0, 5, ())
        assert json.loads(json.dumps(corrections.exported(other))) == told


def test_what_contradicts_is_reported_and_left_out(index: Index, say: Say, add: Add) -> None:
    corrected(index, say, add)
    told = json.loads(json.dumps(corrections.exported(index)))
    told[2]["shown"], told[3]["speakers"], told[4]["item"] = "Ada Sea", [], "Q43"
    result = corrections.take_in(index, told, replace=False)
    assert result.conflicts == (
        "the name shown for Ada Brook is Ada Lake here and Ada Sea there",
        "the speaker of one is Ben Cole here and nobody known there",
        "the item of Ada Brook is Q42 here and Q43 there",
    )
    assert (result.new, result.known) == (0, 2)
    replaced = corrections.take_in(index, told, replace=True)
    assert (replaced.new, replaced.conflicts) == (3, ())
    link(index)
    assert "Ada Sea" in shown(index)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"correction": "unknown"},
        {"correction": "same", "names": ["Ada"]},
        {"correction": "apart", "name": 3},
        {"correction": "shown", "name": "Ada"},
        {"correction": "speaker", "id": "x", "speakers": "Ada", "text": "Words."},
    ],
)
def test_what_is_no_correction_is_refused(index: Index, wrong: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        corrections.take_in(index, [wrong], replace=False)


def test_an_index_without_corrections_has_nothing_to_apply(index: Index) -> None:
    assert apply_fixes(index) == []
    assert corrections.exported(index) == []


def test_a_profile_tells_names_roles_outlets_and_years(index: Index, say: Say, add: Add) -> None:
    add(
        say(speaker="Emmanuel Macron", mention="French President Emmanuel Macron", date=None),
        say(speaker="Emmanuel Macron", mention="president of France Emmanuel Macron"),
        outlet="Post",
        published="2022-10-31",
    )
    add(say(speaker="E. Macron", mention="candidate E. Macron", date="2017-04-01"), outlet="Gull")
    link(index)
    (macron,) = profiles(index, "macron")
    assert macron.name == "Emmanuel Macron"
    assert macron.names == {"Emmanuel Macron": 2, "E. Macron": 1}
    assert (macron.statements, macron.articles) == (3, 2)
    assert (macron.first, macron.last) == ("2017-04-01", "2022-10-31")
    assert macron.years == {"2017": 1, "2022": 1}
    assert macron.outlets == {"Post": 2, "Gull": 1}
    assert [(role.statements, role.first, role.last) for role in macron.roles] == [
        (2, "2022-10-31", "2022-10-31"),
        (1, "2017-04-01", "2017-04-01"),
    ]
    assert profiles(index, "Nobody") == []
