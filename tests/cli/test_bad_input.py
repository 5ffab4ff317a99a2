"""What goes wrong is told in one line that says what to do, and nothing is lost."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # the fixture "quotecli" of conftest.py

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
ARTICLE = '"We are ready," said Ada Roe.'


def one_line(answer: Any) -> str:
    """Give the only line of a failure."""
    assert answer.status == 2
    assert answer.out in {"", "[]\n"}
    assert len(answer.err) == 1
    line: str = answer.err[0]
    assert line.startswith("quotecli: ")
    return line


@pytest.fixture
def ordinary(quotecli: Run, articles: Path, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Give a function that makes of root, whom no permission holds back, somebody else."""
    # What the program loads on the way may be root's own.
    quotecli("index", articles, db=tmp_path / "first.sqlite")
    quotecli("search", "--json", db=tmp_path / "first.sqlite")
    user = os.geteuid()
    folders = [tmp_path, *list(tmp_path.parents)[:2]]
    modes = [folder.stat().st_mode for folder in folders]

    def become_ordinary() -> None:
        if user == 0:
            for folder in folders:
                folder.chmod(0o777)
            os.seteuid(65534)

    yield become_ordinary
    os.seteuid(user)
    for folder, mode in zip(folders, modes, strict=True):
        folder.chmod(mode)


# --- Articles ---


