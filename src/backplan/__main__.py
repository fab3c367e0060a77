"""The entry point of `backplan` and of `python -m backplan`."""

import gc
import os
import sys

NO_DOCSTRINGS = (
    "Python was told to leave out docstrings (PYTHONOPTIMIZE=2 or -OO), and each rule's words are its docstring, so "
    "backplan would be silent where it must speak. Set PYTHONOPTIMIZE to 1, or unset it."
)


def main() -> None:
    """Run the command line, and end the process with its exit code."""
    try:
        _run_to_its_end()
    except SystemExit as end:
        _leave(end.code)
        raise
    _leave(0)


def _run_to_its_end() -> None:
    try:
        _fill_closed_streams()
        if sys.flags.optimize > 1:
            sys.exit(_complained(NO_DOCSTRINGS, 2))
        # A command lives for a tenth of a second; collecting garbage while modules load takes a good part of that.
        gc.disable()
        from backplan.cli.terminal import again

        again.shown_or_run(sys.argv[1:], _run)
    except KeyboardInterrupt:
        sys.exit(_complained("\nStopped.", 130))
    finally:
        # The same at the end: the interpreter would look through all that was ever loaded before it lets go of it.
        gc.freeze()


def _run() -> None:
    try:
        from backplan.cli.app import app

        app(prog_name="backplan")
    finally:
        _be_left_alone()


def _fill_closed_streams() -> None:
    """A closed stream is None here; what is said into it is lost, and nothing else is. In the order of their numbers,
    so that no file of ours is opened in the place of one.
    """
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - for the process's life
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same


def _complained(sentence: str, code: int) -> int:
    """Say a sentence on stderr, before there is anything of ours to say it with; the exit code is handed back."""
    import contextlib

    with contextlib.suppress(OSError):
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201 - the same
    return code


def _leave(code: object) -> None:
    """End the process at once where nothing is left to do but to let go of memory: taking three hundred modules apart
    takes a twentieth of the time of a command. Where somebody looks on, or something runs on, it ends the usual way.
    """
    import atexit

    threads = sys.modules.get("threading")  # a screen that is shown again has loaded none
    if not isinstance(code, int | None) or sys.gettrace() or sys.getprofile():
        return
    if threads is not None and threads.active_count() > 1:
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(code or 0)


def _be_left_alone() -> None:
    """What was to be done is done and said: a Ctrl-C while the interpreter ends changes nothing of it."""
    import contextlib
    import signal

    with contextlib.suppress(ValueError):  # not the main thread
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
