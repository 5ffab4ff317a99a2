"""The index of names gives everybody whom two names may make one person."""

from hypothesis import given
from hypothesis import strategies as st

from quotecli.extraction.names.formindex import FormIndex
from quotecli.extraction.names.namesakes import is_same
from quotecli.extraction.names.person import Person
from quotecli.text.names import name_key

WORDS = st.sampled_from(["Ann", "A.", "Bo", "B.", "Lady", "van", "Roe", "Rice", "R."])
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(tuple)


@given(st.lists(NAMES, min_size=1, max_size=3), NAMES)
def test_whoever_may_bear_a_name_is_near_it(
    forms: list[tuple[str, ...]], name: tuple[str, ...]
) -> None:
    person, index = Person(0), FormIndex()
    for form in forms:
        person.forms[form] += 1
        index.add(person, form)
    key = name_key(" ".join(name))

    assert person in index.near(key) or not is_same(person, key)
