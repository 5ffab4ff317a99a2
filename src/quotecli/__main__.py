"""``python -m quotecli``."""

from quotecli.cli import main

main()
