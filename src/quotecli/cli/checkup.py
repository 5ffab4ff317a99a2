"""What ``quotecli doctor`` looks at, one check after the other."""

import hashlib
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from quotecli.cli.printing import can_show
from quotecli.errors import QuotecliError
from quotecli.index import health
from quotecli.index.store import Index, open_index
from quotecli.output.checks import Check, State

# By shell: where Typer puts its script, and where packages put theirs.
_SCRIPTS = {
    "bash": (
        "~/.bash_completions/quotecli.sh",
        "~/.local/share/bash-completion/completions/quotecli",
        "/etc/bash_completion.d/quotecli",
        "/usr/local/share/bash-completion/completions/quotecli",
        "/usr/share/bash-completion/completions/quotecli",
    ),
    "zsh": (
        "~/.zfunc/_quotecli",
        "/usr/local/share/zsh/site-functions/_quotecli",
        "/usr/share/zsh/site-functions/_quotecli",
        "/usr/share/zsh/vendor-completions/_quotecli",
    ),
    "fish": (
        "~/.config/fish/completions/quotecli.fish",
        "/usr/share/fish/vendor_completions.d/quotecli.fish",
    ),
}
_SHOWN = "“”‘’–—…⟦⟧⟨⟩‹›─█"  # what pages and tables are made of


def checks(db: Path) -> Iterator[Check]:
    """Look at the program and its surroundings, then at the index, and yield what is found."""
    yield _versions()
    yield _tagger()
    yield _encoding()
    yield _completion()
    try:
        index = open_index(db)
    except QuotecliError as error:
        yield Check("index", State.FAIL, error.message, error.hint)
        return
    with closing(index):
        yield Check("index", State.OK, f"it lies at {index.path}")
        for check in (_damage, _rows, _search, _files, _extractor, _gaps):
            try:
                yield check(index)
            except QuotecliError as error:  # damage that shows only here
                yield Check("index", State.FAIL, error.message, error.hint)
                return


def _versions() -> Check:
    from quotecli import __version__

    return Check(
        "program",
        State.OK,
        f"quotecli {__version__}, Python {platform.python_version()},"
        f" SQLite {sqlite3.sqlite_version}",
    )


def _tagger() -> Check:
    from quotecli.extraction import EXTRACTOR
    from quotecli.extraction.tagger.encoder import load_encoder

    try:
        load_encoder()
    except QuotecliError as error:
        return Check("tagger", State.FAIL, error.message, error.hint)
    return Check("tagger", State.OK, f"it starts, and its hash is right; version {EXTRACTOR}")


def _encoding() -> Check:
    encoding = sys.stdout.encoding or "none"
    if can_show(_SHOWN):
        return Check("terminal", State.OK, f"its encoding, {encoding}, has all marks")
    return Check(
        "terminal",
        State.WARN,
        f"its encoding, {encoding}, has no curly quotation marks: they are shown as escapes",
        "set a UTF-8 locale, as in LC_ALL=C.UTF-8, or PYTHONUTF8=1",
    )


def _completion() -> Check:
    shell = Path(os.environ.get("SHELL", "")).name
    places = [Path(place).expanduser() for place in _SCRIPTS.get(shell, ())]
    if not places:
        return Check("completion", State.OK, f"there is none for {shell or 'an unknown shell'}")
    found = [place for place in places if place.is_file()]
    if not found:
        return Check(
            "completion",
            State.WARN,
            f"TAB does not complete in {shell}",
            "run: quotecli --install-completion",
        )
    from quotecli.cli.shells import script_for

    if _text(found[0]).strip() != script_for(shell).strip():
        return Check(
            "completion",
            State.WARN,
            f"{found[0]} is of another version of quotecli",
            "run: quotecli --install-completion",
        )
    return Check("completion", State.OK, f"installed for {shell}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _damage(index: Index) -> Check:
    found = health.damage(index)
    if found is None:
        return Check("pages", State.OK, "SQLite finds every page sound")
    return Check(
        "pages", State.FAIL, f"the file is damaged: {found}", "move it away and index again"
    )


def _rows(index: Index) -> Check:
    found = health.orphans(index)
    if not found:
        return Check("rows", State.OK, "every row belongs to one that is there")
    tables = ", ".join(f"{count:,} in {table}" for table, count in found.items())
    return Check(
        "rows", State.FAIL, f"rows without what they belong to: {tables}",
        "move the index away and index again",
    )  # fmt: skip


def _search(index: Index) -> Check:
    found = health.search_damage(index)
    if found is None:
        return Check(
            "search",
            State.WARN,
            "not checked: the index cannot be written to now",
            "try again when nothing writes to it, with a copy that is yours",
        )
    if found:
        return Check(
            "search",
            State.FAIL,
            f"the full-text search ({', '.join(found)}) has other words than the statements",
            "move the index away and index again",
        )
    return Check("search", State.OK, "the full-text search has the words of the statements")


def _files(index: Index) -> Check:
    gone, changed = [], []
    known = health.known_files(index)
    for path, sha256, _ in known:
        now = _sha256(Path(path))
        if now is None:
            gone.append(path)
        elif now != sha256:
            changed.append(path)
    if not gone and not changed:
        all_ = f"all {len(known):,} are as they were" if len(known) > 1 else "it is as it was"
        return Check("files", State.OK, f"{all_} read")
    parts = {"changed since they were read": changed, "gone or not readable": gone}
    message = "; ".join(
        f"{len(paths):,} {what}, as {paths[0]}" for what, paths in parts.items() if paths
    )
    advice = "run quotecli index with the folders that you indexed" if changed else ""
    return Check("files", State.WARN, message, advice)


def _sha256(path: Path) -> str | None:
    try:
        # A pipe that took the name of a file would be waited for.
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
    except OSError:
        return None


def _extractor(index: Index) -> Check:
    from quotecli.extraction import EXTRACTOR

    old = [known for known in health.known_files(index) if known.extractor != EXTRACTOR]
    if not old:
        return Check("extractor", State.OK, "all files were read by this version")
    return Check(
        "extractor",
        State.WARN,
        f"{len(old):,} file{'s were' if len(old) > 1 else ' was'} read by another version of the"
        f" extractor, as {old[0].path}",
        "run quotecli index with the folders that you indexed",
    )


def _gaps(index: Index) -> Check:
    found = health.gaps(index)
    if not found.undated and not found.unlinked:
        return Check("articles", State.OK, "all have a date and a URL")
    return Check(
        "articles",
        State.WARN,
        f"of {found.articles:,}: {found.undated:,} without date, {found.unlinked:,} without URL",
        "give what you know: quotecli index FILE --published DAY --url URL",
    )
