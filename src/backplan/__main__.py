"""The entry point of `backplan` and of `python -m backplan`."""


def main() -> None:
    """Run the command line."""
    from backplan.cli.app import app

    app(prog_name="backplan")


if __name__ == "__main__":
    main()
