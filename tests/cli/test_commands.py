"""What each command answers when it is used as meant, and as people use it all the same."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import quotecli as package
from quotecli.cli.app import COMMANDS
from quotecli.model import Record

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py


def speakers(answer: Any) -> list[str]:
    """Give who spoke, in the order printed."""
    return [record["speaker"] for record in answer.records]


# --- search ---


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ("--speaker Putin", ["Vladimir Putin", "Vladimir Putin"]),
        ("-s putin -s ROE", ["Vladimir Putin", "Vladimir Putin", "Ada Roe"]),
        ("-s O'Brien", ["Seán O'Brien"]),
        ("-s sean", ["Seán O'Brien"]),
        ("talking -s Putin", ["Vladimir Putin"]),
        ("-s Putin talking", ["Vladimir Putin"]),
        ("--year 2021", ["Ada Roe"]),
        ("-y 2022-10 -k quote", ["Vladimir Putin", "Vladimir Putin", "Ilham Aliyev"]),
        ("--kind claim", ["Seán O'Brien"]),
        ("--kind indirect -k mixed", ["Seán O'Brien"]),
        ("--since 2021-05-05 --kind claim", ["Seán O'Brien"]),
        ("--until 2021", ["Ada Roe"]),
        ("--outlet gull", ["Ada Roe"]),
        ("--outlet harbourpost.example talk", ["Vladimir Putin"]),
        ("--sort speaker --limit 1", ["Ada Roe"]),
        ("--sort date -n 1", ["Ada Roe"]),
        ("--sort=-date --limit=1 --until 2021", ["Ada Roe"]),
        ("--not-speaker Putin --not-speaker Roe", ["Seán O'Brien", "Ilham Aliyev"]),
        ("--not-speaker Putin --year 2022 --kind quote", ["Ilham Aliyev"]),
        ("--outlet gull --outlet harbour --kind claim", ["Seán O'Brien"]),
        ("--title pier", ["Ada Roe"]),
        ("--title MINISTER -k claim", ["Seán O'Brien"]),
        ("--about harbour", ["Seán O'Brien"]),
        ("--min-confidence 1", []),
        ("--undated", []),
        ("--sort outlet -n 1 --kind quote --not-speaker Putin", ["Ilham Aliyev"]),
        ("--page 2 -n 2 --sort speaker", ["Seán O'Brien", "Vladimir Putin"]),
        ("talking asked --any --sort speaker", ["Ada Roe", "Vladimir Putin"]),
        ("--fts talk* -n 1", ["Vladimir Putin"]),
        ("--fts talk* NOT zebra", ["Vladimir Putin"]),
        ("-s Putin -talking", ["Vladimir Putin"]),
        ("putin -talk", ["Vladimir Putin"]),
        ("putin -nobody -k quote -yet -hello -n1", ["Vladimir Putin"]),
        ("putin -sides -50%", ["Vladimir Putin"]),
        ("-sPutin -kquote -y2022 -fjson -n1", ["Vladimir Putin"]),
        ("talking -s -Putin", ["Vladimir Putin"]),
    ],
)
def test_conditions_narrow_a_search(quotecli: Run, arguments: str, names: list[str]) -> None:
    answer = quotecli("search", *arguments.split(), "--json")

    assert (answer.status, speakers(answer)) == (0 if names else 1, names)


def test_a_phrase_is_left_out_with_its_marks_or_as_the_shell_hands_it_over(quotecli: Run) -> None:
    for phrase in '-"keep talking"', "-keep talking", "-“keep talking”":
        answer = quotecli("search", "putin", phrase, "--json")
        assert [record["text"] for record in answer.records] == [
            "It is in the interest of both sides,"
        ]


def test_words_to_leave_out_with_nothing_else_are_refused(quotecli: Run) -> None:
    for words, out in (("-talking",), "-talking"), (("-keep talking", "-x"), '-"keep talking" -x'):
        answer = quotecli("search", *words, "--sort", "date", "--json")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == [
            f"quotecli: {out} only leaves out; add a word to look for, or a condition as -s NAME"
        ]


def test_a_dash_before_a_speakers_name_says_how_speakers_are_written(quotecli: Run) -> None:
    answer = quotecli("search", "talking", "-sputin", "--json")

    assert speakers(answer) == ["Vladimir Putin"]
    assert answer.err == ["-sputin leaves out the word sputin; for the speaker write -s putin"]


def test_the_place_of_an_error_in_an_expression_has_a_caret(quotecli: Run) -> None:
    answer = quotecli("search", "--fts", "talk* AND", "AND keep", "--json")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == [
        "quotecli: unexpected AND",
        "  talk* AND AND keep",
        "            ^",
    ]


def test_context_adds_a_key_after_the_others_and_stands_in_every_format(quotecli: Run) -> None:
    (record,) = quotecli("search", "interest", "--context", "1", "--json").records
    assert list(record) == [*(field.name for field in fields(Record)), "context"]
    assert record["context"] == (
        '"We will keep talking," said Vladimir Putin. "It is in the interest of both sides,"'
        ' Putin said. "There is little left to discuss," Ilham Aliyev said on Sunday.'
    )
    for format_ in "table", "jsonl", "csv", "tsv", "markdown":
        out = quotecli("search", "interest", "--context", "1", "-f", format_).out
        assert "Ilham Aliyev said on Sunday." in out, format_


def test_a_count_is_a_number_and_in_json_an_object(quotecli: Run) -> None:
    assert quotecli("search", "-s", "Putin", "--count").out == "2\n"
    assert json.loads(quotecli("search", "-s", "Putin", "--count", "--json").out) == {
        "statements": 2
    }
    nothing = quotecli("search", "zebra", "--count")
    assert (nothing.status, nothing.out, nothing.err[0]) == (1, "0\n", "no statement has zebra")


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        ("speaker", {"Vladimir Putin": 2, "Ada Roe": 1, "Ilham Aliyev": 1, "Seán O'Brien": 1}),
        ("year", {"2021": 1, "2022": 4}),
        ("outlet", {"Harbour Post": 4, "The Morning Gull": 1}),
        ("kind", {"direct": 4, "indirect": 1}),
    ],
)
def test_statements_are_counted_by_a_column(quotecli: Run, by: str, counts: dict[str, int]) -> None:
    rows = json.loads(quotecli("search", "--by", by, "--json").out)
    assert rows == [{by: name, "statements": number} for name, number in counts.items()]
    for format_ in "table", "jsonl", "csv", "tsv", "markdown":
        answer = quotecli("search", "--by", by, "-f", format_)
        assert answer.status == 0
        assert all(name in answer.out for name in counts)
    assert "█" in quotecli("search", "--by", by).out


def test_all_of_them_have_no_pages(quotecli: Run) -> None:
    answer = quotecli("search", "--page", "2", "--limit", "0")
    assert (answer.status, answer.out) == (2, "")
    assert "--limit 0 is all on one page" in answer.err[0]


def test_a_page_beyond_the_last_says_so(quotecli: Run) -> None:
    answer = quotecli("search", "--page", "7", "--json")

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err == ["there are only 5 statements; give a smaller --page"]
    for format_, empty in ("json", "[]\n"), ("csv", "year,statements\n"), ("table", ""):
        answer = quotecli("search", "--by", "year", "--page", "7", "-f", format_)
        assert (answer.status, answer.out) == (1, empty)
        assert answer.err == ["there are only 2 years; give a smaller --page"]


def test_a_page_of_counts_says_which_it_is(quotecli: Run) -> None:
    second = quotecli("search", "--by", "speaker", "--page", "2", "--limit", "3")
    assert second.out.startswith("Seán O'Brien  1")
    assert second.err == ["4 to 4 of 4; --limit 0 shows all"]
    assert quotecli("search", "--by", "speaker", "--limit", "3").err == [
        "3 of 4; --limit 0 shows all"
    ]
    assert quotecli("search", "--count", "--page", "2").status == 2


def test_every_statement_has_the_keys_of_the_contract_in_order(quotecli: Run) -> None:
    for record in quotecli("search", "--json").records:
        assert list(record) == [field.name for field in fields(Record)]


def test_json_stands_for_the_format(quotecli: Run) -> None:
    json_ = quotecli("search", "--json").out

    assert quotecli("search", "--format", "json").out == json_
    assert quotecli("search", "-f", "JSON").out == json_
    assert quotecli("search", "-f", "csv", "--json").out == json_


def test_the_formats_hold_the_same_statements(quotecli: Run) -> None:
    texts = [record["text"] for record in quotecli("search", "--json").records]

    lines = quotecli("search", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["text"] for line in lines] == texts
    for format_, delimiter in (("csv", ","), ("tsv", "\t")):
        out = io.StringIO(quotecli("search", "-f", format_).out)
        assert [row["text"] for row in csv.DictReader(out, delimiter=delimiter)] == texts
    for format_ in ("table", "markdown"):
        out = quotecli("search", "-f", format_).out
        assert all(text in out for text in texts)


@pytest.mark.parametrize("format_", ["table", "json", "jsonl", "csv", "tsv", "markdown"])
def test_nothing_found_is_status_1_and_says_why(quotecli: Run, format_: str) -> None:
    answer = quotecli("search", "zebra", "--format", format_)

    header = {"table": "ID ", "json": "[]\n", "csv": "id,kind,", "tsv": "id\tkind\t"}
    assert answer.status == 1
    assert answer.out.count("\n") == (format_ in header)
    assert answer.out.startswith(header.get(format_, ""))
    assert answer.err == [
        "no statement has zebra",
        "the index covers 2 articles, published 2021-05-04 to 2022-10-31",
    ]


def test_a_name_spelt_wrongly_is_answered_with_the_right_one(quotecli: Run) -> None:
    answer = quotecli("search", "--speaker", "Aliyve", "--json")

    assert (answer.status, speakers(answer)) == (0, ["Ilham Aliyev"])
    assert answer.err[0] == "no speaker in the index is called Aliyve; showing Ilham Aliyev"
    exact = quotecli("search", "--speaker", "Aliyve", "--exact")
    assert (exact.status, exact.err[0]) == (
        1,
        "no speaker in the index is called Aliyve; did you mean Ilham Aliyev?",
    )


def test_a_word_spelt_wrongly_is_answered_with_the_nearest_and_a_note(quotecli: Run) -> None:
    answer = quotecli("search", "talkign", "--json")

    assert [record["text"] for record in answer.records] == ["We will keep talking,"]
    assert (answer.status, answer.err[0]) == (0, "no statement has talkign; showing talking")
    assert quotecli("search", "talkign", "--count").out == "0\n"


def test_a_limit_says_how_many_there_are(quotecli: Run) -> None:
    answer = quotecli("search", "--limit", "2", "--json")

    assert (len(answer.records), answer.err) == (2, ["2 of 5 statements; --limit 0 shows all"])
    assert quotecli("search", "--limit", "0", "--json").err == []
    assert len(quotecli("search", "--json").records) == 5


@pytest.mark.parametrize(
    "words",
    [
        ["talking"],
        ["keep", "talking"],
        ['"keep talking"'],
        ["“keep talking”"],
        ["TALKED"],
        ["--", "talking"],
        ["talking!"],
        ["(talking)"],
        ["talking", "—"],
    ],
    ids=" ".join,
)
def test_words_are_found_as_people_type_them(quotecli: Run, words: list[str]) -> None:
    answer = quotecli("search", "--json", *words)

    assert [record["text"] for record in answer.records] == ["We will keep talking,"]


@pytest.mark.parametrize(
    "words",
    [
        *('"', "*", "AND", "OR NOT", "NEAR(", "NEAR(a b, 2)", "don't", "C++", "a@b.example", "^a"),
        *("text:a", "{text}: a", "col*", "'", "\\", "a\0b", "%", "_", "2022", "007", "1e9", "0"),
        *("\ud800", "🦜", "سلام", "ß", "a" * 3000, "a " * 3000),
    ],
    ids=lambda words: ascii(words[:12]),
)
def test_no_word_is_an_error(quotecli: Run, words: str) -> None:
    answer = quotecli("search", "--json", "--", words)

    assert answer.status in {0, 1}
    assert isinstance(answer.records, list)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(), max_size=4), speaker=st.none() | st.text(min_size=1))
def test_whatever_is_typed_is_answered(
    quotecli: Run, words: list[str], speaker: str | None
) -> None:
    option = [] if speaker is None else [f"--speaker={speaker}"]
    answer = quotecli("search", "--json", *option, "--", *words)

    assert answer.status in {0, 1, 2}
    assert answer.status < 2 or answer.err[0].endswith("write a name as in --speaker Putin")


# --- show ---


@pytest.mark.parametrize(
    ("day", "count"), [("2022-10-31", 4), ("2022-10-30", 1), ("2022-10", 4), ("2021", 1)]
)
def test_a_day_a_month_or_a_year_is_shown(quotecli: Run, day: str, count: int) -> None:
    assert len(quotecli("show", day, "--json").records) == count
    assert quotecli("show", day).out.count("\n      — ") == count


def test_a_day_without_statements_is_status_1(quotecli: Run) -> None:
    answer = quotecli("show", "1999-12-31", "--json")

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err == [
        "nothing was said or published on 1999-12-31;"
        " the index covers 2 articles, published 2021-05-04 to 2022-10-31"
    ]


def test_a_statement_is_shown_by_its_id_or_the_beginning_of_it(quotecli: Run) -> None:
    (record,) = quotecli("search", "-s", "roe", "--json").records

    assert quotecli("show", record["id"], "--json").records == [record]
    assert quotecli("show", record["id"][:6], "--json").records == [record]
    assert quotecli("show", f" {record['id'].upper()} ", "--json").records == [record]
    page = quotecli("show", record["id"]).out
    assert "⟦Nobody asked us,⟧" in page
    assert "The Morning Gull" in page


def test_context_adds_paragraphs(quotecli: Run) -> None:
    (record,) = quotecli("search", "discuss", "--json").records

    assert "harbour would stay" not in quotecli("show", record["id"]).out
    assert "harbour would stay" in quotecli("show", record["id"], "--context", "1").out


def test_a_day_is_narrowed_to_speakers_and_kinds(quotecli: Run) -> None:
    assert speakers(quotecli("show", "2022", "-s", "putin", "--json")) == ["Vladimir Putin"] * 2
    assert speakers(quotecli("show", "2022", "-k", "claim", "--json")) == ["Seán O'Brien"]
    answer = quotecli("show", "2022", "--speaker", "putin", "--kind", "claim", "--json")

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err[0].startswith("nothing by putin of kind indirect was said or published in ")


def test_why_explains_a_statement_also_in_json(quotecli: Run) -> None:
    (record,) = quotecli("search", "discuss", "--json").records
    (explained,) = quotecli("show", record["id"], "--why", "--json").records
    page = quotecli("show", record["id"], "--why").out

    assert list(explained) == [*record, "why"]
    assert "The speaker is named where the words stand: “Ilham Aliyev”." in explained["why"]
    assert page.endswith("".join(f"  {sentence}\n" for sentence in explained["why"]))


@pytest.mark.parametrize("arguments", ["2022 --why", "ID --speaker Putin", "ID --kind quote"])
def test_options_for_a_day_are_none_for_a_statement_and_the_other_way_round(
    quotecli: Run, arguments: str
) -> None:
    (record,) = quotecli("search", "discuss", "--json").records
    answer = quotecli("show", *arguments.replace("ID", record["id"]).split())

    assert (answer.status, answer.out, len(answer.err)) == (2, "", 1)


@pytest.mark.parametrize("id_", ["zzzzzzzzzzzz", "yesterday", "abc"])
def test_an_unknown_id_is_status_1(quotecli: Run, id_: str) -> None:
    answer = quotecli("show", id_, "--json")

    assert (answer.status, answer.out) == (1, "[]\n")
    assert answer.err[0].startswith(f"no statement has the ID {id_}; quotecli search shows the IDs")


# --- index and extract ---


def test_extract_leaves_out_what_is_less_sure_than_asked(quotecli: Run, articles: Path) -> None:
    found = quotecli("extract", articles, "--json").records
    shares = sorted(float(str(record["confidence"])) for record in found)
    middle = shares[len(shares) // 2]
    surer = quotecli("extract", articles, "--json", "--min-confidence", middle).records

    assert surer == [record for record in found if float(str(record["confidence"])) >= middle]
    assert 0 < len(surer) < len(found)
    assert quotecli("extract", articles, "--min-confidence", "2").status == 2


def test_thoughts_can_be_left_out_of_an_extract(quotecli: Run) -> None:
    article = b"The minister wants the harbour to stay open. She said that it was safe."

    assert len(quotecli("extract", "--json", stdin=article).records) == 2
    (said,) = quotecli("extract", "--json", "--no-thoughts", stdin=article).records
    assert said["text"] == "it was safe"


def test_thoughts_can_be_left_out_of_a_search(quotecli: Run, tmp_path: Path) -> None:
    article = b"The minister wants the harbour to stay open. She said that it was safe."
    db = tmp_path / "db"
    quotecli("index", "-", db=db, stdin=article)

    assert len(quotecli("search", "--json", db=db).records) == 2
    (said,) = quotecli("search", "--json", "--no-thoughts", db=db).records
    assert said["text"] == "it was safe"
    nothing = quotecli("search", "harbour", "--no-thoughts", "--exact", db=db)
    assert nothing.status == 1
    assert "put into words" in nothing.err[0]


def test_extract_prints_what_index_would_keep(
    quotecli: Run, articles: Path, tmp_path: Path
) -> None:
    extracted = quotecli("extract", articles, "--json", db=tmp_path / "none").records

    assert sorted(extracted, key=lambda record: str(record["id"])) == sorted(
        quotecli("search", "--json").records, key=lambda record: str(record["id"])
    )
    assert not (tmp_path / "none").exists()


def test_standard_input_is_an_article(quotecli: Run, tmp_path: Path) -> None:
    article = b'"We are ready," said Ada Roe.'
    db = tmp_path / "db"

    assert quotecli("index", "-", "--published", "2020-12-17", db=db, stdin=article).status == 0
    (record,) = quotecli("search", "--json", db=db).records
    assert (record["path"], record["published"]) == (None, "2020-12-17")
    assert speakers(quotecli("extract", "--json", stdin=article)) == ["Ada Roe"]
    assert speakers(quotecli("extract", "-", "--json", stdin=article)) == ["Ada Roe"]


def test_what_the_user_says_goes_before_what_the_file_says(
    quotecli: Run, articles: Path, tmp_path: Path
) -> None:
    said = {"--title": "T", "--url": "https://x.example/y", "--outlet": "O", "--author": "A B"}
    options = [word for pair in said.items() for word in pair]

    answer = quotecli("extract", articles / "pier.md", *options, "--published=2020-1-2", "--json")
    (record,) = answer.records
    assert {f"--{key}": record[key] for key in ("title", "url", "outlet", "author")} == said
    assert record["published"] == record["date"] == "2020-01-02"


@pytest.mark.parametrize(
    "url",
    ["foo", "example.org/page", "file:///etc/passwd", "https://", "http://[", "https://a b.org"],
)
def test_a_url_that_is_none_is_refused(quotecli: Run, articles: Path, url: str) -> None:
    for command in "extract", "index":
        answer = quotecli(command, articles, "--url", url, db=articles / "none")
        assert (answer.status, answer.out) == (2, "")
        assert answer.err == [
            f"quotecli: {url!r} is no URL; write it in full, as https://example.org/page"
        ]


def test_what_is_said_blank_of_articles_is_not_said(quotecli: Run, articles: Path) -> None:
    blank = [f"--{name}= " for name in ("title", "url", "outlet", "author", "published")]
    said = quotecli("extract", articles / "pier.md", "--json")
    assert quotecli("extract", articles / "pier.md", *blank, "--json") == said


def test_indexing_tells_what_became_of_the_files(quotecli: Run, tmp_path: Path) -> None:
    folder, db = tmp_path / "folder", tmp_path / "db"
    folder.mkdir()
    (folder / "one.txt").write_text('"One," said Ada Roe.')
    (folder / "two.txt").write_text('"Two," said Ada Roe. "Three," she said.')

    def index() -> list[str]:
        answer = quotecli("index", folder, db=db)
        assert (answer.status, answer.out) == (0, "")
        return list(answer.err)

    assert index() == ["files: 2 added; 2 articles with 3 statements written"]
    assert index() == ["files: 2 unchanged"]
    (folder / "one.txt").write_text('"Four," said Ada Roe.')
    assert index() == ["files: 1 changed, 1 unchanged; 1 article with 1 statement written"]
    (folder / "two.txt").rename(folder / "2.txt")
    assert index() == ["files: 1 unchanged, 1 moved"]


# --- help ---


def test_the_version_is_printed(quotecli: Run) -> None:
    assert quotecli("--version").out == f"quotecli {package.__version__}\n"


def test_no_command_at_all_shows_the_help_as_an_error(quotecli: Run) -> None:
    answer = quotecli()

    assert (answer.status, answer.out) == (2, "")
    assert "\n".join(answer.err) + "\n" == quotecli("--help").out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_every_option_has_its_help(quotecli: Run, command: str) -> None:
    answer = quotecli(command, "-h")

    assert (answer.status, answer.err) == (0, [])
    assert answer.out == quotecli(command, "--help").out
    _, *options = re.split(r"\n  (?=-)", answer.out)
    assert options
    for option in options:
        declaration, _, help_ = option.replace("\n", "  ", 1).partition("  ")
        assert help_.strip(), declaration


def test_the_list_of_commands_is_cut_nowhere(quotecli: Run) -> None:
    listed = quotecli("--help").out.partition("Commands:")[2]

    assert re.findall(r"^  (\w+)", listed, re.MULTILINE) == list(COMMANDS)
    assert "..." not in listed


def test_what_belongs_to_one_statement_is_refused_for_a_day(quotecli: Run) -> None:
    answer = quotecli("show", "2022", "--context", "1")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == ["quotecli: --context goes with one statement; give its ID"]
