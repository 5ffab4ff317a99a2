"""What writing machine-readable output loads."""

import subprocess
import sys

LIGHT = ("records_json", "delimited", "markdown", "terminal")


def test_only_the_views_for_people_load_rich() -> None:
    imports = "; ".join(f"import quotecli.output.{name}" for name in LIGHT)
    heavy = subprocess.run(
        [sys.executable, "-c", f"{imports}; import sys; print('rich' in sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert heavy.stdout == "False\n"
