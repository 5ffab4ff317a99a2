"""Times whole processes against each other.

Single numbers mean little on a busy machine. So the commands take turns, round after round, and
what counts is the ratio of their medians within one run. The order is drawn anew each round: what
runs after a short program is slower than the same after a long one, by as much as a fifth.
"""

import os
import platform
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence


def medians(
    commands: Mapping[str, Sequence[str]],
    *,
    rounds: int = 15,
    environment: Mapping[str, str] | None = None,
    prepare: Callable[[str], None] | None = None,
) -> dict[str, float]:
    """Run every command once per round and give the median of its wall-clock seconds.

    One round before the first is not counted: it warms the disk cache and writes bytecode, which
    is kept as after an installation, but not in this checkout.

    Args:
        commands: name and command line of each.
        rounds: how many times each is timed.
        environment: variables set on top of this process's own.
        prepare: called with the name of each command before it runs, outside its time.

    Raises:
        subprocess.CalledProcessError: a command failed; its time would mean nothing.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    draw = random.Random(1)  # noqa: S311  an order is no secret
    with tempfile.TemporaryDirectory() as bytecode:
        kept = {"PYTHONPYCACHEPREFIX": bytecode, "PYTHONDONTWRITEBYTECODE": ""}
        for turn in range(rounds + 1):
            for name in draw.sample(list(commands), len(commands)):
                if prepare is not None:
                    prepare(name)
                elapsed = _run(commands[name], {**kept, **(environment or {})})
                if turn > 0:
                    seconds[name].append(elapsed)
    return {name: statistics.median(times) for name, times in seconds.items()}


def table(times: Mapping[str, float], baseline: str) -> str:
    """Give times as a Markdown table with each one's ratio to ``baseline``."""
    lines = [
        f"{platform.python_implementation()} {platform.python_version()},"
        f" {platform.system()} {platform.machine()}, {os.cpu_count()} CPUs",
        "",
        f"| command | median, ms | times {baseline} |",
        "|---|---:|---:|",
    ]
    lines += [
        f"| {name} | {1000 * seconds:.1f} | {seconds / times[baseline]:.2f} |"
        for name, seconds in times.items()
    ]
    return "\n".join(lines)


def _run(command: Sequence[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    return time.perf_counter() - start
