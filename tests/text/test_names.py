"""Two spellings of a name may be one person's, or not."""

import pytest

from quotecli.text.names import name_key, same_name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Jane Roe", ("jane", "roe")),
        ("Dr. Jane Roe", ("jane", "roe")),
        ("Mr Roe", ("roe",)),
        ("President Vladimir Putin", ("vladimir", "putin")),
        ("Lt. Col. John Doe Jr.", ("john", "doe")),
        ("Zoé O’Brien-Müller", ("zoe", "o'brien", "muller")),
        ("Armenia's Sarian", ("armenia", "sarian")),
        ("Stephen King", ("stephen", "king")),
        ("Martin Luther King Jr.", ("martin", "luther", "king")),
        ("Ms King", ("king",)),
        ("King Charles", ("charles",)),
        ("King Charles III", ("charles",)),
        ("the King", ("the", "king")),
        ("Judge Aaron Judge", ("aaron", "judge")),
        ("The General", ("the", "general")),
        ("General", ("general",)),
        ("Pope", ("pope",)),
        ("", ()),
        ("—", ()),
    ],
)
def test_the_key_is_the_folded_words_without_forms_of_address(
    name: str, key: tuple[str, ...]
) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "jane roe"),
        ("Jane Roe", "Roe"),
        ("Dr. Jane Roe", "Ms Roe"),
        ("J. Roe", "Jane Roe"),
        ("J. R. Roe", "Jane Rebecca Roe"),
        ("Jane R. Roe", "Jane Roe"),
        ("Jane Rebecca Roe", "Jane Roe"),
        ("Recep Tayyip Erdoğan", "Erdogan"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("John Doe Jr.", "John Doe"),
        ("Northern Rail", "northern rail"),
        ("Stephen King", "Mr. King"),
    ],
)
def test_these_may_be_one(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Roe", "John Roe"),
        ("Jane Roe", "Jane Doe"),
        ("K. Roe", "Jane Roe"),
        ("Roe", "Jane Monroe"),
        ("Roe", "Jane Roe-Doe Smith"),
        ("Jane", "Jane Roe"),
        ("Roe Jane", "Jane Roe"),
        ("Jane Anna Roe", "Anna Maria Roe"),
        ("the minister", "the president"),
        ("Stephen King", "Stephen"),
        ("Jane King", "Jane Roe"),
        ("", "Jane Roe"),
        ("", ""),
    ],
)
def test_these_are_not_one(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)
