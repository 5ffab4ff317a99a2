"""Importing the package costs next to nothing."""

import subprocess
import sys

LISTING = "import sys; before = set(sys.modules); {}; print(*sorted(set(sys.modules) - before))"


def newly_loaded(statement: str) -> set[str]:
    """Give the modules that a statement loads in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", LISTING.format(statement)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_the_package_loads_nothing_else_of_itself_and_no_dependency() -> None:
    light = {"importlib", "importlib._abc", "importlib.util", "typing", "warnings", "contextlib"}

    assert {m.partition(".")[0] for m in newly_loaded("import quotecli") - light} <= {
        "quotecli",
        *sys.stdlib_module_names,
    }
    assert {m for m in newly_loaded("import quotecli") if m.startswith("quotecli")} == {"quotecli"}


def test_the_command_line_package_loads_neither_typer_nor_an_index() -> None:
    modules = newly_loaded("import quotecli.cli")

    assert {m for m in modules if m.startswith("quotecli")} == {"quotecli", "quotecli.cli"}
    assert {"typer", "sqlite3"} & modules == set()


def test_values_and_errors_need_no_dependency() -> None:
    modules = newly_loaded(
        "import quotecli; quotecli.Record; quotecli.Query; quotecli.QuotecliError"
    )

    assert "quotecli.model" in modules
    assert {m.partition(".")[0] for m in modules} <= {"quotecli", *sys.stdlib_module_names}


def test_extracting_from_a_text_loads_no_reader_of_pages_and_no_command_line() -> None:
    modules = newly_loaded("import quotecli; quotecli.extract('\"No,\" said Ada Roe.')")

    assert "quotecli.extraction.extract" in modules
    assert {"trafilatura", "lxml", "typer", "rich", "charset_normalizer"} & modules == set()
