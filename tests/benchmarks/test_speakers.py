import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import speakers
from quotecli.model import Span
from speakers import Answer, GoldName, judge, measure, read_names

NAMES = sorted(speakers.NAMES.parent.glob("*.tsv"))
TEXT = (
    "Mayor Jane Roe opened the bridge on Monday.\n"
    "\n"
    "“The bridge is open,” Roe said. “It was worth the wait.”\n"
    "\n"
    "Residents said the noise was unbearable.\n"
)


def _spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


def _quote(content: Sequence[str], source: str, cue: str, kind: str) -> dict[str, Any]:
    source_spans = _spans(source)
    if source == "Roe":
        source_spans = [[TEXT.index("Roe said"), TEXT.index("Roe said") + 3]]
    cues = [[source_spans[0][1] + 1, source_spans[0][1] + 1 + len(cue)]]
    return {"content": _spans(*content), "source": source_spans, "cue": cues, "kind": kind}


QUOTES = [
    _quote(["“The bridge is open,”", "“It was worth the wait.”"], "Roe", "said", "direct"),
    _quote(["the noise was unbearable"], "Residents", "said", "indirect"),
]


def _gold(
    *names: Sequence[str], words: Sequence[str] = (), reason: str = "", mention: str = "surname"
) -> GoldName:
    fillings = tuple(frozenset(speakers) for speakers in names)
    span = (Span(0, 1),)
    return GoldName("", "", "direct", span, span, span, mention, fillings, tuple(words), reason)


def _answer(*names: str, label: str | None = None) -> Answer:
    return Answer(label or "; ".join(names) or None, names, "named")


def _files(tmp_path: Path, roe: str = "Jane Roe") -> tuple[Path, Path]:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"doc": "bridge", "text": TEXT, "quotes": QUOTES}) + "\n")
    sha = hashlib.sha256(TEXT.encode()).hexdigest()

    columns = "doc sha256 kind content source cue mention names words reason".split()
    rows = [
        columns,
        ["bridge", sha, *_cells(QUOTES[0]), "surname", roe, "", ""],
        ["bridge", sha, *_cells(QUOTES[1]), "unnamed", "", "residents", "unnamed"],
    ]
    names = tmp_path / "names.tsv"
    names.write_text("# A remark.\n" + "\n".join("\t".join(row) for row in rows) + "\n")
    return corpus, names


def _cells(quote: dict[str, Any]) -> list[str]:
    spans = (quote[key] for key in ("content", "source", "cue"))
    return [quote["kind"], *(" ".join(f"{a}-{b}" for a, b in stretches) for stretches in spans)]


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["speakers.py", *map(str, arguments)])
    speakers.main()


@pytest.mark.parametrize(
    ("gold", "answer", "outcome"),
    [
        (_gold(["Jane Roe"]), _answer("Jane Roe"), "right"),
        (_gold(["José Roe"]), _answer("Sen. Jose ROE"), "right"),
        (_gold(["Jane Roe"]), _answer("Roe"), "short"),
        (_gold(["Jane Roe"]), _answer("John Roe"), "wrong"),
        (_gold(["Jane Roe"]), _answer("Jane Roe", "John Doe"), "wrong"),
        (_gold(["Jane Roe"]), _answer(label="the mayor"), "none"),
        (_gold(["Jane Roe"]), _answer(), "none"),
        (_gold(["Jane Roe", "John Doe"]), _answer("John Doe", "Jane Roe"), "right"),
        (_gold(["Jane Roe", "John Doe"]), _answer("John Doe"), "short"),
        (_gold(["Roe Office"], ["Office of Roe"]), _answer("the Office of Roe"), "right"),
        (_gold(["Harbour Board"]), _answer(label="The Harbour Board"), "right"),
        (_gold(["Bureau of Harbours and Seas"]), _answer("BHS"), "short"),
        (_gold(["Roe campaign"]), _answer("Roe"), "wrong"),
    ],
)
def test_a_name_is_right_short_wrong_or_none(gold: GoldName, answer: Answer, outcome: str) -> None:
    assert judge(gold, answer) == outcome


def test_a_source_that_nobody_names_is_right_in_its_own_words_only() -> None:
    gold = _gold(words=["senior aide", "aide"], reason="unnamed", mention="unnamed")
    assert judge(gold, _answer(label="a senior aide to Roe")) == "right"
    assert judge(gold, _answer("Aide", label="Aide")) == "right"
    assert judge(gold, _answer(label="they")) == "none"
    assert judge(gold, _answer("Roe")) == "wrong"


def test_where_a_reader_cannot_tell_it_is_right_to_name_nobody() -> None:
    gold = _gold(["Jane Roe"], reason="unclear", mention="pronoun")
    assert judge(gold, _answer(label="she")) == "right"
    assert judge(gold, _answer("Jane Roe")) == "right"
    assert judge(gold, _answer("Ann Doe")) == "wrong"


def test_both_ways_count_every_named_statement_of_an_article(tmp_path: Path) -> None:
    corpus, names = _files(tmp_path)
    corpus_articles = {"bridge": json.loads(corpus.read_text())}
    given, whole, errors = measure(read_names(names), corpus_articles)
    assert (given.gold["all"], given.gold["direct+mixed"], given.gold["claims"]) == (2, 1, 1)
    assert given.outcomes["all"] == {"right": 2}
    assert given.outcomes["surname"] == {"right": 1}
    assert whole.outcomes["direct+mixed"] == {"right": 1}
    assert errors == []


def test_a_wrong_name_is_listed_by_document_and_span(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus, names = _files(tmp_path, roe="John Doe")
    _run(monkeypatch, "--gold", corpus, "--names", names, "--errors")
    out = capsys.readouterr().out
    start = TEXT.index("Roe said")
    assert f"given wrong\tbridge\t{start}-{start + 3}\tsurname\tJohn Doe\tJane Roe" in out
    assert "direct+mixed         1      1     0.0     0.0   100.0     0.0     0.0" in out


def test_a_check_set_does_not_show_its_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, names = _files(tmp_path)
    names.write_text("# Check set.\n" + names.read_text())
    with pytest.raises(SystemExit, match="totals only"):
        _run(monkeypatch, "--gold", corpus, "--names", names, "--errors")


def test_another_text_under_the_same_name_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus, names = _files(tmp_path)
    corpus.write_text(corpus.read_text().replace("Monday", "Sunday"))
    with pytest.raises(SystemExit, match="is not the text"):
        _run(monkeypatch, "--gold", corpus, "--names", names)


@pytest.mark.parametrize("path", NAMES, ids=lambda p: p.stem)
def test_every_line_of_the_gold_says_who_or_why_not(path: Path) -> None:
    gold = read_names(path)
    assert len({(g.doc, g.content, g.source) for g in gold}) == len(gold)
    for name in gold:
        spans = (*name.content, *name.source, *name.cue)
        assert name.content
        assert name.source
        assert name.cue
        assert all(span.start < span.end for span in spans)
        assert name.kind in {"direct", "mixed", "indirect"}
        assert name.reason in {"", "unnamed", "unclear", "no source"}
        assert name.mention in {*speakers.MENTIONS, "none"}
        assert bool(name.names) or bool(name.words) or name.reason == "no source"
        assert bool(name.names) or name.reason
