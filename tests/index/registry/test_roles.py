"""What a mention says of a speaker besides the name."""

import pytest

from quotecli.index.registry.roles import office_of, role_of
from quotecli.model import Basis


@pytest.mark.parametrize(
    ("mention", "name", "role"),
    [
        ("French President Emmanuel Macron", "Emmanuel Macron", "French President"),
        ("President Macron", "Emmanuel Macron", "President"),
        ("the harbour master Ada Roe", "Ada Roe", "harbour master"),
        (
            "Nikol Pashinyan, Armenia’s prime minister",
            "Nikol Pashinyan",
            "Armenia’s prime minister",
        ),
        ("Ada Roe, the mayor, in a letter", "Ada Roe", "mayor"),
        ("Mexico's president, Ada Roe", "Ada Roe", "Mexico's president"),
        ("Mr. Roe", "Ada Roe", None),
        ("Dr Ada Roe", "Ada Roe", None),
        ("Ada Roe", "Ada Roe", None),
        ("Roe's", "Ada Roe", None),
        ("Ada Roe, who owns two boats", "Ada Roe", None),
        ("his brother Ada Roe", "Ada Roe", None),
        ("Kremlin", "Vladimir Putin", None),
        (None, "Ada Roe", None),
    ],
)
def test_a_role_is_what_stands_beside_the_name(
    mention: str | None, name: str, role: str | None
) -> None:
    assert role_of(mention, name, Basis.NAMED) == role


@pytest.mark.parametrize(
    ("mention", "role"),
    [
        ("the Russian president", "Russian president"),
        ("his Azerbaijani counterpart", None),
        ("Both countries", None),
        ("The 42-year-old", "42-year-old"),
    ],
)
def test_a_description_is_a_role_of_its_own(mention: str, role: str | None) -> None:
    assert role_of(mention, "Ada Roe", Basis.ROLE) == role


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Russian president", "president of Russia"),
        ("the Russian President", "president of Russia"),
        ("Armenia’s prime minister", "prime minister of Armenia"),
        ("president of the United States", "president of United States"),
        ("U.S. President", "president of United States"),
        ("Defense Minister of Azerbaijan", "defence minister of Azerbaijan"),
        ("president", None),
        ("former Russian president", None),
        ("Russian vice president", None),
        ("a Russian president", None),
        ("Russian presidents", None),
        ("president of the chess club", None),
        ("Russian president's spokesman", None),
        ("Russian official", None),
        (None, None),
    ],
)
def test_only_what_one_person_holds_in_a_country_is_an_office(
    role: str | None, office: str | None
) -> None:
    assert office_of(role) == office
