"""The hand-kept tables of places, first names and roles hold together."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "quotecli"
COLUMNS = {
    "places.tsv": ["name", "demonyms", "metonyms"],
    "first_names.tsv": ["name", "gender"],
    "roles.tsv": ["head", "class", "gender", "note"],
    "titles.tsv": ["title", "gender"],
}
# The same adjective belongs to two countries each; newspapers leave it to the context.
SHARED_DEMONYMS = {"Congolese", "Dominican", "Dominicans"}
# Abbreviations that stand before a noun as adjectives do ("UK police").
NAMES_USED_AS_DEMONYMS = {"UK", "U.K.", "US", "U.S.", "UAE", "U.A.E.", "EU", "E.U."}
PERSON_CLASSES = {"office", "person", "anonymous"}
OTHER_CLASSES = {"group", "body", "document"}
GENDERS = {"f", "m", "u"}

every_table = pytest.mark.parametrize("table", COLUMNS)


def path(table: str) -> Path:
    return SOURCE / ("text" if table == "places.tsv" else "extraction/lexicon") / table


def read(table: str) -> list[dict[str, str]]:
    header, *lines = path(table).read_text(encoding="utf-8").splitlines()
    columns = header.split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]


def parts(rows: Iterable[dict[str, str]], column: str) -> list[str]:
    return [part for row in rows for part in row[column].split("|") if part]


def repeated(values: Iterable[str]) -> set[str]:
    return {value for value, count in Counter(values).items() if count > 1}


@every_table
def test_the_header_names_the_columns(table: str) -> None:
    header = path(table).read_text(encoding="utf-8").splitlines()[0]

    assert header.split("\t") == COLUMNS[table]


@every_table
def test_every_row_has_every_column_and_no_stray_space(table: str) -> None:
    content = path(table).read_text(encoding="utf-8")

    assert content.endswith("\n")
    assert "\r" not in content
    for row in read(table):
        for cell in row.values():
            for part in cell.split("|"):
                assert part == " ".join(part.split()), row


@every_table
def test_rows_are_sorted_by_code_point_of_the_lower_cased_first_column(table: str) -> None:
    first = COLUMNS[table][0]
    keys = [row[first].split("|")[0].lower() for row in read(table)]

    assert keys == sorted(keys)


@every_table
def test_no_key_stands_twice(table: str) -> None:
    keys = [key.lower() for key in parts(read(table), COLUMNS[table][0])]

    assert repeated(keys) == set()
    assert all(row[COLUMNS[table][0]] for row in read(table))


def test_a_demonym_belongs_to_one_place_unless_listed() -> None:
    assert repeated(parts(read("places.tsv"), "demonyms")) == SHARED_DEMONYMS


def test_a_metonym_stands_for_one_place_and_is_no_place_in_the_table() -> None:
    places = read("places.tsv")
    metonyms = parts(places, "metonyms")

    assert repeated(metonyms) == set()
    assert set(metonyms).isdisjoint(parts(places, "name"))
    assert set(metonyms).isdisjoint(parts(places, "demonyms"))


def test_a_name_is_no_demonym_unless_listed() -> None:
    places = read("places.tsv")

    assert set(parts(places, "name")) & set(parts(places, "demonyms")) == NAMES_USED_AS_DEMONYMS


def test_no_cell_of_a_list_has_an_empty_part() -> None:
    for row in read("places.tsv"):
        for column in COLUMNS["places.tsv"]:
            assert row[column] == "" or "" not in row[column].split("|"), row


@pytest.mark.parametrize(
    ("mention", "column", "place"),
    [
        ("Azeri", "demonyms", "Azerbaijan"),
        ("Briton", "demonyms", "Britain"),
        ("Nigerien", "demonyms", "Niger"),
        ("Kremlin", "metonyms", "Russia"),
        ("Brussels", "metonyms", "European Union"),
        ("U.S.", "name", "United States"),
        ("Artsakh", "name", "Nagorno-Karabakh"),
    ],
)
def test_a_place_is_found_by_its_other_words(mention: str, column: str, place: str) -> None:
    found = [row for row in read("places.tsv") if mention in row[column].split("|")]

    assert [row["name"].split("|")[0] for row in found] == [place]


def test_genders_of_first_names_are_a_closed_set() -> None:
    assert {row["gender"] for row in read("first_names.tsv")} == GENDERS


def test_genders_of_titles_are_a_closed_set() -> None:
    assert {row["gender"] for row in read("titles.tsv")} == GENDERS


def test_first_names_are_lower_case_words() -> None:
    for row in read("first_names.tsv"):
        assert row["name"] == row["name"].lower()
        assert re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", row["name"]), row


@pytest.mark.parametrize("name", ["andrea", "jean", "kim", "nicola", "sasha"])
def test_a_name_of_men_here_and_women_there_has_no_gender(name: str) -> None:
    genders = {row["name"]: row["gender"] for row in read("first_names.tsv")}

    assert genders[name] == "u"


def test_classes_of_roles_are_a_closed_set() -> None:
    assert {row["class"] for row in read("roles.tsv")} == PERSON_CLASSES | OTHER_CLASSES


def test_a_role_has_a_gender_exactly_if_it_is_one_persons() -> None:
    for row in read("roles.tsv"):
        if row["class"] in PERSON_CLASSES:
            assert row["gender"] in GENDERS, row
        else:
            assert row["gender"] == "", row


def test_words_for_men_and_for_women_have_their_gender() -> None:
    for row in read("roles.tsv"):
        if row["class"] in PERSON_CLASSES:
            if re.search(r"woman$", row["head"]):
                assert row["gender"] == "f", row
            elif re.search(r"(?<!wo)man$", row["head"]) and row["head"] != "ombudsman":
                assert row["gender"] == "m", row


def test_a_head_uses_the_words_that_newspapers_write() -> None:
    for row in read("roles.tsv"):
        # Only abbreviations are written in capitals.
        assert re.fullmatch(r"[a-zé]+([ '-][a-zé]+)*|[A-Z]{2,3}s?", row["head"]), row
