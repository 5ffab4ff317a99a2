"""Keeps the examples in the docs true.

    python docs/examples.py           rewrites the output below every command
    python docs/examples.py --check   exits with 1 where an output is no longer what is printed

An example is a block fenced as ``console``: lines that begin with "$ " are commands, the lines
below each are what it prints, standard error included. All run one after the other in the
repository with an index of their own, 80 columns wide.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("README.md", "docs/commands.md")

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def refreshed(page: str, index: Path) -> str:
    """Give a page's text with every output as it is printed now.

    Args:
        page: the text.
        index: the index file that the commands use.
    """
    return _BLOCK.sub(lambda block: f"```console\n{_run_all(block[1], index)}```", page)


def _run_all(block: str, index: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    printed = [f"{line}\n{_run(line[2:], index)}".rstrip("\n") for line in commands]
    return "\n".join(printed) + "\n"


def _run(command: str, index: Path) -> str:
    folder = str(Path(sys.executable).parent)
    environment = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "80",
        "QUOTECLI_DB": str(index),
        "HOME": str(index.parent),
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env=environment,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout


def main() -> int:
    """Rewrite the pages, or check them."""
    check = "--check" in sys.argv[1:]
    stale = []
    with tempfile.TemporaryDirectory() as folder:
        for name in PAGES:
            path = ROOT / name
            old = path.read_text("utf-8")
            new = refreshed(old, Path(folder) / "index.sqlite")
            if new != old:
                stale.append(name)
                if not check:
                    path.write_text(new, "utf-8")
    for name in stale:
        sys.stdout.write(f"{name}: {'out of date; run: make docs' if check else 'rewritten'}\n")
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main())
