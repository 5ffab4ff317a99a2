import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from quotecli.index.filters import Sort
from quotecli.index.store import Index, open_index
from quotecli.search import run
from quotecli.search.query import Query
from quotecli.search.run import Result, search


def texts(result: Result) -> list[str]:
    return [record.text for record in result.records]


def test_a_page_comes_with_the_number_of_all(archive: Index) -> None:
    result = search(archive, Query(words=("peace",), limit=2))
    assert len(result.records) == 2
    assert (result.total, result.notes) == (3, ())


def test_words_and_speaker_and_year_combine(archive: Index) -> None:
    query = Query(words=("peace",), speakers=("pashinyan",), since="2022-11-01", until="2022-11-30")
    assert texts(search(archive, query)) == ["he hopes for “peace” and an open road"]


def test_without_any_condition_all_are_given_the_newest_first(archive: Index) -> None:
    result = search(archive, Query())
    dates = [record.date for record in result.records]
    assert dates == ["2022-11-01", "2022-10-31", "2020-11-10", "2019-03-02", None]


def test_what_was_ignored_is_told(archive: Index) -> None:
    result = search(archive, Query(words=("peace", "—", "*")))
    assert result.total == 3
    assert result.notes == ("ignored, as it has no letter or digit: — *",)


def test_nothing_found_is_an_empty_result(archive: Index) -> None:
    assert search(archive, Query(words=("harbour",))) == Result((), 0, (), ("harbour",))


def test_words_in_too_many_statements_are_not_ranked_unless_asked(
    archive: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_MOST_RANKED", 2)
    result = search(archive, Query(words=("peace",)))
    assert [record.date for record in result.records] == ["2022-11-01", "2022-10-31", "2019-03-02"]
    assert result.notes == ("3 statements match, too many to rank: the newest come first",)
    ranked = search(archive, Query(words=("peace",), sort=Sort.RELEVANCE))
    assert texts(ranked)[0] == "Peace needs patience."
    assert ranked.notes == ()


def test_rapidfuzz_is_not_loaded_for_a_search(tmp_path: Path) -> None:
    with closing(open_index(tmp_path / "i.sqlite", create=True)):
        pass
    code = (
        "import sys; from quotecli.index.store import open_index;"
        "from quotecli.search.run import search; from quotecli.search.query import Query;"
        f"index = open_index({str(tmp_path / 'i.sqlite')!r});"
        "search(index, Query()); index.close();"
        "print([n for n in sys.modules if n.split('.')[0] in ('rapidfuzz', 'rich', 'typer')"
        " or n.startswith(('quotecli.extraction', 'quotecli.documents', 'quotecli.index.write'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_words_without_a_letter_find_nothing_and_not_everything(archive: Index) -> None:
    for every_copy in False, True:
        assert search(archive, Query(words=("!!!",), every_copy=every_copy)).total == 0
