"""What is longer than the terminal goes through the pager a person has set, or else through less, where it is there."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import subprocess


USUAL = "less"
# As git has it: colours as they are, and nothing kept on a short page; and its keys, for who never met it.
_LESS = "FRXPs?ethe end   b back   q leave:space go on   b back   q enough.$"

_in_lines: ContextVar[bool] = ContextVar("in lines", default=False)


def wants_lines(*, wanted: bool) -> None:
    """Remember whether a run gives plain lines: who has them read aloud meets no pager that they did not set."""
    _in_lines.set(wanted)


def chosen() -> str | None:
    """The command that PAGER names; None without one, and in a terminal too dumb for one."""
    return None if os.environ.get("TERM") == "dumb" else os.environ.get("PAGER", "").strip() or None


def _pager() -> str | None:
    """The command that a long text is handed to: the one that was chosen; the usual one where none is named, it is
    there, and somebody sits at the terminal.
    """
    dumb = os.environ.get("TERM", "dumb") in ("dumb", "unknown")
    if "PAGER" in os.environ or dumb or _in_lines.get() or not sys.stdin.isatty():
        return chosen()
    from shutil import which

    return USUAL if which(USUAL) else None


def page(text: str, stream: TextIO) -> bool:
    """Hand a text to the pager, and wait for it; False where there is none, or where it cannot be started or says that
    it failed, so that the text is still to be written.
    """
    if (command := _pager()) is None:
        return False
    import shlex
    import subprocess

    letters = {"LESSCHARSET": "utf-8"} if (stream.encoding or "").lower() == "utf-8" else {}
    # A command that is typed at a page may begin with a letter by which less writes a file or starts a program.
    around = {"LESS": _LESS, "LESSSECURE": "1", **letters, **os.environ}
    try:
        reader = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, env=around)
    except (OSError, ValueError):
        return False
    enough = _read(reader, text.encode(stream.encoding or "utf-8", "replace"))
    return enough or reader.returncode == 0


def _read(reader: subprocess.Popen[bytes], text: bytes) -> bool:
    """Wait until the person leaves the pager, which Ctrl-C does not do by itself; gives whether they pressed that, as
    they have seen enough then, however it ends.
    """
    pressed = False
    try:
        with suppress(OSError):  # a person who has seen enough closes it
            reader.communicate(text)
    except KeyboardInterrupt:
        pressed = True
    while reader.poll() is None:
        try:
            reader.wait()
        except KeyboardInterrupt:
            pressed = True
    return pressed
