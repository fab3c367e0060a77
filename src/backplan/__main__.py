"""The entry point of `backplan` and of `python -m backplan`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line."""
    # A closed stdout or stderr is None here; what is said into it is lost, and nothing else is.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - for the process's life
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same
    # A command lives for a tenth of a second; collecting garbage while modules load takes a good part of that.
    gc.disable()
    try:
        from backplan.cli.app import app

        app(prog_name="backplan")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        # The same at the end: the interpreter would look through all that was ever loaded before it lets go of it.
        gc.freeze()


if __name__ == "__main__":
    main()