@pytest.mark.parametrize("command", ["index", "extract"])
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("none.txt", None, "there is no file or folder {}; check the spelling"),
        ("empty.txt", b"", "{} is empty; give a file with an article in it"),
        ("blank.txt", b" \r\n\t\n", "{} is empty; give a file with an article in it"),
        ("picture.txt", PNG, "{} is a PNG image; save the page itself, as text or HTML"),
        ("paper.pdf", b"%PDF-1.7\n", "{} is a PDF document; save it as text or HTML first"),
        ("pack.zip", b"PK\x03\x04\0\0", "{} is a zip archive; unpack it first"),
        (
            "page.html",
            b"<html><body><img src=x></body></html>",
            "no article text in the page {}; save the page of one article, or its text",
        ),
        ("noise.txt", bytes(range(256)) * 9, "{} is a binary file; save it as text or HTML first"),
    ],
)
def test_a_file_that_is_no_article_is_named_with_what_to_do(
    quotecli: Run, tmp_path: Path, command: str, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    line = one_line(
        quotecli(command, path, *["--json"][: command == "extract"], db=tmp_path / "db")
    )
    assert line == f"quotecli: {message.format(path)}"


@pytest.mark.parametrize("files", [[], ["picture.png", "README.md", ".hidden.txt"]])
def test_a_folder_without_articles_says_what_articles_are(
    quotecli: Run, tmp_path: Path, files: list[str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in files:
        (folder / name).write_bytes(PNG)

    line = one_line(quotecli("index", folder, db=tmp_path / "db"))
    assert f"no articles in {folder}; put files there that end in .txt " in line
    assert not (tmp_path / "db").exists()


def test_no_folder_to_index_is_told_before_an_index_is_made(
    quotecli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "name files or folders: quotecli index FOLDER" in one_line(
        quotecli("index", db=tmp_path / "db")
    )
    assert not (tmp_path / "db").exists()


@pytest.mark.parametrize("command", ["index", "extract"])
def test_an_empty_name_is_not_the_current_folder(
    quotecli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE)

    assert "is empty" in one_line(quotecli(command, "", db=tmp_path / "db"))


def test_text_of_another_encoding_is_read_and_the_encoding_told(
    quotecli: Run, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("“It’s a café,” said Ada Roe.".encode("cp1252"))

    answer = quotecli("extract", path, "--json")
    assert (answer.status, answer.records[0]["text"]) == (0, "It’s a café,")
    assert answer.err == [f"quotecli: {path}: read as windows-1252, not UTF-8"]


def test_bad_lines_of_json_are_named_and_the_others_read(quotecli: Run, tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    good = '{"text": "\\"We are ready,\\" said Ada Roe."}'
    path.write_text(f'{good}\nno json\n{{"title": "x"}}\n\n[1, 2]\n{{"text": 5}}\n', "utf-8")
    db = tmp_path / "db"

    answer = quotecli("index", path, db=db)
    assert (answer.status, len(quotecli("search", "--json", db=db).records)) == (2, 1)
    assert answer.err == [
        f"quotecli: {path}: line 2: is no JSON",
        f"quotecli: {path}: line 3: has no text",
        f"quotecli: {path}: line 5: is no JSON object",
        f"quotecli: {path}: line 6: its text is no string",
        "files: 1 added; 1 article with 1 statement written",
    ]
    again = quotecli("index", path, db=db)
    assert (again.status, again.err[-1]) == (2, "files: 1 unchanged")


def test_what_can_be_read_is_indexed_beside_what_cannot(quotecli: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "bad.txt").write_bytes(PNG)

    answer = quotecli("index", tmp_path, tmp_path / "none", db=tmp_path / "db")
    assert (answer.status, len(answer.err)) == (2, 3)
    assert answer.err[-1] == "files: 1 added; 1 article with 1 statement written"


def test_a_file_that_becomes_unreadable_keeps_its_statements(quotecli: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    db = tmp_path / "db"
    quotecli("index", path, db=db)
    path.write_bytes(PNG)

    one_line(quotecli("index", path, db=db))
    assert len(quotecli("search", "--json", db=db).records) == 1


def test_a_file_without_permission_is_named(
    quotecli: Run, ordinary: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    ordinary()

    assert one_line(quotecli("index", path, db=tmp_path / "db")) == (
        f"quotecli: cannot read {path}: Permission denied; check its permissions"
    )


@pytest.mark.parametrize(
    "name",
    ["two words", 'it\'s "so"', "new\nline", "Übergröße ñ", "100%s", "a#b", "what?", "-x", "[ab]*"],
)
def test_any_name_of_a_file_or_an_index_will_do(quotecli: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"{name}.txt"
    path.write_text(ARTICLE)
    db = tmp_path / f"{name}.sqlite"

    assert quotecli("index", path, db=db).status == 0
    assert db.exists()
    (record,) = quotecli("search", "--json", db=db).records
    assert record["path"] == str(path)
    assert quotecli("index", path, db=db).err == ["files: 1 unchanged"]
    shown = quotecli("show", record["id"], db=db)
    assert (shown.status, shown.err) == (0, [])


def test_a_name_from_a_file_cannot_command_the_terminal(quotecli: Run, tmp_path: Path) -> None:
    path = tmp_path / "red \x1b[31m\n.txt"
    path.write_bytes(PNG)

    line = one_line(quotecli("index", path, db=tmp_path / "db"))
    assert "red \\x1b[31m .txt is a PNG image" in line


def test_a_very_long_word_is_a_word_like_others(quotecli: Run, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(f'"The {"x" * 100_000} is long," said Ada Roe.')
    db = tmp_path / "db"

    assert quotecli("index", path, db=db).status == 0
    assert quotecli("search", "x" * 100_000, db=db).status == 0
    assert quotecli("search", "y" * 100_000, db=db).status == 1


# --- The index ---


@pytest.mark.parametrize("command", [["search"], ["show", "2022"], ["show", "abcdefgh"]])
def test_no_index_yet_says_how_to_make_one(
    quotecli: Run, tmp_path: Path, command: list[str]
) -> None:
    db = tmp_path / "folder" / "index.sqlite"

    assert one_line(quotecli(*command, "--json", db=db)) == (
        f"quotecli: no index at {db}; make one with: quotecli index FOLDER"
    )
    assert not db.parent.exists()


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_text(path: Path) -> None:
    path.write_text("Dear diary\n" * 99)


def make_foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE mine (words)")


def make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as opened:
        opened.execute("PRAGMA user_version = 99")


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_bits(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(byte ^ 0x55 for byte in data[4096:])
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (make_folder, "is a folder, not an index; name a file"),
        (make_text, "is not an index, or is damaged; move"),
        (make_foreign, "of another program; name another file"),
        (make_newer, "a newer quotecli made the index at"),
        (cut_short, "is not an index, or is damaged; move it away and index again"),
        (flip_bits, "is not an index, or is damaged; move it away and index again"),
    ],
    ids=["folder", "text", "foreign", "newer", "truncated", "bits flipped"],
)
@pytest.mark.parametrize("command", ["search", "index"])
def test_an_index_that_cannot_be_used_is_named_and_left_alone(
    quotecli: Run,
    index: Path,
    tmp_path: Path,
    spoil: Callable[[Path], None],
    message: str,
    command: str,
) -> None:
    db = tmp_path / "index.sqlite"
    shutil.copyfile(index, db)
    spoil(db)
    before = db.is_file() and db.read_bytes()
    (tmp_path / "article.txt").write_text(ARTICLE)
    arguments = ["search", "--json"] if command == "search" else ["index", tmp_path / "article.txt"]

    assert message in one_line(quotecli(*arguments, db=db))
    assert (db.is_file() and db.read_bytes()) == before


def test_the_db_option_goes_before_the_environment(
    quotecli: Run, index: Path, tmp_path: Path
) -> None:
    assert quotecli("search", "--db", index, db=tmp_path / "none").status == 0


def test_an_index_in_a_folder_that_cannot_be_written_can_be_searched(
    quotecli: Run, index: Path, ordinary: Callable[[], None], tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    folder = tmp_path / "read-only"
    folder.mkdir()
    shutil.copyfile(index, folder / "index.sqlite")
    folder.chmod(0o555)
    ordinary()

    assert len(quotecli("search", "--json", db=folder / "index.sqlite").records) == 5
    for name in ("index.sqlite", "new.sqlite"):
        assert str(folder / name) in one_line(quotecli("index", article, db=folder / name))
    assert [path.name for path in folder.iterdir()] == ["index.sqlite"]


def test_a_full_disk_is_one_line_and_loses_nothing(index: Path, tmp_path: Path) -> None:
    db = tmp_path / "index.sqlite"
    shutil.copyfile(index, db)
    (tmp_path / "article.txt").write_text("\n\n".join(f"{n} {ARTICLE}" for n in range(20)))

    def almost_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))

    done = subprocess.run(
        [sys.executable, "-m", "quotecli", "index", "article.txt"],
        cwd=tmp_path,
        env={**os.environ, "QUOTECLI_DB": str(db)},
        preexec_fn=almost_full,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("quotecli: ")
    assert str(db) in done.stderr
    with closing(sqlite3.connect(db)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert opened.execute("SELECT count(*) FROM article").fetchone() == (2,)


# --- Options ---


@pytest.mark.parametrize("day", ["2022-13-45", "2022-02-30", "0000", "2022-00"])
@pytest.mark.parametrize("option", ["--year", "--since", "--until", "show"])
def test_a_day_that_does_not_exist_is_named(quotecli: Run, option: str, day: str) -> None:
    arguments = ["show", day] if option == "show" else ["search", option, day]

    assert one_line(quotecli(*arguments, "--json")) == (
        f"quotecli: there is no such date: {day}; check month and day"
    )


@pytest.mark.parametrize(
    "day", ["yesterdayish", "31.10.2022", "10/31/2022", "22", "2022-10-31T09:00"]
)
@pytest.mark.parametrize("option", ["--year", "--since", "--until"])
def test_a_word_that_is_no_day_says_how_days_are_written(
    quotecli: Run, option: str, day: str
) -> None:
    line = one_line(quotecli("search", option, day, "--json"))
    assert line.startswith(f"quotecli: '{day}' is no date; write a day as 2022-10-31, a month as")


@pytest.mark.parametrize("day", ["31.10.2022", "2022/10/31", "20221031", "2022-10-31-1", ""])
def test_show_says_how_days_are_written(quotecli: Run, day: str) -> None:
    assert "write a day as 2022-10-31" in one_line(quotecli("show", day))


@pytest.mark.parametrize("day", ["nonsense", "2022", "2022-10", "2022-13-45"])
@pytest.mark.parametrize("command", ["index", "extract"])
def test_a_day_of_publication_has_to_be_one_day(
    quotecli: Run, articles: Path, tmp_path: Path, command: str, day: str
) -> None:
    answer = quotecli(command, articles, "--published", day, db=tmp_path / "db")

    assert day in one_line(answer)
    assert not (tmp_path / "db").exists()


def test_since_after_until_is_an_error(quotecli: Run) -> None:
    answer = quotecli("search", "--since", "2023", "--until", "2022-06", "--json")

    assert "no day is both since 2023-01-01 and until 2022-06-30" in one_line(answer)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["search", "--kind", "quotes"], "'quotes' is not one of 'direct', 'mixed', 'indirect',"),
        (["search", "--format", "xml"], "'xml' is not one of 'table', 'json', 'jsonl', 'csv',"),
        (["search", "--sort", "size"], "'size' is not one of 'relevance', 'date', '-date',"),
        (["search", "--limit", "-3"], "-3 is not in the range x>=0"),
        (["search", "--limit", "ten"], "'ten' is no whole number"),
        (["search", "--xyzzy"], "no such option: --xyzzy"),
        (["search", "--speakr", "Roe"], "(Possible options: --not-speaker, --speaker"),
        (["search", "--speaker"], "option '--speaker' requires an argument"),
        (["search", "--speaker", "?!"], "'?!' is no name; write a name as in --speaker Putin"),
        (["search", "--speaker", ""], "'' is no name; write a name as in --speaker Putin"),
        (["search", "--outlet", "."], "'.' is no outlet; write a name or domain"),
        (["show"], "missing argument 'DAY|ID'"),
        (["show", "2022", "2023"], "got unexpected extra argument(s) (2023)"),
        (["show", "2022", "--context", "-1"], "-1 is not in the range x>=0"),
        (["serch"], "no such command 'serch'; did you mean 'search'?"),
        (["--xyzzy"], "no such option: --xyzzy"),
    ],
)
def test_wrong_usage_is_one_line(quotecli: Run, arguments: list[str], message: str) -> None:
    assert message in one_line(quotecli(*arguments))


def test_an_unknown_option_names_the_help_of_its_command(quotecli: Run) -> None:
    assert one_line(quotecli("search", "--xyzzy")) == (
        "quotecli: no such option: --xyzzy; see: quotecli search --help"
    )


def test_an_id_that_several_statements_begin_with_lists_them(
    quotecli: Run, index: Path, tmp_path: Path
) -> None:
    db = tmp_path / "index.sqlite"
    shutil.copyfile(index, db)
    with closing(sqlite3.connect(db)) as opened, opened:
        opened.execute("UPDATE statement SET id = 'aaaabbbb' || number")

    line = one_line(quotecli("show", "aaaab", db=db))
    assert "several statements begin with aaaab: aaaabbbb1, aaaabbbb2" in line
    assert "give the id in full" in line


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("search", ""), 1, "ignored, as they are empty: the words"),
        (("search", " ", "  "), 1, "ignored, as they are empty: the words"),
        (("timeline", ""), 1, "ignored, as they are empty: the words"),
        (("search", "--year", ""), 2, "quotecli: '' is no date; write a day as 2022-10-31"),
        (("search", "--until", " "), 2, "quotecli: ' ' is no date; write a day as 2022-10-31"),
        (("verify", "talking", "--since", ""), 2, "quotecli: '' is no date; write a day as"),
        (("search", "--fts"), 2, "quotecli: --fts needs an expression; write one, as: --fts"),
        (("compare", "Putin", "Roe", "--fts", " "), 2, "quotecli: --fts needs an expression"),
        (("speakers", ""), 2, "quotecli: '' is no name; write a name as in --speaker Putin"),
    ],
)
def test_what_is_empty_as_of_an_unset_variable_never_means_everything(
    quotecli: Run, arguments: tuple[str, ...], status: int, told: str
) -> None:
    answer = quotecli(*arguments)

    assert answer.status == status
    assert answer.err[0].startswith(told)
    assert "Putin" not in answer.out


def test_empty_words_beside_another_condition_are_ignored_and_told_once(quotecli: Run) -> None:
    answer = quotecli("compare", "Putin", "Roe", "", "--json")

    assert len(answer.records) == 3
    assert answer.err == ["ignored, as they are empty: the words"]


@pytest.mark.parametrize("option", [("--speaker",), ("--about",), ("--title",), ()])
def test_a_whole_page_typed_as_a_name_or_as_words_is_answered_at_once(
    quotecli: Run, option: tuple[str, ...]
) -> None:
    page = " ".join(f"harbour{n}" for n in range(1500)) if not option else "Ada " * 20_000
    answer = quotecli("search", *option, page)

    assert answer.status == 1
    assert "Nobody" not in answer.out


def test_of_many_words_that_nobody_said_a_few_are_named(quotecli: Run) -> None:
    answer = quotecli("search", "--exact", *(f"zebra{letter * 3}" for letter in "abcdefgh"))

    assert answer.err[0] == (
        "no statement has zebraaaa or zebrabbb or zebraccc or zebraddd or zebraeee or others"
    )
