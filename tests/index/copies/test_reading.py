from collections.abc import Callable

import pytest

from quotecli.index.filters import Filter
from quotecli.index.read import find_records
from quotecli.index.store import Index
from quotecli.model import Also, Record, Statement

Say = Callable[..., Statement]
Add = Callable[..., int]


def of_title(index: Index, title: str) -> Record:
    (record,) = (record for record in find_records(index, Filter()) if record.title == title)
    return record


def test_the_same_statement_in_other_articles_is_told_the_earliest_first(
    index: Index, say: Say, add: Add
) -> None:
    add(say("We will remain in contact.", id="mine"), title="mine", published="2022-10-31")
    add(say("We will remain in contact.", id="undated"), published=None)
    add(say("We will remain in contact.", id="late"), outlet="Post", url="https://post.example/1")
    add(say("We will remain in contact.", id="early"), published="2022-10-30")
    assert of_title(index, "mine").also == (
        Also("early", None, None, "2022-10-30"),
        Also("late", "Post", "https://post.example/1", "2022-10-31"),
        Also("undated", None, None, None),
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("we will remain in “contact”", "Ada Brook"),
        ('We "will remain" in contact!', "Brook"),
        ("WE WILL REMAIN — IN CONTACT", "A. Brook"),
    ],
)
def test_case_marks_and_the_form_of_the_name_make_no_difference(
    index: Index, say: Say, add: Add, text: str, speaker: str
) -> None:
    add(say("We will remain in contact."), title="mine")
    add(say(text, speaker, id="other"))
    assert [also.id for also in of_title(index, "mine").also] == ["other"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("We will remain in contact.", "Ben Cole"),
        ("We will remain in contact.", None),
        ("We will not remain in contact.", "Ada Brook"),
    ],
)
def test_another_speaker_or_another_word_makes_another_statement(
    index: Index, say: Say, add: Add, text: str, speaker: str | None
) -> None:
    add(say("We will remain in contact."), title="mine")
    add(say(text, speaker))
    assert of_title(index, "mine").also == ()


def test_one_or_two_words_are_no_statement_to_recognise(index: Index, say: Say, add: Add) -> None:
    add(say("Yes, indeed."), title="mine")
    add(say("Yes, indeed."))
    assert of_title(index, "mine").also == ()


def test_an_article_is_named_once_and_never_for_itself(index: Index, say: Say, add: Add) -> None:
    add(say("We will remain.", id="mine"), title="mine")
    add(say("We will remain.", id="one"), say("We will remain.", id="again"))
    assert [also.id for also in of_title(index, "mine").also] == ["one"]
