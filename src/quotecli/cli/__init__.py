"""The command line: everything a person types."""

import os
import sys


def main() -> None:
    """Run the program; ends the process with its exit status."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller, as in ">&-"
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115  open until the end
    try:
        from quotecli.cli.app import app  # here, so that `import quotecli.cli` stays cheap

        app(prog_name="quotecli")
    except KeyboardInterrupt:  # while modules were being loaded
        sys.exit(130)
