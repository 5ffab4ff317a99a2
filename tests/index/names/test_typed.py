import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotecli.index.names.typed import is_full_form, is_meant, name_words, read_name


@pytest.mark.parametrize(
    ("typed", "filed"),
    [
        ("Putin", "Vladimir Putin"),
        ("putin", "Vladimir Putin"),
        ("PUTIN", "Vladimir Putin"),
        ("Vladimir Putin", "Vladimir Putin"),
        ("Vladimir Putin", "Putin"),
        ("Vladimir Putin", "Vladimir Vladimirovich Putin"),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin"),
        ("V. Putin", "Vladimir Putin"),
        ("Vladimir Putin", "V. Putin"),
        ("President Putin", "Vladimir Putin"),
        ("Stephen King", "S. King"),
        ("Stephen King", "King"),
        ("Mr King", "Stephen King"),
        ("Vladimir", "Vladimir Putin"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
        ("Walesa", "Lech Wałęsa"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Leyen", "Ursula von der Leyen"),
        ("Assad", "Bashar al-Assad"),
        ("al-Assad", "Bashar al-Assad"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("Kim", "Kim Jong Un"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Xi", "Xi Jinping"),
        ("O'Brien", "Ann O’Brien"),
        ("Robert Kennedy Jr.", "Robert Kennedy"),
        ("King", "Martin Luther King"),
        ("Prince Harry", "Prince Harry"),
        ("foreign ministry", "Russian Foreign Ministry"),
        ("the Kremlin", "Kremlin"),
        ("US State Department", "U.S. State Department"),
        ("U.S. State Department", "US State Department"),
        ("Oxford", "University of Oxford"),
    ],
)
def test_a_typed_name_means(typed: str, filed: str) -> None:
    assert is_meant(read_name(typed), filed, named=True)


@pytest.mark.parametrize(
    ("typed", "filed"),
    [
        ("Vladimir Putin", "Lyudmila Putin"),
        ("Bill Clinton", "Hillary Clinton"),
        ("Bill Clinton", "Clinton Foundation"),
        ("Putin", "Dmitry Peskov"),
        ("Put", "Vladimir Putin"),
        ("Russian president", "Vladimir Putin"),
        ("Russian minister", "Russian Foreign Ministry"),
        ("Paul Ryan", "Ryan Paul"),
        ("von der Leyen", "Leyen Foundation"),
        ("Stephen King", "Stephen Roe"),
        ("Saudi king", "King"),
    ],
)
def test_a_typed_name_does_not_mean(typed: str, filed: str) -> None:
    assert not is_meant(read_name(typed), filed, named=True)


@pytest.mark.parametrize(
    ("typed", "filed", "is_full"),
    [
        ("Ada Roe", "Ada Roe", True),
        ("ada roe", "Dr Ada Roe", True),
        ("Mayor Sir Ada Roe", "Mayor Ada Roe", True),
        ("Foreign Ministry", "the Foreign Ministry", False),
        ("Foreign Ministry", "Foreign Ministry", True),
        ("Ben Roe", "Ben Roe", True),
        ("E. Roe", "E Roe", True),
        ("Ada Roe", "Roe", False),
        ("Ada Roe", "Ada B. Roe", False),
        ("Roe", "Roe", False),
        ("President Roe", "Roe", False),
        ("von der Leyen", "von der Leyen", False),
        ("al-Assad", "al-Assad", False),
    ],
)
def test_a_name_in_full_is_told_from_a_surname(typed: str, filed: str, is_full: bool) -> None:
    assert is_full_form(read_name(typed), filed) is is_full


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("senior aide", "a senior aide"),
        ("aide", "an aide to Putin"),
        ("aide to Putin", "an aide to Putin"),
        ("Kremlin spokesman", "a Kremlin spokesman"),
        ("spokesman", "Putin's spokesman"),
        ("Putin's spokesman", "Putin's spokesman"),
        ("Russian president", "the Russian president"),
    ],
)
def test_an_unnamed_source_is_meant_by_its_words(typed: str, source: str) -> None:
    assert is_meant(read_name(typed), source, named=False)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("Putin", "an aide to Putin"),
        ("Putin", "Putin's spokesman"),
        ("presidential administration", "a source in the presidential administration"),
        ("Russian minister", "the Russian president"),
        ("Ada aide", "a senior aide"),
        ("Ada Roe", "Ada Roe's lawyer"),
    ],
)
def test_an_unnamed_source_is_not_meant_by_whom_it_stands_near(typed: str, source: str) -> None:
    assert not is_meant(read_name(typed), source, named=False)


@given(st.text(), st.text(), st.booleans())
def test_any_two_texts_can_be_compared(typed: str, filed: str, named: bool) -> None:
    name = read_name(typed)
    if name.words:
        assert name.key
        is_meant(name, filed, named=named)


@given(st.text(min_size=1))
def test_every_name_with_words_means_itself(name: str) -> None:
    if name_words(name):
        assert is_meant(read_name(name), name, named=True)
