"""Full-text expressions that people write, and where they are wrong."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotecli.errors import ExpressionError
from quotecli.index.filters import Filter, count_records
from quotecli.index.store import Index
from quotecli.index.words.expressions import check_expression
from quotecli.model import Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


@pytest.mark.parametrize(
    ("expression", "place", "message"),
    [
        ("peace AND (", 11, "the expression ends too early"),
        ("peace AND talk* OR", 18, "the expression ends too early"),
        ("txt : peace", 0, "there is no column txt; the columns are text and speaker"),
        ('peace "and', 6, "a quotation mark is never closed"),
        ("peace) AND (talks)", 5, "unexpected )"),
        ("a AND b AND AND c", 12, "unexpected AND"),
        ("NEAR(peace talks, x)", 18, "a number of words belongs here, not x"),
        ("* peace", 0, "unexpected *"),
        ("don't", 3, "unexpected '"),
    ],
)
def test_the_place_where_an_expression_goes_wrong_is_told(
    index: Index, expression: str, place: int, message: str
) -> None:
    with pytest.raises(ExpressionError) as raised:
        check_expression(index, expression)
    assert (raised.value.place, raised.value.message) == (place, message)


@pytest.mark.parametrize(
    ("expression", "count"),
    [
        ("peac* AND NOT_A_WORD", 0),
        ("peac* NOT war", 1),
        ("NEAR(peace war, 3)", 1),
        ("^peace", 1),
        ("speaker : brook", 2),
        ("text : brook", 0),
        ('"war and peace" OR harbour', 1),
    ],
)
def test_the_whole_language_can_be_used(
    index: Index, say: Say, add: Add, expression: str, count: int
) -> None:
    add(say("Peace is near."), say("Of war and peace."))
    check_expression(index, expression)
    assert count_records(index, Filter(words=expression)) == count


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(expression=st.text(st.sampled_from('ab "()*:^+-,{}ANDORNEAR1é'), max_size=20))
def test_what_is_not_refused_can_be_searched_for(index: Index, expression: str) -> None:
    place = None
    try:
        check_expression(index, expression)
    except ExpressionError as error:
        place = error.place
    if place is None:
        assert count_records(index, Filter(words=expression)) == 0
    else:
        assert 0 <= place <= len(expression)
