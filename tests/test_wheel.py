"""The wheel has all that the program needs; a file that is missing is missed by users only."""

import email
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

import quotecli

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")))
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_every_file_of_the_package_is_in_the_wheel_as_it_is(wheel: zipfile.ZipFile) -> None:
    files = {
        path.relative_to(SOURCES).as_posix(): path
        for path in (SOURCES / "quotecli").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    sizes = {info.filename: info.file_size for info in wheel.infolist()}

    assert {suffix for path in files.values() if (suffix := path.suffix)} > {".py", ".sql", ".tsv"}
    assert "quotecli/py.typed" in files
    assert {name: sizes.get(name) for name in files} == {
        name: path.stat().st_size for name, path in files.items()
    }


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}

    assert tops == {"quotecli", f"quotecli_news-{quotecli.__version__}.dist-info"}


def test_the_wheel_names_itself_its_command_and_its_licence(wheel: zipfile.ZipFile) -> None:
    info = f"quotecli_news-{quotecli.__version__}.dist-info"
    metadata = email.message_from_bytes(wheel.read(f"{info}/METADATA"))

    assert (metadata["Name"], metadata["Version"]) == ("quotecli-news", quotecli.__version__)
    assert metadata["Requires-Python"] == ">=3.11"
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
    assert b"quotecli = quotecli.cli:main" in wheel.read(f"{info}/entry_points.txt")
