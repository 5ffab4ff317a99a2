"""The command line: everything a person types."""


def main() -> None:
    """Run the program; ends the process with its exit status."""
    from quotecli.cli.app import app  # here, so that `import quotecli.cli` stays cheap

    app(prog_name="quotecli")
