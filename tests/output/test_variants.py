from collections.abc import Callable

from quotecli.model import Kind, Record
from quotecli.output.variants import render_variants

Make = Callable[..., Record]


def shown(*records: Record, colour: bool = False) -> str:
    return render_variants(records, width=None, colour=colour, links=False)


def test_a_wording_that_several_outlets_print_stands_once(record: Make) -> None:
    text = shown(
        record(id="one", outlet="Post"),
        record(id="two", outlet="Wire"),
        record(id="three", outlet="Gull", text="We will not sign anything."),
    )
    assert text.startswith("2 wordings, 3 copies, 3 outlets\n")
    assert text.count("our own parliament") == 1
    assert text.index("Post") < text.index("Wire") < text.index("We will not sign anything.")


def test_what_differs_is_marked_in_both_and_what_is_cut_is_counted(record: Make) -> None:
    text = shown(
        record(id="one", text="We sail at dawn with the whole fleet."),
        record(id="two", text="We leave at dawn"),
    )
    assert "“We ⟦sail⟧ at dawn with the whole fleet.”" in text
    assert "“We ⟦leave⟧ at dawn”" in text
    assert "the fullest" in text
    assert "without 4 words after" in text


def test_another_spelling_is_a_difference_too(record: Make) -> None:
    text = shown(
        record(id="one", text="The harbour is ours."), record(id="two", text="The harbor is ours.")
    )
    assert "⟦harbour⟧" in text
    assert "⟦harbor⟧" in text


def test_the_words_are_as_they_stand(record: Make) -> None:
    mixed = record(text="they hope for “peace”", kind=Kind.MIXED)
    text = shown(mixed)
    assert text.startswith("one wording, in one article\n")
    assert "they hope for “peace”\n" in text


def test_colour_takes_the_place_of_brackets(record: Make) -> None:
    text = shown(
        record(id="one", text="We sail at dawn."),
        record(id="two", text="We leave at dawn."),
        colour=True,
    )
    assert "⟦" not in text
    assert "\x1b[1;31msail\x1b[0m" in text


def test_what_the_terminal_would_obey_is_made_harmless(record: Make, hostile: str) -> None:
    text = shown(record(id="one", text=f"before {hostile} after"), record(id="two", text=hostile))
    assert not {"\x1b", "\r", "\x00", "\x9b", "\u202e"} & set(text)


def test_outlets_are_counted_as_the_list_counts_them(record: Make) -> None:
    text = shown(record(id="one", outlet="Post"), record(id="two", outlet=None, url="https://a.b"))
    assert text.startswith("one wording, 2 copies, 1 outlet\n")

    nowhere = shown(record(id="one", outlet=None), record(id="two", outlet=None))
    assert nowhere.startswith("one wording, 2 copies\n")
