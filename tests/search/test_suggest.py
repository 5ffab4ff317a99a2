import pytest

from quotecli.search.suggest import similar_names

NAMES = [
    "Vladimir Putin",
    "Ilham Aliyev",
    "Nikol Pashinyan",
    "Volodymyr Zelenskyy",
    "Hillary Clinton",
    "Lyudmila Putina",
    "Dmitry Peskov",
    "Emmanuel Macron",
    "Recep Tayyip Erdoğan",
    "Armen Grigoryan",
    "Russian Foreign Ministry",
    "Foreign Ministry",
    "Li Keqiang",
]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Alyev", "Ilham Aliyev"),
        ("ilham alyev", "Ilham Aliyev"),
        ("Pashinian", "Nikol Pashinyan"),
        ("Putn", "Vladimir Putin"),
        ("Ptuin", "Vladimir Putin"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Vladimir Zelensky", "Volodymyr Zelenskyy"),
        ("Erdogn", "Recep Tayyip Erdoğan"),
        ("Macaron", "Emmanuel Macron"),
        ("Foreign Minstry", "Russian Foreign Ministry"),
    ],
)
def test_a_misspelt_name_is_recognised(typed: str, name: str) -> None:
    assert similar_names(typed, NAMES)[0] == name


@pytest.mark.parametrize(
    "typed",
    ["Bill Clinton", "Armen Petrosyan", "Tony Blair", "Petrov", "Smith", "Xi", "Merkel", "", "—"],
)
def test_another_person_is_not_suggested(typed: str) -> None:
    assert similar_names(typed, NAMES) == []


def test_the_likest_comes_first_and_no_more_than_three() -> None:
    names = ["Ada Browne", "Ben Browns", "Cid Brown", "Dan Brwn", "Eve Brow"]
    assert similar_names("Brown", names) == ["Cid Brown", "Ada Browne", "Ben Browns"]
