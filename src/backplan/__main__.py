"""The entry point of `backplan` and of `python -m backplan`."""

import gc
import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line."""
    # A closed stdout or stderr is None here; what is said into it is lost, and nothing else is.
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    # A command lives for a tenth of a second; collecting garbage while modules load takes a good part of that.
    gc.disable()
    from backplan.cli.app import app

    app(prog_name="backplan")


if __name__ == "__main__":
    main()
