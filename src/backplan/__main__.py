"""The entry point of `backplan` and of `python -m backplan`."""

import gc


def main() -> None:
    """Run the command line."""
    # A command lives for a tenth of a second; collecting garbage while modules load takes a good part of that.
    gc.disable()
    from backplan.cli.app import app

    app(prog_name="backplan")


if __name__ == "__main__":
    main()
