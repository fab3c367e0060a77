"""Runs of backplan as processes of their own, which begin where all is loaded already: forked, not started. What they
do, and how they end, is as in any other process; it takes a third of the time. POSIX alone has such processes.
"""

from __future__ import annotations

import atexit
import contextlib
import importlib
import os
import pkgutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import IO, NamedTuple, NoReturn

import backplan.cli.terminal.again  # loaded at once, so that no run opens more files than another
from backplan.__main__ import main
from tests.support.cli import Result, environment

MEMORY = "/dev/shm"
FORKED = hasattr(os, "fork")
_STATUS = "/proc/self/status"
_AN_EYEBLINK = 0.001  # seconds


class Begun(NamedTuple):
    """A run that goes on: its number, and what it says."""

    pid: int
    out: IO[bytes]
    err: IO[bytes]


def room() -> str | None:
    """Where a machine has a disk in memory, that: thousands of stores are written, and none has to last."""
    return MEMORY if os.access(MEMORY, os.W_OK) else None


@cache
def loaded() -> None:
    """Load all of backplan, so that no run has to."""
    for found in pkgutil.walk_packages(backplan.__path__, "backplan."):
        with contextlib.suppress(ImportError):  # a module for another system
            importlib.import_module(found.name)


def begun(args: Sequence[str], home: Path, *, traced: bool = False, **around: str) -> Begun:  # noqa: RET503
    """Begin a run; a ``traced`` one waits, from now on, until another process looks on."""
    found = Begun(0, tempfile.TemporaryFile(), tempfile.TemporaryFile())  # noqa: SIM115 - `ended` closes them
    sys.stdout.flush()
    sys.stderr.flush()
    ready, waits = os.pipe()
    if pid := os.fork():
        os.close(waits)
        if traced:
            os.read(ready, 1)
        os.close(ready)
        return found._replace(pid=pid)
    os.close(ready)

    def is_ready() -> None:
        _into(found)
        (_wait_until_traced if traced else os.close)(waits)

    live(args, environment(home, **around), is_ready)


def ended(run: Begun, seconds: float) -> Result:
    """How a run ends, which is killed when it has not within so many seconds, with a TimeoutError; killed by another
    signal, its code is less than nothing.
    """
    with run.out, run.err:
        code = os.waitstatus_to_exitcode(_waited(run.pid, seconds))
        return Result(code, _all_of(run.out), _all_of(run.err))


def _all_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def _waited(pid: int, seconds: float) -> int:
    until = time.monotonic() + seconds
    while True:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return status
        if time.monotonic() > until:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            raise TimeoutError(f"process {pid} ran for longer than {seconds} seconds")
        time.sleep(_AN_EYEBLINK)


def live(args: Sequence[str], around: Mapping[str, str], ready: Callable[[], object]) -> NoReturn:
    """The run itself, in a process that was forked for it: nothing of the one that it comes from goes on in it. When it
    is ``ready``, its streams are those of the numbers that every process has.
    """
    code = 1
    try:
        atexit._clear()  # what that process tidies at its end is not ours
        os.environ.clear()
        os.environ.update(around)
        tempfile.tempdir = None
        ready()
        sys.stdin, sys.stdout, sys.stderr = open(0, closefd=False), _to(1), _to(2)  # noqa: SIM115
        sys.argv = ["backplan", *args]
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


def _into(said: Begun) -> None:
    """Nothing to read, and what is said goes into files."""
    for number, stream in ((0, open(os.devnull, "rb")), (1, said.out), (2, said.err)):  # noqa: PTH123, SIM115
        os.dup2(stream.fileno(), number)


def _to(number: int) -> IO[str]:
    return open(number, "w", encoding="utf-8", closefd=False)


def _wait_until_traced(waits: int) -> None:
    """Only reads come from when ``waits`` is closed, so that whatever opens or writes is counted from the same point on
    each time.
    """
    with open(_STATUS, "rb", buffering=0) as status:  # noqa: PTH123 - one file, read again
        os.close(waits)
        while b"TracerPid:\t0\n" in status.read(4096):
            time.sleep(_AN_EYEBLINK)
            status.seek(0)
