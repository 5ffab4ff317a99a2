"""How a record is put into words."""

from collections.abc import Callable

import pytest

from quotecli.model import Also, Kind, Record
from quotecli.output import wording

Make = Callable[..., Record]


@pytest.mark.parametrize(
    ("dates", "shown"),
    [
        ((None, "2022-10-31", "2022-10-31"), ("2022-10-31", None)),
        (("2022-10-31", "2022-10-31", "2022-10-31"), ("2022-10-31", None)),
        (("2022-10-30", "2022-10-31", "2022-10-30"), ("2022-10-30", "published 2022-10-31")),
        (("2022-10-30", None, "2022-10-30"), ("2022-10-30", None)),
        ((None, "2022-10-31", None), ("earlier", "published 2022-10-31")),
        ((None, None, None), ("no date", None)),
    ],
)
def test_a_date_stands_alone_unless_said_and_published_differ(
    record: Make, dates: tuple[str | None, ...], shown: tuple[str, str | None]
) -> None:
    said_on, published, date = dates
    assert wording.dating(record(said_on=said_on, published=published, date=date)) == shown


def test_only_a_direct_quotation_stands_in_quotation_marks(record: Make) -> None:
    assert [
        wording.statement(record(text="so “it” goes", kind=kind))
        for kind in (Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
    ] == ["“so “it” goes”", "so “it” goes", "so “it” goes"]


@pytest.mark.parametrize(
    ("outlets", "words"),
    [
        ([], None),
        (["Gull Daily"], "+1 outlet"),
        (["Gull Daily", "Tern Weekly", "Gull Daily"], "+2 outlets"),
        (["Harbour Post"], "+1 article"),
        ([None, "Harbour Post"], "+2 articles"),
    ],
)
def test_other_outlets_are_counted_once_and_the_own_one_never(
    record: Make, outlets: list[str | None], words: str | None
) -> None:
    also = tuple(Also("x", outlet, None, None) for outlet in outlets)
    assert wording.elsewhere(record(also=also)) == words


def test_the_source_is_the_outlet_or_what_else_is_known(record: Make) -> None:
    assert wording.source(record()) == "Harbour Post"
    assert wording.source(record(outlet=None)) == "Ministers meet by the sea"
    assert wording.source(record(outlet=None, title=None)) == "corpus/sea.md"
    assert wording.source(record(outlet=None, title=None, path=None)) == "–"


@pytest.mark.parametrize("nothing", [None, "", " ", "\n\t", "\u00ad"])
def test_what_nobody_can_see_is_unknown(nothing: str | None) -> None:
    assert wording.known(nothing) == "–"


@pytest.mark.parametrize(
    ("kind", "cue", "note"),
    [
        (Kind.INDIRECT, "denied", "claim, “denied”"),
        (Kind.INDIRECT, "has ruled out", "claim, “has ruled out”"),
        (Kind.MIXED, "rejected", "mixed, “rejected”"),
        (Kind.INDIRECT, "ruled", "claim"),
        (Kind.INDIRECT, None, "claim"),
        (Kind.DIRECT, "denied", None),
    ],
)
def test_what_somebody_denied_does_not_read_as_said(
    record: Make, kind: Kind, cue: str | None, note: str | None
) -> None:
    assert wording.kind_note(record(kind=kind, cue=cue)) == note
